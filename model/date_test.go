package model_test

import (
	"slices"
	"strings"
	"testing"

	"parley/model"
)

func TestParseDate(t *testing.T) {
	for _, test := range []struct {
		text        string
		first, last string
		precision   model.Precision
		approximate bool
		uncertain   bool
	}{
		{"2025-05-23", "2025-05-23", "2025-05-23", model.Day, false, false},
		{"2024-02-29", "2024-02-29", "2024-02-29", model.Day, false, false},
		{"2025-05", "2025-05-01", "2025-05-31", model.Month, false, false},
		{"2024-02", "2024-02-01", "2024-02-29", model.Month, false, false},
		{"2025", "2025-01-01", "2025-12-31", model.Year, false, false},
		{"2025-06~", "2025-06-01", "2025-06-30", model.Month, true, false},
		{"2025-06-09?", "2025-06-09", "2025-06-09", model.Day, false, true},
		{"2025%", "2025-01-01", "2025-12-31", model.Year, true, true},
		{"2025-05-23/2025-05-25", "2025-05-23", "2025-05-25", model.Span, false, false},
		{"2025-05/2025-06-02", "2025-05-01", "2025-06-02", model.Span, false, false},
		{"2025-05~/2025-06?", "2025-05-01", "2025-06-30", model.Span, true, true},
		{"2025-05-23/2025-05", "2025-05-23", "2025-05-31", model.Span, false, false},
	} {
		d, err := model.ParseDate(test.text)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if got := d.First().Format("2006-01-02"); got != test.first {
			t.Errorf("%s: begins %s, want %s", test.text, got, test.first)
		}
		if got := d.Last().Format("2006-01-02"); got != test.last {
			t.Errorf("%s: ends %s, want %s", test.text, got, test.last)
		}
		if d.Precision() != test.precision || d.Approximate() != test.approximate || d.Uncertain() != test.uncertain {
			t.Errorf("%s: precision %v, approximate %v, uncertain %v", test.text, d.Precision(), d.Approximate(), d.Uncertain())
		}
		if d.String() != test.text || d.IsZero() {
			t.Errorf("%s: written as %q, zero %v", test.text, d, d.IsZero())
		}
	}
}

func TestParseDateRefusesWhatIsNoDate(t *testing.T) {
	for text, want := range map[string]string{
		"":                           "is no date",
		"yesterday":                  "is no date",
		"23 May 2025":                "is no date",
		"25-05-23":                   "is no date",
		"2025-5-23":                  "is no date",
		"2025-05-23-01":              "is no date",
		"2025-05-23T12:00:00":        "is no date",
		"2025/":                      "is no date",
		"2025-05/..":                 "is no date",
		"2025-05-23/2025-05-24/2025": "is no date",
		"+025-05-23":                 "is no date",
		"2025-+5":                    "is no date",
		"2025~~":                     "is no date",
		"2025-13":                    "there is no day",
		"2025-00":                    "there is no day",
		"2025-02-29":                 "there is no day",
		"2025-06-31":                 "there is no day",
		"2025-05-23/2025-05-22":      "ends before it begins",
		"2025-06/2025-05":            "ends before it begins",
	} {
		if d, err := model.ParseDate(text); err == nil || !strings.Contains(err.Error(), want) || !d.IsZero() {
			t.Errorf("%q: got %v, %v; want an error that says %q", text, d, err, want)
		}
	}
}

func TestDatesAreOrderedByFirstThenLastDay(t *testing.T) {
	want := []string{
		"2024-12-31", "2025-05-01", "2025-05-01?", "2025-05", "2025-05-23", "2025-05-23/2025-05-25", "2025-05-24",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, func(a, b string) int { return model.MustDate(a).Compare(model.MustDate(b)) })
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestMustDatePanicsOnAMistakeInCode(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	model.MustDate("soon")
}

func TestASpanHasTwoEnds(t *testing.T) {
	from, to := model.MustDate("2025-05~/2025-07-01").Ends()
	if from.String() != "2025-05~" || from.Precision() != model.Month || !from.Approximate() || to.String() != "2025-07-01" {
		t.Errorf("the ends are %s and %s", from, to)
	}
	day := model.MustDate("2025-05-23")
	if from, to := day.Ends(); from != day || to != day {
		t.Errorf("the ends of a day are %s and %s", from, to)
	}
}
