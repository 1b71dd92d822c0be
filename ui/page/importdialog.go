package page

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	spreadsheet "parley/model/sheet"
	"parley/ui/export"
	"parley/ui/part"
	"parley/ui/sheetwords"
	"parley/ui/state"
)

// importDialog shows what a spreadsheet of exchanges is read as and what would come of it, and puts it into a dataset's
// file. What is read in another way than it is meant can be set right here; a row that is not understood is listed with
// the reason. Nothing is written before Import is pressed.
type importDialog struct {
	desk   *Desk
	table  *spreadsheet.Table
	read   []spreadsheet.Column // as they are taken when nothing is set
	open   string               // the file of the dataset that is open; empty where it is none of the reader's files
	opened func(path, sheet string)
	latest state.Latest[importPreview]
	now    importPreview

	fields         []*part.DialogSelect // one for each column
	order          *part.DialogSelect
	kind, side, by *part.OpenChoice // for rows that do not say
	source         *part.DialogEntry
	into           *part.DialogSelect
	file, title    *part.DialogEntry // of a new dataset
	sides          *part.DialogEntry // of a new dataset besides those that the rows name
	partial        *part.Check

	missing, toNew       *fyne.Container // what is asked only when it is needed
	missingRows          map[spreadsheet.Field]fyne.CanvasObject
	sum, remarks, faults *fyne.Container
	fault                *widget.Label
	do                   *part.Button
	isWriting            bool
	shown                *dialog.CustomDialog
}

// importPreview is what would come of the import as it is set.
type importPreview struct {
	target spreadsheet.Target
	im     *spreadsheet.Import
	err    error // the file to put it into cannot be read
}

// Import asks for a spreadsheet and opens the dialog for it. Open is the file of the dataset that is shown, empty where it
// is not one of the reader's; opened is called with the file that was written and the spreadsheet.
func (d *Desk) Import(open string, opened func(path, sheet string)) {
	choose := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if f == nil || err != nil {
			return
		}
		path := f.URI().Path()
		_ = f.Close()
		d.ImportFile(path, open, opened)
	}, d.Window)
	choose.SetFilter(storage.NewExtensionFileFilter([]string{".csv", ".tsv", ".tab", ".txt", ".CSV"}))
	part.ShowFiles(choose, d.Locale.T("files.import"), d.Window)
}

// ImportFile is Import for a spreadsheet that is chosen already. It is read beside the window.
func (d *Desk) ImportFile(path, open string, opened func(path, sheet string)) {
	var s sheetRead
	d.beside("import.reading", path, func() { s = readSheet(path) }, func() { d.showImport(path, open, s, opened) })
}

// sheetRead is what was read of a spreadsheet.
type sheetRead struct {
	table   *spreadsheet.Table
	columns []spreadsheet.Column // as they are taken when nothing is set
	err     error
}

func readSheet(path string) (s sheetRead) {
	s.table, s.err = spreadsheet.Load(path)
	if s.err == nil {
		s.columns = spreadsheet.New(s.table, spreadsheet.Target{New: true}, spreadsheet.Options{}).Columns
	}
	return s
}

// showImport opens the dialog for what was read.
func (d *Desk) showImport(path, open string, s sheetRead, opened func(path, sheet string)) {
	if err := s.err; err != nil {
		l := d.Locale
		d.show(l.T("import.title"), l.T("import.notread", "File", path, "Reason", l.Reason(err, filepath.Dir(path))))
		return
	}
	x := &importDialog{
		desk: d, table: s.table, read: s.columns, open: open, opened: opened,
		latest: state.Latest[importPreview]{Spawn: d.Spawn, OnUI: d.OnUI},
	}
	x.build(strings.TrimSuffix(path, filepath.Ext(path)) + ".json")
	x.shown.Resize(x.room())
	x.shown.Show()
	part.OnEscape(d.Window.Canvas(), x.hide)
	x.look()
}

// hide closes the dialog.
func (x *importDialog) hide() {
	x.latest.Cancel()
	x.shown.Hide()
}

// room is the size of the dialog: all that it needs, and no more than the window has.
func (x *importDialog) room() fyne.Size {
	window := x.desk.Window.Canvas().Size()
	return fyne.NewSize(fyne.Min(1040, window.Width-32), fyne.Min(720, window.Height-32))
}

func (x *importDialog) t(key string, args ...any) string { return x.desk.Locale.T(key, args...) }

// build makes the dialog: how the sheet is read at the left, what comes of it at the right.
func (x *importDialog) build(newFile string) {
	x.sum, x.remarks, x.faults = part.Column(4), part.Column(8), part.Column(12)
	x.partial = part.NewCheck(x.t("import.partial"), func(bool) { x.look() })
	x.partial.Hide()
	x.fault = widget.NewLabel("")
	x.fault.Wrapping = fyne.TextWrapWord
	x.fault.Importance = widget.DangerImportance
	x.fault.Hide()
	left := part.Column(20, x.columns(), x.defaults(), x.target(newFile))
	right := part.Column(16, x.sum, x.remarks, x.faults)
	x.do = part.NewButton(x.t("import.do"), x.write)
	x.do.Importance = widget.HighImportance
	x.do.Disable()
	halves := container.NewGridWithColumns(2,
		container.NewVScroll(part.Inset(12, 16, 12, 4, left)),
		part.Framed(container.NewVScroll(part.Inset(12, 16, 12, 16, right))))
	below := part.Column(0, x.partial, x.fault)
	x.shown = dialog.NewCustomWithoutButtons(x.t("import.title.of", "File", x.table.Name),
		container.NewBorder(nil, below, nil, nil, halves), x.desk.Window)
	x.shown.SetButtons([]fyne.CanvasObject{part.NewButton(x.t("dialog.cancel"), x.hide), x.do})
}

// asked is a name with what is asked for beside it.
func asked(name string, field fyne.CanvasObject) fyne.CanvasObject { return part.Asked(name, field) }

// columns shows what each column of the sheet is read as.
func (x *importDialog) columns() fyne.CanvasObject {
	rows := []fyne.CanvasObject{part.SmallStrong(x.t("import.columns"))}
	options := []string{x.t("import.notused")}
	for _, f := range spreadsheet.Fields() {
		options = append(options, sheetwords.Field(x.desk.Locale, f))
	}
	for _, c := range x.read {
		choice := x.choice(options, slices.Index(spreadsheet.Fields(), c.Field)+1)
		x.fields = append(x.fields, choice)
		rows = append(rows, asked(c.Heading, choice))
	}
	orders := []string{x.t("import.order.found")}
	for _, o := range askedOrders {
		orders = append(orders, x.t("import.order."+string(o)))
	}
	x.order = x.choice(orders, 0)
	return part.Column(4, append(rows, asked(x.t("import.order"), x.order))...)
}

// askedOrders are the orders in which a date that ends in its year can be.
var askedOrders = []spreadsheet.Order{spreadsheet.DayFirst, spreadsheet.MonthFirst}

// canBeMissing are the columns that a sheet need not have: one value can be named for all its rows.
var canBeMissing = []spreadsheet.Field{spreadsheet.Kind, spreadsheet.Side, spreadsheet.By, spreadsheet.Source}

// defaults asks for what the sheet has no column for.
func (x *importDialog) defaults() fyne.CanvasObject {
	l, ds := x.desk.Locale, x.desk.Dataset
	var kinds, sides []string
	for _, k := range ds.Kinds() {
		kinds = append(kinds, l.Text(k.Name))
	}
	for _, s := range ds.Sides() {
		sides = append(sides, l.Text(s.Name))
	}
	entry := func(options []string) *part.OpenChoice {
		e := part.NewOpenChoice(options)
		e.OnChanged = func(string) { x.look() }
		return e
	}
	x.kind, x.side = entry(kinds), entry(sides)
	x.by = entry(append(slices.Clone(sides), x.t("import.receiver"), x.t("import.thirdparty"), x.t("import.notnamed")))
	x.source = x.entry("")
	x.source.SetPlaceHolder("https://")
	x.missingRows = map[spreadsheet.Field]fyne.CanvasObject{
		spreadsheet.Kind:   asked(x.t("import.field.kind"), x.kind),
		spreadsheet.Side:   asked(x.t("import.field.side"), x.side),
		spreadsheet.By:     asked(x.t("import.field.by"), x.by),
		spreadsheet.Source: asked(x.t("import.sourceurl"), x.source),
	}
	x.missing = part.Column(4, part.SmallStrong(x.t("import.all")))
	for _, f := range canBeMissing {
		x.missing.Add(x.missingRows[f])
	}
	return x.missing
}

func (x *importDialog) choice(names []string, chosen int) *part.DialogSelect {
	return part.NewDialogSelect(names, chosen, func(int) { x.look() }, func() { x.hide() })
}

func (x *importDialog) entry(text string) *part.DialogEntry {
	e := part.NewDialogEntry(text, x.write, func() { x.hide() })
	e.OnChanged = func(string) { x.look() }
	return e
}

// target asks where the exchanges are put: into the file that is open, or into a new one.
func (x *importDialog) target(newFile string) fyne.CanvasObject {
	choices := []string{x.t("import.into.new")}
	if x.open != "" {
		choices = append([]string{x.t("import.into.open", "File", filepath.Base(x.open))}, choices...)
	}
	x.into = x.choice(choices, 0)
	x.file = x.entry(newFile)
	x.title = x.entry(strings.TrimSuffix(filepath.Base(newFile), filepath.Ext(newFile)))
	x.sides = x.entry("")
	folder := part.NewButton(x.t("import.choose"), x.chooseFolder)
	x.toNew = part.Column(4,
		asked(x.t("import.file"), container.NewBorder(nil, nil, nil, folder, x.file)),
		asked(x.t("import.name.title"), x.title),
		asked(x.t("import.sides"), x.sides))
	part.Name(x.t("import.into"), x.into)
	return part.Column(4, part.SmallStrong(x.t("import.into")), x.into, x.toNew)
}

func (x *importDialog) chooseFolder() {
	choose := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			x.file.SetText(filepath.Join(folder.Path(), filepath.Base(x.file.Text)))
		}
	}, x.desk.Window)
	if at, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(x.file.Text))); err == nil {
		choose.SetLocation(at)
	}
	part.ShowFiles(choose, x.t("files.folder"), x.desk.Window)
}

// isNew reports whether a new dataset is asked for.
func (x *importDialog) isNew() bool { return x.open == "" || x.into.SelectedIndex() == 1 }

// path is the file to put the exchanges into.
func (x *importDialog) path() string {
	if x.isNew() {
		return x.file.Text
	}
	return x.open
}

// options are what the dialog is set to.
func (x *importDialog) options() spreadsheet.Options {
	o := spreadsheet.Options{
		Kind: x.kind.Text, Side: x.side.Text, By: x.by.Text, Partial: x.partial.Checked && x.partial.Visible(),
		Source: model.Source{URL: x.source.Text},
		New: spreadsheet.Dataset{
			Title: x.title.Text, Sides: splitWords(x.sides.Text), Language: x.desk.Locale.Lang(), CarriedOut: x.t("import.carriedout"),
			Created: model.MustDate(time.Now().Format(time.DateOnly)),
		},
	}
	switch x.by.Text {
	case x.t("import.receiver"):
		o.By = "receiver"
	case x.t("import.thirdparty"):
		o.By = string(model.ThirdParty)
	case x.t("import.notnamed"):
		o.By = string(model.NotNamed)
	}
	if i := x.order.SelectedIndex(); i > 0 {
		o.Order = askedOrders[i-1]
	}
	for _, choice := range x.fields {
		field := spreadsheet.Field("")
		if i := choice.SelectedIndex(); i > 0 {
			field = spreadsheet.Fields()[i-1]
		}
		o.Fields = append(o.Fields, field)
	}
	return o
}

// splitWords are the words between commas.
func splitWords(s string) []string {
	var words []string
	for _, w := range strings.Split(s, ",") {
		if w = strings.TrimSpace(w); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// look finds out what would come of the import as it is set, beside the window, and shows it.
func (x *importDialog) look() {
	if x.shown == nil {
		return // it is being built
	}
	o, path, isNew, table := x.options(), x.path(), x.isNew(), x.table
	for f, row := range x.missingRows {
		part.SetShown(row, !slices.Contains(o.Fields, f))
	}
	part.SetShown(x.missing, slices.ContainsFunc(canBeMissing, func(f spreadsheet.Field) bool {
		return !slices.Contains(o.Fields, f)
	}))
	part.SetShown(x.toNew, isNew)
	x.latest.Start(func(context.Context) importPreview {
		target, err := spreadsheet.Open(path)
		if err != nil {
			return importPreview{err: err}
		}
		if isNew { // that a file of the name is there already is said when it is to be written
			target = spreadsheet.Target{Path: path, New: true}
		}
		return importPreview{target: target, im: spreadsheet.New(table, target, o)}
	}, x.show)
}

// show puts up what would come of the import.
func (x *importDialog) show(p importPreview) {
	x.now = p
	x.fault.Hide()
	x.sum.Objects, x.remarks.Objects, x.faults.Objects = nil, nil, nil
	if p.err != nil {
		x.fail(x.t("import.notread", "File", x.path(), "Reason", x.desk.Locale.Reason(p.err, filepath.Dir(x.path()))))
	} else {
		x.tell(p.im)
	}
	part.SetEnabled(x.do, p.im != nil && p.im.Text != nil)
	part.SetShown(x.partial, p.im != nil && !p.im.Understood() && !p.im.Empty() && !hasFaultOfFile(p.im))
	x.shown.Refresh()
}

func hasFaultOfFile(im *spreadsheet.Import) bool {
	return slices.ContainsFunc(im.Faults, spreadsheet.Fault.OfFile)
}

// tell says what was understood, what was taken for granted, and what was not understood.
func (x *importDialog) tell(im *spreadsheet.Import) {
	x.sum.Add(part.SmallStrong(x.t("import.result")))
	for _, line := range sheetwords.Sum(x.desk.Locale, im) {
		x.sum.Add(part.Strong(line))
	}
	for _, words := range sheetwords.Remarks(x.desk.Locale, im) {
		x.remarks.Add(part.Small(words))
	}
	if len(im.Problems.Errors()) > 0 {
		x.fail(x.t("import.targetfaulty", "File", x.path()))
	}
	if len(im.Faults) == 0 {
		return
	}
	x.faults.Add(part.SmallStrong(x.t("import.problems")))
	const most = 100 // of rows that are listed; a sheet may have thousands
	for _, f := range im.Faults[:min(most, len(im.Faults))] {
		x.faults.Add(part.Column(2, part.Strong(x.placeOf(f)), part.Text(sheetwords.Why(x.desk.Locale, f))))
	}
	if more := len(im.Faults) - most; more > 0 {
		x.faults.Add(part.Muted(x.desk.Locale.N("import.more", more)))
	}
}

// placeOf is where a fault is, in the reader's words: "Line 5, count".
func (x *importDialog) placeOf(f spreadsheet.Fault) string {
	if f.Field == "" {
		return x.t("import.row", "Line", f.Line)
	}
	return x.t("import.row.field", "Line", f.Line, "Field", sheetwords.Field(x.desk.Locale, f.Field))
}

func (x *importDialog) fail(words string) {
	x.fault.SetText(words)
	x.fault.Show()
	x.shown.Refresh()
}

// write puts the exchanges into the file and opens it, beside the window: the disk may be slow. A file that has changed since
// it was looked at is looked at anew, and one that a new dataset would replace is left alone.
func (x *importDialog) write() {
	if x.latest.IsBusy() || x.do.Disabled() || x.isWriting {
		return
	}
	path, seen, isNew := x.path(), x.now, x.isNew()
	if filepath.Base(path) == "." || path == "" {
		x.fail(x.t("import.nofile"))
		return
	}
	x.isWriting = true
	x.desk.Spawn(func() {
		err := writeImport(path, isNew, seen)
		x.desk.OnUI(func() {
			x.isWriting = false
			x.written(path, err)
		})
	})
}

// Why an import is not written.
var (
	errThere   = errors.New("the file is there already")
	errChanged = errors.New("the file has changed since it was looked at")
)

// unread is an error of reading the file that an import would change.
type unread struct{ error }

// writeImport writes the file as it was looked at with the exchanges in it.
func writeImport(path string, isNew bool, seen importPreview) error {
	target, err := spreadsheet.Open(path)
	switch {
	case err != nil:
		return unread{err}
	case isNew && !target.New:
		return errThere
	case string(target.Data) != string(seen.target.Data):
		return errChanged
	}
	return export.File(path, !target.New, func(w io.Writer) error {
		_, err := w.Write(seen.im.Text)
		return err
	})
}

// written tells what became of writing.
func (x *importDialog) written(path string, err error) {
	l := x.desk.Locale
	var notRead unread
	switch {
	case err == nil:
		x.hide()
		x.opened(path, x.table.Name)
	case errors.As(err, &notRead):
		x.fail(x.t("import.notread", "File", path, "Reason", l.Reason(notRead.error, filepath.Dir(path))))
	case errors.Is(err, errThere):
		x.fail(x.t("import.exists", "File", path))
	case errors.Is(err, errChanged):
		x.look()
		x.fail(x.t("import.changed"))
	default:
		x.fail(export.Explain(l, path, err))
	}
}
