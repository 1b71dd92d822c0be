package format

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"parley/assets"
	"parley/model"
)

func TestDatesAreWrittenInWords(t *testing.T) {
	for _, c := range []struct{ date, en, uk, ru string }{
		{"2025-05-23", "23 May 2025", "23 травня 2025 р.", "23 мая 2025 г."},
		{"2025-06-02", "2 June 2025", "2 червня 2025 р.", "2 июня 2025 г."},
		{"2025-06", "June 2025", "червень 2025 р.", "июнь 2025 г."},
		{"2022", "2022", "2022", "2022"},
		{"2025-06~", "about June 2025", "приблизно червень 2025 р.", "приблизительно июнь 2025 г."},
		{"2025-06?", "June 2025 (uncertain)", "червень 2025 р. (непевно)", "июнь 2025 г. (не точно)"},
		{
			"2025-06%", "about June 2025 (uncertain)", "приблизно червень 2025 р. (непевно)",
			"приблизительно июнь 2025 г. (не точно)",
		},
		{"2025-05/2025-07", "May 2025 – July 2025", "травень 2025 р. – липень 2025 р.", "май 2025 г. – июль 2025 г."},
		{"2024/2025-03-02", "2024 – 2 March 2025", "2024 – 2 березня 2025 р.", "2024 – 2 марта 2025 г."},
		{"2025-05-23/2025-05-25", "23–25 May 2025", "23–25 травня 2025 р.", "23–25 мая 2025 г."},
		{"2025-05-31/2025-06-02", "31 May – 2 June 2025", "31 травня – 2 червня 2025 р.", "31 мая – 2 июня 2025 г."},
		{
			"2024-12-31/2025-01-01", "31 December 2024 – 1 January 2025", "31 грудня 2024 р. – 1 січня 2025 р.",
			"31 декабря 2024 г. – 1 января 2025 г.",
		},
	} {
		for lang, want := range map[string]string{"en": c.en, "uk": c.uk, "ru": c.ru} {
			if got := In(lang).Date(model.MustDate(c.date)); got != want {
				t.Errorf("%s in %s: %q, want %q", c.date, lang, got, want)
			}
		}
	}
	if got := In("en").Date(model.Date{}); got != "" {
		t.Errorf("no date: %q, want nothing", got)
	}
}

func TestNumbersFollowTheLanguage(t *testing.T) {
	if got := In("en").Number(6057); got != "6,057" {
		t.Errorf("English: %q", got)
	}
	for n, want := range map[int]string{6057: "6057", 18301: "18\u00a0301", -6057: "-6057"} {
		for _, lang := range []string{"uk", "ru"} {
			if got := In(lang).Number(n); got != want {
				t.Errorf("%s: %d is written %q, want %q", lang, n, got, want)
			}
		}
	}
}

func TestAmountsOfFourStatesReadDifferently(t *testing.T) {
	l := In("en")
	seen := map[string]bool{}
	for _, a := range []model.Amount{
		{State: model.Unknown},
		{State: model.Known, Qualifier: model.Exact},
		{State: model.Disputed},
		{State: model.NotApplicable},
		{State: model.Bounded, Value: 1200, Qualifier: model.AtLeast},
	} {
		seen[l.Amount(a)] = true
	}
	for _, want := range []string{"no count published", "0", "disputed", "not applicable", "at least 1,200"} {
		if !seen[want] {
			t.Errorf("no amount reads %q; they read %v", want, seen)
		}
	}
}

func TestAnUnknownLanguageFallsBackToEnglish(t *testing.T) {
	for lang, want := range map[string]string{"uk-UA": "uk", "xx": "en", "": "en", "not a tag!": "en"} {
		if got := In(lang).Lang(); got != want {
			t.Errorf("In(%q) speaks %q, want %q", lang, got, want)
		}
	}
}

func TestListsAreJoinedInWords(t *testing.T) {
	if got := In("en").List([]string{"a", "b", "c"}); got != "a, b and c" {
		t.Errorf("got %q", got)
	}
}

// texts returns key -> text of all areas in a language; plural forms are joined.
func texts(t *testing.T, lang string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range textFiles() {
		if languageOf(name) != lang {
			continue
		}
		for key, v := range readRaw(t, name) {
			if _, twice := all[key]; twice {
				t.Errorf("%s: the key %q stands in another file too", name, key)
			}
			all[key] = flatten(v)
		}
	}
	return all
}

func flatten(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		var forms []string
		for _, form := range v {
			forms = append(forms, flatten(form))
		}
		sort.Strings(forms)
		return strings.Join(forms, "|")
	}
	return ""
}

var place = regexp.MustCompile(`{{\s*\.(\w+)\s*}}`)

func places(text string) string {
	found := map[string]bool{}
	for _, m := range place.FindAllStringSubmatch(text, -1) {
		found[m[1]] = true
	}
	var names []string
	for name := range found {
		names = append(names, name)
	}
	sort.Strings(names)
	return strings.Join(names, " ")
}

func TestEveryKeyIsInEveryLanguageWithTheSamePlaces(t *testing.T) {
	english := texts(t, "en")
	if len(english) < 50 {
		t.Fatalf("only %d texts found", len(english))
	}
	for _, lang := range Languages()[1:] {
		other := texts(t, lang)
		for key, text := range english {
			translated, ok := other[key]
			if !ok {
				t.Errorf("%s: the key %q is missing", lang, key)
				continue
			}
			if places(text) != places(translated) {
				t.Errorf("%s: %q has the places [%s], in English [%s]", lang, key, places(translated), places(text))
			}
		}
		for key := range other {
			if _, ok := english[key]; !ok {
				t.Errorf("%s: the key %q is not in English", lang, key)
			}
		}
	}
}

func TestPluralsFollowTheLanguage(t *testing.T) {
	for lang, forms := range map[string]map[int]string{
		"en": {1: "1 source", 2: "2 sources", 21: "21 sources"},
		"uk": {1: "1 джерело", 3: "3 джерела", 5: "5 джерел", 11: "11 джерел", 21: "21 джерело", 112: "112 джерел"},
		"ru": {1: "1 источник", 3: "3 источника", 5: "5 источников", 11: "11 источников", 21: "21 источник", 112: "112 источников"},
	} {
		for n, want := range forms {
			if got := In(lang).N("core.sources", n); got != want {
				t.Errorf("%s, %d: %q, want %q", lang, n, got, want)
			}
		}
	}
}

// forms are the plural forms of each language by CLDR; "other" is also for fractions.
var forms = map[string]string{"en": "one other", "tr": "one other", "uk": "few many one other", "ru": "few many one other"}

func TestEveryPluralHasTheFormsOfItsLanguageWithTheSamePlaces(t *testing.T) {
	for _, name := range textFiles() {
		for key, text := range readRaw(t, name) {
			plural, ok := text.(map[string]any)
			if !ok {
				continue
			}
			if got, want := strings.Join(slices.Sorted(maps.Keys(plural)), " "), forms[languageOf(name)]; got != want {
				t.Errorf("%s: %q has the forms [%s], want [%s]", name, key, got, want)
			}
			for form, text := range plural {
				got, want := places(flatten(text)), places(flatten(plural))
				if form == "one" && strings.Contains("en tr", languageOf(name)) {
					want = strings.TrimPrefix(want, "N ") // the form is for 1 alone, so it need not say it
					got = strings.TrimPrefix(got, "N ")
				}
				if got != want {
					t.Errorf("%s: %q lacks a place in the form %s: %q", name, key, form, text)
				}
			}
		}
	}
}

// readRaw reads a file of texts as it is.
func readRaw(t *testing.T, name string) map[string]any {
	t.Helper()
	data, err := fs.ReadFile(assets.Texts, name)
	if err != nil {
		t.Fatal(err)
	}
	var raw map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatalf("%s: %v", path.Base(name), err)
	}
	return raw
}
