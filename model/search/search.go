// Package search finds the items of a dataset, and the reader's notes, by the words in them. It knows no window: what items
// are called in the reader's language is told to it.
package search

import (
	"slices"

	"parley/model"
	"parley/model/fold"
)

// Entry is an item or a note as it is listed when it is found.
type Entry struct {
	Item model.Item   // that it is, or that the note is on
	Note model.NoteID // empty for an item
	Name string       // what it is called
	Line string       // a few more words on it: a date, a status
}

// entry is an Entry with the texts that it is found by.
type entry struct {
	Entry
	name, line string // folded
	texts      []text
	source     string // of a note: what it was made from
}

// text is one of the texts of an item, as it is read and folded.
type text struct{ read, folded string }

// Index holds all that can be found. It never changes, so it may be searched from any goroutine.
type Index struct {
	groups []group // by kind, in the order of [model.ItemKinds]
	notes  []*entry
	byNote map[model.NoteID]*entry
}

type group struct {
	kind    model.ItemKind
	entries []*entry
}

// Say tells what an item is called and, in a few more words, what matters of it.
type Say func(model.Item) (name, line string)

// New indexes the items of a dataset in all languages that their texts are in; where several have what is searched for, that
// of the reader is shown.
func New(ds *model.Dataset, lang string, say Say) *Index {
	x := &Index{}
	for _, kind := range model.ItemKinds() {
		g := group{kind: kind}
		for _, t := range things(ds, kind) {
			item := model.Item{Kind: kind, ID: t.id}
			e := &entry{Entry: Entry{Item: item}}
			e.Name, e.Line = say(item)
			e.fold(t.texts(ds, lang))
			g.entries = append(g.entries, e)
		}
		x.groups = append(x.groups, g)
	}
	return x
}

// fold makes an entry ready to be searched. Texts that say nothing new are left out.
func (e *entry) fold(texts []string) {
	e.name, e.line = fold.String(e.Name), fold.String(e.Line)
	seen := map[string]bool{"": true, e.name: true, e.line: true}
	for _, read := range texts {
		if folded := fold.String(read); !seen[folded] {
			seen[folded] = true
			e.texts = append(e.texts, text{read, folded})
		}
	}
	e.texts = slices.Clip(e.texts)
}

// With is the index with notes in the place of those that it had. What did not change is not folded again.
func (x *Index) With(notes []model.Note, say Say) *Index {
	next := &Index{groups: x.groups, byNote: make(map[model.NoteID]*entry, len(notes))}
	for _, n := range notes {
		e := noteEntry(n, x.byNote[n.ID], say)
		next.notes = append(next.notes, e)
		next.byNote[n.ID] = e
	}
	return next
}

// noteEntry is the entry of a note: its first line, and what it is on.
func noteEntry(n model.Note, before *entry, say Say) *entry {
	on, _ := say(n.Item)
	if on == "" {
		on = n.About
	}
	name, source := firstLine(n.Text), sourceOf(n, on)
	if before != nil && before.source == source && before.Item == n.Item {
		return before
	}
	e := &entry{Entry: Entry{Item: n.Item, Note: n.ID, Name: name, Line: on}, source: source}
	e.fold(append([]string{n.Text, n.About}, n.Tags...))
	return e
}

// Len is the number of items and notes.
func (x *Index) Len() int {
	n := len(x.notes)
	for _, g := range x.groups {
		n += len(g.entries)
	}
	return n
}

// Hit is something that was found. Text is a text that has words which neither name nor line have; empty where there are
// none.
type Hit struct {
	*Entry
	Text string
}

// Group is what was found of one kind, the best first; the kind of notes is [Notes].
type Group struct {
	Kind model.ItemKind
	Hits []Hit
}

// Notes stands for the kind of notes, which are no items.
const Notes model.ItemKind = "note"

// Find lists what has all of the words, by kind; kinds of which something is called as was typed come first. No words find
// nothing.
func (x *Index) Find(words fold.Words) []Group {
	if words.Empty() {
		return nil
	}
	var byName [beginsInName + 1][]Group
	for _, g := range append(slices.Clip(x.groups), group{Notes, x.notes}) {
		if hits, best := g.find(words); len(hits) > 0 {
			best = min(best, beginsInName)
			byName[best] = append(byName[best], Group{g.kind, hits})
		}
	}
	return slices.Concat(byName[:]...)
}

// find lists the hits of a group and says how well the first fits: those by name come first, and of these the ones that are
// called as was typed, and then those whose words begin as what was typed does.
func (g group) find(words fold.Words) ([]Hit, int) {
	var ranked [ranks][]Hit
	n, best := 0, ranks
	for _, e := range g.entries {
		if rank, at := e.rank(words); rank < ranks {
			hit := Hit{Entry: &e.Entry}
			if at >= 0 {
				hit.Text = e.texts[at].read
			}
			ranked[rank] = append(ranked[rank], hit)
			n++
			best = min(best, rank)
		}
	}
	hits := make([]Hit, 0, n)
	for _, list := range ranked {
		hits = append(hits, list...)
	}
	return hits, best
}

// Ranks of what is found, the best first.
const (
	isName        = iota
	isWholeInName // as whole words in the order that was typed
	beginsInName
	isInName
	isInLine
	isInText
	ranks // and not found
)

// rank says how well an entry fits, and which of its texts has the first word that its name and line lack; -1 for none.
func (e *entry) rank(words fold.Words) (rank, at int) {
	rank, at = beginsInName, -1
	for i := range words {
		word := words[i : i+1]
		switch {
		case word.In(e.name):
			if rank < isInName && !word.Begin(e.name) {
				rank = isInName
			}
		case word.In(e.line):
			rank = max(rank, isInLine)
		default:
			place := slices.IndexFunc(e.texts, func(t text) bool { return word.In(t.folded) })
			if place < 0 {
				return ranks, -1
			}
			rank = isInText
			if at < 0 {
				at = place
			}
		}
	}
	if rank == beginsInName {
		rank = e.rankOfName(words)
	}
	return rank, at
}

// rankOfName is the rank of an entry whose name has words that begin as those that were typed.
func (e *entry) rankOfName(words fold.Words) int {
	switch holds, equals := words.Whole(e.name); {
	case equals:
		return isName
	case holds:
		return isWholeInName
	}
	return beginsInName
}
