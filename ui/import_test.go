package ui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"parley/model"
	"parley/model/modeltest"
)

func TestASpreadsheetThatIsDraggedOntoTheWindowIsImported(t *testing.T) {
	w, r := open(t, nil)
	path := filepath.Join(t.TempDir(), "New.CSV")
	rows := "date,kind,side,count,source\n2026-01-25,prisoners,north,5,https://a.example/1\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	r.Sees("Import a spreadsheet of exchanges: New.CSV", "1 new exchange").
		SeesNot("the dataset that is open") // it is the bundled one, which nobody writes into
	if w.path() != "" {
		t.Errorf("the bundled dataset has the path %q", w.path())
	}
}

func TestTheMenuOffersToImport(t *testing.T) {
	w, _ := open(t, nil)
	for _, a := range w.fileActions() {
		if a.key == "import.menu" {
			a.do()
			if w.window.Canvas().Overlays().Top() == nil {
				t.Error("nothing asks for a spreadsheet")
			}
			return
		}
	}
	t.Error("the menu File does not offer it")
}

func TestWhatWasImportedIsSaid(t *testing.T) {
	w, r := open(t, nil)
	path := filepath.Join(t.TempDir(), "New.csv")
	rows := "date,kind,side,count,source\n2026-01-25,prisoners,Norland,5,https://a.example/1\n2026-01-26,prisoners,Sudland,5,https://a.example/1\n"
	if err := os.WriteFile(path, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	w.config.Load = func(context.Context, string, func(done, total int64)) (*model.Dataset, error) {
		return modeltest.Talks(), nil
	}
	w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)})
	r.Press("Import").Sees("New.csv was imported into the new dataset")
}

func TestTheWindowIsOfUseWhileASpreadsheetIsRead(t *testing.T) {
	var work, later []func() // beside the window, and when time has passed
	do := func(list *[]func()) {
		now := *list
		*list = nil
		for _, f := range now {
			f()
		}
	}
	w, r := open(t, nil)
	w.config.After = func(_ time.Duration, f func()) { later = append(later, f) }
	w.loading.Spawn = func(f func()) { work = append(work, f) }
	path := filepath.Join(t.TempDir(), "Long.csv")
	if err := os.WriteFile(path, []byte("date,kind,side,count,source\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.importFile(path)
	do(&later)
	r.Sees("Reading Long.csv …").Press("Rounds").Sees("Choose one to read it in full")
	r.Press("Cancel").SeesNot("Reading Long.csv …")
	do(&work)
	r.SeesNot("Import a spreadsheet of exchanges")

	w.importFile(path)
	do(&work)
	r.Sees("Import a spreadsheet of exchanges: Long.csv")
}
