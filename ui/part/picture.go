package part

import (
	"cmp"
	"image"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/ui/palette"
)

// Drawing is a drawn picture and what can be pointed at in it, in pixels of the image.
type Drawing struct {
	Image *image.RGBA
	Spots []Spot
	// Axis is the area over an axis that can be zoomed; empty where there is none.
	Axis image.Rectangle
	// Words are shown instead of a picture that could not be drawn.
	Words string
	// Alt tells what the picture shows, for readers who cannot see it; it is asked for when somebody does. It may be nil.
	Alt func() string
}

// Spot is one place of a picture: what it says when it is pointed at, and what happens when it is pressed.
type Spot struct {
	Rect    image.Rectangle
	Text    string
	OnPress func()
	// IsName says that the spot is the name of another one, which says and does the same: the arrow keys pass it by.
	IsName bool
}

// PictureSize is what a drawing is made for: a size in logical pixels, the pixels in each of them, and the colours.
type PictureSize struct {
	Width, Height int
	Scale         float64
	Theme         palette.Theme
}

// Picture shows a drawing made at the true size in pixels. It asks for one when its size or the theme changed, and shows
// the old one until the new one is put. The arrow keys move from spot to spot, Enter presses.
type Picture struct {
	widget.BaseWidget
	// Name says what the picture is, for screen readers, until it is drawn.
	Name string
	// OnSize is told that a drawing of another size is wanted. It may put it at once.
	OnSize func(PictureSize)
	// OnZoom is told how much larger the axis is to be drawn, and which place of it, from 0 to 1, is to stay.
	OnZoom func(factor, at float64)
	// OnMove is told to move along the axis, in parts of the width shown; forwards where by is above 0.
	OnMove func(by float64)
	// OnWhole is told to show the whole axis.
	OnWhole func()
	// OnTurn is told to turn the pages of a picture with several.
	OnTurn func(by int)
	// OnMenu is told that the reader asks, at this place of the window, what can be done with the picture.
	OnMenu func(fyne.Position)

	drawn    Drawing
	asked    PictureSize // what OnSize was told last
	isAsking bool        // within OnSize
	spot     int         // the spot pointed at, -1 for none
	pointer  fyne.Position
	hovered  bool
	shifted  bool
	pixels   *canvas.Raster
	words    *widget.Label
	notice   fyne.CanvasObject
	tip      *tip
	ring     *canvas.Rectangle // around the spot pointed at
	frame    *canvas.Rectangle // around the picture that has the focus
}

var (
	_ fyne.Widget            = (*Picture)(nil)
	_ fyne.Tappable          = (*Picture)(nil)
	_ fyne.SecondaryTappable = (*Picture)(nil)
	_ fyne.Draggable         = (*Picture)(nil)
	_ fyne.Scrollable        = (*Picture)(nil)
	_ desktop.Keyable        = (*Picture)(nil)
	_ desktop.Hoverable      = (*Picture)(nil)
	_ desktop.Cursorable     = (*Picture)(nil)
	_ fyne.Accessible        = (*Picture)(nil)
)

// NewPicture returns a picture that asks onSize for its drawings.
func NewPicture(onSize func(PictureSize)) *Picture {
	p := &Picture{OnSize: onSize, spot: -1, tip: newTip()}
	p.pixels = canvas.NewRaster(p.image)
	p.words = label("", theme.SizeNameText, false, false)
	p.notice = Inset(24, 24, 24, 24, AtMost(ProseWidth, Trim(p.words)))
	p.notice.Hide()
	p.ring, p.frame = newRing(3), newRing(6)
	p.ExtendBaseWidget(p)
	return p
}

func newRing(radius float32) *canvas.Rectangle {
	r := canvas.NewRectangle(color.Transparent)
	r.StrokeWidth = 2
	r.CornerRadius = radius
	r.Hide()
	return r
}

// Put shows a drawing.
func (p *Picture) Put(d Drawing) {
	said, at := p.pointedAt()
	p.drawn = d
	p.words.SetText(d.Words)
	SetShown(p.notice, d.Words != "")
	p.point(p.spotAfter(said, at))
	if !p.isAsking {
		p.pixels.Refresh()
	}
}

// pointedAt is what the spot that is pointed at says, and where it is; "" for none.
func (p *Picture) pointedAt() (said string, at image.Rectangle) {
	if p.spot < 0 || p.spot >= len(p.drawn.Spots) {
		return "", image.Rectangle{}
	}
	return p.drawn.Spots[p.spot].Text, p.drawn.Spots[p.spot].Rect
}

// spotAfter is the spot to point at in a new drawing: the one under the pointer, else the one that says what was said, else
// the one in the same place: what a switch says changes when it is pressed.
func (p *Picture) spotAfter(said string, at image.Rectangle) int {
	if p.hovered {
		return p.spotAt(p.pointer)
	}
	if said == "" {
		return -1
	}
	if i := slices.IndexFunc(p.drawn.Spots, func(s Spot) bool { return s.Text == said }); i >= 0 {
		return i
	}
	return slices.IndexFunc(p.drawn.Spots, func(s Spot) bool { return s.Rect == at })
}

// Wanted returns what a drawing is wanted for, and whether that is known yet.
func (p *Picture) Wanted() (PictureSize, bool) { return p.asked, p.asked != PictureSize{} }

// image hands the picture to the canvas at the size in pixels that it asks for; the canvas asks more often than it changes.
func (p *Picture) image(width, height int) image.Image {
	if size := p.Size(); size.Width >= 1 && size.Height >= 1 {
		p.ask(pictureSize(width, height, size))
	}
	if p.drawn.Image == nil {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	return cropped(p.drawn.Image, width, height)
}

func (p *Picture) ask(wanted PictureSize) {
	if wanted == p.asked {
		return
	}
	p.asked = wanted
	p.isAsking = true
	p.OnSize(wanted)
	p.isAsking = false
}

// pictureSize is the size that gives exactly so many pixels in width, and at least as many in height. Where text is larger,
// so is what is drawn, as far as there is room for a picture.
func pictureSize(width, height int, size fyne.Size) PictureSize {
	larger := fyne.Max(1, fyne.Min(TextScale(), fyne.Min(size.Width/leastPicture.Width, size.Height/leastPicture.Height)))
	s := PictureSize{Width: max(int(size.Width/larger), 1), Theme: CurrentPalette()}
	s.Scale = float64(width) / float64(s.Width)
	s.Height = int(math.Ceil(float64(height)/s.Scale - 1e-9))
	return s
}

// leastPicture is the room that a drawing needs, however large its text is.
var leastPicture = fyne.NewSize(600, 380)

// cropped leaves out the rows that a picture is too high by, so that it is not scaled.
func cropped(img *image.RGBA, width, height int) *image.RGBA {
	const mostCrop = 8 // pixels; what is higher was drawn for another size
	size := img.Rect.Size()
	if size.X != width || size.Y <= height || size.Y > height+mostCrop {
		return img
	}
	return img.SubImage(image.Rectangle{img.Rect.Min, img.Rect.Min.Add(image.Pt(width, height))}).(*image.RGBA)
}

// scale is pixels of the drawing per logical pixel.
func (p *Picture) scale() float32 {
	if p.drawn.Image == nil || p.Size().Width < 1 {
		return 1
	}
	return float32(p.drawn.Image.Rect.Dx()) / p.Size().Width
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
		p.spot = -1
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

func (p *Picture) press(spot int) {
	if spot >= 0 && spot < len(p.drawn.Spots) && p.drawn.Spots[spot].OnPress != nil {
		p.drawn.Spots[spot].OnPress()
	}
}

// AccessibilityLabel implements fyne.Accessible: what the spot pointed at says.
func (p *Picture) AccessibilityLabel() string {
	if p.spot >= 0 && p.spot < len(p.drawn.Spots) {
		return p.drawn.Spots[p.spot].Text
	}
	if p.drawn.Alt != nil {
		return p.drawn.Alt()
	}
	return cmp.Or(p.drawn.Words, p.Name)
}

// AccessibilityRole implements fyne.Accessible.
func (p *Picture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer { return &pictureRenderer{p} }

type pictureRenderer struct{ owner *Picture }

func (r *pictureRenderer) Layout(size fyne.Size) {
	r.owner.pixels.Resize(size)
	r.owner.notice.Resize(size)
	const inside = 4 // Fyne's software painter shifts a stroke that is cut at the left or the top
	r.owner.frame.Move(fyne.NewPos(inside, inside))
	r.owner.frame.Resize(size.SubtractWidthHeight(2*inside, 2*inside))
}

func (r *pictureRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 240) }

// Refresh asks for the picture again: it is drawn anew only when the look has changed.
func (r *pictureRenderer) Refresh() {
	r.owner.frame.StrokeColor = theme.Color(theme.ColorNamePrimary)
	r.owner.pixels.Refresh()
	r.owner.notice.Refresh()
}

func (r *pictureRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.owner.pixels, r.owner.notice, r.owner.frame, r.owner.ring, r.owner.tip}
}

func (r *pictureRenderer) Destroy() {}

// passOnRune gives a letter that a widget has no use for to the window.
func passOnRune(o fyne.CanvasObject, r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

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
