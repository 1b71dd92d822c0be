package page

import (
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"parley/model"
	"parley/model/modeltest"
	"parley/model/notefile"
	"parley/ui/format"
	"parley/ui/notebook"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

var (
	firstRound  = model.Item{Kind: model.RoundItem, ID: "round-1"}
	secondRound = model.Item{Kind: model.RoundItem, ID: "round-2"}
)

// disk is a store of notes that can be made to fail.
type disk struct {
	*notefile.Store
	fault error
}

func (d *disk) PutOver(n, seen model.Note) (model.Note, error) {
	if d.fault != nil {
		return model.Note{}, d.fault
	}
	return d.Store.PutOver(n, seen)
}

func (d *disk) PutAll(edits []notefile.Edit) ([]model.Note, error) {
	if d.fault != nil {
		return nil, d.fault
	}
	return d.Store.PutAll(edits)
}

func (d *disk) Delete(id model.NoteID) error {
	if d.fault != nil {
		return d.fault
	}
	return d.Store.Delete(id)
}

// noteStory is a reader who writes notes, on one goroutine and with a clock that the test moves.
type noteStory struct {
	t      *testing.T
	dir    string
	disk   *disk
	book   *notebook.Notebook
	desk   *Desk
	alarms []func()
}

// tellOfNotes starts a story over a folder of notes.
func tellOfNotes(t *testing.T, dir string) *noteStory {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(part.Look{Choice: "light"})
	s := &noteStory{t: t, dir: dir}
	now := time.Date(2026, 8, 3, 12, 0, 0, 0, time.UTC)
	store, err := notefile.Open(dir, notefile.Options{
		Device: "test", Dataset: modeltest.MinimalFacts().Metadata.Name,
		Now: func() time.Time { now = now.Add(time.Minute); return now },
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range store.Notes() { // the story goes on
		now = now.Add(max(0, n.Modified.Sub(now)))
	}
	s.disk = &disk{Store: store}
	s.book = notebook.New(s.disk, dir, format.In("en"))
	s.book.Spawn = func(f func()) { f() }
	s.book.OnUI = func(f func()) { f() }
	s.book.After = func(_ time.Duration, f func()) { s.alarms = append(s.alarms, f) }
	s.desk = &Desk{
		Dataset: modeltest.Talks(), Locale: format.In("en"), Notes: s.book,
		Store: state.NewStore(state.State{Page: state.Notes}),
	}
	return s
}

// wait lets every timer run out, once.
func (s *noteStory) wait() {
	alarms := s.alarms
	s.alarms = nil
	for _, f := range alarms {
		f()
	}
}

// write puts a note on the disk without the window.
func (s *noteStory) write(item model.Item, text string) model.Note {
	s.t.Helper()
	n, err := s.disk.Store.Put(model.Note{Item: item, About: s.desk.Locale.ItemName(s.desk.Dataset, item), Text: text})
	if err != nil {
		s.t.Fatal(err)
	}
	return n
}

func (s *noteStory) open(content fyne.CanvasObject) *uitest.Reader {
	s.desk.Window = test.NewTempWindow(s.t, content)
	s.desk.Window.Resize(fyne.NewSize(620, 640))
	return uitest.At(s.t, s.desk.Window)
}

// typeOn types where the focus is.
func typeOn(r *uitest.Reader, text string) { test.Type(r.Window.Canvas().Focused(), text) }

// editorsIn lists the boxes to type notes into.
func editorsIn(r *uitest.Reader) []string {
	var texts []string
	for _, o := range test.LaidOutObjects(r.Window.Content()) {
		if box, ok := o.(*part.NoteBox); ok {
			texts = append(texts, box.Text())
		}
	}
	return texts
}

func (s *noteStory) texts() []string {
	var texts []string
	for _, n := range s.disk.Notes() {
		texts = append(texts, n.Text)
	}
	return texts
}

func TestANoteIsTypedSavedAndThereAgain(t *testing.T) {
	dir := t.TempDir()
	s := tellOfNotes(t, dir)
	r := s.open(s.desk.newNoteSection(firstRound).content)
	r.Sees("Notes stay on this computer.").Press("Write a note")
	typeOn(r, "Who named the number first?")
	r.Sees("Saving…").SeesNot("Saved", "Notes stay on this computer.")
	if len(s.texts()) != 0 {
		t.Fatalf("on the disk while it is typed: %q", s.texts())
	}
	s.wait()
	r.Sees("Saved").SeesNot("Saving…")

	again := tellOfNotes(t, dir)
	again.open(again.desk.newNoteSection(firstRound).content).Sees("Who named the number first?", "Changed 3 August 2026")
	again.open(again.desk.newNoteSection(secondRound).content).SeesNot("Who named the number first?")
	if n := again.book.All()[0]; n.Item != firstRound || n.About != "First round" {
		t.Errorf("the note is on %v, %q", n.Item, n.About)
	}
}

func TestALongNoteIsOneNoteHoweverSlowTheDisk(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	var disk []func() // what the disk has to do
	s.book.Spawn = func(f func()) { disk = append(disk, f) }
	r := s.open(s.desk.newNoteSection(firstRound).content)
	r.Press("Write a note")
	for _, text := range []string{"one ", "two ", "three"} {
		typeOn(r, text)
		s.wait()
	}
	for _, f := range disk {
		f()
	}
	if want := []string{"one two three"}; !slices.Equal(s.texts(), want) {
		t.Errorf("on the disk: %q, want %q", s.texts(), want)
	}
}

func TestANoteIsSavedWhenTheFocusLeaves(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	r := s.open(s.desk.newNoteSection(firstRound).content)
	r.Press("Write a note")
	typeOn(r, "text")
	pressKeys(r, fyne.KeyEscape)
	r.Sees("Saved")
}

func TestAFailedSaveKeepsTheTextAndSaysWhy(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	r := s.open(s.desk.newNoteSection(firstRound).content)
	s.disk.fault = syscall.ENOSPC
	r.Press("Write a note")
	typeOn(r, "my text")
	s.wait()
	r.Sees("my text", "Not saved: the disk is full. Your text is still here.").SeesNot("Saved")

	// The reader looks at something else and comes back: the text is still there, and so is the reason.
	s.open(s.desk.newNoteSection(secondRound).content)
	r = s.open(s.desk.newNoteSection(firstRound).content)
	r.Sees("my text", "Not saved: the disk is full.")
	s.disk.fault = nil
	s.wait()
	r.Sees("my text", "Saved").SeesNot("Not saved")
	if want := []string{"my text"}; !slices.Equal(s.texts(), want) {
		t.Errorf("on the disk: %q, want %q", s.texts(), want)
	}
}

func TestDeletingANoteAsksFirst(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.write(firstRound, "to be kept")
	s = tellOfNotes(t, s.dir)
	r := s.open(container.NewStack(s.desk.newNoteSection(firstRound).content))
	r.Press("Delete").Sees("Delete this note?", "On “First round”.")
	r.Press("Keep it").Sees("to be kept").SeesNot("Delete this note?")
	r.Press("Delete").Sees("Delete this note?")
	if !part.Escape(r.Window.Canvas()) {
		t.Error("Escape does nothing")
	}
	r.SeesNot("Delete this note?")
	if len(s.texts()) != 1 {
		t.Fatal("deleted without a yes")
	}
	s.confirmDeletion(r)
	r.SeesNot("to be kept").Sees("Notes stay on this computer.")
	if len(s.texts()) != 0 {
		t.Errorf("still on the disk: %q", s.texts())
	}
}

// confirmDeletion presses Delete below the note, and Delete in the dialog.
func (s *noteStory) confirmDeletion(r *uitest.Reader) {
	s.t.Helper()
	r.Press("Delete")
	top := r.Window.Canvas().Overlays().Top()
	if top == nil {
		s.t.Fatal("nobody asks")
	}
	for _, o := range test.LaidOutObjects(top) {
		if b, ok := o.(*part.Button); ok && b.Text == "Delete" {
			test.Tap(b)
			return
		}
	}
	s.t.Fatal("the dialog has no Delete")
}

func TestANoteThatCannotBeDeletedStays(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.write(firstRound, "stays")
	s = tellOfNotes(t, s.dir)
	r := s.open(container.NewStack(s.desk.newNoteSection(firstRound).content))
	s.disk.fault = syscall.EROFS
	s.confirmDeletion(r)
	r.Sees("stays", "The note was not deleted", "nothing can be written in the folder")
}

func TestAnEmptiedNoteIsKept(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.write(firstRound, "ab")
	s = tellOfNotes(t, s.dir)
	r := s.open(s.desk.newNoteSection(firstRound).content)
	r.Type("What do you want to remember?", "")
	pressKeys(r, fyne.KeyPageDown, fyne.KeyBackspace)
	s.wait()
	pressKeys(r, fyne.KeyBackspace)
	r.Sees("The note is empty now. Its last text is kept.")
	pressKeys(r, fyne.KeyEscape)
	s.wait()
	if want := []string{"a"}; !slices.Equal(s.texts(), want) {
		t.Errorf("on the disk: %q, want the last text that was not empty", s.texts())
	}
	r.Press("Put the text back").Sees("a").SeesNot("The note is empty now.", "Put the text back")
}

func TestAnEmptyNewNoteIsNotSavedAndGoesWithCancel(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	r := s.open(s.desk.newNoteSection(firstRound).content)
	r.Press("Write a note").Press("Write a note")
	if n := len(editorsIn(r)); n != 1 {
		t.Errorf("%d empty notes are open, want 1", n)
	}
	typeOn(r, "  ")
	s.wait()
	r.Press("Cancel").SeesNot("What do you want to remember?").Sees("Notes stay on this computer.")
	if len(s.book.All()) != 0 {
		t.Errorf("kept: %v", s.book.All())
	}
}

func TestTwoSectionsOnOneItemShowTheSameAndKeepTheFocus(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	first, second := s.desk.newNoteSection(firstRound).content, s.desk.newNoteSection(firstRound).content
	r := s.open(container.NewGridWithColumns(2, first, second))
	r.Press("Write a note")
	editor := r.Window.Canvas().Focused()
	typeOn(r, "one")
	s.wait()
	typeOn(r, " two")
	s.wait()
	if r.Window.Canvas().Focused() != editor {
		t.Fatal("the editor lost the focus")
	}
	if got, want := editorsIn(r), []string{"one two", "one two"}; !slices.Equal(got, want) {
		t.Errorf("the two sections have editors with %q, want %q", got, want)
	}
}

func TestASectionThatIsGoneIsNotKept(t *testing.T) {
	calls := 0
	type section struct{ calls *int }
	call := func(s *section) { *s.calls++ }
	gone := whileUsed(&section{&calls}, call)
	used := &section{&calls}
	watch := whileUsed(used, call)
	runtime.GC()
	gone()
	watch()
	if *used.calls != 1 {
		t.Errorf("called %d times, want once: by the section that is used", calls)
	}
}
