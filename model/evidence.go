package model

import (
	"slices"
	"sync"
	"unsafe"
)

// Evidence is which publications stand behind what was received in the exchanges. Publications are named by their places,
// so that those behind a number of a hundred thousand exchanges can be counted in a moment.
type Evidence struct {
	ds *Dataset

	// The places behind all exchanges, one after the other: of the exchange, then for each side of its claims and of what
	// these are derived from, then of the ties. Ends are where each of these parts ends.
	places []int32
	ends   []uint32
}

// Cited are the places of the publications behind what one side received in an exchange. What is in Exchange is in no
// other list.
type Cited struct {
	Exchange []int32 // that it took place
	Figure   []int32 // the claims, and the people handed over besides
	Derived  []int32 // what a figure was derived from
	Ties     []int32 // to rounds, events and pledges
}

// Evidence returns what stands behind the exchanges. The first question takes time in proportion to the dataset; the answer
// is kept.
func (ds *Dataset) Evidence() *Evidence {
	ds.evidence.once.Do(func() { ds.evidence.of = ds.gatherEvidence() })
	return ds.evidence.of
}

type evidenceIndex struct {
	once sync.Once
	of   *Evidence
}

func (ds *Dataset) gatherEvidence() *Evidence {
	v := &Evidence{
		ds:     ds,
		places: make([]int32, 0, 4*len(ds.facts.Exchanges)),
		ends:   make([]uint32, 0, partsOf(ds)*len(ds.facts.Exchanges)+1),
	}
	v.end()
	for i := range ds.facts.Exchanges {
		v.exchange(&ds.facts.Exchanges[i])
	}
	return v
}

// partsOf is into how many parts the places behind an exchange are divided.
func partsOf(ds *Dataset) int { return 2 + 2*len(ds.facts.Sides) }

func (v *Evidence) end() { v.ends = append(v.ends, uint32(len(v.places))) }

func (v *Evidence) exchange(e *Exchange) {
	start := len(v.places)
	v.add(e.Sources, nil)
	own := v.places[start:]
	v.end()
	for i := range v.ds.facts.Sides {
		f := e.To[v.ds.facts.Sides[i].ID]
		for j := range f.Claims {
			v.add(f.Claims[j].Sources, own)
		}
		for j := range f.Additional {
			v.add(f.Additional[j].Sources, own)
		}
		v.end()
		if f.Derived != nil {
			v.add(f.Derived.Sources, own)
		}
		v.end()
	}
	for i := range e.Ties {
		v.add(e.Ties[i].Sources, own)
	}
	v.end()
}

// add adds the places of publications, but for those that stand there already.
func (v *Evidence) add(ids []SourceID, there []int32) {
	for _, id := range ids {
		if at, ok := placeIn(v.ds.facts.Sources, v.ds.source[id]); ok && !slices.Contains(there, int32(at)) {
			v.places = append(v.places, int32(at))
		}
	}
}

// Sources are the publications by their places. The caller must not change them.
func (v *Evidence) Sources() []Source { return v.ds.facts.Sources }

// Place is the place of a publication of the dataset.
func (v *Evidence) Place(s *Source) int32 {
	at, _ := placeIn(v.ds.facts.Sources, s)
	return int32(at)
}

// Behind returns what stands behind what a side received in an exchange of the dataset; side is its place among those of
// the file. The caller must not change the lists.
func (v *Evidence) Behind(e *Exchange, side int) Cited {
	at, ok := placeIn(v.ds.facts.Exchanges, e)
	if !ok {
		return Cited{}
	}
	parts := partsOf(v.ds)
	ends := v.ends[at*parts : (at+1)*parts+1]
	return Cited{
		Exchange: v.places[ends[0]:ends[1]],
		Figure:   v.places[ends[1+2*side]:ends[2+2*side]],
		Derived:  v.places[ends[2+2*side]:ends[3+2*side]],
		Ties:     v.places[ends[parts-1]:ends[parts]],
	}
}

// placeIn is the place of an element of a list. It is found by the address: a map of a hundred thousand took as long as all
// else that is asked of an exchange.
func placeIn[T any](list []T, element *T) (at int, ok bool) {
	i := (uintptr(unsafe.Pointer(element)) - uintptr(unsafe.Pointer(unsafe.SliceData(list)))) / unsafe.Sizeof(*element)
	if i >= uintptr(len(list)) || &list[i] != element {
		return 0, false
	}
	return int(i), true
}
