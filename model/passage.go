package model

import (
	"slices"
	"unicode/utf8"
)

// Passage is a part of a text that the reader marked: by its words, by what stands around them, and by its place. The
// words say what was meant when the text is edited; the rest tells them from the same words elsewhere. The zero Passage
// is none.
type Passage struct {
	Language       string // of the text that the words stand in; empty for the dataset's own
	Quote          string // the words
	Prefix, Suffix string // what stood before and after them
	Start, End     int    // where they stood: characters from 0, End behind the last; both 0 where that is not known
}

// contextLength is how many characters around a passage are kept, as other programs for annotations do.
const contextLength = 32

// NewPassage marks the characters from start to end of a text. Where these are no part of it, there is none.
func NewPassage(language, text string, start, end int) Passage {
	runes := []rune(text)
	if start < 0 || start >= end || end > len(runes) {
		return Passage{}
	}
	return Passage{
		Language: language, Quote: string(runes[start:end]),
		Prefix: string(runes[max(0, start-contextLength):start]),
		Suffix: string(runes[end:min(len(runes), end+contextLength)]),
		Start:  start, End: end,
	}
}

// IsZero reports whether there is no passage.
func (p Passage) IsZero() bool { return p == Passage{} }

// Find returns where the passage stands in a text that may have been edited, in characters. Its words must be there
// unchanged. They are looked for at their old place first: they are there when something of what stood around them is
// there too, or nothing is known of that. Otherwise it is that place, of all where the words stand, that has most of what
// stood around them, and of several such the nearest to the old one. Where the words are not in the text, found is false.
func (p Passage) Find(text string) (start, end int, found bool) {
	if p.Quote == "" {
		return 0, 0, false
	}
	s := search{text: []rune(text), quote: []rune(p.Quote), prefix: []rune(p.Prefix), suffix: []rune(p.Suffix)}
	if s.isAt(p.Start) && s.isHome(p.Start) {
		return p.Start, p.Start + len(s.quote), true
	}
	best, most := -1, -1
	for _, at := range s.places() {
		context := s.before(at) + s.after(at)
		if context > most || context == most && distance(at, p.Start) < distance(best, p.Start) {
			best, most = at, context
		}
	}
	if best < 0 {
		return 0, 0, false
	}
	return best, best + len(s.quote), true
}

// FindIn looks for the passage in a text of several languages: in its own first, then, because a text may have been put
// under another language, in the others.
func (p Passage) FindIn(t Text) (language string, start, end int, found bool) {
	languages := t.Languages()
	if i := slices.Index(languages, p.Language); i > 0 {
		languages = slices.Insert(slices.Delete(languages, i, i+1), 0, p.Language)
	}
	for _, l := range languages {
		if start, end, found = p.Find(t[l]); found {
			return l, start, end, true
		}
	}
	return "", 0, 0, false
}

// search looks for the words of a passage.
type search struct{ text, quote, prefix, suffix []rune }

func (s search) isAt(at int) bool {
	return at >= 0 && at <= len(s.text)-len(s.quote) && slices.Equal(s.text[at:at+len(s.quote)], s.quote)
}

// isHome reports whether what stood on one side of the words stands there at this place, or none of it is known.
func (s search) isHome(at int) bool {
	if len(s.prefix)+len(s.suffix) == 0 {
		return true
	}
	return len(s.prefix) > 0 && s.before(at) == len(s.prefix) || len(s.suffix) > 0 && s.after(at) == len(s.suffix)
}

// places lists where the words stand; places may overlap. It takes time in proportion to the length of the text, by the
// method of Knuth, Morris and Pratt: a file made to do so could stop the window otherwise.
func (s search) places() []int {
	back := make([]int, len(s.quote)) // how much of the words ends what was read of them
	for i, n := 1, 0; i < len(s.quote); i++ {
		for n > 0 && s.quote[i] != s.quote[n] {
			n = back[n-1]
		}
		if s.quote[i] == s.quote[n] {
			n++
		}
		back[i] = n
	}
	var places []int
	n := 0
	for i, r := range s.text {
		for n > 0 && (n == len(s.quote) || r != s.quote[n]) {
			n = back[n-1]
		}
		if r == s.quote[n] {
			n++
		}
		if n == len(s.quote) {
			places = append(places, i-n+1)
		}
	}
	return places
}

// before counts the characters in front of a place that are those of the prefix.
func (s search) before(at int) int {
	n := 0
	for n < len(s.prefix) && n < at && s.prefix[len(s.prefix)-1-n] == s.text[at-1-n] {
		n++
	}
	return n
}

// after counts the characters behind the words at a place that are those of the suffix.
func (s search) after(at int) int {
	n, rest := 0, s.text[at+len(s.quote):]
	for n < len(s.suffix) && n < len(rest) && s.suffix[n] == rest[n] {
		n++
	}
	return n
}

func distance(a, b int) int { return max(a-b, b-a) }

// Length is how many characters the words have.
func (p Passage) Length() int { return utf8.RuneCountInString(p.Quote) }
