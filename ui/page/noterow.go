package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// noteRow is a note in the list: to be read or, after Edit, to be changed.
type noteRow struct {
	page    *NotesPage
	body    *fyne.Container
	note    model.Note
	fault   string      // why it is not saved; empty when it is
	check   *part.Check // whether it is among those that something is done with; nil while nothing is
	editor  *noteEditor // nil while it is read
	isWhole bool        // shown to its end
	isByAge bool        // it says when it was written, not when it was changed
}

func (r *noteRow) show(n model.Note) {
	fault := ""
	if why := r.page.desk.Notes.Fault(n.ID); why != nil {
		fault = why.Error()
	}
	isSame := r.note.SaysSame(n) && r.note.Modified.Equal(n.Modified) && r.fault == fault && (r.check != nil) == r.page.isPicking &&
		r.isByAge == (r.page.view.Sort == state.ByCreation)
	r.note, r.fault = n, fault
	if r.editor != nil {
		r.editor.show(n)
		return
	}
	if !isSame {
		r.read()
	}
}

const (
	firstLines      = 5
	firstCharacters = 400
)

func (r *noteRow) read() {
	l := r.page.desk.Locale
	r.isByAge = r.page.view.Sort == state.ByCreation
	text, isCut := shorten(r.note.Text, firstLines, firstCharacters)
	if r.isWhole {
		text = r.note.Text
	}
	d := r.page.desk
	objects := append([]fyne.CanvasObject{r.head()}, d.noteContext(r.note)...)
	objects = append(objects, part.AtMost(part.ProseWidth, d.marked(text)))
	if isCut {
		key := "notes.showall"
		if r.isWhole {
			key = "notes.showless"
		}
		objects = append(objects, part.SmallLink(l.T(key), func() { r.isWhole = !r.isWhole; r.read() }))
	}
	if len(r.note.Tags) > 0 {
		objects = append(objects, d.tagLine(r.note.Tags))
	}
	if r.fault != "" {
		objects = append(objects, part.SmallStrong(l.T("notes.notsaved", "Reason", r.fault)))
	}
	objects = append(objects, part.Flow(16, 2, append([]fyne.CanvasObject{part.SmallLine(r.about())}, r.links()...)...))
	r.body.Objects = objects
	r.check = nil
	if r.page.isPicking {
		r.check = part.NewCheck("", func(on bool) { r.page.pick(r.note.ID, on) })
		r.check.Checked = r.page.picked[r.note.ID]
		box := part.Inset(-8, 6, 0, -6, r.check) // level with the first line
		r.body.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, container.NewVBox(box), nil, part.Column(paragraphGap, objects...))}
	}
	r.body.Refresh()
}

// links are what can be done with the note; nothing while several are picked, for which there are buttons above.
func (r *noteRow) links() []fyne.CanvasObject {
	d := r.page.desk
	l := d.Locale
	if r.page.isPicking {
		return nil
	}
	if r.page.view.Which == state.DeletedNotes {
		return []fyne.CanvasObject{part.SmallLink(l.T("notework.restore"), func() {
			d.Notes.Restore([]model.Note{r.note}, d.tellNotDone)
		})}
	}
	pin := l.T("notework.pin")
	if r.note.Pinned {
		pin = l.T("notework.unpin")
	}
	links := []fyne.CanvasObject{
		part.SmallLink(l.T("notes.edit"), r.edit),
		part.SmallLink(pin, func() { d.pin(r.note, !r.note.Pinned) }),
		part.SmallLink(l.T("notework.tags"), func() { d.askForTags([]model.Note{r.note}) }),
	}
	if !d.Dataset.Has(r.note.Item) {
		links = append(links, part.SmallLink(l.T("notework.move"), func() { d.askWhereTo(r.note) }))
	}
	return append(links, part.SmallLink(l.T("notes.delete"), func() { d.askToDelete(r.note) }))
}

// head is the name of what the note is on: a way there, unless it is gone.
func (r *noteRow) head() fyne.CanvasObject {
	d := r.page.desk
	name := d.noteName(r.note)
	if !d.Dataset.Has(r.note.Item) {
		return part.Strong(name)
	}
	link := part.NewHyperlink(name)
	link.Wrapping = fyne.TextWrapWord
	link.TextStyle.Bold = true
	link.OnTapped = func() { d.Store.Go(StateFor(d.Dataset, d.Store.Now(), r.note.Item)) }
	return part.Trim(link)
}

// about is the kind of the item, whether it is gone, and when the note was changed, created or deleted.
func (r *noteRow) about() string {
	d := r.page.desk
	words := []string{d.kindName(r.note.Item.Kind)}
	if !d.Dataset.Has(r.note.Item) {
		words = append(words, d.Locale.T("notes.gone"))
	}
	if r.note.Pinned {
		words = append(words, d.Locale.T("notepaper.pinned"))
	}
	switch {
	case r.page.view.Which == state.DeletedNotes:
		words = append(words, d.noteTime("notes.row.deleted", r.note.Modified)...)
	case r.isByAge:
		words = append(words, d.noteTime("notes.row.created", r.note.Created)...)
	default:
		words = append(words, d.noteTime("notes.row.changed", r.note.Modified)...)
	}
	return strings.Join(words, " · ")
}

// kindName names a kind of items. Notes of a newer version may be on kinds that have no name here.
func (d *Desk) kindName(k model.ItemKind) string {
	if !slices.Contains(model.ItemKinds(), k) {
		return string(k)
	}
	return d.Locale.ItemKind(k)
}

func (r *noteRow) edit() {
	done := part.SmallLink(r.page.desk.Locale.T("notes.done"), r.finish)
	r.editor = r.page.desk.newNoteEditor(r.note, true, done)
	r.editor.show(r.note)
	r.body.Objects = []fyne.CanvasObject{r.head(), r.editor.content}
	r.body.Refresh()
	r.editor.box.Focus(r.page.desk.Window.Canvas())
}

func (r *noteRow) finish() {
	r.editor = nil
	r.read()
	r.page.update()
}

// shorten returns the first lines of a text, at most so many characters, and whether something was left out.
func shorten(text string, lines, characters int) (string, bool) {
	text = strings.TrimSpace(text)
	short := text
	if parts := strings.SplitAfterN(text, "\n", lines+1); len(parts) > lines {
		short = strings.Join(parts[:lines], "")
	}
	if runes := []rune(short); len(runes) > characters {
		short = string(runes[:characters])
		if space := strings.LastIndexAny(short, " \n\t"); space > len(short)/2 {
			short = short[:space]
		}
	}
	if short == text {
		return text, false
	}
	return strings.TrimSpace(short) + " …", true
}
