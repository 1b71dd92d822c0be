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

// offerCopy offers what can be copied, above the right end of what stands below a chart.
func (d *Desk) offerCopy(of Charting, foot fyne.CanvasObject) {
	menu := fyne.NewMenu("",
		fyne.NewMenuItem(d.Locale.T("exchanges.copy.numbers"), of.CopyNumbers),
		fyne.NewMenuItem(d.Locale.T("exchanges.copy.picture"), of.CopyPicture))
	canvas := d.Window.Canvas()
	pop := widget.NewPopUpMenu(menu, canvas)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(foot)
	size := pop.MinSize()
	pop.ShowAtPosition(fyne.NewPos(at.X+foot.Size().Width-size.Width-24, at.Y-size.Height))
}

// offerActions offers what can be done with the picture of a chart; whole is nil where there is no axis to zoom.
func (d *Desk) offerActions(of Charting, at fyne.Position, whole func()) {
	l := d.Locale
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(l.T("exchanges.copy.numbers"), of.CopyNumbers),
		fyne.NewMenuItem(l.T("exchanges.copy.picture"), of.CopyPicture),
		fyne.NewMenuItem(l.T("exchanges.export"), of.Export),
	}
	if whole != nil {
		items = append(items, fyne.NewMenuItem(l.T("exchanges.whole"), whole))
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), d.Window.Canvas(), at)
}

func (p *Exchanges) offerActions(at fyne.Position) {
	var whole func()
	if p.made.picture.Time != nil {
		whole = p.zoom.whole
	}
	p.desk.offerActions(p, at, whole)
}

// Charting is a page that shows a chart, which can be taken out of the window.
type Charting interface {
	Page
	Export()
	CopyNumbers()
	CopyPicture()
}

// Export asks where to put the chart, and how it is to look.
func (p *Exchanges) Export() { p.desk.export(p, p.shown.table) }

// say implements charting.
func (p *Exchanges) say(words string) { p.desk.say(words) }

// unmarked implements charting.
func (p *Exchanges) unmarked(l *format.Locale) func() chart.Chart {
	shown, ds := p.shown, p.desk.Dataset
	shown.selected = model.Item{}
	options := shown.options(p.desk)
	options.Locale = l
	return sync.OnceValue(func() chart.Chart { return chart.New(shown.chart, ds, options) })
}

// CopyNumbers puts the numbers of the chart on the clipboard, for a spreadsheet.
func (p *Exchanges) CopyNumbers() { p.desk.copyNumbers(p, p.shown.view.Sort, p.shown.view.Descending) }

// CopyPicture writes the picture into a file and puts its path on the clipboard.
func (p *Exchanges) CopyPicture() { p.desk.copyPicture(p) }

// copyNumbers puts the numbers of a chart on the clipboard, in the order in which they are shown.
func (d *Desk) copyNumbers(of charting, sort string, descending bool) {
	l, made := d.Locale, of.unmarked(d.Locale)
	d.Spawn(func() {
		table := sorted(l, made().Table(), sort, descending)
		text := tabSeparated(table)
		d.OnUI(func() {
			fyne.CurrentApp().Clipboard().SetContent(text)
			of.say(l.N("exchanges.copied.numbers", len(table.Rows)))
		})
	})
}

// copyPicture writes the picture of a chart into a file and puts its path on the clipboard, which takes texts only.
func (d *Desk) copyPicture(of charting) {
	made, theme, folder := of.unmarked(d.Locale), part.CurrentPalette(), d.copied()
	name := of.fileName("png")
	d.Spawn(func() {
		path, err := writeTemporary(folder, made(), name, theme)
		d.OnUI(func() { d.sayCopied(of, path, err) })
	})
}

func (d *Desk) sayCopied(of charting, path string, err error) {
	if err != nil {
		of.say(export.Explain(d.Locale, path, err))
		return
	}
	fyne.CurrentApp().Clipboard().SetContent(path)
	of.say(d.Locale.T("exchanges.copied.picture", "File", path))
}

// copied is the folder for pictures that were copied.
func (d *Desk) copied() string {
	if d.Cache != "" {
		return filepath.Join(d.Cache, "copied")
	}
	folder, err := os.UserCacheDir()
	if err != nil {
		folder = os.TempDir()
	}
	return filepath.Join(folder, "parley", "copied")
}

// writeTemporary writes a chart into a file that the system may throw away.
func writeTemporary(folder string, c chart.Chart, name string, theme palette.Theme) (path string, err error) {
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
