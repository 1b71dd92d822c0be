package notebook

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"parley/ui/format"
)

// uiQueue stands for the UI goroutine, which is the one of the test.
type uiQueue chan func()

// until does what is queued until a condition holds.
func (q uiQueue) until(t *testing.T, condition func() bool) {
	t.Helper()
	limit := time.After(20 * time.Second)
	for !condition() {
		select {
		case f := <-q:
			f()
		case <-limit:
			t.Fatal("waited in vain")
		}
	}
}

// openAsProgram returns a notebook that works on goroutines of its own, as in the program.
func openAsProgram(store Store) (*Notebook, uiQueue) {
	q := make(uiQueue, 10_000)
	nb := New(store, "/notes", format.In("en"))
	nb.OnUI = func(f func()) { q <- f }
	return nb, q
}

func TestTextTypedWhileTheDiskIsBusyIsWrittenAfterwards(t *testing.T) {
	store := &memory{gate: make(chan struct{}), begun: make(chan struct{}, 10)}
	nb, ui := openAsProgram(store)
	var got answers
	nb.Save(note("a", "first"), got.done)
	nb.Save(note("a", "first"), got.done)
	<-store.begun // the disk is at it
	for _, text := range []string{"second", "third"} {
		nb.Save(note("a", text), got.done)
	}
	close(store.gate)
	ui.until(t, func() bool { return got.saved == 4 })
	if want := []string{"first", "third"}; !slices.Equal(store.puts, want) {
		t.Errorf("written %q, want %q", store.puts, want)
	}
	if all := nb.All(); len(all) != 1 || all[0].Text != "third" || len(nb.drafts) != 0 {
		t.Errorf("in memory %v, %d drafts", all, len(nb.drafts))
	}
}

func TestFlushWaitsForTheDiskAndNotForTheWindow(t *testing.T) {
	store := &memory{gate: make(chan struct{}), begun: make(chan struct{}, 10)}
	nb, ui := openAsProgram(store)
	nb.Save(note("a", "being written"), ignore)
	nb.Save(note("a", "being written"), ignore)
	<-store.begun
	nb.Save(note("b", "typed just now"), ignore)
	go func() {
		<-store.begun
		close(store.gate)
	}()
	store.gate <- struct{}{}
	if err := nb.Flush(); err != nil { // nothing of ui is done meanwhile
		t.Fatal(err)
	}
	if want := []string{"being written", "typed just now"}; !slices.Equal(store.puts, want) {
		t.Errorf("on the disk when Flush returned: %q, want %q", store.puts, want)
	}
	ui.until(t, func() bool { return len(nb.drafts) == 0 })
}

func TestFlushSaysWhatCouldNotBeSaved(t *testing.T) {
	nb, _ := openAsProgram(&memory{fault: syscall.ENOSPC})
	nb.Save(note("a", "text"), ignore)
	err := nb.Flush()
	if err == nil || err.Error() != "the disk is full" || !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v", err)
	}
}

func TestManyTextsOfManyNotesEndWithTheNewestOfEach(t *testing.T) {
	store := openFile(t, t.TempDir())
	nb, ui := openAsProgram(store)
	nb.After = func(_ time.Duration, f func()) { go f() } // no pause: every key may become a write
	last := map[string]int{}
	for i := range 300 {
		id := strconv.Itoa(i % 4)
		nb.Save(note("urn:x:"+id, fmt.Sprint(i)), ignore)
		last[id] = i
		if i%50 == 49 {
			go func() { _ = nb.Flush() }()
		}
	}
	if err := nb.Flush(); err != nil {
		t.Fatal(err)
	}
	for _, n := range store.Notes() {
		if id := string(n.ID[len("urn:x:"):]); n.Text != fmt.Sprint(last[id]) {
			t.Errorf("note %s ends with %q, want %d", id, n.Text, last[id])
		}
	}
	ui.until(t, func() bool { return len(nb.drafts) == 0 })
	if len(nb.All()) != 4 {
		t.Errorf("%d notes, want 4", len(nb.All()))
	}
}
