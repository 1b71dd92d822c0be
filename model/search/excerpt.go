package search

import (
	"strings"
	"unicode/utf8"

	"parley/model/fold"
)

// Excerpt cuts a text to about most bytes around the first of the words in it, on one line, and says where in what is left
// the words stand.
func Excerpt(text string, words fold.Words, most int) (string, []fold.Span) {
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > most {
		at := 0
		if hits := words.Hits(text); len(hits) > 0 {
			at = hits[0].From
		}
		text = cut(text, at, most)
	}
	return text, words.Hits(text)
}

// ellipsis stands where something was cut away.
const ellipsis = "…"

// cut keeps most bytes of a text, a quarter of them before a place, and whole words where they are not too long.
func cut(text string, at, most int) string {
	from := max(0, min(at-most/4, len(text)-most))
	if space := strings.IndexByte(text[from:max(from, at)], ' '); from > 0 && space >= 0 {
		from += space + 1
	}
	from = start(text, from)
	to := start(text, min(from+most, len(text)))
	if space := strings.LastIndexByte(text[from:to], ' '); to < len(text) && space > at-from {
		to = from + space
	}
	text, isBegun, isEnded := text[from:to], from > 0, to < len(text)
	if isBegun {
		text = ellipsis + text
	}
	if isEnded {
		text += ellipsis
	}
	return text
}

// start is the beginning of the letter that a place lies in.
func start(text string, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
