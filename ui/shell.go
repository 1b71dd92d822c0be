package ui

import (
	"fyne.io/fyne/v2"

	"parley/ui/page"
	"parley/ui/part"
)

// shell lays out navigation, page and inspector. On a narrow window, or with large text, the inspector becomes a drawer
// and the navigation shrinks to icons while it is open; where the page would be too narrow even without the inspector, the
// navigation shows icons always. The page makes room for the drawer as long as it stays usable, so that what was pressed
// can still be seen; else the drawer lies over it.
type shell struct {
	open      bool              // the drawer is shown
	onNarrow  func(narrow bool) // the navigation shows icons alone, or all
	splits    *page.Splits      // what the reader moved the borders to
	lastWidth float32
	panel     span // the inspector
}

// span is a width and the limits within which the reader can change it.
type span struct{ width, least, most float32 }

// within puts a width between the limits.
func (s span) within(width float32) float32 { return fyne.Max(s.least, fyne.Min(width, s.most)) }

// Widths in units of the text size over 14, so that large text gets more room.
const (
	navWidth       = 190
	iconsWidth     = 52
	inspectorWidth = 340
	leastInspector = 260
	wideInspector  = 400
	leastPage      = 640
	narrowPage     = 560 // below it the navigation gives its room to the page, and a drawer lies over the page
	wideWindow     = 1600
)

// docked reports whether the inspector has a place of its own beside a page that is still usable.
func (s *shell) docked(width float32) bool {
	k := part.TextScale()
	return width >= (navWidth+leastPage+inspectorWidth)*k
}

// Layout implements fyne.Layout for navigation, page and inspector, in this order.
func (s *shell) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	nav, page, inspector := objects[0], objects[1], objects[2]
	s.lastWidth = size.Width
	k := part.TextScale()
	docked := s.docked(size.Width)
	drawer := !docked && s.open
	icons := drawer || size.Width < (navWidth+narrowPage)*k
	left, right := navWidth*k, float32(0)
	if icons {
		left = iconsWidth * k
	}
	s.panel = s.inspector(size.Width, left, docked)
	panel := s.panel.width
	if docked || drawer && size.Width-left-panel >= narrowPage*k {
		right = panel
	}
	if s.onNarrow != nil {
		s.onNarrow(icons)
	}
	place(nav, 0, left, size.Height)
	place(page, left, size.Width-left-right, size.Height)
	if docked || drawer {
		inspector.Show()
	} else {
		inspector.Hide()
	}
	place(inspector, size.Width-panel, panel, size.Height)
}

// inspector is how wide the inspector is beside a navigation, and how wide it can be: where it is docked the page stays
// usable, and a drawer leaves a part of the page in sight.
func (s *shell) inspector(width, nav float32, docked bool) span {
	k := part.TextScale()
	usual := fyne.Min(inspectorWidth*k, fyne.Max(width*0.5, width-nav-leastPage))
	if width >= wideWindow*k {
		usual = wideInspector * k
	}
	p := span{usual, fyne.Min(leastInspector*k, usual), fyne.Max(usual, width-nav-leastPage*k)}
	if !docked {
		p.most = fyne.Max(usual, width*0.7)
	}
	if chosen := s.splits.Inspector; chosen > 0 {
		p.width = p.within(chosen * k)
	}
	return p
}

// moveInspector moves the border of the inspector to the right, or to the left, as far as there is room, and returns how
// far it did.
func (s *shell) moveInspector(by float32) float32 {
	was := s.panel.width
	s.panel.width = s.panel.within(was - by)
	s.splits.Inspector = s.panel.width / part.TextScale()
	return was - s.panel.width
}

func place(o fyne.CanvasObject, x, width, height float32) {
	o.Move(fyne.NewPos(x, 0))
	o.Resize(fyne.NewSize(width, height))
}

// MinSize implements fyne.Layout.
func (s *shell) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(880, 560) }
