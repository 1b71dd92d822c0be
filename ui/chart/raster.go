package chart

import (
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"slices"
	"sync"

	"github.com/golang/freetype/raster"
	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
	"golang.org/x/image/math/fixed"
)

// canvas is a chart.Renderer that draws into an image.RGBA, or into places of a palette. Go-chart's own draws the same as
// the first, but keeps nothing from one picture to the next, and rasterizes every form over the height of the whole
// picture.
type canvas struct {
	plainRenderer
	*brush
	path raster.Path
	last fixed.Point26_6 // where the path's current part began
}

// brush is what one picture after the other is drawn with, one at a time.
type brush struct {
	painter
	large, small *raster.Rasterizer // as large as the picture, and for letters
	page         image.Point        // size of the picture
	mask         mask
	types        map[typeface]*letters
}

// brushes keeps brushes, and with them the letters that they know, from one picture to the next.
var brushes = sync.Pool{New: newBrush}

func newBrush() any {
	return &brush{large: raster.NewRasterizer(0, 0), small: raster.NewRasterizer(0, 0), types: map[typeface]*letters{}}
}

// newCanvas makes a canvas on a sheet whose page has one colour, which may be transparent. The caller gives its brush back.
func newCanvas(on sheet, page color.NRGBA) *canvas {
	c := &canvas{brush: brushes.Get().(*brush)}
	c.painter.sheet, c.painter.clip = on, on.bounds
	if c.page != on.bounds.Size() {
		c.page = on.bounds.Size()
		c.large.SetBounds(c.page.X, c.page.Y) // forgets its memory
		c.large.UseNonZeroWinding = true
	}
	c.painter.clear(page)
	return c
}

// done gives the brush back, without the picture.
func (c *canvas) done() {
	c.painter.sheet = sheet{}
	brushes.Put(c.brush)
}

// images keeps the memory of the picture that was released last.
var images struct {
	sync.Mutex
	free *image.RGBA
}

// maxKept is the largest memory of a picture that is kept: that of a window on a large screen.
const maxKept = 64 << 20

// newImage is an image with any contents.
func newImage(width, height int) *image.RGBA {
	need := 4 * width * height
	images.Lock()
	defer images.Unlock()
	if old := images.free; old != nil && cap(old.Pix) >= need && cap(old.Pix) <= 2*need {
		images.free = nil
		return &image.RGBA{Pix: old.Pix[:need], Stride: 4 * width, Rect: image.Rect(0, 0, width, height)}
	}
	return image.NewRGBA(image.Rect(0, 0, width, height))
}

// Release gives the memory of a picture that nobody will look at again to the next one that is drawn: fresh memory for
// a large picture takes longer than its drawing. Not calling it is no fault; using the picture afterwards is.
func (p *Picture) Release() {
	if p.Image != nil && cap(p.Image.Pix) <= maxKept {
		images.Lock()
		images.free = p.Image
		images.Unlock()
	}
	p.Image = nil
}

func toFixed(x, y float64) fixed.Point26_6 {
	return fixed.Point26_6{X: fixed.Int26_6(math.Round(x * 64)), Y: fixed.Int26_6(math.Round(y * 64))}
}

// MoveTo begins a part of the path.
func (c *canvas) MoveTo(x, y int) { c.start(float64(x), float64(y)) }

// LineTo draws on to a point.
func (c *canvas) LineTo(x, y int) { c.path.Add1(toFixed(float64(x), float64(y))) }

// QuadCurveTo draws on to a point in a curve.
func (c *canvas) QuadCurveTo(cx, cy, x, y int) {
	c.path.Add2(toFixed(float64(cx), float64(cy)), toFixed(float64(x), float64(y)))
}

// ArcTo draws on to the start of an arc, and along it.
func (c *canvas) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	for i, p := range arc(float64(cx), float64(cy), rx, ry, start, delta) {
		if i == 0 && len(c.path) == 0 {
			c.start(p.x, p.y)
			continue
		}
		c.path.Add1(toFixed(p.x, p.y))
	}
}

// Close draws back to where the part began.
func (c *canvas) Close() {
	if len(c.path) > 0 {
		c.path.Add1(c.last)
	}
}

// Circle adds a circle to the path.
func (c *canvas) Circle(radius float64, x, y int) {
	c.start(float64(x)+radius, float64(y))
	c.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
}

func (c *canvas) start(x, y float64) {
	c.last = toFixed(x, y)
	c.path.Start(c.last)
}

// arc are points so near to each other that the corners between them cannot be seen.
func arc(cx, cy, rx, ry, start, delta float64) []point {
	const most = 0.02 // pixels between the arc and its chords
	step := 2 * math.Acos(1-min(most/max(rx, ry, most), 1))
	n := max(8, int(math.Ceil(math.Abs(delta)/step)))
	points := make([]point, n+1)
	for i := range points {
		sin, cos := math.Sincos(start + delta*float64(i)/float64(n))
		points[i] = point{cx + rx*cos, cy + ry*sin}
	}
	return points
}

// Fill fills the path.
func (c *canvas) Fill() {
	defer c.forget()
	if c.fillColor.A == 0 {
		return
	}
	c.painter.SetColor(c.fillColor)
	if r, ok := rectangle(c.path); ok {
		c.painter.fill(r)
		return
	}
	c.rasterize(c.path)
}

// Stroke draws a line along the path.
func (c *canvas) Stroke() {
	defer c.forget()
	if c.strokeColor.A == 0 || c.strokeWidth <= 0 {
		return
	}
	c.painter.SetColor(c.strokeColor)
	width := fixed.Int26_6(c.strokeWidth * 64)
	var outlined []raster.Path
	for part := range parts(c.path) {
		if len(c.dash) == 0 && c.strokeColor.A == 0xff && c.strokeSteps(part, width) {
			continue
		}
		if len(c.dash) == 0 && len(part) > 4*manySteps {
			c.rasterizeLong(part, width)
			continue
		}
		outlined = append(outlined, dashes(part, c.dash)...)
	}
	if len(outlined) == 0 {
		return
	}
	c.large.Clear()
	for _, part := range slices.Backward(outlined) { // lines mostly go to the right, and freetype looks from the left
		raster.Stroke(c.large, part, width, raster.ButtCapper, raster.RoundJoiner)
	}
	c.large.Rasterize(&c.painter)
}

// strokeSteps draws a line that runs along the edges of pixels only, as the steps of a sum do: it is made of rectangles.
// It reports whether the line is one.
func (c *canvas) strokeSteps(line raster.Path, width fixed.Int26_6) bool {
	half := width / 2
	if half&63 != 0 || len(line) < 8 {
		return false
	}
	for i := 4; i < len(line); i += 4 {
		along := line[i+1] == line[i-3] || line[i+2] == line[i-2]
		if line[i] != 1 || !along || (line[i+1]|line[i+2]|line[i-3]|line[i-2])&63 != 0 {
			return false
		}
	}
	reach := half.Floor()
	for i := 4; i < len(line); i += 4 {
		from, to := image.Pt(line[i-3].Floor(), line[i-2].Floor()), image.Pt(line[i+1].Floor(), line[i+2].Floor())
		r := image.Rectangle{Min: from, Max: to}.Canon().Inset(-reach)
		if isFirst := i == 4; isFirst {
			r = cutEnd(r, from, to, reach)
		}
		if isLast := i+4 >= len(line); isLast {
			r = cutEnd(r, to, from, reach)
		}
		c.painter.fill(r)
	}
	return true
}

// cutEnd takes back how far a rectangle reaches beyond the end of a line.
func cutEnd(r image.Rectangle, end, other image.Point, reach int) image.Rectangle {
	switch {
	case end.X < other.X:
		r.Min.X += reach
	case end.X > other.X:
		r.Max.X -= reach
	case end.Y < other.Y:
		r.Min.Y += reach
	case end.Y > other.Y:
		r.Max.Y -= reach
	}
	return r
}

// FillStroke fills the path, then draws a line along it.
func (c *canvas) FillStroke() {
	path := c.path
	c.path = append(raster.Path(nil), path...)
	c.Fill()
	c.path = path
	c.Stroke()
}

func (c *canvas) forget() { c.path = c.path[:0] }

// rasterize paints the area within a path.
func (c *canvas) rasterize(p raster.Path) {
	c.large.Clear()
	c.large.AddPath(p)
	c.large.Rasterize(&c.painter)
}

// manySteps is the length of a line from which it is drawn in pieces: freetype takes time by the square of what stands
// on one row of a path.
const manySteps = 48

// rasterizeLong paints a line of many steps.
func (c *canvas) rasterizeLong(line raster.Path, width fixed.Int26_6) {
	c.mask.reset(bounds(line).Inset(-width.Ceil()).Intersect(c.painter.clip))
	for start := 0; start+4 < len(line); start += 4 * manySteps {
		piece := slices.Clone(line[start:min(start+4*(manySteps+2), len(line))]) // with the first step of the next
		piece[0], piece[3] = 0, 0
		c.large.Clear()
		raster.Stroke(c.large, piece, width, raster.ButtCapper, raster.RoundJoiner)
		c.large.Rasterize(&c.mask)
	}
	c.painter.through(&c.mask)
}

// Text writes body with its baseline at y.
func (c *canvas) Text(body string, x, y int) {
	c.painter.SetColor(c.ink)
	set := c.letters(typeface{c.face, c.size, c.turned})
	at := fixed.Int26_6(64 / places / 2) // to the nearest place, not the last
	for _, r := range body {
		l := set.letter(r, at&63, c.small)
		dx, dy := at.Floor(), 0
		if c.turned {
			dx, dy = 0, -at.Floor()
		}
		c.painter.stamp(l, x+dx, y+dy)
		at += set.advance(r)
	}
}

// Clip leaves out what is drawn outside of an area from now on.
func (c *canvas) Clip(area image.Rectangle) { c.painter.clip = area.Intersect(c.painter.bounds) }

// Unclip ends Clip.
func (c *canvas) Unclip() { c.painter.clip = c.painter.bounds }

// Save does nothing: the picture is there already.
func (c *canvas) Save(io.Writer) error { return nil }

// plainRenderer holds what a chart.Renderer is told before it draws.
type plainRenderer struct {
	strokeColor, fillColor, ink drawing.Color
	strokeWidth, size           float64
	dash                        []float64
	face                        *truetype.Font
	turned                      bool // text runs upwards
}

func (r *plainRenderer) ResetStyle()                       { r.dash, r.turned = nil, false }
func (r *plainRenderer) GetDPI() float64                   { return pixelDPI }
func (r *plainRenderer) SetDPI(float64)                    {} // sizes are pixels, whatever the DPI
func (r *plainRenderer) SetClassName(string)               {}
func (r *plainRenderer) SetStrokeColor(c drawing.Color)    { r.strokeColor = c }
func (r *plainRenderer) SetFillColor(c drawing.Color)      { r.fillColor = c }
func (r *plainRenderer) SetStrokeWidth(width float64)      { r.strokeWidth = width }
func (r *plainRenderer) SetStrokeDashArray(dash []float64) { r.dash = dash }
func (r *plainRenderer) SetFont(f *truetype.Font)          { r.face = f }
func (r *plainRenderer) SetFontColor(c drawing.Color)      { r.ink = c }
func (r *plainRenderer) SetFontSize(pixels float64)        { r.size = pixels }
func (r *plainRenderer) ClearTextRotation()                { r.turned = false }

// SetTextRotation turns text upwards, the one way in which charts turn it.
func (r *plainRenderer) SetTextRotation(radians float64) { r.turned = radians != 0 }

// MeasureText is asked by go-chart's axes only, which are hidden.
func (r *plainRenderer) MeasureText(body string) gochart.Box {
	s := style{size: r.size, line: r.size}
	return gochart.Box{Right: int(math.Ceil(s.width(body))), Bottom: int(math.Ceil(r.size))}
}

// weight is the weight of the font that was set.
func (r *plainRenderer) weight() weight {
	if r.face == fonts()[semiBold].face {
		return semiBold
	}
	return regular
}

// drawPicture draws into an image.
func drawPicture(s Size, page color.NRGBA, ops []func(*pen)) (*image.RGBA, error) {
	var img *image.RGBA
	err := drawOn(s, page, ops, func(width, height int) sheet {
		img = newImage(width, height)
		return sheet{pix: img.Pix, stride: img.Stride, depth: 4, bounds: img.Rect}
	})
	return img, err
}

// drawOn draws on a sheet that is made for the picture's size in pixels.
func drawOn(s Size, page color.NRGBA, ops []func(*pen), newSheet func(width, height int) sheet) error {
	var c *canvas
	err := drawOps(s, s.scale(), ops, func(width, height int) (gochart.Renderer, error) {
		c = newCanvas(newSheet(width, height), page)
		return c, nil
	}, io.Discard)
	if err != nil {
		return fmt.Errorf("draw %dx%d: %w", s.Width, s.Height, err)
	}
	c.done()
	return nil
}
