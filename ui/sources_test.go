package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

// openSources opens the page on a small dataset.
func openSources(t *testing.T) (*Window, *uitest.Reader) {
	t.Helper()
	w, r := open(t, nil)
	r.Press("Sources").Paint()
	return w, r
}

func TestEverySourceLeadsToWhatRestsOnIt(t *testing.T) {
	w, r := openSources(t)
	ds := w.dataset
	r.Sees("All 7 publications", "Publisher, title", "All uses")
	source := ds.Source("agency-may")
	r.Press(source.Publisher)
	if got := w.store.Now().Selected.Kind; got != model.SourceItem {
		t.Fatalf("a row selects a %s", got)
	}
	selected := ds.Source(model.SourceID(w.store.Now().Selected.ID))
	support := ds.SupportOf(selected)
	if len(support.Figures) == 0 {
		t.Fatalf("%s supports no figure; choose another source", selected.ID)
	}
	r.Sees("figures rest on it", "All sources of "+selected.Publisher)
	name := w.locale.ItemName(ds, support.Figures[0].Item)
	r.Press(name)
	if got := w.store.Now().Selected; got != support.Figures[0].Item {
		t.Errorf("the figure leads to %v, want %v", got, support.Figures[0].Item)
	}
}

func TestSourcesAreNarrowedBySentencesThatCanBeTakenOff(t *testing.T) {
	w, r := openSources(t)
	r.Choose("of third parties").Sees("of 7 publications", "of third parties").SeesNot("All 7")
	r.Type("Search in publisher, title, address and date", "zzz").Sees("No source fits.", "with “zzz”")
	r.Press("Reset all").Sees("All 7 publications").SeesNot("No source fits.")
	if v := w.store.Now().Sources; v.IsFiltered() {
		t.Errorf("after the reset %+v", v)
	}
	if got := uitest.Find[*part.Entry](r).Text; got != "" {
		t.Errorf("the search still says %q", got)
	}
	r.Press("Choose a publisher…").Type("Type a part of the name", "blog")
	key(w.window.Canvas().Focused(), fyne.KeyReturn)
	r.Sees("1 of 7 publications", "published by ")
	r.Press("Remove the filter: published by").Sees("All 7 publications")
	w.store.Change(func(n *state.State) { n.Sources.Weak = true })
	r.Sees("weak sources only", "of 7 publications")
}

func TestSourcesAreSortedByEveryColumn(t *testing.T) {
	w, r := openSources(t)
	for column, words := range map[string]string{"publisher": "Publisher, title", "side": "Side", "date": "Published", "figures": "Figures", "all": "All uses"} {
		r.Press("Sort")
		w.store.Change(func(n *state.State) { n.Sources.Sort, n.Sources.Descending = column, false })
		r.Sees(words)
		first := w.locale.T("exchanges.sorted.up", "Column", words)
		r.Press(first)
		if v := w.store.Now().Sources; v.Sort != column || !v.Descending {
			t.Errorf("a press on %s gives %+v", words, v)
		}
	}
}

func TestPointsOnWhichSourcesDifferUnfoldToTheirAccounts(t *testing.T) {
	w, r := openSources(t)
	points := w.dataset.Facts().Discrepancies
	if len(points) == 0 {
		t.Fatal("the dataset has none")
	}
	topic, account := w.locale.Text(points[0].Topic), w.locale.Text(points[0].Claims[0].Text)
	r.Press("Where sources differ").Sees(topic).SeesNot(account)
	r.Press(topic).Sees(account)
	w.Go(func(s *state.State) { s.Sources.Search = "zzz" }) // does not hide what is asked for next
	w.Go(func(s *state.State) { s.Page = state.Overview })
	r.Press(topic).Sees(account)
	if now := w.store.Now(); now.Page != state.Sources || now.Sources.Point != points[0].ID {
		t.Errorf("the overview leads to %+v", now.Sources)
	}
}

func TestFiguresWithOneSourceAreListedAndSelectTheirItem(t *testing.T) {
	w, r := openSources(t)
	figures := w.dataset.SingleSourced()
	if len(figures) == 0 {
		t.Fatal("the dataset has none")
	}
	r.Press("Figures with one source").Paint().Sees(w.locale.N("sources.single", len(figures)), "Its only source")
	r.Press(w.locale.ItemName(w.dataset, figures[0].Item))
	if got := w.store.Now().Selected; got != figures[0].Item {
		t.Errorf("selected is %v, want %v", got, figures[0].Item)
	}
}

func TestTheListOfSourcesIsReadByTheKeys(t *testing.T) {
	w, r := openSources(t)
	rows := uitest.Find[*part.Rows](r)
	w.window.Canvas().Focus(rows)
	key(rows, fyne.KeyDown, fyne.KeyReturn)
	if got := w.store.Now().Selected.Kind; got != model.SourceItem {
		t.Errorf("selected is a %s", got)
	}
}

func TestWithoutSourcesThePageSaysWhatToDo(t *testing.T) {
	facts := modeltest.MinimalFacts()
	facts.Sources, facts.Rounds, facts.Exchanges, facts.Pledges, facts.Discrepancies = nil, nil, nil, nil, nil
	_, r := open(t, func(c *Config) { c.Bundled = model.New(facts) })
	r.Press("Sources").Sees("This dataset has no sources yet.")
	r.Press("Where sources differ").Sees("recorded no point")
	r.Press("Figures with one source").Sees("or there is none yet")
}
