package chart

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/model"
	"parley/ui/format"
)

// question is what a chart is asked: of which dataset, in which language, about which kind and which sides. The words
// that stand around every chart follow from it.
type question struct {
	ds    *model.Dataset
	l     *format.Locale
	opts  Options
	kind  model.Kind
	sides []model.Side   // those shown, in the order shown
	all   []model.Side   // of the dataset, in the order shown
	ids   []model.SideID // of all, in the order of the dataset
	place map[model.SideID]int
	// onlyView says that the chart is about the part of the time axis that is drawn, and about nothing else.
	onlyView bool
}

func newQuestion(ds *model.Dataset, opts Options) question {
	q := question{ds: ds, l: opts.Locale, opts: opts, place: map[model.SideID]int{}}
	if q.l == nil {
		q.l = format.In("en")
	}
	q.kind = model.Kind{ID: opts.Kind, Name: model.Plain(string(opts.Kind))}
	if k := ds.Kind(opts.Kind); k != nil {
		q.kind = *k
	}
	q.ids, q.all = ds.SideIDs(), q.l.Sides(ds, opts.Swapped)
	for i, id := range q.ids {
		q.place[id] = i
	}
	for _, s := range q.all {
		if opts.shows(s.ID) {
			q.sides = append(q.sides, s)
		}
	}
	return q
}

// text returns a text of the dataset in the reader's language, fit for a picture.
func (q question) text(t model.Text) string { return clean(q.l.Text(t)) }

// unit is what the kind counts: "people".
func (q question) unit() string { return cmp.Or(q.text(q.kind.Unit), q.text(q.kind.Name)) }

// where is the name of the process that the numbers are about.
func (q question) where() string { return q.text(q.ds.Metadata().Title) }

// framed fills in what every chart says alike: the sources of its numbers, the filters, and how far the dataset reaches.
func (q question) framed(f Frame, publications []*model.Source) Frame {
	f.Lang = q.l.Lang()
	f.Sources = sourcesLine(q.l, publications, maxPublishers)
	f.SourcesShort = sourcesLine(q.l, publications, fewPublishers)
	f.Filters = q.filters(f.Legend)
	f.Coverage = coverageLine(q.l, q.ds.Metadata())
	f.Publications, f.Dataset = publications, q.ds.Metadata()
	return f
}

// maxPublishers is how many publishers a chart names inside its picture; fewPublishers how many where room is short.
const (
	maxPublishers = 5
	fewPublishers = 3
)

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

// coverageLine says which version of the dataset this is and how far it reaches, and before all that it is made up, where
// it is.
func coverageLine(l *format.Locale, m model.Metadata) string {
	m.Version = clean(m.Version)
	return l.Coverage(m)
}

// filters says which filters are on, which series of the legend are switched off, and which part of the time is drawn.
func (q question) filters(legend []LegendEntry) string {
	var on []string
	if len(q.opts.Sides) > 0 {
		var names []string
		for _, s := range q.sides {
			names = append(names, q.text(s.Name))
		}
		on = append(on, q.l.T("chart.filters.sides", "Sides", q.l.List(names)))
	}
	if dates := q.filteredDates(); dates != "" {
		on = append(on, dates)
	}
	if off := switchedOff(legend); len(off) > 0 {
		on = append(on, q.l.T("chart.filters.without", "List", q.l.List(off)))
	}
	if view := q.between(q.opts.ViewFrom, q.opts.ViewTo); view != "" {
		on = append(on, q.l.T(q.viewKey(), "Dates", view))
	}
	if len(on) == 0 {
		return q.l.T("chart.filters.none")
	}
	return ended(q.l.T("chart.filters", "List", strings.Join(on, "; ")))
}

// viewKey is that of what the part of the time axis that is drawn leaves out.
func (q question) viewKey() string {
	if q.onlyView {
		return "timeline.filters.view"
	}
	return "chart.filters.view"
}

// switchedOff names the series that the legend's entries switched off.
func switchedOff(legend []LegendEntry) []string {
	var off []string
	for _, e := range legend {
		if e.Off {
			off = append(off, e.Text)
		}
	}
	return off
}

// without reports whether the series with this key is switched off.
func (q question) without(key string) bool { return slices.Contains(q.opts.Without, key) }

func (q question) filteredDates() string { return q.between(q.opts.From, q.opts.To) }

// between says a period whose ends may be missing; "" where both are.
func (q question) between(first, last model.Date) string {
	from, to := q.l.Date(first), q.l.Date(last)
	switch {
	case from == "" && to == "":
		return ""
	case to == "":
		return q.l.T("chart.filters.from", "Date", from)
	case from == "":
		return q.l.T("chart.filters.to", "Date", to)
	}
	return q.l.T("chart.filters.between", "From", from, "To", to)
}

// emptyText says that there is nothing to draw, and which filter to widen; nothing is what to say where no filter is on.
func (q question) emptyText(nothing string) string {
	text := q.l.T("chart.empty", "Kind", q.text(q.kind.Name))
	switch {
	case !q.opts.From.IsZero() || !q.opts.To.IsZero():
		text += " " + q.l.T("chart.empty.dates")
	case len(q.opts.Sides) > 0:
		text += " " + q.l.T("chart.empty.sides")
	case len(q.opts.Without) > 0:
		text += " " + q.l.T("chart.empty.series")
	default:
		text += " " + nothing
	}
	return text
}

// ended ends a sentence with a full stop, unless an abbreviation at its end has one.
func ended(sentence string) string { return strings.TrimSuffix(sentence, ".") + "." }
