package ui

import (
	"fyne.io/fyne/v2"

	"parley/ui/part"
)

// tellFiles shows where everything lies that the program reads and writes by itself.
func (w *Window) tellFiles() {
	l := w.locale
	dataset := l.T("where.bundled")
	if w.opened != nil {
		dataset = w.opened.path
	}
	var rows []fyne.CanvasObject
	for _, f := range []struct{ key, path string }{
		{"where.dataset", dataset},
		{"where.notes", w.desk.Notes.Folder()},
		{"where.settings", w.config.Places.Settings},
		{"where.recent", w.config.Places.Recent},
		{"where.cache", w.config.Places.Cache},
	} {
		if f.path != "" {
			rows = append(rows, part.Muted(l.T(f.key)), part.Selectable(f.path))
		}
	}
	w.inform("where.title", part.Column(12, part.Text(l.T("where.about")), part.Pairs(160, rows...)), fyne.NewSize(680, 380))
}
