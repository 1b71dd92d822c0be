package chart

import (
	"bytes"
	"errors"
	"flag"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"parley/model/modeltest"
	"parley/ui/chart/charttest"
	"parley/ui/format"
	"parley/ui/palette"
)

var update = flag.Bool("update", false, "write the golden pictures anew; look at them before you commit them")

// The golden pictures are few: one per look. What they show as numbers, other tests check.
func TestPicturesLookAsTheyDid(t *testing.T) {
	for _, c := range []struct {
		name    string
		fixture string
		lang    string
		size    Size
		theme   palette.Theme
	}{
		{"talks-en-light", "talks", "en", Size{Width: 900, Height: 600}, palette.Light},
		{"talks-bodies-uk-dark", "talks-bodies", "uk", Size{Width: 700, Height: 460}, palette.Dark},
		{"unknown-en-print", "unknown", "en", Size{Width: 900, Height: 600}, palette.Print},
		{"disputed-en-light-double", "disputed", "en", Size{Width: 560, Height: 420, Scale: 2}, palette.Light},
		{"many-en-light", "many", "en", Size{Width: 1150, Height: 750}, palette.Light},
		{"filtered-out-uk-light", "filtered-out", "uk", Size{Width: 560, Height: 420}, palette.Light},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := fixture(t, c.fixture)
			r := RoundsChart(f.Dataset, Options{Kind: f.Kind, From: f.From, Locale: format.In(c.lang)})
			p, err := r.Render(c.size, c.theme)
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, c.name+".png", p)
		})
	}
}

func fixture(t *testing.T, name string) charttest.Fixture {
	t.Helper()
	for _, f := range charttest.Fixtures() {
		if f.Name == name {
			return f
		}
	}
	t.Fatalf("there is no fixture %q", name)
	return charttest.Fixture{}
}

// checkGolden compares a picture with the one in testdata, and puts it into testdata/failed where it differs.
func checkGolden(t *testing.T, name string, p Picture) {
	t.Helper()
	var out bytes.Buffer
	if err := WritePNG(&out, p); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", name)
	if *update {
		write(t, golden, out.Bytes())
		return
	}
	data, err := os.ReadFile(golden)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("there is no %s yet: go test ./ui/chart -update, and look at it", golden)
	}
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if differing := difference(p.Image, want); differing > maxDifference {
		failed := filepath.Join("testdata", "failed", name)
		write(t, failed, out.Bytes())
		t.Errorf("%.3f %% of the pixels differ from %s; the new picture is %s", 100*differing, golden, failed)
	}
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Processors round differently by a shade at the edges of letters: that much may differ.
const (
	maxDifference = 0.0005 // of all pixels
	sameShade     = 24     // of 255
)

// difference is the share of pixels that differ.
func difference(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 1
	}
	n := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if !similar(color.RGBAModel.Convert(a.At(x, y)).(color.RGBA), color.RGBAModel.Convert(b.At(x, y)).(color.RGBA)) {
				n++
			}
		}
	}
	return float64(n) / float64(a.Bounds().Dx()*a.Bounds().Dy())
}

func similar(a, b color.RGBA) bool {
	near := func(x, y uint8) bool { return max(x, y)-min(x, y) <= sameShade }
	return near(a.R, b.R) && near(a.G, b.G) && near(a.B, b.B)
}

// A golden picture that anything would pass proves nothing.
func TestADifferentPictureIsFoundOut(t *testing.T) {
	draw := func(o Options) Picture {
		p, err := RoundsChart(charttest.One(), o).Render(Size{Width: 700, Height: 460}, palette.Light)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	a, b := draw(Options{Kind: modeltest.Prisoners}), draw(Options{Kind: modeltest.Prisoners, Swapped: true})
	if d := difference(a.Image, b.Image); d <= maxDifference {
		t.Errorf("swapped sides differ in %.4f of the pixels only", d)
	}
}
