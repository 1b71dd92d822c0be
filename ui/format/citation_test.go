package format_test

import (
	"encoding/json"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/format"
)

// cited is what a dataset of two makers says of itself, with letters that mean something to TeX.
var cited = model.Metadata{
	Name: "talks", Title: model.Text{"en": "Talks & counts", "uk": "Переговори"}, Version: "1.2",
	Created:      model.MustDate("2026-11-02"),
	Contributors: []model.Contributor{{Title: "A Desk"}, {Title: "B Group"}},
	Licenses:     []model.License{{Name: "CC-BY-4.0"}},
}

func TestADatasetIsCitedWithItsVersionAndItsDate(t *testing.T) {
	c := format.In("en").CiteDataset(cited)
	for got, want := range map[string]string{
		c.Short(): "Talks & counts, version 1.2 of 2 November 2026",
		c.Full():  "A Desk and B Group: Talks & counts. Dataset, version 1.2, 2 November 2026. CC-BY-4.0.",
	} {
		if got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
	if got, want := format.In("uk").CiteDataset(cited).Short(), "Переговори, версія 1.2 від 2 листопада 2026 р."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAnItemIsCitedByItsAddress(t *testing.T) {
	ds := modeltest.Talks()
	item := model.Item{Kind: model.RoundItem, ID: "round-1"}
	l := format.In("en")
	c, m := l.CiteItem(ds, item), ds.Metadata()
	if !strings.HasPrefix(c.Short(), l.ItemName(ds, item)+" (") || !strings.Contains(c.Short(), m.Version) {
		t.Errorf("in short: %q", c.Short())
	}
	for _, text := range []string{c.Full(), c.BibTeX(), c.RIS(), c.CSL()} {
		if !strings.Contains(text, item.Address(m.Name)) || !strings.Contains(text, m.Version) {
			t.Errorf("without address or version: %s", text)
		}
	}
}

func TestReferenceManagersReadTheirOwnForms(t *testing.T) {
	c := format.In("en").CiteChart(cited, "Bodies returned, by round.")
	bib := c.BibTeX()
	for _, want := range []string{
		"@dataset{talks-1.2,\n", "author = {{A Desk} and {B Group}},", `title = {Bodies returned, by round. In: Talks \& counts},`,
		"version = {1.2},", "date = {2026-11-02},", "rights = {CC-BY-4.0},", "\n}\n",
	} {
		if !strings.Contains(bib, want) {
			t.Errorf("BibTeX lacks %q:\n%s", want, bib)
		}
	}
	if strings.Contains(bib, "note") {
		t.Errorf("a chart has no address:\n%s", bib)
	}
	ris := c.RIS()
	for _, want := range []string{"TY  - DATA\r\n", "AU  - A Desk,\r\nAU  - B Group,\r\n", "ET  - 1.2\r\n", "PY  - 2026\r\n", "DA  - 2026/11/02/\r\n"} {
		if !strings.Contains(ris, want) {
			t.Errorf("RIS lacks %q:\n%s", want, ris)
		}
	}
	if !strings.HasSuffix(ris, "ER  - \r\n") {
		t.Errorf("RIS does not end: %q", ris)
	}
	var items []map[string]any
	if err := json.Unmarshal([]byte(c.CSL()), &items); err != nil || len(items) != 1 {
		t.Fatalf("CSL: %v\n%s", err, c.CSL())
	}
	if items[0]["type"] != "dataset" || items[0]["version"] != "1.2" || items[0]["title"] != "Bodies returned, by round. In: Talks & counts" {
		t.Errorf("CSL says %v", items[0])
	}
}

func TestWhatADatasetDoesNotSayIsLeftOut(t *testing.T) {
	c := format.In("en").CiteDataset(model.Metadata{Name: "x", Title: model.Plain("Bare"), MadeUp: true})
	if got, want := c.Full(), "Bare. Dataset. Made up: no real talks."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if c.Short() != "Bare" {
		t.Errorf("in short %q", c.Short())
	}
	for _, text := range []string{c.BibTeX(), c.RIS(), c.CSL()} {
		for _, lacking := range []string{"version", "date", "author", "PY", "AU", "ET"} {
			if strings.Contains(text, lacking) {
				t.Errorf("%q stands in %s", lacking, text)
			}
		}
	}
}

func TestADateOfTheMonthKeepsToTheMonth(t *testing.T) {
	m := cited
	m.Created = model.MustDate("2026-11")
	c := format.In("en").CiteDataset(m)
	if !strings.Contains(c.RIS(), "DA  - 2026/11//\r\n") || !strings.Contains(c.BibTeX(), "date = {2026-11}") {
		t.Errorf("RIS %s\nBibTeX %s", c.RIS(), c.BibTeX())
	}
}
