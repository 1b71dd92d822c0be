package page

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/part"
	"parley/ui/state"
)

// Exchanges shows what was agreed and what was carried out in the charts, and each as a table of the same numbers.
type Exchanges struct {
	desk    *Desk
	content fyne.CanvasObject
	head    *exchangesHead
	foot    *exchangesFoot
	picture *part.Picture
	table   *numberTable

	turn  state.InTurn[made]
	made  made // what is shown
	zoom  zoomer
	shown charted
	ready bool
}

// charted is the part of a state that the page depends on.
type charted struct {
	chart    chart.Name
	kind     model.KindID
	view     state.View
	swapped  bool
	table    bool
	selected model.Item
}

// made is a chart and what was drawn of it.
type made struct {
	of      charted // but for the order of the table
	chart   chart.Chart
	drawing part.Drawing // where the picture is shown
	picture chart.Picture
	table   chart.Table // where the table is shown, in the order that was asked for
	took    time.Duration
}

// shownCharts are the charts of the page, in the order in which it offers them. The last is not there for every kind: so no
// name moves when it comes or goes.
var shownCharts = []chart.Name{
	chart.RoundsName, chart.TimeName, chart.ExchangesName, chart.FulfilmentName, chart.CategoriesName,
}

// NewExchanges returns the page.
func NewExchanges(d *Desk) *Exchanges {
	p := &Exchanges{desk: d}
	p.turn = state.InTurn[made]{Spawn: d.Spawn, OnUI: d.OnUI}
	p.picture = part.NewPicture(func(part.PictureSize) { p.draw() })
	p.picture.Name = d.Locale.T("exchanges.chart")
	p.zoom = zoomer{
		axis: func() *chart.TimeAxis { return p.made.picture.Time },
		now:  func() state.Zoom { return p.shown.view.Zoom },
		show: p.setZoom,
	}
	p.picture.OnZoom, p.picture.OnMove, p.picture.OnWhole = p.zoom.by, p.zoom.move, p.zoom.whole
	p.picture.OnTurn = p.turnBy
	p.picture.OnMenu = p.offerActions
	p.table = newNumberTable(d, func(o tableOrder) {
		p.change(func(v *state.View) { v.Sort, v.Descending = o.by, o.descending })
	})
	p.head, p.foot = newExchangesHead(p), newExchangesFoot(p)
	p.content = container.NewVScroll(part.Between(p.head.content, p.foot.content, part.AtLeastHigh(leastChart,
		container.NewStack(part.Inset(0, 12, 0, 12, p.picture), part.Inset(4, 24, 0, 24, p.table.content)))))
	return p
}

// leastChart is the least height of a chart or table, for text of the designed size. Where the window leaves less the page
// scrolls.
const leastChart = 320

// Content implements Page.
func (p *Exchanges) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *Exchanges) Show(now state.State) {
	next := p.chartedIn(now)
	if p.ready && next == p.shown {
		return
	}
	p.ready, p.shown = true, next
	p.head.show(next)
	part.SetShown(p.table.content, next.table)
	part.SetShown(p.picture, !next.table)
	p.draw()
}

func (p *Exchanges) chartedIn(now state.State) charted {
	return charted{
		chart: p.chartFor(now), kind: now.Kind, view: now.View, swapped: now.Swapped, table: now.Table, selected: now.Selected,
	}
}

// chartFor is the chart that is asked for, else the first that there is of the kind.
func (p *Exchanges) chartFor(now state.State) chart.Name {
	offered := p.offered(now.Kind)
	if name := chart.Name(now.Chart); slices.Contains(offered, name) || len(offered) == 0 {
		return name
	}
	return offered[0]
}

func (p *Exchanges) offered(kind model.KindID) []chart.Name {
	return slices.DeleteFunc(slices.Clone(shownCharts), func(n chart.Name) bool {
		return !chart.IsOffered(n, p.desk.Dataset, kind)
	})
}

// change changes the view that is shown.
func (p *Exchanges) change(change func(*state.View)) {
	p.desk.Store.Change(func(n *state.State) { change(&n.View) })
}

// options are those that the chart is made with.
func (c charted) options(d *Desk) chart.Options {
	o := chart.Options{
		Kind: c.kind, Swapped: c.swapped, From: c.view.From, To: c.view.To, Without: c.view.Without.List(),
		ViewFrom: c.view.Zoom.From, ViewTo: c.view.Zoom.To, Page: c.view.Part, Selected: c.selected, Locale: d.Locale,
	}
	for _, id := range c.view.Sides.List() {
		o.Sides = append(o.Sides, model.SideID(id))
	}
	return o
}

// inAnyOrder is what a chart depends on.
func (c charted) inAnyOrder() charted {
	c.view.Sort, c.view.Descending, c.table = "", false, false
	return c
}

// quick is what a picture may take that is drawn at once; what takes longer is drawn beside the window.
const quick = 6 * time.Millisecond

// draw has the chart made and drawn. What is shown stays until it is done.
func (p *Exchanges) draw() {
	size, isKnown := p.picture.Wanted()
	if !p.ready || !p.shown.table && !isKnown {
		return // the picture asks as soon as it has a size
	}
	work := p.work(p.shown, size)
	if took := p.made.took; took > 0 && took < quick && p.isLikeLast() && !p.turn.IsBusy() {
		p.put(work())
		return
	}
	p.turn.Start(work, p.put)
}

// isLikeLast reports whether what is asked for takes about as long as what was made last: it differs at most in the size,
// the part of the axis, the page, the order, and what is selected.
func (p *Exchanges) isLikeLast() bool {
	last, next := p.made.of, p.shown
	last.view.Zoom, last.view.Part, last.selected = next.view.Zoom, next.view.Part, next.selected
	return last == next.inAnyOrder() && next.table == (p.made.table.Columns != nil)
}

// work is what draws: it touches nothing that the window changes.
func (p *Exchanges) work(asked charted, size part.PictureSize) func() made {
	d, before := p.desk, p.made
	return func() made {
		start := time.Now()
		m := made{of: asked.inAnyOrder(), chart: before.chart}
		if m.chart == nil || before.of != m.of {
			m.chart = chart.New(asked.chart, d.Dataset, asked.options(d))
		}
		if asked.table {
			m.table = sorted(d.Locale, m.chart.Table(), asked.view.Sort, asked.view.Descending)
		} else {
			m.picture, m.drawing = drawn(d.Locale, m.chart, size)
		}
		m.took = max(time.Since(start), 1)
		return m
	}
}

// put shows what was drawn.
func (p *Exchanges) put(m made) {
	p.made = m
	switch {
	case p.shown.table && m.table.Columns != nil && m.of.chart == p.shown.chart:
		p.table.show(p.shown.chart, m.table, tableOrder{p.shown.view.Sort, p.shown.view.Descending}, p.shown.selected)
	case !p.shown.table && (m.drawing.Image != nil || m.drawing.Words != ""):
		m.drawing.Spots = p.spots(m.picture)
		p.picture.Put(m.drawing)
	}
	p.head.showFilters(p.shown, m.chart)
	p.foot.show(p.shown, m)
}

// seriesName is what a chart calls a series; empty where it has no such series.
func seriesName(c chart.Chart, key string) string {
	if c == nil {
		return ""
	}
	for _, e := range c.Head().Legend {
		if e.Key == key {
			return e.Text
		}
	}
	if categories, ok := c.(chart.Categories); ok { // the lines beside its bars are its legend
		for _, p := range categories.Panels {
			for _, s := range p.Segments {
				if s.Key == key {
					return s.Label
				}
			}
		}
	}
	return ""
}
