package chart

import (
	"image"
	"iter"
	"math"

	"github.com/golang/freetype/raster"
	"golang.org/x/image/math/fixed"
)

// A raster.Path is a list of numbers: what comes next (0 begins a part, 1 is a line, 2 a curve), its points as x, y, and
// what it was again.

// size is how many numbers a step of a path has.
func stepSize(kind fixed.Int26_6) int { return 2*max(int(kind), 1) + 2 }

// points calls visit for every point of the path, which it may move.
func points(p raster.Path, visit func(x, y *fixed.Int26_6)) {
	for i := 0; i < len(p); i += stepSize(p[i]) {
		for j := i + 1; j < i+stepSize(p[i])-1; j += 2 {
			visit(&p[j], &p[j+1])
		}
	}
}

// bounds are the pixels that a path touches.
func bounds(p raster.Path) image.Rectangle {
	if len(p) == 0 {
		return image.Rectangle{}
	}
	low := fixed.Point26_6{X: math.MaxInt32, Y: math.MaxInt32}
	high := fixed.Point26_6{X: math.MinInt32, Y: math.MinInt32}
	points(p, func(x, y *fixed.Int26_6) {
		low.X, low.Y = min(low.X, *x), min(low.Y, *y)
		high.X, high.Y = max(high.X, *x), max(high.Y, *y)
	})
	return image.Rect(int(low.X>>6), int(low.Y>>6), int(high.X>>6)+1, int(high.Y>>6)+1)
}

// shift moves a path by whole pixels.
func shift(p raster.Path, dx, dy int) {
	points(p, func(x, y *fixed.Int26_6) {
		*x += fixed.Int26_6(dx << 6)
		*y += fixed.Int26_6(dy << 6)
	})
}

// rectangle reports whether a path is a rectangle of whole pixels, and which.
func rectangle(p raster.Path) (image.Rectangle, bool) {
	const steps = 5
	if len(p) != 4*steps || p[16] != 1 || p[1] != p[17] || p[2] != p[18] {
		return image.Rectangle{}, false
	}
	x0, y0, x1, y1 := p[1], p[2], p[9], p[10]
	level := p[5] == x1 && p[6] == y0 && p[13] == x0 && p[14] == y1
	upright := p[5] == x0 && p[6] == y1 && p[13] == x1 && p[14] == y0
	if p[4] != 1 || p[8] != 1 || p[12] != 1 || !level && !upright || (x0|y0|x1|y1)&63 != 0 {
		return image.Rectangle{}, false
	}
	return image.Rect(int(x0>>6), int(y0>>6), int(x1>>6), int(y1>>6)), true
}

// parts are the lines of a path that hang together.
func parts(p raster.Path) iter.Seq[raster.Path] {
	return func(yield func(raster.Path) bool) {
		start := 0
		for i := 0; i < len(p); i += stepSize(p[i]) {
			if p[i] == 0 && i > start {
				if !yield(p[start:i]) {
					return
				}
				start = i
			}
		}
		if start < len(p) {
			yield(p[start:])
		}
	}
}

// dashes cuts straight lines into dashes and gaps, in turn of these lengths. Without lengths the line stays whole.
func dashes(line raster.Path, lengths []float64) []raster.Path {
	total := 0.0
	for _, l := range lengths {
		total += l
	}
	if total <= 0 {
		return []raster.Path{line}
	}
	var list []raster.Path
	turn, left := 0, lengths[0]
	from := fixed.Point26_6{X: line[1], Y: line[2]}
	dash := begin(from)
	for i := 4; i+3 < len(line); i += 4 {
		to := fixed.Point26_6{X: line[i+1], Y: line[i+2]}
		length := math.Hypot(float64(to.X-from.X), float64(to.Y-from.Y)) / 64
		done := 0.0
		for length-done > left {
			done += left
			at := between(from, to, done/length)
			if turn%2 == 0 {
				dash.Add1(at)
				list = append(list, dash)
			}
			turn++
			left, dash = max(lengths[turn%len(lengths)], 1.0/64), begin(at)
		}
		left -= length - done
		dash.Add1(to)
		from = to
	}
	if turn%2 == 0 && len(dash) > 4 {
		list = append(list, dash)
	}
	return list
}

func begin(at fixed.Point26_6) raster.Path {
	var p raster.Path
	p.Start(at)
	return p
}

func between(a, b fixed.Point26_6, share float64) fixed.Point26_6 {
	return fixed.Point26_6{
		X: a.X + fixed.Int26_6(math.Round(float64(b.X-a.X)*share)),
		Y: a.Y + fixed.Int26_6(math.Round(float64(b.Y-a.Y)*share)),
	}
}
