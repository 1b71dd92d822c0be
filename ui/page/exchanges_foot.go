package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/ui/part"
	"parley/ui/state"
)

// exchangesFoot stands below the chart: the page of it, the part of the axis, and what can be done with it.
type exchangesFoot struct {
	page     *Exchanges
	content  fyne.CanvasObject
	pages    *fyne.Container
	pageOf   *widget.Label
	previous *part.Button
	next     *part.Button
	zoom     *fyne.Container
	whole    *part.Button
}

func newExchangesFoot(p *Exchanges) *exchangesFoot {
	f := &exchangesFoot{page: p}
	l := p.desk.Locale
	f.previous = part.NewIcon(l.T("look.page.previous"), theme.NavigateBackIcon(), func() { p.turnBy(-1) })
	f.next = part.NewIcon(l.T("look.page.next"), theme.NavigateNextIcon(), func() { p.turnBy(1) })
	f.pageOf = smallLabel()
	f.pages = container.NewHBox(f.previous, container.NewCenter(part.Trim(f.pageOf)), f.next)
	f.whole = part.NewIconButton(l.T("exchanges.whole"), theme.ZoomFitIcon(), p.zoom.whole)
	zooms := []fyne.CanvasObject{
		part.NewIcon(l.T("look.zoom.out"), theme.ZoomOutIcon(), func() { p.zoom.by(1/buttonZoom, 0.5) }),
		part.NewIcon(l.T("look.zoom.in"), theme.ZoomInIcon(), func() { p.zoom.by(buttonZoom, 0.5) }),
		f.whole,
	}
	f.zoom = container.NewHBox(zooms...)
	export := part.NewButton(l.T("exchanges.export"), p.Export)
	export.Importance = widget.HighImportance
	actions := part.Flow(4, 4,
		part.NewButton(l.T("exchanges.swap"), p.swapSides),
		part.NewIconButton(l.T("exchanges.copy"), theme.ContentCopyIcon(), func() { p.desk.offerCopy(p, f.content) }),
		export)
	row := part.Ends(8, part.Flow(4, 4, f.pages, f.zoom), actions)
	f.content = part.Inset(6, 24, 12, 24, row)
	return f
}

func (p *Exchanges) swapSides() {
	p.desk.Store.Change(func(n *state.State) { n.Swapped = !n.Swapped })
}

// buttonZoom is how much one press on a button zooms.
const buttonZoom = 2

func smallLabel() *widget.Label {
	l := widget.NewLabel("")
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	return l
}

// show says which page and which part of the axis is shown, where there are several.
func (f *exchangesFoot) show(now charted, m made) {
	l := f.page.desk.Locale
	hasPages, hasAxis := !now.table && m.picture.Pages > 1, !now.table && m.picture.Time != nil
	if hasPages {
		f.pageOf.SetText(l.T("exchanges.pageof", "Page", l.Number(m.picture.Page+1), "Pages", l.Number(m.picture.Pages)))
		part.SetEnabled(f.previous, m.picture.Page > 0)
		part.SetEnabled(f.next, m.picture.Page < m.picture.Pages-1)
	}
	part.SetEnabled(f.whole, now.view.Zoom != (state.Zoom{}))
	changed := f.pages.Visible() != hasPages || f.zoom.Visible() != hasAxis
	part.SetShown(f.pages, hasPages)
	part.SetShown(f.zoom, hasAxis)
	if changed {
		f.page.content.Refresh()
	}
}
