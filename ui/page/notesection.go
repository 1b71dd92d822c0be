package page

import (
	"slices"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
	"github.com/google/uuid"

	"parley/model"
	"parley/ui/part"
)

// newNoteSection shows the notes on an item, to be written and read. It keeps itself up to date.
func (d *Desk) newNoteSection(item model.Item) *noteSection {
	s := &noteSection{desk: d, item: item, list: part.Column(16)}
	s.here = part.Small(d.Locale.T("notes.here"))
	s.list.Hide()
	s.update()
	d.Notes.Watch(whileUsed(s, (*noteSection).update))
	s.content = part.Column(12,
		part.Heading(d.Locale.T("notes.section")),
		s.list,
		container.NewHBox(s.invitation()),
		s.here,
	)
	return s
}

// invitation is what opens an empty note. It has an outline, because the colour of buttons is that of the panel.
func (s *noteSection) invitation() fyne.CanvasObject {
	words := s.desk.Locale.T("notes.write")
	icon := part.Fixed(20, 20, widget.NewIcon(theme.ContentAddIcon()))
	content := part.Inset(6, 12, 6, 8, part.Row(6, -1, icon, part.Line(words, false)))
	return part.NewPressable(words, part.Framed(content), s.write)
}

// whileUsed returns a function that calls f with x until nothing else uses x any more. A section goes with what it
// is on, and must not be kept by those who would tell it of changes.
func whileUsed[T any](x *T, f func(*T)) func() {
	pointer := weak.Make(x)
	return func() {
		if x := pointer.Value(); x != nil {
			f(x)
		}
	}
}

type noteSection struct {
	desk    *Desk
	item    model.Item
	content fyne.CanvasObject
	editors []*noteEditor
	list    *fyne.Container
	here    fyne.CanvasObject // said as long as there is no note
}

// notes are those on the item, the oldest first, also under the IDs that it had in earlier versions of the dataset.
func (s *noteSection) notes() []model.Note {
	var list []model.Note
	for _, name := range s.desk.Dataset.Names(s.item) {
		list = append(list, s.desk.Notes.Of(name)...)
	}
	slices.SortStableFunc(list, func(a, b model.Note) int { return a.Created.Compare(b.Created) })
	return list
}

// update shows the notes as they are now. The editors of notes that stay, stay.
func (s *noteSection) update() {
	var editors []*noteEditor
	for _, n := range s.notes() {
		e := s.editorOf(n.ID)
		if e == nil {
			e = s.newEditor(n, true)
		}
		e.show(n)
		editors = append(editors, e)
	}
	for _, e := range s.editors {
		if !e.isKept {
			editors = append(editors, e)
		}
	}
	s.arrange(editors)
}

func (s *noteSection) editorOf(id model.NoteID) *noteEditor {
	for _, e := range s.editors {
		if e.note.ID == id {
			return e
		}
	}
	return nil
}

func (s *noteSection) newEditor(n model.Note, isKept bool) *noteEditor {
	e := s.desk.newNoteEditor(n, isKept)
	e.onGone = func() {
		s.arrange(slices.DeleteFunc(slices.Clone(s.editors), func(other *noteEditor) bool { return other == e }))
	}
	return e
}

func (s *noteSection) arrange(editors []*noteEditor) {
	part.SetShown(s.here, len(editors) == 0)
	if slices.Equal(editors, s.editors) {
		return
	}
	s.editors = editors
	s.list.Objects = nil
	for _, e := range editors {
		s.list.Add(e.content)
	}
	part.SetShown(s.list, len(editors) > 0)
	s.list.Refresh()
}

// write opens an empty note, unless one is open.
func (s *noteSection) write() {
	i := slices.IndexFunc(s.editors, func(e *noteEditor) bool { return !e.isKept })
	if i < 0 {
		i = len(s.editors)
		s.arrange(append(slices.Clone(s.editors), s.newEditor(s.desk.newNote(s.item), false)))
	}
	s.editors[i].box.Focus(s.desk.Window.Canvas())
}

// newNote is a note on an item that nobody has written yet. It has its ID from the start, so that what is typed next is
// the same note, however long the disk takes.
func (d *Desk) newNote(item model.Item) model.Note {
	return model.Note{ID: model.NoteID(uuid.New().URN()), Item: item, About: d.Locale.ItemName(d.Dataset, item), Edition: d.Dataset.Edition(item)}
}
