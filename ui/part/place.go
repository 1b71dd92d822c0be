package part

import "fyne.io/fyne/v2"

// Cursor is where the reader types in the box, in characters from its beginning; false where the reader is elsewhere.
func (b *NoteBox) Cursor() (at int, isHere bool) {
	return b.entry.CursorTextOffset(), b.entry.isFocused
}

// FocusAt lets the reader go on typing where they were.
func (b *NoteBox) FocusAt(on fyne.Canvas, at int) {
	on.Focus(b.entry)
	b.entry.moveTo(at)
}

// ScrollTo scrolls the page to an offset that [Sticky.Offset] gave, as far as it goes.
func (s *Sticky) ScrollTo(y float32) { s.scrollTo(y) }
