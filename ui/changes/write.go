package changes

import (
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

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
		return page.Execute(w, r)
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

// page is one file without anything from elsewhere, which prints on A4. The template escapes every text; of links it keeps
// http and https.
var page = template.Must(template.New("changes").Parse(`<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
<style>
:root { color-scheme: light dark; --text: #1b1f24; --muted: #57606a; --line: #d6dae0; --page: #fff; --accent: #0b5c64 }
@media (prefers-color-scheme: dark) { :root { --text: #e6e8eb; --muted: #a3abb4; --line: #343a42; --page: #16191d; --accent: #6ccad1 } }
@media print { :root { --text: #000; --muted: #333; --line: #999; --page: #fff; --accent: #000 } }
@page { size: A4; margin: 18mm }
body { font: 16px/1.5 "Noto Sans", system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; line-height: 1.25 } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid var(--line) } h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; break-after: avoid }
p, ul { margin: .5rem 0 } a { color: var(--accent) } .muted { color: var(--muted) } .warning { font-weight: 600 }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .9rem } th:first-child { width: 26% } th:last-child { width: 20% } th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere } th { color: var(--muted); font-weight: 600 } tr { break-inside: avoid }
</style>
</head>
<body>
<main>
<h1>{{.Title}}</h1>
<ul class="muted">{{range .Versions}}<li>{{.}}</li>{{end}}</ul>
{{with .Warning}}<p class="warning">{{.}}</p>{{end}}
<p>{{.Summary}}</p>
{{$w := .Words}}{{range .Sections}}<section>
<h2>{{.Title}}</h2>
{{range .Entries}}<h3>{{.Name}} <span class="muted">({{.What}})</span></h3>
{{range .Reasons}}<p>{{.}}</p>
{{end}}{{if .Lines}}<table>
<thead><tr><th scope="col">{{$w.Value}}</th><th scope="col">{{$w.Was}}</th><th scope="col">{{$w.Now}}</th><th scope="col">{{$w.Sources}}</th></tr></thead>
<tbody>
{{range .Lines}}<tr><td>{{.Label}}</td><td>{{or .Old $w.None}}</td><td>{{or .New $w.None}}</td><td>{{range $i, $s := .Sources}}{{if $i}}, {{end}}{{if $s.URL}}<a href="{{$s.URL}}">{{$s.Publisher}}</a>{{else}}{{$s.Publisher}}{{end}}{{end}}</td></tr>
{{end}}</tbody>
</table>
{{end}}{{end}}</section>
{{end}}</main>
</body>
</html>
`))

// jsonChange is a change for programs: members and words of the file, not of the reader's language.
type jsonChange struct {
	Noun    model.Noun       `json:"noun"`
	ID      string           `json:"id"`
	OldID   string           `json:"old_id,omitzero"`
	What    model.Difference `json:"what"`
	Name    string           `json:"name"`
	Fields  []jsonField      `json:"fields"`
	Reasons []string         `json:"reasons,omitempty"`
}

type jsonField struct {
	Path    []string         `json:"path"`
	Old     any              `json:"old"`
	New     any              `json:"new"`
	Sources []model.SourceID `json:"sources,omitempty"`
}

func (r Report) json(w io.Writer) error {
	list := []jsonChange{}
	for _, s := range r.Sections {
		for _, e := range s.Entries {
			list = append(list, forPrograms(e))
		}
	}
	text, err := json.Marshal(list, jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	_, err = w.Write(append(text, '\n'))
	return err
}

func forPrograms(e Entry) jsonChange {
	c := jsonChange{
		Noun: e.Change.Noun, ID: e.Change.ID, OldID: e.Change.OldID, What: e.Change.Difference, Name: e.Name,
		Fields: []jsonField{}, Reasons: e.Reasons,
	}
	for _, f := range e.Change.Fields {
		field := jsonField{Old: plain(f.Old), New: plain(f.New), Sources: f.Sources}
		for _, step := range f.Path {
			field.Path = append(field.Path, step.Name)
			if of, ok := plain(step.Of).(string); ok && of != "" {
				field.Path = append(field.Path, of)
			}
		}
		c.Fields = append(c.Fields, field)
	}
	return c
}

// plain is a value as the file writes it.
func plain(v any) any {
	switch v := v.(type) {
	case nil, int, bool:
		return v
	case model.Text:
		if plain, ok := v[""]; ok && len(v) == 1 {
			return plain
		}
		return map[string]string(v)
	case model.Claim:
		return map[string]any{"value": orNil(v.Value), "qualifier": v.Qualifier}
	case model.Item:
		return v.String()
	case model.Occasion:
		if v.Round != "" {
			return model.Item{Kind: model.RoundItem, ID: string(v.Round)}.String()
		}
		return model.Item{Kind: model.EventItem, ID: string(v.Event)}.String()
	}
	return word(v)
}

func orNil(n *int) any {
	if n == nil {
		return nil
	}
	return *n
}

// word is a date, an ID or a word of the format as a string.
func word(v any) string { return fmt.Sprint(v) }
