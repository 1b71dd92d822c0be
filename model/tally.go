package model

// Tally is what was agreed and what was carried out for one kind, by round: the numbers of the chart across rounds.
// Agreed and carried out stand side by side only over the same pledges; what no source ties to a round stands apart.
type Tally struct {
	Kind   KindID
	Groups []TallyGroup // rounds by date, then events by date
	Apart  []Apart      // exchanges that no source ties to a round or an event
	Quiet  []*Round     // rounds without a pledge or a tied exchange of this kind
	// Undrawn are the pledges that are not drawn as agreed: of another status, or part of or restating another.
	Undrawn []*Pledge
	// Unquantified are agreed pledges without a number and without an exchange of their own.
	Unquantified []*Pledge
}

// TallyGroup is one round or event.
type TallyGroup struct {
	Occasion Occasion
	Slots    []TallySlot
}

// TallySlot is one agreed pledge beside what was carried out of it. Pledge is nil for exchanges that are tied to the
// occasion and to no pledge that is drawn.
type TallySlot struct {
	Pledge  *Pledge
	Carried map[SideID]Carried
}

// Apart are the exchanges under a set of agreements, or, where Agreement is nil, those attributed to nothing.
type Apart struct {
	Agreement *Agreement
	Carried   map[SideID]Carried
}

// Carried is what was carried out towards one side: a sum of published counts, and what has no count.
type Carried struct {
	Sum       int
	Counted   []*Exchange // with a published exact count: Sum is theirs
	Uncounted []*Exchange // without one: never counted as zero
	Inferred  []*Exchange // tied by inference only: shown apart, never in Sum
	Low, High int         // sums of the lowest and highest published figures of Counted
	By        []Reporter  // according to whom the exchanges are tied
}

// State is Known where every exchange has a count, Bounded ("at least") where some have none, Unknown where none has, and
// NotApplicable where no exchange is tied but by inference.
func (c Carried) State() State {
	switch {
	case len(c.Counted) == 0 && len(c.Uncounted) == 0:
		return NotApplicable
	case len(c.Counted) == 0:
		return Unknown
	case len(c.Uncounted) > 0:
		return Bounded
	}
	return Known
}

// HasRange reports whether the published figures differ.
func (c Carried) HasRange() bool { return c.Low != c.High }

// Exchanges returns those counted, uncounted and inferred.
func (c Carried) Exchanges() []*Exchange {
	var all []*Exchange
	all = append(all, c.Counted...)
	all = append(all, c.Uncounted...)
	return append(all, c.Inferred...)
}

// Tally counts a kind by round.
func (ds *Dataset) Tally(kind KindID) Tally {
	t := Tally{Kind: kind}
	for _, r := range ds.rounds {
		g := ds.group(kind, Occasion{Round: r.ID}, &t)
		switch {
		case len(g.Slots) > 0:
			t.Groups = append(t.Groups, g)
		case !ds.hasPledges(kind, g.Occasion):
			t.Quiet = append(t.Quiet, r)
		}
	}
	for _, e := range ds.eventsByDate() {
		if g := ds.group(kind, Occasion{Event: e.ID}, &t); len(g.Slots) > 0 {
			t.Groups = append(t.Groups, g)
		}
	}
	t.Apart = ds.apart(kind)
	return t
}

func (ds *Dataset) hasPledges(kind KindID, o Occasion) bool {
	for _, p := range ds.pledgesOf[o] {
		if p.Kind == kind {
			return true
		}
	}
	return false
}

// group tallies one occasion; pledges that are not drawn are put down in t.
func (ds *Dataset) group(kind KindID, o Occasion, t *Tally) TallyGroup {
	g := TallyGroup{Occasion: o}
	taken := map[ExchangeID]bool{}
	for _, p := range ds.pledgesOf[o] {
		switch {
		case p.Kind != kind:
		case !p.Drawn():
			t.Undrawn = append(t.Undrawn, p)
		default:
			slot := TallySlot{Pledge: p, Carried: ds.carriedOut(p, taken)}
			if ds.quantified(p) || slot.hasExchanges() {
				g.Slots = append(g.Slots, slot)
			} else {
				t.Unquantified = append(t.Unquantified, p)
			}
		}
	}
	rest := TallySlot{Carried: map[SideID]Carried{}}
	for _, e := range ds.tiedTo[o] {
		ties := tiesOf(e, func(t Tie) bool { return ds.OccasionOf(t) == o })
		if e.Kind == kind && !taken[e.ID] && !ds.isInSlot(e, g.Slots, inferred(ties)) {
			ds.tally(rest.Carried, e, nil, inferred(ties), ties)
		}
	}
	if rest.hasExchanges() {
		g.Slots = append(g.Slots, rest)
	}
	return g
}

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

// isInferred reports whether e is under p by inference only.
func (ds *Dataset) isInferred(e *Exchange, p *Pledge) bool {
	return !isStageOf(e, p.ID) && inferred(ds.tiesWithin(e, p.ID))
}

// tiesWithin are the ties of e to a pledge and to those that are part of it.
func (ds *Dataset) tiesWithin(e *Exchange, id PledgeID) []Tie {
	return tiesOf(e, func(t Tie) bool { return ds.IsWithin(t.Pledge, id) })
}

func (s TallySlot) hasExchanges() bool {
	for _, c := range s.Carried {
		if len(c.Exchanges()) > 0 {
			return true
		}
	}
	return false
}

func (ds *Dataset) quantified(p *Pledge) bool {
	for _, f := range p.To {
		if _, _, ok := f.Range(); ok {
			return true
		}
	}
	return false
}

// CarriedOut is what was carried out of a pledge, by receiving side: the exchanges that a source ties to it or to a pledge
// that is part of it, and its stages.
func (ds *Dataset) CarriedOut(p *Pledge) map[SideID]Carried {
	return ds.carriedOut(p, map[ExchangeID]bool{})
}

// carriedOut is CarriedOut without the exchanges already taken; it takes those that it counts in full.
func (ds *Dataset) carriedOut(p *Pledge, taken map[ExchangeID]bool) map[SideID]Carried {
	sums := map[SideID]Carried{}
	for _, e := range ds.tiedTo[p.Occasion] {
		if e.Kind != p.Kind || !ds.isUnder(e, p) {
			continue
		}
		own := ds.ownCount(e, p.ID)
		if own == nil {
			if taken[e.ID] {
				continue
			}
			taken[e.ID] = !ds.isInferred(e, p)
		}
		ds.tally(sums, e, own, ds.isInferred(e, p), ds.tiesWithin(e, p.ID))
	}
	return sums
}

// isUnder reports whether e is tied to p, to a part of p, or is a stage of p.
func (ds *Dataset) isUnder(e *Exchange, p *Pledge) bool {
	return isStageOf(e, p.ID) || len(ds.tiesWithin(e, p.ID)) > 0
}

func isStageOf(e *Exchange, id PledgeID) bool { return e.Stage != nil && e.Stage.Pledge == id }

// IsWithin reports whether the pledge part is whole, or part of it at any depth.
func (ds *Dataset) IsWithin(part, whole PledgeID) bool {
	for depth := 0; part != "" && depth <= len(ds.pledge); depth++ {
		if part == whole {
			return true
		}
		p := ds.pledge[part]
		if p == nil || p.PartOf == nil {
			return false
		}
		part = p.PartOf.Pledge
	}
	return false
}

// ownCount is the count that the ties to a pledge, and to those that are part of it, have of their own; nil where e counts
// in full. Of several counts for one pledge the first in the file is taken.
func (ds *Dataset) ownCount(e *Exchange, id PledgeID) map[SideID]int {
	if isStageOf(e, id) {
		return nil
	}
	byPledge := map[PledgeID]map[SideID]int{}
	for _, t := range ds.tiesWithin(e, id) {
		if len(byPledge[t.Pledge]) == 0 {
			byPledge[t.Pledge] = t.To
		}
	}
	sum := map[SideID]int{}
	for _, own := range byPledge {
		if len(own) == 0 {
			return nil
		}
		for side, n := range own {
			sum[side] += n
		}
	}
	return sum
}

func tiesOf(e *Exchange, matches func(Tie) bool) []Tie {
	var list []Tie
	for _, t := range e.Ties {
		if matches(t) {
			list = append(list, t)
		}
	}
	return list
}

// inferred reports whether there are ties, and all of them are inferred.
func inferred(ties []Tie) bool {
	for _, t := range ties {
		if !t.Inferred {
			return false
		}
	}
	return len(ties) > 0
}

// tally adds one exchange to the sums by side. With an own count only the sides that it names are counted. Ties are those
// that put the exchange there.
func (ds *Dataset) tally(sums map[SideID]Carried, e *Exchange, own map[SideID]int, inferred bool, ties []Tie) {
	for _, side := range ds.facts.Sides {
		amount := e.Received(side.ID)
		if own != nil {
			n, ok := own[side.ID]
			if !ok {
				continue
			}
			amount = Amount{State: Known, Value: n}
		}
		if amount.State == NotApplicable {
			continue
		}
		c := sums[side.ID]
		switch {
		case inferred:
			c.Inferred = append(c.Inferred, e)
		case amount.State == Known:
			c.Counted = append(c.Counted, e)
			c.Sum += amount.Value
			low, high := amount.Value, amount.Value
			if amount.HasRange {
				low, high = amount.Low, amount.High
			}
			c.Low += low
			c.High += high
		default:
			c.Uncounted = append(c.Uncounted, e)
		}
		for _, t := range ties {
			c.By = append(c.By, t.By...)
		}
		c.By = distinct(c.By)
		sums[side.ID] = c
	}
}

// apart tallies the exchanges that are tied to no round and no event, one group per set of agreements in the order of the
// file, and those attributed to nothing last.
func (ds *Dataset) apart(kind KindID) []Apart {
	groups := make([]Apart, len(ds.facts.Agreements)+1)
	for i := range ds.facts.Agreements {
		groups[i] = Apart{Agreement: &ds.facts.Agreements[i], Carried: map[SideID]Carried{}}
	}
	last := len(groups) - 1
	groups[last] = Apart{Carried: map[SideID]Carried{}}
	for _, e := range ds.exchanges {
		if e.Kind != kind || len(ds.occasionsOf(e)) > 0 {
			continue
		}
		at := last
		for i, a := range ds.facts.Agreements {
			for _, t := range e.Ties {
				if t.Agreement == a.ID && at == last {
					at = i
				}
			}
		}
		ties := tiesOf(e, func(t Tie) bool { return at != last && t.Agreement == ds.facts.Agreements[at].ID })
		ds.tally(groups[at].Carried, e, nil, inferred(ties), ties)
	}
	var filled []Apart
	for _, g := range groups {
		if len(g.Carried) > 0 {
			filled = append(filled, g)
		}
	}
	return filled
}

func (ds *Dataset) eventsByDate() []*Event {
	list := ds.Events()
	sortByDate(list, func(e *Event) Date { return e.Date })
	return list
}
