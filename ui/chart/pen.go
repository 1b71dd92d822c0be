package chart

import (
	"image"
	"image/color"
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// pen draws in pixels of scale 1 on a renderer of go-chart.
type pen struct {
	r     gochart.Renderer
	scale float64
}

// farthest is the farthest pixel that is drawn to, well outside of any picture. Numbers without an end, and those that
// are none, would have go-chart draw for ever.
const farthest = 1 << 17

func toPixels(v, scale float64) int {
	v = math.Round(v * scale)
	if !(v > -farthest) { // also what is not a number
		return -farthest
	}
	return int(min(v, farthest))
}

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

// circle fills a circle.
func (p *pen) circle(x, y, radius float64, c color.NRGBA) {
	p.r.SetFillColor(shade(c))
	p.r.Circle(radius*p.scale, p.px(x), p.px(y))
	p.r.Fill()
}

// polygon fills the area within points.
func (p *pen) polygon(c color.NRGBA, points []point) {
	if len(points) < 3 {
		return
	}
	p.r.SetFillColor(shade(c))
	p.trace(p.pixels(points))
	p.r.Close()
	p.r.Fill()
}

// line draws a line through points; no dash draws it without gaps.
func (p *pen) line(width float64, c color.NRGBA, points []point, dash []float64) {
	if len(points) < 2 {
		return
	}
	p.r.SetStrokeColor(shade(c))
	p.r.SetStrokeWidth(width * p.scale)
	scaled := make([]float64, len(dash))
	for i, d := range dash {
		scaled[i] = d * p.scale
	}
	p.r.SetStrokeDashArray(scaled)
	p.trace(p.thinned(points))
	p.r.Stroke()
	p.r.SetStrokeDashArray(nil)
}

// pixels are points on the grid of pixels.
func (p *pen) pixels(points []point) []image.Point {
	list := make([]image.Point, len(points))
	for i, at := range points {
		list[i] = image.Pt(p.px(at.x), p.px(at.y))
	}
	return list
}

// trace starts a path through points.
func (p *pen) trace(points []image.Point) {
	p.r.MoveTo(points[0].X, points[0].Y)
	for _, at := range points[1:] {
		p.r.LineTo(at.X, at.Y)
	}
}

// thinned are points on the grid of pixels. Of those that follow each other in one column it keeps the first, the
// lowest, the highest and the last, in their order: the others change nothing that can be seen.
func (p *pen) thinned(points []point) []image.Point {
	var kept []image.Point
	for i := 0; i < len(points); {
		x := p.px(points[i].x)
		first := image.Pt(x, p.px(points[i].y))
		low, high, last, lowFirst := first, first, first, true
		for i++; i < len(points) && p.px(points[i].x) == x; i++ {
			last.Y = p.px(points[i].y)
			if last.Y < low.Y {
				low, lowFirst = last, false
			}
			if last.Y > high.Y {
				high, lowFirst = last, true
			}
		}
		turns := [4]image.Point{first, low, high, last}
		if !lowFirst {
			turns[1], turns[2] = high, low
		}
		for j, at := range turns {
			if j == 0 || at != kept[len(kept)-1] {
				kept = append(kept, at)
			}
		}
	}
	return kept
}

// clipper is a renderer that can leave out what lies outside of an area; go-chart's own cannot.
type clipper interface {
	Clip(image.Rectangle)
	Unclip()
}

func (p *pen) clip(area rect) {
	if r, ok := p.r.(clipper); ok {
		r.Clip(image.Rect(p.px(area.x0), p.px(area.y0), p.px(area.x1), p.px(area.y1)))
	}
}

func (p *pen) unclip() {
	if r, ok := p.r.(clipper); ok {
		r.Unclip()
	}
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
