package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"parley/model/fold"
	"parley/ui/part"
)

// pickOption is one of many to choose from.
type pickOption struct{ name, remark string }

// pick asks for one of many options, which are searched by typing: Enter takes the first that is found, the arrow keys move
// among them.
func (d *Desk) pick(title, typeHere string, options []pickOption, onPicked func(int)) {
	var ask *dialog.CustomDialog
	hide := func() { ask.Hide() }
	folded := make([]string, len(options))
	for i, o := range options {
		folded[i] = fold.String(o.name)
	}
	var found []int
	choose := func(row int) {
		if row < len(found) {
			hide()
			onPicked(found[row])
		}
	}
	newRow := func() (fyne.CanvasObject, any) {
		cell := tableCell{part.NewCellText(false, false), part.NewCellNote(false)}
		return part.Inset(5, 10, 5, 10, part.Column(0, cell.main.Container, cell.under.Container)), cell
	}
	list := part.NewRows(newRow, func(i int, cells any) string {
		o, cell := options[found[i]], cells.(tableCell)
		cell.main.Set(o.name)
		cell.under.Set(o.remark)
		return o.name
	}, choose)
	list.Name = title
	search := func(typed string) {
		words := fold.WordsOf(typed)
		found = found[:0]
		for i := range options {
			if words.In(folded[i]) {
				found = append(found, i)
			}
		}
		list.Fill(len(found), -1, true)
	}
	entry := part.NewDialogEntry("", func() { choose(0) }, hide)
	entry.PlaceHolder = typeHere
	entry.OnChanged = search
	ask = dialog.NewCustom(title, d.Locale.T("dialog.cancel"), container.NewBorder(entry, nil, nil, nil, list), d.Window)
	ask.Resize(fyne.NewSize(460, 520))
	ask.Show()
	part.OnEscape(d.Window.Canvas(), hide)
	search("")
	d.Window.Canvas().Focus(entry)
}
