package chart

import (
	"cmp"
	"math"
	"slices"
)

// laneLabel is what a mark is called, and where that stands: beside a line that rises from the mark.
type laneLabel struct {
	mark   *laneMark
	lines  []string
	area   rect // of the words; 0 is the lower edge of the labels, upwards is below 0
	leader rect
	isLeft bool // left of its line
	row    int  // its lowest, counted from below
}

// The measures of labels.
const (
	labelWide   = 210.0 // the greatest width of a label on one line
	labelNarrow = 168.0 // on several lines
	leaderGap   = 4.0   // between the line of a label and its words
	labelApart  = 8.0   // between two labels
)

// labeller places the labels of a lane so that none touches another or the line of another: those of the lowest rank first,
// and of these the last first, so that the lines of those before rise beside its words. In the end each sinks as low as it
// can.
type labeller struct {
	left, right float64 // where labels may stand
	rows        int
	isWhole     bool // a label is never cut off: half a number is none
	placed      []laneLabel
}

// place places what finds room and returns how many do not. What is selected has its name in any case that can be: where it
// finds no room among the others, it comes first.
func (p *labeller) place(marks []laneMark, words func(*laneMark) string) (hidden int) {
	order := make([]*laneMark, len(marks))
	for i := range marks {
		order[i] = &marks[i]
	}
	for _, least := range []int{0, selectedRank} {
		slices.SortStableFunc(order, func(a, b *laneMark) int {
			return cmp.Or(cmp.Compare(max(a.rank, least), max(b.rank, least)), cmp.Compare(b.x, a.x))
		})
		p.placed, hidden = nil, 0
		isSelectedHidden := false
		for _, m := range order {
			if !p.put(m, words(m)) {
				hidden += m.n
				isSelectedHidden = isSelectedHidden || m.isSelected
			}
		}
		if !isSelectedHidden {
			break
		}
	}
	p.sink()
	return hidden
}

// put places one label: right of its line in the lowest row that is free, else left of it in the highest, where it leaves
// room for the labels of those that it reaches over.
func (p *labeller) put(m *laneMark, text string) bool {
	if text == "" || m.x < p.left || m.x > p.right {
		return text == ""
	}
	for _, lines := range p.settings(text) {
		for row := 0; row+len(lines) <= p.rows; row++ {
			if p.try(m, lines, row, false) {
				return true
			}
		}
		for row := p.rows - len(lines); row >= 0; row-- {
			if p.try(m, lines, row, true) {
				return true
			}
		}
	}
	return false
}

func (p *labeller) try(m *laneMark, lines []string, row int, isLeft bool) bool {
	l := laneLabel{mark: m, lines: lines, isLeft: isLeft}
	l.setRow(row)
	if !p.isFree(l, -1) {
		return false
	}
	p.placed = append(p.placed, l)
	return true
}

// setRow puts a label into a row, counted from below.
func (l *laneLabel) setRow(row int) {
	w, h := math.Ceil(labelType.widest(l.lines)), float64(len(l.lines))*labelType.line
	x0, bottom := l.mark.x+leaderGap, -float64(row)*labelType.line
	if l.isLeft {
		x0 = l.mark.x - leaderGap - w
	}
	l.row = row
	l.area = rect{x0, bottom - h, x0 + w, bottom}
	l.leader = rect{l.mark.x - 0.5, bottom - h + 2, l.mark.x + 0.5, markGap}
}

// sink lowers labels into rows that are free by now, until none can be lowered.
func (p *labeller) sink() {
	for isMoved := true; isMoved; {
		isMoved = false
		for i := range p.placed {
			for row := range p.placed[i].row {
				lower := p.placed[i]
				lower.setRow(row)
				if p.isFree(lower, i) {
					p.placed[i], isMoved = lower, true
					break
				}
			}
		}
	}
}

// settings are the ways to set a label: on one line, on several, and cut off at the end of one; what it says in full is
// said where it is pointed at.
func (p *labeller) settings(text string) [][]string {
	if labelType.width(text) <= labelWide {
		return [][]string{{text}}
	}
	var ways [][]string
	if lines := labelType.wrap(text, labelNarrow); len(lines) <= min(p.rows, 3) {
		ways = append(ways, lines)
	}
	if p.isWhole {
		return ways
	}
	return append(ways, labelType.clamp(text, labelNarrow, 1))
}

// isFree reports whether a label has room beside all others but the one at a place.
func (p *labeller) isFree(l laneLabel, but int) bool {
	if l.area.x0 < p.left || l.area.x1 > p.right {
		return false
	}
	apart := rect{l.area.x0 - labelApart, l.area.y0, l.area.x1 + labelApart, l.area.y1}
	beside := rect{l.leader.x0 - 2, l.leader.y0, l.leader.x1 + 2, l.leader.y1}
	for i := range p.placed {
		o := &p.placed[i]
		if i != but && (apart.overlaps(o.area) || apart.overlaps(o.leader) || beside.overlaps(o.area) || beside.overlaps(o.leader)) {
			return false
		}
	}
	return true
}
