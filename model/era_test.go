package model_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
)

func TestErasAreRoundsHeldNoMoreThanThreeMonthsApart(t *testing.T) {
	round := func(date, place string, kind model.RoundKind, status model.RoundStatus) model.Round {
		r := model.Round{ID: model.RoundID(date), Place: model.PlaceID(place), Kind: kind, Status: status}
		if date != "" {
			r.Date = model.MustDate(date)
		}
		return r
	}
	held := func(date, place string) model.Round { return round(date, place, model.Negotiation, model.Held) }
	for name, c := range map[string]struct {
		rounds []model.Round
		want   string
	}{
		"none":                {nil, ""},
		"one":                 {[]model.Round{held("2025-05-16", "x")}, "2025-05-16..2025-05-16 x 1"},
		"without a date":      {[]model.Round{held("", "x")}, ""},
		"92 days":             {[]model.Round{held("2025-07-01", "x"), held("2025-10-01", "x")}, "2025-07-01..2025-10-01 x 2"},
		"93 days":             {[]model.Round{held("2025-07-01", "x"), held("2025-10-02", "y")}, "2025-07-01..2025-07-01 x 1; 2025-10-02..2025-10-02 y 1"},
		"places":              {[]model.Round{held("2025-05-16", "x"), held("2025-06-02", "y")}, "2025-05-16..2025-06-02  2"},
		"from the last day":   {[]model.Round{held("2025-01-01/2025-03-01", "x"), held("2025-06-01", "x")}, "2025-01-01..2025-06-01 x 2"},
		"one within another":  {[]model.Round{held("2025-01", "x"), held("2025-01-05", "x")}, "2025-01-01..2025-01-31 x 2"},
		"only reported":       {[]model.Round{round("2025-05-16", "x", model.Negotiation, model.Reported)}, ""},
		"postponed":           {[]model.Round{round("2025-05-16", "x", model.Negotiation, model.Postponed)}, ""},
		"consultations":       {[]model.Round{held("2025-01-01", "x"), round("2025-03-01", "x", model.Consultation, model.Held), held("2025-05-01", "x")}, "2025-01-01..2025-01-01 x 1; 2025-05-01..2025-05-01 x 1"},
		"not in their order":  {[]model.Round{held("2025-06-02", "x"), held("2025-05-16", "x")}, "2025-05-16..2025-06-02 x 2"},
		"a round of one year": {[]model.Round{held("2025", "x"), held("2025-02-01", "x"), held("2026-01-01", "x")}, "2025-01-01..2026-01-01 x 3"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := spelt(model.New(model.Facts{Rounds: c.rounds}).Eras()); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func spelt(eras []model.Era) string {
	var parts []string
	for _, e := range eras {
		const day = "2006-01-02"
		parts = append(parts, fmt.Sprintf("%s..%s %s %d", e.First.Format(day), e.Last.Format(day), e.Place(), len(e.Rounds)))
	}
	return strings.Join(parts, "; ")
}

func TestTheTalksHaveThreeEras(t *testing.T) {
	ds, problems := datafile.Read("talks.json", data.Talks)
	if ds == nil {
		t.Fatal(problems.Err())
	}
	want := "2022-02-28..2022-03-29  6; 2025-05-16..2025-07-23 istanbul 3; 2026-01-23..2026-02-18  3"
	if got := spelt(ds.Eras()); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
