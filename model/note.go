package model

import "time"

// NoteID names a note.
type NoteID string

// Note is what the reader wrote, tied to one item. It is kept on this computer only.
type Note struct {
	ID       NoteID
	Item     Item
	About    string // what the item was called when the note was written: shown when the item is gone
	Text     string // Markdown
	Tags     []string
	Created  time.Time
	Modified time.Time
	Revision int
}
