package format

import (
	"strconv"
	"strings"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// Cited is something that a text cites: a dataset as a whole, an item of it, or a chart of it. Each of its forms names the
// version and the date of the dataset, without which a number could not be found again. The forms are pure: equal values
// give equal texts.
type Cited struct {
	locale  *Locale
	dataset model.Metadata
	title   string // of the item or the chart; empty for the dataset
	address string // of the item, see [model.Item.Address]; empty for all else
}

// CiteDataset cites a dataset as a whole.
func (l *Locale) CiteDataset(m model.Metadata) Cited { return Cited{locale: l, dataset: m} }

// CiteItem cites an item, by its name and its address, which is for good.
func (l *Locale) CiteItem(ds *model.Dataset, i model.Item) Cited {
	m := ds.Metadata()
	return Cited{locale: l, dataset: m, title: l.ItemName(ds, i), address: i.Address(m.Name)}
}

// CiteChart cites a chart by its title.
func (l *Locale) CiteChart(m model.Metadata, title string) Cited {
	return Cited{locale: l, dataset: m, title: strings.TrimSuffix(title, ".")}
}

// Short is for the running text: "Russia–Ukraine talks, 2022–2026, version 1.0.0 of 22 November 2026".
func (c Cited) Short() string {
	l := c.locale
	parts := []string{l.Text(c.dataset.Title)}
	version, date := c.dataset.Version, l.Date(c.dataset.Created)
	switch {
	case version != "" && date != "":
		parts = append(parts, l.T("cite.version.of", "Version", version, "Date", date))
	case version != "":
		parts = append(parts, l.T("cite.version", "Version", version))
	case date != "":
		parts = append(parts, date)
	}
	of := strings.Join(parts, ", ")
	if c.title == "" {
		return of
	}
	return l.T("cite.short", "Title", c.title, "Dataset", of)
}

// Full is for a list of references: who made the dataset, what it is called, its version, its date, its licence, and the
// address of the item.
func (c Cited) Full() string {
	l, m := c.locale, c.dataset
	dataset := l.Text(m.Title)
	if by := l.List(c.authors()); by != "" {
		dataset = l.T("cite.by", "Authors", by, "Title", dataset)
	}
	about := []string{l.T("cite.dataset")}
	if m.Version != "" {
		about = append(about, l.T("cite.version", "Version", m.Version))
	}
	if date := l.Date(m.Created); date != "" {
		about = append(about, date)
	}
	sentences := []string{dataset, strings.TrimSuffix(strings.Join(about, ", "), ".")} // "22 листопада 2026 р." has a stop
	if mark := l.MadeUp(m); mark != "" {
		sentences = append(sentences, strings.TrimSuffix(mark, "."))
	}
	if names := c.licences(); len(names) > 0 {
		sentences = append(sentences, strings.Join(names, ", "))
	}
	if c.address != "" {
		sentences = append(sentences, c.address)
	}
	words := strings.Join(sentences, ". ") + "."
	if c.title == "" {
		return words
	}
	return l.T("cite.in", "Title", c.title, "Dataset", words)
}

func (c Cited) authors() []string {
	var names []string
	for _, by := range c.dataset.Contributors {
		if by.Title != "" {
			names = append(names, by.Title)
		}
	}
	return names
}

func (c Cited) licences() []string {
	var names []string
	for _, license := range c.dataset.Licenses {
		names = append(names, license.Name)
	}
	return names
}

// key names the cited thing in a list of references: letters, digits and hyphens.
func (c Cited) key() string {
	words := c.dataset.Name
	if c.address != "" {
		words = strings.TrimPrefix(c.address, "parley:")
	}
	if c.dataset.Version != "" {
		words += "-" + c.dataset.Version
	}
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '.':
			return r
		}
		return '-'
	}, words)
}

// whole is the title in a list of references: that of the item with the dataset that it is in.
func (c Cited) whole() string {
	title := c.locale.Text(c.dataset.Title)
	if c.title == "" {
		return title
	}
	return c.locale.T("cite.in", "Title", c.title, "Dataset", title)
}

// dateParts are the year, the month and the day, as far as the date of the dataset has them.
func (c Cited) dateParts() []int {
	d := c.dataset.Created
	if d.IsZero() {
		return nil
	}
	t := d.First()
	switch d.Precision() {
	case model.Day:
		return []int{t.Year(), int(t.Month()), t.Day()}
	case model.Month:
		return []int{t.Year(), int(t.Month())}
	}
	return []int{t.Year()}
}

// BibTeX is an entry for BibLaTeX, in UTF-8.
func (c Cited) BibTeX() string {
	var b strings.Builder
	b.WriteString("@dataset{" + c.key() + ",\n")
	field := func(name, value string) {
		if value != "" {
			b.WriteString("  " + name + " = {" + inTeX.Replace(oneLine(value)) + "},\n")
		}
	}
	if names := c.authors(); len(names) > 0 {
		quoted := make([]string, len(names))
		for i, name := range names {
			quoted[i] = "{" + inTeX.Replace(oneLine(name)) + "}" // a name as it is, with no family name in it
		}
		b.WriteString("  author = {" + strings.Join(quoted, " and ") + "},\n")
	}
	field("title", c.whole())
	field("version", c.dataset.Version)
	field("date", c.dataset.Created.String())
	field("rights", strings.Join(c.licences(), ", "))
	field("note", c.address)
	b.WriteString("}\n")
	return b.String()
}

// inTeX writes the letters that mean something else in TeX.
var inTeX = strings.NewReplacer(
	`\`, `\textbackslash{}`, "&", `\&`, "%", `\%`, "$", `\$`, "#", `\#`, "_", `\_`,
	"{", `\{`, "}", `\}`, "~", `\textasciitilde{}`, "^", `\textasciicircum{}`,
)

// oneLine keeps a text on its line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// RIS is an entry for reference managers.
func (c Cited) RIS() string {
	var b strings.Builder
	line := func(tag, value string) {
		if value != "" {
			b.WriteString(tag + "  - " + oneLine(value) + "\r\n")
		}
	}
	line("TY", "DATA")
	line("ID", c.key())
	for _, name := range c.authors() {
		line("AU", name+",") // the comma: the whole is one name
	}
	line("TI", c.whole())
	line("ET", c.dataset.Version)
	if parts := c.dateParts(); len(parts) > 0 {
		line("PY", strconv.Itoa(parts[0]))
		line("DA", risDate(parts))
	}
	line("N1", c.address)
	line("C1", strings.Join(c.licences(), ", "))
	b.WriteString("ER  - \r\n")
	return b.String()
}

// risDate is YYYY/MM/DD/, without the parts that are not known.
func risDate(parts []int) string {
	words := []string{"", "", ""}
	for i, n := range parts {
		words[i] = strconv.Itoa(n)
		if n < 10 {
			words[i] = "0" + words[i]
		}
	}
	return strings.Join(words, "/") + "/"
}

// cslItem is an item of CSL-JSON, the format of citation processors.
type cslItem struct {
	ID      string     `json:"id"`
	Type    string     `json:"type"`
	Title   string     `json:"title"`
	Author  []cslName  `json:"author,omitempty"`
	Issued  *cslIssued `json:"issued,omitempty"`
	Version string     `json:"version,omitempty"`
	License string     `json:"license,omitempty"`
	Note    string     `json:"note,omitempty"`
}

type cslName struct {
	Literal string `json:"literal"`
}

type cslIssued struct {
	DateParts [][]int `json:"date-parts"`
}

// CSL is a list of one item in CSL-JSON.
func (c Cited) CSL() string {
	item := cslItem{
		ID: c.key(), Type: "dataset", Title: c.whole(), Version: c.dataset.Version, Note: c.address,
		License: strings.Join(c.licences(), ", "),
	}
	for _, name := range c.authors() {
		item.Author = append(item.Author, cslName{name})
	}
	if parts := c.dateParts(); len(parts) > 0 {
		item.Issued = &cslIssued{[][]int{parts}}
	}
	data, err := json.Marshal([]cslItem{item}, jsontext.WithIndent("  "))
	if err != nil {
		return "" // texts that are no UTF-8, which no dataset has
	}
	return string(data) + "\n"
}
