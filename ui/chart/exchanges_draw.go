package chart

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"parley/model"
)

// maxLabels is how many of the highest numbers of a panel are tried to be written; fewLabels where most marks are not
// drawn.
const (
	maxLabels = 200
	fewLabels = 5
)

// draw draws the panels one under the other, and the time axis below the last.
func (l *panelsLayout) draw(plot rect, ticks []timeTick) {
	s, y := l.scene, plot.y0
	for i, p := range l.panels {
		if i > 0 {
			y += l.mode.gap
		}
		p.top = y
		if l.mode.titles {
			y += headingType.line
		}
		zero := math.Round(y + l.heightOf(p))
		height := zero - y - l.mode.head
		top := height / l.unit
		p.axis = axis{step: l.step, top: top, zeroY: zero, topY: zero - height, ticks: int(top/l.step + 1e-9)}
		if i > 0 { // no number over the zero of the panel above
			room := zero - l.panels[i-1].axis.zeroY - labelType.line
			p.axis.ticks = min(p.axis.ticks, int(max(room, 0)/(l.step*l.unit)))
		}
		l.drawPanel(p, i == len(l.panels)-1)
		y = zero + p.lane
	}
	drawTicks(s, ticks, y)
	slices.SortStableFunc(l.pointers, func(a, b pointer) int { return cmp.Compare(a.order, b.order) })
	for _, p := range l.pointers {
		s.mark(p.area, p.mark)
	}
	s.time = &sceneTime{
		plot:  rect{l.time.x0, plot.y0, l.time.x1, y},
		first: l.time.from, last: l.time.to.Add(-dayLength), from: l.chart.whole.first, to: l.chart.whole.last,
	}
}

func (l *panelsLayout) drawPanel(p *panelBox, isLast bool) {
	s := l.scene
	drawGrid(s, p.axis, l.time.x0-axisGap, l.time.x1, l.locale)
	area := rect{l.time.x0 - axisGap/2, p.axis.topY - l.mode.head, l.time.x1 + touchReach, p.axis.zeroY}
	p.placer = &placer{scene: s, area: area}
	l.drawLane(p)
	l.drawSteps(p)
	s.fill(rect{l.time.x0 - axisGap/2, p.axis.zeroY, l.time.x1, p.axis.zeroY + 1}, s.colours.Muted)
	if p.lane > 0 && isLast {
		s.fill(rect{l.time.x0 - axisGap/2, p.axis.zeroY + p.lane, l.time.x1, p.axis.zeroY + p.lane + 1}, s.colours.Line)
	}
	l.labelSteps(p)
	if len(p.steps) == 0 {
		s.text(l.locale.T("chartpart.panel.nothing"), l.time.x0+axisGap, p.axis.zeroY-labelType.line-2, labelType, s.colours.Muted)
	}
	s.lines(p.title, margin, p.top, headingType, s.colours.Text)
	s.lines(p.short, l.time.x1+endGap, p.axis.zeroY-labelType.line, labelType, s.colours.Text)
}

// at is where the mark of a date stands: at its end.
func (l *panelsLayout) at(d model.Date) float64 {
	return math.Round(min(l.time.middle(d.Last()), l.time.x1))
}

// drawLane draws the exchanges without a number below the axis: they are not zero.
func (l *panelsLayout) drawLane(p *panelBox) {
	if p.lane == 0 {
		return
	}
	unknown := slices.DeleteFunc(slices.Clone(p.steps), func(s model.Step) bool { return s.State != model.Unknown })
	y := p.axis.zeroY + p.lane/2 + 1
	if len(unknown) > manyHollow {
		l.drawFullLane(p, unknown, y)
		return
	}
	for _, step := range unknown {
		x := l.at(step.Exchange.Date)
		l.drawSpan(p, step, x, y)
		l.drawSelection(p, step, x, y, false)
		l.scene.ring(x, y, l.colour(p))
		l.point(p, step, x, y)
	}
}

// drawFullLane draws very many exchanges without a number: one mark stands for all that it would lie over.
func (l *panelsLayout) drawFullLane(p *panelBox, unknown []model.Step, y float64) {
	for _, column := range l.columnsOf(unknown, 2*ringSize) {
		x, shown := l.at(column[0].Exchange.Date), column[0]
		if i := slices.IndexFunc(column, l.isSelected); i >= 0 {
			shown = column[i]
		}
		l.drawSelection(p, shown, x, y, false)
		l.scene.ring(x, y, l.colour(p))
		l.pointers = append(l.pointers, pointer{touched(x, y), l.columnMark(p, column, shown), x})
	}
}

// columnsOf are the steps by the column that they stand in, of so many pixels.
func (l *panelsLayout) columnsOf(steps []model.Step, pixels float64) [][]model.Step {
	var list [][]model.Step
	for first, end := 0, 0; first < len(steps); first = end {
		x := l.at(steps[first].Exchange.Date)
		for end = first; end < len(steps) && l.at(steps[end].Exchange.Date) < x+pixels; {
			end++
		}
		list = append(list, steps[first:end])
	}
	return list
}

func (l *panelsLayout) colour(p *panelBox) color.NRGBA { return l.scene.colours.Side(p.panel.Place) }

// drawSteps draws the exchanges with a number. Of very many only the highest of a column of pixels is seen.
func (l *panelsLayout) drawSteps(p *panelBox) {
	p.valued = slices.DeleteFunc(slices.Clone(p.steps), func(s model.Step) bool { return s.State == model.Unknown })
	if len(p.valued) > maxPointed {
		l.drawColumns(p, p.valued)
		return
	}
	for _, step := range p.valued { // stems first, so that no mark is crossed by one
		if x := l.at(step.Exchange.Date); step.State != model.Disputed {
			l.drawStem(p, step, x)
		}
	}
	for _, step := range p.valued {
		l.drawStep(p, step)
	}
}

func (l *panelsLayout) drawStem(p *panelBox, step model.Step, x float64) {
	s, y := l.scene, p.axis.y(step.Value)
	if step.State == model.Bounded {
		s.dashedLine(1, l.colour(p), point{x, p.axis.zeroY}, point{x, y})
	} else if y < p.axis.zeroY {
		s.stem(x, y, p.axis.zeroY, l.colour(p))
	}
	p.placer.taken = append(p.placer.taken, rect{x - 0.5, y, x + 0.5, p.axis.zeroY})
}

// drawStep draws one exchange: its range, its days where they are not known, and its mark.
func (l *panelsLayout) drawStep(p *panelBox, step model.Step) {
	s, x := l.scene, l.at(step.Exchange.Date)
	if step.State == model.Disputed {
		l.drawDispute(p, step, x)
		return
	}
	y := p.axis.y(step.Value)
	l.drawSpan(p, step, x, y)
	if hasRange(step) && !l.chart.question.without(rangeSeries) {
		high, low := p.axis.y(step.High), p.axis.y(step.Low)
		s.whisker(x, high, low, 4, p.axis.zeroY+1, s.colours.Text)
		p.placer.taken = append(p.placer.taken, rect{x - 4, high, x + 4, low})
	}
	l.drawSelection(p, step, x, y, true)
	if step.State == model.Bounded {
		s.square(x, y, l.colour(p))
	} else {
		s.circle(x, y, dotSize, l.colour(p))
	}
	p.placer.taken = append(p.placer.taken, rect{x - dotSize, y - dotSize, x + dotSize, y + dotSize})
	l.point(p, step, x, y)
}

// drawDispute draws every claim of a number in dispute.
func (l *panelsLayout) drawDispute(p *panelBox, step model.Step, x float64) {
	s, high, low := l.scene, math.Inf(1), math.Inf(-1)
	claims := l.chart.claims(step, p.panel.To)
	for _, c := range claims {
		y := p.axis.y(*c.Value)
		high, low = min(high, y), max(low, y)
	}
	if len(claims) == 0 {
		return
	}
	l.drawSpan(p, step, x, high)
	s.fill(rect{x - 0.5, high, x + 0.5, low}, l.colour(p))
	l.drawSelection(p, step, x, high, true)
	for _, c := range claims {
		s.diamond(x, p.axis.y(*c.Value), l.colour(p))
	}
	area := rect{x - diamondSize, high - diamondSize, x + diamondSize, low + diamondSize}
	p.placer.taken = append(p.placer.taken, area)
	l.pointers = append(l.pointers, pointer{area, l.stepMark(p, step), x})
}

// drawSpan draws the days that a date may mean, up to its mark.
func (l *panelsLayout) drawSpan(p *panelBox, step model.Step, x, y float64) {
	d := step.Exchange.Date
	if !isUnsure(d) {
		return
	}
	s, from := l.scene, max(math.Round(l.time.x(d.First())), l.time.x0)
	s.fill(rect{from, y - 1, x, y + 1}, l.colour(p))
	s.fill(rect{from, y - 4, from + 1, y + 4}, l.colour(p))
	p.placer.taken = append(p.placer.taken, rect{from, y - 4, x, y + 4})
}

func (l *panelsLayout) isSelected(step model.Step) bool {
	return l.chart.selected.Kind == model.ExchangeItem && string(step.Exchange.ID) == l.chart.selected.ID
}

// drawSelection draws the ring of a selected exchange, and its way down to the date.
func (l *panelsLayout) drawSelection(p *panelBox, step model.Step, x, y float64, hasValue bool) {
	if !l.isSelected(step) {
		return
	}
	s := l.scene
	if hasValue {
		s.fill(rect{x - 1, y, x + 1, p.axis.zeroY}, s.colours.Accent)
	}
	s.circle(x, y, 9, s.colours.Accent)
	s.circle(x, y, 7, s.colours.Page)
}

// drawColumns draws very many exchanges: the highest of each column of pixels, which stands for all of them.
func (l *panelsLayout) drawColumns(p *panelBox, steps []model.Step) {
	p.valued = nil
	for _, column := range l.columnsOf(steps, 1) {
		x, highest := l.at(column[0].Exchange.Date), l.highestIn(p, column)
		y := p.axis.y(l.highestOf(highest, p.panel.To))
		l.scene.stem(x, y, p.axis.zeroY, l.colour(p))
		l.drawSelection(p, highest, x, y, true)
		l.scene.circle(x, y, dotSize/2, l.colour(p))
		p.placer.taken = append(p.placer.taken, rect{x - 1, y - 1, x + 1, p.axis.zeroY})
		p.valued = append(p.valued, highest)
	}
	for _, column := range l.columnsOf(steps, touchReach) { // wide enough to be pointed at
		highest := l.highestIn(p, column)
		x, y := l.at(column[0].Exchange.Date), p.axis.y(l.highestOf(highest, p.panel.To))
		area := rect{x, y - touchReach, min(x+touchReach, l.time.x1+1), p.axis.zeroY}
		l.pointers = append(l.pointers, pointer{area, l.columnMark(p, column, highest), x})
	}
}

// highestIn is the step of a column that stands for all: the one selected, else the highest.
func (l *panelsLayout) highestIn(p *panelBox, column []model.Step) model.Step {
	highest, most := column[0], -1
	for _, step := range column {
		if l.isSelected(step) {
			return step
		}
		if n := l.highestOf(step, p.panel.To); n > most {
			highest, most = step, n
		}
	}
	return highest
}

func (l *panelsLayout) columnMark(p *panelBox, steps []model.Step, highest model.Step) Mark {
	if len(steps) == 1 {
		return l.stepMark(p, steps[0])
	}
	q := l.chart.question
	value := q.valueWords(highest.Exchange, p.panel.To)
	days := timeRange{steps[0].Day(), lastOf(steps).Day()}
	return Mark{
		Role: CarriedRole, Side: p.panel.To, Item: exchangeItem(highest.Exchange), Value: value,
		Text: q.l.N("charttime.tip.highest", len(steps), "Date", q.l.Date(days.date()), "Side", p.panel.Name, "Value", value),
	}
}

// point makes a mark something that can be pointed at.
func (l *panelsLayout) point(p *panelBox, step model.Step, x, y float64) {
	l.pointers = append(l.pointers, pointer{touched(x, y), l.stepMark(p, step), x})
}

// touched is the area in which a mark is pointed at.
func touched(x, y float64) rect {
	return rect{x - dotSize, y - dotSize, x + dotSize, y + dotSize}.grown(2)
}

func (l *panelsLayout) stepMark(p *panelBox, step model.Step) Mark {
	q := l.chart.question
	return Mark{
		Role: CarriedRole, Side: p.panel.To, Item: exchangeItem(step.Exchange),
		Value: q.valueWords(step.Exchange, p.panel.To), Text: q.exchangeText(step.Exchange, p.panel.To),
	}
}

// labelSteps writes numbers over the marks where there is room: that of the selected exchange first, then the highest.
func (l *panelsLayout) labelSteps(p *panelBox) {
	valued := slices.DeleteFunc(slices.Clone(p.valued), func(s model.Step) bool {
		return s.State != model.Known && s.State != model.Bounded
	})
	slices.SortStableFunc(valued, func(a, b model.Step) int {
		switch {
		case l.isSelected(a) != l.isSelected(b) && l.isSelected(a):
			return -1
		case l.isSelected(a) != l.isSelected(b):
			return 1
		}
		return cmp.Compare(b.Value, a.Value)
	})
	most := maxLabels
	if len(p.steps) > maxPointed {
		most = fewLabels
	}
	for _, step := range valued[:min(len(valued), most)] {
		l.labelStep(p, step)
	}
}

func (l *panelsLayout) labelStep(p *panelBox, step model.Step) {
	qualifier := model.Exact
	if step.State == model.Bounded {
		qualifier = step.Exchange.Received(p.panel.To).Qualifier
	}
	text := l.locale.T("chart.short."+string(qualifier), "N", l.locale.Number(step.Value))
	x, y := l.at(step.Exchange.Date), p.axis.y(l.highestOf(step, p.panel.To))
	w, h := math.Ceil(labelType.width(text)), labelType.line
	rise := dotSize + 1
	if l.isSelected(step) {
		rise = 10
	}
	for _, left := range []float64{x - w/2, x - w - 1, x + 1} {
		area := rect{left, y - rise - h, left + w, y - rise}
		if p.placer.free(area) {
			l.scene.text(text, left, area.y0, labelType, l.scene.colours.Text)
			p.placer.taken = append(p.placer.taken, area)
			return
		}
	}
}
