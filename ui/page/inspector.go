package page

import (
	"net/url"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// Inspector shows the facts, claims, sources and notes of whatever is selected anywhere.
type Inspector struct {
	desk   *Desk
	scroll *container.Scroll
	notes  *noteSection // nil where the page shows them
	shown  state.State
	ready  bool
}

// NewInspector returns the inspector of a desk.
func NewInspector(d *Desk) *Inspector {
	return &Inspector{desk: d, scroll: container.NewVScroll(part.Column(0))}
}

// Content implements Page.
func (i *Inspector) Content() fyne.CanvasObject { return i.scroll }

// Show implements Page.
func (i *Inspector) Show(now state.State) {
	if i.ready && inspected(now) == inspected(i.shown) {
		return
	}
	i.ready, i.shown = true, now
	s := i.desk.newSheet()
	if now.Evidence != (state.Evidence{}) {
		s.evidence(now.Evidence)
	}
	i.notes = nil
	s.item(now.Selected)
	if i.desk.Dataset.Has(now.Selected) && !IsOpenInFull(now) {
		i.notes = i.desk.newNoteSection(now.Selected)
		s.add(part.Rule(), i.notes.content)
	}
	i.scroll.Content = part.Inset(16, 16, 24, 8, s.column(16)) // the border at the left has room of its own
	i.scroll.Offset = fyne.NewPos(0, 0)
	i.scroll.Refresh()
}

// inspected is the part of a state that the inspector depends on.
func inspected(now state.State) state.State {
	round := now.Round
	if now.Page != state.Rounds {
		round = ""
	}
	return state.State{Round: round, Selected: now.Selected, Evidence: now.Evidence, Swapped: now.Swapped}
}

// evidence writes one statement and its sources in full.
func (s *sheet) evidence(e state.Evidence) {
	s.add(part.Column(paragraphGap,
		part.SmallStrong(s.t("evidence.title")),
		part.Text(e.Statement),
		s.desk.sourceList(splitSources(e.Sources)),
		part.Rule(),
	))
}

// item writes an item by its kind.
func (s *sheet) item(i model.Item) {
	ds := s.desk.Dataset
	if !ds.Has(i) {
		s.add(part.Muted(s.t("inspector.empty")))
		return
	}
	s.add(part.Column(2, part.SmallStrong(s.desk.Locale.ItemKind(i.Kind)), part.Heading(s.desk.Locale.ItemName(ds, i))))
	s.referTo(i)
	switch i.Kind {
	case model.RoundItem:
		s.roundFacts(ds.Round(model.RoundID(i.ID)))
	case model.EventItem:
		s.eventFacts(ds.Event(model.EventID(i.ID)))
	case model.PledgeItem:
		s.pledgeFacts(ds.Pledge(model.PledgeID(i.ID)))
	case model.ExchangeItem:
		s.exchangeFacts(ds.Exchange(model.ExchangeID(i.ID)))
	case model.DocumentItem:
		s.documentFacts(ds.Document(model.DocumentID(i.ID)))
	case model.ClauseItem:
		s.clauseFacts(ds.Clause(model.ClauseID(i.ID)))
	case model.TopicItem:
		s.topicFacts(ds.Topic(model.TopicID(i.ID)))
	case model.SourceItem:
		s.sourceFacts(ds.Source(model.SourceID(i.ID)))
	}
	s.correctionsOf(i)
}

// correctionsOf tells which of an item's values had been otherwise in an earlier version of the dataset.
func (s *sheet) correctionsOf(i model.Item) {
	l := s.desk.Locale
	list := s.desk.Dataset.CorrectionsOf(i)
	if len(list) == 0 {
		return
	}
	s.subsection(s.t("dataset.corrections"), func(s *sheet) {
		for _, c := range list {
			s.add(part.Text(s.t("changes.corrected", "Date", l.Date(c.Date), "Old", l.Text(c.Old), "New", l.Text(c.New),
				"Reason", l.Text(c.Reason))))
		}
	})
}

// WriteNote opens an empty note on the item that the inspector shows.
func (i *Inspector) WriteNote() {
	if i.notes != nil {
		i.notes.write()
		i.scroll.ScrollToBottom()
	}
}

// IsOpenInFull reports whether the page shows what is selected in full, with its notes, so that the inspector need not.
func IsOpenInFull(now state.State) bool {
	return now.Page == state.Rounds && now.Selected == model.Item{Kind: model.RoundItem, ID: string(now.Round)}
}

func (s *sheet) sources(ids []model.SourceID) {
	if len(ids) == 0 {
		return
	}
	n := len(s.desk.Dataset.Publications(ids))
	s.add(part.Column(paragraphGap, part.SmallStrong(s.desk.Locale.N("core.sources", n)), s.desk.sourceList(ids)))
}

func (s *sheet) roundFacts(r *model.Round) {
	l := s.desk.Locale
	s.add(part.Small(l.Date(r.Date)))
	if !IsOpenInFull(s.desk.Store.Now()) {
		s.add(part.Link(s.t("inspector.openround"), func() { s.desk.openRound(r.ID) }))
	}
	s.madeAt(model.Occasion{Round: r.ID})
	s.links("search.kind.document", documentItems(s.desk.Dataset.DocumentsOf(r.ID)))
	s.sources(accountSources(r.DateSaid))
}

// madeAt lists what was pledged at a round or an event, and the exchanges that are tied to it.
func (s *sheet) madeAt(o model.Occasion) {
	ds, l := s.desk.Dataset, s.desk.Locale
	s.subsection(s.t("inspector.pledges"), func(s *sheet) {
		for _, p := range ds.PledgesOf(o) {
			s.add(part.Column(0, s.desk.itemLink(model.Item{Kind: model.PledgeItem, ID: string(p.ID)}), part.Small(l.T("status."+string(p.Status)))))
		}
	})
	var exchanges []model.Item
	for _, e := range ds.ExchangesTiedTo(o) {
		exchanges = append(exchanges, model.Item{Kind: model.ExchangeItem, ID: string(e.ID)})
	}
	s.links("search.kind.exchange", exchanges)
}

// links lists items by their names, below a small heading.
func (s *sheet) links(titleKey string, items []model.Item) {
	s.subsection(s.t(titleKey), func(s *sheet) {
		s.long(len(items), lineGap, func(i int) fyne.CanvasObject { return s.desk.itemLink(items[i]) })
	})
}

func documentItems(list []*model.Document) []model.Item {
	var items []model.Item
	for _, d := range list {
		items = append(items, model.Item{Kind: model.DocumentItem, ID: string(d.ID)})
	}
	return items
}

func clauseItems(list []*model.Clause) []model.Item {
	var items []model.Item
	for _, c := range list {
		items = append(items, model.Item{Kind: model.ClauseItem, ID: string(c.ID)})
	}
	return items
}

// occasionItem is the round or the event of an occasion.
func occasionItem(o model.Occasion) model.Item {
	if o.Round != "" {
		return model.Item{Kind: model.RoundItem, ID: string(o.Round)}
	}
	return model.Item{Kind: model.EventItem, ID: string(o.Event)}
}

func accountSources(a model.Account) []model.SourceID {
	var ids []model.SourceID
	for _, c := range a.Claims {
		ids = append(ids, c.Sources...)
	}
	return append(ids, a.NoteSources...)
}

func (s *sheet) eventFacts(e *model.Event) {
	s.add(part.Small(s.desk.Locale.Date(e.Date)))
	s.say(e.Text)
	s.madeAt(model.Occasion{Event: e.ID})
	s.sources(e.Sources)
}

func (s *sheet) pledgeFacts(p *model.Pledge) {
	l := s.desk.Locale
	occasion := part.NoteLink(l.OccasionName(s.desk.Dataset, p.Occasion), func() { s.desk.Store.Select(occasionItem(p.Occasion)) })
	s.add(part.Column(0, occasion, part.Small(l.T("status."+string(p.Status)))))
	s.between(p)
	if by := l.Text(p.AnnouncedBy); by != "" {
		s.add(part.Small(s.t("pledge.announced", "Who", by)))
	}
	s.relation("pledge.partof", p.PartOf)
	s.relation("pledge.restates", p.Restates)
	s.pledged(p)
	s.carried(p)
	if p.FollowUp != nil {
		s.subsection(s.t("pledge.followup"), func(s *sheet) { s.sourced(s.desk.Locale.Text(p.FollowUp.Text), p.FollowUp.Sources) })
	}
	s.remarks(p.Notes)
	s.sources(p.Sources)
}

// between names the sides that made a pledge, where it is not all of them.
func (s *sheet) between(p *model.Pledge) {
	if len(p.Between) == 0 {
		return
	}
	var names []string
	for _, side := range s.desk.sides() {
		if slices.Contains(p.Between, side.ID) {
			names = append(names, s.desk.Locale.Text(side.Name))
		}
	}
	s.add(part.Small(s.t("pledge.between", "Sides", s.desk.Locale.List(names))))
}

// relation writes that a pledge is part of another or restates it; the editors judged so, and say why.
func (s *sheet) relation(key string, r *model.Relation) {
	if r == nil {
		return
	}
	s.add(part.Column(2,
		part.Small(s.t(key)),
		s.desk.itemLink(model.Item{Kind: model.PledgeItem, ID: string(r.Pledge)}),
		part.Small(s.t("pledge.editorial", "Reason", s.desk.Locale.Text(r.Reason))),
	))
}

func (s *sheet) exchangeFacts(e *model.Exchange) {
	l := s.desk.Locale
	s.add(part.Small(s.desk.categories(e.Kind, e.Categories)))
	s.received(e)
	for _, t := range e.Ties {
		s.tie(t)
	}
	if len(e.Ties) == 0 {
		s.add(part.Small(s.t("exchange.untied")))
	}
	s.stage(e.Stage)
	s.subsection(s.t("exchange.numbers"), func(s *sheet) {
		for _, n := range e.Numbers {
			s.sourced(l.Text(n.Text), n.Sources)
		}
	})
	s.list(s.t("exchange.places"), e.Places)
	s.list(s.t("exchange.mediators"), e.Mediators)
	s.subsection(s.t("exchange.differing"), func(s *sheet) {
		for _, t := range e.Differing {
			s.add(part.Text(l.Text(t)))
		}
	})
	s.remark(e.DateNote)
	s.remarks(e.Notes)
	s.sources(e.Sources)
}

func (d *Desk) categories(kind model.KindID, ids []model.CategoryID) string {
	words := []string{d.Locale.Text(d.Dataset.Kind(kind).Name)}
	for _, id := range ids {
		words = append(words, d.Locale.Text(d.Dataset.Category(id).Name))
	}
	return strings.Join(words, " · ")
}

// tie writes under what an exchange was made, according to whom and on what basis.
func (s *sheet) tie(t model.Tie) {
	ds, l := s.desk.Dataset, s.desk.Locale
	key := "exchange.tied"
	if t.Inferred {
		key = "exchange.inferred"
	}
	if len(t.By) == 0 {
		key += ".nobody"
	}
	lines := []fyne.CanvasObject{part.Small(s.t(key, "Who", l.Reporters(ds, t.By)))}
	var name string
	switch {
	case t.Pledge != "":
		item := model.Item{Kind: model.PledgeItem, ID: string(t.Pledge)}
		name = l.ItemName(ds, item)
		lines = append(lines, s.desk.itemLink(item))
	case t.Agreement != "":
		name = l.Text(ds.Agreement(t.Agreement).Name)
		lines = append(lines, part.Text(name))
	default:
		name = l.OccasionName(ds, t.Occasion)
		lines = append(lines, s.desk.itemLink(occasionItem(t.Occasion)))
	}
	if basis := l.Text(t.Basis); basis != "" {
		lines = append(lines, part.Small(basis))
	}
	for _, side := range s.desk.sides() {
		if n, ok := t.To[side.ID]; ok {
			lines = append(lines, part.Small(s.t("exchange.owncount", "N", l.Number(n), "Side", l.Text(side.Name))))
		}
	}
	s.add(part.Column(2, append(lines, s.desk.sourcesLink(name, t.Sources))...))
}

// stage says which stage of a pledge an exchange was.
func (s *sheet) stage(stage *model.Stage) {
	if stage == nil {
		return
	}
	l := s.desk.Locale
	words := s.t("exchange.stage", "Number", l.Number(stage.Number))
	if stage.Of != nil {
		words = s.t("exchange.stageof", "Number", l.Number(stage.Number), "Of", l.Number(*stage.Of))
	}
	s.add(part.Column(2, part.Small(words), s.desk.itemLink(model.Item{Kind: model.PledgeItem, ID: string(stage.Pledge)})))
}

func (s *sheet) list(title string, items []model.Sourced) {
	s.subsection(title, func(s *sheet) {
		for _, i := range items {
			s.sourced(s.desk.Locale.Text(i.Text), i.Sources)
		}
	})
}

func (s *sheet) documentFacts(d *model.Document) {
	l := s.desk.Locale
	s.add(part.Small(s.t("document.byline", "Authors", l.Authors(s.desk.Dataset, d), "Date", l.Date(d.Date))))
	s.list(s.t("document.dates"), d.DateSaid)
	s.list(s.t("document.languages"), d.Languages)
	s.list(s.t("document.structure"), d.Structure)
	s.list(s.t("document.publishedby"), d.PublishedBy)
	s.remark(d.Numbering)
	var rounds []model.Item
	for _, id := range d.Rounds {
		rounds = append(rounds, model.Item{Kind: model.RoundItem, ID: string(id)})
	}
	s.links("search.kind.round", rounds)
	s.links("search.kind.clause", clauseItems(s.desk.Dataset.ClausesOf(d.ID)))
}

func (s *sheet) clauseFacts(c *model.Clause) {
	ds := s.desk.Dataset
	s.add(s.desk.itemLink(model.Item{Kind: model.DocumentItem, ID: string(c.Document)}))
	s.remark(c.Section)
	s.say(c.Text)
	s.add(part.Small(s.t("wording." + string(c.Wording))))
	s.subsection(s.t("clause.topics"), func(s *sheet) {
		for _, id := range append([]model.TopicID{c.Topic}, c.AlsoTopics...) {
			if ds.Topic(id) != nil {
				s.add(s.desk.itemLink(model.Item{Kind: model.TopicItem, ID: string(id)}))
			}
		}
	})
	s.remark(c.Note)
	s.sources(c.Sources)
}

func (s *sheet) topicFacts(t *model.Topic) {
	s.say(t.Scope)
	s.subsection(s.t("topic.clauses"), func(s *sheet) {
		for _, d := range s.desk.Dataset.Documents() {
			for _, c := range s.desk.Dataset.ClausesOf(d.ID) {
				if c.Topic == t.ID {
					item := model.Item{Kind: model.ClauseItem, ID: string(c.ID)}
					s.add(part.Column(0, s.desk.itemLink(item), part.Small(s.desk.Locale.Text(c.Stance))))
				}
			}
		}
	})
}

func (s *sheet) sourceFacts(src *model.Source) {
	s.add(s.desk.sourceEntry(src))
	if n := len(src.Aliases); n > 0 {
		s.add(part.Small(s.desk.Locale.N("sources.ids", n+1)))
	}
	s.support(src)
}

// sourceList lists publications, each once.
func (d *Desk) sourceList(ids []model.SourceID) fyne.CanvasObject {
	var entries []fyne.CanvasObject
	for _, s := range d.Dataset.Publications(ids) {
		entries = append(entries, d.sourceEntry(s))
	}
	if len(entries) > 1 {
		entries = append(entries, part.Small(d.Locale.T("evidence.mayrepeat")))
	}
	return part.Column(paragraphGap, entries...)
}

// sourceEntry is a publication: publisher and date, title, a link to the browser, and what is to be known of it.
func (d *Desk) sourceEntry(s *model.Source) fyne.CanvasObject {
	l := d.Locale
	byline := s.Publisher
	if date := l.Date(s.Published); date != "" {
		byline = l.T("source.byline", "Publisher", s.Publisher, "Date", date)
	}
	item := model.Item{Kind: model.SourceItem, ID: string(s.ID)}
	head := part.NoteLink(byline, func() { d.Store.Select(item) })
	if d.Store.Now().Selected == item {
		head = part.Small(byline)
	}
	lines := []fyne.CanvasObject{head, sourceTitle(s)}
	about := []string{l.T("source.thirdparty")}
	if side := d.Dataset.Side(s.Side); side != nil {
		about = []string{l.T("source.side", "Side", l.Text(side.Name))}
	}
	if s.TitleBasis == "described" || s.TitleBasis == "address" {
		about = append(about, l.T("source.title."+s.TitleBasis))
	}
	if s.Weak {
		about = append(about, l.T("source.weak"))
	}
	if s.URL == "" {
		about = append(about, l.T("source.nourl"))
	}
	if note := l.Text(s.Note); note != "" {
		about = append(about, note)
	}
	return part.Column(2, append(lines, part.Small(strings.Join(about, " · ")))...)
}

// sourceTitle opens the publication in the browser where it has an address; nothing is fetched before it is clicked.
func sourceTitle(s *model.Source) fyne.CanvasObject {
	u, err := url.Parse(s.URL)
	if s.URL == "" || err != nil || (u.Scheme != "http" && u.Scheme != "https") {
		return part.Text(s.Title)
	}
	h := part.NewHyperlink(s.Title)
	h.URL = u
	h.Wrapping = fyne.TextWrapWord
	return part.Trim(h)
}

func (d *Desk) openRound(id model.RoundID) {
	d.Store.Change(func(n *state.State) {
		n.Page, n.Round = state.Rounds, id
		n.Selected, n.Evidence = model.Item{Kind: model.RoundItem, ID: string(id)}, state.Evidence{}
	})
}
