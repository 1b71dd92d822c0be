package chart

import (
	"slices"
	"strings"
	"unicode/utf8"

	"parley/model"
)

// mostPublishers is how many publishers a tooltip names.
const mostPublishers = 2

// name is what something is called. On an axis the place says the date.
func (t Timeline) name(l *timelineLane, h *happening) string {
	q := t.question
	switch of := h.of.(type) {
	case *model.Round:
		return undated(q.text(of.Name), of.Date)
	case *model.Document:
		return q.text(of.Title)
	case *model.Event:
		return q.text(of.Name)
	case *model.Pledge:
		return q.text(of.Summary)
	case *model.Exchange:
		return l.name
	}
	return ""
}

// sort is what sort of thing it is: "round of talks", "document".
func (t Timeline) sort(h *happening) string {
	q := t.question
	if r, ok := h.of.(*model.Round); ok {
		return q.l.T("round.kind." + string(r.Kind))
	}
	return q.l.ItemKind(h.item().Kind)
}

// details are what is to be known of it at once: of a round whether it was held, of a document who wrote it, of an exchange
// who received how many.
func (t Timeline) details(h *happening) string {
	q := t.question
	switch of := h.of.(type) {
	case *model.Round:
		return q.l.T("round.status." + string(of.Status))
	case *model.Document:
		return q.l.T("timeline.author", "Authors", clean(q.l.Authors(q.ds, of)))
	case *model.Event:
		return q.text(of.Text)
	case *model.Pledge:
		return q.l.T("status." + string(of.Status))
	case *model.Exchange:
		return t.received(of, func(s model.Side) string {
			return q.l.T("timeline.received", "Side", q.text(s.Name), "Value", q.valueWords(of, s.ID))
		})
	}
	return ""
}

// received lists what the sides that are shown received in an exchange.
func (t Timeline) received(e *model.Exchange, words func(model.Side) string) string {
	var parts []string
	for _, s := range t.question.sides {
		if _, ok := e.To[s.ID]; ok {
			parts = append(parts, words(s))
		}
	}
	return strings.Join(parts, t.question.l.T("core.list.separator"))
}

// isUncounted reports whether no count was published of what any of the sides received.
func (t Timeline) isUncounted(e *model.Exchange) bool {
	for _, s := range t.question.sides {
		if _, ok := e.To[s.ID]; ok && e.Received(s.ID).State != model.Unknown {
			return false
		}
	}
	return true
}

// reporters are those whose counts the headline values of an exchange are.
func (t Timeline) reporters(h *happening) string {
	e, ok := h.of.(*model.Exchange)
	if !ok {
		return ""
	}
	var by []model.Reporter
	seen := map[model.Reporter]bool{}
	for _, s := range t.question.sides {
		if _, ok := e.To[s.ID]; !ok {
			continue
		}
		for _, r := range e.Received(s.ID).By {
			if !seen[r] {
				seen[r] = true
				by = append(by, r)
			}
		}
	}
	return clean(t.question.l.Reporters(t.question.ds, by))
}

// text is what something says when it is pointed at.
func (t Timeline) text(l *timelineLane, h *happening) string {
	q := t.question
	parts := []string{q.l.T("timeline.tip", "Name", t.name(l, h), "Date", q.l.Date(h.date()))}
	if _, isExchange := h.of.(*model.Exchange); !isExchange {
		parts = append(parts, t.sort(h))
	}
	const longest = 160 // runes; the inspector has all of it
	if details := t.details(h); details != "" && utf8.RuneCountInString(details) <= longest {
		parts = append(parts, details)
	}
	if by := t.reporters(h); by != "" {
		parts = append(parts, q.l.T("chart.rounds.tip.by", "By", by))
	}
	return strings.Join(append(parts, t.sourceWords(l, h)), "; ")
}

// sourceWords say how many publications tell of something, and who published them.
func (t Timeline) sourceWords(l *timelineLane, h *happening) string {
	q := t.question
	publications := t.publications(l, h)
	var names []string
	for _, s := range publications {
		if name := clean(s.Publisher); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch n := len(publications); {
	case n == 0:
		return q.l.T("timeline.tip.nosource")
	case len(names) > mostPublishers:
		list := strings.Join(names[:mostPublishers], q.l.T("core.list.separator"))
		return q.l.N("timeline.tip.sources.some", n, "Names", list)
	default:
		return q.l.N("timeline.tip.sources", n, "Names", strings.Join(names, q.l.T("core.list.separator")))
	}
}

// mark is what a mark on a lane is to a reader who points at it.
func (t Timeline) mark(l *timelineLane, m *laneMark) Mark {
	if m.n == 1 {
		return Mark{Role: HappeningRole, Item: m.best.item(), Text: t.text(l, m.best)}
	}
	q := t.question
	days := timeRange{dayOfNumber(m.first), dayOfNumber(m.last)}
	parts := []string{q.l.N("timeline.tip.several", m.n, "Name", l.name, "Date", q.l.Date(days.date()))}
	if l.kind == nil {
		for _, h := range m.named {
			parts = append(parts, q.l.T("timeline.tip", "Name", t.name(l, h), "Date", q.l.Date(h.date())))
		}
		if rest := m.n - len(m.named); rest > 0 {
			parts = append(parts, q.l.N("timeline.more", rest))
		}
	}
	return Mark{
		Role: SeveralRole, Item: m.best.item(), Value: q.l.Number(m.n), Text: strings.Join(parts, "; "),
		From: days.first, To: days.last,
	}
}

// markLabel is what stands beside a mark: the name of what it stands for, and how many more those are; of a single exchange
// who received how many.
func (t Timeline) markLabel(l *timelineLane, m *laneMark) string {
	q := t.question
	if e, ok := m.best.of.(*model.Exchange); ok {
		if m.n > 1 {
			return ""
		}
		if t.isUncounted(e) {
			return q.l.Amount(model.Amount{})
		}
		return t.received(e, func(s model.Side) string {
			return q.l.T("timeline.label.received", "Side", q.text(s.Name), "Value", q.l.Amount(e.Received(s.ID)))
		})
	}
	if m.n > 1 {
		return q.l.N("timeline.label.more", m.n-1, "Name", t.name(l, m.best))
	}
	return t.name(l, m.best)
}

func (t Timeline) eraMark(e model.Era) Mark {
	q := t.question
	from, to := t.eraDays(e)
	if len(e.Rounds) == 1 {
		text := q.l.T("timeline.era.single", "Name", t.eraName(e), "Period", q.l.Date(e.Rounds[0].Date))
		return Mark{Role: EraRole, Text: text, From: from, To: to}
	}
	text := q.l.N("timeline.era.tip", len(e.Rounds), "Name", t.eraName(e), "First", q.l.Day(e.First), "Last", q.l.Day(e.Last))
	return Mark{Role: EraRole, Text: text, From: from, To: to}
}

// AltText tells what the picture shows: how much of each sort, from when to when, the times of talks, and the rounds by
// name.
func (t Timeline) AltText() string {
	q := t.question
	parts := []string{ended(q.l.T("timeline.alt", "Title", t.Title, "Subtitle", strings.TrimSuffix(t.Subtitle, ".")))}
	if t.Empty != "" {
		return joinSentences(parts[0], t.Empty, t.Coverage)
	}
	for _, l := range t.facts.lanes {
		if words := t.laneWords(l); words != "" {
			parts = append(parts, words)
		}
	}
	for _, e := range t.facts.eras {
		if !e.Last.Before(t.view.first) && !e.First.After(t.view.last) {
			parts = append(parts, ended(t.eraMark(e).Text))
		}
	}
	return strings.Join(append(parts, t.Coverage), " ")
}

// mostTold is how many things of a lane an alternative text names.
const mostTold = 6

// laneWords names what is seen on a lane: all where they are few, else the first and the last.
func (t Timeline) laneWords(l *timelineLane) string {
	q := t.question
	var seen []*happening
	l.seenIn(t.view, func(h *happening) { seen = append(seen, h) })
	words := func(h *happening) string {
		if l.kind != nil {
			return q.l.Date(h.date())
		}
		return q.l.T("timeline.tip", "Name", t.name(l, h), "Date", q.l.Date(h.date()))
	}
	switch n := len(seen); {
	case n == 0:
		return ""
	case n > mostTold:
		first, last := seen[0], seen[0]
		for _, h := range seen {
			if h.first < first.first {
				first = h
			}
			if h.last >= last.last {
				last = h
			}
		}
		return ended(q.l.T("timeline.alt.lane.many", "Name", l.name, "N", q.l.Number(n), "First", words(first), "Last", words(last)))
	}
	slices.SortStableFunc(seen, func(a, b *happening) int { return int(a.first) - int(b.first) })
	var list []string
	for _, h := range seen {
		list = append(list, words(h))
	}
	return ended(q.l.T("timeline.alt.lane", "Name", l.name, "List", strings.Join(list, "; ")))
}
