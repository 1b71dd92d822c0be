package part

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// The toolkit hands a key to the widget that has the focus, and to nobody else. Its own widgets swallow what they have no
// use for, so F1 and Escape would depend on where the focus is. The widgets here pass such keys on to the window.

// Button is a button that Enter and Space press.
type Button struct {
	widget.Button
	isFocused bool
	// Name says what a button without a text does, to who points at it and to screen readers.
	Name   string
	hinted hinted
}

// NewButton returns a button.
func NewButton(text string, onPress func()) *Button { return NewIconButton(text, nil, onPress) }

// NewIconButton returns a button with an icon before its text, which may be empty.
func NewIconButton(text string, icon fyne.Resource, onPress func()) *Button {
	b := &Button{Button: widget.Button{Text: text, Icon: icon, OnTapped: onPress}}
	b.ExtendBaseWidget(b)
	return b
}

// NewIcon returns a quiet button that shows an icon alone; name says what it does.
func NewIcon(name string, icon fyne.Resource, onPress func()) *Button {
	b := NewIconButton("", icon, onPress)
	b.Name, b.Importance = name, widget.LowImportance
	return b
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() {
	b.isFocused = true
	b.Button.FocusGained()
	bringIntoSight(b)
	b.hinted.say(b, b.hint())
}

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() {
	b.isFocused = false
	b.Button.FocusLost()
	b.hinted.left(b)
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(b.Button.CreateRenderer(), &b.isFocused)
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(key *fyne.KeyEvent) { pressOrPassOn(b, b.Button.TypedKey, key) }

// pressOrPassOn presses one of the toolkit's widgets, which knows Space alone, by Enter too; other keys go to the window.
func pressOrPassOn(o fyne.CanvasObject, press func(*fyne.KeyEvent), key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		press(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		passOn(o, key)
	}
}

// TypedRune implements fyne.Focusable.
func (b *Button) TypedRune(r rune) { passOnRune(b, r) }

// Check is a box to tick.
type Check struct {
	widget.Check
	isFocused bool
}

// NewCheck returns an empty box that tells onChanged when it is ticked or emptied.
func NewCheck(text string, onChanged func(bool)) *Check {
	c := &Check{Check: widget.Check{Text: text, OnChanged: onChanged}}
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained implements fyne.Focusable.
func (c *Check) FocusGained() {
	c.isFocused = true
	c.Check.FocusGained()
	bringIntoSight(c)
}

// FocusLost implements fyne.Focusable.
func (c *Check) FocusLost() {
	c.isFocused = false
	c.Check.FocusLost()
}

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(c.Check.CreateRenderer(), &c.isFocused)
}

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(key *fyne.KeyEvent) {
	if key.Name != fyne.KeySpace {
		passOn(c, key)
		return
	}
	c.Check.TypedKey(key)
}

// Hyperlink is a text that leads somewhere.
type Hyperlink struct {
	widget.Hyperlink
	isFocused bool
}

// NewHyperlink returns a link to an address in the browser; what it does instead is told in OnTapped.
func NewHyperlink(text string) *Hyperlink {
	h := &Hyperlink{Hyperlink: widget.Hyperlink{Text: text}}
	h.ExtendBaseWidget(h)
	return h
}

// FocusGained implements fyne.Focusable.
func (h *Hyperlink) FocusGained() {
	h.isFocused = true
	h.Hyperlink.FocusGained()
	bringIntoSight(h)
}

// FocusLost implements fyne.Focusable.
func (h *Hyperlink) FocusLost() {
	h.isFocused = false
	h.Hyperlink.FocusLost()
}

// CreateRenderer implements fyne.Widget.
func (h *Hyperlink) CreateRenderer() fyne.WidgetRenderer {
	return newOutlined(h.Hyperlink.CreateRenderer(), &h.isFocused)
}

// TypedKey implements fyne.Focusable.
func (h *Hyperlink) TypedKey(key *fyne.KeyEvent) { pressOrPassOn(h, h.Hyperlink.TypedKey, key) }

// TypedRune implements fyne.Focusable.
func (h *Hyperlink) TypedRune(r rune) { passOnRune(h, r) }

// Entry is a line of text to type into.
type Entry struct {
	widget.Entry
	isFocused bool
	Name      string // for screen readers, where the placeholder does not say it
}

// NewEntry returns an empty entry.
func NewEntry() *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrapOff
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.isFocused = true
	e.Entry.FocusGained()
	bringIntoSight(e)
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.isFocused = false
	e.Entry.FocusLost()
}

// CreateRenderer implements fyne.Widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	return newOutlined(e.Entry.CreateRenderer(), &e.isFocused)
}

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if !passOnUntyped(e, key) {
		e.Entry.TypedKey(key)
	}
}

// untyped are the keys that no text has a use for.
var untyped = []fyne.KeyName{
	fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
	fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12,
}

// passOnUntyped gives a key that no text has a use for to the window, and reports whether it is one.
func passOnUntyped(o fyne.CanvasObject, key *fyne.KeyEvent) bool {
	if !slices.Contains(untyped, key.Name) {
		return false
	}
	passOn(o, key)
	return true
}
