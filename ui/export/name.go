package export

import (
	"strings"
	"unicode"
)

// Name is a sensible name for a file, from what it holds: Name("png", "rounds", "prisoners") is "rounds-prisoners.png".
// Whatever is no letter or digit becomes a hyphen, so the name is good on every system.
func Name(extension string, parts ...string) string {
	var words []string
	for _, p := range parts {
		words = append(words, strings.FieldsFunc(strings.ToLower(p), func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsDigit(r)
		})...)
	}
	return strings.Join(words, "-") + "." + extension
}
