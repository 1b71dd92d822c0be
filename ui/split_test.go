package ui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"parley/ui/keep"
	"parley/ui/part"
	"parley/ui/uitest"
)

// border is the border of the page, or of the inspector, that the reader moves.
func border(t *testing.T, o fyne.CanvasObject) *part.Divider {
	t.Helper()
	for _, f := range part.Focusables(o) {
		if d, ok := f.(*part.Divider); ok {
			return d
		}
	}
	t.Fatal("there is no border to move")
	return nil
}

func drag(d *part.Divider, by ...float32) {
	for _, dx := range by {
		d.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, 0)})
	}
	d.DragEnd()
}

func TestTheInspectorIsAsWideAsTheReaderDragsIt(t *testing.T) {
	w, r := open(t, nil)
	w.window.Resize(fyne.NewSize(1400, 800))
	r.Press("Rounds").Paint()
	pages, inspector := w.root.Objects[1], w.root.Objects[2]
	d := border(t, inspector)
	width := func(want float32) {
		t.Helper()
		if got := inspector.Size().Width; got != want {
			t.Errorf("the inspector is %v wide, want %v", got, want)
		}
		if pages.Position().X+pages.Size().Width != inspector.Position().X {
			t.Error("page and inspector do not meet")
		}
	}
	usual := inspector.Size().Width
	drag(d, -30, -20)
	width(usual + 50)
	drag(d, -2000, 1990) // beyond what there is room for, and almost back again
	width(usual + 60)
	drag(d, 2000)
	width(leastInspector)
	drag(d, -2000)
	if got := pages.Size().Width; got != leastPage {
		t.Errorf("the page is %v wide, want %v", got, leastPage)
	}
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	width(usual)
	d.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if inspector.Size().Width <= usual {
		t.Error("the left arrow key does not move the border to the left")
	}
	d.DoubleTapped(&fyne.PointEvent{})
	width(usual)
}

func TestBordersStandWhereTheyWereAtTheLastStart(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.json")
	start := func() (*Window, *uitest.Reader) {
		s, err := keep.OpenSettings(file)
		if err != nil {
			t.Fatal(err)
		}
		w, r := open(t, func(c *Config) { c.Settings = s })
		w.window.Resize(fyne.NewSize(1400, 800))
		r.Press("Rounds").Paint()
		return w, r
	}
	w, _ := start()
	list, panel := border(t, w.root.Objects[1]), w.root.Objects[2]
	atFirst := list.Position().X
	drag(list, 40)
	drag(border(t, panel), -40)
	listAt, panelWidth := list.Position().X, panel.Size().Width
	if listAt != atFirst+40 {
		t.Errorf("the list ends at %v, want %v", listAt, atFirst+40)
	}
	w.remember()
	w.settings.save()

	w, r := start()
	list, panel = border(t, w.root.Objects[1]), w.root.Objects[2]
	if list.Position().X != listAt || panel.Size().Width != panelWidth {
		t.Errorf("the borders are at %v and %v, want %v and %v", list.Position().X, panel.Size().Width, listAt, panelWidth)
	}
	w.chooseLanguage("tr")
	r.Paint()
	if got := w.root.Objects[2].Size().Width; got != panelWidth {
		t.Errorf("in another language the inspector is %v wide, want %v", got, panelWidth)
	}
	w.window.Resize(fyne.NewSize(1180, 700)) // where the inspector has no more than its usual room
	r.Paint()
	if page := w.root.Objects[1].Size().Width; page < leastPage {
		t.Errorf("the page is %v wide", page)
	}
}

func TestBordersStandAsUsualWhateverTheSettingsHold(t *testing.T) {
	for _, width := range []float64{-5, 1e300, 0} {
		s := &keep.Settings{}
		s.SetFloat("split.inspector", width)
		s.SetFloat("split.rounds", width)
		w, r := open(t, func(c *Config) { c.Settings = s })
		w.window.Resize(fyne.NewSize(1400, 800))
		r.Press("Rounds").Paint()
		if page, list := w.root.Objects[1].Size().Width, border(t, w.root.Objects[1]).Position().X; page < leastPage || list > page/2 {
			t.Errorf("%v: the page is %v wide, its list %v", width, page, list)
		}
	}
}
