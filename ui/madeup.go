package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"parley/ui/part"
)

// madeUpStrip stands over every page of a dataset that tells of talks that never were, and cannot be closed.
func (w *Window) madeUpStrip() fyne.CanvasObject {
	mark := w.locale.MadeUp(w.dataset.Metadata())
	strip := part.Strip(mark)
	part.SetShown(strip, mark != "")
	return strip
}

// madeUpNote says the same in the box below the navigation.
func (w *Window) madeUpNote() fyne.CanvasObject {
	mark := w.locale.MadeUp(w.dataset.Metadata())
	note := part.SmallStrong(mark)
	part.SetShown(note, mark != "")
	return note
}

// datasetTitle is the title of the dataset in the title of the window.
func (w *Window) datasetTitle() string {
	m := w.dataset.Metadata()
	title := w.locale.Text(m.Title)
	if mark := w.locale.MadeUp(m); mark != "" {
		return title + " (" + strings.TrimSuffix(mark, ".") + ")"
	}
	return title
}

// openExample shows the made-up dataset that comes with the program.
func (w *Window) openExample() { w.showShipped(w.config.Example()) }
