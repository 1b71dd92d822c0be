package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"parley/ui/part"
)

// zone is a part of the window that the keys go to in one step: navigation, page, inspector.
type zone struct {
	content fyne.CanvasObject
	last    fyne.Focusable // that had the focus; nil for none yet
}

// nextZone puts the focus into the next part of the window that can be seen, where it was in it before.
func (w *Window) nextZone(by int) {
	canvas := w.window.Canvas()
	now, focused := -1, canvas.Focused()
	inside := make([][]fyne.Focusable, len(w.zones))
	for i, z := range w.zones {
		inside[i] = part.Focusables(z.content)
		if focused != nil && slices.Contains(inside[i], focused) {
			now = i
			z.last = focused
		}
	}
	if now < 0 && by < 0 {
		now = len(w.zones)
	}
	for range w.zones {
		now = (now + by + len(w.zones)) % len(w.zones)
		if len(inside[now]) == 0 {
			continue
		}
		to := inside[now][0]
		if slices.Contains(inside[now], w.zones[now].last) {
			to = w.zones[now].last
		}
		canvas.Focus(to)
		return
	}
}
