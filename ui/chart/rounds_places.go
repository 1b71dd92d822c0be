package chart

import (
	"math"
)

// gutterWidth is the width of the axis' widest number, at a height that stands for all.
func (l *roundsLayout) gutterWidth() float64 {
	a := newAxis(l.highest, 240, 0)
	return math.Ceil(labelType.width(l.number(a.top)))
}

func (l *roundsLayout) number(v float64) string {
	return l.locale.Number(int(min(v, math.MaxInt64/2)))
}

// placeGroups finds the widest bars with which all groups fit between x0 and x1. Where not even the narrowest do, it
// gives up, but in the last mode: its pages were cut so that they fit.
func (l *roundsLayout) placeGroups(x0, x1 float64) bool {
	for bar := maxBar; bar >= l.mode.minBar; bar -= 0.5 {
		l.bar = bar
		if need := l.widthNeeded(); need <= x1-x0 {
			l.spread(x0, x1, need)
			return true
		}
	}
	if !l.mode.turned {
		return false
	}
	l.spread(x0, x1, min(l.widthNeeded(), x1-x0))
	return true
}

func (l *roundsLayout) widthNeeded() float64 {
	sum := 0.0
	for i, g := range l.groups {
		sum += l.gapBefore(i) + l.groupWidth(g)
	}
	return sum
}

// gapBefore is the distance of a group to the one before.
func (l *roundsLayout) gapBefore(i int) float64 {
	switch {
	case i == 0:
		return 0
	case l.groups[i].group.Part != RoundPart && l.groups[i-1].group.Part == RoundPart:
		return partGap
	}
	return max(l.mode.groupGap, l.bar)
}

func (l *roundsLayout) groupWidth(g *groupBox) float64 {
	sum := 0.0
	for i, c := range g.cells {
		if i > 0 {
			sum += slotGap
		}
		sum += l.cellWidth(c)
	}
	return max(sum, g.nameMin)
}

// cellWidth is the width that a slot needs for its columns and, where words stand beside or over them, for these.
func (l *roundsLayout) cellWidth(c *cell) float64 {
	columns := l.columnsWidth(c)
	return max(columns+c.words.beside, c.words.label, c.words.over)
}

// wordRoom is the width that the words of a slot need in this mode.
func (l *roundsLayout) wordRoom(c *cell) wordRoom {
	var w wordRoom
	if l.mode.turned {
		return w
	}
	if c.slot.Label != "" && !l.mode.letters {
		w.label = labelType.narrowest(c.slot.Label, l.mode.nameLines)
	}
	for _, col := range c.columns {
		if col.bar != nil && col.bar.HasValue() {
			w.label = max(w.label, labelType.width(col.bar.Short))
		}
	}
	if l.mode.letters {
		return w
	}
	for _, remark := range c.slot.Remarks {
		width := labelType.narrowest(remark.Text, remarkLines)
		if l.isHigh(c) {
			w.beside = max(w.beside, width+remarkGap)
		} else {
			w.over = max(w.over, width)
		}
	}
	return w
}

// isHigh reports whether a bar of the slot is so high that words find no room over it.
func (l *roundsLayout) isHigh(c *cell) bool {
	limit := highShare * float64(l.highest)
	for _, col := range c.columns {
		if col.bar != nil && col.bar.HasValue() && float64(col.bar.highest()) > limit {
			return true
		}
	}
	return false
}

func (l *roundsLayout) columnsWidth(c *cell) float64 {
	x := 0.0
	for i, col := range c.columns {
		x += l.columnGap(c, i) + l.columnWidth(col)
	}
	return x
}

// columnGap is the distance of a column to the one before: narrow within a side, wider between sides.
func (l *roundsLayout) columnGap(c *cell, i int) float64 {
	switch {
	case i == 0:
		return 0
	case c.columns[i].side == c.columns[i-1].side:
		return min(barGap, math.Ceil(l.bar/6))
	}
	return max(2, math.Round(l.bar*0.4))
}

func (l *roundsLayout) columnWidth(col *column) float64 {
	if col.role != InferredRole {
		return math.Floor(l.bar)
	}
	rooms := min(len(col.side.Inferred), l.mode.dotRooms)
	return max(float64(rooms)*dotRoom, min(l.bar, 2*dotRoom))
}

// spread gives every group its place between x0 and x1, with the room that they do not need shared out evenly.
func (l *roundsLayout) spread(x0, x1, need float64) {
	n := 0
	for _, g := range l.groups {
		n += len(g.cells)
	}
	share := math.Floor((x1 - x0 - need) / float64(max(n, 1)))
	x := math.Ceil(x0)
	for i, g := range l.groups {
		x += l.gapBefore(i)
		if i > 0 && g.group.Part != RoundPart && l.groups[i-1].group.Part == RoundPart {
			l.apart = x
		}
		g.x0 = x
		g.x1 = math.Floor(x + l.groupWidth(g) + share*float64(len(g.cells)))
		rest := g.x1 - g.x0 - l.groupCells(g)
		for j, c := range g.cells {
			if j > 0 {
				x += slotGap
			}
			c.x0 = math.Round(x)
			x += l.cellWidth(c) + rest/float64(len(g.cells))
			c.x1 = math.Floor(x)
			l.spreadColumns(c)
		}
		x = g.x1
	}
	if len(l.groups) > 0 && l.groups[0].group.Part != RoundPart {
		l.apart = l.groups[0].x0
	}
	for i, g := range l.groups {
		g.right = x1 + l.mode.groupGap/2
		if i+1 < len(l.groups) {
			g.right = l.groups[i+1].x0 - l.gapBefore(i+1) + l.mode.groupGap
		}
	}
}

// groupCells is the width that the cells of a group need without its name.
func (l *roundsLayout) groupCells(g *groupBox) float64 {
	sum := slotGap * float64(len(g.cells)-1)
	for _, c := range g.cells {
		sum += l.cellWidth(c)
	}
	return sum
}

func (l *roundsLayout) spreadColumns(c *cell) {
	x := c.x0
	for i, col := range c.columns {
		x += l.columnGap(c, i)
		col.x0, col.x1 = x, x+l.columnWidth(col)
		x = col.x1
	}
}
