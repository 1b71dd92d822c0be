package chart

import (
	"slices"
	"strings"
	"testing"
)

func TestTextIsBrokenWhereReadersExpectIt(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  []string
	}{
		{"Istanbul I, 16 May 2025", 66, []string{"Istanbul I,", "16 May", "2025"}},
		{"8 травня 2026 р.", 66, []string{"8 травня", "2026 р."}},
		{"1\u00a0000 людей", 60, []string{"1\u00a0000", "людей"}},
		{"", 60, nil},
		{"short", 600, []string{"short"}},
	} {
		if got := labelType.wrap(c.text, c.width); !slices.Equal(got, c.want) {
			t.Errorf("%q in %v pixels: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestNoLineIsWiderThanItsRoom(t *testing.T) {
	text := "Donaudampfschifffahrtsgesellschaft 12 травня у місті, яке не названо, і ще 1\u00a0000 слів"
	for width := 20.0; width < 400; width += 7 {
		for _, line := range noteType.wrap(text, width) {
			if noteType.width(line) > width {
				t.Errorf("%q is wider than %v", line, width)
			}
		}
		joined := strings.Join(noteType.wrap(text, width), "")
		if strings.ReplaceAll(joined, " ", "") != strings.ReplaceAll(text, " ", "") {
			t.Errorf("at %v the text lost letters: %q", width, joined)
		}
	}
}

func TestClampMarksWhatItLeavesOut(t *testing.T) {
	lines := labelType.clamp(strings.Repeat("word ", 50), 100, 2)
	if len(lines) != 2 || !strings.HasSuffix(lines[1], "…") || labelType.widest(lines) > 100 {
		t.Errorf("got %q", lines)
	}
}

func TestTextsOfADatasetAreMadeFitForAPicture(t *testing.T) {
	for text, want := range map[string]string{
		"plain – «мова» №1":    "plain – «мова» №1",
		"two\nlines\tand\r.":   "two lines and .",
		"a\u202eb\u200fc\x1bd": "abcd",
		"bad \xff byte":        "bad  byte",
	} {
		if got := clean(text); got != want {
			t.Errorf("clean(%q) = %q, want %q", text, got, want)
		}
	}
	if got := []rune(clean(strings.Repeat("Ї", 1000))); len(got) != maxRunes+1 || got[maxRunes] != '…' {
		t.Errorf("a text of 1000 letters has %d after it was cleaned", len(got))
	}
}

func TestFontsHaveTheLettersOfTheLanguages(t *testing.T) {
	for _, f := range fonts() {
		for _, r := range "abcÄÖüçğıİöşАБВҐЄІЇґєіїЁёъы0123456789.,:;–—’«»“”№~+()…\u00a0" {
			if f.face.Index(r) == 0 {
				t.Errorf("a font lacks %q", r)
			}
		}
	}
}
