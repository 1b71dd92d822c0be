package chart

import (
	"slices"
	"strings"

	"parley/model"
)

// CategoriesChart asks the dataset for the chart by category. Equal questions to equal datasets give equal charts.
func CategoriesChart(ds *model.Dataset, opts Options) Categories {
	b := &categoriesBuilder{deeds: newDeeds(ds, opts)}
	b.split = ds.Split(opts.Kind, func(e *model.Exchange) bool { return opts.includes(e.Date) })
	b.places = ds.LabelSets(opts.Kind)
	b.addWay(b.labelPanel)
	if slices.ContainsFunc(b.sides, func(s model.Side) bool { return len(b.split.Troops[s.ID].Split) > 0 }) {
		b.addWay(b.servicePanel)
	}
	b.noteDeeds()
	b.chart.Frame = b.frame()
	b.chart.Selected, b.chart.Page = opts.Selected, opts.Page
	b.chart.question, b.chart.rows = b.question, b.rows
	return b.chart
}

// categoriesBuilder gathers what the chart by category shows.
type categoriesBuilder struct {
	deeds
	split  model.Split
	places [][]model.CategoryID // every set of labels that occurs, whatever the filters: its place gives its pattern
	chart  Categories
	rows   []categoryRow
}

// addWay adds a panel of one way for every side that is switched on and received something.
func (b *categoriesBuilder) addWay(panel func(model.Side) Panel) {
	for _, s := range b.sides {
		if !b.received(s.ID) {
			continue
		}
		rows := b.rows
		p := panel(s)
		if b.without(sideSeries(s.ID)) {
			b.hidden, b.rows = true, rows
			continue
		}
		p.Side, p.Name, p.Place = s.ID, b.text(s.Name), b.place[s.ID]
		b.chart.Panels = append(b.chart.Panels, p)
	}
}

func (b *categoriesBuilder) received(side model.SideID) bool {
	return slices.ContainsFunc(b.split.Labels, func(l model.Labelled) bool {
		return len(l.Carried[side].Exchanges()) > 0
	})
}

// labelPanel is what a side received by the exact sets of labels.
func (b *categoriesBuilder) labelPanel(side model.Side) Panel {
	p := Panel{Way: LabelWay, Heading: b.l.T("chartcat.way.labels")}
	var counted, uncounted int
	for _, l := range b.split.Labels {
		c := l.Carried[side.ID]
		if len(c.Exchanges()) == 0 {
			continue
		}
		s := b.labelSegment(side, l, c)
		p.Segments = append(p.Segments, s)
		b.rows = append(b.rows, categoryRow{way: p.Heading, label: s.Label, side: side, state: c.State(), carried: c})
		if s.Off {
			b.hidden = true
			continue
		}
		p.Sum, p.Low, p.High = p.Sum+c.Sum, p.Low+c.Low, p.High+c.High
		counted, uncounted = counted+len(c.Counted), uncounted+len(c.Uncounted)
	}
	p.HasRange = p.Low != p.High && !b.without(rangeSeries)
	b.used.ranges = b.used.ranges || p.Low != p.High
	p.Label, p.Text = b.sumWords(p.Sum, counted), b.exchangeWords(counted, uncounted)
	return p
}

// sumWords is a sum as it is written; empty where nothing was counted.
func (b *categoriesBuilder) sumWords(sum, counted int) string {
	if counted == 0 {
		return ""
	}
	return b.l.Qualified(sum, model.AtLeast)
}

func (b *categoriesBuilder) labelSegment(side model.Side, l model.Labelled, c model.Carried) Segment {
	s := Segment{
		Key: labelSeries(l.Categories), Pattern: NotSplit, Label: b.labelWords(l.Categories), State: c.State(), Value: c.Sum,
	}
	if len(l.Categories) > 0 {
		s.Pattern = slices.IndexFunc(b.places, func(p []model.CategoryID) bool { return slices.Equal(p, l.Categories) })
	}
	s.Off = b.without(s.Key)
	if len(c.Counted) > 0 {
		s.Number = b.l.Number(c.Sum)
	}
	s.Exchanges = b.exchangeWords(len(c.Counted), len(c.Uncounted))
	if len(c.Uncounted) > 0 {
		s.Uncounted = s.Exchanges
		if len(c.Counted) > 0 {
			s.Uncounted = b.l.N("chartcat.more", len(c.Uncounted))
		}
		b.used.unknown = b.used.unknown || len(c.Counted) == 0
	}
	s.Items = exchangesIn(model.TallySlot{Carried: map[model.SideID]model.Carried{side.ID: c}})
	s.Text = b.segmentText(side, s, c, l.By[side.ID])
	return s
}

// labelSeries is the key of a set of labels.
func labelSeries(labels []model.CategoryID) string {
	key := "labels:"
	for i, id := range labels {
		if i > 0 {
			key += "+"
		}
		key += string(id)
	}
	return key
}

// labelWords names a set of labels. That of all categories alone says that it is not split into them: its own name beside
// the others would read as their sum.
func (b *categoriesBuilder) labelWords(labels []model.CategoryID) string {
	if len(labels) == 0 {
		return b.l.T("chartcat.unlabelled")
	}
	var names []string
	for _, id := range labels {
		name := string(id)
		if id == model.AllCategories && len(labels) == 1 {
			name = b.l.T("chartcat.unsplit")
		} else if c := b.ds.Category(id); c != nil {
			name = b.text(c.Name)
		}
		names = append(names, name)
	}
	return strings.Join(names, b.l.T("chartcat.plus"))
}

// exchangeWords is "in 43 exchanges, 9 more without an exact count".
func (b *categoriesBuilder) exchangeWords(counted, uncounted int) string {
	switch {
	case counted == 0 && uncounted == 0:
		return ""
	case counted == 0:
		return b.l.N("chartcat.uncounted", uncounted)
	case uncounted == 0:
		return b.l.N("chartcat.counted", counted)
	}
	return b.joined([]string{b.l.N("chartcat.counted", counted), b.l.N("chartcat.more", uncounted)})
}

// segmentText is the text of a tooltip: the number, its range, who says so, and how many publications it rests on.
func (b *categoriesBuilder) segmentText(
	side model.Side, s Segment, c model.Carried, by []model.Reporter,
) string {
	value := s.Exchanges
	if s.Number != "" {
		value = b.joined([]string{s.Number, s.Exchanges})
	}
	bar := Bar{Low: c.Low, High: c.High, HasRange: c.HasRange()}
	return b.sentence("chartcat.tip", s.Label, b.text(side.Name), value, bar, b.sidesBefore(by),
		b.cited.addCarried(side.ID, c))
}

// sidesBefore are reporters, the sides first.
func (q question) sidesBefore(by []model.Reporter) []model.Reporter {
	by = slices.Clone(by)
	q.sidesFirst(by)
	return by
}

// servicePanel is what a side received, parted into military and civilians.
func (b *categoriesBuilder) servicePanel(side model.Side) Panel {
	t := b.split.Troops[side.ID]
	p := Panel{Way: ServiceWay, Heading: b.l.T("chartcat.way.service")}
	parts := []struct {
		name    string
		pattern int
		value   int
		in      []*model.Exchange
		by      []model.Reporter
	}{
		{"military", 0, t.Military, t.Split, t.SplitBy},
		{"civilians", 1, t.Civilians, t.Split, t.SplitBy},
		{"notsplit", NotSplit, t.NotSplit, t.Unsplit, t.UnsplitBy},
	}
	counted := 0
	for i, part := range parts {
		if len(part.in) == 0 {
			continue
		}
		c := model.Carried{Sum: part.value, Low: part.value, High: part.value, Counted: part.in}
		s := Segment{
			Key: "service:" + part.name, Pattern: part.pattern, Label: b.l.T("chartcat.service." + part.name),
			State: model.Known, Value: part.value, Number: b.l.Number(part.value),
			Exchanges: b.exchangeWords(len(part.in), 0),
			Items:     exchangesIn(model.TallySlot{Carried: map[model.SideID]model.Carried{side.ID: c}}),
		}
		s.Off = b.without(s.Key)
		s.Text = b.segmentText(side, s, c, part.by)
		p.Segments = append(p.Segments, s)
		b.rows = append(b.rows, categoryRow{way: p.Heading, label: s.Label, side: side, state: model.Known, carried: c})
		if s.Off {
			b.hidden = true
			continue
		}
		p.Sum += part.value
		if i != 1 { // military and civilians are of the same exchanges
			counted += len(part.in)
		}
	}
	p.Label, p.Text = b.sumWords(p.Sum, counted), b.exchangeWords(counted, 0)
	return p
}

// noteDeeds keeps what the notes say of the exchanges that are shown.
func (b *categoriesBuilder) noteDeeds() {
	for _, l := range b.split.Labels {
		b.noteExchanges([]model.TallySlot{{Carried: l.Carried}})
	}
}
