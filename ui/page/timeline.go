package page

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/export"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
)

// Timeline shows all that took place on one time axis, and the same as a table.
type Timeline struct {
	desk    *Desk
	content fyne.CanvasObject
	head    *timelineHead
	foot    *timelineFoot
	picture *part.Picture
	table   *numberTable

	turn  state.InTurn[timelineMade]
	made  timelineMade // what is shown
	zoom  zoomer
	shown timelineAsked
	ready bool
}

var _ Charting = (*Timeline)(nil)

// timelineAsked is the part of a state that the page depends on.
type timelineAsked struct {
	view     state.TimelineView
	swapped  bool
	selected model.Item
}

// timelineMade is the chart and what was drawn of it.
type timelineMade struct {
	of      timelineAsked
	chart   *chart.Timeline
	drawing part.Drawing // where the picture is shown
	picture chart.Picture
	table   chart.Table // where the table is shown
	took    time.Duration
}

// NewTimeline returns the page.
func NewTimeline(d *Desk) *Timeline {
	p := &Timeline{desk: d}
	p.turn = state.InTurn[timelineMade]{Spawn: d.Spawn, OnUI: d.OnUI}
	p.zoom = zoomer{
		axis: func() *chart.TimeAxis {
			if p.made.chart == nil {
				return nil
			}
			return p.made.chart.Axis()
		},
		now:  func() state.Zoom { return p.shown.view.Zoom },
		show: p.setZoom,
	}
	p.picture = part.NewPicture(func(part.PictureSize) { p.draw() })
	p.picture.Name = d.Locale.T("page.timeline")
	p.picture.OnZoom, p.picture.OnMove, p.picture.OnWhole = p.zoom.by, p.zoom.move, p.zoom.whole
	p.picture.OnMenu = func(at fyne.Position) { d.offerActions(p, at, p.zoom.whole) }
	p.table = newNumberTable(d, func(o tableOrder) {
		p.change(func(v *state.TimelineView) { v.Sort, v.Descending = o.by, o.descending })
	})
	p.head, p.foot = newTimelineHead(p), newTimelineFoot(p)
	p.content = container.NewVScroll(part.Between(p.head.content, p.foot.content, part.AtLeastHigh(leastChart,
		container.NewStack(part.Inset(0, 12, 0, 12, p.picture), part.Inset(4, 24, 0, 24, p.table.content)))))
	return p
}

// Content implements Page.
func (p *Timeline) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *Timeline) Show(now state.State) {
	next := timelineAsked{view: now.Timeline, swapped: now.Swapped, selected: now.Selected}
	if p.ready && next == p.shown {
		return
	}
	p.ready, p.shown = true, next
	part.SetShown(p.table.content, next.view.Table)
	part.SetShown(p.picture, !next.view.Table)
	p.head.show(next)
	p.foot.show(next)
	p.draw()
}

// change changes the view that is shown.
func (p *Timeline) change(change func(*state.TimelineView)) {
	p.desk.Store.Change(func(n *state.State) { change(&n.Timeline) })
}

// setZoom shows a part of the time axis.
func (p *Timeline) setZoom(z state.Zoom, isStep bool) {
	change := p.desk.Store.Adjust
	if isStep {
		change = p.desk.Store.Change
	}
	change(func(n *state.State) { n.Timeline.Zoom = z })
}

// options are those that the chart is made with.
func (a timelineAsked) options(l *format.Locale) chart.Options {
	return chart.Options{
		Swapped: a.swapped, Without: a.view.Without.List(), ViewFrom: a.view.Zoom.From, ViewTo: a.view.Zoom.To,
		Selected: a.selected, Locale: l,
	}
}

// sameFacts reports whether what is asked for differs at most in the part of the axis, in what is selected, and in how it
// is shown: then nothing has to be asked of the dataset again.
func (a timelineAsked) sameFacts(b timelineAsked) bool {
	return a.view.Without == b.view.Without && a.swapped == b.swapped
}

// draw has the chart made and drawn. What is shown stays until it is done.
func (p *Timeline) draw() {
	size, isKnown := p.picture.Wanted()
	if !p.ready || !p.shown.view.Table && !isKnown {
		return // the picture asks as soon as it has a size
	}
	work := p.work(p.shown, size)
	isLikeLast := p.made.chart != nil && p.made.of.sameFacts(p.shown) && p.made.of.view.Table == p.shown.view.Table
	if isLikeLast && p.made.took < quick && !p.turn.IsBusy() {
		p.put(work())
		return
	}
	p.turn.Start(work, p.put)
}

// work is what draws: it touches nothing that the window changes.
func (p *Timeline) work(asked timelineAsked, size part.PictureSize) func() timelineMade {
	d, before := p.desk, p.made
	return func() timelineMade {
		start := time.Now()
		options := asked.options(d.Locale)
		var c chart.Timeline
		if before.chart != nil && before.of.sameFacts(asked) {
			c = before.chart.Seen(options)
		} else {
			c = chart.TimelineChart(d.Dataset, options)
		}
		m := timelineMade{of: asked, chart: &c}
		if asked.view.Table {
			m.table = sorted(d.Locale, c.Table(), asked.view.Sort, asked.view.Descending)
		} else {
			m.picture, m.drawing = drawn(d.Locale, c, size)
		}
		m.took = max(time.Since(start), 1)
		return m
	}
}

// put shows what was drawn.
func (p *Timeline) put(m timelineMade) {
	p.made = m
	switch {
	case p.shown.view.Table && m.table.Columns != nil:
		order := tableOrder{p.shown.view.Sort, p.shown.view.Descending}
		p.table.show(chart.TimelineName, m.table, order, p.shown.selected)
	case !p.shown.view.Table && (m.drawing.Image != nil || m.drawing.Words != ""):
		m.drawing.Spots = p.spots(m.picture)
		p.picture.Put(m.drawing)
	}
	p.head.put(m.chart)
	p.foot.put(m.chart)
}

// spots are the marks of a picture, with what pressing them does: an entry of the legend switches its lane, a mark of
// several things is looked at closer, all else is selected for the inspector.
func (p *Timeline) spots(picture chart.Picture) []part.Spot {
	spots := make([]part.Spot, 0, len(picture.Marks))
	for _, m := range picture.Marks {
		spots = append(spots, part.Spot{Rect: m.Rect, Text: m.Text, IsName: m.IsName, OnPress: func() { p.press(m) }})
	}
	return spots
}

func (p *Timeline) press(m chart.Mark) {
	switch {
	case m.Role == chart.LegendRole:
		p.change(func(v *state.TimelineView) { v.Without = v.Without.Toggled(m.Key) })
	case m.Role == chart.EraRole:
		p.zoom.set(m.From, m.To)
	case m.Role == chart.SeveralRole && !p.zoom.isClosest():
		p.zoom.to(m.From, m.To)
	case !m.Item.IsZero():
		p.desk.Store.Select(m.Item)
	}
}

// Export asks where to put the part of the timeline that is seen, and how it is to look.
func (p *Timeline) Export() { p.desk.export(p, p.shown.view.Table) }

// CopyNumbers puts what is seen on the clipboard, for a spreadsheet.
func (p *Timeline) CopyNumbers() {
	p.desk.copyNumbers(p, p.shown.view.Sort, p.shown.view.Descending)
}

// CopyPicture writes the picture into a file and puts its path on the clipboard.
func (p *Timeline) CopyPicture() { p.desk.copyPicture(p) }

// unmarked implements charting.
func (p *Timeline) unmarked(l *format.Locale) func() chart.Chart {
	asked, ds := p.shown, p.desk.Dataset
	asked.selected = model.Item{}
	return sync.OnceValue(func() chart.Chart { return chart.TimelineChart(ds, asked.options(l)) })
}

// fileName implements charting: "timeline-2025-05-01-2025-08-15.png" for a part of the axis.
func (p *Timeline) fileName(extension string) string {
	z := p.shown.view.Zoom
	return export.Name(extension, string(chart.TimelineName), z.From.String(), z.To.String())
}

// say implements charting.
func (p *Timeline) say(words string) { p.desk.say(words) }
