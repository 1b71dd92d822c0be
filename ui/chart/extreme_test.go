package chart

import (
	"errors"
	"io"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/chart/charttest"
	"parley/ui/palette"
)

// drawn draws a chart and fails when that takes long: go-chart is known to hang on labels of a megabyte and on numbers
// without an end.
func drawn(t *testing.T, r Rounds, size Size) {
	t.Helper()
	done := make(chan error, 1)
	go func() {
		p, err := r.Render(size, palette.Light)
		if err == nil {
			err = WritePNG(io.Discard, p)
		}
		for _, f := range []Format{SVG, PDF} {
			if err == nil {
				err = Write(io.Discard, r, f, Look{Size: size})
			}
		}
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			t.Logf("no picture, but a reason: %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("still drawing after 20 seconds") // not Fatal: some tests draw on goroutines of their own
	}
}

func simple(name string, n int) Rounds {
	bar := Bar{State: model.Known, Value: n, Label: name, Short: name, Text: name}
	return Rounds{Groups: []Group{{Name: name, Short: name, Slots: []Slot{{
		Label: name, Remarks: []Remark{{Text: name}},
		Sides: []SideBars{{Name: name, Agreed: bar, Carried: bar}},
	}}}}}
}

func framed(f Frame) Rounds {
	r := simple("framed", 1)
	r.Frame = f
	return r
}

func whisker(low, high int) Rounds {
	r := simple("whisker", 1)
	bar := &r.Groups[0].Slots[0].Sides[0].Agreed
	bar.Low, bar.High, bar.HasRange = low, high, true
	return r
}

func TestExtremeChartsEndQuickly(t *testing.T) {
	size := Size{Width: 900, Height: 600}
	megabyte := strings.Repeat("Ж", 1<<19)
	words := strings.Repeat("слово ", 1<<17)
	control := "a\x00b\u202e\n\t<script>&\ufffd"
	for name, r := range map[string]Rounds{
		"nothing":         {},
		"a huge number":   simple("huge", math.MaxInt),
		"a negative":      simple("negative", math.MinInt),
		"zero":            simple("zero", 0),
		"a megabyte":      simple(megabyte, 5),
		"many words":      simple(words, 5),
		"control letters": simple(control, 5),
		"no font for it":  simple("\U0001f600 \u4e00 \u0645\u0631\u062d\u0628\u0627 \U0010fffd", 5),
		"no text at all":  simple("", 5),
		"no slot":         {Groups: []Group{{Name: "no slot"}}},
		"no side":         {Groups: []Group{{Name: "no side", Slots: []Slot{{}}}}},
		"long frame":      framed(Frame{Title: words, Subtitle: megabyte, Sources: words, Coverage: megabyte}),
		"long empty":      {Frame: Frame{Empty: words}},
		"many long notes": framed(Frame{Notes: make([]Note, 5000)}),
		"ten thousand":    RoundsChart(charttest.Many(10_000), Options{Kind: modeltest.Prisoners}),
		"high whisker":    whisker(math.MinInt, math.MaxInt),
	} {
		t.Run(name, func(t *testing.T) { drawn(t, r, size) })
	}
	t.Run("forty megapixels", func(t *testing.T) { drawn(t, simple("big", 5), Size{Width: 2500, Height: 1000, Scale: 4}) })
	t.Run("a ribbon", func(t *testing.T) { drawn(t, simple("wide", 5), Size{Width: 100_000, Height: 400}) })
}

func TestLongTextsOfADatasetAreCut(t *testing.T) {
	f := modeltest.TalksFacts()
	f.Rounds[0].Name = model.Plain(strings.Repeat("long ", 1<<18))
	r := RoundsChart(model.New(f), Options{Kind: modeltest.Prisoners})
	if n := len([]rune(r.Groups[0].Name)); n > maxRunes+40 {
		t.Errorf("the name of a round has %d letters", n)
	}
	drawn(t, r, Size{Width: 900, Height: 600})
}

func TestLinesWithoutAnEndAreDrawnQuickly(t *testing.T) {
	s := &scene{colours: palette.Of(palette.Light)}
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, -math.MaxFloat64} {
		s.line(2, s.colours.Text, point{10, 10}, point{v, 40}, point{50, v}, point{v, v})
		s.dashedLine(2, s.colours.Text, point{10, 10}, point{v, 40})
		s.polygon(s.colours.Text, point{10, 10}, point{v, 40}, point{50, v})
		s.circle(v, 20, 5, s.colours.Text)
		s.fill(rect{v, 10, 20, v}, s.colours.Text)
		s.text("text", v, v, textType, s.colours.Text)
		s.clip(rect{v, v, 10, v}, func() { s.diamond(20, 20, s.colours.Text) })
	}
	done := make(chan error, 1)
	go func() {
		_, err := s.picture(Size{Width: 900, Height: 600})
		for _, write := range []func(io.Writer, Look, about) error{s.writeSVG, s.writePDF} {
			err = errors.Join(err, write(io.Discard, Look{Size: Size{Width: 900, Height: 600}}, about{}))
		}
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(20 * time.Second):
		t.Error("still drawing after 20 seconds")
	}
}

// Under -race this finds fonts that are made while they are used.
func TestChartsCanBeDrawnOnSeveralGoroutines(t *testing.T) {
	r := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() { drawn(t, r, Size{Width: 700, Height: 460}) })
	}
	all.Wait()
}
