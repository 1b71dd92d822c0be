package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

func TestTextIsAsLargeAsTheReaderWants(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Rounds").Press("First round")
	w.changeTextSize(1)
	w.changeTextSize(1)
	if got := theme.TextSize(); got != 14*1.25 {
		t.Errorf("text is %v high", got)
	}
	if now := w.store.Now(); now.Round != "round-1" {
		t.Errorf("another size of text changed the place to %+v", now)
	}
	w.chooseTextSize(200)
	w.changeTextSize(1) // there is none larger
	if w.settings.textSize() != 200 || theme.TextSize() != 28 {
		t.Errorf("the text is at %d%%, %v high", w.settings.textSize(), theme.TextSize())
	}
	w.window.Resize(fyne.NewSize(1024, 700))
	if least := w.window.Content().MinSize(); least.Width > 1024 || least.Height > 700 {
		t.Errorf("with large text the window is at least %v", least)
	}
}

func TestAnUnknownSizeOfTextIsOneThatIsOffered(t *testing.T) {
	for given, want := range map[int]int{0: 100, -5: 100, 99: 100, 124: 110, 125: 125, 9999: 200} {
		if got := nearestSize(given); got != want {
			t.Errorf("%d is taken as %d, want %d", given, got, want)
		}
	}
}

func TestTheKeysGoFromPartToPartOfTheWindow(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Rounds").Press("First round").Press("1,000 prisoners from each side").Paint()
	in := func() int {
		focused, _ := w.window.Canvas().Focused().(fyne.CanvasObject)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(focused)
		for i, z := range w.root.Objects {
			if at.X >= z.Position().X && at.X < z.Position().X+z.Size().Width {
				return i
			}
		}
		return -1
	}
	var way []int
	for range 4 {
		w.nextZone(1)
		way = append(way, in())
	}
	w.nextZone(-1)
	way = append(way, in())
	if want := []int{0, 1, 2, 0, 2}; !slices.Equal(way, want) {
		t.Errorf("the focus went through %v, want %v", way, want)
	}
	w.window.Canvas().FocusNext()
	here := w.window.Canvas().Focused()
	w.nextZone(1)
	w.nextZone(-1)
	if w.window.Canvas().Focused() != here {
		t.Error("the focus does not come back to where it was")
	}
}

func TestBackLeadsToWhereTheReaderHadScrolled(t *testing.T) {
	w, r := open(t, nil)
	w.window.Resize(fyne.NewSize(1280, 600))
	r.Press("Rounds").Press("First round").Paint()
	scroll := part.ScrollIn(w.pages[state.Rounds].Content())
	if scroll == nil {
		t.Fatal("nothing on the page can be scrolled")
	}
	part.ScrollBy(scroll, 1)
	at := scroll.Offset
	if at.Y == 0 {
		t.Fatal("the page did not scroll")
	}
	r.Press("Third round").Paint()
	scroll.ScrollToTop()
	w.goBack()
	if scroll.Offset != at {
		t.Errorf("Back leads to %v, want %v", scroll.Offset, at)
	}
	w.goForward()
	if now := w.store.Now(); now.Round != "round-3" {
		t.Errorf("Forward leads to %+v", now)
	}
}

func TestAboutTellsVersionsAndLicences(t *testing.T) {
	w, r := open(t, func(c *Config) { c.Version = "1.2.3" })
	w.tell()
	r.Sees("1.2.3", "parley/1", "Fyne", "Noto Sans", "fyne.io/fyne/v2", "github.com/wcharczuk/go-chart/v2")
	r.Press("github.com/goccy/go-json").Sees("MIT License")
}

func TestDiagnosticsNameNoPathAndNoNote(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Rounds").Press("First round")
	w.writeNote()
	r.Type("", "A secret source").Sees("Saved")
	w.opened = &openFile{path: "/home/reader/secret.json"}
	w.copyDiagnostics()
	w.opened = nil
	text := clipboard()
	for _, private := range []string{"secret", "/", "home"} {
		if strings.Contains(strings.ReplaceAll(text, "parley/1", ""), private) {
			t.Errorf("the diagnostics tell %q:\n%s", private, text)
		}
	}
	for _, want := range []string{"Notes: 1", "from a file", "Language: en", w.dataset.Metadata().Name} {
		if !strings.Contains(text, want) {
			t.Errorf("the diagnostics lack %q:\n%s", want, text)
		}
	}
	r.Sees("Copied.")
}

func TestTheReaderLearnsHowToUseTheProgramAndWhereItsFilesAre(t *testing.T) {
	w, r := open(t, nil)
	w.showManual()
	r.Sees("By keyboard alone.")
	w.told.Hide()
	w.tellFiles()
	r.Sees("It comes with the program.", w.desk.Notes.Folder())
}

func TestATextThatIsToldScrollsByTheKeys(t *testing.T) {
	w, r := open(t, nil)
	w.chooseTextSize(200)
	w.showManual()
	r.Paint()
	focused := w.window.Canvas().Focused()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if w.reading == nil || w.reading.Offset.Y == 0 {
		t.Error("Page Down does not scroll the text")
	}
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if w.reading.Offset.Y != 0 {
		t.Error("Home does not go back to the top")
	}
}

func TestAnAddressLeadsToItsItemOrSaysWhyNot(t *testing.T) {
	w, r := open(t, nil)
	typed := func(text string) {
		w.openSearch()
		uitest.Find[*part.SearchEntry](r).SetText(text)
	}
	item := model.Item{Kind: model.ExchangeItem, ID: string(w.dataset.Exchanges()[0].ID)}
	typed(item.Address(w.dataset.Metadata().Name))
	r.Sees("1 found")
	press(w, fyne.KeyReturn)
	if now := w.store.Now(); now.Selected != item || now.Page != state.Exchanges {
		t.Errorf("the address leads to %+v", now)
	}
	typed("parley:other-talks/round/1")
	r.Sees("This is a link into another dataset, other-talks")
	typed("round/1999-nowhere")
	r.Sees("This dataset has no round/1999-nowhere")
}

func TestBackLeadsToWhereTheOverviewWasScrolled(t *testing.T) {
	w, r := open(t, nil)
	w.window.Resize(fyne.NewSize(1280, 600))
	r.Press("Overview").Paint()
	scroll := part.ScrollIn(w.pages[state.Overview].Content())
	if scroll == nil {
		t.Fatal("nothing on the page can be scrolled")
	}
	part.ScrollBy(scroll, 0.5)
	at := scroll.Offset
	r.Press("Notes").Paint()
	scroll.ScrollToTop()
	w.goBack()
	if at.Y == 0 || scroll.Offset != at {
		t.Errorf("Back leads to %v, want %v", scroll.Offset, at)
	}
}
