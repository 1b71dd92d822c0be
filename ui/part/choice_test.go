package part

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestAChoiceOffersTheOthersInAMenu(t *testing.T) {
	test.NewTempApp(t)
	chosen := -1
	c := NewChoice("Document", func(i int) { chosen = i })
	c.Offer([]string{"first", "second", "third"}, 1)
	w := test.NewTempWindow(t, c)
	if c.AccessibilityLabel() != "Document: second" || c.Chosen() != 1 {
		t.Errorf("it is called %q", c.AccessibilityLabel())
	}
	w.Canvas().Focus(c)
	key := func(name fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	key(fyne.KeyReturn)
	if c.Menu() == nil {
		t.Fatal("Enter opens no menu")
	}
	key(fyne.KeyReturn) // what is chosen already
	if chosen != -1 || c.Menu() != nil {
		t.Errorf("choosing what is chosen tells %d", chosen)
	}
	key(fyne.KeyReturn)
	key(fyne.KeyDown)
	key(fyne.KeyReturn)
	if chosen != 2 {
		t.Errorf("the arrow and Enter choose %d, want the one after", chosen)
	}
	key(fyne.KeyReturn)
	key(fyne.KeyEscape)
	if c.Menu() != nil {
		t.Error("Escape does not close the menu")
	}
}

func TestALongChoiceIsShownInFull(t *testing.T) {
	test.NewTempApp(t)
	c := NewChoice("Document", nil)
	c.Offer([]string{"short", "a name that is far longer than the place that there is for it"}, 0)
	c.Resize(fyne.NewSize(160, 40))
	before := c.MinSize().Height
	c.Offer(c.names, 1)
	if after := c.MinSize().Height; after <= before {
		t.Errorf("the name takes %v, as much as a short one", after)
	}
}

func TestPlatesTakeTheColoursOfTheNewTheme(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(Look{Choice: "light"})
	for name, o := range map[string]*fyne.Container{"frame": Framed(block(1, 1)), "shade": Shaded(block(1, 1))} {
		plate := o.Objects[0].(*plate)
		rect := test.TempWidgetRenderer(t, plate).Objects()[0].(*canvas.Rectangle)
		fill, line := rect.FillColor, rect.StrokeColor
		app.Settings().SetTheme(Look{Choice: "dark"})
		plate.Refresh()
		if rect.FillColor == fill && rect.StrokeColor == line {
			t.Errorf("the %s keeps the colours of the light theme", name)
		}
		app.Settings().SetTheme(Look{Choice: "light"})
	}
}

func TestAFoldBuildsWhatItShowsOnce(t *testing.T) {
	test.NewTempApp(t)
	built, changed := 0, 0
	body := block(10, 30)
	f := NewFold("Heading", "3 points", func() fyne.CanvasObject { built++; return body }, func() { changed++ })
	f.Content().Resize(fyne.NewSize(300, 100))
	folded := f.Content().MinSize().Height
	f.Toggle()
	if !f.Unfolded() || f.Content().MinSize().Height < folded+30 {
		t.Error("unfolding makes no room for the body")
	}
	f.Toggle()
	f.Toggle()
	if built != 1 || changed != 3 || !body.Visible() {
		t.Errorf("built %d times, told of %d changes, visible: %t", built, changed, body.Visible())
	}
}
