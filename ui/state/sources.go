package state

import "parley/model"

// SourcesView is what the page Sources shows. The zero value shows every source.
type SourcesView struct {
	Part       SourcesPart
	Side       SourceSide // only sources of a side, or of third parties
	Publisher  string     // only sources of this publisher; empty for all
	Weak       bool       // only sources that are marked as weak
	Unused     bool       // only sources that nothing rests on
	Search     string     // only sources with these words
	Sort       string     // the column that the sources are sorted by; empty: by publisher
	Descending bool
	Point      model.DiscrepancyID // the point in sight; empty for none
}

// SourcesPart is one of the lists of the page Sources.
type SourcesPart string

// The lists of the page Sources.
const (
	EverySource   SourcesPart = ""
	Discrepancies SourcesPart = "discrepancies"
	SingleSource  SourcesPart = "single"
)

// SourcesParts lists them in the order in which they are offered.
func SourcesParts() []SourcesPart { return []SourcesPart{EverySource, Discrepancies, SingleSource} }

// SourceSide is the side that a source belongs to, or ThirdParties; empty for all.
type SourceSide string

// ThirdParties stands for the sources that belong to no side. No side has this ID, for an ID has no blank.
const ThirdParties SourceSide = "third parties"

// IsFiltered reports whether some of the sources are left out.
func (v SourcesView) IsFiltered() bool {
	return v.Side != "" || v.Publisher != "" || v.Weak || v.Unused || v.Search != ""
}

// Unfiltered is the view without what leaves sources out.
func (v SourcesView) Unfiltered() SourcesView {
	return SourcesView{Part: v.Part, Sort: v.Sort, Descending: v.Descending, Point: v.Point}
}
