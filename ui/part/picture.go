package part

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/ui/palette"
)

// Drawing is a drawn picture and what can be pointed at in it, in pixels of the image.
type Drawing struct {
	Image image.Image
	Spots []Spot
}

// Spot is one place of a picture: what it says when it is pointed at, and what happens when it is pressed.
type Spot struct {
	Rect    image.Rectangle
	Text    string
	OnPress func()
}

// Picture shows a drawing made at the true size in pixels. It draws again only when its size, the theme or the subject
// changed. The arrow keys move from spot to spot, Enter presses.
type Picture struct {
	widget.BaseWidget
	// Draw draws at a size in logical pixels and a scale.
	Draw func(width, height int, scale float64) Drawing

	subject  int // counts the changes of what is drawn
	drawn    Drawing
	drawnFor drawnFor
	spot     int // the spot pointed at, -1 for none
	focused  bool
	pixels   *canvas.Raster
	tip      *tip
	ring     *canvas.Rectangle
}

type drawnFor struct {
	width, height, subject int
	look                   palette.Theme
}

var (
	_ fyne.Widget       = (*Picture)(nil)
	_ fyne.Tappable     = (*Picture)(nil)
	_ fyne.Focusable    = (*Picture)(nil)
	_ desktop.Hoverable = (*Picture)(nil)
	_ fyne.Accessible   = (*Picture)(nil)
)

// NewPicture returns a picture that is drawn by draw.
func NewPicture(draw func(width, height int, scale float64) Drawing) *Picture {
	p := &Picture{Draw: draw, spot: -1, tip: newTip(), ring: canvas.NewRectangle(color.Transparent)}
	p.pixels = canvas.NewRaster(p.image)
	p.ring.StrokeWidth = 2
	p.ring.CornerRadius = 3
	p.ring.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// Redraw draws again, because what is drawn changed.
func (p *Picture) Redraw() {
	p.subject++
	p.point(-1)
	p.pixels.Refresh()
}

// image hands the picture to the canvas at the size in pixels that it asks for; the canvas asks more often than it changes.
func (p *Picture) image(width, height int) image.Image {
	size := p.Size()
	wanted := drawnFor{width, height, p.subject, CurrentPalette()}
	if wanted != p.drawnFor && size.Width >= 1 && size.Height >= 1 {
		p.drawn = p.Draw(int(size.Width), int(size.Height), float64(width)/float64(size.Width))
		p.drawnFor = wanted
	}
	if p.drawn.Image == nil {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	return p.drawn.Image
}

// scale is pixels of the drawing per logical pixel.
func (p *Picture) scale() float32 {
	if p.drawn.Image == nil || p.Size().Width < 1 {
		return 1
	}
	return float32(p.drawn.Image.Bounds().Dx()) / p.Size().Width
}

// nearMiss is how far beside a spot the reader may point, in logical pixels: bars are thin.
const nearMiss = 5

// spotAt is the spot at a place, else the one that was nearly hit; -1 for none.
func (p *Picture) spotAt(pos fyne.Position) int {
	k := p.scale()
	at := image.Pt(int(pos.X*k), int(pos.Y*k))
	for _, slack := range []int{0, int(nearMiss * k)} {
		for i := len(p.drawn.Spots) - 1; i >= 0; i-- {
			if at.In(p.drawn.Spots[i].Rect.Inset(-slack)) {
				return i
			}
		}
	}
	return -1
}

// point shows what a spot says beside it, and rings it.
func (p *Picture) point(spot int) {
	p.spot = spot
	if spot < 0 || spot >= len(p.drawn.Spots) {
		p.tip.Hide()
		p.ring.Hide()
		return
	}
	k := p.scale()
	r := p.drawn.Spots[spot].Rect
	at := fyne.NewPos(float32(r.Min.X)/k, float32(r.Min.Y)/k)
	size := fyne.NewSize(float32(r.Dx())/k, float32(r.Dy())/k)
	p.ring.StrokeColor = theme.Color(theme.ColorNamePrimary)
	p.ring.Move(at.SubtractXY(3, 3))
	p.ring.Resize(size.AddWidthHeight(6, 6))
	p.ring.Show()
	p.ring.Refresh()
	p.tip.show(p.drawn.Spots[spot].Text, at, size, p.Size())
}

// MouseIn implements desktop.Hoverable.
func (p *Picture) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (p *Picture) MouseMoved(e *desktop.MouseEvent) {
	if at := p.spotAt(e.Position); at != p.spot {
		p.point(at)
	}
}

// MouseOut implements desktop.Hoverable.
func (p *Picture) MouseOut() { p.point(-1) }

// Tapped implements fyne.Tappable.
func (p *Picture) Tapped(e *fyne.PointEvent) { p.press(p.spotAt(e.Position)) }

func (p *Picture) press(spot int) {
	if spot >= 0 && spot < len(p.drawn.Spots) && p.drawn.Spots[spot].OnPress != nil {
		p.drawn.Spots[spot].OnPress()
	}
}

// FocusGained implements fyne.Focusable.
func (p *Picture) FocusGained() {
	p.focused = true
	if p.spot < 0 {
		p.point(0)
	}
}

// FocusLost implements fyne.Focusable.
func (p *Picture) FocusLost() { p.focused = false; p.point(-1) }

// TypedRune implements fyne.Focusable.
func (p *Picture) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (p *Picture) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyDown:
		p.point(min(p.spot+1, len(p.drawn.Spots)-1))
	case fyne.KeyLeft, fyne.KeyUp:
		p.point(max(p.spot-1, 0))
	case fyne.KeyHome:
		p.point(0)
	case fyne.KeyEnd:
		p.point(len(p.drawn.Spots) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.press(p.spot)
	default:
		passOn(p, e)
	}
}

// AccessibilityLabel implements fyne.Accessible: what the spot pointed at says.
func (p *Picture) AccessibilityLabel() string {
	if p.spot >= 0 && p.spot < len(p.drawn.Spots) {
		return p.drawn.Spots[p.spot].Text
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (p *Picture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer { return &pictureRenderer{p} }

type pictureRenderer struct{ owner *Picture }

func (r *pictureRenderer) Layout(size fyne.Size) { r.owner.pixels.Resize(size) }

func (r *pictureRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 240) }

// Refresh asks for the picture again: it is drawn anew only when the look has changed.
func (r *pictureRenderer) Refresh() { r.owner.pixels.Refresh() }

func (r *pictureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.owner.pixels, r.owner.ring, r.owner.tip}
}

func (r *pictureRenderer) Destroy() {}

// passOn gives a key that a widget has no use for to the window.
func passOn(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return
	}
	if typed := c.OnTypedKey(); typed != nil {
		typed(e)
	}
}
