package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// DialogEntry is a line of text in a dialog: Enter does what the dialog is for, Escape closes it.
type DialogEntry struct {
	widget.Entry
	Name     string // for screen readers
	OnEscape func()

	isFocused bool
}

// NewDialogEntry returns an entry with a text.
func NewDialogEntry(text string, onEnter, onEscape func()) *DialogEntry {
	e := &DialogEntry{OnEscape: onEscape}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	e.OnSubmitted = func(string) { onEnter() }
	return e
}

// FocusGained implements fyne.Focusable.
func (e *DialogEntry) FocusGained() {
	e.isFocused = true
	e.Entry.FocusGained()
	bringIntoSight(e)
}

// FocusLost implements fyne.Focusable.
func (e *DialogEntry) FocusLost() {
	e.isFocused = false
	e.Entry.FocusLost()
}

// CreateRenderer implements fyne.Widget.
func (e *DialogEntry) CreateRenderer() fyne.WidgetRenderer {
	return newOutlined(e.Entry.CreateRenderer(), &e.isFocused)
}

// TypedKey implements fyne.Focusable.
func (e *DialogEntry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		e.OnEscape()
		return
	}
	if !passOnUntyped(e, key) {
		e.Entry.TypedKey(key)
	}
}
