package model

import (
	"cmp"
	"slices"
)

// Split is what was carried out of a kind, parted in two ways that each count every exchange once: by the labels that the
// exchanges have, and into military and civilians. No part is ever guessed from the other way of parting.
type Split struct {
	Kind   KindID
	Labels []Labelled         // one per exact set of labels that occurs; the exchanges without a label last
	Troops map[SideID]Service // of the exchanges with a count
}

// Labelled is what was carried out under one exact set of labels: an exchange with two labels is under the set of both,
// and not under either alone.
type Labelled struct {
	Categories []CategoryID // in the order of the file; none for exchanges without a label
	Carried    map[SideID]Carried
}

// Service parts the published counts of one side into military, civilians, and those that are not split. A count is split
// only where the claim that sets it names both.
type Service struct {
	Military, Civilians, NotSplit int
	Split                         []*Exchange // counted as military and civilians
	Unsplit                       []*Exchange // counted as not split
	// Contested are those of both that claims part in more than one way.
	Contested []*Exchange
}

// HasCategories reports whether anything of a kind can be parted: an exchange has a label, or a claim names military and
// civilians.
func (ds *Dataset) HasCategories(kind KindID) bool { return ds.parted[kind] }

func (e *Exchange) namesService() bool {
	for _, f := range e.To {
		if slices.ContainsFunc(f.Claims, func(c Claim) bool { return c.Military != nil && c.Civilians != nil }) {
			return true
		}
	}
	return false
}

// Split parts what was carried out of a kind in the exchanges that counts selects; nil selects all.
func (ds *Dataset) Split(kind KindID, counts func(*Exchange) bool) Split {
	s := Split{Kind: kind, Troops: map[SideID]Service{}}
	for _, e := range ds.exchanges {
		if e.Kind != kind || counts != nil && !counts(e) {
			continue
		}
		carried := s.labelled(ds.labelsOf(e))
		for _, side := range ds.SideIDs() {
			f, receives := e.To[side]
			if !receives {
				continue
			}
			sum := carried[side]
			sum.addFigure(e, f, side)
			carried[side] = sum
			if a := f.Received(side); a.State == Known {
				s.Troops[side] = s.Troops[side].with(e, a, f)
			}
		}
	}
	slices.SortStableFunc(s.Labels, func(a, b Labelled) int { return ds.compareLabels(a.Categories, b.Categories) })
	return s
}

// labelled is where the exchanges with these labels are counted.
func (s *Split) labelled(labels []CategoryID) map[SideID]Carried {
	for _, l := range s.Labels {
		if slices.Equal(l.Categories, labels) {
			return l.Carried
		}
	}
	s.Labels = append(s.Labels, Labelled{Categories: labels, Carried: map[SideID]Carried{}})
	return s.Labels[len(s.Labels)-1].Carried
}

// labelsOf are the labels of an exchange, each once, in the order of the file.
func (ds *Dataset) labelsOf(e *Exchange) []CategoryID {
	labels := distinct(e.Categories)
	slices.SortFunc(labels, func(a, b CategoryID) int { return ds.compareLabels([]CategoryID{a}, []CategoryID{b}) })
	return labels
}

// compareLabels orders sets of labels as the file orders categories; a set comes before those that go on from it, and the
// set of none comes last.
func (ds *Dataset) compareLabels(a, b []CategoryID) int {
	if len(a) == 0 || len(b) == 0 {
		return cmp.Compare(len(b), len(a))
	}
	return slices.CompareFunc(a, b, func(x, y CategoryID) int {
		return cmp.Or(cmp.Compare(ds.categoryPlace(x), ds.categoryPlace(y)), cmp.Compare(x, y))
	})
}

func (ds *Dataset) categoryPlace(id CategoryID) int {
	return slices.IndexFunc(ds.facts.Categories, func(c Category) bool { return c.ID == id })
}

// with adds the count a of an exchange.
func (s Service) with(e *Exchange, a Amount, all Figure) Service {
	own, every := splitsOf(a.Claims, a.Value), splitsOf(all.Claims, a.Value)
	if len(every) > 1 {
		s.Contested = append(s.Contested, e)
	}
	if len(own) != 1 {
		s.Unsplit = append(s.Unsplit, e)
		s.NotSplit += a.Value
		return s
	}
	s.Split = append(s.Split, e)
	s.Military += own[0].military
	s.Civilians += own[0].civilians
	return s
}

// service is one way to part a number.
type service struct{ military, civilians int }

// splitsOf are the distinct ways in which claims part a number; claims that name one part only are none.
func splitsOf(claims []Claim, n int) []service {
	var ways []service
	for _, c := range claims {
		if c.Military == nil || c.Civilians == nil || !c.counts() || *c.Military+*c.Civilians != n {
			continue
		}
		ways = append(ways, service{*c.Military, *c.Civilians})
	}
	return distinct(ways)
}
