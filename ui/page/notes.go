package page

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/model/fold"
	"parley/ui/part"
	"parley/ui/state"
)

// NotesPage shows all notes: to be searched, read, changed and deleted, and as a way to what they are on.
type NotesPage struct {
	desk      *Desk
	content   fyne.CanvasObject
	bar       *part.Bar
	trouble   string          // what the bar said last; said once, closed for good
	elsewhere *fyne.Container // offers another folder where nothing can be saved in this one
	folder    *part.MutedLine
	search    *part.Entry
	sorts     map[state.NotesSort]*part.Pressable
	tools     fyne.CanvasObject
	count     *widget.Label
	counted   *fyne.Container // the count, and what can be done with the notes that it counts
	list      *fyne.Container
	scroll    *container.Scroll

	entries   []*noteEntry // all notes, the one modified last first
	byID      map[model.NoteID]*noteEntry
	rows      map[model.NoteID]*noteRow
	shown     []model.NoteID
	names     map[model.Item]string // what items are called, folded
	places    map[model.Item]int    // where an item stands in the dataset
	view      state.NotesView
	filters   *noteFilters
	pickBar   *fyne.Container // what can be done with those picked
	picked    map[model.NoteID]bool
	isPicking bool
	most      int  // how many notes are shown
	isStale   bool // notes were changed while another page was shown
}

// noteEntry is a note with the words that it is found by.
type noteEntry struct {
	model.Note
	words string
}

const (
	notesAtOnce = 50
	notesWidth  = 640
)

// NewNotes returns the page.
func NewNotes(d *Desk) *NotesPage {
	p := &NotesPage{
		desk: d, most: notesAtOnce, isStale: true, trouble: d.Told,
		rows: map[model.NoteID]*noteRow{}, sorts: map[state.NotesSort]*part.Pressable{},
		names: map[model.Item]string{}, places: placesOf(d.Dataset),
	}
	p.bar = part.NewBar(d.Locale.T("bar.details"), d.Locale.T("bar.close"))
	p.search = part.NewEntry()
	p.search.PlaceHolder = d.Locale.T("notes.search")
	p.search.Icon = theme.SearchIcon()
	p.search.OnChanged = func(typed string) {
		if typed == d.Store.Now().Notes.Search {
			return // the page shows what is searched for
		}
		d.Store.Adjust(func(n *state.State) { n.Notes.Search = typed })
	}
	p.count = widget.NewLabel("")
	p.count.SizeName, p.count.Importance = theme.SizeNameCaptionText, widget.LowImportance
	p.filters = newNoteFilters(p)
	p.picked, p.pickBar = map[model.NoteID]bool{}, part.Column(lineGap)
	p.pickBar.Hide()
	p.counted = part.Flow(16, 4, append([]fyne.CanvasObject{part.Trim(p.count)}, p.pageLinks()...)...)
	p.tools = part.Column(paragraphGap, container.NewBorder(nil, nil, nil, p.sortTabs(), p.search), p.filters.content, p.counted, p.pickBar)
	p.list = part.Column(20)
	p.scroll = container.NewVScroll(part.Inset(8, 24, 32, 24, part.AtMost(notesWidth, p.list)))
	p.elsewhere = container.NewHBox(widget.NewButton(d.Locale.T("notework.elsewhere"), d.askForFolder))
	p.elsewhere.Hide()
	p.folder = part.ChangingMuted(p.where())
	taking := container.NewHBox(part.SmallLink(d.Locale.T("notework.import"), d.ImportNotes))
	head := part.Inset(24, 24, 8, 24, part.AtMost(notesWidth, part.Column(16,
		part.Column(lineGap, part.Title(d.Locale.T("notes.title")), p.folder.Content, p.elsewhere, taking), p.tools)))
	p.content = part.Border(container.NewVBox(p.bar.Content(), head), nil, nil, nil, p.scroll)
	d.Notes.Watch(whileUsed(p, (*NotesPage).changed))
	return p
}

func (p *NotesPage) where() string {
	return p.desk.Locale.T("notes.where", "Folder", p.desk.Notes.Folder())
}

func (p *NotesPage) sortTabs() fyne.CanvasObject {
	tabs := container.NewHBox(container.NewCenter(part.Inset(0, 8, 0, 0, part.SmallLine(p.desk.Locale.T("notes.sort")))))
	for _, order := range state.NotesSorts() {
		p.sorts[order] = part.NewTab(p.desk.Locale.T("notes.sort."+sortKey(order)), func() {
			p.desk.Store.Change(func(n *state.State) { n.Notes.Sort = order })
		})
		p.sorts[order].SetChosen(order == p.view.Sort)
		tabs.Add(p.sorts[order])
	}
	return part.Inset(0, 0, 0, 12, tabs)
}

// sortKey names an order of notes in the texts.
func sortKey(order state.NotesSort) string {
	if order == state.ByChange {
		return "changed"
	}
	return string(order)
}

// placesOf numbers the items in the order of their kinds and, within a kind, of the dataset.
func placesOf(ds *model.Dataset) map[model.Item]int {
	places := map[model.Item]int{}
	for _, item := range allItems(ds) {
		places[item] = len(places)
	}
	return places
}

// allItems lists the items in the order of their kinds and, within a kind, of the dataset.
func allItems(ds *model.Dataset) []model.Item {
	var items []model.Item
	add := func(kind model.ItemKind, id string) { items = append(items, model.Item{Kind: kind, ID: id}) }
	for _, r := range ds.Rounds() {
		add(model.RoundItem, string(r.ID))
	}
	for _, e := range ds.Events() {
		add(model.EventItem, string(e.ID))
	}
	for _, p := range ds.Facts().Pledges {
		add(model.PledgeItem, string(p.ID))
	}
	for _, e := range ds.Exchanges() {
		add(model.ExchangeItem, string(e.ID))
	}
	for _, d := range ds.Documents() {
		add(model.DocumentItem, string(d.ID))
	}
	for _, c := range ds.Facts().Clauses {
		add(model.ClauseItem, string(c.ID))
	}
	for _, t := range ds.Topics() {
		add(model.TopicItem, string(t.ID))
	}
	for _, s := range ds.Facts().Sources {
		add(model.SourceItem, string(s.ID))
	}
	return items
}

// Content implements Page.
func (p *NotesPage) Content() fyne.CanvasObject { return p.content }

// Show implements Page.
func (p *NotesPage) Show(now state.State) {
	switch {
	case now.Page != state.Notes:
	case now.Notes != p.view:
		p.present(now.Notes)
	case p.isStale:
		p.update()
	}
}

// present shows other notes, or the same in another order, from the top of the list.
func (p *NotesPage) present(next state.NotesView) {
	old := p.view
	p.view = next
	if p.search.Text != next.Search {
		p.search.SetText(next.Search)
	}
	for order, tab := range p.sorts {
		tab.SetChosen(order == next.Sort)
	}
	p.most, p.shown = notesAtOnce, nil
	old.Search, old.Sort, next.Search, next.Sort = "", "", "", ""
	if old != next {
		p.rows = map[model.NoteID]*noteRow{} // other things can be done with deleted notes
		p.picked = map[model.NoteID]bool{}
	}
	if old != next || p.isStale {
		p.update()
	} else {
		p.arrange()
	}
	p.scroll.ScrollToTop()
}

func (p *NotesPage) changed() {
	p.isStale = true
	if p.desk.Store.Now().Page == state.Notes {
		p.update()
	}
}

// update takes in all notes as they are now.
func (p *NotesPage) update() {
	p.isStale = false
	p.sayTrouble()
	notes := p.desk.Notes.All()
	if p.view.Which == state.DeletedNotes {
		notes = p.desk.Notes.Deleted()
	}
	p.filters.offer()
	p.entries = make([]*noteEntry, len(notes))
	byID := make(map[model.NoteID]*noteEntry, len(notes))
	for i, n := range notes {
		p.entries[i] = p.entry(n)
		byID[n.ID] = p.entries[i]
	}
	p.byID = byID
	for id := range p.rows {
		if byID[id] == nil {
			delete(p.rows, id)
		}
	}
	p.arrange()
}

// entry makes a note ready to be searched; the work done for it before is kept, because there may be thousands.
func (p *NotesPage) entry(n model.Note) *noteEntry {
	e := p.byID[n.ID]
	if e == nil || !e.SaysSame(n) {
		words := strings.Join(append([]string{n.Text, n.About, n.Passage.Quote}, n.Tags...), "\n")
		e = &noteEntry{words: fold.String(words) + "\n" + p.nameOf(n.Item)}
	}
	e.Note = n
	return e
}

func (p *NotesPage) nameOf(i model.Item) string {
	name, known := p.names[i]
	if !known {
		name = fold.String(p.desk.Locale.ItemName(p.desk.Dataset, i))
		p.names[i] = name
	}
	return name
}

func (p *NotesPage) sayTrouble() {
	trouble := p.desk.Notes.Trouble()
	part.SetShown(p.elsewhere, p.desk.Notes.CanMove())
	p.folder.Set(p.where())
	switch {
	case trouble == p.trouble:
		return
	case trouble == "":
		p.bar.Hide()
	default:
		p.bar.Say(trouble, "")
	}
	p.trouble = trouble
}

// arrange lists the notes that are searched for. While one is being changed in the list, none moves.
func (p *NotesPage) arrange() {
	found := p.found()
	p.unpick(found)
	p.say(len(found))
	if p.isEditing() {
		found = p.asBefore(found)
	}
	p.shown = nil
	p.list.Objects = nil
	for i, e := range found[:min(p.most, len(found))] {
		if i > 0 {
			p.list.Objects = append(p.list.Objects, part.Rule())
		}
		p.list.Objects = append(p.list.Objects, p.row(e.Note))
		p.shown = append(p.shown, e.ID)
	}
	switch more := len(found) - p.most; {
	case len(p.entries) == 0 && p.view.Which == state.DeletedNotes:
		p.list.Add(p.invitation("notework.nonedeleted", "notework.filter.reset", p.resetAll))
	case len(p.entries) == 0:
		p.list.Add(p.invitation("notes.empty", "notes.torounds", p.desk.openRounds))
	case len(found) == 0 && p.view.IsFiltered():
		p.list.Add(p.invitation("notework.nomatch", "notework.filter.reset", p.resetAll))
	case len(found) == 0:
		p.list.Add(p.invitation("notes.nomatch", "notes.clear", func() { p.search.SetText("") }))
	case more > 0:
		p.list.Add(part.Link(p.desk.Locale.N("notes.more", min(more, notesAtOnce)), p.showMore))
	}
	p.list.Refresh()
	p.forget()
}

// forget drops rows that were shown once, when they become many.
func (p *NotesPage) forget() {
	if len(p.rows) < 2*p.most+200 {
		return
	}
	maps.DeleteFunc(p.rows, func(id model.NoteID, r *noteRow) bool {
		return r.editor == nil && !slices.Contains(p.shown, id)
	})
}

func (p *NotesPage) showMore() {
	p.most += notesAtOnce
	p.arrange()
}

// say counts the notes, and hides what is of no use without any.
func (p *NotesPage) say(found int) {
	part.SetShown(p.tools, len(p.entries) > 0 || p.view.Which == state.DeletedNotes || len(p.desk.Notes.Deleted()) > 0)
	words := p.desk.Locale.N("notes.count", found)
	if found < len(p.entries) {
		words = p.desk.Locale.N("notes.found", len(p.entries), "Found", p.desk.Locale.Number(found))
	}
	if p.count.Text != words {
		p.count.SetText(words)
		p.counted.Refresh() // what stands behind the count moves by its width
	}
}

// invitation is one sentence and one button, where there is nothing to list.
func (p *NotesPage) invitation(key, button string, press func()) fyne.CanvasObject {
	return part.Column(16,
		part.AtMost(part.ProseWidth, part.Text(p.desk.Locale.T(key, "Words", p.search.Text))),
		container.NewHBox(part.NewButton(p.desk.Locale.T(button), press)))
}

// found returns the notes in which every word of the search stands, in the order that the reader chose.
func (p *NotesPage) found() []*noteEntry {
	found := make([]*noteEntry, 0, len(p.entries))
	words := fold.WordsOf(p.view.Search)
	since := since(p.view.Days, time.Now())
	for _, e := range p.entries {
		if words.In(e.words) && p.matches(e.Note, since) {
			found = append(found, e)
		}
	}
	switch p.view.Sort {
	case state.ByItem:
		slices.SortStableFunc(found, func(a, b *noteEntry) int {
			return cmp.Or(
				cmp.Compare(p.place(a.Item), p.place(b.Item)),
				cmp.Compare(a.About, b.About),
				cmp.Compare(a.Item.ID, b.Item.ID),
			)
		})
	case state.ByCreation:
		slices.SortStableFunc(found, func(a, b *noteEntry) int { return b.Created.Compare(a.Created) })
	}
	slices.SortStableFunc(found, func(a, b *noteEntry) int { return pinnedFirst(a.Pinned, b.Pinned) })
	return found
}

func pinnedFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// place is where an item stands; those that are gone stand last.
func (p *NotesPage) place(i model.Item) int {
	if place, ok := p.places[i]; ok {
		return place
	}
	return len(p.places)
}

func (p *NotesPage) isEditing() bool {
	return slices.ContainsFunc(p.shown, func(id model.NoteID) bool {
		return p.rows[id] != nil && p.rows[id].editor != nil
	})
}

// asBefore returns the notes that are shown as they stand, also where a search does not find them any more, and after
// them the others that were found.
func (p *NotesPage) asBefore(found []*noteEntry) []*noteEntry {
	var list []*noteEntry
	for _, id := range p.shown {
		if e := p.byID[id]; e != nil {
			list = append(list, e)
		}
	}
	for _, e := range found {
		if !slices.Contains(p.shown, e.ID) {
			list = append(list, e)
		}
	}
	return list
}

func (p *NotesPage) row(n model.Note) fyne.CanvasObject {
	r := p.rows[n.ID]
	if r == nil {
		r = &noteRow{page: p, body: part.Column(paragraphGap)}
		p.rows[n.ID] = r
	}
	r.show(n)
	return r.body
}
