package model

import (
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"slices"
	"time"
)

// Edition is the version of the dataset as far as it concerns an item, for a note that is written on it.
func (ds *Dataset) Edition(i Item) Edition {
	e := Edition{Version: ds.facts.Metadata.Version, Figures: ds.figuresOf(i)}
	if created := ds.facts.Metadata.Created.String(); isDay(created) {
		e.Created = created
	}
	return e
}

func isDay(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// FiguresChanged reports whether the figures of a note's item are not what they were when the note was written, or when
// the reader last said that they have seen them. It is false where that is not known.
func (ds *Dataset) FiguresChanged(n Note) bool {
	return n.Edition.Figures != "" && ds.Has(n.Item) && ds.figuresOf(n.Item) != n.Edition.Figures
}

// figuresOf is a digest of an item's figures: equal figures give equal digests. It is empty for an item that has none.
func (ds *Dataset) figuresOf(i Item) string {
	i = ds.Current(i)
	if !ds.Has(i) {
		return ""
	}
	var figures []map[SideID]Figure
	switch i.Kind {
	case PledgeItem:
		figures = append(figures, ds.Pledge(PledgeID(i.ID)).To)
	case ExchangeItem:
		figures = append(figures, ds.Exchange(ExchangeID(i.ID)).To)
	case RoundItem:
		figures = ds.figuresAt(Occasion{Round: RoundID(i.ID)})
	case EventItem:
		figures = ds.figuresAt(Occasion{Event: EventID(i.ID)})
	}
	digest := fnv.New64a()
	isEmpty := true
	for _, to := range figures {
		for _, side := range slices.Sorted(maps.Keys(to)) {
			isEmpty = false
			fmt.Fprintf(digest, "\n%q", side)
			writeClaims(digest, to[side])
		}
	}
	if isEmpty {
		return ""
	}
	return fmt.Sprintf("%016x", digest.Sum64())
}

// figuresAt are those of what was pledged at an occasion and of the exchanges tied to it.
func (ds *Dataset) figuresAt(o Occasion) []map[SideID]Figure {
	var list []map[SideID]Figure
	for _, p := range ds.PledgesOf(o) {
		list = append(list, p.To)
	}
	for _, e := range ds.ExchangesTiedTo(o) {
		list = append(list, e.To)
	}
	return list
}

// writeClaims writes what of a figure is a number or says how it is meant. Sources and remarks are no figures.
func writeClaims(w io.Writer, f Figure) {
	number := func(n *int) string {
		if n == nil {
			return "-"
		}
		return fmt.Sprint(*n)
	}
	for _, c := range f.Claims {
		fmt.Fprintf(w, "|%s %q %q %t %t %s %s", number(c.Value), c.Qualifier, c.By, c.Weak, !c.Preferred.Empty(),
			number(c.Military), number(c.Civilians))
	}
	for _, a := range f.Additional {
		fmt.Fprintf(w, "+%d", a.Value)
	}
	if f.Derived != nil {
		fmt.Fprintf(w, "=%d", f.Derived.Value)
	}
}
