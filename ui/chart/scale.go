package chart

import "math"

// scale maps numbers from 0 upwards to places from left to right.
type scale struct {
	step, top float64 // the distance of the ticks and the last of them
	ticks     int
	x0, x1    float64
}

// tickRoom is the least distance of two ticks whose numbers stand under them, mostAcross their greatest number.
const (
	tickRoom   = 48
	mostAcross = 8
	scaleGap   = 6.0 // between two numbers
)

// newScale reaches from 0 at x0 to a round number at x1 that is not below highest.
func newScale(highest int, x0, x1 float64) scale {
	most := int(max(2, min(mostAcross, (x1-x0)/tickRoom)))
	step := roundStep(float64(max(highest, 1)), most)
	n := int(math.Ceil(float64(max(highest, 1))/step - 1e-9))
	return scale{step: step, top: step * float64(n), ticks: n, x0: x0, x1: x1}
}

// x is the place of a number; numbers above the top stand at the top.
func (a scale) x(n int) float64 {
	return a.x0 + math.Round(max(0, min(float64(n)/a.top, 1))*(a.x1-a.x0))
}

// tick is the number at a tick, and its place.
func (a scale) tick(i int) (n int, x float64) {
	n = int(min(a.step*float64(i), math.MaxInt64/2))
	return n, a.x(n)
}

// fitting are the ticks whose numbers, under them and within the axis, have room; of crowded ones every second, and so on,
// but always the first.
func (a scale) fitting(width func(n int) float64) []int {
	for every := 1; ; every *= 2 {
		var list []int
		end, fits := math.Inf(-1), true
		for i := 0; i <= a.ticks; i += every {
			n, _ := a.tick(i)
			left := a.left(n, width(n))
			fits = fits && left >= end+scaleGap
			end = left + width(n)
			list = append(list, i)
		}
		if fits || every > a.ticks {
			return list
		}
	}
}

// left is where a number of this width begins: centred under its tick, and within the axis.
func (a scale) left(n int, width float64) float64 {
	return math.Round(max(a.x0, min(a.x(n)-width/2, a.x1-width)))
}
