package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"parley/model/modeltest"
	"parley/ui/part"
	"parley/ui/state"
)

// isRinged reports whether something within an object is drawn with a line of two pixels in the accent.
func isRinged(o fyne.CanvasObject) bool {
	if o == nil || !o.Visible() {
		return false
	}
	var inner []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Rectangle:
		accent := theme.Color(theme.ColorNamePrimary)
		isLine := o.Size().Width > 1 && o.Size().Width <= 3 // what is a line itself takes the accent
		return o.StrokeWidth >= 2 && o.StrokeColor == accent || isLine && o.FillColor == accent
	case *fyne.Container:
		inner = o.Objects
	case fyne.Widget:
		inner = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inner {
		if isRinged(child) {
			return true
		}
	}
	return false
}

// TestWhatHasTheFocusIsRinged walks every page by Tab, in both themes.
func TestWhatHasTheFocusIsRinged(t *testing.T) {
	for _, look := range []string{"light", "dark"} {
		w, r := open(t, func(c *Config) { c.Theme = look })
		for _, name := range state.Pages() {
			w.Go(func(s *state.State) { s.Page, s.Kind, s.Chart = name, modeltest.Prisoners, "time" })
			r.Paint()
			c := w.window.Canvas()
			c.Unfocus()
			seen := map[fyne.Focusable]bool{}
			for c.FocusNext(); c.Focused() != nil && !seen[c.Focused()]; c.FocusNext() {
				focused := c.Focused()
				seen[focused] = true
				if !isRinged(focused.(fyne.CanvasObject)) {
					t.Errorf("%s, %s: %T with the focus has no ring", look, name, focused)
				}
				c.Unfocus()
				if isRinged(focused.(fyne.CanvasObject)) {
					t.Errorf("%s, %s: %T without the focus has a ring", look, name, focused)
				}
				c.Focus(focused)
			}
		}
	}
}

// TestTabGoesFromTheTopOfEachPartOfTheWindow checks that what stands at the head of navigation, page and inspector comes
// first.
func TestTabGoesFromTheTopOfEachPartOfTheWindow(t *testing.T) {
	w, r := open(t, nil)
	top := func(f fyne.Focusable) float32 {
		return fyne.CurrentApp().Driver().AbsolutePositionForObject(f.(fyne.CanvasObject)).Y
	}
	for _, name := range state.Pages() {
		w.Go(func(s *state.State) { s.Page, s.Table = name, true })
		r.Paint()
		for i, z := range w.zones {
			list := part.Focusables(z.content)
			for _, f := range list {
				_, isBorder := f.(*part.Divider) // as high as what stands beside it
				if top(f) < top(list[0]) && !isBorder {
					t.Errorf("%s, part %d: %T at %v comes after %T at %v", name, i, f, top(f), list[0], top(list[0]))
					break
				}
			}
		}
	}
}
