package chart

import "math"

// axis maps numbers from 0 upwards to heights in the picture.
type axis struct {
	step, top   float64 // the distance of the ticks and the last of them
	zeroY, topY float64
	ticks       int
}

// pixelsPerTick is the least distance of two grid lines, mostTicks their greatest number.
const (
	pixelsPerTick = 28
	mostTicks     = 8
)

// newAxis reaches from 0 at zeroY to a round number at topY that is not below highest.
func newAxis(highest int, zeroY, topY float64) axis {
	most := int(max(2, min(mostTicks, (zeroY-topY)/pixelsPerTick)))
	step := roundStep(float64(max(highest, 1)), most)
	n := int(math.Ceil(float64(max(highest, 1))/step - 1e-9))
	return axis{step: step, top: step * float64(n), zeroY: zeroY, topY: topY, ticks: n}
}

// roundStep is the step that reaches highest with the least above it, the smallest of several, in at most n steps of
// 1, 2, 2.5 or 5 times a power of ten, and never of a part of a person.
func roundStep(highest float64, n int) float64 {
	best, over := 0.0, math.Inf(1)
	power := math.Pow(10, math.Floor(math.Log10(highest))-1)
	for range 3 {
		for _, digit := range []float64{1, 2, 2.5, 5} {
			step := digit * power
			steps := math.Ceil(highest/step - 1e-9)
			if step < 1 || step != math.Trunc(step) || steps > float64(n) {
				continue
			}
			if rest := step*steps - highest; rest < over {
				best, over = step, rest
			}
		}
		power *= 10
	}
	return best
}

// y is the height of a number; numbers above the top are drawn at the top.
func (a axis) y(n int) float64 {
	return a.zeroY - math.Round(min(float64(n)/a.top, 1)*(a.zeroY-a.topY))
}
