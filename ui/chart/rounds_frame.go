package chart

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/model"
	"parley/ui/format"
)

// maxPublishers is how many publishers a chart names inside its picture; fewPublishers how many where room is short.
const (
	maxPublishers = 5
	fewPublishers = 3
)

func (b *roundsBuilder) frame() Frame {
	f := Frame{
		Lang:         b.l.Lang(),
		Title:        b.l.T("chart.rounds.title", "Kind", b.text(b.kind.Name), "CarriedOut", b.text(b.kind.CarriedOut)),
		Subtitle:     b.subtitle(),
		Legend:       b.legend(),
		Notes:        b.notes(),
		Sources:      sourcesLine(b.l, b.ds.Publications(b.sources), maxPublishers),
		SourcesShort: sourcesLine(b.l, b.ds.Publications(b.sources), fewPublishers),
		Filters:      b.filters(),
		Coverage:     coverageLine(b.l, b.ds.Metadata()),
	}
	if len(b.chart.Groups) == 0 {
		f.Empty = b.emptyText()
	}
	return f
}

func (b *roundsBuilder) subtitle() string {
	unit := cmp.Or(b.text(b.kind.Unit), b.text(b.kind.Name))
	where := b.text(b.ds.Metadata().Title)
	if len(b.dates) == 0 {
		return b.l.T("chart.rounds.subtitle.undated", "Unit", unit, "Where", where)
	}
	return b.l.T("chart.rounds.subtitle", "Unit", unit, "Where", where, "Period", b.l.Date(period(b.dates)))
}

// period is the span from the first to the last day of the dates.
func period(dates []model.Date) model.Date {
	first, last := dates[0], dates[0]
	for _, d := range dates[1:] {
		if d.First().Before(first.First()) {
			first = d
		}
		if d.Last().After(last.Last()) {
			last = d
		}
	}
	const day = "2006-01-02"
	from, to := first.First().Format(day), last.Last().Format(day)
	if from == to {
		return model.MustDate(from)
	}
	return model.MustDate(from + "/" + to)
}

func (b *roundsBuilder) legend() []LegendEntry {
	if len(b.chart.Groups) == 0 {
		return nil
	}
	var list []LegendEntry
	for _, s := range b.sides {
		list = append(list, LegendEntry{Symbol: Swatch, Place: b.place[s.ID], Text: b.text(s.Name)})
	}
	for _, e := range []struct {
		used   bool
		symbol Symbol
		key    string
	}{
		{b.used.agreed, Hatched, "chart.legend.agreed"},
		{b.used.carried, Solid, "chart.legend.carried"},
		{b.used.unknown, Dashed, "chart.legend.unknown"},
		{b.used.disputed, Diamond, "chart.legend.disputed"},
		{b.used.ranges, Whisker, "chart.legend.range"},
		{b.used.inferred, Ring, "chart.legend.inferred"},
	} {
		if e.used {
			list = append(list, LegendEntry{Symbol: e.symbol, Place: NoSide, Text: b.l.T(e.key)})
		}
	}
	return list
}

// sourcesLine names the publishers with the most publications, and how many publications there are.
func sourcesLine(l *format.Locale, publications []*model.Source, most int) string {
	if len(publications) == 0 {
		return l.T("chart.sources.none")
	}
	count := map[string]int{}
	for _, s := range publications {
		count[clean(s.Publisher)]++
	}
	names := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), strings.Compare(a, b))
	})
	key := "chart.sources.all"
	if len(names) > most {
		key, names = "chart.sources.some", names[:most]
	}
	return l.N(key, len(publications), "Names", strings.Join(names, l.T("core.list.separator")))
}

// coverageLine says which version of the dataset this is and how far it reaches.
func coverageLine(l *format.Locale, m model.Metadata) string {
	parts := []string{l.T("chart.dataset", "Version", clean(m.Version))}
	if !m.Coverage.FoundUntil.IsZero() {
		parts = append(parts, l.T("chart.coverage.found", "Date", l.Date(m.Coverage.FoundUntil)))
	}
	compiled := m.Coverage.Compiled
	if compiled.IsZero() {
		compiled = m.Created
	}
	if !compiled.IsZero() {
		parts = append(parts, l.T("chart.coverage.compiled", "Date", l.Date(compiled)))
	}
	return ended(l.T("chart.coverage", "Parts", strings.Join(parts, "; ")))
}

// filters says which filters are on.
func (b *roundsBuilder) filters() string {
	var on []string
	if len(b.opts.Sides) > 0 {
		var names []string
		for _, s := range b.sides {
			names = append(names, b.text(s.Name))
		}
		on = append(on, b.l.T("chart.filters.sides", "Sides", b.l.List(names)))
	}
	if dates := b.filteredDates(); dates != "" {
		on = append(on, dates)
	}
	if len(on) == 0 {
		return b.l.T("chart.filters.none")
	}
	return ended(b.l.T("chart.filters", "List", strings.Join(on, "; ")))
}

// ended ends a sentence with a full stop, unless an abbreviation at its end has one.
func ended(sentence string) string { return strings.TrimSuffix(sentence, ".") + "." }

func (b *roundsBuilder) filteredDates() string {
	from, to := b.l.Date(b.opts.From), b.l.Date(b.opts.To)
	switch {
	case from == "" && to == "":
		return ""
	case to == "":
		return b.l.T("chart.filters.from", "Date", from)
	case from == "":
		return b.l.T("chart.filters.to", "Date", to)
	}
	return b.l.T("chart.filters.between", "From", from, "To", to)
}

// emptyText says that there is nothing to draw, and which filter to widen.
func (b *roundsBuilder) emptyText() string {
	text := b.l.T("chart.rounds.empty", "Kind", b.text(b.kind.Name))
	switch {
	case !b.opts.From.IsZero() || !b.opts.To.IsZero():
		text += " " + b.l.T("chart.rounds.empty.dates")
	case len(b.opts.Sides) > 0:
		text += " " + b.l.T("chart.rounds.empty.sides")
	default:
		text += " " + b.l.T("chart.rounds.empty.kind")
	}
	return text
}

func (b *roundsBuilder) addPledgeSources(p *model.Pledge, side model.SideID) {
	b.sources = append(b.sources, p.Sources...)
	if f, ok := p.To[side]; ok {
		b.sources = append(b.sources, f.Sources()...)
	}
}

// exchangeSources lists the publications behind what one side received: the exchanges, their numbers, their ties.
func exchangeSources(side model.SideID, c model.Carried) []model.SourceID {
	var ids []model.SourceID
	for _, e := range c.Exchanges() {
		ids = append(ids, e.Sources...)
		ids = append(ids, e.To[side].Sources()...)
		for _, t := range e.Ties {
			ids = append(ids, t.Sources...)
		}
	}
	return ids
}
