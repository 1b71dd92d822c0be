package model

import (
	"cmp"
	"slices"
)

// Spread is a figure whose published values differ.
type Spread struct {
	Item   Item   // an exchange, or a pledge that is drawn as agreed
	To     SideID // the receiving side
	Amount Amount // with a range
}

// Width is how far the lowest and the highest of the published values lie apart.
func (s Spread) Width() int { return s.Amount.High - s.Amount.Low }

// Spreads lists the figures whose published values lie farthest apart, the widest first, at most so many of them. Those as
// wide stand in the order of the file.
func (ds *Dataset) Spreads(most int) []Spread {
	var list []Spread
	add := func(i Item, to SideID, a Amount) {
		if a.HasRange {
			list = append(list, Spread{i, to, a})
		}
	}
	ids := ds.SideIDs()
	for _, p := range pointers(ds.facts.Pledges) {
		for _, to := range ids {
			if _, ok := p.To[to]; ok && p.Drawn() {
				add(Item{PledgeItem, string(p.ID)}, to, p.Pledged(to, ids))
			}
		}
	}
	for i := range ds.facts.Exchanges {
		e := &ds.facts.Exchanges[i]
		for _, to := range ids {
			if f, ok := e.To[to]; ok && len(f.Claims) > 1 {
				add(Item{ExchangeItem, string(e.ID)}, to, e.Received(to))
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Spread) int { return cmp.Compare(b.Width(), a.Width()) })
	return list[:min(most, len(list))]
}

// CountedBy lists who reports the counts in Sum, each once: those of the headline values, or, where the tie of an exchange
// has its own count, those who state the tie. The order is that of the exchanges.
func (c Carried) CountedBy(to SideID) []Reporter {
	var by []Reporter
	for _, e := range c.Counted {
		reporters := e.Received(to).By
		for i := range e.Ties {
			if _, hasOwn := e.Ties[i].To[to]; hasOwn {
				reporters = e.Ties[i].By
			}
		}
		for _, r := range reporters {
			by = appendReporter(by, r)
		}
	}
	return by
}

// IsBare reports whether the dataset has nothing in it yet that a reader could look at: no round, no pledge, no exchange
// and no document.
func (ds *Dataset) IsBare() bool {
	f := &ds.facts
	return len(f.Rounds)+len(f.Pledges)+len(f.Exchanges)+len(f.Documents) == 0
}

// Occasions lists the rounds by date, then the events by date.
func (ds *Dataset) Occasions() []Occasion { return ds.occasions() }
