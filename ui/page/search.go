package page

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/model/fold"
	"parley/model/search"
	"parley/ui/part"
	"parley/ui/state"
)

// Search finds items and notes as the reader types, in a panel over the page.
type Search struct {
	desk     *Desk
	index    *search.Index // nil until it is made
	making   state.Latest[*search.Index]
	finding  state.Latest[[]search.Group]
	veil     *part.Veil
	entry    *part.SearchEntry
	list     *part.Rows
	count    *widget.Label
	foot     *fyne.Container
	around   *fyne.Container // head and foot of the panel, for their height
	words    fold.Words
	whyNot   string // why the address that was typed leads nowhere; empty for none
	groups   []search.Group
	unfolded map[model.ItemKind]bool // groups that are listed whole
	rows     []searchRow
	chosen   int
	recent   []string // what was searched for, the newest first
}

// searchRow is a row of the list: the head of a group, one that was found, one that lists the rest of a group, or words
// that were searched for before.
type searchRow struct {
	kind   rowKind
	group  search.Group
	hit    search.Hit
	recent string
}

type rowKind int

const (
	headRow rowKind = iota
	hitRow
	restRow
	recentRow
	sayRow
)

const (
	searchWidth   = 680
	hitsAtFirst   = 5
	longExcerpt   = 120 // bytes of a text in which words were found
	mostRecent    = 5
	fewestLetters = 2 // of words that are kept as searched for
)

// NewSearch returns the search of a desk. It makes its index when it is opened, or told to by Prepare.
func NewSearch(d *Desk) *Search {
	s := &Search{desk: d, unfolded: map[model.ItemKind]bool{}}
	s.making = state.Latest[*search.Index]{Spawn: d.Spawn, OnUI: d.OnUI}
	s.finding = state.Latest[[]search.Group]{Spawn: d.Spawn, OnUI: d.OnUI}
	s.entry = part.NewSearchEntry(d.Locale.T("search.placeholder"), s.typed, s.key)
	s.list = part.NewRows(newSearchLook, s.fill, s.choose)
	s.list.Name = d.Locale.T("search.placeholder")
	s.count = smallLabel()
	keys := smallLabel()
	keys.SetText(d.Locale.T("search.keys"))
	keys.Truncation = fyne.TextTruncateEllipsis
	s.foot = container.NewStack(container.NewBorder(nil, nil, nil, part.Trim(s.count), part.Trim(keys)))
	foot := part.Inset(8, 16, 10, 16, s.foot)
	head := container.NewVBox(part.Inset(12, 12, 8, 12, s.entry), part.Rule())
	under := container.NewVBox(part.Rule(), foot)
	panel := part.Border(head, under, nil, nil, part.Inset(4, 8, 4, 8, s.list))
	s.around = container.NewVBox(head, under, part.Inset(4, 8, 4, 8, container.NewVBox()))
	s.veil = part.NewVeil(panel, searchWidth)
	return s
}

// Prepare makes the index beside the window, unless that was begun already.
func (s *Search) Prepare() {
	if s.index != nil || s.making.IsBusy() {
		return
	}
	ds, lang, say := s.desk.Dataset, s.desk.Locale.Lang(), s.desk.Describe
	s.making.Start(func(context.Context) *search.Index { return search.New(ds, lang, say) }, func(x *search.Index) {
		s.index = x
		if s.veil.IsOpen() {
			s.takeNotes()
			s.find()
		}
	})
}

// takeNotes searches in the notes as they are now.
func (s *Search) takeNotes() { s.index = s.index.With(s.desk.Notes.All(), s.desk.Describe) }

// Open shows the panel, with what was typed last, to be typed over.
func (s *Search) Open() {
	s.veil.Open(s.desk.Window.Canvas())
	s.desk.Window.Canvas().Focus(s.entry)
	if s.entry.Text != "" {
		s.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
	if s.index == nil {
		s.Prepare()
	} else {
		s.takeNotes()
	}
	s.find()
}

func (s *Search) typed(string) {
	clear(s.unfolded)
	s.find()
}

// find finds what is typed beside the window, and lists it.
func (s *Search) find() {
	s.words, s.whyNot = fold.WordsOf(s.entry.Text), ""
	if found, why, ok := s.address(); ok {
		s.finding.Cancel()
		s.whyNot = why
		s.show(found)
		return
	}
	if s.index == nil || s.words.Empty() {
		s.finding.Cancel()
		s.show(nil)
		return
	}
	index, words := s.index, s.words
	s.finding.Start(func(context.Context) []search.Group { return index.Find(words) }, s.show)
}

// address reads what was typed as the address of an item. It tells what that leads to, or why it leads nowhere; ok is false
// where it is no address.
func (s *Search) address() (found []search.Group, why string, ok bool) {
	ds, l := s.desk.Dataset, s.desk.Locale
	dataset, item, err := model.ParseItem(strings.TrimSpace(s.entry.Text))
	switch {
	case err != nil:
		return nil, "", false
	case dataset != "" && dataset != ds.Metadata().Name:
		return nil, l.T("search.otherdataset", "Dataset", dataset, "Shown", ds.Metadata().Name), true
	case !ds.Has(item):
		return nil, l.T("search.noitem", "Item", item.String()), true
	}
	e := search.Entry{Item: ds.Current(item)}
	e.Name, e.Line = s.desk.Describe(item)
	return []search.Group{{Kind: item.Kind, Hits: []search.Hit{{Entry: &e}}}}, "", true
}

// show lists what was found and chooses the first of it.
func (s *Search) show(groups []search.Group) {
	s.groups = groups
	s.arrange()
	s.chosen = slices.IndexFunc(s.rows, searchRow.canBeChosen)
	s.list.Fill(len(s.rows), s.chosen, true)
	s.count.SetText(s.counted())
	s.foot.Refresh() // the count takes the room that it needs
	s.fit()
}

// fit makes the panel as high as the list, twice: rows that come into sight tell their heights.
func (s *Search) fit() {
	around := s.around.MinSize().Height
	for range 2 {
		s.veil.Fit(around + s.list.Height())
	}
}

func (s *Search) counted() string {
	if s.words.Empty() || s.index == nil || s.whyNot != "" {
		return ""
	}
	n := 0
	for _, g := range s.groups {
		n += len(g.Hits)
	}
	return s.desk.Locale.N("search.found", n)
}

// arrange makes the rows of what was found; the best of each group at first.
func (s *Search) arrange() {
	s.rows = nil
	if len(s.groups) == 0 {
		s.sayWhy()
		return
	}
	for _, g := range s.groups {
		s.rows = append(s.rows, searchRow{kind: headRow, group: g})
		shown := g.Hits
		isCut := len(g.Hits) > hitsAtFirst+1 && !s.unfolded[g.Kind] && len(s.groups) > 1
		if isCut {
			shown = g.Hits[:hitsAtFirst]
		}
		for _, hit := range shown {
			s.rows = append(s.rows, searchRow{kind: hitRow, group: g, hit: hit})
		}
		if isCut {
			s.rows = append(s.rows, searchRow{kind: restRow, group: g})
		}
	}
}

// sayWhy makes the rows for as long as nothing is found: what can be searched, and what was searched for before.
func (s *Search) sayWhy() {
	s.rows = []searchRow{{kind: sayRow}}
	if s.words.Empty() {
		for _, words := range s.recent {
			s.rows = append(s.rows, searchRow{kind: recentRow, recent: words})
		}
	}
}

func (s *Search) why() (title, text string) {
	l := s.desk.Locale
	switch {
	case s.whyNot != "":
		return s.whyNot, ""
	case s.words.Empty():
		return l.T("search.what"), l.T("search.how")
	case s.index == nil:
		return l.T("search.wait"), ""
	}
	return l.T("search.nothing", "Words", strings.TrimSpace(s.entry.Text)), l.T("search.fewer")
}

func (r searchRow) canBeChosen() bool {
	return r.kind == hitRow || r.kind == restRow || r.kind == recentRow
}

// searchLook is the look of a row.
type searchLook struct {
	head       *part.CellText
	name, line *part.Marked
	say, more  *part.CellText
}

func newSearchLook() (fyne.CanvasObject, any) {
	look := &searchLook{
		head: part.NewCellText(true, false), say: part.NewCellText(false, false), more: part.NewCellNote(false),
		name: part.NewMarked(theme.SizeNameText, false), line: part.NewMarked(theme.SizeNameCaptionText, true),
	}
	content := part.Inset(7, 10, 7, 10, part.Column(1,
		look.head.Container, look.name.Container, look.line.Container, look.say.Container, look.more.Container))
	return content, look
}

// fill writes a row, and returns in words what it says.
func (s *Search) fill(i int, cells any) string {
	look, row, l := cells.(*searchLook), s.rows[i], s.desk.Locale
	look.head.Set("")
	look.say.Set("")
	look.more.Set("")
	look.name.Set("", nil)
	look.line.Set("", nil)
	switch row.kind {
	case headRow:
		words := s.desk.groupName(row.group)
		look.head.Set(words)
		return words
	case restRow:
		words := l.N("search.all", len(row.group.Hits))
		look.name.Set(words, []fold.Span{{From: 0, To: len(words)}})
		return words
	case recentRow:
		look.name.Set(row.recent, nil)
		look.line.Set(l.T("search.again"), nil)
		return row.recent
	case sayRow:
		title, text := s.why()
		look.say.Set(title)
		look.more.Set(text)
		return title
	}
	name, marks := search.Excerpt(s.nameOf(row), s.words, 2*longExcerpt)
	look.name.Set(name, marks)
	line := row.hit.Text
	if line == "" {
		line = row.hit.Line
	}
	line, marks = search.Excerpt(line, s.words, longExcerpt)
	look.line.Set(line, marks)
	return name
}

// nameOf is what a hit is called: a clause with its document where another clause of the list is called the same.
func (s *Search) nameOf(row searchRow) string {
	name, item := row.hit.Name, row.hit.Item
	isOther := func(h search.Hit) bool { return h.Name == name && h.Item != item }
	if row.group.Kind != model.ClauseItem || !slices.ContainsFunc(row.group.Hits, isOther) {
		return name
	}
	clause := s.desk.Dataset.Clause(model.ClauseID(item.ID))
	document := s.desk.Dataset.Document(clause.Document)
	if document == nil {
		return name
	}
	return name + " · " + s.desk.Locale.Text(document.Title)
}

// groupName is "Exchanges · 12".
func (d *Desk) groupName(g search.Group) string {
	return d.Locale.T("search.group", "Kind", d.Locale.T("search.kind."+string(g.Kind)), "N", d.Locale.Number(len(g.Hits)))
}

// key does what a key means that is no letter.
func (s *Search) key(name fyne.KeyName) {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.choose(s.chosen)
	case fyne.KeyDown:
		s.move(1, 1)
	case fyne.KeyUp:
		s.move(-1, 1)
	case fyne.KeyPageDown:
		s.move(1, rowsAPage)
	case fyne.KeyPageUp:
		s.move(-1, rowsAPage)
	}
}

const rowsAPage = 8

// move chooses another row, some rows further; heads are passed over.
func (s *Search) move(by, steps int) {
	for i := s.chosen + by; i >= 0 && i < len(s.rows) && steps > 0; i += by {
		if s.rows[i].canBeChosen() {
			s.chosen = i
			steps--
		}
	}
	s.list.Point(s.chosen)
	if s.chosen > 0 && !slices.ContainsFunc(s.rows[:s.chosen], searchRow.canBeChosen) {
		s.list.BeginAt(0) // with the head over it
	}
}

// choose does what a row is for.
func (s *Search) choose(i int) {
	if i < 0 || i >= len(s.rows) {
		return
	}
	switch row := s.rows[i]; row.kind {
	case restRow:
		s.unfold(row.group.Kind, i)
	case recentRow:
		s.entry.SetText(row.recent)
		s.desk.Window.Canvas().Focus(s.entry)
	case hitRow:
		s.remember()
		s.veil.Close()
		s.desk.showHit(row.hit)
	}
}

// unfold lists a group whole and stays where the reader is.
func (s *Search) unfold(kind model.ItemKind, at int) {
	s.unfolded[kind] = true
	s.arrange()
	s.list.Fill(len(s.rows), at, false)
	s.fit()
	s.chosen = at
	s.list.Point(at)
	s.desk.Window.Canvas().Focus(s.entry)
}

// remember keeps the words that led somewhere.
func (s *Search) remember() {
	words := strings.TrimSpace(s.entry.Text)
	if len([]rune(words)) < fewestLetters {
		return
	}
	s.recent = slices.DeleteFunc(s.recent, func(other string) bool { return other == words })
	s.recent = slices.Insert(s.recent, 0, words)
	s.recent = s.recent[:min(len(s.recent), mostRecent)]
}

// showHit leads to an item, or to what a note is on; notes on what is gone are on the page Notes.
func (d *Desk) showHit(hit search.Hit) {
	if d.Dataset.Has(hit.Item) {
		d.Show(hit.Item)
		return
	}
	d.Store.Change(func(n *state.State) { n.Page = state.Notes })
}

// Describe is what an item is called and what matters of it in a few more words, as it is listed when it is found.
func (d *Desk) Describe(i model.Item) (name, line string) {
	ds, l := d.Dataset, d.Locale
	i = ds.Current(i)
	if !ds.Has(i) {
		return "", ""
	}
	switch i.Kind {
	case model.RoundItem:
		line = d.roundLine(ds.Round(model.RoundID(i.ID)))
	case model.EventItem:
		line = l.Date(ds.Event(model.EventID(i.ID)).Date)
	case model.PledgeItem:
		p := ds.Pledge(model.PledgeID(i.ID))
		line = l.T("pledge.made", "Occasion", l.OccasionName(ds, p.Occasion), "Status", l.T("status."+string(p.Status)))
	case model.ExchangeItem:
		line = d.exchangeLine(ds.Exchange(model.ExchangeID(i.ID)))
	case model.DocumentItem:
		doc := ds.Document(model.DocumentID(i.ID))
		line = l.T("document.byline", "Authors", l.Authors(ds, doc), "Date", l.Date(doc.Date))
	case model.ClauseItem:
		line = l.Text(ds.Clause(model.ClauseID(i.ID)).Stance)
	case model.TopicItem:
		line = l.Text(ds.Topic(model.TopicID(i.ID)).Scope)
	case model.SourceItem:
		line = l.Date(ds.Source(model.SourceID(i.ID)).Published)
	}
	return l.ItemName(ds, i), line
}

// roundLine is "Çırağan Palace · Istanbul · 2 June 2025".
func (d *Desk) roundLine(r *model.Round) string {
	var words []string
	for _, id := range []model.PlaceID{r.Venue, r.Place} {
		if place := d.Dataset.Place(id); place != nil {
			words = append(words, d.Locale.Text(place.Name))
		}
	}
	return strings.Join(append(words, d.Locale.Date(r.Date)), " · ")
}

// exchangeLine is "To Russia: 157 · To Ukraine: 157".
func (d *Desk) exchangeLine(e *model.Exchange) string {
	l := d.Locale
	var words []string
	for _, side := range l.Sides(d.Dataset, false) {
		if _, ok := e.To[side.ID]; ok {
			to := l.T("figure.to", "Side", l.Text(side.Name))
			words = append(words, l.T("search.received", "To", to, "Value", l.Amount(e.Received(side.ID))))
		}
	}
	return strings.Join(words, " · ")
}
