package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/ui/part"
)

// dialogNote is a note that is typed into a dialog. It is kept while it is typed, as in every other place, so that nothing is
// lost when the program ends; the reader may still give it up.
type dialogNote struct {
	desk   *Desk
	note   model.Note
	before model.Note // as it was when the dialog was opened
	seen   model.Note // as it was saved last; what others wrote since then is not written over
	isNew  bool
	isKept bool // some of what was typed was handed over

	saving *part.Button // set when the dialog is shown
	fault  fyne.CanvasObject
	why    *widget.Label
}

// newDialogNote returns a note that is to be typed. Its fault is shown where it cannot be saved.
func (d *Desk) newDialogNote(n model.Note, isNew bool) *dialogNote {
	a := &dialogNote{desk: d, note: n, before: n, isNew: isNew}
	if !isNew {
		a.seen = n
	}
	a.fault, a.why = part.FaultLine()
	return a
}

// typed keeps what was typed so far.
func (a *dialogNote) typed(text string) {
	if isBlank(text) {
		return // the last text stays until the reader saves none, or gives the note up
	}
	a.note.Text, a.isKept = text, true
	a.save(func() {})
}

// save keeps the note, and calls done when it is on the disk.
func (a *dialogNote) save(done func()) {
	a.desk.Notes.SaveOver(a.note, a.seen, func(saved model.Note, err error) {
		part.SetShown(a.fault, err != nil)
		if err != nil {
			a.why.SetText(a.desk.Locale.Reason(err, a.desk.Notes.Folder()))
			return
		}
		a.seen = saved
		done()
	})
}

// giveUp makes undone what was kept while it was typed: a new note goes to the deleted ones, another one says what it said
// before.
func (a *dialogNote) giveUp() {
	switch {
	case !a.isKept:
	case a.isNew:
		a.desk.Notes.Delete(a.note.ID, func(err error) {
			if err != nil {
				a.desk.tellNotDeleted(err)
			}
		})
	default:
		a.desk.Notes.SaveOver(a.before, a.seen, func(_ model.Note, err error) { a.desk.tellNotDone(err) })
	}
}
