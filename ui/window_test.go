package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"parley/model"
	"parley/model/modeltest"
	"parley/model/notefile"
	"parley/ui/format"
	"parley/ui/keep"
	"parley/ui/notebook"
	"parley/ui/page"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

// open opens the window on a small dataset, with notes in a folder.
func open(t *testing.T, change func(*Config)) (*Window, *uitest.Reader) {
	t.Helper()
	folder := t.TempDir()
	c := Config{
		Bundled: modeltest.Talks(),
		Forced:  "en",
		Load: func(context.Context, string, func(done, total int64)) (*model.Dataset, error) {
			return nil, errors.New("bad.json:1:2: error: $.titel: no such key")
		},
		Notes: func(dataset string, l *format.Locale) page.Notes { return notesIn(t, folder, dataset, l) },
		Flush: func() error { return nil },
		Spawn: func(f func()) { f() },
		OnUI:  func(f func()) { f() },
		After: func(time.Duration, func()) {},
	}
	if change != nil {
		change(&c)
	}
	w := New(test.NewTempApp(t), c)
	w.window.Resize(fyne.NewSize(1280, 800))
	return w, uitest.At(t, w.window)
}

// notesIn is the real notebook over the real store, working at once instead of beside the window.
func notesIn(t *testing.T, folder, dataset string, l *format.Locale) *notebook.Notebook {
	t.Helper()
	store, err := notefile.Open(folder, notefile.Options{Device: "test", Dataset: dataset})
	if err != nil {
		t.Fatal(err)
	}
	book := notebook.New(store, folder, l)
	book.Spawn = func(f func()) { f() }
	book.OnUI = func(f func()) { f() }
	book.After = func(_ time.Duration, f func()) { f() }
	return book
}

func TestAReaderSeesWhatARoundPromisedAndWhatCameOfIt(t *testing.T) {
	_, r := open(t, nil)
	r.Press("Rounds").Press("Second round").
		Sees("At least 1,200 prisoners from each side", "at least 1,200", "1 exchange, no exact count published").
		Sees("disputed: 500 (Norland); 700 (Sudland)").
		Sees("no count published")
}

func TestANumberIsOneClickFromItsSources(t *testing.T) {
	_, r := open(t, nil)
	r.Press("Rounds").Press("First round").Press("1,000 prisoners from each side").
		Sees("Pledged to Norland", "Carried out, to Norland", "Exchanges behind it").
		Press("1 source").Sees("Sources of this statement")
}

func TestTheChartAndTheTableShowTheSameKind(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Exchanges").Press("Bodies").Sees("Applied filters:\nnone").Press("Table").Sees("6,000", "1,212")
	if now := w.store.Now(); now.Kind != modeltest.Bodies || !now.Table {
		t.Errorf("the state is %+v", now)
	}
	r.Choose("To Sudland").Sees("to Sudland only").Press("Reset all").SeesNot("to Sudland only")
}

func TestAChartIsExportedAndAnOldFileIsReplacedOnlyAfterAsking(t *testing.T) {
	w, r := open(t, nil)
	folder := t.TempDir()
	t.Setenv("HOME", folder)
	path := filepath.Join(folder, "rounds-prisoners.png")
	if err := os.WriteFile(path, []byte("old"), 0o666); err != nil {
		t.Fatal(err)
	}
	w.turnTo(state.Exchanges)
	w.exportChart()
	r.Press("Save").Sees("is there already")
	if data, _ := os.ReadFile(path); string(data) != "old" {
		t.Fatal("the old file was replaced without asking")
	}
	r.Press("Replace").Sees("Saved: " + path)
	if data, _ := os.ReadFile(path); !strings.HasPrefix(string(data), "\x89PNG") {
		t.Errorf("the file holds %.8q", data)
	}
}

func TestAPictureThatCannotBeWrittenSaysWhy(t *testing.T) {
	w, r := open(t, nil)
	t.Setenv("HOME", filepath.Join(t.TempDir(), "gone"))
	w.turnTo(state.Exchanges)
	w.exportChart()
	r.Press("Save").Sees("was not written", "there is no folder")
}

func TestANoteOnARoundIsThereAgain(t *testing.T) {
	folder := t.TempDir()
	inFolder := func(c *Config) {
		c.Notes = func(dataset string, l *format.Locale) page.Notes { return notesIn(t, folder, dataset, l) }
	}
	w, r := open(t, inFolder)
	r.Press("Rounds").Press("First round")
	w.writeNote()
	r.Type("", "Who counted?").Sees("Saved")

	_, again := open(t, inFolder)
	again.Press("Rounds").Press("First round").Sees("Who counted?")
	again.Press("Notes").Sees("Who counted?", "First round")
}

func TestAFaultyFileLeavesTheBundledDataset(t *testing.T) {
	_, r := open(t, func(c *Config) { c.File = "bad.json" })
	r.Sees("bad.json was not opened", "Made-up talks").Press("Details").Sees("bad.json:1:2: error: $.titel: no such key")
}

func TestBackAndForwardGoThroughPagesAndSelections(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Rounds").Press("First round").Press("Memoranda")
	w.store.Back()
	if now := w.store.Now(); now.Page != state.Rounds || now.Round != "round-1" {
		t.Errorf("back leads to %+v", now)
	}
	w.store.Forward()
	if now := w.store.Now(); now.Page != state.Memoranda {
		t.Errorf("forward leads to %+v", now)
	}
}

func TestTheWindowSpeaksUkrainian(t *testing.T) {
	w, r := open(t, nil)
	r.Press("Rounds").Press("First round")
	w.chooseLanguage("uk")
	r.Sees("Раунди", "Погоджено і виконано", "1000 полонених від кожної сторони")
	if now := w.store.Now(); now.Round != "round-1" {
		t.Errorf("the language changed the place to %+v", now)
	}
}

func TestTheInspectorIsADrawerOnANarrowWindow(t *testing.T) {
	w, r := open(t, nil)
	w.window.Resize(fyne.NewSize(1024, 700))
	r.Press("Rounds").Press("First round").SeesNot("Pledged to Norland")
	r.Press("1,000 prisoners from each side").Sees("Pledged to Norland")
	w.setDrawer(false)
	r.SeesNot("Pledged to Norland")
}

func TestTheReaderComesBackToWhereTheyWere(t *testing.T) {
	a := test.NewTempApp(t)
	c := Config{
		Bundled: modeltest.Talks(), Forced: "en", Settings: &keep.Settings{},
		Notes: func(dataset string, l *format.Locale) page.Notes { return notesIn(t, t.TempDir(), dataset, l) },
		Flush: func() error { return nil },
		Spawn: func(f func()) { f() },
		OnUI:  func(f func()) { f() },
		After: func(time.Duration, func()) {},
	}
	w := New(a, c)
	uitest.At(t, w.window).Press("Rounds").Press("Third round")
	if now := New(a, c).store.Now(); now.Page != state.Rounds || now.Round != "round-3" {
		t.Errorf("the next start shows %+v", now)
	}
}

func TestEveryActionHasAName(t *testing.T) {
	w, _ := open(t, nil)
	for _, lang := range format.Languages() {
		for _, a := range w.actions() {
			if name := format.In(lang).T(a.key); name == a.key {
				t.Errorf("%s: the action %q has no name", lang, a.key)
			}
		}
	}
}

func TestANoteThatCannotBeSavedKeepsTheWindowOpen(t *testing.T) {
	w, r := open(t, func(c *Config) { c.Flush = func() error { return errors.New("the disk is full") } })
	w.close()
	r.Sees("A note is not saved", "the disk is full")
}

func TestTheDatasetTellsWhatItLacksAndWhichSumsDoNotMatch(t *testing.T) {
	w, r := open(t, nil)
	w.help(page.AboutDataset)
	r.Sees("What is known to be missing", "Nothing is known of the sixth stage.", "Sums held against published totals", "fits a rounded or least total")
}

func TestTheToolkitsDialogsSpeakTheChosenLanguage(t *testing.T) {
	w, _ := open(t, nil)
	for choice, want := range map[string]string{"uk": "Скасувати", "en": "Cancel"} {
		w.chooseLanguage(choice)
		if got := lang.L("Cancel"); got != want {
			t.Errorf("%s: the toolkit says %q, want %q", choice, got, want)
		}
	}
}

func TestTheDialogsForFilesAndFoldersOpen(t *testing.T) {
	w, r := open(t, nil)
	w.chooseFile()
	r.Sees("Open").Press("Cancel")
	w.turnTo(state.Exchanges)
	w.exportChart()
	r.Press("Choose…").Sees("Folder").Press("Cancel")
}

func TestAnotherDatasetKeepsThePageAndForgetsTheLink(t *testing.T) {
	w, r := open(t, func(c *Config) {
		c.Link = model.Item{Kind: model.RoundItem, ID: "round-1"}
		c.Load = func(context.Context, string, func(done, total int64)) (*model.Dataset, error) {
			return modeltest.TwoMemoranda(), nil
		}
	})
	if now := w.store.Now(); now.Page != state.Rounds || now.Round != "round-1" {
		t.Fatalf("the link leads to %+v", now)
	}
	r.Press("Memoranda")
	w.open("other.json")
	if now := w.store.Now(); now.Page != state.Memoranda || now.Selected.ID == "round-1" {
		t.Errorf("the other dataset shows %+v", now)
	}
}

func TestNothingChangesBehindADialogAndEscapeClosesIt(t *testing.T) {
	w, r := open(t, nil)
	w.help(page.HowWeCount)
	w.unlessAsked(func() { w.turnTo(state.Memoranda) })()
	if now := w.store.Now(); now.Page == state.Memoranda {
		t.Error("a shortcut turned the page behind a dialog")
	}
	w.escape()
	r.SeesNot("Every number has a source.")
	w.unlessAsked(func() { w.turnTo(state.Memoranda) })()
	if now := w.store.Now(); now.Page != state.Memoranda {
		t.Error("after the dialog the shortcut does nothing")
	}
}

func TestTheNumbersAreExportedAsCSV(t *testing.T) {
	w, r := open(t, nil)
	folder := t.TempDir()
	t.Setenv("HOME", folder)
	r.Press("Exchanges").Press("Table")
	w.exportChart()
	r.Press("Save").Sees("Saved: " + filepath.Join(folder, "rounds-prisoners.csv"))
	data, err := os.ReadFile(filepath.Join(folder, "rounds-prisoners.csv"))
	if err != nil || !strings.HasPrefix(string(data), "occasion,") {
		t.Errorf("the file holds %.40q, %v", data, err)
	}
}

func TestADrawerThatWasClosedStaysClosedOnTheWayBack(t *testing.T) {
	w, _ := open(t, nil)
	w.window.Resize(fyne.NewSize(1024, 700))
	w.Go(func(s *state.State) { s.Page = state.Exchanges })
	w.store.Select(model.Item{Kind: model.RoundItem, ID: "round-1"})
	if !w.shell.open {
		t.Fatal("what was selected is not shown")
	}
	page, drawer := fyne.CanvasObject(w.stack), w.inspector.Content()
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	if right := place(page).X + page.Size().Width; right > place(drawer).X {
		t.Errorf("the drawer at %g covers the page that ends at %g", place(drawer).X, right)
	}
	w.store.Select(model.Item{Kind: model.RoundItem, ID: "round-2"})
	w.setDrawer(false)
	w.store.Back()
	if w.shell.open {
		t.Error("Back opens the drawer")
	}
	w.store.Forward()
	if w.shell.open {
		t.Error("Forward opens the drawer")
	}
}

func TestTabComesToTheChartBeforeWhatStandsBelow(t *testing.T) {
	w, _, picture := openCharts(t, "rounds")
	canvas := w.window.Canvas()
	canvas.Unfocus()
	for range 60 {
		canvas.FocusNext()
		switch focused := canvas.Focused().(type) {
		case *part.Picture:
			if focused != picture {
				t.Error("another picture has the focus")
			}
			return
		case *part.Button:
			if focused.Text == "Export…" {
				t.Fatal("Export comes before the chart")
			}
		}
	}
	t.Fatal("Tab does not come to the chart")
}
