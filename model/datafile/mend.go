package datafile

import (
	"bytes"
	"slices"

	"parley/model"
)

// mending is what the walk puts down so that faults between facts can be told as well, though the file has faults of
// shape: which parts to leave out of a copy that can be decoded, and which paths a finding may only follow from.
type mending struct {
	leftOut []span
	gaps    map[string][]int // the places of elements that are left out, by the path of their list
	spoilt  []path           // where something is amiss
}

// span is a part of the file.
type span struct{ from, to int }

// leaveOut puts down that a member is left out of the copy.
func (m *mending) leaveOut(from, to int) { m.leftOut = append(m.leftOut, span{from, to}) }

// leaveOutElement puts down that an element of a list is left out.
func (m *mending) leaveOutElement(from, to int, at path) {
	m.leaveOut(from, to)
	if m.gaps == nil {
		m.gaps = map[string][]int{}
	}
	list, last := at[:len(at)-1].String(), len(at)-1
	i, _ := at[last].(int)
	m.gaps[list] = append(m.gaps[list], i)
}

// spoil puts down that something is amiss where the walk is.
func (w *walker) spoil() { w.spoilt = append(w.spoilt, slices.Clone(w.path)) }

// spoilMember puts down that not the object where the walk is, but a member is amiss: it is not there.
func (w *walker) spoilMember(name string) {
	last := len(w.spoilt) - 1
	w.spoilt[last] = append(w.spoilt[last], name)
}

// spoilSibling puts down that what stands under a misspelt name is missing under the right one.
func (w *walker) spoilSibling(name string) {
	w.spoilt = append(w.spoilt, append(slices.Clone(w.path[:len(w.path)-1]), any(name)))
}

// mended returns a copy of the file without what is left out. Everything else keeps its offset.
func (m *mending) mended(data []byte) []byte {
	copied := slices.Clone(data)
	for _, s := range m.leftOut {
		for i := s.from; i < s.to; i++ {
			copied[i] = ' '
		}
		if next := skipWhite(copied, s.to); next < len(copied) && copied[next] == ',' {
			copied[next] = ' '
			continue
		}
		if before := len(bytes.TrimRight(copied[:s.from], " \t\r\n")) - 1; before >= 0 && copied[before] == ',' {
			copied[before] = ' '
		}
	}
	return copied
}

// original is the path in the file of what stands at p in the copy, where lists are shorter.
func (m *mending) original(p path) path {
	if len(m.gaps) == 0 {
		return p
	}
	p = slices.Clone(p)
	for at, step := range p {
		i, ok := step.(int)
		if !ok {
			continue
		}
		for _, gap := range m.gaps[p[:at].String()] { // which are in order
			if gap <= i {
				i++
			}
		}
		p[at] = i
	}
	return p
}

// mayOnlyFollow reports whether a finding may be nothing but a consequence of a fault of shape: then mending that one
// mends both. In doubt a finding is left out; it is told as soon as the others are mended.
func (m *mending) mayOnlyFollow(f model.Finding, at path) bool {
	if len(at) == 0 {
		return false
	}
	for _, s := range m.spoilt {
		if begins(at, s) || begins(s, at[:f.Scope]) || f.Missing != "" && mayDefine(s, f.Missing) {
			return true
		}
	}
	return false
}

// begins reports whether p begins with the steps of start.
func begins(p, start path) bool { return len(start) <= len(p) && slices.Equal(p[:len(start)], start) }

// mayDefine reports whether what is amiss at p may be the ID of something that is listed in a member of the file, or
// the whole list under a name that is unknown. The sides are actors, too.
func mayDefine(p path, member string) bool {
	if len(p) == 0 {
		return true
	}
	name, _ := p[0].(string)
	switch {
	case fileShape().find(name) < 0:
		return true
	case name != member && !(member == "actors" && name == "sides"):
		return false
	}
	const inElement = 2
	return len(p) <= inElement || p[inElement] == "id" || p[inElement] == "aliases" || p[inElement] == "formerly"
}
