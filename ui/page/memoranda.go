package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// Memoranda sets two documents side by side: one row per topic, the judgement between the two, the clauses in full.
type Memoranda struct {
	desk     *Desk
	page     *part.Sticky
	body     *fyne.Container // all that scrolls
	left     *documentChoice
	right    *documentChoice
	overview *overview
	head     *fyne.Container // of the table
	table    *fyne.Container
	tail     *fyne.Container // what stands below the table
	rows     []*topicRow
	folds    []*part.Fold

	pair     pair
	selected model.Item
	filter   filter
	at       int // the row that the reader was at last; -1 for none
	ready    bool
}

// NewMemoranda returns the page.
func NewMemoranda(d *Desk) *Memoranda {
	p := &Memoranda{desk: d, at: -1, head: part.Column(0), table: part.Column(0), tail: part.Column(8)}
	p.page = part.NewSticky(part.Page(part.Inset(8, 16, 0, 16, p.head)), p.table)
	p.left = d.newDocumentChoice(d.Locale.T("memoranda.left"), func(id model.DocumentID) { p.choose(id, p.pair.left) })
	p.right = d.newDocumentChoice(d.Locale.T("memoranda.right"), func(id model.DocumentID) { p.choose(id, p.pair.right) })
	p.overview = d.newOverview(p.goTo, p.setFilter)
	p.body = part.Column(0,
		part.Inset(24, 24, 8, 24, part.Column(16, p.intro(), p.controls(), p.overview.box)),
		p.page.Slot(),
		part.Inset(4, 16, 0, 16, p.table),
		part.Inset(24, 16, 32, 16, p.tail),
	)
	p.page.SetContent(p.body)
	return p
}

func (p *Memoranda) intro() fyne.CanvasObject {
	l := p.desk.Locale
	howto := part.AtMost(part.ProseWidth, part.Muted(l.T("memoranda.howto")))
	return part.Column(lineGap, part.Title(l.T("memoranda.title")), howto)
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
func (p *Memoranda) Content() fyne.CanvasObject { return p.page.Content() }

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
	if !p.ready || shown != p.pair {
		p.compare(shown)
	}
	if !p.ready || now.Selected != p.selected {
		p.showSelected(now.Selected)
	}
	p.ready = true
}

// showNothing says that there are no two documents.
func (p *Memoranda) showNothing() {
	p.page.SetContent(part.Inset(24, 24, 24, 24, part.Column(16, part.Title(p.desk.Locale.T("memoranda.title")),
		part.AtMost(part.ProseWidth, part.Muted(p.desk.Locale.T("memoranda.few"))))))
}

// compare shows another pair. A pair that was only swapped keeps its filter and its unfolded rows.
func (p *Memoranda) compare(shown pair) {
	open := map[model.TopicID]bool{}
	if shown == p.pair.swapped() {
		for _, r := range p.rows {
			open[r.row.Topic.ID] = r.open
		}
	} else {
		p.filter, p.at = filter{}, -1
	}
	p.pair = shown
	p.left.show(shown.left)
	p.right.show(shown.right)
	rows := p.desk.Dataset.Compare(shown.left, shown.right)
	p.buildRows(rows)
	p.overview.show(rows, p.noClauses())
	p.buildTail()
	p.showHead()
	for _, r := range p.rows {
		r.choose(p.selected)
		r.unfold(open[r.row.Topic.ID])
	}
	p.applyFilter()
}

func (p *Memoranda) buildRows(rows []model.TopicRow) {
	p.rows, p.table.Objects = nil, nil
	for i, row := range rows {
		r := p.desk.newTopicRow(p.pair, row)
		r.reveal = p.page.Reveal
		r.press.OnPress = func() { p.toggle(i) }
		r.press.onFocus = func() { p.at = i; p.page.Reveal(r.press) }
		r.press.onKey = func(key fyne.KeyName) bool { return p.step(i, key) }
		p.rows = append(p.rows, r)
		p.table.Objects = append(p.table.Objects, r.box)
	}
}

// buildTail writes what stands below the table.
func (p *Memoranda) buildTail() {
	p.folds, p.tail.Objects = nil, nil
	if words := p.neither(); words != "" {
		p.tail.Objects = []fyne.CanvasObject{part.Inset(0, 8, 16, 8, part.AtMost(part.ProseWidth, part.Muted(words)))}
	}
	p.tail.Objects = append(p.tail.Objects, part.Column(0, p.aboutSections()...))
	if p.noClauses() {
		p.folds[0].Toggle() // there is nothing else to read
	}
}

// neither names the topics on which nothing is recorded of either document; they have no rows.
func (p *Memoranda) neither() string {
	if p.noClauses() {
		return ""
	}
	var names []string
	for _, r := range p.rows {
		if r.empty() {
			names = append(names, p.desk.Locale.Text(r.row.Topic.Name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return p.desk.Locale.T("memoranda.neither", "Topics", strings.Join(names, "; "))
}

func (p *Memoranda) noClauses() bool {
	for _, r := range p.rows {
		if !r.empty() {
			return false
		}
	}
	return true
}

// showHead names the columns. Without a row there is no head.
func (p *Memoranda) showHead() {
	l := p.desk.Locale
	p.head.Objects = nil
	if !p.noClauses() {
		line := part.FacingHead(part.SmallStrong(l.T("memoranda.topic")), p.headOf(p.pair.left),
			part.SmallStrong(l.T("memoranda.judgement")), p.headOf(p.pair.right))
		refill(p.head, part.Shaded(part.Inset(8, 8, 8, 8, line)))
	}
}

// headOf is the name of a document with the colour of its side.
func (p *Memoranda) headOf(id model.DocumentID) fyne.CanvasObject {
	name := part.SmallStrong(p.desk.documentName(id))
	side := onlyAuthor(p.desk.Dataset.Document(id))
	for i, s := range p.desk.Dataset.Sides() {
		if s.ID == side {
			return part.Row(8, 1, part.SideSwatch(i), name)
		}
	}
	return name
}

// showSelected marks what is selected, and makes it visible where it stands in this comparison.
func (p *Memoranda) showSelected(selected model.Item) {
	p.selected = selected
	for _, r := range p.rows {
		r.choose(selected)
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
		if r.row.Topic.ID == id && !r.empty() {
			p.at = i
			p.page.Reveal(r.press)
		}
	}
}

// revealClause unfolds the row of a clause and scrolls to it, unless it is in sight already in this row or another.
func (p *Memoranda) revealClause(id model.ClauseID) {
	at := -1
	for i, r := range p.rows {
		if r.open && slices.ContainsFunc(r.clauses[id], func(e *attentive) bool { return p.page.InSight(e) }) {
			return
		}
		if r.holds(id) || at < 0 && r.mentions(id) {
			at = i
		}
	}
	if at < 0 {
		return
	}
	p.at = at
	p.open(at, true)
	p.page.Reveal(p.rows[at].clauses[id][0])
}

// toggle unfolds or folds a row, which has the focus from then on.
func (p *Memoranda) toggle(i int) {
	p.open(i, !p.rows[i].open)
	focus(p.rows[i].press)
}

func (p *Memoranda) open(i int, open bool) {
	if !p.filter.shows(p.rows[i].row.Judgement) {
		p.setFilter(filter{})
	}
	p.rows[i].unfold(open)
	p.relayout()
}

// goTo shows a row at the top of the table and selects its topic.
func (p *Memoranda) goTo(i int) {
	r := p.rows[i]
	if !p.filter.shows(r.row.Judgement) {
		p.setFilter(filter{})
	}
	p.desk.Store.Select(r.item())
	if r.empty() {
		p.page.Top(p.tail) // which names its topic
		return
	}
	p.page.Top(r.box)
	focus(r.press)
}

// step moves the focus to the row above or below.
func (p *Memoranda) step(from int, key fyne.KeyName) bool {
	by := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[key]
	if by == 0 {
		return false
	}
	for i := from + by; i >= 0 && i < len(p.rows); i += by {
		if p.rows[i].box.Visible() {
			focus(p.rows[i].press)
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
	n := len(p.rows)
	start := p.at
	if start < 0 && by < 0 {
		start = n
	}
	for step := 1; step <= n; step++ {
		i := ((start+by*step)%n + n) % n
		if r := p.rows[i]; r.box.Visible() && differs(r.row.Judgement) {
			p.goTo(i)
			return
		}
	}
}

// differs reports whether a judgement says that two documents do not hold the same.
func differs(j model.Judgement) bool { return j != model.Aligned && j != model.NotJudged }

func (p *Memoranda) setFilter(f filter) {
	p.filter = f
	p.applyFilter()
}

// applyFilter shows the rows that are left, and says how many these are.
func (p *Memoranda) applyFilter() {
	shown := 0
	for _, r := range p.rows {
		part.SetShown(r.box, !r.empty() && p.filter.shows(r.row.Judgement))
		if r.box.Visible() {
			shown++
		}
	}
	p.overview.showFilter(p.filter, shown, len(p.rows))
	p.relayout()
}

// relayout makes room after something was folded, unfolded, shown or hidden.
func (p *Memoranda) relayout() {
	for _, c := range []*fyne.Container{p.head, p.overview.box, p.tail, p.table, p.body} {
		layOut(c)
	}
	p.page.Fit()
}
