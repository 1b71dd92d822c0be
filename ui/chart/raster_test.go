package chart

import (
	"bytes"
	"image"
	"image/color"
	"io"
	"math"
	"testing"

	gochart "github.com/wcharczuk/go-chart/v2"

	"parley/ui/palette"
)

var ink = color.NRGBA{R: 0x10, G: 0x20, B: 0x30, A: 0xff}

// sketch draws on a white page of 400x300.
func sketch(t *testing.T, draw func(*scene)) *image.RGBA {
	t.Helper()
	s := &scene{colours: palette.Of(palette.Print)}
	draw(s)
	img, err := drawPicture(Size{Width: 400, Height: 300}, s.colours.Page, s.ops)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

func TestWhatABrushKnowsChangesNoPixel(t *testing.T) {
	draw := func(s *scene) {
		s.text("Обмін 1,234 ığşç", 10, 20, titleType, ink)
		s.text("Обмін 1,234 ığşç", 10.6, 60, noteType, ink)
		s.draw(func(p *pen) { p.turned("Обмін", 300, 200, noteType, ink) })
		s.hatched(rect{100, 100, 180, 260}, ink)
		s.circle(50, 200, 20, ink)
	}
	first := sketch(t, draw)
	for range 5 { // the pool may drop a brush, but hardly each time
		if again := sketch(t, draw); !bytes.Equal(again.Pix, first.Pix) {
			t.Fatal("the next picture differs")
		}
	}
}

func TestReleasedMemoryLeavesNoTrace(t *testing.T) {
	dark := sketch(t, func(s *scene) { s.fill(rect{0, 0, 400, 300}, ink) })
	empty := bytes.Clone(sketch(t, func(*scene) {}).Pix)
	p := Picture{Image: dark}
	p.Release()
	if p.Image != nil {
		t.Error("a released picture still has its image")
	}
	if again := sketch(t, func(*scene) {}); !bytes.Equal(again.Pix, empty) {
		t.Error("the next picture shows the one before")
	}
}

func TestALineThatRunsAlongPixelsIsCrisp(t *testing.T) {
	img := sketch(t, func(s *scene) { s.line(2, ink, point{10, 50}, point{100, 50}, point{100, 20}, point{200, 20}) })
	for _, c := range []struct {
		x, y int
		want bool
	}{
		{9, 50, false},
		{10, 49, true},
		{10, 50, true},
		{10, 48, false},
		{10, 51, false},
		{100, 50, true},
		{100, 19, true},
		{99, 19, true},
		{199, 20, true},
		{200, 20, false},
		{101, 35, false},
	} {
		if got := img.RGBAAt(c.x, c.y) == color.RGBA(ink); got != c.want {
			t.Errorf("the pixel %d,%d is drawn: %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

func TestALongLineIsDrawnAsAShortOne(t *testing.T) {
	var wave []point
	for i := range 3 * manySteps {
		wave = append(wave, point{20 + float64(i)*2.4, 150 + 100*math.Sin(float64(i)/9)})
	}
	whole := sketch(t, func(s *scene) { s.line(3, ink, wave...) })
	pieces := sketch(t, func(s *scene) {
		for i := 0; i+1 < len(wave); i += manySteps / 2 {
			s.line(3, ink, wave[i:min(i+manySteps/2+1, len(wave))]...)
		}
	})
	if d := difference(whole, pieces); d > 0.0005 {
		t.Errorf("%.5f of the pixels differ", d)
	}
}

func TestThinningKeepsWhatCanBeSeen(t *testing.T) {
	p := &pen{scale: 1}
	var points []point
	for i := range 100_000 {
		points = append(points, point{float64(i) / 1000, 50 + float64(i*7919%97)})
	}
	kept := p.thinned(points)
	if len(kept) > 4*101 {
		t.Errorf("%d points are left", len(kept))
	}
	low, high := map[int]int{}, map[int]int{}
	for _, at := range kept {
		if _, ok := low[at.X]; !ok {
			low[at.X], high[at.X] = at.Y, at.Y
		}
		low[at.X], high[at.X] = min(low[at.X], at.Y), max(high[at.X], at.Y)
	}
	for _, at := range points {
		x, y := p.px(at.x), p.px(at.y)
		if y < low[x] || y > high[x] {
			t.Fatalf("the point %d,%d lies outside of what is left", x, y)
		}
	}
	if first, last := kept[0], kept[len(kept)-1]; first != image.Pt(0, 50) || last != image.Pt(100, p.px(points[99_999].y)) {
		t.Errorf("the ends are %v and %v", first, last)
	}
}

func TestDashesHaveGapsAndClipsAnEnd(t *testing.T) {
	img := sketch(t, func(s *scene) {
		s.dashedLine(2, ink, point{10, 50}, point{200, 50})
		s.clip(rect{100, 100, 200, 200}, func() { s.fill(rect{0, 0, 400, 300}, ink) })
		s.polygon(ink, point{300, 100}, point{380, 100}, point{300, 180})
	})
	drawn := func(x, y int) bool { return img.RGBAAt(x, y) == color.RGBA(ink) }
	if !drawn(11, 50) || drawn(15, 50) || !drawn(18, 50) {
		t.Error("the dashes are not 4 long with gaps of 3")
	}
	if !drawn(100, 100) || !drawn(199, 199) || drawn(99, 150) || drawn(200, 150) || drawn(150, 99) || drawn(10, 10) {
		t.Error("the clip does not end where it should")
	}
	if !drawn(310, 110) || drawn(370, 170) {
		t.Error("the polygon is not a triangle")
	}
}

// What our renderer draws is what go-chart's own draws, but for the places of letters and a shade at edges.
func TestThePictureIsThatOfGoChart(t *testing.T) {
	s := peerScene(1)
	ours, err := s.picture(benchSize)
	if err != nil {
		t.Fatal(err)
	}
	var out gochart.ImageWriter
	page := func(p *pen) { p.fill(rect{0, 0, 1600, 900}, s.colours.Page) }
	ops := append([]func(*pen){page}, s.ops...)
	if err := drawOps(benchSize, 1, ops, gochart.PNG, io.Writer(&out)); err != nil {
		t.Fatal(err)
	}
	theirs, err := out.Image()
	if err != nil {
		t.Fatal(err)
	}
	if d := difference(ours.Image, theirs); d > 0.004 {
		t.Errorf("%.4f of the pixels differ", d)
	}
}
