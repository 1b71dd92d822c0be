package page

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
)

// noteEditor is the editor of one note, wherever it stands.
type noteEditor struct {
	desk     *Desk
	note     model.Note      // with the last text that was not empty
	content  *fyne.Container // the box, what stands above it and below it
	box      *part.NoteBox
	preview  *fyne.Container // the text as it reads, instead of the box
	above    *fyne.Container
	below    *fyne.Container
	cancel   fyne.CanvasObject
	putBack  fyne.CanvasObject
	delete   fyne.CanvasObject
	onGone   func()     // an empty note was given up
	seen     model.Note // the version whose text the box showed when the reader began to type
	isKept   bool       // there is something to lose
	hasFault bool
}

// newNoteEditor returns the editor of a note that was saved or, where isKept is false, of a new one. Further links stand
// before those for cancelling and deleting.
func (d *Desk) newNoteEditor(n model.Note, isKept bool, links ...fyne.CanvasObject) *noteEditor {
	e := &noteEditor{desk: d, note: n, seen: n, isKept: isKept}
	e.putBack = part.SmallLink(d.Locale.T("notes.putback"), e.restore)
	e.cancel = part.SmallLink(d.Locale.T("notes.cancel"), func() { e.onGone() })
	e.delete = part.SmallLink(d.Locale.T("notes.delete"), func() { d.askToDelete(e.note) })
	links = append(append([]fyne.CanvasObject{e.putBack}, links...), e.cancel, e.delete)
	e.box = part.NewNoteBox(n.Text, d.noteWords(), links...)
	e.box.OnText = e.save
	e.above, e.below, e.preview = part.Column(lineGap), part.Column(lineGap), part.Column(lineGap)
	e.preview.Hide()
	e.content = part.Column(lineGap, e.above, e.box, e.preview, e.below)
	e.sayChanged()
	e.showLinks()
	e.showAround()
	return e
}

// showAround shows what the note is on besides its item, its tags, and what can be done with it.
func (e *noteEditor) showAround() {
	d, n := e.desk, e.note
	e.above.Objects = d.noteContext(n)
	part.SetShown(e.above, len(e.above.Objects) > 0)
	e.below.Objects = nil
	if e.isKept {
		if len(n.Tags) > 0 {
			e.below.Objects = append(e.below.Objects, d.tagLine(n.Tags))
		}
		e.below.Objects = append(e.below.Objects, part.Flow(12, 2, e.actions()...))
	}
	part.SetShown(e.below, e.isKept)
	e.content.Refresh()
}

func (e *noteEditor) actions() []fyne.CanvasObject {
	l := e.desk.Locale
	view, pin := l.T("notework.preview"), l.T("notework.pin")
	if e.preview.Visible() {
		view = l.T("notework.write")
	}
	if e.note.Pinned {
		pin = l.T("notework.unpin")
	}
	return []fyne.CanvasObject{
		part.SmallLink(view, e.turn),
		part.SmallLink(pin, func() { e.desk.pin(e.now(), !e.note.Pinned) }),
		part.SmallLink(l.T("notework.tags"), func() { e.desk.askForTags([]model.Note{e.now()}) }),
	}
}

// now is the note as it is known, with what is being typed.
func (e *noteEditor) now() model.Note {
	if n, known := e.desk.Notes.Note(e.note.ID); known {
		return n
	}
	return e.note
}

// turn shows the text as it reads, or the box to write it in.
func (e *noteEditor) turn() {
	reads := !e.preview.Visible()
	e.preview.Objects = nil
	if reads {
		e.preview.Objects = []fyne.CanvasObject{e.desk.marked(e.box.Text())}
	}
	part.SetShown(e.preview, reads)
	part.SetShown(e.box, !reads)
	e.showAround()
}

func (d *Desk) noteWords() part.NoteWords {
	return part.NoteWords{
		Hint:     d.Locale.T("notes.hint"),
		Saving:   d.Locale.T("notes.saving"),
		Saved:    d.Locale.T("notes.saved"),
		NotSaved: func(why error) string { return d.Locale.T("notes.notsaved", "Reason", why.Error()) },
	}
}

func (e *noteEditor) showLinks() {
	part.SetShown(e.putBack, e.isKept && isBlank(e.box.Text()))
	part.SetShown(e.cancel, !e.isKept)
	part.SetShown(e.delete, e.isKept)
}

func isBlank(text string) bool { return strings.TrimSpace(text) == "" }

// save saves what was typed. A note that was emptied keeps its last text until the reader deletes it.
func (e *noteEditor) save(text string, done func(error)) {
	if isBlank(text) {
		e.showLinks()
		e.box.Say("")
		if e.isKept {
			e.box.Say(e.desk.Locale.T("notes.emptied"))
		}
		return
	}
	wasKept := e.isKept
	e.note = e.now() // its tags may have been changed elsewhere
	seen := e.note
	seen.Text, seen.Revision, seen.Modified = e.seen.Text, e.seen.Revision, e.seen.Modified
	e.note.Text, e.note.Revision, e.isKept = text, e.seen.Revision, true
	e.showLinks()
	if !wasKept {
		e.showAround()
	}
	e.desk.Notes.SaveOver(e.note, seen, func(saved model.Note, err error) {
		if err == nil && saved.Text == text && saved.Revision >= e.seen.Revision {
			e.seen = saved
		}
		done(err)
	})
}

func (e *noteEditor) restore() {
	e.box.Replace(e.note.Text)
	e.sayChanged()
	if fault := e.desk.Notes.Fault(e.note.ID); fault != nil {
		e.box.Complain(fault)
	}
	e.showLinks()
}

// show takes in what the note is now, but not while the reader is at work on it here.
func (e *noteEditor) show(n model.Note) {
	fault := e.desk.Notes.Fault(n.ID)
	looksOther := n.Pinned != e.note.Pinned || !slices.Equal(n.Tags, e.note.Tags) || n.Edition != e.note.Edition || n.Passage != e.note.Passage
	if looksOther {
		text := e.note.Text
		e.note = n
		e.note.Text = text
		e.showAround()
	}
	if e.box.Busy() {
		return
	}
	isNews := n.Text != e.box.Text()
	e.note, e.seen = n, n
	if isNews && e.preview.Visible() {
		e.preview.Objects = []fyne.CanvasObject{e.desk.marked(n.Text)}
		e.preview.Refresh()
	}
	e.box.Replace(n.Text)
	switch {
	case fault != nil:
		e.box.Complain(fault)
	case e.hasFault:
		e.box.Say(e.desk.Locale.T("notes.saved"))
	case isNews:
		e.sayChanged()
	}
	e.hasFault = fault != nil
	e.showLinks()
}

func (e *noteEditor) sayChanged() {
	e.box.Say(strings.Join(e.desk.noteTime("notes.changed", e.note.Modified), ""))
}

// noteTime says when something was done with a note, in the time of the reader's place; nothing where that is not known.
func (d *Desk) noteTime(key string, when time.Time) []string {
	if when.IsZero() {
		return nil
	}
	t := when.Local()
	return []string{d.Locale.T(key, "Day", d.Locale.Day(t), "Clock", t.Format("15:04"))}
}

const namedLength = 160 // characters of a note by which it is named

// askToDelete deletes a note if the reader says so.
func (d *Desk) askToDelete(n model.Note) {
	l := d.Locale
	text, _ := shorten(n.Text, 3, namedLength)
	words := part.Column(12, part.Text(text), part.Small(l.T("notes.delete.on", "Item", d.noteName(n))))
	part.Question{
		Title: l.T("notes.delete.title"), Content: words, Yes: l.T("notes.delete.yes"), No: l.T("notes.delete.keep"),
		OnYes: func() { d.Notes.Delete(n.ID, d.tellNotDeleted) },
	}.Ask(d.Window)
}

func (d *Desk) tellNotDeleted(err error) {
	if err == nil {
		return
	}
	why := d.Locale.T("notes.notdeleted.why", "Reason", err.Error())
	d.show(d.Locale.T("notes.notdeleted"), why)
}

// noteName is what the item of a note is called; for an item that is gone, what it was called.
func (d *Desk) noteName(n model.Note) string {
	for _, name := range []string{d.Locale.ItemName(d.Dataset, n.Item), n.About} {
		if name != "" {
			return name
		}
	}
	return n.Item.String()
}

// wrapped gives what wraps its width before it asks for the height: a dialog asks only once.
type wrapped struct{ width float32 }

// Layout implements fyne.Layout.
func (wrapped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (w wrapped) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(w.width, 0)
	for _, o := range objects {
		o.Resize(fyne.NewSize(w.width, o.MinSize().Height))
		size.Height = fyne.Max(size.Height, o.MinSize().Height)
	}
	return size
}
