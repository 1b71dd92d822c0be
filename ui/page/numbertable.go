package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/ui/chart"
	"parley/ui/part"
	"parley/ui/state"
)

// numberTable shows the numbers of a chart as rows. Pressing the head of a column sorts by it; a row selects what it is
// about. Only the rows in sight are made.
type numberTable struct {
	desk    *Desk
	content *fyne.Container
	head    *fyne.Container
	columns []numberColumn
	list    *part.Rows
	chart   chart.Name
	table   chart.Table
	order   tableOrder // what the head says of it
}

// tableOrder is how a table is sorted.
type tableOrder struct {
	by         string // the column; empty: as the chart has it
	descending bool
}

func newNumberTable(d *Desk) *numberTable {
	t := &numberTable{desk: d, head: container.NewStack()}
	t.list = part.NewRows(t.newRow, t.fillRow, t.choose)
	t.content = container.NewBorder(part.Panel(part.Inset(2, 12, 2, 12, t.head)), nil, nil, nil, t.list)
	return t
}

// show fills the table anew.
func (t *numberTable) show(now charted, table chart.Table) {
	columns := columnsFor(now.chart, table)
	same := func(a, b numberColumn) bool { return a.id == b.id }
	isOther := t.chart != now.chart || !slices.EqualFunc(t.columns, columns, same)
	t.chart, t.table, t.columns = now.chart, table, columns
	if order := (tableOrder{now.view.Sort, now.view.Descending}); isOther || order != t.order {
		t.order = order
		t.showHead(now.view)
	}
	chosen := slices.IndexFunc(table.Rows, func(r chart.Row) bool { return !r.Item.IsZero() && r.Item == now.selected })
	t.list.Fill(len(table.Rows), chosen, isOther)
}

func (t *numberTable) cells(cells []fyne.CanvasObject) fyne.CanvasObject {
	shares := make([]float32, len(t.columns))
	for i, c := range t.columns {
		shares[i] = c.share
	}
	return part.Columns(16, shares, cells...)
}

func (t *numberTable) showHead(v state.View) {
	cells := make([]fyne.CanvasObject, len(t.columns))
	for i, c := range t.columns {
		cells[i] = t.headCell(c, v)
	}
	t.head.Objects = []fyne.CanvasObject{t.cells(cells)}
	t.content.Refresh() // the head may have become higher
}

func (t *numberTable) headCell(c numberColumn, v state.View) fyne.CanvasObject {
	l := t.desk.Locale
	if c.remarks != nil {
		return part.Inset(6, 0, 6, 0, part.SmallStrong(l.T("exchanges.column.remarks")))
	}
	name, way := l.T("exchanges.column."+c.id), part.Unsorted
	says := l.T("exchanges.sort", "Column", name)
	if v.Sort == c.id {
		way = part.Ascending
		says = l.T("exchanges.sorted.up", "Column", name)
		if v.Descending {
			way, says = part.Descending, l.T("exchanges.sorted.down", "Column", name)
		}
	}
	return part.NewColumnHead(name, says, c.isNumber, way, func() { t.sortBy(c) })
}

// sortBy sorts by a column: numbers from the largest, all else from the first; then the other way round; then as the chart
// has them.
func (t *numberTable) sortBy(c numberColumn) {
	t.desk.Store.Change(func(n *state.State) {
		v := &n.View
		switch {
		case v.Sort != c.id:
			v.Sort, v.Descending = c.id, c.isNumber
		case v.Descending == c.isNumber:
			v.Descending = !v.Descending
		default:
			v.Sort, v.Descending = "", false
		}
	})
}

// tableCell is the main line of a cell and the small one below it.
type tableCell struct{ main, under *part.CellText }

// newRow returns a row without words and what fills it.
func (t *numberTable) newRow() (fyne.CanvasObject, any) {
	objects, cells := make([]fyne.CanvasObject, len(t.columns)), make([]tableCell, len(t.columns))
	for i, c := range t.columns {
		cells[i] = tableCell{part.NewCellText(c.isNumber || i == 0, c.isNumber), part.NewCellNote(c.isNumber)}
		objects[i] = part.Column(1, cells[i].main.Container, cells[i].under.Container)
	}
	return part.Inset(7, 12, 7, 12, t.cells(objects)), cells
}

// fillRow writes a row and returns what it is called.
func (t *numberTable) fillRow(i int, row any) string {
	r, name := numberRow{t.table, t.table.Rows[i]}, ""
	for j, cell := range row.([]tableCell) {
		main, under := r.texts(t.desk.Locale, t.columns[j])
		cell.main.Set(main)
		cell.main.SetBold(j == 0 || r.cell(t.columns[j].id).Number != nil)
		cell.under.Set(under)
		if j == 0 {
			name = main + middot + under
		}
	}
	return name
}

// choose selects what a row is about.
func (t *numberTable) choose(i int) {
	if item := t.table.Rows[i].Item; !item.IsZero() {
		t.desk.Store.Select(item)
	}
}
