package chart

import (
	"image/color"
	"math"

	"parley/model"
)

// drawGrid draws the horizontal lines and the numbers of the axis, right-aligned in the gutter.
func (l *roundsLayout) drawGrid(plot rect) {
	s := l.scene
	for i := 0; i <= l.axis.ticks; i++ {
		value := l.axis.step * float64(i)
		y := l.axis.zeroY - math.Round(value/l.axis.top*(l.axis.zeroY-l.axis.topY))
		if i > 0 {
			s.fill(rect{plot.x0 + l.gutter + axisGap/2, y, plot.x1, y + 1}, s.colours.Line)
		}
		text := l.number(value)
		s.text(text, plot.x0+l.gutter-labelType.width(text), y-labelType.line/2, labelType, s.colours.Muted)
	}
}

// drawAxis draws the line at zero, over the bars that stand on it.
func (l *roundsLayout) drawAxis(plot rect) {
	s := l.scene
	line := rect{plot.x0 + l.gutter + axisGap/2, plot.y1, plot.x1, plot.y1 + 1}
	if l.apart > 0 && l.apart > line.x0+partGap {
		s.fill(rect{line.x0, line.y0, l.apart - partGap + 4, line.y1}, s.colours.Muted)
		line.x0 = l.apart - 4
	}
	s.fill(line, s.colours.Muted)
}

// drawHeading draws the rule before the groups that stand apart, and the heading over them.
func (l *roundsLayout) drawHeading(plot rect) {
	if len(l.heading) == 0 {
		return
	}
	s := l.scene
	if first := l.groups[0]; first.group.Part == RoundPart {
		x := l.apart - partGap/2
		s.fill(rect{x, plot.y0, x + 1, plot.y1 + l.names}, s.colours.Line)
	}
	for i, line := range l.heading {
		top := plot.y0 + float64(i)*headingType.line
		area := rect{l.apart, top, l.apart + headingType.width(line), top + headingType.line}
		s.fill(area, s.colours.Page)
		s.text(line, l.apart, top, headingType, s.colours.Muted)
	}
}

// drawNames writes a group's name, and what tells its slots apart, below the axis.
func (l *roundsLayout) drawNames(g *groupBox, zeroY float64) {
	s := l.scene
	top := zeroY + namesGap
	if l.mode.turned {
		l.drawTurned(g, top)
		return
	}
	for _, c := range g.cells {
		s.lines(c.label, c.x0, top, labelType, l.labelColour())
	}
	top = zeroY + g.nameTop
	h := s.lines(g.name, g.x0, top, labelType, s.colours.Text)
	area := rect{g.x0, top, g.x0 + labelType.widest(g.name), top + h}
	s.mark(area, Mark{Role: NameRole, Item: g.group.Item, Text: g.group.Name})
}

// labelColour is muted for words that a name follows, and full for letters, which the reader has to find again.
func (l *roundsLayout) labelColour() color.NRGBA {
	if l.mode.letters {
		return l.scene.colours.Text
	}
	return l.scene.colours.Muted
}

func (l *roundsLayout) drawTurned(g *groupBox, top float64) {
	s := l.scene
	middle := (g.cells[0].columns[0].x0 + lastOf(lastOf(g.cells).columns).x1) / 2
	for _, name := range g.name {
		length := labelType.width(name)
		area := rect{middle - labelType.line/2, top, middle + labelType.line/2, top + length}
		s.turned(name, area, s.colours.Text)
		s.mark(area, Mark{Role: NameRole, Item: g.group.Item, Text: g.group.Name})
	}
}

func lastOf[T any](list []T) T { return list[len(list)-1] }

// turned writes a line upwards in an area that is as wide as a line is high.
func (s *scene) turned(text string, area rect, c color.NRGBA) {
	s.texts = append(s.texts, placedText{area, text})
	t := labelType
	baseline := area.x0 + (area.width()+t.ascent()-t.descent())/2
	s.draw(func(p *pen) { p.turned(text, baseline, area.y1, t, c) })
}

// turnedDigits is turned for numbers, which hang nothing below their baseline: they need less width.
func (s *scene) turnedDigits(text string, area rect, c color.NRGBA) {
	s.texts = append(s.texts, placedText{area, text})
	s.draw(func(p *pen) { p.turned(text, area.x1-0.5, area.y1, labelType, c) })
}

func (l *roundsLayout) drawCell(c *cell) {
	for _, col := range c.columns {
		col.top = l.axis.zeroY
		if col.role == InferredRole {
			l.drawRings(col)
		} else {
			l.drawBar(c, col)
		}
	}
}

// drawBar draws one bar in the look of its state, its range, and marks it.
func (l *roundsLayout) drawBar(c *cell, col *column) {
	s, bar := l.scene, col.bar
	colour := s.colours.Side(col.side.Place)
	area := rect{col.x0, l.axis.zeroY, col.x1, l.axis.zeroY}
	switch {
	case bar.State == model.Unknown:
		area.y0 -= min(unknownBar, math.Round(unknownShare*(l.axis.zeroY-l.axis.topY)))
		s.unknown(area, colour)
	case bar.State == model.Disputed:
		l.drawClaims(c, col, colour)
		return
	case bar.Value == 0:
		area.y0 -= outlineWidth
		s.fill(area, colour)
	default:
		area.y0 = min(l.axis.y(bar.Value), area.y0-1)
		l.drawValue(col, area, colour)
	}
	col.top = area.y0
	if bar.HasRange {
		l.drawRange(col)
	}
	s.mark(rect{area.x0, min(area.y0, area.y1-8), area.x1, area.y1}, Mark{
		Role: col.role, Side: col.side.Side, Item: c.slot.Item, Value: bar.value(), Text: bar.Text,
	})
}

// value is the number as it is written; empty where none is known.
func (b Bar) value() string {
	if b.HasValue() {
		return b.Label
	}
	return ""
}

func (l *roundsLayout) drawValue(col *column, area rect, colour color.NRGBA) {
	if col.role == AgreedRole {
		l.scene.hatched(area, colour)
		return
	}
	l.scene.fill(area, colour)
}

// drawRange draws the whisker from the lowest to the highest published figure.
func (l *roundsLayout) drawRange(col *column) {
	high, low := l.axis.y(col.bar.High), l.axis.y(col.bar.Low)
	middle := (col.x0 + col.x1) / 2
	tip := max(2, min(5, (col.x1-col.x0)/2-1))
	top := low // an agreed bar is not solid
	if col.role == CarriedRole {
		top = l.axis.y(col.bar.Value)
	}
	l.scene.whisker(middle, high, low, tip, top, l.scene.colours.Text)
	col.top = min(col.top, high-1)
}

// drawClaims draws a diamond at every number in dispute.
func (l *roundsLayout) drawClaims(c *cell, col *column, colour color.NRGBA) {
	middle := (col.x0 + col.x1) / 2
	for _, claim := range col.bar.Claims {
		y := l.axis.y(claim.Value)
		l.scene.diamond(middle, y, colour)
		col.top = min(col.top, y-diamondSize)
		l.scene.mark(rect{middle - 7, y - 7, middle + 7, y + 7}, Mark{
			Role: ClaimRole, Side: col.side.Side, Item: c.slot.Item, Value: claim.Label, Text: claim.Text,
		})
	}
}

// drawRings draws a ring for every exchange that is tied by inference, those of like height side by side.
func (l *roundsLayout) drawRings(col *column) {
	colour := l.scene.colours.Side(col.side.Place)
	var drawn []rect
	for _, dot := range col.side.Inferred {
		y := l.axis.y(dot.Value)
		x := freeRing(col, y, drawn)
		area := rect{x - ringSize, y - ringSize, x + ringSize, y + ringSize}
		drawn = append(drawn, area)
		if l.chart.Selected != (model.Item{}) && dot.Item == l.chart.Selected {
			l.scene.circle(x, y, ringSize+2.5, l.scene.colours.Accent)
		}
		l.scene.ring(x, y, colour)
		col.top = min(col.top, area.y0)
		l.scene.mark(area.grown(1), Mark{
			Role: InferredRole, Side: col.side.Side, Item: dot.Item, Value: dot.Label, Text: dot.Text,
		})
	}
}

// freeRing is the first place from the left where a ring covers no other. Where there is none, rings lie over each
// other, each a little further on, so that every one can be seen.
func freeRing(col *column, y float64, drawn []rect) float64 {
	step := dotRoom
	for {
		for x := col.x0 + ringSize + 1; x <= col.x1-ringSize; x += step {
			area := rect{x - ringSize, y - ringSize, x + ringSize, y + ringSize}.grown(step/dotRoom - 1)
			if !overlapsAny(area.grown(-area.width()*(1-step/dotRoom)/2), drawn) {
				return x
			}
		}
		if step /= 2; step < 1 {
			return (col.x0 + col.x1) / 2
		}
	}
}

func overlapsAny(area rect, list []rect) bool {
	for _, other := range list {
		if area.overlaps(other) {
			return true
		}
	}
	return false
}
