package page

import (
	"slices"

	"fyne.io/fyne/v2"

	"parley/ui/chart"
	"parley/ui/part"
	"parley/ui/state"
)

// timelineHead stands above the timeline: which time is looked at, and which lanes are switched off.
type timelineHead struct {
	page    *Timeline
	content fyne.CanvasObject
	views   map[bool]*part.Pressable // by whether it is the table
	row     *fyne.Container          // of the times to look at and of the filters
	times   []shownTime
	said    []string // the filters
}

// shownTime is a time to look at, and the tab that shows it.
type shownTime struct {
	zoom state.Zoom
	tab  *part.Pressable
}

func newTimelineHead(p *Timeline) *timelineHead {
	h := &timelineHead{page: p}
	l := p.desk.Locale
	howto, label := part.ChangingLine()
	label.SetText(l.T("timeline.howto"))
	views, viewTabs := p.desk.viewTabs(func(table bool) { p.change(func(v *state.TimelineView) { v.Table = table }) })
	h.views = views
	title := part.Ends(12, part.TitleLine(l.T("page.timeline")), viewTabs)
	h.row = part.Flow(4, 4)
	h.content = part.Inset(12, 24, 4, 24, part.Column(6, part.Column(2, title, howto), h.row))
	return h
}

// show brings the head in line with what is asked for.
func (h *timelineHead) show(now timelineAsked) {
	for table, tab := range h.views {
		tab.SetChosen(table == now.view.Table)
	}
	for _, t := range h.times {
		t.tab.SetChosen(t.zoom == now.view.Zoom)
	}
}

// put brings it in line with the chart: times of talks and names of lanes are the chart's.
func (h *timelineHead) put(c *chart.Timeline) {
	said := h.filters(c)
	if h.times != nil && slices.Equal(said, h.said) {
		return
	}
	h.said = said
	if h.times == nil {
		h.setTimes(c)
	}
	l := h.page.desk.Locale
	h.row.Objects = []fyne.CanvasObject{part.SmallLine(l.T("timeline.show"))}
	for _, t := range h.times {
		h.row.Add(t.tab)
	}
	h.row.Add(part.SmallLine(l.T("exchanges.filters")))
	for i, words := range said {
		h.row.Add(part.NewChip(words, l.T("exchanges.filter.off", "Filter", words), h.offs()[i]))
	}
	if len(said) == 0 {
		h.row.Add(part.SmallLine(l.T("exchanges.filters.none")))
	} else {
		h.row.Add(part.SmallLink(l.T("exchanges.reset"), func() {
			h.page.change(func(v *state.TimelineView) { v.Without, v.Zoom = "", state.Zoom{} })
		}))
	}
	h.page.content.Refresh()
}

// offs are what takes each of the filters off, in their order.
func (h *timelineHead) offs() []func() {
	var list []func()
	if h.page.shown.view.Zoom != (state.Zoom{}) {
		list = append(list, h.page.zoom.whole)
	}
	for _, key := range h.page.shown.view.Without.List() {
		list = append(list, func() {
			h.page.change(func(v *state.TimelineView) { v.Without = v.Without.Toggled(key) })
		})
	}
	return list
}

// filters say which part of the axis is seen, and which lanes are switched off, in the order of the state's keys.
func (h *timelineHead) filters(c *chart.Timeline) []string {
	l := h.page.desk.Locale
	var said []string
	if z := h.page.shown.view.Zoom; z != (state.Zoom{}) {
		said = append(said, l.T("chartpart.filter", "Dates", h.page.desk.periodWords(z.From, z.To)))
	}
	for _, key := range h.page.shown.view.Without.List() {
		name := seriesName(c, key)
		if name == "" {
			name = key
		}
		said = append(said, l.T("exchanges.without", "Series", name))
	}
	return said
}

// setTimes makes a tab for all of it, and for every time of talks.
func (h *timelineHead) setTimes(c *chart.Timeline) {
	p := h.page
	h.times = []shownTime{{tab: part.NewTab(p.desk.Locale.T("timeline.all"), p.zoom.whole)}}
	const most = 8 // of more, the reader zooms in on the chart
	eras := c.Eras()
	for _, e := range eras[max(0, len(eras)-most):] {
		zoom := state.Zoom{From: dateOf(dayOf(e.From)), To: dateOf(dayOf(e.To))}
		h.times = append(h.times, shownTime{zoom, part.NewTab(e.Name, func() { p.zoom.set(e.From, e.To) })})
	}
	h.show(p.shown)
}
