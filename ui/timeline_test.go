package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"parley/model"
	"parley/ui/chart/charttest"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

// openTimeline opens the page Timeline by its name, painted.
func openTimeline(t *testing.T) (*Window, *uitest.Reader, *part.Picture) {
	t.Helper()
	w, r := open(t, nil)
	r.Press("Timeline").Paint()
	return w, r, uitest.Find[*part.Picture](r)
}

// walkTo moves by the arrow keys to the first spot whose words hold these.
func walkTo(t *testing.T, p *part.Picture, words string) {
	t.Helper()
	const most = 500
	for range most {
		key(p, fyne.KeyLeft)
	}
	for range most {
		if strings.Contains(p.AccessibilityLabel(), words) {
			return
		}
		key(p, fyne.KeyRight)
	}
	t.Fatalf("no spot says %q; the last one says %q", words, p.AccessibilityLabel())
}

// TestAReaderFollowsTheTalksByMouse looks at all of it, at a time of talks, at one of its exchanges, and takes the picture
// along.
func TestAReaderFollowsTheTalksByMouse(t *testing.T) {
	w, r, p := openTimeline(t)
	r.Sees("Show:").Sees("Applied filters:").Sees("none")
	r.Press("Neutral City, May–Jun 2025").Paint()
	if z := w.store.Now().Timeline.Zoom; z.From.IsZero() || z.To.IsZero() {
		t.Fatalf("the tab of a time of talks shows %+v", z)
	}
	walkTo(t, p, "round of talks")
	p.Tapped(&fyne.PointEvent{Position: p.SpotMiddle()})
	if got := w.store.Now().Selected.Kind; got != model.RoundItem {
		t.Fatalf("a press on a round selects %q", got)
	}
	r.Press("Table").Sees("What to know").Sees("sources")
	before := w.store.Now()
	r.Press("What").Press("Chart").Paint()
	if got := w.store.Now().Timeline; got.Sort != "name" || got.Zoom != before.Timeline.Zoom {
		t.Errorf("the table is sorted by %q, and zoomed to %+v", got.Sort, got.Zoom)
	}
	p.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(300, 200)}, Scrolled: fyne.NewDelta(0, 80)})
	closer := w.store.Now().Timeline.Zoom
	p.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(40, 0)})
	if now := w.store.Now().Timeline.Zoom; closer == before.Timeline.Zoom || now == closer {
		t.Error("the wheel does not zoom, or dragging does not move")
	}
	r.Press("Whole period").Paint()
	if z := w.store.Now().Timeline.Zoom; z != (state.Zoom{}) {
		t.Errorf("all of it is %+v", z)
	}
	w.store.Back()
	if z := w.store.Now().Timeline.Zoom; z == (state.Zoom{}) {
		t.Error("Back does not lead to the part that was seen")
	}
}

// TestAReaderFollowsTheTalksByKeyboardAlone does so by the keys of the window and of the picture.
func TestAReaderFollowsTheTalksByKeyboardAlone(t *testing.T) {
	w, r, p := openTimeline(t)
	w.window.Canvas().Focus(p)
	p.TypedRune('+')
	p.TypedRune('+')
	zoomed := w.store.Now().Timeline.Zoom
	if zoomed == (state.Zoom{}) {
		t.Fatal("+ does not zoom")
	}
	p.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	key(p, fyne.KeyRight)
	p.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if w.store.Now().Timeline.Zoom == zoomed {
		t.Error("Shift and an arrow do not move along")
	}
	p.TypedRune('-')
	p.TypedRune('0')
	if w.store.Now().Timeline.Zoom != (state.Zoom{}) {
		t.Error("0 does not show all of it")
	}
	p.TypedRune('+')
	key(p, fyne.KeyHome)
	if w.store.Now().Timeline.Zoom != (state.Zoom{}) {
		t.Error("Home does not show all of it")
	}
	key(p, fyne.KeyRight, fyne.KeyReturn) // the second entry of the legend
	if w.store.Now().Timeline.Without == "" {
		t.Fatal("Enter on an entry of the legend switches nothing off")
	}
	r.Paint().Sees("without: ")
	key(p, fyne.KeyReturn)
	r.Paint().SeesNot("without: ")
	walkTo(t, p, "round of talks")
	key(p, fyne.KeyReturn)
	if got := w.store.Now().Selected.Kind; got != model.RoundItem {
		t.Errorf("Enter selects %q", got)
	}
}

// hasSpot reports whether a spot that the arrow keys reach says these words.
func hasSpot(p *part.Picture, words string) bool {
	key(p, fyne.KeyEnd)
	for last := ""; p.AccessibilityLabel() != last; key(p, fyne.KeyLeft) {
		last = p.AccessibilityLabel()
		if strings.Contains(last, words) {
			return true
		}
	}
	return false
}

// TestAMarkOfSeveralIsLookedAtCloser presses numbers until what they stand for is seen one by one.
func TestAMarkOfSeveralIsLookedAtCloser(t *testing.T) {
	_, r := open(t, func(c *Config) { c.Bundled = charttest.Happenings() })
	r.Press("Timeline").Paint()
	p := uitest.Find[*part.Picture](r)
	presses := 0
	for ; presses < 12 && hasSpot(p, "press to look closer"); presses++ {
		walkTo(t, p, "press to look closer")
		key(p, fyne.KeyReturn)
		r.Paint()
	}
	if presses == 0 || presses == 12 {
		t.Errorf("after %d presses", presses)
	}
}

func TestThePartThatIsSeenIsExported(t *testing.T) {
	w, r, _ := openTimeline(t)
	w.desk.Exports.Folder = t.TempDir()
	r.Press("Neutral City, May–Jun 2025").Paint().Press("Export…").Sees("Save")
	r.Choose("CSV, the numbers").Press("Save")
	files, err := os.ReadDir(w.desk.Exports.Folder)
	if err != nil || len(files) != 1 || !strings.HasPrefix(files[0].Name(), "timeline-20") {
		t.Fatalf("there are %v, %v", files, err)
	}
	data, err := os.ReadFile(filepath.Join(w.desk.Exports.Folder, files[0].Name()))
	if err != nil || !strings.HasPrefix(string(data), "entry,date,first_day") || strings.Count(string(data), "\n") < 2 {
		t.Errorf("the file says %q, %v", data, err)
	}
}

// Where large text leaves a chart little room, the page scrolls, and the chart's own text is larger too.
func TestChartsStayReadableWithLargeText(t *testing.T) {
	w, r := walked(t, surrounding{"en", fyne.NewSize(leastWidth, leastHeight), 2, false})
	for _, page := range []state.Page{state.Exchanges, state.Timeline} {
		w.Go(func(s *state.State) { s.Page = page })
		p := uitest.Find[*part.Picture](r.Paint())
		asked, ok := p.Wanted()
		if larger := float64(p.Size().Width) / float64(asked.Width); !ok || larger < 1.35 {
			t.Errorf("%s: the text of the chart is drawn %.2f times as large", page, larger)
		}
	}
}
