package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model/fold"
	"parley/ui/part"
)

// helpText is a text of the menu Help: headings with prose below, at most 75 characters a line, which is searched as one
// types.
type helpText struct {
	desk     *Desk
	entries  []helpEntry
	column   *fyne.Container
	none     fyne.CanvasObject
	scroll   *container.Scroll
	search   *part.Entry
	contents fyne.CanvasObject
}

// helpEntry is one heading of a help text, with the prose below it.
type helpEntry struct {
	title string
	prose []string // paragraphs
	notes []string // in small type below them: an example, where a definition is from
	look  fyne.CanvasObject
	words string // that it is found by
}

// newHelpText returns a text that begins with a sentence on how to read it.
func newHelpText(d *Desk, introduction string, entries []helpEntry) *helpText {
	h := &helpText{desk: d, entries: entries, column: part.Column(20)}
	for i := range entries {
		e := &entries[i]
		lines := []fyne.CanvasObject{part.Heading(e.title)}
		for _, p := range e.prose {
			lines = append(lines, part.Text(p))
		}
		for _, n := range e.notes {
			lines = append(lines, part.Inset(2, 0, 0, 12, part.Small(n)))
		}
		e.look = part.Column(lineGap, lines...)
		e.words = fold.String(strings.Join(append(append([]string{e.title}, e.prose...), e.notes...), "\n"))
	}
	h.none = part.Muted(d.Locale.T("help.nomatch"))
	h.search = part.NewEntry()
	h.search.PlaceHolder = d.Locale.T("help.search")
	h.search.OnChanged = h.show
	head := part.Inset(0, 0, 12, 0, part.AtMost(part.ProseWidth, part.Column(paragraphGap, part.Muted(introduction), h.search)))
	h.scroll = container.NewVScroll(part.Inset(0, 12, 16, 0, part.AtMost(part.ProseWidth, h.column)))
	h.contents = part.Headed(h.scroll, head)
	h.show("")
	return h
}

// show leaves the entries in which the words occur.
func (h *helpText) show(typed string) {
	words := fold.WordsOf(typed)
	h.column.Objects = nil
	for _, e := range h.entries {
		if words.In(e.words) {
			h.column.Objects = append(h.column.Objects, e.look)
		}
	}
	if len(h.column.Objects) == 0 {
		h.column.Objects = []fyne.CanvasObject{h.none}
	}
	h.column.Refresh()
	h.scroll.ScrollToTop()
}

// HowWeCount tells the rules that every number follows, each with an example from the dataset.
func (d *Desk) HowWeCount() fyne.CanvasObject {
	l := d.Locale
	x := examples{d}
	var entries []helpEntry
	for _, rule := range countingRules {
		e := helpEntry{title: l.T("help.rule." + rule.key), prose: []string{l.T("help.rule." + rule.key + ".text")}}
		if rule.example != nil {
			example := rule.example(x)
			if example == "" {
				e.notes = []string{l.T("help.example.none")}
			} else {
				e.notes = []string{l.T("help.example", "Text", example)}
			}
		}
		entries = append(entries, e)
	}
	words := l.T("help.rules.introduction", "Dataset", d.Locale.Text(d.Dataset.Metadata().Title))
	return newHelpText(d, words, entries).contents
}

// terms are those of the glossary: first the words of law, with where they are defined, then those of the program.
var terms = []struct {
	key     string
	isInLaw bool
}{
	{"prisoner", true},
	{"civilian", true},
	{"repatriation", true},
	{"wounded", true},
	{"remains", true},
	{"missing", true},
	{"armistice", true},
	{key: "exchange"},
	{key: "allforall"},
	{key: "round"},
	{key: "event"},
	{key: "pledge"},
	{key: "memorandum"},
	{key: "topic"},
	{key: "judgement"},
	{key: "paraphrase"},
	{key: "claim"},
	{key: "figure"},
	{key: "headline"},
	{key: "range"},
	{key: "source"},
	{key: "weak"},
	{key: "thirdparty"},
	{key: "tie"},
	{key: "inference"},
	{key: "total"},
	{key: "discrepancy"},
}

// Glossary explains words: those of the law of war with the article that defines them, and those of the program.
func (d *Desk) Glossary() fyne.CanvasObject {
	l := d.Locale
	var entries []helpEntry
	for _, term := range terms {
		e := helpEntry{title: l.T("help.term." + term.key), prose: []string{l.T("help.term." + term.key + ".text")}}
		if term.isInLaw {
			e.notes = []string{l.T("help.term." + term.key + ".source")}
		}
		entries = append(entries, e)
	}
	return newHelpText(d, l.T("help.glossary.introduction"), entries).contents
}
