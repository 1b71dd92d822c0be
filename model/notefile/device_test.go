package notefile

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"parley/model"
)

func TestDeviceIsMadeOnceAndKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings", "device")
	first, err := Device(path)
	if err != nil || len(first) != 16 || !deviceRule().MatchString(first) {
		t.Fatalf("device %q, %v", first, err)
	}
	second, err := Device(path)
	if err != nil || second != first {
		t.Fatalf("device %q became %q, %v", first, second, err)
	}
	other, err := Device(filepath.Join(t.TempDir(), "device"))
	if err != nil || other == first {
		t.Fatalf("another computer is %q too, %v", other, err)
	}
}

func TestDevicesThatStartTogetherAgree(t *testing.T) {
	path := filepath.Join(t.TempDir(), "device")
	var mu sync.Mutex
	names := map[string]bool{}
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			id, err := Device(path)
			if err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			names[id] = true
		})
	}
	wg.Wait()
	if len(names) != 1 {
		t.Fatalf("names are %v", names)
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Fatalf("left behind: %v, %v", files, err)
	}
}

func TestADamagedDeviceIsNamedAnew(t *testing.T) {
	for _, content := range []string{"", "\x00\x00\x00\x00", "../x", "A B", strings.Repeat("x", 65)} {
		path := filepath.Join(t.TempDir(), "device")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		id, err := Device(path)
		if err != nil || !deviceRule().MatchString(id) {
			t.Fatalf("device %q, %v", id, err)
		}
		if again, err := Device(path); err != nil || again != id {
			t.Fatalf("device %q became %q, %v", id, again, err)
		}
	}
}

func TestDeviceSaysWhatItTried(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(file, "device"), dir} {
		if id, err := Device(path); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("device in %s is %q, %v", path, id, err)
		}
	}
}

func TestDefaultDir(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("skipped: the folders of this system are not those of Linux")
	}
	t.Setenv("HOME", "/home/ann")
	for set, want := range map[string]string{
		"":           "/home/ann/.local/share/parley/notes/" + talks,
		"/mnt/data":  "/mnt/data/parley/notes/" + talks,
		"not/rooted": "/home/ann/.local/share/parley/notes/" + talks,
	} {
		t.Setenv("XDG_DATA_HOME", set)
		if got, err := DefaultDir(talks); err != nil || got != want {
			t.Errorf("with XDG_DATA_HOME=%s notes are in %s, %v; want %s", set, got, err, want)
		}
	}
	for _, name := range []string{"", ".", "..", "../x", "a/b", `a\b`, "a.", ".a", "a b", strings.Repeat("a", 101)} {
		if got, err := DefaultDir(name); err == nil {
			t.Errorf("notes on %q are in %s", name, got)
		}
	}
}

func TestDefaultDevicePath(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("skipped: the folders of this system are not those of Linux")
	}
	t.Setenv("XDG_CONFIG_HOME", "/home/ann/.config")
	if got, err := DefaultDevicePath(); err != nil || got != "/home/ann/.config/parley/device" {
		t.Fatalf("%s, %v", got, err)
	}
}

func TestTheFolderOfNotesIsChosenForEachDataset(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	dirIs := func(dataset, want string) {
		t.Helper()
		if got, err := Dir(dataset); err != nil || got != want {
			t.Errorf("notes on %s are in %s, %v; want %s", dataset, got, err, want)
		}
	}
	usual, err := DefaultDir(talks)
	if err != nil {
		t.Fatal(err)
	}
	others, err := DefaultDir("other-talks")
	if err != nil {
		t.Fatal(err)
	}
	dirIs(talks, usual)
	for range 2 {
		parent := filepath.Join(t.TempDir(), "a stick")
		if err := ChooseDir(talks, parent); err != nil {
			t.Fatal(err)
		}
		dirIs(talks, filepath.Join(parent, talks))
		dirIs("other-talks", others)
	}
	for _, bad := range [][2]string{{"../x", t.TempDir()}, {talks, "not/rooted"}} {
		if err := ChooseDir(bad[0], bad[1]); err == nil {
			t.Errorf("%q was chosen for %q", bad[1], bad[0])
		}
	}
}

func TestAChosenFolderThatIsNotThereIsNotMadeAgain(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	parent := filepath.Join(t.TempDir(), "stick")
	if err := ChooseDir(talks, parent); err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{filepath.Join(parent, talks), parent} { // an empty place to mount the stick at, and none
		if err := os.RemoveAll(gone); err != nil {
			t.Fatal(err)
		}
		if dir, err := Dir(talks); !errors.Is(err, model.ErrNoFolder) || dir != filepath.Join(parent, talks) {
			t.Errorf("without %s notes are in %s, %v", gone, dir, err)
		}
	}
}
