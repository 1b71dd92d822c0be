package chart

import (
	"errors"
	"math"
	"strings"
	"testing"

	"parley/model/modeltest"
	"parley/ui/chart/charttest"
	"parley/ui/format"
	"parley/ui/palette"
)

func TestSizesThatCannotBeDrawnSayWhy(t *testing.T) {
	r := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners})
	for _, c := range []struct {
		size Size
		want string
	}{
		{Size{}, "0x0: width and height must be above 0; the smallest chart is 560x420"},
		{Size{Width: -5, Height: 600}, "-5x600: width and height must be above 0"},
		{Size{Width: 900, Height: 0}, "the smallest chart is 560x420"},
		{Size{Width: 559, Height: 600}, "the smallest chart is 560x420"},
		{Size{Width: 900, Height: 600, Scale: 5}, "the scale 5 is not between 1 and 4"},
		{Size{Width: 900, Height: 600, Scale: -1}, "not between 1 and 4"},
		{Size{Width: 900, Height: 600, Scale: math.NaN()}, "not between 1 and 4"},
		{Size{Width: 900, Height: 600, Scale: math.Inf(1)}, "not between 1 and 4"},
		{Size{Width: 4000, Height: 3000, Scale: 3}, "more than 40 megapixels; the largest scale that fits is 1.8"},
		{Size{Width: 20000, Height: 20000}, "more than 40 megapixels even at scale 1"},
		{Size{Width: math.MaxInt, Height: math.MaxInt}, "more than 40 megapixels even at scale 1"},
	} {
		p, err := r.Render(c.size, palette.Light)
		if !errors.Is(err, ErrSize) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want an error with %q", c.size, err, c.want)
		}
		if p.Image != nil {
			t.Errorf("%+v: there is a picture with the error", c.size)
		}
	}
}

func TestTheLargestScaleThatIsNamedFits(t *testing.T) {
	size := Size{Width: 4000, Height: 3000, Scale: 1.8}
	if err := size.Check(); err != nil {
		t.Errorf("the scale that the error names: %v", err)
	}
}

func TestTheSmallestSizeIsDrawn(t *testing.T) {
	_, err := RoundsChart(charttest.One(), Options{Kind: modeltest.Prisoners}).Render(
		Size{Width: MinWidth, Height: MinHeight}, palette.Light)
	if err != nil {
		t.Error(err)
	}
}

func TestTextsThatLeaveNoRoomNameTheHeightThatDoes(t *testing.T) {
	r := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners})
	r.Coverage = strings.Repeat("A dataset that tells at length how far it reaches. ", 40)
	size := Size{Width: MinWidth, Height: MinHeight}
	_, err := r.Render(size, palette.Light)
	var fault *SizeError
	if !errors.As(err, &fault) || fault.Fault != NoRoom {
		t.Fatalf("got %v, want an error that names a height", err)
	}
	size.Height = fault.Height
	if _, err := r.Render(size, palette.Light); err != nil {
		t.Errorf("at the height that the error names: %v", err)
	}
}

func TestSizeErrorsSpeakTheReadersLanguage(t *testing.T) {
	for _, lang := range format.Languages() {
		for _, e := range []*SizeError{
			{Fault: NoSize}, {Fault: TooSmall}, {Fault: BadScale}, {Fault: TooLarge}, {Fault: TooLarge, Scale: 2}, {Fault: NoRoom, Height: 500},
		} {
			if text := e.In(format.In(lang)); strings.HasPrefix(text, "chart.") || strings.Contains(text, "<no value>") {
				t.Errorf("%s: %s", lang, text)
			}
		}
	}
}
