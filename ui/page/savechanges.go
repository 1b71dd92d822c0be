package page

import (
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"parley/ui/changes"
	"parley/ui/export"
	"parley/ui/part"
)

// savable is what can be put into a file.
type savable struct {
	title   string
	name    string // of the file that is proposed, with its ending
	formats []savedAs
	chosen  int // the place of the format that is proposed
	write   func(w io.Writer, ending string) error
	more    []*widget.FormItem // further choices
	saved   func(path string)  // may be nil
}

// savedAs is a format of a file: the ending of its name, and what it is called.
type savedAs struct{ ending, name string }

// saveDialog asks where something is to be put, and in which format.
type saveDialog struct {
	desk         *Desk
	what         savable
	folder, name *part.DialogEntry
	format       *part.DialogSelect
	fault        *widget.Label
	shown        *dialog.CustomDialog
	isSaving     bool // the file is being written
}

// SaveChanges asks where a report of changes is to be put.
func (d *Desk) SaveChanges(r changes.Report) {
	what := savable{
		title:  d.Locale.T("changes.window.title"),
		name:   export.Name("html", "changes", d.Dataset.Metadata().Version),
		chosen: slices.Index(changes.Formats(), changes.HTML),
		write:  func(w io.Writer, ending string) error { return r.Write(w, changes.Format(ending)) },
	}
	for _, f := range changes.Formats() {
		what.formats = append(what.formats, savedAs{string(f), d.Locale.T("changes.format." + string(f))})
	}
	d.save(what)
}

// save opens the dialog.
func (d *Desk) save(what savable) {
	l := d.Locale
	x := &saveDialog{desk: d, what: what, fault: widget.NewLabel("")}
	save, hide := func() { x.save(false) }, func() { x.shown.Hide() }
	x.folder = part.NewDialogEntry(startFolder(), save, hide)
	x.name = part.NewDialogEntry(what.name, save, hide)
	x.folder.Name, x.name.Name = l.T("save.folder"), l.T("save.name")
	x.format = part.NewDialogSelect(x.formatNames(), what.chosen, func(int) { x.name.SetText(x.withExtension(x.name.Text)) }, hide)
	x.format.Name = l.T("changes.window.format")
	x.fault.Wrapping = fyne.TextWrapWord
	x.fault.Importance = widget.DangerImportance
	x.fault.Hide()
	form := widget.NewForm(append([]*widget.FormItem{
		widget.NewFormItem(l.T("save.name"), x.name),
		widget.NewFormItem(l.T("save.folder"), x.folder),
		widget.NewFormItem(l.T("changes.window.format"), x.format),
	}, what.more...)...)
	saving := part.NewButton(l.T("save.save"), save)
	saving.Importance = widget.HighImportance
	x.shown = dialog.NewCustomWithoutButtons(what.title, container.NewVBox(form, x.fault), d.Window)
	x.shown.SetButtons([]fyne.CanvasObject{part.NewButton(l.T("dialog.cancel"), hide), saving})
	x.shown.Resize(part.DialogSize(d.Window.Canvas(), 560, 260+44*float32(len(what.more))))
	x.shown.Show()
	part.OnEscape(d.Window.Canvas(), hide)
	d.Window.Canvas().Focus(x.name)
}

func (x *saveDialog) formatNames() []string {
	var names []string
	for _, f := range x.what.formats {
		names = append(names, f.name)
	}
	return names
}

// ending is that of the chosen format.
func (x *saveDialog) ending() string { return x.what.formats[max(x.format.SelectedIndex(), 0)].ending }

// withExtension is a name with the ending of the chosen format.
func (x *saveDialog) withExtension(name string) string {
	ending := strings.TrimPrefix(filepath.Ext(name), ".")
	if slices.ContainsFunc(x.what.formats, func(f savedAs) bool { return f.ending == ending }) {
		name = strings.TrimSuffix(name, "."+ending)
	}
	return name + "." + x.ending()
}

// save puts the file in its place. An existing file is replaced after asking.
func (x *saveDialog) save(replace bool) {
	if strings.TrimSpace(x.name.Text) == "" {
		x.fail(x.desk.Locale.T("save.noname"))
		return
	}
	if x.isSaving {
		return
	}
	x.isSaving = true
	path := filepath.Join(x.folder.Text, x.withExtension(filepath.Base(x.name.Text)))
	write, ending := x.what.write, x.ending()
	x.desk.Spawn(func() {
		err := export.File(path, replace, func(w io.Writer) error { return write(w, ending) })
		x.desk.OnUI(func() {
			x.isSaving = false
			x.saved(path, err)
		})
	})
}

// saved tells what became of saving.
func (x *saveDialog) saved(path string, err error) {
	switch {
	case errors.Is(err, export.ErrExists):
		x.desk.askToReplace(path, func() { x.save(true) })
	case err != nil:
		x.fail(export.Explain(x.desk.Locale, path, err))
	default:
		x.shown.Hide()
		if x.what.saved != nil {
			x.what.saved(path)
		}
	}
}

func (x *saveDialog) fail(words string) {
	x.fault.SetText(words)
	x.fault.Show()
	x.shown.Refresh()
}
