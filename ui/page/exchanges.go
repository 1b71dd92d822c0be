package page

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/part"
	"parley/ui/state"
)

// Exchanges shows what was agreed and what was carried out, by round, as a chart and as a table of the same numbers.
type Exchanges struct {
	desk    *Desk
	content fyne.CanvasObject
	kinds   map[model.KindID]*part.Pressable
	views   map[bool]*part.Pressable // by whether it is the table
	side    *widget.Select
	filters *widget.Label
	reset   fyne.CanvasObject
	picture *part.Picture
	table   *numberTable
	chart   chart.Rounds
	// exported are the choices of the last export.
	exported exportChoices
	shown    state.State
	ready    bool
}

// NewExchanges returns the page.
func NewExchanges(d *Desk) *Exchanges {
	p := &Exchanges{desk: d, kinds: map[model.KindID]*part.Pressable{}, views: map[bool]*part.Pressable{}}
	p.picture = part.NewPicture(p.draw)
	p.table = newNumberTable(d)
	head := part.Inset(24, 24, 8, 24, part.Column(12,
		part.Column(lineGap, part.Title(d.Locale.T("exchanges.title")), part.Muted(d.Locale.T("exchanges.howto"))),
		container.NewBorder(nil, nil, p.kindTabs(), p.viewTabs()),
	))
	p.content = container.NewBorder(head, p.foot(), nil, nil,
		container.NewStack(part.Inset(0, 16, 0, 16, p.picture), part.Inset(0, 24, 0, 24, p.table.content)))
	return p
}

func (p *Exchanges) kindTabs() fyne.CanvasObject {
	tabs := container.NewHBox()
	for _, k := range p.desk.Dataset.Kinds() {
		tab := part.NewTab(p.desk.Locale.Text(k.Name), func() { p.desk.Store.Change(func(n *state.State) { n.Kind = k.ID }) })
		p.kinds[k.ID] = tab
		tabs.Add(tab)
	}
	return tabs
}

func (p *Exchanges) viewTabs() fyne.CanvasObject {
	tabs := container.NewHBox()
	for _, table := range []bool{false, true} {
		name := p.desk.Locale.T("exchanges.chart")
		if table {
			name = p.desk.Locale.T("exchanges.table")
		}
		p.views[table] = part.NewTab(name, func() { p.desk.Store.Change(func(n *state.State) { n.Table = table }) })
		tabs.Add(p.views[table])
	}
	return tabs
}

// foot holds the filters, in words and to choose from, and the export.
func (p *Exchanges) foot() fyne.CanvasObject {
	l := p.desk.Locale
	p.side = widget.NewSelect(p.sideNames(), nil)
	p.filters = widget.NewLabel("")
	p.filters.Importance = widget.LowImportance
	p.filters.Truncation = fyne.TextTruncateEllipsis
	p.reset = part.SmallLink(l.T("exchanges.reset"), func() { p.chooseSide("") })
	swap := widget.NewButton(l.T("exchanges.swap"), func() { p.desk.Store.Change(func(n *state.State) { n.Swapped = !n.Swapped }) })
	export := widget.NewButton(l.T("exchanges.export"), p.Export)
	export.Importance = widget.HighImportance
	controls := container.NewHBox(p.side, swap, export)
	return part.Inset(8, 24, 16, 24, container.NewBorder(nil, nil, nil, controls,
		container.NewBorder(nil, nil, nil, container.NewCenter(p.reset), p.filters)))
}

func (p *Exchanges) sideNames() []string {
	names := []string{p.desk.Locale.T("exchanges.allsides")}
	for _, s := range p.desk.sides() {
		names = append(names, p.desk.Locale.T("figure.to", "Side", p.desk.Locale.Text(s.Name)))
	}
	return names
}

func (p *Exchanges) chooseSide(id model.SideID) {
	p.desk.Store.Change(func(n *state.State) { n.Side = id })
}

// Content implements Page.
func (p *Exchanges) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *Exchanges) Show(now state.State) {
	same := now.Kind == p.shown.Kind && now.Side == p.shown.Side && now.Swapped == p.shown.Swapped && now.Table == p.shown.Table
	if p.ready && same {
		return
	}
	p.ready, p.shown = true, now
	for id, tab := range p.kinds {
		tab.SetChosen(id == now.Kind)
	}
	for table, tab := range p.views {
		tab.SetChosen(table == now.Table)
	}
	p.showFilters(now)
	p.chart = chart.RoundsChart(p.desk.Dataset, p.options(now))
	p.table.show(p.chart.Table())
	part.SetShown(p.table.content, now.Table)
	part.SetShown(p.picture, !now.Table)
	p.picture.Redraw()
}

func (p *Exchanges) options(now state.State) chart.Options {
	o := chart.Options{Kind: now.Kind, Swapped: now.Swapped, Locale: p.desk.Locale}
	if now.Side != "" {
		o.Sides = []model.SideID{now.Side}
	}
	return o
}

// showFilters says in words which filters are on.
func (p *Exchanges) showFilters(now state.State) {
	l, ds := p.desk.Locale, p.desk.Dataset
	sides, chosen := l.T("exchanges.sides.all"), 0
	if s := ds.Side(now.Side); s != nil {
		sides = l.T("exchanges.sides.one", "Side", l.Text(s.Name))
	}
	order := p.desk.sides()
	for i, s := range order {
		if s.ID == now.Side {
			chosen = i + 1
		}
	}
	p.side.OnChanged = nil // the choice is shown, not made
	p.side.Options = p.sideNames()
	p.side.SetSelectedIndex(chosen)
	p.side.OnChanged = func(string) {
		if i := p.side.SelectedIndex(); i > 0 {
			p.chooseSide(order[i-1].ID)
			return
		}
		p.chooseSide("")
	}
	kind := ""
	if k := ds.Kind(now.Kind); k != nil {
		kind = l.Text(k.Name)
	}
	p.filters.SetText(l.T("exchanges.filters", "Kind", kind, "Sides", sides))
	part.SetShown(p.reset, now.Side != "")
}

// draw draws the chart at the size of its place in the window.
func (p *Exchanges) draw(width, height int, scale float64) part.Drawing {
	size := chart.Size{Width: max(width, chart.MinWidth), Height: max(height, chart.MinHeight), Scale: max(scale, chart.MinScale)}
	picture, err := p.chart.Render(size, part.CurrentPalette())
	if err != nil {
		fyne.LogError("draw the chart across rounds", err)
		return part.Drawing{Image: image.NewRGBA(image.Rect(0, 0, 1, 1))}
	}
	drawing := part.Drawing{Image: picture.Image}
	for _, m := range picture.Marks {
		spot := part.Spot{Rect: m.Rect, Text: m.Text}
		if !m.Item.IsZero() {
			spot.OnPress = func() { p.desk.Store.Select(m.Item) }
		}
		drawing.Spots = append(drawing.Spots, spot)
	}
	return drawing
}
