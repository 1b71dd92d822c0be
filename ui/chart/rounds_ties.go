package chart

import (
	"slices"

	"parley/model"
)

// puts reports whether a tie is what puts an exchange into a slot.
type puts func(model.TallySlot, model.Tie) bool

// byOccasion is how exchanges come into the slots of a round or an event: tied to the pledge or a part of it, or else
// to the occasion.
func (q question) byOccasion(o model.Occasion) puts {
	return func(s model.TallySlot, t model.Tie) bool {
		if s.Pledge != nil {
			return q.ds.IsWithin(t.Pledge, s.Pledge.ID)
		}
		return q.ds.OccasionOf(t) == o
	}
}

// byAgreement is how exchanges come under a set of agreements.
func byAgreement(id model.AgreementID) puts {
	return func(_ model.TallySlot, t model.Tie) bool { return t.Agreement == id }
}

// tied are exchanges of one slot whose ties the same reporters state, who are not all sides.
type tied struct {
	what string // "" for all exchanges of an occasion
	by   string
}

// noteTies keeps which exchanges of an occasion not every side ties to it, and who does. Each slot and each exchange is
// judged by itself: two sides that each state the tie of another pledge do not agree.
func (b *deeds) noteTies(occasion string, slots []model.TallySlot, put puts) {
	var list []tied
	for _, slot := range slots {
		label := ""
		if len(slots) > 1 {
			label = b.labelOf(slot)
		}
		list = append(list, b.tiedInSlot(label, slot, put)...)
	}
	if len(list) == 1 && list[0].what == "" {
		b.tiedBy = append(b.tiedBy, b.l.T("chart.note.by", "What", occasion, "By", list[0].by))
		return
	}
	var parts []string
	for _, t := range list {
		parts = append(parts, b.l.T("chart.note.by", "What", t.what, "By", t.by))
	}
	if len(parts) > 0 {
		b.tiedBy = append(b.tiedBy, b.l.T("chart.note.entry", "What", occasion, "Text", b.joined(parts)))
	}
}

// tiedInSlot names the slot where all its exchanges are alike, else each exchange by its date.
func (b *deeds) tiedInSlot(label string, slot model.TallySlot, put puts) []tied {
	var list []tied
	alike := true
	counted := b.countedIn(slot)
	for i, e := range counted {
		var t tied
		if by := statedBy(slot, e, put); len(by) > 0 && !b.allSides(e, by) {
			t.by = b.reporters(by)
		}
		alike = alike && (i == 0 || t.by == list[0].by)
		list = append(list, t)
	}
	if alike && len(list) > 0 {
		list = []tied{{what: label, by: list[0].by}}
	} else {
		b.nameTied(list, label, counted)
	}
	return slices.DeleteFunc(list, func(t tied) bool { return t.by == "" })
}

// nameTied names those that not all sides tie by the dates of their exchanges.
func (b *deeds) nameTied(list []tied, label string, exchanges []*model.Exchange) {
	for i, e := range exchanges {
		if list[i].by == "" {
			continue
		}
		list[i].what = b.l.Date(e.Date)
		if label != "" {
			list[i].what = b.l.T("chart.rounds.occasion", "Name", label, "Date", list[i].what)
		}
	}
}

// countedIn lists the exchanges of a slot that no inference ties to it, each once.
func (b *deeds) countedIn(slot model.TallySlot) []*model.Exchange {
	var list []*model.Exchange
	seen := map[*model.Exchange]bool{}
	for _, s := range b.sides {
		c := slot.Carried[s.ID]
		for _, e := range slices.Concat(c.Counted, c.Uncounted) {
			if !seen[e] {
				seen[e] = true
				list = append(list, e)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y *model.Exchange) int { return x.Date.First().Compare(y.Date.First()) })
	return list
}

// statedBy are those who state a tie that puts an exchange into a slot.
func statedBy(slot model.TallySlot, e *model.Exchange, put puts) []model.Reporter {
	var by []model.Reporter
	for _, t := range e.Ties {
		if !t.Inferred && put(slot, t) {
			by = append(by, t.By...)
		}
	}
	return by
}

// allSides reports whether all sides that have to do with the exchange are among those who say something of it.
func (q question) allSides(e *model.Exchange, by []model.Reporter) bool {
	for _, id := range e.Parties(q.ids) {
		if !slices.Contains(by, model.Reporter(id)) {
			return false
		}
	}
	return true
}
