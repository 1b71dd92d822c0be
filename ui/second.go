package ui

import (
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/handover"
	"parley/ui/page"
)

// answerTime is how long a second start may wait for the window before it opens one of its own.
const answerTime = 5 * time.Second

// meet takes what a second start of the program asks for, until the returned function is called.
func (w *Window) meet() (end func()) {
	if w.config.Meeting == "" {
		return func() {}
	}
	stop, err := handover.Listen(w.config.Meeting, w.takeSoon)
	if err != nil {
		fyne.LogError("a second start will open a window of its own", err)
		return func() {}
	}
	return stop
}

// takeSoon takes a request from another goroutine than the window's. One that had to wait too long is not taken at all: the
// second start shows it itself.
func (w *Window) takeSoon(r handover.Request) bool {
	var isDecided atomic.Bool
	taken := make(chan bool, 1)
	w.config.OnUI(func() {
		if isDecided.CompareAndSwap(false, true) {
			taken <- w.take(r)
		}
	})
	select {
	case answer := <-taken:
		return answer
	case <-time.After(w.patience):
		return !isDecided.CompareAndSwap(false, true)
	}
}

// take shows the file or the item that a second start asks for, and comes to the front. An item of a dataset that is neither
// shown nor comes with the program is refused.
func (w *Window) take(r handover.Request) bool {
	var item model.Item
	if r.Link != "" {
		dataset, linked, err := model.ParseItem(r.Link)
		if err != nil || r.File == "" && !w.canShow(dataset, linked) {
			return false
		}
		item = linked
	}
	switch {
	case r.File != "" && !w.isShown(r.File):
		w.openAt(r.File, item)
	case !item.IsZero():
		w.whenFree(func() { w.showItem(item) })
	}
	w.window.RequestFocus()
	return true
}

// canShow reports whether the item is in the dataset that is shown, or in the bundled one.
func (w *Window) canShow(dataset string, i model.Item) bool {
	for _, ds := range []*model.Dataset{w.dataset, w.config.Bundled} {
		if ds != nil && (dataset == "" || dataset == ds.Metadata().Name) && ds.Has(i) {
			return true
		}
	}
	return false
}

// showItem shows an item of the dataset that is shown, or else of the bundled one.
func (w *Window) showItem(i model.Item) {
	if w.dataset == nil || !w.dataset.Has(i) {
		w.openBundled()
	}
	if w.dataset.Has(i) {
		w.store.Go(page.StateFor(w.dataset, w.store.Now(), i))
	}
}

// isShown reports whether a file is the one that is shown.
func (w *Window) isShown(file string) bool {
	if w.opened == nil || w.job != nil {
		return false
	}
	shown, err := filepath.Abs(w.opened.path)
	if err == nil && shown == file {
		return true
	}
	a, errA := os.Stat(file)
	b, errB := os.Stat(w.opened.path)
	return errors.Join(errA, errB) == nil && os.SameFile(a, b)
}
