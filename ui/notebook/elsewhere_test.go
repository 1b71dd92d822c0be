package notebook

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/notefile"
	"parley/ui/format"
)

// readOnly is a store in whose folder nothing can be saved.
type readOnly struct{ *notefile.Store }

func (readOnly) PutOver(_, _ model.Note) (model.Note, error) {
	return model.Note{}, fmt.Errorf("save a note: %w", notefile.ErrReadOnly)
}

// sealed is a store that knows that nothing can be saved in its folder.
type sealed struct {
	*memory
	isSealed bool
}

func (s *sealed) IsReadOnly() bool { return s.isSealed }

func TestAReadOnlyFolderIsSaidBeforeAnythingIsWritten(t *testing.T) {
	store := &sealed{memory: &memory{}, isSealed: true}
	nb, _ := open(store)
	nb.Elsewhere = func(string) (Store, string, error) { return nil, "", errors.New("none") }
	if want := "it is read-only"; !nb.CanMove() || !strings.Contains(nb.Trouble(), want) {
		t.Errorf("can move: %v, trouble %q, want %q", nb.CanMove(), nb.Trouble(), want)
	}
	nb.Save(note("a", "saved after all"), func(model.Note, error) {})
	if err := nb.Flush(); err != nil || nb.CanMove() || nb.Trouble() != "" {
		t.Errorf("%v, can move: %v, trouble %q", err, nb.CanMove(), nb.Trouble())
	}
}

func storeIn(t *testing.T, dir string) *notefile.Store {
	t.Helper()
	store, err := notefile.Open(dir, notefile.Options{Device: "test", Dataset: "made-up-talks"})
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func TestNotesMoveOutOfAFolderWhereNothingCanBeSaved(t *testing.T) {
	old := storeIn(t, t.TempDir())
	if _, err := old.Put(model.Note{Item: round, Text: "there before"}); err != nil {
		t.Fatal(err)
	}
	gone, err := old.Put(model.Note{Item: round, Text: "deleted by mistake"})
	if err != nil {
		t.Fatal(err)
	}
	if err := old.Delete(gone.ID); err != nil {
		t.Fatal(err)
	}
	nb, clock := open(readOnly{old})
	parent := t.TempDir()
	var chosen string
	nb.Elsewhere = func(parent string) (Store, string, error) {
		folder := filepath.Join(parent, "made-up-talks")
		return storeIn(t, folder), folder, nil
	}
	if nb.MovesForGood() {
		t.Error("nothing keeps the choice")
	}
	nb.Chosen = func(parent string) error { chosen = parent; return nil }
	if nb.CanMove() {
		t.Error("nothing has failed yet")
	}
	nb.Save(model.Note{Item: round, Text: "typed"}, func(model.Note, error) {})
	if err := nb.Flush(); !errors.Is(err, notefile.ErrReadOnly) || !nb.CanMove() {
		t.Fatalf("%v, can move: %v", err, nb.CanMove())
	}
	nb.Move(parent, func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	clock.pass(2 * retryPause)
	if err := nb.Flush(); err != nil || nb.CanMove() || chosen != parent || nb.Folder() != filepath.Join(parent, "made-up-talks") {
		t.Errorf("%v, can move: %v, chosen %q, folder %q", err, nb.CanMove(), chosen, nb.Folder())
	}
	var got []string
	for _, n := range storeIn(t, nb.Folder()).Notes() {
		got = append(got, n.Text)
	}
	slices.Sort(got)
	if want := []string{"there before", "typed"}; !slices.Equal(got, want) {
		t.Errorf("in the new folder are %q, want %q", got, want)
	}
	if bin := nb.Deleted(); nb.Trouble() != "" || !nb.MovesForGood() || len(bin) != 1 || bin[0].Text != "deleted by mistake" {
		t.Errorf("trouble %q, deleted %+v", nb.Trouble(), bin)
	}
}

func TestNotesThatCouldNotBeOpenedMoveToo(t *testing.T) {
	nb := Closed(errors.New("no such disk"), "made-up-talks", "/none", format.In("en"))
	nb.Spawn, nb.OnUI, nb.After = call, call, (&clock{}).after
	nb.Save(model.Note{Item: round, Text: "typed"}, func(model.Note, error) {})
	_ = nb.Flush()
	nb.Elsewhere = func(parent string) (Store, string, error) { return storeIn(t, parent), parent, nil }
	dir := t.TempDir()
	nb.Move(dir, func(error) {})
	if err := nb.Flush(); err != nil || len(storeIn(t, dir).Notes()) != 1 || nb.Trouble() != "" {
		t.Errorf("%v, trouble %q", err, nb.Trouble())
	}
}

func TestWhatOthersSaveAppears(t *testing.T) {
	dir := t.TempDir()
	nb, clock := open(storeIn(t, dir))
	told := 0
	nb.Watch(func() { told++ })
	nb.Follow()
	clock.pass(3 * lookEvery)
	if told > 0 {
		t.Errorf("told %d times of nothing", told)
	}
	if _, err := storeIn(t, dir).Put(model.Note{Item: round, Text: "by another window"}); err != nil {
		t.Fatal(err)
	}
	clock.pass(lookEvery)
	if all := nb.All(); len(all) != 1 || told != 1 {
		t.Errorf("notes %v, told %d times", all, told)
	}
}
