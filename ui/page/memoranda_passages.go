package page

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/comparison"
	"parley/ui/part"
)

// clauseText is the text of a clause, with what stands out in it. Words of it can be selected to be noted.
func (p *Memoranda) clauseText(r *topicRow, side, n int, c *comparison.Clause) fyne.CanvasObject {
	text, before := c.Text, 0
	if c.Wording == model.Quotation {
		text = p.desk.Locale.T("memoranda.quotation", "Text", c.Text)
		before = max(strings.Index(text, c.Text), 0)
	}
	var spans []part.ProseSpan
	for _, s := range c.Changed {
		spans = append(spans, part.ProseSpan{Start: s.Start + before, End: s.End + before, As: part.Altered})
	}
	for _, note := range p.passageNotes(c.ID) {
		if start, end, found := p.placeOf(note.Passage, c); found {
			spans = append(spans, part.ProseSpan{Start: start + before, End: end + before, As: part.Noted})
		}
	}
	for _, s := range p.finder.spans(place{row: r.at, side: side, what: clauseText, n: n}) {
		spans = append(spans, part.ProseSpan{Start: s.Start + before, End: s.End + before, As: s.As})
	}
	box := part.Column(4)
	shown := part.NewSelectableText(p.desk.Locale.T("compared.text", "Clause", c.Name), text, spans, func(start, end int) {
		p.selectWords(box, c, max(start-before, 0), min(end-before, len(c.Text)))
	})
	shown.OnTapped = func() { p.desk.Store.Select(clauseItem(c.ID)) }
	box.Add(shown)
	return box
}

// selectWords offers to note the words that were selected in a clause, below its text.
func (p *Memoranda) selectWords(box *fyne.Container, c *comparison.Clause, start, end int) {
	box.Objects = box.Objects[:1]
	if start < end && p.desk.Notes != nil {
		l := p.desk.Locale
		box.Objects = append(box.Objects, part.LineLink(l.T("compared.passage.note"), func() { p.askForPassage(c, start, end) }))
	}
	p.lines.Regrown()
	p.page.Fit()
}

// askForPassage asks for a note on words of a clause.
func (p *Memoranda) askForPassage(c *comparison.Clause, start, end int) {
	l := p.desk.Locale
	from := utf8.RuneCountInString(c.Text[:start])
	to := from + utf8.RuneCountInString(c.Text[start:end])
	n := p.desk.newNote(clauseItem(c.ID))
	n.Passage = model.NewPassage(p.languageOf(c), c.Text, from, to)
	asked := p.desk.newDialogNote(n, true)
	var cancel func()
	text := newReasonEntry("", l.T("compared.passage.hint"), func() { cancel() })
	text.OnChanged = asked.typed
	content := part.Column(10, part.Strong(c.Name), part.Aside(part.Text(l.T("memoranda.quotation", "Text", n.Passage.Quote)), true),
		text, part.Small(l.T("compared.own.kept")), asked.fault)
	cancel = p.ask(l.T("compared.passage.dialog"), content, asked, func(hide func()) {
		asked.note.Text = text.Text
		asked.save(func() {
			hide()
			p.desk.Store.Select(clauseItem(c.ID))
		})
	})
	p.desk.Window.Canvas().Focus(text)
}

// languageOf is the language of the text of a clause that is shown.
func (p *Memoranda) languageOf(c *comparison.Clause) string {
	text := p.desk.Dataset.Clause(c.ID).Text
	for _, lang := range []string{p.desk.Locale.Lang(), "", "en"} {
		if text[lang] == c.Text {
			return lang
		}
	}
	return ""
}

// passageNotes are the notes on words of a clause, also those made under an ID that it had before.
func (p *Memoranda) passageNotes(id model.ClauseID) []model.Note {
	if p.desk.Notes == nil {
		return nil
	}
	var list []model.Note
	for _, name := range p.desk.Dataset.Names(clauseItem(id)) {
		for _, n := range p.desk.Notes.Of(name) {
			if !n.Passage.IsZero() {
				list = append(list, n)
			}
		}
	}
	return list
}

// placeOf finds a passage in the text of a clause that is shown, in bytes. It may stand in another language only, or in
// none any more.
func (p *Memoranda) placeOf(passage model.Passage, c *comparison.Clause) (start, end int, found bool) {
	from, to, found := passage.Find(c.Text)
	if !found {
		return 0, 0, false
	}
	runes := []rune(c.Text)
	return len(string(runes[:from])), len(string(runes[:to])), true
}

// passagesOf lists the notes on words of a clause. Words that stand in it no more are said to.
func (p *Memoranda) passagesOf(c *comparison.Clause) []fyne.CanvasObject {
	l := p.desk.Locale
	var lines []fyne.CanvasObject
	for _, n := range p.passageNotes(c.ID) {
		key := "compared.passage.on"
		if _, _, _, found := n.Passage.FindIn(p.desk.Dataset.Clause(c.ID).Text); !found {
			key = "compared.passage.orphan"
		}
		words := part.SmallStrong(l.T(key, "Words", n.Passage.Quote))
		lines = append(lines, part.Inset(4, 0, 0, 0, part.Aside(part.Column(2, words, part.Caption(n.Text)), key == "compared.passage.on")))
	}
	return lines
}
