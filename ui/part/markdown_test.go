package part

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// segmentsOf lists all segments of a text, also those inside of others.
func segmentsOf(o fyne.CanvasObject) []widget.RichTextSegment {
	var list []widget.RichTextSegment
	var walk func([]widget.RichTextSegment)
	walk = func(segments []widget.RichTextSegment) {
		for _, s := range segments {
			list = append(list, s)
			switch s := s.(type) {
			case *widget.ParagraphSegment:
				walk(s.Texts)
			case *widget.ListSegment:
				walk(s.Items)
			}
		}
	}
	for _, o := range test.LaidOutObjects(o) {
		if rich, ok := o.(*widget.RichText); ok {
			walk(rich.Segments)
		}
	}
	return list
}

func TestMarkedTextLeadsToItemsAndTheWebOnly(t *testing.T) {
	test.NewTempApp(t)
	var jumped []string
	text := "See [the round](parley:talks/round/r1) and [the page](https://example.org), not [this](file:///etc/passwd) or " +
		"[that](javascript:alert(1)).\n\n- ![picture](https://example.org/spy.png)\n- [one](parley:talks/topic/t)"
	links := map[string]*widget.HyperlinkSegment{}
	var all strings.Builder
	for _, s := range segmentsOf(Markdown(text, func(address string) { jumped = append(jumped, address) })) {
		switch s := s.(type) {
		case *widget.HyperlinkSegment:
			links[s.Text] = s
		case *widget.ImageSegment:
			t.Errorf("a picture is shown from %s", s.Source)
		}
		all.WriteString(s.Textual())
	}
	if len(links) != 4 || links["picture"] == nil || links["picture"].OnTapped != nil || links["the page"] == nil || links["the page"].OnTapped != nil {
		t.Fatalf("links are %v", links)
	}
	links["the round"].OnTapped()
	links["one"].OnTapped()
	if strings.Join(jumped, " ") != "parley:talks/round/r1 parley:talks/topic/t" {
		t.Errorf("leads to %v", jumped)
	}
	for _, words := range []string{"this", "that"} {
		if !strings.Contains(all.String(), words) {
			t.Errorf("%q is gone from %q", words, all.String())
		}
	}
}

func TestMarkedTextShowsAllThatWasTyped(t *testing.T) {
	test.NewTempApp(t)
	for text, wants := range map[string][]string{
		"see <b>bold</b> end":                      {"<b>", "bold", "</b>", "end"},
		"<div>a block\nof lines\n\nafter *all*":    {"<div>a block", "of lines", "after", "all"},
		"<!-- all\n\ngone\n\n[1]: https://a.org":   {"<!-- all", "gone", "[1]:", "https://a.org"},
		"<!-- a\n\nb --> c":                        {"<!-- a", "b -->", "c"},
		"[1]: https://example.org/source":          {"[1]:", "https://example.org/source"},
		"[a][1]\n\n[1]: https://e.org/s \"By_x_\"": {"a", "[1]:", "https://e.org/s", "By_x_"},
		"x ![alt words](http://e.org/x.png) y":     {"alt words", "x ", " y"},
		"![](http://e.org/x.png)":                  {"![](http://e.org/x.png)"},
		"by <Smith 2025>, a<b":                     {"<Smith 2025>", "a<b"},
	} {
		var all strings.Builder
		for _, s := range segmentsOf(Markdown(text, func(string) {})) {
			if _, isWhole := s.(*widget.ParagraphSegment); !isWhole {
				all.WriteString(s.Textual())
			}
		}
		for _, want := range wants {
			if !strings.Contains(all.String(), want) {
				t.Errorf("%q is not in %q, which is shown of %q", want, all.String(), text)
			}
		}
	}
}
