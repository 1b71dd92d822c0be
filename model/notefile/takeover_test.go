package notefile

import (
	"slices"
	"testing"

	"parley/model"
)

func TestTakingOverLeavesNothingBehind(t *testing.T) {
	old := open(t, newMemDisk(), "a")
	put := func(s *Store, n model.Note) model.Note {
		t.Helper()
		n.Item = istanbul
		n, err := s.Put(n)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	kept := put(old, model.Note{Text: "kept"})
	kept.Text = "kept, and changed"
	kept = put(old, kept)
	deleted := put(old, model.Note{Text: "deleted by mistake"})
	if err := old.Delete(deleted.ID); err != nil {
		t.Fatal(err)
	}
	d := newMemDisk()
	s := open(t, d, "a")
	put(s, model.Note{Text: "there before"})
	for range 2 { // a second time it changes nothing
		if err := s.TakeOver(old.Holdings()); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range []*Store{s, open(t, d, "b")} {
		live := texts(s.Notes())
		slices.Sort(live)
		if bin := texts(s.Deleted()); !slices.Equal(live, []string{"kept, and changed", "there before"}) || !slices.Equal(bin, []string{"deleted by mistake"}) {
			t.Errorf("notes %q, deleted %q", live, bin)
		}
		if got := s.latest[kept.ID].note.Revision; got != kept.Revision {
			t.Errorf("revision %d, was %d", got, kept.Revision)
		}
	}
}

func TestWhatDiffersInTheNewFolderIsNotWrittenOver(t *testing.T) {
	old, s := open(t, newMemDisk(), "a"), open(t, newMemDisk(), "b")
	n := model.Note{ID: "urn:uuid:1", Item: istanbul}
	for _, text := range []string{"first", "second", "mine"} {
		n.Text = text
		if _, err := old.Put(n); err != nil {
			t.Fatal(err)
		}
	}
	seen := old.Notes()[0]
	n.Text, n.Modified = "of the new folder", seen.Modified.Add(1e9)
	if _, err := s.PutAll([]Edit{{Note: n}}); err != nil {
		t.Fatal(err)
	}
	if err := s.TakeOver(old.Holdings()); err != nil {
		t.Fatal(err)
	}
	n.Text = "mine, and on"
	if _, err := s.PutOver(n, seen); err != nil {
		t.Fatal(err)
	}
	all := append(texts(s.Notes()), texts(s.Deleted())...)
	slices.Sort(all)
	if want := []string{"mine", "mine, and on", "of the new folder"}; !slices.Equal(all, want) {
		t.Errorf("there are %q, want %q", all, want)
	}
}
