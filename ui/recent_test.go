package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/keep"
	"parley/ui/uitest"
)

// recentNames are the names in the menu of recent files.
func recentNames(w *Window) []string {
	var names []string
	for _, item := range w.recentMenu().ChildMenu.Items {
		if !item.IsSeparator {
			names = append(names, item.Label)
		}
	}
	return names
}

func openWithRecent(t *testing.T, folder string) (*Window, string) {
	t.Helper()
	file := filepath.Join(folder, "mine.json")
	if err := os.WriteFile(file, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	w, _ := open(t, func(c *Config) {
		c.Places = keep.Places{Recent: filepath.Join(folder, "recent.json")}
		c.Load = func(context.Context, string, func(done, total int64)) (*model.Dataset, error) {
			return modeltest.TwoMemoranda(), nil
		}
	})
	return w, file
}

func TestAFileThatWasOpenedIsOpenedAgainFromTheMenu(t *testing.T) {
	folder := t.TempDir()
	w, file := openWithRecent(t, folder)
	if names := recentNames(w); len(names) != 1 || names[0] != "No file was opened yet" {
		t.Errorf("at first the menu lists %q", names)
	}
	w.open(file)
	name := w.datasetTitle() + " (mine.json)"
	if names := recentNames(w); len(names) != 2 || names[0] != name {
		t.Errorf("the menu lists %q, want %q first", names, name)
	}
	w.closeFile()
	if w.opened != nil || w.dataset != w.config.Bundled {
		t.Error("the file is still open")
	}
	w.openRecent(file)
	if w.opened == nil {
		t.Error("the file was not opened again")
	}
}

func TestARecentFileThatIsGoneSaysSoAndCanBeTakenOffTheList(t *testing.T) {
	folder := t.TempDir()
	w, file := openWithRecent(t, folder)
	w.open(file)
	w.closeFile()
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
	if names := recentNames(w); names[0] != "mine.json (not found)" {
		t.Errorf("the menu lists %q", names)
	}
	w.openRecent(file)
	r := uitest.At(t, w.window).Sees(file + " is not there any more.")
	r.Press("Take it off the list").SeesNot("is not there any more")
	if names := recentNames(w); names[0] != "No file was opened yet" {
		t.Errorf("the menu lists %q", names)
	}
}

func TestTheListOfRecentFilesIsCleared(t *testing.T) {
	w, file := openWithRecent(t, t.TempDir())
	w.open(file)
	w.clearRecent()
	if files := w.recent.Files(); len(files) != 0 {
		t.Errorf("the list holds %v", files)
	}
}

func TestThereIsNothingToCloseOfTheBundledDataset(t *testing.T) {
	w, _ := open(t, nil)
	before := w.dataset
	w.closeFile()
	uitest.At(t, w.window).Sees("there is no file to close")
	if w.dataset != before {
		t.Error("another dataset is shown")
	}
}
