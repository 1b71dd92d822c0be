package page

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// SourcesPage shows every source with what rests on it, where sources disagree, and the figures that rest on one source
// alone.
type SourcesPage struct {
	desk      *Desk
	content   *container.Scroll
	page      *fyne.Container
	tabs      map[state.SourcesPart]*part.Pressable
	search    *part.Entry
	side      *part.Choice
	weak      *part.Check
	unused    *part.Check
	narrowing fyne.CanvasObject // the controls of the list of sources
	filters   *fyne.Container
	howto     *widget.Label
	stack     *fyne.Container
	empty     fyne.CanvasObject // what to do where a list has nothing
	emptyText *widget.Label
	bodies    map[state.SourcesPart]fyne.CanvasObject

	index   *sourceIndex // made when the page is shown for the first time; nil until then
	making  state.Latest[*sourceIndex]
	sources *listTable
	found   []int // of the index, in the order shown
	singles *listTable
	figures []model.FigureOf // with one source that are searched for, in the order shown
	points  *pointList

	shown   sourcesShown
	isReady bool
}

// sourcesShown is the part of a state that the page depends on.
type sourcesShown struct {
	view     state.SourcesView
	selected model.Item
	swapped  bool
}

// NewSources returns the page.
func NewSources(d *Desk) *SourcesPage {
	p := &SourcesPage{
		desk: d, tabs: map[state.SourcesPart]*part.Pressable{}, bodies: map[state.SourcesPart]fyne.CanvasObject{},
	}
	p.making = state.Latest[*sourceIndex]{Spawn: d.Spawn, OnUI: d.OnUI}
	l := d.Locale
	line, howto := part.ChangingLine()
	p.howto = howto
	p.search = part.NewEntry()
	p.search.Icon = theme.SearchIcon()
	p.search.OnChanged = func(typed string) {
		if typed == d.Store.Now().Sources.Search {
			return // the page shows what is searched for
		}
		d.Store.Adjust(func(n *state.State) { n.Sources.Search, n.Sources.Point = typed, "" })
	}
	p.filters = part.Flow(paragraphGap, lineGap)
	emptyLine, emptyText := part.ChangingLine()
	p.empty, p.emptyText = part.Inset(8, 24, 0, 24, part.Column(0, part.AtMost(part.ProseWidth, emptyLine))), emptyText
	p.stack = container.NewStack(p.empty)
	head := part.Inset(24, 24, 8, 24, part.Column(paragraphGap,
		part.Title(l.T("page.sources")), line, p.tabLine(),
		p.search, p.newNarrowing(), p.filters))
	p.page = part.Headed(part.Tall(leastList*part.TextScale(), p.stack), head)
	p.content = container.NewVScroll(p.page) // scrolls only where the list would have too little room
	return p
}

// leastList is the least height of a list, at text of the designed size.
const leastList = 260

// tabLine is what chooses one of the lists.
func (p *SourcesPage) tabLine() fyne.CanvasObject {
	l := p.desk.Locale
	line := part.Flow(lineGap, lineGap)
	for _, which := range state.SourcesParts() {
		name := l.T("sources.part." + tabKey(which))
		p.tabs[which] = part.NewTab(name, func() {
			p.change(func(v *state.SourcesView) { v.Part, v.Point = which, "" })
		})
		line.Add(p.tabs[which])
	}
	return line
}

// tabKey names a list in the texts.
func tabKey(which state.SourcesPart) string {
	if which == state.EverySource {
		return "all"
	}
	return string(which)
}

// newNarrowing makes the controls that leave sources out.
func (p *SourcesPage) newNarrowing() fyne.CanvasObject {
	l := p.desk.Locale
	p.side = part.NewChoice(l.T("sources.side"), func(i int) {
		p.change(func(v *state.SourcesView) { v.Side = p.sideKeys()[i] })
	})
	publisher := part.NewButton(l.T("sources.publisher.choose"), p.choosePublisher)
	p.weak = part.NewCheck(l.T("sources.weak"), func(on bool) { p.change(func(v *state.SourcesView) { v.Weak = on }) })
	p.unused = part.NewCheck(l.T("sources.unused"), func(on bool) { p.change(func(v *state.SourcesView) { v.Unused = on }) })
	p.narrowing = part.Flow(paragraphGap, lineGap, part.Wide(190, p.side), publisher, p.weak, p.unused)
	return p.narrowing
}

// change changes what the page shows.
func (p *SourcesPage) change(change func(*state.SourcesView)) {
	p.desk.Store.Change(func(n *state.State) { change(&n.Sources) })
}

// sideKeys are what the sources can be narrowed to: all, those of one side, those of third parties.
func (p *SourcesPage) sideKeys() []state.SourceSide {
	keys := []state.SourceSide{""}
	for _, s := range p.desk.sides() {
		keys = append(keys, state.SourceSide(s.ID))
	}
	return append(keys, state.ThirdParties)
}

// sideName is a choice of sideKeys in words.
func (p *SourcesPage) sideName(key state.SourceSide) string {
	l := p.desk.Locale
	switch side := p.desk.Dataset.Side(model.SideID(key)); {
	case key == "":
		return l.T("sources.side.all")
	case side != nil:
		return l.T("sources.side.of", "Side", l.Text(side.Name))
	}
	return l.T("sources.side.third")
}

// Content implements Page.
func (p *SourcesPage) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *SourcesPage) Show(now state.State) {
	next := sourcesShown{view: now.Sources, selected: now.Selected, swapped: now.Swapped}
	if now.Page != state.Sources || p.isReady && next == p.shown {
		return
	}
	was, wasReady := p.shown, p.isReady
	p.shown, p.isReady = next, true
	p.showControls(next)
	if p.index == nil && !p.makeIndex() {
		p.showMaking()
		return
	}
	view := next.view
	switch view.Part {
	case state.Discrepancies:
		p.showPoints(next)
	case state.SingleSource:
		p.showSingles(next, wasReady && was.view == view)
	default:
		p.showSources(next, wasReady && was.view == view)
	}
	isEmpty := p.isEmpty(view)
	for which, body := range p.bodies {
		part.SetShown(body, which == view.Part && !isEmpty)
	}
	part.SetShown(p.empty, isEmpty)
	part.LayOut(p.page)
	p.content.Refresh()
}

// quickIndex is of how many sources and exchanges the index is made within the frame that shows the page first.
const quickIndex = 2000

// makeIndex makes the index: at once where that is quick, else beside the window. It reports whether it is there.
func (p *SourcesPage) makeIndex() bool {
	d := p.desk
	facts := d.Dataset.Facts()
	switch {
	case p.making.IsBusy():
	case len(facts.Sources)+len(facts.Exchanges) <= quickIndex:
		p.index = newSourceIndex(d)
	default:
		p.making.Start(func(context.Context) *sourceIndex { return newSourceIndex(d) }, func(x *sourceIndex) {
			p.index, p.isReady = x, false
			p.Show(d.Store.Now())
		})
	}
	return p.index != nil
}

// showMaking says that the lists are being made.
func (p *SourcesPage) showMaking() {
	p.emptyText.SetText(p.desk.Locale.T("sources.making"))
	p.empty.Show()
	part.LayOut(p.page)
	p.content.Refresh()
}

// isEmpty reports whether the list that is shown has nothing, and says then what to do.
func (p *SourcesPage) isEmpty(v state.SourcesView) bool {
	n := map[state.SourcesPart]int{
		state.EverySource: len(p.found), state.SingleSource: len(p.figures), state.Discrepancies: p.points.count(),
	}[v.Part]
	key := "sources.none." + tabKey(v.Part)
	if v.Search != "" || v.Part == state.EverySource && v.IsFiltered() {
		key = "sources.nomatch"
	}
	p.emptyText.SetText(p.desk.Locale.T(key))
	return n == 0
}

// showControls brings the controls in line with what is shown.
func (p *SourcesPage) showControls(now sourcesShown) {
	l, view := p.desk.Locale, now.view
	for which, tab := range p.tabs {
		tab.SetChosen(which == view.Part)
	}
	p.howto.SetText(l.T("sources.howto." + tabKey(view.Part)))
	if p.search.Text != view.Search {
		p.search.SetText(view.Search)
	}
	p.search.SetPlaceHolder(l.T("sources.search." + tabKey(view.Part)))
	keys := p.sideKeys()
	names := make([]string, len(keys))
	for i, key := range keys {
		names[i] = p.sideName(key)
	}
	p.side.Offer(names, max(0, slices.Index(keys, view.Side)))
	for check, on := range map[*part.Check]bool{p.weak: view.Weak, p.unused: view.Unused} {
		if check.Checked != on {
			check.Checked = on
			check.Refresh()
		}
	}
	part.SetShown(p.narrowing, view.Part == state.EverySource)
}

// body puts the look of one of the lists on the page when it is needed first.
func (p *SourcesPage) body(which state.SourcesPart, make func() fyne.CanvasObject) {
	if p.bodies[which] == nil {
		p.bodies[which] = make()
		p.stack.Add(p.bodies[which])
	}
}

// showSources lists the sources that are asked for.
func (p *SourcesPage) showSources(now sourcesShown, isSame bool) {
	p.body(state.EverySource, func() fyne.CanvasObject {
		p.sources = newListTable(p.desk, p.sourceColumns())
		p.sources.texts, p.sources.onSort = p.sourceTexts, p.sortBy
		p.sources.onRow = func(row int) { p.desk.Store.Select(p.index.rows[p.found[row]].item()) }
		return part.Inset(4, 24, 0, 24, p.sources.content)
	})
	if !isSame {
		p.found = p.index.search(now.view)
	}
	chosen := slices.IndexFunc(p.found, func(i int) bool { return p.index.rows[i].item() == now.selected })
	by := now.view.Sort
	if by == "" {
		by = "publisher"
	}
	p.sources.show(len(p.found), chosen, !isSame, by, now.view.Descending)
	p.sayFilters(now.view)
}

func (p *SourcesPage) sourceColumns() []listColumn {
	l := p.desk.Locale
	return []listColumn{
		{id: "publisher", name: l.T("sources.column.publisher"), share: 9},
		{id: "side", name: l.T("sources.column.side"), share: 4},
		{id: "date", name: l.T("sources.column.date"), share: 4},
		{id: "figures", name: l.T("sources.column.figures"), share: 3, isNumber: true},
		{id: "all", name: l.T("sources.column.all"), share: 3, isNumber: true},
	}
}

// sourceTexts are the words in a cell of the list of sources.
func (p *SourcesPage) sourceTexts(row, column int) (main, under string) {
	l, r := p.desk.Locale, p.index.rows[p.found[row]]
	switch column {
	case 0:
		return r.source.Publisher, r.source.Title
	case 1:
		return r.side, r.weakness
	case 2:
		return l.Date(r.source.Published), ""
	case 3:
		return l.Number(r.figures), ""
	}
	return l.Number(r.all), ""
}

// sortBy sorts by a column: numbers and dates from the largest, words from the first; then the other way round.
func (p *SourcesPage) sortBy(column string) {
	p.change(func(v *state.SourcesView) {
		by := v.Sort
		if by == "" {
			by = "publisher"
		}
		if by == column {
			v.Descending = !v.Descending
		} else {
			v.Descending = column != "publisher" && column != "side"
		}
		v.Sort = column
	})
}

// sayFilters says how many sources are shown and what leaves others out; each filter goes off when it is pressed.
func (p *SourcesPage) sayFilters(v state.SourcesView) {
	l := p.desk.Locale
	all := len(p.index.rows)
	words := l.N("sources.count", all)
	if len(p.found) < all {
		words = l.N("sources.found", all, "Found", l.Number(len(p.found)))
	}
	p.filters.Objects = []fyne.CanvasObject{part.SmallLine(words)}
	for _, f := range p.leftOut(v) {
		p.filters.Add(part.NewChip(f.words, l.T("exchanges.filter.off", "Filter", f.words), func() { p.change(f.off) }))
	}
	if v.IsFiltered() {
		p.filters.Add(part.SmallLink(l.T("exchanges.reset"), func() {
			p.change(func(v *state.SourcesView) { *v = v.Unfiltered() })
		}))
	}
}

// sourceFilter is something that leaves sources out, in words, and what takes it off.
type sourceFilter struct {
	words string
	off   func(*state.SourcesView)
}

func (p *SourcesPage) leftOut(v state.SourcesView) []sourceFilter {
	l := p.desk.Locale
	var on []sourceFilter
	if v.Search != "" {
		on = append(on, sourceFilter{l.T("sources.filter.search", "Words", v.Search), func(v *state.SourcesView) { v.Search = "" }})
	}
	if v.Side != "" {
		on = append(on, sourceFilter{p.sideName(v.Side), func(v *state.SourcesView) { v.Side = "" }})
	}
	if v.Publisher != "" {
		words := l.T("sources.filter.publisher", "Publisher", v.Publisher)
		on = append(on, sourceFilter{words, func(v *state.SourcesView) { v.Publisher = "" }})
	}
	if v.Weak {
		on = append(on, sourceFilter{l.T("sources.weak"), func(v *state.SourcesView) { v.Weak = false }})
	}
	if v.Unused {
		on = append(on, sourceFilter{l.T("sources.unused"), func(v *state.SourcesView) { v.Unused = false }})
	}
	return on
}

// choosePublisher asks for a publisher, those of whom most is cited first.
func (p *SourcesPage) choosePublisher() {
	if p.index == nil {
		return
	}
	l := p.desk.Locale
	publishers := p.index.publishers()
	options := make([]pickOption, len(publishers))
	for i, by := range publishers {
		options[i] = pickOption{name: by.name, remark: l.N("core.publications", by.publications)}
	}
	p.desk.pick(l.T("sources.publisher"), l.T("sources.publisher.type"), options, func(i int) {
		p.change(func(v *state.SourcesView) { v.Publisher = publishers[i].name })
	})
}
