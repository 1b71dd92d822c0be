package chart

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"parley/model"
	"parley/ui/format"
)

// maxPointed is how many exchanges of a line can be pointed at one by one; of more, those in one column of pixels are
// pointed at together.
const maxPointed = 1000

// manyHollow is how many hollow marks of a line may lie over each other.
const manyHollow = 100

// draw draws everything; top is where the names of rounds begin.
func (l *timeLayout) draw(top float64, ticks []timeTick) {
	s := l.scene
	drawGrid(s, l.axis, l.time.x0-axisGap, l.time.x1, l.locale)
	l.drawRoundLines(top)
	for i := range l.chart.Lines {
		p := l.stepPath(&l.chart.Lines[i])
		l.raiseAlong(&p)
		l.paths = append(l.paths, p)
	}
	l.placer = &placer{scene: s, area: rect{l.time.x0, l.plot.y0 - 2, l.time.x1 + endGap, l.plot.y1 - 2}}
	for _, p := range l.paths {
		l.drawPath(p)
	}
	l.drawTotals()
	for _, p := range l.paths {
		l.drawUncounted(p)
		l.drawSelected(p)
	}
	s.fill(rect{l.time.x0 - axisGap/2, l.plot.y1, l.time.x1, l.plot.y1 + 1}, s.colours.Muted)
	drawTicks(s, ticks, l.plot.y1+pinHeight+3)
	l.drawRounds(top)
	for _, p := range l.paths {
		l.pointAtSteps(p)
	}
	l.drawEnds()
	slices.SortStableFunc(l.pointers, func(a, b pointer) int { return cmp.Compare(a.order, b.order) })
	for _, p := range l.pointers {
		s.mark(p.area, p.mark)
	}
	whole := l.chart.whole
	s.time = &sceneTime{
		plot:  rect{l.time.x0, l.plot.y0, l.time.x1, l.plot.y1},
		first: l.time.from, last: l.time.to.Add(-dayLength), from: whole.first, to: whole.last,
	}
}

// drawGrid draws horizontal lines with their numbers, right-aligned before the axis; right is where these end.
func drawGrid(s *scene, a axis, right, x1 float64, l *format.Locale) {
	for i := 0; i <= a.ticks; i++ {
		value := a.step * float64(i)
		y := a.zeroY - math.Round(value/a.top*(a.zeroY-a.topY))
		if i > 0 {
			s.fill(rect{right + axisGap/2, y, x1, y + 1}, s.colours.Line)
		}
		text := axisNumber(value, l)
		s.text(text, right-labelType.width(text), y-labelType.line/2, labelType, s.colours.Muted)
	}
}

// drawPath draws a step line, dashed where a step may have been earlier.
func (l *timeLayout) drawPath(p stepPath) {
	s := l.scene
	colour := s.colours.Side(p.line.Place)
	solid, dashed := p.runs(func(level int) float64 { return l.y(p, level) }, l.time.x1)
	s.clip(rect{l.time.x0, l.plot.y0 - timeHead, l.time.x1 + 1, l.plot.y1 + lineWidth}, func() {
		for _, run := range solid {
			s.line(lineWidth, colour, run...)
		}
		for _, run := range dashed {
			s.dashedLine(lineWidth, colour, run...)
		}
	})
}

// drawUncounted draws a hollow mark for every exchange that adds nothing; of several in one place one is seen.
func (l *timeLayout) drawUncounted(p stepPath) {
	if l.chart.question.without(unknownSeries) {
		return
	}
	s, lastX, least := l.scene, math.Inf(-1), 2.0
	if p.line.Uncounted > manyHollow {
		least = 2 * ringSize // so that each is seen to be hollow
	}
	for _, c := range p.columns {
		isHollow := slices.ContainsFunc(p.line.Steps[c.first:c.last+1], func(s model.Step) bool { return s.State != model.Known })
		if isHollow && c.x-lastX >= least {
			s.ring(c.x, l.y(p, c.level), s.colours.Side(p.line.Place))
			lastX = c.x
		}
	}
}

// drawSelected draws the selected exchange: a dot in a ring on its line, and a line down to its date.
func (l *timeLayout) drawSelected(p stepPath) {
	if l.chart.selected.Kind != model.ExchangeItem {
		return
	}
	s := l.scene
	for _, c := range p.columns {
		for _, step := range p.line.Steps[c.first : c.last+1] {
			if string(step.Exchange.ID) != l.chart.selected.ID {
				continue
			}
			y := l.y(p, c.level)
			s.fill(rect{c.x, y, c.x + 1, l.plot.y1}, s.colours.Accent)
			s.selectedDot(c.x, y, s.colours.Side(p.line.Place), step.State == model.Known)
		}
	}
}

// selectedDot is the look of a mark that is selected: within a ring.
func (s *scene) selectedDot(x, y float64, colour color.NRGBA, isSolid bool) {
	s.circle(x, y, 9, s.colours.Accent)
	s.circle(x, y, 7, s.colours.Page)
	if isSolid {
		s.circle(x, y, ringSize, colour)
	} else {
		s.ring(x, y, colour)
	}
}

// pointAtSteps makes the steps of a line things that can be pointed at.
func (l *timeLayout) pointAtSteps(p stepPath) {
	count := 0
	for _, c := range p.columns {
		count += c.last - c.first + 1
	}
	before, columns := p.level, p.columns
	if count > maxPointed {
		columns = p.merged(touchReach)
	}
	for _, c := range columns {
		area := rect{c.x - touchReach, l.y(p, c.level), c.x + touchReach, l.y(p, before)}
		area.y0, area.y1 = area.y0-touchReach, area.y1+touchReach
		before = c.level
		if count > maxPointed && c.last > c.first {
			l.pointers = append(l.pointers, pointer{area, l.columnMark(p, c), c.x})
			continue
		}
		for _, step := range p.line.Steps[c.first : c.last+1] {
			l.pointers = append(l.pointers, pointer{area, l.stepMark(p.line, step), c.x})
		}
	}
}

func (l *timeLayout) stepMark(line *TimeLine, step model.Step) Mark {
	q := l.chart.question
	sum := q.l.T("charttime.tip.sum", "Sum", q.l.Number(step.Sum))
	return Mark{
		Role: CarriedRole, Side: line.To, Item: exchangeItem(step.Exchange),
		Value: q.valueWords(step.Exchange, line.To), Text: q.exchangeText(step.Exchange, line.To, sum),
	}
}

func exchangeItem(e *model.Exchange) model.Item {
	return model.Item{Kind: model.ExchangeItem, ID: string(e.ID)}
}

// columnMark stands for all exchanges of a column; a click selects the last.
func (l *timeLayout) columnMark(p stepPath, c stepColumn) Mark {
	q := l.chart.question
	first, last := p.line.Steps[c.first], p.line.Steps[c.last]
	days := timeRange{first.Day(), last.Day()}
	before := 0
	if c.first > 0 {
		before = p.line.Steps[c.first-1].Sum
	}
	added := q.l.Number(last.Sum - before)
	return Mark{
		Role: CarriedRole, Side: p.line.To, Item: exchangeItem(last.Exchange), Value: added,
		Text: q.l.N("charttime.tip.several", c.last-c.first+1, "Date", q.l.Date(days.date()), "Side", p.line.Name,
			"Value", added, "Sum", q.l.Number(last.Sum)),
	}
}

// drawTotals draws the totals that officials published as ticks, and writes their numbers where there is room: the last
// first.
func (l *timeLayout) drawTotals() {
	s := l.scene
	type tick struct {
		total *model.Total
		at    point
	}
	for i := range l.chart.Lines {
		line := &l.chart.Lines[i]
		colour := l.totalColour(line)
		var ticks []tick
		for _, t := range line.Totals {
			if day := t.Period.Last(); l.time.shows(day) {
				at := point{math.Round(l.time.middle(day)), l.axis.y(t.Value)}
				ticks = append(ticks, tick{t, at})
				s.tick(at, colour)
				area := rect{at.x - tickReach, at.y - 1.5, at.x + tickReach, at.y + 1.5}
				l.placer.taken = append(l.placer.taken, area)
				l.pointers = append(l.pointers, pointer{area.grown(2.5), l.totalMark(t), at.x})
			}
		}
		for _, t := range slices.Backward(ticks) {
			l.labelTotal(t.total, t.at)
		}
	}
}

// totalColour is the colour of text, which stands out from the line, unless several lines have totals.
func (l *timeLayout) totalColour(line *TimeLine) color.NRGBA {
	for _, other := range l.chart.Lines {
		if other.To != line.To && len(other.Totals) > 0 {
			return l.scene.colours.Side(line.Place)
		}
	}
	return l.scene.colours.Text
}

func (l *timeLayout) totalMark(t *model.Total) Mark {
	q := l.chart.question
	return Mark{Role: TotalRole, Side: t.To, Value: q.totalValue(t), Text: q.totalText(t)}
}

// totalRoom is the distance of the numbers of two totals.
const totalRoom = 14.0

// labelTotal writes the number of a total beside its tick, where neither a line nor a word is in the way.
func (l *timeLayout) labelTotal(t *model.Total, at point) {
	text := l.locale.T("chart.short."+string(totalQualifier(t)), "N", l.locale.Number(t.Value))
	w, h := math.Ceil(labelType.width(text)), labelType.line-2
	for _, top := range []float64{at.y - h - 3, at.y - h/2, at.y + 3} {
		left := at.x - tickReach - 3 - w
		if top != at.y-h/2 {
			left = at.x + tickReach - w
		}
		area := rect{left, top, left + w, top + h}
		if !l.placer.free(area) || l.crosses(area.grown(1)) || overlapsAny(area.grown(totalRoom), l.numbers) {
			continue
		}
		l.scene.text(text, left, top-1, labelType, l.scene.colours.Muted)
		l.placer.taken = append(l.placer.taken, area)
		l.numbers = append(l.numbers, area)
		return
	}
}

// drawEnds writes at the end of every line how much it comes to, and to whom.
func (l *timeLayout) drawEnds() {
	s := l.scene
	x := l.time.x1 + endGap
	for _, e := range l.ends {
		colour := s.colours.Side(e.line.Place)
		middle := e.top + labelType.line/2
		s.circle(l.time.x1, e.y, 3, colour)
		if math.Abs(middle-e.y) > 2 {
			s.line(1, colour, point{l.time.x1, e.y}, point{x - 2, middle})
		}
		s.lines(e.words, x, e.top, labelType, s.colours.Text)
	}
}
