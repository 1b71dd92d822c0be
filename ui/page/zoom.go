package page

import (
	"math"
	"time"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/state"
)

// zoomer zooms and moves along the time axis of a page's chart.
type zoomer struct {
	axis func() *chart.TimeAxis // of the picture that is shown; nil for none
	now  func() state.Zoom      // what the state shows of it
	// show shows another part. Zooming from the whole is a step of the history, what follows is not.
	show func(z state.Zoom, isStep bool)

	exact exactZoom
}

// exactZoom is what is shown of a time axis, in days since the beginning of 1970. The state has it in whole days, in
// which a slow drag would not move.
type exactZoom struct {
	from, to float64
	rounded  state.Zoom // what the state has of it
}

// leastDays is how far the axis can be zoomed in.
const leastDays = 7

const secondsPerDay = 24 * 60 * 60

func dayOf(t time.Time) float64 { return float64(t.Unix()) / secondsPerDay }

func dateOf(day float64) model.Date {
	t := time.Unix(int64(math.Round(day))*secondsPerDay, 0).UTC()
	d, err := model.ParseDate(t.Format("2006-01-02"))
	if err != nil {
		return model.Date{} // a year beyond 9999
	}
	return d
}

// shown is what is shown of the axis, as exactly as it is known.
func (m *zoomer) shown(axis *chart.TimeAxis) exactZoom {
	switch z := m.now(); {
	case z == state.Zoom{}:
		return exactZoom{from: dayOf(axis.From), to: dayOf(axis.To)}
	case z == m.exact.rounded:
		return m.exact
	default:
		return exactZoom{from: dayOf(z.From.First()), to: dayOf(z.To.Last()), rounded: z}
	}
}

// by draws the axis larger, or smaller where factor is below 1. What stands at the part at of its width stays there.
func (m *zoomer) by(factor, at float64) {
	m.change(func(z exactZoom, whole exactZoom) exactZoom {
		width := min(max((z.to-z.from)/factor, leastDays), whole.to-whole.from)
		from := z.from + at*((z.to-z.from)-width)
		return exactZoom{from: from, to: from + width}
	})
}

// move moves along the axis, by a part of the width that is shown.
func (m *zoomer) move(by float64) {
	m.change(func(z exactZoom, _ exactZoom) exactZoom {
		days := by * (z.to - z.from)
		return exactZoom{from: z.from + days, to: z.to + days}
	})
}

// to looks closer at the days from one to another, with some room beside them; at least twice as close as now.
func (m *zoomer) to(from, to time.Time) {
	const room = 2
	m.change(func(z, _ exactZoom) exactZoom {
		first, last := dayOf(from), dayOf(to)+1
		width := max(min((last-first)*room, (z.to-z.from)/2), leastDays)
		middle := (first + last) / 2
		return exactZoom{from: middle - width/2, to: middle + width/2}
	})
}

// set shows the days from one to another.
func (m *zoomer) set(from, to time.Time) {
	m.show(state.Zoom{From: dateOf(dayOf(from)), To: dateOf(dayOf(to))}, true)
}

// isClosest reports whether the axis cannot be zoomed in on any further.
func (m *zoomer) isClosest() bool {
	axis := m.axis()
	if axis == nil {
		return true
	}
	z := m.shown(axis)
	return z.to-z.from <= leastDays+0.5
}

// whole shows the whole axis.
func (m *zoomer) whole() { m.show(state.Zoom{}, true) }

// change shows another part of the axis, within the whole.
func (m *zoomer) change(next func(z, whole exactZoom) exactZoom) {
	axis := m.axis()
	if axis == nil {
		return
	}
	whole := exactZoom{from: dayOf(axis.From), to: dayOf(axis.To)}
	z := next(m.shown(axis), whole)
	if shift := whole.from - z.from; shift > 0 {
		z.from, z.to = z.from+shift, z.to+shift
	}
	if shift := z.to - whole.to; shift > 0 {
		z.from, z.to = max(z.from-shift, whole.from), whole.to
	}
	if z.to-z.from < whole.to-whole.from-0.5 {
		z.rounded = state.Zoom{From: dateOf(z.from), To: dateOf(z.to)}
	}
	m.exact = z
	m.show(z.rounded, m.now() == state.Zoom{})
}
