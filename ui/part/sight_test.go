package part

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestWhatGetsTheFocusIsBroughtIntoSight(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Look{Choice: "light"})
	var presses []fyne.Focusable
	column := Column(4)
	for range 40 {
		p := NewPressable("row", Fixed(100, 30, Text("row")), func() {})
		presses = append(presses, p)
		column.Add(p)
	}
	link := NewHyperlink("within")
	column.Add(NewPressable("around", Inset(4, 4, 4, 4, link), func() {}))
	scroll := container.NewVScroll(Inset(8, 8, 8, 8, column))
	w := test.NewTempWindow(t, container.NewBorder(Text("head"), nil, nil, nil, scroll))
	w.Resize(fyne.NewSize(300, 300))
	inSight := func(o fyne.Focusable) {
		t.Helper()
		w.Canvas().Focus(o)
		driver, object := fyne.CurrentApp().Driver(), o.(fyne.CanvasObject)
		y := driver.AbsolutePositionForObject(object).Y - driver.AbsolutePositionForObject(scroll).Y
		if y < 0 || y+object.Size().Height > scroll.Size().Height {
			t.Errorf("it stands at %v of %v", y, scroll.Size().Height)
		}
	}
	inSight(presses[30])
	down := scroll.Offset.Y
	inSight(presses[29])
	if scroll.Offset.Y != down {
		t.Error("what is in sight moves the page")
	}
	inSight(link)
	inSight(presses[0])
}
