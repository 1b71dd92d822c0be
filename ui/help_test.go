package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/model/modeltest"
	"parley/ui/format"
	"parley/ui/page"
	"parley/ui/state"
)

func TestEveryRuleOfCountingHasAnExampleFromTheOpenDataset(t *testing.T) {
	w, r := openBundledTalks(t)
	w.help(page.HowWeCount)
	text := r.Text()
	for _, want := range []string{
		"What an exchange brought", "(Ukraine); ", "Shown is: ", // a figure with the claims of both sides
		"A claim that the dataset prefers", "Bodies returned, 19 December 2025, to Russia",
		"A tie with its own count", "of this, 22 to Ukraine count for it",
		"Disputed pledges", "no number stated (Russia)",
		"58 checks, 41 match",
		"Not attributed to any agreement, to Ukraine: at least ",
		"Sources found up to 7 June 2026",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the rules do not say %q", want)
		}
	}
}

// No number of the examples is written into the program: with other facts the examples are others.
func TestTheExamplesAreThoseOfTheDataset(t *testing.T) {
	w, r := open(t, nil)
	w.help(page.HowWeCount)
	r.Sees("Made-up talks", "Norland").SeesNot("Ukraine", "Istanbul")
	w, r = open(t, func(c *Config) { c.Bundled = modeltest.Minimal() })
	w.help(page.HowWeCount)
	if n := strings.Count(r.Text(), "This dataset has no example of it."); n < 10 {
		t.Errorf("of a dataset with next to nothing only %d rules say that there is no example", n)
	}
}

// Every text of the help has words in every language, whatever the dataset: three sides, nothing, real.
func TestTheHelpIsWrittenInEveryLanguage(t *testing.T) {
	for _, file := range [][]byte{data.Talks, data.Lakes} {
		ds, problems := datafile.Read("x.json", file)
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		for _, lang := range format.Languages() {
			w, r := open(t, func(c *Config) { c.Bundled, c.Forced = ds, lang })
			for _, what := range []page.Help{page.HowWeCount, page.Glossary, page.Citations, page.ReportError, page.AboutDataset} {
				w.help(what)
				if text := r.Text(); strings.Contains(text, "help.") || strings.Contains(text, "<no value>") {
					t.Errorf("%s, %s: a text is missing in\n%s", lang, what, text)
				}
				w.told.Hide()
			}
		}
	}
}

func TestTheHelpIsSearchedAsOneTypes(t *testing.T) {
	w, r := open(t, nil)
	w.help(page.Glossary)
	r.Sees("Prisoner of war", "Third Geneva Convention of 12 August 1949, Article 4", "Weak source")
	r.Type("Search in this text", "repatriation").Sees("Repatriation").SeesNot("Weak source")
	r.Type("Search in this text", "zzz").Sees("Nothing here has these words.")
	key(w.window.Canvas().Focused(), fyne.KeyEscape)
	r.SeesNot("Nothing here has these words.")
}

func TestALetterNamesTheItemItsClaimsAndItsSources(t *testing.T) {
	w, r := open(t, nil)
	item := model.Item{Kind: model.ExchangeItem, ID: "bodies-06-14"}
	w.store.Select(item)
	w.help(page.ReportError)
	r.Sees("Parley sends nothing itself", "Contact: authors@talks.example, https://talks.example").Press("Copy the letter").
		Sees("The letter is on the clipboard.")
	letter := fyne.CurrentApp().Clipboard().Content()
	source := w.dataset.Source(w.dataset.Exchange("bodies-06-14").To[modeltest.South].Claims[0].Sources[0])
	for _, want := range []string{
		"Possible error: Bodies returned, 14 June 2025", "Made-up talks, version 1.2.0 of 31 January 2026",
		item.Address("made-up-talks"), "To Sudland, shown as: 1,212", source.Publisher, source.Title, "What is wrong",
	} {
		if !strings.Contains(letter, want) {
			t.Errorf("the letter lacks %q:\n%s", want, letter)
		}
	}
}

func TestALetterGoesWhereTheDatasetSays(t *testing.T) {
	for want, makers := range map[string][]model.Contributor{
		"Contact: editors@example.org":                     {{Title: "A"}, {Title: "B", Email: "editors@example.org"}},
		"names A and B as its makers and gives no address": {{Title: "A"}, {Title: "B"}},
		"does not say who made it":                         nil,
	} {
		facts := modeltest.TalksFacts()
		facts.Metadata.Contributors = makers
		w, r := open(t, func(c *Config) { c.Bundled = model.New(facts) })
		w.store.Go(state.State{Page: state.Overview})
		w.help(page.ReportError)
		r.Sees(want, "Select what is wrong first")
	}
}

func TestCitationsAreCopiedInTheFormThatIsAskedFor(t *testing.T) {
	w, r := open(t, nil)
	w.store.Select(model.Item{Kind: model.RoundItem, ID: "round-1"})
	w.help(page.Citations)
	r.Sees("The dataset", "What is selected: Round", "The chart", "Made-up talks, version 1.2.0 of 31 January 2026")
	for name, want := range map[string]string{"BibTeX": "@dataset{", "RIS": "TY  - DATA", "CSL-JSON": `"type": "dataset"`, "Copy the short form": "Made-up talks, version"} {
		r.Press(name).Sees("Copied: The dataset")
		if got := fyne.CurrentApp().Clipboard().Content(); !strings.Contains(got, want) {
			t.Errorf("%s copies %q", name, got)
		}
	}
}
