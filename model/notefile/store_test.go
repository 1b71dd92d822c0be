package notefile

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
	"parley/model/annotation"
)

const talks = "russia-ukraine-talks"

var istanbul = model.Item{Kind: model.RoundItem, ID: "2025-06-02-istanbul"}

// ticking is a clock that goes on by a second whenever it is asked.
func ticking() func() time.Time {
	var mu sync.Mutex
	now := time.Date(2025, 6, 2, 10, 0, 0, 0, time.UTC)
	return func() time.Time {
		mu.Lock()
		defer mu.Unlock()
		now = now.Add(time.Second)
		return now
	}
}

func open(t testing.TB, d disk, device string) *Store {
	t.Helper()
	return openIn(t, memDir, Options{Device: device, Dataset: talks, Now: ticking(), disk: d})
}

func openIn(t testing.TB, dir string, opts Options) *Store {
	t.Helper()
	s, err := Open(dir, opts)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func put(t testing.TB, s *Store, n model.Note) model.Note {
	t.Helper()
	saved, err := s.Put(n)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func note(text string) model.Note {
	return model.Note{Item: istanbul, About: "Istanbul, 2 June 2025", Text: text}
}

func texts(notes []model.Note) []string {
	var list []string
	for _, n := range notes {
		list = append(list, n.Text)
	}
	return list
}

func wantTexts(t testing.TB, notes []model.Note, want ...string) {
	t.Helper()
	if got := texts(notes); !slices.Equal(got, want) {
		t.Fatalf("notes are %q, want %q", got, want)
	}
}

func TestPutFillsInWhatTheNoteLacks(t *testing.T) {
	s := open(t, newMemDisk(), "a")
	first := put(t, s, note("Who announced it?"))
	if first.ID == "" || first.Revision != 1 || first.Created.IsZero() || !first.Created.Equal(first.Modified) {
		t.Fatalf("first put returned %+v", first)
	}
	first.Text = "Both sides did."
	second := put(t, s, first)
	if second.ID != first.ID || second.Revision != 2 || !second.Created.Equal(first.Created) ||
		!second.Modified.After(first.Modified) {
		t.Fatalf("second put returned %+v after %+v", second, first)
	}
	wantTexts(t, s.Notes(), "Both sides did.")
}

func TestPutWithoutCreatedKeepsTheFirst(t *testing.T) {
	s := open(t, newMemDisk(), "a")
	first := put(t, s, note("one"))
	second := put(t, s, model.Note{ID: first.ID, Item: istanbul, Text: "two"})
	if !second.Created.Equal(first.Created) {
		t.Fatalf("created changed from %v to %v", first.Created, second.Created)
	}
}

func TestNotesSurviveARestart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "notes", talks)
	opts := Options{Device: "a", Dataset: talks, Now: ticking()}
	s := openIn(t, dir, opts)
	wantTexts(t, s.Notes())
	n := note("Ждём списки 🕊\n\"x\" <y>")
	n.Tags = []string{"lists", "to do"}
	saved := put(t, s, n)
	got := openIn(t, dir, opts).Notes()
	if len(got) != 1 || !reflect.DeepEqual(got[0], saved) {
		t.Fatalf("after a restart the notes are %+v, want %+v", got, saved)
	}
}

func TestNotesAreOrderedByLastChange(t *testing.T) {
	s := open(t, newMemDisk(), "a")
	one := put(t, s, note("one"))
	put(t, s, note("two"))
	put(t, s, note("three"))
	wantTexts(t, s.Notes(), "three", "two", "one")
	one.Text = "one, again"
	put(t, s, one)
	wantTexts(t, s.Notes(), "one, again", "three", "two")
}

func TestOfFindsTheNotesOnOneItem(t *testing.T) {
	s := open(t, newMemDisk(), "a")
	clause := model.Item{Kind: model.ClauseItem, ID: "ru-2025-06-02-1-1"}
	put(t, s, note("on the round"))
	put(t, s, model.Note{Item: clause, Text: "on the clause"})
	wantTexts(t, s.Of(istanbul), "on the round")
	wantTexts(t, s.Of(clause), "on the clause")
	wantTexts(t, s.Of(model.Item{Kind: model.RoundItem, ID: "2022-03-29-istanbul"}))
}

func TestReturnedNotesAreCopies(t *testing.T) {
	s := open(t, newMemDisk(), "a")
	n := note("text")
	n.Tags = []string{"kept"}
	put(t, s, n).Tags[0] = "changed"
	n.Tags[0] = "changed"
	s.Notes()[0].Tags[0] = "changed"
	if got := s.Notes()[0].Tags[0]; got != "kept" {
		t.Fatalf("the store's tag became %q", got)
	}
}

func TestDeleteHidesANoteForGood(t *testing.T) {
	d := newMemDisk()
	s := open(t, d, "a")
	gone := put(t, s, note("gone"))
	put(t, s, note("stays"))
	for range 2 {
		if err := s.Delete(gone.ID); err != nil {
			t.Fatal(err)
		}
	}
	wantTexts(t, s.Notes(), "stays")
	wantTexts(t, open(t, d, "a").Notes(), "stays")
	if lines := bytes.Count(d.files[at("notes-a.jsonl")].data(), []byte("\n")); lines != 3 {
		t.Fatalf("two puts and a delete are %d lines", lines)
	}
	if err := s.Delete("urn:uuid:none"); !errors.Is(err, model.ErrNotFound) {
		t.Fatalf("deleting what is not there: %v", err)
	}
}

func TestADeletedNoteComesBackByPut(t *testing.T) {
	d := newMemDisk()
	s := open(t, d, "a")
	n := put(t, s, note("back"))
	if err := s.Delete(n.ID); err != nil {
		t.Fatal(err)
	}
	if back := put(t, s, n); back.Revision != 3 || !back.Created.Equal(n.Created) {
		t.Fatalf("came back as %+v", back)
	}
	wantTexts(t, open(t, d, "a").Notes(), "back")
}

func TestPutRefusesWhatCannotBeKept(t *testing.T) {
	for name, n := range map[string]model.Note{
		"no item":       {Text: "x"},
		"no ID":         {Item: model.Item{Kind: model.RoundItem}, Text: "x"},
		"slash in ID":   {Item: model.Item{Kind: model.RoundItem, ID: "a/b"}, Text: "x"},
		"item no UTF-8": {Item: model.Item{Kind: model.RoundItem, ID: "a\xff"}, Text: "x"},
		"year 12025":    {Item: istanbul, Created: time.Date(12025, 1, 1, 0, 0, 0, 0, time.UTC)},
		"too many tags": {Item: istanbul, Tags: make([]string, annotation.MaxValues+1)},
		"too long":      {Item: istanbul, Text: strings.Repeat("x", maxLine)},
	} {
		t.Run(name, func(t *testing.T) {
			d := newMemDisk()
			s := open(t, d, "a")
			if _, err := s.Put(n); err == nil {
				t.Fatal("put did not refuse it")
			}
			if len(d.files) > 0 || len(s.Notes()) > 0 {
				t.Fatalf("something was kept: %v", d.content())
			}
		})
	}
}

func TestPutReplacesBytesThatAreNoUTF8(t *testing.T) {
	d := newMemDisk()
	saved := put(t, open(t, d, "a"), model.Note{Item: istanbul, Text: "a\xffb", Tags: []string{"\xfe"}, About: "\xfd"})
	if saved.Text != "a\uFFFDb" || saved.Tags[0] != "\uFFFD" || saved.About != "\uFFFD" {
		t.Fatalf("saved %+v", saved)
	}
	if got := open(t, d, "a").Notes()[0]; !reflect.DeepEqual(got, saved) {
		t.Fatalf("loaded %+v, saved %+v", got, saved)
	}
}

func TestOpenRefusesNamesThatLeaveTheFolder(t *testing.T) {
	for _, opts := range []Options{
		{Dataset: talks},
		{Dataset: talks, Device: "../a"},
		{Dataset: talks, Device: "A B"},
		{Device: "a"},
		{Device: "a", Dataset: "../talks"},
		{Device: "a", Dataset: "talks/x"},
		{Device: "a", Dataset: ".talks"},
		{Device: "a", Dataset: "talks."},
	} {
		if _, err := Open(t.TempDir(), opts); err == nil {
			t.Errorf("opened device %q, dataset %q", opts.Device, opts.Dataset)
		}
	}
}

func TestOpenSaysWhyAFolderCannotBeRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(path, Options{Device: "a", Dataset: talks})
	if err == nil || !strings.Contains(err.Error(), "read notes in "+path) {
		t.Fatalf("error is %v", err)
	}
}

func TestReadingMakesNoFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "notes")
	openIn(t, dir, Options{Device: "a", Dataset: talks})
	if _, err := os.Stat(dir); !os.IsNotExist(err) {
		t.Fatalf("the folder was made: %v", err)
	}
}

func TestAFolderOfOtherThingsIsRead(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"notes-folder.jsonl"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "notes-link.jsonl")); err != nil {
		t.Log("no symbolic links here:", err)
	}
	opts := Options{Device: "a", Dataset: talks, Now: ticking()}
	s := openIn(t, dir, opts)
	put(t, s, note("x"))
	if d := s.Damage(); !d.IsZero() {
		t.Fatalf("damage %+v", d)
	}
}

func TestTwoProcessesSeeEachOther(t *testing.T) {
	d := newMemDisk()
	window, command := open(t, d, "a"), open(t, d, "a")
	n := put(t, window, note("by the window"))
	if err := command.Refresh(); err != nil {
		t.Fatal(err)
	}
	wantTexts(t, command.Notes(), "by the window")
	n.Text = "changed by the command"
	if n = put(t, command, n); n.Revision != 2 {
		t.Fatalf("revision %d", n.Revision)
	}
	put(t, window, note("another")) // reads what the command has saved
	wantTexts(t, window.Notes(), "another", "changed by the command")
}

func TestPutOfAnOldCopyIsTheLatestVersion(t *testing.T) {
	d := newMemDisk()
	window, command := open(t, d, "a"), open(t, d, "a")
	old := put(t, window, note("one"))
	newer := old
	newer.Text = "two"
	put(t, command, newer)
	old.Text = "three"
	if n := put(t, window, old); n.Revision != 3 {
		t.Fatalf("revision %d, want 3", n.Revision)
	}
	wantTexts(t, open(t, d, "a").Notes(), "three")
}

func TestTheStoreIsSafeForSeveralGoroutines(t *testing.T) {
	dir := t.TempDir()
	opts := Options{Device: "a", Dataset: talks}
	s := openIn(t, dir, opts)
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			var n model.Note
			for k := range 10 {
				n.Item, n.Text = istanbul, fmt.Sprint(i, k)
				n = put(t, s, n)
				s.Notes()
				s.Of(istanbul)
				s.Damage()
			}
			if i == 0 {
				if err := s.Delete(n.ID); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	got := texts(openIn(t, dir, opts).Notes())
	slices.Sort(got)
	if !slices.Equal(got, []string{"1 9", "2 9", "3 9"}) {
		t.Fatalf("notes are %q", got)
	}
}

func TestAClockThatRunsBackLosesNothing(t *testing.T) {
	defer torment(t, "clock running back", "the last change wins")
	d := newMemDisk()
	now := time.Date(2025, 6, 2, 10, 0, 0, 0, time.UTC)
	s := openIn(t, memDir, Options{Device: "a", Dataset: talks, disk: d, Now: func() time.Time {
		now = now.Add(-time.Hour)
		return now
	}})
	n := put(t, s, note("one"))
	n.Text = "two"
	n = put(t, s, n)
	n.Text = "three"
	put(t, s, n)
	wantTexts(t, open(t, d, "a").Notes(), "three")
}

func TestAJournalTakenAwayIsBegunAnew(t *testing.T) {
	d := newMemDisk()
	s := open(t, d, "a")
	put(t, s, note("taken away"))
	delete(d.files, at("notes-a.jsonl"))
	put(t, s, note("new"))
	again := open(t, d, "a")
	wantTexts(t, again.Notes(), "new")
	if damage := again.Damage(); !damage.IsZero() {
		t.Fatalf("damage %+v", damage)
	}
	if f := d.files[at("notes-a.jsonl")]; !f.named {
		t.Fatal("the folder was not synced for the new file")
	}
}

func TestAFullJournalIsFollowedByAnother(t *testing.T) {
	s := open(t, newMemDisk(), "a")
	put(t, s, note("x"))
	if err := s.Refresh(); err != nil {
		t.Fatal(err)
	}
	s.journals["notes-a.jsonl"].size = fullJournal + 1
	if number, seq := s.writable(); number != 2 || seq != 1 {
		t.Fatalf("next line is %d of journal %d", seq, number)
	}
}

// rich is an annotation as another program may have made it.
const rich = `{"x-mood":{"n":1.50},"@context":["http://www.w3.org/ns/anno.jsonld",{"x":"y"}],"id":"urn:uuid:1",` +
	`"type":["Annotation","Other"],"motivation":"questioning","creator":"https://example.org/me",` +
	`"created":"2025-06-02T12:00:00+02:00","body":["https://example.org/body",` +
	`{"type":"TextualBody","value":"old text","language":"en"},` +
	`{"type":"TextualBody","value":"second text"},{"type":"TextualBody","value":"a","purpose":"tagging","creator":"me"},` +
	`{"type":"Image","id":"https://example.org/i.png"},{"type":"TextualBody","value":"gone","purpose":"tagging"}],` +
	`"target":[{"source":"parley:russia-ukraine-talks/clause/c1","selector":{"type":"TextQuoteSelector","exact":"q"}},` +
	`"https://example.org/t"]}`

func TestUnknownMembersSurviveTheStore(t *testing.T) {
	line, err := encodeLine(record{Seq: 1, Op: opPut, Rev: 4, Anno: jsontext.Value(rich)})
	if err != nil {
		t.Fatal(err)
	}
	d := holding(map[string][]byte{at("notes-b.jsonl"): append(line, '\n')})
	s := open(t, d, "a")
	n := s.Notes()[0]
	n.Text = "changed here"
	n = put(t, s, n)
	if err := s.Delete(n.ID); err != nil {
		t.Fatal(err)
	}
	put(t, open(t, d, "a"), n)
	lines := strings.Split(strings.TrimSpace(string(d.files[at("notes-a.jsonl")].data())), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines", len(lines))
	}
	for _, line := range lines {
		if !strings.Contains(line, `"x-mood":{"n":1.50}`) || !strings.Contains(line, "TextQuoteSelector") {
			t.Errorf("unknown members are gone from %s", line)
		}
	}
}

func TestWhatWasWrittenElsewhereMeanwhileIsKeptBeside(t *testing.T) {
	d := newMemDisk()
	here, there := open(t, d, "a"), open(t, d, "b")
	n := put(t, here, note("first"))
	mine, theirs := n, n
	mine.Text, theirs.Text = "mine", "theirs"
	put(t, there, theirs)
	saved, err := here.PutOver(mine, n)
	if err != nil || saved.Text != "mine" || saved.ID != n.ID {
		t.Fatalf("saved %+v, %v", saved, err)
	}
	for _, s := range []*Store{here, open(t, d, "c")} {
		got := texts(s.Notes())
		slices.Sort(got)
		if !slices.Equal(got, []string{"mine", "theirs"}) {
			t.Errorf("notes are %q", got)
		}
	}
	on := saved
	on.Text = "mine, and on"
	if _, err := here.PutOver(on, saved); err != nil || len(here.Notes()) != 2 {
		t.Errorf("going on: %v, notes %q", err, texts(here.Notes()))
	}
}

func TestAStoreNoticesWhatOthersSave(t *testing.T) {
	d := newMemDisk()
	here, there := open(t, d, "a"), open(t, d, "b")
	if here.Changed() {
		t.Error("nothing was saved")
	}
	put(t, there, note("by another"))
	if !here.Changed() {
		t.Error("what another saved is not noticed")
	}
	if err := here.Refresh(); err != nil || here.Changed() || len(here.Notes()) != 1 {
		t.Errorf("after reading it: %v, changed %v, notes %q", err, here.Changed(), texts(here.Notes()))
	}
}

func TestAFolderThatCanBeMadeIsNotReadOnly(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{dir: false, filepath.Join(dir, "a", "b"): false} {
		if got := openIn(t, path, onA).IsReadOnly(); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
	if s := (&Store{dir: filepath.Join(file, "notes")}); !s.IsReadOnly() {
		t.Error("within a file")
	}
}
