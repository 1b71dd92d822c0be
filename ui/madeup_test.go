package ui

import (
	"strings"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/ui/page"
	"parley/ui/state"
)

func lakes() *model.Dataset {
	ds, _ := datafile.Read("lakes.json", data.Lakes)
	return ds
}

const madeUpMark = "Made up: no real talks"

func TestAMadeUpDatasetSaysSoOnEveryPageAndInTheTitle(t *testing.T) {
	w, reader := open(t, func(c *Config) { c.Bundled = lakes() })
	for _, name := range state.Pages() {
		w.turnTo(name)
		if n := strings.Count(reader.Text(), madeUpMark+"."); n < 2 {
			t.Errorf("page %s says it %d times, want it over the page and below the navigation", name, n)
		}
		if title := w.window.Title(); !strings.Contains(title, "("+madeUpMark+")") {
			t.Errorf("page %s: the title is %q", name, title)
		}
	}
}

func TestRealTalksAreNotSaidToBeMadeUp(t *testing.T) {
	w, reader := open(t, nil)
	if text := reader.Text() + w.window.Title(); strings.Contains(text, madeUpMark) {
		t.Error("they are")
	}
}

func TestTheMenuOpensTheMadeUpExample(t *testing.T) {
	w, reader := open(t, func(c *Config) { c.Example = lakes })
	before := w.dataset
	for _, a := range w.fileActions() {
		if a.key == "menu.example" {
			a.do()
		}
	}
	if w.dataset == before || !w.dataset.Metadata().MadeUp {
		t.Fatal("the example is not shown")
	}
	reader.Sees(madeUpMark + ".")
	w.openBundled()
	if w.dataset != before {
		t.Error("there is no way back to the bundled dataset")
	}
}

func TestWithoutAnExampleTheMenuOffersNone(t *testing.T) {
	w, _ := open(t, nil)
	for _, a := range w.fileActions() {
		if a.key == "menu.example" {
			t.Error("it does")
		}
	}
}

// TestEveryItemOfTheExampleCanBeRead selects each in turn: three sides, dates that are not sure, a pledge between two of
// three sides, and all else that the example holds must find its place in the inspector.
func TestEveryItemOfTheExampleCanBeRead(t *testing.T) {
	for _, lang := range []string{"en", "uk"} {
		w, reader := open(t, func(c *Config) { c.Bundled, c.Forced = lakes(), lang })
		ds := w.dataset
		for _, item := range allItems(ds) {
			name := w.locale.ItemName(ds, item)
			w.Go(func(s *state.State) { *s = page.StateFor(ds, *s, item) })
			if name == "" || !strings.Contains(reader.Text(), name) {
				t.Errorf("%s: %s, %q, is not shown", lang, item, name)
			}
		}
	}
}

func allItems(ds *model.Dataset) []model.Item {
	var items []model.Item
	add := func(kind model.ItemKind, id string) { items = append(items, model.Item{Kind: kind, ID: id}) }
	f := ds.Facts()
	for _, r := range f.Rounds {
		add(model.RoundItem, string(r.ID))
	}
	for _, e := range f.Events {
		add(model.EventItem, string(e.ID))
	}
	for _, p := range f.Pledges {
		add(model.PledgeItem, string(p.ID))
	}
	for _, e := range f.Exchanges {
		add(model.ExchangeItem, string(e.ID))
	}
	for _, d := range f.Documents {
		add(model.DocumentItem, string(d.ID))
	}
	for _, c := range f.Clauses {
		add(model.ClauseItem, string(c.ID))
	}
	for _, x := range f.Topics {
		add(model.TopicItem, string(x.ID))
	}
	for _, s := range f.Sources {
		add(model.SourceItem, string(s.ID))
	}
	return items
}

func TestThePledgeBetweenTwoOfThreeSidesNamesTheTwo(t *testing.T) {
	w, reader := open(t, func(c *Config) { c.Bundled = lakes() })
	w.Go(func(s *state.State) { s.Selected = model.Item{Kind: model.PledgeItem, ID: "call-patients"} })
	reader.Sees("Between Ilduna and Orvane")
	w.Go(func(s *state.State) { s.Selected = model.Item{Kind: model.PledgeItem, ID: "l1-families"} })
	reader.SeesNot("Between Ilduna and Orvane")
}

func TestAboutTheExampleSaysThatItIsMadeUp(t *testing.T) {
	w, reader := open(t, func(c *Config) { c.Bundled = lakes() })
	before := strings.Count(reader.Text(), madeUpMark+".")
	w.help(page.AboutDataset)
	if after := strings.Count(reader.Text(), madeUpMark+"."); after <= before {
		t.Errorf("%d times before, and %d with the text on the dataset", before, after)
	}
}
