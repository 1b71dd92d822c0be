package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/comparison"
	"parley/ui/part"
)

// markSize is the size of a judgement's mark beside text.
const markSize = 14

// headOfRow is the line of a topic: what each document says in a few words, and the judgement between them.
func (p *Memoranda) headOfRow(r *topicRow) fyne.CanvasObject {
	l := p.desk.Locale
	name := l.T("memoranda.row", "Topic", r.row.Name, "Judgement", r.row.Word)
	arrow := part.NewArrow()
	arrow.Point(r.open)
	line := p.facing.Row(arrow, p.topicCell(r), p.stanceCell(r, 0), p.judgementCell(r), p.stanceCell(r, 1))
	r.press = newAttentive(name, part.Inset(12, 8, 12, 8, line), func() { p.toggle(r.at) })
	r.press.onFocus = func() { p.at = r.at; p.page.RevealLine(r.head) }
	r.press.onKey = func(key fyne.KeyName) bool { return p.step(r.at, key) }
	r.press.SetChosen(p.selected == topicItem(r.row.Topic))
	if r.open {
		return part.Column(0, r.press)
	}
	return part.Column(0, r.press, part.Inset(0, 8, 0, 8, part.Rule()))
}

func (p *Memoranda) topicCell(r *topicRow) fyne.CanvasObject {
	choose := func() { p.desk.Store.Select(topicItem(r.row.Topic)) }
	name := part.NewProseStrong(r.row.Name, p.finder.spans(place{row: r.at, what: topicText}))
	name.OnTapped = choose
	r.topic = part.NewPressable(r.row.Name, part.Inset(0, 6, 0, 6, name), choose)
	cell := []fyne.CanvasObject{part.Inset(0, -6, 0, -6, r.topic)}
	if r.row.Scope != "" {
		cell = append(cell, part.Small(r.row.Scope))
	}
	return part.Column(2, cell...)
}

// judgementCell is the mark, the word, and the reason with its sources where it has some; below, the reader's own.
func (p *Memoranda) judgementCell(r *topicRow) fyne.CanvasObject {
	word := part.Strong(r.row.Word)
	if r.row.Judgement == model.NotJudged {
		word = part.Muted(r.row.Word)
	}
	cell := []fyne.CanvasObject{judgementLine(r.row.Judgement, word)}
	if reason := r.row.Reason; reason.Text != "" {
		text := part.NewProseNote(reason.Text, p.finder.spans(place{row: r.at, what: reasonText}))
		text.OnTapped = func() { p.toggle(r.at) }
		cell = append(cell, text)
		if len(reason.Sources) > 0 {
			cell = append(cell, p.desk.sourcesLink(reason.Text, p.told.SourceIDs(reason.Sources)))
		}
	}
	for _, own := range r.row.Own {
		cell = append(cell, part.Inset(4, 0, 0, -8, p.ownJudgement(r, own)))
	}
	return part.Column(4, cell...)
}

func judgementLine(j model.Judgement, word fyne.CanvasObject) fyne.CanvasObject {
	return part.Row(8, 1, part.Inset(3, 0, 0, 0, part.NewJudgement(j, markSize)), word)
}

// stanceCell is what one document says on the topic, in a few words, and on what that rests.
func (p *Memoranda) stanceCell(r *topicRow, side int) fyne.CanvasObject {
	s := r.row.Sides[side]
	var cell []fyne.CanvasObject
	if s.Silence != "" {
		cell = append(cell, part.Muted(s.Silence))
	}
	for i, words := range s.Stance {
		text := part.NewProse(words, p.finder.spans(place{row: r.at, side: side, what: stanceText, n: i}))
		text.OnTapped = func() { p.toggle(r.at) }
		cell = append(cell, text)
	}
	var rests []fyne.CanvasObject
	if s.Counts != "" {
		rests = append(rests, part.SmallLine(s.Counts))
	}
	if len(s.Sources) > 0 {
		statement := p.desk.Locale.T("memoranda.statement",
			"Document", p.told.Documents[side].Name, "Topic", r.row.Name, "Text", stanceWords(s))
		rests = append(rests, p.desk.sourcesLink(statement, p.told.SourceIDs(s.Sources)))
	}
	if len(rests) > 0 {
		cell = append(cell, part.Flow(10, 2, rests...))
	}
	return part.Column(4, cell...)
}

func stanceWords(s comparison.Cell) string {
	if s.Silence != "" {
		return s.Silence
	}
	return joinNonEmpty("; ", append([]string{}, s.Stance...)...)
}

// remarksOf is what bears on the topic as a whole: where sources differ, what was said, and the way to judge it oneself.
func (p *Memoranda) remarksOf(r *topicRow) fyne.CanvasObject {
	lines := []fyne.CanvasObject{p.ownLink(r)}
	for _, remark := range r.row.Remarks {
		lines = append(lines, part.AtMost(part.ProseWidth, p.remark(remark)))
	}
	return p.facing.Body(part.Column(0), part.Column(0), part.Inset(-16, 0, 4, 0, part.Column(8, lines...)))
}

// remark is where sources differ or what somebody said, set off by a line at its left.
func (p *Memoranda) remark(r comparison.Remark) fyne.CanvasObject {
	lines := []fyne.CanvasObject{part.SmallStrong(r.Heading)}
	for _, line := range r.Lines {
		said := part.Column(0, part.Caption(line.Text))
		if len(line.Sources) > 0 {
			said.Add(p.desk.sourcesLink(line.Text, p.told.SourceIDs(line.Sources)))
		}
		lines = append(lines, said)
	}
	if r.Assessment != "" {
		lines = append(lines, part.Small(r.Assessment))
	}
	return part.Aside(part.Column(4, lines...), r.Differ)
}
