package sheet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes words comparable: lower case, one kind of apostrophe, one space for whatever is no letter or digit.
func fold(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKC.String(strings.ToLower(s)) {
		switch {
		case r == '\u0307': // what lower case leaves of the Turkish İ
			continue
		case r == 'ё':
			r = 'е'
		case strings.ContainsRune("'’ʼ`", r):
			r = '\''
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r):
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// spaced makes ordinary spaces of all that look like one, and one of many.
func spaced(s string) string { return strings.Join(strings.FieldsFunc(s, unicode.IsSpace), " ") }

// slug makes an ID of words: small Latin letters, digits and hyphens. Cyrillic is transliterated, accents are dropped;
// what is written otherwise gives nothing.
func slug(s string) string {
	s = strings.ToLower(s)
	letters := russian
	if strings.ContainsAny(s, "іїєґ") {
		letters = ukrainian
	}
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(norm.NFC.String(s)) {
		latin := string(r)
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		case letters[r] != "" || common[r] != "":
			latin = letters[r] + common[r]
		case unicode.Is(unicode.Mn, r) || silent(r):
			continue
		default:
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteString(latin)
	}
	return b.String()
}

func silent(r rune) bool { return strings.ContainsRune("ьъ'’ʼ`", r) }

// Letters as Ukraine's and Russia's passports have them, more or less; an ID need not be pretty, only stable. An accented
// letter comes as the letter and its accent, so й and ї are и and і here.
var (
	common = map[rune]string{
		'а': "a", 'б': "b", 'в': "v", 'д': "d", 'е': "e", 'є': "ie", 'ж': "zh", 'з': "z", 'і': "i", 'к': "k", 'л': "l",
		'м': "m", 'н': "n", 'о': "o", 'п': "p", 'р': "r", 'с': "s", 'т': "t", 'у': "u", 'ф': "f", 'х': "kh", 'ц': "ts",
		'ч': "ch", 'ш': "sh", 'щ': "shch", 'ю': "iu", 'я': "ia", 'ы': "y", 'э': "e", 'ґ': "g",
		'ı': "i", 'ß': "ss", 'æ': "ae", 'ø': "o", 'đ': "d", 'ł': "l", 'œ': "oe",
	}
	ukrainian = map[rune]string{'г': "h", 'и': "y"}
	russian   = map[rune]string{'г': "g", 'и': "i"}
)
