package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"parley/ui/part"
)

// attentive is something to press that also tells when the mouse or the focus comes and goes.
type attentive struct {
	part.Pressable
	onPoint func(at bool)           // the mouse or the focus is there, or has left
	onFocus func()                  // the focus has come
	onKey   func(fyne.KeyName) bool // reports whether it took the key
}

var (
	_ fyne.Focusable    = (*attentive)(nil)
	_ desktop.Hoverable = (*attentive)(nil)
)

func newAttentive(name string, content fyne.CanvasObject, onPress func()) *attentive {
	a := &attentive{}
	a.Name, a.Content, a.OnPress = name, content, onPress
	a.ExtendBaseWidget(a)
	return a
}

func (a *attentive) point(at bool) {
	if a.onPoint != nil {
		a.onPoint(at)
	}
}

// FocusGained implements fyne.Focusable.
func (a *attentive) FocusGained() {
	a.Pressable.FocusGained()
	a.point(true)
	if a.onFocus != nil {
		a.onFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (a *attentive) FocusLost() {
	a.Pressable.FocusLost()
	a.point(false)
}

// MouseIn implements desktop.Hoverable.
func (a *attentive) MouseIn(e *desktop.MouseEvent) {
	a.Pressable.MouseIn(e)
	a.point(true)
}

// MouseOut implements desktop.Hoverable.
func (a *attentive) MouseOut() {
	a.Pressable.MouseOut()
	a.point(false)
}

// TypedKey implements fyne.Focusable.
func (a *attentive) TypedKey(e *fyne.KeyEvent) {
	if a.onKey != nil && a.onKey(e.Name) {
		return
	}
	a.Pressable.TypedKey(e)
}

// oneOf is one of a row of things that Tab stops at once: the arrow keys move along the row from there.
type oneOf struct {
	attentive
	isStop func() bool // whether it is the one that Tab stops at
}

var _ fyne.Disableable = (*oneOf)(nil)

func newOneOf(name string, content fyne.CanvasObject, isStop func() bool, onPress func()) *oneOf {
	o := &oneOf{isStop: isStop}
	o.Name, o.Content, o.OnPress = name, content, onPress
	o.ExtendBaseWidget(o)
	return o
}

// Disabled implements fyne.Disableable. It keeps Tab away and nothing else: it can always be pressed.
func (o *oneOf) Disabled() bool { return !o.isStop() }

// Enable implements fyne.Disableable. It does nothing, because the row decides where Tab stops.
func (o *oneOf) Enable() {}

// Disable implements fyne.Disableable. It does nothing, see Enable.
func (o *oneOf) Disable() {}

// focus gives the focus to a widget, if it is in a window.
func focus(w fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(w.(fyne.CanvasObject)); c != nil {
		c.Focus(w)
	}
}
