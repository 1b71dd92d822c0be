package chart

import (
	"slices"

	"parley/model"
)

// timelineColumns are the columns of the table of a timeline, in the order of the cells that a row has.
func timelineColumns() []Column {
	var list []Column
	for _, id := range []string{
		"entry", "date", "first_day", "last_day", "name", "details", "according_to", "publications", "sources", "item",
	} {
		list = append(list, Column{ID: id, InCSV: true})
	}
	return list
}

// Table returns everything that is seen, by date; what begins on the same day stands in the order of the lanes.
func (t Timeline) Table() Table {
	type seen struct {
		lane *timelineLane
		what *happening
	}
	var list []seen
	for _, l := range t.facts.lanes {
		l.seenIn(t.view, func(h *happening) { list = append(list, seen{l, h}) })
	}
	slices.SortStableFunc(list, func(a, b seen) int { return int(a.what.first) - int(b.what.first) })
	table := Table{Columns: timelineColumns(), Rows: make([]Row, 0, len(list))}
	for _, s := range list {
		table.Rows = append(table.Rows, t.row(s.lane, s.what))
	}
	return table
}

func (t Timeline) row(l *timelineLane, h *happening) Row {
	q := t.question
	publications := t.publications(l, h)
	day := func(n int32) Cell {
		return Cell{Text: q.l.Day(dayOfNumber(n)), Value: dayOfNumber(n).Format("2006-01-02")}
	}
	item := h.item()
	return Row{Item: item, Cells: []Cell{
		words(t.sort(h)),
		{Text: q.l.Date(h.date()), Value: h.date().String()},
		day(h.first), day(h.last),
		words(t.wholeName(l, h)), words(t.details(h)), words(t.reporters(h)),
		q.cell(len(publications)), words(listSources(publications)),
		words(item.String()),
	}}
}

// wholeName is the name with the date that a round's may end with.
func (t Timeline) wholeName(l *timelineLane, h *happening) string {
	if r, ok := h.of.(*model.Round); ok {
		return t.question.text(r.Name)
	}
	return t.name(l, h)
}
