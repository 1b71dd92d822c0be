package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// Rounds shows the rounds as a list, and one round in full.
type Rounds struct {
	desk    *Desk
	content fyne.CanvasObject
	rows    map[model.RoundID]*part.Pressable
	order   []*part.Pressable
	list    *container.Scroll
	detail  *container.Scroll
	notes   *noteSection
	shown   state.State
	ready   bool
}

const roundListWidth = 264

// NewRounds returns the page.
func NewRounds(d *Desk) *Rounds {
	p := &Rounds{desk: d, rows: map[model.RoundID]*part.Pressable{}, detail: container.NewVScroll(part.Column(0))}
	var rows []fyne.CanvasObject
	for _, r := range d.Dataset.Rounds() {
		row := part.NewPressable(d.Locale.Text(r.Name), p.rowContent(r), func() { d.openRound(r.ID) })
		p.rows[r.ID] = row
		p.order = append(p.order, row)
		rows = append(rows, row)
	}
	p.list = container.NewVScroll(part.Inset(8, 8, 24, 8, part.Column(2, rows...)))
	head := part.Inset(24, 24, 12, 24, part.Column(lineGap,
		part.Title(d.Locale.T("rounds.title")),
		part.Muted(d.Locale.T("rounds.howto", "N", len(rows))),
	))
	p.content = part.Headed(p.listAndDetail(), head)
	return p
}

// listAndDetail puts the list and the round side by side, with a border that can be moved.
func (p *Rounds) listAndDetail() fyne.CanvasObject {
	layout := &listAndDetail{usual: roundListWidth, chosen: &p.desk.splits().Rounds}
	var both *fyne.Container
	border := part.NewDivider(p.desk.Locale.T("split.rounds"), func(by float32) float32 {
		moved := layout.move(by)
		part.LayOut(both)
		return moved
	}, func() {
		*layout.chosen = 0
		part.LayOut(both)
	})
	border.AtEdge = true
	both = container.New(layout, p.list, part.Rule(), border, p.detail)
	return both
}

// rowContent is the round's name and, below it, the one thing that matters: what was agreed, else what it was.
func (p *Rounds) rowContent(r *model.Round) fyne.CanvasObject {
	l := p.desk.Locale
	second := l.T("round.kind." + string(r.Kind))
	if r.Status != model.Held {
		second = l.T("round.status." + string(r.Status))
	}
	if n := len(p.desk.Dataset.PledgesOf(model.Occasion{Round: r.ID})); n > 0 {
		second = strings.Join([]string{second, l.N("rounds.pledges", n)}, " · ")
	}
	return part.Inset(6, 10, 6, 10, part.Column(0, part.Text(l.Text(r.Name)), part.Small(second)))
}

// Content implements Page.
func (p *Rounds) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *Rounds) Show(now state.State) {
	if p.ready && now.Round == p.shown.Round && now.Swapped == p.shown.Swapped {
		return
	}
	p.ready, p.shown = true, now
	r := p.desk.Dataset.Round(now.Round)
	for id, row := range p.rows {
		row.SetChosen(r != nil && id == r.ID)
	}
	s := p.desk.newSheet()
	p.notes = nil
	if r == nil {
		s.add(part.Muted(p.desk.Locale.T("rounds.choose")))
	} else {
		p.notes = p.desk.newNoteSection(model.Item{Kind: model.RoundItem, ID: string(r.ID)})
		s.round(r, p.toNotes)
		s.add(p.notes.content)
	}
	p.detail.Content = part.Inset(8, 24, 32, 16, part.AtMost(760, s.column(sectionGap)))
	p.detail.Offset = fyne.NewPos(0, 0)
	p.detail.Refresh()
}

// toNotes goes to the notes on the round, which stand below everything else.
func (p *Rounds) toNotes() { p.detail.ScrollToBottom() }

// WriteNote opens an empty note on the round that is shown.
func (p *Rounds) WriteNote() {
	if p.notes != nil {
		p.notes.write()
		p.toNotes()
	}
}

// listAndDetail puts a list, the border that the reader moves and the rest side by side. Where that leaves the rest too
// narrow, the list stands above it, and above a thin line.
type listAndDetail struct {
	usual  float32  // width of the list, for text of the designed size
	chosen *float32 // by the reader; 0 for the usual one
	width  float32  // of the list, and of both, as they were laid out last
	all    float32
}

// Least widths of a list and of what stands beside it, for text of the designed size.
const (
	leastListWidth = 160
	leastDetail    = 400
)

// isStacked reports whether both are too narrow to stand side by side.
func (l *listAndDetail) isStacked(width float32) bool {
	return width-l.usualAt(width) < leastDetail*part.TextScale()
}

func (l *listAndDetail) usualAt(width float32) float32 {
	return fyne.Min(l.usual*part.TextScale(), width*0.36)
}

// listAt is how wide the list is where both have a width.
func (l *listAndDetail) listAt(width float32) float32 {
	if *l.chosen <= 0 {
		return l.usualAt(width)
	}
	k := part.TextScale()
	return fyne.Max(leastListWidth*k, fyne.Min(*l.chosen*k, width-leastDetail*k))
}

// move makes the list wider, or narrower, as far as there is room, and returns by how much.
func (l *listAndDetail) move(by float32) float32 {
	was := l.width
	*l.chosen = fyne.Max(1, (was+by)/part.TextScale())
	l.width = l.listAt(l.all)
	*l.chosen = l.width / part.TextScale()
	return l.width - was
}

func (l *listAndDetail) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, line, border, detail := objects[0], objects[1], objects[2], objects[3]
	l.all, l.width = size.Width, l.listAt(size.Width)
	isStacked := l.isStacked(size.Width)
	part.SetShown(line, isStacked)
	part.SetShown(border, !isStacked)
	if isStacked {
		height := size.Height * 0.3
		put(list, 12, 0, size.Width-24, height)
		put(line, 0, height, size.Width, 1)
		put(detail, 8, height+1, size.Width-8, size.Height-height-1)
		return
	}
	wide := border.MinSize().Width
	put(list, 12, 0, l.width-12, size.Height)
	put(border, l.width, 0, wide, size.Height)
	put(detail, l.width+wide, 0, size.Width-l.width-wide, size.Height)
}

// put gives an object its place.
func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

func (l *listAndDetail) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(420, 200) }

// round writes a round in full.
func (s *sheet) round(r *model.Round, toNotes func()) {
	s.roundHead(r, toNotes)
	s.section(s.t("round.pledges"), func(s *sheet) { s.pledgeTable(model.Occasion{Round: r.ID}) })
	s.section(s.t("round.carried"), func(s *sheet) { s.tiedExchanges(model.Occasion{Round: r.ID}) })
	s.section(s.t("round.facts"), func(s *sheet) { s.glance(r) })
	s.section(s.t("round.outcomes"), func(s *sheet) { s.outcomes(r.Outcomes) })
	s.section(s.t("round.numbers"), func(s *sheet) { s.reportedNumbers(r.Numbers) })
	s.section(s.t("round.statements"), func(s *sheet) { s.statements(r.Statements) })
	s.section(s.t("round.next"), func(s *sheet) { s.account(r.AnnouncedNext) })
	s.section(s.t("round.aftermath"), func(s *sheet) { s.outcomes(r.Aftermath) })
	s.section(s.t("round.documents"), func(s *sheet) { s.documents(s.desk.Dataset.DocumentsOf(r.ID)) })
	s.section(s.t("round.discrepancies"), func(s *sheet) { s.discrepancies(s.desk.Dataset.DiscrepanciesOf(r.ID)) })
	s.section(s.t("round.retold"), func(s *sheet) { s.retold(r.Retold) })
}

func (s *sheet) roundHead(r *model.Round, toNotes func()) {
	l := s.desk.Locale
	words := append(s.desk.whenAndWhere(r), s.t("round.kind."+string(r.Kind)), s.t("round.status."+string(r.Status)))
	s.add(part.Column(lineGap,
		part.Title(l.Text(r.Name)),
		part.Muted(strings.Join(words, " · ")),
		part.Link(s.t("round.tonotes"), toNotes),
	))
}

// whenAndWhere are the date, the venue and the place of a round.
func (d *Desk) whenAndWhere(r *model.Round) []string {
	words := []string{d.Locale.Date(r.Date)}
	for _, id := range []model.PlaceID{r.Venue, r.Place} {
		if place := d.Dataset.Place(id); place != nil {
			words = append(words, d.Locale.Text(place.Name))
		}
	}
	return words
}

// glance writes what sources say about the frame of a round: one name and one answer a line.
func (s *sheet) glance(r *model.Round) {
	inner := s.desk.newSheet()
	for _, q := range []struct {
		key string
		a   model.Account
	}{
		{"round.date", r.DateSaid},
		{"round.place", r.PlaceSaid},
		{"round.venue", r.VenueSaid},
		{"round.format", r.Format},
		{"round.hosts", r.Hosts},
		{"round.mediators", r.Mediators},
		{"round.duration", r.Duration},
		{"round.language", r.Language},
	} {
		inner.answer(q.key, func(s *sheet) { s.account(q.a) })
	}
	for _, h := range r.Heads {
		name := s.t("round.head", "Side", s.desk.Locale.Text(s.desk.Dataset.ActorName(model.ActorID(h.Side))))
		inner.named(name, func(s *sheet) { s.head(h) })
	}
	inner.answer("round.members", func(s *sheet) { s.statements(r.Members) })
	inner.answer("round.agenda", func(s *sheet) { s.statements(r.Agenda) })
	if len(inner.objects) > 0 {
		s.add(part.Pairs(132, inner.objects...))
	}
}

func (s *sheet) answer(key string, fill func(*sheet)) { s.named(s.t(key), fill) }

// named adds a name and, beside it, what fill writes; nothing when that is empty.
func (s *sheet) named(name string, fill func(*sheet)) {
	inner := s.desk.newSheet()
	fill(inner)
	if len(inner.objects) > 0 {
		s.add(part.Muted(name), inner.column(lineGap))
	}
}

func (s *sheet) account(a model.Account) {
	if a.Disputed {
		s.add(part.Small(s.t("account.disputed")))
	}
	for _, c := range a.Claims {
		s.sourced(s.desk.Locale.Text(c.Text), c.Sources)
	}
	if note := s.desk.Locale.Text(a.Note); note != "" {
		s.add(part.Small(note))
		if len(a.NoteSources) > 0 {
			s.add(s.desk.sourcesLink(note, a.NoteSources))
		}
	}
}

func (s *sheet) head(h model.Head) {
	if h.Disputed {
		s.add(part.Small(s.t("account.disputed")))
	}
	for _, c := range h.Claims {
		words := s.t("round.leader", "Name", s.desk.person(c.Person, c.Name), "Office", s.desk.Locale.Text(c.Office))
		if c.Unverified {
			s.add(part.Text(words), part.Small(s.t("account.unverified")))
			continue
		}
		s.sourced(words, c.Sources)
	}
	s.remark(h.Note)
}

func (d *Desk) person(id model.PersonID, name model.Text) string {
	if p := d.Dataset.Person(id); p != nil {
		return d.Locale.Text(p.Name)
	}
	return d.Locale.Text(name)
}

func (s *sheet) statements(list []model.Statement) {
	for _, st := range list {
		who := s.desk.speaker(st)
		words := s.desk.Locale.Text(st.Text)
		if who != "" {
			words = s.t("statement.by", "Who", who, "Text", words)
		}
		s.sourced(words, st.Sources)
	}
}

// speaker is "Rustem Umerov (Ukraine)", or the side alone.
func (d *Desk) speaker(st model.Statement) string {
	name, by := d.person(st.Person, st.PersonName), d.Locale.Text(d.Dataset.ActorName(st.By))
	switch {
	case name == "":
		return by
	case by == "":
		return name
	}
	return d.Locale.T("statement.speaker", "Name", name, "By", by)
}

func (s *sheet) outcomes(list []model.Outcome) {
	for _, o := range list {
		s.sourced(s.desk.Locale.Text(o.Text), o.Sources)
	}
}

func (s *sheet) reportedNumbers(list []model.ReportedNumber) {
	for _, n := range list {
		s.add(part.Strong(s.desk.Locale.Text(n.What)))
		for _, c := range n.Claims {
			s.numberClaim(c)
		}
	}
}

func (s *sheet) numberClaim(c model.NumberClaim) {
	words := s.desk.Locale.Text(c.Text)
	if c.By.Side() != "" {
		words = s.t("statement.by", "Who", s.desk.Locale.Reporter(s.desk.Dataset, c.By), "Text", words)
	}
	s.sourced(words, c.Sources)
}

func (s *sheet) documents(list []*model.Document) {
	for _, d := range list {
		line := part.Small(s.t("document.byline", "Authors", s.desk.Locale.Authors(s.desk.Dataset, d), "Date", s.desk.Locale.Date(d.Date)))
		s.add(part.Column(0, s.desk.itemLink(model.Item{Kind: model.DocumentItem, ID: string(d.ID)}), line))
	}
}

func (s *sheet) discrepancies(list []*model.Discrepancy) {
	for _, d := range list {
		inner := s.desk.newSheet()
		inner.add(part.Strong(s.desk.Locale.Text(d.Topic)))
		for _, c := range d.Claims {
			inner.numberClaim(c)
		}
		inner.remark(d.Assessment)
		s.add(inner.column(lineGap))
	}
}

func (s *sheet) retold(list []model.RetoldStatement) {
	for _, r := range list {
		words := s.desk.Locale.Text(r.Text)
		lines := []fyne.CanvasObject{part.Text(words)}
		if r.Comparison != "" {
			lines = append(lines, part.Small(s.t("retold."+r.Comparison)))
		}
		if note := s.desk.Locale.Text(r.Note); note != "" {
			lines = append(lines, part.Small(note))
		}
		ids := append(append([]model.SourceID{}, r.Sources...), r.ComparedWith...)
		s.add(part.Column(2, append(lines, s.desk.sourcesLink(words, ids))...))
	}
}
