package chart

import (
	"cmp"
	"math"
	"slices"

	"parley/model"
	"parley/ui/format"
	"parley/ui/palette"
)

// panelMode is how much room the panels of the chart of every exchange are given. The chart takes the first in which all
// find their place.
type panelMode struct {
	titles  bool    // over the panels; else short names at their right
	minPlot float64 // the least height of a panel from its axis to the highest number
	head    float64 // over the highest number, for labels
	lane    float64 // below the axis, for exchanges without a number
	gap     float64 // between two panels
}

var panelModes = []panelMode{
	{titles: true, minPlot: 72, head: 20, lane: 13, gap: 12},
	{titles: true, minPlot: 44, head: 20, lane: 13, gap: 12},
	{titles: true, minPlot: 30, head: 20, lane: 13, gap: 8},
	{minPlot: 22, head: 19, lane: 12, gap: 6},
	{minPlot: 12, head: 4, lane: 9, gap: 4},
}

// The measures of the chart of every exchange.
const (
	tickEvery  = 26.0 // the least distance of two grid lines
	shortShare = 0.38 // of the picture's width, for a name at the right of a panel
)

// panelsLayout is one attempt to place the chart.
type panelsLayout struct {
	chart  Exchanges
	mode   panelMode
	scene  *scene
	locale *format.Locale

	panels   []*panelBox
	gutter   float64
	unit     float64 // the height of one person
	step     float64 // from one grid line to the next
	time     timeAxis
	pointers []pointer
}

// panelBox is where a panel stands.
type panelBox struct {
	panel   *ExchangePanel
	steps   []model.Step // those in view
	valued  []model.Step // those of them that have a number and are drawn
	highest int
	lane    float64 // the height of the lane below the axis
	short   []string
	axis    axis
	top     float64 // of its title
	title   []string
	placer  *placer
}

// scene places everything, in the first mode in which everything finds its place.
func (e Exchanges) scene(size Size, theme palette.Theme) (*scene, error) {
	chart, missing := e.cleaned(), 0.0
	for _, m := range panelModes {
		l := &panelsLayout{chart: chart, mode: m, scene: &scene{colours: palette.Of(theme)}, locale: format.In(e.Lang)}
		if missing = l.place(float64(size.Width), float64(size.Height)); missing <= 0 {
			return l.scene, nil
		}
	}
	return nil, &SizeError{Size: size, Fault: NoRoom, Height: size.Height + int(math.Ceil(missing))}
}

// place lays the chart out; it returns the height that the drawing lacks.
func (l *panelsLayout) place(width, height float64) (lacks float64) {
	if l.chart.Empty != "" {
		plot := l.chart.Frame.layout(l.scene, width, height, height*plotShare)
		l.chart.emptyPlot(l.scene, plot)
		return leastPlot - plot.height()
	}
	l.setPanels(width)
	l.gutter = gutterOf(l.highest(), l.locale)
	left, right := margin+l.gutter+axisGap, width-margin-l.namesWidth()
	l.time = l.chart.view.axis(left, right)
	ticks := l.time.ticks(l.locale)
	fixed := l.setTitles(right-margin) + ticksHeight(ticks)
	least := fixed + float64(len(l.panels))*(l.mode.minPlot+l.mode.head)
	plot := l.chart.Frame.layout(l.scene, width, height, max(least, fixed+height*timeShare))
	if lacks = least - plot.height(); lacks > 0 {
		return lacks
	}
	l.setScale(plot.height() - fixed)
	l.draw(plot, ticks)
	return 0
}

// setPanels finds the steps in view.
func (l *panelsLayout) setPanels(width float64) {
	hidesUnknown := l.chart.question.without(unknownSeries)
	for i := range l.chart.Panels {
		p := &panelBox{panel: &l.chart.Panels[i]}
		p.steps = partOf(l.chart.whole, l.chart.view).steps(p.panel.Steps)
		for _, s := range p.steps {
			p.highest = max(p.highest, l.highestOf(s, p.panel.To))
			if s.State == model.Unknown && !hidesUnknown {
				p.lane = l.mode.lane
			}
		}
		if !l.mode.titles {
			p.short = labelType.clamp(p.panel.Name, width*shortShare, 1)
		}
		l.panels = append(l.panels, p)
	}
}

// highestOf is the highest number that is drawn of a step.
func (l *panelsLayout) highestOf(s model.Step, side model.SideID) int {
	switch {
	case s.State == model.Disputed:
		n := 0
		for _, c := range l.chart.claims(s, side) {
			n = max(n, *c.Value)
		}
		return n
	case s.State != model.Known && s.State != model.Bounded:
		return 0
	case l.chart.question.without(rangeSeries):
		return s.Value
	}
	return max(s.Value, s.High)
}

// claims are the numbers in dispute that are drawn.
func (e Exchanges) claims(s model.Step, side model.SideID) []model.Claim {
	if e.question.without(disputedSeries) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(s.Exchange.Received(side).Claims), func(c model.Claim) bool { return c.Value == nil })
}

func (l *panelsLayout) highest() int {
	return slices.MaxFunc(l.panels, func(a, b *panelBox) int { return cmp.Compare(a.highest, b.highest) }).highest
}

func (l *panelsLayout) namesWidth() float64 {
	w := 0.0
	for _, p := range l.panels {
		w = max(w, labelType.widest(p.short))
	}
	if w > 0 {
		w += endGap
	}
	return math.Ceil(w)
}

// setTitles sets the titles of the panels and returns the height that does not depend on the scale: of titles, lanes and
// gaps.
func (l *panelsLayout) setTitles(width float64) float64 {
	sum := l.mode.gap * float64(len(l.panels)-1)
	for _, p := range l.panels {
		if l.mode.titles {
			p.title = headingType.clamp(p.panel.Title, width, 1)
			sum += headingType.line
		}
		sum += p.lane
	}
	return sum
}

// setScale finds the height of one person, the same in all panels, with which they fill the room: a side that received
// few has a low panel, so that equal numbers stay equal heights.
func (l *panelsLayout) setScale(room float64) {
	low, high := 0.0, room/float64(max(l.highest(), 1))
	for range 50 {
		l.unit = (low + high) / 2
		sum := 0.0
		for _, p := range l.panels {
			sum += l.heightOf(p)
		}
		if sum > room {
			high = l.unit
		} else {
			low = l.unit
		}
	}
	l.unit = max(low, 1e-12)
	tallest := slices.MaxFunc(l.panels, func(a, b *panelBox) int { return cmp.Compare(a.highest, b.highest) })
	height := l.heightOf(tallest) - l.mode.head
	l.step = stepFrom(max(tickEvery, height/mostTicks) / l.unit)
	if top := height / l.unit; l.step > top && stepUpTo(top)*l.unit > labelType.line {
		l.step = stepUpTo(top) // rather one line close above the axis than none
	}
}

// heightOf is the height of a panel from its axis up.
func (l *panelsLayout) heightOf(p *panelBox) float64 {
	return max(l.mode.minPlot, math.Ceil(float64(p.highest)*l.unit)) + l.mode.head
}

// stepFrom is the least step of 1, 2 or 5 times a power of ten that is not below a number, and never a part of a person.
func stepFrom(least float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(max(least, 1))))
	for _, digit := range []float64{1, 2, 5, 10} {
		if step := digit * power; step >= least-1e-9 {
			return step
		}
	}
	return 10 * power
}

// stepUpTo is the greatest such step that is not above a number, at least 1.
func stepUpTo(most float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(max(most, 1))))
	for _, digit := range []float64{5, 2} {
		if step := digit * power; step <= most+1e-9 {
			return step
		}
	}
	return power
}
