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

// changesDialog asks where a report of changes is to be put, and in which format.
type changesDialog struct {
	desk         *Desk
	report       changes.Report
	folder, name *part.DialogEntry
	format       *widget.Select
	fault        *widget.Label
	shown        *dialog.CustomDialog
	isSaving     bool // the file is being written
}

// SaveChanges opens the dialog.
func (d *Desk) SaveChanges(r changes.Report) {
	l := d.Locale
	x := &changesDialog{desk: d, report: r, fault: widget.NewLabel("")}
	save, hide := func() { x.save(false) }, func() { x.shown.Hide() }
	x.folder = part.NewDialogEntry(startFolder(), save, hide)
	x.name = part.NewDialogEntry(export.Name("html", "changes", d.Dataset.Metadata().Version), save, hide)
	x.format = widget.NewSelect(x.formatNames(), func(string) { x.name.SetText(x.withExtension(x.name.Text)) })
	x.format.SetSelectedIndex(slices.Index(changes.Formats(), changes.HTML))
	x.fault.Wrapping = fyne.TextWrapWord
	x.fault.Importance = widget.DangerImportance
	x.fault.Hide()
	form := widget.NewForm(
		widget.NewFormItem(l.T("save.name"), x.name),
		widget.NewFormItem(l.T("save.folder"), x.folder),
		widget.NewFormItem(l.T("changes.window.format"), x.format),
	)
	saving := part.NewButton(l.T("save.save"), save)
	saving.Importance = widget.HighImportance
	x.shown = dialog.NewCustomWithoutButtons(l.T("changes.window.title"), container.NewVBox(form, x.fault), d.Window)
	x.shown.SetButtons([]fyne.CanvasObject{part.NewButton(l.T("dialog.cancel"), hide), saving})
	x.shown.Resize(part.DialogSize(d.Window.Canvas(), 560, 260))
	x.shown.Show()
	part.OnEscape(d.Window.Canvas(), hide)
	d.Window.Canvas().Focus(x.name)
}

func (x *changesDialog) formatNames() []string {
	var names []string
	for _, f := range changes.Formats() {
		names = append(names, x.desk.Locale.T("changes.format."+string(f)))
	}
	return names
}

// chosen is the chosen format.
func (x *changesDialog) chosen() changes.Format {
	return changes.Formats()[max(x.format.SelectedIndex(), 0)]
}

// withExtension is a name with the ending of the chosen format.
func (x *changesDialog) withExtension(name string) string {
	if ending := strings.TrimPrefix(filepath.Ext(name), "."); slices.Contains(changes.Formats(), changes.Format(ending)) {
		name = strings.TrimSuffix(name, "."+ending)
	}
	return name + "." + string(x.chosen())
}

// save puts the file in its place. An existing file is replaced after asking.
func (x *changesDialog) save(replace bool) {
	if strings.TrimSpace(x.name.Text) == "" {
		x.fail(x.desk.Locale.T("save.noname"))
		return
	}
	if x.isSaving {
		return
	}
	x.isSaving = true
	path := filepath.Join(x.folder.Text, x.withExtension(filepath.Base(x.name.Text)))
	report, chosen := x.report, x.chosen()
	x.desk.Spawn(func() {
		err := export.File(path, replace, func(w io.Writer) error { return report.Write(w, chosen) })
		x.desk.OnUI(func() {
			x.isSaving = false
			x.saved(path, err)
		})
	})
}

// saved tells what became of saving.
func (x *changesDialog) saved(path string, err error) {
	switch {
	case errors.Is(err, export.ErrExists):
		x.desk.askToReplace(path, func() { x.save(true) })
	case err != nil:
		x.fail(export.Explain(x.desk.Locale, path, err))
	default:
		x.shown.Hide()
	}
}

func (x *changesDialog) fail(words string) {
	x.fault.SetText(words)
	x.fault.Show()
	x.shown.Refresh()
}
