package sheet

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"parley/model"
)

// quantity is what a cell says of a number. A nil value is unknown, which is not zero.
type quantity struct {
	value     *int
	qualifier model.Qualifier
}

// said are the words, folded, by which a number is qualified, in English, Ukrainian, Russian and Turkish.
var said = map[model.Qualifier][]string{
	model.Exact: {"exact", "exactly", "точно", "рівно", "ровно", "kesin", "tam"},
	model.About: {
		"about", "approximately", "approx", "around", "circa", "ca", "c", "some", "nearly", "almost", "roughly", "близько",
		"приблизно", "біля", "майже", "орієнтовно", "около", "примерно", "почти", "приблизительно", "yaklaşık", "civarında",
	},
	model.AtLeast: {
		"at least", "minimum", "min", "no fewer than", "not fewer than", "no less than", "not less than", "more than", "over",
		"щонайменше", "не менше", "не менше ніж", "принаймні", "понад", "більше", "більше ніж", "мінімум", "не менее",
		"не менее чем", "по меньшей мере", "как минимум", "минимум", "более", "более чем", "больше", "свыше", "en az",
		"asgari",
	},
	model.AtMost: {
		"at most", "maximum", "max", "up to", "no more than", "not more than", "fewer than", "less than", "щонайбільше",
		"не більше", "не більше ніж", "до", "менше", "менше ніж", "максимум", "не более", "не более чем", "менее", "менее чем",
		"меньше", "en fazla", "en çok", "azami",
	},
	model.AllForAll: {
		"all for all", "всіх на всіх", "усіх на всіх", "усіх на усіх", "всех на всех", "hepsine karşı hepsi", "herkese karşılık herkes",
	},
	model.NotQuantified: {
		"not quantified", "unknown", "not known", "not published", "no number", "no count", "n a", "na", "nan", "none", "null",
		"невідомо", "не вказано", "немає даних", "нема даних", "не оприлюднено", "н д", "неизвестно", "не указано",
		"нет данных", "не опубликовано", "bilinmiyor", "belirsiz", "açıklanmadı", "yok",
	},
	model.PossibleAddition: {"possible addition"},
}

// signs are the signs that qualify a number before it.
var signs = []struct {
	sign string
	is   model.Qualifier
}{
	{">=", model.AtLeast},
	{"<=", model.AtMost},
	{"≥", model.AtLeast},
	{"≤", model.AtMost},
	{">", model.AtLeast},
	{"<", model.AtMost},
	{"~", model.About},
	{"≈", model.About},
	{"±", model.About},
	{"=", model.Exact},
}

// endings are the words, folded, that make a number behind them a minimum.
var endings = []string{
	"or more", "and more", "plus", "або більше", "і більше", "или больше", "или более", "и более", "ve üzeri", "ve üstü",
}

// qualifierOf is what words say of a number, or "" where they say nothing known.
func qualifierOf(words string) model.Qualifier {
	words = fold(words)
	for _, q := range model.Qualifiers() {
		if words == fold(string(q)) || slices.Contains(said[q], words) {
			return q
		}
	}
	return ""
}

// countOf reads a count: "1,000", "1 000", "about 250", "≥ 1000", "1000+". An empty cell is no number, and so are a
// dash and a question mark.
func countOf(cell string) (quantity, Reason) {
	s := spaced(cell)
	if strings.Trim(s, "-–—?. ") == "" {
		return quantity{qualifier: model.NotQuantified}, ""
	}
	if q := qualifierOf(s); q == model.NotQuantified || q == model.AllForAll {
		return quantity{qualifier: q}, ""
	}
	q, rest := qualified(s)
	if isRange(rest) {
		return quantity{}, CountRange
	}
	n, why := wholeNumber(rest)
	if why != "" {
		return quantity{}, why
	}
	return quantity{value: &n, qualifier: q}, ""
}

// qualified takes the words and signs around a number away and says what they mean. Two that differ are left, and then
// are no number.
func qualified(s string) (model.Qualifier, string) {
	if rest, ok := strings.CutSuffix(s, "+"); ok {
		return model.AtLeast, strings.TrimSpace(rest)
	}
	for _, x := range signs {
		if rest, ok := strings.CutPrefix(s, x.sign); ok {
			return x.is, strings.TrimSpace(rest)
		}
	}
	first := strings.IndexFunc(s, unicode.IsDigit)
	if first > 0 && !strings.HasSuffix(s[:first], "-") {
		if q := qualifierOf(s[:first]); q.Counts() && q != "" {
			return q, s[first:]
		}
	}
	last := strings.LastIndexFunc(s, unicode.IsDigit)
	if first == 0 && last >= 0 && slices.Contains(endings, fold(s[last+1:])) {
		return model.AtLeast, s[:last+1]
	}
	return model.Exact, s
}

// isRange reports whether s is two numbers with a dash between them.
func isRange(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-–—…", r) })
	if len(parts) != 2 || strings.HasPrefix(s, "-") {
		return false
	}
	for _, p := range parts {
		if _, why := wholeNumber(strings.TrimSpace(p)); why != "" {
			return false
		}
	}
	return true
}

// grouping are the signs that stand between thousands. They are for whole people, so a comma or a point before exactly
// three digits can mean nothing else.
const grouping = ",. '’٬˙"

// wholeNumber reads a number with or without signs between its thousands. A number that ends in ",0" or ".00", as some
// programs write, is whole; any other fraction is not.
func wholeNumber(s string) (int, Reason) {
	if rest, ok := strings.CutPrefix(strings.Replace(s, "−", "-", 1), "-"); ok {
		if _, why := wholeNumber(rest); why == "" {
			return 0, Negative
		}
		return 0, BadCount
	}
	digits, ok := ungroup(s)
	if !ok {
		i := strings.LastIndexAny(s, ".,")
		if i < 0 || !areDigits(s[i+1:]) {
			return 0, BadCount
		}
		if digits, ok = ungroup(s[:i]); !ok {
			return 0, BadCount
		}
		if fraction := s[i+1:]; len(fraction) > 2 || strings.Trim(fraction, "0") != "" {
			return 0, Decimal
		}
	}
	const longest = len("1000000000")
	n, err := strconv.Atoi(strings.TrimLeft(digits[:len(digits)-1], "0") + digits[len(digits)-1:])
	if err != nil || len(digits) > longest+10 || n > model.MostPeople {
		return 0, TooManyPeople
	}
	return n, ""
}

// ungroup takes the signs between thousands away; there is one sort of them, and three digits stand behind each.
func ungroup(s string) (string, bool) {
	i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if i < 0 {
		return s, s != ""
	}
	sign := []rune(s[i:])[0]
	if !strings.ContainsRune(grouping, sign) || i == 0 || i > 3 || s[0] == '0' {
		return "", false
	}
	parts := strings.Split(s, string(sign))
	for _, p := range parts[1:] {
		if len(p) != 3 || !areDigits(p) {
			return "", false
		}
	}
	return strings.Join(parts, ""), areDigits(parts[0])
}

func areDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}
