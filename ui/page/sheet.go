package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
)

// sheet is a column of text that is being written: the inspector and the pages fill it from the top.
type sheet struct {
	desk    *Desk
	objects []fyne.CanvasObject
}

// space between the lines of a paragraph, between paragraphs and between sections.
const (
	lineGap      = 4
	paragraphGap = 8
	sectionGap   = 24
)

func (d *Desk) newSheet() *sheet { return &sheet{desk: d} }

func (s *sheet) add(objects ...fyne.CanvasObject) { s.objects = append(s.objects, objects...) }

func (s *sheet) column(gap float32) *fyne.Container { return part.Column(gap, s.objects...) }

// t is the text of the program with this key.
func (s *sheet) t(key string, args ...any) string { return s.desk.Locale.T(key, args...) }

// say adds a text of the dataset, if there is one.
func (s *sheet) say(t model.Text) {
	if words := s.desk.Locale.Text(t); words != "" {
		s.add(part.Text(words))
	}
}

// remark adds a note of the dataset in small type, if there is one.
func (s *sheet) remark(t model.Text) {
	if words := s.desk.Locale.Text(t); words != "" {
		s.add(part.Small(words))
	}
}

// remarks adds several notes.
func (s *sheet) remarks(list []model.Text) {
	for _, t := range list {
		s.remark(t)
	}
}

// sourced adds a statement with a link to its sources below it.
func (s *sheet) sourced(statement string, ids []model.SourceID) {
	s.add(part.Column(2, part.Text(statement), s.desk.sourcesLink(statement, ids)))
}

// section adds a heading and what fill writes below it; without content there is no heading either.
func (s *sheet) section(title string, fill func(*sheet)) {
	inner := s.desk.newSheet()
	fill(inner)
	if len(inner.objects) > 0 {
		s.add(part.Column(paragraphGap, part.Heading(title), inner.column(paragraphGap)))
	}
}

// subsection is section with a small heading.
func (s *sheet) subsection(title string, fill func(*sheet)) {
	inner := s.desk.newSheet()
	fill(inner)
	if len(inner.objects) > 0 {
		s.add(part.Column(lineGap, part.SmallStrong(title), inner.column(paragraphGap)))
	}
}
