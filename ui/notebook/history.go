package notebook

import (
	"slices"
	"time"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
	"parley/model/annotation"
	"parley/model/notefile"
)

// Action is what the reader did with notes.
type Action string

// The actions.
const (
	Write   Action = "write"
	Change  Action = "change"
	Delete  Action = "delete"
	Restore Action = "restore" // of deleted notes
	Pin     Action = "pin"
	Unpin   Action = "unpin"
	Tag     Action = "tag"
	Move    Action = "move" // to another item
	See     Action = "see"  // what became of the figures
	Import  Action = "import"
)

// Step is what the reader did last, or can do again.
type Step struct {
	Action Action
	At     time.Time

	changes []change
}

// change is what became of one note: nil is one that is not there.
type change struct {
	id            model.NoteID
	before, after *model.Note
}

// Note returns the note of a step, as it was or as it became.
func (s Step) Note() model.Note {
	c := s.changes[0]
	if c.after != nil {
		return *c.after
	}
	return *c.before
}

// Count is how many notes a step is about.
func (s Step) Count() int { return len(s.changes) }

const (
	mostSteps = 200
	oneSpell  = time.Minute // of typing in one note
)

// remember puts a step on the list of those that can be undone.
func (nb *Notebook) remember(s Step) {
	if len(s.changes) == 0 {
		return
	}
	s.At = time.Now()
	nb.redo = nil
	nb.undo = append(nb.undo, s)
	if len(nb.undo) > mostSteps {
		nb.undo = slices.Delete(nb.undo, 0, len(nb.undo)-mostSteps)
	}
}

// typed remembers that a note is being typed in. What is typed in one go is one step.
func (nb *Notebook) typed(n model.Note) {
	before, known := nb.Note(n.ID)
	if len(nb.undo) > 0 {
		top := &nb.undo[len(nb.undo)-1]
		isTyping := top.Action == Write || top.Action == Change
		c := &top.changes[0]
		isOurs := c.after != nil && says(before, *c.after) // and nobody has written in it since
		if isTyping && isOurs && c.id == n.ID && time.Since(top.At) < oneSpell && len(nb.redo) == 0 {
			c.after, top.At = &n, time.Now()
			return
		}
	}
	s := Step{Action: Write, changes: []change{{id: n.ID, after: &n}}}
	if known {
		s.Action, s.changes[0].before = Change, &before
	}
	nb.remember(s)
}

// CanUndo returns the step that Undo would undo.
func (nb *Notebook) CanUndo() (Step, bool) { return last(nb.undo) }

// CanRedo returns the step that Redo would do again.
func (nb *Notebook) CanRedo() (Step, bool) { return last(nb.redo) }

func last(steps []Step) (Step, bool) {
	if len(steps) == 0 {
		return Step{}, false
	}
	return steps[len(steps)-1], true
}

// Undo makes the notes of the last step what they were before it, and calls done when that is on the disk, or with the
// reason why it is not. A note that was changed since then stays as it is.
func (nb *Notebook) Undo(done func(error)) {
	if s, ok := last(nb.undo); ok {
		nb.undo = nb.undo[:len(nb.undo)-1]
		nb.turn(s, true, &nb.redo, &nb.undo, done)
	}
}

// Redo does the step again that was undone last.
func (nb *Notebook) Redo(done func(error)) {
	if s, ok := last(nb.redo); ok {
		nb.redo = nb.redo[:len(nb.redo)-1]
		nb.turn(s, false, &nb.undo, &nb.redo, done)
	}
}

// turn makes notes what they were before a step, or after it. The step goes on one list; on the other, from which it came,
// when it failed.
func (nb *Notebook) turn(s Step, back bool, to, from *[]Step, done func(error)) {
	var edits []notefile.Edit
	var deletes []model.NoteID
	for _, c := range s.changes {
		was, becomes := c.before, c.after
		if back {
			was, becomes = c.after, c.before
		}
		now, isThere := nb.Note(c.id)
		switch {
		case isThere != (was != nil):
			continue
		case !isThere:
			edits = append(edits, notefile.Edit{Note: *becomes, Seen: *becomes})
		case becomes == nil:
			if says(now, *was) {
				deletes = append(deletes, c.id)
			}
		default:
			turned, clash := notefile.Edit{Note: *becomes, Seen: *was}.Onto(now)
			if !clash && !turned.SaysSame(now) {
				turned.Modified = becomes.Modified
				edits = append(edits, notefile.Edit{Note: turned, Seen: now})
			}
		}
	}
	*to = append(*to, s)
	nb.write(edits, deletes, func(err error) {
		if err != nil {
			*to = slices.DeleteFunc(*to, func(other Step) bool { return other.At.Equal(s.At) && other.Action == s.Action })
			*from = append(*from, s)
		}
		done(err)
	})
}

// says reports whether the reader would see no difference between two states of a note.
func says(a, b model.Note) bool {
	a.About, a.Edition = b.About, b.Edition
	return a.SaysSame(b)
}

// write edits and deletes notes in one go. A text that they replace and that could not be saved is not tried again.
func (nb *Notebook) write(edits []notefile.Edit, deletes []model.NoteID, done func(error)) {
	change := nb.changes
	replaced := slices.Clone(deletes)
	for _, e := range edits {
		if rewrites(e) {
			replaced = append(replaced, e.Note.ID)
		}
	}
	var waiting []func(model.Note, error)
	nb.writer.run(func() error {
		if len(edits) > 0 {
			saved, err := nb.writer.at().PutAll(nb.writer.based(edits))
			if err != nil {
				return err
			}
			nb.writer.keep(edits, saved)
		}
		if len(deletes) > 0 {
			if err := nb.writer.at().DeleteAll(deletes); err != nil {
				return err
			}
		}
		waiting = nb.writer.forget(replaced, change)
		return nil
	}, func(err error) {
		if err == nil {
			nb.replaceDrafts(edits, replaced, change)
		}
		for _, told := range waiting {
			told(model.Note{}, nil)
		}
		done(err)
	})
}

// rewrites reports whether an edit changes what the reader wrote, rather than a mark on it.
func rewrites(e notefile.Edit) bool {
	return e.Note.Text != e.Seen.Text || e.Note.Judgement != e.Seen.Judgement || e.Note.Passage != e.Seen.Passage
}

// replaceDrafts brings what is not on the disk yet in line with what was written over it.
func (nb *Notebook) replaceDrafts(edits []notefile.Edit, replaced []model.NoteID, change int) {
	for _, id := range replaced {
		if d, waits := nb.drafts[id]; waits && d.change <= change {
			delete(nb.drafts, id)
		}
	}
	for _, e := range edits {
		if d, waits := nb.drafts[e.Note.ID]; waits && !rewrites(e) {
			d.note, _ = e.Onto(d.note)
			nb.drafts[e.Note.ID] = d
		}
	}
}

// Change does something to notes, as one step that can be undone. It is done to the notes as they are by then, whoever wrote
// in them; those to which it makes no difference are left alone.
func (nb *Notebook) Change(as Action, ids []model.NoteID, do func(*model.Note), done func(error)) {
	s := Step{Action: as}
	var edits []notefile.Edit
	for _, id := range ids {
		before, known := nb.Note(id)
		if !known {
			continue
		}
		after := before
		after.Tags = slices.Clone(before.Tags)
		if do(&after); before.SaysSame(after) {
			continue
		}
		after.Modified = time.Now()
		s.changes = append(s.changes, change{id: id, before: &before, after: &after})
		edits = append(edits, notefile.Edit{Note: after, Seen: before})
	}
	nb.remember(s)
	nb.write(edits, nil, done)
}

// DeleteAll deletes notes, as one step that can be undone.
func (nb *Notebook) DeleteAll(ids []model.NoteID, done func(error)) {
	s := Step{Action: Delete}
	var deletes []model.NoteID
	for _, id := range ids {
		if n, known := nb.Note(id); known {
			s.changes = append(s.changes, change{id: id, before: &n})
			deletes = append(deletes, id)
		}
	}
	nb.remember(s)
	nb.write(nil, deletes, done)
}

// Restore brings deleted notes back, as one step that can be undone.
func (nb *Notebook) Restore(notes []model.Note, done func(error)) {
	s := Step{Action: Restore}
	var edits []notefile.Edit
	for _, n := range notes {
		s.changes = append(s.changes, change{id: n.ID, after: &n})
		edits = append(edits, notefile.Edit{Note: n, Seen: n})
	}
	nb.remember(s)
	nb.write(edits, nil, done)
}

// Reread takes in what others have saved: another window, or another computer whose folder is synchronised.
func (nb *Notebook) Reread() { nb.writer.reread(func() error { return nb.writer.at().Refresh() }) }

// Annotations hands over all that is known of notes, with what is being typed and what could not be saved; nil asks for
// all notes.
func (nb *Notebook) Annotations(ids []model.NoteID, done func([]jsontext.Value, error)) {
	nb.writer.run(func() error { return nil }, func(error) { // what can be saved is
		unsaved := make([]model.Note, 0, len(nb.drafts))
		for _, d := range nb.drafts {
			unsaved = append(unsaved, d.note)
		}
		done(nb.writer.at().AnnotationsWith(unsaved, ids))
	})
}

// Sort tells what notes that are to be taken in are to those here.
func (nb *Notebook) Sort(found []annotation.Found) notefile.Arrivals {
	return nb.writer.at().Sort(found)
}

// Import takes notes in, as one step that can be undone.
func (nb *Notebook) Import(found []annotation.Found, choice notefile.Choice, done func(notefile.Arrivals, error)) {
	var a notefile.Arrivals
	var list []notefile.Became
	nb.writer.run(func() (err error) {
		a, list, err = nb.writer.at().TakeIn(found, choice)
		return err
	}, func(err error) {
		s := Step{Action: Import}
		for _, b := range list {
			s.changes = append(s.changes, change{id: b.ID, before: b.Before, after: b.After})
		}
		nb.remember(s)
		done(a, err)
	})
}
