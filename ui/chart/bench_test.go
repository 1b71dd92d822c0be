package chart

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"math"
	"slices"
	"testing"
	"time"

	gochart "github.com/wcharczuk/go-chart/v2"

	"parley/ui/palette"
)

var benchSize = Size{Width: 1600, Height: 900}

func benchChart(b *testing.B) Rounds { return RoundsChart(realTalks(b), Options{Kind: "prisoners"}) }

func BenchmarkRoundsChart(b *testing.B) {
	ds := realTalks(b)
	for b.Loop() {
		RoundsChart(ds, Options{Kind: "prisoners"})
	}
}

func BenchmarkRender(b *testing.B) {
	r := benchChart(b)
	for b.Loop() {
		p, err := r.Render(benchSize, palette.Light)
		if err != nil {
			b.Fatal(err)
		}
		p.Release()
	}
}

func BenchmarkRenderAtTheSmallestWindow(b *testing.B) {
	r := benchChart(b)
	for b.Loop() {
		if _, err := r.Render(Size{Width: 560, Height: 420}, palette.Light); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	r := benchChart(b)
	for b.Loop() {
		if _, err := r.scene(benchSize, palette.Light); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWritePNG(b *testing.B) {
	p, err := benchChart(b).Render(benchSize, palette.Light)
	if err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		if err := WritePNG(&out, p); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len()), "bytes")
}

// peerScene is the picture of performance.md: 48 grouped bars with labels, and four step lines. Its numbers change with
// the turn, so that no drawing finds the one before it.
func peerScene(turn int) *scene {
	s := &scene{colours: palette.Of(palette.Light)}
	plot := rect{80, 90, 1560, 820}
	s.text("Prisoners and bodies, by round", 40, 30, titleType, s.colours.Text)
	s.text("Made-up numbers, to measure how long drawing takes", 40, 58, subtitleType, s.colours.Muted)
	for i := range 8 {
		y := plot.y1 - float64(i)*100
		s.fill(rect{plot.x0, y, plot.x1, y + 1}, s.colours.Line)
		s.text(fmt.Sprint(i*200), 40, y-7, labelType, s.colours.Muted)
	}
	value := func(i int) float64 { return 60 + float64((i*7919+turn*104729)%600) }
	for i := range 48 {
		group, place := i/4, i%4
		x, v := plot.x0+20+float64(group)*123+float64(place)*26, value(i)
		s.fill(rect{x, plot.y1 - v, x + 24, plot.y1}, s.colours.Side(place))
		s.text(fmt.Sprint(int(v)), x+1, plot.y1-v-16, labelType, s.colours.Text)
		if place == 0 {
			s.text(fmt.Sprintf("Round %d", group+1), x, plot.y1+8, labelType, s.colours.Text)
		}
	}
	for l := range 4 {
		var points []point
		for i := range 25 {
			x, y := plot.x0+float64(i)*59, plot.y1-value(i+l*31)
			points = append(points, point{x, y}, point{x + 59, y})
		}
		s.line(2, s.colours.Side(l), points...)
	}
	return s
}

// plainGoChart draws a scene as go-chart comes: with its renderer and its encoder, on a page that it fills itself.
func plainGoChart(b testing.TB, s *scene, w io.Writer) {
	page := []func(*pen){func(p *pen) {
		p.fill(rect{0, 0, float64(benchSize.Width), float64(benchSize.Height)}, s.colours.Page)
	}}
	if err := drawOps(benchSize, 1, slices.Concat(page, page, s.ops), gochart.PNG, w); err != nil {
		b.Fatal(err)
	}
}

// interleaved runs works in turn, each in as many rounds, and returns their medians.
func interleaved(rounds int, works ...func(turn int)) []time.Duration {
	times := make([][]time.Duration, len(works))
	for turn := range rounds + 1 {
		for i, work := range works {
			start := time.Now()
			work(turn)
			if turn > 0 { // the first warms up
				times[i] = append(times[i], time.Since(start))
			}
		}
	}
	medians := make([]time.Duration, len(works))
	for i, list := range times {
		slices.Sort(list)
		medians[i] = list[len(list)/2]
	}
	return medians
}

// reportRatio prints a ratio with its goal in its name, and fails nothing: machines are shared and noisy.
func reportRatio(b *testing.B, ours, other time.Duration, unit string) {
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(ours)/float64(other), unit)
}

func BenchmarkPixelsBesideGoChart(b *testing.B) {
	for b.Loop() {
		m := interleaved(21, func(turn int) { plainGoChart(b, peerScene(turn), io.Discard) }, func(turn int) {
			p, err := peerScene(turn).picture(benchSize)
			if err != nil {
				b.Fatal(err)
			}
			p.Release()
		})
		reportRatio(b, m[1], m[0], "x-goal-0.04")
	}
}

func BenchmarkPNGBesideGoChart(b *testing.B) {
	for b.Loop() {
		var theirs, ours bytes.Buffer
		m := interleaved(21, func(turn int) {
			theirs.Reset()
			plainGoChart(b, peerScene(turn), &theirs)
		}, func(turn int) {
			ours.Reset()
			p, err := peerScene(turn).picture(benchSize)
			if err == nil {
				err = WritePNG(&ours, p)
			}
			if err != nil {
				b.Fatal(err)
			}
			p.Release()
		})
		reportRatio(b, m[1], m[0], "x-goal-0.13")
		b.ReportMetric(float64(ours.Len())/1000, "KB-goal-30")
		b.ReportMetric(float64(theirs.Len())/1000, "KB-gochart")
	}
}

// lineScene is a line of n points.
func lineScene(n int) *scene {
	s := &scene{colours: palette.Of(palette.Light)}
	points := make([]point, n)
	for i := range points {
		x := float64(i) / float64(n)
		points[i] = point{40 + 1500*x, 450 + 300*math.Sin(20*x) + float64(i*7919%100)}
	}
	s.line(2, color.NRGBA{A: 0xff}, points...)
	return s
}

func BenchmarkAMillionPoints(b *testing.B) {
	few, many := lineScene(1000), lineScene(1_000_000)
	draw := func(s *scene) func(int) {
		return func(int) {
			p, err := s.picture(benchSize)
			if err == nil {
				err = WritePNG(io.Discard, p)
			}
			if err != nil {
				b.Fatal(err)
			}
			p.Release()
		}
	}
	for b.Loop() {
		m := interleaved(11, draw(few), draw(many))
		reportRatio(b, m[1], m[0], "x-of-1000-goal-3")
		b.ReportMetric(float64(m[1].Microseconds())/1000, "ms")
	}
}
