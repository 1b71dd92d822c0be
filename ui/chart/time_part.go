package chart

import (
	"slices"

	"parley/model"
)

// What a chart over time says of itself is about what it draws: the sides that are switched on, in the part of time that
// is zoomed to. Its sums begin with the first exchange all the same.

// timePart is the part of time that is drawn.
type timePart struct {
	timeRange
	isAll bool
}

func partOf(whole, view timeRange) timePart { return timePart{view, whole == view} }

// touches reports whether a date lies in the part, or may lie in it.
func (p timePart) touches(d model.Date) bool {
	return p.isAll || !d.Last().Before(p.first) && !d.First().After(p.last)
}

// of are the courses with those of their steps that lie in the part.
func (p timePart) of(courses []model.Course) []model.Course {
	if p.isAll {
		return courses
	}
	seen := slices.Clone(courses)
	for i := range seen {
		seen[i].Steps = p.steps(seen[i].Steps)
	}
	return seen
}

func (p timePart) steps(all []model.Step) []model.Step {
	if p.isAll {
		return all
	}
	var list []model.Step
	for _, s := range all {
		if p.touches(s.Exchange.Date) {
			list = append(list, s)
		}
	}
	return list
}

// wherePart is "Russia–Ukraine talks: 1 March 2022 – June 2026.": from the first exchange to the last, or the part of the axis
// that is drawn, and that nothing took place in it.
func (q question) wherePart(p timePart, seen []model.Course) string {
	if p.isAll {
		return q.wherePeriod(seen)
	}
	words := ended(q.l.T("charttime.whereperiod", "Where", q.where(), "Period", q.l.Date(p.date())))
	if !slices.ContainsFunc(seen, func(c model.Course) bool { return len(c.Steps) > 0 }) {
		words += " " + q.l.T("chartpart.nothing")
	}
	return words
}

// hollow is the key of what is said of exchanges that have no number: they are hollow marks, unless these are switched off.
func (q question) hollow(drawn, notDrawn string) string {
	if q.without(unknownSeries) {
		return notDrawn
	}
	return drawn
}
