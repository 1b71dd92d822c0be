package notefile

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/goccy/go-json/jsontext"

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
	Unfit     int // cannot be kept; known only when they have been taken in
}

// Sort tells what notes are to those that are here, without taking them in.
func (s *Store) Sort(found []annotation.Found) Arrivals {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var a Arrivals
	for _, f := range found {
		a.count(s.arrival(f))
	}
	return a
}

func (a *Arrivals) count(is arrival) {
	switch is {
	case isNew:
		a.New++
	case isHere:
		a.Here++
	case isConflict:
		a.Conflicts++
	}
}

type arrival int

const (
	isNew arrival = iota
	isHere
	isConflict
)

// arrival compares a note that comes with the one here. One that was taken in beside ours before is here, unless it was
// deleted since then.
func (s *Store) arrival(f annotation.Found) arrival {
	old := s.latest[f.Note.ID]
	if old != nil && saysSame(old.note, f.Note) {
		if old.deleted {
			return isNew
		}
		return isHere
	}
	if _, beside := s.copyOf(f.Note); beside != nil && !beside.deleted {
		return isHere
	}
	if old == nil || old.deleted {
		return isNew
	}
	return isConflict
}

// saysSame compares what the reader wrote; what the program knew when it was written is no difference.
func saysSame(a, b model.Note) bool {
	a.About, a.Edition = b.About, b.Edition
	return a.SaysSame(b)
}

// copyID names the note that comes where it becomes a note of its own: always the same, so that it does not come twice.
// Notes that do not say the same have different copies.
func copyID(n model.Note) model.NoteID {
	return model.NoteID(annotation.Named("copy", fmt.Sprintf("%q %#v %#v %#v %q %q %t", n.ID, n.Item, n.Passage, n.Judgement,
		n.Text, n.Tags, n.Pinned)))
}

// copyOf returns the ID of the copy of a note, and the copy where it is here, deleted or not. The reader may have gone on
// with an earlier copy, which is none any more; the next one has another ID, and always the same one.
func (s *Store) copyOf(n model.Note) (model.NoteID, *version) {
	for {
		n.ID = copyID(n)
		if v := s.latest[n.ID]; v == nil || saysSame(v.note, n) {
			return n.ID, v
		}
	}
}

// Import takes notes in, with all that their annotations say and with the times that they have, and tells what they were
// to those that were here. All of it is on the disk when it returns nil. A note that cannot be kept is counted, and the
// others are taken in.
func (s *Store) Import(found []annotation.Found, choice Choice) (Arrivals, error) {
	a, _, err := s.TakeIn(found, choice)
	return a, err
}

// Became is what was done to a note: nil is one that was not there, or was deleted.
type Became struct {
	ID            model.NoteID
	Before, After *model.Note
}

// TakeIn is Import that tells what it did to the notes that are shown, also where it failed half-way.
func (s *Store) TakeIn(found []annotation.Found, choice Choice) (Arrivals, []Became, error) {
	s.saving.Lock()
	defer s.saving.Unlock()
	var list []Became
	s.told = func(before, after *version) {
		if b := (Became{after.note.ID, before.shown(), after.shown()}); b.Before != nil || b.After != nil {
			list = append(list, b)
		}
	}
	a, err := s.take(found, choice)
	s.told = nil
	if err != nil {
		return Arrivals{}, list, s.failure(fmt.Sprintf("take in %d notes", len(found)), err)
	}
	return a, list, nil
}

// intake is what is to be written of a note that comes, and what it is to the one here.
type intake struct {
	is      arrival
	changes []change
}

func (s *Store) take(found []annotation.Found, choice Choice) (Arrivals, error) {
	unlock, err := s.begin()
	if err != nil {
		return Arrivals{}, err
	}
	defer unlock()
	var a Arrivals
	for _, part := range parts(s.intakes(found, choice)) {
		if err := s.takePart(part, &a); err != nil {
			return Arrivals{}, err
		}
	}
	return a, nil
}

// intakes decides what is to be written of notes that come.
func (s *Store) intakes(found []annotation.Found, choice Choice) []intake {
	var list []intake
	taken := map[model.NoteID]model.Note{} // by this call: a file may hold a note twice
	for _, f := range found {
		f.Note = s.incoming(f.Note)
		before, twice := taken[f.Note.ID]
		if twice && !saysSame(before, f.Note) {
			f.Note.ID = copyID(f.Note)
			_, twice = taken[f.Note.ID]
		}
		if twice {
			list = append(list, intake{is: isHere})
			continue
		}
		taken[f.Note.ID] = f.Note
		in := intake{is: s.arrival(f)}
		switch in.is {
		case isNew:
			if old := s.latest[f.Note.ID]; old != nil && !saysSame(old.note, f.Note) {
				in.changes = s.beside(old.note, old.anno, opDelete)
			}
			in.changes = append(in.changes, s.arriving(f))
		case isConflict:
			in.changes = s.settle(f, choice)
		}
		list = append(list, in)
	}
	return list
}

// takePart writes what is to be written of some notes. Those that cannot be kept are left out: a text that is too long, a
// time that no calendar has.
func (s *Store) takePart(part []intake, a *Arrivals) error {
	_, err := s.commit(changesOf(part))
	if err != nil {
		kept := slices.DeleteFunc(slices.Clone(part), func(in intake) bool { return !s.canKeep(in) })
		if len(kept) == len(part) {
			return err // it is the disk
		}
		a.Unfit += len(part) - len(kept)
		part = kept
		if _, err = s.commit(changesOf(part)); err != nil {
			return err
		}
	}
	for _, in := range part {
		a.count(in.is)
	}
	return nil
}

func changesOf(part []intake) []change {
	var changes []change
	for _, in := range part {
		changes = append(changes, in.changes...)
	}
	return changes
}

func (s *Store) canKeep(in intake) bool {
	for _, c := range in.changes {
		c.note.Revision = c.before.note.Revision + 1
		if _, _, err := s.encode(c, 1); err != nil {
			return false
		}
	}
	return true
}

// atOnce is how many notes are written in one go, so that a long import needs no memory for all of it.
const atOnce = 5000

func parts(list []intake) [][]intake { return slices.Collect(slices.Chunk(list, atOnce)) }

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
	return change{op: opPut, note: f.Note, before: &before}
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
	id, old := s.copyOf(n)
	switch n.ID = id; {
	case old == nil:
		old = &version{anno: anno}
	case op == opDelete || !old.deleted:
		return nil
	}
	if op == opDelete {
		n.Modified = moment(s.now())
	}
	return []change{{op: op, note: n, before: old}}
}

// Annotations returns the annotations of some notes, in the order asked for; nil asks for all notes, the oldest first.
// They say all that is known of the notes, also what other programs wrote.
func (s *Store) Annotations(ids []model.NoteID) []jsontext.Value {
	list, _ := s.AnnotationsWith(nil, ids)
	return list
}

// AnnotationsWith is Annotations of notes of which some could not be saved yet: those stand for the ones that are saved.
func (s *Store) AnnotationsWith(unsaved []model.Note, ids []model.NoteID) ([]jsontext.Value, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	notes := map[model.NoteID]*version{}
	for id, v := range s.latest {
		if !v.deleted {
			notes[id] = v
		}
	}
	for _, n := range unsaved {
		v := &version{note: annotation.Clean(n)}
		if old := s.latest[n.ID]; old != nil {
			v.anno = old.anno
		}
		var err error
		if v.anno, err = annotation.Write(v.anno, v.note, s.dataset); err != nil {
			return nil, err
		}
		notes[n.ID] = v
	}
	if ids == nil {
		ids = slices.SortedFunc(maps.Keys(notes), func(a, b model.NoteID) int {
			return cmp.Or(notes[a].note.Created.Compare(notes[b].note.Created), cmp.Compare(a, b))
		})
	}
	var list []jsontext.Value
	for _, id := range ids {
		if v := notes[id]; v != nil {
			list = append(list, v.anno)
		}
	}
	return list, nil
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
