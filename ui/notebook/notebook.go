// Package notebook holds the reader's notes in memory for the pages, and brings what they change to the disk
// without holding up the window.
//
// A note that is being typed is written when the typing pauses, when it is handed over a second time unchanged (its
// editor does so when the focus leaves), and by [Notebook.Flush]. Writing is done by one worker, in the order in
// which it was asked for; of several texts of one note only the newest is written. What could not be written stays
// in memory, is shown as [Notebook.Trouble], and is tried again.
package notebook

import (
	"cmp"
	"slices"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"github.com/goccy/go-json/jsontext"
	"github.com/google/uuid"

	"parley/model"
	"parley/model/annotation"
	"parley/model/notefile"
	"parley/ui/format"
)

// Store keeps notes for good, as *notefile.Store does. It may be called from any goroutine.
type Store interface {
	Notes() []model.Note
	// Deleted returns the notes that were deleted and can be brought back by putting them.
	Deleted() []model.Note
	// PutOver saves a note that was changed from one that the reader saw. The note is safe when PutOver returns nil.
	PutOver(n, seen model.Note) (model.Note, error)
	// PutAll saves several notes likewise.
	PutAll([]notefile.Edit) ([]model.Note, error)
	// Delete deletes a note; the error is [model.ErrNotFound] where there never was such a note.
	Delete(model.NoteID) error
	// DeleteAll deletes several notes.
	DeleteAll([]model.NoteID) error
	// Refresh reads what others have saved.
	Refresh() error
	Damage() notefile.Damage
	// AnnotationsWith returns all that is known of notes, of which some could not be saved; nil asks for all.
	AnnotationsWith(unsaved []model.Note, ids []model.NoteID) ([]jsontext.Value, error)
	// Sort compares notes that are to be taken in with those here, and TakeIn takes them in.
	Sort([]annotation.Found) notefile.Arrivals
	TakeIn([]annotation.Found, notefile.Choice) (notefile.Arrivals, []notefile.Became, error)
}

var _ Store = (*notefile.Store)(nil)

// Notebook is all notes on one dataset. Its methods belong to the UI goroutine, but for Flush.
type Notebook struct {
	// Spawn runs work off the UI goroutine, OnUI brings a function back to it without waiting for it, and After runs one
	// later, on any goroutine. New sets them for the program. Tests set others before the first call.
	Spawn, OnUI func(func())
	After       func(time.Duration, func())

	// Elsewhere opens the notes within another folder, and Chosen keeps that folder for the next start. Both are nil where
	// notes cannot be moved.
	Elsewhere func(parent string) (store Store, folder string, err error)
	Chosen    func(parent string) error

	folder  string
	locale  atomic.Pointer[format.Locale] // Flush may ask for it on any goroutine
	writer  *writer
	refusal error // why the notes could not be opened at all
	sealed  bool  // nothing can be saved in the folder

	saved    []model.Note // as they are on the disk
	deleted  []model.Note
	places   map[model.NoteID]int // of the saved ones
	drafts   map[model.NoteID]draft
	damage   notefile.Damage
	changes  int // the number of the newest change
	watchers []func()

	undo, redo []Step
}

// draft is a note that is not on the disk as it is in memory.
type draft struct {
	note   model.Note
	change int
	fault  error // why the last try failed; nil while it is on its way
}

// New returns the notes of a store, which keeps them in a folder.
func New(store Store, folder string, l *format.Locale) *Notebook {
	nb := &Notebook{
		Spawn:  func(f func()) { go f() },
		OnUI:   fyne.Do,
		After:  func(d time.Duration, f func()) { time.AfterFunc(d, f) },
		folder: folder, damage: store.Damage(), drafts: map[model.NoteID]draft{},
	}
	nb.take(store.Notes(), store.Deleted())
	nb.sealed = isSealed(store)
	nb.locale.Store(l)
	nb.writer = newWriter(store)
	nb.writer.spawn = func(f func()) { nb.Spawn(f) }
	nb.writer.after = func(d time.Duration, f func()) { nb.After(d, f) }
	nb.writer.report = func(o outcome) { nb.OnUI(func() { nb.settle(o) }) }
	return nb
}

// Speak changes the language of what the notebook says.
func (nb *Notebook) Speak(l *format.Locale) { nb.locale.Store(l) }

// Folder returns where the notes are kept.
func (nb *Notebook) Folder() string { return nb.folder }

// All returns every note as the reader knows it, saved or not, the one modified last first.
func (nb *Notebook) All() []model.Note {
	notes := make([]model.Note, 0, len(nb.saved)+len(nb.drafts))
	for _, n := range nb.saved {
		if _, changed := nb.drafts[n.ID]; !changed {
			notes = append(notes, n)
		}
	}
	for _, d := range nb.drafts {
		notes = append(notes, d.note)
	}
	slices.SortFunc(notes, func(a, b model.Note) int {
		return cmp.Or(b.Modified.Compare(a.Modified), cmp.Compare(a.ID, b.ID))
	})
	return notes
}

// Of returns the notes on an item, the oldest first.
func (nb *Notebook) Of(item model.Item) []model.Note {
	var notes []model.Note
	for _, n := range nb.saved {
		if _, changed := nb.drafts[n.ID]; n.Item == item && !changed {
			notes = append(notes, n)
		}
	}
	for _, d := range nb.drafts {
		if d.note.Item == item {
			notes = append(notes, d.note)
		}
	}
	slices.SortFunc(notes, func(a, b model.Note) int {
		return cmp.Or(a.Created.Compare(b.Created), cmp.Compare(a.ID, b.ID))
	})
	return notes
}

// Save keeps a note in memory and writes it as soon as the typing pauses, or at once when it is handed over a
// second time unchanged. A note without an ID, or with one that was never seen, is new. Done is called when this
// text or a newer one is on the disk. Before that it may be called several times with the reason why it is not yet; its
// words are for the reader. The revision and the time of n tell which version the reader changed; 0 is the one that is known
// here. What was written elsewhere since then is kept as a note of its own.
func (nb *Notebook) Save(n model.Note, done func(model.Note, error)) {
	nb.SaveOver(n, nb.seenAs(n), done)
}

// seenAs returns the version that a note was changed from; one that says nothing where that is not known any more.
func (nb *Notebook) seenAs(n model.Note) model.Note {
	draft, waits := nb.drafts[n.ID]
	old, _ := nb.onDisk(n.ID)
	switch {
	case n.Revision == 0 && waits:
		return draft.note
	case n.Revision == 0 || isVersion(n, old):
		return old
	case isVersion(n, draft.note):
		return draft.note
	}
	return model.Note{Revision: unknown}
}

// isVersion reports whether a note is a certain version of it, whatever it says by now.
func isVersion(n, version model.Note) bool {
	return n.Revision == version.Revision && n.Modified.Equal(version.Modified)
}

// SaveOver is Save of a note that was changed from a version which the reader saw.
func (nb *Notebook) SaveOver(n, seen model.Note, done func(model.Note, error)) {
	if n.ID == "" {
		n.ID = model.NoteID(uuid.New().URN())
	}
	d, waits := nb.drafts[n.ID]
	old, known := nb.onDisk(n.ID)
	switch {
	case waits && d.note.SaysSame(n):
		nb.writer.put(d.note, seen, d.change, done)
		return
	case !waits && known && old.SaysSame(n):
		done(old, nil)
		return
	case n.Created.IsZero() && waits:
		n.Created = d.note.Created
	case n.Created.IsZero() && known:
		n.Created = old.Created
	}
	n.Modified = time.Now()
	if n.Created.IsZero() {
		n.Created = n.Modified
	}
	nb.changes++
	nb.typed(n)
	nb.drafts[n.ID] = draft{note: n, change: nb.changes}
	nb.writer.put(n, seen, nb.changes, done)
}

func (nb *Notebook) onDisk(id model.NoteID) (model.Note, bool) {
	i, known := nb.places[id]
	if !known {
		return model.Note{}, false
	}
	return nb.saved[i], true
}

func (nb *Notebook) take(saved, deleted []model.Note) {
	nb.saved, nb.deleted = saved, deleted
	nb.places = make(map[model.NoteID]int, len(saved))
	for i, n := range saved {
		nb.places[n.ID] = i
	}
}

// Note returns a note as the reader knows it, saved or not.
func (nb *Notebook) Note(id model.NoteID) (model.Note, bool) {
	if d, waits := nb.drafts[id]; waits {
		return d.note, true
	}
	return nb.onDisk(id)
}

// Deleted returns the notes that were deleted, the one deleted last first.
func (nb *Notebook) Deleted() []model.Note { return slices.Clone(nb.deleted) }

// Delete deletes a note and calls done when it is gone from the disk, or with the reason why it is still there. A
// failed deletion is not tried again: the reader sees the note and decides.
func (nb *Notebook) Delete(id model.NoteID, done func(error)) {
	if _, known := nb.onDisk(id); !known && nb.writer.drop(id) {
		if d, waits := nb.drafts[id]; waits { // it is in no bin, but can be brought back
			nb.remember(Step{Action: Delete, changes: []change{{id: id, before: &d.note}}})
		}
		delete(nb.drafts, id)
		done(nil)
		nb.tell()
		return
	}
	before, isThere := nb.Note(id)
	nb.writer.remove(id, nb.changes, func(_ model.Note, err error) {
		if err == nil && isThere {
			nb.remember(Step{Action: Delete, changes: []change{{id: id, before: &before}}})
		}
		done(err)
	})
}

// Fault says why the newest text of a note is not on the disk. It is nil when it is, and while it is on its way there.
func (nb *Notebook) Fault(id model.NoteID) error { return nb.drafts[id].fault }

// Watch calls changed whenever a note was saved or deleted, or could not be.
func (nb *Notebook) Watch(changed func()) { nb.watchers = append(nb.watchers, changed) }

// Forget drops all watchers, before the window builds new ones.
func (nb *Notebook) Forget() { nb.watchers = nil }

func (nb *Notebook) tell() {
	for _, changed := range nb.watchers {
		changed()
	}
}

// Flush writes all that is not on the disk yet and returns when every note has been tried, with the reason why one
// could not be saved, in words for the reader. It may be called from any goroutine, the UI goroutine included: it
// waits for the disk only.
func (nb *Notebook) Flush() error {
	if err := nb.writer.flush(); err != nil {
		return nb.explain(err)
	}
	return nil
}

// settle takes in what became of a change.
func (nb *Notebook) settle(o outcome) {
	nb.take(o.notes, o.deleted)
	nb.damage = o.damage
	if o.err == nil && o.id != "" {
		nb.sealed = false // it was saved after all
	}
	err := o.err
	if err != nil {
		err = nb.explain(err)
	}
	if d, waits := nb.drafts[o.id]; waits && d.change <= o.change {
		switch {
		case err == nil:
			delete(nb.drafts, o.id)
		case !o.deletes:
			d.fault = err
			nb.drafts[o.id] = d
		}
	}
	for _, done := range o.done {
		done(o.note, err)
	}
	nb.tell()
}
