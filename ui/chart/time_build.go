package chart

import (
	"slices"
	"strconv"
	"strings"

	"parley/model"
)

// TimeChart asks the dataset for the chart over time. Equal questions to equal datasets give equal charts.
func TimeChart(ds *model.Dataset, opts Options) Time {
	q := newQuestion(ds, opts)
	courses := q.courses()
	t := Time{selected: opts.Selected, question: q}
	for _, c := range courses {
		if q.without(sideSeries(c.To)) {
			continue
		}
		if q.without(totalsSeries) {
			c.Totals = nil
		}
		t.Lines = append(t.Lines, TimeLine{Course: c, Name: q.text(ds.Side(c.To).Name), Place: q.place[c.To]})
	}
	if len(t.Lines) > 0 && !q.without(roundsSeries) {
		t.Rounds = q.roundsOnAxis()
	}
	t.whole = t.wholeRange()
	t.view = t.whole.seen(opts)
	t.Frame = t.frame(courses)
	return t
}

// seen are the courses of the lines, in the part of time that is drawn.
func (t Time) seen() []model.Course {
	var list []model.Course
	for _, l := range t.Lines {
		list = append(list, l.Course)
	}
	return partOf(t.whole, t.view).of(list)
}

// courses are those of the sides shown, in the order shown.
func (q question) courses() []model.Course {
	byside := map[model.SideID]model.Course{}
	for _, c := range q.ds.Courses(q.kind.ID, q.opts.From, q.opts.To) {
		byside[c.To] = c
	}
	var list []model.Course
	for _, s := range q.sides {
		if c, ok := byside[s.ID]; ok {
			list = append(list, c)
		}
	}
	return list
}

// roundsOnAxis are the rounds in the period of the filter. One that was postponed did not take place on its date.
func (q question) roundsOnAxis() []TimeRound {
	var list []TimeRound
	for _, r := range q.ds.Rounds() {
		if r.Date.IsZero() || r.Status == model.Postponed || !q.opts.includes(r.Date) {
			continue
		}
		item := model.Item{Kind: model.RoundItem, ID: string(r.ID)}
		list = append(list, TimeRound{
			Item: item, Date: r.Date, Name: undated(q.text(r.Name), r.Date),
			Text: q.l.T("charttime.round.tip", "Name", q.text(r.Name), "Date", q.l.Date(r.Date)), Agreed: q.agreedAt(r),
		})
	}
	return list
}

// undated is a name without the date that it ends with: on a time axis the place says it. "Istanbul I, 16 May 2025" is
// "Istanbul I".
func undated(name string, date model.Date) string {
	at := strings.LastIndex(name, ", ")
	if at > 0 && strings.Contains(name[at:], strconv.Itoa(date.Last().Year())) {
		return name[:at]
	}
	return name
}

func (q question) agreedAt(r *model.Round) bool {
	return slices.ContainsFunc(q.ds.PledgesOf(model.Occasion{Round: r.ID}), func(p *model.Pledge) bool {
		return p.Kind == q.kind.ID && p.Drawn()
	})
}

func (t Time) wholeRange() timeRange {
	var r timeRange
	for _, l := range t.Lines {
		r = r.over(l.Course)
		for _, total := range l.Totals {
			r.includeDay(total.Period.Last())
		}
	}
	for _, round := range t.Rounds {
		r.include(round.Date)
	}
	return r.padded()
}

// over widens the range to hold a course.
func (r timeRange) over(c model.Course) timeRange {
	if len(c.Steps) > 0 {
		r.includeDay(c.Begins)
		r.includeDay(lastOf(c.Steps).Day())
	}
	return r
}

func (t Time) frame(courses []model.Course) Frame {
	q, seen := t.question, t.seen()
	f := Frame{
		Title: q.l.T("charttime.time.title", "Kind", q.text(q.kind.Name), "CarriedOut", q.text(q.kind.CarriedOut)),
		Subtitle: joinSentences(
			q.l.T("charttime.time.subtitle", "Unit", q.unit()),
			q.wherePart(partOf(t.whole, t.view), seen), q.uncountedWords(seen)),
		Legend: t.legend(courses),
	}
	return q.framed(q.noted(f, courses, seen, q.noteInexact(seen), q.noteAdditional(seen), t.noteTotals()), t.sources())
}

// noted is the frame of a chart over time with those of the notes that say something or, where no course is drawn, with
// what is to be done about that.
func (q question) noted(f Frame, courses, drawn []model.Course, notes ...Note) Frame {
	switch {
	case len(courses) > 0 && len(drawn) == 0:
		f.Empty = q.allOff()
	case len(drawn) == 0:
		f.Empty = q.emptyText(q.l.T("charttime.empty"))
	default:
		f.Notes = slices.DeleteFunc(notes, func(n Note) bool { return n.Text == "" })
	}
	return f
}

// joinSentences joins sentences, some of which may be empty.
func joinSentences(list ...string) string {
	return strings.Join(slices.DeleteFunc(list, func(s string) bool { return s == "" }), " ")
}

// allOff is what to say where every side is switched off.
func (q question) allOff() string {
	return q.l.T("chart.empty", "Kind", q.text(q.kind.Name)) + " " + q.l.T("chart.empty.series")
}

// wherePeriod is "Russia–Ukraine talks: 1 March 2022 – June 2026.": from the first exchange to the last.
func (q question) wherePeriod(courses []model.Course) string {
	first, last := firstAndLast(courses)
	switch {
	case first.IsZero():
		return ended(q.l.T("charttime.where", "Where", q.where()))
	case first.Compare(last) == 0:
		return ended(q.l.T("charttime.whereperiod", "Where", q.where(), "Period", q.l.Date(first)))
	}
	return ended(q.l.T("charttime.whereperiod", "Where", q.where(), "Period", q.span(first, last)))
}

// span is a period from one date to another, each as exactly as it is known.
func (q question) span(first, last model.Date) string {
	if first.Precision() == model.Day && last.Precision() == model.Day {
		return q.l.Date(timeRange{first.First(), last.Last()}.date())
	}
	return q.l.T("date.span", "First", q.l.Date(first), "Last", q.l.Date(last))
}

// firstAndLast are the dates of the first exchange and of the last.
func firstAndLast(courses []model.Course) (first, last model.Date) {
	for _, c := range courses {
		for _, s := range c.Steps {
			d := s.Exchange.Date
			if first.IsZero() || d.First().Before(first.First()) {
				first = d
			}
			if last.IsZero() || d.Last().After(last.Last()) {
				last = d
			}
		}
	}
	return first, last
}

// date is the range as a date.
func (r timeRange) date() model.Date {
	const day = "2006-01-02"
	if r.first.Equal(r.last) {
		return model.MustDate(r.first.Format(day))
	}
	return model.MustDate(r.first.Format(day) + "/" + r.last.Format(day))
}

// namedSides is how many sides a subtitle tells of one by one.
const namedSides = 2

// uncountedWords say how many exchanges have no exact count and so add nothing; "" for none.
func (q question) uncountedWords(courses []model.Course) string {
	return q.countedWords(courses, q.hollow("charttime.uncounted", "chartpart.uncounted"), func(s model.Step) bool { return s.State != model.Known })
}

// countedWords say how many steps of each side are of some sort; of many sides how many exchanges, each counted once.
func (q question) countedWords(courses []model.Course, key string, is func(model.Step) bool) string {
	var parts []string
	for _, c := range courses {
		n := 0
		for _, s := range c.Steps {
			if is(s) {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, q.l.T("charttime.side.exchanges", "N", q.l.Number(n), "Side", q.sideName(c.To)))
		}
	}
	switch {
	case len(parts) == 0:
		return ""
	case len(parts) > namedSides:
		return q.l.N(key+".all", exchangesWith(courses, is))
	}
	return ended(q.l.T(key, "List", strings.Join(parts, q.l.T("core.list.separator"))))
}

// exchangesWith counts exchanges of which a step is of some sort, each once.
func exchangesWith(courses []model.Course, is func(model.Step) bool) int {
	seen := map[*model.Exchange]bool{}
	for _, c := range courses {
		for _, s := range c.Steps {
			if is(s) {
				seen[s.Exchange] = true
			}
		}
	}
	return len(seen)
}

func (t Time) legend(courses []model.Course) []LegendEntry {
	q := t.question
	list := q.sideEntries(courses, Stepped)
	if len(t.Lines) == 0 {
		return list
	}
	unsure, uncounted, totals := false, false, false
	for _, c := range courses {
		totals = totals || len(c.Totals) > 0
	}
	for _, l := range t.Lines {
		uncounted = uncounted || l.Uncounted > 0
		unsure = unsure || slices.ContainsFunc(l.Steps, func(s model.Step) bool { return isUnsure(s.Exchange.Date) })
	}
	return append(list, q.formEntries([]formEntry{
		{uncounted, Hollow, "charttime.legend.uncounted", unknownSeries},
		{unsure, Dotted, "charttime.legend.unsure", ""},
		{totals, Tick, "charttime.legend.total", totalsSeries},
		{len(t.Rounds) > 0 || q.without(roundsSeries), Pin, "charttime.legend.round", roundsSeries},
	})...)
}

// formEntry is a form that a legend explains where it is used; a key switches it off.
type formEntry struct {
	used   bool
	symbol Symbol
	text   string
	key    string
}

// formEntries are the legend's entries of the forms that are used.
func (q question) formEntries(forms []formEntry) []LegendEntry {
	var list []LegendEntry
	for _, f := range forms {
		if f.used {
			off := f.key != "" && q.without(f.key)
			list = append(list, LegendEntry{Symbol: f.symbol, Place: NoSide, Text: q.l.T(f.text), Key: f.key, Off: off})
		}
	}
	return list
}

// sideEntries are the legend's entries of the sides.
func (q question) sideEntries(courses []model.Course, symbol Symbol) []LegendEntry {
	var list []LegendEntry
	for _, c := range courses {
		key := sideSeries(c.To)
		list = append(list, LegendEntry{
			Symbol: symbol, Place: q.place[c.To], Text: q.text(q.ds.Side(c.To).Name), Key: key, Off: q.without(key),
		})
	}
	return list
}

// maxListed is how many exchanges a note lists one by one.
const maxListed = 6

// noteInexact lists the numbers that are in no sum, or counts them: words for each of many would take longer than the
// picture.
func (q question) noteInexact(courses []model.Course) Note {
	n := 0
	for _, c := range courses {
		for i := range c.Steps {
			if isInexact(&c.Steps[i]) {
				n++
			}
		}
	}
	return q.listed("chart.note.approximate", n, func() []string { return q.inexactTo(courses) })
}

// noteAdditional lists the people handed over besides the counts, or counts how often there were any.
func (q question) noteAdditional(courses []model.Course) Note {
	n := 0
	for _, c := range courses {
		for i := range c.Steps {
			if c.Steps[i].HasAdditional {
				n += len(c.Steps[i].Exchange.To[c.To].Additional)
			}
		}
	}
	return q.listed("chart.note.additional", n, func() []string { return q.additionalTo(courses) })
}

func isInexact(s *model.Step) bool { return s.State == model.Bounded || s.State == model.Disputed }

// inexactTo are the numbers that are no exact count, and so in no sum.
func (q question) inexactTo(courses []model.Course) []string {
	var list []string
	for _, c := range courses {
		for _, s := range c.Steps {
			if isInexact(&s) {
				list = append(list, q.l.T("charttime.note.inexact", "Date", q.l.Date(s.Exchange.Date),
					"Side", q.sideName(c.To), "Value", q.valueWords(s.Exchange, c.To)))
			}
		}
	}
	return list
}

// additionalTo are the people handed over besides the counts.
func (q question) additionalTo(courses []model.Course) []string {
	var list []string
	for _, c := range courses {
		for _, s := range c.Steps {
			if !s.HasAdditional {
				continue
			}
			for _, more := range s.Exchange.To[c.To].Additional {
				list = append(list, q.l.T("chart.note.more", "Date", q.l.Date(s.Exchange.Date), "Side", q.sideName(c.To),
					"Value", q.l.Number(more.Value), "What", q.text(more.What)))
			}
		}
	}
	return list
}

// listed is a note that lists a few things and only counts many.
func (q question) listed(key string, n int, list func() []string) Note {
	if n == 0 {
		return Note{}
	}
	short := q.l.N(key+".short", n)
	if n > maxListed {
		return Note{Text: short, Short: short}
	}
	return Note{Text: q.l.T(key, "List", strings.Join(list(), "; ")), Short: short}
}

// noteTotals counts the totals that are not drawn because their scope is another.
func (t Time) noteTotals() Note {
	n := len(t.otherTotals())
	if n == 0 {
		return Note{}
	}
	text := t.question.l.N("charttime.note.totals", n)
	return Note{Text: text, Short: t.question.l.N("charttime.note.totals.short", n)}
}

// otherTotals are the totals of the kind towards the sides shown, or towards all together, that stand on no line.
func (t Time) otherTotals() []*model.Total {
	drawn := map[*model.Total]bool{}
	shown := map[model.SideID]bool{"": true}
	for _, l := range t.Lines {
		shown[l.To] = true
		for _, total := range l.Totals {
			drawn[total] = true
		}
	}
	var list []*model.Total
	totals := t.question.ds.Facts().Totals
	for i := range totals {
		total := &totals[i]
		if total.Kind == t.question.kind.ID && total.IsCount() && shown[total.To] && !drawn[total] {
			list = append(list, total)
		}
	}
	return list
}

// sources are the publications behind all that is drawn.
func (t Time) sources() []*model.Source {
	cited := newCitations(t.question.ds)
	for _, l := range t.Lines {
		cited.addCourse(l.Course)
		for _, total := range l.Totals {
			cited.add(total.Sources)
		}
	}
	return cited.list
}
