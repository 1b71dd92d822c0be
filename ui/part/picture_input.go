package part

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// MouseIn implements desktop.Hoverable.
func (p *Picture) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (p *Picture) MouseMoved(e *desktop.MouseEvent) {
	p.hovered, p.pointer = true, e.Position
	if at := p.spotAt(e.Position); at != p.spot {
		p.point(at)
	}
}

// MouseOut implements desktop.Hoverable.
func (p *Picture) MouseOut() {
	p.hovered = false
	p.point(-1)
}

// Cursor implements desktop.Cursorable.
func (p *Picture) Cursor() desktop.Cursor {
	if p.spot >= 0 && p.drawn.Spots[p.spot].OnPress != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Tapped implements fyne.Tappable. The keys work on from there.
func (p *Picture) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	spot := p.spotAt(e.Position)
	p.point(spot)
	p.press(spot)
}

// SpotMiddle is the middle of the spot that is pointed at, for tests; the corner of the picture where there is none.
func (p *Picture) SpotMiddle() fyne.Position {
	if p.spot < 0 {
		return fyne.Position{}
	}
	r, k := p.drawn.Spots[p.spot].Rect, p.scale()
	return fyne.NewPos(float32(r.Min.X+r.Max.X)/2/k, float32(r.Min.Y+r.Max.Y)/2/k)
}

// TappedSecondary implements fyne.SecondaryTappable.
func (p *Picture) TappedSecondary(e *fyne.PointEvent) {
	if p.OnMenu != nil {
		p.OnMenu(e.AbsolutePosition)
	}
}

// axis is where the axis begins and how wide it is, in logical pixels.
func (p *Picture) axis() (left, width float32) {
	k := p.scale()
	return float32(p.drawn.Axis.Min.X) / k, float32(p.drawn.Axis.Dx()) / k
}

func (p *Picture) hasAxis() bool { return !p.drawn.Axis.Empty() && p.OnZoom != nil }

// Scrolled implements fyne.Scrollable: the wheel zooms around the pointer; sideways it moves along the axis. Over a picture
// without one it scrolls the page, for the toolkit gives the wheel to nobody else.
func (p *Picture) Scrolled(e *fyne.ScrollEvent) {
	if !p.hasAxis() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
			if around := ScrollAround(c, p); around != nil {
				around.Scrolled(e)
			}
		}
		return
	}
	left, width := p.axis()
	const pixelsPerDoubling = 40
	if e.Scrolled.DY != 0 {
		at := float64((e.Position.X - left) / width)
		p.OnZoom(math.Exp2(float64(e.Scrolled.DY)/pixelsPerDoubling), min(max(at, 0), 1))
	}
	if e.Scrolled.DX != 0 {
		p.OnMove(float64(-e.Scrolled.DX / width))
	}
}

// Dragged implements fyne.Draggable: the axis follows the pointer.
func (p *Picture) Dragged(e *fyne.DragEvent) {
	if !p.hasAxis() || e.Dragged.DX == 0 {
		return
	}
	p.pointer = e.Position
	_, width := p.axis()
	p.OnMove(float64(-e.Dragged.DX / width))
}

// DragEnd implements fyne.Draggable.
func (p *Picture) DragEnd() {}

// FocusGained implements fyne.Focusable.
func (p *Picture) FocusGained() {
	p.frame.StrokeColor = theme.Color(theme.ColorNamePrimary)
	p.frame.Show()
	bringIntoSight(p)
	if p.spot < 0 && !p.hovered {
		p.point(0)
	}
}

// FocusLost implements fyne.Focusable.
func (p *Picture) FocusLost() {
	p.shifted = false
	p.frame.Hide()
	p.point(-1)
}

// KeyDown implements desktop.Keyable, for the Shift key.
func (p *Picture) KeyDown(e *fyne.KeyEvent) { p.shift(e, true) }

// KeyUp implements desktop.Keyable.
func (p *Picture) KeyUp(e *fyne.KeyEvent) { p.shift(e, false) }

func (p *Picture) shift(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		p.shifted = down
	}
}

// What one key does to the axis.
const (
	keyZoom = 1.5
	keyMove = 0.2
)

// keyPlace is the place of the axis, from 0 to 1, that stays when a key zooms: that of the spot pointed at where it lies over
// the axis, else the middle.
func (p *Picture) keyPlace() float64 {
	if p.spot < 0 {
		return 0.5
	}
	axis, spot := p.drawn.Axis, p.drawn.Spots[p.spot].Rect
	middle := image.Pt((spot.Min.X+spot.Max.X)/2, (spot.Min.Y+spot.Max.Y)/2)
	if !middle.In(axis) {
		return 0.5
	}
	return float64(middle.X-axis.Min.X) / float64(axis.Dx())
}

// TypedRune implements fyne.Focusable: plus, minus and zero zoom.
func (p *Picture) TypedRune(r rune) {
	switch {
	case p.hasAxis() && (r == '+' || r == '='):
		p.OnZoom(keyZoom, p.keyPlace())
	case p.hasAxis() && (r == '-' || r == '−'):
		p.OnZoom(1/keyZoom, p.keyPlace())
	case p.hasAxis() && r == '0':
		p.OnWhole()
	default:
		passOnRune(p, r)
	}
}

// TypedKey implements fyne.Focusable.
func (p *Picture) TypedKey(e *fyne.KeyEvent) {
	if p.moves(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown:
		p.step(1)
	case fyne.KeyLeft, fyne.KeyUp:
		p.step(-1)
	case fyne.KeyHome:
		p.point(0)
	case fyne.KeyEnd:
		p.point(len(p.drawn.Spots) - 1)
		if p.spot >= 0 && p.drawn.Spots[p.spot].IsName {
			p.step(-1)
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.press(p.spot)
	default:
		passOn(p, e)
	}
}

// step points at the next spot, or the one before; at the end it stays.
func (p *Picture) step(by int) {
	for i := p.spot + by; i >= 0 && i < len(p.drawn.Spots); i += by {
		if !p.drawn.Spots[i].IsName {
			p.point(i)
			return
		}
	}
	if p.spot < 0 {
		p.point(0)
	}
}

// moves does what a key does to the axis or the pages; it reports false for a key that does nothing to them.
func (p *Picture) moves(key fyne.KeyName) bool {
	switch {
	case p.hasAxis() && p.shifted && key == fyne.KeyRight:
		p.OnMove(keyMove)
	case p.hasAxis() && p.shifted && key == fyne.KeyLeft:
		p.OnMove(-keyMove)
	case p.hasAxis() && p.shifted && key == fyne.KeyUp:
		p.OnZoom(keyZoom, p.keyPlace())
	case p.hasAxis() && p.shifted && key == fyne.KeyDown:
		p.OnZoom(1/keyZoom, p.keyPlace())
	case p.hasAxis() && key == fyne.KeyHome:
		p.OnWhole()
	case p.OnTurn != nil && key == fyne.KeyPageDown:
		p.OnTurn(1)
	case p.OnTurn != nil && key == fyne.KeyPageUp:
		p.OnTurn(-1)
	default:
		return false
	}
	return true
}
