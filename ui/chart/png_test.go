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
