package notefile

import (
	"cmp"
	"fmt"
	"slices"

	"parley/model/annotation"
)

// Holdings are all that a Store holds: notes as they are known, deleted ones too.
type Holdings struct{ versions []*version }

// TakeOver takes in all that another Store holds, so that this one can be used instead of it: the notes, of which the newer
// ones stay where they differ, and the deleted ones. No revision is lower than it was: who changes a note here that they saw
// there is known to have seen that.
func (s *Store) TakeOver(h Holdings) error {
	s.saving.Lock()
	defer s.saving.Unlock()
	if err := s.takeOver(h.versions); err != nil {
		return s.failure("take over notes", err)
	}
	return nil
}

// Holdings returns all that the Store holds.
func (s *Store) Holdings() Holdings {
	s.mu.RLock()
	defer s.mu.RUnlock()
	var list []*version
	for _, v := range s.latest {
		list = append(list, v)
	}
	slices.SortFunc(list, func(a, b *version) int {
		return cmp.Or(a.note.Created.Compare(b.note.Created), cmp.Compare(a.note.ID, b.note.ID))
	})
	return Holdings{list}
}

func (s *Store) takeOver(versions []*version) error {
	var live []annotation.Found
	for _, v := range versions {
		if !v.deleted {
			live = append(live, annotation.Found{Note: v.note, Dataset: s.dataset, Raw: v.anno})
		}
	}
	a, err := s.take(live, Newer)
	if err == nil && a.Unfit > 0 {
		err = fmt.Errorf("%d of them cannot be kept", a.Unfit)
	}
	if err != nil {
		return err
	}
	unlock, err := s.begin()
	if err != nil {
		return err
	}
	defer unlock()
	var changes []change
	for _, v := range versions {
		if v.deleted {
			changes = append(changes, s.bin(v)...)
		} else {
			changes = append(changes, s.raise(v)...)
		}
	}
	for part := range slices.Chunk(changes, atOnce) {
		if _, err := s.commit(part); err != nil {
			return err
		}
	}
	return nil
}

// bin puts a deleted note among those that were deleted here.
func (s *Store) bin(v *version) []change {
	switch here := s.latest[v.note.ID]; {
	case here == nil:
		return []change{{op: opDelete, note: v.note, before: from(v, v.note.Revision)}}
	case saysSame(here.note, v.note):
		return nil
	}
	return s.beside(v.note, v.anno, opDelete)
}

// raise gives a note here a revision that is not below the one that it had, and is above where it says something else.
func (s *Store) raise(v *version) []change {
	here := s.latest[v.note.ID]
	if here == nil || here.deleted {
		return nil
	}
	least := v.note.Revision
	if !saysSame(here.note, v.note) {
		least++
	}
	if here.note.Revision >= least {
		return nil
	}
	return []change{{op: opPut, note: here.note, before: from(here, least)}}
}

// from is what comes before a version that is to have a revision.
func from(v *version, revision int) *version {
	before := version{anno: v.anno}
	before.note.Revision = revision - 1
	return &before
}
