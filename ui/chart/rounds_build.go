package chart

import (
	"strings"

	"parley/model"
)

// RoundsChart asks the dataset for the chart across rounds. Equal questions to equal datasets give equal charts.
func RoundsChart(ds *model.Dataset, opts Options) Rounds {
	b := newRoundsBuilder(ds, opts)
	for _, g := range b.tally.Groups {
		b.addOccasion(g)
	}
	for _, a := range b.tally.Apart {
		b.addApart(a)
	}
	b.listOtherPledges()
	b.chart.Frame = b.frame()
	b.chart.Heading = b.heading()
	b.chart.Selected, b.chart.Page = opts.Selected, opts.Page
	b.chart.question, b.chart.entries = b.question, b.entries
	return b.chart
}

// roundsBuilder gathers what the chart across rounds shows.
type roundsBuilder struct {
	deeds
	tally        model.Tally
	chart        Rounds
	unattributed *model.Apart
	entries      []entry
}

func newRoundsBuilder(ds *model.Dataset, opts Options) *roundsBuilder {
	return &roundsBuilder{deeds: newDeeds(ds, opts), tally: ds.Tally(opts.Kind)}
}

// addOccasion adds a round or an event, unless the filters leave nothing of it.
func (b *roundsBuilder) addOccasion(t model.TallyGroup) {
	date := b.dateOf(t.Occasion)
	if !b.opts.includes(date) {
		return
	}
	g := Group{
		Part: RoundPart, Item: itemOf(t.Occasion), Name: b.occasionName(t.Occasion), Short: b.l.Date(date),
	}
	if t.Occasion.Event != "" {
		g.Part = EventPart
	}
	for _, slot := range t.Slots {
		s := b.slot(g, slot)
		if len(s.Sides) == 0 {
			continue
		}
		g.Slots = append(g.Slots, s)
	}
	if len(g.Slots) == 0 {
		return
	}
	b.noteExchanges(t.Slots)
	b.noteTies(g.Name, t.Slots, b.byOccasion(t.Occasion))
	if len(g.Slots) == 1 {
		g.Slots[0].Label = ""
	}
	b.dates = append(b.dates, date)
	b.chart.Groups = append(b.chart.Groups, g)
}

func itemOf(o model.Occasion) model.Item {
	if o.Round != "" {
		return model.Item{Kind: model.RoundItem, ID: string(o.Round)}
	}
	return model.Item{Kind: model.EventItem, ID: string(o.Event)}
}

func (q question) dateOf(o model.Occasion) model.Date {
	if r := q.ds.Round(o.Round); r != nil {
		return r.Date
	}
	if e := q.ds.Event(o.Event); e != nil {
		return e.Date
	}
	return model.Date{}
}

// occasionName is the name of a round or an event, with its date where the name does not hold it.
func (q question) occasionName(o model.Occasion) string {
	name := clean(q.l.OccasionName(q.ds, o))
	date := q.dateOf(o)
	if date.IsZero() || strings.Contains(name, date.Last().Format("2006")) {
		return name
	}
	return q.l.T("chart.rounds.occasion", "Name", name, "Date", q.l.Date(date))
}

// slot is one pledge (or none) beside what was carried out of it, for the sides that are shown.
func (b *roundsBuilder) slot(g Group, t model.TallySlot) Slot {
	s := Slot{Item: g.Item, Label: b.labelOf(t), Exchanges: exchangesIn(t)}
	if t.Pledge != nil {
		s.Item = model.Item{Kind: model.PledgeItem, ID: string(t.Pledge.ID)}
	}
	for _, side := range b.sides {
		agreed := model.Amount{State: model.NotApplicable}
		if t.Pledge != nil {
			agreed = t.Pledge.Pledged(side.ID, b.ids)
			b.addPledgeSources(t.Pledge, side.ID)
		}
		carried := t.Carried[side.ID]
		if agreed.State == model.NotApplicable && len(carried.Exchanges()) == 0 {
			continue
		}
		if !b.without(sideSeries(side.ID)) {
			b.addRow(g, t.Pledge, side, agreed, carried)
		}
		if bars, ok := b.shown(b.sideBars(g.Name, side, agreed, carried)); ok {
			s.Sides = append(s.Sides, bars)
		} else {
			b.hidden = true
		}
	}
	s.Remarks = b.remarks(t, s.Sides)
	return s
}

// labelOf tells a slot from others of the same occasion: by the pledge's category where it has one, else by its
// summary.
func (q question) labelOf(t model.TallySlot) string {
	if t.Pledge == nil {
		return q.l.T("chart.rounds.nopledge")
	}
	var names []string
	for _, id := range t.Pledge.Categories {
		if c := q.ds.Category(id); c != nil {
			names = append(names, q.text(c.Name))
		}
	}
	if len(names) > 0 {
		return q.l.List(names)
	}
	return q.text(t.Pledge.Summary)
}

// addApart adds the exchanges under a set of agreements, and keeps those attributed to nothing for the note.
func (b *roundsBuilder) addApart(a model.Apart) {
	shown := model.Apart{Agreement: a.Agreement, Carried: map[model.SideID]model.Carried{}}
	for _, side := range b.sides {
		if c := b.inPeriod(side.ID, a.Carried[side.ID]); len(c.Exchanges()) > 0 {
			shown.Carried[side.ID] = c
		}
	}
	switch {
	case len(shown.Carried) == 0:
	case a.Agreement == nil:
		b.unattributed = &shown
		b.addUnattributedRows(shown)
	default:
		g := Group{Part: AgreementPart, Name: b.text(a.Agreement.Name)}
		tally := model.TallySlot{Carried: shown.Carried}
		slot := b.slot(g, tally)
		slot.Label = ""
		if len(slot.Sides) == 0 {
			return
		}
		g.Slots = []Slot{slot}
		b.noteExchanges([]model.TallySlot{tally})
		b.noteTies(g.Name, []model.TallySlot{tally}, byAgreement(a.Agreement.ID))
		b.chart.Groups = append(b.chart.Groups, g)
	}
}

// inPeriod is what was carried out in the period of the filter. The exchanges of groups apart count in full, so their
// sums can be taken again.
func (q question) inPeriod(side model.SideID, c model.Carried) model.Carried {
	if q.opts.From.IsZero() && q.opts.To.IsZero() {
		return c
	}
	kept := model.Carried{By: c.By}
	for _, e := range c.Counted {
		if !q.opts.includes(e.Date) {
			continue
		}
		a := e.Received(side)
		low, high := a.Value, a.Value
		if a.HasRange {
			low, high = a.Low, a.High
		}
		kept.Counted = append(kept.Counted, e)
		kept.Sum, kept.Low, kept.High = kept.Sum+a.Value, kept.Low+low, kept.High+high
	}
	kept.Uncounted = q.datedIn(c.Uncounted)
	kept.Inferred = q.datedIn(c.Inferred)
	return kept
}

func (q question) datedIn(list []*model.Exchange) []*model.Exchange {
	var kept []*model.Exchange
	for _, e := range list {
		if q.opts.includes(e.Date) {
			kept = append(kept, e)
		}
	}
	return kept
}

// heading stands over the groups that are no rounds, where there are any.
func (b *roundsBuilder) heading() string {
	for _, g := range b.chart.Groups {
		if g.Part != RoundPart {
			return b.l.T("chart.rounds.apart")
		}
	}
	return ""
}
