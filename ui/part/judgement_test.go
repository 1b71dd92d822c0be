package part

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"parley/model"
	"parley/ui/palette"
)

// inked draws a mark of 16 pixels in a theme and reports which of its pixels differ clearly from the page.
func inked(t *testing.T, theme string, of model.Judgement) map[image.Point]bool {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Look{Choice: theme})
	w := test.NewTempWindow(t, container.NewWithoutLayout())
	mark := NewJudgement(of, 16)
	w.SetPadded(false)
	w.SetContent(Fixed(16, 16, mark))
	w.Resize(fyne.NewSize(16, 16))
	page := palette.Of(Look{Choice: theme}.Palette(0)).Page
	picture := w.Canvas().Capture()
	seen := map[image.Point]bool{}
	for y := range 16 {
		for x := range 16 {
			r, g, b, _ := picture.At(x, y).RGBA()
			if far(r, page.R)+far(g, page.G)+far(b, page.B) > 3*0x40 {
				seen[image.Pt(x, y)] = true
			}
		}
	}
	return seen
}

func far(drawn uint32, page uint8) int {
	d := int(drawn>>8) - int(page)
	return max(d, -d)
}

func TestJudgementsAreToldApartByShapeAlone(t *testing.T) {
	type look struct{ left, right, middle, top bool } // is there ink at these places?
	want := map[model.Judgement]look{
		model.Aligned:       {left: true, right: true, middle: true, top: true},
		model.PartlyAligned: {left: true, top: true},
		model.Opposed:       {left: true, right: true},
		model.OneSideOnly:   {top: true},
		model.NotJudged:     {left: true, right: true, middle: true},
	}
	for _, theme := range []string{"light", "dark"} {
		for _, j := range model.Judgements() {
			ink := inked(t, theme, j)
			got := look{
				left: ink[image.Pt(4, 7)], right: ink[image.Pt(11, 7)], middle: ink[image.Pt(8, 8)], top: ink[image.Pt(8, 1)],
			}
			if got != want[j] {
				t.Errorf("%s: the mark of %q has ink at %+v, want %+v", theme, j, got, want[j])
			}
		}
	}
}

func TestAMarkTakesTheColourOfTheNewTheme(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(Look{Choice: "light"})
	mark := NewJudgement(model.Aligned, 16)
	renderer := test.TempWidgetRenderer(t, mark).(*judgementRenderer)
	before := renderer.ring.FillColor
	app.Settings().SetTheme(Look{Choice: "dark"})
	mark.Refresh()
	if renderer.ring.FillColor == before {
		t.Error("the mark keeps the colour of the light theme")
	}
}
