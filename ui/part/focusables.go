package part

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Focusables lists what of an object can have the focus now, in the order of Tab: what is hidden or cannot be used is left
// out.
func Focusables(o fyne.CanvasObject) []fyne.Focusable { return focusables(nil, o) }

func focusables(list []fyne.Focusable, o fyne.CanvasObject) []fyne.Focusable {
	if o == nil || !o.Visible() {
		return list
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		return list
	}
	if f, ok := o.(fyne.Focusable); ok {
		return append(list, f)
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			list = focusables(list, child)
		}
	case *container.Scroll:
		list = focusables(list, o.Content)
	case interface{ Inside() fyne.CanvasObject }:
		list = focusables(list, o.Inside())
	}
	return list
}

// Border puts objects at the edges of another, any of them nil for none, in the order in which they are read: the keys go
// from the top to the left, the middle, the right and the bottom. (The toolkit's own border begins in the middle.)
func Border(top, bottom, left, right, middle fyne.CanvasObject) *fyne.Container {
	b := container.NewBorder(top, bottom, left, right)
	b.Objects = nil
	for _, o := range []fyne.CanvasObject{top, left, middle, right, bottom} {
		if o != nil {
			b.Objects = append(b.Objects, o)
		}
	}
	return b
}

// ScrollAround is the innermost column around an object in a window that can be scrolled; nil for none.
func ScrollAround(c fyne.Canvas, o fyne.CanvasObject) *container.Scroll {
	scrolls, _ := scrollsAround(nil, c.Content(), o)
	for _, s := range slices.Backward(scrolls) {
		if s.Content != nil && s.Content.Size().Height > s.Size().Height {
			return s
		}
	}
	return nil
}

// ScrollIn is the first column within an object that can be scrolled; nil for none.
func ScrollIn(o fyne.CanvasObject) *container.Scroll {
	if o == nil || !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case *container.Scroll:
		if o.Content != nil && o.Content.Size().Height > o.Size().Height {
			return o
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			if s := ScrollIn(child); s != nil {
				return s
			}
		}
	case interface{ Inside() fyne.CanvasObject }:
		return ScrollIn(o.Inside())
	}
	return nil
}

// ScrollBy scrolls a column, nil for none, by parts of what is in sight.
func ScrollBy(s *container.Scroll, pages float32) {
	if s == nil {
		return
	}
	most := fyne.Max(0, s.Content.Size().Height-s.Size().Height)
	s.ScrollToOffset(fyne.NewPos(s.Offset.X, fyne.Max(0, fyne.Min(s.Offset.Y+pages*s.Size().Height, most))))
}
