package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"parley/model"
)

// Order is the order of day, month and year in a date that is written in numbers.
type Order string

// The orders. The zero Order is that which the dates themselves show.
const (
	DayFirst   Order = "dmy"
	MonthFirst Order = "mdy"
	YearFirst  Order = "ymd"
)

// Orders lists the orders.
func Orders() []Order { return []Order{DayFirst, MonthFirst, YearFirst} }

// Dates says how the dates of a spreadsheet were read.
type Dates struct {
	Order Order // of day and month; empty where it was not needed, could not be decided, or differs by the sign
	Asked bool  // it was asked for, not found out
	Mixed bool  // dates with the same sign decide it one way and the other, so they decide nothing
	Dots  bool  // some were read day first because they are written with dots, as nobody writes months first

	shown [len(dateSigns)]Proof // what the dates with each sign show; undecided where they show both
}

// Proof is a date that decides in which order it and its like are written: one of its numbers can be no month.
type Proof struct {
	Order Order
	Cell  Cell
}

// Proofs lists what decided the order of day and month, one for each sign that dates are written with.
func (d Dates) Proofs() []Proof {
	var list []Proof
	for _, p := range d.shown {
		if p.Order != "" && p.Order != undecided {
			list = append(list, p)
		}
	}
	return list
}

// dateSigns are the signs between the numbers of a date. Dates with one sign say nothing of those with another: who writes
// 23.05.2025 may write 5/23/2025.
const dateSigns = "./-"

// undecided is the order of dates that show both orders.
const undecided Order = "undecided"

// datesOf finds out in which order day and month stand, from all dates of the column.
func datesOf(cells []Cell, asked Order) Dates {
	if asked != "" {
		return Dates{Order: asked, Asked: true}
	}
	var d Dates
	for _, c := range cells {
		n, ok := numeric(dateText(c.Text))
		if !ok {
			continue
		}
		was := &d.shown[n.sign]
		switch now := n.shows(); {
		case now == "" || now == was.Order || was.Order == undecided:
		case was.Order == "":
			*was = Proof{now, c}
		default:
			was.Order, d.Mixed = undecided, true
		}
	}
	for i, p := range d.Proofs() {
		if i == 0 {
			d.Order = p.Order
		} else if p.Order != d.Order {
			d.Order = ""
		}
	}
	return d
}

// read makes a date of what stands in a cell.
func (d *Dates) read(cell string) (model.Date, Reason, []any) {
	s, isMidnight := withoutTime(dateText(cell))
	if !isMidnight {
		return model.Date{}, TimeOfDay, nil
	}
	if date, err := model.ParseDate(s); err == nil {
		return date, "", nil
	}
	if isISO(s) {
		return model.Date{}, NoSuchDay, nil
	}
	if day, ok := serial(s); ok {
		return model.Date{}, Serial, []any{"Day", day}
	}
	if n, ok := numeric(s); ok {
		return d.numeric(n)
	}
	if date, why := named(s); why != BadDate {
		return date, why, nil
	}
	return model.Date{}, BadDate, nil
}

func dateText(cell string) string { return spaced(cell) }

// withoutTime takes away the midnight that programs add to a day, and reports false where there is another time.
func withoutTime(s string) (string, bool) {
	i := strings.IndexByte(s, ':')
	if i < 0 {
		return s, true
	}
	begin := strings.LastIndexAny(s[:i], " Tt")
	if begin < 0 {
		return s, false
	}
	zeros := strings.TrimSuffix(strings.TrimSuffix(s[begin+1:], "Z"), "+00:00")
	return s[:begin], strings.Trim(zeros, "0:.") == ""
}

// isISO reports whether s has the form of a date in ISO 8601, so that only the day can be wrong.
func isISO(s string) bool {
	s = strings.TrimRight(s, "~?%")
	for i, r := range s {
		if isDash := i == 4 || i == 7; isDash != (r == '-') || !isDash && !(r >= '0' && r <= '9') {
			return false
		}
	}
	return len(s) == len("2025-05") || len(s) == len("2025-05-23")
}

// serial takes five digits for Excel's number of a day, and tells which day that would be. It is not used: Excel has two
// ways of counting.
func serial(s string) (day string, ok bool) {
	whole, _, _ := strings.Cut(strings.ReplaceAll(s, ",", "."), ".")
	n, err := strconv.ParseUint(whole, 10, 32)
	if err != nil || len(whole) != 5 {
		return "", false
	}
	return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)).Format(time.DateOnly), true
}

// numbers is a date in numbers: 23.05.2025, 5/23/2025, 2025/5/23, 05.2025.
type numbers struct {
	first, second, year int
	order               Order // YearFirst where the year is; else not known by the form
	noDay               bool  // only a month, in second
	shortYear           bool
	sign                int // its place among the signs of dates
}

// numeric takes a date in numbers apart.
func numeric(s string) (numbers, bool) {
	i := strings.IndexAny(s, dateSigns)
	if i < 0 {
		return numbers{}, false
	}
	parts := strings.Split(strings.TrimSuffix(s, "."), s[i:i+1])
	values, widths := make([]int, len(parts)), make([]int, len(parts))
	for j, p := range parts {
		p = strings.TrimSpace(p)
		n, err := strconv.ParseUint(p, 10, 16)
		if err != nil {
			return numbers{}, false
		}
		values[j], widths[j] = int(n), len(p)
	}
	n := numbers{sign: strings.IndexByte(dateSigns, s[i])}
	switch {
	case len(parts) == 2 && widths[0] == 4 && widths[1] <= 2:
		n.year, n.second, n.noDay, n.order = values[0], values[1], true, YearFirst
	case len(parts) == 2 && widths[0] <= 2 && widths[1] == 4:
		n.second, n.year, n.noDay = values[0], values[1], true
	case len(parts) != 3:
		return numbers{}, false
	case widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2:
		n.year, n.first, n.second, n.order = values[0], values[1], values[2], YearFirst
	case widths[0] <= 2 && widths[1] <= 2 && (widths[2] == 4 || widths[2] == 2):
		n.first, n.second, n.year, n.shortYear = values[0], values[1], values[2], widths[2] == 2
	default:
		return numbers{}, false
	}
	return n, true
}

// shows is the order that the numbers themselves decide: more than twelve is no month.
func (n numbers) shows() Order {
	switch {
	case n.noDay || n.shortYear || n.order == YearFirst:
	case n.first > 12 && n.second <= 12:
		return DayFirst
	case n.second > 12 && n.first <= 12:
		return MonthFirst
	}
	return ""
}

func (d *Dates) numeric(n numbers) (model.Date, Reason, []any) {
	switch {
	case n.shortYear:
		return model.Date{}, ShortYear, nil
	case n.noDay:
		return month(n.year, n.second)
	case n.order == YearFirst:
		return day(n.year, n.first, n.second)
	case d.Asked && d.Order == YearFirst, d.Asked && n.shows() != "" && n.shows() != d.Order:
		return model.Date{}, OtherOrder, []any{"Order", string(d.Order)}
	}
	order, shown := n.shows(), d.shown[n.sign].Order
	switch {
	case order != "":
	case d.Asked:
		order = d.Order
	case shown != "" && shown != undecided:
		order = shown
	case n.first == n.second:
		order = DayFirst
	case dateSigns[n.sign] == '.' && shown != undecided:
		order, d.Dots = DayFirst, true
	default:
		return model.Date{}, Ambiguous, []any{
			"DayFirst", iso(n.year, n.second, n.first), "MonthFirst", iso(n.year, n.first, n.second),
		}
	}
	if order == MonthFirst {
		return day(n.year, n.first, n.second)
	}
	return day(n.year, n.second, n.first)
}

func iso(y, m, d int) string { return fmt.Sprintf("%04d-%02d-%02d", y, m, d) }

func day(y, m, d int) (model.Date, Reason, []any) { return real(iso(y, m, d)) }

func month(y, m int) (model.Date, Reason, []any) { return real(fmt.Sprintf("%04d-%02d", y, m)) }

// real is a date that there is.
func real(s string) (model.Date, Reason, []any) {
	date, err := model.ParseDate(s)
	if err != nil {
		return model.Date{}, NoSuchDay, nil
	}
	return date, "", nil
}

// monthNames are those of English, Ukrainian, Russian and Turkish, in the forms that dates have, by the month's number
// less one.
var monthNames = [12][]string{
	{"january", "jan", "січня", "січень", "января", "январь", "ocak"},
	{"february", "feb", "лютого", "лютий", "февраля", "февраль", "şubat"},
	{"march", "mar", "березня", "березень", "марта", "март", "mart"},
	{"april", "apr", "квітня", "квітень", "апреля", "апрель", "nisan"},
	{"may", "травня", "травень", "мая", "май", "mayıs"},
	{"june", "jun", "червня", "червень", "июня", "июнь", "haziran"},
	{"july", "jul", "липня", "липень", "июля", "июль", "temmuz"},
	{"august", "aug", "серпня", "серпень", "августа", "август", "ağustos"},
	{"september", "sep", "sept", "вересня", "вересень", "сентября", "сентябрь", "eylül"},
	{"october", "oct", "жовтня", "жовтень", "октября", "октябрь", "ekim"},
	{"november", "nov", "листопада", "листопад", "ноября", "ноябрь", "kasım"},
	{"december", "dec", "грудня", "грудень", "декабря", "декабрь", "aralık"},
}

// yearWords may stand behind a year.
var yearWords = []string{"р", "року", "рік", "г", "года", "год"}

// named reads a date with the month's name: 23 May 2025, May 23, 2025, 23 травня 2025 р., Mayıs 2025.
func named(s string) (model.Date, Reason) {
	var m, d, y int
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\u0307'
	}) {
		n, err := strconv.ParseUint(strings.TrimRight(word, "stndrh"), 10, 16)
		at := slices.IndexFunc(monthNames[:], func(names []string) bool { return slices.Contains(names, word) })
		switch {
		case err == nil && len(word) == 4 && word[3] <= '9' && y == 0:
			y = int(n)
		case err == nil && n >= 1 && n <= 31 && d == 0:
			d = int(n)
		case at >= 0 && m == 0:
			m = at + 1
		case err == nil && len(word) == 2 && m != 0 && d != 0 && y == 0: // 23-May-25, as Excel writes of its own accord
			return model.Date{}, ShortYear
		case y != 0 && slices.Contains(yearWords, word):
		default:
			return model.Date{}, BadDate
		}
	}
	if m == 0 || y == 0 {
		return model.Date{}, BadDate
	}
	if d == 0 {
		date, why, _ := month(y, m)
		return date, why
	}
	date, why, _ := day(y, m, d)
	return date, why
}
