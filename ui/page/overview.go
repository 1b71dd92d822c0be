package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/part"
	"parley/ui/state"
)

// Overview is the page that a new reader sees first: what the dataset is, what it covers, what was agreed at each round
// and what was carried out of it, and where sources disagree.
type Overview struct {
	desk    *Desk
	scroll  *container.Scroll
	rows    map[model.Item][]*part.Pressable // by what pressing them selects
	order   []*part.Pressable                // the same from the top
	shown   overviewShown
	isReady bool
}

// overviewShown is the part of a state that the page depends on.
type overviewShown struct {
	swapped  bool
	selected model.Item
}

// NewOverview returns the page.
func NewOverview(d *Desk) *Overview {
	return &Overview{desk: d, scroll: container.NewVScroll(part.Column(0))}
}

// Content implements Page.
func (p *Overview) Content() fyne.CanvasObject { return p.scroll }

// Show implements Page.
func (p *Overview) Show(now state.State) {
	next := overviewShown{swapped: now.Swapped, selected: now.Selected}
	if p.isReady && next == p.shown {
		return
	}
	isBuilt := p.isReady && next.swapped == p.shown.swapped
	was := p.shown.selected
	p.shown, p.isReady = next, true
	if !isBuilt {
		p.build()
	}
	p.choose(was, false)
	p.choose(next.selected, true)
}

// choose marks the rows of an item, or not.
func (p *Overview) choose(i model.Item, chosen bool) {
	for _, row := range p.rows[i] {
		row.SetChosen(chosen)
	}
}

// overviewWidth keeps the columns of the table close to one another on a wide window.
const overviewWidth = 1280

// build writes the page from the top.
func (p *Overview) build() {
	p.rows, p.order = map[model.Item][]*part.Pressable{}, nil
	d := p.desk
	s := d.newSheet()
	s.add(p.head())
	if d.Dataset.IsBare() {
		s.add(p.invitation())
	}
	s.section(s.t("overview.rounds"), p.rounds)
	s.add(part.Tiles(tileWidth, sectionGap, p.cards()...))
	s.section(s.t("overview.apart"), p.apart)
	s.section(s.t("overview.charts"), p.charts)
	p.scroll.Content = part.Inset(24, 24, 32, 24, part.AtMost(overviewWidth, s.column(28)))
	p.scroll.Refresh()
}

// tileWidth is the least width of a card before cards stand below one another.
const tileWidth = 340

// head says what the dataset is, and how far it reaches.
func (p *Overview) head() fyne.CanvasObject {
	d, l, m := p.desk, p.desk.Locale, p.desk.Dataset.Metadata()
	s := d.newSheet()
	s.add(part.Title(l.Text(m.Title)))
	if words := l.Text(m.Description); words != "" {
		s.add(part.AtMost(part.ProseWidth, part.Text(words)))
	}
	if words := p.covers(); words != "" {
		s.add(part.AtMost(part.ProseWidth, part.Muted(words)))
	}
	s.add(part.Flow(16, lineGap,
		part.LineLink(l.T("menu.dataset"), func() { d.explain(AboutDataset) }),
		part.LineLink(l.T("menu.howwecount"), func() { d.explain(HowWeCount) }),
		part.LineLink(l.T("help.title.glossary"), func() { d.explain(Glossary) })))
	return s.column(paragraphGap)
}

// covers is the coverage in honest words: the version, and up to when sources were found.
func (p *Overview) covers() string {
	l, m := p.desk.Locale, p.desk.Dataset.Metadata()
	var sentences []string
	if m.Version != "" {
		sentences = append(sentences, l.T("overview.version", "Version", m.Version))
	}
	if c := m.Coverage; !c.FoundUntil.IsZero() && !c.Compiled.IsZero() {
		sentences = append(sentences, l.T("dataset.until", "Found", l.Date(c.FoundUntil), "Compiled", l.Date(c.Compiled)))
	}
	return strings.Join(sentences, " ")
}

// invitation is what to do with a dataset that has nothing in it yet.
func (p *Overview) invitation() fyne.CanvasObject {
	return part.AtMost(part.ProseWidth, part.Text(p.desk.Locale.T("overview.empty")))
}

// rounds is the table of what was agreed and what was carried out, by round and then by event, as the chart across rounds
// has it.
func (p *Overview) rounds(s *sheet) {
	d := p.desk
	groups := d.overviewGroups()
	if len(groups) == 0 {
		if len(d.Dataset.Rounds()) > 0 {
			s.add(part.AtMost(part.ProseWidth, part.Muted(s.t("overview.rounds.none"))))
			s.add(part.Link(s.t("overview.allrounds"), d.openRounds))
		}
		return
	}
	s.add(part.AtMost(part.ProseWidth, part.Muted(s.t("overview.rounds.howto"))))
	table := d.newSheet()
	table.add(part.Panel(part.Inset(8, 8, 4, 8, d.overviewHeadOf("overview.column.round"))))
	table.long(len(groups), 0, func(i int) fyne.CanvasObject {
		if i == 0 {
			return p.group(groups[i])
		}
		return part.Column(0, part.Rule(), p.group(groups[i]))
	})
	s.add(table.column(0))
	p.others(s, groups)
}

// overviewGroup is a round or an event with what was agreed and carried out there, kind by kind.
type overviewGroup struct {
	occasion model.Occasion
	slots    []overviewSlot
}

type overviewSlot struct {
	kind model.KindID
	model.TallySlot
}

// overviewGroups are the rounds by date and then the events by date for which there is something to tell.
func (d *Desk) overviewGroups() []overviewGroup {
	by := map[model.Occasion][]overviewSlot{}
	for _, kind := range d.Dataset.Kinds() {
		for _, g := range d.Dataset.Tally(kind.ID).Groups {
			for _, slot := range g.Slots {
				by[g.Occasion] = append(by[g.Occasion], overviewSlot{kind.ID, slot})
			}
		}
	}
	var list []overviewGroup
	for _, o := range d.Dataset.Occasions() {
		if slots := by[o]; len(slots) > 0 {
			list = append(list, overviewGroup{o, slots})
		}
	}
	return list
}

// overviewShares are the widths of the columns: the pledge, and one column per side.
func (d *Desk) overviewShares() []float32 {
	n := len(d.Dataset.SideIDs())
	shares := []float32{3.2}
	if n > 2 { // more than two sides need the room
		shares[0] = 2.6
	}
	for range n {
		shares = append(shares, 3)
	}
	return shares
}

// overviewHeadOf is the name of what the rows are about, and one column per side.
func (d *Desk) overviewHeadOf(key string) fyne.CanvasObject {
	cells := []fyne.CanvasObject{part.SmallStrong(d.Locale.T(key))}
	for _, side := range d.sides() {
		cells = append(cells, part.SmallStrong(d.Locale.T("figure.to", "Side", d.Locale.Text(side.Name))))
	}
	return part.Columns(paragraphGap, d.overviewShares(), cells...)
}

// group is the name of a round or an event, and a row for each pledge below it.
func (p *Overview) group(g overviewGroup) fyne.CanvasObject {
	d := p.desk
	rows := []fyne.CanvasObject{part.Inset(10, 8, 2, 8, d.occasionLink(g.occasion))}
	for _, slot := range g.slots {
		rows = append(rows, p.slot(g.occasion, slot))
	}
	if n := d.pledgesBeside(g); n > 0 && g.occasion.Round != "" {
		more := part.SmallLinkText(d.Locale.N("overview.otherpledges", n), func() { d.openRound(g.occasion.Round) })
		rows = append(rows, part.Inset(4, 8, 2, 8, more))
	}
	return part.Column(0, append(rows, part.Fixed(1, 6, part.Column(0)))...)
}

// pledgesBeside is how many pledges of a round or an event have no row of their own: those that are not drawn as agreed, and
// those without a number.
func (d *Desk) pledgesBeside(g overviewGroup) int {
	n := len(d.Dataset.PledgesOf(g.occasion))
	for _, slot := range g.slots {
		if slot.Pledge != nil {
			n--
		}
	}
	return n
}

// occasionLink leads to a round in full, or shows an event in the inspector.
func (d *Desk) occasionLink(o model.Occasion) fyne.CanvasObject {
	name := d.Locale.OccasionName(d.Dataset, o)
	if o.Round != "" {
		return part.Link(name, func() { d.openRound(o.Round) })
	}
	event := model.Item{Kind: model.EventItem, ID: string(o.Event)}
	date := d.Locale.Date(d.Dataset.Event(o.Event).Date)
	return part.Column(0, part.Link(name, func() { d.Store.Select(event) }), part.Small(d.Locale.T("overview.event", "Date", date)))
}

// slot is one pledge, and per side what was agreed and what was carried out of it.
func (p *Overview) slot(o model.Occasion, slot overviewSlot) fyne.CanvasObject {
	d, l := p.desk, p.desk.Locale
	name := l.Text(d.Dataset.Kind(slot.kind).Name)
	item, summary := itemOfOccasion(o), l.T("chart.rounds.nopledge")
	if slot.Pledge != nil {
		item, summary = model.Item{Kind: model.PledgeItem, ID: string(slot.Pledge.ID)}, l.Text(slot.Pledge.Summary)
	}
	cells := []fyne.CanvasObject{part.Column(0, part.Strong(name), part.Small(summary))}
	for _, side := range d.sides() {
		cells = append(cells, d.overviewCell(slot.Pledge, side.ID, slot.Carried[side.ID]))
	}
	content := part.Inset(4, 8, 4, 8, part.Columns(paragraphGap, d.overviewShares(), cells...))
	row := part.NewPressable(name+": "+summary, content, func() { d.Store.Select(item) })
	row.SetChosen(item == p.shown.selected)
	at := len(p.order)
	row.OnKey = func(key fyne.KeyName) bool { return p.move(at, key) }
	p.rows[item], p.order = append(p.rows[item], row), append(p.order, row)
	return row
}

// move brings the focus from a row to the next or the one before it by the arrow keys.
func (p *Overview) move(from int, key fyne.KeyName) bool {
	to := from
	switch key {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = len(p.order) - 1
	default:
		return false
	}
	if to >= 0 && to < len(p.order) {
		p.desk.Window.Canvas().Focus(p.order[to])
	}
	return true
}

// itemOfOccasion is the item that a round or an event is.
func itemOfOccasion(o model.Occasion) model.Item {
	if o.Round != "" {
		return model.Item{Kind: model.RoundItem, ID: string(o.Round)}
	}
	return model.Item{Kind: model.EventItem, ID: string(o.Event)}
}

// overviewCell is what was agreed and carried out towards one side, and according to whom.
func (d *Desk) overviewCell(p *model.Pledge, to model.SideID, c model.Carried) fyne.CanvasObject {
	l := d.Locale
	agreed := model.Amount{State: model.NotApplicable}
	if p != nil {
		agreed = p.Pledged(to, d.Dataset.SideIDs())
	}
	if agreed.State == model.NotApplicable && c.Len() == 0 {
		return part.Muted(l.Pledged(agreed))
	}
	var pairs []fyne.CanvasObject
	if p != nil {
		pairs = append(pairs, part.Small(l.T("round.agreed")), part.Column(0, d.agreedLines(p, to, agreed)...))
	}
	carried := []fyne.CanvasObject{part.Strong(l.Carried(c))}
	for _, words := range d.carriedRemarks(c, to) {
		carried = append(carried, part.Small(words))
	}
	pairs = append(pairs, part.Small(l.T("round.carriedout")), part.Column(0, carried...))
	return part.TightPairs(carriedNameWidth, pairs...)
}

// agreedLines are the headline value of a pledge and who states it; where it is disputed, every claim with who makes it.
func (d *Desk) agreedLines(p *model.Pledge, to model.SideID, a model.Amount) []fyne.CanvasObject {
	l := d.Locale
	lines := []fyne.CanvasObject{part.Strong(l.Pledged(a))}
	if a.State == model.Disputed {
		for _, claim := range d.claimsByWho(p.To[to].Claims) {
			lines = append(lines, part.Small(claim))
		}
		return lines
	}
	if a.HasRange {
		lines = append(lines, part.Small(l.T("figure.range", "Range", l.Range(a.Low, a.High))))
	}
	if len(a.By) > 0 {
		lines = append(lines, part.Small(l.T("chart.rounds.tip.by", "By", d.reporters(a.By))))
	}
	return lines
}

// carriedNameWidth is that of "carried out" in small type.
const carriedNameWidth = 74

// carriedRemarks say who published the counts, what has none, and what is not counted.
func (d *Desk) carriedRemarks(c model.Carried, to model.SideID) []string {
	l := d.Locale
	var words []string
	if by := c.CountedBy(to); len(by) > 0 {
		words = append(words, l.T("overview.countedby", "Who", d.reporters(by)))
	}
	if c.HasRange() {
		words = append(words, l.T("figure.range", "Range", l.Range(c.Low, c.High)))
	}
	if n := len(c.Uncounted); n > 0 {
		words = append(words, l.N("figure.uncounted", n))
	}
	if n := len(c.Inferred); n > 0 {
		words = append(words, l.N("figure.inferred", n))
	}
	return words
}

// reporters names who reports something: the sides in the order in which they are shown, then all others.
func (d *Desk) reporters(by []model.Reporter) string {
	var sorted []model.Reporter
	for _, side := range d.sides() {
		if r := model.Reporter(side.ID); slices.Contains(by, r) {
			sorted = append(sorted, r)
		}
	}
	for _, r := range by {
		if r.Side() == "" {
			sorted = append(sorted, r)
		}
	}
	return d.Locale.Reporters(d.Dataset, sorted)
}

// others names the rounds that the table leaves out.
func (p *Overview) others(s *sheet, shown []overviewGroup) {
	d := p.desk
	isShown := map[model.RoundID]bool{}
	for _, g := range shown {
		isShown[g.occasion.Round] = true
	}
	var names []string
	for _, r := range d.Dataset.Rounds() {
		if !isShown[r.ID] {
			names = append(names, d.Locale.Text(r.Name))
		}
	}
	const most = 40
	if n := len(names); n > 0 {
		if n > most {
			names = append(names[:most:most], "…")
		}
		s.add(part.AtMost(part.ProseWidth, part.Small(s.desk.Locale.N("overview.otherrounds", n, "Names", strings.Join(names, "; ")))))
	}
	s.add(part.Link(s.t("overview.allrounds"), d.openRounds))
}

func (d *Desk) openRounds() { d.Store.Change(func(n *state.State) { n.Page = state.Rounds }) }

// openChart shows a chart of a kind in full, as a page of its own.
func (d *Desk) openChart(name chart.Name, kind model.KindID) {
	d.Store.Change(func(n *state.State) {
		n.Page, n.Chart, n.Kind, n.Table, n.View = state.Exchanges, string(name), kind, false, state.View{}
	})
}
