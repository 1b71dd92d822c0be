package notefile

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"syscall"
	"testing"

	"parley/model"
)

// acks remembers what a Store said is saved, and what it was asked to save.
type acks struct {
	saved map[model.NoteID]model.Note
	asked map[string]bool
}

func newAcks() *acks { return &acks{saved: map[model.NoteID]model.Note{}, asked: map[string]bool{}} }

func (a *acks) put(s *Store, n model.Note) (model.Note, error) {
	a.asked[n.Text] = true
	saved, err := s.Put(n)
	if err == nil {
		a.saved[saved.ID] = saved
	}
	return saved, err
}

// check says what is wrong with the notes of s: one that was acknowledged is not there or is older, or one was never
// written by anybody.
func (a *acks) check(s *Store) error {
	shown := map[model.NoteID]model.Note{}
	for _, n := range s.Notes() {
		shown[n.ID] = n
		if !a.asked[n.Text] {
			return fmt.Errorf("shows %q, which nobody wrote", n.Text)
		}
	}
	for id, n := range a.saved {
		switch got, ok := shown[id]; {
		case !ok:
			return fmt.Errorf("lost %q", n.Text)
		case got.Revision < n.Revision || got.Revision == n.Revision && got.Text != n.Text:
			return fmt.Errorf("shows %q instead of %q", got.Text, n.Text)
		}
	}
	return nil
}

// script puts and changes some notes.
func script(s *Store, a *acks) error {
	one, err := a.put(s, note("one"))
	if err != nil {
		return err
	}
	if _, err = a.put(s, note("two")); err != nil {
		return err
	}
	one.Text = "one, changed"
	_, err = a.put(s, one)
	return err
}

// powerCuts runs the script on d. After each step the power is cut, or the process is killed and the power is cut while
// the next one works. It returns the first thing wrong with a state of the disk that may be found then, and how many
// states there were.
func powerCuts(d *memDisk, opts Options, script func(*Store, *acks) error) (states int, err error) {
	a := newAcks()
	d.after = func() {
		if err == nil {
			err = goOn(d.clone(), opts, a, &states)
		}
		for _, files := range d.afterPowerCut() {
			if err != nil {
				return
			}
			states++
			err = goOn(holding(files), opts, a, &states)
		}
	}
	opts.Now = ticking()
	s, openErr := Open(memDir, on(d, opts))
	if openErr != nil {
		return states, openErr
	}
	return states, errors.Join(script(s, a), err)
}

func on(d disk, opts Options) Options {
	opts.disk = d
	return opts
}

// goOn opens what a power cut or a kill left. The notes must be there and the next must be saved, and when the power is
// cut after any step of that, the notes must be there once more.
func goOn(d *memDisk, opts Options, before *acks, states *int) (err error) {
	s, err := Open(memDir, on(d, opts))
	if err != nil {
		return err
	}
	if err := before.check(s); err != nil {
		return err
	}
	a := &acks{saved: maps.Clone(before.saved), asked: before.asked}
	check := func() {
		for _, files := range d.afterPowerCut() {
			if err != nil {
				return
			}
			*states++
			var s *Store
			if s, err = Open(memDir, on(holding(files), onA)); err == nil {
				err = a.check(s)
			}
		}
	}
	d.after = check
	if _, putErr := a.put(s, note("after the cut")); putErr != nil {
		return errors.Join(err, putErr)
	}
	check()
	return err
}

func TestPowerCutsLoseNothing(t *testing.T) {
	t.Parallel()
	states, err := powerCuts(newMemDisk(), onA, script)
	if err != nil {
		t.Fatal(err)
	}
	if states < 100 {
		t.Fatalf("only %d states of the disk were tried", states)
	}
	torment(t, "crash states", "%d states of the disk, none lost", states)
}

func TestPowerCutsLoseNotesOfADiskThatDoesNotSync(t *testing.T) {
	d := newMemDisk()
	d.lazy = true
	if _, err := powerCuts(d, onA, script); err == nil {
		t.Fatal("the test of power cuts would not notice a missing sync")
	}
}

// TestFaults fails each call that a Put makes in turn, once or for the rest of that Put.
func TestFaults(t *testing.T) {
	t.Parallel()
	all := 0
	defer func() {
		torment(t, "EIO, ENOSPC, EPERM at each call", "%d failed puts, none acknowledged, the next saved", all)
	}()
	for _, fault := range []error{
		syscall.EIO, syscall.ENOSPC, syscall.EPERM, halfWritten{syscall.ENOSPC}, halfWritten{syscall.EIO},
	} {
		for _, lasts := range []bool{false, true} {
			for _, prepare := range []string{"first note", "later note", "torn journal"} {
				t.Run(fmt.Sprintf("%v/%v/%s", fault, lasts, prepare), func(t *testing.T) {
					failures := 0
					defer func() { all += failures }()
					for call := 1; ; call++ {
						failed, done := failAt(t, call, fault, lasts, prepare)
						if failed {
							failures++
						}
						if done {
							break
						}
					}
					if failures < 6 {
						t.Fatalf("only %d calls made Put fail", failures)
					}
				})
			}
		}
	}
}

// failAt puts three notes and fails the second at one of its calls. It tells whether the second was not saved, and
// whether there is no such call.
func failAt(t *testing.T, call int, fault error, lasts bool, prepare string) (failed, done bool) {
	t.Helper()
	d := newMemDisk()
	a := newAcks()
	s := open(t, d, "a")
	if prepare != "first note" {
		mustAck(t, a, s, note("one"))
	}
	if prepare == "torn journal" {
		h := &memHandle{d, at("notes-a.jsonl")}
		h.set(append(slices.Clone(h.file().data()), `{"crc":`...))
	}
	count, what := 0, ""
	d.before = func(op string) error {
		count++
		if count == call || lasts && count > call {
			if what == "" {
				what = op
			}
			if half, ok := fault.(halfWritten); ok && op != "write" {
				return half.error
			}
			return fault
		}
		return nil
	}
	two := note("two")
	saved, err := a.put(s, two)
	d.before = nil
	if err != nil && errors.Is(fault, syscall.EPERM) != errors.Is(err, ErrReadOnly) {
		t.Fatalf("%s fails with %v", what, err)
	}
	checkAfter(t, d, a, what)
	if err == nil {
		two = saved
	}
	two.Text = "two, tried again"
	mustAck(t, a, s, two)
	mustAck(t, a, s, note("three"))
	checkAfter(t, d, a, what)
	return err != nil, count < call
}

func mustAck(t *testing.T, a *acks, s *Store, n model.Note) {
	t.Helper()
	if _, err := a.put(s, n); err != nil {
		t.Fatal(err)
	}
}

// checkAfter checks what another process sees, and what a power cut leaves.
func checkAfter(t *testing.T, d *memDisk, a *acks, failed string) {
	t.Helper()
	if err := a.check(open(t, d, "a")); err != nil {
		t.Fatalf("after a failed %s: %v", failed, err)
	}
	for _, files := range d.afterPowerCut() {
		if err := a.check(open(t, holding(files), "a")); err != nil {
			t.Fatalf("after a failed %s and a power cut: %v", failed, err)
		}
	}
}

func TestAJournalUnderWhichTheDiskFailedIsLeftAlone(t *testing.T) {
	for _, failing := range []string{"sync", "write"} {
		t.Run(failing, func(t *testing.T) {
			d := newMemDisk()
			s := open(t, d, "a")
			put(t, s, note("one"))
			d.before = func(op string) error {
				if op == failing {
					return syscall.EIO
				}
				return nil
			}
			if _, err := s.Put(note("two")); !errors.Is(err, syscall.EIO) {
				t.Fatalf("error is %v", err)
			}
			d.before = nil
			written := len(d.files[at("notes-a.jsonl")].data())
			put(t, s, note("two"))
			put(t, open(t, d, "a"), note("by another process"))
			if got := len(d.files[at("notes-a.jsonl")].data()); got != written {
				t.Fatal("it was written to")
			}
			if f := d.files[at("notes-a-2.jsonl")]; f == nil || len(f.states) != 1 || !f.named {
				t.Fatal("no second journal was begun and synced")
			}
		})
	}
}

func TestAFullDiskLeavesNoTornLine(t *testing.T) {
	d := newMemDisk()
	s := open(t, d, "a")
	put(t, s, note("one"))
	d.before = func(op string) error {
		if op == "write" {
			return halfWritten{syscall.ENOSPC}
		}
		return nil
	}
	for range 3 {
		if _, err := s.Put(note("two")); !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("error is %v", err)
		}
	}
	d.before = nil
	put(t, s, note("three"))
	again := open(t, d, "a")
	wantTexts(t, again.Notes(), "three", "one")
	if damage := again.Damage(); !damage.IsZero() {
		t.Fatalf("damage %+v", damage)
	}
}

func TestAnUnreadableFileHidesNoOther(t *testing.T) {
	d := holding(map[string][]byte{
		at("notes-a.jsonl"): line(t, 1, 1, opPut, note("cannot be read")),
		at("notes-b.jsonl"): line(t, 1, 1, opPut, model.Note{ID: "urn:uuid:2", Text: "can be read"}),
	})
	failing := true
	opens := 0
	d.before = func(op string) error {
		if op == "open" {
			opens++
			if failing && opens == 1 {
				return syscall.EIO
			}
		}
		return nil
	}
	s := open(t, d, "a")
	wantTexts(t, s.Notes(), "can be read")
	if damage := s.Damage(); damage.Unreadable != 1 || !slices.Equal(damage.Files, []string{"notes-a.jsonl"}) {
		t.Fatalf("damage %+v", damage)
	}
	opens = 0
	put(t, s, note("goes to a new journal"))
	if d.files[at("notes-a-2.jsonl")] == nil {
		t.Fatalf("files are %v", d.content())
	}
	failing = false
	if err := s.Refresh(); err != nil || !s.Damage().IsZero() || len(s.Notes()) != 3 {
		t.Fatalf("when it can be read again: %v, %+v, %q", err, s.Damage(), texts(s.Notes()))
	}
}

func TestOpenHidesNoFault(t *testing.T) {
	files := map[string][]byte{
		at("notes-a.jsonl"): line(t, 1, 1, opPut, note("one")),
		at("notes-b.jsonl"): line(t, 1, 1, opPut, model.Note{ID: "urn:uuid:2", Text: "two"}),
	}
	for call := 1; ; call++ {
		d := holding(files)
		count := 0
		d.before = func(string) error {
			if count++; count == call {
				return syscall.EIO
			}
			return nil
		}
		s, err := Open(memDir, Options{Device: "a", Dataset: talks, disk: d})
		if err == nil && len(s.Notes()) < 2 && s.Damage().IsZero() {
			t.Fatalf("call %d failed, and %q look like all notes", call, texts(s.Notes()))
		}
		if count < call {
			return
		}
	}
}
