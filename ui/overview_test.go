package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/model/modeltest"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

// openBundledTalks opens the window on the dataset that comes with the program.
func openBundledTalks(t *testing.T) (*Window, *uitest.Reader) {
	t.Helper()
	ds, problems := datafile.Read("talks.json", data.Talks)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return open(t, func(c *Config) { c.Bundled = ds })
}

// The measure: how many bodies came back after the second Istanbul round, who says so, and what had been agreed? It is
// answered by the first page, without a press.
func TestTheFirstPageSaysWhatWasAgreedAndWhatCameOfIt(t *testing.T) {
	w, r := openBundledTalks(t)
	if w.store.Now().Page != state.Overview {
		t.Fatalf("a new reader sees %q first", w.store.Now().Page)
	}
	row := pressableNamed(t, r, "Bodies: 6,000 bodies from each side")
	words := uitest.TextsIn(row)
	for _, want := range []string{"about 6,000", "stated by: Russia and Ukraine", "6,057", "counted by: Ukraine", "range of published figures: 6,057 to 6,060"} {
		if !slices.Contains(words, want) {
			t.Errorf("the row does not say %q; it says %q", want, words)
		}
	}
	row.OnPress()
	if got, want := w.store.Now().Selected, (model.Item{Kind: model.PledgeItem, ID: "ist2-bodies-6000"}); got != want {
		t.Errorf("selected is %v, want %v", got, want)
	}
	if !row.Chosen() {
		t.Error("the row does not show that it is chosen")
	}
	r.Sees("Pledged to Ukraine", "Carried out, to Ukraine", "Exchanges behind it")
}

func TestTheFirstPageIsReadByTheKeyboardAlone(t *testing.T) {
	w, r := openBundledTalks(t)
	r.Paint()
	row := pressableNamed(t, r, "Bodies: 6,000 bodies from each side")
	canvas := w.window.Canvas()
	for i := 0; canvas.Focused() != fyne.Focusable(row); i++ {
		if i > 40 {
			t.Fatal("Tab does not lead to the row")
		}
		canvas.FocusNext()
	}
	key(row, fyne.KeyUp)
	if above, ok := canvas.Focused().(*part.Pressable); !ok || !strings.HasPrefix(above.Name, "Prisoners: Overall number") {
		t.Errorf("the arrow key leads to %v", canvas.Focused())
	}
	key(canvas.Focused(), fyne.KeyDown)
	if canvas.Focused() != fyne.Focusable(row) {
		t.Error("the arrow keys do not lead back")
	}
	key(row, fyne.KeyReturn)
	if w.store.Now().Selected.ID != "ist2-bodies-6000" {
		t.Errorf("Enter selects %v", w.store.Now().Selected)
	}
}

func TestTheFirstPageCountsByTheRulesOfTheCharts(t *testing.T) {
	_, r := open(t, nil)
	r.Sees("Made-up talks", "Agreed and carried out, by round", "First round", "at least 1,200", "Tied to no round",
		"City agreements (round not stated)", "Not attributed to any agreement", "sum of the published counts, 1 exchange",
		"The newest round", "Where sources disagree most", "Everything stays on this computer")
	r.Paint().Press("Open the chart: Bodies").Sees("Applied filters:")
	w, r := open(t, nil)
	r.Press("Bodies: Not attributed")
	if now := w.store.Now(); now.Page != state.Exchanges || now.Kind != modeltest.Bodies || now.Chart != "exchanges" {
		t.Errorf("the group leads to %+v", now)
	}
}

func TestTheOrderOfTheSidesIsThatOfTheWindow(t *testing.T) {
	w, r := open(t, nil)
	row := func() []string { return uitest.TextsIn(pressableNamed(t, r, "Bodies: 6,000 bodies")) }
	before := row()
	w.Go(func(s *state.State) { s.Swapped = true })
	if after := row(); slices.Equal(before, after) {
		t.Errorf("swapped, the row says %q as before", after)
	}
}

func TestAnAlmostEmptyDatasetSaysWhatToDo(t *testing.T) {
	facts := modeltest.MinimalFacts()
	facts.Rounds, facts.Exchanges, facts.Pledges, facts.Documents, facts.Clauses = nil, nil, nil, nil, nil
	_, r := open(t, func(c *Config) { c.Bundled = model.New(facts) })
	r.Sees("This dataset has no rounds, pledges, exchanges or documents yet.", "import a spreadsheet").
		SeesNot("Tied to no round", "The newest round", "Agreed and carried out")
}

func pressableNamed(t *testing.T, r *uitest.Reader, name string) *part.Pressable {
	t.Helper()
	p := uitest.Pressable(r, name)
	if p == nil {
		t.Fatalf("there is no row %q", name)
	}
	return p
}
