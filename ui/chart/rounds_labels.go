package chart

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"parley/model"
)

// A label or a remark stays in the area of its slot, so those of two slots never meet. Within the area it takes the
// first of its possible places that touches nothing drawn and nothing written.

// labelPad is the least distance of words to anything else.
const (
	labelPad     = 1.0
	labelRise    = 3.0  // from the top of a bar to its label
	shortLeader  = 10.0 // labels raised less need no line
	longLeader   = 60.0 // labels are not raised more
	bracketDepth = 4.0
	remarkStep   = 2.0
	// maxRemarkLines is how many lines a remark may take where it does not fit in remarkLines.
	maxRemarkLines = 7
)

// placer finds room for words in the area of a slot.
type placer struct {
	scene  *scene
	area   rect        // where labels may stand
	taken  []rect      // what is drawn or written there
	ground color.NRGBA // what words stand on
}

func (p *placer) free(r rect) bool {
	return r.inside(p.area) && !overlapsAny(r.grown(labelPad), p.taken)
}

// put writes lines into an area, on the colour of the page, so that grid lines do not cross them.
func (p *placer) put(lines []string, area rect, centred bool) {
	for i, line := range lines {
		x, y, w := area.x0, area.y0+float64(i)*labelType.line, labelType.width(line)
		if centred {
			x += (area.width() - w) / 2
		}
		p.scene.fill(rect{x - 1, y, x + w + 1, y + labelType.line}.within(area.grown(1)), p.ground)
		p.scene.text(line, x, area.y0+float64(i)*labelType.line, labelType, p.scene.colours.Text)
	}
	p.taken = append(p.taken, area)
}

// labelArea is where the words of a slot may stand: half the gaps beside it are its own.
func (l *roundsLayout) labelArea(g *groupBox, c *cell, plot rect) rect {
	pad := min(slotGap, l.mode.groupGap)/2 - labelPad
	area := rect{c.x0 - pad, plot.y0, c.x1 + pad, plot.y1}
	if l.mode.turned {
		area.x0, area.x1 = c.x0-l.bar/2, c.x1+l.bar/2
	}
	area.x0 = max(area.x0, plot.x0+l.gutter+axisGap/2)
	area.x1 = min(area.x1, plot.x1+margin/2)
	if g.group.Part != RoundPart {
		area.y0 += float64(len(l.heading)) * headingType.line
	}
	return area
}

// labelCell writes the numbers and remarks of a slot; it reports whether all found a place.
func (l *roundsLayout) labelCell(c *cell, area rect) bool {
	p := &placer{scene: l.scene, area: area, ground: l.ground(c)}
	for _, col := range c.columns {
		p.taken = append(p.taken, l.bodies(col)...)
	}
	placed := true
	for _, span := range l.spans(c) {
		placed = l.placeSpan(p, c, span) && placed
	}
	if l.mode.letters || l.mode.turned {
		return placed
	}
	for _, r := range c.slot.Remarks {
		placed = l.placeRemark(p, c, r) && placed
	}
	return placed
}

// bodies are the areas that a column's drawing takes.
func (l *roundsLayout) bodies(col *column) []rect {
	middle := (col.x0 + col.x1) / 2
	around := func(n int, size float64) rect {
		y := l.axis.y(n)
		return rect{middle - size, y - size, middle + size, y + size}
	}
	var list []rect
	switch {
	case col.role == InferredRole:
		for _, d := range col.side.Inferred {
			r := around(d.Value, ringSize)
			list = append(list, rect{col.x0, r.y0, col.x1, r.y1})
		}
	case col.bar.State == model.Disputed:
		for _, d := range col.bar.Claims {
			list = append(list, around(d.Value, diamondSize))
		}
	default:
		list = append(list, rect{col.x0, col.top, col.x1, l.axis.zeroY})
	}
	return list
}

// span is a label and the columns that share it.
type span struct {
	text    string
	columns []*column
}

// spans are the labels of a slot. Bars of one number share one label, unless a higher bar stands between them.
func (l *roundsLayout) spans(c *cell) []span {
	var list []span
	used := map[*column]bool{}
	for i, col := range c.columns {
		text := l.labelOf(col)
		if text == "" || used[col] {
			continue
		}
		s := span{text: text, columns: []*column{col}}
		for _, other := range c.columns[i+1:] {
			if l.labelOf(other) == text && other.bar.Value == col.bar.Value {
				s.columns = append(s.columns, other)
				used[other] = true
			} else if other.top < col.top {
				break
			}
		}
		list = append(list, s)
	}
	// The lowest bars come first: they have the least choice of places.
	slices.SortStableFunc(list, func(a, b span) int { return int(b.top() - a.top()) })
	return list
}

// labelOf is what is written over a column; "" for columns without a number.
func (l *roundsLayout) labelOf(col *column) string {
	switch {
	case col.bar == nil || !col.bar.HasValue():
		return ""
	case l.mode.short:
		return col.bar.Short
	}
	return col.bar.Label
}

func (s span) top() float64 {
	top := s.columns[0].top
	for _, c := range s.columns {
		top = min(top, c.top)
	}
	return top
}

func (s span) middle() float64 { return (s.columns[0].x0 + lastOf(s.columns).x1) / 2 }

// placeSpan writes a label over its bars: upright, raised with a line down to its bar, or turned. Bars whose common
// label finds no place get one each.
func (l *roundsLayout) placeSpan(p *placer, c *cell, s span) bool {
	if !l.mode.turned && l.placeUpright(p, s, shortLeader) {
		return true
	}
	if len(s.columns) == 1 {
		return l.placeTurned(p, s) || !l.mode.turned && l.placeUpright(p, s, longLeader)
	}
	placed := true
	for _, col := range s.columns {
		placed = l.placeSpan(p, c, span{text: s.text, columns: []*column{col}}) && placed
	}
	return placed
}

// placeUpright tries the places over the bars, the lowest first, up to a rise.
func (l *roundsLayout) placeUpright(p *placer, s span, limit float64) bool {
	base := s.top() - labelRise
	if len(s.columns) > 1 {
		if !p.clear(s.bracket()) {
			return false
		}
		base -= bracketDepth
	}
	for rise := 0.0; rise <= limit; rise += remarkStep {
		for _, lines := range upright(s.text) {
			w, h := labelType.widest(lines), float64(len(lines))*labelType.line-2
			for _, x := range []float64{s.middle() - w/2, s.columns[0].x0, lastOf(s.columns).x1 - w} {
				x = math.Round(max(p.area.x0, min(x, p.area.x1-w)))
				area := rect{x, base - rise - h, x + w, base - rise}
				leader := rect{s.middle() - 0.5, area.y1, s.middle() + 0.5, base}
				if !p.free(area) || rise > shortLeader && (len(s.columns) > 1 || !p.clear(leader)) {
					continue
				}
				p.put(lines, area.moved(0, -1), true)
				l.drawTie(p, s, area, leader, rise)
				return true
			}
		}
	}
	return false
}

// clear reports whether a line would cross nothing.
func (p *placer) clear(r rect) bool { return !overlapsAny(r.grown(0.5), p.taken) }

// upright are the ways to set a label: on one line, or on two with its number on the second.
func upright(text string) [][]string {
	ways := [][]string{{text}}
	if at := strings.LastIndex(text, " "); at > 0 {
		ways = append(ways, []string{text[:at], text[at+1:]})
	}
	return ways
}

// drawTie ties a label to its bars: by a bracket over several, by a line where it was raised.
func (l *roundsLayout) drawTie(p *placer, s span, area, leader rect, rise float64) {
	colour := l.scene.colours.Muted
	if rise > shortLeader {
		l.scene.fill(leader, colour)
		p.taken = append(p.taken, leader)
	}
	if len(s.columns) < 2 {
		return
	}
	bracket := s.bracket()
	l.scene.fill(rect{bracket.x0, bracket.y0, bracket.x1, bracket.y0 + 1}, colour)
	for _, col := range s.columns {
		l.scene.fill(rect{centre(col), bracket.y0, centre(col) + 1, bracket.y1}, colour)
	}
	p.taken = append(p.taken, bracket)
}

// bracket is the area of the line that ties a label to several bars.
func (s span) bracket() rect {
	y := s.top() - bracketDepth
	return rect{centre(s.columns[0]), y, centre(lastOf(s.columns)) + 1, y + bracketDepth - 1}
}

func centre(c *column) float64 { return math.Floor((c.x0 + c.x1) / 2) }

// placeTurned writes a label upwards over its bar.
func (l *roundsLayout) placeTurned(p *placer, s span) bool {
	col := s.columns[0]
	half := math.Ceil(labelType.ascent()+1) / 2
	length := math.Ceil(labelType.width(s.text))
	bottom := col.top - labelRise
	area := rect{s.middle() - half, bottom - length, s.middle() + half, bottom}
	if !area.inside(p.area) || !p.clear(area) {
		return false
	}
	l.scene.fill(area, p.ground)
	l.scene.turnedDigits(s.text, area, l.scene.colours.Text)
	p.taken = append(p.taken, area)
	return true
}

// placeRemark writes a remark beside the bars, or over or under what is drawn, as near to its height as can be.
func (l *roundsLayout) placeRemark(p *placer, c *cell, r Remark) bool {
	beside, over := lastOf(c.columns).x1+remarkGap, max(c.x0, p.area.x0)
	for _, try := range []struct {
		x0   float64
		most int
	}{{beside, remarkLines}, {over, remarkLines}, {beside, maxRemarkLines}, {over, maxRemarkLines}} {
		x0 := try.x0
		width := p.area.x1 - x0
		lines := labelType.wrap(r.Text, width)
		if len(lines) > try.most || labelType.longestWord(r.Text) > width {
			continue
		}
		h := float64(len(lines)) * labelType.line
		if top, ok := l.remarkTop(p, rect{x0, 0, x0 + labelType.widest(lines), h}, r.At); ok {
			p.put(lines, rect{x0, top, x0 + labelType.widest(lines), top + h}, false)
			return true
		}
	}
	return false
}

// remarkTop finds the free height for a remark that is nearest to its number.
func (l *roundsLayout) remarkTop(p *placer, shape rect, at int) (top float64, ok bool) {
	h := shape.height()
	want := l.axis.y(at) - h/2
	if at == 0 {
		want = l.axis.zeroY - h - 2
	}
	for d := 0.0; d < p.area.height(); d += remarkStep {
		for _, top := range []float64{want - d, want + d} {
			if p.free(rect{shape.x0, top, shape.x1, top + h}) {
				return top, true
			}
		}
	}
	return 0, false
}
