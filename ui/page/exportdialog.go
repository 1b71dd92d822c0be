package page

import (
	"errors"
	"path/filepath"
	"strconv"

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

// exportDialog asks where a chart is to be put and how it is to look, and shows how it will. Fyne's own dialog for saving
// empties the chosen file before anything is written, so a failure would lose the old picture; this one writes whole
// files only.
type exportDialog struct {
	desk    *Desk
	of      charting
	locale  *format.Locale
	choices ExportChoices
	charts  map[string]func() chart.Chart // by language

	name, folder, width, height, dpi      *part.DialogEntry
	format, size, scale, theme, back, lng *part.DialogSelect

	saving   *part.Button
	isSaving bool          // the file is being written
	measures *widget.Label // how large the picture becomes
	fault    *widget.Label
	missing  *widget.Label // letters that the fonts lack
	preview  *exportPreview
	shown    *dialog.CustomDialog
}

// charting is a page that shows a chart, as far as it takes to export it.
type charting interface {
	// unmarked makes the chart in a language, as it is shown but for the mark of what is selected. With very much to draw
	// this takes long; what it returns may be called off the UI goroutine.
	unmarked(*format.Locale) func() chart.Chart
	// fileName is a name for a file with the chart.
	fileName(extension string) string
	// say tells on the page what was done.
	say(words string)
}

// export opens the dialog for the chart that a page shows. Where it shows the numbers of it, they are offered first.
func (d *Desk) export(of charting, asNumbers bool) {
	x := &exportDialog{
		desk: d, of: of, locale: d.Locale, choices: d.exports().completed(), charts: map[string]func() chart.Chart{},
	}
	if asNumbers && *d.exports() == (ExportChoices{}) {
		x.choices.Format = "csv"
	}
	x.build()
	x.shown.Resize(x.room())
	x.shown.Show()
	part.OnEscape(d.Window.Canvas(), x.hide)
	d.Window.Canvas().Focus(x.name)
	x.changed()
}

// exports are the choices of the last export.
func (d *Desk) exports() *ExportChoices {
	if d.Exports == nil {
		d.Exports = &ExportChoices{}
	}
	return d.Exports
}

// room is the size of the dialog: all that it needs, and no more than the window has.
func (x *exportDialog) room() fyne.Size {
	window := x.desk.Window.Canvas().Size()
	return fyne.NewSize(fyne.Min(980, window.Width-32), fyne.Min(660, window.Height-32))
}

func (x *exportDialog) build() {
	l := x.locale
	x.makeFields()
	x.measures, x.fault, x.missing = smallLabel(), widget.NewLabel(""), widget.NewLabel("")
	for _, label := range []*widget.Label{x.measures, x.fault, x.missing} {
		label.Wrapping = fyne.TextWrapWord
	}
	x.fault.Importance, x.missing.Importance = widget.DangerImportance, widget.WarningImportance
	x.fault.Hide()
	x.missing.Hide()
	x.preview = newExportPreview(x)
	form := part.Pairs(exportNames,
		part.FormName(l.T("save.format")), x.format,
		part.FormName(l.T("save.size")), x.size,
		part.FormName(l.T("save.pixels")), part.Columns(8, []float32{1, 1}, x.width, x.height),
		part.FormName(l.T("save.scale")),
		part.Columns(8, []float32{1, 1}, x.scale, part.Labelled(l.T("save.dpi"), x.dpi)),
		part.FormName(l.T("save.theme")), part.Columns(8, []float32{1, 1}, x.theme, x.back),
		part.FormName(l.T("save.language")), x.lng,
		part.FormName(l.T("save.name")), x.name,
		part.FormName(l.T("save.folder")),
		container.NewBorder(nil, nil, nil, part.NewButton(l.T("save.choose"), x.chooseFolder), x.folder),
	)
	left := part.Column(4, form, part.Trim(x.measures), x.fault, x.missing)
	x.saving = part.NewButton(l.T("save.save"), x.saveNew)
	x.saving.Importance = widget.HighImportance
	content := container.NewVScroll(part.Inset(0, 8, 8, 8, container.New(&besideLayout{width: exportForm}, left, x.preview.content)))
	x.shown = dialog.NewCustomWithoutButtons(l.T("save.title"), content, x.desk.Window)
	x.shown.SetButtons([]fyne.CanvasObject{part.NewButton(l.T("dialog.cancel"), x.hide), x.saving})
}

// The widths of the form and of the names in it.
const (
	exportForm  = 400
	exportNames = 116
)

func (x *exportDialog) makeFields() {
	l := x.locale
	c := &x.choices
	entry := func(text string) *part.DialogEntry { return part.NewDialogEntry(text, x.saveNew, x.hide) }
	choice := func(names []string, chosen int, onChosen func(int)) *part.DialogSelect {
		return part.NewDialogSelect(names, chosen, func(i int) { onChosen(i); x.changed() }, x.hide)
	}
	x.name, x.folder = entry(x.of.fileName(c.Format)), entry(c.Folder)
	x.width, x.height, x.dpi = entry(strconv.Itoa(c.Width)), entry(strconv.Itoa(c.Height)), entry(strconv.Itoa(c.DPI))
	x.format = choice(named(l, "save.format.", formats()), at(formats(), c.Format), func(i int) {
		c.Format = formats()[i]
		x.name.SetText(c.withExtension(x.name.Text))
	})
	x.size = choice(x.sizeNames(), presetOf(c.Width, c.Height), x.choosePreset)
	x.scale = choice(x.scaleNames(), at(scaleChoices, c.Scale), func(i int) { c.Scale = scaleChoices[i] })
	themes := palette.ThemeNames()
	x.theme = choice(named(l, "save.theme.", themes), at(themes, c.Theme), func(i int) { c.Theme = themes[i] })
	backs := []string{"opaque", "transparent"}
	back := 0
	if c.Transparent {
		back = 1
	}
	x.back = choice(named(l, "save.back.", backs), back, func(i int) { c.Transparent = i == 1 })
	langs := format.Languages()
	x.lng = choice(languageNames(langs), max(at(langs, x.lang()), 0), func(i int) { c.Lang = langs[i] })
	for _, e := range []*part.DialogEntry{x.width, x.height, x.dpi} {
		e.OnChanged = func(string) { x.typed() }
	}
	for key, e := range map[string]*part.DialogEntry{
		"save.width": x.width, "save.height": x.height, "save.dpi": x.dpi, "save.name": x.name, "save.folder": x.folder,
	} {
		e.Name = l.T(key)
	}
	for key, s := range map[string]*part.DialogSelect{
		"save.format": x.format, "save.size": x.size, "save.scale": x.scale, "save.theme": x.theme, "save.back": x.back,
		"save.language": x.lng,
	} {
		s.Name = l.T(key)
	}
	x.name.OnChanged = func(string) { x.sayFault() }
	x.folder.OnChanged = func(string) { x.sayFault() }
}

// lang is the language of the chart: the one chosen, else that of the window.
func (x *exportDialog) lang() string {
	if x.choices.Lang != "" {
		return x.choices.Lang
	}
	return x.locale.Lang()
}

func (x *exportDialog) sizeNames() []string {
	var names []string
	for _, p := range presets {
		names = append(names, x.locale.T(p.key, "Width", p.width, "Height", p.height))
	}
	return append(names, x.locale.T("save.size.own"))
}

func (x *exportDialog) scaleNames() []string {
	var names []string
	for _, n := range scaleChoices {
		names = append(names, x.locale.T("save.times", "N", n))
	}
	return names
}

// named are the names of choices in the texts.
func named(l *format.Locale, prefix string, choices []string) []string {
	var names []string
	for _, c := range choices {
		names = append(names, l.T(prefix+c))
	}
	return names
}

func languageNames(langs []string) []string {
	var names []string
	for _, lang := range langs {
		names = append(names, format.In(lang).T("language.own"))
	}
	return names
}

func at[T comparable](list []T, wanted T) int {
	for i, has := range list {
		if has == wanted {
			return i
		}
	}
	return -1
}

// choosePreset takes the size of a preset; that of one's own is typed.
func (x *exportDialog) choosePreset(i int) {
	if i >= len(presets) {
		x.desk.Window.Canvas().Focus(x.width)
		return
	}
	chosen := presets[i]
	x.width.SetText(strconv.Itoa(chosen.width)) // which is typing, and takes the old height
	x.height.SetText(strconv.Itoa(chosen.height))
}

// typed takes the numbers that were typed.
func (x *exportDialog) typed() {
	c := &x.choices
	c.Width, c.Height, c.DPI = typedNumber(x.width.Text), typedNumber(x.height.Text), typedNumber(x.dpi.Text)
	x.size.Put(presetOf(c.Width, c.Height))
	x.changed()
}

// changed brings everything in line with the choices.
func (x *exportDialog) changed() {
	if x.shown == nil {
		return // a choice is being made before the dialog is there
	}
	c := x.choices
	for _, f := range []struct {
		field   fyne.Disableable
		enabled bool
	}{
		{x.size, c.isPicture()},
		{x.width, c.isPicture()},
		{x.height, c.isPicture()},
		{x.theme, c.isPicture()},
		{x.scale, c.isPixels()},
		{x.dpi, c.isPixels()},
		{x.back, c.isPicture()},
	} {
		part.SetEnabled(f.field, f.enabled)
	}
	x.measures.SetText(x.measuresWords())
	if x.sayFault() {
		x.preview.draw()
	}
}

// measuresWords says how large the picture becomes.
func (x *exportDialog) measuresWords() string {
	c, l := x.choices, x.locale
	switch {
	case !c.isPicture():
		return ""
	case !c.isPixels():
		return l.T("save.measures.vector")
	}
	wide, high := c.Width*c.Scale, c.Height*c.Scale
	centimetres := func(pixels int) string { return l.Decimal(float64(pixels)/float64(max(c.DPI, 1))*2.54, 1) }
	return l.T("save.measures", "Width", l.Number(wide), "Height", l.Number(high),
		"WidthCm", centimetres(wide), "HeightCm", centimetres(high), "DPI", c.DPI)
}

// sayFault says what is wrong with the choices; it reports whether nothing is.
func (x *exportDialog) sayFault() bool {
	words := x.faultOfChoices()
	x.complain(words)
	part.SetEnabled(x.saving, words == "")
	return words == ""
}

func (x *exportDialog) faultOfChoices() string {
	if !x.choices.isPicture() {
		return ""
	}
	if x.choices.isPixels() && x.choices.DPI == 0 {
		return x.locale.T("save.nodpi", "Least", chart.MinDPI, "Most", chart.MaxDPI)
	}
	if err := x.choices.look().Check(); err != nil {
		return chartFault(x.locale, err)
	}
	return ""
}

func (x *exportDialog) complain(words string) {
	if x.fault.Text == words && x.fault.Visible() == (words != "") {
		return
	}
	x.fault.SetText(words)
	part.SetShown(x.fault, words != "")
	x.shown.Refresh()
}

// warn names the letters that the fonts lack.
func (x *exportDialog) warn(letters []rune) {
	words := ""
	if len(letters) > 0 {
		words = x.locale.T("save.missing", "Letters", string(letters))
	}
	if x.missing.Text != words {
		x.missing.SetText(words)
		part.SetShown(x.missing, words != "")
		x.shown.Refresh()
	}
}

func (x *exportDialog) hide() { x.preview.stop(); x.shown.Hide() }

func (x *exportDialog) chooseFolder() {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if err == nil && folder != nil {
			x.folder.SetText(folder.Path())
		}
	}, x.desk.Window)
	if at, err := storage.ListerForURI(storage.NewFileURI(x.folder.Text)); err == nil {
		d.SetLocation(at)
	}
	part.ShowFiles(d, x.locale.T("files.folder"), x.desk.Window)
}

func (x *exportDialog) saveNew() { x.save(false) }

// save makes everything in memory first and then puts the file in its place. An existing file is replaced after asking.
func (x *exportDialog) save(replace bool) {
	l := x.locale
	if !x.sayFault() {
		return
	}
	name := filepath.Base(x.name.Text)
	if x.name.Text == "" || name == "." || name == string(filepath.Separator) {
		x.complain(l.T("save.noname"))
		return
	}
	if x.isSaving {
		return
	}
	x.isSaving = true
	path, write := filepath.Join(x.folder.Text, x.choices.withExtension(name)), x.writer()
	x.desk.Spawn(func() {
		err := export.File(path, replace, write)
		x.desk.OnUI(func() {
			x.isSaving = false
			x.saved(path, err)
		})
	})
}

// saved tells what became of saving.
func (x *exportDialog) saved(path string, err error) {
	l := x.locale
	switch {
	case errors.Is(err, export.ErrExists):
		x.desk.askToReplace(path, func() { x.save(true) })
	case errors.Is(err, chart.ErrSize):
		x.complain(chartFault(l, err))
	case err != nil:
		x.complain(export.Explain(l, path, err))
	default:
		x.hide()
		x.choices.Folder = x.folder.Text
		*x.desk.exports() = x.choices
		x.of.say(l.T("save.done", "File", path))
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

// besideLayout gives its first object a width, which grows with the text, and the second the rest. Where the rest is too
// narrow the two stand one above the other. It remembers its width, because the height depends on it.
type besideLayout struct {
	width float32
	has   float32
}

const (
	besideGap   = 24
	besideLeast = 220 // the least width of the rest, and the height of a picture in it
)

func (b *besideLayout) isStacked() bool {
	return b.has > 0 && b.has < (b.width+besideLeast)*part.TextScale()+besideGap
}

// Layout implements fyne.Layout.
func (b *besideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.has = size.Width
	left, right := objects[0], objects[1]
	x, y, width := b.width*part.TextScale()+besideGap, float32(0), b.width*part.TextScale()
	if b.isStacked() {
		x, width = 0, size.Width
	}
	left.Resize(fyne.NewSize(width, left.MinSize().Height))
	if b.isStacked() {
		y = left.MinSize().Height + besideGap
	}
	left.Resize(fyne.NewSize(width, left.MinSize().Height))
	right.Move(fyne.NewPos(x, y))
	right.Resize(fyne.NewSize(size.Width-x, size.Height-y))
}

// MinSize implements fyne.Layout.
func (b *besideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	if b.isStacked() {
		return fyne.NewSize(left.Width, left.Height+besideGap+right.Height+besideLeast*part.TextScale())
	}
	return fyne.NewSize(fyne.Max(left.Width, b.width), fyne.Max(left.Height, right.Height))
}
