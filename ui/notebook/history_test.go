package notebook

import (
	"slices"
	"syscall"
	"testing"

	"parley/model"
	"parley/model/annotation"
	"parley/model/notefile"
)

// reading is a notebook in which all is done at once, and what its steps did.
type reading struct {
	t     *testing.T
	nb    *Notebook
	store *memory
}

func newReading(t *testing.T) *reading {
	t.Helper()
	r := &reading{t: t, store: &memory{}}
	r.nb, _ = open(r.store)
	return r
}

func pinned(n *model.Note) { n.Pinned = true }

func (r *reading) ok(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Error(err)
	}
}

func (r *reading) write(id, text string) {
	n := note(id, text)
	if old, known := r.nb.Note(n.ID); known {
		old.Text = text
		n = old
	}
	r.nb.Save(n, func(model.Note, error) {})
	if err := r.nb.Flush(); err != nil {
		r.t.Error(err)
	}
}

// wants compares the notes with texts, and the steps that can be undone and redone with actions.
func (r *reading) wants(undo, redo Action, want ...string) {
	r.t.Helper()
	var got []string
	for _, n := range r.nb.All() {
		text := n.Text
		if n.Pinned {
			text += " (pinned)"
		}
		got = append(got, text)
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		r.t.Errorf("notes are %q, want %q", got, want)
	}
	u, _ := r.nb.CanUndo()
	d, _ := r.nb.CanRedo()
	if u.Action != undo || d.Action != redo {
		r.t.Errorf("can undo %q and redo %q, want %q and %q", u.Action, d.Action, undo, redo)
	}
}

func TestEveryStepCanBeUndoneAndDoneAgain(t *testing.T) {
	r := newReading(t)
	r.write("a", "one")
	r.write("a", "one, typed on")
	r.wants(Write, "", "one, typed on")
	r.write("b", "two")
	r.nb.Change(Pin, []model.NoteID{"a"}, pinned, r.ok)
	r.wants(Pin, "", "one, typed on (pinned)", "two")
	r.nb.DeleteAll([]model.NoteID{"a", "b"}, r.ok)
	r.wants(Delete, "")
	if step, _ := r.nb.CanUndo(); step.Count() != 2 || step.Note().ID != "a" {
		t.Errorf("step is %+v", step)
	}
	if len(r.nb.Deleted()) != 2 {
		t.Errorf("deleted are %v", r.nb.Deleted())
	}
	r.nb.Undo(r.ok)
	r.wants(Pin, Delete, "one, typed on (pinned)", "two")
	r.nb.Undo(r.ok)
	r.wants(Write, Pin, "one, typed on", "two")
	r.nb.Undo(r.ok)
	r.wants(Write, Write, "one, typed on")
	r.nb.Undo(r.ok)
	r.wants("", Write)
	r.nb.Undo(r.ok)
	for range 4 {
		r.nb.Redo(r.ok)
	}
	r.wants(Delete, "")
	r.nb.Restore(r.nb.Deleted()[:1], r.ok)
	r.wants(Restore, "", "one, typed on (pinned)")
	r.nb.Undo(r.ok)
	r.write("c", "three")
	r.wants(Write, "", "three")
}

func TestWhatWasChangedSinceIsNotUndone(t *testing.T) {
	r := newReading(t)
	r.write("a", "one")
	r.nb.Change(Pin, []model.NoteID{"a"}, pinned, r.ok)
	if _, err := r.store.PutOver(note("a", "by another window"), model.Note{}); err != nil {
		t.Fatal(err)
	}
	r.nb.Reread()
	r.nb.Undo(r.ok)
	r.wants(Write, Pin, "by another window")
}

func TestAStepThatFailsCanBeTriedAgain(t *testing.T) {
	r := newReading(t)
	r.write("a", "one")
	r.nb.DeleteAll([]model.NoteID{"a"}, r.ok)
	r.store.fail(syscall.EIO)
	var fault error
	r.nb.Undo(func(err error) { fault = err })
	r.wants(Delete, "")
	if fault == nil {
		t.Error("nothing was said")
	}
	r.store.fail(nil)
	r.nb.Undo(r.ok)
	r.wants(Write, Delete, "one")
}

func TestAnImportIsOneStep(t *testing.T) {
	r := newReading(t)
	r.write("a", "one")
	found := []annotation.Found{{Note: note("b", "two")}, {Note: note("c", "three")}}
	if a := r.nb.Sort(found); a.New != 2 {
		t.Errorf("arrivals %+v", a)
	}
	r.nb.Import(found, notefile.Newer, func(a notefile.Arrivals, err error) {
		if r.ok(err); a.New != 2 {
			t.Errorf("arrivals %+v", a)
		}
	})
	r.wants(Import, "", "one", "three", "two")
	r.nb.Undo(r.ok)
	r.wants(Write, Import, "one")
}

// TestTypingAfterAStepMakesNoSecondNote types while what a step did is on its way: only one window is at work.
func TestTypingAfterAStepMakesNoSecondNote(t *testing.T) {
	dir := t.TempDir()
	store, err := notefile.Open(dir, notefile.Options{Device: "test", Dataset: "made-up-talks"})
	if err != nil {
		t.Fatal(err)
	}
	nb, _ := open(store)
	n := note("a", "one")
	n.ID = "urn:uuid:a"
	for i := range 5 {
		n.Text += "!"
		nb.Save(n, func(model.Note, error) {})
		nb.Change(Pin, []model.NoteID{n.ID}, func(n *model.Note) { n.Pinned = i%2 == 0 }, func(error) {})
	}
	if err := nb.Flush(); err != nil || len(store.Notes()) != 1 || store.Notes()[0].Text != "one!!!!!" {
		t.Errorf("%v, notes %v", err, store.Notes())
	}
}

func TestANoteThatWasNeverOnTheDiskComesBackWhenItsDeletionIsUndone(t *testing.T) {
	r := newReading(t)
	r.store.fail(syscall.ENOSPC)
	r.nb.Save(note("a", "could not be saved"), ignore)
	_ = r.nb.Flush()
	r.nb.Delete("a", r.ok)
	if all := r.nb.All(); len(all) != 0 {
		t.Fatalf("after the deletion there are %v", all)
	}
	r.store.fail(nil)
	r.nb.Undo(r.ok)
	if err := r.nb.Flush(); err != nil {
		t.Fatal(err)
	}
	if all := r.nb.All(); len(all) != 1 || all[0].Text != "could not be saved" || len(r.store.Notes()) != 1 {
		t.Errorf("after undoing there are %v, on the disk %v", all, r.store.Notes())
	}
}
