// Package model holds the facts about peace talks and answers questions about them.
//
// A [Dataset] is built once by [New] and never changes after that, so it may be read from any goroutine. The package
// knows no file format, no colour and no widget.
package model

import "sort"

// Text is something people read, by language (BCP 47). The key "" is the dataset's own language.
// A nil Text is empty.
type Text map[string]string

// Plain returns a Text in the dataset's own language. Plain("") is empty.
func Plain(s string) Text {
	if s == "" {
		return nil
	}
	return Text{"": s}
}

// In returns the text in lang, else in the dataset's own language, else in English, else in the first language there is.
func (t Text) In(lang string) string {
	for _, l := range []string{lang, "", "en"} {
		if s, ok := t[l]; ok && s != "" {
			return s
		}
	}
	for _, l := range t.Languages() {
		if t[l] != "" {
			return t[l]
		}
	}
	return ""
}

// Languages lists the languages of t in alphabetical order; "" stands for the dataset's own.
func (t Text) Languages() []string {
	langs := make([]string, 0, len(t))
	for l := range t {
		langs = append(langs, l)
	}
	sort.Strings(langs)
	return langs
}

// Empty reports whether there is nothing to read in any language.
func (t Text) Empty() bool {
	if len(t) == 0 {
		return true
	}
	for _, s := range t {
		if s != "" {
			return false
		}
	}
	return true
}
