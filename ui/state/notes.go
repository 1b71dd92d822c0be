package state

import "parley/model"

// NotesView is which notes the page Notes lists, and in which order. The zero value lists all, the one changed last first.
type NotesView struct {
	Search string         // only notes with these words
	Kind   model.ItemKind // only notes on items of this kind; empty for any
	Tag    string         // only notes with this tag; empty for any
	Days   int            // only notes that were changed in so many days; 0 for any time
	Which  WhichNotes
	Sort   NotesSort
}

// WhichNotes tells notes apart by what is special about them.
type WhichNotes string

// What the page Notes can be narrowed to.
const (
	EveryNote     WhichNotes = ""
	PinnedNotes   WhichNotes = "pinned"
	OrphanedNotes WhichNotes = "orphaned" // whose item is gone
	OutdatedNotes WhichNotes = "outdated" // whose item's figures changed
	DeletedNotes  WhichNotes = "deleted"  // instead of those that are not
)

// EachWhich lists them in the order in which they are offered.
func EachWhich() []WhichNotes {
	return []WhichNotes{EveryNote, PinnedNotes, OrphanedNotes, OutdatedNotes, DeletedNotes}
}

// NotesSort is an order of notes. Those that are pinned come first in each.
type NotesSort string

// The orders of notes.
const (
	ByChange   NotesSort = ""        // the one changed last first
	ByCreation NotesSort = "created" // the newest first
	ByItem     NotesSort = "item"    // as their items stand in the dataset
)

// NotesSorts lists them in the order in which they are offered.
func NotesSorts() []NotesSort { return []NotesSort{ByChange, ByCreation, ByItem} }

// IsFiltered reports whether notes are left out for another reason than the words that are searched for.
func (v NotesView) IsFiltered() bool { return v != NotesView{Search: v.Search, Sort: v.Sort} }

// Unfiltered is the view of all notes, in the same order.
func (v NotesView) Unfiltered() NotesView { return NotesView{Sort: v.Sort} }
