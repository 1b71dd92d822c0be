package chart

import (
	"cmp"
	"math"
	"slices"
)

// placedName is a round on the axis, and where its name stands; no lines: it has no room.
type placedName struct {
	round *TimeRound
	x     float64
	lines []string
	area  rect // from the top of the names
}

// The measures of the names of rounds.
const (
	nameWidth  = 110.0 // the greatest width of a name
	namePad    = 4.0   // between the line of a round and its name, and between names
	manyRounds = 30    // more rounds than this are marked without lines through the drawing
)

// setNames gives the rounds in view their places, and names where there is room: first to those at which something of
// the kind was agreed, then to the later ones.
func (l *timeLayout) setNames(right float64) {
	for i := range l.chart.Rounds {
		r := &l.chart.Rounds[i]
		if l.time.shows(r.Date.First()) {
			l.names = append(l.names, placedName{round: r, x: math.Round(l.time.middle(r.Date.First()))})
		}
	}
	order := make([]int, len(l.names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		first, second := l.names[a].round, l.names[b].round
		return cmp.Or(l.rank(first)-l.rank(second), cmp.Compare(b, a))
	})
	height := float64(l.mode.nameRows) * labelType.line
	var taken []rect
	for _, i := range order {
		n := &l.names[i]
		if area, lines, ok := l.nameRoom(n, rect{l.time.x0 - l.gutter, 0, right, height}, taken); ok {
			n.area, n.lines = area, lines
			taken = append(taken, area)
		}
	}
}

// rank orders the rounds for names: the selected one, those at which something of the kind was agreed, the others.
func (l *timeLayout) rank(r *TimeRound) int {
	switch {
	case r.Item == l.chart.selected:
		return 0
	case r.Agreed:
		return 1
	}
	return 2
}

// nameRoom finds the place of a name: right of its line, in the highest row that is free. Only where the picture ends there
// it stands left of its line: elsewhere it would be taken for the name of the round before.
func (l *timeLayout) nameRoom(n *placedName, within rect, taken []rect) (area rect, lines []string, ok bool) {
	lines = labelType.wrap(n.round.Name, nameWidth)
	if labelType.longestWord(n.round.Name) > nameWidth {
		return rect{}, nil, false // rather no name than a broken one
	}
	w, h := math.Ceil(labelType.widest(lines)), float64(len(lines))*labelType.line
	x0 := n.x + namePad
	if x0+w > within.x1 {
		x0 = n.x - namePad - w
	}
	for top := 0.0; top+h <= within.y1; top += labelType.line {
		area := rect{x0, top, x0 + w, top + h}
		if area.inside(within) && !overlapsAny(rect{x0 - namePad, top, x0 + w + namePad, top + h}, taken) {
			return area, lines, true
		}
	}
	return rect{}, nil, false
}

// namesHeight is what the names over the drawing take.
func (l *timeLayout) namesHeight() float64 {
	h := 0.0
	for _, n := range l.names {
		h = max(h, n.area.y1)
	}
	if h > 0 {
		h += namePad
	}
	return h
}

func (l *timeLayout) unnamed() int {
	count := 0
	for _, n := range l.names {
		if len(n.lines) == 0 {
			count++
		}
	}
	return count
}

// drawRoundLines draws the lines of the rounds, behind everything else.
func (l *timeLayout) drawRoundLines(top float64) {
	s := l.scene
	for _, n := range l.names {
		isSelected := n.round.Item == l.chart.selected
		from := l.plot.y0
		if len(n.lines) > 0 {
			from = top + n.area.y0 + 1
		}
		switch {
		case isSelected:
			s.fill(rect{n.x - 0.5, from, n.x + 1.5, l.plot.y1}, s.colours.Accent)
		case len(l.names) <= manyRounds || len(n.lines) > 0:
			s.fill(rect{n.x, from, n.x + 1, l.plot.y1}, s.colours.Line)
		}
	}
}

// drawRounds draws the marks of the rounds below the axis, and their names.
func (l *timeLayout) drawRounds(top float64) {
	s := l.scene
	for _, n := range l.names {
		isSelected, colour := n.round.Item == l.chart.selected, s.colours.Muted
		mark := Mark{Role: NameRole, Item: n.round.Item, Text: n.round.Text}
		if len(n.lines) > 0 {
			area := n.area.moved(0, top)
			s.fill(area.grown(1), s.colours.Page)
			for i, line := range n.lines {
				x := area.x0
				if area.x0 < n.x { // it ends at its line
					x = area.x1 - labelType.width(line)
				}
				s.text(line, x, area.y0+float64(i)*labelType.line, labelType, s.colours.Text)
			}
			if isSelected {
				s.fill(rect{area.x0, area.y1 - 1, area.x1, area.y1 + 1}, s.colours.Accent)
			}
			l.pointers = append(l.pointers, pointer{area, mark, n.x})
		}
		if isSelected {
			colour = s.colours.Accent
			s.outline(rect{n.x - 6, l.plot.y1 + 1, n.x + 7, l.plot.y1 + pinHeight + 4}, 1.5, colour)
		}
		s.pin(n.x+0.5, l.plot.y1+2, colour)
		l.pointers = append(l.pointers, pointer{
			rect{n.x - touchReach, l.plot.y1, n.x + touchReach + 1, l.plot.y1 + pinHeight + 2}, mark, n.x,
		})
	}
}
