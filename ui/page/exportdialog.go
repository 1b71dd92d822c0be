package page

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"parley/ui/chart"
	"parley/ui/export"
	"parley/ui/format"
	"parley/ui/palette"
	"parley/ui/part"
)

// presets are the sizes of exported pictures, by their name in the texts.
var presets = []struct {
	key  string
	size chart.Size
}{
	{"save.size.report", chart.Size{Width: 1200, Height: 800}},
	{"save.size.slide", chart.Size{Width: 1600, Height: 900}},
	{"save.size.square", chart.Size{Width: 1080, Height: 1080}},
}

// exportDialog asks where a chart is to be put and how it is to look. Fyne's own dialog for saving empties the chosen file
// before anything is written, so a failure would lose the old picture; this one writes whole files only.
type exportDialog struct {
	page   *Exchanges
	folder *part.DialogEntry
	name   *part.DialogEntry
	format *widget.Select
	size   *widget.Select
	scale  *widget.Select
	theme  *widget.Select
	fault  *widget.Label
	shown  *dialog.CustomDialog
}

// exportChoices are those of the last export, offered again.
type exportChoices struct {
	folder                     string
	format, size, scale, theme int
}

// The formats of an export: the picture, or the numbers behind it.
const (
	pngFormat = iota
	csvFormat
)

var exportExtensions = []string{".png", ".csv"}

// Export opens the dialog for the chart that the page shows.
func (p *Exchanges) Export() {
	if p.exported == (exportChoices{}) {
		p.exported = exportChoices{folder: startFolder(), scale: 1}
		if p.shown.Table {
			p.exported.format = csvFormat
		}
	}
	l := p.desk.Locale
	x := &exportDialog{page: p, fault: widget.NewLabel("")}
	save, hide := func() { x.save(false) }, func() { x.shown.Hide() }
	x.folder = part.NewDialogEntry(p.exported.folder, save, hide)
	x.name = part.NewDialogEntry(export.Name("png", "rounds", string(p.shown.Kind)), save, hide)
	x.format = widget.NewSelect([]string{l.T("save.format.png"), l.T("save.format.csv")}, x.fitFormat)
	x.size = widget.NewSelect(x.sizeNames(), nil)
	x.scale = widget.NewSelect([]string{"1", "2", "3", "4"}, nil)
	x.theme = widget.NewSelect(x.themeNames(), nil)
	x.size.SetSelectedIndex(p.exported.size)
	x.scale.SetSelectedIndex(p.exported.scale)
	x.theme.SetSelectedIndex(p.exported.theme)
	x.format.SetSelectedIndex(p.exported.format)
	x.fault.Wrapping = fyne.TextWrapWord
	x.fault.Importance = widget.DangerImportance
	x.fault.Hide()
	x.folder.OnChanged = func(string) { x.fault.Hide() }
	choose := widget.NewButton(l.T("save.choose"), x.chooseFolder)
	form := widget.NewForm(
		widget.NewFormItem(l.T("save.name"), x.name),
		widget.NewFormItem(l.T("save.folder"), container.NewBorder(nil, nil, nil, choose, x.folder)),
		widget.NewFormItem(l.T("save.format"), x.format),
		widget.NewFormItem(l.T("save.size"), x.size),
		widget.NewFormItem(l.T("save.scale"), x.scale),
		widget.NewFormItem(l.T("save.theme"), x.theme),
	)
	saving := widget.NewButton(l.T("save.save"), save)
	saving.Importance = widget.HighImportance
	x.shown = dialog.NewCustomWithoutButtons(l.T("save.title"), container.NewVBox(form, x.fault), p.desk.Window)
	x.shown.SetButtons([]fyne.CanvasObject{widget.NewButton(l.T("dialog.cancel"), hide), saving})
	x.shown.Resize(fyne.NewSize(560, 380))
	x.shown.Show()
	p.desk.Window.Canvas().Focus(x.name)
}

// fitFormat gives the file name the ending of the format, and puts away the choices that only a picture has.
func (x *exportDialog) fitFormat(string) {
	x.name.SetText(x.withExtension(x.name.Text))
	for _, s := range []*widget.Select{x.size, x.scale, x.theme} {
		if x.format.SelectedIndex() == pngFormat {
			s.Enable()
		} else {
			s.Disable()
		}
	}
}

// withExtension is a name with the ending of the chosen format.
func (x *exportDialog) withExtension(name string) string {
	extension := filepath.Ext(name)
	if slices.Contains(exportExtensions, extension) {
		name = strings.TrimSuffix(name, extension)
	}
	return name + exportExtensions[x.format.SelectedIndex()]
}

func (x *exportDialog) sizeNames() []string {
	var names []string
	for _, p := range presets {
		names = append(names, x.page.desk.Locale.T(p.key))
	}
	return names
}

func (x *exportDialog) themeNames() []string {
	var names []string
	for _, name := range palette.ThemeNames() {
		names = append(names, x.page.desk.Locale.T("save.theme."+name))
	}
	return names
}

// startFolder is the folder of pictures where there is one, else the home folder.
func startFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	for _, name := range []string{"Pictures", "Зображення", "Изображения", "Resimler"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}

func (x *exportDialog) chooseFolder() {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			x.folder.SetText(folder.Path())
		}
	}, x.page.desk.Window)
	if at, err := storage.ListerForURI(storage.NewFileURI(x.folder.Text)); err == nil {
		d.SetLocation(at)
	}
	d.Show()
	d.Resize(fyne.NewSize(760, 520)) // Fyne 2.8.1 panics when this comes before Show
}

// save makes everything in memory first and then puts the file in its place. An existing file is replaced after asking.
func (x *exportDialog) save(replace bool) {
	l := x.page.desk.Locale
	name := filepath.Base(x.name.Text)
	if x.name.Text == "" || name == "." || name == string(filepath.Separator) {
		x.fail(l.T("save.noname"))
		return
	}
	path := filepath.Join(x.folder.Text, x.withExtension(name))
	write, err := x.writer()
	if err != nil {
		x.fail(l.T("exchanges.notdrawn", "Why", chartFault(l, err)))
		return
	}
	err = export.File(path, replace, write)
	switch {
	case errors.Is(err, export.ErrExists):
		x.askToReplace(path)
	case err != nil:
		x.fail(export.Explain(l, path, err))
	default:
		x.shown.Hide()
		x.page.exported = exportChoices{
			x.folder.Text, x.format.SelectedIndex(), x.size.SelectedIndex(), x.scale.SelectedIndex(), x.theme.SelectedIndex(),
		}
		x.page.filters.SetText(l.T("save.done", "File", path))
	}
}

// writer is what writes the picture, drawn already, or the table.
func (x *exportDialog) writer() (func(io.Writer) error, error) {
	if x.format.SelectedIndex() == csvFormat {
		return x.page.chart.Table().WriteCSV, nil
	}
	size := presets[x.size.SelectedIndex()].size
	size.Scale = float64(x.scale.SelectedIndex() + 1)
	picture, err := x.page.chart.Render(size, palette.Theme(x.theme.SelectedIndex()))
	return func(w io.Writer) error { return chart.WritePNG(w, picture) }, err
}

// chartFault says in the reader's language why a chart could not be drawn.
func chartFault(l *format.Locale, err error) string {
	var size *chart.SizeError
	if errors.As(err, &size) {
		return size.In(l)
	}
	return err.Error()
}

func (x *exportDialog) fail(words string) {
	x.fault.SetText(words)
	x.fault.Show()
	x.shown.Refresh()
}

func (x *exportDialog) askToReplace(path string) {
	l := x.page.desk.Locale
	ask := dialog.NewConfirm(l.T("save.exists.title"), l.T("save.exists", "File", path), func(yes bool) {
		if yes {
			x.save(true)
		}
	}, x.page.desk.Window)
	ask.SetConfirmText(l.T("save.replace"))
	ask.SetDismissText(l.T("dialog.cancel"))
	ask.Show()
}
