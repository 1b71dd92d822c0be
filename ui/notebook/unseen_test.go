package notebook

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
	"parley/model/annotation"
	"parley/model/notefile"
	"parley/ui/format"
)

// twoWindows returns the notebook of one window, its store, and the store of another one on the same folder, with a note in it.
func twoWindows(t *testing.T, text string) (nb *Notebook, here, there *notefile.Store, n model.Note) {
	t.Helper()
	dir := t.TempDir()
	here = storeIn(t, dir)
	n, err := here.Put(model.Note{Item: round, Text: text})
	if err != nil {
		t.Fatal(err)
	}
	nb, _ = open(here)
	return nb, here, storeIn(t, dir), n
}

// writes writes a text as another window does that has seen the newest one.
func writes(t *testing.T, s *notefile.Store, text string) {
	t.Helper()
	if err := s.Refresh(); err != nil {
		t.Fatal(err)
	}
	seen := s.Notes()[0]
	n := seen
	n.Text = text
	if _, err := s.PutOver(n, seen); err != nil {
		t.Fatal(err)
	}
}

func wantOnDisk(t *testing.T, s *notefile.Store, want ...string) {
	t.Helper()
	if err := s.Refresh(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range s.Notes() {
		text := n.Text
		if n.Pinned {
			text += " (pinned)"
		}
		for _, tag := range n.Tags {
			text += " #" + tag
		}
		got = append(got, text)
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("on the disk are %q, want %q", got, want)
	}
}

func noFault(t *testing.T) func(error) {
	return func(err error) {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
	}
}

func TestAnActionDoesNotOverwriteWhatAnotherWindowWrote(t *testing.T) {
	for name, looks := range map[string]bool{"before it is seen here": false, "after it was seen here": true} {
		t.Run(name, func(t *testing.T) {
			nb, here, there, n := twoWindows(t, "old text")
			writes(t, there, "an hour of work")
			if looks {
				nb.Reread()
			}
			ids := []model.NoteID{n.ID}
			nb.Change(Tag, ids, func(n *model.Note) { n.Tags = append(n.Tags, "x") }, noFault(t))
			nb.Change(Pin, ids, pinned, noFault(t))
			wantOnDisk(t, here, "an hour of work (pinned) #x")
		})
	}
}

func TestBringingBackADeletedNoteDoesNotOverwriteWhatWasWrittenInItSince(t *testing.T) {
	nb, here, there, n := twoWindows(t, "old text")
	nb.DeleteAll([]model.NoteID{n.ID}, noFault(t))
	inBin := nb.Deleted()
	if err := there.Refresh(); err != nil {
		t.Fatal(err)
	}
	if _, err := there.PutAll([]notefile.Edit{{Note: n, Seen: n}}); err != nil {
		t.Fatal(err)
	}
	writes(t, there, "brought back, and more")
	nb.Restore(inBin, noFault(t))
	wantOnDisk(t, here, "brought back, and more")
}

// failsOnce is a store of which the next PutOver fails.
type failsOnce struct {
	*notefile.Store
	fault error
}

func (f *failsOnce) PutOver(n, seen model.Note) (model.Note, error) {
	if err := f.fault; err != nil {
		f.fault = nil
		return model.Note{}, err
	}
	return f.Store.PutOver(n, seen)
}

func TestATextThatIsSavedAtTheSecondTryDoesNotUndoWhatWasDoneMeanwhile(t *testing.T) {
	_, here, _, n := twoWindows(t, "start")
	store := &failsOnce{Store: here}
	nb, clock := open(store)
	typed := n
	typed.Text = "typed"
	nb.Save(typed, ignore)
	store.fault = syscall.EIO
	clock.pass(typingPause)
	nb.Change(Tag, []model.NoteID{n.ID}, func(n *model.Note) { n.Tags = []string{"urgent"} }, noFault(t))
	store.fault = syscall.EIO
	nb.Change(Pin, []model.NoteID{n.ID}, pinned, noFault(t))
	clock.pass(2 * retryPause)
	wantOnDisk(t, here, "typed (pinned) #urgent")
	if now, _ := nb.Note(n.ID); now.Text != "typed" || !now.Pinned || len(nb.drafts) != 0 {
		t.Errorf("in memory is %+v, %d drafts", now, len(nb.drafts))
	}
}

func TestAMarkShowsOnATextThatWaitsForTheDisk(t *testing.T) {
	_, here, _, n := twoWindows(t, "start")
	nb, _ := open(readOnly{here})
	n.Text = "typed"
	nb.Save(n, ignore)
	nb.Change(Pin, []model.NoteID{n.ID}, pinned, noFault(t))
	if now, _ := nb.Note(n.ID); now.Text != "typed" || !now.Pinned || nb.Fault(n.ID) == nil {
		t.Errorf("in memory is %+v", now)
	}
	wantOnDisk(t, here, "start (pinned)")
}

func TestATextThatCouldNotBeSavedAndWasUndoneIsNotTriedAgain(t *testing.T) {
	_, here, _, n := twoWindows(t, "start")
	store := &failsOnce{Store: here}
	nb, clock := open(store)
	typed := n
	typed.Text = "typed"
	nb.Save(typed, ignore)
	store.fault = syscall.EIO
	clock.pass(typingPause)
	store.fault = syscall.EIO
	nb.Undo(noFault(t))
	clock.pass(2 * retryPause)
	wantOnDisk(t, here, "start")
	if all := nb.All(); len(all) != 1 || all[0].Text != "start" || nb.Trouble() != "" {
		t.Errorf("in memory are %v, trouble %q", all, nb.Trouble())
	}
	nb.Redo(noFault(t))
	wantOnDisk(t, here, "typed")
}

func TestTypingBeforeAPinIsKnownToBeSavedKeepsThePin(t *testing.T) {
	_, here, _, n := twoWindows(t, "start")
	nb, ui := openAsProgram(here)
	isPinned, isSaved := false, false
	nb.Change(Pin, []model.NoteID{n.ID}, pinned, func(error) { isPinned = true })
	typed, _ := nb.Note(n.ID)
	typed.Text = "start, and on"
	nb.Save(typed, func(model.Note, error) { isSaved = true })
	if err := nb.Flush(); err != nil {
		t.Fatal(err)
	}
	ui.until(t, func() bool { return isPinned && isSaved })
	wantOnDisk(t, here, "start, and on (pinned)")
}

func TestTypingOnInAnotherFolderDoesNotOverwriteWhatWasWrittenThere(t *testing.T) {
	_, old, _, n := twoWindows(t, "0")
	for i := range 8 {
		n.Text = fmt.Sprint(i)
		var err error
		if n, err = old.Put(n); err != nil {
			t.Fatal(err)
		}
	}
	nb, _ := open(readOnly{old})
	dir := t.TempDir()
	nb.Elsewhere = func(string) (Store, string, error) { return storeIn(t, dir), dir, nil }
	nb.Move(dir, noFault(t))
	there := storeIn(t, dir)
	writes(t, there, "by another window, in the new folder")
	typed := n // in an editor that was open all the time
	typed.Text = "typed on here"
	nb.SaveOver(typed, n, ignore)
	if err := nb.Flush(); err != nil {
		t.Fatal(err)
	}
	wantOnDisk(t, there, "by another window, in the new folder", "typed on here")
}

func TestUndoingWhatWasTypedLeavesWhatAnotherWindowWroteInBetween(t *testing.T) {
	nb, here, there, n := twoWindows(t, "start")
	for _, more := range []string{", mine", ", more of mine"} {
		typed, _ := nb.Note(n.ID)
		typed.Text += more
		nb.Save(typed, ignore)
		if err := nb.Flush(); err != nil {
			t.Fatal(err)
		}
		if more == ", mine" {
			writes(t, there, "start, mine, theirs")
			nb.Reread()
		}
	}
	wantOnDisk(t, here, "start, mine, theirs, more of mine")
	nb.Undo(noFault(t))
	wantOnDisk(t, here, "start, mine, theirs")
}

func TestUndoTakesBackAPinThoughTheTextWasChangedSince(t *testing.T) {
	nb, here, there, n := twoWindows(t, "text")
	nb.Change(Pin, []model.NoteID{n.ID}, pinned, noFault(t))
	writes(t, there, "text of another window")
	nb.Reread()
	nb.Undo(noFault(t))
	wantOnDisk(t, here, "text of another window")
}

func TestUndoingAnImportBringsBackWhatItReplacedAndLeavesWhatOthersWrote(t *testing.T) {
	nb, here, there, n := twoWindows(t, "mine")
	other := storeIn(t, t.TempDir())
	theirs := n
	theirs.Text = "theirs"
	for _, n := range []model.Note{theirs, {Item: round, Text: "another"}} {
		if _, err := other.Put(n); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := there.Put(model.Note{Item: round, Text: "by another window meanwhile"}); err != nil {
		t.Fatal(err)
	}
	nb.Import(other.Found(), notefile.Theirs, func(_ notefile.Arrivals, err error) { noFault(t)(err) })
	wantOnDisk(t, here, "another", "by another window meanwhile", "theirs")
	if step, _ := nb.CanUndo(); step.Action != Import || step.Count() != 2 {
		t.Errorf("the step is %+v", step)
	}
	nb.Undo(noFault(t))
	wantOnDisk(t, here, "by another window meanwhile", "mine")
	nb.Redo(noFault(t))
	wantOnDisk(t, here, "another", "by another window meanwhile", "theirs")
}

func TestABackupHoldsWhatCouldNotBeSaved(t *testing.T) {
	_, here, _, n := twoWindows(t, "on the disk")
	for name, nb := range map[string]*Notebook{
		"a folder that is read-only": New(readOnly{here}, "/notes", format.In("en")),
		"notes that are not open":    Closed(errors.New("no such disk"), "made-up-talks", "/notes", format.In("en")),
	} {
		t.Run(name, func(t *testing.T) {
			nb.Spawn, nb.OnUI, nb.After = call, call, (&clock{}).after
			n.Text = "on the disk, and an hour more"
			nb.Save(n, ignore)
			nb.Save(model.Note{Item: round, Text: "never saved"}, ignore)
			for _, ids := range [][]model.NoteID{nil, {nb.All()[0].ID, nb.All()[1].ID}} {
				nb.Annotations(ids, func(list []jsontext.Value, err error) {
					noFault(t)(err)
					data, err := annotation.Collection("backup", list)
					noFault(t)(err)
					found, bad, err := annotation.ReadFile(data)
					var texts []string
					for _, f := range found {
						texts = append(texts, f.Note.Text)
					}
					slices.Sort(texts)
					if want := []string{"never saved", "on the disk, and an hour more"}; err != nil || bad != 0 || !slices.Equal(texts, want) {
						t.Errorf("the backup holds %q, %d bad, %v", strings.Join(texts, "|"), bad, err)
					}
				})
			}
		})
	}
}
