package chart

import (
	"math"
	"strings"
	"sync"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/math/fixed"

	"parley/assets"
)

// style is a size and weight of type, in pixels at scale 1. Line is the distance from line to line.
type style struct {
	weight     weight
	size, line float64
}

type weight int

const (
	regular weight = iota
	semiBold
)

// The type scale of charts, see look.md.
var (
	titleType    = style{semiBold, 20, 26}
	subtitleType = style{regular, 14, 19}
	textType     = style{regular, 14, 20}
	headingType  = style{semiBold, 12, 16}
	noteType     = style{regular, 12, 16}
	labelType    = style{regular, 12, 14}
)

// ascent is how far capitals and figures rise above the baseline; descent how far letters hang below it.
func (s style) ascent() float64  { return s.size * 0.74 }
func (s style) descent() float64 { return s.size * 0.22 }

// font holds a parsed font with the advance widths of the letters that charts mostly use, as they become known. Pictures
// can be drawn on several goroutines.
type font struct {
	face     *truetype.Font
	em       float64
	advances [0x600]atomic.Uint64 // Latin, Greek and Cyrillic: the bits of a float, a part of an em; 0 is not known yet
}

var fonts = sync.OnceValue(func() [2]*font {
	return [2]*font{regular: parse(assets.Regular), semiBold: parse(assets.SemiBold)}
})

// parse panics on a font that cannot be read: it is a file of the program's own.
func parse(data []byte) *font {
	face, err := truetype.Parse(data)
	if err != nil {
		panic("parse a font of the program: " + err.Error())
	}
	return &font{face: face, em: float64(face.FUnitsPerEm())}
}

func (f *font) measured(r rune) float64 {
	em := fixed.Int26_6(f.face.FUnitsPerEm())
	return float64(f.face.HMetric(em, f.face.Index(r)).AdvanceWidth) / f.em
}

func (f *font) advance(r rune) float64 {
	if r < 0 || int(r) >= len(f.advances) {
		return f.measured(r)
	}
	if known := f.advances[r].Load(); known != 0 {
		return math.Float64frombits(known)
	}
	width := f.measured(r)
	f.advances[r].Store(math.Float64bits(width)) // of a letter without width it is measured again
	return width
}

// width is the width of s on one line, in pixels at scale 1.
func (s style) width(text string) float64 {
	f, sum := fonts()[s.weight], 0.0
	for _, r := range text {
		sum += f.advance(r)
	}
	return sum * s.size
}

// widest is the width of the widest of the lines.
func (s style) widest(lines []string) float64 {
	w := 0.0
	for _, l := range lines {
		w = max(w, s.width(l))
	}
	return w
}

// narrowest is the least width, in steps of 4 pixels, in which text takes at most n lines. Words longer than maxWord
// do not count: they may be broken.
func (s style) narrowest(text string, n int) float64 {
	w := min(s.longestWord(text), maxWord)
	for len(s.wrap(text, w)) > n {
		w += 4
	}
	return w
}

// maxWord is the width of words that are not broken where it can be helped.
const maxWord = 130.0

// longestWord is the width of the widest part of the text that is never broken while there is room for it.
func (s style) longestWord(text string) float64 {
	return s.widest(strings.Split(text, " "))
}

// wrap breaks text into lines of at most this width. It breaks at spaces (never at a no-break space), keeps a number
// with the word that it counts or dates, and breaks inside a word only when the word alone is too wide.
func (s style) wrap(text string, width float64) []string {
	var lines []string
	line := ""
	for _, word := range s.unbroken(text, width) {
		joined := word
		if line != "" {
			joined = line + " " + word
		}
		if s.width(joined) <= width {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		var whole []string
		whole, line = s.breakWord(word, width)
		lines = append(lines, whole...)
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// unbroken splits text into what should stay on one line: words, numbers with the word after them ("16 May"), and
// words with the abbreviation after them ("2025 р."), unless the pair is too wide.
func (s style) unbroken(text string, width float64) []string {
	var list []string
	for _, word := range strings.Split(text, " ") {
		last := len(list) - 1
		if last >= 0 && belong(list[last], word) && s.width(list[last]+" "+word) <= width {
			list[last] += " " + word
			continue
		}
		list = append(list, word)
	}
	return list
}

// belong reports whether two words that follow each other should not be parted.
func belong(word, next string) bool {
	isNumber := word != "" && strings.Trim(word, "0123456789-–") == "" && strings.Trim(word, "-–") != ""
	first, _ := utf8.DecodeRuneInString(next)
	isShort := utf8.RuneCountInString(next) <= 2 && strings.HasSuffix(next, ".")
	return isNumber && unicode.IsLetter(first) || isShort
}

// breakWord cuts a word that is wider than a line; rest is what the next line starts with.
func (s style) breakWord(word string, width float64) (lines []string, rest string) {
	f, x, start := fonts()[s.weight], 0.0, 0
	for i, r := range word {
		w := f.advance(r) * s.size
		if x+w > width && i > start {
			lines = append(lines, word[start:i])
			x, start = 0, i
		}
		x += w
	}
	return lines, word[start:]
}

// clamp wraps text into at most n lines. What does not fit is left out and marked by an ellipsis: for texts that no
// dataset should have, such as a name of a thousand letters.
func (s style) clamp(text string, width float64, n int) []string {
	lines := s.wrap(text, width)
	if len(lines) <= n {
		return lines
	}
	lines = lines[:n]
	last := []rune(lines[n-1])
	for len(last) > 0 && s.width(string(last)+"…") > width {
		last = last[:len(last)-1]
	}
	lines[n-1] = strings.TrimRight(string(last), " ") + "…"
	return lines
}

// maxRunes is how much of one text of a dataset is drawn, maxLong how much of a text that puts several of them
// together. The drawing of text takes time by its length, without an end.
const (
	maxRunes = 300
	maxLong  = 4000
)

// clean makes a text of a dataset fit for a picture: cut, without line breaks and control characters, and without
// marks of direction, which could make a number read backwards.
func clean(text string) string { return cleanUpTo(text, maxRunes) }

// cleanLong is clean for texts that were put together.
func cleanLong(text string) string { return cleanUpTo(text, maxLong) }

func cleanUpTo(text string, most int) string {
	if isClean(text, most) {
		return text
	}
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n == most {
			b.WriteRune('…')
			break
		}
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			r = ' '
		case isUnfit(r):
			continue
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

func isClean(text string, most int) bool {
	if len(text) > most {
		return false
	}
	for _, r := range text {
		if isUnfit(r) {
			return false
		}
	}
	return true
}

// isUnfit reports whether a letter is left out: control characters, marks of direction, and broken bytes.
func isUnfit(r rune) bool {
	if r >= ' ' && r < 0x7f || r >= 0xa0 && r < 0x600 && r != 0xad {
		return false // nearly all letters: asking unicode about them takes time
	}
	return r == unicode.ReplacementChar || unicode.Is(unicode.C, r)
}
