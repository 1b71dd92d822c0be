package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// DateEntry is a date that is typed or chosen. What was typed counts when Enter is pressed or the focus leaves; Escape
// takes it back.
type DateEntry struct {
	widget.SelectEntry
	Name string // for screen readers
	// OnDone is called when the text was changed and counts.
	OnDone func()

	isFocused bool

	put    string // the text that counted last
	silent bool
}

var _ fyne.Widget = (*DateEntry)(nil)

// NewDateEntry returns an empty entry with some dates to choose from.
// Name says in words which date it is.
func NewDateEntry(name, hint string, choices []string, onDone func()) *DateEntry {
	e := &DateEntry{OnDone: onDone, Name: name}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = hint
	e.SetOptions(choices)
	if arrow, ok := e.ActionItem.(*widget.Button); ok {
		e.ActionItem = NewIcon(name, arrow.Icon, arrow.OnTapped)
	}
	e.OnSubmitted = func(string) { e.done() }
	e.OnChanged = func(string) {
		if c := fyne.CurrentApp().Driver().CanvasForObject(e); !e.silent && (c == nil || c.Focused() != fyne.Focusable(e)) {
			e.done() // chosen from the list
		}
	}
	return e
}

// Put shows a date and tells nobody.
func (e *DateEntry) Put(text string) {
	e.put = text
	e.silent = true
	e.SetText(text)
	e.silent = false
}

func (e *DateEntry) done() {
	if e.Text != e.put {
		e.put = e.Text
		e.OnDone()
	}
}

// FocusGained implements fyne.Focusable.
func (e *DateEntry) FocusGained() {
	e.isFocused = true
	e.SelectEntry.FocusGained()
	bringIntoSight(e)
}

// FocusLost implements fyne.Focusable.
func (e *DateEntry) FocusLost() {
	e.isFocused = false
	e.SelectEntry.FocusLost()
	e.done()
}

// CreateRenderer implements fyne.Widget.
func (e *DateEntry) CreateRenderer() fyne.WidgetRenderer {
	return newOutlined(e.SelectEntry.CreateRenderer(), &e.isFocused)
}

// TypedKey implements fyne.Focusable.
func (e *DateEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		e.Put(e.put)
	case fyne.KeyDown: // the list, from the keyboard
		if button, ok := e.ActionItem.(*Button); ok {
			button.OnTapped()
		}
	default:
		if !passOnUntyped(e, key) {
			e.SelectEntry.TypedKey(key)
		}
	}
}
