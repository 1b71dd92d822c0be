package part

import (
	"fmt"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// marks reads Markdown as the toolkit does.
var marks = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(goldmark.WithExtensions(extension.Strikethrough, extension.TaskList, extension.Table))
})

// mostRounds bounds how often a text is read: what was hidden in raw HTML may hide something itself.
const mostRounds = 4

// spelledOut changes Markdown so that the toolkit shows all of it: it leaves out raw HTML, the places that references lead to,
// and pictures. Where that cannot be done ok is false.
func spelledOut(markdown string) (_ string, ok bool) {
	for range mostRounds {
		h := hidden{source: []byte(markdown), escapes: map[int]bool{}, cuts: map[int]bool{}}
		_ = ast.Walk(marks().Parser().Parse(text.NewReader(h.source)), h.find)
		if len(h.escapes)+len(h.cuts) == 0 {
			return strings.Join(append([]string{markdown}, h.definitions...), "\n\n"), true
		}
		markdown = h.shown()
	}
	return "", false
}

// hidden is what the toolkit does not show of a text.
type hidden struct {
	source        []byte
	escapes, cuts map[int]bool // the places of signs that are to be no marks, and of those that are to go
	definitions   []string
}

func (h *hidden) find(node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := node.(type) {
	case *ast.HTMLBlock:
		h.escape(n.Lines())
		if n.HasClosure() {
			closure := text.NewSegments()
			closure.Append(n.ClosureLine)
			h.escape(closure)
		}
	case *ast.RawHTML:
		h.escape(n.Segments)
	case *ast.LinkReferenceDefinition:
		words := plain("["+string(n.Label)+"]") + ": <" + string(n.Destination) + ">"
		if len(n.Title) > 0 {
			words += " " + plain(string(n.Title))
		}
		h.definitions = append(h.definitions, words)
	case *ast.Image:
		at := n.Pos()
		if at > 0 && h.source[at] != '!' {
			at--
		}
		if at < 0 || h.source[at] != '!' {
			break
		}
		if h.cuts[at] = true; n.FirstChild() == nil { // a link that has no words
			h.cuts[at], h.escapes[at], h.escapes[at+1] = false, true, true
		}
	}
	return ast.WalkContinue, nil
}

func (h *hidden) escape(segments *text.Segments) {
	for i := range segments.Len() {
		s := segments.At(i)
		for at := s.Start; at < s.Stop; at++ {
			if h.source[at] == '<' {
				h.escapes[at] = true
			}
		}
	}
}

// shown is the text with what was hidden in it.
func (h *hidden) shown() string {
	var b strings.Builder
	for at, sign := range h.source {
		if h.cuts[at] {
			continue
		}
		if h.escapes[at] {
			fmt.Fprintf(&b, "&#%d;", sign)
			continue
		}
		b.WriteByte(sign)
	}
	return b.String()
}

// plain keeps signs of a text from being read as marks. The toolkit shows backslashes, but reads entities.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune("\\`*_[]<>#|~!&", r) {
			fmt.Fprintf(&b, "&#%d;", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
