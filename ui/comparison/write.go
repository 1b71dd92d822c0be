package comparison

import (
	"fmt"
	"io"
	"strings"
)

// Format names a form in which a comparison is written.
type Format string

// The forms.
const (
	Markdown Format = "md"
	HTML     Format = "html"
	CSV      Format = "csv"
	JSON     Format = "json"
)

// Formats lists the forms.
func Formats() []Format { return []Format{Markdown, HTML, CSV, JSON} }

// Write writes the comparison in one of the forms.
func (c Comparison) Write(w io.Writer, as Format) error {
	switch as {
	case HTML:
		return page().Execute(w, c)
	case CSV:
		return c.csv(w)
	case JSON:
		return c.json(w)
	}
	_, err := io.WriteString(w, c.markdown())
	return err
}

// markdown is CommonMark: a heading for each topic, the two documents below it, and a numbered list of sources at the end.
func (c Comparison) markdown() string {
	m := &markdown{}
	m.line("# ", marked(c.Title))
	m.line()
	m.line(marked(c.HowTo))
	m.line()
	for _, d := range c.Documents {
		m.line("- **", marked(d.Name), "**: ", marked(d.Title), " (", marked(d.Listed), ")")
	}
	m.line()
	m.line(marked(c.summary()))
	for _, remark := range []struct {
		told  bool
		words string
	}{{c.HasChanges(), c.Words.Changed}, {c.Own, c.Words.OwnRemark}} {
		if remark.told {
			m.line()
			m.line("*", marked(remark.words), "*")
		}
	}
	for _, r := range c.Told() {
		c.row(m, r)
	}
	if c.Neither != "" {
		m.line()
		m.line(marked(c.Neither))
	}
	m.remarks(c.Words.Said, c.Said)
	m.remarks(c.Words.Differ, c.Differ)
	c.about(m)
	c.sources(m)
	m.line()
	m.line(marked(c.Coverage))
	m.line()
	m.line(marked(c.Citation))
	return m.text.String()
}

// summary is how often each judgement was given, or that none was.
func (c Comparison) summary() string {
	if c.NotJudged != "" {
		return c.NotJudged
	}
	words := make([]string, len(c.Counts))
	for i, n := range c.Counts {
		words[i] = n.Words
	}
	return strings.Join(words, " · ")
}

func (c Comparison) row(m *markdown, r Row) {
	m.line()
	m.line("## ", marked(r.Name))
	if r.Scope != "" {
		m.line()
		m.line("*", marked(r.Scope), "*")
	}
	m.line()
	m.line("**", marked(c.Words.Judgement), ": ", marked(r.Word), ".** ", marked(r.Reason.Text), refs(r.Reason.Sources))
	for _, o := range r.Own {
		m.line()
		m.line("**", marked(c.Words.Own), ": ", marked(o.Word), ".** ", marked(o.Reason))
	}
	for i, s := range r.Sides {
		m.line()
		m.line("### ", marked(c.Documents[i].Name))
		m.line()
		c.cell(m, s)
	}
	if len(r.Others) > 0 {
		m.line()
		m.line("### ", marked(c.Words.Others))
		m.line()
		for _, x := range r.Others {
			m.line("- ", marked(x.Under), ": ", marked(x.Short))
		}
	}
	for _, remark := range r.Remarks {
		m.line()
		m.remark("", remark)
	}
}

func (c Comparison) cell(m *markdown, s Cell) {
	if s.Silence != "" {
		m.line("*", marked(s.Silence), "*", refs(s.Sources))
	}
	for i, line := range s.Stance {
		if i > 0 {
			m.line()
		}
		m.line(marked(line), refs(s.Sources))
	}
	if len(s.Clauses) > 0 {
		m.line()
	}
	for _, x := range s.Clauses {
		text := marked(x.Text)
		if len(x.Changed) > 0 {
			text = x.markedChanges()
		}
		m.line("- ", strong(x.Number), text, " *(", marked(x.Kind), ")*", refs(x.Sources))
		if x.Note != "" {
			m.line("  - ", marked(x.Note))
		}
		for _, remark := range x.Remarks {
			m.remark("  ", remark)
		}
	}
	if len(s.Related) > 0 {
		m.line()
		m.line(marked(c.Words.Related), ":")
		m.line()
		for _, x := range s.Related {
			m.line("- ", marked(x.Short), " (", marked(x.Under), ")")
		}
	}
}

func strong(number string) string {
	if number == "" {
		return ""
	}
	return "**" + marked(number) + "** "
}

// markedChanges is the text with the changed words in bold: strikethrough is no CommonMark.
func (x Clause) markedChanges() string {
	var b strings.Builder
	for _, p := range x.Pieces() {
		text := escape(p.Text)
		if p.Changed {
			text = "**" + text + "**"
		}
		b.WriteString(text)
	}
	return b.String()
}

// Piece is a part of a text whose words were changed, or not.
type Piece struct {
	Text    string
	Changed bool
}

// Pieces are the text of a clause, cut where the changed words begin and end.
func (x Clause) Pieces() []Piece {
	var list []Piece
	at := 0
	add := func(to int, changed bool) {
		if to > at {
			list = append(list, Piece{x.Text[at:to], changed})
			at = to
		}
	}
	for _, s := range x.Changed {
		add(s.Start, false)
		add(s.End, true)
	}
	add(len(x.Text), false)
	return list
}

func (c Comparison) about(m *markdown) {
	m.line()
	m.line("## ", marked(c.Words.About))
	for _, d := range c.Documents {
		m.line()
		m.line("### ", marked(d.Name))
		m.line()
		m.line("- ", marked(d.Title))
		for _, f := range d.Facts {
			for _, line := range f.Lines {
				m.line("- ", marked(f.Name), ": ", marked(line.Text), refs(line.Sources))
			}
		}
	}
}

func (c Comparison) sources(m *markdown) {
	if len(c.Sources) == 0 {
		return
	}
	m.line()
	m.line("## ", marked(c.Words.Sources))
	m.line()
	for _, s := range c.Sources {
		title := marked(s.Title)
		if s.URL != "" {
			title = "[" + title + "](<" + address(s.URL) + ">)"
		}
		date := ""
		if s.Date != "" {
			date = ", " + marked(s.Date)
		}
		m.line(fmt.Sprintf("%d. ", s.Number), marked(s.Publisher), ": ", title, date)
	}
}

// markdown is a text that grows by lines.
type markdown struct{ text strings.Builder }

func (m *markdown) line(parts ...string) {
	m.text.WriteString(strings.TrimRight(strings.Join(parts, ""), " ") + "\n")
}

func (m *markdown) remarks(heading string, list []Remark) {
	if len(list) == 0 {
		return
	}
	m.line()
	m.line("## ", marked(heading))
	m.line()
	for _, r := range list {
		m.remark("", r)
	}
}

func (m *markdown) remark(indent string, r Remark) {
	m.line(indent, "- **", marked(r.Heading), "**")
	for _, line := range r.Lines {
		m.line(indent, "  - ", marked(line.Text), refs(line.Sources))
	}
	if r.Assessment != "" {
		m.line(indent, "  - *", marked(r.Assessment), "*")
	}
}

// refs are the numbers of sources: " [3, 12]".
func refs(numbers []int) string {
	if len(numbers) == 0 {
		return ""
	}
	words := make([]string, len(numbers))
	for i, n := range numbers {
		words[i] = fmt.Sprint(n)
	}
	return " \\[" + strings.Join(words, ", ") + "\\]"
}

// address keeps an address of the web within its brackets.
func address(url string) string {
	return strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "", "\\", "%5C").Replace(url)
}

// marked keeps a foreign text from being taken for marks of Markdown, or for more than one line.
func marked(text string) string { return escape(strings.Join(strings.Fields(text), " ")) }

// escape is marked for a piece of a text, which keeps the spaces at its ends.
func escape(text string) string {
	var b strings.Builder
	for i, r := range text {
		switch {
		case strings.ContainsRune("\\`*_[]<>#|~&", r), i == 0 && strings.ContainsRune("+-=", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
