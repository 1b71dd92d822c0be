package format

import (
	"strconv"
	"time"

	"parley/model"
)

// Date writes a date in words: "23 May 2025", "May 2025", "16–17 May 2025"; "" for no date.
func (l *Locale) Date(d model.Date) string {
	words := l.dateWords(d)
	if words == "" {
		return ""
	}
	if d.Approximate() {
		words = l.T("date.about", "Date", words)
	}
	if d.Uncertain() {
		words = l.T("date.uncertain", "Date", words)
	}
	return words
}

func (l *Locale) dateWords(d model.Date) string {
	switch d.Precision() {
	case model.Day:
		return l.Day(d.First())
	case model.Month:
		return l.month(d.First())
	case model.Year:
		return strconv.Itoa(d.First().Year())
	case model.Span:
		if from, to := d.Ends(); from.Precision() != model.Day || to.Precision() != model.Day {
			return l.T("date.span", "First", l.dateWords(from), "Last", l.dateWords(to))
		}
		return l.span(d.First(), d.Last())
	}
	return ""
}

// Day writes a day: "23 May 2025".
func (l *Locale) Day(t time.Time) string {
	return l.T("date.day", "Day", t.Day(), "Month", l.T(monthKey("date.month.of.", t)), "Year", t.Year())
}

// ShortDay writes a day without its year: "23 May".
func (l *Locale) ShortDay(t time.Time) string {
	return l.T("date.short", "Day", t.Day(), "Month", l.T(monthKey("date.month.of.", t)))
}

func (l *Locale) month(t time.Time) string {
	return l.T("date.month", "Month", l.T(monthKey("date.month.", t)), "Year", t.Year())
}

func (l *Locale) span(first, last time.Time) string {
	switch {
	case first.Year() != last.Year():
		return l.T("date.span", "First", l.Day(first), "Last", l.Day(last))
	case first.Month() != last.Month():
		return l.T("date.span", "First", l.ShortDay(first), "Last", l.Day(last))
	}
	return l.T("date.days", "First", first.Day(), "Last", l.Day(last))
}

func monthKey(prefix string, t time.Time) string { return prefix + strconv.Itoa(int(t.Month())) }
