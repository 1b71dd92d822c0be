package part

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestAPictureIsAskedForAtExactlyThePixelsOfItsPlace(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		pixels image.Point
		size   fyne.Size
	}{
		{image.Pt(707, 480), fyne.NewSize(707.4, 480.2)},
		{image.Pt(1415, 961), fyne.NewSize(707.5, 480.5)},
		{image.Pt(1061, 721), fyne.NewSize(707.3, 480.6)},
	} {
		asked := pictureSize(c.pixels.X, c.pixels.Y, c.size)
		width, height := int(float64(asked.Width)*asked.Scale+0.5), int(float64(asked.Height)*asked.Scale+0.5)
		if width != c.pixels.X || height < c.pixels.Y || height > c.pixels.Y+2 {
			t.Errorf("%v: %+v gives %d x %d pixels", c.pixels, asked, width, height)
		}
		drawn := image.NewRGBA(image.Rect(0, 0, width, height))
		if got := cropped(drawn, c.pixels.X, c.pixels.Y).Rect.Size(); got != c.pixels {
			t.Errorf("%v: what is shown has %v pixels", c.pixels, got)
		}
	}
}

func TestAnIdlePictureIsNotDrawnAgain(t *testing.T) {
	test.NewTempApp(t)
	asked := 0
	var p *Picture
	p = NewPicture(func(s PictureSize) {
		asked++
		p.Put(Drawing{Image: image.NewRGBA(image.Rect(0, 0, s.Width, s.Height))})
	})
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(500, 400))
	for range 3 {
		w.Canvas().Capture()
		p.Refresh()
	}
	if asked != 1 {
		t.Errorf("it was drawn %d times", asked)
	}
	w.Resize(fyne.NewSize(520, 400))
	w.Canvas().Capture()
	if asked != 2 {
		t.Errorf("at another size it was drawn %d times in all, want 2", asked)
	}
}

func TestTheWheelOverAPictureWithoutAnAxisScrollsThePage(t *testing.T) {
	test.NewTempApp(t)
	p := NewPicture(func(PictureSize) {})
	page := container.NewVScroll(AtLeastHigh(900, p))
	w := test.NewTempWindow(t, page)
	w.Resize(fyne.NewSize(500, 400))
	p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50)})
	if page.Offset.Y <= 0 {
		t.Error("the page stays where it is")
	}
}

func TestTheTipStaysWithinThePicture(t *testing.T) {
	test.NewTempApp(t)
	area := fyne.NewSize(500, 300)
	for _, at := range []fyne.Position{{X: 0, Y: 0}, {X: 490, Y: 290}, {X: 240, Y: 299}, {X: -20, Y: 400}} {
		tip := newTip()
		tip.show("words that take more than one line, so that the tip has a height to be kept within the area", at, fyne.NewSize(8, 8), area)
		p, size := tip.Position(), tip.Size()
		if p.X < 0 || p.Y < 0 || p.X+size.Width > area.Width || p.Y+size.Height > area.Height {
			t.Errorf("beside %v it takes %v at %v", at, size, p)
		}
	}
}

func TestOnlyTheRowsInSightAreMade(t *testing.T) {
	test.NewTempApp(t)
	made, chosen := 0, -1
	rows := NewRows(func() (fyne.CanvasObject, any) {
		made++
		text := NewCellText(false, false)
		return Column(0, text.Container), text
	}, func(i int, row any) string {
		row.(*CellText).Set("row")
		return "row"
	}, func(i int) { chosen = i })
	w := test.NewTempWindow(t, rows)
	w.Resize(fyne.NewSize(400, 400))
	rows.Fill(100_000, -1, true)
	w.Canvas().Focus(rows)
	rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if chosen != 99_999 {
		t.Errorf("End and Enter choose %d", chosen)
	}
	if made > 60 {
		t.Errorf("%d rows are made", made)
	}
}
