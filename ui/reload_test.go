package ui

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/model/datafile"
	"parley/model/modeltest"
	"parley/ui/export"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

// desk is a window whose work is done beside it by real goroutines, over a real file. The test is the UI goroutine: what
// the others have for it waits until it asks.
type desk struct {
	*uitest.Reader
	t    *testing.T
	w    *Window
	file string
	onUI chan func()
}

const patience = 20 * time.Second

// edited is the small process as a file, with some of its words replaced.
func edited(t *testing.T, replace ...string) string {
	t.Helper()
	var b strings.Builder
	facts := modeltest.TalksFacts()
	if err := datafile.Write(&b, &facts); err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(b.String(), replace[i]) {
			t.Fatalf("%q does not stand in the file", replace[i])
		}
	}
	return strings.NewReplacer(replace...).Replace(b.String())
}

// openFileOf opens the window on a file that holds a text.
func openFileOf(t *testing.T, text string) *desk {
	t.Helper()
	d := &desk{t: t, file: filepath.Join(t.TempDir(), "talks.json"), onUI: make(chan func(), 1000)}
	d.write(text)
	d.w, d.Reader = open(t, func(c *Config) {
		c.File = d.file
		c.Load = loadFile
		c.Spawn = func(f func()) { go f() }
		c.OnUI = func(f func()) { d.onUI <- f }
		c.After = func(after time.Duration, f func()) { time.AfterFunc(after, func() { d.onUI <- f }) }
	})
	t.Cleanup(func() { d.w.opened.close() })
	d.until("the file is open", func() bool { return d.w.opened != nil && d.w.opened.path == d.file })
	return d
}

func loadFile(ctx context.Context, file string, progress func(done, total int64)) (*model.Dataset, error) {
	ds, problems, err := datafile.LoadContext(ctx, file, progress)
	if err != nil {
		return nil, err
	}
	return ds, problems.Err()
}

// until does what waits for the UI goroutine until something is true.
func (d *desk) until(what string, holds func() bool) {
	d.t.Helper()
	late := time.After(patience)
	for !holds() {
		select {
		case f := <-d.onUI:
			f()
		case <-late:
			d.t.Fatalf("it does not come about that %s; the window says:\n%s", what, d.Text())
		}
	}
}

// waits waits until words are to be seen.
func (d *desk) waits(words string) *desk {
	d.t.Helper()
	d.until("the window says "+words, func() bool { return strings.Contains(d.Text(), words) })
	return d
}

// Press is that of the reader, to go on with the desk.
func (d *desk) Press(name string) *desk {
	d.t.Helper()
	d.Reader.Press(name)
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) write(text string) { d.must(os.WriteFile(d.file, []byte(text), 0o666)) }

func (d *desk) replace(text string) {
	d.must(os.WriteFile(d.file+"~", []byte(text), 0o666))
	d.must(os.Rename(d.file+"~", d.file))
}

func TestAFileChangedOnTheDiskIsShownAtOnceHoweverItWasChanged(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.Press("Rounds").Press("First round")
	d.write(edited(t, "First round", "Opening round"))
	d.waits("Opening round").Sees("talks.json has changed on the disk", "Rounds: 1 changed")
	d.replace(edited(t, "First round", "Round the first"))
	d.waits("Round the first")
	d.must(os.Remove(d.file))
	d.write(edited(t, "First round", "First of all rounds"))
	d.waits("First of all rounds")
	if now := d.w.store.Now(); now.Page != state.Rounds || now.Round != "round-1" {
		t.Errorf("the reader is at %+v", now)
	}
	d.Press("What changed").waits("Round the first").Sees("First of all rounds")
}

func TestAFaultyVersionLeavesTheOldOneUntilItIsMended(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.Press("Rounds")
	d.write(edited(t, `"kind": "prisoners"`, `"kind": "prisonners"`, "First round", "Opening round"))
	d.waits("now has faults").Sees("First round").SeesNot("Opening round")
	d.Press("Details").Sees(d.file+":", `did you mean "prisoners"?`)
	d.w.chooseLanguage("uk")
	d.Sees("тепер у ньому є помилки")
	d.w.chooseLanguage("en")
	d.write(edited(t))
	d.until("the bar is gone", func() bool { return !d.w.bar.Visible() })
	d.write(edited(t, "First round", "Opening round"))
	d.waits("Opening round").SeesNot("now has faults")
}

func TestAFileThatIsGoneStaysOnTheScreen(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.must(os.Remove(d.file))
	d.waits("talks.json is not there any more").Press("Rounds").Sees("First round")
	d.write(edited(t, "First round", "Opening round"))
	d.waits("Opening round").SeesNot("not there any more")
}

func TestWhatChangedIsSavedAsAFileAndNoOldOneIsLost(t *testing.T) {
	d := openFileOf(t, edited(t))
	folder := t.TempDir()
	t.Setenv("HOME", folder)
	d.write(edited(t, "First round", "Opening round"))
	d.waits("has changed on the disk").Press("What changed").waits("Save as a file").Press("Save as a file…")
	file := filepath.Join(folder, export.Name("html", "changes", d.w.dataset.Metadata().Version))
	d.must(os.WriteFile(file, []byte("old"), 0o666))
	d.Press("Save").waits("is there already")
	if data, _ := os.ReadFile(file); string(data) != "old" {
		t.Fatal("the old file was replaced without asking")
	}
	d.Press("Replace")
	d.until("the file is written", func() bool {
		data, _ := os.ReadFile(file)
		return strings.Contains(string(data), "Opening round")
	})
}

func TestTheSameContentsAreNoNews(t *testing.T) {
	d := openFileOf(t, edited(t))
	shown := d.w.dataset
	d.replace(edited(t))
	d.until("the file was read again", func() bool { return d.w.opened.changes > 0 && d.w.job == nil })
	if d.w.dataset != shown || d.w.bar.Visible() {
		t.Error("the window tells of a change where there is none")
	}
}

func TestAReloadKeepsSelectionFiltersAndHistory(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.Press("Rounds").Press("Second round").Press("At least 1,200 prisoners from each side")
	d.Press("Exchanges")
	d.w.store.Change(func(s *state.State) {
		s.Kind, s.View.Sides, s.Table = modeltest.Bodies, state.Keys("").Toggled("south").Toggled("north"), true
	})
	before := d.w.store.Now()
	d.write(edited(t, "First round", "Opening round"))
	d.until("the file was read again", func() bool { return d.w.bar.Visible() })
	if now := d.w.store.Now(); now != before {
		t.Errorf("the reader was at %+v and is at %+v", before, now)
	}
	d.w.store.Back()
	d.w.store.Back()
	if now := d.w.store.Now(); now.Page != state.Rounds || now.Round != "round-2" || now.Selected.Kind != model.PledgeItem {
		t.Errorf("Back leads to %+v", now)
	}
}

func TestWhatIsGoneFromTheFileFallsBack(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.Press("Rounds").Press("Third round")
	d.w.store.Select(model.Item{Kind: model.ExchangeItem, ID: "prisoners-09"})
	d.write(edited(t, `"prisoners-09"`, `"prisoners-10"`))
	d.until("the file was read again", func() bool { return d.w.bar.Visible() })
	now := d.w.store.Now()
	if want := (model.Item{Kind: model.RoundItem, ID: "round-3"}); now.Round != "round-3" || now.Selected != want {
		t.Errorf("the reader is at %+v", now)
	}
}

func TestWhatIsBeingTypedSurvivesAReload(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.Press("Rounds").Press("First round")
	d.w.writeNote()
	d.Type("", "Who counted")
	d.write(edited(t, "First round", "Opening round"))
	d.waits("Opening round").Sees("Who counted")
	typing, ok := d.Window.Canvas().Focused().(interface {
		fyne.Focusable
		CursorTextOffset() int
	})
	if !ok || typing.CursorTextOffset() != len("Who counted") {
		t.Fatalf("the focus is on %T", d.Window.Canvas().Focused())
	}
	typing.TypedRune('?')
	d.until("what is typed next is saved", func() bool {
		notes := d.w.desk.Notes.All()
		return len(notes) == 1 && notes[0].Text == "Who counted?"
	})
}

func TestAnEmptyNoteIsNotOpenedOnSomethingElse(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.Press("Rounds").Press("Third round")
	d.w.writeNote()
	d.write(edited(t, `"round-3"`, `"round-9"`))
	d.until("the file was read again", func() bool { return d.w.bar.Visible() })
	if now := d.w.store.Now(); now.Round == "round-3" {
		t.Fatal("the round is still there")
	}
	if f := d.Window.Canvas().Focused(); f != nil {
		t.Errorf("what the reader types next goes into %T", f)
	}
}

func TestAReloadKeepsThePlaceOnThePage(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.Press("Rounds").Press("Second round")
	scrolls := scrollsIn(d.w.pages[state.Rounds].Content())
	scrolls[1].ScrollToOffset(fyne.NewPos(0, 150))
	if scrolls[1].Offset.Y != 150 {
		t.Fatalf("the page can be scrolled by %v only", scrolls[1].Offset)
	}
	d.write(edited(t, "First round", "Opening round"))
	d.waits("Opening round")
	again := scrollsIn(d.w.pages[state.Rounds].Content())
	if again[1] == scrolls[1] || again[1].Offset.Y != 150 {
		t.Errorf("the page is scrolled by %v", again[1].Offset)
	}
}

func TestAReloadKeepsThePlaceInTheTable(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.w.Go(func(s *state.State) { s.Page, s.Chart, s.Table = state.Exchanges, "exchanges", true })
	d.Paint()
	table := func() *part.Rows { return uitest.Find[*part.Rows](d.Reader) }
	d.until("the table is filled", func() bool { return table().Len() > 5 })
	d.Window.Resize(fyne.NewSize(1280, 500))
	table().BeginAt(3)
	if table().First() != 3 {
		t.Fatalf("the table begins with row %d of %d", table().First(), table().Len())
	}
	before := table()
	d.write(edited(t, "First round", "Opening round"))
	d.until("the new table is filled", func() bool { return table() != before && table().Len() > 5 })
	if first := table().First(); first != 3 {
		t.Errorf("the table begins with row %d", first)
	}
}

// scrollsIn are what scrolls in a content.
func scrollsIn(o fyne.CanvasObject) []*container.Scroll {
	switch o := o.(type) {
	case *container.Scroll:
		return []*container.Scroll{o}
	case *fyne.Container:
		var all []*container.Scroll
		for _, child := range o.Objects {
			all = append(all, scrollsIn(child)...)
		}
		return all
	}
	return nil
}

func TestNothingIsReloadedBehindADialog(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.Press("Rounds")
	d.w.chooseFile()
	d.write(edited(t, "First round", "Opening round"))
	d.until("the change was heard of", func() bool { return d.w.opened.changes > 0 })
	if d.w.job != nil || !d.w.opened.isStale {
		t.Error("the file is read again behind the dialog")
	}
	d.Press("Cancel")
	d.waits("Opening round")
}

// slowly is a Load that waits until the test lets it go on, or gives up.
type slowly struct {
	begun chan string
	goOn  chan struct{}
}

func (s slowly) load(ctx context.Context, file string, progress func(done, total int64)) (*model.Dataset, error) {
	progress(1, 4)
	s.begun <- file
	select {
	case <-s.goOn:
		return loadFile(ctx, file, nil)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func TestLongLoadingShowsHowFarItIsAndCanBeCancelled(t *testing.T) {
	d := openFileOf(t, edited(t))
	slow := slowly{make(chan string, 10), make(chan struct{})}
	d.w.config.Load = slow.load
	shown := d.w.dataset
	d.w.open("/somewhere/large.json")
	if d.w.progress.Visible() {
		t.Error("the bar is shown at once")
	}
	d.waits("Opening large.json")
	d.Press("Rounds").Sees("First round") // the window is usable
	d.Press("Cancel").SeesNot("Opening large.json")
	if d.w.dataset != shown || d.w.job != nil {
		t.Error("what was shown did not stay")
	}
}

func TestTheNewestOpenedFileWins(t *testing.T) {
	d := openFileOf(t, edited(t))
	other := filepath.Join(t.TempDir(), "other.json")
	d.must(os.WriteFile(other, []byte(edited(t, "First round", "Opening round")), 0o666))
	slow := slowly{make(chan string, 10), make(chan struct{})}
	d.w.config.Load = slow.load
	d.w.open("/somewhere/large.json")
	<-slow.begun
	d.w.open(other)
	<-slow.begun
	close(slow.goOn)
	d.until("the newest is shown", func() bool { return d.w.opened.path == other })
	d.Press("Rounds").Sees("Opening round").SeesNot("was not opened")
}

func TestAChangeWhileAnotherFileIsOpenedIsReadWhenThatIsCancelled(t *testing.T) {
	d := openFileOf(t, edited(t))
	slow := slowly{make(chan string, 10), make(chan struct{})}
	d.w.config.Load = slow.load
	d.w.open("/somewhere/large.json")
	<-slow.begun
	d.write(edited(t, "First round", "Opening round"))
	d.until("the change was heard of", func() bool { return d.w.opened.changes > 0 })
	if d.w.job == nil || d.w.job.isReload {
		t.Fatal("the change took the place of what the reader is opening")
	}
	d.w.config.Load = loadFile
	d.w.cancelLoading()
	d.Press("Rounds").waits("Opening round")
}

func TestAReloadThatGaveWayIsMadeUpFor(t *testing.T) {
	d := openFileOf(t, edited(t))
	slow := slowly{make(chan string, 10), make(chan struct{})}
	d.w.config.Load = slow.load
	d.write(edited(t, "First round", "Opening round"))
	d.until("the file is read again", func() bool { return d.w.job != nil && d.w.job.isReload })
	<-slow.begun
	d.w.config.Load = loadFile
	d.w.open(filepath.Join(t.TempDir(), "nowhere.json"))
	d.Press("Rounds").waits("nowhere.json could not be read")
	d.waits("Opening round")
}

func TestADatasetIsNotShownBehindADialogButAfterIt(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.Press("Rounds")
	other := filepath.Join(t.TempDir(), "other.json")
	d.must(os.WriteFile(other, []byte(edited(t, "First round", "Opening round")), 0o666))
	slow := slowly{make(chan string, 10), make(chan struct{})}
	d.w.config.Load = slow.load
	d.w.open(other)
	<-slow.begun
	d.w.chooseFile()
	close(slow.goOn)
	waited := false
	d.w.config.After(secondLook, func() { waited = true })
	d.until("the file has been read", func() bool { return waited && !d.w.loading.IsBusy() })
	if d.w.opened.path != d.file {
		t.Error("the dataset was shown behind the dialog")
	}
	over := d.Window.Canvas().Overlays()
	over.Remove(over.Top())
	d.waits("Opening round")
}

func TestAnotherOrderInTheFileIsShownAndNotSaid(t *testing.T) {
	d := openFileOf(t, edited(t))
	var b strings.Builder
	facts := modeltest.TalksFacts()
	slices.Reverse(facts.Kinds)
	d.must(datafile.Write(&b, &facts))
	first := facts.Kinds[0].ID
	if d.w.dataset.Kinds()[0].ID == first {
		t.Fatal("the order is the same")
	}
	d.write(b.String())
	d.until("the new order is shown", func() bool { return d.w.dataset.Kinds()[0].ID == first })
	if d.w.bar.Visible() {
		t.Error("the window tells of a change where there is none")
	}
}

func TestTwoReloadsKeepThePlaceOnAPageThatIsNotLookedAt(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.Press("Rounds").Press("Second round")
	scrollsIn(d.w.pages[state.Rounds].Content())[1].ScrollToOffset(fyne.NewPos(0, 150))
	d.Press("Exchanges")
	for _, name := range []string{"Opening round", "Round the first"} {
		d.write(edited(t, "First round", name))
		d.until("the new version is shown", func() bool { return d.w.dataset.Round("round-1").Name["en"] == name })
	}
	d.Press("Rounds")
	if at := scrollsIn(d.w.pages[state.Rounds].Content())[1].Offset.Y; at != 150 {
		t.Errorf("the page is scrolled by %v", at)
	}
}

func TestTheWindowIsThereBeforeALargeFileIs(t *testing.T) {
	for _, cancels := range []bool{true, false} {
		slow := slowly{make(chan string, 10), make(chan struct{})}
		file := filepath.Join(t.TempDir(), "large.json")
		if err := os.WriteFile(file, []byte(edited(t, "First round", "Opening round")), 0o666); err != nil {
			t.Fatal(err)
		}
		d := &desk{t: t, onUI: make(chan func(), 1000)}
		d.w, d.Reader = open(t, func(c *Config) {
			c.File, c.Load = file, slow.load
			c.Spawn = func(f func()) { go f() }
			c.OnUI = func(f func()) { d.onUI <- f }
			c.After = func(after time.Duration, f func()) { time.AfterFunc(after, func() { d.onUI <- f }) }
		})
		d.waits("Opening large.json")
		if cancels {
			d.Press("Cancel").Press("Rounds").Sees("large.json was not opened", "First round")
			continue
		}
		close(slow.goOn)
		d.until("the file is open", func() bool { return d.w.dataset != nil })
		d.Press("Rounds").Sees("Opening round").SeesNot("Opening large.json")
		d.w.opened.close()
	}
}

func TestAFileThatCannotBeReadAnyMoreSaysWhy(t *testing.T) {
	d := openFileOf(t, edited(t))
	d.w.config.Load = func(context.Context, string, func(done, total int64)) (*model.Dataset, error) {
		return nil, &fs.PathError{Op: "open", Path: d.file, Err: errors.New("permission denied")}
	}
	d.write(edited(t, "First round", "Opening round"))
	d.waits("cannot be read now").Press("Details").Sees("permission denied")
}
