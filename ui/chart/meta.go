package chart

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"fmt"
	"math"
	"strings"
	"time"

	"parley/model"
	"parley/ui/format"
)

// software is what files say they were made with.
const software = "Parley"

// about is what a file says about itself, besides the picture.
type about struct {
	lang        string
	title       string
	description string // the alt text
	source      string // publishers, and which dataset
	licence     string
	author      string // who made the dataset
	created     time.Time
}

// aboutOf gathers it from the chart. It holds nothing about the reader or the computer.
func aboutOf(c Chart, look Look) about {
	f := c.Head()
	a := about{
		lang: f.Lang, title: f.Title, description: c.AltText(),
		source:  strings.TrimSpace(f.Sources + " " + f.Coverage),
		licence: strings.Join(licences(f.Dataset), "; "),
		author:  strings.Join(authors(f.Dataset), "; "),
		created: look.Created,
	}
	if a.created.IsZero() && !f.Dataset.Created.IsZero() {
		a.created = f.Dataset.Created.First()
	}
	a.created = a.created.UTC()
	return a
}

// licences are the licences of the data, by their name and their address.
func licences(m model.Metadata) []string {
	var list []string
	for _, l := range m.Licenses {
		name := l.Title
		if name == "" {
			name = l.Name
		}
		if l.Path != "" {
			name = strings.TrimSpace(name + " " + l.Path)
		}
		if name != "" {
			list = append(list, clean(name))
		}
	}
	return list
}

func authors(m model.Metadata) []string {
	var list []string
	for _, c := range m.Contributors {
		if c.Title != "" {
			list = append(list, clean(c.Title))
		}
	}
	return list
}

// Citation is how a text may cite the chart.
func Citation(c Chart) string {
	f := c.Head()
	return clean(format.In(f.Lang).CiteChart(f.Dataset, f.Title).Full())
}

// chunks are the parts of a PNG file that say all this, and how large it is on paper.
func (a about) chunks(dpi float64) []chunk {
	perMetre := uint32(math.Round(dpi / 0.0254))
	size := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, perMetre), perMetre)
	list := []chunk{{"pHYs", append(size, 1)}}
	for _, t := range []struct{ keyword, text string }{
		{"Title", a.title},
		{"Description", a.description},
		{"Source", a.source},
		{"Copyright", a.licence},
		{"Author", a.author},
		{"Software", software},
		{"Creation Time", a.createdAs(time.RFC1123)},
	} {
		if t.text != "" {
			list = append(list, a.textChunk(t.keyword, t.text))
		}
	}
	return append(list, chunk{"iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00" + a.xmp())})
}

// textChunk is plain where the text is ASCII, else UTF-8 with its language.
func (a about) textChunk(keyword, text string) chunk {
	text = valid(text)
	for _, r := range text {
		if r > '~' {
			return chunk{"iTXt", []byte(keyword + "\x00\x00\x00" + a.lang + "\x00\x00" + text)}
		}
	}
	return chunk{"tEXt", []byte(keyword + "\x00" + text)}
}

// createdAs is the date in a layout; "" where none is known.
func (a about) createdAs(layout string) string {
	if a.created.IsZero() {
		return ""
	}
	return a.created.Format(layout)
}

// date is the date for formats that must have one: where none is known, the first that ZIP knows.
func (a about) date() time.Time {
	if first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC); a.created.Before(first) {
		return first
	}
	return a.created
}

// xmp is the same as an XMP packet, with the alt text where IPTC wants it.
func (a about) xmp() string {
	var b bytes.Buffer
	b.WriteString(`<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>` + "\n")
	b.WriteString(a.rdf())
	b.WriteString("\n" + `<?xpacket end="r"?>`)
	return b.String()
}

// rdf is the packet without its wrapping.
func (a about) rdf() string {
	var b strings.Builder
	b.WriteString(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">`)
	for _, p := range []struct{ name, text string }{
		{"dc:title", a.title},
		{"dc:description", a.description},
		{"dc:rights", a.licence},
		{"Iptc4xmpCore:AltTextAccessibility", a.description},
	} {
		if p.text != "" {
			fmt.Fprintf(&b, `<%s><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li>`, p.name, escaped(p.text))
			fmt.Fprintf(&b, `<rdf:li xml:lang="%s">%s</rdf:li></rdf:Alt></%s>`, escaped(a.lang), escaped(p.text), p.name)
		}
	}
	for _, p := range []struct{ name, list, text string }{
		{"dc:creator", "Seq", a.author},
		{"dc:language", "Bag", a.lang},
	} {
		if p.text != "" {
			fmt.Fprintf(&b, `<%s><rdf:%s><rdf:li>%s</rdf:li></rdf:%s></%s>`, p.name, p.list, escaped(p.text), p.list, p.name)
		}
	}
	for _, p := range []struct{ name, text string }{
		{"dc:source", a.source},
		{"xmp:CreatorTool", software},
		{"xmp:CreateDate", a.createdAs(time.RFC3339)},
	} {
		if p.text != "" {
			fmt.Fprintf(&b, `<%s>%s</%s>`, p.name, escaped(p.text), p.name)
		}
	}
	b.WriteString(`</rdf:Description></rdf:RDF></x:xmpmeta>`)
	return b.String()
}

// escaped makes any text fit for XML, between tags and in attributes. Every foreign text in a file goes through it.
func escaped(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(valid(text))); err != nil {
		panic(err) // a strings.Builder takes everything
	}
	return b.String()
}

// valid is a text without what neither XML nor PNG can hold: control characters and broken bytes.
func valid(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' {
			return ' '
		}
		if isUnfit(r) {
			return -1
		}
		return r
	}, text)
}
