package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/ui/part"
)

// listTable shows things as rows of words and numbers. Pressing the head of a column asks for another order; a row is
// chosen by a press, or by the arrow keys and Enter. Only the rows in sight are made.
type listTable struct {
	desk    *Desk
	content *fyne.Container
	head    *fyne.Container
	columns []listColumn
	list    *part.Rows

	texts  func(row, column int) (main, under string)
	onSort func(column string) // nil: the rows stand in one order
	onRow  func(row int)
}

// listColumn is one column of a listTable.
type listColumn struct {
	id       string
	name     string
	share    float32 // of the width
	isNumber bool    // stands at the right
}

func newListTable(d *Desk, columns []listColumn) *listTable {
	t := &listTable{desk: d, columns: columns, head: container.NewStack()}
	t.list = part.NewRows(t.newRow, t.fillRow, func(i int) { t.onRow(i) })
	table := container.NewBorder(part.Panel(part.Inset(2, 12, 2, 12, t.head)), nil, nil, nil, t.list)
	t.content = container.NewStack(container.NewHScroll(table)) // where it is wider than the page
	return t
}

// show shows n rows, of which one may be chosen; -1 for none. Afresh begins at the top.
func (t *listTable) show(n, chosen int, afresh bool, sortedBy string, descending bool) {
	cells := make([]fyne.CanvasObject, len(t.columns))
	for i, c := range t.columns {
		cells[i] = t.headCell(c, sortedBy == c.id, descending)
	}
	t.head.Objects = []fyne.CanvasObject{t.cells(cells)}
	t.head.Refresh()
	if !afresh {
		t.list.Fill(n, chosen, false)
		return
	}
	begin := max(chosen-rowsAbove, 0)
	if t.list.Len() == 0 {
		t.list.BeginAt(begin)
	}
	t.list.Fill(n, chosen, true)
	if n > 0 {
		t.list.BeginAt(begin)
	}
}

// rowsAbove are left above the chosen row when a list begins at it.
const rowsAbove = 2

func (t *listTable) headCell(c listColumn, isSorted, descending bool) fyne.CanvasObject {
	l := t.desk.Locale
	if t.onSort == nil {
		return part.Inset(6, 0, 6, 0, t.aligned(c, part.SmallStrong(c.name)))
	}
	way, says := part.Unsorted, l.T("exchanges.sort", "Column", c.name)
	switch {
	case isSorted && descending:
		way, says = part.Descending, l.T("exchanges.sorted.down", "Column", c.name)
	case isSorted:
		way, says = part.Ascending, l.T("exchanges.sorted.up", "Column", c.name)
	}
	return part.NewColumnHead(c.name, says, c.isNumber, way, func() { t.onSort(c.id) })
}

func (t *listTable) aligned(c listColumn, o fyne.CanvasObject) fyne.CanvasObject {
	if c.isNumber {
		return part.AtRight(o)
	}
	return o
}

func (t *listTable) cells(cells []fyne.CanvasObject) fyne.CanvasObject {
	shares, least := make([]float32, len(t.columns)), make([]float32, len(t.columns))
	for i, c := range t.columns {
		shares[i], least[i] = c.share, part.ColumnHeadWidth(c.name)
	}
	return part.ColumnsAtLeast(16, shares, least, cells...)
}

func (t *listTable) newRow() (fyne.CanvasObject, any) {
	objects, cells := make([]fyne.CanvasObject, len(t.columns)), make([]tableCell, len(t.columns))
	for i, c := range t.columns {
		cells[i] = tableCell{part.NewCellText(i == 0, c.isNumber), part.NewCellNote(c.isNumber)}
		objects[i] = part.Column(1, cells[i].main.Container, cells[i].under.Container)
	}
	return part.Inset(6, 12, 6, 12, t.cells(objects)), cells
}

func (t *listTable) fillRow(row int, cells any) string {
	name := ""
	for column, cell := range cells.([]tableCell) {
		main, under := t.texts(row, column)
		cell.main.Set(main)
		cell.under.Set(under)
		if column == 0 {
			name = main + middot + under
		}
	}
	return name
}
