package page

import (
	"fyne.io/fyne/v2"

	"parley/ui/changes"
	"parley/ui/part"
)

// mostChanges is how many things the window lists; a file has all. Values are told beside labels of labelWidth.
const (
	mostChanges = 200
	labelWidth  = 180
)

// Changes tells what changed from one version of a dataset to the next. Things that are in the open dataset are links.
func (d *Desk) Changes(r changes.Report) fyne.CanvasObject {
	s := d.newSheet()
	for _, v := range r.Versions {
		s.add(part.Small(v))
	}
	if r.Warning != "" {
		s.add(part.Strong(r.Warning))
	}
	s.add(part.Text(r.Summary))
	left := mostChanges
	for _, section := range r.Sections {
		if left <= 0 {
			break
		}
		entries := section.Entries[:min(len(section.Entries), left)]
		left -= len(entries)
		s.section(section.Title, func(s *sheet) {
			for _, e := range entries {
				s.add(s.change(e))
			}
		})
	}
	if n := r.Len(); n > mostChanges {
		s.add(part.Strong(d.Locale.N("changes.window.more", n-mostChanges)))
	}
	return s.column(sectionGap)
}

// change is one thing that changed: its name, what became of it, and its values before and now.
func (s *sheet) change(e changes.Entry) fyne.CanvasObject {
	d := s.desk
	var name fyne.CanvasObject = part.Strong(e.Name)
	if d.Dataset.Has(e.Item) {
		name = d.itemLink(e.Item)
	}
	lines := []fyne.CanvasObject{name, part.Small(e.What)}
	for _, reason := range e.Reasons {
		lines = append(lines, part.Text(reason))
	}
	for _, l := range e.Lines {
		lines = append(lines, part.Pairs(labelWidth, part.Small(l.Label), s.beforeAndNow(l)))
	}
	return part.Column(4, lines...)
}

func (s *sheet) beforeAndNow(l changes.Line) fyne.CanvasObject {
	values := part.Text(s.t("changes.window.values", "Old", s.orNone(l.Old), "New", s.orNone(l.New)))
	if len(l.Sources) == 0 {
		return values // what a dataset says of itself rests on none
	}
	return part.Column(2, values, s.desk.sourcesLink(l.Label, l.SourceIDs()))
}

func (s *sheet) orNone(value string) string {
	if value == "" {
		return s.t("changes.none")
	}
	return value
}
