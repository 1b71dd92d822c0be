package page

import (
	"math"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/comparison"
	"parley/ui/part"
)

// topicRow is one topic of the comparison: a line to press and, where it is unfolded, lines with the clauses in full.
type topicRow struct {
	row   *comparison.Row
	at    int // among the rows
	head  int // its first line in the table; -1 where the filter leaves it out
	open  bool
	press *attentive // of the line in sight; nil before it was made
	topic *part.Pressable
}

// lineKind is what a line of the table holds.
type lineKind int

const (
	headLine    lineKind = iota
	remarkLine           // what bears on the topic as a whole, and the reader's own judgement
	clauseLine           // the clauses at one place of the two lists
	relatedLine          // related clauses of both documents
	othersLine           // clauses of further documents
)

// tableLine is one line of the table.
type tableLine struct {
	row    int
	kind   lineKind
	clause int  // for clauseLine: the place in the lists
	isLast bool // of its row
}

// linesOf are the lines of a row: its head, and what is unfolded.
func (p *Memoranda) linesOf(i int) []tableLine {
	r := p.rows[i]
	list := []tableLine{{row: i, kind: headLine}}
	if r.open {
		list = append(list, tableLine{row: i, kind: remarkLine})
		left, right := r.row.Sides[0], r.row.Sides[1]
		for n := range max(len(left.Clauses), len(right.Clauses)) {
			list = append(list, tableLine{row: i, kind: clauseLine, clause: n})
		}
		if len(left.Related)+len(right.Related) > 0 {
			list = append(list, tableLine{row: i, kind: relatedLine})
		}
		if len(r.row.Others) > 0 {
			list = append(list, tableLine{row: i, kind: othersLine})
		}
	}
	list[len(list)-1].isLast = true
	return list
}

// lineOfClause is the line of the table that a clause stands in; -1 where its row is folded, or has no such clause.
func (p *Memoranda) lineOfClause(r *topicRow, id model.ClauseID) int {
	if !r.open || r.head < 0 {
		return -1
	}
	for n, line := range p.linesOf(r.at) {
		switch line.kind {
		case clauseLine:
			for _, side := range r.row.Sides {
				if line.clause < len(side.Clauses) && side.Clauses[line.clause].ID == id {
					return r.head + n
				}
			}
		case relatedLine:
			if hasClause(r.row.Sides[0].Related, id) || hasClause(r.row.Sides[1].Related, id) {
				return r.head + n
			}
		case othersLine:
			if hasClause(r.row.Others, id) {
				return r.head + n
			}
		}
	}
	return -1
}

// guessLine is about how high a line is.
func (p *Memoranda) guessLine(i int, width float32) float32 {
	if i >= len(p.table) {
		return 60
	}
	line := p.table[i]
	row := p.rows[line.row].row
	column := fyne.Max(width*0.3, 160)
	switch line.kind {
	case headLine:
		most := guessText(row.Reason.Text, width*0.19) + 28
		for _, s := range row.Sides {
			h := float32(24)
			for _, words := range s.Stance {
				h += guessText(words, column)
			}
			most = fyne.Max(most, h)
		}
		return most + 25
	case clauseLine:
		most := float32(0)
		for _, s := range row.Sides {
			if line.clause < len(s.Clauses) {
				most = fyne.Max(most, guessText(s.Clauses[line.clause].Text, column)+56)
			}
		}
		return most
	}
	return 60
}

// guessText is about how high a text is at a width.
func guessText(text string, width float32) float32 {
	return float32(math.Ceil(float64(len([]rune(text)))*7.2/float64(fyne.Max(width, 40)))) * 20
}

// buildLine makes a line of the table.
func (p *Memoranda) buildLine(i int) fyne.CanvasObject {
	line := p.table[i]
	r := p.rows[line.row]
	var content fyne.CanvasObject
	switch line.kind {
	case headLine:
		return p.headOfRow(r)
	case remarkLine:
		content = p.remarksOf(r)
	case clauseLine:
		content = p.facing.Body(p.clauseAt(r, 0, line.clause), p.clauseAt(r, 1, line.clause), nil)
	case relatedLine:
		content = p.facing.Body(p.relatedOf(r, 0), p.relatedOf(r, 1), nil)
	case othersLine:
		content = p.facing.Body(part.Column(0), part.Column(0), p.othersOf(r))
	}
	below := float32(2)
	if line.isLast {
		below = 16
	}
	shaded := part.Inset(0, 0, 0, 0, part.Panel(part.Inset(2, 8, below, 8, content)))
	if line.isLast {
		return part.Column(0, shaded, part.Inset(0, 8, 0, 8, part.Rule()))
	}
	return shaded
}

// mark shows which row and clause are selected, as far as they are in sight.
func (p *Memoranda) mark(r *topicRow) {
	if r.press != nil {
		r.press.SetChosen(p.selected == topicItem(r.row.Topic))
	}
	if !r.open || r.head < 0 {
		return
	}
	for n := range p.linesOf(r.at) {
		if o := p.lines.Line(r.head + n); o != nil {
			eachEntry(o, func(e *clauseEntry) { e.SetChosen(p.selected == clauseItem(e.clause)) })
		}
	}
}

// eachEntry visits the clauses that can be pressed within a line.
func eachEntry(o fyne.CanvasObject, visit func(*clauseEntry)) {
	switch o := o.(type) {
	case *clauseEntry:
		visit(o)
	case *fyne.Container:
		for _, child := range o.Objects {
			eachEntry(child, visit)
		}
	}
}

func hasClause(list []comparison.Clause, id model.ClauseID) bool {
	for _, c := range list {
		if c.ID == id {
			return true
		}
	}
	return false
}

// holds reports whether a clause is one of the row's own, not only related to it or of another document.
func holds(r *comparison.Row, id model.ClauseID) bool {
	return hasClause(r.Sides[0].Clauses, id) || hasClause(r.Sides[1].Clauses, id)
}

// mentions reports whether a clause is listed in the row as related, or as one of another document.
func mentions(r *comparison.Row, id model.ClauseID) bool {
	return hasClause(r.Sides[0].Related, id) || hasClause(r.Sides[1].Related, id) || hasClause(r.Others, id)
}

func topicItem(id model.TopicID) model.Item {
	return model.Item{Kind: model.TopicItem, ID: string(id)}
}

func clauseItem(id model.ClauseID) model.Item {
	return model.Item{Kind: model.ClauseItem, ID: string(id)}
}
