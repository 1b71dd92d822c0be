package chart

import (
	"image/color"
	"math"
	"slices"

	"parley/model"
	"parley/ui/palette"
)

// The panels stand in a grid, one way to a row where there are several sides, those of a way at one scale. Under its bar a panel has
// a line for each part, which is its legend. Where there is room to spare, each line has a bar of its own from zero.

// The measures of panels.
const (
	leastParts   = 224.0 // width
	partsGap     = 32.0
	partsRowGap  = 18.0
	partBar      = 20.0 // height of a bar
	tallPartBar  = 36.0
	lineBar      = 14.0 // height of the bar of a line
	leastLineBar = 6.0
	lineGap      = 6.0 // between two lines
	linesGap     = 8.0 // over the first line
	partSymbol   = 20.0
	rangeRoom    = 9.0 // over a bar, for the range of its sum
	numberGap    = 12.0
	tickLength   = 4.0
	unknownWidth = 60.0 // of a bar without any count
	partsShare   = 0.6  // of the picture's height, for the panels of a page, if notes can make room
)

var partsType = style{semiBold, 14, 20}

// partsMode is how much room the words of panels are given.
type partsMode struct {
	brief   bool // lines say only what no number says
	tight   bool // panels stand one under the other, with their lines in columns
	inPages bool
}

var partsModes = []partsMode{{}, {brief: true}, {brief: true, inPages: true}, {brief: true, tight: true, inPages: true}}

// scene places everything, in the first mode in which everything finds its place.
func (c Categories) scene(size Size, theme palette.Theme) (*scene, error) {
	chart, missing := c.cleaned(), 0.0
	for _, m := range partsModes {
		l := newPartsLayout(chart, float64(size.Width), m)
		if l.place(size, theme) {
			return l.scene, nil
		}
		missing = l.missing
	}
	return nil, &SizeError{Size: size, Fault: NoRoom, Height: size.Height + int(math.Ceil(missing))}
}

// place lays the chart out; it reports whether everything found its place.
func (l *partsLayout) place(size Size, theme palette.Theme) bool {
	width, height := float64(size.Width), float64(size.Height)
	plot := func(f Frame, least float64) rect {
		l.scene = &scene{colours: palette.Of(theme)}
		return f.layout(l.scene, width, height, least)
	}
	if !l.mode.inPages || l.chart.Empty != "" {
		want := max(l.rowsHeight(l.rows), leastPlot)
		area := plot(l.chart.Frame, want)
		if l.missing = want - area.height(); l.missing <= 0 {
			l.draw(area, l.rows)
		}
		return l.missing <= 0
	}
	least := max(l.tallest(), height*partsShare)
	chosen := choosePage(l.chart.Frame, l.chart.Page, len(l.rows),
		func(f Frame) rect { return plot(f, least) },
		func(room float64) ([][]partsRow, float64) {
			if l.mode.tight {
				l.breakPanels(room)
			}
			return l.pages(room), l.tallest() - room
		})
	if l.missing = chosen.lacks; l.missing > 0 {
		return false
	}
	l.scene.page, l.scene.pages = chosen.at, chosen.of
	l.draw(chosen.area, chosen.page)
	return true
}

func (l *partsLayout) tallest() float64 {
	h := 0.0
	for _, r := range l.rows {
		h = max(h, r.height)
	}
	return h
}

// partsLayout is one attempt to place the panels.
type partsLayout struct {
	chart   Categories
	scene   *scene
	mode    partsMode
	width   float64 // of a panel
	rows    []partsRow
	missing float64 // height that the panels lack

	bar, lineBar float64 // the heights of bars; lineBar is 0 where lines have none
}

// partsRow is a row of the grid.
type partsRow struct {
	panels []partsBox
	height float64
}

// partsBox is a panel with its words in lines.
type partsBox struct {
	panel *Panel
	name  []string
	said  []string // under the name
	lines []partLine
}

// partLine is the line of one part.
type partLine struct {
	segment *Segment
	label   []string
	more    []string // how many exchanges
}

func (l partLine) height() float64 {
	return float64(len(l.label)+len(l.more))*labelType.line + lineGap
}

func newPartsLayout(c Categories, width float64, mode partsMode) *partsLayout {
	l := &partsLayout{chart: c, mode: mode, bar: partBar}
	inner := width - 2*margin
	groups := l.groups()
	columns := 1
	for _, g := range groups {
		if !mode.tight {
			columns = max(columns, columnsFor(len(g), inner))
		}
	}
	l.width = math.Floor((inner - float64(columns-1)*partsGap) / float64(columns))
	for _, g := range groups {
		for part := range slices.Chunk(g, columns) {
			l.rows = append(l.rows, l.row(part))
		}
	}
	return l
}

// groups are the panels that may stand side by side: those of one way, or both of a single side.
func (l *partsLayout) groups() [][]*Panel {
	var groups [][]*Panel
	panels := l.chart.Panels
	oneSide := len(panels) == 2 && panels[0].Side == panels[1].Side
	for i := range panels {
		if last := len(groups) - 1; i > 0 && (panels[i].Way == panels[i-1].Way || oneSide) {
			groups[last] = append(groups[last], &panels[i])
			continue
		}
		groups = append(groups, []*Panel{&panels[i]})
	}
	return groups
}

// lineColumns is in how many columns the lines of a panel stand.
func (l *partsLayout) lineColumns() int {
	if !l.mode.tight {
		return 1
	}
	return max(1, int((l.width+partsGap)/(leastParts+partsGap)))
}

// lineWidth is the width of a line.
func (l *partsLayout) lineWidth() float64 {
	n := float64(l.lineColumns())
	return math.Floor((l.width - (n-1)*partsGap) / n)
}

// breakPanels breaks panels that are higher than a page into several, each with the whole bar and some of the lines.
func (l *partsLayout) breakPanels(room float64) {
	var rows []partsRow
	for _, r := range l.rows {
		b := r.panels[0]
		for r.height > room && len(b.lines) > l.lineColumns() {
			first := b
			for l.panelHeight(first) > room && len(first.lines) > l.lineColumns() {
				first.lines = first.lines[:(len(first.lines)-1)/l.lineColumns()*l.lineColumns()]
			}
			rows = append(rows, partsRow{[]partsBox{first}, l.panelHeight(first)})
			b.lines = b.lines[len(first.lines):]
			r = partsRow{[]partsBox{b}, l.panelHeight(b)}
		}
		rows = append(rows, r)
	}
	l.rows = rows
}

// columnsFor is how many of n panels stand side by side, so that the rows are about as full.
func columnsFor(n int, inner float64) int {
	most := max(1, min(n, int((inner+partsGap)/(leastParts+partsGap))))
	rows := (n + most - 1) / most
	return (n + rows - 1) / rows
}

func (l *partsLayout) row(panels []*Panel) partsRow {
	var r partsRow
	for _, p := range panels {
		b := l.box(p)
		r.panels = append(r.panels, b)
		r.height = max(r.height, l.panelHeight(b))
	}
	return r
}

func (l *partsLayout) box(p *Panel) partsBox {
	words := p.Heading
	if p.Text != "" {
		words += ", " + p.Text
	}
	room := l.width - legendSymbol - gapSymbol - partsType.width(p.Label) - numberGap
	b := partsBox{panel: p, name: partsType.clamp(p.Name, room, 6), said: labelType.clamp(words, l.width, 4)}
	column := l.numbersWidth(p)
	for i := range p.Segments {
		s := &p.Segments[i]
		room := l.lineWidth() - partSymbol - gapSymbol - column - numberGap
		line := partLine{segment: s, label: labelType.clamp(s.Label, room, 3)}
		if more := l.more(s); more != "" {
			line.more = labelType.clamp(more, room, 3)
		}
		b.lines = append(b.lines, line)
	}
	return b
}

// more is what a line says beside its number.
func (l *partsLayout) more(s *Segment) string {
	switch {
	case s.Off:
		return ""
	case l.mode.brief:
		return s.Uncounted
	}
	return s.Exchanges
}

// numbersWidth is the width of the column of numbers.
func (l *partsLayout) numbersWidth(p *Panel) float64 {
	w := 0.0
	for _, s := range p.Segments {
		w = max(w, labelType.width(s.Number))
	}
	return w
}

// lineHeight is the height of lines that stand side by side.
func lineHeight(lines []partLine) float64 {
	h := 0.0
	for _, line := range lines {
		h = max(h, line.height())
	}
	return h
}

// panelHeight is the height of a panel without bars for its lines.
func (l *partsLayout) panelHeight(b partsBox) float64 {
	h := float64(len(b.name))*partsType.line + float64(len(b.said))*labelType.line + rangeRoom + l.bar + tickLength + labelType.line + linesGap
	for lines := range slices.Chunk(b.lines, l.lineColumns()) {
		h += lineHeight(lines)
	}
	return h
}

func (l *partsLayout) rowsHeight(rows []partsRow) float64 {
	h := -partsRowGap
	for _, r := range rows {
		h += r.height + partsRowGap
	}
	return h
}

// pages fills pages with rows, at least one to a page.
func (l *partsLayout) pages(room float64) [][]partsRow {
	var pages [][]partsRow
	for _, r := range l.rows {
		last := len(pages) - 1
		if last >= 0 && l.rowsHeight(append(slices.Clone(pages[last]), r)) <= room {
			pages[last] = append(pages[last], r)
			continue
		}
		pages = append(pages, []partsRow{r})
	}
	return pages
}

// draw draws rows of panels, or says why there are none. Room to spare makes bars higher, then gives every line its own.
func (l *partsLayout) draw(plot rect, rows []partsRow) {
	if l.chart.Empty != "" {
		l.chart.emptyPlot(l.scene, plot)
		return
	}
	l.useSpare(plot.height()-l.rowsHeight(rows), rows)
	y := plot.y0
	for _, r := range rows {
		x, bottom := plot.x0, y
		for _, p := range r.panels {
			bottom = max(bottom, l.drawPanel(p, x, y))
			x += l.width + partsGap
		}
		y = bottom + partsRowGap
	}
}

func (l *partsLayout) useSpare(spare float64, rows []partsRow) {
	lines := 0
	for _, r := range rows {
		most := 0
		for _, p := range r.panels {
			most = max(most, len(p.lines))
		}
		lines += most
	}
	l.bar = min(tallPartBar, l.bar+math.Floor(spare/4/float64(max(len(rows), 1))))
	spare -= (l.bar - partBar) * float64(len(rows))
	if per := math.Floor(spare/float64(max(lines, 1))) - 4; per >= leastLineBar {
		l.lineBar = min(lineBar, per)
	}
}

// drawPanel draws a panel and returns where it ends.
func (l *partsLayout) drawPanel(b partsBox, x, y float64) float64 {
	s, p := l.scene, b.panel
	colour := s.colours.Side(p.Place)
	s.fill(rect{x, y + 4, x + legendSymbol, y + 16}, colour)
	sum := p.Label
	s.text(sum, x+l.width-partsType.width(sum), y, partsType, s.colours.Text)
	y += s.lines(b.name, x+legendSymbol+gapSymbol, y, partsType, s.colours.Text)
	y += s.lines(b.said, x, y, labelType, s.colours.Muted) + rangeRoom
	a := newScale(l.chart.highest(p.Way), x, x+l.width)
	l.drawParts(p, a, y, colour)
	y = l.drawTicks(a, y+l.bar) + linesGap
	for lines := range slices.Chunk(b.lines, l.lineColumns()) {
		bottom := y
		for i, line := range lines {
			left := x + float64(i)*(l.lineWidth()+partsGap)
			bottom = max(bottom, l.drawLine(p, line, rect{left, y, left + l.lineWidth(), y + line.height() - lineGap}, colour))
		}
		y = bottom
		if l.lineBar > 0 {
			y = l.drawLineBar(p, lines[0].segment, a, y-lineGap+2, colour) + lineGap + 2
		}
	}
	return y - lineGap
}

// drawParts draws the bar with its segments side by side, and the range of the sum.
func (l *partsLayout) drawParts(p *Panel, a scale, y float64, colour color.NRGBA) {
	s := l.scene
	drawn := p.drawn()
	if len(drawn) == 0 {
		s.unknownLying(rect{a.x0, y, a.x0 + unknownWidth, y + l.bar}, colour)
	}
	sum := 0
	for i, part := range drawn {
		x0 := a.x(sum)
		sum += part.Value
		area := rect{x0, y, a.x(sum), y + l.bar}
		if i < len(drawn)-1 && area.width() > 3 {
			area.x1-- // a gap to the next
		}
		area.x1 = max(area.x1, area.x0+1)
		s.filled(area, patternOf(part.Pattern), colour)
		if l.isSelected(p, part) {
			s.outline(area.grown(2), 2, s.colours.Accent)
		}
		s.mark(area.grown(1), Mark{
			Role: CarriedRole, Side: p.Side, Item: single(part.Items), Value: part.Number, Text: part.Text,
		})
	}
	s.fill(rect{a.x0 - 1, y - 2, a.x0, y + l.bar + tickLength}, s.colours.Muted)
	if p.HasRange {
		s.across(a.x(p.Low), a.x(p.High), y-rangeRoom/2, s.colours.Text)
	}
}

// isSelected reports whether the selected exchange has the labels of a segment.
func (l *partsLayout) isSelected(p *Panel, part Segment) bool {
	return p.Way == LabelWay && l.chart.Selected != model.Item{} && slices.Contains(part.Items, l.chart.Selected)
}

// single is the only item of a list; zero where there are several.
func single(items []model.Item) model.Item {
	if len(items) != 1 {
		return model.Item{}
	}
	return items[0]
}

func patternOf(place int) pattern {
	if place == NotSplit {
		return openPattern
	}
	return patternAt(place)
}

// drawTicks draws the axis under a bar and returns where it ends.
func (l *partsLayout) drawTicks(a scale, y float64) float64 {
	s, locale := l.scene, l.chart.locale()
	s.fill(rect{a.x0, y, a.x1, y + 1}, s.colours.Line)
	width := func(n int) float64 { return labelType.width(locale.Number(n)) }
	for _, i := range a.fitting(width) {
		n, x := a.tick(i)
		x = min(x, a.x1-1)
		s.fill(rect{x, y, x + 1, y + tickLength}, s.colours.Muted)
		s.text(locale.Number(n), a.left(n, width(n)), y+tickLength, labelType, s.colours.Muted)
	}
	return y + tickLength + labelType.line
}

// drawLine draws the line of one part and returns where the next begins.
func (l *partsLayout) drawLine(p *Panel, line partLine, area rect, colour color.NRGBA) float64 {
	s, part := l.scene, line.segment
	ink, x, y := s.colours.Text, area.x0+partSymbol+gapSymbol, area.y0
	if l.isSelected(p, *part) {
		s.fill(area.grown(lineGap/2), s.colours.Selected)
	}
	box := rect{area.x0, y + 1, area.x0 + partSymbol, y + 13}
	switch {
	case part.Off:
		ink = s.colours.Muted
		s.outline(box, 1, ink)
		s.fill(rect{x, y + labelType.line/2, x + labelType.width(line.label[0]), y + labelType.line/2 + 1}, ink)
	case part.State == model.Unknown:
		s.unknown(box, colour)
	default:
		s.filled(box, patternOf(part.Pattern), colour)
		s.text(part.Number, area.x1-labelType.width(part.Number), y, labelType, s.colours.Text)
	}
	y += s.lines(line.label, x, y, labelType, ink)
	y += s.lines(line.more, x, y, labelType, s.colours.Muted)
	key := LegendEntry{Text: part.Label, Off: part.Off}
	s.mark(area, Mark{
		Role: LegendRole, Side: p.Side, Key: part.Key, Value: part.Number, Text: part.Text + ". " + l.chart.switchText(key),
	})
	return y + lineGap
}

// drawLineBar draws the bar of one part from zero, and returns where it ends.
func (l *partsLayout) drawLineBar(p *Panel, part *Segment, a scale, y float64, colour color.NRGBA) float64 {
	s := l.scene
	area := rect{a.x0, y, max(a.x(part.Value), a.x0+outlineWidth), y + l.lineBar}
	switch {
	case part.Off:
		return area.y1
	case part.State == model.Unknown:
		area.x1 = a.x0 + unknownWidth
		s.unknownLying(area, colour)
	default:
		s.filled(area, patternOf(part.Pattern), colour)
	}
	s.mark(area.grown(1), Mark{
		Role: CarriedRole, Side: p.Side, Item: single(part.Items), Value: part.Number, Text: part.Text,
	})
	return area.y1
}

// across is the look of a range beside a bar that lies: a thin line with caps.
func (s *scene) across(low, high, y float64, c color.NRGBA) {
	high = max(high, low+1)
	s.fill(rect{low, y - 0.5, high, y + 0.5}, c)
	s.fill(rect{low - 0.5, y - 3, low + 0.5, y + 3}, c)
	s.fill(rect{high - 0.5, y - 3, high + 0.5, y + 3}, c)
}
