// Package page holds the pages of the window and the inspector. A page shows a state and asks the store for another one; it
// changes nothing else.
package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"github.com/goccy/go-json/jsontext"

	"parley/model"
	"parley/model/annotation"
	"parley/model/notefile"
	"parley/ui/format"
	"parley/ui/notebook"
	"parley/ui/part"
	"parley/ui/state"
)

// Page is one page of the window.
type Page interface {
	Content() fyne.CanvasObject
	Show(state.State)
}

// Desk is what the pages share.
type Desk struct {
	Dataset *model.Dataset
	Locale  *format.Locale
	Store   *state.Store
	Notes   Notes
	Told    string // the trouble with the notes that the window has told already
	Window  fyne.Window
	Exports *ExportChoices // of the last export, for the next
	Splits  *Splits        // what the reader moved the borders to
	Cache   string         // the folder for what can be thrown away; empty for the system's
	// Tell says in a few words what was just done.
	Tell func(words string)
	// Spawn runs slow work off the UI goroutine, and OnUI brings a result back to it.
	Spawn, OnUI func(func())
	// Beside does long work off the UI goroutine and then, on it, what is to be done when it is over. The window is of use
	// meanwhile, tells of the work by the text of a key with the name of the file, and lets the reader give it up. Nil for a
	// page that stands alone.
	Beside func(key, file string, work, done func())
	// Explain shows a text of the menu Help; nil where there is no such menu.
	Explain func(Help)
}

// Splits are the widths that the reader gave to parts of the window, for text of the designed size; 0 for the usual one.
type Splits struct{ Inspector, Rounds float32 }

// splits are those of the window, or of a page that stands alone.
func (d *Desk) splits() *Splits {
	if d.Splits == nil {
		d.Splits = &Splits{}
	}
	return d.Splits
}

// beside does long work as Beside does.
func (d *Desk) beside(key, file string, work, done func()) {
	if d.Beside != nil {
		d.Beside(key, file, work, done)
		return
	}
	d.Spawn(func() {
		work()
		d.OnUI(done)
	})
}

// say tells in a few words what was just done.
func (d *Desk) say(words string) {
	if d.Tell != nil {
		d.Tell(words)
	}
}

// show shows a text over the window until the reader closes it.
func (d *Desk) show(title, words string) {
	part.Tell(d.Window, title, part.Text(words), d.Locale.T("dialog.close"))
}

// Help names a text of the menu Help.
type Help string

// The texts of the menu Help that pages lead to.
const (
	HowWeCount   Help = "howwecount"
	Glossary     Help = "glossary"
	AboutDataset Help = "dataset"
	ReportError  Help = "report"
	Citations    Help = "citations"
)

func (d *Desk) explain(what Help) {
	if d.Explain != nil {
		d.Explain(what)
	}
}

// Notes is what the pages ask of the reader's notes. All calls are made on the UI goroutine, and so are the functions
// handed over.
type Notes interface {
	// All returns every note, the one modified last first.
	All() []model.Note
	// Of returns the notes on an item, the oldest first.
	Of(item model.Item) []model.Note
	// Save writes a note and calls done when it is on the disk, or with the reason why it is not. A note without an ID is
	// new; done hands over the note with its ID.
	Save(n model.Note, done func(model.Note, error))
	// Delete removes a note and calls done likewise.
	Delete(id model.NoteID, done func(error))
	// Note returns a note as the reader knows it.
	Note(id model.NoteID) (model.Note, bool)
	// Deleted returns the notes that were deleted, the one deleted last first.
	Deleted() []model.Note
	// SaveOver is Save of a note that was changed from a version which the reader saw.
	SaveOver(n, seen model.Note, done func(model.Note, error))
	// Change does something to several notes, Restore brings deleted ones back, and DeleteAll deletes several, as one step.
	Change(as notebook.Action, ids []model.NoteID, do func(*model.Note), done func(error))
	Restore(notes []model.Note, done func(error))
	DeleteAll(ids []model.NoteID, done func(error))
	// CanUndo and CanRedo return the steps that Undo and Redo are about.
	CanUndo() (notebook.Step, bool)
	CanRedo() (notebook.Step, bool)
	Undo(done func(error))
	Redo(done func(error))
	// Annotations hands over all that is known of notes, for export; nil asks for all.
	Annotations(ids []model.NoteID, done func([]jsontext.Value, error))
	// Sort compares notes that are to be taken in with those here, and Import takes them in.
	Sort([]annotation.Found) notefile.Arrivals
	Import(found []annotation.Found, choice notefile.Choice, done func(notefile.Arrivals, error))
	// Watch calls changed whenever a note was saved or deleted.
	Watch(changed func())
	// Trouble says in words why notes cannot be saved or were damaged; empty when all is well.
	Trouble() string
	// CanMove reports whether the notes should be kept in another folder, and can be, and Move does so. MovesForGood reports
	// whether the next start finds them there.
	CanMove() bool
	Move(parent string, done func(error))
	MovesForGood() bool
	// Folder returns where the notes are kept.
	Folder() string
	// Fault says why the newest text of a note is not on the disk; nil when it is, and while it is on its way there.
	Fault(id model.NoteID) error
}

// sourcesLink is "3 sources": it shows the sources of one statement in the inspector.
func (d *Desk) sourcesLink(statement string, ids []model.SourceID) fyne.CanvasObject {
	n := len(d.Dataset.Publications(ids))
	if n == 0 {
		return part.Small(d.Locale.T("evidence.none"))
	}
	return part.SmallLink(d.Locale.N("core.sources", n), func() { d.showEvidence(statement, ids) })
}

func (d *Desk) showEvidence(statement string, ids []model.SourceID) {
	d.Store.Change(func(n *state.State) {
		n.Evidence = state.Evidence{Statement: statement, Sources: joinSources(ids)}
	})
}

func joinSources(ids []model.SourceID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, " ")
}

func splitSources(joined string) []model.SourceID {
	var ids []model.SourceID
	for _, word := range strings.Fields(joined) {
		ids = append(ids, model.SourceID(word))
	}
	return ids
}

// itemLink is the name of an item that selects it for the inspector.
func (d *Desk) itemLink(i model.Item) fyne.CanvasObject {
	return part.Link(d.Locale.ItemName(d.Dataset, i), func() { d.Store.Select(i) })
}
