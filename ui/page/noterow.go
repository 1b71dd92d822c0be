package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
)

// noteRow is a note in the list: to be read or, after Edit, to be changed.
type noteRow struct {
	page    *NotesPage
	body    *fyne.Container
	note    model.Note
	fault   string      // why it is not saved; empty when it is
	editor  *noteEditor // nil while it is read
	isWhole bool        // shown to its end
}

func (r *noteRow) show(n model.Note) {
	fault := ""
	if why := r.page.desk.Notes.Fault(n.ID); why != nil {
		fault = why.Error()
	}
	isSame := r.note.ID == n.ID && r.note.Text == n.Text && r.note.Modified.Equal(n.Modified) && r.fault == fault
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
	text, isCut := shorten(r.note.Text, firstLines, firstCharacters)
	if r.isWhole {
		text = r.note.Text
	}
	objects := []fyne.CanvasObject{r.head(), part.AtMost(part.ProseWidth, part.Text(text))}
	if isCut {
		key := "notes.showall"
		if r.isWhole {
			key = "notes.showless"
		}
		objects = append(objects, part.SmallLink(l.T(key), func() { r.isWhole = !r.isWhole; r.read() }))
	}
	if r.fault != "" {
		objects = append(objects, part.SmallStrong(l.T("notes.notsaved", "Reason", r.fault)))
	}
	r.body.Objects = append(objects, part.Row(16, 0, part.Small(r.about()),
		part.SmallLink(l.T("notes.edit"), r.edit),
		part.SmallLink(l.T("notes.delete"), func() { r.page.desk.askToDelete(r.note) })))
	r.body.Refresh()
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

// about is the kind of the item, whether it is gone, and when the note was changed.
func (r *noteRow) about() string {
	d := r.page.desk
	words := []string{d.kindName(r.note.Item.Kind)}
	if !d.Dataset.Has(r.note.Item) {
		words = append(words, d.Locale.T("notes.gone"))
	}
	if changed := d.noteChanged("notes.row.changed", r.note); changed != "" {
		words = append(words, changed)
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
	r.body.Objects = []fyne.CanvasObject{r.head(), r.editor.box}
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
