package chart

import (
	"maps"
	"slices"

	"parley/model"
)

// shown is what is left of a side's bars with the series that are switched on; ok is false where nothing is. The scale
// follows what is left. A side that is switched off is out of the table too, a look is not.
func (q question) shown(s SideBars) (left SideBars, ok bool) {
	if q.without(sideSeries(s.Side)) {
		return s, false
	}
	left = s
	left.Agreed, left.Carried = q.shownBar(s.Agreed, agreedSeries), q.shownBar(s.Carried, carriedSeries)
	if q.without(inferredSeries) {
		left.Inferred = nil
	}
	return left, left.isDrawn() || !s.isDrawn()
}

func (s SideBars) isDrawn() bool {
	return s.Agreed.State != model.NotApplicable || s.Carried.State != model.NotApplicable || len(s.Inferred) > 0
}

func (q question) shownBar(b Bar, series string) Bar {
	switch {
	case q.without(series),
		b.State == model.Unknown && q.without(unknownSeries),
		b.State == model.Disputed && q.without(disputedSeries):
		return Bar{State: model.NotApplicable}
	case q.without(rangeSeries):
		b.HasRange, b.Low, b.High = false, 0, 0
	}
	return b
}

// seriesLegend explains the sides and the looks that are used, each with the key that switches it off and on.
func (b *deeds) seriesLegend() []LegendEntry {
	list := b.sidesLegend()
	for _, e := range []struct {
		used   bool
		symbol Symbol
		key    string
		text   string
	}{
		{b.used.agreed, Hatched, agreedSeries, "chart.legend.agreed"},
		{b.used.carried, Solid, carriedSeries, "chart.legend.carried"},
		{b.used.unknown, Dashed, unknownSeries, "chart.legend.unknown"},
		{b.used.disputed, Diamond, disputedSeries, "chart.legend.disputed"},
		{b.used.ranges, Whisker, rangeSeries, "chart.legend.range"},
		{b.used.inferred, Ring, inferredSeries, "chart.legend.inferred"},
	} {
		if e.used {
			list = append(list, LegendEntry{
				Symbol: e.symbol, Place: NoSide, Text: b.l.T(e.text), Key: e.key, Off: b.without(e.key),
			})
		}
	}
	return list
}

// allOffText says that all that could be drawn is switched off.
func (q question) allOffText() string {
	return q.l.T("chart.empty", "Kind", q.text(q.kind.Name)) + " " + q.l.T("chart.empty.series")
}

// sidesLegend names the sides and their colours.
func (q question) sidesLegend() []LegendEntry {
	var list []LegendEntry
	for _, s := range q.sides {
		key := sideSeries(s.ID)
		list = append(list, LegendEntry{
			Symbol: Swatch, Place: q.place[s.ID], Text: q.text(s.Name), Key: key, Off: q.without(key),
		})
	}
	return list
}

// isSelected reports whether what the slot is about, or an exchange that is counted in it, is the item.
func (s Slot) isSelected(i model.Item) bool {
	return i != model.Item{} && (s.Item == i || slices.Contains(s.Exchanges, i))
}

// exchangesIn are the exchanges counted in a slot, as items; those tied by inference have marks of their own.
func exchangesIn(t model.TallySlot) []model.Item {
	var list []model.Item
	seen := map[*model.Exchange]bool{}
	for _, side := range sortedSides(t.Carried) {
		c := t.Carried[side]
		if len(t.Carried) == 1 { // each is there once
			list = make([]model.Item, 0, len(c.Counted)+len(c.Uncounted))
			for _, e := range slices.Concat(c.Counted, c.Uncounted) {
				list = append(list, exchangeItem(e))
			}
			return list
		}
		for _, e := range slices.Concat(c.Counted, c.Uncounted) {
			if !seen[e] {
				seen[e] = true
				list = append(list, model.Item{Kind: model.ExchangeItem, ID: string(e.ID)})
			}
		}
	}
	return list
}

func sortedSides(m map[model.SideID]model.Carried) []model.SideID {
	return slices.Sorted(maps.Keys(m))
}
