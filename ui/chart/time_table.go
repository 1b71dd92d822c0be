package chart

import (
	"slices"
	"strconv"
	"strings"

	"parley/model"
)

// timeColumns are the columns of the table of the chart over time, in the order of the cells that a row has. The chart
// of every exchange has the same without those of sums and totals.
func timeColumns() []Column {
	var list []Column
	for _, id := range []string{
		"entry", "date", "side", "received", "received_state", "received_low", "received_high", "range",
		"sum", "according_to", "claims", "additional", "scope", "publications", "sources",
	} {
		list = append(list, Column{ID: id, InCSV: id != "range"}) // CSV has its ends as received_low and _high
	}
	return list
}

// Table returns every step of every line by date, then the totals that officials published: first those that are drawn,
// then those of another scope.
func (t Time) Table() Table {
	q := t.question
	var entries []stepOfSide
	for _, l := range t.Lines {
		for _, s := range l.Steps {
			entries = append(entries, stepOfSide{s, l.To})
		}
	}
	table := q.stepTable(entries)
	for _, l := range t.Lines {
		for _, total := range l.Totals {
			table.Rows = append(table.Rows, q.totalRow(total, q.l.T("charttime.entry.total")))
		}
	}
	if q.without(totalsSeries) {
		return table
	}
	for _, total := range t.otherTotals() {
		table.Rows = append(table.Rows, q.totalRow(total, q.l.T("charttime.entry.othertotal")))
	}
	return table
}

// stepOfSide is a step of what a side received.
type stepOfSide struct {
	step model.Step
	side model.SideID
}

// stepTable has a row for every step, by date.
func (q question) stepTable(entries []stepOfSide) Table {
	slices.SortStableFunc(entries, func(a, b stepOfSide) int { return a.step.Day().Compare(b.step.Day()) })
	table := Table{Columns: timeColumns()}
	for _, e := range entries {
		table.Rows = append(table.Rows, q.stepRow(e.step, e.side))
	}
	return table
}

// stepRow is an exchange with the sum after it.
func (q question) stepRow(s model.Step, side model.SideID) Row {
	e := s.Exchange
	a := e.Received(side)
	value, state := Cell{Text: q.valueWords(e, side)}, words(stateWord(a.State, a.Qualifier))
	if a.HasValue() {
		value.Value, value.Number = strconv.Itoa(a.Value), &a.Value
	}
	low, high, both := Cell{}, Cell{}, Cell{}
	if a.HasRange {
		low, high, both = q.cell(a.Low), q.cell(a.High), words(q.l.Range(a.Low, a.High))
	}
	publications := q.ds.Publications(q.exchangeSources(e, side))
	return Row{
		Item: model.Item{Kind: model.ExchangeItem, ID: string(e.ID)},
		Cells: []Cell{
			words(q.l.T("charttime.entry.exchange")),
			{Text: q.l.Date(e.Date), Value: e.Date.String()},
			words(q.sideName(side)), value, state, low, high, both,
			q.cell(s.Sum), words(q.l.Reporters(q.ds, a.By)), words(q.claimList(e.To[side].Claims)),
			words(q.additionalWords(e.To[side])),
			{},
			q.cell(len(publications)), words(listSources(publications)),
		},
	}
}

// additionalWords are the people handed over besides a count.
func (q question) additionalWords(f model.Figure) string {
	var parts []string
	for _, more := range f.Additional {
		parts = append(parts, q.l.Number(more.Value)+" "+q.text(more.What))
	}
	return strings.Join(parts, q.l.T("core.list.separator"))
}

// totalRow is a total that an official published; entry says whether it is drawn.
func (q question) totalRow(t *model.Total, entry string) Row {
	side := q.sideName(t.To)
	if t.To == "" {
		side = q.l.T("charttime.allsides")
	}
	publications := q.ds.Publications(t.Sources)
	by := ""
	if t.By != "" {
		by = q.l.Reporter(q.ds, t.By)
	}
	value := q.cell(t.Value)
	value.Text = q.totalValue(t)
	state := model.Amount{State: model.Known}
	if totalQualifier(t) != model.Exact {
		state = model.Amount{State: model.Bounded, Qualifier: totalQualifier(t)}
	}
	return Row{Cells: []Cell{
		words(entry),
		{Text: q.l.Date(t.AsOf), Value: t.AsOf.String()},
		words(side),
		value, words(stateWord(state.State, state.Qualifier)),
		{},
		{},
		{},
		{},
		words(by),
		{},
		{},
		words(q.text(t.Scope)), q.cell(len(publications)), words(listSources(publications)),
	}}
}

func (q question) cell(n int) Cell {
	return Cell{Text: q.l.Number(n), Value: strconv.Itoa(n), Number: &n}
}
