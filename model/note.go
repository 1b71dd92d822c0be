package model

import (
	"errors"
	"slices"
	"time"
)

// ErrNoFolder says that the folder that the reader chose for their notes is not there: its disk may not be connected.
var ErrNoFolder = errors.New("the folder that was chosen for notes is not there")

// ErrNewer says that a note was changed by a newer version of Parley, which this one would write over unread.
var ErrNewer = errors.New("a newer version of Parley has changed the note")

// NoteID names a note.
type NoteID string

// Note is what the reader wrote, tied to one item. It is kept on this computer only.
type Note struct {
	ID        NoteID
	Item      Item
	About     string          // what the item was called when the note was written: shown when the item is gone
	Passage   Passage         // the words of the item's text that the note is on; zero: it is on the whole item
	Judgement ReaderJudgement // the reader's own, of two documents on the topic that the note is on; Text is the reason
	Text      string          // Markdown
	Tags      []string
	Pinned    bool    // listed before the others
	Edition   Edition // of the data that the reader last saw the item in; zero where that is not known
	Created   time.Time
	Modified  time.Time
	Revision  int
}

// ReaderJudgement is what the reader holds of two documents on a topic, beside the judgement of the dataset. The topic is
// the item of the note. The zero value is none.
type ReaderJudgement struct {
	Left, Right DocumentID
	Judgement   Judgement
}

// IsZero reports whether there is no judgement.
func (j ReaderJudgement) IsZero() bool { return j == ReaderJudgement{} }

// Of reports whether j is on two documents, in either order.
func (j ReaderJudgement) Of(left, right DocumentID) bool {
	return !j.IsZero() && (j.Left == left && j.Right == right || j.Left == right && j.Right == left)
}

// Edition says which version of the data a note was written on.
type Edition struct {
	Version string // of the dataset
	Created string // the day on which that version was made, "2026-11-22"; empty where it is not known to the day
	Figures string // a digest of what the item's figures were; empty for an item without figures
}

// IsZero reports whether nothing is known of the version.
func (e Edition) IsZero() bool { return e == Edition{} }

// SaysSame reports whether two notes say the same of the same thing. Their times and revisions may differ.
func (n Note) SaysSame(other Note) bool {
	return n.ID == other.ID && n.Item == other.Item && n.About == other.About && n.Passage == other.Passage &&
		n.Judgement == other.Judgement && n.Text == other.Text && slices.Equal(n.Tags, other.Tags) &&
		n.Pinned == other.Pinned && n.Edition == other.Edition
}
