package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Sticky scrolls a page, and keeps the head of a table in sight: the head stands in its slot on the page, and at the
// upper edge once the slot is scrolled away.
type Sticky struct {
	box     *fyne.Container
	scroll  *container.Scroll
	head    fyne.CanvasObject
	slot    *fyne.Container
	table   fyne.CanvasObject // below the head
	pending fyne.CanvasObject // to be revealed as soon as there is a size
	lines   *Lines            // of the table, where it makes only those in sight
	isShown bool              // the lines in sight are being made

	pendingLine int // the line to be revealed as soon as there is a size, from 1; 0 for none
}

// NewSticky returns an empty page with the head of a table; put [Sticky.Slot] where the head belongs, and show it with
// SetContent. The head leaves the upper edge together with the end of the table.
func NewSticky(head, table fyne.CanvasObject) *Sticky {
	s := &Sticky{head: head, table: table}
	s.slot = container.New(&slotLayout{head})
	s.scroll = container.NewVScroll(container.NewWithoutLayout())
	s.scroll.OnScrolled = func(fyne.Position) { s.place(); s.showLines() }
	s.box = container.New(&stickyLayout{s}, s.scroll, head)
	return s
}

// NewStickyLines is NewSticky for a table that makes only its lines in sight.
func NewStickyLines(head fyne.CanvasObject, lines *Lines) *Sticky {
	s := NewSticky(head, lines.Content())
	s.lines = lines
	return s
}

// TopLine scrolls so that a line of the table stands right below the head.
func (s *Sticky) TopLine(i int) {
	s.toLine(i, func() float32 { return s.lines.Top(i) - s.head.Size().Height - stickyGap })
}

// RevealLine scrolls as little as is needed to see a line of the table, its beginning first.
func (s *Sticky) RevealLine(i int) {
	s.toLine(i, func() float32 {
		top := s.lines.Top(i) - s.head.Size().Height - stickyGap
		bottom := s.lines.Bottom(i) + stickyGap - s.scroll.Size().Height
		at := s.scroll.Offset.Y - s.y(s.table)
		switch {
		case top < at:
			return top
		case bottom > at:
			return fyne.Min(bottom, top)
		}
		return at
	})
}

// toLine scrolls to where a line of the table asks for. Lines that are made on the way change the place.
func (s *Sticky) toLine(i int, place func() float32) {
	if s.scroll.Size().IsZero() {
		s.pendingLine = i + 1
		return
	}
	for range 4 {
		before := s.scroll.Offset.Y
		s.scrollTo(s.y(s.table) + place())
		if s.scroll.Offset.Y == before && s.lines.Line(i) != nil {
			return
		}
	}
}

// LineInSight reports whether something of a line of the table can be seen.
func (s *Sticky) LineInSight(i int) bool {
	y, shown := s.y(s.table), s.scroll.Offset.Y
	return y+s.lines.Bottom(i) > shown+s.head.Size().Height && y+s.lines.Top(i) < shown+s.scroll.Size().Height
}

// showLines makes the lines of the table that are in sight.
func (s *Sticky) showLines() {
	if s.lines == nil || s.isShown || s.scroll.Size().IsZero() {
		return
	}
	s.isShown = true
	defer func() { s.isShown = false }()
	before := s.lines.Content().MinSize().Height
	from := s.scroll.Offset.Y - s.y(s.table)
	moved := s.lines.Show(from, from+s.scroll.Size().Height)
	if s.lines.Content().MinSize().Height == before {
		return
	}
	s.resize()
	if moved != 0 {
		s.scroll.Offset.Y += moved
	}
	s.scrollTo(s.scroll.Offset.Y)
}

// Content returns what to put into the window.
func (s *Sticky) Content() fyne.CanvasObject { return s.box }

// Slot is the place of the head on the page; it takes as much room as the head.
func (s *Sticky) Slot() fyne.CanvasObject { return s.slot }

// SetContent sets the page that is scrolled.
func (s *Sticky) SetContent(o fyne.CanvasObject) {
	s.scroll.Content = o
	if !s.scroll.Size().IsZero() {
		s.scroll.Refresh()
	}
	s.Fit()
}

// Fit makes room for content that has become higher or lower.
func (s *Sticky) Fit() {
	if s.scroll.Size().IsZero() {
		return
	}
	s.fitHead(s.scroll.Size().Width)
	s.resize()
	s.scrollTo(s.scroll.Offset.Y)
}

// StickyBar is the room at the right of the head that is left to the bar by which the page scrolls.
const StickyBar = 4

// fitHead gives the head the height that it needs; beside it, the bar is to be seen.
func (s *Sticky) fitHead(width float32) {
	width = fyne.Max(0, width-StickyBar)
	s.head.Resize(fyne.NewSize(width, heightFor(s.head, width)))
}

// resize gives the page the height that it needs.
func (s *Sticky) resize() {
	least := s.scroll.Content.MinSize()
	s.scroll.Content.Resize(fyne.NewSize(s.scroll.Size().Width, fyne.Max(least.Height, s.scroll.Size().Height)))
	if c, ok := s.scroll.Content.(*fyne.Container); ok && s.lines != nil {
		c.Layout.Layout(c.Objects, c.Size()) // also where only what is within has changed
	}
}

// stickyGap is left between the head and what is scrolled to, for the ring of the focus.
const stickyGap = 4

// Top scrolls so that an object of the page stands right below the head.
func (s *Sticky) Top(o fyne.CanvasObject) {
	top, _ := s.bounds(o)
	s.scrollTo(top)
}

// Reveal scrolls as little as is needed to see an object of the page, its beginning first.
func (s *Sticky) Reveal(o fyne.CanvasObject) {
	if s.scroll.Size().IsZero() {
		s.pending = o
		return
	}
	switch top, bottom := s.bounds(o); {
	case top < s.scroll.Offset.Y:
		s.scrollTo(top)
	case bottom > s.scroll.Offset.Y:
		s.scrollTo(fyne.Min(bottom, top))
	}
}

// InSight reports whether something of an object of the page can be seen.
func (s *Sticky) InSight(o fyne.CanvasObject) bool {
	y, shown := s.y(o), s.scroll.Offset.Y
	return y+o.Size().Height > shown+s.head.Size().Height && y < shown+s.scroll.Size().Height
}

// bounds are the offsets at which an object stands right below the head, and at the lower edge.
func (s *Sticky) bounds(o fyne.CanvasObject) (top, bottom float32) {
	y := s.y(o)
	return y - s.head.Size().Height - stickyGap, y + o.Size().Height + stickyGap - s.scroll.Size().Height
}

// TableTop is how far below the top of the page the table begins.
func (s *Sticky) TableTop() float32 { return s.y(s.table) }

// Offset is how far the page is scrolled.
func (s *Sticky) Offset() float32 { return s.scroll.Offset.Y }

// scrollTo scrolls the page to an offset, as far as it goes.
func (s *Sticky) scrollTo(y float32) {
	most := s.scroll.Content.Size().Height - s.scroll.Size().Height
	s.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(0, fyne.Min(y, most))))
	s.place()
	s.showLines()
}

func (s *Sticky) y(o fyne.CanvasObject) float32 {
	y, _ := yWithin(s.scroll.Content, o)
	return y
}

// yWithin is how far below the top of one object another one stands that it contains.
func yWithin(outer, inner fyne.CanvasObject) (y float32, found bool) {
	if outer == inner {
		return 0, true
	}
	c, ok := outer.(*fyne.Container)
	if !ok {
		return 0, false
	}
	for _, o := range c.Objects {
		if y, found := yWithin(o, inner); found {
			return o.Position().Y + y, true
		}
	}
	return 0, false
}

func (s *Sticky) place() {
	end := s.y(s.table) + s.table.Size().Height - s.head.Size().Height
	y := fyne.Min(fyne.Max(s.y(s.slot), s.scroll.Offset.Y), fyne.Max(s.y(s.slot), end))
	s.head.Move(fyne.NewPos(0, y-s.scroll.Offset.Y))
}

type stickyLayout struct{ owner *Sticky }

// Layout implements fyne.Layout.
func (l *stickyLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.owner
	s.fitHead(size.Width)
	s.scroll.Resize(size)
	s.Fit()
	if s.pending != nil && !size.IsZero() {
		o := s.pending
		s.pending = nil
		s.Reveal(o)
	}
	if i := s.pendingLine - 1; i >= 0 && !size.IsZero() {
		s.pendingLine = 0
		s.RevealLine(i)
	}
}

// MinSize implements fyne.Layout.
func (l *stickyLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return l.owner.scroll.MinSize().Max(fyne.NewSize(l.owner.head.MinSize().Width, 0))
}

// slotLayout is as high as the head whose place it keeps.
type slotLayout struct{ head fyne.CanvasObject }

// Layout implements fyne.Layout.
func (*slotLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

// MinSize implements fyne.Layout.
func (l *slotLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	if !l.head.Visible() {
		return fyne.Size{}
	}
	return fyne.NewSize(0, l.head.MinSize().Height)
}
