package page

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
)

// periodEntries are two dates that the reader types or chooses: a year, a month or a day each.
type periodEntries struct {
	locale   *format.Locale
	from, to *part.DateEntry
	objects  []fyne.CanvasObject // both with their names
	fault    fyne.CanvasObject
	words    *widget.Label // of the fault
	onPeriod func(from, to model.Date)
	onFault  func() // it takes room or leaves it
	shown    [2]model.Date
}

const dateEntryWidth = 128

func newPeriodEntries(l *format.Locale, years []string, onPeriod func(from, to model.Date), onFault func()) *periodEntries {
	e := &periodEntries{locale: l, onPeriod: onPeriod, onFault: onFault}
	e.fault, e.words = part.FaultLine()
	e.from = part.NewDateEntry(l.T("look.date.from"), l.T("exchanges.period.start"), years, e.read)
	e.to = part.NewDateEntry(l.T("look.date.to"), l.T("exchanges.period.end"), years, e.read)
	for _, named := range []struct {
		key   string
		entry *part.DateEntry
	}{{"exchanges.from", e.from}, {"exchanges.to", e.to}} {
		field := part.Wide(dateEntryWidth, named.entry)
		e.objects = append(e.objects, container.NewHBox(container.NewCenter(part.SmallLine(l.T(named.key))), field))
	}
	return e
}

// show shows a period, unless it is the one that was typed.
func (e *periodEntries) show(from, to model.Date) {
	if e.shown == [2]model.Date{from, to} {
		return
	}
	e.shown = [2]model.Date{from, to}
	e.from.Put(from.String())
	e.to.Put(to.String())
	e.hush()
}

// read takes what was typed, or says what is wrong with it.
func (e *periodEntries) read() {
	from, errFrom := typedDate(e.from.Text)
	to, errTo := typedDate(e.to.Text)
	l := e.locale
	switch {
	case errFrom != nil:
		e.complain(l.T("exchanges.period.wrong", "Word", e.from.Text))
	case errTo != nil:
		e.complain(l.T("exchanges.period.wrong", "Word", e.to.Text))
	case !from.IsZero() && !to.IsZero() && to.Last().Before(from.First()):
		e.complain(l.T("exchanges.period.backwards", "From", l.Date(from), "To", l.Date(to)))
	default:
		e.hush()
		e.shown = [2]model.Date{from, to}
		e.onPeriod(from, to)
	}
}

func (e *periodEntries) hush() {
	if e.fault.Visible() {
		e.fault.Hide()
		e.onFault()
	}
}

func (e *periodEntries) complain(words string) {
	e.words.SetText(words)
	e.fault.Show()
	e.onFault()
}

// typedDate reads a year, a month or a day as people type it: 2025, 2025-05, 2025-5-3, 3.5.2025, 05.2025. Of a date with
// slashes nobody knows whether the month stands first.
func typedDate(typed string) (model.Date, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return model.Date{}, nil
	}
	parts := strings.Split(typed, "-")
	if strings.Contains(typed, ".") {
		parts = strings.Split(typed, ".")
		if len(parts[0]) < 4 {
			slices.Reverse(parts)
		}
	}
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if width := 2; i > 0 && err == nil && n >= 0 {
			parts[i] = fmt.Sprintf("%0*d", width, n)
		}
	}
	return model.ParseDate(strings.Join(parts, "-"))
}

func (p *Exchanges) setPeriod(from, to model.Date) {
	p.change(func(v *state.View) { v.From, v.To, v.Part, v.Zoom = from, to, 0, state.Zoom{} })
}

// years are those in which something was carried out or a round took place, for the reader to choose from.
func (p *Exchanges) years() []string {
	first, last := 0, 0
	add := func(d model.Date) {
		if d.IsZero() {
			return
		}
		if y := d.First().Year(); first == 0 || y < first {
			first = y
		}
		last = max(last, d.Last().Year())
	}
	for _, e := range p.desk.Dataset.Exchanges() {
		add(e.Date)
	}
	for _, r := range p.desk.Dataset.Rounds() {
		add(r.Date)
	}
	var years []string
	for y := first; y <= last && y > 0 && len(years) < mostYears; y++ {
		years = append(years, strconv.Itoa(y))
	}
	return years
}

// mostYears is how many years are offered at most; others can be typed.
const mostYears = 30
