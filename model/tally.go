package model

import "slices"

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

// Exchanges returns those counted, uncounted and inferred. The caller must not change the list.
func (c Carried) Exchanges() []*Exchange {
	switch c.Len() {
	case len(c.Counted):
		return c.Counted
	case len(c.Uncounted):
		return c.Uncounted
	case len(c.Inferred):
		return c.Inferred
	}
	return slices.Concat(c.Counted, c.Uncounted, c.Inferred)
}

// Len is how many exchanges there are, counted, uncounted and inferred.
func (c Carried) Len() int { return len(c.Counted) + len(c.Uncounted) + len(c.Inferred) }

// Tally counts a kind by round. It was counted when the dataset was built; the caller must not change it.
func (ds *Dataset) Tally(kind KindID) Tally {
	if t, ok := ds.tallies[kind]; ok {
		return t
	}
	return ds.newCounter(&deedsOfKind{kind: kind}).tally()
}

// CarriedOut is what was carried out of a pledge, by receiving side: the exchanges that a source ties to it or to a pledge
// that is part of it, and its stages. The caller must not change it.
func (ds *Dataset) CarriedOut(p *Pledge) map[SideID]Carried { return ds.carried[p.ID] }

// isInferred reports whether e is under p by inference only.
func (ds *Dataset) isInferred(e *Exchange, p *Pledge) bool {
	return !isStageOf(e, p.ID) && inferred(ds.tiesWithin(e, p.ID))
}

// tiesWithin are the ties of e to a pledge and to those that are part of it.
func (ds *Dataset) tiesWithin(e *Exchange, id PledgeID) []Tie {
	return tiesOf(e, func(t *Tie) bool { return ds.IsWithin(t.Pledge, id) })
}

func (s TallySlot) hasExchanges() bool {
	for _, c := range s.Carried {
		if c.Len() > 0 {
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
	ties := ds.tiesWithin(e, id)
	if len(ties) == 1 && len(ties[0].To) == 0 {
		return nil
	}
	byPledge := map[PledgeID]map[SideID]int{}
	for _, t := range ties {
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

func tiesOf(e *Exchange, matches func(*Tie) bool) []Tie { return subset(e.Ties, matches) }

// subset returns those of a list that match. Where they stand together, it is a part of the list: most lists are short, and
// there are many of them.
func subset[T any](list []T, matches func(*T) bool) []T {
	first, n := 0, 0
	for i := range list {
		if !matches(&list[i]) {
			continue
		}
		if n == 0 {
			first = i
		}
		if n++; first+n <= i {
			return scattered(list, matches)
		}
	}
	return list[first : first+n : first+n]
}

func scattered[T any](list []T, matches func(*T) bool) []T {
	var found []T
	for i := range list {
		if matches(&list[i]) {
			found = append(found, list[i])
		}
	}
	return found
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

func (ds *Dataset) eventsByDate() []*Event {
	list := ds.Events()
	sortByDate(list, func(e *Event) Date { return e.Date })
	return list
}
