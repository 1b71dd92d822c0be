package notepaper

import (
	"errors"
	"strings"

	"parley/model/annotation"
	"parley/model/notefile"
	"parley/ui/format"
)

// Reason says why a file of notes was not read, in a part of a sentence.
func Reason(l *format.Locale, err error) string {
	for _, r := range []struct {
		cause error
		key   string
	}{
		{annotation.ErrNotUTF8, "notepaper.why.notutf8"},
		{annotation.ErrNotJSON, "notepaper.why.notjson"},
		{annotation.ErrNoCollection, "notepaper.why.nonotes"},
		{annotation.ErrElsewhere, "notepaper.why.elsewhere"},
		{annotation.ErrTooMany, "notepaper.why.toomany"},
	} {
		if errors.Is(err, r.cause) {
			return l.T(r.key)
		}
	}
	return l.Reason(err, "")
}

// Arrived says what notes that were taken in are to those here: "2 imported, 1 already here, 1 in conflict",
// and what of the file is no note that can be taken in.
func Arrived(l *format.Locale, a notefile.Arrivals, placed annotation.Placed, bad int) string {
	return withRest(l, l.T("notepaper.arrived", "New", l.Number(a.New), "Here", l.Number(a.Here), "Conflicts", l.Number(a.Conflicts)), placed, bad+a.Unfit)
}

// Arrives says the same of notes before they are taken in.
func Arrives(l *format.Locale, a notefile.Arrivals, placed annotation.Placed, bad int) string {
	return withRest(l, l.T("notepaper.arrives", "New", l.Number(a.New), "Here", l.Number(a.Here), "Conflicts", l.Number(a.Conflicts)), placed, bad)
}

func withRest(l *format.Locale, words string, placed annotation.Placed, bad int) string {
	for _, rest := range []struct {
		key string
		n   int
	}{
		{"notepaper.foreign", placed.Foreign}, {"notepaper.nowhere", placed.Nowhere}, {"notepaper.bad", bad},
	} {
		if rest.n > 0 {
			words += "\n" + l.N(rest.key, rest.n)
		}
	}
	return words
}

// Lost says what of the notes could not be read.
func Lost(l *format.Locale, d notefile.Damage) string {
	var parts []string
	for _, p := range []struct {
		key string
		n   int
	}{
		{"notes.damage.lines", d.Lines},
		{"notes.damage.missing", d.Missing},
		{"notes.damage.newer", d.Newer},
		{"notes.damage.foreign", d.Foreign},
		{"notes.damage.files", d.Unreadable},
	} {
		if p.n > 0 {
			parts = append(parts, l.N(p.key, p.n))
		}
	}
	return l.T("notepaper.lost", "What", l.List(parts), "Files", strings.Join(d.Files, ", "))
}
