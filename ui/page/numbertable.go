package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/part"
)

// numberTable shows the numbers of a chart as rows. Pressing the head of a column sorts by it; a row selects what it is
// about. Only the rows in sight are made.
type numberTable struct {
	desk    *Desk
	content *fyne.Container
	inner   *fyne.Container // the table, which scrolls to the side where it is wider than the page
	head    *fyne.Container
	columns []numberColumn
	list    *part.Rows
	chart   chart.Name
	table   chart.Table
	order   tableOrder // what the head says of it
	onSort  func(tableOrder)
}

// tableOrder is how a table is sorted.
type tableOrder struct {
	by         string // the column; empty: as the chart has it
	descending bool
}

func newNumberTable(d *Desk, onSort func(tableOrder)) *numberTable {
	t := &numberTable{desk: d, head: container.NewStack(), onSort: onSort}
	t.list = part.NewRows(t.newRow, t.fillRow, t.choose)
	t.inner = part.Border(part.Panel(part.Inset(2, 12, 2, 12, t.head)), nil, nil, nil, t.list)
	t.content = container.NewStack(container.NewHScroll(t.inner))
	return t
}

// show fills the table anew.
func (t *numberTable) show(of chart.Name, table chart.Table, order tableOrder, selected model.Item) {
	columns := columnsFor(of, table)
	same := func(a, b numberColumn) bool { return a.id == b.id }
	isOther := t.chart != of || !slices.EqualFunc(t.columns, columns, same)
	t.chart, t.table, t.columns = of, table, columns
	if isOther || order != t.order {
		t.order = order
		t.showHead()
	}
	chosen := slices.IndexFunc(table.Rows, func(r chart.Row) bool { return !r.Item.IsZero() && r.Item == selected })
	t.list.Fill(len(table.Rows), chosen, isOther)
}

func (t *numberTable) cells(cells []fyne.CanvasObject) fyne.CanvasObject {
	shares, least := make([]float32, len(t.columns)), make([]float32, len(t.columns))
	for i, c := range t.columns {
		shares[i] = c.share
		least[i] = leastRemarks * part.TextScale()
		if c.remarks == nil {
			least[i] = part.ColumnHeadWidth(t.desk.Locale.T("exchanges.column." + c.id))
		}
	}
	return part.ColumnsAtLeast(16, shares, least, cells...)
}

// leastRemarks is the least width of the column of remarks, for text of the designed size.
const leastRemarks = 140

func (t *numberTable) showHead() {
	cells := make([]fyne.CanvasObject, len(t.columns))
	for i, c := range t.columns {
		cells[i] = t.headCell(c)
	}
	t.head.Objects = []fyne.CanvasObject{t.cells(cells)}
	t.inner.Refresh() // the head may have become higher
}

func (t *numberTable) headCell(c numberColumn) fyne.CanvasObject {
	l := t.desk.Locale
	if c.remarks != nil {
		return part.Inset(6, 0, 6, 0, part.SmallStrong(l.T("exchanges.column.remarks")))
	}
	name, way := l.T("exchanges.column."+c.id), part.Unsorted
	says := l.T("exchanges.sort", "Column", name)
	if t.order.by == c.id {
		way = part.Ascending
		says = l.T("exchanges.sorted.up", "Column", name)
		if t.order.descending {
			way, says = part.Descending, l.T("exchanges.sorted.down", "Column", name)
		}
	}
	return part.NewColumnHead(name, says, c.isNumber, way, func() { t.sortBy(c) })
}

// sortBy sorts by a column: numbers from the largest, all else from the first; then the other way round; then as the chart
// has them.
func (t *numberTable) sortBy(c numberColumn) {
	next := tableOrder{}
	switch {
	case t.order.by != c.id:
		next = tableOrder{c.id, c.isNumber}
	case t.order.descending == c.isNumber:
		next = tableOrder{c.id, !c.isNumber}
	}
	t.onSort(next)
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
