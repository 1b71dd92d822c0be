package watch

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// quick is a pace for tests that rest on what the system tells: the look from time to time comes too late for them.
var quick = Pace{Quiet: 30 * time.Millisecond, Poll: time.Hour}

const patience = 20 * time.Second

// watched is a file that holds "old", and what is told of it.
type watched struct {
	t    *testing.T
	file string
	told chan string // what the file held when it was told of; "" where it was gone
}

func newWatched(t *testing.T, file string, pace Pace) *watched {
	t.Helper()
	w := &watched{t: t, file: file, told: make(chan string, 100)}
	if !VersionOf(file).Exists() {
		w.write("old")
	}
	watch := File(file, VersionOf(file), pace, func(v Version) {
		text, _ := os.ReadFile(file)
		if v.Exists() != (text != nil) {
			t.Errorf("told that the file is there: %v; it holds %q", v.Exists(), text)
		}
		w.told <- string(text)
	})
	t.Cleanup(watch.Close)
	return w
}

func (w *watched) write(text string) { w.must(os.WriteFile(w.file, []byte(text), 0o666)) }

func (w *watched) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// tells waits until a change to a text is told of.
func (w *watched) tells(want string) {
	w.t.Helper()
	late := time.After(patience)
	for {
		select {
		case got := <-w.told:
			if got == want {
				return
			}
		case <-late:
			w.t.Fatalf("nothing was told of the change to %q", want)
		}
	}
}

func (w *watched) beside(name string) string { return filepath.Join(filepath.Dir(w.file), name) }

// replace puts another file in the place of the file, as most editors do.
func (w *watched) replace(text string) {
	w.t.Helper()
	w.must(os.WriteFile(w.beside("new~"), []byte(text), 0o666))
	w.must(os.Rename(w.beside("new~"), w.file))
}

func TestAFileIsToldOfHoweverItIsChanged(t *testing.T) {
	w := newWatched(t, filepath.Join(t.TempDir(), "talks.json"), quick)
	w.write("written")
	w.tells("written")
	w.replace("replaced")
	w.tells("replaced")
	w.replace("replaced again")
	w.tells("replaced again")
	w.must(os.Rename(w.file, w.beside("talks.json~"))) // as editors do that keep the old file
	w.write("made anew")
	w.tells("made anew")
	w.must(os.Remove(w.file))
	w.tells("")
	w.write("there again")
	w.tells("there again")
}

func TestAFileWrittenWithTheSameSizeAndTimeIsToldOf(t *testing.T) {
	w := newWatched(t, filepath.Join(t.TempDir(), "talks.json"), quick)
	before := VersionOf(w.file)
	w.write("ole")
	w.must(os.Chtimes(w.file, time.Time{}, before.info.ModTime()))
	w.tells("ole")
}

func TestAWriterInStepsIsHeardToTheEnd(t *testing.T) {
	w := newWatched(t, filepath.Join(t.TempDir(), "talks.json"), Pace{Quiet: 300 * time.Millisecond, Poll: time.Hour})
	f, err := os.Create(w.file)
	w.must(err)
	for range 20 {
		_, err := f.WriteString("step ")
		w.must(err)
		time.Sleep(10 * time.Millisecond) // the writer's pace, well below the quiet time
	}
	w.must(f.Close())
	whole, _ := os.ReadFile(w.file)
	select {
	case got := <-w.told:
		if got != string(whole) {
			t.Errorf("told of %q before it was written whole", got)
		}
	case <-time.After(patience):
		t.Fatal("nothing was told")
	}
}

func TestALinkThatIsTurnedIsToldOf(t *testing.T) {
	folder := t.TempDir()
	for _, version := range []string{"one", "two"} {
		if err := os.MkdirAll(filepath.Join(folder, version), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, version, "talks.json"), []byte(version), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	link := filepath.Join(folder, "talks.json")
	if err := os.Symlink(filepath.Join("one", "talks.json"), link); err != nil {
		t.Skipf("this system makes no links: %v", err)
	}
	w := newWatched(t, link, quick)
	w.must(os.Symlink(filepath.Join("two", "talks.json"), w.beside("new")))
	w.must(os.Rename(w.beside("new"), link))
	w.tells("two")
	w.must(os.WriteFile(filepath.Join(folder, "two", "talks.json"), []byte("two, written"), 0o666))
	w.tells("two, written")
}

// TestALinkToAFolderThatIsTurnedIsToldOf: the way to the file changes, and nothing in the file's own folder does.
func TestALinkToAFolderThatIsTurnedIsToldOf(t *testing.T) {
	folder := t.TempDir()
	for _, version := range []string{"one", "two"} {
		if err := os.MkdirAll(filepath.Join(folder, version), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, version, "talks.json"), []byte(version), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("one", filepath.Join(folder, "now")); err != nil {
		t.Skipf("this system makes no links: %v", err)
	}
	w := newWatched(t, filepath.Join(folder, "now", "talks.json"), Pace{Quiet: time.Millisecond, Poll: 20 * time.Millisecond})
	w.must(os.Symlink("two", filepath.Join(folder, "next")))
	w.must(os.Rename(filepath.Join(folder, "next"), filepath.Join(folder, "now")))
	w.tells("two")
}

func TestALookFromTimeToTimeFindsWhatIsNotToldOf(t *testing.T) {
	file := filepath.Join(t.TempDir(), "made later", "talks.json") // there is no folder yet to listen to
	told := make(chan Version, 100)
	watch := File(file, VersionOf(file), Pace{Quiet: time.Millisecond, Poll: 20 * time.Millisecond}, func(v Version) { told <- v })
	t.Cleanup(watch.Close)
	if err := os.Mkdir(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte("new"), 0o666); err != nil {
		t.Fatal(err)
	}
	select {
	case v := <-told:
		if !v.Exists() {
			t.Error("told that the file is gone")
		}
	case <-time.After(patience):
		t.Fatal("nothing was told")
	}
}

func TestAChangeBetweenTheLookAndTheWatchIsToldOf(t *testing.T) {
	file := filepath.Join(t.TempDir(), "talks.json")
	told := make(chan Version, 1)
	watch := File(file, Version{}, quick, func(v Version) { told <- v })
	watch.Close()
	if err := os.WriteFile(file, []byte("new"), 0o666); err != nil {
		t.Fatal(err)
	}
	watch = File(file, Version{}, quick, func(v Version) { told <- v })
	t.Cleanup(watch.Close)
	select {
	case <-told:
	case <-time.After(patience):
		t.Fatal("nothing was told")
	}
}

// TestOtherFilesAreNobodysBusiness: the change that follows is the first thing told of.
func TestOtherFilesAreNobodysBusiness(t *testing.T) {
	w := newWatched(t, filepath.Join(t.TempDir(), "talks.json"), quick)
	for range 10 {
		w.must(os.WriteFile(w.beside("other.json"), []byte("other"), 0o666))
		w.must(os.Chmod(w.file, 0o600))
	}
	time.Sleep(3 * quick.Quiet) // long enough for a change to be told of
	w.write("new")
	select {
	case got := <-w.told:
		if got != "new" {
			t.Errorf("told of %q", got)
		}
	case <-time.After(patience):
		t.Fatal("nothing was told")
	}
}

// TestABusyFileBesideItDoesNotHoldUpTheNews: the neighbour is written the whole time, at a pace below the quiet time.
func TestABusyFileBesideItDoesNotHoldUpTheNews(t *testing.T) {
	w := newWatched(t, filepath.Join(t.TempDir(), "talks.json"), Pace{Quiet: 200 * time.Millisecond, Poll: time.Hour})
	w.write("new")
	late := time.After(patience)
	for {
		select {
		case got := <-w.told:
			if got != "new" {
				t.Errorf("told of %q", got)
			}
			return
		case <-late:
			t.Fatal("nothing was told")
		case <-time.After(5 * time.Millisecond):
			w.must(os.WriteFile(w.beside("download.part"), []byte("more"), 0o666))
		}
	}
}

func TestAClosedWatchTellsNothing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "talks.json")
	closed := File(file, VersionOf(file), quick, func(Version) { t.Error("a closed watch told of a change") })
	closed.Close()
	closed.Close()
	w := newWatched(t, file, quick) // writes the file
	w.write("new")
	w.tells("new")
}
