package page

import (
	"slices"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/part"
	"parley/ui/state"
)

// leftOut is something that a filter leaves out, in words, and what shows it again.
type leftOut struct {
	words string
	off   func(*state.View)
}

// filters are those that are on.
func (p *Exchanges) filters(now charted, c chart.Chart) []leftOut {
	l := p.desk.Locale
	var on []leftOut
	if now.view.Sides != "" {
		on = append(on, leftOut{p.sidesWords(now.view.Sides), func(v *state.View) { v.Sides = "" }})
	}
	if !now.view.From.IsZero() || !now.view.To.IsZero() {
		on = append(on, leftOut{p.desk.periodWords(now.view.From, now.view.To), func(v *state.View) { v.From, v.To = model.Date{}, model.Date{} }})
	}
	if z := now.view.Zoom; z != (state.Zoom{}) {
		words := l.T("chartpart.filter", "Dates", p.desk.periodWords(z.From, z.To))
		on = append(on, leftOut{words, func(v *state.View) { v.Zoom = state.Zoom{} }})
	}
	for _, key := range now.view.Without.List() {
		name := seriesName(c, key)
		if name == "" {
			continue // switched off in another chart; this one has no such series
		}
		words := l.T("exchanges.without", "Series", name)
		on = append(on, leftOut{words, func(v *state.View) { v.Without = v.Without.Toggled(key) }})
	}
	return on
}

// sidesWords is "to Norland and Sudland only".
func (p *Exchanges) sidesWords(chosen state.Keys) string {
	l := p.desk.Locale
	var names []string
	for _, s := range p.desk.sides() {
		if chosen.Has(string(s.ID)) {
			names = append(names, l.Text(s.Name))
		}
	}
	return l.T("exchanges.sides.one", "Side", l.List(names))
}

// periodWords is "from May 2025", "up to 2025", or both.
func (d *Desk) periodWords(from, to model.Date) string {
	l := d.Locale
	switch {
	case to.IsZero():
		return l.T("exchanges.period.from", "From", l.Date(from))
	case from.IsZero():
		return l.T("exchanges.period.to", "To", l.Date(to))
	case from == to:
		return l.Date(from)
	}
	return l.T("exchanges.period.both", "From", l.Date(from), "To", l.Date(to))
}

// showFilters says which filters are on; each goes off when it is pressed.
func (h *exchangesHead) showFilters(now charted, c chart.Chart) {
	on := h.page.filters(now, c)
	same := func(a, b leftOut) bool { return a.words == b.words }
	if h.filters.Objects != nil && slices.EqualFunc(on, h.said, same) {
		h.said = on
		return
	}
	h.said = on
	l := h.page.desk.Locale
	h.filters.Objects = append(slices.Clone(h.controls), part.SmallLine(l.T("exchanges.filters")))
	for i, f := range on {
		h.filters.Add(part.NewChip(f.words, l.T("exchanges.filter.off", "Filter", f.words), func() { h.switchOff(i) }))
	}
	switch {
	case len(on) == 0:
		h.filters.Add(part.SmallLine(l.T("exchanges.filters.none")))
	default:
		h.filters.Add(part.SmallLink(l.T("exchanges.reset"), h.page.resetFilters))
	}
	h.page.content.Refresh()
}

func (h *exchangesHead) switchOff(i int) {
	if i < len(h.said) {
		off := h.said[i].off
		h.page.change(func(v *state.View) { off(v); v.Part = 0 })
	}
}

// resetFilters shows everything of the kind.
func (p *Exchanges) resetFilters() {
	p.change(func(v *state.View) { *v = state.View{Sort: v.Sort, Descending: v.Descending} })
}

// FittingView is a view without the sides that a dataset lacks; where it has none of them, all are shown.
func FittingView(ds *model.Dataset, v state.View) state.View {
	for _, id := range v.Sides.List() {
		if ds.Side(model.SideID(id)) == nil {
			v.Sides = v.Sides.Toggled(id)
		}
	}
	return v
}
