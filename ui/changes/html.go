package changes

import "parley/ui/report"

// page escapes every text; of links it keeps http and https.
var page = report.New("changes", style, main)

const (
	style = `<style>
body { max-width: 60rem }
h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid var(--line) } h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; break-after: avoid }
p, ul { margin: .5rem 0 } .muted { color: var(--muted) } .warning { font-weight: 600 }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: .9rem } th:first-child { width: 26% } th:last-child { width: 20% } th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere } th { color: var(--muted); font-weight: 600 } tr { break-inside: avoid }
</style>`
	main = `<ul class="muted">{{range .Versions}}<li>{{.}}</li>{{end}}</ul>
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
{{end}}`
)
