package chart

// Where one picture cannot hold all groups even in the tightest mode, they are laid out in pages: as few as can be, all
// about as full, every one at the same scale.

// pages are the groups by page; one page where all fit into the width.
func (r Rounds) pages(width float64) [][]Group {
	l := &roundsLayout{chart: r, highest: r.highest(), mode: lastOf(modes), locale: r.locale()}
	l.bar, l.gutter = l.mode.minBar, l.gutterWidth()
	l.prepare()
	room := width - 2*margin - l.gutter - axisGap
	if len(l.groups) == 0 || l.widthNeeded() <= room {
		return [][]Group{r.Groups}
	}
	l.breakWide(room)
	pages := l.cut(room)
	for limit := l.widthNeeded() / float64(len(pages)); limit < room; limit += leastGroup / 2 {
		if level := l.cut(limit); len(level) <= len(pages) {
			return level
		}
	}
	return pages
}

// cut fills pages of this width one after the other.
func (l *roundsLayout) cut(width float64) [][]Group {
	var pages [][]Group
	used := 0.0
	for i, g := range l.groups {
		need := l.gapBefore(i) + l.groupWidth(g)
		if i == 0 || used+need > width {
			pages, used = append(pages, nil), 0
		}
		used += need
		last := len(pages) - 1
		pages[last] = append(pages[last], *g.group)
	}
	return pages
}

// breakWide breaks groups that are wider than a page into several of the same name.
func (l *roundsLayout) breakWide(room float64) {
	var broken []*groupBox
	for _, g := range l.groups {
		if l.groupWidth(g) <= room {
			broken = append(broken, g)
			continue
		}
		part := l.emptyPart(g)
		for _, c := range g.cells {
			if len(part.cells) > 0 && l.groupCells(part)+slotGap+l.cellWidth(c) > room {
				broken, part = append(broken, part), l.emptyPart(g)
			}
			part.cells = append(part.cells, c)
			part.group.Slots = append(part.group.Slots, *c.slot)
		}
		broken = append(broken, part)
	}
	l.groups = broken
}

func (l *roundsLayout) emptyPart(g *groupBox) *groupBox {
	group := *g.group
	group.Slots = nil
	return &groupBox{group: &group, nameMin: g.nameMin}
}

// longestDate is the width of the longest turned name.
func (r Rounds) longestDate() float64 {
	w := 0.0
	for _, g := range r.Groups {
		if g.Short != "" {
			w = max(w, min(labelType.width(g.Short), maxTurned))
		}
	}
	return w
}
