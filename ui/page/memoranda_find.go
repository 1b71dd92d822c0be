package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"parley/model/fold"
	"parley/ui/comparison"
	"parley/ui/part"
	"parley/ui/state"
)

// textOf says which text of a row a place is.
type textKind int

const (
	topicText textKind = iota
	stanceText
	reasonText
	clauseText
	relatedText
)

// place is one text of the comparison.
type place struct {
	row  int
	side int // 0 and 1; -1 for neither
	what textKind
	n    int // among those of its sort
}

// hit is a piece of a text that was searched for.
type hit struct {
	at   place
	span fold.Span
}

// finder searches the texts of the comparison: it marks the hits, counts them, and goes from one to the next.
type finder struct {
	page   *Memoranda
	box    *fyne.Container
	entry  *findEntry
	count  *fyne.Container
	export fyne.CanvasObject
	texts  []foldedText // of all rows, folded; nil until the first search
	typed  string
	hits   []hit
	byText map[place][]int
	now    int // the hit that the reader is at; -1 for none
}

// foldedText is a text of the comparison, ready to be searched.
type foldedText struct {
	at     place
	text   string
	folded string
}

func (p *Memoranda) newFinder() *finder {
	l := p.desk.Locale
	f := &finder{page: p, now: -1, count: part.Row(8, -1)}
	f.entry = newFindEntry(l.T("compared.find"), f)
	button := func(name string, icon fyne.Resource, press func()) fyne.CanvasObject {
		return part.NewPressable(name, part.Inset(4, 4, 4, 4, part.Glyph(icon)), press)
	}
	steps := part.Row(2, -1,
		button(l.T("compared.find.previous"), theme.MoveUpIcon(), func() { f.step(-1) }),
		button(l.T("compared.find.next"), theme.MoveDownIcon(), func() { f.step(1) }))
	f.export = p.textButton(l.T("compared.export"), p.askToExport)
	f.box = part.Flow(12, 4, part.Wide(240, f.entry), steps, f.count,
		p.textButton(l.T("compared.expand"), func() { p.openAll(true) }),
		p.textButton(l.T("compared.collapse"), func() { p.openAll(false) }),
		f.export)
	return f
}

// textButton is a few words with an outline to press.
func (p *Memoranda) textButton(words string, press func()) fyne.CanvasObject {
	return part.NewPressable(words, part.Framed(part.Inset(6, 10, 6, 10, part.Line(words, false))), press)
}

// Find goes to where the words to be found in the comparison are typed.
func (p *Memoranda) Find() {
	if p.view.Matrix {
		p.change(func(v *state.Comparison) { v.Matrix = false })
	}
	if p.finder.box.Visible() {
		focus(p.finder.entry)
	}
}

// forget drops the texts, after the comparison has changed.
func (f *finder) forget() { f.texts, f.typed, f.hits, f.byText, f.now = nil, "", nil, nil, -1 }

// find looks for words in the rows that are shown, and stays at a hit where it can.
func (f *finder) find(typed string) {
	if f.entry.Text != typed {
		f.entry.SetText(typed)
	}
	f.typed, f.hits, f.byText = typed, nil, map[place][]int{}
	words := fold.WordsOf(typed)
	if words.Empty() {
		f.now = -1
		f.tellCount()
		return
	}
	if f.texts == nil {
		f.gather()
	}
	for _, t := range f.texts {
		if !f.page.shows(f.page.rows[t.at.row]) || !words.In(t.folded) {
			continue
		}
		for _, span := range words.Hits(t.text) {
			f.byText[t.at] = append(f.byText[t.at], len(f.hits))
			f.hits = append(f.hits, hit{t.at, span})
		}
	}
	if f.now >= len(f.hits) {
		f.now = -1
	}
	f.tellCount()
}

// gather folds the texts of all rows, in the order in which they are read.
func (f *finder) gather() {
	f.texts = []foldedText{}
	add := func(at place, text string) {
		f.texts = append(f.texts, foldedText{at, text, fold.String(text)})
	}
	for i, r := range f.page.rows {
		add(place{row: i, what: topicText}, r.row.Name)
		for side := range r.row.Sides {
			for n, words := range r.row.Sides[side].Stance {
				add(place{row: i, side: side, what: stanceText, n: n}, words)
			}
		}
		add(place{row: i, what: reasonText}, r.row.Reason.Text)
		left, right := r.row.Sides[0], r.row.Sides[1]
		for n := range max(len(left.Clauses), len(right.Clauses)) {
			for side, list := range [][]comparison.Clause{left.Clauses, right.Clauses} {
				if n < len(list) {
					add(place{row: i, side: side, what: clauseText, n: n}, list[n].Text)
				}
			}
		}
		for side, list := range [][]comparison.Clause{left.Related, right.Related} {
			for n := range list {
				add(place{row: i, side: side, what: relatedText, n: n}, list[n].Short)
			}
		}
		for n := range r.row.Others {
			add(place{row: i, side: -1, what: relatedText, n: n}, r.row.Others[n].Short)
		}
	}
}

// spans are the hits in one text.
func (f *finder) spans(at place) []part.ProseSpan {
	var list []part.ProseSpan
	for _, i := range f.byText[at] {
		s := part.ProseSpan{Start: f.hits[i].span.From, End: f.hits[i].span.To, As: part.Hit}
		if i == f.now {
			s.As = part.CurrentHit
		}
		list = append(list, s)
	}
	return list
}

// tellCount says how many hits there are, and how many of them in each column.
func (f *finder) tellCount() {
	l := f.page.desk.Locale
	var sides [2]int
	for _, h := range f.hits {
		if h.at.what != topicText && h.at.what != reasonText && h.at.side >= 0 {
			sides[h.at.side]++
		}
	}
	f.count.Objects = nil
	if f.typed != "" {
		words := l.N("compared.hits", len(f.hits))
		if f.now >= 0 {
			words = l.T("compared.hits.at", "N", l.Number(f.now+1), "Hits", words)
		}
		by := l.T("compared.hits.by", "Left", l.Number(sides[0]), "Right", l.Number(sides[1]))
		f.count.Objects = []fyne.CanvasObject{part.Line(words, false), part.Inset(2, 0, 0, 0, part.SmallLine(by))}
	}
	layOut(f.count)
	layOut(f.box)
}

// step goes to the next hit, or to the one before; after the last to the first.
func (f *finder) step(by int) {
	n := len(f.hits)
	if n == 0 {
		return
	}
	switch {
	case f.now >= 0:
		f.now = ((f.now+by)%n + n) % n
	case by > 0:
		f.now = 0
	default:
		f.now = n - 1
	}
	f.tellCount()
	f.page.showHit(f.hits[f.now])
}

// showHit unfolds the row of a hit where that is needed, and scrolls to it.
func (p *Memoranda) showHit(h hit) {
	r := p.rows[h.at.row]
	p.at = h.at.row
	if h.at.what == clauseText || h.at.what == relatedText {
		p.open(h.at.row, true)
	}
	p.lines.RebuildAll()
	p.page.Fit()
	p.page.RevealLine(p.lineOfHit(r, h.at))
}

// lineOfHit is the line of the table that a text stands in.
func (p *Memoranda) lineOfHit(r *topicRow, at place) int {
	for n, line := range p.linesOf(r.at) {
		switch {
		case at.what == clauseText && line.kind == clauseLine && line.clause == at.n,
			at.what == relatedText && at.side >= 0 && line.kind == relatedLine,
			at.what == relatedText && at.side < 0 && line.kind == othersLine:
			return r.head + n
		}
	}
	return r.head
}

// findEntry is where the words to be found are typed: Enter goes to the next hit, Shift and Enter to the one before,
// Escape takes the words away.
type findEntry struct {
	part.Entry
	owner *finder
}

func newFindEntry(holder string, owner *finder) *findEntry {
	e := &findEntry{owner: owner}
	e.PlaceHolder = holder
	e.Wrapping = fyne.TextWrapOff
	e.ExtendBaseWidget(e)
	e.OnChanged = e.changed
	return e
}

func (e *findEntry) changed(text string) {
	if text != e.owner.typed {
		e.owner.now = -1
		e.owner.page.desk.Store.Adjust(func(n *state.State) { n.Comparison.Find = text })
	}
}

// TypedKey implements fyne.Focusable.
func (e *findEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if part.IsShiftDown() {
			e.owner.step(-1)
		} else {
			e.owner.step(1)
		}
	case fyne.KeyEscape:
		if e.Text != "" {
			e.SetText("")
			return
		}
		e.Entry.TypedKey(key)
	default:
		e.Entry.TypedKey(key)
	}
}
