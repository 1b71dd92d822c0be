package model

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func at(t *testing.T, text, words string) Passage {
	t.Helper()
	before, _, ok := strings.Cut(text, words)
	if !ok {
		t.Fatalf("%q is not in %q", words, text)
	}
	start := utf8.RuneCountInString(before)
	return NewPassage("", text, start, start+utf8.RuneCountInString(words))
}

func TestAPassageIsMarkedInCharacters(t *testing.T) {
	got := NewPassage("uk", "Обмін «тисяча на тисячу» триває", 7, 23)
	want := Passage{Language: "uk", Quote: "тисяча на тисячу", Prefix: "Обмін «", Suffix: "» триває", Start: 7, End: 23}
	if got != want {
		t.Errorf("marked %+v, want %+v", got, want)
	}
	for _, place := range [][2]int{{-1, 2}, {2, 2}, {3, 2}, {0, 99}, {99, 100}} {
		if got := NewPassage("", "text", place[0], place[1]); !got.IsZero() {
			t.Errorf("%v of a text of 4 characters is %+v", place, got)
		}
	}
}

func TestAPassageIsFoundAgainInAnEditedText(t *testing.T) {
	const text = "Each side returns 1,200 people. Each side returns 6,000 bodies. Each side returns all who are ill."
	second := func() Passage { // "Each side returns" before the bodies
		start := strings.Index(text, "Each side returns 6,000")
		return NewPassage("", text, start, start+len("Each side returns"))
	}()
	for name, c := range map[string]struct {
		p    Passage
		now  string
		rest string // what the text goes on with at the place that is found; empty: it is not found
	}{
		"unchanged":              {second, text, "Each side returns 6,000"},
		"put before it":          {second, "In June: " + text, "Each side returns 6,000"},
		"taken away before it":   {second, strings.Replace(text, "Each side returns 1,200 people. ", "", 1), "Each side returns 6,000"},
		"edited behind it":       {second, strings.Replace(text, "6,000", "about 6,000", 1), "Each side returns about 6,000"},
		"as good elsewhere":      {second, "Each side returns 1,200 people. Each side returns all who are ill. Each side returns 6,000 bodies.", "Each side returns all"},
		"another at its place":   {Passage{Quote: "aa", Prefix: "x", Suffix: "y", Start: 0, End: 2}, "aa xaay", "aay"},
		"the words are gone":     {second, strings.ReplaceAll(text, "returns", "hands over"), ""},
		"no text":                {second, "", ""},
		"no words":               {Passage{}, text, ""},
		"nothing known around":   {Passage{Quote: "Each side", Start: 32, End: 41}, text, "Each side returns 6,000"},
		"place not known":        {Passage{Quote: "side returns", Suffix: " all"}, text, "side returns all"},
		"place beyond the text":  {Passage{Quote: "bodies", Start: 1 << 60, End: 1<<60 + 6}, text, "bodies."},
		"place before the text":  {Passage{Quote: "bodies", Start: -1 << 60}, text, "bodies."},
		"only another such word": {at(t, "one two", "two"), "two", "two"},
	} {
		t.Run(name, func(t *testing.T) {
			start, end, found := c.p.Find(c.now)
			if found != (c.rest != "") {
				t.Fatalf("found: %v, at %d to %d", found, start, end)
			}
			if !found {
				return
			}
			runes := []rune(c.now)
			if got := string(runes[start:end]); got != c.p.Quote || !strings.HasPrefix(string(runes[start:]), c.rest) {
				t.Errorf("found %q, before %q, want it before %q", got, string(runes[end:]), c.rest)
			}
		})
	}
}

func TestAPassageIsLookedForInItsLanguageFirst(t *testing.T) {
	text := Text{"": "all for all", "en": "all for all", "uk": "всіх на всіх"}
	for _, c := range []struct {
		p    Passage
		want string
	}{
		{Passage{Language: "en", Quote: "all"}, "en"},
		{Passage{Quote: "all"}, ""},
		{Passage{Language: "uk", Quote: "all"}, ""},
		{Passage{Language: "ru", Quote: "всіх"}, "uk"},
	} {
		if got, _, _, found := c.p.FindIn(text); !found || got != c.want {
			t.Errorf("%+v is found in %q (%v), want %q", c.p, got, found, c.want)
		}
	}
	if _, _, _, found := (Passage{Quote: "none"}).FindIn(text); found {
		t.Error("found what is not there")
	}
}

// FuzzPassage holds a passage to what every edit of a text must leave true.
func FuzzPassage(f *testing.F) {
	f.Add("Each side returns 1,200 people.", "In June: ", " Or more.", 5, 17)
	f.Add("aaaaaaa", "a", "aa", 2, 4)
	f.Add("« тисяча »", "", "", 2, 8)
	f.Fuzz(func(t *testing.T, text, before, after string, start, end int) {
		text, before, after = strings.ToValidUTF8(text, "?"), strings.ToValidUTF8(before, "?"), strings.ToValidUTF8(after, "?")
		p := NewPassage("", text, start, end)
		if p.IsZero() {
			return
		}
		if s, e, found := p.Find(text); !found || s != start || e != end {
			t.Fatalf("%+v is found at %d to %d (%v) of the text that it was marked in", p, s, e, found)
		}
		edited := before + text + after
		s, e, found := p.Find(edited)
		if !found || string([]rune(edited)[s:e]) != p.Quote {
			t.Fatalf("%+v is found at %d to %d (%v) of %q", p, s, e, found, edited)
		}
		if strings.Index(edited, p.Quote) == strings.LastIndex(edited, p.Quote) && s != start+utf8.RuneCountInString(before) {
			t.Fatalf("%+v is found at %d of %q", p, s, edited)
		}
		if _, _, found := p.Find(after); found != strings.Contains(after, p.Quote) {
			t.Fatalf("%+v is found in %q: %v", p, after, found)
		}
	})
}

func TestFindingAPassageTakesNoTimeThatGrowsWithTheSquare(t *testing.T) {
	text := strings.Repeat("a", 1<<20)
	p := Passage{Quote: strings.Repeat("a", 1<<19) + "b", Start: 1}
	if _, _, found := p.Find(text); found { // half an hour with a search that begins anew at every letter
		t.Fatal("found what is not there")
	}
}
