package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
)

// clausePad is the space above and below a clause, within what is pressed.
const clausePad = 6

// clauseBody is the clauses of a topic in full: left and right under their columns, and below what other documents say.
func (t *topicRow) clauseBody() fyne.CanvasObject {
	return part.FacingBody(t.clauseColumn(t.row.Left), t.clauseColumn(t.row.Right), t.others())
}

// clauseColumn is the clauses of one document, under the headings of its sections, and the related ones in short.
func (t *topicRow) clauseColumn(p model.Position) fyne.CanvasObject {
	var lines []fyne.CanvasObject
	section := ""
	for _, c := range p.Clauses {
		if now := t.desk.Locale.Text(c.Section); now != "" && now != section {
			section = now
			lines = append(lines, part.Inset(sectionSpace(lines), 0, 2, 0, part.Small(section)))
		}
		lines = append(lines, t.clause(c))
	}
	return part.Column(2, append(lines, t.inShort("memoranda.related.title", p.Related, t.relatedTo)...)...)
}

// sectionSpace sets the heading of a section off from what stands above it.
func sectionSpace(above []fyne.CanvasObject) float32 {
	if len(above) == 0 {
		return clausePad
	}
	return 8
}

// others lists clauses of further documents on the topic; nil where there are none.
func (t *topicRow) others() fyne.CanvasObject {
	from := func(c *model.Clause) string { return t.desk.documentName(c.Document) }
	lines := t.inShort("memoranda.others.title", t.row.Others, from)
	if len(lines) == 0 {
		return nil
	}
	return part.AtMost(part.ProseWidth, part.Column(4, lines...))
}

func (t *topicRow) relatedTo(c *model.Clause) string {
	l := t.desk.Locale
	under := ""
	if topic := t.desk.Dataset.Topic(c.Topic); topic != nil {
		under = l.T("memoranda.related.under", "Topic", l.Text(topic.Name))
	}
	return joinDots(c.Number, under)
}

// inShort lists clauses in a few words each, below a heading; nothing where there are none.
func (t *topicRow) inShort(
	heading string, list []*model.Clause, remark func(*model.Clause) string,
) []fyne.CanvasObject {
	if len(list) == 0 {
		return nil
	}
	lines := []fyne.CanvasObject{part.Inset(8, 0, 2, 0, part.SmallStrong(t.desk.Locale.T(heading)))}
	for _, c := range list {
		words := t.desk.clauseInShort(c)
		lines = append(lines, t.entry(c, 4, part.Text(words), part.Small(remark(c))))
	}
	return lines
}

// clause is one clause in full.
func (t *topicRow) clause(c *model.Clause) fyne.CanvasObject {
	l := t.desk.Locale
	words := l.Text(c.Text)
	if c.Wording == model.Quotation {
		words = l.T("memoranda.quotation", "Text", words)
	}
	lines := []fyne.CanvasObject{
		t.clauseNumber(c),
		part.Text(words),
		part.Flow(10, 2,
			part.SmallLine(l.T("memoranda.wording."+string(c.Wording))),
			t.desk.sourcesLink(l.ClauseName(t.desk.Dataset, c)+": "+l.Text(c.Text), c.Sources)),
	}
	if note := l.Text(c.Note); note != "" {
		lines = append(lines, part.Small(note))
	}
	return t.entry(c, clausePad, lines...)
}

// clauseNumber is the number and, where it is not the document's own, how it came about.
func (t *topicRow) clauseNumber(c *model.Clause) fyne.CanvasObject {
	basis := ""
	if c.NumberBasis == "inferred" || c.NumberBasis == "none" {
		basis = t.desk.Locale.T("memoranda.basis." + c.NumberBasis)
	}
	if c.Number == "" {
		return part.Small(basis)
	}
	return part.Row(8, 1, part.StrongLine(c.Number), part.Inset(2, 0, 0, 0, part.Small(basis)))
}

// entry is something to press that selects a clause. Its text stands in line with the column, the hover around it.
func (t *topicRow) entry(c *model.Clause, pad float32, lines ...fyne.CanvasObject) fyne.CanvasObject {
	name := t.desk.Locale.ClauseName(t.desk.Dataset, c)
	content := part.Inset(pad, 8, pad, 8, part.Column(3, lines...))
	e := newAttentive(name, content, func() { t.desk.Store.Select(clauseItem(c.ID)) })
	e.onFocus = func() { t.reveal(e) }
	e.SetChosen(t.desk.Store.Now().Selected == clauseItem(c.ID))
	t.clauses[c.ID] = append(t.clauses[c.ID], e)
	return part.Inset(0, -8, 0, -8, e)
}

// joinDots joins what there is of two texts: "II.2.1 · under Ceasefire".
func joinDots(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}
