package notebook

import (
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"

	"parley/model"
	"parley/model/notefile"
)

const (
	typingPause = 300 * time.Millisecond // after the last key
	longestWait = 2 * time.Second        // while the typing goes on
	retryPause  = 5 * time.Second        // after a failed try
)

// writer brings changes to the store, one after the other. It may be used from any goroutine.
type writer struct {
	shelf  Store // see at
	spawn  func(func())
	after  func(time.Duration, func())
	report func(outcome) // called in the order in which the changes were made

	mu       sync.Mutex               // not held while the store is at work
	idle     *sync.Cond               // no worker is running
	jobs     []*job                   // in the order in which they were asked for
	kept     map[model.NoteID]lineage // of those it brought to the disk and did not delete again
	now      *job                     // what the worker is at
	running  bool
	retrying bool
}

// job is a note to be saved or deleted.
type job struct {
	note    model.Note
	seen    model.Note   // the version that the note was changed from
	task    func() error // what is to be done instead
	deletes bool
	change  int // the number of the change that brought its text
	spell   int // the number of the change with which the typing began
	stage   stage
	fault   error // of the last try
	done    []func(model.Note, error)
}

type stage int

const (
	fresh  stage = iota
	typing       // waits for a pause
	ready        // waits for the worker
	failed       // waits for the next try
)

// outcome is what became of a job, and what the store holds after it.
type outcome struct {
	id      model.NoteID
	note    model.Note // as saved
	deletes bool
	change  int
	err     error
	done    []func(model.Note, error)
	notes   []model.Note
	deleted []model.Note
	damage  notefile.Damage
}

func newWriter(store Store) *writer {
	w := &writer{shelf: store, kept: map[model.NoteID]lineage{}}
	w.idle = sync.NewCond(&w.mu)
	return w
}

// at is the store that notes are brought to.
func (w *writer) at() Store {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.shelf
}

// moveTo brings notes to another store from now on.
func (w *writer) moveTo(store Store) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.shelf = store
	clear(w.kept) // its versions are others
}

// put saves a note after a pause in the typing. A text that is asked for again is not being typed any more: it is saved
// at once.
func (w *writer) put(n, seen model.Note, change int, done func(model.Note, error)) {
	w.mu.Lock()
	j := w.last(n.ID)
	if j != nil && !j.deletes && j.note.SaysSame(n) {
		j.done = append(j.done, done)
		j.stage = ready
		w.mu.Unlock()
		w.start()
		return
	}
	if j == nil || j.deletes || j == w.now {
		j = &job{seen: seen}
		w.jobs = append(w.jobs, j)
	}
	begins := j.stage != typing
	if begins {
		j.stage, j.spell = typing, change
	}
	j.note, j.change, j.done = n, change, append(j.done, done)
	spell := j.spell
	w.mu.Unlock()
	w.after(typingPause, func() { w.settle(j, func() bool { return j.change == change }) })
	if begins {
		w.after(longestWait, func() { w.settle(j, func() bool { return j.spell == spell }) })
	}
}

// settle saves what is being typed when a rule says so.
func (w *writer) settle(j *job, rule func() bool) {
	w.mu.Lock()
	isDue := j.stage == typing && rule()
	if isDue {
		j.stage = ready
	}
	w.mu.Unlock()
	if isDue {
		w.start()
	}
}

// remove deletes a note. What was typed in it before is saved first, so that nothing is lost where deleting it fails.
func (w *writer) remove(id model.NoteID, change int, done func(model.Note, error)) {
	w.mu.Lock()
	for _, j := range w.jobs {
		if j.note.ID == id {
			j.stage = ready
		}
	}
	w.jobs = append(w.jobs, &job{
		note: model.Note{ID: id}, deletes: true, change: change, stage: ready, done: []func(model.Note, error){done},
	})
	w.mu.Unlock()
	w.start()
}

// run does something with the store after all that was asked for before.
func (w *writer) run(task func() error, done func(error)) {
	w.mu.Lock()
	for _, j := range w.jobs {
		j.stage = ready
	}
	w.add(task, done)
	w.mu.Unlock()
	w.start()
}

// reread is run for what may come before the typing has paused, and is no reason to try again what failed.
func (w *writer) reread(task func() error) {
	w.mu.Lock()
	w.add(task, func(error) {})
	w.mu.Unlock()
	w.begin()
}

// add lists something to be done. The caller holds the lock.
func (w *writer) add(task func() error, done func(error)) {
	w.jobs = append(w.jobs, &job{task: task, stage: ready, done: []func(model.Note, error){func(_ model.Note, err error) { done(err) }}})
}

// drop forgets what is to be saved of a note, unless some of it is on the disk or on its way there.
func (w *writer) drop(id model.NoteID) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	if _, isKept := w.kept[id]; isKept || w.now != nil && w.now.note.ID == id {
		return false
	}
	w.jobs = slices.DeleteFunc(w.jobs, func(j *job) bool { return j.note.ID == id })
	return true
}

// last returns the newest job of a note, or nil.
func (w *writer) last(id model.NoteID) *job {
	for _, j := range slices.Backward(w.jobs) {
		if j.note.ID == id {
			return j
		}
	}
	if w.now != nil && w.now.note.ID == id {
		return w.now
	}
	return nil
}

// start sets the worker to work. What failed before is tried again with it.
func (w *writer) start() {
	w.mu.Lock()
	for _, j := range w.jobs {
		if j.stage == failed {
			j.stage = ready
		}
	}
	w.mu.Unlock()
	w.begin()
}

// begin sets the worker to work on what is ready.
func (w *writer) begin() {
	w.mu.Lock()
	begin := !w.running
	w.running = true
	w.mu.Unlock()
	if begin {
		w.spawn(w.work)
	}
}

func (w *writer) work() {
	for j := w.take(); j != nil; j = w.take() {
		w.report(w.do(j))
	}
}

// take returns the first job that is ready. Where there is none, nil, and the worker's day is over.
func (w *writer) take() *job {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i, j := range w.jobs {
		if j.stage == ready {
			w.jobs = slices.Delete(w.jobs, i, i+1)
			w.now = j
			return j
		}
	}
	w.running = false
	w.idle.Broadcast()
	return nil
}

func (w *writer) do(j *job) outcome {
	o := outcome{id: j.note.ID, deletes: j.deletes, change: j.change}
	switch {
	case j.task != nil:
		o.err = j.task()
	case j.deletes:
		o.err = w.at().Delete(j.note.ID)
		if errors.Is(o.err, model.ErrNotFound) {
			o.err = nil
		}
	default:
		o.note, o.err = w.at().PutOver(j.note, w.seen(j))
	}
	if o.err != nil {
		o.note = j.note
		if j.fault == nil || j.fault.Error() != o.err.Error() { // a full disk is tried again for hours
			slog.Error("change a note on the disk", "note", j.note.ID, "delete", j.deletes, "cause", o.err)
		}
	}
	o.notes, o.deleted, o.damage = w.at().Notes(), w.at().Deleted(), w.at().Damage()
	o.done = w.finish(j, o.note, o.err)
	w.retryLater()
	return o
}

// lineage is what the writer made of a note: the text that it wrote last, and the versions from which that came about in
// this window alone. Who changed one of those has seen all of it.
type lineage struct {
	from []version
	last model.Note
}

// version names a version of a note.
type version struct {
	revision int
	time     time.Time
}

// unknown is the revision of a version that nobody knows any more.
const unknown = -1

func versionOf(n model.Note) version { return version{n.Revision, n.Modified.UTC()} }

// longestLineage is how many versions are known to be of the window: the typing of minutes, more than any done call waits.
const longestLineage = 256

// with adds what was saved of a job. What others wrote begins a new lineage.
func (l lineage) with(j *job, saved model.Note) lineage {
	switch {
	case saved.Text != j.note.Text || j.seen.Revision == unknown:
		return lineage{last: saved}
	case slices.Contains(l.from, versionOf(j.seen)) || l.last.ID != "" && l.last.Text == j.seen.Text:
		l.from = append(l.from, versionOf(l.last))
	default:
		l.from = []version{versionOf(j.seen)}
	}
	l.from = l.from[max(0, len(l.from)-longestLineage):]
	l.last = saved
	return l
}

// seen is the version that a job changes, of which the reader knows all.
func (w *writer) seen(j *job) model.Note {
	w.mu.Lock()
	defer w.mu.Unlock()
	if l := w.kept[j.note.ID]; slices.Contains(l.from, versionOf(j.seen)) {
		return l.last
	}
	return j.seen
}

// based tells edits of what the disk lacks what they are changes of there.
func (w *writer) based(edits []notefile.Edit) []notefile.Edit {
	based := slices.Clone(edits)
	for i, e := range edits {
		w.mu.Lock()
		j := w.last(e.Note.ID)
		w.mu.Unlock()
		if j != nil && !j.deletes && rewrites(e) {
			based[i].Seen = w.seen(j)
		}
	}
	return based
}

// keep takes down that the reader replaced what the writer had written.
func (w *writer) keep(edits []notefile.Edit, saved []model.Note) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i, n := range saved {
		if l, isKept := w.kept[n.ID]; isKept && l.last.Text == edits[i].Seen.Text && n.Text == edits[i].Note.Text {
			l.from = append(l.from, versionOf(l.last))
			l.last = n
			w.kept[n.ID] = l
		}
	}
}

// forget drops what is to be written of notes since before a change, and returns who waits for it.
func (w *writer) forget(ids []model.NoteID, change int) (waiting []func(model.Note, error)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.jobs = slices.DeleteFunc(w.jobs, func(j *job) bool {
		isOver := j.task == nil && !j.deletes && j.change <= change && slices.Contains(ids, j.note.ID)
		if isOver {
			waiting = append(waiting, j.done...)
		}
		return isOver
	})
	return waiting
}

// finish puts a job away, or back where it is to be tried again, and returns who is to be told.
func (w *writer) finish(j *job, saved model.Note, err error) []func(model.Note, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now = nil
	done := slices.Clone(j.done)
	switch {
	case j.task != nil:
		// Whoever asked for it is told, and sees to the rest.
	case err == nil && !j.deletes:
		w.kept[j.note.ID] = w.kept[j.note.ID].with(j, saved)
	case err == nil:
		delete(w.kept, j.note.ID)
		w.jobs = slices.DeleteFunc(w.jobs, func(old *job) bool { return old.note.ID == j.note.ID && old.change <= j.change })
	case !j.deletes:
		w.putBack(j, err)
	}
	return done
}

func (w *writer) putBack(j *job, err error) {
	if newer := w.last(j.note.ID); newer != nil && !newer.deletes {
		newer.done = append(j.done, newer.done...)
		newer.seen = j.seen // what was changed from it never was there for others
		return
	}
	j.stage, j.fault = failed, err
	w.jobs = slices.Insert(w.jobs, 0, j)
}

// retryLater has failed jobs tried again after a while. One timer serves them all.
func (w *writer) retryLater() {
	w.mu.Lock()
	begins := !w.retrying && w.hasFailed()
	w.retrying = w.retrying || begins
	w.mu.Unlock()
	if begins {
		w.after(retryPause, w.retry)
	}
}

func (w *writer) retry() {
	w.mu.Lock()
	w.retrying = false
	isNeeded := w.hasFailed()
	w.mu.Unlock()
	if isNeeded {
		w.start()
	}
}

func (w *writer) hasFailed() bool {
	return slices.ContainsFunc(w.jobs, func(j *job) bool { return j.stage == failed })
}

// flush writes all there is and waits for the disk.
func (w *writer) flush() error {
	w.mu.Lock()
	for _, j := range w.jobs {
		j.stage = ready
	}
	w.mu.Unlock()
	w.start()
	w.mu.Lock()
	defer w.mu.Unlock()
	for w.running {
		w.idle.Wait()
	}
	for _, j := range w.jobs {
		if j.stage == failed {
			return j.fault
		}
	}
	return nil
}
