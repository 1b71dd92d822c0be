package page

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parley/model"
	"parley/model/modeltest"
	"parley/model/notefile"
	"parley/ui/format"
	"parley/ui/notebook"
	"parley/ui/part"
	"parley/ui/state"
)

// tellAgain starts the story anew, with windows and dialogs that work at once.
func tellAgain(t *testing.T, s *noteStory) *noteStory {
	t.Helper()
	s = tellOfNotes(t, s.dir)
	s.desk.Spawn, s.desk.OnUI = func(f func()) { f() }, func(f func()) { f() }
	return s
}

func (s *noteStory) put(n model.Note) {
	s.t.Helper()
	if _, err := s.disk.Store.Put(n); err != nil {
		s.t.Fatal(err)
	}
}

// view lets the page list other notes.
func (s *noteStory) view(v state.NotesView) {
	s.desk.Store.Change(func(n *state.State) { n.Notes = v })
}

func TestNotesAreFiltered(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.put(model.Note{Item: firstRound, Text: "tagged", Tags: []string{"check"}})
	s.put(model.Note{Item: exchangeOfBodies, Text: "pinned", Pinned: true})
	s.put(model.Note{Item: goneRound, Text: "orphan"})
	s.put(model.Note{Item: exchangeOfBodies, Text: "outdated", Edition: model.Edition{Version: "0", Figures: "other"}})
	s = tellAgain(t, s)
	p, r := s.openNotes()
	if got, want := p.seen(), "pinned outdated orphan tagged"; got != want {
		t.Errorf("shown: %s, want the pinned one first: %s", got, want)
	}
	r.Sees("check", "The figures have changed since you wrote this (version 0 of the data).")
	for _, c := range []struct {
		view state.NotesView
		want string
	}{
		{state.NotesView{Kind: model.RoundItem}, "orphan tagged"},
		{state.NotesView{Tag: "check"}, "tagged"},
		{state.NotesView{Which: state.PinnedNotes}, "pinned"},
		{state.NotesView{Which: state.OrphanedNotes}, "orphan"},
		{state.NotesView{Which: state.OutdatedNotes}, "outdated"},
		{state.NotesView{Which: state.DeletedNotes}, ""},
		{state.NotesView{Kind: model.RoundItem, Which: state.PinnedNotes}, ""},
	} {
		s.view(c.view)
		if got := p.seen(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.view, got, c.want)
		}
	}
	r.Sees("No note is like that.").Press("Show all notes")
	if got := len(p.shown); got != 4 {
		t.Errorf("%d notes are shown after all", got)
	}
	s.view(state.NotesView{Which: state.OutdatedNotes})
	r.Press("I have seen it")
	if got := p.seen(); got != "" {
		t.Errorf("still outdated: %q", got)
	}
}

func TestNotesAreSortedByWhenTheyWereCreated(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.put(model.Note{Item: firstRound, Text: "older"})
	s.put(model.Note{Item: firstRound, Text: "newer"})
	s.put(model.Note{Item: firstRound, Text: "pinned", Pinned: true})
	n := s.disk.Store.Notes()[2]
	n.Text = "older, changed later"
	s.put(n)
	s = tellAgain(t, s)
	p, r := s.openNotes()
	if got, want := p.seen(), "pinned older, newer"; got != want {
		t.Errorf("by change: %s, want %s", got, want)
	}
	r.Press("Created")
	if got, want := p.seen(), "pinned newer older,"; got != want {
		t.Errorf("by creation: %s, want %s", got, want)
	}
	r.Sees(" · created ").SeesNot(" · changed ")
	s.desk.Store.Back()
	r.Sees(" · changed ").SeesNot(" · created ")
}

func TestBackUndoesWhatNarrowedTheNotes(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.put(model.Note{Item: firstRound, Text: "pinned", Pinned: true})
	s.put(model.Note{Item: firstRound, Text: "plain"})
	s = tellAgain(t, s)
	p, r := s.openNotes()
	p.search.SetText("p")
	s.desk.Store.Change(func(n *state.State) { n.Notes.Which = state.PinnedNotes })
	p.search.SetText("pi")
	s.desk.Store.Change(func(n *state.State) { n.Page, n.Selected = state.Rounds, firstRound })
	for _, c := range []struct{ seen, typed string }{{"pinned", "pi"}, {"pinned plain", "p"}} {
		s.desk.Store.Back()
		if got := p.seen(); got != c.seen || p.search.Text != c.typed {
			t.Errorf("Back shows %q for %q, want %q for %q", got, p.search.Text, c.seen, c.typed)
		}
	}
	s.desk.Store.Forward()
	r.Sees("1 of 2 notes").Press("Show all notes").Sees("2 notes")
	if p.search.Text != "" || s.desk.Store.Now().Notes.IsFiltered() {
		t.Errorf("still narrowed: %q, %+v", p.search.Text, s.desk.Store.Now().Notes)
	}
}

func TestDeletedNotesComeBack(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	for i := range 3 {
		s.write(firstRound, fmt.Sprint("note", i))
	}
	s = tellAgain(t, s)
	p, r := s.openNotes()
	r.Press("Select several").Sees("0 selected").SeesNot("Edit").Press("Stop selecting").SeesNot("0 selected").Sees("Edit")
	r.Press("Select several").Press("All of these").Sees("3 selected")
	p.desk.Notes.DeleteAll([]model.NoteID{p.entries[0].ID, p.entries[1].ID}, p.picksDone)
	r.Sees("1 note")
	step, can := s.book.CanUndo()
	if name := s.desk.StepName(step); !can || name != "delete 2 notes" {
		t.Errorf("the step is %q", name)
	}
	s.desk.Undo()
	r.Sees("3 notes")
	s.desk.Redo()
	r.Sees("1 note")

	s = tellAgain(t, s) // after a restart there is nothing to undo, but the bin
	p, r = s.openNotes()
	s.view(state.NotesView{Which: state.DeletedNotes})
	if len(p.shown) != 2 {
		t.Fatalf("deleted are %s", p.seen())
	}
	r.Sees(" · deleted ").SeesNot("Edit").Press("Bring back")
	if len(p.shown) != 1 || len(s.book.All()) != 2 {
		t.Errorf("deleted are %s, notes %v", p.seen(), s.texts())
	}
}

func TestLinksInNotesLeadToItems(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.desk.jumpTo(t, "parley:"+s.desk.Dataset.Metadata().Name+"/"+secondRound.String(), secondRound)
}

func (d *Desk) jumpTo(t *testing.T, address string, want model.Item) {
	t.Helper()
	d.jump(address)
	if got := d.Store.Now().Selected; got != want {
		t.Errorf("%s leads to %v", address, got)
	}
}

func TestTagsAreSplitAtCommas(t *testing.T) {
	if got, want := splitTags(" to  check,, a ,to check,b"), []string{"to check", "a", "b"}; !slices.Equal(got, want) {
		t.Errorf("tags %q, want %q", got, want)
	}
}

func TestNotesTravelThroughTheWindow(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.write(firstRound, "travels")
	s = tellAgain(t, s)
	_, r := s.openNotes()
	out := t.TempDir()
	t.Chdir(out)
	s.desk.ExportNotes(s.book.All())
	r.Sees("Export notes")
	for _, o := range s.desk.Window.Canvas().Overlays().List() {
		for _, e := range test.LaidOutObjects(o) {
			if entry, ok := e.(*part.DialogEntry); ok && filepath.IsAbs(entry.Text) {
				entry.SetText(out)
			}
		}
	}
	r.Press("Save")
	files, _ := filepath.Glob(filepath.Join(out, "*.jsonld"))
	if len(files) != 1 {
		t.Fatalf("files are %v", files)
	}
	other := tellOfNotes(t, t.TempDir())
	other = tellAgain(t, other)
	_, r = other.openNotes()
	other.desk.ImportNotesFrom(files[0])
	r.Sees("1 to import, 0 already here, 0 in conflict").Press("Import")
	r.Sees("1 imported, 0 already here, 0 in conflict")
	if got := other.texts(); !slices.Equal(got, []string{"travels"}) {
		t.Errorf("notes are %q", got)
	}
	bad := filepath.Join(out, "bad.json")
	if err := os.WriteFile(bad, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	other.desk.ImportNotesFrom(bad)
	r.Sees("it is not JSON")
}

// BenchmarkNotesKey measures a key press in the search of 10,000 notes.
func BenchmarkNotesKey(b *testing.B) {
	test.NewTempApp(b)
	dir := b.TempDir()
	store, err := notefile.Open(dir, notefile.Options{Device: "test", Dataset: modeltest.MinimalFacts().Metadata.Name})
	if err != nil {
		b.Fatal(err)
	}
	notes := make([]notefile.Edit, 10_000)
	for i := range notes {
		notes[i].Note = model.Note{Item: firstRound, Text: fmt.Sprintf("Note %d. Ask both press offices again before the piece runs, p. %d.", i, i%97)}
	}
	if _, err := store.PutAll(notes); err != nil {
		b.Fatal(err)
	}
	book := notebook.New(store, dir, format.In("en"))
	at := func(f func()) { f() }
	book.Spawn, book.OnUI, book.After = at, at, func(time.Duration, func()) {}
	desk := &Desk{
		Dataset: modeltest.Talks(), Locale: format.In("en"), Notes: book, Spawn: at, OnUI: at,
		Store: state.NewStore(state.State{Page: state.Notes}),
	}
	p := NewNotes(desk)
	desk.Window = test.NewTempWindow(b, p.Content())
	desk.Window.Resize(fyne.NewSize(800, 700))
	desk.Store.Watch(p.Show)
	for b.Loop() {
		for _, typed := range []string{"p", "pr", "pre", "press"} {
			p.search.SetText(typed)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(4*b.N)/1000, "ms/key")
}

// TestTwoWindowsOnOneNoteLoseNoText types in one window while the other changes the same note.
func TestTwoWindowsOnOneNoteLoseNoText(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	n := s.write(firstRound, "start")
	here := tellAgain(t, s)
	section := here.desk.newNoteSection(firstRound)
	r := here.open(section.content)
	section.editors[0].box.Focus(here.desk.Window.Canvas())
	typeOn(r, " mine")
	if err := here.book.Flush(); err != nil {
		t.Fatal(err)
	}
	theirs := n
	theirs.Text = "theirs"
	other, err := notefile.Open(s.dir, notefile.Options{Device: "other", Dataset: s.desk.Dataset.Metadata().Name})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Put(theirs); err != nil {
		t.Fatal(err)
	}
	here.book.Reread()
	typeOn(r, ", and on")
	if err := here.book.Flush(); err != nil {
		t.Fatal(err)
	}
	got := here.texts()
	slices.Sort(got)
	if want := []string{"start mine, and on", "theirs"}; !slices.Equal(got, want) {
		t.Errorf("notes are %q, want %q", got, want)
	}
	typeOn(r, "!")
	if err := here.book.Flush(); err != nil || len(here.texts()) != 2 {
		t.Errorf("typing on: %v, notes are %q", err, here.texts())
	}
}

func TestTagsOfADialogThatWasOpenedBeforeDoNotOverwriteWhatAnotherWindowWrote(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	n := s.write(firstRound, "old text")
	here := tellAgain(t, s)
	_, r := here.openNotes()
	r.Press("Tags…")
	other, err := notefile.Open(s.dir, notefile.Options{Device: "test", Dataset: s.desk.Dataset.Metadata().Name})
	if err != nil {
		t.Fatal(err)
	}
	theirs := n
	theirs.Text, theirs.Tags = "an hour of work elsewhere", []string{"theirs"}
	if _, err := other.PutOver(theirs, n); err != nil {
		t.Fatal(err)
	}
	here.book.Reread()
	for _, o := range here.desk.Window.Canvas().Overlays().List() {
		for _, e := range test.LaidOutObjects(o) {
			if entry, ok := e.(*part.DialogEntry); ok {
				entry.SetText("urgent")
			}
		}
	}
	r.Press("Save")
	got := here.book.All()
	if len(got) != 1 || got[0].Text != theirs.Text || !slices.Equal(got[0].Tags, []string{"theirs", "urgent"}) {
		t.Errorf("notes are %+v", got)
	}
}

func TestWhatIsPickedAndNotListedIsLeftAlone(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	for _, text := range []string{"apples", "pears", "apples and pears"} {
		s.put(model.Note{Item: firstRound, Text: text})
	}
	s = tellAgain(t, s)
	p, r := s.openNotes()
	r.Press("Select several").Press("All of these").Sees("3 selected")
	s.view(state.NotesView{Search: "apples"})
	r.Sees("2 selected")
	s.view(state.NotesView{})
	r.Sees("2 selected")
	for _, n := range p.pickedNotes() {
		if n.Text == "pears" {
			t.Error("what was not listed is still picked")
		}
	}
	s.view(state.NotesView{Search: "nothing like it"})
	if r.Sees("0 selected"); len(p.pickedNotes()) != 0 {
		t.Errorf("picked are %+v", p.pickedNotes())
	}
}
