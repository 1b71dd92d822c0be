package page

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"parley/ui/chart"
	"parley/ui/export"
	"parley/ui/format"
	"parley/ui/palette"
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
	folder *widget.Entry
	name   *widget.Entry
	size   *widget.Select
	scale  *widget.Select
	theme  *widget.Select
	fault  *widget.Label
	shown  *dialog.CustomDialog
}

// Export opens the dialog for the chart that the page shows.
func (p *Exchanges) Export() {
	l := p.desk.Locale
	x := &exportDialog{page: p, folder: widget.NewEntry(), name: widget.NewEntry(), fault: widget.NewLabel("")}
	x.folder.SetText(startFolder())
	x.name.SetText(export.Name("png", "rounds", string(p.shown.Kind)))
	x.size = widget.NewSelect(x.sizeNames(), nil)
	x.scale = widget.NewSelect([]string{"1", "2", "3", "4"}, nil)
	x.theme = widget.NewSelect(x.themeNames(), nil)
	x.size.SetSelectedIndex(0)
	x.scale.SetSelectedIndex(1)
	x.theme.SetSelectedIndex(int(palette.Light))
	x.fault.Wrapping = fyne.TextWrapWord
	x.fault.Importance = widget.DangerImportance
	x.fault.Hide()
	choose := widget.NewButton(l.T("save.choose"), x.chooseFolder)
	form := widget.NewForm(
		widget.NewFormItem(l.T("save.name"), x.name),
		widget.NewFormItem(l.T("save.folder"), container.NewBorder(nil, nil, nil, choose, x.folder)),
		widget.NewFormItem(l.T("save.size"), x.size),
		widget.NewFormItem(l.T("save.scale"), x.scale),
		widget.NewFormItem(l.T("save.theme"), x.theme),
	)
	save := widget.NewButton(l.T("save.save"), func() { x.save(false) })
	save.Importance = widget.HighImportance
	cancel := widget.NewButton(l.T("dialog.cancel"), func() { x.shown.Hide() })
	x.name.OnSubmitted = func(string) { x.save(false) }
	x.shown = dialog.NewCustomWithoutButtons(l.T("save.title"), container.NewVBox(form, x.fault), p.desk.Window)
	x.shown.SetButtons([]fyne.CanvasObject{cancel, save})
	x.shown.Resize(fyne.NewSize(560, 330))
	x.shown.Show()
	p.desk.Window.Canvas().Focus(x.name)
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

// save draws into memory first and then puts the file in its place. An existing file is replaced after asking.
func (x *exportDialog) save(replace bool) {
	l := x.page.desk.Locale
	name := filepath.Base(x.name.Text)
	if x.name.Text == "" || name == "." || name == string(filepath.Separator) {
		x.fail(l.T("save.noname"))
		return
	}
	if filepath.Ext(name) != ".png" {
		name += ".png"
	}
	path := filepath.Join(x.folder.Text, name)
	size := presets[x.size.SelectedIndex()].size
	size.Scale = float64(x.scale.SelectedIndex() + 1)
	picture, err := x.page.chart.Render(size, palette.Theme(x.theme.SelectedIndex()))
	if err != nil {
		x.fail(l.T("exchanges.notdrawn", "Why", chartFault(l, err)))
		return
	}
	err = export.File(path, replace, func(w io.Writer) error { return chart.WritePNG(w, picture) })
	switch {
	case errors.Is(err, export.ErrExists):
		x.askToReplace(path)
	case err != nil:
		x.fail(export.Explain(l, path, err))
	default:
		x.shown.Hide()
		x.page.filters.SetText(l.T("save.done", "File", path))
	}
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
