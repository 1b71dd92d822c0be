// Package format says things in the reader's language: texts, plurals, numbers, dates and the names of items. It draws
// nothing and knows no widget, so the window, the charts and the commands share it.
//
// Texts stand in assets/texts/AREA.LANGUAGE.json. A new language is a set of files there and nothing else.
package format

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/collate"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"parley/assets"
	"parley/model"
)

// Locale says things in one language. It is safe for use from several goroutines.
type Locale struct {
	lang    string
	spoken  *spoken
	printer *message.Printer
	tag     language.Tag
}

// spoken is what is said in one language. Its files are read when something in them is said for the first time: a command
// says little, and the texts of the window are most of them.
type spoken struct {
	areas    map[string]func() *wording // the files of the language, by their areas
	whole    func() *wording            // all of them as one
	isArabic bool                       // the digits are 0 to 9
}

// wording are the texts of one area or of several. Nearly every text is filled in by [fill]; go-i18n is asked only when a
// text needs more than fill can do: preparing a thousand templates takes longer than saying all that a command says.
type wording struct {
	words   map[string]string        // those without a number
	forms   map[string]*i18n.Message // those with plural forms
	plurals func() *i18n.Localizer   // says these
	all     func() *i18n.Localizer   // says all
}

// languages hold the texts of one language each: a command that speaks one need not read the others.
var languages sync.Map // of language to func() *spoken

func speak(lang string) *spoken {
	listen, _ := languages.LoadOrStore(lang, sync.OnceValue(func() *spoken { return textsIn(lang) }))
	return listen.(func() *spoken)()
}

func textsIn(lang string) *spoken {
	tag := language.MustParse(lang)
	s := &spoken{areas: map[string]func() *wording{}, isArabic: message.NewPrinter(tag).Sprint(789) == "789"}
	var files []string
	for _, name := range textFiles() {
		if languageOf(name) == lang {
			files = append(files, name)
			s.areas[areaOf(name)] = sync.OnceValue(func() *wording { return readTexts(tag, name) })
		}
	}
	s.whole = sync.OnceValue(func() *wording { return readTexts(tag, files...) })
	return s
}

// with returns texts that hold the key. Those of an area stand in its file or, where several pages share them, in the
// area core; where they are neither here nor there, all are read.
func (s *spoken) with(key string) *wording {
	area, _, _ := strings.Cut(key, ".")
	for _, name := range [...]string{area, coreArea} {
		if read := s.areas[name]; read != nil && read().hold(key) {
			return read()
		}
	}
	return s.whole()
}

func (t *wording) hold(key string) bool { return t.words[key] != "" || t.forms[key] != nil }

// readTexts panics on a text that cannot be read: it is a file of the program's own.
func readTexts(tag language.Tag, files ...string) *wording {
	t := &wording{words: map[string]string{}, forms: map[string]*i18n.Message{}}
	for _, name := range files {
		if err := t.readFile(name); err != nil {
			panic(fmt.Sprintf("read the texts of the program: %v", err))
		}
	}
	t.plurals = sync.OnceValue(func() *i18n.Localizer {
		return localizer(tag, slices.Collect(maps.Values(t.forms)))
	})
	t.all = sync.OnceValue(func() *i18n.Localizer {
		messages := slices.Collect(maps.Values(t.forms))
		for id, text := range t.words {
			messages = append(messages, &i18n.Message{ID: id, Other: text})
		}
		return localizer(tag, messages)
	})
	return t
}

func localizer(tag language.Tag, messages []*i18n.Message) *i18n.Localizer {
	bundle := i18n.NewBundle(tag)
	if err := bundle.AddMessages(tag, messages...); err != nil {
		panic(fmt.Sprintf("read the texts of the program: %v", err))
	}
	return i18n.NewLocalizer(bundle, tag.String())
}

// readFile reads a file of texts. Each is a string, or an object by plural form.
func (t *wording) readFile(name string) error {
	data, err := assets.Texts.ReadFile(name)
	if err != nil {
		return err
	}
	var found map[string]jsontext.Value
	if err := json.Unmarshal(data, &found); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for id, text := range found {
		if text.Kind() == jsontext.KindString {
			words, err := jsontext.AppendUnquote(nil, text)
			if err != nil {
				return fmt.Errorf("%s: %s: %w", name, id, err)
			}
			t.words[id] = string(words)
			continue
		}
		var forms struct {
			One   string `json:"one"`
			Few   string `json:"few"`
			Many  string `json:"many"`
			Other string `json:"other"`
		}
		if err := json.Unmarshal(text, &forms); err != nil {
			return fmt.Errorf("%s: %s is neither a text nor an object by plural form: %w", name, id, err)
		}
		t.forms[id] = &i18n.Message{ID: id, One: forms.One, Few: forms.Few, Many: forms.Many, Other: forms.Other}
	}
	return nil
}

// textFiles are the names of all files of texts, in their order.
var textFiles = sync.OnceValue(func() []string {
	names, err := fs.Glob(assets.Texts, "texts/*.json")
	if err != nil {
		panic(err)
	}
	return names
})

// coreArea is the area of the texts without which nothing can be said.
const coreArea = "core"

// Languages lists the languages that are offered, English first: those that have the texts of the area core.
func Languages() []string {
	langs := []string{english}
	for _, name := range textFiles() {
		l := languageOf(name)
		if areaOf(name) == coreArea && !slices.Contains(langs, l) {
			langs = append(langs, l)
		}
	}
	return langs
}

func areaOf(file string) string { return strings.Split(path.Base(file), ".")[0] }

func languageOf(file string) string {
	parts := strings.Split(path.Base(file), ".")
	return parts[len(parts)-2]
}

// In returns the locale of the first of the languages (BCP 47 tags, "uk" or "uk-UA") that there are texts for, else English.
func In(langs ...string) *Locale {
	lang := english
	for _, want := range langs {
		tag, err := language.Parse(want)
		if err != nil {
			continue
		}
		if base, _ := tag.Base(); slices.Contains(Languages(), base.String()) {
			lang = base.String()
			break
		}
	}
	tag := language.MustParse(lang)
	s := speak(lang)
	return &Locale{lang: lang, spoken: s, tag: tag, printer: message.NewPrinter(tag)}
}

// Lang returns the language, "en" or "tr".
func (l *Locale) Lang() string { return l.lang }

// T returns the text with this key. Args are pairs of a name and a value for the places in the text:
// T("sources.of", "Count", "7").
func (l *Locale) T(key string, args ...any) string {
	if text := l.spoken.with(key).words[key]; text != "" {
		if s, ok := fill(text, args); ok {
			return s
		}
	}
	return l.localize((*wording).any, configOf(key, args))
}

func (t *wording) any() *i18n.Localizer    { return t.all() }
func (t *wording) plural() *i18n.Localizer { return t.plurals() }

func configOf(key string, args []any) *i18n.LocalizeConfig {
	return &i18n.LocalizeConfig{MessageID: key, TemplateData: pairs(args)}
}

// N returns the text with this key in the plural form for n; the text shows n by {{.N}}.
func (l *Locale) N(key string, n int, args ...any) string {
	if m := l.spoken.with(key).forms[key]; m != nil {
		form := plural.Cardinal.MatchPlural(l.tag, max(n, -n), 0, 0, 0, 0)
		if s, ok := fill(formOf(m, form), append([]any{"N", l.Number(n)}, args...)); ok && s != "" {
			return s
		}
	}
	return l.counted(key, n, args)
}

// formOf is the text of a plural form; empty where there is none.
func formOf(m *i18n.Message, form plural.Form) string {
	switch form {
	case plural.One:
		return m.One
	case plural.Few:
		return m.Few
	case plural.Many:
		return m.Many
	case plural.Other:
		return m.Other
	}
	return ""
}

// counted is N by go-i18n.
func (l *Locale) counted(key string, n int, args []any) string {
	data := pairs(args)
	data["N"] = l.Number(n)
	return l.localize((*wording).plural, &i18n.LocalizeConfig{MessageID: key, TemplateData: data, PluralCount: n})
}

// localize falls back to English and then to the key itself, which a test finds: a text that is missing must not stop a
// reader.
func (l *Locale) localize(by func(*wording) *i18n.Localizer, c *i18n.LocalizeConfig) string {
	s, err := by(l.spoken.with(c.MessageID)).Localize(c)
	switch {
	case s != "" || err == nil:
		return s
	case l.lang != english:
		return In(english).localize(by, c)
	}
	return c.MessageID
}

const english = "en"

func pairs(args []any) map[string]any {
	data := make(map[string]any, len(args)/2+1)
	for i := 0; i+1 < len(args); i += 2 {
		data[args[i].(string)] = args[i+1]
	}
	return data
}

// Number writes n with the language's own separators: "6,057". Where the separator is a space, numbers of four digits are
// written together, as is usual there ("6057", "18 301"): lines would break at the space.
func (l *Locale) Number(n int) string {
	if 0 <= n && n < 1000 && l.spoken.isArabic {
		return strconv.Itoa(n)
	}
	words := l.printer.Sprint(n)
	if -10_000 < n && n < 10_000 && strings.Contains(words, noBreakSpace) {
		return strconv.Itoa(n)
	}
	return words
}

const noBreakSpace = "\u00a0"

// Text returns a text of the dataset in the reader's language where it is given, else in the dataset's own.
func (l *Locale) Text(t model.Text) string { return t.In(l.lang) }

// Capital begins a text with a capital letter, as the language writes it: of i Turkish makes İ.
func (l *Locale) Capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	large := unicode.ToUpper(first)
	if l.lang == "tr" {
		large = unicode.TurkishCase.ToUpper(first)
	}
	return string(large) + s[n:]
}

// List joins parts in words: "a", "a and b", "a, b and c".
func (l *Locale) List(parts []string) string {
	switch len(parts) {
	case 0:
		return ""
	case 1:
		return parts[0]
	}
	last := len(parts) - 1
	return l.T("core.list", "First", strings.Join(parts[:last], l.T("core.list.separator")), "Last", parts[last])
}

// Sides returns the sides in the alphabetical order of the reader's language; swapped turns the order round.
// The order means nothing.
func (l *Locale) Sides(ds *model.Dataset, swapped bool) []model.Side {
	sides := ds.Sides()
	c := collate.New(l.tag)
	slices.SortStableFunc(sides, func(a, b model.Side) int {
		return cmp.Or(c.CompareString(l.Text(a.Name), l.Text(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	if swapped {
		slices.Reverse(sides)
	}
	return sides
}
