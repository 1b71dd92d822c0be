package chart

import (
	"bytes"
	"testing"

	"parley/ui/palette"
)

var benchSize = Size{Width: 1600, Height: 900}

func BenchmarkRoundsChart(b *testing.B) {
	ds := realTalks(b)
	for b.Loop() {
		RoundsChart(ds, Options{Kind: "prisoners"})
	}
}

func BenchmarkRender(b *testing.B) {
	r := RoundsChart(realTalks(b), Options{Kind: "prisoners"})
	for b.Loop() {
		if _, err := r.Render(benchSize, palette.Light); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRenderAtTheSmallestWindow(b *testing.B) {
	r := RoundsChart(realTalks(b), Options{Kind: "prisoners"})
	for b.Loop() {
		if _, err := r.Render(Size{Width: 560, Height: 420}, palette.Light); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	r := RoundsChart(realTalks(b), Options{Kind: "prisoners"})
	for b.Loop() {
		if _, err := r.layout(benchSize, palette.Light); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWritePNG(b *testing.B) {
	p, err := RoundsChart(realTalks(b), Options{Kind: "prisoners"}).Render(benchSize, palette.Light)
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
