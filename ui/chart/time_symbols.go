package chart

import "image/color"

// timeSymbol draws the symbols of the charts over time in a legend.
func (s *scene) timeSymbol(e LegendEntry, x, middle float64, colour color.NRGBA) {
	centre := x + legendSymbol/2
	switch e.Symbol {
	case Stepped:
		s.line(lineWidth, colour, point{x, middle + 4}, point{centre, middle + 4}, point{centre, middle - 4},
			point{x + legendSymbol, middle - 4})
	case Dotted:
		s.dashedLine(lineWidth, colour, point{x, middle}, point{x + legendSymbol, middle})
	case Hollow:
		s.ring(centre, middle, colour)
	case Tick:
		s.tick(point{centre, middle}, colour)
	case Pin:
		s.pin(centre, middle-pinHeight/2, colour)
	case Stemmed:
		s.stem(centre, middle-4, middle+6, colour)
		s.circle(centre, middle-2, dotSize, colour)
	case Square:
		s.square(centre, middle, colour)
	case Spanned:
		s.fill(rect{x, middle - 1, x + legendSymbol, middle + 1}, colour)
		s.fill(rect{x, middle - 4, x + 1, middle + 4}, colour)
		s.circle(x+legendSymbol-dotSize, middle, dotSize, colour)
	}
}

// dotSize is the radius of the mark of one exchange.
const dotSize = 3.5

// tick is the look of a total that officials published.
func (s *scene) tick(at point, c color.NRGBA) {
	s.fill(rect{at.x - tickReach - 1, at.y - 2, at.x + tickReach + 1, at.y + 2}, s.colours.Page)
	s.fill(rect{at.x - tickReach, at.y - 1, at.x + tickReach, at.y + 1}, c)
}

// pin is the look of a round on the axis: a triangle that points up at it.
func (s *scene) pin(x, top float64, c color.NRGBA) {
	s.polygon(c, point{x, top}, point{x + 4, top + pinHeight}, point{x - 4, top + pinHeight})
}

// stem is what a mark stands on.
func (s *scene) stem(x, top, bottom float64, c color.NRGBA) {
	s.fill(rect{x - 0.5, top, x + 0.5, bottom}, c)
}

// square is the look of a number that is no exact count.
func (s *scene) square(x, y float64, c color.NRGBA) {
	area := rect{x - dotSize, y - dotSize, x + dotSize, y + dotSize}
	s.fill(area, s.colours.Page)
	s.outline(area, ringWidth, c)
}
