package fold

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words are what a reader searches for: every word must occur, as a whole or as a part of one, in any order. Words of one or
// two letters, and Roman numerals, must stand where a word begins: within words they are nearly everywhere. No words are found
// everywhere.
type Words []word

// word is the ways in which a word may stand in a folded text, and whether only at the beginning of a word.
type word struct {
	spellings []string
	begins    bool
}

// WordsOf are the words that somebody typed.
func WordsOf(typed string) Words {
	var words Words
	for _, field := range strings.Fields(typed) { // by spaces of any width, also those that are silent in a text
		for _, folded := range strings.Fields(String(field)) {
			words = append(words, word{spellings(folded), isShort(field, folded)})
		}
	}
	return words
}

// short is the number of letters up to which a word is found only where a word begins.
const short = 2

// isShort reports whether a word says too little to be looked for within others. Signs that are no letters may stand
// anywhere, and so may letters of writing that parts no words.
func isShort(typed, folded string) bool {
	first, _ := utf8.DecodeRuneInString(folded)
	if !isOfWord(first) || strings.ContainsFunc(typed, isUnparted) {
		return false
	}
	return utf8.RuneCountInString(folded) <= short || lettersOf(typed) <= short || strings.Trim(folded, "i") == ""
}

// lettersOf counts what is not left out when a word is folded: "щ" is one letter, and folds to four.
func lettersOf(typed string) int {
	n := 0
	for _, r := range typed {
		if pieceOf(r) != "" {
			n++
		}
	}
	return n
}

func isOfWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

func isUnparted(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// spellings lists the ways in which a folded word may be written: what the Cyrillic letter for g and h stands for depends on
// the language. Latin texts have one or the other, "Luhansk" or "Lugansk"; in short words, "gas" and "has", they differ.
func spellings(folded string) []string {
	list := []string{folded}
	add := func(other string) {
		if !slices.Contains(list, other) {
			list = append(list, other)
		}
	}
	if strings.Contains(folded, either) {
		add(strings.ReplaceAll(folded, either, "g"))
		add(strings.ReplaceAll(folded, either, "h"))
		return list
	}
	open := cyrillic.Replace(folded)
	add(open)
	if len(folded) >= long {
		add(strings.ReplaceAll(open, either, "g"))
		add(strings.ReplaceAll(open, either, "h"))
	}
	return list
}

// long is the number of letters from which on a word with g for h is hardly ever another word.
const long = 5

// cyrillic writes g and h as the one letter, but for the h that belongs to the letter before it.
var cyrillic = strings.NewReplacer("kh", "kh", "ch", "ch", "sh", "sh", "zh", "zh", "gh", either, "g", either, "h", either)

// Empty reports whether nothing is searched for.
func (w Words) Empty() bool { return len(w) == 0 }

// In reports whether all words occur in a folded text. Several texts may be one, with a space between them: no word
// reaches from one into the next.
func (w Words) In(folded string) bool {
	return !slices.ContainsFunc(w, func(one word) bool { return !one.in(folded) })
}

func (w word) in(folded string) bool {
	return slices.ContainsFunc(w.spellings, func(spelling string) bool { return next(folded, spelling, 0, w.begins) >= 0 })
}

// next is where a spelling stands next from a place on, and only where a word begins if that is asked; -1 for nowhere.
func next(folded, spelling string, from int, begins bool) int {
	for {
		at := strings.Index(folded[from:], spelling)
		if at < 0 {
			return -1
		}
		at += from
		if !begins || isBeginning(folded, at) {
			return at
		}
		from = at + len(spelling)
	}
}

// isBeginning reports whether no letter and no digit stands before a place.
func isBeginning(folded string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(folded[:at])
	return at == 0 || !isOfWord(before)
}

// Hits lists the pieces of a text, as it is read, in which one of the words stands: in the order of the text, and none
// touches another.
func (w Words) Hits(text string) []Span {
	if w.Empty() {
		return nil
	}
	return w.HitsIn(NewTrace(text))
}

// HitsIn is Hits in a text that was traced already.
func (w Words) HitsIn(t Trace) []Span {
	var hits []Span
	for _, one := range w {
		for _, spelling := range one.spellings {
			for at := next(t.Folded, spelling, 0, one.begins); at >= 0; at = next(t.Folded, spelling, at+len(spelling), one.begins) {
				hits = append(hits, t.Span(at, at+len(spelling)))
			}
		}
	}
	return merged(hits)
}

// merged puts spans in order, and those that overlap or touch together.
func merged(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return a.From - b.From })
	var list []Span
	for _, s := range spans {
		if last := len(list) - 1; last >= 0 && s.From <= list[last].To {
			list[last].To = max(list[last].To, s.To)
			continue
		}
		list = append(list, s)
	}
	return list
}

// Begin reports whether each of the words occurs in a folded text where a word begins.
func (w Words) Begin(folded string) bool {
	return !slices.ContainsFunc(w, func(one word) bool { return !word{one.spellings, true}.in(folded) })
}

// Whole reports whether a folded text has the words one after another as whole words, and whether it has no others.
func (w Words) Whole(folded string) (holds, equals bool) {
	texts := strings.Fields(folded)
	is := func(one word, text string) bool { return slices.Contains(one.spellings, text) }
	for from := 0; from+len(w) <= len(texts) && !holds; from++ {
		holds = slices.EqualFunc(w, texts[from:from+len(w)], is)
	}
	return holds, holds && len(w) == len(texts)
}
