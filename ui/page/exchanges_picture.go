package page

import (
	"errors"
	"math"
	"time"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
)

// drawn draws a chart for its place in the window.
func drawn(l *format.Locale, c chart.Chart, asked part.PictureSize) (chart.Picture, part.Drawing) {
	picture, err := c.Render(chartSize(asked), asked.Theme)
	if err != nil {
		return picture, part.Drawing{Words: notDrawn(l, err)}
	}
	d := part.Drawing{Image: picture.Image}
	if picture.Time != nil {
		d.Axis = picture.Time.Plot
	}
	return picture, d
}

// chartSize is the size that a chart is drawn at: where its place is smaller than the smallest chart, the picture is drawn
// larger and shown smaller.
func chartSize(asked part.PictureSize) chart.Size {
	k := max(float64(chart.MinWidth)/float64(asked.Width), float64(chart.MinHeight)/float64(asked.Height), 1)
	larger := func(n int) int { return int(math.Ceil(float64(n)*k - 1e-9)) }
	scale := min(max(asked.Scale/k, chart.MinScale), chart.MaxScale)
	return chart.Size{Width: larger(asked.Width), Height: larger(asked.Height), Scale: scale}
}

// notDrawn says why there is no picture and that the table has the numbers.
func notDrawn(l *format.Locale, err error) string {
	var size *chart.SizeError
	if errors.As(err, &size) {
		return l.T("exchanges.noroom")
	}
	return l.T("exchanges.notdrawn", "Why", err.Error())
}

// spots are the marks of a picture, with what pressing them does: an entry of the legend switches its series, all else is
// selected for the inspector.
func (p *Exchanges) spots(picture chart.Picture) []part.Spot {
	spots := make([]part.Spot, 0, len(picture.Marks))
	for _, m := range picture.Marks {
		spot := part.Spot{Rect: m.Rect, Text: m.Text}
		switch {
		case m.Role == chart.LegendRole && m.Key != "":
			spot.OnPress = func() { p.switchSeries(m.Key) }
		case !m.Item.IsZero():
			spot.OnPress = func() { p.desk.Store.Select(m.Item) }
		}
		spots = append(spots, spot)
	}
	return spots
}

func (p *Exchanges) switchSeries(key string) {
	p.change(func(v *state.View) { v.Without, v.Part = v.Without.Toggled(key), 0 })
}

// turnBy turns the pages of a chart that one picture cannot hold.
func (p *Exchanges) turnBy(by int) {
	next := min(max(p.made.picture.Page+by, 0), p.made.picture.Pages-1)
	if next >= 0 && next != p.made.picture.Page {
		p.change(func(v *state.View) { v.Part = next })
	}
}

// exactZoom is what is shown of a time axis, in days since the beginning of 1970. The state has it in whole days, in
// which a slow drag would not move.
type exactZoom struct {
	from, to float64
	rounded  state.Zoom // what the state has of it
}

// leastDays is how far the axis can be zoomed in.
const leastDays = 7

const secondsPerDay = 24 * 60 * 60

func dayOf(t time.Time) float64 { return float64(t.Unix()) / secondsPerDay }

func dateOf(day float64) model.Date {
	t := time.Unix(int64(math.Round(day))*secondsPerDay, 0).UTC()
	d, err := model.ParseDate(t.Format("2006-01-02"))
	if err != nil {
		return model.Date{} // a year beyond 9999
	}
	return d
}

// zoomNow is what is shown of the axis, as exactly as it is known.
func (p *Exchanges) zoomNow(axis *chart.TimeAxis) exactZoom {
	switch z := p.shown.view.Zoom; {
	case z == state.Zoom{}:
		return exactZoom{from: dayOf(axis.From), to: dayOf(axis.To)}
	case z == p.zoom.rounded:
		return p.zoom
	default:
		return exactZoom{from: dayOf(z.From.First()), to: dayOf(z.To.Last()), rounded: z}
	}
}

// zoomBy draws the axis larger, or smaller where factor is below 1. What stands at the part at of its width stays there.
func (p *Exchanges) zoomBy(factor, at float64) {
	p.showZoom(func(z exactZoom, whole exactZoom) exactZoom {
		width := min(max((z.to-z.from)/factor, leastDays), whole.to-whole.from)
		from := z.from + at*((z.to-z.from)-width)
		return exactZoom{from: from, to: from + width}
	})
}

// moveBy moves along the axis, by a part of the width that is shown.
func (p *Exchanges) moveBy(by float64) {
	p.showZoom(func(z exactZoom, _ exactZoom) exactZoom {
		days := by * (z.to - z.from)
		return exactZoom{from: z.from + days, to: z.to + days}
	})
}

// showZoom shows another part of the axis, within the whole. Zooming from the whole is a step of the history, what
// follows is not.
func (p *Exchanges) showZoom(next func(z, whole exactZoom) exactZoom) {
	axis := p.made.picture.Time
	if axis == nil {
		return
	}
	whole := exactZoom{from: dayOf(axis.From), to: dayOf(axis.To)}
	z := next(p.zoomNow(axis), whole)
	if shift := whole.from - z.from; shift > 0 {
		z.from, z.to = z.from+shift, z.to+shift
	}
	if shift := z.to - whole.to; shift > 0 {
		z.from, z.to = max(z.from-shift, whole.from), whole.to
	}
	if z.to-z.from < whole.to-whole.from-0.5 {
		z.rounded = state.Zoom{From: dateOf(z.from), To: dateOf(z.to)}
	}
	p.zoom = z
	change := p.desk.Store.Adjust
	if p.shown.view.Zoom == (state.Zoom{}) {
		change = p.desk.Store.Change
	}
	change(func(n *state.State) { n.View.Zoom = z.rounded })
}

// showWhole shows the whole axis.
func (p *Exchanges) showWhole() {
	p.change(func(v *state.View) { v.Zoom = state.Zoom{} })
}
