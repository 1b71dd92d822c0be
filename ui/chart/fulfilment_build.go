package chart

import (
	"maps"
	"slices"
	"strings"

	"parley/model"
	"parley/ui/format"
)

// FulfilmentChart asks the dataset for the chart of fulfilment. Equal questions to equal datasets give equal charts.
func FulfilmentChart(ds *model.Dataset, opts Options) Fulfilment {
	b := &fulfilmentBuilder{deeds: newDeeds(ds, opts)}
	var of model.Occasion
	var group []model.Fulfilment
	for _, f := range ds.Fulfilments(opts.Kind) {
		if f.Pledge.Occasion != of {
			b.addOccasion(of, group)
			of, group = f.Pledge.Occasion, nil
		}
		group = append(group, f)
	}
	b.addOccasion(of, group)
	b.chart.Frame = b.frame()
	b.chart.Selected, b.chart.Page = opts.Selected, opts.Page
	b.chart.question, b.chart.entries = b.question, b.entries
	return b.chart
}

// fulfilmentBuilder gathers what the chart of fulfilment shows.
type fulfilmentBuilder struct {
	deeds
	chart   Fulfilment
	entries []entry
	bounded map[model.Qualifier]bool // the qualifiers of the numbers drawn
}

// addOccasion adds a round or an event with its pledges, unless the filters leave nothing of it.
func (b *fulfilmentBuilder) addOccasion(of model.Occasion, pledges []model.Fulfilment) {
	date := b.dateOf(of)
	if len(pledges) == 0 || !b.opts.includes(date) {
		return
	}
	o := PledgeGroup{Item: itemOf(of), Name: b.occasionName(of)}
	var slots []model.TallySlot
	for _, f := range pledges {
		slot := model.TallySlot{Pledge: f.Pledge, Carried: f.Carried}
		p := PledgeLines{
			Item: model.Item{Kind: model.PledgeItem, ID: string(f.Pledge.ID)}, Label: b.labelOf(slot), Exchanges: exchangesIn(slot),
		}
		for _, side := range b.sides {
			b.addLine(&p, o, f, side)
		}
		if len(p.Sides) > 0 {
			o.Pledges, slots = append(o.Pledges, p), append(slots, slot)
		}
	}
	if len(o.Pledges) == 0 {
		return
	}
	if len(pledges) == 1 {
		o.Pledges[0].Label = ""
	}
	b.noteExchanges(slots)
	b.noteTies(o.Name, slots, b.byOccasion(of))
	b.dates = append(b.dates, date)
	b.chart.Groups = append(b.chart.Groups, o)
}

// addLine adds what became of a pledge towards one side, unless nothing was pledged or carried out there.
func (b *fulfilmentBuilder) addLine(p *PledgeLines, o PledgeGroup, f model.Fulfilment, side model.Side) {
	agreed, carried := f.Pledge.Pledged(side.ID, b.ids), f.Carried[side.ID]
	if agreed.State == model.NotApplicable && carried.Len() == 0 {
		return
	}
	b.addPledgeSources(f.Pledge, side.ID)
	bars := b.sideBars(o.Name, side, agreed, carried)
	if b.without(sideSeries(side.ID)) {
		b.hidden = true
		return
	}
	b.entries = append(b.entries, entry{
		item: p.Item, occasion: o.Name, date: b.dateOf(f.Pledge.Occasion), pledge: f.Pledge,
		status: b.l.T("status." + string(f.Pledge.Status)), side: side, agreed: agreed, carried: carried,
	})
	left, ok := b.shown(bars)
	if !ok {
		b.hidden = true
		return
	}
	b.noteBounds(left)
	said := b.carriedOut(carried, f.Stages)
	line := PledgeLine{
		SideBars: left, IsComparable: model.IsComparable(agreed, carried) && left.Agreed.HasValue() && left.Carried.HasValue(),
		Words: b.line(b.agreed(f.Pledge, agreed), said), Brief: b.line(b.agreedBrief(f.Pledge, agreed), said),
		Short: b.line(b.agreedShort(f.Pledge, left.Agreed, agreed), b.carriedShort(left.Carried, said)),
	}
	if left.Agreed.State == model.Disputed {
		line.Claims = b.pledgeWords(f.Pledge, agreed.Claims)
	}
	p.Sides = append(p.Sides, line)
}

func (b *fulfilmentBuilder) noteBounds(s SideBars) {
	if b.bounded == nil {
		b.bounded = map[model.Qualifier]bool{}
	}
	for _, bar := range []Bar{s.Agreed, s.Carried} {
		if bar.HasValue() {
			b.bounded[bar.Qualifier] = true
		}
	}
}

// line is what is written beside a line: what was agreed and what was carried out, as far as they are switched on.
func (b *fulfilmentBuilder) line(agreed, carried string) string {
	var parts []string
	if !b.without(agreedSeries) {
		parts = append(parts, agreed)
	}
	if !b.without(carriedSeries) {
		parts = append(parts, carried)
	}
	return b.joined(parts)
}

// agreed is "agreed at least 1,200", or what is known instead.
func (b *fulfilmentBuilder) agreed(p *model.Pledge, a model.Amount) string {
	switch a.State {
	case model.Disputed:
		return b.l.T("chartfulfil.disputed", "Claims", b.pledgeWords(p, a.Claims))
	case model.NotApplicable:
		return b.l.T("chartfulfil.notagreed")
	case model.Unknown:
		return b.l.T("chartfulfil.agreed.words", "Words", b.l.Pledged(a))
	}
	return b.l.T("chartfulfil.agreed", "Value", b.l.Amount(a))
}

func (b *fulfilmentBuilder) agreedBrief(p *model.Pledge, a model.Amount) string {
	if a.State == model.Disputed {
		return b.l.T("chartfulfil.disputed.brief")
	}
	return b.agreed(p, a)
}

func (b *fulfilmentBuilder) agreedShort(p *model.Pledge, bar Bar, a model.Amount) string {
	if bar.HasValue() {
		return b.l.T("chartfulfil.agreed", "Value", bar.Short)
	}
	return b.agreedBrief(p, a)
}

// carriedOut is "carried out 205", or what is known instead, with the stages where they say more than the count.
func (b *fulfilmentBuilder) carriedOut(c model.Carried, stages model.Stages) string {
	var parts []string
	switch c.State() {
	case model.Known:
		parts = append(parts, b.l.T("chartfulfil.carried", "Value", b.l.Carried(c)))
	case model.Bounded:
		parts = append(parts, b.l.N("chartfulfil.partly", len(c.Uncounted), "Value", b.l.Carried(c)))
	case model.NotApplicable:
		if len(c.Inferred) > 0 {
			return b.l.N("chartfulfil.inferred", len(c.Inferred))
		}
		return b.l.T("chart.rounds.nothingtied")
	}
	if told := b.stages(c, stages); told != "" {
		parts = append(parts, told)
	}
	if c.State() == model.Unknown {
		if stages.Listed == 0 {
			return b.l.N("chart.rounds.uncounted", len(c.Uncounted))
		}
		parts = append(parts, b.l.T("chartfulfil.nocounts"))
	}
	return b.joined(parts)
}

// stages is "9 stages listed, 10 by one count"; empty where all stages have a count and no other number of them was
// published.
func (b *fulfilmentBuilder) stages(c model.Carried, s model.Stages) string {
	others := slices.DeleteFunc(slices.Clone(s.Of), func(n int) bool { return n == s.Listed })
	if s.Listed == 0 || len(others) == 0 && len(c.Uncounted) == 0 {
		return ""
	}
	said := b.l.N("chartfulfil.stages", s.Listed)
	if len(others) == 0 {
		return said
	}
	var numbers []string
	for _, n := range others {
		numbers = append(numbers, b.l.Number(n))
	}
	return b.joined([]string{said, b.l.N("chartfulfil.stages.of", len(others), "Numbers", b.l.List(numbers))})
}

func (b *fulfilmentBuilder) carriedShort(bar Bar, said string) string {
	if bar.HasValue() {
		return b.l.T("chartfulfil.carried", "Value", bar.Short)
	}
	return said
}

func (b *fulfilmentBuilder) frame() Frame {
	f := Frame{
		Title: b.l.T("chartfulfil.title", "Kind", b.text(b.kind.Name), "CarriedOut", b.text(b.kind.CarriedOut)),
		Notes: b.notes(), Must: b.beside(),
	}
	if len(b.dates) == 0 {
		f.Subtitle = b.l.T("chart.rounds.subtitle.undated", "Unit", b.unit(), "Where", b.where())
	} else {
		f.Subtitle = b.l.T("chart.rounds.subtitle", "Unit", b.unit(), "Where", b.where(), "Period", b.period())
	}
	if len(b.chart.Groups) > 0 || b.hidden {
		f.Legend = b.legend()
	}
	switch {
	case len(b.chart.Groups) > 0:
	case b.hidden:
		f.Empty = b.allOffText()
	default:
		f.Empty = b.emptyText(b.l.T("chartfulfil.empty"))
	}
	return b.framed(f, b.cited.list)
}

// legend is that of all charts of pledges, with discs in the place of bars, and the signs of numbers that are no exact
// counts.
func (b *fulfilmentBuilder) legend() []LegendEntry {
	list := b.seriesLegend()
	for i := range list {
		switch list[i].Key {
		case agreedSeries:
			list[i].Symbol = HatchedDisc
		case carriedSeries:
			list[i].Symbol = Disc
		case disputedSeries:
			list[i].Symbol = HollowDiamond
		}
	}
	for _, e := range []struct {
		qualifier model.Qualifier
		symbol    Symbol
	}{{model.AtLeast, OpenAbove}, {model.AtMost, OpenBelow}, {model.About, OpenBoth}} {
		if b.bounded[e.qualifier] {
			text := b.l.T("chartfulfil.legend." + string(e.qualifier))
			list = append(list, LegendEntry{Symbol: e.symbol, Place: NoSide, Text: text})
		}
	}
	return list
}

func (b *fulfilmentBuilder) notes() []Note {
	list := []Note{
		b.noteList("chart.note.approximate", b.approximate),
		b.noteList("chart.note.tiedby", b.tiedBy),
		b.noteList("chart.note.additional", b.additional),
	}
	return slices.DeleteFunc(list, func(n Note) bool { return n.Text == "" })
}

// beside counts the exchanges that are in no line: those tied to a round but to no agreed pledge, those under
// agreements without a round, and those tied to nothing.
func (b *fulfilmentBuilder) beside() []string {
	tally := b.ds.Tally(b.opts.Kind)
	occasion := map[*model.Exchange]bool{}
	for _, g := range tally.Groups {
		for _, s := range g.Slots {
			if s.Pledge == nil && b.opts.includes(b.dateOf(g.Occasion)) {
				b.collect(occasion, s.Carried)
			}
		}
	}
	var parts []string
	if n := len(occasion); n > 0 {
		parts = append(parts, b.l.N("chartfulfil.beside.occasion", n))
	}
	for _, a := range tally.Apart {
		parts = append(parts, b.besideApart(a)...)
	}
	if len(parts) == 0 || len(b.chart.Groups) == 0 {
		return nil
	}
	return []string{b.l.T("chartfulfil.beside", "List", b.joined(parts))}
}

// besideApart counts the exchanges of one agreement, or those tied to nothing: as many as the chart across rounds says.
func (b *fulfilmentBuilder) besideApart(a model.Apart) []string {
	apart := map[*model.Exchange]bool{}
	b.collect(apart, a.Carried)
	maps.DeleteFunc(apart, func(e *model.Exchange, _ bool) bool { return !b.opts.includes(e.Date) })
	switch {
	case len(apart) == 0:
		return nil
	case a.Agreement == nil:
		return []string{b.l.N("chartfulfil.beside.apart", len(apart))}
	}
	return []string{b.l.N("chartfulfil.beside.agreement", len(apart), "Name", b.text(a.Agreement.Name))}
}

// collect adds the exchanges towards the sides that are shown.
func (b *fulfilmentBuilder) collect(in map[*model.Exchange]bool, carried map[model.SideID]model.Carried) {
	for _, s := range b.sides {
		for _, e := range carried[s.ID].Exchanges() {
			in[e] = true
		}
	}
}

// AltText tells what the picture shows: the kind of chart, what it is about, and the main numbers.
func (f Fulfilment) AltText() string {
	l := f.locale()
	head := l.T("chartfulfil.alt", "Title", f.Title, "Subtitle", strings.TrimSuffix(f.Subtitle, "."))
	return f.altText(l, head, len(f.Groups), func(i int) (name, told string) {
		return f.Groups[i].Name, f.Groups[i].told(l)
	})
}

// told lists the lines of an occasion.
func (o PledgeGroup) told(l *format.Locale) string {
	var parts []string
	for _, p := range o.Pledges {
		for _, s := range p.Sides {
			said := l.T("chart.rounds.alt.side", "Side", s.Name, "Numbers", s.Words)
			if p.Label != "" {
				said += " (" + p.Label + ")"
			}
			parts = append(parts, said)
		}
	}
	return strings.Join(parts, "; ")
}
