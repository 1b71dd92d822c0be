package model

import "slices"

// Fulfilment is one agreed pledge beside what was carried out of it.
type Fulfilment struct {
	Pledge  *Pledge
	Carried map[SideID]Carried
	Stages  Stages
}

// Stages is how many stages of a pledge there were.
type Stages struct {
	Listed int   // exchanges that the file lists as stages
	Of     []int // the numbers of stages that are published, each once, from the lowest
}

// Fulfilments lists the pledges of a kind that are drawn as agreed, by round and then by event, with what was carried out
// of each. What is counted there is what [Dataset.Tally] counts: an exchange once per round.
func (ds *Dataset) Fulfilments(kind KindID) []Fulfilment {
	carried := map[PledgeID]map[SideID]Carried{}
	for _, g := range ds.Tally(kind).Groups {
		for _, s := range g.Slots {
			if s.Pledge != nil {
				carried[s.Pledge.ID] = s.Carried
			}
		}
	}
	var list []Fulfilment
	for _, o := range ds.occasions() {
		for _, p := range ds.pledgesOf[o] {
			if p.Kind == kind && p.Drawn() {
				list = append(list, Fulfilment{Pledge: p, Carried: carried[p.ID], Stages: ds.stages(p.ID)})
			}
		}
	}
	return list
}

// occasions lists the rounds by date, then the events by date.
func (ds *Dataset) occasions() []Occasion {
	var list []Occasion
	for _, r := range ds.rounds {
		list = append(list, Occasion{Round: r.ID})
	}
	for _, e := range ds.eventsByDate() {
		list = append(list, Occasion{Event: e.ID})
	}
	return list
}

func (ds *Dataset) stages(id PledgeID) Stages {
	var s Stages
	for _, e := range ds.stagesOf[id] {
		s.Listed++
		if e.Stage.Of != nil && !slices.Contains(s.Of, *e.Stage.Of) {
			s.Of = append(s.Of, *e.Stage.Of)
		}
	}
	slices.Sort(s.Of)
	return s
}

// IsComparable reports whether a difference between what was agreed and what was carried out may be shown: only where both
// are exact and neither is disputed, so that nothing unknown is taken for a shortfall.
func IsComparable(agreed Amount, c Carried) bool {
	return agreed.State == Known && c.State() == Known
}
