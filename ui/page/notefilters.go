package page

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// since is the time after which notes are listed that were changed in so many days; zero for all.
func since(days int, now time.Time) time.Time {
	if days == 0 {
		return time.Time{}
	}
	return now.AddDate(0, 0, -days)
}

func (p *NotesPage) matches(n model.Note, since time.Time) bool {
	f, ds := p.view, p.desk.Dataset
	switch {
	case f.Kind != "" && n.Item.Kind != f.Kind,
		f.Tag != "" && !slices.Contains(n.Tags, f.Tag),
		n.Modified.Before(since):
		return false
	}
	switch f.Which {
	case state.PinnedNotes:
		return n.Pinned
	case state.OrphanedNotes:
		return !ds.Has(n.Item)
	case state.OutdatedNotes:
		return ds.FiguresChanged(n)
	}
	return true
}

// noteFilters are the controls of the filter.
type noteFilters struct {
	page                   *NotesPage
	content                fyne.CanvasObject
	kind, tag, time, which *part.Choice
	kinds                  []model.ItemKind
	tags                   []string
	fields                 map[*part.Choice]fyne.CanvasObject // as they stand on the page
	reset                  fyne.CanvasObject
}

const filterWidth = 154

// filterDays are the spans of time to choose from.
var filterDays = []int{0, 1, 7, 30, 365}

func newNoteFilters(p *NotesPage) *noteFilters {
	l := p.desk.Locale
	f := &noteFilters{page: p, fields: map[*part.Choice]fyne.CanvasObject{}}
	choice := func(key string, set func(*state.NotesView, int)) *part.Choice {
		return part.NewChoice(l.T(key), func(i int) {
			p.desk.Store.Change(func(n *state.State) { set(&n.Notes, i) })
		})
	}
	f.which = choice("notework.filter.which", func(n *state.NotesView, i int) { n.Which = state.EachWhich()[i] })
	f.kind = choice("notework.filter.kind", func(n *state.NotesView, i int) { n.Kind = f.kinds[i] })
	f.tag = choice("notework.filter.tag", func(n *state.NotesView, i int) { n.Tag = f.tags[i] })
	f.time = choice("notework.filter.time", func(n *state.NotesView, i int) { n.Days = filterDays[i] })
	f.reset = part.SmallLink(l.T("notework.filter.reset"), p.resetAll)
	var fields []fyne.CanvasObject
	for _, c := range []*part.Choice{f.which, f.kind, f.tag, f.time} {
		f.fields[c] = part.Wide(filterWidth, c)
		fields = append(fields, f.fields[c])
	}
	f.content = part.Flow(8, 8, append(fields, f.reset)...)
	f.offer()
	return f
}

// offer shows what there is to choose from, and what is chosen.
func (f *noteFilters) offer() {
	d, now := f.page.desk, f.page.view
	l := d.Locale
	f.which.Offer([]string{
		l.T("notework.which.all"), l.T("notework.which.pinned"), l.T("notework.which.orphaned"), l.T("notework.which.outdated"),
		l.T("notework.which.deleted"),
	}, max(0, slices.Index(state.EachWhich(), now.Which)))
	notes := d.Notes.All()
	f.kinds = []model.ItemKind{""}
	used := map[model.ItemKind]bool{now.Kind: now.Kind != ""}
	for _, n := range notes {
		used[n.Item.Kind] = true
	}
	names := []string{l.T("notework.kind.any")}
	for _, k := range model.ItemKinds() {
		if used[k] {
			f.kinds = append(f.kinds, k)
			names = append(names, l.ItemKind(k))
		}
	}
	f.kind.Offer(names, max(0, slices.Index(f.kinds, now.Kind)))
	f.tags = append([]string{""}, tagsByUse(notes)...)
	if !slices.Contains(f.tags, now.Tag) {
		f.tags = append(f.tags, now.Tag)
	}
	names = slices.Clone(f.tags)
	names[0] = l.T("notework.tag.any")
	f.tag.Offer(names, slices.Index(f.tags, now.Tag))
	part.SetShown(f.fields[f.tag], len(f.tags) > 1)
	f.time.Offer([]string{
		l.T("notework.time.any"), l.T("notework.time.day"), l.T("notework.time.week"), l.T("notework.time.month"), l.T("notework.time.year"),
	}, max(0, slices.Index(filterDays, now.Days)))
	part.SetShown(f.reset, now.IsFiltered())
}

// resetAll shows all notes again.
func (p *NotesPage) resetAll() {
	p.desk.Store.Change(func(n *state.State) { n.Notes = n.Notes.Unfiltered() })
}

// pageLinks are what can be done with the notes that are listed.
func (p *NotesPage) pageLinks() []fyne.CanvasObject {
	l := p.desk.Locale
	return []fyne.CanvasObject{
		part.SmallLink(l.T("notework.pick"), func() { p.setPicking(!p.isPicking) }),
		part.SmallLink(l.T("notework.export"), func() { p.desk.ExportNotes(p.foundNotes()) }),
	}
}

func (p *NotesPage) foundNotes() []model.Note {
	var notes []model.Note
	for _, e := range p.found() {
		notes = append(notes, e.Note)
	}
	return notes
}

// setPicking lets the reader pick several notes, or ends that.
func (p *NotesPage) setPicking(on bool) {
	p.isPicking, p.picked = on, map[model.NoteID]bool{}
	p.showPicked()
	p.arrange()
}

// pick takes a note to those that something is to be done with, or from them.
func (p *NotesPage) pick(id model.NoteID, on bool) {
	if on {
		p.picked[id] = true
	} else {
		delete(p.picked, id)
	}
	p.showPicked()
}

func (p *NotesPage) pickAll() {
	for _, e := range p.found() {
		p.picked[e.ID] = true
	}
	p.showPicked()
	p.redraw()
}

// unpick leaves only those picked that are found: nothing is done with what the reader does not see.
func (p *NotesPage) unpick(found []*noteEntry) {
	if len(p.picked) == 0 {
		return
	}
	before := p.picked
	p.picked = map[model.NoteID]bool{}
	for _, e := range found {
		if before[e.ID] {
			p.picked[e.ID] = true
		}
	}
	if len(p.picked) < len(before) {
		p.showPicked()
	}
}

// redraw shows the rows anew, but for those that are being changed.
func (p *NotesPage) redraw() {
	for _, r := range p.rows {
		if r.editor == nil {
			r.read()
		}
	}
}

func (p *NotesPage) pickedNotes() []model.Note {
	var notes []model.Note
	for _, e := range p.entries {
		if p.picked[e.ID] {
			notes = append(notes, e.Note)
		}
	}
	return notes
}

// showPicked says how many notes are picked, and offers what can be done with them.
func (p *NotesPage) showPicked() {
	part.SetShown(p.pickBar, p.isPicking)
	l, n := p.desk.Locale, len(p.picked)
	button := func(key string, do func([]model.Note)) fyne.CanvasObject {
		b := widget.NewButton(l.T(key), func() { do(p.pickedNotes()) })
		part.SetEnabled(b, n > 0)
		return b
	}
	row := []fyne.CanvasObject{
		container.NewCenter(part.SmallLine(l.N("notework.picked", n))),
		container.NewCenter(part.SmallLink(l.T("notework.pick.all"), p.pickAll)),
	}
	if p.view.Which == state.DeletedNotes {
		row = append(row, button("notework.restore", func(notes []model.Note) { p.desk.Notes.Restore(notes, p.picksDone) }))
	} else {
		row = append(row,
			button("notework.tags", p.desk.askForTags),
			button("notework.export", p.desk.ExportNotes),
			button("notes.delete", p.deletePicked))
	}
	row = append(row, container.NewCenter(part.SmallLink(l.T("notework.pick.end"), func() { p.setPicking(false) })))
	p.pickBar.Objects = []fyne.CanvasObject{part.Flow(12, 4, row...)}
	p.pickBar.Refresh()
}

// deletePicked deletes what is picked if the reader says so.
func (p *NotesPage) deletePicked(notes []model.Note) {
	l := p.desk.Locale
	var ids []model.NoteID
	for _, n := range notes {
		ids = append(ids, n.ID)
	}
	part.Question{
		Title: l.N("notework.delete.title", len(notes)), Content: part.Text(l.T("notework.delete.why")),
		Yes: l.T("notes.delete.yes"), No: l.T("dialog.cancel"),
		OnYes: func() { p.desk.Notes.DeleteAll(ids, p.picksDone) },
	}.Ask(p.desk.Window)
}

func (p *NotesPage) picksDone(err error) {
	p.desk.tellNotDone(err)
	if err == nil {
		p.setPicking(false)
	}
}

func dialogButton(words string, isMain bool, do func()) *part.Button {
	b := part.NewButton(words, do)
	if isMain {
		b.Importance = widget.HighImportance
	}
	return b
}
