// Package report is what the reports have in common that leave the program as pages of HTML.
package report

import (
	"html/template"
	"sync"
)

// New returns the template of a page that is one file, without anything from elsewhere, and prints on A4. Its data have a
// Lang and a Title; style is the element that says what its parts look like, and main is the template of what stands in it.
// It is parsed when it is asked for first: most commands write none.
func New(name, style, main string) func() *template.Template {
	return sync.OnceValue(func() *template.Template {
		return template.Must(template.New(name).Parse(head + style + body + main + foot))
	})
}

// The pieces of a page, in their order. The colours are those of the window.
const (
	head = `<!DOCTYPE html>
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
body { font: 16px/1.5 "Noto Sans", system-ui, sans-serif; color: var(--text); background: var(--page); margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; line-height: 1.25 } a { color: var(--accent) }
</style>
`
	body = `
</head>
<body>
<main>
<h1>{{.Title}}</h1>
`
	foot = `</main>
</body>
</html>
`
)
