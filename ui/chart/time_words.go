package chart

import (
	"slices"
	"strings"

	"parley/model"
	"parley/ui/format"
)

// valueWords is what a side received in an exchange: "390", "at least 50", "980 (Norland), 1,010 (Southland)", "no count
// published".
func (q question) valueWords(e *model.Exchange, side model.SideID) string {
	a := e.Received(side)
	if a.State == model.Disputed {
		return q.l.T("charttime.disputed", "Claims", q.claimList(a.Claims))
	}
	return q.l.Amount(a)
}

// claimList is every claim with who makes it.
func (q question) claimList(claims []model.Claim) string {
	var parts []string
	for _, c := range claims {
		parts = append(parts, q.l.T("chart.rounds.claim", "Value", q.l.Claim(c), "By", q.l.Reporter(q.ds, c.By)))
	}
	return strings.Join(parts, q.l.T("core.list.separator"))
}

// exchangeText says of an exchange what was received, in which range, according to whom, and on how many publications
// that rests. The words in last are put behind.
func (q question) exchangeText(e *model.Exchange, side model.SideID, last ...string) string {
	a := e.Received(side)
	parts := []string{q.l.T("charttime.tip", "Date", q.l.Date(e.Date), "Side", q.sideName(side), "Value", q.valueWords(e, side))}
	if a.HasRange {
		parts = append(parts, q.l.T("chart.rounds.tip.range", "Range", q.l.Range(a.Low, a.High)))
	}
	if len(a.By) > 0 {
		parts = append(parts, q.l.T("chart.rounds.tip.by", "By", q.l.Reporters(q.ds, a.By)))
	}
	parts = append(parts, q.l.N("core.publications", len(q.ds.Publications(q.exchangeSources(e, side)))))
	return strings.Join(append(parts, last...), "; ")
}

// exchangeSources are the sources of an exchange and of what a side received in it.
func (q question) exchangeSources(e *model.Exchange, side model.SideID) []model.SourceID {
	return slices.Concat(e.Sources, e.To[side].Sources())
}

func (q question) sideName(id model.SideID) string {
	if s := q.ds.Side(id); s != nil {
		return q.text(s.Name)
	}
	return ""
}

// totalText says of a total how much it is, what it covers, and who published it.
func (q question) totalText(t *model.Total) string {
	parts := []string{
		q.l.T("charttime.total.tip", "Date", q.l.Date(t.AsOf), "Side", q.sideName(t.To), "Value", q.totalValue(t)),
	}
	if scope := q.text(t.Scope); scope != "" {
		parts = append(parts, scope)
	}
	if t.By != "" {
		parts = append(parts, q.l.T("chart.rounds.tip.by", "By", q.l.Reporter(q.ds, t.By)))
	}
	if note := q.text(t.Note); note != "" {
		parts = append(parts, note)
	}
	parts = append(parts, q.l.N("core.publications", len(q.ds.Publications(t.Sources))))
	return strings.Join(parts, "; ")
}

// totalValue is the number of a total with its qualifier.
func (q question) totalValue(t *model.Total) string { return q.l.Qualified(t.Value, totalQualifier(t)) }

func totalQualifier(t *model.Total) model.Qualifier {
	if t.Qualifier == "" {
		return model.Exact
	}
	return t.Qualifier
}

// AltText tells what the picture shows: the kind of chart, what it is about, and where each line ends.
func (t Time) AltText() string {
	l := format.In(t.Lang)
	parts := []string{ended(l.T("charttime.time.alt", "Title", t.Title, "Subtitle", strings.TrimSuffix(t.Subtitle, ".")))}
	if t.Empty != "" {
		return parts[0] + " " + t.Empty
	}
	for _, line := range t.Lines {
		if drawn := line.upTo(t.view); len(drawn.Steps) > 0 {
			parts = append(parts, t.question.told(drawn, l))
		}
	}
	part := partOf(t.whole, t.view)
	n := 0
	for _, r := range t.Rounds {
		if part.touches(r.Date) {
			n++
		}
	}
	if n > 0 {
		parts = append(parts, l.N("charttime.alt.rounds", n))
	}
	return strings.Join(append(parts, t.Coverage), " ")
}

// told tells of one line: how much by when, in how many exchanges, and the last total of officials beside it.
func (q question) told(line TimeLine, l *format.Locale) string {
	text := l.N("charttime.alt.line", len(line.Steps), "Side", line.Name, "Sum", l.Number(line.Sum),
		"Period", q.span(firstAndLast([]model.Course{line.Course})))
	if line.Uncounted > 0 {
		text += l.T("core.list.separator") + l.N("charttime.alt.uncounted", line.Uncounted)
	}
	if n := len(line.Totals); n > 0 {
		last := line.Totals[n-1]
		text += "; " + l.T("charttime.alt.total", "Value", q.totalValue(last), "Date", l.Date(last.AsOf))
	}
	return ended(text)
}
