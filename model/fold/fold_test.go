package fold

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// TestSpellingsOfOneNameAgree checks that every spelling of a name finds every other.
func TestSpellingsOfOneNameAgree(t *testing.T) {
	for _, names := range [][]string{
		{"Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskyi", "Зеленський", "Зеленский", "ЗЕЛЕНСЬКИЙ"},
		{"Ciragan", "Çırağan", "ÇIRAĞAN", "CIRAGAN", "çirağan"},
		{"Istanbul", "İstanbul", "ISTANBUL", "istanbul", "ıstanbul"},
		{"Kyiv", "Київ", "kyiv"},
		{"Kiev", "Киев"},
		{"Medinsky", "Medinskiy", "Medinskii", "Мединський", "Мединский"},
		{"Serhii", "Сергій", "Serhiy"},
		{"Sergei", "Сергей", "Sergey"},
		{"Сергій", "Sergiy", "Serhii", "Сергiй"},
		{"Chernihiv", "Чернігів", "Chernigiv"},
		{"Yuliya", "Юлія", "Yulia", "Юлия", "Iuliia"},
		{"Oleksandr", "Олександр", "Olexandr"},
		{"Zaporizhzhia", "Запоріжжя", "Zaporizhzhya"},
		{"Khrushchev", "Хрущев", "Хрущёв"},
		{"Kharkiv", "Харків"},
		{"Luhansk", "Луганськ", "Lugansk", "Луганск"},
		{"Znamianka", "Знам'янка", "Знам’янка", "Знамʼянка", "Znam'ianka", "Znamyanka"},
		{"cease-fire", "ceasefire", "Cease‑Fire"},
		{"6,057", "6057", "6.057", "6\u00a0057", "6\u202f057"},
		{"U.S.", "US"},
		{"Erdoğan", "ERDOGAN", "Erdog\u0306an"},
		{"Łódź", "lodz"},
		{"straße", "STRASSE"},
		{"№ 5", "no 5"},
	} {
		for _, text := range names {
			for _, typed := range names {
				if strings.Contains(typed, " ") != strings.Contains(text, " ") {
					continue
				}
				if !WordsOf(typed).In(String(text)) {
					t.Errorf("%q (%v) does not find %q (%q)", typed, WordsOf(typed), text, String(text))
				}
			}
		}
	}
}

func TestOtherWordsStayApart(t *testing.T) {
	for typed, text := range map[string]string{
		"gas": "has been", "hot": "got", "Kyiv": "Kiev", "Serhii": "Sergei", "Oleh": "Oleg", "exchange": "excange", "12": "1 2",
		"ab": "a b", "one two": "one three",
	} {
		if WordsOf(typed).In(String(text)) {
			t.Errorf("%q finds %q", typed, text)
		}
	}
}

func TestEveryWordMustOccur(t *testing.T) {
	text := String("Second round of the talks, Çırağan Palace, 2 June 2025")
	for typed, want := range map[string]bool{
		"": true, "   ": true, "june": true, "2025 ciragan round": true, "june july": false, "(palace)": true, "'": true,
		"ciragan/palace": true,
	} {
		if got := WordsOf(typed).In(text); got != want {
			t.Errorf("%q: %v, want %v", typed, got, want)
		}
	}
}

func TestHitsAreThePiecesThatAReaderSees(t *testing.T) {
	for _, c := range []struct{ typed, text, want string }{
		{"ciragan", "in Çırağan Palace", "in [Çırağan] Palace"},
		{"zelensky", "Володимир Зеленський сказав", "Володимир [Зеленський] сказав"},
		{"zelens", "Зеленський", "[Зеленсь]кий"},
		{"ceasefire", "a full cease-fire, now", "a full [cease-fire], now"},
		{"6057", "returned 6,057 bodies", "returned [6,057] bodies"},
		{"sh", "Шевченко", "[Ш]евченко"},
		{"h", "Шевченко", "Шевченко"},
		{"вч", "Шевченко", "Шевченко"},
		{"вче", "Шевченко", "Ше[вче]нко"},
		{"щ", "Щастя і площа", "[Щ]астя і площа"},
		{"i", "Russia ready, in Italy", "Russia ready, [i]n [I]taly"},
		{"II", "Istanbul II, in Italy yesterday", "Istanbul [II], in Italy yesterday"},
		{"I", "Istanbul II", "[I]stanbul [I]I"},
		{"ІІ", "Стамбул II", "Стамбул [II]"},
		{"us", "Russia and the U.S.", "Russia and the [U.S]."},
		{"%", "at 5% each", "at 5[%] each"},
		{"本", "日本語", "日[本]語"},
		{"round second", "second round, the second", "[second] [round], the [second]"},
		{"out and", "around", "around"},
		{"oun roun", "around", "a[roun]d"},
		{"e", "e\u0301te\u0301", "[e\u0301]te\u0301"},
		{"sky", "Zelenskyy", "Zelen[skyy]"},
		{"", "nothing", "nothing"},
		{"lug", "Луганськ і Luhansk", "[Луг]анськ і Luhansk"},
	} {
		if got := marked(c.text, WordsOf(c.typed).Hits(c.text)); got != c.want {
			t.Errorf("%q in %q: %s, want %s", c.typed, c.text, got, c.want)
		}
	}
}

func TestWordsInTheirOrderAreWhole(t *testing.T) {
	for _, c := range []struct {
		typed, text   string
		holds, equals bool
	}{
		{"Istanbul II", "Istanbul II, 2 June 2025", true, false},
		{"istanbul ii", "Istanbul II", true, true},
		{"Istanbul II", "Istanbul III", false, false},
		{"Istanbul I", "Istanbul II", false, false},
		{"II Istanbul", "Istanbul II", false, false},
		{"Istan", "Istanbul II", false, false},
		{"Луганск", "Lugansk", true, true},
	} {
		if holds, equals := WordsOf(c.typed).Whole(String(c.text)); holds != c.holds || equals != c.equals {
			t.Errorf("%q in %q: %v, %v", c.typed, c.text, holds, equals)
		}
	}
}

func TestShortWordsAreFoundWhereAWordBegins(t *testing.T) {
	for _, c := range []struct {
		typed, text string
		want        bool
	}{
		{"i", "Russia ready", false},
		{"y", "every year", true},
		{"II", "in Italy", false},
		{"III", "Istanbul II", false},
		{"II", "Istanbul III", true},
		{"yi", "Yizhak", true},
		{"ан", "Луганськ", false},
		{"ган", "Луганськ", true},
		{"us", "Russia", false},
		{"20", "on 2025", true},
		{"25", "on 2025", false},
	} {
		if got := WordsOf(c.typed).In(String(c.text)); got != c.want {
			t.Errorf("%q in %q: %v", c.typed, c.text, got)
		}
	}
}

func marked(text string, hits []Span) string {
	var b strings.Builder
	at := 0
	for _, h := range hits {
		b.WriteString(text[at:h.From] + "[" + text[h.From:h.To] + "]")
		at = h.To
	}
	return b.String() + text[at:]
}

// checkLaws checks what holds for every text.
func checkLaws(t *testing.T, text string) {
	t.Helper()
	folded := String(text)
	if again := String(folded); again != folded {
		t.Errorf("%q folds to %q, and that to %q", text, folded, again)
	}
	trace := NewTrace(text)
	if trace.Folded != folded {
		t.Errorf("%q is traced as %q, but folds to %q", text, trace.Folded, folded)
	}
	last := Span{}
	for i := range len(folded) {
		at := trace.Span(i, i+1)
		if at.From < last.From || at.To < last.To || at.From >= at.To || at.To > len(text) {
			t.Fatalf("%q: byte %d of %q comes from %v, after %v", text, i, folded, at, last)
		}
		if !utf8.RuneStart(text[at.From]) && utf8.ValidString(text) || at.To < len(text) && !utf8.RuneStart(text[at.To]) && utf8.ValidString(text) {
			t.Fatalf("%q: %v cuts a letter", text, at)
		}
		last = at
	}
	runes := []rune(text)
	for from := 0; from < len(runes); from += 1 + len(runes)/7 {
		for to := from + 1; to <= len(runes); to += 1 + len(runes)/5 {
			piece := string(runes[from:to])
			words := WordsOf(piece)
			if slices.ContainsFunc(strings.Fields(String(piece)), isNumeral) {
				continue // a piece of a word may be read as a Roman numeral
			}
			for i := range words { // those of few letters are found only where a word begins
				words[i].begins = false
			}
			if !words.In(folded) {
				t.Fatalf("%q is not found by its piece %q", text, piece)
			}
			checkHits(t, text, words)
		}
	}
	if utf8.ValidString(text) && String(norm.NFC.String(text)) != String(norm.NFD.String(text)) {
		t.Errorf("%q composed and decomposed fold to %q and %q", text, String(norm.NFC.String(text)), String(norm.NFD.String(text)))
	}
}

func isNumeral(folded string) bool { return len(folded) > 1 && strings.Trim(folded, "i") == "" }

func checkHits(t *testing.T, text string, words Words) {
	t.Helper()
	hits := words.Hits(text)
	if len(hits) == 0 && !words.Empty() {
		t.Fatalf("%v is found in %q, but nothing is marked", words, text)
	}
	end := -1
	for _, h := range hits {
		if h.From <= end || h.From >= h.To || h.To > len(text) {
			t.Fatalf("hits in %q: %v", text, hits)
		}
		end = h.To
	}
}

var texts = []string{
	"", " ", "Зеленський", "Istanbul II", "III", "Її їй", "i\u0308i", "İI ıı", "I.I-I", "II\u0301", "Ⅱ ⅲ", "Çırağan Sarayı", "Mar'inka", "a-b", "ii-yy", "x", "\xff\xfe", "a\u0301\u0301", "ℋ ﬁ ½ ẞ İ", "г gh h g", "Ґанок",
	"日本語 がぎ", "한국어", "हिन्दी", "שָׁלוֹם", "سَلَام", "e\u202ev\u200bil", "...", "— – -", "1,000,000.5 %", "ǅ Ǆ ǆ", "Ⅷ", "K", "ſ",
}

func TestLawsOfFolding(t *testing.T) {
	for _, text := range texts {
		checkLaws(t, text)
	}
	for r := range rune(0x20000) { // every letter there is a name in
		if s := string(r); String(String(s)) != String(s) {
			t.Errorf("%U folds to %q and then to %q", r, String(s), String(String(s)))
		}
	}
}

func FuzzFolding(f *testing.F) {
	for _, text := range texts {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 300 {
			return
		}
		checkLaws(t, text)
	})
}

func TestWordsOfManySpellingsAreFew(t *testing.T) {
	for _, one := range WordsOf("г гг ghghg гhг hhh") {
		if list := one.spellings; len(list) > 4 || !slices.Equal(list, slices.Compact(slices.Clone(list))) {
			t.Errorf("%v", one)
		}
	}
}

func BenchmarkString(b *testing.B) {
	text := strings.Repeat("The two sides agreed to exchange 1,000 prisoners each, said Зеленський in Çırağan. ", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		String(text)
	}
}
