package page

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"

	"parley/model"
	"parley/ui/notebook"
	"parley/ui/part"
)

// jump leads to the item that a link in a note names; one of another dataset leads nowhere.
func (d *Desk) jump(address string) {
	dataset, item, err := model.ParseItem(address)
	own := d.Dataset.Metadata().Name
	if err != nil || dataset != "" && dataset != own || !d.Dataset.Has(item) {
		d.show(d.Locale.T("notework.nolink.title"), d.Locale.T("notework.nolink", "Address", address))
		return
	}
	d.Store.Go(StateFor(d.Dataset, d.Store.Now(), item))
}

// marked shows the text of a note.
func (d *Desk) marked(text string) fyne.CanvasObject {
	if !strings.ContainsAny(text, "*_#[]`>~|-+<") && !strings.Contains(text, "://") {
		return part.Text(text)
	}
	return part.Markdown(text, d.jump)
}

// noteContext says above the text of a note what it is on besides its item, and what became of that.
func (d *Desk) noteContext(n model.Note) []fyne.CanvasObject {
	l := d.Locale
	var list []fyne.CanvasObject
	if q := n.Passage.Quote; q != "" {
		short, _ := shorten(q, firstLines, firstCharacters)
		list = append(list, part.Muted(l.T("notework.quote", "Quote", short)))
		if !d.passageStands(n) {
			list = append(list, part.SmallStrong(l.T("notework.quote.gone")))
		}
	}
	if j := n.Judgement; !j.IsZero() {
		document := func(id model.DocumentID) string {
			name := l.ItemName(d.Dataset, model.Item{Kind: model.DocumentItem, ID: string(id)})
			if name == "" {
				return string(id)
			}
			return name
		}
		words := l.T("notepaper.judgement", "Judgement", l.T("judgement."+string(j.Judgement)),
			"Left", document(j.Left), "Right", document(j.Right))
		list = append(list, part.Muted(l.Capital(words)))
	}
	if d.Dataset.FiguresChanged(n) {
		words := part.SmallStrong(l.T("notework.figures", "Version", n.Edition.Version))
		list = append(list, part.Column(2, words, container.NewHBox(part.SmallLink(l.T("notework.figures.seen"), func() { d.seen(n) }))))
	}
	return list
}

// passageStands reports whether the words that a note is on are still in the text of its clause.
func (d *Desk) passageStands(n model.Note) bool {
	if n.Item.Kind != model.ClauseItem || !d.Dataset.Has(n.Item) {
		return true // of other texts nobody here can say
	}
	_, _, _, found := n.Passage.FindIn(d.Dataset.Clause(model.ClauseID(n.Item.ID)).Text)
	return found
}

// seen notes that the reader knows the figures as they are now.
func (d *Desk) seen(n model.Note) {
	d.Notes.Change(notebook.See, []model.NoteID{n.ID}, func(n *model.Note) { n.Edition = d.Dataset.Edition(n.Item) }, d.tellNotDone)
}

// pin lists a note before the others, or among them.
func (d *Desk) pin(n model.Note, pinned bool) {
	as := notebook.Pin
	if !pinned {
		as = notebook.Unpin
	}
	d.Notes.Change(as, []model.NoteID{n.ID}, func(n *model.Note) { n.Pinned = pinned }, d.tellNotDone)
}

// tellNotDone says why something was not done with notes.
func (d *Desk) tellNotDone(err error) {
	if err != nil {
		d.show(d.Locale.T("notework.notdone"), d.Locale.T("notework.notdone.why", "Reason", err.Error()))
	}
}

// askForTags lets the reader set the tags of one note, or add tags to several.
func (d *Desk) askForTags(notes []model.Note) {
	l := d.Locale
	typed := ""
	if len(notes) == 1 {
		typed = strings.Join(notes[0].Tags, ", ")
	}
	var ask *dialog.CustomDialog
	var entry *part.DialogEntry
	save := func() {
		ask.Hide()
		var shown []string
		if len(notes) == 1 {
			shown = notes[0].Tags
		}
		tags := splitTags(entry.Text)
		ids := make([]model.NoteID, len(notes))
		for i, n := range notes {
			ids[i] = n.ID
		}
		d.Notes.Change(notebook.Tag, ids, func(n *model.Note) { n.Tags = retagged(n.Tags, shown, tags) }, d.tellNotDone)
	}
	entry = part.NewDialogEntry(typed, save, func() { ask.Hide() })
	entry.PlaceHolder = l.T("notework.tags.hint")
	var chips []fyne.CanvasObject
	for _, tag := range d.offeredTags() {
		chips = append(chips, part.SmallLink(tag, func() {
			if tags := splitTags(entry.Text); !slices.Contains(tags, tag) {
				entry.SetText(strings.Join(append(tags, tag), ", "))
			}
		}))
	}
	title := l.T("notework.tags.title")
	words := l.T("notework.tags.one")
	if len(notes) > 1 {
		words = l.N("notework.tags.many", len(notes))
	}
	content := container.New(wrapped{width: 420}, part.Column(10, part.Small(words), entry, part.Flow(12, 4, chips...)))
	ask = dialog.NewCustomWithoutButtons(title, content, d.Window)
	ask.SetButtons([]fyne.CanvasObject{dialogButton(l.T("dialog.cancel"), false, func() { ask.Hide() }), dialogButton(l.T("notework.tags.save"), true, save)})
	ask.Show()
	part.OnEscape(d.Window.Canvas(), func() { ask.Hide() })
	d.Window.Canvas().Focus(entry)
}

// retagged are tags after the reader left others of those that they were shown.
func retagged(tags, shown, left []string) []string {
	if slices.Equal(tags, shown) {
		return left // in the order of the reader
	}
	kept := slices.DeleteFunc(slices.Clone(tags), func(tag string) bool {
		return slices.Contains(shown, tag) && !slices.Contains(left, tag)
	})
	for _, tag := range left {
		if !slices.Contains(shown, tag) && !slices.Contains(kept, tag) {
			kept = append(kept, tag)
		}
	}
	return kept
}

// splitTags are the tags of a list with commas, each once.
func splitTags(typed string) []string {
	var tags []string
	for tag := range strings.SplitSeq(typed, ",") {
		if tag = strings.Join(strings.Fields(tag), " "); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

const mostOffered = 12

// offeredTags are ready-made labels, and the tags that the reader uses most.
func (d *Desk) offeredTags() []string {
	l := d.Locale
	tags := []string{l.T("notework.label.question"), l.T("notework.label.check"), l.T("notework.label.quote"), l.T("notework.label.important")}
	for _, tag := range tagsByUse(d.Notes.All()) {
		if len(tags) < mostOffered && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// tagsByUse lists the tags of notes, the one used most first.
func tagsByUse(notes []model.Note) []string {
	uses := map[string]int{}
	for _, n := range notes {
		for _, tag := range n.Tags {
			uses[tag]++
		}
	}
	tags := make([]string, 0, len(uses))
	for tag := range uses {
		tags = append(tags, tag)
	}
	slices.SortFunc(tags, func(a, b string) int {
		if uses[a] != uses[b] {
			return uses[b] - uses[a]
		}
		return strings.Compare(a, b)
	})
	return tags
}

// tagLine shows tags: words with an outline, without colours.
func (d *Desk) tagLine(tags []string) fyne.CanvasObject {
	var plates []fyne.CanvasObject
	for _, tag := range tags {
		plates = append(plates, part.Framed(part.Inset(2, 6, 2, 6, part.SmallLine(tag))))
	}
	return part.Flow(6, 4, plates...)
}

// askWhereTo moves a note to another item of the dataset.
func (d *Desk) askWhereTo(n model.Note) {
	var items []model.Item
	var options []pickOption
	for _, item := range allItems(d.Dataset) {
		name, line := d.Describe(item)
		if name == "" {
			continue
		}
		items = append(items, item)
		options = append(options, pickOption{name, strings.TrimSuffix(fmt.Sprint(d.kindName(item.Kind), " · ", line), " · ")})
	}
	d.pick(d.Locale.T("notework.move.title"), d.Locale.T("notework.move.hint"), options, func(i int) {
		d.Notes.Change(notebook.Move, []model.NoteID{n.ID}, func(n *model.Note) { d.put(n, items[i]) }, d.tellNotDone)
	})
}

// put puts a note on an item.
func (d *Desk) put(n *model.Note, item model.Item) {
	n.Item, n.About, n.Edition = item, d.Locale.ItemName(d.Dataset, item), d.Dataset.Edition(item)
	if n.Item.Kind != model.ClauseItem {
		n.Passage = model.Passage{}
	}
	if n.Item.Kind != model.TopicItem {
		n.Judgement = model.ReaderJudgement{}
	}
}

// StepName says what a step of the notes was, as a menu names it: "delete the note on Istanbul, 2 June".
func (d *Desk) StepName(s notebook.Step) string {
	if n := s.Count(); n > 1 {
		return d.Locale.N("notework.steps."+string(s.Action), n)
	}
	name, _ := shorten(d.noteName(s.Note()), 1, 48)
	return d.Locale.T("notework.step."+string(s.Action), "Item", name)
}

// Undo undoes the last step of the notes; Redo does it again.
func (d *Desk) Undo() { d.Notes.Undo(d.tellNotDone) }

// Redo does again what was undone last.
func (d *Desk) Redo() { d.Notes.Redo(d.tellNotDone) }

// askForFolder keeps the notes in another folder.
func (d *Desk) askForFolder() {
	ask := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if folder != nil && err == nil {
			d.moveNotes(folder.Path())
		}
	}, d.Window)
	part.ShowFiles(ask, strings.TrimSuffix(d.Locale.T("notework.elsewhere"), "…"), d.Window)
}

// moveNotes keeps the notes within another folder, and says so where that ends with the program.
func (d *Desk) moveNotes(parent string) {
	d.Notes.Move(parent, func(err error) {
		if err != nil || d.Notes.MovesForGood() {
			d.tellNotDone(err)
			return
		}
		words := d.Locale.T("notework.elsewhere.fornow", "Folder", d.Notes.Folder(), "Parent", parent)
		d.show(strings.TrimSuffix(d.Locale.T("notework.elsewhere"), "…"), words)
	})
}
