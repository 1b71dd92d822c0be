package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/ui/changes"
	"parley/ui/part"
)

// tellChanges finds out what changed from one version of a dataset to another, and shows it.
func (w *Window) tellChanges(old, now *model.Dataset) {
	l := w.locale
	w.begin(job{key: "reload.comparing", file: w.path()}, func(context.Context, func(done, total int64)) loaded {
		return loaded{report: changes.Tell(l, old, now)}
	}, w.showChanges)
}

// showChanges shows a report of what changed.
func (w *Window) showChanges(r loaded) {
	defer w.catchUp()
	report := r.report
	d := dialog.NewCustomWithoutButtons(w.locale.T("changes.window.title"),
		container.NewVScroll(part.Inset(8, 16, 8, 8, w.desk.Changes(report))), w.window)
	save := part.NewButton(w.locale.T("changes.window.save"), func() { w.desk.SaveChanges(report) })
	closing := part.NewButton(w.locale.T("dialog.close"), d.Hide)
	closing.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{save, closing})
	d.Resize(part.DialogSize(w.window.Canvas(), 780, 600))
	d.SetOnClosed(func() { w.told = nil })
	w.told = d
	d.Show()
}

// chooseEarlierVersion asks for the file of another version of the dataset, and tells what has changed since.
func (w *Window) chooseEarlierVersion() { w.askForFile("files.compare", w.compareWith) }

// compareWith tells what has changed since the version in a file.
func (w *Window) compareWith(file string) {
	l, now := w.locale, w.dataset
	compare := func(r loaded) loaded {
		r.report = changes.Tell(l, r.dataset, now)
		return r
	}
	w.load(job{key: "changes.window.reading", file: file}, compare, func(r loaded) {
		if r.err != nil {
			w.sayFault(r)
			w.catchUp()
			return
		}
		w.showChanges(r)
	})
}
