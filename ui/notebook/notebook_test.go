package notebook

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
	"parley/model/annotation"
	"parley/model/notefile"
	"parley/ui/format"
)

var round = model.Item{Kind: model.RoundItem, ID: "round-1"}

// memory is a store that can be made to fail and to hang.
type memory struct {
	mu      sync.Mutex
	notes   []model.Note
	deleted []model.Note
	puts    []string // the texts in the order in which they were written
	fault   error
	gate    chan struct{} // where there is one, every Put waits for it
	begun   chan struct{} // told of every Put that begins
	damage  notefile.Damage
}

func (m *memory) Notes() []model.Note {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.notes)
}

func (m *memory) Damage() notefile.Damage { return m.damage }

func (m *memory) Deleted() []model.Note {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.deleted)
}

func (m *memory) Refresh() error { return nil }

func (m *memory) AnnotationsWith([]model.Note, []model.NoteID) ([]jsontext.Value, error) {
	return nil, nil
}

func (m *memory) Sort(found []annotation.Found) notefile.Arrivals {
	return notefile.Arrivals{New: len(found)}
}

func (m *memory) TakeIn(found []annotation.Found, _ notefile.Choice) (notefile.Arrivals, []notefile.Became, error) {
	var list []notefile.Became
	for _, f := range found {
		n, err := m.PutOver(f.Note, f.Note)
		if err != nil {
			return notefile.Arrivals{}, list, err
		}
		list = append(list, notefile.Became{ID: n.ID, After: &n})
	}
	return m.Sort(found), list, nil
}

func (m *memory) PutAll(edits []notefile.Edit) ([]model.Note, error) {
	var saved []model.Note
	for _, e := range edits {
		n, err := m.PutOver(e.Note, e.Seen)
		if err != nil {
			return nil, err
		}
		saved = append(saved, n)
	}
	return saved, nil
}

func (m *memory) DeleteAll(ids []model.NoteID) error {
	for _, id := range ids {
		if err := m.Delete(id); err != nil {
			return err
		}
	}
	return nil
}

func (m *memory) PutOver(n, _ model.Note) (model.Note, error) {
	if m.gate != nil {
		m.begun <- struct{}{}
		<-m.gate
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fault != nil {
		return model.Note{}, m.fault
	}
	m.puts = append(m.puts, n.Text)
	n.Revision++
	m.deleted = slices.DeleteFunc(m.deleted, func(old model.Note) bool { return old.ID == n.ID })
	m.notes = append(slices.DeleteFunc(m.notes, func(old model.Note) bool { return old.ID == n.ID }), n)
	return n, nil
}

func (m *memory) Delete(id model.NoteID) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fault != nil {
		return m.fault
	}
	before := len(m.notes)
	for _, n := range m.notes {
		if n.ID == id {
			m.deleted = append(m.deleted, n)
		}
	}
	m.notes = slices.DeleteFunc(m.notes, func(old model.Note) bool { return old.ID == id })
	if len(m.notes) == before {
		return model.ErrNotFound
	}
	return nil
}

func (m *memory) fail(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.fault = err
}

// clock runs what is to be run later when the test says so.
type clock struct {
	now    time.Duration
	alarms []alarm
}

type alarm struct {
	at time.Duration
	f  func()
}

func (c *clock) after(d time.Duration, f func()) { c.alarms = append(c.alarms, alarm{c.now + d, f}) }

func (c *clock) pass(d time.Duration) {
	end := c.now + d
	for {
		next := -1
		for i, a := range c.alarms {
			if a.at <= end && (next < 0 || a.at < c.alarms[next].at) {
				next = i
			}
		}
		if next < 0 {
			c.now = end
			return
		}
		a := c.alarms[next]
		c.alarms = slices.Delete(c.alarms, next, next+1)
		c.now = a.at
		a.f()
	}
}

// open returns a notebook in which everything happens at once, and time only when the test lets it pass.
func open(store Store) (*Notebook, *clock) {
	c := &clock{}
	nb := New(store, "/notes", format.In("en"))
	nb.Spawn, nb.OnUI, nb.After = call, call, c.after
	return nb, c
}

func call(f func()) { f() }

// answers collects what became of saves.
type answers struct {
	saved  int
	faults []string
}

func (a *answers) done(_ model.Note, err error) {
	if err != nil {
		a.faults = append(a.faults, err.Error())
		return
	}
	a.saved++
}

func note(id, text string) model.Note {
	return model.Note{ID: model.NoteID(id), Item: round, About: "First round", Text: text}
}

func ignore(model.Note, error) {}

func TestATextIsWrittenWhenTheTypingPauses(t *testing.T) {
	store := &memory{}
	nb, c := open(store)
	var got answers
	for _, text := range []string{"W", "Wh", "Who"} {
		nb.Save(note("a", text), got.done)
		c.pass(200 * time.Millisecond)
	}
	if len(store.puts) != 0 || got.saved != 0 {
		t.Fatalf("written while the typing goes on: %q", store.puts)
	}
	if all := nb.All(); len(all) != 1 || all[0].Text != "Who" {
		t.Errorf("in memory: %v, want the newest text", all)
	}
	c.pass(200 * time.Millisecond)
	if want := []string{"Who"}; !slices.Equal(store.puts, want) || got.saved != 3 {
		t.Errorf("written %q, want %q; %d of 3 saves answered", store.puts, want, got.saved)
	}
}

func TestATextHandedOverTwiceIsWrittenAtOnce(t *testing.T) {
	store := &memory{}
	nb, c := open(store)
	var got answers
	nb.Save(note("a", "Who"), got.done)
	nb.Save(note("a", "Who"), got.done)
	if len(store.puts) != 1 || got.saved != 2 {
		t.Errorf("written %q, %d of 2 saves answered", store.puts, got.saved)
	}
	nb.Save(note("a", "Who"), got.done)
	c.pass(time.Minute)
	if len(store.puts) != 1 || got.saved != 3 {
		t.Errorf("a text that is on the disk was written again: %q", store.puts)
	}
}

func TestLongTypingIsWrittenNowAndThen(t *testing.T) {
	store := &memory{}
	nb, c := open(store)
	for i := range 20 {
		nb.Save(note("a", fmt.Sprint(i)), ignore)
		c.pass(250 * time.Millisecond)
	}
	if len(store.puts) != 2 {
		t.Errorf("5 s of typing without a pause were written %d times: %q; want every 2 s", len(store.puts), store.puts)
	}
}

func TestAFailedSaveIsToldAndTriedAgain(t *testing.T) {
	store := &memory{}
	nb, c := open(store)
	changes := 0
	nb.Watch(func() { changes++ })
	store.fail(fmt.Errorf("save a note: %w", syscall.ENOSPC))
	var got answers
	nb.Save(note("a", "Who"), got.done)
	c.pass(typingPause)
	if want := []string{"the disk is full"}; !slices.Equal(got.faults, want) || nb.Fault("a") == nil || changes != 1 {
		t.Fatalf("told %q, want %q; fault %v; watchers called %d times", got.faults, want, nb.Fault("a"), changes)
	}
	if !errors.Is(nb.Fault("a"), syscall.ENOSPC) {
		t.Errorf("the cause is lost: %v", nb.Fault("a"))
	}
	if want := "1 note is not saved: the disk is full."; !strings.HasPrefix(nb.Trouble(), want) {
		t.Errorf("trouble %q, want %q", nb.Trouble(), want)
	}
	if of := nb.Of(round); len(of) != 1 || of[0].Text != "Who" {
		t.Errorf("the text is lost: %v", of)
	}
	store.fail(nil)
	c.pass(retryPause)
	if got.saved != 1 || nb.Fault("a") != nil || nb.Trouble() != "" {
		t.Errorf("after the second try: saved %d, fault %v, trouble %q", got.saved, nb.Fault("a"), nb.Trouble())
	}
	c.pass(time.Hour)
	if len(store.puts) != 1 {
		t.Errorf("written %d times", len(store.puts))
	}
}

func TestAFailedSaveIsTriedAgainWithTheNextChange(t *testing.T) {
	store := &memory{fault: syscall.EIO}
	nb, c := open(store)
	var got answers
	nb.Save(note("a", "first"), got.done)
	c.pass(typingPause)
	store.fail(nil)
	nb.Save(note("b", "second"), got.done)
	c.pass(typingPause)
	if want := []string{"first", "second"}; !slices.Equal(store.puts, want) || got.saved != 2 {
		t.Errorf("written %q, want %q", store.puts, want)
	}
}

func TestOneTimerServesAllFailedSaves(t *testing.T) {
	store := &memory{fault: syscall.EIO}
	nb, c := open(store)
	for i := range 5 {
		nb.Save(note(fmt.Sprint(i), "text"), ignore)
	}
	c.pass(time.Minute)
	if len(c.alarms) != 1 {
		t.Errorf("%d timers wait after a minute of failures, want 1", len(c.alarms))
	}
	if want := "5 notes are not saved"; !strings.HasPrefix(nb.Trouble(), want) {
		t.Errorf("trouble %q, want %q", nb.Trouble(), want)
	}
}

func TestANewTextOfAFailedNoteTakesItsPlace(t *testing.T) {
	store := &memory{fault: syscall.EIO}
	nb, c := open(store)
	var old, now answers
	nb.Save(note("a", "old"), old.done)
	c.pass(typingPause)
	store.fail(nil)
	nb.Save(note("a", "new"), now.done)
	if nb.Fault("a") != nil {
		t.Errorf("a text on its way has a fault: %v", nb.Fault("a"))
	}
	c.pass(typingPause)
	if want := []string{"new"}; !slices.Equal(store.puts, want) || old.saved != 1 || now.saved != 1 {
		t.Errorf("written %q, want %q; saves answered: %d and %d", store.puts, want, old.saved, now.saved)
	}
}

func TestADeletedNoteIsGone(t *testing.T) {
	store := &memory{}
	nb, c := open(store)
	nb.Save(note("a", "old"), ignore)
	c.pass(typingPause)
	nb.Save(note("a", "typed last"), ignore)
	var fault error
	nb.Delete("a", func(err error) { fault = err })
	c.pass(time.Minute)
	if fault != nil || len(nb.All()) != 0 || len(store.notes) != 0 {
		t.Errorf("fault %v; in memory %v; on the disk %v", fault, nb.All(), store.notes)
	}
}

func TestANoteThatCannotBeDeletedStaysWithItsLastText(t *testing.T) {
	store := &memory{}
	nb, c := open(store)
	nb.Save(note("a", "old"), ignore)
	c.pass(typingPause)
	nb.Save(note("a", "typed last"), ignore)
	store.fail(syscall.EROFS)
	var fault error
	nb.Delete("a", func(err error) { fault = err })
	if fault == nil || !strings.Contains(fault.Error(), "/notes") {
		t.Errorf("told %v, want that nothing can be written in the folder", fault)
	}
	store.fail(nil)
	c.pass(time.Minute)
	if all := nb.All(); len(all) != 1 || all[0].Text != "typed last" || store.notes[0].Text != "typed last" {
		t.Errorf("in memory %v, on the disk %v, want the last text", all, store.notes)
	}
}

func TestANoteThatWasNeverSavedIsDeletedWithoutTheDisk(t *testing.T) {
	store := &memory{fault: syscall.ENOSPC}
	nb, c := open(store)
	nb.Save(note("a", "text"), ignore)
	c.pass(typingPause)
	var fault error
	nb.Delete("a", func(err error) { fault = err })
	store.fail(nil)
	c.pass(time.Minute)
	if fault != nil || len(nb.All()) != 0 || len(store.puts) != 0 || nb.Trouble() != "" {
		t.Errorf("fault %v, in memory %v, written %q, trouble %q", fault, nb.All(), store.puts, nb.Trouble())
	}
}

func TestANoteIsGoneThatIsDeletedBeforeTheWindowKnowsThatItIsSaved(t *testing.T) {
	store := &memory{}
	nb, c := open(store)
	var waiting []func()
	nb.OnUI = func(f func()) { waiting = append(waiting, f) }
	nb.Save(note("a", "text"), ignore)
	c.pass(typingPause)
	if len(store.notes) != 1 || len(waiting) != 1 {
		t.Fatalf("on the disk %v, told to the window %d times, want one note and once", store.notes, len(waiting))
	}
	answers := 0
	nb.Delete("a", func(err error) {
		if answers++; err != nil || len(store.notes) != 0 {
			t.Errorf("the deletion is answered with %v, on the disk are %v", err, store.notes)
		}
	})
	for _, f := range waiting {
		f()
	}
	c.pass(time.Minute)
	if answers != 1 || len(store.notes) != 0 || len(nb.All()) != 0 {
		t.Errorf("%d answers; on the disk %v; in memory %v", answers, store.notes, nb.All())
	}
}

func TestANoteWithoutAnIDGetsOne(t *testing.T) {
	nb, c := open(&memory{})
	var saved model.Note
	nb.Save(note("", "text"), func(n model.Note, _ error) { saved = n })
	c.pass(typingPause)
	if !strings.HasPrefix(string(saved.ID), "urn:uuid:") || saved.Created.IsZero() {
		t.Errorf("saved %+v", saved)
	}
}

func TestNotesOfAnItemAreTheOldestFirstAndAllTheNewestFirst(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 8, d, 0, 0, 0, 0, time.UTC) }
	other := model.Note{ID: "c", Item: model.Item{Kind: model.RoundItem, ID: "other"}, Created: day(2), Modified: day(3)}
	nb, _ := open(&memory{notes: []model.Note{
		{ID: "b", Item: round, Created: day(2), Modified: day(2)},
		other,
		{ID: "a", Item: round, Created: day(1), Modified: day(4)},
	}})
	if got, want := ids(nb.All()), "a c b"; got != want {
		t.Errorf("all: %s, want %s", got, want)
	}
	if got, want := ids(nb.Of(round)), "a b"; got != want {
		t.Errorf("of the item: %s, want %s", got, want)
	}
}

func ids(notes []model.Note) string {
	var list []string
	for _, n := range notes {
		list = append(list, string(n.ID))
	}
	return strings.Join(list, " ")
}

func TestDamageIsSaidInWords(t *testing.T) {
	damage := notefile.Damage{Lines: 2, Newer: 1, Files: []string{"notes-x.jsonl"}}
	nb, _ := open(&memory{damage: damage})
	want := "Part of the notes cannot be shown: 2 damaged lines and 1 note by a newer version of Parley, in notes-x.jsonl."
	if !strings.HasPrefix(nb.Trouble(), want) {
		t.Errorf("got %q, want %q", nb.Trouble(), want)
	}
	nb.Speak(format.In("uk"))
	if !strings.Contains(nb.Trouble(), "2 пошкоджені рядки") {
		t.Errorf("in Ukrainian: %q", nb.Trouble())
	}
}

func TestNotesThatCannotBeOpenedAreWrittenInMemory(t *testing.T) {
	nb := Closed(syscall.ENOTDIR, "made-up-talks", "/notes", format.In("en"))
	c := &clock{}
	nb.Spawn, nb.OnUI, nb.After = call, call, c.after
	if want := "The notes cannot be opened: /notes is not a folder."; !strings.HasPrefix(nb.Trouble(), want) {
		t.Errorf("trouble %q, want %q", nb.Trouble(), want)
	}
	var got answers
	nb.Save(note("a", "text"), got.done)
	c.pass(typingPause)
	if len(got.faults) != 1 || len(nb.All()) != 1 || nb.Flush() == nil {
		t.Errorf("told %q, in memory %v", got.faults, nb.All())
	}
}

func TestNotesAreThereInANewNotebookOverTheSameFolder(t *testing.T) {
	dir := t.TempDir()
	nb, c := open(openFile(t, dir))
	nb.Save(note("", "first"), ignore)
	c.pass(typingPause)
	nb.Save(note("", "typed when the window closes"), ignore)
	if err := nb.Flush(); err != nil {
		t.Fatal(err)
	}
	again, _ := open(openFile(t, dir))
	var texts []string
	for _, n := range again.Of(round) {
		texts = append(texts, n.Text)
	}
	if want := []string{"first", "typed when the window closes"}; !slices.Equal(texts, want) {
		t.Errorf("found %q, want %q", texts, want)
	}
}

func openFile(t *testing.T, dir string) Store {
	t.Helper()
	store, err := notefile.Open(dir, notefile.Options{Device: "test", Dataset: "made-up-talks"})
	if err != nil {
		t.Fatal(err)
	}
	return store
}
