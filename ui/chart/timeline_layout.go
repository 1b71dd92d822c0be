package chart

import (
	"math"

	"parley/model"
	"parley/ui/format"
	"parley/ui/palette"
)

// timelineMode is how much room a timeline is given. The chart takes the first in which all finds its place.
type timelineMode struct {
	eraLines int // of the names of times of talks
	leastRow int // rows of labels that every lane has at least, but those of exchanges
	lane     float64
}

var timelineModes = []timelineMode{
	{eraLines: 2, leastRow: 2, lane: 28},
	{eraLines: 1, leastRow: 1, lane: 26},
	{eraLines: 1, leastRow: 1, lane: 24},
	{eraLines: 1, leastRow: 0, lane: 22},
	{eraLines: 0, leastRow: 0, lane: 19},
}

// The measures of a timeline.
const (
	timelineShare = 0.6   // of the picture's height, for lanes and axis, if notes can make room
	gutterShare   = 0.2   // of its width, at most, for the names of lanes
	gutterMost    = 150.0 // at most
	laneFoot      = 10.0  // from the middle of a lane's marks to its lower edge, at least
	eraPad        = 3.0
	mostRows      = 9 // of labels on a lane
)

// timelineLayout is one attempt to place the chart.
type timelineLayout struct {
	chart  Timeline
	mode   timelineMode
	scene  *scene
	locale *format.Locale

	axis     timeAxis
	gutter   float64
	lanes    []*laneBox
	eras     []eraBox
	top      float64 // of the lanes
	bottom   float64
	pointers []pointer
}

// laneBox is where a lane stands.
type laneBox struct {
	lane   *timelineLane
	rows   int // of labels
	top    float64
	y      float64 // the middle of its marks
	bottom float64
	marks  []laneMark
	labels []laneLabel
	hidden int // what has neither a label nor stands in a mark that has one
}

// isLabelled reports whether what stands on the lane has a name of its own; exchanges have numbers only.
func (b *laneBox) isLabelled() bool { return b.lane.kind == nil }

// scene places everything, in the first mode in which everything finds its place.
func (t Timeline) scene(size Size, theme palette.Theme) (*scene, error) {
	chart, missing := t.cleaned(), 0.0
	for _, m := range timelineModes {
		l := &timelineLayout{chart: chart, mode: m, scene: &scene{colours: palette.Of(theme)}, locale: format.In(t.Lang)}
		if missing = l.place(float64(size.Width), float64(size.Height)); missing <= 0 {
			return l.scene, nil
		}
	}
	return nil, &SizeError{Size: size, Fault: NoRoom, Height: size.Height + int(math.Ceil(missing))}
}

// place lays the chart out; it returns the height that the drawing lacks.
func (l *timelineLayout) place(width, height float64) (lacks float64) {
	if l.chart.Empty != "" {
		plot := l.chart.Frame.layout(l.scene, width, height, height*plotShare)
		l.chart.emptyPlot(l.scene, plot)
		return leastPlot - plot.height()
	}
	l.setGutter(width)
	l.axis = l.chart.view.axis(margin+l.gutter+axisGap, width-margin)
	ticks := l.axis.ticks(l.locale)
	fixed := l.eraHeight() + ticksHeight(ticks)
	least := fixed
	for _, lane := range l.chart.facts.lanes {
		b := &laneBox{lane: lane}
		if b.isLabelled() {
			b.rows = min(l.mode.leastRow, l.wanted(b))
		}
		least += l.mode.lane + float64(b.rows)*labelType.line
		l.lanes = append(l.lanes, b)
	}
	plot := l.chart.Frame.layout(l.scene, width, height, max(least, height*timelineShare))
	if lacks = least - plot.height(); lacks > 0 {
		return lacks
	}
	l.share(plot.height()-least, plot.y0)
	for _, b := range l.lanes {
		b.marks = newMerger(b.lane, l.axis, l.chart.question, l.chart.selected).merge()
		p := &labeller{left: l.axis.x0 - 2, right: l.axis.x1 + markReach, rows: b.rows, isWhole: !b.isLabelled()}
		b.hidden = p.place(b.marks, func(m *laneMark) string { return l.chart.markLabel(b.lane, m) })
		b.labels = p.placed
	}
	l.draw(plot, ticks)
	return 0
}

// setGutter makes room for the names of the lanes.
func (l *timelineLayout) setGutter(width float64) {
	most := min(gutterMost, math.Floor(width*gutterShare))
	for _, lane := range l.chart.facts.lanes {
		w := headingType.width(lane.name)
		if w > most {
			w = headingType.narrowest(lane.name, 2)
		}
		l.gutter = max(l.gutter, min(math.Ceil(w), most))
	}
	l.gutter = max(l.gutter, min(most, 96)) // for what stands below the names
}

// wanted is how many rows of labels a lane may have use for. It does not depend on the part of the axis that is drawn: the
// lanes keep their places while the reader zooms.
func (l *timelineLayout) wanted(b *laneBox) int {
	if !b.isLabelled() {
		return min(2, b.lane.size())
	}
	return min(mostRows, b.lane.size())
}

func (l *timelineLayout) eraHeight() float64 {
	if len(l.chart.facts.eras) == 0 || l.mode.eraLines == 0 {
		return 0
	}
	return float64(l.mode.eraLines)*labelType.line + 2*eraPad
}

// share gives the lanes the room that is left: one row of labels after the other, those with names first, and what then
// remains in equal parts.
func (l *timelineLayout) share(room, top float64) {
	for given := true; given; {
		given = false
		for _, b := range l.lanes {
			isBehind := !b.isLabelled() && b.rows >= l.leastRows()/2
			if b.rows < l.wanted(b) && !isBehind && room >= labelType.line {
				b.rows++
				room -= labelType.line
				given = true
			}
		}
	}
	l.top = top + l.eraHeight()
	y, part := l.top, room/float64(max(len(l.lanes), 1))
	for _, b := range l.lanes {
		b.top = y
		height := l.mode.lane + float64(b.rows)*labelType.line + part
		foot := max(laneFoot, l.mode.lane/2) + min(part/3, 8)
		b.bottom = y + height
		b.y = math.Round(b.bottom - foot)
		y = b.bottom
	}
	l.bottom = math.Floor(y)
}

// leastRows is the smallest number of rows of the lanes with names that want more.
func (l *timelineLayout) leastRows() int {
	least := mostRows
	for _, b := range l.lanes {
		if b.isLabelled() && b.rows < l.wanted(b) {
			least = min(least, b.rows)
		}
	}
	return least
}

// eraBox is where a time of talks stands, and its name.
type eraBox struct {
	era   model.Era
	x0    float64
	x1    float64
	lines []string
	area  rect
}

// setEras places the times of talks that are seen, and the names of those that have room, the longest first.
func (l *timelineLayout) setEras(top float64) {
	for _, e := range l.chart.facts.eras {
		x0, x1 := l.axis.x(e.First), l.axis.x(e.Last.Add(dayLength))
		if x1 <= l.axis.x0 || x0 >= l.axis.x1 {
			continue
		}
		l.eras = append(l.eras, eraBox{era: e, x0: max(x0, l.axis.x0), x1: max(min(x1, l.axis.x1), x0+1)})
	}
	for i := range l.eras {
		e := &l.eras[i]
		l.nameEra(e, i, top)
	}
}

// nameEra names a time of talks: from its beginning on, as far as the next; at the right edge before its end.
func (l *timelineLayout) nameEra(e *eraBox, i int, top float64) {
	if l.mode.eraLines == 0 {
		return
	}
	left, right := l.axis.x0-2, l.axis.x1+markReach
	if i > 0 {
		left = max(l.eras[i-1].x1, l.eras[i-1].area.x1) + labelApart
	}
	if i+1 < len(l.eras) {
		right = l.eras[i+1].x0 - labelApart
	}
	name := l.chart.eraName(e.era)
	for n := 1; n <= l.mode.eraLines; n++ {
		lines := labelType.wrap(name, max(labelType.narrowest(name, n), 1))
		w := math.Ceil(labelType.widest(lines))
		for _, x0 := range []float64{e.x0 + eraPad, e.x1 - eraPad - w} {
			if len(lines) <= n && x0 >= left && x0+w <= right {
				e.lines = lines
				y0 := top + eraPad
				e.area = rect{x0, y0, x0 + w, y0 + float64(len(lines))*labelType.line}
				return
			}
		}
	}
}
