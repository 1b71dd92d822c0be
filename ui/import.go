package ui

import (
	"path/filepath"
	"strings"

	"parley/model"
)

// importSheet puts a spreadsheet of exchanges into the dataset's file, or into a new one, and shows it.
func (w *Window) importSheet() { w.desk.Import(w.path(), w.imported) }

// importFile is importSheet for a spreadsheet that the reader dragged onto the window.
func (w *Window) importFile(file string) { w.desk.ImportFile(file, w.path(), w.imported) }

// imported shows the file that a spreadsheet went into, and says that it did. The one that is shown already says what has
// changed in it as well.
func (w *Window) imported(file, sheet string) {
	if w.opened != nil && w.opened.path == file {
		w.sheet = sheet
		w.changedOnDisk(w.opened)
		return
	}
	w.openAnd(file, func(*model.Dataset) {
		w.bar.Tell(w.locale.T("files.imported", "Sheet", filepath.Base(sheet), "File", file), "", nil)
	})
}

// sayReloaded is what is said of a new version of the file that is shown: that it was changed, or what was imported into it.
func (w *Window) sayReloaded(file string, found []model.Change) string {
	sheet := w.sheet
	w.sheet = ""
	if sheet != "" {
		return w.locale.T("files.imported.changes", "Sheet", filepath.Base(sheet), "File", filepath.Base(file), "Changes", w.briefly(found))
	}
	return w.locale.T("reload.done", "File", filepath.Base(file), "Changes", w.briefly(found))
}

// path is the file of the dataset that is shown; empty for one that comes with the program.
func (w *Window) path() string {
	if w.opened == nil {
		return ""
	}
	return w.opened.path
}

// isSheet reports whether a file is a spreadsheet by its name.
func isSheet(file string) bool {
	name := strings.ToLower(file)
	return strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".tsv")
}
