package chart

import (
	"image"
	"image/color"
	"math"
	"time"

	"parley/ui/palette"
)

// rect is an area in pixels of scale 1.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) width() float64  { return r.x1 - r.x0 }
func (r rect) height() float64 { return r.y1 - r.y0 }

func (r rect) overlaps(o rect) bool {
	return r.x0 < o.x1 && o.x0 < r.x1 && r.y0 < o.y1 && o.y0 < r.y1
}

// inside reports whether r lies wholly within o.
func (r rect) inside(o rect) bool {
	return r.x0 >= o.x0 && r.x1 <= o.x1 && r.y0 >= o.y0 && r.y1 <= o.y1
}

// within cuts r at the edges of o.
func (r rect) within(o rect) rect {
	return rect{max(r.x0, o.x0), max(r.y0, o.y0), min(r.x1, o.x1), min(r.y1, o.y1)}
}

func (r rect) grown(by float64) rect { return rect{r.x0 - by, r.y0 - by, r.x1 + by, r.y1 + by} }

func (r rect) moved(dx, dy float64) rect { return rect{r.x0 + dx, r.y0 + dy, r.x1 + dx, r.y1 + dy} }

// scene is a laid-out picture: what to draw, what can be pointed at, and where each text stands.
type scene struct {
	colours palette.Colours
	ops     []func(*pen)
	marks   []sceneMark
	texts   []placedText

	page, pages int // of a chart that one picture cannot hold; pages is 0 where one can
	time        *sceneTime
}

// sceneTime is a time axis whose area is still in pixels of scale 1, see [TimeAxis].
type sceneTime struct {
	plot                  rect
	first, last, from, to time.Time
}

// sceneMark is a mark whose area is still in pixels of scale 1.
type sceneMark struct {
	area rect
	mark Mark
}

// placedText is a line of text and the area that it takes.
type placedText struct {
	area rect
	text string
}

func (s *scene) draw(op func(*pen)) { s.ops = append(s.ops, op) }

// mark adds something that can be pointed at.
func (s *scene) mark(area rect, m Mark) { s.marks = append(s.marks, sceneMark{area, m}) }

// picture draws the scene.
func (s *scene) picture(size Size) (Picture, error) {
	img, err := drawPicture(size, s.colours.Page, s.ops)
	if err != nil {
		return Picture{}, err
	}
	p := Picture{Image: img, Page: s.page, Pages: max(s.pages, 1)}
	for _, m := range s.marks {
		mark := m.mark
		mark.Rect = m.area.pixels(size.scale()).Intersect(img.Rect)
		p.Marks = append(p.Marks, mark)
	}
	if t := s.time; t != nil {
		plot := t.plot.pixels(size.scale()).Intersect(img.Rect)
		p.Time = &TimeAxis{Plot: plot, First: t.first, Last: t.last, From: t.from, To: t.to}
	}
	return p, nil
}

func (r rect) pixels(scale float64) image.Rectangle {
	return image.Rect(
		int(math.Floor(r.x0*scale)), int(math.Floor(r.y0*scale)), int(math.Ceil(r.x1*scale)), int(math.Ceil(r.y1*scale)))
}

func (s *scene) fill(area rect, c color.NRGBA) { s.draw(func(p *pen) { p.fill(area, c) }) }

// text writes a line of text with its top left corner at x, top, and returns its area.
func (s *scene) text(text string, x, top float64, t style, c color.NRGBA) rect {
	area := rect{x, top, x + t.width(text), top + t.line}
	s.texts = append(s.texts, placedText{area, text})
	baseline := top + (t.line+t.ascent()-t.descent())/2
	s.draw(func(p *pen) { p.text(text, x, baseline, t, c) })
	return area
}

// lines writes lines of text one under the other and returns the height that they take.
func (s *scene) lines(lines []string, x, top float64, t style, c color.NRGBA) float64 {
	for i, line := range lines {
		s.text(line, x, top+float64(i)*t.line, t, c)
	}
	return float64(len(lines)) * t.line
}

// point is a place in pixels of scale 1.
type point struct{ x, y float64 }

// line draws a line through points, its corners joined. It may have any number of points: those that would lie in the
// same column of pixels are thinned out to the first, the lowest, the highest and the last.
func (s *scene) line(width float64, c color.NRGBA, points ...point) {
	s.draw(func(p *pen) { p.line(width, c, points, nil) })
}

// dashedLine is line with dashes.
func (s *scene) dashedLine(width float64, c color.NRGBA, points ...point) {
	s.draw(func(p *pen) { p.line(width, c, points, []float64{dashLength, dashGap}) })
}

// circle fills a circle.
func (s *scene) circle(x, y, radius float64, c color.NRGBA) {
	s.draw(func(p *pen) { p.circle(x, y, radius, c) })
}

// polygon fills the area within points.
func (s *scene) polygon(c color.NRGBA, points ...point) {
	s.draw(func(p *pen) { p.polygon(c, points) })
}

// clip leaves out what drawing adds outside of an area. Marks are not cut. It does not nest.
func (s *scene) clip(area rect, drawing func()) {
	s.draw(func(p *pen) { p.clip(area) })
	drawing()
	s.draw(func(p *pen) { p.unclip() })
}

// outline draws the inner edge of a rectangle.
func (s *scene) outline(a rect, width float64, c color.NRGBA) {
	for _, edge := range []rect{
		{a.x0, a.y0, a.x1, a.y0 + width},
		{a.x0, a.y1 - width, a.x1, a.y1},
		{a.x0, a.y0 + width, a.x0 + width, a.y1 - width},
		{a.x1 - width, a.y0 + width, a.x1, a.y1 - width},
	} {
		if edge.width() > 0 && edge.height() > 0 {
			s.fill(edge, c)
		}
	}
}

// The looks of bars, see look.md.
const (
	outlineWidth = 2.0
	thinBar      = 8.0 // bars narrower than this have half the outline
	hatchStep    = 5.0
	hatchWidth   = 1.0
	dashLength   = 4.0
	dashGap      = 3.0
	dashWidth    = 1.5
	diamondSize  = 5.0
	ringSize     = 4.0
	ringWidth    = 1.5
)

// hatched is the look of what was agreed: an outline with a light diagonal hatch.
func (s *scene) hatched(a rect, c color.NRGBA) {
	light := c
	light.A = s.colours.HatchAlpha
	edge := outlineWidth
	if a.width() < thinBar {
		edge = outlineWidth / 2
	}
	inner := a.grown(-edge)
	if inner.width() > 0 && inner.height() > 0 {
		lines := diagonals(inner, hatchStep)
		s.draw(func(p *pen) { p.lines(hatchWidth, light, lines) })
	}
	s.outline(a, edge, c)
}

// diagonals are lines that rise to the right across a rectangle, cut off at its edges.
func diagonals(a rect, step float64) [][4]float64 {
	var lines [][4]float64
	for d := step; d < a.width()+a.height(); d += step {
		x0, y0 := a.x0, a.y1-d
		if y0 < a.y0 {
			x0, y0 = a.x0+(a.y0-y0), a.y0
		}
		x1, y1 := a.x0+d, a.y1
		if x1 > a.x1 {
			x1, y1 = a.x1, a.y1-(x1-a.x1)
		}
		lines = append(lines, [4]float64{x0, y0, x1, y1})
	}
	return lines
}

// unknown is the look of a number that is not known: dashed sides around a question mark, without an end, for a box on the
// axis would have a length to be read off.
func (s *scene) unknown(a rect, c color.NRGBA) {
	for y := a.y1 - dashLength; y > a.y0-dashLength; y -= dashLength + dashGap {
		from := max(y, a.y0)
		s.fill(rect{a.x0, from, a.x0 + dashWidth, y + dashLength}, c)
		s.fill(rect{a.x1 - dashWidth, from, a.x1, y + dashLength}, c)
	}
	s.questionMark((a.x0+a.x1)/2, a, c)
}

// unknownLying is the same where bars lie.
func (s *scene) unknownLying(a rect, c color.NRGBA) {
	for x := a.x0; x < a.x1; x += dashLength + dashGap {
		end := min(x+dashLength, a.x1)
		s.fill(rect{x, a.y0, end, a.y0 + dashWidth}, c)
		s.fill(rect{x, a.y1 - dashWidth, end, a.y1}, c)
	}
	s.questionMark(a.x0+max(dashLength, s.signWidth()), a, c)
}

// unknownSign is what stands in the place of a number that is not known. It is no word of any language.
const unknownSign = "?"

func (s *scene) signWidth() float64 { return headingType.width(unknownSign) }

// questionMark stands in the middle of an area's height, around x, if it has room.
func (s *scene) questionMark(x float64, a rect, c color.NRGBA) {
	w, h := s.signWidth(), headingType.ascent()
	if a.width() < w+2*dashWidth+1 || a.height() < h {
		return
	}
	baseline := (a.y0 + a.y1 + h) / 2
	s.draw(func(p *pen) { p.text(unknownSign, x-w/2, baseline, headingType, c) })
}

// diamond is the look of a number in dispute.
func (s *scene) diamond(x, y float64, c color.NRGBA) {
	s.draw(func(p *pen) { p.diamond(x, y, diamondSize, c) })
}

// ring is the look of an exchange that is tied by inference only.
func (s *scene) ring(x, y float64, c color.NRGBA) {
	inside := s.colours.Page
	s.draw(func(p *pen) { p.ring(x, y, ringSize, ringWidth, c, inside) })
}

// whisker is the look of a range: a thin line with caps. Below top it lies within a solid bar and has the colour of the
// page there, so that the bar keeps its height.
func (s *scene) whisker(x, high, low, tip, top float64, c color.NRGBA) {
	for _, part := range []rect{
		{x - 0.5, high, x + 0.5, low},
		{x - tip, high - 0.5, x + tip, high + 0.5},
		{x - tip, low - 0.5, x + tip, low + 0.5},
	} {
		above, within := part, part
		above.y1, within.y0 = min(part.y1, top+0.5), max(part.y0, top+0.5)
		if above.height() > 0 {
			s.fill(above, c)
		}
		if within.height() > 0 {
			s.fill(within, s.colours.Page)
		}
	}
}
