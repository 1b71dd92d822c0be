package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

// stepsOf writes a course as one line per step.
func stepsOf(c model.Course) []string {
	var lines []string
	for _, s := range c.Steps {
		line := fmt.Sprintf("%s: state %d", s.Exchange.Date, s.State)
		if s.State == model.Known || s.State == model.Bounded {
			line += fmt.Sprintf(", %d", s.Value)
		}
		if s.Low != s.High {
			line += fmt.Sprintf(" [%d-%d]", s.Low, s.High)
		}
		lines = append(lines, line+fmt.Sprintf(", sum %d", s.Sum))
	}
	return lines
}

func courseTo(t *testing.T, ds *model.Dataset, kind model.KindID, side model.SideID, from, to string) model.Course {
	t.Helper()
	for _, c := range ds.Courses(kind, dateOrNone(from), dateOrNone(to)) {
		if c.To == side {
			return c
		}
	}
	return model.Course{}
}

func dateOrNone(s string) model.Date {
	if s == "" {
		return model.Date{}
	}
	return model.MustDate(s)
}

func checkStrings(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestCourseAddsUpExactCountsOnly(t *testing.T) {
	c := courseTo(t, modeltest.Talks(), modeltest.Prisoners, modeltest.North, "", "")
	checkStrings(t, stepsOf(c), []string{
		"2025-03-19: state 1, 175, sum 175",
		"2025-05-23: state 1, 390, sum 565",
		"2025-05-24: state 1, 307, sum 872",
		"2025-05-25: state 1, 303 [300-303], sum 1175",
		"2025-06-09: state 0, sum 1175",
		"2025-06-20: state 1, 60, sum 1235",
		"2025-07-04: state 1, 100, sum 1335",
		"2025-08-14: state 1, 84, sum 1419",
		"2025-09: state 2, 50, sum 1419",
	})
	if c.Sum != 1419 || c.Low != 1416 || c.High != 1419 || c.Uncounted != 2 {
		t.Errorf("sum %d [%d-%d], %d uncounted; want 1419 [1416-1419], 2", c.Sum, c.Low, c.High, c.Uncounted)
	}
}

func TestCourseOfAPeriodBeginsAtZero(t *testing.T) {
	c := courseTo(t, modeltest.Talks(), modeltest.Prisoners, modeltest.South, "2025-06", "2025-08-14")
	checkStrings(t, stepsOf(c), []string{
		"2025-06-09: state 0, sum 0",
		"2025-06-20: state 1, 60, sum 60",
		"2025-07-04: state 1, 100, sum 160",
		"2025-08-14: state 1, 84, sum 244",
	})
}

// A step counts at the end of what its date may mean, so that the line never runs ahead.
func TestStepsStandAtTheEndOfTheirDates(t *testing.T) {
	f := modeltest.MinimalFacts()
	for i, date := range []string{"2025-03", "2025-03-10", "2025", "2025-03-20/2025-04-02", "2025-04-01"} {
		f.Exchanges = append(f.Exchanges, model.Exchange{
			ID: model.ExchangeID(fmt.Sprint("e", i)), Date: model.MustDate(date), Kind: modeltest.Prisoners,
			To: map[model.SideID]model.Figure{modeltest.North: exactly(10)},
		})
	}
	c := courseTo(t, model.New(f), modeltest.Prisoners, modeltest.North, "", "")
	checkStrings(t, stepsOf(c), []string{
		"2025-03-10: state 1, 10, sum 10",
		"2025-03: state 1, 10, sum 20",
		"2025-04-01: state 1, 10, sum 30",
		"2025-03-20/2025-04-02: state 1, 10, sum 40",
		"2025: state 1, 10, sum 50",
	})
	if got := c.Begins.Format("2006-01-02"); got != "2025-01-01" {
		t.Errorf("the course begins on %s, want the first day that a step may have been on", got)
	}
}

func exactly(n int) model.Figure {
	return model.Figure{Claims: []model.Claim{{Value: &n, Qualifier: model.Exact, By: "north"}}}
}

func TestOnlyTotalsOfTheSameScopeStandOnACourse(t *testing.T) {
	whole := model.Total{
		ID: "t", Kind: modeltest.Prisoners, Value: 100, Qualifier: model.Exact, To: modeltest.North, By: "north",
		Period: model.MustDate("2025-01-01/2025-06-30"), Sources: []model.SourceID{modeltest.MinimalFacts().Sources[0].ID},
	}
	for _, c := range []struct {
		name     string
		from, to string
		change   func(*model.Total)
		want     bool
	}{
		{name: "all of the kind since before the first exchange", want: true},
		{name: "at least", change: func(t *model.Total) { t.Qualifier = model.AtLeast }, want: true},
		{name: "another side", change: func(t *model.Total) { t.To = modeltest.South }},
		{name: "all sides together", change: func(t *model.Total) { t.To = "" }},
		{name: "another kind", change: func(t *model.Total) { t.Kind = modeltest.Bodies }},
		{name: "a number of exchanges", change: func(t *model.Total) { t.Unit = "exchanges" }},
		{name: "a scope that no days describe", change: func(t *model.Total) { t.Period = model.Date{} }},
		{name: "all for all", change: func(t *model.Total) { t.Qualifier = model.AllForAll }},
		{
			name:   "since after the first exchange",
			change: func(t *model.Total) { t.Period = model.MustDate("2025-02-11/2025-06-30") },
		},
		{
			name: "since the first exchange that the filter leaves", from: "2025-03-01",
			change: func(t *model.Total) { t.Period = model.MustDate("2025-02-11/2025-06-30") }, want: true,
		},
		{name: "the filter leaves out an exchange that it counts", from: "2025-03-01"},
		{name: "the filter leaves out a later exchange that it counts", to: "2025-05-01"},
		{
			name: "until before the first exchange that the filter leaves out", to: "2025-05-01",
			change: func(t *model.Total) { t.Period = model.MustDate("2025-01-01/2025-04-30") }, want: true,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := modeltest.MinimalFacts()
			for _, day := range []string{"2025-02-10", "2025-04-10", "2025-06-10"} {
				f.Exchanges = append(f.Exchanges, model.Exchange{
					ID: model.ExchangeID(day), Date: model.MustDate(day), Kind: modeltest.Prisoners,
					To: map[model.SideID]model.Figure{modeltest.North: exactly(10)},
				})
			}
			total := whole
			if c.change != nil {
				c.change(&total)
			}
			f.Totals = []model.Total{total}
			course := courseTo(t, model.New(f), modeltest.Prisoners, modeltest.North, c.from, c.to)
			if got := len(course.Totals) == 1; got != c.want {
				t.Errorf("drawn: %v, want %v", got, c.want)
			}
		})
	}
}

func TestATotalOfWeakSourcesIsNotDrawn(t *testing.T) {
	f := modeltest.TalksFacts()
	var weak model.SourceID
	for _, s := range f.Sources {
		if s.Weak {
			weak = s.ID
		}
	}
	f.Totals = []model.Total{{
		ID: "t", Kind: modeltest.Prisoners, Value: 1, Qualifier: model.Exact, To: modeltest.North,
		Period: model.MustDate("2025-01-01/2025-12-31"), Sources: []model.SourceID{weak},
	}}
	if c := courseTo(t, model.New(f), modeltest.Prisoners, modeltest.North, "", ""); weak == "" || len(c.Totals) > 0 {
		t.Errorf("a total that rests on %q alone is drawn", weak)
	}
}
