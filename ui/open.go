package ui

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/changes"
	"parley/ui/page"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/watch"
)

// longWork is how long loading may take before the window tells of it.
const longWork = 500 * time.Millisecond

// loaded is what came of loading a file.
type loaded struct {
	file    string
	version watch.Version // of the file, taken before it was read
	dataset *model.Dataset
	changes []model.Change // from the version that was shown, where the file was shown before
	isSame  bool           // as the version that was shown, also in the order of things
	report  changes.Report // of what changed, where that is asked for
	err     error
}

// job is work beside the window that is under way: loading, or comparing what was loaded.
type job struct {
	key      string // of the sentence that tells of it
	file     string
	done     float32
	isLong   bool
	isReload bool
}

// load loads a file beside the window, does further work on it there, and shows what came of it.
func (w *Window) load(j job, further func(loaded) loaded, show func(loaded)) {
	load := w.config.Load
	w.begin(j, func(ctx context.Context, progress func(done, total int64)) loaded {
		r := loaded{file: j.file, version: watch.VersionOf(j.file)}
		r.dataset, r.err = load(ctx, j.file, progress)
		if r.err == nil && further != nil {
			r = further(r)
		}
		return r
	}, show)
}

// begin does a job beside the window and shows what came of it, unless another is begun before it is done. It waits with
// that as long as a dialog does for an answer.
func (w *Window) begin(j job, work func(context.Context, func(done, total int64)) loaded, show func(loaded)) {
	if w.job != nil && w.job.isReload && !j.isReload {
		w.opened.isStale = true // what is given up here is done when the new job is over
	}
	mine := &j
	w.job = mine
	w.showJob()
	progress := func(done, total int64) { w.config.OnUI(func() { w.advance(mine, done, total) }) }
	w.loading.Start(func(ctx context.Context) loaded { return work(ctx, progress) }, func(r loaded) {
		w.whenFree(func() {
			if w.job != mine {
				return
			}
			w.job = nil
			w.showJob()
			show(r)
		})
	})
	w.config.After(longWork, func() {
		mine.isLong = true
		w.showJob()
	})
}

// beside does work of a page as a job of the window.
func (w *Window) beside(key, file string, work, done func()) {
	w.begin(job{key: key, file: file}, func(context.Context, func(done, total int64)) loaded {
		work()
		return loaded{}
	}, func(loaded) {
		done()
		w.catchUp()
	})
}

// whenFree does something as soon as no dialog waits for an answer: nothing changes behind one.
func (w *Window) whenFree(do func()) {
	if w.isAsking() {
		w.config.After(secondLook, func() { w.whenFree(do) })
		return
	}
	do()
}

// isAsking reports whether a dialog, or a menu, waits for the reader. A text that is shown does not.
func (w *Window) isAsking() bool {
	over := len(w.window.Canvas().Overlays().List())
	return over > 1 || over == 1 && w.told == nil
}

func (w *Window) advance(j *job, done, total int64) {
	if total > 0 {
		j.done = float32(float64(done) / float64(total))
		w.showJob()
	}
}

// newProgress makes the bar that tells of loading, in the language of the window.
func (w *Window) newProgress() fyne.CanvasObject {
	w.progress = part.NewProgress(w.locale.T("reload.cancel"))
	w.progress.OnHeight = w.layOutHeads
	w.showJob()
	return w.progress.Content()
}

// showJob brings the bar in line with what is being loaded. What takes no time is not told.
func (w *Window) showJob() {
	switch {
	case w.progress == nil:
	case w.job == nil || !w.job.isLong:
		w.progress.Hide()
	default:
		w.progress.Show(w.locale.T(w.job.key, "File", filepath.Base(w.job.file)), w.job.done, w.cancelLoading)
	}
}

// cancelLoading leaves what is shown as it is; where nothing is shown yet, it is the bundled dataset.
func (w *Window) cancelLoading() {
	cancelled := *w.job
	w.loading.Cancel()
	w.job = nil
	w.showJob()
	if w.dataset == nil {
		w.startWith(w.config.Bundled, nil, model.Item{})
		w.bar.Say(w.locale.T("reload.cancelled", "File", filepath.Base(cancelled.file)), "")
	}
	w.catchUp()
}

// openFirst shows the bundled dataset or, where the command line names a file, an empty window until that is loaded.
func (w *Window) openFirst() {
	c := w.config
	switch {
	case c.File == "":
		w.startWith(c.Bundled, nil, c.Link)
	case c.First != nil:
		w.startWith(c.First, w.watchFile(c.File, watch.VersionOf(c.File)), c.Link)
	default:
		w.buildEmpty()
		w.open(c.File)
	}
	if c.Stale != "" {
		w.bar.Say(w.locale.T("link.stale", "Link", c.Stale, "Dataset", w.datasetTitle()), "")
	}
}

// startWith shows the first dataset, at the place where the reader was at the last start, or at an item.
func (w *Window) startWith(ds *model.Dataset, f *openFile, link model.Item) {
	w.dataset, w.opened = ds, f
	first := w.backIn(w.settings.lastState())
	if ds.Has(link) {
		first = page.StateFor(ds, first, link)
	}
	w.start(first)
}

// buildEmpty makes the window's content for as long as there is no dataset.
func (w *Window) buildEmpty() {
	teachToolkit(w.locale)
	brand := container.NewBorder(part.Inset(8, 4, 8, 18, part.Brand()), nil, nil, part.Rule())
	frame := &shell{splits: &w.splits}
	w.window.SetMainMenu(w.shortMenu())
	w.window.SetContent(container.New(frame, part.Panel(brand),
		part.Page(w.headed(container.NewStack(), w.newProgress())),
		part.Panel(container.NewBorder(nil, nil, part.Rule(), nil))))
	w.window.SetTitle("Parley")
}

// dropped opens a dataset that was dragged onto the window, or imports a spreadsheet.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	switch {
	case len(files) == 0 || files[0].Scheme() != "file":
	case isSheet(files[0].Path()) && w.dataset != nil:
		w.unlessAsked(func() { w.importFile(files[0].Path()) })()
	default:
		w.open(files[0].Path())
	}
}

// open shows another dataset once it is loaded; with a fault the present one stays, and the bar says why.
func (w *Window) open(file string) { w.openAnd(file, func(*model.Dataset) {}) }

// openAt is open, and then shows an item of the dataset unless that is zero or not there.
func (w *Window) openAt(file string, at model.Item) {
	w.openAnd(file, func(ds *model.Dataset) {
		if ds.Has(at) {
			w.store.Adjust(func(s *state.State) { *s = page.StateFor(ds, *s, at) })
		}
	})
}

// openAnd is open, and does something when the dataset is shown.
func (w *Window) openAnd(file string, then func(*model.Dataset)) {
	w.load(job{key: "reload.opening", file: file}, nil, func(r loaded) {
		switch {
		case r.err == nil:
			w.showOther(r.dataset, w.watchFile(r.file, r.version))
			then(r.dataset)
			return
		case w.dataset == nil:
			w.startWith(w.config.Bundled, nil, model.Item{})
		}
		w.sayFault(r)
		w.catchUp()
	})
}

// openBundled goes back to the dataset that comes with the program.
func (w *Window) openBundled() { w.showShipped(w.config.Bundled) }

// showShipped shows a dataset that comes with the program, in the place of what is being loaded.
func (w *Window) showShipped(ds *model.Dataset) {
	w.loading.Cancel()
	w.job = nil
	w.showOther(ds, nil)
}

// showOther shows another dataset, with what of the present state it has.
func (w *Window) showOther(ds *model.Dataset, f *openFile) {
	w.opened.close()
	w.fault, w.left = nil, nil
	if w.dataset == nil {
		w.startWith(ds, f, w.config.Link)
		return
	}
	w.remember()
	w.settings.save()
	w.dataset, w.opened = ds, f
	w.start(w.backIn(w.store.Now()))
}

// backIn is where the reader was in the dataset the last time, or else what of another state it has.
func (w *Window) backIn(other state.State) state.State {
	if last, ok := w.settings.stateOf(w.dataset.Metadata().Name); ok {
		return w.stillFitting(last)
	}
	return w.fitting(other)
}

// sayFault says that a file could not be opened, why, and that what was shown stays.
func (w *Window) sayFault(r loaded) {
	key := "window.notopened"
	var unreadable *fs.PathError
	if errors.As(r.err, &unreadable) {
		key = "window.notread"
	}
	w.bar.Say(w.locale.T(key, "File", r.file), r.err.Error())
}
