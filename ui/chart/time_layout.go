package chart

import (
	"cmp"
	"math"
	"slices"
	"time"

	"parley/model"
	"parley/ui/format"
	"parley/ui/palette"
)

// timeMode is how much room the words of a chart over time are given. The chart takes the first in which all finds its
// place.
type timeMode struct {
	nameRows int     // lines of names of rounds over the drawing
	lines    int     // lines of the words at the end of a step line
	minPlot  float64 // the least height from the axis to its highest tick
}

var timeModes = []timeMode{
	{nameRows: 4, lines: 3, minPlot: 220},
	{nameRows: 3, lines: 3, minPlot: 150},
	{nameRows: 2, lines: 3, minPlot: 104},
	{nameRows: 1, lines: 2, minPlot: 76},
	{nameRows: 0, lines: 1, minPlot: leastPlot},
}

// The measures of the chart over time.
const (
	timeHead   = 14.0  // over the highest tick, for labels
	endGap     = 8.0   // between the end of a line and its words
	maxEnd     = 150.0 // the greatest width of these words
	endsShare  = 0.7   // of the drawing's height, for words of several lines: more would stand far from their lines
	lineWidth  = 2.0
	pinHeight  = 7.0  // of the mark of a round, below the axis
	tickReach  = 5.0  // a total's tick reaches so far to either side
	timeShare  = 0.42 // of the picture's height, from the axis to its highest tick, if notes can make room
	touchReach = 4.0  // what can be pointed at reaches so far around what is drawn
)

// timeLayout is one attempt to place the chart.
type timeLayout struct {
	chart  Time
	mode   timeMode
	scene  *scene
	locale *format.Locale

	plot     rect // the step lines stand in it, from the axis to the top of the labels
	gutter   float64
	axis     axis
	time     timeAxis
	ends     []*endLabel
	paths    []stepPath
	names    []placedName
	placer   *placer
	numbers  []rect // of totals
	pointers []pointer
}

// pointer is a mark with what orders it among others.
type pointer struct {
	area  rect
	mark  Mark
	order float64 // marks are walked through from left to right
}

// scene places everything, in the first mode in which everything finds its place.
func (t Time) scene(size Size, theme palette.Theme) (*scene, error) {
	chart, missing := t.cleaned(), 0.0
	for _, m := range timeModes {
		l := &timeLayout{chart: chart, mode: m, scene: &scene{colours: palette.Of(theme)}, locale: format.In(t.Lang)}
		lacks := l.place(float64(size.Width), float64(size.Height))
		if lacks <= 0 {
			return l.scene, nil
		}
		missing = lacks
	}
	return nil, &SizeError{Size: size, Fault: NoRoom, Height: size.Height + int(math.Ceil(missing))}
}

// place lays the chart out; it returns the height that the drawing lacks.
func (l *timeLayout) place(width, height float64) (lacks float64) {
	if l.chart.Empty != "" {
		plot := l.chart.Frame.layout(l.scene, width, height, height*plotShare)
		l.chart.emptyPlot(l.scene, plot)
		return leastPlot - plot.height()
	}
	highest := l.highest()
	l.gutter = gutterOf(highest, l.locale)
	l.setEnds(width)
	right := width - margin - l.endsWidth()
	l.time = l.chart.view.axis(margin+l.gutter+axisGap, right)
	ticks := l.time.ticks(l.locale)
	below := pinHeight + ticksHeight(ticks)
	l.setNames(width - margin) // over the words at the ends of the lines there is room
	above := timeHead + l.namesHeight()
	plot := l.frame().layout(l.scene, width, height, above+below+max(height*timeShare, l.mode.minPlot))
	if lacks = above + below + l.mode.minPlot - plot.height(); lacks > 0 {
		return lacks
	}
	l.plot = rect{l.time.x0, plot.y0 + l.namesHeight(), right, math.Floor(plot.y1 - below)}
	l.axis = newAxis(highest, l.plot.y1, l.plot.y0+timeHead)
	if !l.spreadEnds() {
		return 1 // not a matter of height: the next mode has fewer lines
	}
	l.draw(plot.y0, ticks)
	return 0
}

// gutterOf is the width of the axis' widest number, at a height that stands for all.
func gutterOf(highest int, l *format.Locale) float64 {
	return math.Ceil(labelType.width(axisNumber(newAxis(highest, 240, 0).top, l)))
}

func axisNumber(v float64, l *format.Locale) string { return l.Number(int(min(v, math.MaxInt64/2))) }

// frame is the chart's frame with what this mode has to explain.
func (l *timeLayout) frame() Frame {
	f := l.chart.Frame
	if n := l.unnamed(); n > 0 {
		f.Notes = slices.Concat([]Note{{
			Text: l.locale.N("charttime.note.unnamed", n), Short: l.locale.N("charttime.note.unnamed", n),
		}}, f.Notes)
	}
	if l.atLeastDrawn() {
		f.Legend = append(slices.Clone(f.Legend), LegendEntry{
			Symbol: Caption, Place: NoSide, Text: l.locale.T("chart.legend.short." + string(model.AtLeast)),
		})
	}
	return f
}

// atLeastDrawn reports whether a number is written in its short form, "7,000+".
func (l *timeLayout) atLeastDrawn() bool {
	for _, line := range l.chart.Lines {
		for _, t := range line.Totals {
			if t.Qualifier == model.AtLeast && l.time.shows(t.Period.Last()) {
				return true
			}
		}
	}
	return l.mode.lines == 1
}

// highest is the highest number in the part of time that is drawn.
func (l *timeLayout) highest() int {
	n := 0
	for _, line := range l.chart.Lines {
		n = max(n, line.sumAt(l.chart.view))
		for _, t := range line.Totals {
			if day := t.Period.Last(); !day.Before(l.chart.view.first) && !day.After(l.chart.view.last) {
				n = max(n, t.Value)
			}
		}
	}
	return n
}

// sumAt is the sum at the end of a range.
func (l TimeLine) sumAt(r timeRange) int {
	if i := l.stepsUpTo(r); i > 0 {
		return l.Steps[i-1].Sum
	}
	return 0
}

// upTo is the line as far as it is drawn in a range.
func (l TimeLine) upTo(r timeRange) TimeLine {
	l.Sum, l.Steps = l.sumAt(r), l.Steps[:l.stepsUpTo(r)]
	l.Uncounted = 0
	for _, s := range l.Steps {
		if s.State != model.Known {
			l.Uncounted++
		}
	}
	l.Totals = slices.DeleteFunc(slices.Clone(l.Totals), func(t *model.Total) bool { return t.Period.Last().After(r.last) })
	return l
}

// stepsUpTo is how many steps lie before or in a range.
func (l TimeLine) stepsUpTo(r timeRange) int {
	i, _ := slices.BinarySearchFunc(l.Steps, r.last, func(s model.Step, last time.Time) int {
		if s.Day().After(last) {
			return 1
		}
		return -1
	})
	return i
}

// endLabel is what stands at the end of a step line: how much, and to whom.
type endLabel struct {
	line  *TimeLine
	words []string
	y     float64 // where the line ends
	top   float64
}

func (e endLabel) height() float64 { return float64(len(e.words)) * labelType.line }

// setEnds words the ends of the lines.
func (l *timeLayout) setEnds(width float64) {
	for i := range l.chart.Lines {
		line := &l.chart.Lines[i]
		sum := line.sumAt(l.chart.view)
		e := &endLabel{line: line}
		if l.mode.lines == 1 {
			short := l.locale.T("chart.short."+string(model.AtLeast), "N", l.locale.Number(sum))
			e.words = labelType.clamp(l.locale.T("charttime.end", "Side", line.Name, "Sum", short), width*shortShare, 1)
		} else {
			e.words = append(labelType.clamp(l.locale.Qualified(sum, model.AtLeast), maxEnd, 1),
				labelType.clamp(l.locale.T("charttime.to", "Side", line.Name), maxEnd, l.mode.lines-1)...)
			if l.chart.view.last.Before(l.chart.whole.last) { // the line goes on
				until := l.locale.T("charttime.until", "Date", l.locale.Day(l.chart.view.last))
				e.words = append(e.words, labelType.clamp(until, maxEnd, 2)...)
			}
		}
		l.ends = append(l.ends, e)
	}
}

func (l *timeLayout) endsWidth() float64 {
	w := 0.0
	for _, e := range l.ends {
		w = max(w, labelType.widest(e.words))
	}
	return math.Ceil(w) + endGap + 2
}

// spreadEnds gives the words at the ends their heights, none over another, each as near to its line as can be; it
// reports whether there is room for all.
func (l *timeLayout) spreadEnds() bool {
	sum := 0.0
	for _, e := range l.ends {
		e.y = l.axis.y(e.line.sumAt(l.chart.view))
		e.top = e.y - labelType.line/2
		sum += e.height()
	}
	top, bottom := l.plot.y0, l.plot.y1+labelType.line/2
	if room := bottom - top; sum > room || sum > endsShare*room && l.mode.lines > 1 {
		return false
	}
	slices.SortStableFunc(l.ends, func(a, b *endLabel) int {
		return cmp.Compare(b.line.sumAt(l.chart.view), a.line.sumAt(l.chart.view))
	})
	for i, e := range l.ends {
		e.top = max(e.top, top)
		if i > 0 {
			e.top = max(e.top, l.ends[i-1].top+l.ends[i-1].height())
		}
	}
	for i := len(l.ends) - 1; i >= 0; i-- {
		e := l.ends[i]
		e.top = min(e.top, bottom-e.height())
		bottom = e.top
	}
	return true
}
