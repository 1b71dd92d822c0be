package chart

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"parley/model"
)

// draw draws the chart from the back to the front: times of talks, years, lanes, and on these marks and their labels.
func (l *timelineLayout) draw(plot rect, ticks []timeTick) {
	s := l.scene
	l.setEras(plot.y0)
	l.drawEras(plot.y0)
	for _, t := range ticks {
		if t.below != "" || t.isBare {
			x := math.Round(t.x)
			s.fill(rect{x, l.top, x + 1, l.bottom}, s.colours.Line)
		}
	}
	for i, b := range l.lanes {
		l.drawLane(b, i == 0)
	}
	s.fill(rect{l.axis.x0, l.bottom, l.axis.x1, l.bottom + 1}, s.colours.Muted)
	drawTicks(s, ticks, l.bottom)
	slices.SortStableFunc(l.pointers, func(a, b pointer) int { return cmp.Compare(a.order, b.order) })
	for _, p := range l.pointers {
		s.mark(p.area, p.mark)
	}
	whole := l.chart.facts.whole
	s.time = &sceneTime{
		plot:  rect{l.axis.x0, l.top, l.axis.x1, l.bottom},
		first: l.axis.from, last: l.axis.to.Add(-dayLength), from: whole.first, to: whole.last,
	}
}

// drawEras draws the times of talks as bands across all lanes.
func (l *timelineLayout) drawEras(top float64) {
	s := l.scene
	for i := range l.eras {
		e := &l.eras[i]
		s.fill(rect{e.x0, top, e.x1, l.bottom}, s.colours.Panel)
		s.fill(rect{e.x0, top, e.x1, top + 2}, s.colours.Muted)
		s.lines(e.lines, e.area.x0, e.area.y0, labelType, s.colours.Muted)
		area := rect{e.x0, top, e.x1, l.top}
		if len(e.lines) > 0 {
			area = rect{min(e.x0, e.area.x0), top, max(e.x1, e.area.x1), e.area.y1}
		}
		l.pointers = append(l.pointers, pointer{area, l.chart.eraMark(e.era), e.x0 - 1})
	}
}

// drawLane draws a lane: its name, its line, what lies on it, and the names of that.
func (l *timelineLayout) drawLane(b *laneBox, isFirst bool) {
	s := l.scene
	if !isFirst {
		s.fill(rect{margin, b.top, l.axis.x1, b.top + 1}, s.colours.Line)
	}
	l.drawLaneName(b)
	s.fill(rect{l.axis.x0, b.y, l.axis.x1, b.y + 1}, s.colours.Line)
	for i := range b.labels {
		leader := b.labels[i].leader.moved(0, l.labelsFoot(b))
		leader.y1 = b.y
		s.fill(leader, l.labelColour(b.labels[i].mark, s.colours.Muted))
	}
	l.drawSpans(b)
	for _, isSelected := range []bool{false, true} { // what is selected lies over all others
		for i := range b.marks {
			if b.marks[i].isSelected == isSelected {
				room := math.Inf(1)
				if i+1 < len(b.marks) {
					room = b.marks[i+1].left
				}
				l.drawMark(b, &b.marks[i], room)
			}
		}
	}
	for i := range b.labels {
		l.drawLabel(b, &b.labels[i])
	}
}

// labelsFoot is where the lowest row of labels ends.
func (l *timelineLayout) labelsFoot(b *laneBox) float64 { return b.y - severalHeight - 3 }

func (l *timelineLayout) labelColour(m *laneMark, plain color.NRGBA) color.NRGBA {
	if m.isSelected {
		return l.scene.colours.Accent
	}
	return plain
}

// drawLaneName writes the name of a lane beside its marks, and below it how much has no name for want of room.
func (l *timelineLayout) drawLaneName(b *laneBox) {
	s := l.scene
	n := min(2, int((b.bottom-b.top)/headingType.line))
	var more []string
	if b.hidden > 0 && b.isLabelled() && b.bottom-b.top >= 2*headingType.line {
		more = labelType.clamp(l.locale.N("timeline.more", b.hidden), l.gutter, 1)
		n = min(n, int((b.bottom-b.top-labelType.line)/headingType.line))
	}
	name := headingType.clamp(b.lane.name, l.gutter, max(n, 1))
	height := float64(len(name))*headingType.line + float64(len(more))*labelType.line
	y := min(b.y-headingType.line/2, b.bottom-height-1)
	y = max(y, b.top)
	y += s.lines(name, margin, y, headingType, s.colours.Text)
	s.lines(more, margin, y, labelType, s.colours.Muted)
}

// drawLabel writes the name of a mark, which can be pointed at like the mark.
func (l *timelineLayout) drawLabel(b *laneBox, label *laneLabel) {
	s := l.scene
	area := label.area.moved(0, l.labelsFoot(b))
	ink := l.labelColour(label.mark, s.colours.Text)
	if !b.isLabelled() && !label.mark.isSelected {
		ink = s.colours.Muted
	}
	for i, line := range label.lines {
		x := area.x0
		if label.isLeft {
			x = area.x1 - labelType.width(line)
		}
		s.text(line, x, area.y0+float64(i)*labelType.line, labelType, ink)
	}
	mark := l.chart.mark(b.lane, label.mark)
	mark.IsName = true
	l.pointers = append(l.pointers, pointer{area, mark, label.mark.x})
}

// The looks of dates that are no single day that is sure.
const (
	leastSpan = 2*markReach + 4 // a span that is narrower is seen by its hollow mark only
	openReach = 10.0            // how far a date that is about right reaches beyond its ends
	mostSpans = 200             // drawn on a lane; more would be a grey band
)

// drawSpans draws the days that dates mean: whole where something lasted from one day to another, dashed where it took place
// on one of them, and without an end where the date is only about right.
func (l *timelineLayout) drawSpans(b *laneBox) {
	m := newMerger(b.lane, l.axis, l.chart.question, model.Item{})
	spans := m.spans()
	if len(spans) > mostSpans {
		return
	}
	for _, span := range spans {
		h := span.of
		x0, x1 := m.x(h.first), m.x(h.last+1)
		from, to := h.date().Ends()
		openLeft, openRight := from.Approximate(), to.Approximate()
		if x1-x0 < leastSpan && !openLeft && !openRight {
			continue
		}
		l.drawSpan(b.y, x0, x1, isLasting(h.date()), openLeft, openRight)
	}
}

// isLasting reports whether a date is a span whose ends are both days: what lasted from one to the other.
func isLasting(d model.Date) bool {
	from, to := d.Ends()
	return d.Precision() == model.Span && from.Precision() == model.Day && to.Precision() == model.Day
}

// drawSpan draws the days of one date.
func (l *timelineLayout) drawSpan(y, x0, x1 float64, isLasting, openLeft, openRight bool) {
	s, colour := l.scene, l.scene.colours.Muted
	left, right := l.axis.x0, l.axis.x1
	if openLeft {
		x0 -= openReach
	}
	if openRight {
		x1 += openReach
	}
	hasLeft, hasRight := !openLeft && x0 >= left, !openRight && x1 <= right
	x0, x1 = max(x0, left), min(x1, right)
	if x1 <= x0 {
		return
	}
	if isLasting && !openLeft && !openRight {
		s.fill(rect{x0, y - 2, x1, y + 3}, colour)
		return
	}
	s.fill(rect{x0, y - 1, x1, y + 2}, s.colours.Page)
	s.dashedLine(dashWidth, colour, point{x0, y + 0.5}, point{x1, y + 0.5})
	for _, end := range []struct {
		has bool
		x   float64
	}{{hasLeft, x0}, {hasRight, x1 - 1}} {
		if end.has {
			s.fill(rect{end.x, y - 4, end.x + 1, y + 5}, colour)
		}
	}
}

// drawMark draws one mark, in a ring where it is selected; at right the next one begins.
func (l *timelineLayout) drawMark(b *laneBox, m *laneMark, right float64) {
	s, y := l.scene, b.y+0.5
	if m.right < l.axis.x0-markReach || m.left > l.axis.x1+markReach {
		return
	}
	if m.n > 1 {
		l.drawSeveral(b, m)
	} else {
		look := l.chart.look(b.lane, m.best)
		if m.isSelected {
			s.circle(m.x, y, 10.5, s.colours.Accent)
			s.circle(m.x, y, 9, s.colours.Page)
		}
		s.happening(look, m.x, y)
		l.drawDoubt(m, y, right)
	}
	area := rect{m.left, b.y - markReach, m.right, b.y + markReach + 1}.grown(1)
	l.pointers = append(l.pointers, pointer{area, l.chart.mark(b.lane, m), m.x})
}

// drawDoubt writes the sign of a doubtful date beside its mark, where the next one leaves room.
func (l *timelineLayout) drawDoubt(m *laneMark, y, right float64) {
	s, sign := l.scene, doubtOf(m.best.date())
	if sign == "" {
		return
	}
	x, top := m.x+markReach+2, y-labelType.line/2
	if x+labelType.width(sign)+1 > right {
		return // its mark is hollow all the same, and what it says when it is pointed at says it
	}
	s.fill(rect{x - 1, top + 2, x + labelType.width(sign) + 1, top + labelType.line - 2}, s.colours.Page)
	s.text(sign, x, top, labelType, s.colours.Text)
}

// doubtOf is the sign of a date that is about right or doubted, as the standard writes it: "~", "?".
func doubtOf(d model.Date) string {
	sign := ""
	if d.Approximate() {
		sign = "~"
	}
	if d.Uncertain() {
		sign += "?"
	}
	return sign
}

const (
	severalHeight = 7.0 // half the height of a mark with a count
	edgeReach     = 8.0 // so far a mark may reach beyond the ends of the axis
)

// drawSeveral draws a mark with a count: round at its ends for the first kind of exchange, with corners for all else.
func (l *timelineLayout) drawSeveral(b *laneBox, m *laneMark) {
	s := l.scene
	area := rect{math.Round(m.left), b.y - severalHeight, math.Round(m.right), b.y + severalHeight + 1}
	text := l.locale.Number(m.n)
	if within := area.within(rect{l.axis.x0 - edgeReach, area.y0, l.axis.x1 + edgeReach, area.y1}); within.width() >=
		labelType.width(text)+countPad {
		area = within
	}
	isRound := b.lane.kind != nil && b.lane.shape == 0
	if m.isSelected {
		s.capsule(area.grown(2), isRound, s.colours.Accent)
	} else {
		s.capsule(area.grown(1), isRound, s.colours.Muted)
	}
	s.capsule(area, isRound, s.colours.Page)
	s.text(text, (area.x0+area.x1-labelType.width(text))/2, (area.y0+area.y1)/2-labelType.line/2, labelType, s.colours.Text)
}

// capsule fills an area, round at its ends or not.
func (s *scene) capsule(area rect, isRound bool, c color.NRGBA) {
	radius := area.height() / 2
	if !isRound || area.width() < 2*radius {
		s.fill(area, c)
		return
	}
	s.fill(rect{area.x0 + radius, area.y0, area.x1 - radius, area.y1}, c)
	s.circle(area.x0+radius, area.y0+radius, radius, c)
	s.circle(area.x1-radius, area.y0+radius, radius, c)
}
