package format

import "testing"

// Every text is filled as the templates fill it.
func TestTextsAreFilledAsByTemplates(t *testing.T) {
	for _, lang := range Languages() {
		l := In(lang)
		for key, text := range l.spoken.whole().words {
			var args []any
			for _, name := range []string{"N", "Day", "Month", "Year", "Name", "Date", "Side", "Value", "List", "What", "By"} {
				args = append(args, name, name+" <b> & {{.N}}")
			}
			args[3] = 7
			filled, ok := fill(text, args)
			if !ok {
				continue
			}
			if want := l.localize((*wording).any, configOf(key, args)); filled != want {
				t.Errorf("%s in %s is %q, want %q", key, lang, filled, want)
			}
		}
	}
}

// Every text with a number has the plural form, and is filled, as go-i18n has it.
func TestPluralsAreThoseOfTheLibrary(t *testing.T) {
	for _, lang := range Languages() {
		l := In(lang)
		for key := range l.spoken.whole().forms {
			var args []any
			for _, name := range []string{"Day", "Month", "Year", "Name", "Date", "Side", "Value", "List", "What", "By"} {
				args = append(args, name, name+" <b> & {{.N}}")
			}
			for _, n := range []int{-11, -1, 0, 1, 2, 3, 5, 10, 11, 12, 14, 20, 21, 22, 25, 100, 101, 111, 112, 1000, 1_000_000, 10_000_001} {
				said := l.N(key, n, args...)
				if want := l.counted(key, n, args); said != want {
					t.Errorf("%s of %d in %s is %q, want %q", key, n, lang, said, want)
				}
			}
		}
	}
}

func TestFillLeavesToTemplatesWhatIsMoreThanPlaces(t *testing.T) {
	for text, want := range map[string]bool{
		"plain": true, "{{.A}} and {{.B}}": true, "{{.A}}{{.A}}": true,
		"{{.C}}": false, "{{if .A}}x{{end}}": false, "{{ .A }}": false, "{{.A.B}}": false, "{{.A": false,
	} {
		if got, ok := fill(text, []any{"A", "1", "B", 2}); ok != want {
			t.Errorf("%q is filled as %q, %v, want %v", text, got, ok, want)
		}
	}
}

func TestSmallNumbersAreThoseOfTheLanguage(t *testing.T) {
	for _, lang := range Languages() {
		l := In(lang)
		for _, n := range []int{0, 7, 42, 999, 1000, 9999, 10_000, -5} {
			words := l.printer.Sprint(n)
			if got := l.Number(n); n < 1000 && got != words {
				t.Errorf("%d in %s is %q, want %q", n, lang, got, words)
			}
		}
	}
}

func TestTheStopOfAnAbbreviationEndsTheSentence(t *testing.T) {
	for text, want := range map[string]string{
		"on {{.A}}.": "on 2025 г.", "on {{.A}}. More.": "on 2025 г. More.", "on {{.A}}...": "on 2025 г....", "on {{.B}}.": "on 2025.",
	} {
		if got, _ := fill(text, []any{"A", "2025 г.", "B", "2025"}); got != want {
			t.Errorf("%q is filled as %q, want %q", text, got, want)
		}
	}
}
