package model

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a day, a month, a year or a span of them, perhaps uncertain: Extended Date/Time Format, level 1
// (Library of Congress, https://www.loc.gov/standards/datetime/). The zero Date is "no date".
type Date struct {
	text        string
	first, last time.Time
	precision   Precision
	approximate bool
	uncertain   bool
}

// Precision says how exactly a date is known.
type Precision int

// A date is known to the day, the month or the year, or it is a span from one date to another.
const (
	NoDate Precision = iota
	Day
	Month
	Year
	Span
)

// ParseDate reads a date in EDTF: "2025-05-23", "2025-05", "2025", with a final "~" (approximate), "?" (uncertain) or "%"
// (both), or two of them with "/" between. A day that does not exist and a span that runs backwards are errors.
func ParseDate(s string) (Date, error) {
	from, to, isSpan := strings.Cut(s, "/")
	if !isSpan {
		return parseSingleDate(s)
	}
	a, err := parseSingleDate(from)
	if err != nil {
		return Date{}, err
	}
	b, err := parseSingleDate(to)
	if err != nil {
		return Date{}, err
	}
	if b.last.Before(a.first) {
		return Date{}, fmt.Errorf("the span %q ends before it begins", s)
	}
	return Date{
		text: s, first: a.first, last: b.last, precision: Span,
		approximate: a.approximate || b.approximate, uncertain: a.uncertain || b.uncertain,
	}, nil
}

func parseSingleDate(s string) (Date, error) {
	d := Date{text: s}
	body := s
	if n := len(body); n > 0 {
		switch body[n-1] {
		case '~':
			d.approximate = true
		case '?':
			d.uncertain = true
		case '%':
			d.approximate, d.uncertain = true, true
		}
		if d.approximate || d.uncertain {
			body = body[:n-1]
		}
	}
	parts := strings.Split(body, "-")
	widths := []int{4, 2, 2}
	if len(parts) > len(widths) {
		return Date{}, fmt.Errorf("%q is no date; write it as 2025-06-02, 2025-06 or 2025", s)
	}
	ymd := [3]int{0, 1, 1}
	for i, p := range parts {
		n, err := strconv.ParseUint(p, 10, 16) // takes no sign
		if err != nil || len(p) != widths[i] {
			return Date{}, fmt.Errorf("%q is no date; write it as 2025-06-02, 2025-06 or 2025", s)
		}
		ymd[i] = int(n)
	}
	d.first = time.Date(ymd[0], time.Month(ymd[1]), ymd[2], 0, 0, 0, 0, time.UTC)
	if d.first.Year() != ymd[0] || int(d.first.Month()) != ymd[1] || d.first.Day() != ymd[2] {
		return Date{}, fmt.Errorf("there is no day %q", s)
	}
	switch len(parts) {
	case 1:
		d.precision, d.last = Year, d.first.AddDate(1, 0, -1)
	case 2:
		d.precision, d.last = Month, d.first.AddDate(0, 1, -1)
	default:
		d.precision, d.last = Day, d.first
	}
	return d, nil
}

// MustDate is ParseDate for dates written in code; it panics on a mistake.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// String returns the date as it was written, in EDTF.
func (d Date) String() string { return d.text }

// First and Last are the first and the last day that d may mean, at midnight UTC.
func (d Date) First() time.Time { return d.first }

// Last is the last day that d may mean, at midnight UTC.
func (d Date) Last() time.Time { return d.last }

// Ends are the two dates of a span; of any other date both are d itself.
func (d Date) Ends() (from, to Date) {
	first, last, isSpan := strings.Cut(d.text, "/")
	if !isSpan {
		return d, d
	}
	return MustDate(first), MustDate(last) // it was read before
}

// Precision says how exactly d is known.
func (d Date) Precision() Precision { return d.precision }

// Approximate reports whether d is an estimate ("~").
func (d Date) Approximate() bool { return d.approximate }

// Uncertain reports whether the source of d is doubted ("?").
func (d Date) Uncertain() bool { return d.uncertain }

// IsZero reports whether there is no date at all.
func (d Date) IsZero() bool { return d.precision == NoDate }

// Compare orders dates by their first day, then by their last, then by how they are written.
func (d Date) Compare(other Date) int {
	if c := d.first.Compare(other.first); c != 0 {
		return c
	}
	if c := d.last.Compare(other.last); c != 0 {
		return c
	}
	return strings.Compare(d.text, other.text)
}
