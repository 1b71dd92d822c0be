package chart

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/ui/format"
)

// writeZIP writes all that there is of a chart: the picture as PNG and SVG, the numbers, the data about them with every
// source in full, and a text that says what is what.
func writeZIP(w io.Writer, c Chart, s *scene, look Look, about about) error {
	files := []struct {
		name string
		fill func(io.Writer) error
	}{
		{"README.txt", func(w io.Writer) error { return writeReadme(w, c) }},
		{"chart.png", func(w io.Writer) error { return s.writePNG(w, look, about) }},
		{"chart.svg", func(w io.Writer) error { return s.writeSVG(w, look, about) }},
		{"data.csv", func(w io.Writer) error { return WriteCSV(w, c) }},
		{"metadata.json", func(w io.Writer) error { return writeMetadata(w, c, about) }},
	}
	out := zip.NewWriter(w)
	for _, f := range files {
		header := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: about.date()}
		header.SetMode(0o644)
		to, err := out.CreateHeader(header)
		if err == nil {
			err = f.fill(to)
		}
		if err != nil {
			return fmt.Errorf("write %s into ZIP: %w", f.name, err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("write ZIP: %w", err)
	}
	return nil
}

// metadata is what metadata.json holds.
type metadata struct {
	Title       string        `json:"title"`
	Subtitle    string        `json:"subtitle"`
	Description string        `json:"description"` // the alt text
	Language    string        `json:"language"`
	Filters     string        `json:"filters"`
	Coverage    string        `json:"coverage"`
	Notes       []string      `json:"notes"`
	Dataset     datasetAbout  `json:"dataset"`
	Licences    []licence     `json:"licences"`
	Citation    string        `json:"citation"`
	Software    string        `json:"software"`
	Created     string        `json:"created,omitzero"`
	Sources     []publication `json:"sources"`
}

type datasetAbout struct {
	Name    string `json:"name"`
	Title   string `json:"title"`
	Version string `json:"version"`
	Created string `json:"created,omitzero"`
	MadeUp  bool   `json:"made_up,omitzero"`
}

type licence struct {
	Name  string `json:"name,omitzero"`
	Title string `json:"title,omitzero"`
	URL   string `json:"url,omitzero"`
}

type publication struct {
	ID        string `json:"id"`
	Publisher string `json:"publisher"`
	Title     string `json:"title"`
	Published string `json:"published,omitzero"`
	URL       string `json:"url,omitzero"`
	Side      string `json:"side,omitzero"`
	Weak      bool   `json:"weak,omitzero"`
}

func metadataOf(c Chart, about about) metadata {
	f := c.Head()
	l := format.In(f.Lang)
	m := metadata{
		Title: f.Title, Subtitle: f.Subtitle, Description: about.description, Language: f.Lang,
		Filters: f.Filters, Coverage: f.Coverage, Notes: append([]string{}, f.Must...),
		Dataset: datasetAbout{
			Name: f.Dataset.Name, Title: l.Text(f.Dataset.Title), Version: f.Dataset.Version,
			Created: f.Dataset.Created.String(), MadeUp: f.Dataset.MadeUp,
		},
		Licences: []licence{}, Sources: []publication{},
		Citation: Citation(c), Software: software, Created: about.createdAs(time.RFC3339),
	}
	for _, n := range f.Notes {
		m.Notes = append(m.Notes, n.Text)
	}
	for _, l := range f.Dataset.Licenses {
		m.Licences = append(m.Licences, licence{l.Name, l.Title, l.Path})
	}
	for _, s := range f.Publications {
		m.Sources = append(m.Sources, publication{
			string(s.ID), s.Publisher, s.Title, s.Published.String(), s.URL, string(s.Side), s.Weak,
		})
	}
	return m
}

func writeMetadata(w io.Writer, c Chart, about about) error {
	text, err := json.Marshal(metadataOf(c, about), jsontext.WithIndent("  "))
	if err != nil {
		return err
	}
	_, err = w.Write(append(bytes.TrimSpace(text), '\n'))
	return err
}

// writeReadme says in the chart's language what the ZIP holds and what it rests on.
func writeReadme(w io.Writer, c Chart) error {
	f := c.Head()
	l := format.In(f.Lang)
	var b strings.Builder
	paragraph := func(lines ...string) {
		for _, line := range lines {
			if line != "" {
				b.WriteString(valid(line) + "\n")
			}
		}
		b.WriteString("\n")
	}
	paragraph(f.Title, f.Subtitle)
	paragraph(l.T("export.readme.files"), "chart.png, chart.svg: "+l.T("export.readme.picture"),
		"data.csv: "+l.T("export.readme.data"), "metadata.json: "+l.T("export.readme.metadata"))
	paragraph(c.AltText())
	for _, note := range f.Must {
		paragraph(note)
	}
	for _, note := range f.Notes {
		paragraph(note.Text)
	}
	paragraph(f.Filters, f.Coverage)
	if list := licences(f.Dataset); len(list) > 0 {
		paragraph(l.T("export.readme.licence", "List", strings.Join(list, "; ")))
	}
	paragraph(l.T("export.readme.citation", "Text", Citation(c)))
	paragraph(l.N("export.readme.sources", len(f.Publications)))
	for _, s := range f.Publications {
		paragraph(strings.Join([]string{s.Publisher, s.Title, l.Date(s.Published)}, ". "), s.URL)
	}
	text := strings.TrimRight(b.String(), "\n") + "\n"
	_, err := io.WriteString(w, cmp.Or(text, "\n"))
	return err
}
