package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/handover"
	"parley/ui/keep"
	"parley/ui/state"
)

// openAny opens a window that loads other talks, whatever file is asked for.
func openAny(t *testing.T) *Window {
	t.Helper()
	recent := filepath.Join(t.TempDir(), "recent.json")
	w, _ := open(t, func(c *Config) {
		c.Places = keep.Places{Recent: recent}
		c.Load = func(context.Context, string, func(done, total int64)) (*model.Dataset, error) {
			facts := modeltest.TwoMemorandaFacts()
			facts.Metadata.Name = "other-talks"
			return model.New(facts), nil
		}
	})
	return w
}

func TestASecondStartOpensItsFileInThisWindow(t *testing.T) {
	w := openAny(t)
	file := filepath.Join(t.TempDir(), "mine.json")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if !w.takeSoon(handover.Request{File: file}) || w.path() != file {
		t.Fatalf("the window shows %q", w.path())
	}
	files := w.recent.Files()
	if len(files) != 1 || files[0].Path != file || files[0].Title != w.datasetTitle() {
		t.Errorf("the recent files are %v", files)
	}
	now := w.store
	if !w.take(handover.Request{File: file}) || w.store != now {
		t.Error("the file that is shown already is opened once more")
	}
}

func TestASecondStartShowsItsLinkInThisWindow(t *testing.T) {
	w, _ := open(t, nil)
	name := w.dataset.Metadata().Name
	if !w.take(handover.Request{Link: "parley:" + name + "/round/round-3"}) || w.store.Now().Round != "round-3" {
		t.Errorf("the window shows %+v", w.store.Now())
	}
	for _, link := range []string{"parley:other/round/round-3", "parley:" + name + "/round/none", "parley:planet/mars", "words"} {
		if w.take(handover.Request{Link: link}) {
			t.Errorf("the window takes %q", link)
		}
	}
}

func TestALinkIntoTheBundledDatasetLeavesTheFile(t *testing.T) {
	w := openAny(t)
	w.open("/mine.json")
	if w.dataset == w.config.Bundled {
		t.Fatal("the file is not shown")
	}
	if !w.take(handover.Request{Link: "parley:" + w.config.Bundled.Metadata().Name + "/round/round-3"}) {
		t.Fatal("the window does not take the link")
	}
	if w.dataset != w.config.Bundled || w.store.Now().Round != "round-3" {
		t.Errorf("the window shows %+v", w.store.Now())
	}
}

func TestABusyWindowDoesNotTakeARequestTwice(t *testing.T) {
	w, _ := open(t, nil)
	var late func()
	w.config.OnUI, w.patience = func(f func()) { late = f }, 10*time.Millisecond
	before := w.store.Now()
	if w.takeSoon(handover.Request{Link: "parley:" + w.dataset.Metadata().Name + "/round/round-3"}) {
		t.Error("a window that does not answer takes the request")
	}
	late()
	if w.store.Now() != before {
		t.Error("what the second start shows itself is shown here too")
	}
}

func TestEachDatasetComesBackAsItWasLookedAt(t *testing.T) {
	w := openAny(t)
	w.Go(func(s *state.State) { s.Page, s.Round, s.Table = state.Rounds, "round-3", true })
	w.open("/mine.json")
	w.Go(func(s *state.State) { s.Page = state.Memoranda })
	w.openBundled()
	if now := w.store.Now(); now.Page != state.Rounds || now.Round != "round-3" || !now.Table {
		t.Errorf("back in the bundled dataset it shows %+v", now)
	}
	again := New(fyne.CurrentApp(), w.config)
	if now := again.store.Now(); now.Page != state.Rounds || now.Round != "round-3" {
		t.Errorf("the next start shows %+v", now)
	}
}

func TestTheWindowOpensWhateverTheSettingsHold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.json")
	talks := modeltest.Talks().Metadata().Name
	words := `{"values": {"theme": 7, "language": "tlh", "window.width": 1e300, "window.height": "tall", "export.scale": -3},
		"views": [{"dataset": "` + talks + `", "state": {"Page": "moon", "Round": "gone", "Kind": "gold", "Chart": "pie",
		"View": {"Part": -7, "Sides": "mars venus", "Sort": "none", "From": "2031", "To": "1999"},
		"Left": "gone", "Right": "gone", "Selected": {"Kind": "planet", "ID": "mars"}}}]}`
	if err := os.WriteFile(file, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := keep.OpenSettings(file)
	if err != nil {
		t.Fatal(err)
	}
	w, r := open(t, func(c *Config) { c.Settings = s })
	for _, name := range state.Pages() {
		w.turnTo(name)
		r.Paint()
	}
	if size := w.settings.size(); size.Width > 20000 || size.Height < leastHeight {
		t.Errorf("the window is %v", size)
	}
}

func TestThemeAndLanguageAreOnTheDiskAtOnce(t *testing.T) {
	file := filepath.Join(t.TempDir(), "settings.json")
	s, err := keep.OpenSettings(file)
	if err != nil {
		t.Fatal(err)
	}
	w, _ := open(t, func(c *Config) { c.Settings = s })
	w.chooseTheme("dark")
	w.chooseLanguage("tr")
	again, err := keep.OpenSettings(file)
	if err != nil || again.String(keyTheme) != "dark" || again.String(keyLanguage) != "tr" {
		t.Errorf("on the disk: %q, %q, %v", again.String(keyTheme), again.String(keyLanguage), err)
	}
}

func TestALinkThatLeadsNowhereIsTold(t *testing.T) {
	const link = "parley:test-talks/round/nothing"
	w, r := open(t, func(c *Config) { c.Stale = link })
	if !w.bar.Visible() {
		t.Errorf("the window does not say that %s is not there", link)
	}
	r.Sees("does not hold " + link)
	if w, _ := open(t, nil); w.bar.Visible() {
		t.Error("a window without a link has something to say")
	}
}
