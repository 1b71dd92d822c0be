package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a piece of a text, in bytes from its beginning: text[From:To].
type Span struct{ From, To int }

// Trace is a text folded that knows where in the text each byte of the folded form comes from.
type Trace struct {
	Folded string
	places []Span // of each byte of Folded
}

// NewTrace folds a text and keeps the way back. It takes some nine times the room of the folded text: keep [String] of what
// is searched, and trace what is shown.
func NewTrace(text string) Trace {
	var b strings.Builder
	t := Trace{places: make([]Span, 0, len(text))}
	var last byte
	numeral := 0
	for at, r := range text {
		if last == 0 || last == ' ' {
			numeral = max(numeral, at+numeralIn(text[at:]))
		}
		here := Span{at, at + widthAt(text[at:])}
		piece := pieceOf(r)
		if piece == "" && clings(r) && len(t.places) > 0 {
			t.stretch(here.To)
		}
		for i := range len(piece) {
			c := piece[i]
			if c == last && runsTogether(c) && (at >= numeral || c != 'i') {
				t.stretch(here.To)
				continue
			}
			b.WriteByte(c)
			t.places = append(t.places, here)
			last = c
		}
	}
	t.Folded = b.String()
	return t
}

// widthAt is the number of bytes of the first letter of s, also where it is none.
func widthAt(s string) int {
	_, width := utf8.DecodeRuneInString(s)
	return width
}

// stretch lets the last piece go on to a place of the text. All bytes that the same letter made go with it.
func (t Trace) stretch(to int) {
	last := len(t.places) - 1
	from := t.places[last].From
	for i := last; i >= 0 && t.places[i].From == from; i-- {
		t.places[i].To = to
	}
}

// clings reports whether a sign that is left out is read as a part of the letter before it.
func clings(r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me) || strings.ContainsRune("ьъЬЪ", r)
}

// Span returns the piece of the text that the bytes from..to of the folded form come from. Letters that were taken apart
// are taken whole.
func (t Trace) Span(from, to int) Span {
	if from >= to {
		return Span{}
	}
	return Span{t.places[from].From, t.places[to-1].To}
}
