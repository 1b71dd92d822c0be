package chart

import (
	"slices"
	"strconv"
	"strings"

	"parley/model"
	"parley/ui/format"
)

func (b *categoriesBuilder) frame() Frame {
	f := Frame{
		Title:    b.l.T("chartcat.title", "Kind", b.text(b.kind.Name), "CarriedOut", b.text(b.kind.CarriedOut)),
		Subtitle: b.subtitle(),
		Notes:    b.notes(),
	}
	if len(b.chart.Panels) > 0 || b.hidden {
		f.Legend = b.legend()
	}
	switch {
	case len(b.chart.Panels) > 0:
	case b.hidden:
		f.Empty = b.allOffText()
	default:
		f.Empty = b.emptyText(b.l.T("chartcat.empty"))
	}
	f = b.framed(f, b.cited.list)
	f.Filters = b.filters(slices.Concat(f.Legend, b.partEntries()))
	return f
}

func (b *categoriesBuilder) subtitle() string {
	if len(b.dates) == 0 {
		return b.l.T("chartcat.subtitle.undated", "Unit", b.unit(), "Where", b.where())
	}
	return b.l.T("chartcat.subtitle", "Unit", b.unit(), "Where", b.where(), "Period", b.period())
}

// legend names the sides; the lines beside the bars explain the parts.
func (b *categoriesBuilder) legend() []LegendEntry {
	list := b.sidesLegend()
	if b.used.ranges {
		list = append(list, LegendEntry{
			Symbol: Whisker, Place: NoSide, Text: b.l.T("chart.legend.range"), Key: rangeSeries, Off: b.without(rangeSeries),
		})
	}
	if b.used.unknown {
		list = append(list, LegendEntry{Symbol: Dashed, Place: NoSide, Text: b.l.T("chartcat.legend.unknown")})
	}
	return list
}

// partEntries are the lines beside the bars as entries of the legend, each once: what is switched off is told among the
// filters.
func (b *categoriesBuilder) partEntries() []LegendEntry {
	var list []LegendEntry
	for _, p := range b.chart.Panels {
		for _, s := range p.Segments {
			e := LegendEntry{Text: s.Label, Key: s.Key, Off: s.Off}
			if !slices.Contains(list, e) {
				list = append(list, e)
			}
		}
	}
	return list
}

// notes say first how an exchange comes into a part.
func (b *categoriesBuilder) notes() []Note {
	if len(b.chart.Panels) == 0 {
		return nil
	}
	list := []Note{{Text: b.l.T("chartcat.note.labels"), Short: b.l.T("chartcat.note.labels.short")}}
	if slices.ContainsFunc(b.chart.Panels, func(p Panel) bool { return p.Way == ServiceWay }) {
		list = append(list, Note{Text: b.l.T("chartcat.note.service"), Short: b.l.T("chartcat.note.service.short")})
	}
	list = append(list,
		b.noteList("chartcat.note.contested", b.contested()),
		b.noteList("chart.note.approximate", b.approximate),
		b.noteList("chart.note.additional", b.additional),
	)
	return slices.DeleteFunc(list, func(n Note) bool { return n.Text == "" })
}

// contested are the exchanges that claims part in more than one way.
func (b *categoriesBuilder) contested() []string {
	var list []string
	for _, s := range b.sides {
		for _, e := range b.split.Troops[s.ID].Contested {
			list = append(list, b.l.T("chartcat.contested", "Date", b.l.Date(e.Date), "Side", b.text(s.Name)))
		}
	}
	return list
}

// categoryColumns are the columns of the table, in the order of the cells that a row has.
func categoryColumns() []Column {
	var list []Column
	for _, id := range []string{
		"parted_by", "category", "side", "count", "count_state", "count_low", "count_high", "range",
		"exchanges_counted", "exchanges_without_count", "publications", "sources",
	} {
		list = append(list, Column{ID: id, InCSV: id != "range"}) // CSV has its ends as count_low and count_high
	}
	return list
}

// categoryRow is what one row of the table is about.
type categoryRow struct {
	way, label string
	side       model.Side
	state      model.State
	carried    model.Carried
}

func (q question) categoryRow(r categoryRow) Row {
	c := r.carried
	publications := q.ds.Publications(exchangeSources(r.side.ID, c))
	count := Cell{Text: q.l.T("amount.unknown")}
	if len(c.Counted) > 0 {
		count = Cell{Text: q.l.Carried(c), Value: strconv.Itoa(c.Sum), Number: &c.Sum}
	}
	low, high, both := Cell{}, Cell{}, Cell{}
	if c.HasRange() {
		low, high, both = q.number(c.Low), q.number(c.High), words(q.l.Range(c.Low, c.High))
	}
	return Row{Cells: []Cell{
		words(r.way), words(r.label), words(q.text(r.side.Name)), count, words(stateWord(r.state, model.AtLeast)),
		low, high, both, q.count(len(c.Counted)), q.count(len(c.Uncounted)), q.count(len(publications)),
		words(listSources(publications)),
	}}
}

// AltText tells what the picture shows: the kind of chart, what it is about, and the main numbers.
func (c Categories) AltText() string {
	l := c.locale()
	parts := []string{ended(l.T("chartcat.alt", "Title", c.Title, "Subtitle", strings.TrimSuffix(c.Subtitle, ".")))}
	if c.Empty != "" {
		return parts[0] + " " + c.Empty
	}
	for i, p := range c.Panels {
		if i == maxTold {
			parts = append(parts, l.N("chart.rounds.alt.more", len(c.Panels)-maxTold))
			break
		}
		parts = append(parts, p.told(l))
	}
	return strings.Join(append(parts, c.Coverage), " ")
}

// told lists the parts of a bar: "Russia, by category, at least 5,103: All categories 4,512; ...".
func (p Panel) told(l *format.Locale) string {
	sum := p.Label
	if sum == "" {
		sum = l.T("amount.unknown")
	}
	var parts []string
	for _, s := range p.Segments {
		if s.Off {
			continue
		}
		value := s.Number
		if value == "" {
			value = l.T("amount.unknown")
		}
		parts = append(parts, l.T("chartcat.alt.part", "Label", s.Label, "Value", value))
	}
	return l.T("chartcat.alt.panel", "Side", p.Name, "Way", p.Heading, "Sum", sum, "Parts", strings.Join(parts, "; "))
}
