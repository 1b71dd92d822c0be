package chart

import (
	"math"
	"slices"
	"time"

	"parley/model"
)

// stepPath is a step line as it is drawn: its level in every column of pixels in which it changes, whatever the number of
// steps.
type stepPath struct {
	line    *TimeLine
	start   float64 // where it begins
	level   int     // at its beginning
	columns []stepColumn
	unsure  []stretch // in which a step may have been earlier than it is drawn
	rise    float64   // how much higher it is drawn, so that a line that it runs along is seen
}

// stepColumn are the steps that fall into one column of pixels.
type stepColumn struct {
	x           float64
	level       int // after it
	first, last int // the steps
}

// stretch is a part of the time axis, in pixels.
type stretch struct{ x0, x1 float64 }

// stepPath thins the steps of a line to columns of pixels.
func (l *timeLayout) stepPath(line *TimeLine) stepPath {
	first, _ := slices.BinarySearchFunc(line.Steps, l.time.from, func(s model.Step, from time.Time) int {
		if s.Day().Before(from) {
			return -1
		}
		return 1
	})
	end := line.stepsUpTo(l.chart.view)
	p := stepPath{line: line, start: l.time.x0}
	if first > 0 {
		p.level = line.Steps[first-1].Sum
	} else if first < end {
		p.start = math.Round(l.time.middle(line.Steps[first].Day()))
	}
	for i := first; i < end; i++ {
		step := line.Steps[i]
		x := math.Round(l.time.middle(step.Day()))
		if n := len(p.columns); n > 0 && p.columns[n-1].x == x {
			p.columns[n-1].level, p.columns[n-1].last = step.Sum, i
		} else {
			p.columns = append(p.columns, stepColumn{x: x, level: step.Sum, first: i, last: i})
		}
		if d := step.Exchange.Date; isUnsure(d) {
			p.addUnsure(stretch{max(math.Round(l.time.x(d.First())), l.time.x0), x})
		}
	}
	if len(p.columns) > 0 && len(p.unsure) > 0 {
		p.start = min(p.start, p.unsure[0].x0)
	}
	return p
}

// merged are the columns, put together to such of so many pixels: wide enough to be pointed at.
func (p stepPath) merged(pixels float64) []stepColumn {
	var list []stepColumn
	for _, c := range p.columns {
		if n := len(list); n > 0 && c.x < list[n-1].x+pixels {
			list[n-1].level, list[n-1].last = c.level, c.last
		} else {
			list = append(list, c)
		}
	}
	return list
}

// addUnsure adds a stretch; those that touch become one.
func (p *stepPath) addUnsure(s stretch) {
	for n := len(p.unsure); n > 0 && p.unsure[n-1].x1 >= s.x0; n = len(p.unsure) {
		last := p.unsure[n-1]
		s = stretch{min(s.x0, last.x0), max(s.x1, last.x1)}
		p.unsure = p.unsure[:n-1]
	}
	p.unsure = append(p.unsure, s)
}

// runs are the parts of the line, the dashed ones apart: those that lie level where a step may have been earlier.
func (p stepPath) runs(y func(int) float64, end float64) (solid, dashed [][]point) {
	run := []point{{p.start, y(p.level)}}
	level := y(p.level)
	flat := func(x0, x1 float64) {
		for _, u := range p.unsure {
			if u.x1 <= x0 || u.x0 >= x1 {
				continue
			}
			from, to := max(u.x0, x0), min(u.x1, x1)
			run = append(run, point{from, level})
			solid = append(solid, run)
			dashed = append(dashed, []point{{from, level}, {to, level}})
			run = []point{{to, level}}
		}
		run = append(run, point{x1, level})
	}
	x := p.start
	for _, c := range p.columns {
		flat(x, c.x)
		x, level = c.x, y(c.level)
		run = append(run, point{x, level})
	}
	flat(x, end)
	return append(solid, run), dashed
}

// levels are the lowest and highest levels of a line over a stretch.
func (p stepPath) levels(s stretch) (low, high int, ok bool) {
	level := p.level
	for _, c := range p.columns {
		if c.x > s.x0 {
			break
		}
		level = c.level
	}
	if s.x1 < p.start {
		return 0, 0, false
	}
	low, high = level, level
	for _, c := range p.columns {
		if c.x >= s.x0 && c.x <= s.x1 {
			high = max(high, c.level)
		}
	}
	return low, high, true
}

// crosses reports whether a step line runs through an area.
func (l *timeLayout) crosses(area rect) bool {
	for _, p := range l.paths {
		low, high, ok := p.levels(stretch{area.x0, area.x1})
		if ok && l.y(p, low) >= area.y0-1 && l.y(p, high) <= area.y1+1 {
			return true
		}
	}
	return false
}

// y is the height at which a path has a level.
func (l *timeLayout) y(p stepPath, level int) float64 { return l.axis.y(level) - p.rise }

// raiseAlong raises the last path by the width of a line for every other that it runs along.
func (l *timeLayout) raiseAlong(p *stepPath) {
	for _, other := range l.paths {
		if p.runsAlong(other, l.time.x1) {
			p.rise = max(p.rise, other.rise+lineWidth)
		}
	}
}

// runsAlong reports whether two paths have the same level, above zero, over more than a few pixels.
func (p stepPath) runsAlong(other stepPath, end float64) bool {
	const every, few = 4.0, 4
	same := 0
	for x := max(p.start, other.start); x <= end; x += every {
		_, a, ok := p.levels(stretch{x, x})
		_, b, too := other.levels(stretch{x, x})
		if ok && too && a == b && a > 0 {
			same++
		}
	}
	return same > few
}
