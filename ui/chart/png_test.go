package chart

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"testing"

	"parley/model/modeltest"
	"parley/ui/palette"
)

func TestPNGHoldsThePictureWithAPalette(t *testing.T) {
	for _, theme := range []palette.Theme{palette.Light, palette.Dark, palette.Print} {
		p, err := RoundsChart(realTalks(t), Options{Kind: "prisoners"}).Render(Size{Width: 900, Height: 600}, theme)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := WritePNG(&out, p); err != nil {
			t.Fatal(err)
		}
		got, err := png.Decode(&out)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := got.(*image.Paletted); !ok {
			t.Errorf("%v: the PNG is a %T, want one with a palette", theme, got)
		}
		if !samePixels(got, p.Image) {
			t.Errorf("%v: the PNG's pixels are not the picture's", theme)
		}
	}
}

func samePixels(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if color.RGBAModel.Convert(a.At(x, y)) != color.RGBAModel.Convert(b.At(x, y)) {
				return false
			}
		}
	}
	return true
}

func TestPNGOfManyColoursHasNoPalette(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 32, 16))
	for i := range 512 {
		img.SetRGBA(i%32, i/32, color.RGBA{R: uint8(i), G: uint8(i >> 8), A: 0xff})
	}
	var out bytes.Buffer
	if err := WritePNG(&out, Picture{Image: img}); err != nil {
		t.Fatal(err)
	}
	got, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	if !samePixels(got, img) {
		t.Error("the PNG's pixels are not the picture's")
	}
}

func TestPNGIsWrittenWholeOrNotAtAll(t *testing.T) {
	var out bytes.Buffer
	if err := WritePNG(&out, Picture{}); err == nil || out.Len() > 0 {
		t.Errorf("no picture gave %d bytes and the error %v", out.Len(), err)
	}
	r := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners})
	p, err := r.Render(Size{Width: 700, Height: 460}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	if err := WritePNG(fullDisk{}, p); !errors.Is(err, errDiskFull) {
		t.Errorf("got %v, want the writer's own error", err)
	}
}

// A file is drawn in places of a palette, the window in colours: the bytes show that the pixels are the same.
func TestAPictureDrawnInPlacesIsThatDrawnInColours(t *testing.T) {
	talks := realTalks(t)
	for name, c := range map[string]Chart{
		"rounds":    RoundsChart(talks, Options{Kind: "prisoners"}),
		"exchanges": New(ExchangesName, talks, Options{Kind: "bodies"}),
	} {
		for _, look := range []Look{
			{Size: Size{Width: 1000, Height: 700}, Theme: palette.Light},
			{Size: Size{Width: 900, Height: 640, Scale: 1.5}, Theme: palette.Dark},
			{Size: Size{Width: 900, Height: 640}, Theme: palette.Print, Transparent: true},
		} {
			s, err := c.scene(look.Size, look.Theme)
			if err != nil {
				t.Fatal(err)
			}
			places, err := drawPlaces(look.Size, s.pageOf(look), s.ops)
			if err != nil || places == nil {
				t.Fatalf("%s: %v, places %v", name, err, places)
			}
			img, err := drawPicture(look.Size, s.pageOf(look), s.ops)
			if err != nil {
				t.Fatal(err)
			}
			var small, large bytes.Buffer
			if err := errors.Join(places.writePNG(&small, nil), writePNG(&large, img, nil)); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(small.Bytes(), large.Bytes()) {
				t.Errorf("%s, %v: the files differ", name, look.Theme)
			}
		}
	}
}

func TestAPictureOfManyColoursIsNotDrawnInPlaces(t *testing.T) {
	s := &scene{colours: palette.Of(palette.Light)}
	for i := range 300 {
		s.fill(rect{float64(i), 0, float64(i + 1), 10}, color.NRGBA{R: uint8(i), G: uint8(i >> 4), B: 7, A: 0xff})
	}
	if got, err := drawPlaces(Size{Width: 400, Height: 300}, s.colours.Page, s.ops); got != nil || err != nil {
		t.Errorf("got %v and %v, want neither", got, err)
	}
	var out bytes.Buffer
	if err := s.writePNG(&out, Look{Size: Size{Width: 400, Height: 300}}, about{}); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	if got := color.NRGBAModel.Convert(img.At(299, 5)); got != (color.NRGBA{R: 299 & 0xff, G: 299 >> 4, B: 7, A: 0xff}) {
		t.Errorf("the last colour is %v", got)
	}
}
