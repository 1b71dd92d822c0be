//go:build e2e

package main

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/ui/format"
	"parley/ui/state"
)

// program is the real program on the current display, with a home folder of its own.
type program struct {
	t      *testing.T
	binary string
	home   string
	log    *bytes.Buffer
	run    *exec.Cmd
	ended  chan struct{} // closed when the program is not running any more
	window string
}

// build builds the program with the race detector, and beside no FyneApp.toml: the toolkit's checks of threads stay on.
// Both write to the log.
func build(t *testing.T) *program {
	t.Helper()
	if os.Getenv("DISPLAY") == "" {
		t.Fatal("the end-to-end test needs a display; make test gives it one of its own")
	}
	home := t.TempDir()
	p := &program{t: t, binary: filepath.Join(home, "parley"), home: home}
	out, err := exec.Command("go", "build", "-race", "-o", p.binary, ".").CombinedOutput()
	if err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	return p
}

// start starts the program and waits until its window is drawn.
func (p *program) start(args ...string) {
	p.t.Helper()
	p.log = &bytes.Buffer{}
	p.run = exec.Command(p.binary, args...)
	p.run.Dir = p.home
	p.run.Env = append(os.Environ(), "HOME="+p.home, "XDG_CONFIG_HOME="+filepath.Join(p.home, "config"),
		"XDG_DATA_HOME="+filepath.Join(p.home, "data"), "LANG=en_US.UTF-8", "LC_ALL=en_US.UTF-8")
	p.run.Stderr, p.run.Stdout = p.log, p.log
	if err := p.run.Start(); err != nil {
		p.t.Fatal(err)
	}
	run, ended := p.run, make(chan struct{})
	p.ended = ended
	go func() {
		_ = run.Wait() // how it ended stands in the log
		close(ended)
	}()
	p.t.Cleanup(func() {
		_ = run.Process.Kill()
		<-ended
	})
	p.until("its window is there", func() bool {
		out, err := exec.Command("xdotool", "search", "--onlyvisible", "--class", "parley").Output()
		p.window = lastLine(out)
		return err == nil && p.window != ""
	})
	p.xdotool("windowfocus", "--sync", p.window)
	p.settle()
}

func lastLine(out []byte) string {
	lines := strings.Fields(string(out))
	if len(lines) == 0 {
		return ""
	}
	return lines[len(lines)-1]
}

// until waits for something to become true.
func (p *program) until(what string, holds func() bool) {
	p.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(100 * time.Millisecond) {
		if holds() {
			return
		}
	}
	p.t.Fatalf("after half a minute it is not true that %s; the program wrote:\n%s", what, p.log)
}

func (p *program) xdotool(args ...string) {
	p.t.Helper()
	if out, err := exec.Command("xdotool", args...).CombinedOutput(); err != nil {
		p.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// press presses keys one after the other, and waits until the window has taken them in.
func (p *program) press(keys ...string) {
	p.t.Helper()
	for _, k := range keys {
		p.xdotool("key", "--clearmodifiers", k)
	}
	p.settle()
}

func (p *program) write(text string) {
	p.t.Helper()
	p.xdotool("type", "--delay", "20", text)
}

// picture is what the window shows.
func (p *program) picture() []byte {
	p.t.Helper()
	out, err := exec.Command("import", "-silent", "-window", p.window, "png:-").Output()
	if err != nil {
		p.t.Fatalf("take a picture of the window: %v\n%s", err, p.log)
	}
	return out
}

// settle waits until two pictures in a row are the same. A blinking cursor makes them differ for ever, so it gives up
// waiting, not the test, after a while.
func (p *program) settle() []byte {
	p.t.Helper()
	before := p.picture()
	for i := 0; i < 20; i++ {
		time.Sleep(150 * time.Millisecond)
		now := p.picture()
		if bytes.Equal(before, now) {
			return now
		}
		before = now
	}
	return before
}

// runs fails unless the program is still running after a while.
func (p *program) runs(after time.Duration) {
	p.t.Helper()
	select {
	case <-p.ended:
		p.t.Fatalf("the program ended by itself; it wrote:\n%s", p.log)
	case <-time.After(after):
	}
}

// kill ends the program as a crash would.
func (p *program) kill() {
	p.t.Helper()
	p.runs(0)
	_ = p.run.Process.Kill()
	<-p.ended
	p.checkLog()
}

// checkLog fails where the program wrote what no healthy one does.
func (p *program) checkLog() {
	p.t.Helper()
	for _, wrong := range []string{"Error in Fyne call thread", "panic:", "DATA RACE"} {
		if strings.Contains(p.log.String(), wrong) {
			p.t.Errorf("the program wrote %q:\n%s", wrong, p.log)
		}
	}
}

// notes is what the files of notes hold.
func (p *program) notes() string {
	files, _ := filepath.Glob(filepath.Join(p.home, "notes", "*", "notes*.jsonl"))
	var all strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			p.t.Fatal(err)
		}
		all.Write(data)
	}
	return all.String()
}

// keyOf is the shortcut of a page.
func keyOf(page state.Page) string { return fmt.Sprint("ctrl+", slices.Index(state.Pages(), page)+1) }

// TestTheMainJob opens each page, exports a chart, writes a note, kills the program, starts it again and finds the note.
func TestTheMainJob(t *testing.T) {
	p := build(t)
	notes := "--notes=" + filepath.Join(p.home, "notes")
	p.start(notes)

	seen := map[string]string{}
	pictures := map[string]string{}
	for _, page := range state.Pages() {
		key := keyOf(page)
		p.press(key)
		name := format.In("en").T("page." + string(page))
		p.until(name+" is there", func() bool { return strings.HasPrefix(p.title(), name+" ") })
		picture := string(p.settle())
		if other, same := seen[picture]; same {
			t.Errorf("%s shows the same as %s", key, other)
		}
		seen[picture] = key
		pictures[key] = picture
	}
	p.finds("ciragan", "Rounds")

	p.press(keyOf(state.Exchanges), "ctrl+e", "ctrl+a")
	p.write("talks.png")
	p.press("Return")
	exported := filepath.Join(p.home, "talks.png")
	p.until("the chart is exported", func() bool { _, err := os.Stat(exported); return err == nil })
	checkPicture(t, exported)
	p.settle() // the dialog goes when the file is complete

	p.press(keyOf(state.Rounds), "ctrl+n")
	p.write("Ask both sides for the counts of the nine stages")
	p.until("the note is on the disk", func() bool { return strings.Contains(p.notes(), "counts of the nine stages") })
	p.kill()

	p.start(notes)
	p.press(keyOf(state.Notes))
	if string(p.settle()) == pictures[keyOf(state.Notes)] {
		t.Error("after the restart the page Notes looks as it did without the note")
	}
	p.kill()
	out, err := exec.Command(p.binary, "notes", "list", notes).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "Ask both sides for the counts of the nine stages") {
		t.Errorf("the note is not listed after the restart: %v\n%s", err, out)
	}
}

// finds searches for words by the keyboard alone, sees that the first that is found leads to a page, and goes back.
func (p *program) finds(words, page string) {
	p.t.Helper()
	before := p.title()
	p.press("ctrl+f")
	p.write(words)
	p.settle()
	p.press("Return")
	p.until(words+" leads to "+page, func() bool { return strings.HasPrefix(p.title(), page) })
	p.press("alt+Left")
	p.until("Back leads to where it was searched from", func() bool { return p.title() == before })
}

func checkPicture(t *testing.T, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	config, err := png.DecodeConfig(f)
	if err != nil {
		t.Fatalf("the exported chart is no PNG: %v", err)
	}
	if config.Width != 2400 || config.Height != 1600 {
		t.Errorf("the exported chart has %dx%d pixels, want 2400x1600", config.Width, config.Height)
	}
}

// TestAFaultyDatasetLeavesTheBundledOne starts the program on a file that is no dataset.
func TestAFaultyDatasetLeavesTheBundledOne(t *testing.T) {
	p := build(t)
	notes := "--notes=" + filepath.Join(p.home, "notes")
	healthy := p.shown(notes)
	if !bytes.Equal(p.shown(notes), healthy) {
		t.Fatal("the window looks different each time; that it does with a faulty file would mean nothing")
	}
	bad := filepath.Join(p.home, "bad.json")
	if err := os.WriteFile(bad, []byte(`{"format": "parley/1", "titel": 1}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(p.shown(notes, bad), healthy) {
		t.Error("the window says nothing of the faulty file")
	}
}

// shown is what the window of the program shows when it was started.
func (p *program) shown(args ...string) []byte {
	p.t.Helper()
	p.start(args...)
	picture := p.settle()
	p.kill()
	return picture
}

// TestAFileCanBeChosen opens the dialog that chooses a dataset, and closes it again.
func TestAFileCanBeChosen(t *testing.T) {
	p := build(t)
	p.start("--notes=" + filepath.Join(p.home, "notes"))
	before := p.settle()
	p.press("ctrl+o")
	p.runs(2 * time.Second)
	if bytes.Equal(p.settle(), before) {
		t.Error("no dialog is shown")
	}
	p.press("Escape")
	p.runs(time.Second)
	p.kill()
}

// TestALinkThatLeadsNowhereOpensTheWindow starts the program on items that the bundled dataset does not hold: the reader
// who followed the link sees a window, and a script is told by the exit code.
func TestALinkThatLeadsNowhereOpensTheWindow(t *testing.T) {
	p := build(t)
	for link, want := range map[string]string{
		"parley:other/round/2025-06-02-istanbul":  "belongs to another dataset; this one is russia-ukraine-talks",
		"parley:russia-ukraine-talks/round/xyzzy": "The dataset russia-ukraine-talks does not hold round/xyzzy",
	} {
		p.start("--notes="+filepath.Join(p.home, "notes"), link)
		p.xdotool("key", "ctrl+q")
		p.ends()
		p.checkLog()
		if code := p.run.ProcessState.ExitCode(); code != 1 || !strings.Contains(p.log.String(), want) {
			t.Errorf("%s: exit code %d, want 1; it wrote %q", link, code, p.log)
		}
	}
}

// title is the title of the window.
func (p *program) title() string {
	p.t.Helper()
	out, err := exec.Command("xdotool", "getwindowname", p.window).Output()
	if err != nil {
		p.t.Fatalf("ask for the title of the window: %v\n%s", err, p.log)
	}
	return string(out)
}

// TestADatasetChangedOnDiskIsShownAnew replaces the open file as an editor does, then by one that is faulty.
func TestADatasetChangedOnDiskIsShownAnew(t *testing.T) {
	p := build(t)
	text, err := os.ReadFile(filepath.Join("..", "..", "data", "talks.json"))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(p.home, "mine.json")
	replace := func(content []byte) {
		t.Helper()
		if err := errors.Join(os.WriteFile(file+"~", content, 0o666), os.Rename(file+"~", file)); err != nil {
			t.Fatal(err)
		}
	}
	replace(text)
	p.start("--notes="+filepath.Join(p.home, "notes"), file)
	p.press(keyOf(state.Memoranda))
	p.until("the dataset is shown", func() bool { return strings.Contains(p.title(), "Memoranda – Russia–Ukraine talks") })

	replace(bytes.Replace(text, []byte(`"en": "Russia–Ukraine talks`), []byte(`"en": "Corrected talks`), 1))
	p.until("the new version is shown, on the same page", func() bool {
		return strings.Contains(p.title(), "Memoranda – Corrected talks")
	})
	good := p.settle()

	replace(text[:len(text)/2])
	p.until("the window tells of the fault", func() bool { return !bytes.Equal(p.settle(), good) })
	if !strings.Contains(p.title(), "Memoranda – Corrected talks") {
		t.Errorf("with a faulty file the window shows %q", p.title())
	}
	p.kill()
}

// TestAReaderTakesAComparisonAway goes to a difference, finds a word, and exports the comparison, by the keyboard alone.
func TestAReaderTakesAComparisonAway(t *testing.T) {
	p := build(t)
	p.start("--notes=" + filepath.Join(p.home, "notes"))
	p.press(keyOf(state.Memoranda))
	before := p.settle()
	p.press("alt+Down")
	if bytes.Equal(p.settle(), before) {
		t.Error("the next difference is not shown")
	}
	p.press("ctrl+shift+f")
	p.write("thirty")
	before = p.settle()
	p.press("ctrl+a")
	p.write("ceasefire")
	p.press("Return")
	if bytes.Equal(p.settle(), before) {
		t.Error("nothing is found")
	}
	p.press("ctrl+e", "Down", "Return", "ctrl+a")
	p.write("memoranda.html")
	p.press("Return")
	exported := filepath.Join(p.home, "memoranda.html")
	p.until("the comparison is exported", func() bool { _, err := os.Stat(exported); return err == nil })
	text, err := os.ReadFile(exported)
	if err != nil || !bytes.Contains(text, []byte("Both mention 30 days")) {
		t.Errorf("%v; the file begins %.100q", err, text)
	}
	p.settle()
	p.kill()
}
