package notefile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"parley/model"
)

// eager rewrites its journals as soon as there is anything to leave out.
var eager = Options{Device: "a", Dataset: talks, compactOver: 1}

func openEager(t testing.TB, d disk) *Store {
	t.Helper()
	opts := eager
	opts.Now = ticking()
	return openIn(t, memDir, on(d, opts))
}

// names lists the files of a disk.
func names(d *memDisk) []string {
	var list []string
	for _, path := range slices.Sorted(maps.Keys(d.files)) {
		list = append(list, filepath.Base(path))
	}
	return list
}

func TestAJournalIsRewrittenWhenMostOfItIsOld(t *testing.T) {
	d := holding(map[string][]byte{at("notes-b.jsonl"): line(t, 1, 1, opPut, model.Note{ID: "urn:uuid:b", Text: "of b"})})
	s := openEager(t, d)
	n, gone := put(t, s, note("one")), put(t, s, note("gone"))
	if err := s.Delete(gone.ID); err != nil {
		t.Fatal(err)
	}
	for i := range 20 {
		n.Text = fmt.Sprint("changed ", i)
		n = put(t, s, n)
	}
	kept := slices.DeleteFunc(names(d), func(name string) bool { return !s.isKept(name) })
	if len(kept) != keptCopies {
		t.Errorf("kept are %v", kept)
	}
	journals := slices.DeleteFunc(names(d), func(name string) bool { return !isJournal(name) })
	if len(journals) != 2 || slices.Contains(journals, "notes-a.jsonl") {
		t.Errorf("journals are %v", journals)
	}
	again := openEager(t, d)
	for _, s := range []*Store{s, again, openEager(t, holding(d.content()))} {
		wantTexts(t, s.Notes(), "changed 19", "of b")
		wantTexts(t, s.Deleted(), "gone")
		if !s.Damage().IsZero() {
			t.Errorf("damage %+v", s.Damage())
		}
		if got := s.latest[n.ID].note; got.Revision != n.Revision || !got.Created.Equal(n.Created) || !got.Modified.Equal(n.Modified) {
			t.Errorf("note is %+v, want %+v", got, n)
		}
	}
	put(t, again, note("by another process"))
	put(t, s, note("by the first"))
	if got := openEager(t, d); len(got.Notes()) != 4 || !got.Damage().IsZero() {
		t.Errorf("notes %q, damage %+v", texts(got.Notes()), got.Damage())
	}
}

func TestRewritingKeepsWhatIsNotUnderstood(t *testing.T) {
	rec := `{"seq":1,"x-later":{"n":1.50},"op":"put","rev":7,"anno":` + rich + `}`
	d := holding(map[string][]byte{at("notes-a.jsonl"): append(sealed(rec), '\n')})
	s := openEager(t, d)
	n := put(t, s, note("other"))
	for range 5 {
		n = put(t, s, n)
	}
	if slices.Contains(names(d), "notes-a.jsonl") {
		t.Fatalf("nothing was rewritten: %v", names(d))
	}
	all := join(slices.Collect(maps.Values(journals(d)))...)
	for _, want := range []string{`"x-later":{"n":1.50}`, `"x-mood":{"n":1.50}`, `"creator":"https://example.org/me"`} {
		if !bytes.Contains(all, []byte(want)) {
			t.Errorf("%s is gone", want)
		}
	}
}

func journals(d *memDisk) map[string][]byte {
	files := d.content()
	maps.DeleteFunc(files, func(path string, _ []byte) bool { return !isJournal(filepath.Base(path)) })
	return files
}

// TestWhatIsDamagedIsNotRewritten leaves alone what is not understood, what others wrote, and copies.
func TestWhatIsDamagedIsNotRewritten(t *testing.T) {
	good := func(name string) []byte {
		var data []byte
		for i := range 9 {
			data = append(data, line(t, i+1, i+1, opPut, note(fmt.Sprint(name, i)))...)
		}
		return data
	}
	for name, data := range map[string][]byte{
		"notes-a.jsonl":                   append(good("damaged"), "{\n"...),
		"notes-a-2.jsonl":                 append(good("newer"), append(sealed(`{"format":2}`), '\n')...),
		"notes-a-3.jsonl":                 append(good("cut"), line(t, 99, 1, opPut, note("x"))...),
		"notes-b.jsonl":                   good("of b"),
		"notes-a (conflicted copy).jsonl": good("copy"),
		"notes-a-4.jsonl": append(good("foreign"), append(sealed(`{"seq":10,"op":"put","rev":1,"anno":{"id":"z","target":"parley:other/round/r"}}`),
			'\n')...),
	} {
		d := holding(map[string][]byte{at(name): bytes.Clone(data)})
		s := openEager(t, d)
		for range 9 {
			put(t, s, note("more"))
		}
		if f := d.files[at(name)]; f == nil || !bytes.HasPrefix(f.data(), data) {
			t.Errorf("%s was rewritten: %v", name, names(d))
		}
	}
}

func TestWhatJournalsWereIsKeptForAWeek(t *testing.T) {
	now := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	d := newMemDisk()
	for i := range 60 { // every six hours
		d.files[at(fmt.Sprintf("notes-a-%d.jsonl.1", i+2))] = &memFile{states: [][]byte{nil}, named: true, mod: now.Add(-6 * time.Hour * time.Duration(i))}
	}
	for _, name := range []string{"notes-b.jsonl.1", "notes-a.jsonl.damaged", "notes-a.jsonl", "notes-a-2.jsonl.1.bak", "notes-ab.jsonl.1"} {
		d.files[at(name)] = &memFile{states: [][]byte{nil}, named: true}
	}
	d.files[at("notes-a-9.jsonl.tmp")] = &memFile{states: [][]byte{nil}}
	s := openIn(t, memDir, Options{Device: "a", Dataset: talks, Now: func() time.Time { return now }, disk: d})
	if err := s.prune(); err != nil {
		t.Fatal(err)
	}
	want := []string{
		"notes-a-13.jsonl.1", "notes-a-17.jsonl.1", "notes-a-2.jsonl.1", "notes-a-2.jsonl.1.bak", "notes-a-21.jsonl.1",
		"notes-a-25.jsonl.1", "notes-a-29.jsonl.1", "notes-a-3.jsonl.1", "notes-a-4.jsonl.1", "notes-a-5.jsonl.1", "notes-a-9.jsonl.1",
		"notes-a.jsonl", "notes-a.jsonl.damaged", "notes-ab.jsonl.1", "notes-b.jsonl.1",
	}
	got := names(d)
	if !slices.Equal(got, want) {
		t.Errorf("kept\n%v\nwant\n%v", got, want)
	}
}

// rewriting changes notes until the journal is rewritten.
func rewriting(s *Store, a *acks) error {
	n, err := a.put(s, note("one"))
	if err != nil {
		return err
	}
	for i := range 3 {
		n.Text = fmt.Sprint("changed ", i)
		if n, err = a.put(s, n); err != nil {
			return err
		}
	}
	return nil
}

func TestPowerCutsWhileAJournalIsRewrittenLoseNothing(t *testing.T) {
	t.Parallel()
	d := newMemDisk()
	states, err := powerCuts(d, eager, rewriting)
	if err != nil {
		t.Fatal(err)
	}
	if states < 100 || !slices.ContainsFunc(names(d), func(name string) bool { return strings.HasSuffix(name, ".1") }) {
		t.Fatalf("%d states of the disk, files %v", states, names(d))
	}
	torment(t, "crash states of rewriting", "%d states of the disk, none lost", states)
}

// TestRewritingNeedsItsSyncs takes away one sync at a time: each must be missed.
func TestRewritingNeedsItsSyncs(t *testing.T) {
	for _, without := range []string{"sync", "syncDir"} {
		d := newMemDisk()
		a := newAcks()
		s := openEager(t, d)
		n := note("one")
		for range 2 {
			saved, err := a.put(s, n)
			if err != nil {
				t.Fatal(err)
			}
			n = saved
		}
		d.deaf = without
		var lost error
		d.after = func() {
			for _, files := range d.afterPowerCut() {
				s, err := Open(memDir, on(holding(files), eager))
				lost = errors.Join(lost, err)
				if err == nil {
					lost = errors.Join(lost, a.check(s))
				}
			}
		}
		if err := s.compact(slices.Collect(maps.Values(s.journals))); err != nil {
			t.Fatal(err)
		}
		if lost == nil {
			t.Errorf("without %s nothing would be noticed", without)
		}
	}
}

func TestAFailedRewritingLosesNothing(t *testing.T) {
	for _, fault := range []error{syscall.EIO, syscall.ENOSPC, syscall.EPERM, halfWritten{syscall.ENOSPC}, fs.ErrExist} {
		for call, hit := 1, true; hit; call++ {
			d := newMemDisk()
			a := newAcks()
			s := openEager(t, d)
			n := note("one")
			for range 2 {
				n = mustPut(t, a, s, n)
			}
			count := 0
			d.before = func(op string) error {
				if count++; count >= call && count < call+2 {
					if half, ok := fault.(halfWritten); ok && op != "write" {
						return half.error
					}
					return fault
				}
				return nil
			}
			_ = s.compact(slices.Collect(maps.Values(s.journals)))
			d.before = nil
			hit = count >= call
			checkAfter(t, d, a, fmt.Sprint(fault, " at call ", call))
			for i := range 5 {
				n.Text = fmt.Sprint("goes on ", i)
				n = mustPut(t, a, s, n)
			}
			checkAfter(t, d, a, fmt.Sprint(fault, " at call ", call, ", later"))
		}
	}
}

func mustPut(t *testing.T, a *acks, s *Store, n model.Note) model.Note {
	t.Helper()
	saved, err := a.put(s, n)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func TestAllOrNoneOfSeveralNotesAreAcknowledged(t *testing.T) {
	d := newMemDisk()
	s := open(t, d, "a")
	one := put(t, s, note("one"))
	changed := one
	changed.Text = "one, changed"
	again := changed
	again.Text = "one, changed twice"
	saved, err := s.PutAll([]Edit{{changed, one}, {Note: note("two")}, {again, one}})
	if err != nil || len(saved) != 3 || saved[2].Revision != 3 {
		t.Fatalf("saved %+v, %v", saved, err)
	}
	for _, s := range []*Store{s, open(t, d, "b")} {
		if got := s.Notes(); len(got) != 2 || !slices.Contains(texts(got), again.Text) || !s.Damage().IsZero() {
			t.Errorf("notes %q, damage %+v", texts(got), s.Damage())
		}
	}
	if _, err := s.PutAll([]Edit{{Note: note("three")}, {Note: model.Note{Text: "on nothing"}}}); err == nil || len(s.Notes()) != 2 {
		t.Errorf("a note on nothing: %v, notes %q", err, texts(s.Notes()))
	}
	d.before = func(op string) error {
		if op == "sync" {
			return syscall.EIO
		}
		return nil
	}
	if _, err := s.PutAll([]Edit{{Note: note("three")}, {Note: note("four")}}); !errors.Is(err, syscall.EIO) || len(s.Notes()) != 2 {
		t.Errorf("a failed sync: %v, notes %q", err, texts(s.Notes()))
	}
	d.before = nil
	ids := []model.NoteID{saved[0].ID, saved[1].ID}
	if err := s.DeleteAll(append(ids, "never")); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("deleted what never was: %v", err)
	}
	if err := s.DeleteAll(ids); err != nil {
		t.Fatal(err)
	}
	wantTexts(t, s.Deleted(), "two", again.Text)
	if back := put(t, s, s.Deleted()[1]); back.Text != again.Text || len(s.Deleted()) != 1 {
		t.Errorf("put back %+v, deleted are %q", back, texts(s.Deleted()))
	}
}
