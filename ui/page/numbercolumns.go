package page

import (
	"cmp"
	"slices"
	"strings"

	"parley/ui/chart"
	"parley/ui/format"
)

// numberColumn is a column of the window's table, made of one or several columns of a chart's table.
type numberColumn struct {
	id       string   // of the chart's column: what it shows and is sorted by; empty for remarks
	under    []string // more columns, in small type below
	remarks  []string // columns that are told as a sentence each; a column of remarks has nothing else
	share    float32  // of the width
	isNumber bool     // stands at the right
}

// columnsOf are the columns of the charts' tables; those of a table that has none of them are left out.
var columnsOf = map[chart.Name][]numberColumn{
	chart.RoundsName:     pledgeColumns,
	chart.FulfilmentName: pledgeColumns,
	chart.CategoriesName: {
		{id: "category", under: []string{"parted_by"}, share: 8},
		{id: "side", share: 4},
		{id: "count", share: 5, isNumber: true},
		{remarks: []string{"range", "exchanges_counted", "exchanges_without_count", "publications"}, share: 9},
	},
	chart.TimeName: {
		{id: "date", under: []string{"entry", "scope"}, share: 7},
		{id: "side", share: 4},
		{id: "received", share: 5, isNumber: true},
		{id: "sum", share: 5, isNumber: true},
		{remarks: []string{"range", "additional", "according_to", "publications"}, share: 8},
	},
	chart.TimelineName: {
		{id: "date", under: []string{"entry"}, share: 6},
		{id: "name", share: 10},
		{remarks: []string{"details", "according_to", "publications"}, share: 9},
	},
	chart.ExchangesName: {
		{id: "date", share: 7},
		{id: "side", share: 4},
		{id: "received", share: 5, isNumber: true},
		{remarks: []string{"range", "additional", "according_to", "publications"}, share: 9},
	},
}

var pledgeColumns = []numberColumn{
	{id: "occasion", under: []string{"pledge", "status"}, share: 9},
	{id: "side", share: 4},
	{id: "agreed", share: 6, isNumber: true},
	{id: "carried_out", share: 5, isNumber: true},
	{remarks: []string{"exchanges_without_count", "exchanges_inferred", "range", "tied_according_to", "publications"}, share: 8},
}

// columnsFor are the columns for a table of a chart. A chart that is not named above shows the first columns that have
// something in them.
func columnsFor(name chart.Name, t chart.Table) []numberColumn {
	var list []numberColumn
	for _, c := range columnsOf[name] {
		if c.remarks != nil || slices.ContainsFunc(t.Columns, func(has chart.Column) bool { return has.ID == c.id }) {
			list = append(list, c)
		}
	}
	if list != nil {
		return list
	}
	const most = 6
	for i, has := range t.Columns {
		filled := slices.ContainsFunc(t.Rows, func(r chart.Row) bool { return r.Cells[i].Text != "" })
		if filled && len(list) < most && !strings.HasSuffix(has.ID, "_state") {
			number := slices.ContainsFunc(t.Rows, func(r chart.Row) bool { return r.Cells[i].Number != nil })
			list = append(list, numberColumn{id: has.ID, share: 5, isNumber: number})
		}
	}
	return list
}

// numberRow reads the cells of a row by the names of their columns.
type numberRow struct {
	table chart.Table
	row   chart.Row
}

func (r numberRow) cell(id string) chart.Cell {
	for i, c := range r.table.Columns {
		if c.ID == id {
			return r.row.Cells[i]
		}
	}
	return chart.Cell{}
}

// texts are the main line and the small line of a cell.
func (r numberRow) texts(l *format.Locale, c numberColumn) (main, under string) {
	if c.remarks != nil {
		return "", strings.Join(r.remarks(l, c.remarks), middot)
	}
	main = r.cell(c.id).Text
	var more []string
	for _, id := range c.under {
		if words := r.cell(id).Text; words != "" && words != main {
			more = append(more, words)
		}
	}
	return main, strings.Join(more, middot)
}

// middot stands between remarks; a line does not begin with it.
const middot = "\u00a0· "

// remarks say what a number rests on and what it leaves out.
func (r numberRow) remarks(l *format.Locale, ids []string) []string {
	var words []string
	for _, id := range ids {
		c := r.cell(id)
		switch {
		case c.Number != nil && *c.Number > 0:
			words = append(words, together(l.N("exchanges.remark."+id, *c.Number)))
		case c.Number == nil && c.Text != "":
			words = append(words, l.T("exchanges.remark."+id, "Text", c.Text))
		}
	}
	return words
}

// together keeps the number at the beginning of a remark on the line of the word after it.
func together(remark string) string { return strings.Replace(remark, " ", "\u00a0", 1) }

// sorted is a table in the order that was asked for: numbers by size and dates by time, those that are not known last;
// words by the alphabet of the language.
func sorted(l *format.Locale, t chart.Table, by string, descending bool) chart.Table {
	at := slices.IndexFunc(t.Columns, func(c chart.Column) bool { return c.ID == by })
	if by == "" || at < 0 {
		return t
	}
	cell := func(i int) chart.Cell { return t.Rows[i].Cells[at] }
	places := orderOf(l, len(t.Rows), cell)
	known, unknown := places, []int(nil)
	if i := slices.IndexFunc(places, func(i int) bool { return isUnknown(cell(i)) }); i >= 0 {
		known, unknown = places[:i], places[i:]
	}
	if descending {
		slices.Reverse(known)
	}
	rows := make([]chart.Row, 0, len(t.Rows))
	for _, i := range slices.Concat(known, unknown) {
		rows = append(rows, t.Rows[i])
	}
	t.Rows = rows
	return t
}

func isUnknown(c chart.Cell) bool { return c.Number == nil && c.Value == "" }

// orderOf are the places of cells from the smallest to the largest, the blank ones last.
func orderOf(l *format.Locale, n int, cell func(int) chart.Cell) []int {
	var places []int
	hasNumbers, hasDates := false, false
	for i := range n {
		c := cell(i)
		hasNumbers = hasNumbers || c.Number != nil
		hasDates = hasDates || c.Value != "" && c.Value != c.Text
	}
	if !hasNumbers && !hasDates {
		places = l.SortedBy(n, func(i int) string { return cell(i).Text })
	} else {
		places = make([]int, n)
		for i := range n {
			places[i] = i
		}
	}
	slices.SortStableFunc(places, func(a, b int) int {
		x, y := cell(a), cell(b)
		switch {
		case isUnknown(x) != isUnknown(y):
			return cmp.Compare(boolRank(isUnknown(x)), boolRank(isUnknown(y)))
		case x.Number != nil && y.Number != nil:
			return cmp.Compare(*x.Number, *y.Number)
		case hasNumbers:
			return cmp.Compare(boolRank(x.Number == nil), boolRank(y.Number == nil))
		case hasDates:
			return strings.Compare(x.Value, y.Value)
		}
		return 0
	})
	return places
}

func boolRank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// tabSeparated is a table for the clipboard, with the names and the values that CSV has.
func tabSeparated(t chart.Table) string {
	var b strings.Builder
	line := func(cell func(int) string) {
		for i, c := range t.Columns {
			if !c.InCSV {
				continue
			}
			if i > 0 {
				b.WriteByte('\t')
			}
			b.WriteString(oneLine.Replace(cell(i)))
		}
		b.WriteByte('\n')
	}
	line(func(i int) string { return t.Columns[i].ID })
	for _, r := range t.Rows {
		line(func(i int) string { return r.Cells[i].Value })
	}
	return b.String()
}

// oneLine keeps a text in its cell.
var oneLine = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")
