package ui

import (
	"errors"
	"io/fs"
	"path/filepath"
	"reflect"
	"strings"
	"time"

	"parley/model"
	"parley/ui/changes"
	"parley/ui/page"
	"parley/ui/state"
	"parley/ui/watch"
)

// secondLook is how long a file that has become faulty, or is gone, may take to become whole again before the window
// tells of it: some programs write in steps, or delete a file and make it anew.
const secondLook = 600 * time.Millisecond

// openFile is the file of the dataset that is shown, watched for changes.
type openFile struct {
	path    string
	watch   *watch.Watch
	changes int  // how often it has changed
	isStale bool // it has changed and was not loaded again yet
}

func (f *openFile) close() {
	if f != nil {
		f.watch.Close()
	}
}

// watchFile watches a file that was loaded in a version.
func (w *Window) watchFile(path string, loaded watch.Version) *openFile {
	f := &openFile{path: path}
	f.watch = watch.File(path, loaded, watch.Usual, func(watch.Version) {
		w.config.OnUI(func() { w.changedOnDisk(f) })
	})
	return f
}

// changedOnDisk loads the file again. Another dataset that the reader is opening comes first.
func (w *Window) changedOnDisk(f *openFile) {
	if f != w.opened {
		return
	}
	f.changes++
	if f.isStale {
		return // it waits to be loaded already
	}
	f.isStale = true
	w.catchUp()
}

// catchUp loads the file again if it has changed, unless the reader is opening another dataset.
func (w *Window) catchUp() {
	f := w.opened
	if f == nil || !f.isStale || w.job != nil && !w.job.isReload {
		return
	}
	if w.isAsking() {
		w.whenFree(w.catchUp)
		return
	}
	f.isStale = false
	old, change := w.dataset, f.changes
	compare := func(r loaded) loaded {
		r.changes = model.Diff(old.Facts(), r.dataset.Facts())
		r.isSame = len(r.changes) == 0 && reflect.DeepEqual(old.Facts(), r.dataset.Facts())
		return r
	}
	w.load(job{key: "reload.again", file: f.path, isReload: true}, compare, func(r loaded) {
		if r.err == nil {
			w.reloaded(r)
			return
		}
		w.config.After(secondLook, func() {
			if f == w.opened && f.changes == change {
				w.fault = &r
				w.sayFaulty()
			}
		})
	})
}

// reloaded shows the new version of the dataset at the place where the reader is, and says what has changed. That things
// stand in another order is shown and not said.
func (w *Window) reloaded(r loaded) {
	if w.fault != nil {
		w.fault = nil
		w.bar.Hide()
	}
	if r.isSame {
		return
	}
	old := w.dataset
	w.replace(r.dataset)
	if len(r.changes) == 0 {
		return
	}
	w.bar.Tell(w.sayReloaded(r.file, r.changes), w.locale.T("reload.whatchanged"), func() { w.tellChanges(old, r.dataset) })
}

// replace puts a new version of the dataset in the place of the one that is shown.
func (w *Window) replace(ds *model.Dataset) {
	w.dataset = ds
	w.store.Mend(w.stillFitting)
	w.rebuild()
}

// leave puts down where the reader is on each page. Of one that was not looked at since the last version, it is known.
func (w *Window) leave() {
	if w.left == nil {
		w.left = map[state.Page]page.Place{}
	}
	for name, p := range w.pages {
		if p, ok := p.(page.Placed); ok {
			w.left[name] = p.Place()
		}
	}
}

// returnTo goes back to where the reader was on a page that was made anew.
func (w *Window) returnTo(name state.Page, p page.Page) {
	place, wasThere := w.left[name]
	if p, ok := p.(page.Placed); ok && wasThere {
		p.Return(place)
	}
	delete(w.left, name)
}

// stillFitting is a state as far as a new version of the dataset has what it shows.
func (w *Window) stillFitting(s state.State) state.State {
	ds := w.dataset
	s = w.chosenAnew(s)
	s.Evidence = state.Evidence{} // its words may not be true any more
	if !ds.Has(s.Selected) {
		s.Selected = model.Item{}
		if s.Page == state.Rounds && ds.Round(s.Round) != nil {
			s.Selected = model.Item{Kind: model.RoundItem, ID: string(s.Round)}
		}
	}
	if ds.Document(s.Left) == nil || ds.Document(s.Right) == nil {
		s.Left, s.Right = "", ""
	}
	s.View = page.FittingView(ds, s.View)
	return s
}

// briefly says how much has changed, by what it is: "Exchanges: 3 changed, 1 added".
func (w *Window) briefly(found []model.Change) string {
	const most = 3 // nouns that are told apart
	var nouns []model.Noun
	of := map[model.Noun][]model.Change{}
	for _, c := range found {
		if of[c.Noun] == nil {
			nouns = append(nouns, c.Noun)
		}
		of[c.Noun] = append(of[c.Noun], c)
	}
	if len(nouns) > most {
		return changes.Summary(w.locale, found)
	}
	var words []string
	for _, noun := range nouns {
		name := w.locale.T("changes.noun." + string(noun))
		words = append(words, w.locale.T("reload.changes", "What", name, "Changes", changes.Summary(w.locale, of[noun])))
	}
	return strings.Join(words, "; ")
}

// sayFaulty says what is wrong with the new version of the file, and that the last good one stays.
func (w *Window) sayFaulty() {
	r := w.fault
	file := filepath.Base(r.file)
	var unreadable *fs.PathError
	switch {
	case errors.Is(r.err, fs.ErrNotExist):
		w.bar.Say(w.locale.T("reload.gone", "File", file), "")
	case errors.As(r.err, &unreadable):
		w.bar.Say(w.locale.T("reload.notread", "File", file), r.err.Error())
	default:
		w.bar.Say(w.locale.T("reload.faulty", "File", file), r.err.Error())
	}
}
