package page

import (
	"io"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"parley/ui/chart"
	"parley/ui/comparison"
	"parley/ui/export"
	"parley/ui/format"
)

// askToExport offers what can be taken out of the window.
func (p *Memoranda) askToExport() {
	if !p.ready {
		return
	}
	l := p.desk.Locale
	menu := fyne.NewMenu("",
		fyne.NewMenuItem(l.T("compared.export.text"), p.exportText),
		fyne.NewMenuItem(l.T("compared.export.strip"), func() { p.desk.export(p.charted(chart.TopicsName), false) }),
		fyne.NewMenuItem(l.T("compared.export.matrix"), func() { p.desk.export(p.charted(chart.MatrixName), false) }))
	canvas := p.desk.Window.Canvas()
	pop := widget.NewPopUpMenu(menu, canvas)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.finder.export).AddXY(0, p.finder.export.Size().Height+2)
	if p.view.Matrix {
		at = fyne.CurrentApp().Driver().AbsolutePositionForObject(p.content).AddXY(348, 88)
	}
	size, room := pop.MinSize(), canvas.Size()
	pop.ShowAtPosition(fyne.NewPos(fyne.Min(at.X, room.Width-size.Width-8), fyne.Min(at.Y, room.Height-size.Height-8)))
}

// exportText asks where to put the comparison as a text. The reader's own judgements go with it when that is asked for.
func (p *Memoranda) exportText() {
	l, told := p.desk.Locale, p.told
	withOwn := false
	var more []*widget.FormItem
	if told.Own {
		own := widget.NewCheck(l.T("compared.export.own"), func(on bool) { withOwn = on })
		more = append(more, widget.NewFormItem("", own))
	}
	ds, pair, notes := p.desk.Dataset, p.pair, p.desk.judgementNotes()
	formats := []string{string(comparison.HTML), string(comparison.Markdown), string(comparison.CSV), string(comparison.JSON)}
	what := savable{
		title: l.T("compared.export.title"), name: export.Name(formats[0], "comparison", string(pair.left), string(pair.right)),
		more: more,
		write: func(w io.Writer, ending string) error {
			asked := notes
			if !withOwn {
				asked = nil
			}
			return comparison.Tell(l, ds, pair.left, pair.right, asked).Write(w, comparison.Format(ending))
		},
		saved: func(path string) { p.current().say(l.T("save.done", "File", path)) },
	}
	for _, f := range formats {
		what.formats = append(what.formats, savedAs{f, l.T("compared.format." + f)})
	}
	p.desk.save(what)
}

// comparedChart is a chart of the page, to be exported.
type comparedChart struct {
	page *Memoranda
	name chart.Name
}

func (p *Memoranda) charted(name chart.Name) comparedChart { return comparedChart{p, name} }

// current is the chart that belongs to what the page shows.
func (p *Memoranda) current() comparedChart {
	if p.view.Matrix {
		return p.charted(chart.MatrixName)
	}
	return p.charted(chart.TopicsName)
}

// unmarked implements charting.
func (c comparedChart) unmarked(l *format.Locale) func() chart.Chart {
	ds := c.page.desk.Dataset
	options := chart.Options{Locale: l, Left: c.page.pair.left, Right: c.page.pair.right}
	return sync.OnceValue(func() chart.Chart { return chart.New(c.name, ds, options) })
}

// fileName implements charting.
func (c comparedChart) fileName(extension string) string {
	if c.name == chart.MatrixName {
		return export.Name(extension, string(c.name))
	}
	return export.Name(extension, string(c.name), string(c.page.pair.left), string(c.page.pair.right))
}

// say implements charting.
func (c comparedChart) say(words string) { c.page.desk.say(words) }

// Export implements Charting: it offers the comparison, the strip of topics and the matrix.
func (p *Memoranda) Export() { p.askToExport() }

// CopyNumbers implements Charting.
func (p *Memoranda) CopyNumbers() { p.desk.copyNumbers(p.current(), "", false) }

// CopyPicture implements Charting.
func (p *Memoranda) CopyPicture() { p.desk.copyPicture(p.current()) }
