package model

import (
	"slices"
	"sync"
)

// This file counts what was carried out, once for a dataset, so that a page that asks for sums does not wait for a walk
// over all exchanges.

// deedsOfKind are the exchanges of one kind: their places in Dataset.exchanges, which are in the order of dates.
type deedsOfKind struct {
	kind  KindID
	tied  map[Occasion][]int32 // to a round or an event
	under map[PledgeID][]int32 // a pledge, by a tie to it or to a part of it, or as a stage of it
	apart []int32              // tied to no round and no event
}

// indexDeeds puts down what every exchange is tied to, and counts each kind.
func (ds *Dataset) indexDeeds() {
	byKind := make([]deedsOfKind, len(ds.facts.Kinds))
	for i, k := range ds.facts.Kinds {
		byKind[i] = deedsOfKind{kind: k.ID, tied: map[Occasion][]int32{}, under: map[PledgeID][]int32{}}
	}
	var occasions []Occasion
	var pledges []PledgeID
	for i, e := range ds.exchanges {
		occasions = ds.occasionsOf(occasions[:0], e)
		for _, o := range occasions {
			ds.tiedTo[o] = append(ds.tiedTo[o], int32(i))
		}
		if e.Stage != nil {
			ds.stagesOf[e.Stage.Pledge] = append(ds.stagesOf[e.Stage.Pledge], e)
		}
		if !ds.parted[e.Kind] && (len(e.Categories) > 0 || e.namesService()) {
			ds.parted[e.Kind] = true
		}
		if k := slices.IndexFunc(byKind, func(d deedsOfKind) bool { return d.kind == e.Kind }); k >= 0 {
			pledges = ds.pledgesAbove(pledges[:0], e, occasions)
			byKind[k].put(int32(i), occasions, pledges)
		}
	}
	ds.count(byKind)
}

func (d *deedsOfKind) put(at int32, occasions []Occasion, pledges []PledgeID) {
	if len(occasions) == 0 {
		d.apart = append(d.apart, at)
	}
	for _, o := range occasions {
		d.tied[o] = append(d.tied[o], at)
	}
	for _, p := range pledges {
		d.under[p] = append(d.under[p], at)
	}
}

// pledgesAbove adds to list the pledges made at one of the occasions of e that e is under, each once.
func (ds *Dataset) pledgesAbove(list []PledgeID, e *Exchange, occasions []Occasion) []PledgeID {
	if e.Stage != nil {
		list = ds.addPledge(list, e.Stage.Pledge, e, occasions)
	}
	for i := range e.Ties {
		id := e.Ties[i].Pledge
		for depth := 0; id != "" && depth <= len(ds.pledge); depth++ {
			list = ds.addPledge(list, id, e, occasions)
			p := ds.pledge[id]
			if p == nil || p.PartOf == nil {
				break
			}
			id = p.PartOf.Pledge
		}
	}
	return list
}

func (ds *Dataset) addPledge(list []PledgeID, id PledgeID, e *Exchange, occasions []Occasion) []PledgeID {
	p := ds.pledge[id]
	if p == nil || p.ID != id || p.Kind != e.Kind || !slices.Contains(occasions, p.Occasion) || slices.Contains(list, p.ID) {
		return list
	}
	return append(list, p.ID)
}

// count counts the kinds beside one another.
func (ds *Dataset) count(byKind []deedsOfKind) {
	counters := make([]*counter, len(byKind))
	var all sync.WaitGroup
	for i := range byKind {
		counters[i] = ds.newCounter(&byKind[i])
		all.Go(func() { counters[i].count() })
	}
	all.Wait()
	for _, c := range counters {
		ds.tallies[c.deeds.kind] = c.result
		for id, carried := range c.carried {
			ds.carried[id] = carried
		}
	}
}

// counter counts one kind.
type counter struct {
	ds      *Dataset
	deeds   *deedsOfKind
	carried map[PledgeID]map[SideID]Carried
	result  Tally

	// taken says in which group an exchange was last counted in full, by its place; groups are numbered from 1.
	taken []int32
	group int32
}

func (ds *Dataset) newCounter(deeds *deedsOfKind) *counter {
	return &counter{ds: ds, deeds: deeds, carried: map[PledgeID]map[SideID]Carried{}}
}

func (c *counter) count() {
	c.taken = make([]int32, len(c.ds.exchanges))
	for i := range c.ds.facts.Pledges {
		if p := &c.ds.facts.Pledges[i]; p.Kind == c.deeds.kind {
			c.carried[p.ID] = c.carriedOut(p, c.deeds.under[p.ID])
		}
	}
	c.result = c.tally()
}

// tally counts by round.
func (c *counter) tally() Tally {
	ds := c.ds
	t := Tally{Kind: c.deeds.kind}
	for _, r := range ds.rounds {
		g := c.tallyGroup(Occasion{Round: r.ID}, &t)
		switch {
		case len(g.Slots) > 0:
			t.Groups = append(t.Groups, g)
		case !ds.hasPledges(t.Kind, g.Occasion):
			t.Quiet = append(t.Quiet, r)
		}
	}
	for _, e := range ds.eventsByDate() {
		if g := c.tallyGroup(Occasion{Event: e.ID}, &t); len(g.Slots) > 0 {
			t.Groups = append(t.Groups, g)
		}
	}
	t.Apart = c.apart()
	return t
}

func (ds *Dataset) hasPledges(kind KindID, o Occasion) bool {
	return slices.ContainsFunc(ds.pledgesOf[o], func(p *Pledge) bool { return p.Kind == kind })
}

// tallyGroup tallies one occasion; pledges that are not drawn are put down in t.
func (c *counter) tallyGroup(o Occasion, t *Tally) TallyGroup {
	g := TallyGroup{Occasion: o}
	c.group++
	for _, p := range c.ds.pledgesOf[o] {
		switch {
		case p.Kind != c.deeds.kind:
		case !p.Drawn():
			t.Undrawn = append(t.Undrawn, p)
		default:
			slot := TallySlot{Pledge: p, Carried: c.take(p)}
			if c.ds.quantified(p) || slot.hasExchanges() {
				g.Slots = append(g.Slots, slot)
			} else {
				t.Unquantified = append(t.Unquantified, p)
			}
		}
	}
	rest := c.ds.newSums()
	for _, at := range c.deeds.tied[o] {
		if c.isTaken(at) {
			continue
		}
		e := c.ds.exchanges[at]
		ties := tiesOf(e, func(t *Tie) bool { return c.ds.OccasionOf(*t) == o })
		if !c.ds.isInSlot(e, g.Slots, inferred(ties)) {
			rest.add(e, nil, inferred(ties), ties)
		}
	}
	if slot := (TallySlot{Carried: rest.bySide()}); slot.hasExchanges() {
		g.Slots = append(g.Slots, slot)
	}
	return g
}

// take is what was carried out of a pledge without the exchanges already taken for another one of the group; it takes
// those that it counts in full.
func (c *counter) take(p *Pledge) map[SideID]Carried {
	all := c.deeds.under[p.ID]
	free, wasTaken := all, false
	for i, at := range all {
		isTaken := c.isTaken(at)
		e := c.ds.exchanges[at]
		if c.ds.ownCount(e, p.ID) == nil {
			if isTaken && !wasTaken {
				free, wasTaken = slices.Clone(all[:i]), true
			}
			if isTaken {
				continue
			}
			if !c.ds.isInferred(e, p) {
				c.taken[at] = c.group
			}
		}
		if wasTaken {
			free = append(free, at)
		}
	}
	if !wasTaken {
		return c.carried[p.ID]
	}
	return c.carriedOut(p, free)
}

func (c *counter) isTaken(at int32) bool { return c.taken[at] == c.group }

// isInSlot reports whether e is counted in one of the slots, in full or with a count of its own. An exchange that is there
// by inference only, while a source ties it to the occasion, still has to be counted.
func (ds *Dataset) isInSlot(e *Exchange, slots []TallySlot, inferredOnly bool) bool {
	for _, s := range slots {
		if s.Pledge != nil && ds.isUnder(e, s.Pledge) && (inferredOnly || !ds.isInferred(e, s.Pledge)) {
			return true
		}
	}
	return false
}

// carriedOut sums up those of the exchanges under p that are listed.
func (c *counter) carriedOut(p *Pledge, list []int32) map[SideID]Carried {
	s := c.ds.newSums()
	for _, at := range list {
		e := c.ds.exchanges[at]
		s.add(e, c.ds.ownCount(e, p.ID), c.ds.isInferred(e, p), c.ds.tiesWithin(e, p.ID))
	}
	return s.bySide()
}

// apart tallies the exchanges that are tied to no round and no event, one group per set of agreements in the order of the
// file, and those attributed to nothing last.
func (c *counter) apart() []Apart {
	agreements := c.ds.facts.Agreements
	groups := make([]sums, len(agreements)+1)
	for i := range groups {
		groups[i] = c.ds.newSums()
	}
	last := len(agreements)
	for _, at := range c.deeds.apart {
		e := c.ds.exchanges[at]
		group := last
		for i, a := range agreements {
			if group == last && slices.ContainsFunc(e.Ties, func(t Tie) bool { return t.Agreement == a.ID }) {
				group = i
			}
		}
		var ties []Tie
		if group != last {
			ties = tiesOf(e, func(t *Tie) bool { return t.Agreement == agreements[group].ID })
		}
		groups[group].add(e, nil, inferred(ties), ties)
	}
	var filled []Apart
	for i, g := range groups {
		a := Apart{Carried: g.bySide()}
		if i != last {
			a.Agreement = &agreements[i]
		}
		if len(a.Carried) > 0 {
			filled = append(filled, a)
		}
	}
	return filled
}

// sums are what was carried out, by the places of the sides in the file.
type sums struct {
	sides []Side
	of    []Carried
	has   []bool
}

func (ds *Dataset) newSums() sums {
	sides := ds.facts.Sides
	return sums{sides: sides, of: make([]Carried, len(sides)), has: make([]bool, len(sides))}
}

func (s *sums) bySide() map[SideID]Carried {
	m := map[SideID]Carried{}
	for i, side := range s.sides {
		if s.has[i] {
			m[side.ID] = s.of[i]
		}
	}
	return m
}

// add adds one exchange. With an own count only the sides that it names are counted. Ties are those that put the exchange
// there.
func (s *sums) add(e *Exchange, own map[SideID]int, inferred bool, ties []Tie) {
	left := len(e.To)
	if own != nil {
		left = len(own)
	}
	for i := 0; i < len(s.sides) && left > 0; i++ {
		to := s.sides[i].ID
		n, hasOwn := own[to]
		f, receives := e.To[to]
		if own != nil && !hasOwn || own == nil && !receives {
			continue
		}
		left--
		s.has[i] = true
		c := &s.of[i]
		switch {
		case inferred:
			c.Inferred = append(c.Inferred, e)
		case own != nil:
			c.addCount(e, n, n, n)
		default:
			c.addFigure(e, f, to)
		}
		for t := range ties {
			for _, by := range ties[t].By {
				c.By = appendReporter(c.By, by)
			}
		}
	}
}

// addFigure adds what a side received of an exchange, see [Figure.Received].
func (c *Carried) addFigure(e *Exchange, f Figure, to SideID) {
	claims, _ := f.deciding(to)
	n, state := agreed(claims)
	if state != Known {
		c.Uncounted = append(c.Uncounted, e)
		return
	}
	low, high, _ := f.Range()
	c.addCount(e, n, low, high)
}

func (c *Carried) addCount(e *Exchange, n, low, high int) {
	c.Counted = append(c.Counted, e)
	c.Sum, c.Low, c.High = c.Sum+n, c.Low+low, c.High+high
}
