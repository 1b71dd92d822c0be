package part

import (
	"maps"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// Question asks for a yes before something is done. Escape is a no.
type Question struct {
	Title   string
	Content fyne.CanvasObject
	Yes, No string // on the buttons
	OnYes   func()
	Harms   bool // a yes destroys something
}

// Ask shows a question over a window. The focus is on the no.
func (q Question) Ask(w fyne.Window) {
	var d *dialog.CustomDialog
	hide := func() { d.Hide() }
	no := NewButton(q.No, hide)
	yes := NewButton(q.Yes, func() {
		hide()
		q.OnYes()
	})
	yes.Importance = widget.HighImportance
	if q.Harms {
		yes.Importance = widget.DangerImportance
	}
	d = dialog.NewCustomWithoutButtons(q.Title, AtMost(ProseWidth, q.Content), w)
	d.SetButtons([]fyne.CanvasObject{no, yes})
	d.Resize(DialogSize(w.Canvas(), questionWidth, 0))
	d.Show()
	OnEscape(w.Canvas(), hide)
	w.Canvas().Focus(no)
}

const questionWidth = 480

// Tell shows a text over a window, with one button that takes it away.
func Tell(w fyne.Window, title string, content fyne.CanvasObject, button string) {
	var d *dialog.CustomDialog
	hide := func() { d.Hide() }
	closing := NewButton(button, hide)
	d = dialog.NewCustomWithoutButtons(title, AtMost(ProseWidth, content), w)
	d.SetButtons([]fyne.CanvasObject{closing})
	d.Resize(DialogSize(w.Canvas(), questionWidth, 0))
	d.Show()
	OnEscape(w.Canvas(), hide)
	w.Canvas().Focus(closing)
}

// ways are what Escape does to each dialog that is open. They belong to the UI goroutine.
var ways = map[fyne.CanvasObject]func(){}

// OnEscape says what Escape does to the dialog that was just shown over a window, wherever in it the focus is.
func OnEscape(c fyne.Canvas, do func()) {
	maps.DeleteFunc(ways, func(o fyne.CanvasObject, _ func()) bool { return !o.Visible() })
	if top := c.Overlays().Top(); top != nil {
		ways[top] = do
	}
}

// Escape does what Escape does to the dialog on top of a window. It reports false where there is none that says.
func Escape(c fyne.Canvas) bool {
	do := ways[c.Overlays().Top()]
	if do == nil {
		return false
	}
	do()
	return true
}

// ShowFiles shows a dialog that asks for a file or a folder, with what it asks for as its title.
func ShowFiles(d *dialog.FileDialog, title string, w fyne.Window) {
	d.SetTitleText(title)
	d.Show()
	d.Resize(DialogSize(w.Canvas(), 760, 520)) // Fyne 2.8.1 panics when this comes before Show
	OnEscape(w.Canvas(), d.Dismiss)
}
