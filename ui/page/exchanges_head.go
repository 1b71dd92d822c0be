package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/part"
	"parley/ui/state"
)

// exchangesHead stands above the chart: which chart, of which kind, to whom, in which period, and what is left out.
type exchangesHead struct {
	page    *Exchanges
	content fyne.CanvasObject
	howto   *widget.Label
	kinds   map[model.KindID]*part.Pressable
	views   map[bool]*part.Pressable // by whether it is the table
	charts  map[chart.Name]*part.Pressable
	tabs    *fyne.Container // of the charts
	sides   *part.Choice
	period  *periodEntries
	// filters are the controls, and behind them in words what they leave out.
	filters  *fyne.Container
	controls []fyne.CanvasObject
	said     []leftOut
}

// sidesWidth is that of the choice of sides.
const sidesWidth = 176

func newExchangesHead(p *Exchanges) *exchangesHead {
	h := &exchangesHead{
		page: p, kinds: map[model.KindID]*part.Pressable{}, charts: map[chart.Name]*part.Pressable{},
	}
	l := p.desk.Locale
	howto, label := part.ChangingLine()
	h.howto = label
	h.sides = part.NewChoice(l.T("exchanges.sides"), h.chooseSide)
	h.period = newPeriodEntries(l, p.years(), p.setPeriod, func() { p.content.Refresh() })
	h.controls = append([]fyne.CanvasObject{part.Wide(sidesWidth, h.sides)}, h.period.objects...)
	h.filters = part.Flow(10, 4)
	views, viewTabs := p.desk.viewTabs(func(table bool) {
		p.desk.Store.Change(func(n *state.State) { n.Table = table })
	})
	h.views = views
	title := part.Ends(12, part.Flow(12, 2, part.TitleLine(l.T("exchanges.title")), h.kindTabs()), viewTabs)
	h.content = part.Inset(12, 24, 4, 24, part.Column(6,
		part.Column(2, title, howto), h.chartTabs(), part.Column(4, h.filters, h.period.fault)))
	return h
}

func (h *exchangesHead) kindTabs() fyne.CanvasObject {
	tabs := container.NewHBox()
	d := h.page.desk
	for _, k := range d.Dataset.Kinds() {
		tab := part.NewTab(d.Locale.Text(k.Name), func() {
			d.Store.Change(func(n *state.State) { n.Kind, n.View.Part, n.View.Zoom = k.ID, 0, state.Zoom{} })
		})
		h.kinds[k.ID] = tab
		tabs.Add(tab)
	}
	return tabs
}

// viewTabs are the tabs by which a chart is shown as a picture or as a table, by whether it is the table.
func (d *Desk) viewTabs(show func(table bool)) (map[bool]*part.Pressable, fyne.CanvasObject) {
	tabs, row := map[bool]*part.Pressable{}, container.NewHBox()
	for _, table := range []bool{false, true} {
		name := d.Locale.T("exchanges.chart")
		if table {
			name = d.Locale.T("exchanges.table")
		}
		tabs[table] = part.NewTab(name, func() { show(table) })
		row.Add(tabs[table])
	}
	return tabs, row
}

func (h *exchangesHead) chartTabs() fyne.CanvasObject {
	h.tabs = part.Flow(4, 2)
	d := h.page.desk
	for _, name := range shownCharts {
		tab := part.NewTab(d.Locale.T("exchanges.chart."+string(name)), func() {
			d.Store.Change(func(n *state.State) {
				n.Chart, n.View.Part, n.View.Zoom, n.View.Sort, n.View.Descending = string(name), 0, state.Zoom{}, "", false
			})
		})
		h.charts[name] = tab
		h.tabs.Add(tab)
	}
	return h.tabs
}

// show brings the controls in line with what is shown.
func (h *exchangesHead) show(now charted) {
	l := h.page.desk.Locale
	for id, tab := range h.kinds {
		tab.SetChosen(id == now.kind)
	}
	for table, tab := range h.views {
		tab.SetChosen(table == now.table)
	}
	for name, tab := range h.charts {
		tab.SetChosen(name == now.chart)
		if offered := chart.IsOffered(name, h.page.desk.Dataset, now.kind); offered != tab.Visible() {
			part.SetShown(tab, offered)
			h.tabs.Refresh()
		}
	}
	words := l.T("exchanges.howto." + string(now.chart))
	if now.table {
		words = l.T("chartpart.howto.table")
	}
	if h.howto.Text != words {
		h.howto.SetText(words)
	}
	h.offerSides(now.view.Sides)
	h.period.show(now.view.From, now.view.To)
	h.showFilters(now, h.page.made.chart)
}

// offerSides offers all sides together and each one; of more than two sides several can be chosen.
func (h *exchangesHead) offerSides(chosen state.Keys) {
	l := h.page.desk.Locale
	names, at := []string{l.T("exchanges.allsides")}, 0
	for i, s := range h.page.desk.sides() {
		name := l.T("figure.to", "Side", l.Text(s.Name))
		if chosen.Has(string(s.ID)) {
			at = i + 1
		}
		names = append(names, name)
	}
	if several := chosen.List(); len(several) > 1 {
		names = append(names, h.page.sidesWords(chosen))
		at = len(names) - 1
	}
	h.sides.Offer(names, at)
}

// chooseSide shows one side; where there are more than two, together with those that were chosen before, or without it.
// The first entry shows all.
func (h *exchangesHead) chooseSide(i int) {
	sides := h.page.desk.sides()
	if i > len(sides) {
		return // what is shown already
	}
	h.page.change(func(v *state.View) {
		switch {
		case i == 0:
			v.Sides = ""
		case len(sides) == 2:
			v.Sides = state.Keys(sides[i-1].ID)
		default:
			v.Sides = v.Sides.Toggled(string(sides[i-1].ID))
		}
		if len(v.Sides.List()) == len(sides) {
			v.Sides = ""
		}
		v.Part = 0
	})
}
