package chart

import (
	"math"
	"slices"
	"strings"

	"parley/model"
	"parley/ui/format"
	"parley/ui/palette"
)

// Every line has four columns: who received, what has no number, the track with its dots, and both numbers in words. Lines
// stand under the names of their rounds and events; where one picture cannot hold them all, they are laid out in pages.

// linesMode is how much room the words of lines are given.
type linesMode struct {
	brief   bool // the claims of disputed numbers stand in a note
	short   bool // "1,200+" instead of "at least 1,200"
	inPages bool
}

// The measures of lines.
const (
	axisRow     = 16.0 // over the first line
	leastLine   = 20.0 // height
	linePad     = 3.0  // over and under the words
	mostSpare   = 26.0 // height that a line may be given beyond its need
	groupRise   = 8.0  // over the name of a round
	labelFall   = 4.0  // over what tells a pledge from others
	unknownRoom = 48.0 // for what has no number
	unknownGap  = 14.0 // between the name and that
	wordsGap    = 16.0
	wordsShare  = 0.44 // of the width, at most
	nameShare   = 0.2  // of the width, at most
	leastTrack  = 120.0
	wideWords   = 760 // pictures at least as wide write numbers in full
	claimSize   = 8.0
	linesShare  = 0.6 // of the picture's height, for the lines of a page, if notes can make room
	agreedSize  = 6.5
	carriedSize = 4.0
	openSize    = 4.5
)

// scene places everything: with all words on one page, else with fewer, else on several pages.
func (f Fulfilment) scene(size Size, theme palette.Theme) (*scene, error) {
	chart, missing := f.cleaned(), 0.0
	isNarrow := size.Width < wideWords
	for _, m := range []linesMode{
		{}, {brief: true, short: isNarrow}, {brief: true, short: isNarrow, inPages: true},
	} {
		l := newLinesLayout(chart, float64(size.Width), m)
		if l.place(size, theme) {
			return l.scene, nil
		}
		missing = l.missing
	}
	return nil, &SizeError{Size: size, Fault: NoRoom, Height: size.Height + int(math.Ceil(missing))}
}

// linesLayout is one attempt to place the lines.
type linesLayout struct {
	chart   Fulfilment
	mode    linesMode
	scene   *scene
	locale  *format.Locale
	missing float64 // height that the lines lack

	names, words, track float64 // the widths of columns
	blocks              []lineBlock
	scale               scale
	spare               float64 // height that every line has beyond its need
}

// lineBlock is a pledge with its lines, which stay together where they can.
type lineBlock struct {
	group   *PledgeGroup
	pledge  *PledgeLines
	heading []string
	label   []string
	lines   []lineBox
}

// lineBox is one line with its words.
type lineBox struct {
	line  *PledgeLine
	name  []string
	words []string
}

func (b lineBox) height() float64 {
	return max(leastLine, float64(max(len(b.words), len(b.name)))*labelType.line+2*linePad)
}

func newLinesLayout(f Fulfilment, width float64, mode linesMode) *linesLayout {
	l := &linesLayout{chart: f, mode: mode, locale: f.locale()}
	inner := width - 2*margin
	for _, g := range f.Groups {
		for _, p := range g.Pledges {
			for _, s := range p.Sides {
				l.names = max(l.names, labelType.width(s.Name))
				l.words = max(l.words, labelType.width(l.wordsOf(&s)))
			}
		}
	}
	l.names = math.Ceil(min(l.names, inner*nameShare))
	l.words = math.Ceil(min(l.words, inner*wordsShare))
	l.track = max(leastTrack, inner-l.names-unknownRoom-wordsGap-l.words)
	for i := range f.Groups {
		g := &f.Groups[i]
		for j := range g.Pledges {
			if len(g.Pledges[j].Sides) > 0 {
				l.blocks = append(l.blocks, l.block(g, &g.Pledges[j], inner))
			}
		}
	}
	return l
}

func (l *linesLayout) wordsOf(s *PledgeLine) string {
	switch {
	case l.mode.short:
		return s.Short
	case l.mode.brief:
		return s.Brief
	}
	return s.Words
}

func (l *linesLayout) block(g *PledgeGroup, p *PledgeLines, inner float64) lineBlock {
	b := lineBlock{group: g, pledge: p, heading: headingType.clamp(g.Name, inner, 3)}
	if p.Label != "" {
		b.label = labelType.clamp(p.Label, inner, 2)
	}
	for i := range p.Sides {
		s := &p.Sides[i]
		b.lines = append(b.lines, lineBox{
			line: s, name: labelType.clamp(s.Name, l.names+1, 3), words: labelType.clamp(l.wordsOf(s), l.words+1, 8),
		})
	}
	return b
}

// place lays the chart out; it reports whether everything found its place.
func (l *linesLayout) place(size Size, theme palette.Theme) bool {
	l.chart.Frame = l.frame()
	width, height := float64(size.Width), float64(size.Height)
	plot := func(f Frame, least float64) rect {
		l.scene = &scene{colours: palette.Of(theme)}
		return f.layout(l.scene, width, height, least)
	}
	if l.chart.Empty != "" {
		area := plot(l.chart.Frame, leastPlot)
		l.missing = leastPlot - area.height()
		l.chart.emptyPlot(l.scene, area)
		return l.missing <= 0
	}
	if !l.mode.inPages {
		want := axisRow + l.height(l.pages(math.Inf(1))[0])
		area := plot(l.chart.Frame, want)
		if l.missing = want - area.height(); l.missing <= 0 {
			l.draw(area, l.pages(math.Inf(1))[0])
		}
		return l.missing <= 0
	}
	least := max(height*linesShare, axisRow+l.tallest())
	chosen := choosePage(l.chart.Frame, l.chart.Page, len(l.blocks),
		func(f Frame) rect { return plot(f, least) },
		func(height float64) ([][]pageLine, float64) {
			room := height - axisRow
			return l.pages(room), l.tallest() - room
		})
	if l.missing = chosen.lacks; l.missing > 0 {
		return false
	}
	l.scene.page, l.scene.pages = chosen.at, chosen.of
	l.draw(chosen.area, chosen.page)
	return true
}

// frame is the chart's frame with the claims that the lines of this mode leave out.
func (l *linesLayout) frame() Frame {
	f := l.chart.Frame
	if !l.mode.brief {
		return f
	}
	var list []string
	for _, b := range l.blocks {
		list = append(list, l.claims(b)...)
	}
	if len(list) > 0 {
		f.Notes = slices.Concat([]Note{{
			Text:  l.locale.T("chartfulfil.claims", "List", strings.Join(list, "; ")),
			Short: l.locale.N("chartfulfil.claims.short", len(list)),
		}}, f.Notes)
	}
	return f
}

// claims says who claims what of a pledge; sides of which the same is claimed are named together.
func (l *linesLayout) claims(b lineBlock) []string {
	var all []string
	sides := map[string][]string{}
	for _, line := range b.lines {
		claims := line.line.Claims
		if claims == "" {
			continue
		}
		if sides[claims] == nil {
			all = append(all, claims)
		}
		sides[claims] = append(sides[claims], line.line.Name)
	}
	name := b.group.Name
	if b.pledge.Label != "" {
		name = l.locale.T("chartfulfil.pledge", "Occasion", name, "Pledge", b.pledge.Label)
	}
	for i, claims := range all {
		what := l.locale.T("chartfulfil.claims.of", "Occasion", name, "Side", l.locale.List(sides[claims]))
		all[i] = l.locale.T("chart.note.entry", "What", what, "Text", claims)
	}
	return all
}

// pageLine is what stands on a page: a name, a label or a line.
type pageLine struct {
	block   *lineBlock
	heading []string
	label   []string
	line    *lineBox
}

func (p pageLine) height() float64 {
	switch {
	case p.heading != nil:
		return groupRise + float64(len(p.heading))*headingType.line
	case p.label != nil:
		return labelFall + float64(len(p.label))*labelType.line
	}
	return p.line.height()
}

func (l *linesLayout) height(page []pageLine) float64 {
	h := 0.0
	for _, line := range page {
		h += line.height()
	}
	return h
}

// tallest is the least height of a page: a line with its names.
func (l *linesLayout) tallest() float64 {
	h := 0.0
	for i := range l.blocks {
		b := &l.blocks[i]
		for j := range b.lines {
			h = max(h, l.height(append(l.lead(b, true), pageLine{block: b, line: &b.lines[j]})))
		}
	}
	return h
}

// lead is what stands over the first line of a block.
func (l *linesLayout) lead(b *lineBlock, withName bool) []pageLine {
	var list []pageLine
	if withName && b.heading != nil {
		list = append(list, pageLine{block: b, heading: b.heading})
	}
	if b.label != nil {
		list = append(list, pageLine{block: b, label: b.label})
	}
	return list
}

// pages fills pages of this height with the blocks, a block on one page where it can be. A name is repeated on the next
// page.
func (l *linesLayout) pages(room float64) [][]pageLine {
	pages, used := [][]pageLine{nil}, 0.0
	isEmpty := func() bool { return len(lastOf(pages)) == 0 }
	fits := func(more []pageLine) bool { return used+l.height(more) <= room }
	put := func(more []pageLine) {
		last := len(pages) - 1
		pages[last], used = append(pages[last], more...), used+l.height(more)
	}
	turn := func() {
		if !isEmpty() {
			pages, used = append(pages, nil), 0
		}
	}
	for i := range l.blocks {
		b := &l.blocks[i]
		isNew := i == 0 || l.blocks[i-1].group != b.group
		lines := l.linesOf(b)
		if whole := slices.Concat(l.lead(b, isNew || isEmpty()), lines); fits(whole) {
			put(whole)
			continue
		}
		turn()
		for j := range lines {
			more := lines[j : j+1]
			if !isEmpty() && !fits(more) {
				turn()
			}
			if isEmpty() {
				more = append(l.continued(b, isNew && j == 0), more...)
			}
			put(more)
		}
	}
	return pages
}

func (l *linesLayout) linesOf(b *lineBlock) []pageLine {
	var list []pageLine
	for i := range b.lines {
		list = append(list, pageLine{block: b, line: &b.lines[i]})
	}
	return list
}

// continued is the lead of a block at the top of a page.
func (l *linesLayout) continued(b *lineBlock, isFirst bool) []pageLine {
	list := l.lead(b, true)
	if !isFirst && b.heading != nil {
		name := l.locale.T("chartfulfil.continued", "Name", b.group.Name)
		list[0].heading = headingType.clamp(name, l.names+unknownRoom+l.track+wordsGap+l.words, len(b.heading))
	}
	return list
}

// isSelected reports whether a line is of what is selected.
func (l *linesLayout) isSelected(b *lineBlock) bool {
	selected := l.chart.Selected
	if (selected == model.Item{}) {
		return false
	}
	return b.group.Item == selected || b.pledge.Item == selected || slices.Contains(b.pledge.Exchanges, selected)
}
