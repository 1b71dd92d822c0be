package chart

import (
	"image/color"
	"math"

	"parley/model"
)

// draw draws the lines of a page under their axis.
func (l *linesLayout) draw(plot rect, page []pageLine) {
	lines := 0
	for _, p := range page {
		if p.line != nil {
			lines++
		}
	}
	spare := plot.height() - axisRow - l.height(page)
	l.spare = max(0, min(mostSpare, math.Floor(spare/float64(max(lines, 1)))))
	x0 := plot.x0 + l.names + unknownRoom
	l.scale = newScale(l.chart.highest(), x0, x0+l.track-2*agreedSize-openSize)
	bottom := plot.y0 + axisRow + l.height(page) + l.spare*float64(lines)
	y := plot.y0 + axisRow
	for _, p := range page {
		y = l.drawBand(p, plot, y)
	}
	l.drawAxis(plot.y0, bottom)
	y = plot.y0 + axisRow
	for _, p := range page {
		y = l.drawPageLine(p, plot, y)
	}
}

// drawAxis draws the numbers over the lines, and a line down from each.
func (l *linesLayout) drawAxis(y, bottom float64) {
	s := l.scene
	width := func(n int) float64 { return labelType.width(l.locale.Number(n)) }
	for _, i := range l.scale.fitting(width) {
		n, x := l.scale.tick(i)
		s.text(l.locale.Number(n), l.scale.left(n, width(n)), y, labelType, s.colours.Muted)
		colour := s.colours.Line
		if n == 0 {
			colour = s.colours.Muted
		}
		s.fill(rect{x, y + labelType.line + 2, x + 1, bottom}, colour)
	}
}

// drawPageLine draws what stands on a page at y, and returns where the next begins.
func (l *linesLayout) drawPageLine(p pageLine, plot rect, y float64) float64 {
	s := l.scene
	switch {
	case p.heading != nil:
		y += groupRise
		area := rect{plot.x0, y, plot.x0 + headingType.widest(p.heading), y + float64(len(p.heading))*headingType.line}
		s.fill(rect{area.x0, area.y0, area.x1 + 6, area.y1}, s.colours.Page)
		s.lines(p.heading, plot.x0, y, headingType, s.colours.Text)
		s.mark(area, Mark{Role: NameRole, Item: p.block.group.Item, Text: p.block.group.Name})
		return area.y1
	case p.label != nil:
		y += labelFall
		area := rect{plot.x0, y, plot.x0 + labelType.widest(p.label), y + float64(len(p.label))*labelType.line}
		s.fill(rect{area.x0, area.y0, area.x1 + 6, area.y1}, s.colours.Page)
		s.lines(p.label, plot.x0, y, labelType, s.colours.Muted)
		return area.y1
	}
	return l.drawLine(p, plot, y)
}

// drawBand draws the ground of a line that is selected, below the axis and its lines, and returns where the next begins.
func (l *linesLayout) drawBand(p pageLine, plot rect, y float64) float64 {
	if p.line == nil {
		return y + p.height()
	}
	s, bottom := l.scene, y+p.height()+l.spare
	if l.isSelected(p.block) {
		s.fill(rect{plot.x0 - 6, y, plot.x1 + 6, bottom}, s.colours.Selected)
		s.fill(rect{plot.x0 - 6, y, plot.x0 - 6 + selectedBar, bottom}, s.colours.Accent)
	}
	return bottom
}

// drawLine draws one line: the side, the dots, the words.
func (l *linesLayout) drawLine(p pageLine, plot rect, y float64) float64 {
	s, b := l.scene, p.line
	bottom := y + b.height() + l.spare
	ground := s.colours.Page
	if l.isSelected(p.block) {
		ground = s.colours.Selected
	}
	top := y + math.Floor(l.spare/2) + (leastLine-labelType.line)/2
	s.lines(b.name, plot.x0, top, labelType, s.colours.Text)
	s.lines(b.words, l.scale.x0+l.track+wordsGap, top, labelType, s.colours.Text)
	middle := top + labelType.line/2
	d := dots{layout: l, line: b.line, item: p.block.pledge.Item, y: middle, colour: s.colours.Side(b.line.Place), ground: ground}
	s.fill(rect{l.scale.x0, middle, l.scale.x0 + l.track, middle + 1}, s.colours.Line)
	d.draw()
	return bottom
}

// dots draws the numbers of one line.
type dots struct {
	layout *linesLayout
	line   *PledgeLine
	item   model.Item
	y      float64
	colour color.NRGBA
	ground color.NRGBA
}

func (d dots) draw() {
	agreed, carried := d.line.Agreed, d.line.Carried
	if d.line.IsComparable {
		d.tie(d.x(agreed.Value), d.x(carried.Value))
	}
	d.bar(agreed, AgreedRole)
	d.bar(carried, CarriedRole)
	d.inferred()
}

func (d dots) x(n int) float64 { return d.layout.scale.x(n) }

// tie joins two exact numbers.
func (d dots) tie(a, b float64) {
	light := d.colour
	light.A = d.layout.scene.colours.HatchAlpha
	d.layout.scene.fill(rect{min(a, b), d.y - 1, max(a, b), d.y + 2}, light)
}

// bar draws one number in the look of its state.
func (d dots) bar(bar Bar, role Role) {
	s := d.layout.scene
	mark := Mark{Role: role, Side: d.line.Side, Item: d.item, Value: bar.value(), Text: bar.Text}
	switch {
	case bar.State == model.NotApplicable:
	case bar.State == model.Unknown:
		left := d.layout.scale.x0 - unknownRoom + unknownGap
		if role == CarriedRole {
			left += 15
		}
		area := rect{left, d.y - 6, left + 11, d.y + 6}
		s.unknown(area, d.colour)
		s.mark(area.grown(1), mark)
	case bar.State == model.Disputed:
		d.claims(bar)
	default:
		d.value(bar, role)
		x := d.x(bar.Value)
		s.mark(rect{x - agreedSize - 1, d.y - agreedSize - 1, x + agreedSize + 1, d.y + agreedSize + 1}, mark)
	}
}

func (d dots) claims(bar Bar) {
	s := d.layout.scene
	for _, claim := range bar.Claims {
		x := d.x(claim.Value)
		s.hollowDiamond(x, d.y, d.colour, d.ground)
		s.mark(rect{x - 8, d.y - 8, x + 8, d.y + 8}, Mark{
			Role: ClaimRole, Side: d.line.Side, Item: d.item, Value: claim.Label, Text: claim.Text,
		})
	}
}

// value draws a number, the sign of one that is no exact count, and the range: that of the agreed number over the line,
// that of what was carried out under it.
func (d dots) value(bar Bar, role Role) {
	s, x := d.layout.scene, d.x(bar.Value)
	size, whisker := agreedSize, d.y-agreedSize-2
	if role == CarriedRole {
		size, whisker = carriedSize, d.y+agreedSize+2
	}
	if bar.HasRange {
		s.across(d.x(bar.Low), d.x(bar.High), whisker, s.colours.Text)
	}
	if role == AgreedRole {
		s.hatchedDisc(x, d.y, d.colour, d.ground)
	} else {
		s.disc(x, d.y, d.colour, d.ground)
	}
	s.open(x, d.y, size, bar.Qualifier, d.colour)
}

func (d dots) inferred() {
	s := d.layout.scene
	var drawn []rect
	if d.line.Agreed.HasValue() || d.line.Carried.HasValue() {
		for _, bar := range []Bar{d.line.Agreed, d.line.Carried} {
			x := d.x(bar.Value)
			drawn = append(drawn, rect{x - agreedSize, d.y - 1, x + agreedSize, d.y + 1})
		}
	}
	for _, dot := range d.line.Inferred {
		x, y := d.x(dot.Value), d.y
		for _, rise := range []float64{0, -5, 5, -2.5, 2.5} {
			y = d.y + rise
			if !overlapsAny(rect{x - 2, y - 2, x + 2, y + 2}, drawn) {
				break
			}
		}
		area := rect{x - ringSize, y - ringSize, x + ringSize, y + ringSize}
		drawn = append(drawn, rect{x - 2, y - 2, x + 2, y + 2})
		if d.layout.chart.Selected != (model.Item{}) && dot.Item == d.layout.chart.Selected {
			s.circle(x, y, ringSize+2.5, s.colours.Accent)
		}
		s.ring(x, y, d.colour)
		s.mark(area.grown(1), Mark{
			Role: InferredRole, Side: d.line.Side, Item: dot.Item, Value: dot.Label, Text: dot.Text,
		})
	}
}

// hatchedDisc is the look of an agreed number on a track.
func (s *scene) hatchedDisc(x, y float64, c, ground color.NRGBA) {
	light := c
	light.A = s.colours.HatchAlpha
	const inner = agreedSize - outlineWidth*0.75
	s.circle(x, y, agreedSize, c)
	s.circle(x, y, inner, ground)
	var lines [][4]float64
	for off := -2 * hatchStep / 2; off <= hatchStep; off += hatchStep / 2 {
		half := math.Sqrt(max(0, inner*inner-off*off)) * math.Sqrt2 / 2
		side := off * math.Sqrt2 / 2
		lines = append(lines, [4]float64{x + side - half, y + side + half, x + side + half, y + side - half})
	}
	s.draw(func(p *pen) { p.lines(hatchWidth, light, lines) })
}

// hollowDiamond is the look of an agreed number in dispute on a track, with room for what was carried out inside it.
func (s *scene) hollowDiamond(x, y float64, c, ground color.NRGBA) {
	for i, size := range []float64{claimSize, claimSize - 2} {
		colour := []color.NRGBA{c, ground}[i]
		s.polygon(colour, point{x, y - size}, point{x + size, y}, point{x, y + size}, point{x - size, y})
	}
}

// disc is the look of what was carried out on a track. A ring of the ground parts it from an agreed number at its place.
func (s *scene) disc(x, y float64, c, ground color.NRGBA) {
	s.circle(x, y, carriedSize+1, ground)
	s.circle(x, y, carriedSize, c)
}

// open is the sign of a number that is no exact count: an arrow to where the number may lie.
func (s *scene) open(x, y, size float64, q model.Qualifier, c color.NRGBA) {
	arrow := func(way float64) {
		from := x + way*(size+1.5)
		s.polygon(c, point{from, y - openSize}, point{from + way*openSize, y}, point{from, y + openSize})
	}
	if q == model.AtLeast || q == model.About {
		arrow(1)
	}
	if q == model.AtMost || q == model.About {
		arrow(-1)
	}
}

// discSymbol draws the legend's forms of this chart.
func (s *scene) discSymbol(e LegendEntry, x, middle float64, c color.NRGBA) {
	switch e.Symbol {
	case HatchedDisc:
		s.hatchedDisc(x, middle, c, s.colours.Page)
	case Disc:
		s.disc(x, middle, c, s.colours.Page)
	case HollowDiamond:
		s.hollowDiamond(x, middle, c, s.colours.Page)
	case OpenAbove:
		s.open(x-agreedSize, middle, carriedSize, model.AtLeast, c)
	case OpenBelow:
		s.open(x+agreedSize, middle, carriedSize, model.AtMost, c)
	case OpenBoth:
		s.open(x, middle, 0, model.About, c)
	}
}
