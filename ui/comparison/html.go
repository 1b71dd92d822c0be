package comparison

import (
	"html/template"
	"sync"

	"parley/model"
)

// page is one file without anything from elsewhere, which prints on A4. The template escapes every text; of links it keeps
// http and https. It is parsed when it is asked for first: most commands write none.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("comparison").Funcs(template.FuncMap{
		"mark": func(j model.Judgement) template.HTML { return template.HTML(marks[j]) }, // our own, without any foreign text
		"side": func(c Comparison, r Row, i int) cellOf { return cellOf{S: r.Sides[i], W: c.Words} },
	}).Parse(pageText))
})

// cellOf is what the template of a cell takes: the cell, and the words around it.
type cellOf struct {
	S Cell
	W Words
}

// marks are the judgements by their shapes, as in the window. What they mean stands beside them.
var marks = map[model.Judgement]string{
	model.Aligned:       mark(`<circle cx="8" cy="8" r="7"/>`),
	model.PartlyAligned: mark(`<path d="M8 1a7 7 0 0 0 0 14z"/><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.6"/>`),
	model.Opposed:       mark(`<path d="M2.5 1h4v14h-4zM9.5 1h4v14h-4z"/>`),
	model.OneSideOnly:   mark(`<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="2"/>`),
	model.NotJudged:     mark(`<path d="M2 7h12v2.2H2z"/>`),
}

func mark(shape string) string {
	return `<svg class="mark" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">` + shape + `</svg>`
}

const pageText = `{{define "refs"}}{{if .}} <span class="refs">[{{range $i, $n := .}}{{if $i}}, {{end}}<a href="#s{{$n}}">{{$n}}</a>{{end}}]</span>{{end}}{{end}}
{{- define "remark"}}<div class="remark{{if .Differ}} differ{{end}}"><p><strong>{{.Heading}}</strong></p>
<ul>{{range .Lines}}<li>{{.Text}}{{template "refs" .Sources}}</li>
{{end}}</ul>
{{with .Assessment}}<p class="muted">{{.}}</p>{{end}}</div>
{{end}}
{{- define "cell"}}{{$words := .W}}{{with .S}}{{with .Silence}}<p class="muted">{{.}}{{template "refs" $.S.Sources}}</p>{{end -}}
{{- range .Stance}}<p class="stance">{{.}}{{template "refs" $.S.Sources}}</p>
{{end -}}
{{- if .Clauses}}<ul class="clauses">
{{range .Clauses}}<li>{{with .Number}}<strong>{{.}}</strong> {{end}}{{if eq .Wording "quotation"}}<q>{{template "text" .}}</q>{{else}}{{.Text}}{{end}} <span class="muted">({{.Kind}}{{with .Basis}}; {{.}}{{end}})</span>{{template "refs" .Sources}}
{{- with .Note}}<br><span class="muted">{{.}}</span>{{end}}
{{- range .Remarks}}{{template "remark" .}}{{end}}</li>
{{end}}</ul>
{{end}}
{{- if .Related}}<p class="muted">{{$words.Related}}</p>
<ul class="clauses">
{{range .Related}}<li>{{.Short}} <span class="muted">({{.Under}})</span></li>
{{end}}</ul>
{{end}}{{end}}{{end}}
{{- define "text"}}{{range .Pieces}}{{if .Changed}}<mark>{{.Text}}</mark>{{else}}{{.Text}}{{end}}{{end}}{{end -}}
<!DOCTYPE html>
<html lang="{{.Lang}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{.Title}}</title>
<style>
:root { color-scheme: light dark; --text: #1b1f24; --muted: #57606a; --line: #d6dae0; --page: #fff; --panel: #f5f6f8; --accent: #0b5c64; --mark: #fff1c7; --side0: #0b6e77; --side1: #c8591a; --side2: #6b4c9a; --side3: #7a6a00 }
@media (prefers-color-scheme: dark) { :root { --text: #e6e8eb; --muted: #a3abb4; --line: #343a42; --page: #16191d; --panel: #1e2228; --accent: #6ccad1; --mark: #4d3f12; --side0: #4fb8c0; --side1: #f2955b; --side2: #b79ae0; --side3: #d9c24a } }
@media print { :root { color-scheme: light; --text: #000; --muted: #333; --line: #999; --page: #fff; --panel: #fff; --accent: #000; --mark: #eee; --side0: #0b6e77; --side1: #c8591a; --side2: #6b4c9a; --side3: #7a6a00 } }
@page { size: A4; margin: 14mm }
* { box-sizing: border-box }
body { font: 16px/1.5 "Noto Sans", system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 84rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem } h2 { font-size: 1.15rem; margin: 2.5rem 0 .75rem; padding-top: .5rem; border-top: 2px solid var(--text); break-after: avoid } h3 { font-size: 1rem; margin: 1rem 0 .25rem; break-after: avoid }
p, ul, ol, dl { margin: .4rem 0 } ul, ol { padding-left: 1.2rem } a { color: var(--accent) } .muted { color: var(--muted); font-size: .875rem }
.mark { fill: currentColor; vertical-align: -.1em; margin-right: .35rem; flex: none } mark { color: inherit; background: var(--mark); text-decoration: underline; text-underline-offset: .15em }
.counts { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none }
.lead { max-width: 42rem }
table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 1rem }
caption { text-align: left; color: var(--muted); font-size: .875rem; padding-bottom: .5rem }
th, td { text-align: left; vertical-align: top; padding: .75rem 1.25rem .75rem 0; overflow-wrap: break-word; hyphens: auto }
thead th { border-bottom: 2px solid var(--text); font-size: .875rem; padding-top: .25rem; padding-bottom: .4rem } tbody { border-bottom: 1px solid var(--line) } .beneath td { padding-top: 0 } .others { font-size: .875rem; columns: 2; column-gap: 2rem } .others li { break-inside: avoid; margin-bottom: .25rem }
.topic { width: 15% } .judged { width: 20% } tbody th { font-weight: 600 } tbody th .muted { display: block; font-weight: 400 }
.side { border-top: .25rem solid var(--line) } .p0 { border-top-color: var(--side0) } .p1 { border-top-color: var(--side1) } .p2 { border-top-color: var(--side2) } .p3 { border-top-color: var(--side3) }
.word { font-weight: 600; display: flex; align-items: baseline } .stance { font-weight: 600; margin-top: 0 } .clauses { font-size: .9rem; padding-left: 1rem } .clauses li { margin: .35rem 0 }
.refs { font-size: .75rem; color: var(--muted); white-space: normal } .remark { font-size: .85rem; margin: .5rem 0; padding: .35rem .6rem; border-left: 3px solid var(--line); background: var(--panel) } .remark p { margin: .1rem 0 } .differ { border-left-color: var(--accent) }
.own { margin: .6rem 0; padding: .5rem .6rem; border: 1px dashed var(--muted); border-radius: .35rem } .own p { margin: .1rem 0 }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem } dt { font-weight: 600; font-size: .875rem; margin-top: .5rem } dd { margin: 0 }
.sources { font-size: .85rem; columns: 2; column-gap: 2rem } .sources li { break-inside: avoid; overflow-wrap: anywhere; margin-bottom: .2rem }
footer { margin-top: 2rem; border-top: 1px solid var(--line); padding-top: .5rem }
@media screen and (max-width: 50rem) { table, tbody, tr, th, td, caption { display: block } thead { position: absolute; clip-path: inset(50%) } .topic, .judged { width: auto } th, td { padding: .25rem 0 } tbody td[data-of]::before { content: attr(data-of); display: block; color: var(--muted); font-size: .8rem } .two { display: block } .sources, .others { columns: 1 } }
@media print { html { font-size: 8.5pt } body { font-size: 1rem; line-height: 1.35; padding: 0; max-width: none } h1 { font-size: 15pt } th, td { padding: 5pt 8pt 5pt 0 } thead { display: table-header-group } tbody th, .word, .stance { break-after: avoid } .remark, .own { break-inside: avoid } p { orphans: 2; widows: 2 } a { text-decoration: none } }
</style>
</head>
<body>
<main>
<h1>{{.Title}}</h1>
<p class="lead">{{.HowTo}}</p>
{{if .NotJudged}}<p class="lead">{{.NotJudged}}</p>
{{else}}<ul class="counts">
{{range .Counts}}<li>{{mark .Judgement}}{{.Words}}</li>
{{end}}</ul>
{{end}}{{if .HasChanges}}<p class="lead muted">{{.Words.Changed}}</p>
{{end}}{{if .Own}}<p class="lead muted">{{.Words.OwnRemark}}</p>
{{end}}{{$c := .}}{{if .Told}}<table>
<caption>{{range $i, $d := .Documents}}{{if $i}} · {{end}}{{$d.Name}}: {{$d.Title}} ({{$d.Listed}}){{end}}</caption>
<thead>
<tr><th scope="col" class="topic">{{.Words.Topic}}</th><th scope="col" class="side p{{(index .Documents 0).Place}}">{{(index .Documents 0).Name}}</th><th scope="col" class="judged">{{.Words.Judgement}}</th><th scope="col" class="side p{{(index .Documents 1).Place}}">{{(index .Documents 1).Name}}</th></tr>
</thead>
{{range .Told}}<tbody>
<tr>
<th scope="row"{{if or .Remarks .Others}} rowspan="2"{{end}}>{{.Name}}{{with .Scope}}<span class="muted">{{.}}</span>{{end}}</th>
<td data-of="{{(index $c.Documents 0).Name}}">{{template "cell" (side $c . 0)}}</td>
<td data-of="{{$c.Words.Judgement}}"><p class="word">{{mark .Judgement}}<span>{{.Word}}</span></p>
{{- with .Reason}}{{if .Text}}<p>{{.Text}}{{template "refs" .Sources}}</p>{{end}}{{end}}
{{- range .Own}}<div class="own"><p class="muted">{{$c.Words.Own}}</p><p class="word">{{mark .Judgement}}<span>{{.Word}}</span></p>{{with .Reason}}<p>{{.}}</p>{{end}}</div>{{end}}
</td>
<td data-of="{{(index $c.Documents 1).Name}}">{{template "cell" (side $c . 1)}}</td>
</tr>
{{if or .Remarks .Others}}<tr class="beneath">
<td colspan="3">{{range .Remarks}}{{template "remark" .}}{{end}}
{{- if .Others}}<p class="muted">{{$c.Words.Others}}</p>
<ul class="others">
{{range .Others}}<li>{{.Short}} <span class="muted">({{.Under}})</span></li>
{{end}}</ul>
{{end}}</td>
</tr>
{{end}}</tbody>
{{end}}</table>
{{end}}{{with .Neither}}<p class="muted">{{.}}</p>
{{end}}{{if .Said}}<section>
<h2>{{.Words.Said}}</h2>
{{range .Said}}{{template "remark" .}}{{end}}</section>
{{end}}{{if .Differ}}<section>
<h2>{{.Words.Differ}}</h2>
{{range .Differ}}{{template "remark" .}}{{end}}</section>
{{end}}<section>
<h2>{{.Words.About}}</h2>
<div class="two">
{{range .Documents}}<div>
<h3>{{.Name}}</h3>
<p>{{.Title}}</p>
{{if .Facts}}<dl>
{{range .Facts}}<dt>{{.Name}}</dt>
{{range .Lines}}<dd>{{.Text}}{{template "refs" .Sources}}</dd>
{{end}}{{end}}</dl>
{{end}}</div>
{{end}}</div>
</section>
{{if .Sources}}<section>
<h2>{{.Words.Sources}}</h2>
<ol class="sources">
{{range .Sources}}<li id="s{{.Number}}">{{.Publisher}}: {{if .URL}}<a href="{{.URL}}">{{.Title}}</a>{{else}}{{.Title}}{{end}}{{with .Date}}, {{.}}{{end}}</li>
{{end}}</ol>
</section>
{{end}}</main>
<footer>
<p class="muted">{{.Coverage}}</p>
<p class="muted">{{.Citation}}</p>
</footer>
</body>
</html>
`
