package part

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// tall is a page 100 high of something, a table with a head of 20 and ten rows of 50, and 400 of something else.
func tall(t *testing.T) (s *Sticky, head fyne.CanvasObject, rows []fyne.CanvasObject) {
	t.Helper()
	test.NewTempApp(t)
	for range 10 {
		rows = append(rows, block(10, 50))
	}
	head = block(10, 20)
	table := Column(0, rows...)
	s = NewSticky(head, table)
	s.SetContent(Column(0, block(10, 100), s.Slot(), table, block(10, 400)))
	w := test.NewTempWindow(t, s.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 300))
	return s, head, rows
}

func TestTheHeadStaysInSightWhileItsTableIs(t *testing.T) {
	s, head, _ := tall(t)
	for _, c := range []struct{ offset, want float32 }{
		{0, 100}, {60, 40}, {100, 0}, {400, 0}, {600, 0}, {610, -10}, {720, -120},
	} {
		s.scrollTo(c.offset)
		if got := head.Position().Y; got != c.want {
			t.Errorf("scrolled by %v, the head stands at %v, want %v", c.offset, got, c.want)
		}
	}
}

func TestRevealScrollsAsLittleAsNeeded(t *testing.T) {
	s, _, rows := tall(t)
	s.Reveal(rows[2]) // from 220 to 270: in sight
	if s.Offset() != 0 {
		t.Errorf("scrolled to %v for what is in sight", s.Offset())
	}
	s.Reveal(rows[5]) // from 370 to 420
	if s.Offset() != 120+stickyGap {
		t.Errorf("scrolled to %v, want the row at the lower edge", s.Offset())
	}
	if !s.InSight(rows[0]) || !s.InSight(rows[5]) || s.InSight(rows[7]) {
		t.Error("what is in sight is told wrongly")
	}
	s.Reveal(rows[0]) // from 120
	if s.Offset() != 100-stickyGap {
		t.Errorf("scrolled to %v, want the row below the head", s.Offset())
	}
	s.Top(rows[3])
	if s.Offset() != 250-stickyGap {
		t.Errorf("scrolled to %v, want the row right below the head", s.Offset())
	}
}

func TestWhatIsRevealedBeforeThereIsAWindowIsSeenInIt(t *testing.T) {
	test.NewTempApp(t)
	last := block(10, 50)
	table := Column(0, block(10, 1000), last)
	s := NewSticky(block(10, 20), table)
	s.SetContent(Column(0, s.Slot(), table))
	s.Reveal(last)
	w := test.NewTempWindow(t, s.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 300))
	if s.Offset() != 1070-300 {
		t.Errorf("scrolled to %v", s.Offset())
	}
}

func TestThePageTakesItsNewHeight(t *testing.T) {
	s, _, rows := tall(t)
	s.scrollTo(500)
	for _, r := range rows[1:] {
		r.Hide()
	}
	s.Fit()
	if want := float32(100 + 20 + 50 + 400 - 300); s.Offset() != want {
		t.Errorf("scrolled to %v, want the new end at %v", s.Offset(), want)
	}
}
