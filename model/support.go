package model

import (
	"slices"
	"sync"
)

// FigureOf points at one figure of a dataset: what a side received in an exchange, or what was pledged to it.
type FigureOf struct {
	Item Item // an exchange or a pledge
	To   SideID
}

// Support is what rests on one publication.
type Support struct {
	Figures    []FigureOf     // with a claim of it, each once
	Statements []Item         // items of which it supports something in words, each once
	Totals     []*Total       // that officials published in it
	Points     []*Discrepancy // on which it gives an account, each once
}

// Len is how many figures, items, totals and points rest on the publication.
func (s *Support) Len() int {
	return len(s.Figures) + len(s.Statements) + len(s.Totals) + len(s.Points)
}

// SupportOf is what rests on a publication; the IDs of one publication are one. The first question takes time in proportion
// to the dataset; the answers are kept. The caller must not change them.
func (ds *Dataset) SupportOf(s *Source) *Support {
	ds.supports.once.Do(func() { ds.supports.of = ds.supportBySource() })
	if support := ds.supports.of[s]; support != nil {
		return support
	}
	return &Support{}
}

// supportIndex keeps what rests on each publication.
type supportIndex struct {
	once sync.Once
	of   map[*Source]*Support
}

// supporter gathers what rests on each publication. It goes from item to item, so what was put down last is looked at only.
type supporter struct {
	ds *Dataset
	of map[*Source]*Support
}

func (ds *Dataset) supportBySource() map[*Source]*Support {
	s := &supporter{ds: ds, of: map[*Source]*Support{}}
	f := &ds.facts
	for i := range f.Rounds {
		s.round(&f.Rounds[i])
	}
	for i := range f.Events {
		s.say(Item{EventItem, string(f.Events[i].ID)}, f.Events[i].Sources)
	}
	for i := range f.Pledges {
		s.pledge(&f.Pledges[i])
	}
	for i := range f.Exchanges {
		s.exchange(&f.Exchanges[i])
	}
	for i := range f.Documents {
		s.document(&f.Documents[i])
	}
	for i := range f.Clauses {
		s.say(Item{ClauseItem, string(f.Clauses[i].ID)}, f.Clauses[i].Sources)
	}
	for i := range f.Comparisons {
		s.comparison(&f.Comparisons[i])
	}
	for i := range f.Totals {
		s.total(&f.Totals[i])
	}
	for i := range f.Discrepancies {
		s.discrepancy(&f.Discrepancies[i])
	}
	return s.of
}

// each calls do with what rests on each of the publications.
func (s *supporter) each(ids []SourceID, do func(*Support)) {
	for _, id := range ids {
		source := s.ds.source[id]
		if source == nil {
			continue
		}
		support := s.of[source]
		if support == nil {
			support = &Support{}
			s.of[source] = support
		}
		do(support)
	}
}

// say puts down that publications support something of an item in words.
func (s *supporter) say(i Item, ids []SourceID) {
	s.each(ids, func(to *Support) { to.Statements = addLast(to.Statements, i) })
}

// addLast adds what was not added last.
func addLast[T comparable](list []T, v T) []T {
	if n := len(list); n > 0 && list[n-1] == v {
		return list
	}
	return append(list, v)
}

// figures puts down the figures of an item, in the order of the sides.
func (s *supporter) figures(i Item, to map[SideID]Figure) {
	for side := range s.ds.facts.Sides {
		id := s.ds.facts.Sides[side].ID
		f, ok := to[id]
		if !ok {
			continue
		}
		s.each(f.Sources(), func(to *Support) { to.Figures = addLast(to.Figures, FigureOf{i, id}) })
	}
}

func (s *supporter) pledge(p *Pledge) {
	i := Item{PledgeItem, string(p.ID)}
	s.figures(i, p.To)
	s.say(i, p.Sources)
	if p.FollowUp != nil {
		s.say(i, p.FollowUp.Sources)
	}
}

func (s *supporter) exchange(e *Exchange) {
	i := Item{ExchangeItem, string(e.ID)}
	s.figures(i, e.To)
	s.say(i, e.Sources)
	for j := range e.Ties {
		s.say(i, e.Ties[j].Sources)
	}
	for j := range e.Numbers {
		s.say(i, e.Numbers[j].Sources)
	}
	s.sourced(i, e.Places, e.Mediators)
}

func (s *supporter) sourced(i Item, lists ...[]Sourced) {
	for _, list := range lists {
		for j := range list {
			s.say(i, list[j].Sources)
		}
	}
}

func (s *supporter) document(d *Document) {
	i := Item{DocumentItem, string(d.ID)}
	s.sourced(i, d.DateSaid, d.Languages, d.Structure, d.PublishedBy)
	for _, said := range s.ds.facts.DocumentStatements {
		if slices.Contains(said.Documents, d.ID) {
			s.say(i, said.Sources)
		}
	}
}

func (s *supporter) comparison(c *Comparison) {
	i := Item{TopicItem, string(c.Topic)}
	s.say(i, c.ReasonSources)
	for _, d := range sortedKeys(c.Stances) {
		s.say(i, c.Stances[d].Sources)
	}
}

func (s *supporter) total(t *Total) {
	s.each(t.Sources, func(to *Support) { to.Totals = addLast(to.Totals, t) })
}

func (s *supporter) discrepancy(d *Discrepancy) {
	for j := range d.Claims {
		s.each(d.Claims[j].Sources, func(to *Support) { to.Points = addLast(to.Points, d) })
	}
}

func (s *supporter) round(r *Round) {
	i := Item{RoundItem, string(r.ID)}
	for _, a := range []*Account{
		&r.DateSaid, &r.PlaceSaid, &r.VenueSaid, &r.Format, &r.Hosts, &r.Mediators, &r.Duration, &r.Language, &r.AnnouncedNext,
	} {
		s.statements(i, a.Claims)
		s.say(i, a.NoteSources)
	}
	for _, h := range r.Heads {
		for _, c := range h.Claims {
			s.say(i, c.Sources)
		}
		s.say(i, h.NoteSources)
	}
	for _, list := range [][]Statement{r.Members, r.Agenda, r.Statements} {
		s.statements(i, list)
	}
	for _, list := range [][]Outcome{r.Outcomes, r.Aftermath} {
		for _, o := range list {
			s.say(i, o.Sources)
		}
	}
	for _, n := range r.Numbers {
		for _, c := range n.Claims {
			s.say(i, c.Sources)
		}
	}
	for _, t := range r.Retold {
		s.say(i, t.Sources)
		s.say(i, t.ComparedWith)
	}
}

func (s *supporter) statements(i Item, list []Statement) {
	for j := range list {
		s.say(i, list[j].Sources)
	}
}

// FigureAt returns a figure and the date that it is of; ok is false where there is none.
func (ds *Dataset) FigureAt(at FigureOf) (f Figure, date Date, ok bool) {
	switch at.Item.Kind {
	case ExchangeItem:
		if e := ds.exchange[ExchangeID(at.Item.ID)]; e != nil {
			f, ok = e.To[at.To]
			return f, e.Date, ok
		}
	case PledgeItem:
		if p := ds.pledge[PledgeID(at.Item.ID)]; p != nil {
			f, ok = p.To[at.To]
			return f, p.Date, ok
		}
	}
	return f, date, false
}

// SingleSourced lists the figures with a claim that rest on one publication alone, pledges first and then exchanges by date.
// The IDs of one publication are one.
func (ds *Dataset) SingleSourced() []FigureOf {
	var list []FigureOf
	add := func(i Item, figures map[SideID]Figure) {
		for side := range ds.facts.Sides {
			to := ds.facts.Sides[side].ID
			if f, ok := figures[to]; ok && ds.hasOneSource(f) {
				list = append(list, FigureOf{i, to})
			}
		}
	}
	for i := range ds.facts.Pledges {
		add(Item{PledgeItem, string(ds.facts.Pledges[i].ID)}, ds.facts.Pledges[i].To)
	}
	for _, e := range ds.exchanges {
		add(Item{ExchangeItem, string(e.ID)}, e.To)
	}
	return list
}

// hasOneSource reports whether the claims of a figure rest on one publication alone.
func (ds *Dataset) hasOneSource(f Figure) bool {
	var only *Source
	for i := range f.Claims {
		for _, id := range f.Claims[i].Sources {
			switch s := ds.source[id]; {
			case s == nil || s == only:
			case only != nil:
				return false
			default:
				only = s
			}
		}
	}
	return only != nil
}
