package part

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// What has the focus is to be seen: the toolkit moves the focus by Tab and leaves it outside of what is in sight. The
// widgets here that take the focus call bringIntoSight when they get it.

// sightGap is left between what is brought into sight and the edge, for the ring of the focus.
const sightGap = 6

// bringIntoSight scrolls the columns that an object stands in by as little as is needed to see it, its beginning first.
func bringIntoSight(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil {
		return
	}
	for _, root := range append(slices.Clone(c.Overlays().List()), c.Content()) {
		scrolls, found := scrollsAround(nil, root, o)
		if !found {
			continue
		}
		for _, s := range slices.Backward(scrolls) { // the innermost first
			if s.Content == nil || s.Size().Height < 1 {
				continue
			}
			y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s).Y
			top, bottom := y-sightGap, y+o.Size().Height+sightGap-s.Size().Height
			offset := s.Offset
			switch {
			case top < 0:
				offset.Y += top
			case bottom > 0:
				offset.Y += fyne.Min(bottom, top)
			default:
				continue
			}
			s.ScrollToOffset(offset)
		}
		return
	}
}

// scrollsAround finds an object within another one, and the scrolling columns between them from the outside in.
func scrollsAround(around []*container.Scroll, in, o fyne.CanvasObject) (scrolls []*container.Scroll, found bool) {
	if in == o {
		return around, true
	}
	if in == nil || !in.Visible() {
		return nil, false
	}
	var inner []fyne.CanvasObject
	switch in := in.(type) {
	case *fyne.Container:
		inner = in.Objects
	case *container.Scroll:
		around, inner = append(slices.Clip(around), in), []fyne.CanvasObject{in.Content}
	case *Pressable:
		inner = []fyne.CanvasObject{in.Content}
	case interface{ Inside() fyne.CanvasObject }:
		inner = []fyne.CanvasObject{in.Inside()}
	}
	for _, child := range inner {
		if scrolls, found := scrollsAround(around, child, o); found {
			return scrolls, true
		}
	}
	return nil, false
}
