package chart

import (
	"cmp"
	"math"
	"slices"

	"parley/model"
)

// laneMark is one mark on a lane: something that took place, or several that lie too close together to be drawn apart.
type laneMark struct {
	x          float64 // of its middle
	left       float64 // from here to right nothing else may stand
	right      float64
	n          int        // how many it stands for
	best       *happening // the one that is named
	rank       int        // of best, the lowest first
	named      []*happening
	first      int32 // the days from the first to the last of them
	last       int32
	isSelected bool
	firstX     float64
}

// The measures of marks.
const (
	markReach  = 4.5  // from the middle of a mark to its edge
	markGap    = 2.0  // between a mark with a count and its neighbour
	markLap    = 2.0  // by which two single marks may lie over each other: each has a rim in the colour of the page
	countPad   = 5.0  // on both sides of a count
	cellWidth  = 44.0 // a mark stands for what lies within one cell of the axis at most
	mostNamed  = 5    // of several, so many are named where they are pointed at
	spreadRoom = 2*markReach + markGap
)

// merger merges what lies too close together into marks with a count. What it does depends on the scale of the axis and not
// on where the axis begins, so that moving along changes no mark.
type merger struct {
	lane     *timelineLane
	axis     timeAxis
	ds       *model.Dataset
	selected model.Item
	marks    []laneMark
	widths   []float64 // of marks with a count, by the number of its digits
	cell     float64   // width of a cell
	perDay   float64   // width of a day
	origin   float64   // the x of the beginning of 1970
}

func newMerger(l *timelineLane, axis timeAxis, q question, selected model.Item) *merger {
	m := &merger{lane: l, axis: axis, ds: q.ds, selected: selected, cell: cellWidth}
	for n := 0; n <= 10*l.size(); n = max(10*n, 10) {
		m.widths = append(m.widths, labelType.width(q.l.Number(n))+2*countPad)
		m.cell = max(cellWidth, m.widths[len(m.widths)-1]+markGap)
	}
	m.perDay = (axis.x1 - axis.x0) / (axis.to.Sub(axis.from).Hours() / 24)
	m.origin = axis.x0 - float64(dayNumber(axis.from))*m.perDay
	return m
}

// merge makes the marks of what is seen, from left to right.
func (m *merger) merge() []laneMark {
	spans := m.spans()
	first, last := dayNumber(m.axis.from), dayNumber(m.axis.to)-1
	days := m.lane.daysIn(first, last)
	for i := 0; i < len(days); {
		n := i + 1
		for n < len(days) && days[n].first == days[i].first {
			n++
		}
		m.addDay(days[i:n], &spans)
		i = n
	}
	for _, s := range spans {
		m.add(s.x, s.of)
	}
	m.settle()
	return m.marks
}

// placedSpan is something of several days, which stands in the middle of those that are seen.
type placedSpan struct {
	x  float64
	of *happening
}

func (m *merger) spans() []placedSpan {
	first, last := dayNumber(m.axis.from), dayNumber(m.axis.to)-1
	var list []placedSpan
	for i := range m.lane.spans {
		h := &m.lane.spans[i]
		if h.first > last {
			break
		}
		if h.last >= first {
			x0, x1 := m.x(max(h.first, first)), m.x(min(h.last, last)+1)
			list = append(list, placedSpan{(x0 + x1) / 2, h})
		}
	}
	m.spread(list)
	slices.SortStableFunc(list, func(a, b placedSpan) int { return cmp.Compare(a.x, b.x) })
	return list
}

// spread sets those of the same days side by side, where there is room.
func (m *merger) spread(list []placedSpan) {
	for i := 0; i < len(list); {
		n := i + 1
		for n < len(list) && list[n].of.first == list[i].of.first && list[n].of.last == list[i].of.last {
			n++
		}
		days := float64(min(list[i].of.last, dayNumber(m.axis.to)-1) - max(list[i].of.first, dayNumber(m.axis.from)) + 1)
		if step := days * m.perDay / float64(n-i+1); step >= spreadRoom {
			for j := i; j < n; j++ {
				list[j].x += step * (float64(j-i+1) - float64(n-i+1)/2)
			}
		}
		i = n
	}
}

// x is where a day begins.
func (m *merger) x(day int32) float64 { return m.origin + float64(day)*m.perDay }

// addDay adds what took place on one day: side by side where the day is wide enough, else all in its middle.
func (m *merger) addDay(list []happening, spans *[]placedSpan) {
	room := m.perDay / float64(len(list))
	for i := range list {
		part := 0.5
		if room >= spreadRoom {
			part = (float64(i) + 0.5) / float64(len(list))
		}
		x := m.x(list[i].first) + part*m.perDay
		for len(*spans) > 0 && (*spans)[0].x <= x {
			m.add((*spans)[0].x, (*spans)[0].of)
			*spans = (*spans)[1:]
		}
		m.add(x, &list[i])
	}
}

// add adds one at x, which is not left of those before it.
func (m *merger) add(x float64, h *happening) {
	if n := len(m.marks); n > 0 {
		last := &m.marks[n-1]
		room := markGap
		if last.n == 1 {
			room = -markLap
		}
		if x-markReach < last.right+room && m.cellOf(x) == m.cellOf(last.firstX) {
			m.join(last, x, h)
			return
		}
	}
	m.marks = append(m.marks, laneMark{
		x: x, firstX: x, left: x - markReach, right: x + markReach, n: 1, best: h, rank: m.rank(h), named: []*happening{h},
		first: h.first, last: h.last, isSelected: m.isSelected(h),
	})
}

func (m *merger) cellOf(x float64) float64 { return math.Floor((x - m.origin) / m.cell) }

func (m *merger) isSelected(h *happening) bool {
	return !m.selected.IsZero() && h.item() == m.selected
}

// selectedRank is that of what is selected, before all others.
const selectedRank = -1

// rank is that of something.
func (m *merger) rank(h *happening) int {
	if m.isSelected(h) {
		return selectedRank
	}
	if m.lane.kind != nil {
		return 0
	}
	return h.rank(m.ds)
}

// join makes a mark stand for one more.
func (m *merger) join(mark *laneMark, x float64, h *happening) {
	mark.n++
	mark.first, mark.last = min(mark.first, h.first), max(mark.last, h.last)
	if len(mark.named) < mostNamed {
		mark.named = append(mark.named, h)
	}
	if m.isSelected(h) {
		mark.isSelected = true
	}
	if rank := m.rank(h); rank < mark.rank {
		mark.best, mark.rank = h, rank
	}
	mark.x = (mark.firstX + x) / 2
	half := max(m.countWidth(mark.n), x-mark.firstX, 2*severalHeight+2) / 2
	mark.left, mark.right = mark.x-half, mark.x+half
}

// countWidth is the width of a mark with a count.
func (m *merger) countWidth(n int) float64 {
	digits := 0
	for ; n >= 10; n /= 10 {
		digits++
	}
	return m.widths[digits]
}

func (m *laneMark) move(by float64) { m.x, m.left, m.right = m.x+by, m.left+by, m.right+by }

// settle moves marks that would touch the one before them, which has another cell, and joins them where that would put
// them far from their day.
func (m *merger) settle() {
	const farthest = 6
	var kept []laneMark
	for _, mark := range m.marks {
		if n := len(kept); n > 0 {
			last := &kept[n-1]
			by := last.right + markGap - mark.left
			if last.n == 1 && mark.n == 1 {
				by -= markGap + markLap
			}
			switch {
			case by > farthest && mark.n == 1:
				m.join(last, mark.x, mark.best)
				if n > 1 { // it has become wider, to the left too
					last.move(max(0, kept[n-2].right+markGap-last.left))
				}
				continue
			case by > 0:
				mark.move(by)
			}
		}
		kept = append(kept, mark)
	}
	m.marks = kept
}
