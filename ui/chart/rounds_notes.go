package chart

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/model"
)

// notes are the remarks under the chart, the most important first: what is not drawn and why.
func (b *roundsBuilder) notes() []Note {
	list := []Note{
		b.noteUnattributedSums(),
		b.noteList("chart.note.approximate", b.approximate),
		b.noteList("chart.note.tiedby", b.tiedBy),
		b.noteOtherPledges(),
		b.noteUnquantified(),
		b.noteQuiet(),
		b.noteList("chart.note.additional", b.additional),
	}
	return slices.DeleteFunc(list, func(n Note) bool { return n.Text == "" })
}

// must are the remarks without which the picture would be taken for the whole: what it leaves out, and that a period
// chooses rounds and not exchanges.
func (b *roundsBuilder) must() []string {
	var list []string
	if n := len(b.unattributedExchanges()); n > 0 {
		list = append(list, b.l.N("chart.note.unattributed", n))
	}
	if isFiltered := !b.opts.From.IsZero() || !b.opts.To.IsZero(); isFiltered && len(b.chart.Groups) > 0 {
		list = append(list, b.l.T("chart.note.period"))
	}
	return list
}

// unattributedExchanges are those that no source ties to a round: drawn, they would dwarf all else.
func (b *roundsBuilder) unattributedExchanges() map[*model.Exchange]bool {
	seen := map[*model.Exchange]bool{}
	if b.unattributed == nil {
		return seen
	}
	for _, s := range b.sides {
		for _, e := range b.unattributed.Carried[s.ID].Exchanges() {
			seen[e] = true
		}
	}
	return seen
}

// noteUnattributedSums says what was received in them.
func (b *roundsBuilder) noteUnattributedSums() Note {
	if b.unattributed == nil {
		return Note{}
	}
	var sums []string
	counted := false
	for _, s := range b.sides {
		c, ok := b.unattributed.Carried[s.ID]
		if !ok {
			continue
		}
		sum := b.l.T("amount.unknown")
		if len(c.Counted) > 0 {
			sum, counted = b.l.Number(c.Sum), true
		}
		sums = append(sums, b.l.T("chart.note.sum", "Side", b.text(s.Name), "Sum", sum))
	}
	if !counted {
		return Note{}
	}
	return Note{Text: b.l.T("chart.note.unattributed.sums", "Sums", b.joined(sums))}
}

// noteList is a note that lists things; its short form only counts them.
func (q question) noteList(key string, list []string) Note {
	if len(list) == 0 {
		return Note{}
	}
	return Note{
		Text:  q.l.T(key, "List", strings.Join(list, "; ")),
		Short: q.l.N(key+".short", len(list)),
	}
}

// joined is a list without a last "and".
func (q question) joined(list []string) string {
	return strings.Join(list, q.l.T("core.list.separator"))
}

// noteExchanges keeps what the notes say of exchanges that were counted, or could not be, on one occasion.
func (b *deeds) noteExchanges(slots []model.TallySlot) {
	seen := map[*model.Exchange]bool{}
	for _, slot := range slots {
		for _, s := range b.sides {
			c := slot.Carried[s.ID]
			b.noteNew(seen, c.Counted, false)
			b.noteNew(seen, c.Uncounted, true)
			b.noteNew(seen, c.Inferred, false)
		}
	}
	b.noteDates(slots)
}

// noteNew notes those of the exchanges that were not seen. Nearly all have exact counts only, and of those there is nothing to
// note.
func (b *deeds) noteNew(seen map[*model.Exchange]bool, list []*model.Exchange, uncounted bool) {
	for _, e := range list {
		if !b.ds.IsExact(e) && !seen[e] {
			seen[e] = true
			b.noteExchange(e, uncounted)
		}
	}
}

// reporters names reporters, each once, the sides first.
func (q question) reporters(by []model.Reporter) string {
	var distinct []model.Reporter
	for _, r := range by {
		if !slices.Contains(distinct, r) {
			distinct = append(distinct, r)
		}
	}
	q.sidesFirst(distinct)
	return q.l.Reporters(q.ds, distinct)
}

// noteExchange keeps what a sum leaves out: a number that is no exact count, and people handed over besides.
func (b *deeds) noteExchange(e *model.Exchange, uncounted bool) {
	var numbers []string
	var by []model.Reporter
	for _, s := range b.sides {
		if uncounted {
			if a := e.Received(s.ID); a.State == model.Bounded {
				numbers = append(numbers, b.l.T("chart.note.sum", "Side", b.text(s.Name), "Sum", b.l.Amount(a)))
				by = append(by, a.By...)
			}
		}
		for _, more := range e.To[s.ID].Additional {
			said := b.l.T("chart.note.more", "Date", b.l.Date(e.Date), "Side", b.text(s.Name),
				"Value", b.l.Number(more.Value), "What", b.text(more.What))
			if !b.told[said] {
				b.told[said] = true
				b.additional = append(b.additional, said)
			}
		}
	}
	if len(numbers) > 0 {
		what := b.l.T("chart.note.entry", "What", b.l.Date(e.Date), "Text", b.joined(numbers))
		b.approximate = append(b.approximate, b.l.T("chart.note.by", "What", what, "By", b.reporters(by)))
	}
}

// listOtherPledges puts the pledges that are not drawn into the table.
func (b *roundsBuilder) listOtherPledges() {
	b.tally.Undrawn = b.shownPledges(b.tally.Undrawn)
	b.tally.Unquantified = b.shownPledges(b.tally.Unquantified)
	for _, p := range slices.Concat(b.tally.Unquantified, b.tally.Undrawn) {
		b.addPledgeRows(p)
	}
}

func (b *roundsBuilder) shownPledges(list []*model.Pledge) []*model.Pledge {
	var shown []*model.Pledge
	for _, p := range list {
		toShown := slices.ContainsFunc(b.sides, func(s model.Side) bool { _, ok := p.To[s.ID]; return ok })
		if toShown && b.opts.includes(b.dateOf(p.Occasion)) {
			shown = append(shown, p)
		}
	}
	return shown
}

// noteOtherPledges lists the pledges that are not drawn by what they are; its short form counts them.
func (b *roundsBuilder) noteOtherPledges() Note {
	byStatus := map[string][]string{}
	for _, p := range b.tally.Undrawn {
		status := b.statusOf(p)
		byStatus[status] = append(byStatus[status], b.text(p.Summary))
	}
	if len(byStatus) == 0 {
		return Note{}
	}
	var lists, counts []string
	for _, status := range b.statusOrder(byStatus) {
		names := byStatus[status]
		lists = append(lists, b.l.T("chart.note.entry", "What", status, "Text", b.joined(names)))
		counts = append(counts, b.l.T("chart.note.sum", "Side", status, "Sum", b.l.Number(len(names))))
	}
	return Note{
		Text: b.l.T("chart.note.undrawn", "List", strings.Join(lists, "; ")),
		Short: b.l.N("chart.note.undrawn.short", len(b.tally.Undrawn),
			"List", b.joined(counts)),
	}
}

// statusOf says why a pledge is not drawn as agreed.
func (q question) statusOf(p *model.Pledge) string {
	switch {
	case p.PartOf != nil:
		return q.l.T("chart.status.part")
	case p.Restates != nil:
		return q.l.T("chart.status.restates")
	}
	return q.l.T("status." + string(p.Status))
}

// statusOrder lists the statuses that occur in the order in which they are shown.
func (q question) statusOrder(byStatus map[string][]string) []string {
	order := map[string]int{q.l.T("chart.status.part"): 1, q.l.T("chart.status.restates"): 2}
	for i, s := range model.PledgeStatuses() {
		order[q.l.T("status."+string(s))] = 3 + i
	}
	return slices.SortedFunc(maps.Keys(byStatus), func(a, b string) int {
		return cmp.Or(cmp.Compare(order[a], order[b]), strings.Compare(a, b))
	})
}

func (b *roundsBuilder) noteUnquantified() Note {
	var names []string
	for _, p := range b.tally.Unquantified {
		names = append(names, b.text(p.Summary))
	}
	return b.noteList("chart.note.unquantified", names)
}

// noteQuiet counts the rounds of which nothing of this kind is recorded.
func (b *roundsBuilder) noteQuiet() Note {
	n := 0
	for _, r := range b.tally.Quiet {
		if b.opts.includes(r.Date) {
			n++
		}
	}
	if n == 0 {
		return Note{}
	}
	text := b.l.N("chart.note.quiet", n)
	return Note{Text: text, Short: text}
}
