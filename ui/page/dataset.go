package page

import (
	"slices"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
)

// AboutDataset tells what a dataset covers, what is known to be missing, how to read it, what was corrected, and how sums of
// listed exchanges compare with the totals that officials published.
func (d *Desk) AboutDataset() fyne.CanvasObject {
	m, l := d.Dataset.Metadata(), d.Locale
	s := d.newSheet()
	s.add(part.Heading(l.Text(m.Title)), part.Muted(l.T("about.dataset", "Version", m.Version, "Date", l.Date(m.Created))))
	if mark := l.MadeUp(m); mark != "" {
		s.add(part.Strong(mark))
	}
	s.say(m.Description)
	s.section(l.T("dataset.coverage"), func(s *sheet) { s.coverage(m.Coverage) })
	s.section(l.T("dataset.gaps"), func(s *sheet) { s.texts(m.Gaps) })
	s.section(l.T("dataset.conventions"), func(s *sheet) { s.texts(m.Conventions) })
	s.section(l.T("dataset.corrections"), func(s *sheet) { s.corrections(m.Corrections) })
	s.section(l.T("dataset.checks"), func(s *sheet) { s.checks(d.Dataset.Facts().Checks) })
	s.section(l.T("dataset.handovers"), func(s *sheet) { s.handovers(d.Dataset.Facts().Handovers) })
	s.section(l.T("dataset.license"), func(s *sheet) { s.licenses(m.Licenses) })
	return s.column(sectionGap)
}

func (s *sheet) coverage(c model.Coverage) {
	s.add(part.Text(s.t("dataset.until", "Found", s.desk.Locale.Date(c.FoundUntil), "Compiled", s.desk.Locale.Date(c.Compiled))))
	s.say(c.Text)
	for _, p := range c.Parts {
		s.say(p.About)
		s.say(p.Text)
	}
}

func (s *sheet) texts(list []model.Text) {
	for _, t := range list {
		s.say(t)
	}
}

func (s *sheet) corrections(list []model.Correction) {
	l := s.desk.Locale
	for _, c := range list {
		lines := []fyne.CanvasObject{part.Text(s.t("changes.corrected", "Date", l.Date(c.Date), "Old", l.Text(c.Old),
			"New", l.Text(c.New), "Reason", l.Text(c.Reason)))}
		if s.desk.Dataset.Has(c.Item) {
			lines = append(lines, s.desk.itemLink(c.Item))
		}
		s.add(part.Column(2, lines...))
	}
}

// checks lists every check, those that fail as well.
func (s *sheet) checks(list []model.Check) {
	if len(list) == 0 {
		return
	}
	matching := 0
	for _, c := range list {
		if c.Matches {
			matching++
		}
	}
	l := s.desk.Locale
	s.add(part.Text(s.t("dataset.checks.sum", "All", l.Number(len(list)), "Matching", l.Number(matching))))
	for _, c := range list {
		s.add(s.check(c))
	}
}

func (s *sheet) check(c model.Check) fyne.CanvasObject {
	l := s.desk.Locale
	key := "dataset.check.differs"
	switch {
	case c.Matches:
		key = "dataset.check.matches"
	case c.Consistent:
		key = "dataset.check.consistent"
	}
	lines := []fyne.CanvasObject{
		part.Text(l.Text(c.What)),
		part.Small(s.t(key, "Official", l.Number(c.Official), "Computed", l.Number(c.Computed))),
	}
	if comment := l.Text(c.Comment); comment != "" {
		lines = append(lines, part.Small(comment))
	}
	return part.Column(2, append(lines, s.desk.sourcesLink(l.Text(c.What), s.desk.totalSources(c)))...)
}

// totalSources are the publications of the totals that a check holds a sum against.
func (d *Desk) totalSources(c model.Check) []model.SourceID {
	var ids []model.SourceID
	for _, t := range d.Dataset.Facts().Totals {
		if slices.Contains(c.Totals, t.ID) {
			ids = append(ids, t.Sources...)
		}
	}
	return ids
}

func (s *sheet) handovers(list []model.Handover) {
	for _, h := range list {
		s.sourced(s.t("statement.by", "Who", s.desk.Locale.Date(h.Date), "Text", s.desk.Locale.Text(h.What)), h.Sources)
	}
}

func (s *sheet) licenses(list []model.License) {
	for _, license := range list {
		s.add(part.Text(license.Title))
	}
}
