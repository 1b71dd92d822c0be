package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parley/model/modeltest"
	"parley/ui/format"
	"parley/ui/palette"
)

// These tests ask programs that others wrote what they make of our files. .ci/packages proof installs them.

// ask runs a program on a file and returns what it says; it skips the test where the program is not there.
func ask(t *testing.T, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("%s is not installed; .ci/packages proof installs it", program)
	}
	out, err := exec.Command(path, args...).CombinedOutput()
	if err != nil {
		t.Errorf("%s %v: %v\n%.2000s", program, args, err, out)
	}
	return string(out)
}

// saved puts data into a file of the test.
func saved(t *testing.T, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// proofCharts are every chart of the real talks, in both languages, and one whose texts break out where they can.
func proofCharts(t *testing.T) map[string]Chart {
	ds := realTalks(t)
	charts := map[string]Chart{}
	for _, name := range Names() {
		for _, kind := range KindsOf(name, ds) {
			for _, lang := range []string{"en", "uk"} {
				charts[string(name)+"-"+string(kind)+"-"+lang] = New(name, ds, Options{Kind: kind, Locale: format.In(lang)})
			}
		}
	}
	odd := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners})
	odd.Frame.Title, odd.Frame.Sources, odd.Groups[0].Name = hostile, hostile, hostile
	charts["hostile"] = odd
	return charts
}

// seenCharts are those of proofCharts that are compared by their looks: one language, because that takes long.
func seenCharts(t *testing.T) map[string]Chart {
	charts := proofCharts(t)
	maps.DeleteFunc(charts, func(name string, _ Chart) bool { return strings.HasSuffix(name, "-en") })
	return charts
}

func proofLook(theme palette.Theme) Look {
	return Look{Size: Size{Width: 1100, Height: 800}, Theme: theme}
}

func TestProofPNG(t *testing.T) {
	for name, c := range proofCharts(t) {
		look := proofLook(palette.Dark)
		look.Transparent = strings.HasSuffix(name, "-en")
		said := ask(t, "pngcheck", "-q", saved(t, "chart.png", file(t, c, PNG, look)))
		if strings.Contains(said, "ERROR") || strings.Contains(said, "warning") {
			t.Errorf("%s: %s", name, said)
		}
	}
}

func TestProofPNGOfManyColours(t *testing.T) {
	for _, alpha := range []uint8{0xff, 0x80} {
		img := image.NewRGBA(image.Rect(0, 0, 64, 32))
		for i := range 64 * 32 {
			shade := color.NRGBA{R: uint8(i), G: uint8(i >> 3), B: 9, A: alpha}
			img.Set(i%64, i/64, shade)
		}
		var out bytes.Buffer
		if err := WritePNG(&out, Picture{Image: img}); err != nil {
			t.Fatal(err)
		}
		if said := ask(t, "pngcheck", "-q", saved(t, "many.png", out.Bytes())); strings.Contains(said, "ERROR") {
			t.Error(said)
		}
		got, err := png.Decode(&out)
		if err != nil || difference(got, img) > 0 {
			t.Errorf("opacity %d: the pixels are not those of the picture (%v)", alpha, err)
		}
	}
}

func TestProofSVG(t *testing.T) {
	for name, c := range proofCharts(t) {
		if said := ask(t, "xmllint", "--noout", saved(t, "chart.svg", file(t, c, SVG, proofLook(palette.Light)))); said != "" {
			t.Errorf("%s: %s", name, said)
		}
	}
}

func TestProofSVGLooksLikePNG(t *testing.T) {
	for name, c := range seenCharts(t) {
		look := proofLook(palette.Light)
		svg := saved(t, "chart.svg", file(t, c, SVG, look))
		looksLike(t, name, []byte(ask(t, "rsvg-convert", svg)), c, look)
	}
}

func TestProofPDFLooksLikePNG(t *testing.T) {
	for name, c := range seenCharts(t) {
		look := proofLook(palette.Light)
		pdf := saved(t, "chart.pdf", file(t, c, PDF, look))
		out := filepath.Join(t.TempDir(), "page")
		if said := ask(t, "pdftoppm", "-png", "-r", "96", "-singlefile", pdf, out); said != "" {
			t.Errorf("%s: %s", name, said)
		}
		page, err := os.ReadFile(out + ".png")
		if err != nil {
			t.Fatal(err)
		}
		looksLike(t, name, page, c, look)
	}
}

// looksLike compares a picture by another program with ours, loosely: edges and letters differ by a shade from program
// to program, so it is means over squares that must be alike.
func looksLike(t *testing.T, name string, theirs []byte, c Chart, look Look) {
	t.Helper()
	decoded, err := png.Decode(bytes.NewReader(theirs))
	if err != nil {
		t.Fatalf("%s: %v in %.200q", name, err, theirs)
	}
	ours, err := c.Render(look.Size, look.Theme)
	if err != nil {
		t.Fatal(err)
	}
	if decoded.Bounds() != ours.Image.Rect {
		t.Fatalf("%s: the size is %v, want %v", name, decoded.Bounds(), ours.Image.Rect)
	}
	got := image.NewRGBA(ours.Image.Rect)
	draw.Draw(got, got.Rect, decoded, image.Point{}, draw.Src)
	const square, most = 16, 28
	for y := 0; y+square <= got.Rect.Max.Y; y += square {
		for x := 0; x+square <= got.Rect.Max.X; x += square {
			if d := shadeOf(got, x, y, square) - shadeOf(ours.Image, x, y, square); d > most || d < -most {
				t.Errorf("%s: around %d,%d the picture is another (by %d of 255)", name, x, y, d)
				return
			}
		}
	}
}

// shadeOf is the mean shade of a square.
func shadeOf(img *image.RGBA, x0, y0, square int) int {
	sum := 0
	for y := y0; y < y0+square; y++ {
		row := img.Pix[img.PixOffset(x0, y):img.PixOffset(x0+square, y)]
		for i := 0; i < len(row); i += 4 {
			sum += int(row[i]) + int(row[i+1]) + int(row[i+2])
		}
	}
	return sum / (3 * square * square)
}

func TestProofPDFHoldsItsTextAndFonts(t *testing.T) {
	c := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners, Locale: format.In("uk")})
	pdf := saved(t, "chart.pdf", file(t, c, PDF, Look{Size: Size{Width: 960, Height: 640, Scale: 2}, DPI: 192}))
	if said := ask(t, "pdftotext", pdf, "-"); !strings.Contains(said, c.Title) {
		t.Errorf("the text lacks the title %q: %.300s", c.Title, said)
	}
	about := ask(t, "pdfinfo", "-isodates", pdf)
	for _, want := range []string{c.Title, "Creator:         Parley", "720 x 480 pts", "CreationDate:    2026-01-31"} {
		if !strings.Contains(about, want) {
			t.Errorf("pdfinfo lacks %q: %.600s", want, about)
		}
	}
	for line := range strings.Lines(ask(t, "pdffonts", pdf)) {
		if strings.HasPrefix(line, "utf8notosans") && !strings.Contains(line, "yes no  yes") {
			t.Errorf("a font is not embedded, or its letters are not known: %s", line)
		}
	}
}
