package notefile

import (
	"fmt"
	"slices"
	"testing"
)

// computer is one of two that keep the same notes, each on a disk of its own until they are synchronised.
type computer struct {
	disk *memDisk
	*Store
}

func twoComputers(t *testing.T) (a, b computer) {
	da, db := newMemDisk(), newMemDisk()
	return computer{da, open(t, da, "a")}, computer{db, open(t, db, "b")}
}

// meet synchronises two computers.
func meet(t *testing.T, a, b computer) {
	t.Helper()
	for range 2 { // what one makes of what came goes to the other
		ours := a.disk.clone()
		if b.disk.files[at("notes-b.jsonl")] != nil {
			deliver(b.disk, a.disk, "b")
		}
		deliver(ours, b.disk, "a")
		for _, c := range []computer{a, b} {
			if err := c.Refresh(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func wantBoth(t *testing.T, a, b computer, want ...string) {
	t.Helper()
	for _, c := range []computer{a, b, {a.disk, open(t, a.disk, "c")}} {
		got := texts(c.Notes())
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("notes are %q, want %q", got, want)
		}
	}
}

func TestWhatTwoComputersWroteApartIsKeptOnBoth(t *testing.T) {
	a, b := twoComputers(t)
	n := put(t, a.Store, note("start"))
	meet(t, a, b)
	wantBoth(t, a, b, "start")
	on := n
	for i := range 3 {
		on = over(t, a.Store, fmt.Sprint("a, pause ", i), on)
	}
	over(t, b.Store, "b: a whole paragraph", n)
	meet(t, a, b)
	wantBoth(t, a, b, "a, pause 2", "b: a whole paragraph")
	meet(t, a, b)
	over(t, a.Store, "a, and on", on)
	meet(t, a, b)
	wantBoth(t, a, b, "a, and on", "b: a whole paragraph")
	if a.latest[n.ID].note.Text != "a, and on" || len(a.forks)+len(b.forks) != 0 {
		t.Errorf("the note itself is %+v", a.latest[n.ID].note)
	}
}

func TestACopyOfWhatWasWrittenApartIsDeletedForGood(t *testing.T) {
	a, b := twoComputers(t)
	n := put(t, a.Store, note("start"))
	meet(t, a, b)
	over(t, a.Store, "a 2", over(t, a.Store, "a 1", n))
	over(t, b.Store, "b", n)
	meet(t, a, b)
	for _, n := range a.Notes() {
		if n.Text == "b" {
			if err := a.Delete(n.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
	meet(t, a, b)
	wantBoth(t, a, b, "a 2")
}

func TestComputersThatTakeTurnsMakeNoCopies(t *testing.T) {
	a, b := twoComputers(t)
	seen := put(t, a.Store, note("start"))
	meet(t, a, b)
	for i := range 6 {
		for range 3 {
			seen = over(t, []computer{a, b}[i%2].Store, seen.Text+".", seen)
		}
		meet(t, a, b)
	}
	wantBoth(t, a, b, "start..................")
	if err := a.compact([]*journal{a.journals["notes-a.jsonl"]}); err != nil {
		t.Fatal(err)
	}
	if err := a.Refresh(); err != nil {
		t.Fatal(err)
	}
	over(t, a.Store, "after the journal was rewritten", a.Notes()[0])
	wantTexts(t, a.Notes(), "after the journal was rewritten")
	wantTexts(t, open(t, a.disk, "c").Notes(), "after the journal was rewritten")
}

func TestAPinThatLosesIsNoText(t *testing.T) {
	a, b := twoComputers(t)
	n := put(t, a.Store, note("start"))
	meet(t, a, b)
	pinned := n
	pinned.Pinned = true
	if _, err := b.PutOver(pinned, n); err != nil {
		t.Fatal(err)
	}
	over(t, a.Store, "a 2", over(t, a.Store, "a 1", n))
	meet(t, a, b)
	wantBoth(t, a, b, "a 2")
}

func TestWhatWasWrittenInANoteThatAnotherComputerDeletedIsKept(t *testing.T) {
	a, b := twoComputers(t)
	n := put(t, a.Store, note("start"))
	meet(t, a, b)
	over(t, a.Store, "a 1", n)
	if err := a.Delete(n.ID); err != nil {
		t.Fatal(err)
	}
	over(t, b.Store, "b", n)
	meet(t, a, b)
	wantBoth(t, a, b, "b")
}

func TestVersionsAreNamedInTheJournal(t *testing.T) {
	m := markOf(12, []byte("{}"))
	if got := parseMark(m.String()); got != m {
		t.Errorf("%v was read as %v", m, got)
	}
	for _, s := range []string{"", "x", "1-", "01-00000001", "1-0000000G", "1-00000001 "} {
		if got := parseMark(s); got != (mark{}) {
			t.Errorf("%q was read as %v", s, got)
		}
	}
}
