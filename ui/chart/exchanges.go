package chart

import (
	"cmp"
	"slices"
	"strings"

	"parley/model"
	"parley/ui/format"
	"parley/ui/palette"
)

// Exchanges is the chart of every exchange: one mark per exchange by date, in one panel per receiving side, all panels on
// one scale. It is plain data; [ExchangesChart] makes it.
type Exchanges struct {
	Frame
	Panels []ExchangePanel

	whole    timeRange // all that there is to draw
	view     timeRange // the part that is drawn
	selected model.Item
	question question // for the texts of what is pointed at, and for the table: made when they are asked for
}

// ExchangePanel is what one side received, exchange by exchange.
type ExchangePanel struct {
	model.Course
	Name  string
	Place int    // in the dataset's order: gives the colour
	Title string // "To Ukraine: 75 exchanges"
}

// ExchangesChart asks the dataset for the chart of every exchange. Equal questions to equal datasets give equal charts.
func ExchangesChart(ds *model.Dataset, opts Options) Exchanges {
	q := newQuestion(ds, opts)
	courses := q.courses()
	e := Exchanges{selected: opts.Selected, question: q}
	for _, c := range courses {
		if !q.without(sideSeries(c.To)) {
			name := q.sideName(c.To)
			e.Panels = append(e.Panels, ExchangePanel{Course: c, Name: name, Place: q.place[c.To]})
			e.whole = e.whole.over(c)
		}
	}
	e.whole = e.whole.padded()
	e.view = e.whole.seen(opts)
	for i := range e.Panels {
		e.Panels[i].Title = e.panelTitle(&e.Panels[i])
	}
	e.Frame = e.frame(courses)
	return e
}

// Render draws the chart. Equal charts, sizes and themes give equal pixels.
func (e Exchanges) Render(size Size, theme palette.Theme) (Picture, error) {
	return render(e, size, theme)
}

func (e Exchanges) cleaned() Exchanges {
	e.Frame = e.Frame.cleaned()
	return e
}

func (e Exchanges) frame(courses []model.Course) Frame {
	q, seen := e.question, e.seen()
	f := Frame{
		Title: q.l.T("charttime.exchanges.title", "Kind", q.text(q.kind.Name), "CarriedOut", q.text(q.kind.CarriedOut)),
		Subtitle: joinSentences(
			q.l.T("charttime.exchanges.subtitle", "Unit", q.unit()),
			q.wherePart(partOf(e.whole, e.view), seen), e.unknownWords(seen)),
		Legend: e.legend(courses),
	}
	return q.framed(q.noted(f, courses, seen, q.noteAdditional(seen)), e.sources())
}

// seen are the courses of the panels, in the part of time that is drawn.
func (e Exchanges) seen() []model.Course {
	var list []model.Course
	for _, p := range e.Panels {
		list = append(list, p.Course)
	}
	return partOf(e.whole, e.view).of(list)
}

// panelTitle says to whom, and how many exchanges are drawn: of all that there are, where these are more.
func (e Exchanges) panelTitle(p *ExchangePanel) string {
	drawn, all := len(e.drawn(p)), len(p.Steps)
	if drawn == all {
		return e.question.l.N("charttime.panel", all, "Side", p.Name)
	}
	return e.question.l.N("chartpart.panel", all, "Side", p.Name, "Drawn", e.question.l.Number(drawn))
}

// drawn are the steps of a panel that are drawn: those in the part of time that is shown, of the sorts that are switched on.
func (e Exchanges) drawn(p *ExchangePanel) []model.Step {
	steps := partOf(e.whole, e.view).steps(p.Steps)
	hidesUnknown, hidesDisputed := e.question.without(unknownSeries), e.question.without(disputedSeries)
	if !hidesUnknown && !hidesDisputed {
		return steps
	}
	return slices.DeleteFunc(slices.Clone(steps), func(s model.Step) bool {
		return s.State == model.Unknown && hidesUnknown || s.State == model.Disputed && hidesDisputed
	})
}

// unknownWords say for how many exchanges no count was published.
func (e Exchanges) unknownWords(courses []model.Course) string {
	return e.question.countedWords(courses, e.question.hollow("charttime.unknown", "chartpart.unknown"), func(s model.Step) bool { return s.State == model.Unknown })
}

func (e Exchanges) legend(courses []model.Course) []LegendEntry {
	q := e.question
	list := q.sideEntries(courses, Stemmed)
	if len(e.Panels) == 0 {
		return list
	}
	has := func(is func(model.Step) bool) bool {
		return slices.ContainsFunc(e.Panels, func(p ExchangePanel) bool { return slices.ContainsFunc(p.Steps, is) })
	}
	return append(list, q.formEntries([]formEntry{
		{has(func(s model.Step) bool { return s.State == model.Unknown }), Hollow, "chart.legend.unknown", unknownSeries},
		{has(func(s model.Step) bool { return s.State == model.Bounded }), Square, "charttime.legend.inexact", ""},
		{has(func(s model.Step) bool { return s.State == model.Disputed }), Diamond, "chart.legend.disputed", disputedSeries},
		{has(hasRange), Whisker, "chart.legend.range", rangeSeries},
		{has(func(s model.Step) bool { return isUnsure(s.Exchange.Date) }), Spanned, "charttime.legend.span", ""},
	})...)
}

func hasRange(s model.Step) bool {
	return (s.State == model.Known || s.State == model.Bounded) && s.Low != s.High
}

func (e Exchanges) sources() []*model.Source {
	cited := newCitations(e.question.ds)
	for _, p := range e.Panels {
		cited.addCourse(p.Course)
	}
	return cited.list
}

// Table returns every exchange by date, a row for each side that received any.
func (e Exchanges) Table() Table {
	q := e.question
	var entries []stepOfSide
	for _, p := range e.Panels {
		for _, s := range p.Steps {
			entries = append(entries, stepOfSide{s, p.To})
		}
	}
	return q.stepTable(entries).dropped("entry", "sum", "scope")
}

// dropped is the table without some columns.
func (t Table) dropped(ids ...string) Table {
	var kept []int
	var out Table
	for i, c := range t.Columns {
		if !slices.Contains(ids, c.ID) {
			kept = append(kept, i)
			out.Columns = append(out.Columns, c)
		}
	}
	for _, r := range t.Rows {
		row := Row{Item: r.Item}
		for _, i := range kept {
			row.Cells = append(row.Cells, r.Cells[i])
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// AltText tells what the picture shows: the kind of chart, what it is about, and of each side how many exchanges and the
// largest.
func (e Exchanges) AltText() string {
	l := format.In(e.Lang)
	parts := []string{
		ended(l.T("charttime.exchanges.alt", "Title", e.Title, "Subtitle", strings.TrimSuffix(e.Subtitle, "."))),
	}
	if e.Empty != "" {
		return parts[0] + " " + e.Empty
	}
	for _, p := range e.Panels {
		text := p.Title
		if largest, ok := largest(e.drawn(&p)); ok {
			text += "; " + l.T("charttime.alt.largest",
				"Value", e.question.valueWords(largest.Exchange, p.To), "Date", l.Date(largest.Exchange.Date))
		}
		parts = append(parts, ended(text))
	}
	return strings.Join(append(parts, e.Coverage), " ")
}

// largest is the step with the highest number.
func largest(steps []model.Step) (model.Step, bool) {
	valued := slices.DeleteFunc(slices.Clone(steps), func(s model.Step) bool {
		return s.State != model.Known && s.State != model.Bounded
	})
	if len(valued) == 0 {
		return model.Step{}, false
	}
	return slices.MaxFunc(valued, func(a, b model.Step) int { return cmp.Compare(a.Value, b.Value) }), true
}
