package ui

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/chart"
	"parley/ui/keep"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

// openCharts opens the page Exchanges with a chart that is painted.
func openCharts(t *testing.T, chart string) (*Window, *uitest.Reader, *part.Picture) {
	t.Helper()
	w, r := open(t, nil)
	w.Go(func(s *state.State) { s.Page, s.Chart, s.Kind = state.Exchanges, chart, modeltest.Prisoners })
	r.Paint()
	return w, r, uitest.Find[*part.Picture](r)
}

func key(p fyne.Focusable, names ...fyne.KeyName) {
	for _, name := range names {
		p.TypedKey(&fyne.KeyEvent{Name: name})
	}
}

// pointTo moves by the arrow keys to the spot whose words hold these.
func pointTo(t *testing.T, p *part.Picture, words string) {
	t.Helper()
	key(p, fyne.KeyEnd, fyne.KeyHome)
	for last := ""; !strings.Contains(p.AccessibilityLabel(), words); key(p, fyne.KeyRight) {
		if p.AccessibilityLabel() == last {
			t.Fatalf("no spot says %q; the last one says %q", words, last)
		}
		last = p.AccessibilityLabel()
	}
}

func TestEveryChartIsOfferedAndChosenByItsName(t *testing.T) {
	w, r, _ := openCharts(t, "")
	for _, c := range []struct{ name, chart string }{
		{"Over time", "time"}, {"Every exchange", "exchanges"}, {"Fulfilment", "fulfilment"}, {"By round", "rounds"},
	} {
		r.Press(c.name).Paint()
		if got := w.store.Now().Chart; got != c.chart {
			t.Errorf("pressing %q shows the chart %q", c.name, got)
		}
	}
	w.store.Back()
	if w.store.Now().Chart == "rounds" {
		t.Error("Back does not lead to the chart before")
	}
}

func TestAPeriodIsTypedAndAFaultInItIsNamed(t *testing.T) {
	w, r, _ := openCharts(t, "rounds")
	r.Type("start", "2025-13")
	w.window.Canvas().Unfocus()
	r.Sees("“2025-13” is no date")
	if v := w.store.Now().View; v != (state.View{}) {
		t.Errorf("the fault changed the view to %+v", v)
	}
	from := uitest.Find[*part.DateEntry](r)
	from.SetText("2025-6")
	r.SeesNot("is no date").Sees("from June 2025")
	r.Type("end", "1.5.2025")
	w.window.Canvas().Unfocus()
	r.Sees("The period ends before it begins")
	r.Press("Remove the filter: from June 2025").Sees("Applied filters:\nnone").SeesNot("ends before")
	if from.Text != "" {
		t.Errorf("the entry still says %q", from.Text)
	}
}

func TestALegendEntrySwitchesItsSeriesByTheKeys(t *testing.T) {
	w, r, p := openCharts(t, "rounds")
	w.window.Canvas().Focus(p)
	pointTo(t, p, "carried out")
	for w.store.Now().View.Without == "" {
		key(p, fyne.KeyEnter)
		if w.store.Now().View.Without == "" {
			key(p, fyne.KeyRight)
		}
	}
	r.Paint().Sees("without: carried out")
	w.store.Back()
	r.Paint().SeesNot("without:")
}

func TestAMarkIsSelectedByAClickAndByTheKeys(t *testing.T) {
	w, r, p := openCharts(t, "rounds")
	w.window.Canvas().Focus(p)
	pointTo(t, p, "First round")
	key(p, fyne.KeyEnter)
	byKeys := w.store.Now().Selected
	if byKeys.IsZero() {
		t.Fatal("Enter selects nothing")
	}
	at := p.SpotMiddle()
	w.store.Select(model.Item{})
	r.Paint()
	p.Tapped(&fyne.PointEvent{Position: at})
	if got := w.store.Now().Selected; got != byKeys {
		t.Errorf("the click selects %v, the key %v", got, byKeys)
	}
}

func TestATimeChartZoomsAroundThePointerAndBack(t *testing.T) {
	w, r, p := openCharts(t, "time")
	zoom := func() state.Zoom { return w.store.Now().View.Zoom }
	steps := len(historyOf(w))
	middle := fyne.NewPos(p.Size().Width/2, p.Size().Height/2)
	for range 5 {
		p.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: middle}, Scrolled: fyne.NewDelta(0, 20)})
	}
	r.Paint()
	zoomed := zoom()
	if zoomed == (state.Zoom{}) {
		t.Fatal("the wheel does not zoom")
	}
	if got := len(historyOf(w)) - steps; got != 1 {
		t.Errorf("zooming in five turns of the wheel is %d steps of the history, want 1", got)
	}
	p.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-60, 0)})
	if moved := zoom(); moved.From.Compare(zoomed.From) <= 0 {
		t.Errorf("dragging to the left moves from %v to %v", zoomed.From, moved.From)
	}
	p.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	before := zoom()
	key(p, fyne.KeyLeft)
	p.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if zoom().From.Compare(before.From) >= 0 {
		t.Error("Shift and Left do not move back")
	}
	r.Press("Whole period")
	if zoom() != (state.Zoom{}) {
		t.Errorf("the whole period is %+v", zoom())
	}
	r.Paint()
	p.TypedRune('+')
	r.Paint()
	p.TypedRune('0')
	if zoom() != (state.Zoom{}) {
		t.Error("0 does not show the whole period")
	}
}

// historyOf are the states that Back leads to, the last first.
func historyOf(w *Window) []state.State {
	var list []state.State
	for w.store.CanBack() {
		w.store.Back()
		list = append(list, w.store.Now())
	}
	for w.store.CanForward() {
		w.store.Forward()
	}
	return list
}

func TestTheTableIsSortedByItsHeadsAndItsRowsSelect(t *testing.T) {
	w, r, _ := openCharts(t, "rounds")
	r.Press("Table").Paint()
	r.Press("Sort by: Carried out").Paint()
	if first := uitest.Find[*part.Rows](r); first.Len() == 0 {
		t.Fatal("the table is empty")
	}
	largest := strings.Index(r.Text(), "1,000")
	smaller := strings.Index(r.Text(), "nothing tied")
	if largest < 0 || smaller >= 0 && smaller < largest {
		t.Errorf("the largest number does not stand first:\n%s", r.Text())
	}
	r.Press("Sorted by: Carried out, the largest first")
	if v := w.store.Now().View; v.Sort != "carried_out" || v.Descending {
		t.Errorf("pressing again sorts by %q, descending %v", v.Sort, v.Descending)
	}
	r.Paint()
	rows := uitest.Find[*part.Rows](r)
	w.window.Canvas().Focus(rows)
	key(rows, fyne.KeyHome, fyne.KeyDown, fyne.KeyEnter)
	if w.store.Now().Selected.IsZero() {
		t.Error("Enter selects no row")
	}
}

func TestTheNumbersAreCopiedAsTheyAreInCSV(t *testing.T) {
	_, r, _ := openCharts(t, "rounds")
	r.Press("Copy…").PressMenu("Copy numbers").Sees("on the clipboard")
	lines := strings.Split(strings.TrimSpace(fyne.CurrentApp().Clipboard().Content()), "\n")
	if !strings.HasPrefix(lines[0], "occasion\tdate\t") || len(lines) < 4 {
		t.Errorf("the clipboard begins with %q and has %d lines", lines[0], len(lines))
	}
	for _, line := range lines {
		if strings.Count(line, "\t") != strings.Count(lines[0], "\t") {
			t.Errorf("a row has other columns than the head: %q", line)
		}
	}
}

func TestThePictureIsCopiedAsAFile(t *testing.T) {
	_, r, _ := openCharts(t, "rounds")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	r.Press("Copy…").PressMenu("Copy picture")
	path := fyne.CurrentApp().Clipboard().Content()
	if data, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(data), "\x89PNG") {
		t.Errorf("the clipboard holds %q: %v", path, err)
	}
	r.Sees("The picture is in " + path)
}

func TestAChartIsExportedInEveryFormat(t *testing.T) {
	w, r, _ := openCharts(t, "rounds")
	folder := t.TempDir()
	t.Setenv("HOME", folder)
	for name, begins := range map[string]string{
		"PNG, a picture of pixels": "\x89PNG", "SVG, a vector picture": "<?xml", "PDF, a page to print": "%PDF",
		"CSV, the numbers": "occasion,", "ZIP: picture, numbers, sources": "PK",
	} {
		w.exportChart()
		r.Choose(name).Press("Save")
		ending := strings.ToLower(name[:3])
		data, err := os.ReadFile(filepath.Join(folder, "rounds-prisoners."+ending))
		if err != nil || !strings.HasPrefix(string(data), begins) {
			t.Errorf("%s: the file begins with %.12q: %v", name, data, err)
		}
		r.Sees("Saved: " + filepath.Join(folder, "rounds-prisoners."+ending))
	}
}

func TestTheExportDialogNamesWhatIsWrongAndWhatFits(t *testing.T) {
	w, r, _ := openCharts(t, "rounds")
	t.Setenv("HOME", t.TempDir())
	w.exportChart()
	r.Sees("To cite it", "Dataset, version", "2,400 × 1,600 pixels").Choose("4 ×").Sees("4,800 × 3,200")
	r.Choose("Square, 1080 × 1080").Sees("4,320 × 4,320").Choose("Slide, 1600 × 900").Sees("6,400 × 3,600")
	r.Choose("Report, 1200 × 800").Sees("4,800 × 3,200")
	width := r.Entry("1200")
	width.SetText("4000")
	r.Sees("40").SeesNot("4,800 × 3,200")
	width.OnSubmitted(width.Text)
	if files, _ := os.ReadDir(os.Getenv("HOME")); len(files) != 0 {
		t.Errorf("a picture that is too large was written: %v", files)
	}
	width.SetText("1200")
	dpi := r.Entry("150")
	dpi.SetText("9")
	dpi.OnSubmitted(dpi.Text)
	if files, _ := os.ReadDir(os.Getenv("HOME")); len(files) != 0 {
		t.Errorf("a picture with 9 DPI was written: %v", files)
	}
	dpi.SetText("300")
	r.Choose("Українська").Press("Save").Sees("Saved:")
	w.exportChart()
	r.Sees("300", "4 ×", "Українська")
}

func TestTheTableAndTheFileHoldTheSameNumbers(t *testing.T) {
	w, r, _ := openCharts(t, "rounds")
	t.Setenv("HOME", t.TempDir())
	w.exportChart()
	r.Choose("CSV, the numbers").Press("Save").Press("Table").Paint()
	file, err := os.Open(filepath.Join(os.Getenv("HOME"), "rounds-prisoners.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if rows := uitest.Find[*part.Rows](r); rows.Len() != len(records)-1 {
		t.Errorf("the table has %d rows, the file %d", rows.Len(), len(records)-1)
	}
}

func TestTheViewOfTheChartsComesBackAtTheNextStart(t *testing.T) {
	w, r, _ := openCharts(t, "time")
	r.Choose("To Sudland")
	w.Go(func(s *state.State) {
		s.View.From, s.View.Without = model.MustDate("2025"), "side:norland"
		s.View.Zoom = state.Zoom{From: model.MustDate("2025-05-01"), To: model.MustDate("2025-07-01")}
	})
	again := New(fyne.CurrentApp(), w.config).store.Now()
	if now := w.store.Now(); again.View != now.View || again.Chart != now.Chart {
		t.Errorf("the next start shows %+v, want %+v", again, now)
	}
}

func TestTheViewOfAnotherDatasetIsNotTakenOver(t *testing.T) {
	w, _, _ := openCharts(t, "time")
	w.Go(func(s *state.State) { s.View.From = model.MustDate("2031") })
	c := w.config
	c.Settings = &keep.Settings{}
	settings{c.Settings}.setLastState("other-talks", w.store.Now())
	again := New(fyne.CurrentApp(), c).store.Now()
	if again.View != (state.View{}) || again.Chart != "time" {
		t.Errorf("the next start shows %+v", again)
	}
}

func TestAPartOfABarThatIsSwitchedOffIsNamedAndOnlyWhereItIs(t *testing.T) {
	w, r, _ := openCharts(t, "categories")
	made := chart.New(chart.CategoriesName, w.dataset, chart.Options{Kind: modeltest.Prisoners, Locale: w.locale})
	segment := made.(chart.Categories).Panels[0].Segments[0]
	w.Go(func(s *state.State) { s.View.Without = state.Keys(segment.Key) })
	r.Paint().Sees("without: " + segment.Label).SeesNot(segment.Key)
	r.Press("By round").Paint().SeesNot("without:")
}

func TestTheShortcutsAreToldFromWithinATableAndOnlyOnce(t *testing.T) {
	w, r, _ := openCharts(t, "rounds")
	r.Press("Table").Paint()
	rows := uitest.Find[*part.Rows](r)
	w.window.Canvas().Focus(rows)
	rows.TypedRune('?')
	rows.TypedRune('?')
	if n := len(w.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs are open", n)
	}
}

func TestEscapeClosesTheExportDialog(t *testing.T) {
	w, r, _ := openCharts(t, "rounds")
	w.exportChart()
	entry := r.Entry("1200")
	w.window.Canvas().Focus(entry)
	key(entry, fyne.KeyEscape)
	r.SeesNot("Export the chart")
}

func TestAWrongSizeCannotBeSaved(t *testing.T) {
	w, r, _ := openCharts(t, "rounds")
	w.exportChart()
	save := func() *part.Button {
		for _, o := range test.LaidOutObjects(w.window.Canvas().Overlays().Top()) {
			if b, ok := o.(*part.Button); ok && b.Text == "Save" {
				return b
			}
		}
		t.Fatal("there is no Save")
		return nil
	}
	r.Entry("1200").SetText("12")
	if !save().Disabled() {
		t.Error("a picture 12 pixels wide can be saved")
	}
	r.Entry("12").SetText("1300")
	if save().Disabled() {
		t.Error("a picture 1300 pixels wide cannot be saved")
	}
}
