package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/ui/chart"
	"parley/ui/part"
	"parley/ui/state"
)

// timelineFoot stands below the timeline: which part of the axis is seen, and what can be done with it.
type timelineFoot struct {
	page    *Timeline
	content fyne.CanvasObject
	whole   *part.Button
	period  *widget.Label
}

func newTimelineFoot(p *Timeline) *timelineFoot {
	f := &timelineFoot{page: p, period: smallLabel()}
	l := p.desk.Locale
	f.whole = part.NewIconButton(l.T("exchanges.whole"), theme.ZoomFitIcon(), p.zoom.whole)
	zoom := part.Flow(4, 4,
		part.NewIcon(l.T("look.zoom.out"), theme.ZoomOutIcon(), func() { p.zoom.by(1/buttonZoom, 0.5) }),
		part.NewIcon(l.T("look.zoom.in"), theme.ZoomInIcon(), func() { p.zoom.by(buttonZoom, 0.5) }),
		f.whole,
		part.Trim(f.period))
	exporting := part.NewButton(l.T("exchanges.export"), p.Export)
	exporting.Importance = widget.HighImportance
	actions := part.Flow(4, 4,
		part.NewIconButton(l.T("exchanges.copy"), theme.ContentCopyIcon(), func() { p.desk.offerCopy(p, f.content) }),
		exporting)
	row := part.Ends(8, zoom, actions)
	f.content = part.Inset(6, 24, 12, 24, row)
	return f
}

// show brings the foot in line with what is asked for.
func (f *timelineFoot) show(now timelineAsked) {
	part.SetEnabled(f.whole, now.view.Zoom != (state.Zoom{}))
}

// put says which part of the axis is seen.
func (f *timelineFoot) put(c *chart.Timeline) {
	if words := c.Period(); f.period.Text != words {
		f.period.SetText(words)
	}
}
