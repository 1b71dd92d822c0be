package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/comparison"
	"parley/ui/part"
)

// clausePad is the space above and below a clause, within what is pressed.
const clausePad = 6

// clauseEntry is a clause to press.
type clauseEntry struct {
	attentive
	clause model.ClauseID
}

// clauseAt is the clause at a place of one document's list, under the heading of its section where a new one begins.
func (p *Memoranda) clauseAt(r *topicRow, side, n int) fyne.CanvasObject {
	list := r.row.Sides[side].Clauses
	if n >= len(list) {
		return part.Column(0)
	}
	c := &list[n]
	var lines []fyne.CanvasObject
	if c.Section != "" && (n == 0 || list[n-1].Section != c.Section) {
		lines = append(lines, part.Inset(clausePad, 0, 2, 0, part.Small(c.Section)))
	}
	return part.Column(2, append(lines, p.clause(r, side, n, c))...)
}

// clause is one clause in full.
func (p *Memoranda) clause(r *topicRow, side, n int, c *comparison.Clause) fyne.CanvasObject {
	lines := []fyne.CanvasObject{clauseNumber(c), p.clauseText(r, side, n, c)}
	about := []fyne.CanvasObject{part.SmallLine(c.Kind)}
	if c.Against != "" {
		about = append(about, part.SmallLine(p.desk.Locale.T("compared.changes", "Clause", c.Against)))
	}
	lines = append(lines, part.Flow(10, 2, append(about, p.desk.sourcesLink(c.Name+": "+c.Text, p.told.SourceIDs(c.Sources)))...))
	if c.Note != "" {
		lines = append(lines, part.Small(c.Note))
	}
	lines = append(lines, p.passagesOf(c)...)
	for _, remark := range c.Remarks {
		lines = append(lines, part.Inset(4, 0, 2, 0, p.remark(remark)))
	}
	return p.entry(c, clausePad, lines...)
}

// clauseNumber is the number and, where it is not the document's own, how it came about.
func clauseNumber(c *comparison.Clause) fyne.CanvasObject {
	if c.Number == "" {
		return part.Small(c.Basis)
	}
	return part.Row(8, 1, part.StrongLine(c.Number), part.Inset(2, 0, 0, 0, part.Small(c.Basis)))
}

// relatedOf lists the related clauses of one document in short.
func (p *Memoranda) relatedOf(r *topicRow, side int) fyne.CanvasObject {
	list := r.row.Sides[side].Related
	if len(list) == 0 {
		return part.Column(0)
	}
	lines := []fyne.CanvasObject{part.Inset(8, 0, 2, 0, part.SmallStrong(p.told.Words.Related))}
	for i := range list {
		c := &list[i]
		lines = append(lines, p.inShort(c, place{row: r.at, side: side, what: relatedText, n: i}))
	}
	return part.Column(2, lines...)
}

// othersOf lists clauses of further documents in short.
func (p *Memoranda) othersOf(r *topicRow) fyne.CanvasObject {
	lines := []fyne.CanvasObject{part.Inset(-12, 0, 2, 0, part.SmallStrong(p.told.Words.Others))}
	for i := range r.row.Others {
		lines = append(lines, p.inShort(&r.row.Others[i], place{row: r.at, side: -1, what: relatedText, n: i}))
	}
	return part.AtMost(part.ProseWidth, part.Column(4, lines...))
}

func (p *Memoranda) inShort(c *comparison.Clause, at place) fyne.CanvasObject {
	text := part.NewProse(c.Short, p.finder.spans(at))
	text.OnTapped = func() { p.desk.Store.Select(clauseItem(c.ID)) }
	return p.entry(c, 4, text, part.Small(c.Under))
}

// entry is something to press that selects a clause. Its text stands in line with the column, the hover around it.
func (p *Memoranda) entry(c *comparison.Clause, pad float32, lines ...fyne.CanvasObject) fyne.CanvasObject {
	e := &clauseEntry{clause: c.ID}
	e.Name, e.Content = c.Name, part.Inset(pad, 8, pad, 8, part.Column(3, lines...))
	e.OnPress = func() { p.desk.Store.Select(clauseItem(c.ID)) }
	e.ExtendBaseWidget(e)
	e.onFocus = func() { p.page.Reveal(e) }
	e.SetChosen(p.selected == clauseItem(c.ID))
	return part.Inset(0, -8, 0, -8, e)
}

// joinDots joins what there is of two texts: "II.2.1 · under Ceasefire".
func joinDots(a, b string) string { return comparison.JoinDots(a, b) }
