package ui

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parley/model"
	"parley/model/synthetic"
	"parley/ui/format"
	"parley/ui/notebook"
	"parley/ui/page"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

func press(w *Window, key fyne.KeyName) {
	w.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func TestAReaderFindsAnItemByTypingAPartOfIt(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Search").Sees("Search everything in this dataset")
	test.Type(w.window.Canvas().Focused(), "secónd ROUND")
	r.Sees("Rounds · ", "Second round", "found")
	press(w, fyne.KeyReturn)
	if now := w.store.Now(); now.Page != state.Rounds || now.Round != "round-2" {
		t.Errorf("Enter leads to %+v", now)
	}
	if w.window.Canvas().Overlays().Top() != nil {
		t.Error("the panel is still there")
	}
}

func TestArrowsChooseAmongWhatWasFound(t *testing.T) {
	w, r := open(t, nil)
	w.openSearch()
	test.Type(w.window.Canvas().Focused(), "round")
	press(w, fyne.KeyDown)
	press(w, fyne.KeyDown)
	press(w, fyne.KeyUp)
	press(w, fyne.KeyEnter)
	if now := w.store.Now(); now.Selected != (model.Item{Kind: model.RoundItem, ID: "round-2"}) {
		t.Errorf("the second is chosen, but %+v is shown", now.Selected)
	}
	w.openSearch()
	press(w, fyne.KeyUp) // at the first nothing is above
	r.Sees("round", "First round")
}

func TestEscapeClosesTheSearchAndTheFocusIsWhereItWas(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Notes")
	w.window.Canvas().FocusNext()
	before := w.window.Canvas().Focused()
	w.openSearch()
	test.Type(w.window.Canvas().Focused(), "nowhere to be found")
	r.Sees("Nothing has all of these words: nowhere to be found")
	press(w, fyne.KeyEscape)
	r.SeesNot("Nothing has all of these words")
	if now := w.window.Canvas().Focused(); now != before {
		t.Errorf("the focus was on %T and is on %T", before, now)
	}
}

func TestNotesAreSearchedAsTheyAreNow(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Rounds").Press("First round")
	w.openSearch()
	press(w, fyne.KeyEscape)
	w.writeNote()
	r.Type("", "Ask Çelik about it").Sees("Saved")
	r.Press("Exchanges")
	w.openSearch()
	test.Type(w.window.Canvas().Focused(), "celik")
	r.Sees("Notes · 1", "First round")
	press(w, fyne.KeyReturn)
	if now := w.store.Now(); now.Page != state.Rounds || now.Round != "round-1" {
		t.Errorf("the note leads to %+v", now)
	}
	w.openSearch()
	test.Type(w.window.Canvas().Focused(), " ")
	w.window.Canvas().Focused().(*part.SearchEntry).SetText("")
	r.Sees("celik", "searched for before")
}

func TestAGroupIsListedWholeWhenItIsAskedFor(t *testing.T) {
	w, r := open(t, func(c *Config) { c.Bundled = model.New(*synthetic.Facts(300, 3)) })
	w.window.Resize(fyne.NewSize(1280, 3000))
	w.openSearch()
	test.Type(w.window.Canvas().Focused(), "2001")
	r.Sees("Exchanges · ")
	before := uitest.Find[*part.Rows](r).Len()
	r.Press("Show all")
	if after := uitest.Find[*part.Rows](r).Len(); after <= before {
		t.Errorf("%d rows became %d", before, after)
	}
}

// BenchmarkSearchKey measures a key press in the search of 10,000 items and 10,000 notes: finding, listing and laying out.
func BenchmarkSearchKey(b *testing.B) {
	notes := make([]model.Note, 10_000)
	for i := range notes {
		notes[i] = model.Note{
			ID: model.NoteID(fmt.Sprint(i)), Item: model.Item{Kind: model.RoundItem, ID: "r"},
			Text: fmt.Sprintf("Note %d. Ask both press offices again before the piece runs.", i),
		}
	}
	at := func(f func()) { f() }
	w := New(test.NewTempApp(b), Config{
		Bundled: model.New(*synthetic.Facts(10_000, 1)), Forced: "en", Flush: func() error { return nil },
		Notes: func(string, *format.Locale) page.Notes { return fixedNotes{list: notes} },
		Spawn: at, OnUI: at, After: func(time.Duration, func()) {},
	})
	w.window.Resize(fyne.NewSize(1280, 800))
	w.openSearch()
	entry := w.window.Canvas().Focused().(*part.SearchEntry)
	for b.Loop() {
		for _, typed := range []string{"p", "pr", "pri", "pris"} {
			entry.SetText(typed)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(4*b.N), "ms/key")
}

// fixedNotes are notes that never change.
type fixedNotes struct {
	page.Notes
	list []model.Note
}

func (n fixedNotes) All() []model.Note                { return n.list }
func (fixedNotes) Of(model.Item) []model.Note         { return nil }
func (fixedNotes) Deleted() []model.Note              { return nil }
func (fixedNotes) Watch(func())                       {}
func (fixedNotes) Trouble() string                    { return "" }
func (fixedNotes) CanMove() bool                      { return false }
func (fixedNotes) Folder() string                     { return "" }
func (fixedNotes) Fault(model.NoteID) error           { return nil }
func (fixedNotes) CanUndo() (s notebook.Step, _ bool) { return s, false }
func (fixedNotes) CanRedo() (s notebook.Step, _ bool) { return s, false }
