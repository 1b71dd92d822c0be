package page

import (
	"fmt"
	"slices"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/state"
	"parley/ui/uitest"
)

var (
	pledgeOfBodies   = model.Item{Kind: model.PledgeItem, ID: "r2-bodies"}
	exchangeOfBodies = model.Item{Kind: model.ExchangeItem, ID: "bodies-06-14"}
	goneRound        = model.Item{Kind: model.RoundItem, ID: "round-0"}
)

// openNotes opens the page Notes.
func (s *noteStory) openNotes() (*NotesPage, *uitest.Reader) {
	p := NewNotes(s.desk)
	r := s.open(p.Content())
	s.desk.Store.Watch(p.Show)
	return p, r
}

// seen lists the first words of the notes on the page, from the top.
func (p *NotesPage) seen() string {
	var words []string
	for _, id := range p.shown {
		text := p.rows[id].note.Text
		if e := p.rows[id].editor; e != nil {
			text = e.box.Text()
		}
		words = append(words, strings.Fields(text)[0])
	}
	return strings.Join(words, " ")
}

func TestNotesAreSearchedAndSorted(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.write(pledgeOfBodies, "six thousand")
	s.write(firstRound, "Opening words")
	s.write(goneRound, "gone")
	s.write(exchangeOfBodies, "remains")
	s = tellOfNotes(t, s.dir)
	p, r := s.openNotes()
	r.Sees("Notes stay on this computer, in the folder "+s.dir, "4 notes")
	if got, want := p.seen(), "remains gone Opening six"; got != want {
		t.Errorf("first shown: %s; want the one changed last first: %s", got, want)
	}
	r.Press("Item")
	if got, want := p.seen(), "Opening six remains gone"; got != want {
		t.Errorf("by item: %s, want %s", got, want)
	}
	for search, want := range map[string]string{
		"OPEN":        "Opening",     // in the text
		"bodies":      "six remains", // in the names of items
		"first words": "Opening",     // one word in each
		"zebra":       "",
	} {
		p.search.SetText(search)
		if got := p.seen(); got != want {
			t.Errorf("search %q: %q, want %q", search, got, want)
		}
	}
	p.search.SetText("zebra")
	r.Sees("No note has “zebra” in it.", "0 of 4 notes").Press("Clear the search").Sees("4 notes")
}

func TestPressingWhatANoteIsOnLeadsThere(t *testing.T) {
	for item, want := range map[model.Item]state.State{
		firstRound:       {Page: state.Rounds, Round: "round-1"},
		pledgeOfBodies:   {Page: state.Exchanges, Kind: modeltest.Bodies},
		exchangeOfBodies: {Page: state.Exchanges, Kind: modeltest.Bodies},
		{Kind: model.SourceItem, ID: "agency-may"}: {Page: state.Sources},
	} {
		s := tellOfNotes(t, t.TempDir())
		s.write(item, "text")
		s = tellOfNotes(t, s.dir)
		_, r := s.openNotes()
		r.Press(s.desk.Locale.ItemName(s.desk.Dataset, item))
		want.Selected = item
		if got := s.desk.Store.Now(); got != want {
			t.Errorf("%v leads to %+v, want %+v", item, got, want)
		}
	}
}

func TestANoteOnWhatIsGoneIsKeptAndSaysWhatItWasOn(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	gone := model.Note{Item: goneRound, About: "Meeting in April", Text: "why was it taken out?"}
	if _, err := s.disk.Store.Put(gone); err != nil {
		t.Fatal(err)
	}
	s = tellOfNotes(t, s.dir)
	_, r := s.openNotes()
	r.Sees("why was it taken out?", "Meeting in April", "Round · no longer in this dataset")
}

func TestWithoutNotesThePageSaysWhatToDo(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	_, r := s.openNotes()
	r.Sees("You have written no notes yet.").SeesNot("Search in notes", "Sort by", "0 notes").Press("Go to the rounds")
	if s.desk.Store.Now().Page != state.Rounds {
		t.Errorf("leads to %q", s.desk.Store.Now().Page)
	}
}

func TestANoteIsChangedInItsPlace(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.write(firstRound, "older")
	s.write(firstRound, "newer")
	s = tellOfNotes(t, s.dir)
	p, r := s.openNotes()
	p.rows[p.shown[1]].edit()
	typeOn(r, " text")
	s.wait()
	r.Sees("Saved")
	if got, want := p.seen(), "newer older"; got != want {
		t.Errorf("while it is changed the list reads %s, want %s as before", got, want)
	}
	p.search.SetText("newer")
	p.search.SetText("")
	r.Press("Done").Sees("older text").SeesNot("Done")
	if got, want := p.seen(), "older newer"; got != want {
		t.Errorf("after it was changed the list reads %s, want %s", got, want)
	}
	if want := []string{"older text", "newer"}; !slices.Equal(s.texts(), want) {
		t.Errorf("on the disk: %q, want %q", s.texts(), want)
	}
}

func TestANoteThatIsBeingChangedStaysWhenTheSearchDoesNotFindItAnyMore(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.write(firstRound, "ab")
	s.write(secondRound, "other")
	s = tellOfNotes(t, s.dir)
	p, r := s.openNotes()
	p.search.SetText("ab")
	r.Press("Edit")
	pressKeys(r, fyne.KeyBackspace)
	s.wait()
	if got, want := p.seen(), "a"; got != want {
		t.Errorf("the list reads %q, want %q", got, want)
	}
	if _, ok := r.Window.Canvas().Focused().(interface{ SelectedText() string }); !ok {
		t.Error("the editor lost the focus")
	}
}

func TestDeletingOnThePageAsksFirst(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.write(firstRound, "to go")
	s = tellOfNotes(t, s.dir)
	_, r := s.openNotes()
	s.confirmDeletion(r)
	r.SeesNot("to go").Sees("You have written no notes yet.")
}

func TestTroubleStandsAboveTheNotes(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.write(firstRound, "text")
	s = tellOfNotes(t, s.dir)
	p, r := s.openNotes()
	s.disk.fault = syscall.ENOSPC
	r.Press("Edit")
	typeOn(r, "s")
	s.wait()
	r.Sees("1 note is not saved: the disk is full.", "Your text is still here.", "texts")
	r.Press("Done").Sees("texts", "Not saved: the disk is full.")
	p.bar.Hide()
	s.wait()
	if p.bar.Visible() {
		t.Error("the bar that the reader closed comes back for the same trouble")
	}
	s.disk.fault = nil
	s.wait()
	r.SeesNot("Not saved")
}

func TestALongNoteIsCutAndCanBeSeenWhole(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	s.write(firstRound, strings.Repeat("word ", 200)+"end")
	s = tellOfNotes(t, s.dir)
	_, r := s.openNotes()
	r.SeesNot("end").Press("Show all of it").Sees("word end").Press("Show less").SeesNot("end")
}

func TestManyNotesAreShownByAndBy(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	for i := range notesAtOnce + 7 {
		s.write(firstRound, fmt.Sprint("note ", i))
	}
	s = tellOfNotes(t, s.dir)
	p, r := s.openNotes()
	if len(p.shown) != notesAtOnce {
		t.Fatalf("%d notes are shown at first, want %d", len(p.shown), notesAtOnce)
	}
	r.Press("Show 7 more notes").SeesNot("Show 7 more")
	if len(p.shown) != notesAtOnce+7 {
		t.Errorf("%d notes are shown after asking for more", len(p.shown))
	}
}

func TestAPageThatIsNotShownIsBroughtUpToDateWhenItIs(t *testing.T) {
	s := tellOfNotes(t, t.TempDir())
	p, r := s.openNotes()
	s.desk.Store.Go(state.State{Page: state.Rounds})
	s.book.Save(model.Note{Item: firstRound, Text: "written elsewhere"}, func(model.Note, error) {})
	s.wait()
	if len(p.shown) != 0 {
		t.Error("the page works while it is not shown")
	}
	s.desk.Store.Go(state.State{Page: state.Notes})
	r.Sees("written elsewhere")
}

func TestTextsAreShortenedBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text, want string
		isCut      bool
	}{
		{"short", "short", false},
		{"one\ntwo\nthree", "one\ntwo …", true},
		{"one\ntwo\n", "one\ntwo", false},
		{"some words that go on", "some words …", true},
		{strings.Repeat("ї", 20), strings.Repeat("ї", 12) + " …", true},
	} {
		if got, isCut := shorten(c.text, 2, 12); got != c.want || isCut != c.isCut {
			t.Errorf("%q: %q, %v; want %q, %v", c.text, got, isCut, c.want, c.isCut)
		}
	}
}
