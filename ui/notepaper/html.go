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
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"parley/model"
	"parley/ui/report"
)

// markup shows all of a text but links that a browser would run.
var markup = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.GFM),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(spelledOut{}, 100))))
})

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
	references := referencesOf(parts)
	for _, part := range parts {
		if len(part) > longest {
			fmt.Fprintf(&b, "<p>%s</p>\n", template.HTMLEscapeString(part))
			continue
		}
		context := parser.NewContext()
		for _, r := range references {
			context.AddReference(r)
		}
		if err := markup().Convert([]byte(part), &b, parser.WithContext(context)); err != nil {
			return "", err
		}
	}
	return template.HTML(b.String()), nil // the renderer and the line above escape what is no Markdown
}

// referencesOf are the references that one part of a text defines for the others.
func referencesOf(parts []string) []parser.Reference {
	var list []parser.Reference
	for _, part := range parts {
		if len(parts) > 1 && len(part) <= longest && strings.Contains(part, "]:") {
			definitions([]byte(part), func(label, destination, title []byte) {
				list = append(list, parser.NewReference(label, destination, title))
			})
		}
	}
	return list
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

var page = report.New("notes", style, main)

const (
	style = `<style>
body { max-width: 44rem }
article { border-top: 1px solid var(--line); padding: 1rem 0; overflow-wrap: anywhere }
article > h2 { font-size: 1.1rem; margin: 0; break-after: avoid } .facts { color: var(--muted); font-size: .85rem; margin: .25rem 0 .75rem; padding: 0; list-style: none } .facts li { display: inline } .facts li + li::before { content: " · " }
blockquote { margin: .5rem 0; padding-left: .75rem; border-left: 3px solid var(--line); color: var(--muted) } code { font-family: "Noto Sans Mono", monospace }
table { border-collapse: collapse } th, td { border: 1px solid var(--line); padding: .2rem .5rem }
</style>`
	main = `<p>{{.Count}}</p>
{{range .Notes}}<article>
<h2>{{.Name}}</h2>
<ul class="facts">{{range .Facts}}<li>{{.}}</li>{{end}}<li>{{.Address}}</li></ul>
{{with .Passage.Quote}}<blockquote>{{.}}</blockquote>
{{end}}{{.Text}}</article>
{{end}}`
)
