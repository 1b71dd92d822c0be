package ui

import "strings"

// importSheet puts a spreadsheet of exchanges into the dataset's file, or into a new one, and shows it.
func (w *Window) importSheet() { w.desk.Import(w.path(), w.imported) }

// importFile is importSheet for a spreadsheet that the reader dragged onto the window.
func (w *Window) importFile(file string) { w.desk.ImportFile(file, w.path(), w.imported) }

// imported shows the file that a spreadsheet went into. The one that is shown already says what has changed in it.
func (w *Window) imported(file string) {
	if w.opened != nil && w.opened.path == file {
		w.changedOnDisk(w.opened)
		return
	}
	w.open(file)
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
