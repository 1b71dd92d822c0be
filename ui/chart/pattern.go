package chart

import "image/color"

// pattern is a way to fill an area that is told apart from the others by its form, whatever its colour. None is the
// diagonal hatch, which stands for what was agreed, or the dashed outline, which stands for what is not known.
type pattern int

// The patterns, in an order in which neighbours differ in form and in weight.
const (
	solidPattern pattern = iota
	dotPattern
	barPattern // upright lines
	chequerPattern
	linePattern // level lines
	gridPattern
	patterns // their number

	openPattern = patterns // an outline only: what is not parted
)

// The measures of patterns.
const (
	patternEdge   = 1.5 // width of the outline
	patternStep   = 5.0 // from one dot or line to the next
	patternDot    = 1.4 // radius
	patternLine   = 1.5
	patternGrid   = 1.0
	patternSquare = 4.0
	leastPattern  = 7.0 // narrower areas hold no form and are filled
)

// patternAt is the pattern of the part at a place, over again where there are more parts than patterns.
func patternAt(place int) pattern { return pattern(place % int(patterns)) }

// filled fills an area with a pattern.
func (s *scene) filled(a rect, p pattern, c color.NRGBA) {
	if p == solidPattern || p != openPattern && min(a.width(), a.height()) < leastPattern {
		s.fill(a, c)
		return
	}
	inner := a.grown(-patternEdge)
	switch p {
	case dotPattern:
		s.dots(inner, c)
	case chequerPattern:
		s.chequer(inner, c)
	case barPattern:
		s.upright(inner, patternStep, patternLine, c)
	case linePattern:
		s.level(inner, patternStep, patternLine, c)
	case gridPattern:
		s.upright(inner, patternStep*0.75, patternGrid, c)
		s.level(inner, patternStep*0.75, patternGrid, c)
	}
	s.outline(a, patternEdge, c)
}

// dots are drawn in rows, every second row set off by half a step; none is cut.
func (s *scene) dots(a rect, c color.NRGBA) {
	const half = patternStep / 2
	for row, y := 0, a.y0+half; y+patternDot <= a.y1; row, y = row+1, y+half {
		for x := a.x0 + half + float64(row%2)*half; x+patternDot <= a.x1; x += patternStep {
			s.circle(x, y, patternDot, c)
		}
	}
}

// chequer draws every second square, cut at the edges.
func (s *scene) chequer(a rect, c color.NRGBA) {
	for row, y := 0, a.y0; y < a.y1; row, y = row+1, y+patternSquare {
		for x := a.x0 + float64(row%2)*patternSquare; x < a.x1; x += 2 * patternSquare {
			s.fill(rect{x, y, x + patternSquare, y + patternSquare}.within(a), c)
		}
	}
}

func (s *scene) upright(a rect, step, width float64, c color.NRGBA) {
	for x := a.x0 + (step-width)/2 + 0.5; x+width <= a.x1; x += step {
		s.fill(rect{x, a.y0, x + width, a.y1}, c)
	}
}

func (s *scene) level(a rect, step, width float64, c color.NRGBA) {
	for y := a.y0 + (step-width)/2 + 0.5; y+width <= a.y1; y += step {
		s.fill(rect{a.x0, y, a.x1, y + width}, c)
	}
}
