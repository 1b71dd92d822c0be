package chart

import (
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"strings"

	"github.com/golang/freetype/raster"
	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// All that knows go-chart stands in this file: a chart.Chart runs the drawing, our layers are its series, and the
// raster below is its renderer.

// drawLayers has go-chart draw the layers one over the other. The picture is collected in memory, because Chart.Render
// can write a blank picture and then return an error.
func drawLayers(s Size, background color.NRGBA, layers []layer) (*image.RGBA, error) {
	scale := s.scale()
	width, height := toPixels(float64(s.Width), scale), toPixels(float64(s.Height), scale)
	page := drawing.Color{R: background.R, G: background.G, B: background.B, A: background.A}
	c := gochart.Chart{
		Width: width, Height: height, DPI: gochart.DefaultDPI,
		Font:       fonts()[regular].face, // or go-chart would load its own, in a race
		Background: gochart.Style{FillColor: page, StrokeColor: page, Padding: gochart.Box{IsSet: true}},
		Canvas:     gochart.Style{FillColor: page, StrokeColor: page},
		// Axes and their ranges are ours: a range must still be there, and not be empty.
		XAxis:          gochart.XAxis{Style: gochart.Hidden(), Range: &gochart.ContinuousRange{Max: 1}},
		YAxis:          gochart.YAxis{Style: gochart.Hidden(), Range: &gochart.ContinuousRange{Max: 1}},
		YAxisSecondary: gochart.YAxis{Style: gochart.Hidden()},
	}
	for _, l := range layers {
		l.scale = scale
		c.Series = append(c.Series, l)
	}
	var out gochart.ImageWriter
	if err := c.Render(newCanvas, &out); err != nil {
		return nil, fmt.Errorf("draw the chart: %w", err)
	}
	img, err := out.Image()
	if err != nil {
		return nil, fmt.Errorf("draw the chart: %w", err)
	}
	return img.(*image.RGBA), nil
}

// layer is what is drawn in one go. It implements chart.Series.
type layer struct {
	name  string
	ops   []func(*pen)
	scale float64
}

// GetName returns the layer's name.
func (l layer) GetName() string { return l.name }

// GetYAxis says that a layer belongs to the primary axis.
func (l layer) GetYAxis() gochart.YAxisType { return gochart.YAxisPrimary }

// GetStyle returns no style: a layer has its own.
func (l layer) GetStyle() gochart.Style { return gochart.Style{} }

// Validate finds no fault: what is drawn was checked when it was laid out.
func (l layer) Validate() error { return nil }

// Render draws the layer.
func (l layer) Render(r gochart.Renderer, _ gochart.Box, _, _ gochart.Range, _ gochart.Style) {
	p := &pen{r: r, scale: l.scale}
	for _, op := range l.ops {
		op(p)
	}
}

// pen draws in pixels of scale 1 on a renderer of go-chart.
type pen struct {
	r     gochart.Renderer
	scale float64
}

func toPixels(v, scale float64) int { return int(math.Round(v * scale)) }

func (p *pen) px(v float64) int { return toPixels(v, p.scale) }

func shade(c color.NRGBA) drawing.Color { return drawing.Color{R: c.R, G: c.G, B: c.B, A: c.A} }

// fill paints a rectangle; one that is there at all is at least a pixel wide and high.
func (p *pen) fill(b rect, c color.NRGBA) {
	x0, y0, x1, y1 := p.px(b.x0), p.px(b.y0), p.px(b.x1), p.px(b.y1)
	x1, y1 = max(x1, x0+1), max(y1, y0+1)
	p.r.SetFillColor(shade(c))
	p.path(x0, y0, x1, y0, x1, y1, x0, y1)
	p.r.Fill()
}

// path starts a closed path through points, given as x, y, x, y ...
func (p *pen) path(points ...int) {
	p.r.MoveTo(points[0], points[1])
	for i := 2; i < len(points); i += 2 {
		p.r.LineTo(points[i], points[i+1])
	}
	p.r.Close()
}

// diamond paints a square that stands on a corner.
func (p *pen) diamond(x, y, radius float64, c color.NRGBA) {
	cx, cy, d := p.px(x), p.px(y), p.px(radius)
	p.r.SetFillColor(shade(c))
	p.path(cx, cy-d, cx+d, cy, cx, cy+d, cx-d, cy)
	p.r.Fill()
}

// ring draws a circle, with the page inside it.
func (p *pen) ring(x, y, radius, width float64, c, inside color.NRGBA) {
	p.r.SetFillColor(shade(c))
	p.r.Circle(radius*p.scale, p.px(x), p.px(y))
	p.r.Fill()
	p.r.SetFillColor(shade(inside))
	p.r.Circle((radius-width)*p.scale, p.px(x), p.px(y))
	p.r.Fill()
}

// lines draws straight lines of one width, given as x0, y0, x1, y1.
func (p *pen) lines(width float64, c color.NRGBA, list [][4]float64) {
	if len(list) == 0 {
		return
	}
	p.r.SetStrokeColor(shade(c))
	p.r.SetStrokeWidth(width * p.scale)
	p.r.SetStrokeDashArray(nil)
	for _, l := range list {
		p.r.MoveTo(p.px(l[0]), p.px(l[1]))
		p.r.LineTo(p.px(l[2]), p.px(l[3]))
	}
	p.r.Stroke()
}

// text writes a line; x is its left edge, baseline its baseline.
func (p *pen) text(text string, x, baseline float64, s style, c color.NRGBA) {
	p.setType(s, c)
	p.r.Text(text, p.px(x), p.px(baseline))
}

// turned writes a line upwards; x is its baseline, bottom where it starts.
func (p *pen) turned(text string, x, bottom float64, s style, c color.NRGBA) {
	p.setType(s, c)
	p.r.SetTextRotation(-math.Pi / 2)
	p.r.Text(text, p.px(x), p.px(bottom))
	p.r.ClearTextRotation()
}

func (p *pen) setType(s style, c color.NRGBA) {
	p.r.SetFont(fonts()[s.weight].face)
	p.r.SetFontSize(s.size * p.scale)
	p.r.SetFontColor(shade(c))
}

// canvas is a chart.Renderer that draws into an image.RGBA as go-chart's own does, but stores opaque pixels as they
// are and knows font sizes in pixels.
type canvas struct {
	img    *image.RGBA
	gc     *drawing.RasterGraphicContext
	stroke drawing.Color
	fill   drawing.Color
	width  float64
	dash   []float64
	face   *truetype.Font
	size   float64
	ink    drawing.Color
	turn   float64
}

func newCanvas(width, height int) (gochart.Renderer, error) {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	r := &canvas{img: img, gc: drawing.NewRasterGraphicContextWithPainter(img, &painter{img: img})}
	r.gc.SetDPI(pixelDPI)
	return r, nil
}

// pixelDPI makes go-chart's font sizes pixels: it takes a size of 1 at 64 DPI as 64 units of 1/64 pixel.
const pixelDPI = 64

func (r *canvas) ResetStyle()                       { r.dash, r.turn = nil, 0 }
func (r *canvas) GetDPI() float64                   { return pixelDPI }
func (r *canvas) SetDPI(float64)                    {} // sizes are pixels, whatever the DPI
func (r *canvas) SetClassName(string)               {}
func (r *canvas) SetStrokeColor(c drawing.Color)    { r.stroke = c }
func (r *canvas) SetFillColor(c drawing.Color)      { r.fill = c }
func (r *canvas) SetStrokeWidth(width float64)      { r.width = width }
func (r *canvas) SetStrokeDashArray(dash []float64) { r.dash = dash }
func (r *canvas) MoveTo(x, y int)                   { r.gc.MoveTo(float64(x), float64(y)) }
func (r *canvas) LineTo(x, y int)                   { r.gc.LineTo(float64(x), float64(y)) }
func (r *canvas) Close()                            { r.gc.Close() }
func (r *canvas) SetFont(f *truetype.Font)          { r.face = f }
func (r *canvas) SetFontColor(c drawing.Color)      { r.ink = c }
func (r *canvas) SetFontSize(pixels float64)        { r.size = pixels }
func (r *canvas) SetTextRotation(radians float64)   { r.turn = radians }
func (r *canvas) QuadCurveTo(cx, cy, x, y int) {
	r.gc.QuadCurveTo(float64(cx), float64(cy), float64(x), float64(y))
}

func (r *canvas) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	r.gc.ArcTo(float64(cx), float64(cy), rx, ry, start, delta)
}

// Circle adds a circle to the path, from arcs: go-chart's own has flat sides.
func (r *canvas) Circle(radius float64, x, y int) {
	r.gc.MoveTo(float64(x)+radius, float64(y))
	r.gc.ArcTo(float64(x), float64(y), radius, radius, 0, 2*math.Pi)
	r.gc.Close()
}

func (r *canvas) Fill() {
	r.gc.SetFillColor(r.fill)
	r.gc.Fill()
}

func (r *canvas) Stroke() {
	r.setStroke()
	r.gc.Stroke()
}

func (r *canvas) FillStroke() {
	if r.width == 0 || r.stroke.IsTransparent() {
		r.Fill()
		return
	}
	r.gc.SetFillColor(r.fill)
	r.setStroke()
	r.gc.FillStroke()
}

func (r *canvas) setStroke() {
	r.gc.SetStrokeColor(r.stroke)
	r.gc.SetLineWidth(r.width)
	r.gc.SetLineDash(r.dash, 0)
}

func (r *canvas) ClearTextRotation() {
	r.turn = 0
	r.gc.SetMatrixTransform(drawing.NewIdentityMatrix())
}

// Text writes body with its baseline at y. A letter that the font lacks is drawn as the font's own sign for that.
func (r *canvas) Text(body string, x, y int) {
	r.gc.SetFont(r.face)
	r.gc.SetFontSize(r.size)
	r.gc.SetFillColor(r.ink)
	atX, atY := float64(x), float64(y)
	if r.turn != 0 {
		r.gc.Translate(atX, atY)
		r.gc.Rotate(r.turn)
		atX, atY = 0, 0
	}
	// Word by word: freetype takes time by the square of what stands on one line of a path.
	for word := range strings.SplitAfterSeq(body, " ") {
		width, err := r.gc.CreateStringPath(word, atX, atY)
		if err != nil {
			return // a broken glyph in a font of ours; what was drawn of the line stays
		}
		r.gc.Fill()
		atX += width
	}
}

// MeasureText is asked by go-chart's axes only, which are hidden; our layout measures with the same advance widths.
func (r *canvas) MeasureText(body string) gochart.Box {
	s := style{size: r.size, line: r.size}
	return gochart.Box{Right: int(math.Ceil(s.width(body))), Bottom: int(math.Ceil(r.size))}
}

// Save hands over the picture without encoding it.
func (r *canvas) Save(w io.Writer) error {
	collector, ok := w.(gochart.RGBACollector)
	if !ok {
		return fmt.Errorf("the canvas cannot write to a %T", w)
	}
	collector.SetRGBA(r.img)
	return nil
}

// painter fills the spans of freetype's rasterizer. Coverage is taken in 16 steps, so that a picture has few enough
// colours for a palette; the eye does not see it.
type painter struct {
	img   *image.RGBA
	color color.NRGBA
}

// SetColor sets the colour of the next spans.
func (p *painter) SetColor(c color.Color) {
	p.color = color.NRGBAModel.Convert(c).(color.NRGBA)
	if own, ok := c.(drawing.Color); ok {
		p.color = color.NRGBA{R: own.R, G: own.G, B: own.B, A: own.A}
	}
}

// Paint implements raster.Painter. The picture under it is opaque.
func (p *painter) Paint(spans []raster.Span, _ bool) {
	b := p.img.Rect
	for _, s := range spans {
		x0, x1 := max(s.X0, b.Min.X), min(s.X1, b.Max.X)
		if s.Y < b.Min.Y || s.Y >= b.Max.Y || x0 >= x1 {
			continue
		}
		steps := (s.Alpha*15 + 0x7fff) / 0xffff
		alpha := steps * 17 * uint32(p.color.A) / 0xff
		row := p.img.Pix[p.img.PixOffset(x0, s.Y) : p.img.PixOffset(x1-1, s.Y)+4]
		if alpha == 0xff {
			p.store(row)
		} else if alpha > 0 {
			p.blend(row, alpha)
		}
	}
}

// store sets the pixels of a row, doubling what is there already.
func (p *painter) store(row []uint8) {
	row[0], row[1], row[2], row[3] = p.color.R, p.color.G, p.color.B, 0xff
	for done := 4; done < len(row); done *= 2 {
		copy(row[done:], row[:done])
	}
}

func (p *painter) blend(row []uint8, alpha uint32) {
	r, g, b, rest := uint32(p.color.R)*alpha, uint32(p.color.G)*alpha, uint32(p.color.B)*alpha, 0xff-alpha
	for i := 0; i < len(row); i += 4 {
		row[i] = uint8((r + uint32(row[i])*rest + 127) / 255)
		row[i+1] = uint8((g + uint32(row[i+1])*rest + 127) / 255)
		row[i+2] = uint8((b + uint32(row[i+2])*rest + 127) / 255)
		row[i+3] = 0xff
	}
}
