package notepaper

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// spelledOut shows what a page would not: raw HTML as it was typed, the places that references lead to, and pictures as links
// to them, for a page fetches nothing.
type spelledOut struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (s spelledOut) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindHTMLBlock, s.block)
	r.Register(ast.KindRawHTML, s.inline)
	r.Register(ast.KindLinkReferenceDefinition, s.definition)
	r.Register(ast.KindImage, s.picture)
}

func (spelledOut) block(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.HTMLBlock)
	if !entering {
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("<p>")
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		escaped(w, line.Value(source))
		if i+1 < lines.Len() || n.HasClosure() {
			_, _ = w.WriteString("<br>\n")
		}
	}
	if n.HasClosure() {
		escaped(w, n.ClosureLine.Value(source))
	}
	_, _ = w.WriteString("</p>\n")
	return ast.WalkSkipChildren, nil
}

func (spelledOut) inline(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		parts := node.(*ast.RawHTML).Segments
		for i := range parts.Len() {
			part := parts.At(i)
			escaped(w, part.Value(source))
		}
	}
	return ast.WalkSkipChildren, nil
}

func (spelledOut) definition(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if n := node.(*ast.LinkReferenceDefinition); entering {
		_, _ = w.WriteString("<p>[")
		escaped(w, n.Label)
		_, _ = w.WriteString("]: ")
		startLink(w, n.Destination)
		escaped(w, n.Destination)
		_, _ = w.WriteString("</a>")
		if len(n.Title) > 0 {
			_ = w.WriteByte(' ')
			escaped(w, n.Title)
		}
		_, _ = w.WriteString("</p>\n")
	}
	return ast.WalkSkipChildren, nil
}

func (spelledOut) picture(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*ast.Image)
	if entering {
		startLink(w, n.Destination)
		if n.FirstChild() == nil {
			escaped(w, n.Destination)
		}
		return ast.WalkContinue, nil
	}
	_, _ = w.WriteString("</a>")
	if len(n.Title) > 0 {
		_, _ = w.WriteString(" (")
		escaped(w, n.Title)
		_ = w.WriteByte(')')
	}
	return ast.WalkContinue, nil
}

func startLink(w util.BufWriter, destination []byte) {
	_, _ = w.WriteString(`<a`)
	if !html.IsDangerousURL(destination) {
		_, _ = w.WriteString(` href="`)
		escaped(w, util.URLEscape(destination, true))
		_ = w.WriteByte('"')
	}
	_ = w.WriteByte('>')
}

func escaped(w util.BufWriter, source []byte) {
	_, _ = w.Write(util.EscapeHTML(source))
}

// definitions are the references that a Markdown text defines.
func definitions(md []byte, defined func(label, destination, title []byte)) {
	_ = ast.Walk(markup().Parser().Parse(text.NewReader(md)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if d, ok := n.(*ast.LinkReferenceDefinition); ok && entering {
			defined(d.Label, d.Destination, d.Title)
		}
		return ast.WalkContinue, nil
	})
}
