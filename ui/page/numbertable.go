package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/part"
)

// numberTable shows the numbers of a chart as rows. Texts wrap, numbers stand at the right; a row selects what it is about.
type numberTable struct {
	desk    *Desk
	content *fyne.Container
	scroll  *container.Scroll
	head    *fyne.Container
}

func newNumberTable(d *Desk) *numberTable {
	t := &numberTable{desk: d, scroll: container.NewVScroll(part.Column(0)), head: container.NewStack()}
	t.content = container.NewBorder(t.head, nil, nil, nil, t.scroll)
	return t
}

// show fills the table anew.
func (t *numberTable) show(table chart.Table) {
	view := table.View()
	shares := make([]float32, len(view))
	var titles []fyne.CanvasObject
	for i, at := range view {
		shares[i] = columnShare(table.Columns[at])
		titles = append(titles, part.SmallStrong(table.Columns[at].Title))
	}
	t.head.Objects = []fyne.CanvasObject{part.Panel(part.Inset(8, 12, 8, 12, part.Columns(12, shares, titles...)))}
	var rows []fyne.CanvasObject
	for _, r := range table.Rows {
		if len(rows) > 0 {
			rows = append(rows, part.Rule())
		}
		rows = append(rows, t.row(r, table, view, shares))
	}
	t.scroll.Content = part.Inset(0, 0, 16, 0, part.Column(0, rows...))
	t.scroll.Offset = fyne.NewPos(0, 0)
	t.content.Refresh()
}

// columnShare gives words twice the room of numbers.
func columnShare(c chart.Column) float32 {
	if c.Numeric {
		return 1
	}
	return 2
}

func (t *numberTable) row(r chart.Row, table chart.Table, view []int, shares []float32) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, at := range view {
		words := r.Cells[at].Text
		if table.Columns[at].Numeric {
			cells = append(cells, part.Strong(words))
		} else {
			cells = append(cells, part.Text(words))
		}
	}
	content := part.Inset(7, 12, 7, 12, part.Columns(12, shares, cells...))
	if (r.Item == model.Item{}) {
		return content
	}
	return part.NewPressable(t.desk.Locale.ItemName(t.desk.Dataset, r.Item), content, func() { t.desk.Store.Select(r.Item) })
}
