package model

import (
	"slices"
	"sync"
	"time"
)

// Course is what one side received of a kind over time, exchange by exchange. Its sum is a minimum: an exchange without
// an exact published count adds nothing to it and is a step all the same, for it took place (design, section 2).
type Course struct {
	To        SideID
	Steps     []Step    // by the day on which they count, see [Step.Day]
	Begins    time.Time // the first day that a step may have been on
	Sum       int       // of the published counts
	Low, High int       // sums of the lowest and of the highest published figures of the exchanges in Sum
	Uncounted int       // steps that add nothing
	// Totals are those that officials published of the same scope, by the last day that they count. A total of another
	// scope (a calendar year, one agreement, soldiers only) is never set beside a sum of ours.
	Totals []*Total
}

// Step is one exchange of a Course.
type Step struct {
	Exchange *Exchange
	State    State // Known adds Value to the sum; all others add nothing
	Value    int   // meaningful for Known and Bounded
	// Low and High are the range of published figures: both Value where there is a single one.
	Low, High int
	Sum       int // of the published counts up to and with this exchange
	// HasAdditional reports whether people were handed over besides the count.
	HasAdditional bool
}

// Day is the day on which an exchange counts: the last that its date may mean, so that a sum never runs ahead of what is
// known.
func (s Step) Day() time.Time { return s.Exchange.Date.Last() }

// Courses follows a kind through the exchanges in a period (a zero from or to: without an end), for every side that
// received any, in the order of the file. The caller must not change the steps. The first question about a kind takes
// time in proportion to the exchanges of the dataset; the answer is kept, so that the next ones only add up.
func (ds *Dataset) Courses(kind KindID, from, to Date) []Course {
	var list []Course
	for _, whole := range ds.courses.of(ds, kind) {
		c, before, after := whole.within(from, to)
		if len(c.Steps) > 0 {
			c.Totals = ds.totalsOn(c, kind, before, after)
			list = append(list, c)
		}
	}
	return list
}

// courseIndex keeps the courses of the kinds that were asked for, over all of time.
type courseIndex struct {
	sync.Mutex
	byKind map[KindID][]Course
}

func (i *courseIndex) of(ds *Dataset, kind KindID) []Course {
	i.Lock()
	defer i.Unlock()
	list, ok := i.byKind[kind]
	if !ok {
		list = ds.coursesOf(kind)
		if i.byKind == nil {
			i.byKind = map[KindID][]Course{}
		}
		i.byKind[kind] = list
	}
	return list
}

// coursesOf makes the courses of a kind over all of time, one for each side.
func (ds *Dataset) coursesOf(kind KindID) []Course {
	n := 0
	for _, e := range ds.exchanges {
		if e.Kind == kind {
			n++
		}
	}
	list := make([]Course, len(ds.facts.Sides))
	for i, side := range ds.facts.Sides {
		c := Course{To: side.ID, Steps: make([]Step, 0, n)}
		for _, e := range ds.exchanges {
			if e.Kind != kind {
				continue
			}
			if f, ok := e.To[side.ID]; ok {
				step := stepOf(e, f.Received(side.ID))
				step.HasAdditional = len(f.Additional) > 0
				c.Steps = append(c.Steps, step)
			}
		}
		byDay := func(a, b Step) int { return a.Day().Compare(b.Day()) }
		if !slices.IsSortedFunc(c.Steps, byDay) { // a date that means several days counts at its end
			slices.SortStableFunc(c.Steps, byDay)
		}
		c.addUp()
		list[i] = c
	}
	return list
}

// within is the part of a course in a period, added up anew. Before and after are the days of the exchanges next to it
// that it leaves out; zero for none.
func (c Course) within(from, to Date) (part Course, before, after time.Time) {
	if from.IsZero() && to.IsZero() {
		return c, before, after
	}
	part = Course{To: c.To, Steps: make([]Step, 0, len(c.Steps))}
	for _, s := range c.Steps {
		d := s.Exchange.Date
		switch {
		case d.Within(from, to):
			part.Steps = append(part.Steps, s)
		case !from.IsZero() && d.Last().Before(from.First()):
			before = latest(before, d.Last())
		default:
			after = earliest(after, d.First())
		}
	}
	part.addUp()
	return part, before, after
}

// totalsOn are the totals of a course's scope, by the last day that they count.
func (ds *Dataset) totalsOn(c Course, kind KindID, before, after time.Time) []*Total {
	var list []*Total
	for i := range ds.facts.Totals {
		t := &ds.facts.Totals[i]
		if t.Kind == kind && t.To == c.To && t.IsCount() && covers(t.Period, c.Begins, before, after) && !ds.isWeak(t.Sources) {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b *Total) int { return a.Period.Last().Compare(b.Period.Last()) })
	return list
}

// Within reports whether d lies, at least in part, in a period; a zero from or to is no end.
func (d Date) Within(from, to Date) bool {
	if !from.IsZero() && d.Last().Before(from.First()) {
		return false
	}
	return to.IsZero() || !d.First().After(to.Last())
}

func stepOf(e *Exchange, a Amount) Step {
	s := Step{Exchange: e, State: a.State, Value: a.Value, Low: a.Value, High: a.Value}
	if a.HasRange {
		s.Low, s.High = a.Low, a.High
	}
	return s
}

// addUp fills in the sums, and the first day.
func (c *Course) addUp() {
	for i := range c.Steps {
		s := &c.Steps[i]
		c.Begins = earliest(c.Begins, s.Exchange.Date.First())
		if s.State == Known {
			c.Sum, c.Low, c.High = c.Sum+s.Value, c.Low+s.Low, c.High+s.High
		} else {
			c.Uncounted++
		}
		s.Sum = c.Sum
	}
}

// IsCount reports whether the total is a number of people or bodies, and not of exchanges or stages.
func (t *Total) IsCount() bool {
	return t.Unit == "" && (t.Qualifier == "" || t.Qualifier.Counts())
}

// covers reports whether a total over a period counts what a course counts up to the period's last day: the period is
// known, no step of the course lies before it, and no exchange in it was left out of the course. Begins is the first
// step's day; before and after are the days of the exchanges next to the course that were left out, zero for none.
func covers(period Date, begins, before, after time.Time) bool {
	first, last := period.First(), period.Last()
	switch {
	case period.IsZero() || begins.Before(first):
		return false
	case !before.IsZero() && !before.Before(first):
		return false
	}
	return after.IsZero() || after.After(last)
}

// isWeak reports whether all of the sources are weak.
func (ds *Dataset) isWeak(ids []SourceID) bool {
	for _, id := range ids {
		if s := ds.source[id]; s == nil || !s.Weak {
			return false
		}
	}
	return len(ids) > 0
}

// latest and earliest take a zero time for none.
func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

func earliest(a, b time.Time) time.Time {
	if a.IsZero() || b.Before(a) {
		return b
	}
	return a
}
