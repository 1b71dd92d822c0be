package fold

import (
	"slices"
	"strings"
)

// Words are what a reader searches for: every word must occur, as a whole or as a part of one, in any order. No words are
// found everywhere.
type Words []word

// word is the ways in which a word may stand in a folded text.
type word []string

// WordsOf are the words that somebody typed.
func WordsOf(typed string) Words {
	var words Words
	for _, field := range strings.Fields(typed) { // by spaces of any width, also those that are silent in a text
		for _, folded := range strings.Fields(String(field)) {
			words = append(words, spellings(folded))
		}
	}
	return words
}

// spellings lists the ways in which a folded word may be written: what the Cyrillic letter for g and h stands for depends on
// the language. Latin texts have one or the other, "Luhansk" or "Lugansk"; in short words, "gas" and "has", they differ.
func spellings(folded string) word {
	list := word{folded}
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
	return slices.ContainsFunc(w, func(spelling string) bool { return strings.Contains(folded, spelling) })
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
		for _, spelling := range one {
			for at := 0; ; {
				next := strings.Index(t.Folded[at:], spelling)
				if next < 0 {
					break
				}
				at += next
				hits = append(hits, t.Span(at, at+len(spelling)))
				at += len(spelling)
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
	return !slices.ContainsFunc(w, func(one word) bool {
		return !slices.ContainsFunc(one, func(spelling string) bool {
			return strings.HasPrefix(folded, spelling) || strings.Contains(folded, gap+spelling)
		})
	})
}
