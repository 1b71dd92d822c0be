package notefile

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/goccy/go-json/jsontext"
	"github.com/google/uuid"

	"parley/model"
	"parley/model/annotation"
)

// Choice is what becomes of a note that is to be taken in where another note with the same ID says something else. The
// note that is not chosen goes to the deleted ones, from where it can be brought back.
type Choice int

// The choices.
const (
	Newer  Choice = iota // the one that was changed last
	Both                 // the one that comes becomes a note of its own
	Mine                 // the one that is here
	Theirs               // the one that comes
)

// Arrivals says what notes that are to be taken in are to those that are here.
type Arrivals struct {
	New       int // not here, or deleted here
	Here      int // here already, and the same
	Conflicts int // here, and saying something else
}

// Sort tells what notes are to those that are here, without taking them in.
func (s *Store) Sort(found []annotation.Found) Arrivals {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var a Arrivals
	for _, f := range found {
		switch s.arrival(f) {
		case isNew:
			a.New++
		case isHere:
			a.Here++
		case isConflict:
			a.Conflicts++
		}
	}
	return a
}

type arrival int

const (
	isNew arrival = iota
	isHere
	isConflict
)

// arrival compares a note that comes with the one here. One that was taken in beside ours before is here.
func (s *Store) arrival(f annotation.Found) arrival {
	old := s.latest[f.Note.ID]
	switch {
	case old == nil || old.deleted && !saysSame(old.note, f.Note):
		if s.latest[copyID(f)] != nil {
			return isHere
		}
		return isNew
	case old.deleted:
		return isNew
	case saysSame(old.note, f.Note) || s.latest[copyID(f)] != nil:
		return isHere
	}
	return isConflict
}

// saysSame compares what the reader wrote; what the program knew when it was written is no difference.
func saysSame(a, b model.Note) bool {
	a.About, a.Edition = b.About, b.Edition
	return a.SaysSame(b)
}

// copyID names the note that comes where it becomes a note of its own: always the same, so that it does not come twice.
func copyID(f annotation.Found) model.NoteID {
	n := f.Note
	words := append([]string{"copy", string(n.ID), n.Item.String(), n.Text, n.Passage.Quote, string(n.Judgement.Judgement)}, n.Tags...)
	return model.NoteID(annotation.Named(words...))
}

// Import takes notes in, with all that their annotations say and with the times that they have, and tells what they were
// to those that were here. All of it is on the disk when it returns nil.
func (s *Store) Import(found []annotation.Found, choice Choice) (Arrivals, error) {
	s.saving.Lock()
	defer s.saving.Unlock()
	a, err := s.take(found, choice)
	if err != nil {
		return Arrivals{}, s.failure(fmt.Sprintf("take in %d notes", len(found)), err)
	}
	return a, nil
}

func (s *Store) take(found []annotation.Found, choice Choice) (Arrivals, error) {
	unlock, err := s.begin()
	if err != nil {
		return Arrivals{}, err
	}
	defer unlock()
	var a Arrivals
	var changes []change
	taken := map[model.NoteID]model.Note{} // by this call: a file may hold a note twice
	for _, f := range found {
		f.Note = s.incoming(f.Note)
		if before, twice := taken[f.Note.ID]; twice {
			if saysSame(before, f.Note) {
				a.Here++
				continue
			}
			f.Note.ID = copyID(f)
			if _, twice := taken[f.Note.ID]; twice {
				a.Here++
				continue
			}
		}
		taken[f.Note.ID] = f.Note
		switch s.arrival(f) {
		case isHere:
			a.Here++
		case isNew:
			a.New++
			if old := s.latest[f.Note.ID]; old != nil && !saysSame(old.note, f.Note) {
				changes = append(changes, s.beside(old.note, old.anno, opDelete)...)
			}
			changes = append(changes, s.arriving(f))
		case isConflict:
			a.Conflicts++
			changes = append(changes, s.settle(f, choice)...)
		}
	}
	for _, part := range parts(changes) {
		if _, err := s.commit(part); err != nil {
			return Arrivals{}, err
		}
	}
	return a, nil
}

// atOnce is how many changes are written in one go, so that a long import needs no memory for all of it.
const atOnce = 5000

func parts(changes []change) [][]change { return slices.Collect(slices.Chunk(changes, atOnce)) }

// incoming is a note with times that can be written.
func (s *Store) incoming(n model.Note) model.Note {
	n = annotation.Clean(n)
	now := moment(s.now())
	if n.Modified = moment(n.Modified); n.Modified.IsZero() {
		n.Modified = moment(n.Created)
	}
	if n.Modified.IsZero() {
		n.Modified = now
	}
	if n.Created = moment(n.Created); n.Created.IsZero() {
		n.Created = n.Modified
	}
	return n
}

// arriving is the change that takes a note in over the version that is here, deleted or not.
func (s *Store) arriving(f annotation.Found) change {
	before := version{anno: f.Raw}
	if old := s.latest[f.Note.ID]; old != nil {
		before.note.Revision = old.note.Revision
	}
	return change{opPut, f.Note, &before}
}

// settle says what is to be written of a note that comes and differs from the one here.
func (s *Store) settle(f annotation.Found, choice Choice) []change {
	old := s.latest[f.Note.ID]
	if choice == Newer {
		choice = Mine
		if cmp.Compare(f.Note.Modified.UnixNano(), old.note.Modified.UnixNano()) > 0 {
			choice = Theirs
		}
	}
	switch choice {
	case Both:
		return s.beside(f.Note, f.Raw, opPut)
	case Theirs:
		return append(s.beside(old.note, old.anno, opDelete), s.arriving(f))
	}
	return s.beside(f.Note, f.Raw, opDelete)
}

// beside makes a note of its own out of a version, deleted or not; unless there is such a one.
func (s *Store) beside(n model.Note, anno jsontext.Value, op string) []change {
	n.ID = copyID(annotation.Found{Note: n})
	if old := s.latest[n.ID]; old != nil {
		if saysSame(old.note, n) {
			return nil
		}
		n.ID = model.NoteID(uuid.New().URN()) // the reader went on with the other one
	}
	if op == opDelete {
		n.Modified = moment(s.now())
	}
	return []change{{op, n, &version{anno: anno}}}
}

// Annotations returns the annotations of some notes, in the order asked for; nil asks for all notes, the oldest first.
// They say all that is known of the notes, also what other programs wrote.
func (s *Store) Annotations(ids []model.NoteID) []jsontext.Value {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if ids == nil {
		for id := range s.latest {
			ids = append(ids, id)
		}
		slices.SortFunc(ids, func(a, b model.NoteID) int {
			return cmp.Or(s.latest[a].note.Created.Compare(s.latest[b].note.Created), cmp.Compare(a, b))
		})
	}
	var list []jsontext.Value
	for _, id := range ids {
		if v := s.latest[id]; v != nil && !v.deleted {
			list = append(list, v.anno)
		}
	}
	return list
}

// Found returns the notes as they can be taken in by another Store.
func (s *Store) Found() []annotation.Found {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var list []annotation.Found
	for _, v := range s.latest {
		if !v.deleted {
			list = append(list, annotation.Found{Note: v.note, Dataset: s.dataset, Raw: v.anno})
		}
	}
	slices.SortFunc(list, func(a, b annotation.Found) int {
		return cmp.Or(a.Note.Created.Compare(b.Note.Created), cmp.Compare(a.Note.ID, b.Note.ID))
	})
	return list
}
