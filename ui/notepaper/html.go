package notepaper

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"parley/model"
)

// renderer leaves out raw HTML and links that a browser would run.
var renderer = sync.OnceValue(func() goldmark.Markdown { return goldmark.New(goldmark.WithExtensions(extension.GFM)) })

// html is one file without anything from elsewhere, which prints on A4.
func (p Paper) html(w io.Writer) error {
	s := sheet{Lang: p.Locale.Lang(), Title: p.title(), Count: p.Locale.N("notes.count", len(p.Notes))}
	for _, n := range p.Notes {
		text, err := rendered(n.Text)
		if err != nil {
			return fmt.Errorf("write note %s as HTML: %w", n.ID, err)
		}
		s.Notes = append(s.Notes, entry{p.name(n), p.facts(n), p.address(n), n.Passage, text})
	}
	return page().Execute(w, s)
}

// longest is how many bytes are read as Markdown at once: the time that it takes grows with the square of the length, where
// somebody means it to. A longer text is read by paragraphs, and of these the longer ones are shown as they are typed.
const longest = 8000

func rendered(markdown string) (template.HTML, error) {
	parts := []string{markdown}
	if len(markdown) > longest {
		parts = strings.SplitAfter(markdown, "\n\n")
	}
	var b bytes.Buffer
	for _, part := range parts {
		if len(part) > longest {
			fmt.Fprintf(&b, "<p>%s</p>\n", template.HTMLEscapeString(part))
			continue
		}
		if err := renderer().Convert([]byte(part), &b); err != nil {
			return "", err
		}
	}
	return template.HTML(b.String()), nil // the renderer and the line above escape what is no Markdown
}

type sheet struct {
	Lang, Title, Count string
	Notes              []entry
}

type entry struct {
	Name    string
	Facts   []string
	Address string
	Passage model.Passage
	Text    template.HTML
}

// page is parsed when it is asked for first: most commands write none.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("notes").Parse(pageText))
})

const pageText = `<!DOCTYPE html>
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
body { font: 16px/1.5 "Noto Sans", system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; line-height: 1.25 } article { border-top: 1px solid var(--line); padding: 1rem 0; overflow-wrap: anywhere }
article > h2 { font-size: 1.1rem; margin: 0; break-after: avoid } .facts { color: var(--muted); font-size: .85rem; margin: .25rem 0 .75rem; padding: 0; list-style: none } .facts li { display: inline } .facts li + li::before { content: " · " }
blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid var(--line); color: var(--muted) } a { color: var(--accent) } code { font-family: "Noto Sans Mono", monospace }
table { border-collapse: collapse } th, td { border: 1px solid var(--line); padding: .2rem .5rem }
</style>
</head>
<body>
<main>
<h1>{{.Title}}</h1>
<p>{{.Count}}</p>
{{range .Notes}}<article>
<h2>{{.Name}}</h2>
<ul class="facts">{{range .Facts}}<li>{{.}}</li>{{end}}<li>{{.Address}}</li></ul>
{{with .Passage.Quote}}<blockquote>{{.}}</blockquote>
{{end}}{{.Text}}</article>
{{end}}</main>
</body>
</html>
`
