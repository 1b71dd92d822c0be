package changes

import (
	"io"
	"strings"

	"parley/model"
)

// Format names a form in which a report is written.
type Format string

// The forms.
const (
	Markdown Format = "md"
	HTML     Format = "html"
	JSON     Format = "json"
)

// Formats lists the forms.
func Formats() []Format { return []Format{Markdown, HTML, JSON} }

// Write writes the report in one of the forms.
func (r Report) Write(w io.Writer, as Format) error {
	switch as {
	case HTML:
		return page().Execute(w, r)
	case JSON:
		return r.json(w)
	}
	_, err := io.WriteString(w, r.markdown())
	return err
}

// markdown is CommonMark: a heading for each noun, an entry for each thing.
func (r Report) markdown() string {
	var b strings.Builder
	line := func(parts ...string) { b.WriteString(strings.Join(parts, "") + "\n") }
	line("# ", marked(r.Title))
	line()
	for _, v := range r.Versions {
		line("- ", marked(v))
	}
	line()
	if r.Warning != "" {
		line("**", marked(r.Warning), "**")
		line()
	}
	line(marked(r.Summary))
	for _, s := range r.Sections {
		line()
		line("## ", marked(s.Title))
		line()
		for _, e := range s.Entries {
			r.entry(line, e)
		}
	}
	return b.String()
}

func (r Report) entry(line func(...string), e Entry) {
	line("- **", marked(e.Name), "** (", marked(e.What), ")")
	for _, f := range e.Lines {
		line("  - ", marked(f.Label), ": ", marked(r.Words.values(f)), sourceLinks(f.Sources))
	}
	for _, reason := range e.Reasons {
		line("  - ", marked(reason))
	}
}

// values is "390 → 391", or what there is now or was before.
func (w Words) values(f Line) string {
	orNone := func(s string) string {
		if s == "" {
			return w.None
		}
		return s
	}
	return orNone(f.Old) + " → " + orNone(f.New)
}

func sourceLinks(sources []*model.Source) string {
	if len(sources) == 0 {
		return ""
	}
	links := make([]string, len(sources))
	for i, s := range sources {
		links[i] = marked(s.Publisher)
		if s.URL != "" {
			links[i] = "[" + links[i] + "](<" + strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "").Replace(s.URL) + ">)"
		}
	}
	return " (" + strings.Join(links, ", ") + ")"
}

// marked keeps a text of a dataset from being taken for marks of Markdown, or for more than one line.
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
