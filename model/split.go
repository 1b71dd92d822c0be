package model

import (
	"cmp"
	"slices"
	"sync"
)

// Split is what was carried out of a kind, parted in two ways that each count every exchange once: by the labels that the
// exchanges have, and into military and civilians. No part is ever guessed from the other way of parting.
type Split struct {
	Kind   KindID
	Labels []Labelled         // one per exact set of labels that occurs; the exchanges without a label last
	Troops map[SideID]Service // of the exchanges with a count
}

// Labelled is what was carried out under one exact set of labels: an exchange with two labels is under the set of both,
// and not under either alone.
type Labelled struct {
	Categories []CategoryID // in the order of the file; none for exchanges without a label
	Carried    map[SideID]Carried
	By         map[SideID][]Reporter // those whose counts are summed, each once
}

// Service parts the published counts of one side into military, civilians, and those that are not split. A count is split
// only where the claim that sets it names both.
type Service struct {
	Military, Civilians, NotSplit int
	Split                         []*Exchange // counted as military and civilians
	Unsplit                       []*Exchange // counted as not split
	SplitBy, UnsplitBy            []Reporter  // those whose counts they are, each once
	// Contested are those of both that claims part in more than one way.
	Contested []*Exchange
}

// HasCategories reports whether anything of a kind can be parted: an exchange has a label, or a claim names military and
// civilians.
func (ds *Dataset) HasCategories(kind KindID) bool { return ds.parted[kind] }

func (e *Exchange) namesService() bool {
	for _, f := range e.To {
		if slices.ContainsFunc(f.Claims, func(c Claim) bool { return c.Military != nil && c.Civilians != nil }) {
			return true
		}
	}
	return false
}

// LabelSets lists every exact set of labels that exchanges of a kind have, as [Split] orders them. The caller must not
// change it.
func (ds *Dataset) LabelSets(kind KindID) [][]CategoryID { return ds.shares.of(ds, kind).labels }

// Split parts what was carried out of a kind in the exchanges that counts selects; nil selects all. The first question
// about a kind takes time in proportion to the exchanges of the dataset; what each of them adds is kept, so that the next
// ones only add up.
func (ds *Dataset) Split(kind KindID, counts func(*Exchange) bool) Split {
	all := ds.shares.of(ds, kind)
	sides := len(ds.facts.Sides)
	sums := splitSums{
		shares: all, sides: sides, occurs: make([]bool, len(all.labels)), has: make([]bool, len(all.labels)*sides),
		carried: make([]Carried, len(all.labels)*sides), by: make([]reporterSet, len(all.labels)*sides),
		troops: make([]Service, sides), splitBy: make([]reporterSet, sides), unsplitBy: make([]reporterSet, sides),
	}
	var last *Exchange
	isCounted := true
	for i := range all.list {
		s := &all.list[i]
		if counts != nil && s.exchange != last {
			last, isCounted = s.exchange, counts(s.exchange)
		}
		if isCounted {
			sums.add(s)
		}
	}
	return sums.split(ds, kind)
}

// share is what one side received in an exchange, as it is counted in a part.
type share struct {
	exchange         *Exchange
	labels           int32 // the place of their set
	side             int32 // its place in the file; noSide for an exchange that no side received in
	by               int32 // the place of those whose count it is
	isKnown          bool
	isContested      bool
	value, low, high int      // where isKnown
	parted           *service // nil where it is not split
}

const noSide = -1

// sharesOfKind are the shares of all exchanges of a kind, by date.
type sharesOfKind struct {
	list      []share
	labels    [][]CategoryID // every set that occurs, in the order shown
	reporters [][]Reporter   // that shares are counted by, each list once
}

// shareIndex keeps the shares of the kinds that were asked for.
type shareIndex struct {
	sync.Mutex
	byKind map[KindID]*sharesOfKind
}

func (i *shareIndex) of(ds *Dataset, kind KindID) *sharesOfKind {
	i.Lock()
	defer i.Unlock()
	s := i.byKind[kind]
	if s == nil {
		s = ds.sharesOf(kind)
		if i.byKind == nil {
			i.byKind = map[KindID]*sharesOfKind{}
		}
		i.byKind[kind] = s
	}
	return s
}

func (ds *Dataset) sharesOf(kind KindID) *sharesOfKind {
	s := &sharesOfKind{}
	for _, e := range ds.exchanges {
		if e.Kind != kind {
			continue
		}
		labels, has := place(&s.labels, ds.labelsOf(e)), false
		for i := range ds.facts.Sides {
			if f, receives := e.To[ds.facts.Sides[i].ID]; receives {
				s.add(share{exchange: e, labels: labels, side: int32(i)}, f, ds.facts.Sides[i].ID)
				has = true
			}
		}
		if !has {
			s.list = append(s.list, share{exchange: e, labels: labels, side: noSide})
		}
	}
	s.order(ds)
	return s
}

// order puts the sets of labels into the order in which they are shown.
func (s *sharesOfKind) order(ds *Dataset) {
	found := s.labels
	s.labels = slices.SortedStableFunc(slices.Values(found), ds.compareLabels)
	places := make([]int32, len(found))
	for i, labels := range found {
		places[i] = place(&s.labels, labels)
	}
	for i := range s.list {
		s.list[i].labels = places[s.list[i].labels]
	}
}

// place is the place of a list among lists, at the end if it was not there.
func place[T comparable](lists *[][]T, list []T) int32 {
	at := slices.IndexFunc(*lists, func(l []T) bool { return slices.Equal(l, list) })
	if at < 0 {
		at = len(*lists)
		*lists = append(*lists, list)
	}
	return int32(at)
}

// add adds a share of a figure, see [Figure.Received].
func (s *sharesOfKind) add(of share, f Figure, side SideID) {
	if a := f.Received(side); a.State == Known {
		of.isKnown, of.value = true, a.Value
		of.low, of.high, _ = f.Range()
		of.by = place(&s.reporters, a.By)
		own, every := splitsOf(a.Claims, a.Value), splitsOf(f.Claims, a.Value)
		of.isContested = len(every) > 1
		if len(own) == 1 {
			of.parted = &own[0]
		}
	}
	s.list = append(s.list, of)
}

// splitSums adds shares up, by the places of sets of labels and of sides.
type splitSums struct {
	shares  *sharesOfKind
	sides   int
	occurs  []bool // by set
	has     []bool // by set and side, as carried and by
	carried []Carried
	by      []reporterSet

	troops             []Service // by side
	splitBy, unsplitBy []reporterSet
}

func (s *splitSums) add(of *share) {
	s.occurs[of.labels] = true
	if of.side == noSide {
		return
	}
	at := int(of.labels)*s.sides + int(of.side)
	s.has[at] = true
	if !of.isKnown {
		s.carried[at].Uncounted = append(s.carried[at].Uncounted, of.exchange)
		return
	}
	s.carried[at].addCount(of.exchange, of.value, of.low, of.high)
	s.by[at].add(of.by, s.shares)
	t := &s.troops[of.side]
	if of.isContested {
		t.Contested = append(t.Contested, of.exchange)
	}
	if of.parted == nil {
		t.NotSplit += of.value
		t.Unsplit = append(t.Unsplit, of.exchange)
		s.unsplitBy[of.side].add(of.by, s.shares)
		return
	}
	t.Military, t.Civilians = t.Military+of.parted.military, t.Civilians+of.parted.civilians
	t.Split = append(t.Split, of.exchange)
	s.splitBy[of.side].add(of.by, s.shares)
}

func (s *splitSums) split(ds *Dataset, kind KindID) Split {
	split := Split{Kind: kind, Troops: map[SideID]Service{}}
	for i, labels := range s.shares.labels {
		if !s.occurs[i] {
			continue
		}
		l := Labelled{Categories: labels, Carried: map[SideID]Carried{}, By: map[SideID][]Reporter{}}
		for j, side := range ds.facts.Sides {
			if at := i*s.sides + j; s.has[at] {
				l.Carried[side.ID], l.By[side.ID] = s.carried[at], s.by[at].list
			}
		}
		split.Labels = append(split.Labels, l)
	}
	for i, side := range ds.facts.Sides {
		if t := s.troops[i]; len(t.Split)+len(t.Unsplit) > 0 {
			t.SplitBy, t.UnsplitBy = s.splitBy[i].list, s.unsplitBy[i].list
			split.Troops[side.ID] = t
		}
	}
	return split
}

// reporterSet gathers reporters, each once.
type reporterSet struct {
	list []Reporter
	seen []bool // lists of reporters, by their place
}

func (r *reporterSet) add(at int32, of *sharesOfKind) {
	if r.seen == nil {
		r.seen = make([]bool, len(of.reporters))
	}
	if r.seen[at] {
		return
	}
	r.seen[at] = true
	for _, by := range of.reporters[at] {
		r.list = appendReporter(r.list, by)
	}
}

// labelsOf are the labels of an exchange, each once, in the order of the file.
func (ds *Dataset) labelsOf(e *Exchange) []CategoryID {
	labels := distinct(e.Categories)
	slices.SortFunc(labels, func(a, b CategoryID) int { return ds.compareLabels([]CategoryID{a}, []CategoryID{b}) })
	return labels
}

// compareLabels orders sets of labels as the file orders categories; a set comes before those that go on from it, and the
// set of none comes last.
func (ds *Dataset) compareLabels(a, b []CategoryID) int {
	if len(a) == 0 || len(b) == 0 {
		return cmp.Compare(len(b), len(a))
	}
	return slices.CompareFunc(a, b, func(x, y CategoryID) int {
		return cmp.Or(cmp.Compare(ds.categoryPlace(x), ds.categoryPlace(y)), cmp.Compare(x, y))
	})
}

func (ds *Dataset) categoryPlace(id CategoryID) int {
	return slices.IndexFunc(ds.facts.Categories, func(c Category) bool { return c.ID == id })
}

// service is one way to part a number.
type service struct{ military, civilians int }

// splitsOf are the distinct ways in which claims part a number; claims that name one part only are none.
func splitsOf(claims []Claim, n int) []service {
	var ways []service
	for _, c := range claims {
		if c.Military == nil || c.Civilians == nil || !c.counts() || *c.Military+*c.Civilians != n {
			continue
		}
		ways = append(ways, service{*c.Military, *c.Civilians})
	}
	return distinct(ways)
}
