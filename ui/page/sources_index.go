package page

import (
	"cmp"
	"slices"
	"strings"

	"parley/model"
	"parley/model/fold"
	"parley/ui/state"
)

// sourceRow is a source and what is known of it without looking further.
type sourceRow struct {
	source   *model.Source
	side     string // whose it is, in words
	weakness string // "weak", or nothing
	figures  int    // that rest on it
	all      int    // figures, and all else that rests on it
	words    string // that it is found by
}

func (r *sourceRow) item() model.Item {
	return model.Item{Kind: model.SourceItem, ID: string(r.source.ID)}
}

// sourceIndex is all sources of a dataset, by publisher and then by title in the alphabet of the reader's language.
type sourceIndex struct {
	rows    []sourceRow
	singles []model.FigureOf // with one source
}

func newSourceIndex(d *Desk) *sourceIndex {
	l, facts := d.Locale, d.Dataset.Facts()
	order := l.SortedBy(len(facts.Sources), func(i int) string {
		return facts.Sources[i].Publisher + "\x00" + facts.Sources[i].Title
	})
	x := &sourceIndex{rows: make([]sourceRow, len(order)), singles: d.Dataset.SingleSourced()}
	for at, i := range order {
		s := &facts.Sources[i]
		support := d.Dataset.SupportOf(s)
		r := sourceRow{source: s, side: l.T("source.thirdparty"), figures: len(support.Figures), all: support.Len()}
		if side := d.Dataset.Side(s.Side); side != nil {
			r.side = l.Text(side.Name)
		}
		if s.Weak {
			r.weakness = l.T("sources.isweak")
		}
		r.words = fold.String(strings.Join([]string{s.Publisher, s.Title, s.URL, l.Date(s.Published), l.Text(s.Note), r.side}, "\n"))
		x.rows[at] = r
	}
	return x
}

// search returns the places of the sources that a view asks for, in its order.
func (x *sourceIndex) search(v state.SourcesView) []int {
	words := fold.WordsOf(v.Search)
	var found []int
	for i := range x.rows {
		if r := &x.rows[i]; r.isOf(v) && words.In(r.words) {
			found = append(found, i)
		}
	}
	x.sort(found, v)
	return found
}

func (r *sourceRow) isOf(v state.SourcesView) bool {
	switch {
	case v.Side == state.ThirdParties && r.source.Side != "",
		v.Side != "" && v.Side != state.ThirdParties && r.source.Side != model.SideID(v.Side),
		v.Publisher != "" && r.source.Publisher != v.Publisher,
		v.Weak && !r.source.Weak,
		v.Unused && r.all > 0:
		return false
	}
	return true
}

// sort puts places into the order of a view; sources that are alike stay in the order of the alphabet, and those without a
// date stand last.
func (x *sourceIndex) sort(places []int, v state.SourcesView) {
	compare := map[string]func(a, b *sourceRow) int{
		"side":    func(a, b *sourceRow) int { return strings.Compare(a.side, b.side) },
		"date":    func(a, b *sourceRow) int { return a.source.Published.Compare(b.source.Published) },
		"figures": func(a, b *sourceRow) int { return cmp.Compare(a.figures, b.figures) },
		"all":     func(a, b *sourceRow) int { return cmp.Compare(a.all, b.all) },
	}[v.Sort]
	if compare == nil {
		if v.Descending {
			slices.Reverse(places)
		}
		return
	}
	undated := func(r *sourceRow) int { return boolRank(v.Sort == "date" && r.source.Published.IsZero()) }
	slices.SortStableFunc(places, func(i, j int) int {
		a, b := &x.rows[i], &x.rows[j]
		if c := cmp.Compare(undated(a), undated(b)); c != 0 {
			return c
		}
		if v.Descending {
			return compare(b, a)
		}
		return compare(a, b)
	})
}

// publisher is somebody who published sources.
type publisher struct {
	name         string
	publications int
}

// publishers lists them, those with the most publications first.
func (x *sourceIndex) publishers() []publisher {
	var list []publisher
	for i := range x.rows { // by publisher
		name := x.rows[i].source.Publisher
		if n := len(list); n > 0 && list[n-1].name == name {
			list[n-1].publications++
			continue
		}
		list = append(list, publisher{name, 1})
	}
	slices.SortStableFunc(list, func(a, b publisher) int { return cmp.Compare(b.publications, a.publications) })
	return list
}
