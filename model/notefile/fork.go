package notefile

import (
	"fmt"
	"hash/crc32"
	"slices"

	"parley/model"
	"parley/model/annotation"
)

// mark names a version of a note, whatever line it stands in. The zero mark is none.
type mark struct {
	rev int
	crc uint32 // of the annotation
}

func (m mark) String() string {
	if m == (mark{}) {
		return ""
	}
	return fmt.Sprintf("%d-%08x", m.rev, m.crc)
}

// parseMark is the inverse of String; what is no mark names none.
func parseMark(s string) (m mark) {
	if _, err := fmt.Sscanf(s, "%d-%08x", &m.rev, &m.crc); err != nil || m.String() != s {
		return mark{}
	}
	return m
}

// ancestry is what is known of the versions of a note that are not shown.
type ancestry struct {
	links  []link
	losers []*version // those that another computer may not have seen when it wrote the one that is shown
}

// link is a version, the one that it followed, and a digest of what the reader wrote in it.
type link struct {
	of, was mark
	says    uint32
}

func linkOf(v *version) link { return link{v.mark, v.was, digest(v.note)} }

// digest is the same for two versions of a note in which the reader wrote the same.
func digest(n model.Note) uint32 {
	sum := crc32.Checksum([]byte(n.Text), castagnoli)
	return crc32.Update(sum, castagnoli, fmt.Appendf(nil, "%q %q %q %q", n.Item, n.Tags, n.Passage.Quote, n.Judgement))
}

// follow puts a version in its place among those of its note. It reports whether somebody may have lost by that.
func (s *Store) follow(v *version) (isDoubtful bool) {
	id := v.note.ID
	old := s.latest[id]
	if old == nil || old.mark == v.mark {
		if old == nil || v.supersedes(old) {
			s.latest[id] = v
		}
		return false
	}
	a := s.past[id]
	if a == nil {
		a = &ancestry{}
		s.past[id] = a
	}
	if v.was == old.mark && v.supersedes(old) {
		a.links = append(a.links, linkOf(old))
		s.latest[id] = v
		return len(a.losers) > 0
	}
	if slices.ContainsFunc(a.links, func(l link) bool { return l.of == v.mark }) {
		return false // it was read before
	}
	loser := v
	if v.supersedes(old) {
		s.latest[id] = v
		loser = old
	}
	a.links = append(a.links, linkOf(loser))
	if !loser.deleted && loser.was != (mark{}) {
		a.losers = append(a.losers, loser)
	}
	return true
}

// findForks looks which versions of a note were overwritten by who had not seen them.
func (s *Store) findForks(id model.NoteID) {
	a, top := s.past[id], s.latest[id]
	was := map[mark]mark{top.mark: top.was}
	followed := map[mark]bool{top.was: true}
	said := map[mark]uint32{}
	for _, l := range a.links {
		was[l.of] = l.was
		followed[l.was] = true
		said[l.of] = l.says
	}
	a.losers = slices.DeleteFunc(a.losers, func(v *version) bool {
		if followed[v.mark] {
			return true // who wrote the next one had seen it
		}
		is := kinship(was, top.mark, v.mark)
		before, known := said[v.was]
		isMarkOnly := known && before == digest(v.note) // a pin, say
		if is == fork && !isMarkOnly && !saysAsMuch(v.note, top.note) {
			s.forks = append(s.forks, v)
		}
		return is != unknown
	})
}

type kin int

const (
	unknown kin = iota // the versions in between are not known: they were written down no more, or have not come yet
	ancestor
	fork
)

// kinship looks for a version among those that led to the one that is shown. Revisions rise, so that of one revision there
// is one ancestor only.
func kinship(was map[mark]mark, from, to mark) kin {
	for m := from; m != (mark{}); {
		if m == to {
			return ancestor
		}
		if m.rev <= to.rev {
			return fork
		}
		before, known := was[m]
		if !known {
			return unknown
		}
		m = before
	}
	return unknown
}

// saysAsMuch reports whether nothing of what the reader wrote in a note is missing from another one.
func saysAsMuch(lost, shown model.Note) bool {
	lost.Pinned = shown.Pinned
	return saysSame(lost, shown)
}

// keepForks makes notes of their own out of what another computer overwrote without having seen it. They have the same
// names on every computer, so that each is made once. The caller holds the lock.
func (s *Store) keepForks() error {
	var changes []change
	for _, v := range s.forks {
		n := v.note
		n.ID = model.NoteID(annotation.Named("fork", string(n.ID), v.mark.String()))
		if s.latest[n.ID] == nil {
			changes = append(changes, change{op: opPut, note: n, before: &version{anno: v.anno}})
		}
	}
	forks := s.forks
	s.forks = nil
	_, err := s.commit(changes)
	if err != nil {
		s.forks = forks
	}
	return err
}

func markOf(rev int, anno []byte) mark { return mark{rev, crc32.Checksum(anno, castagnoli)} }
