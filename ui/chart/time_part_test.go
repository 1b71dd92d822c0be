package chart

import (
	"strings"
	"testing"

	"parley/model"
)

// What a chart says of itself is about what it draws.
func TestAPartOfTimeIsDescribedAsAPart(t *testing.T) {
	ds := realTalks(t)
	part := Options{Kind: "prisoners", ViewFrom: model.MustDate("2025-05-20"), ViewTo: model.MustDate("2025-05-31")}
	e := ExchangesChart(ds, part)
	checkLines(t, []string{e.Panels[0].Title, e.Panels[1].Title},
		[]string{"To Russia: 3 of 85 exchanges drawn", "To Ukraine: 3 of 85 exchanges drawn"})
	for _, c := range []Chart{e, TimeChart(ds, part)} {
		head := c.Head()
		if !strings.Contains(head.Subtitle, "20–31 May 2025") {
			t.Errorf("%q does not name the part", head.Subtitle)
		}
		if strings.Contains(head.Subtitle, "27 to Russia") || strings.Contains(head.Subtitle, "26 to Russia") {
			t.Errorf("%q counts what is not drawn", head.Subtitle)
		}
	}
	if alt := TimeChart(ds, part).AltText(); strings.Contains(alt, "– June 2026") || strings.Contains(alt, "14 rounds") {
		t.Errorf("the words for those who cannot see tell of what is not drawn: %q", alt)
	}
}

func TestAnEmptyPartOfTimeSaysSo(t *testing.T) {
	ds := realTalks(t)
	part := Options{Kind: "prisoners", ViewFrom: model.MustDate("2023-02-20"), ViewTo: model.MustDate("2023-03-01")}
	for _, c := range []Chart{ExchangesChart(ds, part), TimeChart(ds, part)} {
		if !strings.HasSuffix(c.Head().Subtitle, "No exchange is recorded in this part.") {
			t.Errorf("the subtitle is %q", c.Head().Subtitle)
		}
	}
	s, err := ExchangesChart(ds, part).scene(Size{Width: 900, Height: 600}, 0)
	if err != nil {
		t.Fatal(err)
	}
	said := 0
	for _, text := range s.texts {
		if text.text == "No exchange in this part" {
			said++
		}
	}
	if said != 2 || s.time == nil {
		t.Errorf("%d panels say that they are empty, want 2; the axis is there: %v", said, s.time != nil)
	}
}

func TestWhatIsSwitchedOffIsNotSpokenOf(t *testing.T) {
	ds := realTalks(t)
	russia := "side:russia"
	for _, entry := range ExchangesChart(ds, Options{Kind: "prisoners"}).Legend {
		if entry.Text == "Russia" {
			russia = entry.Key
		}
	}
	off := Options{Kind: "prisoners", Without: []string{russia, unknownSeries}}
	e, c := ExchangesChart(ds, off), TimeChart(ds, off)
	if want := "Exchanges without a published count (not drawn): 10 to Ukraine."; !strings.HasSuffix(e.Subtitle, want) {
		t.Errorf("the subtitle is %q, want it to end with %q", e.Subtitle, want)
	}
	if want := "Exchanges without an exact count (not drawn) add nothing: 11 to Ukraine."; !strings.HasSuffix(c.Subtitle, want) {
		t.Errorf("the subtitle is %q, want it to end with %q", c.Subtitle, want)
	}
	checkLines(t, []string{e.Panels[0].Title}, []string{"To Ukraine: 75 of 85 exchanges drawn"})
	for _, note := range append(e.Notes, c.Notes...) {
		if strings.Contains(note.Text, "to Russia") {
			t.Errorf("a note tells of what is switched off: %q", note.Text)
		}
	}
}
