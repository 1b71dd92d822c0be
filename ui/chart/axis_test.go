package chart

import (
	"math"
	"testing"
)

func TestTheAxisEndsAtARoundNumber(t *testing.T) {
	for _, c := range []struct {
		highest   int
		height    float64
		step, top float64
	}{
		{1200, 400, 200, 1200},
		{1200, 100, 500, 1500},
		{6060, 400, 1000, 7000},
		{502, 400, 100, 600},
		{40, 400, 5, 40},
		{7, 400, 1, 7},
		{1, 400, 1, 1},
		{0, 400, 1, 1},
		{1_000_000, 400, 200_000, 1_000_000},
	} {
		a := newAxis(c.highest, c.height, 0)
		if a.step != c.step || a.top != c.top {
			t.Errorf("up to %d: steps of %v to %v, want %v to %v", c.highest, a.step, a.top, c.step, c.top)
		}
	}
}

func TestNoNumberIsAboveTheAxis(t *testing.T) {
	for n := 1; n > 0 && n < math.MaxInt/3; n = n*2 + n/3 + 1 {
		for _, height := range []float64{44, 100, 300, 800} {
			a := newAxis(n, height, 0)
			if a.top < float64(n) || a.step <= 0 || a.ticks < 1 || a.ticks > mostTicks {
				t.Fatalf("%d at height %v: %+v", n, height, a)
			}
			if y := a.y(n); y < 0 || y > height {
				t.Fatalf("%d is drawn at %v of %v", n, y, height)
			}
		}
	}
}
