package changes

import (
	"html/template"
	"sync"
)

// page is one file without anything from elsewhere, which prints on A4. The template escapes every text; of links it keeps
// http and https. It is parsed when it is asked for first: most commands write none.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("changes").Parse(pageText))
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
`
