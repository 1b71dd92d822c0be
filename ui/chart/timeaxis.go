package chart

import (
	"math"
	"time"

	"parley/model"
	"parley/ui/format"
)

// timeAxis maps days to places from left to right. A day has a width of its own: it begins where the day before ends.
type timeAxis struct {
	from, to time.Time // the first day that is drawn, and the day after the last
	x0, x1   float64
}

const dayLength = 24 * time.Hour

// x is where a day begins.
func (a timeAxis) x(day time.Time) float64 {
	return a.x0 + (a.x1-a.x0)*float64(day.Sub(a.from))/float64(a.to.Sub(a.from))
}

// middle is the middle of a day: where what took place on it stands.
func (a timeAxis) middle(day time.Time) float64 { return a.x(day.Add(dayLength / 2)) }

// shows reports whether a day lies on the axis.
func (a timeAxis) shows(day time.Time) bool { return !day.Before(a.from) && day.Before(a.to) }

// timeRange is the part of time that a chart is about: both days are in it.
type timeRange struct{ first, last time.Time }

// leastRange is the shortest range that is drawn: one day alone would be as wide as a picture.
const leastRange = 6 * dayLength

// include widens the range to hold a date.
func (r *timeRange) include(d model.Date) {
	if !d.IsZero() {
		r.includeDay(d.First())
		r.includeDay(d.Last())
	}
}

// includeDay widens the range to hold a day.
func (r *timeRange) includeDay(day time.Time) {
	if r.first.IsZero() || day.Before(r.first) {
		r.first = day
	}
	if day.After(r.last) {
		r.last = day
	}
}

// padded is the range with room at both ends, at least leastRange long.
func (r timeRange) padded() timeRange {
	room := max(r.last.Sub(r.first)/60, leastRange-r.last.Sub(r.first)).Truncate(dayLength)
	return timeRange{r.first.Add(-room / 2).Truncate(dayLength), r.last.Add(room - room/2).Truncate(dayLength)}
}

// seen is the part of the range that the options zoom to: all of it where they name none, or one that it does not hold.
func (r timeRange) seen(o Options) timeRange {
	part := r
	if !o.ViewFrom.IsZero() {
		part.first = o.ViewFrom.First()
	}
	if !o.ViewTo.IsZero() {
		part.last = o.ViewTo.Last()
	}
	if part.last.Before(part.first) {
		return r
	}
	return part
}

func (r timeRange) axis(x0, x1 float64) timeAxis {
	return timeAxis{from: r.first, to: r.last.Add(dayLength), x0: x0, x1: x1}
}

// calendarUnit is a unit of the calendar.
type calendarUnit int

const (
	dayUnit calendarUnit = iota
	monthUnit
	yearUnit
)

// tickStep is the distance of two ticks.
type tickStep struct {
	unit calendarUnit
	n    int
}

// tickSteps are the distances to choose from, the finest first. Days count from the first of their month.
var tickSteps = []tickStep{
	{dayUnit, 1},
	{dayUnit, 2},
	{dayUnit, 5},
	{dayUnit, 10},
	{monthUnit, 1},
	{monthUnit, 2},
	{monthUnit, 3},
	{monthUnit, 6},
	{yearUnit, 1},
	{yearUnit, 2},
	{yearUnit, 5},
	{yearUnit, 10},
	{yearUnit, 25},
	{yearUnit, 50},
	{yearUnit, 100},
	{yearUnit, 500},
	{yearUnit, 1000},
}

// timeTick is a tick with its words: a label that begins at it, and below that, where a longer unit begins, its name.
type timeTick struct {
	day          time.Time
	x            float64
	label, below string
	isBare       bool // a name without a tick: of the year that has begun before the axis
}

// The measures of a time axis.
const (
	tickHeight = 5.0
	tickGap    = 3.0  // between a tick and its label
	labelGap   = 10.0 // between two labels
)

// ticks are the ticks of the finest step whose labels do not touch each other.
func (a timeAxis) ticks(l *format.Locale) []timeTick {
	for _, step := range tickSteps {
		if a.most(step)*(labelType.width("0")+labelGap) > a.x1-a.x0 {
			continue // too many even of the narrowest labels: not worth making them
		}
		if ticks := a.ticksBy(step, l); fit(ticks) {
			return a.withFirstYear(a.withBelow(ticks, step, l), step, l)
		}
	}
	return nil
}

// most is about how many ticks of a step lie on the axis.
func (a timeAxis) most(s tickStep) float64 {
	length := map[calendarUnit]float64{dayUnit: 1, monthUnit: 30.4, yearUnit: 365.2}[s.unit] * float64(s.n)
	return a.to.Sub(a.from).Hours() / 24 / length
}

// ticksBy are the ticks of a step, with labels of their own unit.
func (a timeAxis) ticksBy(s tickStep, l *format.Locale) []timeTick {
	var list []timeTick
	for day := s.floor(a.from); day.Before(a.to); day = s.next(day) {
		if !day.Before(a.from) {
			list = append(list, timeTick{day: day, x: a.x(day), label: s.label(day, l)})
		}
	}
	return list
}

// floor is the last tick that is not after a day.
func (s tickStep) floor(day time.Time) time.Time {
	y, m, d := day.Date()
	switch s.unit {
	case yearUnit:
		return time.Date(y-y%s.n, 1, 1, 0, 0, 0, 0, time.UTC)
	case monthUnit:
		return time.Date(y, m-time.Month((int(m)-1)%s.n), 1, 0, 0, 0, 0, time.UTC)
	}
	tick := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	for next := s.next(tick); !next.After(time.Date(y, m, d, 0, 0, 0, 0, time.UTC)); next = s.next(tick) {
		tick = next
	}
	return tick
}

// next is the tick after a tick. Ticks of days begin anew with every month, and none stands right before its end.
func (s tickStep) next(day time.Time) time.Time {
	switch s.unit {
	case yearUnit:
		return day.AddDate(s.n, 0, 0)
	case monthUnit:
		return day.AddDate(0, s.n, 0)
	}
	next := day.AddDate(0, 0, s.n)
	first := time.Date(day.Year(), day.Month()+1, 1, 0, 0, 0, 0, time.UTC)
	if !next.Before(first) || s.n > 2 && first.Sub(next) < time.Duration(s.n)*dayLength/2 {
		return first
	}
	return next
}

func (s tickStep) label(day time.Time, l *format.Locale) string {
	switch s.unit {
	case yearUnit:
		return l.T("charttime.axis.year", "Year", day.Year())
	case monthUnit:
		return shortMonth(day, l)
	}
	return l.T("charttime.axis.day", "Day", day.Day())
}

// shortMonth is the name of a month, short: "Jun".
func shortMonth(day time.Time, l *format.Locale) string {
	return l.T("charttime.axis.month." + []string{
		"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
	}[day.Month()-1])
}

// longMonth is a month with its year: "Jun 2025".
func longMonth(day time.Time, l *format.Locale) string {
	return l.T("charttime.axis.monthyear", "Month", shortMonth(day, l), "Year", day.Year())
}

// fit reports whether no label touches the next one. One that would leave the axis at its end is left out later.
func fit(ticks []timeTick) bool {
	for i := 1; i < len(ticks); i++ {
		if ticks[i-1].x+labelType.width(ticks[i-1].label)+labelGap > ticks[i].x {
			return false
		}
	}
	return true
}

// withBelow adds the names of the longer units: the year below months, the month below days. The first tick has one in
// any case, unless the next would lie over it; labels that would leave the axis at its end go.
func (a timeAxis) withBelow(ticks []timeTick, s tickStep, l *format.Locale) []timeTick {
	name := func(time.Time) string { return "" }
	switch s.unit {
	case monthUnit:
		name = func(day time.Time) string { return l.T("charttime.axis.year", "Year", day.Year()) }
	case dayUnit:
		name = func(day time.Time) string { return longMonth(day, l) }
	}
	last, right := "", math.Inf(1)
	for i := len(ticks) - 1; i >= 0; i-- {
		t := &ticks[i]
		if t.x+labelType.width(t.label) > a.x1 {
			t.label = ""
		}
		below := name(t.day)
		isFirst := i == 0 || name(ticks[i-1].day) != below
		if !isFirst || below == last {
			continue
		}
		if w := labelType.width(below); t.x+w <= min(a.x1, right-labelGap) {
			t.below, last, right = below, below, t.x
		}
	}
	return ticks
}

// withFirstYear adds the name of the year at the beginning of an axis of years, if it has room before the first tick.
func (a timeAxis) withFirstYear(ticks []timeTick, s tickStep, l *format.Locale) []timeTick {
	if s.unit != yearUnit || s.n > 1 {
		return ticks
	}
	label := s.label(a.from, l)
	if len(ticks) > 0 && a.x0+tickGap+labelType.width(label)+labelGap > ticks[0].x {
		return ticks
	}
	return append([]timeTick{{day: a.from, x: a.x0, label: label, isBare: true}}, ticks...)
}

// ticksHeight is what ticks and their labels take below the axis.
func ticksHeight(ticks []timeTick) float64 {
	h := tickHeight + labelType.line
	for _, t := range ticks {
		if t.below != "" {
			return h + labelType.line
		}
	}
	return h
}

// drawTicks draws the ticks of an axis whose line is at top.
func drawTicks(s *scene, ticks []timeTick, top float64) {
	for _, t := range ticks {
		long := tickHeight
		if t.below != "" {
			long = tickHeight + labelType.line
		}
		x := math.Round(t.x)
		if !t.isBare {
			s.fill(rect{x, top, x + 1, top + long}, s.colours.Muted)
		}
		if t.label != "" {
			s.text(t.label, x+tickGap, top+tickHeight-1, labelType, s.colours.Muted)
		}
		if t.below != "" {
			s.text(t.below, x+tickGap, top+tickHeight-1+labelType.line, labelType, s.colours.Text)
		}
	}
}
