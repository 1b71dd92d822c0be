package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/comparison"
	"parley/ui/part"
	"parley/ui/state"
)

// Memoranda sets two documents side by side: one row per topic, the judgement between the two, the clauses in full. Or it
// shows which document addresses which topic.
type Memoranda struct {
	desk     *Desk
	content  fyne.CanvasObject
	page     *part.Sticky
	body     *fyne.Container // all that scrolls
	left     *documentChoice
	right    *documentChoice
	overview *overview
	filters  *filterBar
	finder   *finder
	head     *fyne.Container // of the table
	lines    *part.Lines
	facing   *part.Facing
	tail     *fyne.Container // what stands below the table
	rows     []*topicRow
	table    []tableLine // of the rows that are shown
	folds    []*part.Fold
	matrix   *matrixView

	pair     pair
	told     comparison.Comparison
	view     state.Comparison
	selected model.Item
	at       int // the row that the reader was at last; -1 for none
	ready    bool
}

// NewMemoranda returns the page.
func NewMemoranda(d *Desk) *Memoranda {
	p := &Memoranda{desk: d, at: -1, head: part.Column(0), tail: part.Column(8), facing: &part.Facing{}}
	p.lines = part.NewLines(p.buildLine, p.guessLine)
	p.finder = p.newFinder()
	p.page = part.NewStickyLines(part.Page(part.Column(0, part.Inset(8, 24-part.StickyBar, 4, 24, p.finder.box), part.Inset(0, 16-part.StickyBar, 0, 16, p.head))), p.lines)
	p.left = d.newDocumentChoice(d.Locale.T("memoranda.left"), func(id model.DocumentID) { p.choose(id, p.pair.left) })
	p.right = d.newDocumentChoice(d.Locale.T("memoranda.right"), func(id model.DocumentID) { p.choose(id, p.pair.right) })
	p.overview = d.newOverview(p.goTo, p.filterBy)
	p.filters = p.newFilterBar()
	p.body = part.Column(0,
		part.Inset(24, 24, 4, 24, part.Column(16, p.intro(false), p.controls(), p.overview.box, p.filters.box)),
		p.page.Slot(),
		part.Inset(4, 16, 0, 16, p.lines.Content()),
		part.Inset(24, 16, 32, 16, p.tail),
	)
	p.matrix = p.newMatrixView()
	p.matrix.content.Hide()
	p.content = container.NewStack(p.page.Content(), p.matrix.content)
	p.page.SetContent(p.body)
	if d.Notes != nil {
		d.Notes.Watch(whileUsed(p, (*Memoranda).notesChanged))
	}
	return p
}

// intro is the title, the two ways to look at the documents, and how to read what follows.
func (p *Memoranda) intro(matrix bool) fyne.CanvasObject {
	l := p.desk.Locale
	tab := func(name string, isMatrix bool) fyne.CanvasObject {
		t := part.NewTab(name, func() { p.change(func(v *state.Comparison) { v.Matrix = isMatrix }) })
		t.SetChosen(matrix == isMatrix)
		return t
	}
	tabs := part.Row(4, -1, tab(l.T("compared.tab.side"), false), tab(l.T("compared.tab.matrix"), true))
	content := part.Column(lineGap, part.Flow(24, 4, part.TitleLine(l.T("memoranda.title")), tabs))
	if !matrix {
		content.Add(part.AtMost(part.ProseWidth, part.Muted(l.T("memoranda.howto"))))
	}
	return content
}

// controls are the two documents to choose, with the way to swap them between.
func (p *Memoranda) controls() fyne.CanvasObject {
	l := p.desk.Locale
	button := part.Framed(part.Inset(8, 12, 8, 12, part.Line(l.T("memoranda.swap"), false)))
	swap := part.NewPressable(l.T("memoranda.swap.name"), button, func() {
		p.desk.Store.Change(func(n *state.State) { n.Swapped = !n.Swapped })
	})
	return part.Around(12, p.left.content, swap, p.right.content)
}

// choose puts a document in the place of another one. The document that stands opposite changes places with it.
func (p *Memoranda) choose(id, instead model.DocumentID) {
	next := p.pair
	switch {
	case id == p.pair.other(instead):
		next = p.pair.swapped()
	case instead == p.pair.left:
		next.left = id
	default:
		next.right = id
	}
	p.desk.Store.Change(func(n *state.State) { choosePair(n, next) })
}

// Content implements Page.
func (p *Memoranda) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *Memoranda) Show(now state.State) {
	if now.Page != state.Memoranda && now.Page != "" {
		return
	}
	shown, ok := p.desk.memorandaPair(now)
	if !ok {
		p.showNothing()
		return
	}
	p.turnTo(now.Comparison.Matrix, shown)
	if !p.ready || shown != p.pair {
		p.view = now.Comparison
		p.compare(shown)
	} else if now.Comparison != p.view {
		p.showView(now.Comparison)
	}
	if !p.ready || now.Selected != p.selected {
		p.showSelected(now.Selected)
	}
	p.ready = true
}

// turnTo shows the two documents side by side, or the matrix.
func (p *Memoranda) turnTo(matrix bool, shown pair) {
	part.SetShown(p.page.Content(), !matrix)
	part.SetShown(p.matrix.content, matrix)
	if matrix {
		p.matrix.show(shown)
	}
}

// showNothing says that there are no two documents.
func (p *Memoranda) showNothing() {
	p.matrix.content.Hide()
	p.finder.box.Hide()
	p.page.SetContent(part.Inset(24, 24, 24, 24, part.Column(16, part.Title(p.desk.Locale.T("memoranda.title")),
		part.AtMost(part.ProseWidth, part.Muted(p.desk.Locale.T("memoranda.few"))))))
}

// compare shows another pair. A pair that was only swapped keeps its unfolded rows.
func (p *Memoranda) compare(shown pair) {
	open := map[model.TopicID]bool{}
	if shown == p.pair.swapped() {
		open = p.unfolded()
	} else {
		p.at = -1
	}
	p.pair = shown
	p.left.show(shown.left)
	p.right.show(shown.right)
	p.tell()
	for _, r := range p.rows {
		r.open = open[r.row.Topic]
	}
	p.buildTail()
	p.showView(p.view)
}

// unfolded are the topics whose clauses are shown.
func (p *Memoranda) unfolded() map[model.TopicID]bool {
	open := map[model.TopicID]bool{}
	for _, r := range p.rows {
		if r.open {
			open[r.row.Topic] = true
		}
	}
	return open
}

// tell asks for the comparison in words, with what the reader has noted.
func (p *Memoranda) tell() {
	p.told = comparison.Tell(p.desk.Locale, p.desk.Dataset, p.pair.left, p.pair.right, p.desk.judgementNotes())
	p.rows = make([]*topicRow, len(p.told.Rows))
	for i := range p.told.Rows {
		p.rows[i] = &topicRow{row: &p.told.Rows[i], at: i}
	}
	p.finder.forget()
	p.overview.show(p.told)
	p.filters.offer()
}

// notesChanged shows anew what the reader noted. What is unfolded stays so.
func (p *Memoranda) notesChanged() {
	if !p.ready {
		return
	}
	open := p.unfolded()
	p.tell()
	for _, r := range p.rows {
		r.open = open[r.row.Topic]
	}
	p.showView(p.view)
}

// showView shows what a view asks for of the comparison.
func (p *Memoranda) showView(view state.Comparison) {
	p.view = view
	p.facing.Shares = part.Shares(view.Columns)
	p.showHead()
	p.filters.show(view, p.shownRows())
	p.overview.showFilter(view)
	p.finder.find(view.Find)
	p.fill()
}

// shownRows counts the rows that the filter leaves.
func (p *Memoranda) shownRows() int {
	n := 0
	for _, r := range p.rows {
		if p.shows(r) {
			n++
		}
	}
	return n
}

// shows reports whether a row is left by the filter.
func (p *Memoranda) shows(r *topicRow) bool {
	v := p.view
	return !r.row.Empty && v.ShowsJudgement(r.row.Judgement) && (v.Topic == "" || v.Topic == r.row.Topic) &&
		v.Reach.Shows([2]model.DocumentID{p.pair.left, p.pair.right}, r.row.Sides[0].Addressed, r.row.Sides[1].Addressed)
}

// fill lists the lines of the rows that are shown, and keeps the row in its place that stands at the top.
func (p *Memoranda) fill() {
	anchor := -1
	if first := p.lines.First(p.page.Offset() - p.page.TableTop()); first < len(p.table) && p.page.Offset() > p.page.TableTop() {
		anchor = p.table[first].row
	}
	p.table = p.table[:0]
	for i, r := range p.rows {
		r.head = -1
		if p.shows(r) {
			r.head = len(p.table)
			p.table = append(p.table, p.linesOf(i)...)
		}
	}
	p.lines.Fill(len(p.table))
	p.relayout()
	if anchor >= 0 && p.rows[anchor].head >= 0 {
		p.page.TopLine(p.rows[anchor].head)
	}
}

// buildTail writes what stands below the table.
func (p *Memoranda) buildTail() {
	p.folds, p.tail.Objects = nil, nil
	if words := p.told.Neither; words != "" {
		p.tail.Objects = []fyne.CanvasObject{part.Inset(0, 8, 16, 8, part.AtMost(part.ProseWidth, part.Muted(words)))}
	}
	p.tail.Objects = append(p.tail.Objects, part.Column(0, p.aboutSections()...))
	if p.noClauses() {
		p.folds[0].Toggle() // there is nothing else to read
	}
}

func (p *Memoranda) noClauses() bool { return len(p.told.Told()) == 0 }

// showHead names the columns. Without a row there is no head.
func (p *Memoranda) showHead() {
	l := p.desk.Locale
	part.SetShown(p.finder.box, !p.noClauses())
	p.head.Objects = nil
	if !p.noClauses() {
		line := p.facing.Head(part.SmallStrong(l.T("memoranda.topic")), p.headOf(0),
			part.SmallStrong(l.T("memoranda.judgement")), p.headOf(1), l.T("compared.columns"), p.moveColumns)
		refill(p.head, part.Shaded(part.Inset(8, 8, 8, 8, line)))
	}
}

// moveColumns takes other widths for the columns; no step of the history leads back.
func (p *Memoranda) moveColumns(to part.Shares) {
	p.view.Columns, p.facing.Shares = state.Columns(to), to
	p.desk.Store.Adjust(func(n *state.State) { n.Comparison.Columns = state.Columns(to) })
	p.lines.RebuildAll()
	p.lines.Remeasure()
	layOutWithin(p.head)
	p.relayout()
}

// headOf is the name of a document with the colour of its side.
func (p *Memoranda) headOf(side int) fyne.CanvasObject {
	d := p.told.Documents[side]
	name := part.SmallStrong(d.Name)
	if d.Place >= 0 {
		return part.Row(8, 1, part.SideSwatch(d.Place), name)
	}
	return name
}

// showSelected marks what is selected, and makes it visible where it stands in this comparison.
func (p *Memoranda) showSelected(selected model.Item) {
	p.selected = selected
	for _, r := range p.rows {
		p.mark(r)
	}
	switch selected.Kind {
	case model.TopicItem:
		p.revealTopic(model.TopicID(selected.ID))
	case model.ClauseItem:
		p.revealClause(model.ClauseID(selected.ID))
	}
}

func (p *Memoranda) revealTopic(id model.TopicID) {
	for i, r := range p.rows {
		if r.row.Topic == id && r.head >= 0 {
			p.at = i
			p.page.RevealLine(r.head)
		}
	}
}

// revealClause unfolds the row of a clause and scrolls to it, unless it is in sight already in this row or another.
func (p *Memoranda) revealClause(id model.ClauseID) {
	at := -1
	for i, r := range p.rows {
		if line := p.lineOfClause(r, id); r.open && line >= 0 && p.page.LineInSight(line) {
			return
		}
		if holds(r.row, id) || at < 0 && mentions(r.row, id) {
			at = i
		}
	}
	if at < 0 {
		return
	}
	p.at = at
	p.open(at, true)
	p.page.RevealLine(p.lineOfClause(p.rows[at], id))
}

// toggle unfolds or folds a row, which has the focus from then on.
func (p *Memoranda) toggle(i int) {
	p.open(i, !p.rows[i].open)
	p.focusRow(i)
}

// focusRow gives the focus to a row that is shown.
func (p *Memoranda) focusRow(i int) {
	r := p.rows[i]
	if r.head < 0 {
		return
	}
	p.page.RevealLine(r.head)
	p.focus(r.press)
}

// focus gives the focus to something that may have been made a moment ago: the window's driver does not know it yet.
func (p *Memoranda) focus(a *attentive) {
	if a != nil && p.desk.Window != nil {
		p.desk.Window.Canvas().Focus(a)
	}
}

// open unfolds or folds a row, whatever is filtered.
func (p *Memoranda) open(i int, open bool) {
	r := p.rows[i]
	if !p.shows(r) {
		p.showAll()
	}
	if r.open == open || r.head < 0 {
		return
	}
	old := len(p.linesOf(i))
	r.open = open
	lines := p.linesOf(i)
	p.table = slices.Replace(p.table, r.head, r.head+old, lines...)
	for _, later := range p.rows[i+1:] {
		if later.head >= 0 {
			later.head += len(lines) - old
		}
	}
	p.lines.Replace(r.head, old, len(lines))
	p.relayout()
}

// openAll unfolds or folds every row.
func (p *Memoranda) openAll(open bool) {
	for _, r := range p.rows {
		r.open = open && !r.row.Empty
	}
	p.fill()
}

// showAll takes all filters away.
func (p *Memoranda) showAll() {
	p.desk.Store.Change(func(n *state.State) { n.Comparison = n.Comparison.Unfiltered() })
	if p.view.IsFiltered() { // nobody watches the store
		p.showView(p.view.Unfiltered())
	}
}

// goTo shows a row at the top of the table and selects its topic.
func (p *Memoranda) goTo(i int) {
	r := p.rows[i]
	if !r.row.Empty && !p.shows(r) {
		p.showAll()
	}
	p.desk.Store.Select(topicItem(r.row.Topic))
	if r = p.rows[i]; r.row.Empty {
		p.page.Top(p.tail) // which names its topic
		return
	}
	p.at = i
	p.page.TopLine(r.head)
	p.focus(r.press)
}

// step moves the focus to the row above or below.
func (p *Memoranda) step(from int, key fyne.KeyName) bool {
	by := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[key]
	if by == 0 {
		return false
	}
	for i := from + by; i >= 0 && i < len(p.rows); i += by {
		if p.rows[i].head >= 0 {
			p.focusRow(i)
			break
		}
	}
	return true
}

// NextDifference goes to the next topic on which the documents are judged to differ; after the last to the first.
func (p *Memoranda) NextDifference() { p.toDifference(1) }

// PreviousDifference goes to the topic before on which the documents are judged to differ; from the first to the last.
func (p *Memoranda) PreviousDifference() { p.toDifference(-1) }

func (p *Memoranda) toDifference(by int) {
	if p.view.Matrix {
		return
	}
	n := len(p.rows)
	start := p.at
	if start < 0 && by < 0 {
		start = n
	}
	for step := 1; step <= n; step++ {
		i := ((start+by*step)%n + n) % n
		if r := p.rows[i]; r.head >= 0 && differs(r.row.Judgement) {
			p.goTo(i)
			return
		}
	}
}

// differs reports whether a judgement says that two documents do not hold the same.
func differs(j model.Judgement) bool { return j != model.Aligned && j != model.NotJudged }

// relayout makes room after something was folded, unfolded, shown or hidden.
func (p *Memoranda) relayout() {
	for _, c := range []*fyne.Container{p.head, p.overview.box, p.filters.box, p.tail, p.body} {
		layOut(c)
	}
	p.page.Fit()
}

// layOutWithin places the objects within a line whose columns have other widths.
func layOutWithin(o fyne.CanvasObject) {
	c, ok := o.(*fyne.Container)
	if !ok {
		return
	}
	if c.Layout != nil {
		layOut(c)
	}
	for _, child := range c.Objects {
		layOutWithin(child)
	}
}

// joinNonEmpty joins what there is of texts.
func joinNonEmpty(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), by)
}
