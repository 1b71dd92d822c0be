// Package fold makes texts alike that a reader means to be the same when searching: it forgives case, diacritics,
// apostrophes, hyphens and the separators of numbers, and writes Cyrillic in Latin letters in such a way that the common
// English spellings of Ukrainian and Russian names agree ("Zelensky", "Zelenskyy", "Зеленський", "Зеленский").
//
// Texts are folded letter by letter, never by what stands around a letter (but for Roman numerals), so a text is found by
// every beginning of its words and every longer piece of it: while somebody types a word, it does not vanish from what was
// found.
//
// The folded form is for comparing only, never to be shown: [Trace] leads from it back into the text.
package fold

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// String returns s folded. Folding what is folded changes nothing.
func String(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	var last byte
	numeral := 0 // where the Roman numeral that stands here ends
	for at, r := range s {
		if last == 0 || last == ' ' {
			numeral = max(numeral, at+numeralIn(s[at:]))
		}
		piece := pieceOf(r)
		for i := range len(piece) {
			if c := piece[i]; c != last || !runsTogether(c) || at < numeral && c == 'i' {
				b.WriteByte(c)
				last = c
			}
		}
	}
	return b.String()
}

// runsTogether reports whether several of a letter in a row are one: "Zelenskyy" is written with one, two and three of what
// becomes an i.
func runsTogether(c byte) bool { return c == 'i' || c == ' ' }

// numerals are the letters that Roman numerals up to three are written with, on any keyboard.
const numerals = "IiІіıⅠⅡⅢⅰⅱⅲ"

// numeralIn is the number of bytes of the Roman numeral that a text begins with: of a word of nothing but ones, which stay
// apart, so that "Istanbul II" is not "Istanbul III". It is 0 where there is none.
func numeralIn(s string) int {
	end := len(s) - len(strings.TrimLeft(s, numerals))
	if end == 0 {
		return 0
	}
	for _, r := range s[end:] { // signs that are left out do not end a word
		if unicode.In(r, unicode.Mn, unicode.Me) {
			return 0
		}
		if piece := pieceOf(r); piece != "" {
			if piece == gap {
				return end
			}
			return 0
		}
	}
	return end
}

// Letters of the folded form, and what is written for others.
const (
	// either stands for the Cyrillic letter that is a g in Russian names and an h in Ukrainian ones: [Words] find it by both.
	either = "г"
	gap    = " "
)

// special are letters that have no decomposition, or another one than a searching reader expects.
var special = map[rune]string{
	'j': "i", 'y': "i", 'x': "ks", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th",
	'ħ': "h", 'ŧ': "t", 'ŋ': "n", 'ς': "σ",

	'а': "a", 'б': "b", 'в': "v", 'г': either, 'ґ': either, 'д': "d", 'ђ': "d", 'е': "e", 'є': "ie", 'ж': "zh", 'з': "z", 'ѕ': "dz",
	'и': "i", 'і': "i", 'ј': "i", 'к': "k", 'л': "l", 'љ': "li", 'м': "m", 'н': "n", 'њ': "ni", 'о': "o", 'п': "p", 'р': "r", 'с': "s",
	'т': "t", 'ћ': "c", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts", 'ч': "ch", 'џ': "dzh", 'ш': "sh", 'щ': "shch", 'ъ': "", 'ы': "i",
	'ь': "", 'э': "e", 'ю': "iu", 'я': "ia",
}

// silent are signs that people leave out, and that part no words: "Mar'inka", "cease-fire", "1,000", "U.S.". (Where they do
// part words there is a space beside them.)
const silent = "'’‘ʼʹ′`´-‐‑.,\u00a0\u202f\u2009"

// kept are punctuation marks that people search for.
const kept = "%&@#"

// latin are the pieces of the letters that nearly all texts are written in; others have a piece when it was asked for once.
var (
	latin  [utf8.RuneSelf]string
	others sync.Map // of rune to string
)

func init() {
	for r := range rune(utf8.RuneSelf) {
		latin[r] = newPiece(r)
	}
}

// pieceOf is what is written for a letter.
func pieceOf(r rune) string {
	if r < utf8.RuneSelf {
		return latin[r]
	}
	if piece, known := others.Load(r); known {
		return piece.(string)
	}
	piece := newPiece(r)
	others.Store(r, piece)
	return piece
}

// newPiece takes a letter apart until nothing is left to be taken apart: some compatibility forms are capitals.
func newPiece(r rune) string {
	piece := apart(r)
	for {
		var b strings.Builder
		for _, p := range piece {
			b.WriteString(apart(p))
		}
		if b.String() == piece {
			return piece
		}
		piece = b.String()
	}
}

// apart writes a letter small, without its marks, and in Latin letters where it is Cyrillic.
func apart(r rune) string {
	r = unicode.ToLower(r)
	if piece, ok := special[r]; ok {
		return piece
	}
	switch {
	case strings.ContainsRune(silent, r), unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return ""
	case strings.ContainsRune(kept, r):
		return string(r)
	case unicode.IsSpace(r), unicode.IsPunct(r), unicode.IsControl(r):
		return gap
	}
	if whole := string(r); norm.NFKD.IsNormalString(whole) {
		return whole
	}
	return norm.NFKD.String(string(r))
}
