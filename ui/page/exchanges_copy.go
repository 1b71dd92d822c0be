package page

import (
	"io"
	"os"
	"path/filepath"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/export"
	"parley/ui/format"
	"parley/ui/palette"
	"parley/ui/part"
)

// offerCopy offers what can be copied, above the button.
func (f *exchangesFoot) offerCopy() {
	p := f.page
	menu := fyne.NewMenu("",
		fyne.NewMenuItem(p.desk.Locale.T("exchanges.copy.numbers"), p.CopyNumbers),
		fyne.NewMenuItem(p.desk.Locale.T("exchanges.copy.picture"), p.CopyPicture))
	canvas := p.desk.Window.Canvas()
	pop := widget.NewPopUpMenu(menu, canvas)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.content)
	size := pop.MinSize()
	pop.ShowAtPosition(fyne.NewPos(at.X+f.content.Size().Width-size.Width-24, at.Y-size.Height))
}

// offerActions offers what can be done with the picture.
func (p *Exchanges) offerActions(at fyne.Position) {
	l := p.desk.Locale
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(l.T("exchanges.copy.numbers"), p.CopyNumbers),
		fyne.NewMenuItem(l.T("exchanges.copy.picture"), p.CopyPicture),
		fyne.NewMenuItem(l.T("exchanges.export"), p.Export),
	}
	if p.made.picture.Time != nil {
		items = append(items, fyne.NewMenuItem(l.T("exchanges.whole"), p.showWhole))
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.desk.Window.Canvas(), at)
}

// unmarked makes the chart in a language, as it is shown but for the mark of what is selected. With very many exchanges
// this takes long; it may be called off the UI goroutine.
func (p *Exchanges) unmarked(l *format.Locale) func() chart.Chart {
	shown, ds := p.shown, p.desk.Dataset
	shown.selected = model.Item{}
	options := shown.options(p.desk)
	options.Locale = l
	return sync.OnceValue(func() chart.Chart { return chart.New(shown.chart, ds, options) })
}

// CopyNumbers puts the numbers of the chart on the clipboard, for a spreadsheet.
func (p *Exchanges) CopyNumbers() {
	l, view, made := p.desk.Locale, p.shown.view, p.unmarked(p.desk.Locale)
	p.desk.Spawn(func() {
		table := sorted(l, made().Table(), view)
		text := tabSeparated(table)
		p.desk.OnUI(func() {
			fyne.CurrentApp().Clipboard().SetContent(text)
			p.foot.say(l.N("exchanges.copied.numbers", len(table.Rows)))
		})
	})
}

// CopyPicture writes the picture into a file and puts its path on the clipboard, which takes texts only.
func (p *Exchanges) CopyPicture() {
	made, theme := p.unmarked(p.desk.Locale), part.CurrentPalette()
	name := p.fileName("png")
	p.desk.Spawn(func() {
		path, err := writeTemporary(made(), name, theme)
		p.desk.OnUI(func() { p.sayCopied(path, err) })
	})
}

func (p *Exchanges) sayCopied(path string, err error) {
	l := p.desk.Locale
	if err != nil {
		p.foot.say(export.Explain(l, path, err))
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(path)
	p.foot.say(l.T("exchanges.copied.picture", "File", path))
}

// writeTemporary writes a chart into a file that the system may throw away.
func writeTemporary(c chart.Chart, name string, theme palette.Theme) (path string, err error) {
	folder, err := os.UserCacheDir()
	if err != nil {
		folder = os.TempDir()
	}
	folder = filepath.Join(folder, "parley", "copied")
	path = filepath.Join(folder, name)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return path, err
	}
	picture, err := c.Render(chart.Size{Width: 1200, Height: 800, Scale: 2}, theme)
	if err != nil {
		return path, err
	}
	return path, export.File(path, true, func(w io.Writer) error { return chart.WritePNG(w, picture) })
}

// fileName is a name for a file with the chart that is shown.
func (p *Exchanges) fileName(extension string) string {
	parts := []string{string(p.shown.chart), string(p.shown.kind)}
	return export.Name(extension, append(parts, p.shown.view.Sides.List()...)...)
}
