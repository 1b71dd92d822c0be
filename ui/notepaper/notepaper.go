// Package notepaper writes the reader's notes for other programs and for people: as a W3C Annotation Collection, from which
// they can be taken in again, as Markdown, as a spreadsheet, and as a page to print.
package notepaper

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
	"parley/model/annotation"
	"parley/ui/format"
)

// Format names a form in which notes are written.
type Format string

// The forms. Only the first holds all that is known of a note.
const (
	JSONLD   Format = "jsonld"
	Markdown Format = "md"
	CSV      Format = "csv"
	HTML     Format = "html"
)

// Formats lists the forms.
func Formats() []Format { return []Format{JSONLD, Markdown, CSV, HTML} }

// Paper is notes on a dataset, in the order in which they are to be written.
type Paper struct {
	Dataset     *model.Dataset
	Locale      *format.Locale
	Notes       []model.Note
	Annotations []jsontext.Value // of the notes; only for JSONLD
}

// Write writes the notes in one of the forms.
func (p Paper) Write(w io.Writer, as Format) error {
	switch as {
	case JSONLD:
		data, err := annotation.Collection(p.title(), p.Annotations)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	case CSV:
		return p.csv(w)
	case HTML:
		return p.html(w)
	}
	_, err := io.WriteString(w, p.markdown())
	return err
}

func (p Paper) title() string {
	return p.Locale.T("notepaper.title", "Dataset", p.Locale.Text(p.Dataset.Metadata().Title))
}

// name is what a note's item is called now, or was called when it was still there.
func (p Paper) name(n model.Note) string {
	for _, name := range []string{p.Locale.ItemName(p.Dataset, n.Item), n.About} {
		if name != "" {
			return name
		}
	}
	return n.Item.String()
}

// kind names the kind of a note's item.
func (p Paper) kind(n model.Note) string {
	for _, k := range model.ItemKinds() {
		if k == n.Item.Kind {
			return p.Locale.ItemKind(k)
		}
	}
	return string(n.Item.Kind)
}

// facts are what is known of a note besides its text, in words, one a line.
func (p Paper) facts(n model.Note) []string {
	l := p.Locale
	facts := []string{p.kind(n)}
	if !p.Dataset.Has(n.Item) {
		facts[0] += ", " + l.T("notes.gone")
	}
	if n.Pinned {
		facts = append(facts, l.T("notepaper.pinned"))
	}
	if !n.Judgement.IsZero() {
		facts = append(facts, l.T("notepaper.judgement", "Judgement", l.T("judgement."+string(n.Judgement.Judgement)),
			"Left", p.document(n.Judgement.Left), "Right", p.document(n.Judgement.Right)))
	}
	if len(n.Tags) > 0 {
		facts = append(facts, l.T("notepaper.tags", "Tags", strings.Join(n.Tags, ", ")))
	}
	facts = append(facts, l.T("notepaper.changed", "Created", l.Day(n.Created.Local()), "Modified", l.Day(n.Modified.Local())))
	if n.Edition.Version != "" {
		facts = append(facts, l.T("notepaper.version", "Version", n.Edition.Version))
	}
	if p.Dataset.FiguresChanged(n) {
		facts = append(facts, l.T("notepaper.figures"))
	}
	return facts
}

func (p Paper) document(id model.DocumentID) string {
	if name := p.Locale.ItemName(p.Dataset, model.Item{Kind: model.DocumentItem, ID: string(id)}); name != "" {
		return name
	}
	return string(id)
}

// markdown is CommonMark: a heading for each note, and its text as the reader wrote it.
func (p Paper) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", marked(p.title()), p.Locale.N("notes.count", len(p.Notes)))
	for _, n := range p.Notes {
		fmt.Fprintf(&b, "\n## %s\n\n", marked(p.name(n)))
		for _, fact := range p.facts(n) {
			fmt.Fprintf(&b, "- %s\n", marked(fact))
		}
		fmt.Fprintf(&b, "- <%s>\n\n", p.address(n))
		if n.Passage.Quote != "" {
			fmt.Fprintf(&b, "> %s\n\n", marked(n.Passage.Quote))
		}
		if text := closed(strings.TrimSpace(n.Text)); text != "" {
			fmt.Fprintf(&b, "%s\n", text)
		}
	}
	return b.String()
}

func (p Paper) address(n model.Note) string { return n.Item.Address(p.Dataset.Metadata().Name) }

// marked keeps a text from being taken for marks of Markdown, or for more than one line.
func marked(text string) string {
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		if strings.ContainsRune("\\`*_[]<>#|~", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

var columns = []string{
	"id", "item", "kind", "about", "in_data", "quote", "judgement", "left", "right", "text", "tags", "pinned", "created", "modified",
	"data_version", "figures_changed",
}

// csv has a line for each note. The names of the columns are the same in every language.
func (p Paper) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(columns); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	yes := map[bool]string{true: "true", false: "false"}
	for _, n := range p.Notes {
		record := []string{
			string(n.ID), n.Item.String(), string(n.Item.Kind), p.name(n), yes[p.Dataset.Has(n.Item)], n.Passage.Quote,
			string(n.Judgement.Judgement), string(n.Judgement.Left), string(n.Judgement.Right), n.Text, strings.Join(n.Tags, "; "),
			yes[n.Pinned], n.Created.UTC().Format(time.RFC3339), n.Modified.UTC().Format(time.RFC3339), n.Edition.Version,
			yes[p.Dataset.FiguresChanged(n)],
		}
		for i := range record {
			record[i] = harmless(record[i])
		}
		if err := out.Write(record); err != nil {
			return fmt.Errorf("write CSV: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write CSV: %w", err)
	}
	return nil
}

// harmless keeps a spreadsheet from taking a text for a formula: notes may come from somebody else. A spreadsheet may trim
// what stands before, and take wide signs for narrow ones. A list is none: no formula has a space after its minus.
func harmless(text string) string {
	start := strings.TrimLeft(text, " \t\r\n\u00a0\u3000")
	isList := strings.HasPrefix(start, "- ") && start == text
	if start != "" && strings.ContainsRune("=+-@＝＋－＠", firstRune(start)) && !isList || text != "" && strings.ContainsRune("\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}

func firstRune(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}
