package page

import (
	"errors"
	"math"

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
	d := part.Drawing{Image: picture.Image, Alt: c.AltText}
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

// setZoom shows a part of the time axis.
func (p *Exchanges) setZoom(z state.Zoom, isStep bool) {
	change := p.desk.Store.Adjust
	if isStep {
		change = p.desk.Store.Change
	}
	change(func(n *state.State) { n.View.Zoom = z })
}
