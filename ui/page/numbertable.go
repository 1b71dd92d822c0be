package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/ui/chart"
	"parley/ui/part"
)

// numberTable shows the numbers of a chart as rows: what was pledged and where, and per receiving side what was agreed, what
// was carried out, and what is to be known of both. A row selects what it is about.
type numberTable struct {
	desk    *Desk
	content fyne.CanvasObject
	rows    *fyne.Container
	scroll  *container.Scroll
}

// numberShares are the widths of the columns: the pledge, the side, agreed, carried out, remarks.
var numberShares = []float32{9, 4, 7, 6, 8}

func newNumberTable(d *Desk) *numberTable {
	t := &numberTable{desk: d, rows: part.Column(0)}
	t.scroll = container.NewVScroll(t.rows)
	head := t.cells(
		part.SmallStrong(d.Locale.T("table.pledge")), part.SmallStrong(d.Locale.T("table.side")),
		part.AtRight(part.SmallStrong(d.Locale.T("table.agreed"))), part.AtRight(part.SmallStrong(d.Locale.T("table.carried"))),
		part.SmallStrong(d.Locale.T("table.remarks")))
	t.content = container.NewBorder(part.Panel(part.Inset(8, 12, 8, 12, head)), nil, nil, nil, t.scroll)
	return t
}

func (t *numberTable) cells(cells ...fyne.CanvasObject) fyne.CanvasObject {
	return part.Columns(16, numberShares, cells...)
}

// show fills the table anew.
func (t *numberTable) show(table chart.Table) {
	t.rows.Objects = nil
	last := ""
	for _, r := range table.Rows {
		row := numberRow{table, r}
		subject := row.text("occasion") + row.text("pledge") + row.text("status")
		if subject != last {
			t.rows.Add(part.Rule())
		}
		t.rows.Add(t.row(row, subject != last))
		last = subject
	}
	t.rows.Refresh()
	t.scroll.Offset = fyne.NewPos(0, 0)
	t.scroll.Refresh()
}

// row is one line; the first of a pledge names it.
func (t *numberTable) row(r numberRow, names bool) fyne.CanvasObject {
	subject := fyne.CanvasObject(part.Column(0))
	if names {
		subject = t.subject(r)
	}
	cells := t.cells(subject, part.Text(r.text("side")),
		part.AtRight(part.Strong(r.text("agreed"))), part.AtRight(part.Strong(r.text("carried_out"))),
		part.Small(strings.Join(t.remarks(r), " · ")))
	content := part.Inset(7, 12, 7, 12, cells)
	item := r.row.Item
	if item.IsZero() {
		return content
	}
	return part.NewPressable(t.desk.Locale.ItemName(t.desk.Dataset, item), content, func() { t.desk.Store.Select(item) })
}

// subject is the round or event, the pledge, and how far it went.
func (t *numberTable) subject(r numberRow) fyne.CanvasObject {
	lines := []fyne.CanvasObject{part.Strong(r.text("occasion"))}
	for _, id := range []string{"pledge", "status"} {
		if words := r.text(id); words != "" && words != r.text("occasion") {
			lines = append(lines, part.Small(words))
		}
	}
	return part.Column(2, lines...)
}

// remarks say what a number rests on and what it leaves out.
func (t *numberTable) remarks(r numberRow) []string {
	l := t.desk.Locale
	var words []string
	for _, id := range []string{"exchanges_without_count", "exchanges_inferred"} {
		if n := r.number(id); n > 0 {
			words = append(words, l.N("table."+id, n))
		}
	}
	if text := r.text("range"); text != "" {
		words = append(words, l.T("figure.range", "Range", text))
	}
	if text := r.text("tied_according_to"); text != "" {
		words = append(words, l.T("figure.tiedby", "Who", text))
	}
	if n := r.number("publications"); n > 0 {
		words = append(words, l.N("core.publications", n))
	}
	return words
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

func (r numberRow) text(id string) string { return r.cell(id).Text }

func (r numberRow) number(id string) int {
	if n := r.cell(id).Number; n != nil {
		return *n
	}
	return 0
}
