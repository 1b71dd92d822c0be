package page

import (
	"io"
	"os"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"
	"github.com/goccy/go-json/jsontext"

	"parley/model"
	"parley/model/annotation"
	"parley/model/notefile"
	"parley/ui/export"
	"parley/ui/notepaper"
	"parley/ui/part"
)

// ExportNotes asks where notes are to be put, and in which format.
func (d *Desk) ExportNotes(notes []model.Note) {
	d.saveNotes(d.Locale.T("notework.export.title"), "notes", notes, notepaper.Formats())
}

// ExportAllNotes is ExportNotes for all notes.
func (d *Desk) ExportAllNotes() { d.ExportNotes(d.Notes.All()) }

// BackUpNotes asks where a file is to be put that holds all notes, with everything that is known of them.
func (d *Desk) BackUpNotes() {
	d.saveNotes(d.Locale.T("notework.backup.title"), "notes-backup", d.Notes.All(), []notepaper.Format{notepaper.JSONLD})
}

// saveNotes asks for a file. What is being typed, and what could not be saved, is put into it too.
func (d *Desk) saveNotes(title, name string, notes []model.Note, formats []notepaper.Format) {
	if len(notes) == 0 {
		d.show(title, d.Locale.T("notework.export.none"))
		return
	}
	notes = slices.Clone(notes)
	slices.SortStableFunc(notes, func(a, b model.Note) int { return a.Created.Compare(b.Created) })
	ids := make([]model.NoteID, len(notes))
	for i, n := range notes {
		ids[i] = n.ID
	}
	d.Notes.Annotations(ids, func(list []jsontext.Value, err error) {
		if err != nil {
			d.tellNotDone(err)
			return
		}
		paper := notepaper.Paper{Dataset: d.Dataset, Locale: d.Locale, Notes: notes, Annotations: list}
		count := 0 // of what was written
		what := savable{
			title: title,
			name:  export.Name(string(formats[0]), name, d.Dataset.Metadata().Name),
			write: func(w io.Writer, ending string) error {
				count = len(notes)
				if notepaper.Format(ending) == notepaper.JSONLD {
					count = len(list)
				}
				return paper.Write(w, notepaper.Format(ending))
			},
			saved: func(path string) {
				d.say(d.Locale.N("notepaper.exported", count, "File", path))
			},
		}
		for _, f := range formats {
			what.formats = append(what.formats, savedAs{string(f), d.Locale.T("notework.format." + string(f))})
		}
		d.save(what)
	})
}

// ImportNotes asks for a file of notes, by Parley or another program, and takes them in.
func (d *Desk) ImportNotes() {
	choose := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if f == nil || err != nil {
			return
		}
		path := f.URI().Path()
		_ = f.Close()
		d.ImportNotesFrom(path)
	}, d.Window)
	choose.SetFilter(storage.NewExtensionFileFilter([]string{".jsonld", ".json", ".JSON"}))
	part.ShowFiles(choose, d.Locale.T("notework.import.title"), d.Window)
}

// noteFile is what was read of a file of notes.
type noteFile struct {
	found  []annotation.Found
	bad    int
	reason string // why it was not read
}

// ImportNotesFrom is ImportNotes for a file that is chosen already.
func (d *Desk) ImportNotesFrom(path string) {
	d.Spawn(func() {
		f := d.readNotes(path)
		d.OnUI(func() {
			if f.reason != "" {
				d.show(d.Locale.T("notework.import.title"), d.Locale.T("notework.import.notread", "File", path, "Reason", f.reason))
				return
			}
			d.askHowToTakeIn(path, f)
		})
	})
}

func (d *Desk) readNotes(path string) (f noteFile) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > annotation.Largest {
		err = annotation.ErrTooMany
	}
	var data []byte
	if err == nil {
		data, err = os.ReadFile(path)
	}
	if err == nil {
		f.found, f.bad, err = annotation.ReadFile(data)
	}
	if err != nil {
		f.reason = notepaper.Reason(d.Locale, err)
	}
	return f
}

// takingIn asks what is to become of notes that differ, and of annotations on nothing that the dataset holds.
type takingIn struct {
	desk   *Desk
	file   noteFile
	placed annotation.Placed
	on     model.Item // what is selected
	sum    *widget.Label
	choice *widget.RadioGroup
	attach *widget.Check
	ask    *dialog.CustomDialog
	take   *part.Button
}

// takingChoices are the choices in the order in which they are offered.
var takingChoices = []notefile.Choice{notefile.Newer, notefile.Both, notefile.Mine, notefile.Theirs}

func (d *Desk) askHowToTakeIn(path string, f noteFile) {
	l := d.Locale
	x := &takingIn{desk: d, file: f, on: d.Store.Now().Selected, sum: widget.NewLabel("")}
	x.sum.Wrapping = fyne.TextWrapWord
	x.choice = widget.NewRadioGroup([]string{
		l.T("notework.conflict.newer"), l.T("notework.conflict.both"), l.T("notework.conflict.mine"), l.T("notework.conflict.theirs"),
	}, nil)
	x.choice.Selected, x.choice.Required = x.choice.Options[0], true
	x.attach = widget.NewCheck(l.T("notework.import.attach", "Item", l.ItemName(d.Dataset, x.on)), func(bool) { x.look() })
	x.take = dialogButton(l.T("notework.import.do"), true, x.do)
	differ := part.Column(4, part.Small(l.T("notework.conflict")), inLine(x.choice))
	x.look()
	attach := inLine(x.attach)
	part.SetShown(attach, x.placed.Nowhere > 0 && d.Dataset.Has(x.on))
	part.SetShown(differ, d.Notes.Sort(x.placed.Notes).Conflicts > 0)
	parts := part.Column(12, part.Small(filepath.Base(path)), part.Trim(x.sum), attach, differ)
	content := container.New(wrapped{width: 480}, part.Inset(0, 0, 12, 0, parts))
	x.ask = dialog.NewCustomWithoutButtons(l.T("notework.import.title"), content, d.Window)
	x.ask.SetButtons([]fyne.CanvasObject{dialogButton(l.T("dialog.cancel"), false, func() { x.ask.Hide() }), x.take})
	x.ask.Show()
	part.OnEscape(d.Window.Canvas(), func() { x.ask.Hide() })
}

// inLine puts the boxes of a control below the first letters of the lines around it.
func inLine(control fyne.CanvasObject) fyne.CanvasObject { return part.Inset(0, 0, 0, -6, control) }

// look tells what would be taken in.
func (x *takingIn) look() {
	d := x.desk
	var fallback model.Item
	if x.attach.Checked {
		fallback = x.on
	}
	x.placed = annotation.Place(x.file.found, d.Dataset, fallback)
	x.sum.SetText(notepaper.Arrives(d.Locale, d.Notes.Sort(x.placed.Notes), x.placed, x.file.bad))
	part.SetEnabled(x.take, len(x.placed.Notes) > 0)
}

func (x *takingIn) do() {
	d := x.desk
	x.ask.Hide()
	choice := takingChoices[max(0, slices.Index(x.choice.Options, x.choice.Selected))]
	d.Notes.Import(x.placed.Notes, choice, func(a notefile.Arrivals, err error) {
		if err != nil {
			d.tellNotDone(err)
			return
		}
		d.show(d.Locale.T("notework.import.title"), notepaper.Arrived(d.Locale, a, x.placed, x.file.bad))
	})
}
