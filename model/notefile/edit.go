package notefile

import (
	"slices"

	"parley/model"
)

// Edit is a note as the reader left it, beside the version that they saw before they changed it: the zero Note where they
// saw none. What others wrote since then is not overwritten unseen.
type Edit struct {
	Note, Seen model.Note
}

// Onto makes the reader's changes to another version of the note: what they left alone is as it stands there. It reports
// a clash where both have changed the same; the reader's is taken.
func (e Edit) Onto(latest model.Note) (n model.Note, clash bool) {
	n = e.Note
	var clashes [4]bool
	n.Text, clashes[0] = changed(e.Seen.Text, e.Note.Text, latest.Text)
	n.Item, clashes[1] = changed(e.Seen.Item, e.Note.Item, latest.Item)
	n.Passage, clashes[2] = changed(e.Seen.Passage, e.Note.Passage, latest.Passage)
	n.Judgement, clashes[3] = changed(e.Seen.Judgement, e.Note.Judgement, latest.Judgement)
	n.About, _ = changed(e.Seen.About, e.Note.About, latest.About)
	n.Edition, _ = changed(e.Seen.Edition, e.Note.Edition, latest.Edition)
	n.Pinned, _ = changed(e.Seen.Pinned, e.Note.Pinned, latest.Pinned)
	n.Tags = changedTags(e.Seen.Tags, e.Note.Tags, latest.Tags)
	return n, slices.Contains(clashes[:], true)
}

// changed returns what becomes of a part of a note of which others may have another version.
func changed[T comparable](seen, left, latest T) (_ T, clash bool) {
	if left == seen {
		return latest, false
	}
	return left, latest != seen && latest != left
}

// changedTags adds and takes away what the others have.
func changedTags(seen, left, latest []string) []string {
	var tags []string
	for _, tag := range left {
		if slices.Contains(latest, tag) || !slices.Contains(seen, tag) {
			tags = append(tags, tag)
		}
	}
	for _, tag := range latest {
		if !slices.Contains(seen, tag) && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}
