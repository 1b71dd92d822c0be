package notefile

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"parley/model"
)

func TestChangesOfTwoReadersAreBothMade(t *testing.T) {
	seen := model.Note{ID: "a", Item: istanbul, Text: "text", Tags: []string{"old", "gone"}}
	left := func(do func(*model.Note)) model.Note {
		n := seen
		n.Tags = slices.Clone(seen.Tags)
		do(&n)
		return n
	}
	typed := left(func(n *model.Note) { n.Text = "text, and on" })
	other := left(func(n *model.Note) { n.Text = "of the others" })
	pinned := left(func(n *model.Note) { n.Pinned = true })
	tagged := left(func(n *model.Note) { n.Tags = []string{"old", "new"} })
	both := left(func(n *model.Note) { n.Text, n.Pinned = "text, and on", true })
	for _, c := range []struct {
		name               string
		left, latest, want model.Note
		clash              bool
	}{
		{"typed over a pin", typed, pinned, both, false},
		{"pinned over a text", pinned, typed, both, false},
		{"nothing over a text", seen, other, other, false},
		{"the same twice", typed, typed, typed, false},
		{"typed over a text", typed, other, typed, true},
		{
			"tags over tags", tagged, left(func(n *model.Note) { n.Tags = []string{"theirs", "old", "gone"} }),
			left(func(n *model.Note) { n.Tags = []string{"old", "new", "theirs"} }), false,
		},
		{
			"moved over a text", left(func(n *model.Note) { n.Item.ID = "r9" }), other,
			left(func(n *model.Note) { n.Item.ID, n.Text = "r9", "of the others" }), false,
		},
	} {
		if n, clash := (Edit{Note: c.left, Seen: seen}).Onto(c.latest); !n.SaysSame(c.want) || clash != c.clash {
			t.Errorf("%s: %+v, clash %v, want %+v", c.name, n, clash, c.want)
		}
	}
}

// deliver brings the journal of a device from one computer to another, as a folder that is synchronised does.
func deliver(from, to *memDisk, device string) {
	to.clock = to.clock.Add(time.Second)
	path := at(journalName(device, 1))
	to.files[path] = &memFile{states: [][]byte{slices.Clone(from.files[path].data())}, named: true, mod: to.clock}
}

func over(t *testing.T, s *Store, text string, seen model.Note) model.Note {
	t.Helper()
	n := seen
	n.Text = text
	saved, err := s.PutOver(n, seen)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func TestTypingOnDoesNotOverwriteATextOfTheSameRevisionThatASynchronisedFolderBrought(t *testing.T) {
	da, db := newMemDisk(), newMemDisk()
	a := open(t, da, "a")
	n := put(t, a, note("start"))
	deliver(da, db, "a")
	b := open(t, db, "b")
	mine := over(t, a, "written on a", n)
	put(t, b, note("so that the clock of b is ahead"))
	over(t, b, "written on b", n)
	deliver(db, da, "b")
	if err := a.Refresh(); err != nil {
		t.Fatal(err)
	}
	over(t, a, "written on a, and on", mine)
	for _, want := range []string{"written on a, and on", "written on b"} {
		if got := texts(a.Notes()); !slices.Contains(got, want) {
			t.Errorf("%q is not among %q", want, got)
		}
	}
}

func TestAPinByAnotherWindowMakesNoCopy(t *testing.T) {
	d := newMemDisk()
	here, there := open(t, d, "a"), open(t, d, "a")
	n := put(t, here, note("text"))
	pinned := n
	pinned.Pinned = true
	if _, err := there.PutAll([]Edit{{Note: pinned, Seen: n}}); err != nil {
		t.Fatal(err)
	}
	if saved := over(t, here, "text, and on", n); !saved.Pinned {
		t.Errorf("saved %+v without the pin", saved)
	}
	wantTexts(t, here.Notes(), "text, and on")
}

func TestWhatWasTypedInANoteThatWasDeletedMeanwhileBringsItBackAndKeepsTheOtherText(t *testing.T) {
	d := newMemDisk()
	here, there := open(t, d, "a"), open(t, d, "b")
	n := put(t, here, note("text"))
	put(t, there, func() model.Note { m := n; m.Text = "theirs"; return m }())
	if err := there.Delete(n.ID); err != nil {
		t.Fatal(err)
	}
	over(t, here, "mine", n)
	wantTexts(t, here.Notes(), "mine")
	wantTexts(t, here.Deleted(), "theirs")
}

func TestAFileThatCannotBeReadIsNotReadAgainAllTheTime(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 11, 1, 1, 0, 0, 0, time.UTC)
	s := openIn(t, dir, Options{Device: "a", Dataset: talks, Now: func() time.Time { return now }})
	f, err := os.Create(filepath.Join(dir, "notes-b.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(maxJournal+1), f.Close()); err != nil {
		t.Fatal(err)
	}
	if !s.Changed() {
		t.Error("a new file is not noticed")
	}
	if err := s.Refresh(); err != nil || s.Damage().Unreadable != 1 || s.Changed() {
		t.Errorf("%v, damage %+v, changed %v", err, s.Damage(), s.Changed())
	}
	if now = now.Add(faultPause); !s.Changed() {
		t.Error("it is never tried again")
	}
}

func TestANoteThatANewerParleyChangedIsNotWrittenOver(t *testing.T) {
	d := newMemDisk()
	s := open(t, d, "a")
	n := put(t, s, note("old"))
	line, err := encodeLine(record{Format: format + 1, Seq: 1, Op: opPut, Rev: 2, Anno: s.latest[n.ID].anno})
	if err != nil {
		t.Fatal(err)
	}
	d.files[at("notes-b.jsonl")] = &memFile{states: [][]byte{append(line, '\n')}, named: true, mod: d.clock}
	typed := n
	typed.Text = "typed"
	if _, err := s.PutOver(typed, n); !errors.Is(err, model.ErrNewer) {
		t.Errorf("saved: %v", err)
	}
	if err := s.Delete(n.ID); !errors.Is(err, model.ErrNewer) {
		t.Errorf("deleted: %v", err)
	}
	backup := s.Found()
	backup[0].Note.Text = "of a backup"
	if a, err := s.Import(backup, Theirs); err != nil || a.Unfit != 1 {
		t.Errorf("taken in: %+v, %v", a, err)
	}
	typed.ID = ""
	put(t, s, typed)
	wantTexts(t, s.Notes(), "typed", "old")
	if string(d.files[at("notes-b.jsonl")].data()) != string(line)+"\n" {
		t.Error("the journal of the newer one was changed")
	}
}
