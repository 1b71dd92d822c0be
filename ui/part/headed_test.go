package part

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestBarsOverAPageTakeTheRoomThatTheyNeed(t *testing.T) {
	test.NewTempApp(t)
	page, bar, progress := Text("page"), NewBar("Details", "Close"), NewProgress("Cancel")
	body := Headed(page, progress.Content(), bar.Content())
	bar.OnHeight, progress.OnHeight = func() { LayOut(body) }, func() { LayOut(body) }
	w := test.NewTempWindow(t, body)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(500, 400))
	least := page.Position().Y

	progress.Show("Opening a file", 0.5, func() {})
	under := page.Position().Y
	if under <= least || page.Size().Height != 400-under {
		t.Errorf("under the bar the page begins at %v and is %v high", under, page.Size().Height)
	}
	bar.Say("A long sentence that does not fit on one line of this small window, so that it takes two lines or three.", "")
	if high := page.Position().Y - under; high < 2*bar.words.MinSize().Height/3 || bar.Content().Position().Y != under {
		t.Errorf("the second bar is %v high and begins at %v", high, bar.Content().Position().Y)
	}
	bar.Hide()
	progress.Hide()
	if page.Position().Y != least {
		t.Errorf("without bars the page begins at %v", page.Position().Y)
	}
}

func TestProgressFillsFromTheLeftAndIsCancelled(t *testing.T) {
	test.NewTempApp(t)
	p := NewProgress("Cancel")
	w := test.NewTempWindow(t, p.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 60))
	cancelled := false
	p.Show("Opening a file", 0.25, func() { cancelled = true })
	done := test.WidgetRenderer(p.track).(*trackRenderer).done
	if got, want := done.Size().Width, p.track.Size().Width/4; got != want {
		t.Errorf("a quarter is %v of %v", got, p.track.Size().Width)
	}
	p.Show("Opening a file", 7, nil)
	if done.Size().Width != p.track.Size().Width {
		t.Errorf("more than all is %v of %v", done.Size().Width, p.track.Size().Width)
	}
	p.Show("Opening a file", 1, func() { cancelled = true })
	p.cancel()
	if !cancelled {
		t.Error("Cancel does nothing")
	}
}
