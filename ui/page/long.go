package page

import (
	"fyne.io/fyne/v2"

	"parley/ui/part"
)

// readAtOnce is how many of a long list are written before the reader asks for more.
const readAtOnce = 50

// long writes a row for each of n things. Of many only the first are made; a link makes more.
func (s *sheet) long(n int, gap float32, row func(i int) fyne.CanvasObject) {
	if n == 0 {
		return
	}
	box := part.Column(gap)
	s.add(box)
	s.more(box, 0, n, row)
}

// more writes the next rows into a box, from the one numbered first.
func (s *sheet) more(box *fyne.Container, first, n int, row func(i int) fyne.CanvasObject) {
	next := min(first+readAtOnce, n)
	for i := first; i < next; i++ {
		box.Objects = append(box.Objects, row(i))
	}
	if left := n - next; left > 0 {
		var link fyne.CanvasObject
		link = part.Link(s.desk.Locale.N("list.more", min(left, readAtOnce), "Left", s.desk.Locale.Number(left)), func() {
			box.Remove(link)
			s.more(box, next, n, row)
			box.Refresh()
		})
		box.Objects = append(box.Objects, link)
	}
}
