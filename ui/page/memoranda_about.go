package page

import (
	"slices"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
)

// aboutSections is what else is known of a pair of documents: their facts, what was said of them, where sources differ.
func (p *Memoranda) aboutSections() []fyne.CanvasObject {
	d, l := p.desk, p.desk.Locale
	sections := []fyne.CanvasObject{
		p.section(l.T("memoranda.about"), l.T("memoranda.about.remark"), p.pairFacts),
	}
	if said := d.saidOf(p.pair); len(said) > 0 {
		sections = append(sections, p.section(l.T("memoranda.said"), l.N("memoranda.said.remark", len(said)),
			func() fyne.CanvasObject { return d.statementList(said) }))
	}
	if points := d.discrepanciesAbout(p.pair); len(points) > 0 {
		remark := l.N("memoranda.discrepancies.remark", len(points))
		sections = append(sections, p.section(l.T("memoranda.discrepancies"), remark,
			func() fyne.CanvasObject { return d.discrepancyList(points) }))
	}
	return sections
}

func (p *Memoranda) section(heading, remark string, build func() fyne.CanvasObject) fyne.CanvasObject {
	body := func() fyne.CanvasObject { return part.Inset(0, 8, 20, 28, build()) }
	fold := part.NewFold(heading, remark, body, p.relayout)
	p.folds = append(p.folds, fold)
	return part.Column(0, fold.Content(), part.Inset(0, 8, 0, 8, part.Rule()))
}

// pairFacts is the facts of the two documents side by side.
func (p *Memoranda) pairFacts() fyne.CanvasObject {
	return part.Columns(24, []float32{1, 1}, p.desk.documentColumn(p.pair.left), p.desk.documentColumn(p.pair.right))
}

func (d *Desk) documentColumn(id model.DocumentID) fyne.CanvasObject {
	m := d.Dataset.Document(id)
	s := d.newSheet()
	title := d.itemLink(model.Item{Kind: model.DocumentItem, ID: string(id)})
	s.add(part.Column(2, part.SmallStrong(d.documentName(id)), title))
	s.list(s.t("document.dates"), m.DateSaid)
	s.list(s.t("document.languages"), m.Languages)
	s.list(s.t("document.structure"), m.Structure)
	s.list(s.t("document.publishedby"), m.PublishedBy)
	s.subsection(s.t("memoranda.numbering"), func(s *sheet) { s.say(m.Numbering) })
	return s.column(12)
}

// saidOf lists what somebody said of a pair of documents, or of one of them.
func (d *Desk) saidOf(p pair) []model.DocumentStatement {
	var list []model.DocumentStatement
	for _, s := range d.Dataset.Facts().DocumentStatements {
		if concerns(s.Documents, p) {
			list = append(list, s)
		}
	}
	return list
}

// discrepanciesAbout lists the points about a pair of documents, or one of them, on which sources differ.
func (d *Desk) discrepanciesAbout(p pair) []*model.Discrepancy {
	var list []*model.Discrepancy
	all := d.Dataset.Facts().Discrepancies
	for i := range all {
		if concerns(all[i].Documents, p) {
			list = append(list, &all[i])
		}
	}
	return list
}

func concerns(documents []model.DocumentID, p pair) bool {
	return slices.Contains(documents, p.left) || slices.Contains(documents, p.right)
}

func (d *Desk) statementList(list []model.DocumentStatement) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, s := range list {
		words := d.Locale.Text(s.Text)
		lines = append(lines, part.Column(2,
			part.SmallStrong(joinDots(d.speaker(s.Statement), d.Locale.Date(s.Date))),
			part.Text(words), d.sourcesLink(words, s.Sources)))
	}
	return part.AtMost(part.ProseWidth, part.Column(12, lines...))
}

// discrepancyList writes each point: what the sources say, one after another, and the editors' reading of it.
func (d *Desk) discrepancyList(list []*model.Discrepancy) fyne.CanvasObject {
	s := d.newSheet()
	for _, point := range list {
		inner := d.newSheet()
		inner.add(part.Strong(d.Locale.Text(point.Topic)))
		for _, c := range point.Claims {
			inner.numberClaim(c)
		}
		if words := d.Locale.Text(point.Assessment); words != "" {
			inner.add(part.Small(d.Locale.T("memoranda.assessment", "Text", words)))
		}
		s.add(inner.column(lineGap))
	}
	return part.AtMost(part.ProseWidth, s.column(16))
}
