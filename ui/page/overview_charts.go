package page

import (
	"image"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/chart"
	"parley/ui/part"
	"parley/ui/state"
)

// charts shows the chart across rounds of every kind, drawn for its place on the page; a press leads to the full one.
func (p *Overview) charts(s *sheet) {
	d := p.desk
	var tiles []fyne.CanvasObject
	for _, kind := range d.Dataset.Kinds() {
		if t := d.Dataset.Tally(kind.ID); len(t.Groups) == 0 && len(t.Apart) == 0 {
			continue
		}
		open := func() { d.openChart(chart.RoundsName, kind.ID) }
		name := d.Locale.T("overview.chart.open", "Kind", d.Locale.Text(kind.Name))
		picture := newSmallChart(d, kind.ID, name, open).picture
		tiles = append(tiles, part.Column(lineGap, part.Tall(smallChartHeight, picture), part.Link(name, open)))
	}
	if len(tiles) > 0 {
		s.add(part.Tiles(chart.MinWidth, sectionGap, tiles...))
	}
}

// smallChartHeight leaves the drawing as much room as the words around it take.
const smallChartHeight = 460

// smallChart is a chart across rounds on a page of several things.
type smallChart struct {
	desk    *Desk
	kind    model.KindID
	name    string // what pressing it does
	open    func()
	picture *part.Picture
	turn    state.InTurn[smallDrawn]
}

type smallDrawn struct {
	picture chart.Picture
	drawing part.Drawing
}

func newSmallChart(d *Desk, kind model.KindID, name string, open func()) *smallChart {
	c := &smallChart{desk: d, kind: kind, name: name, open: open}
	c.turn = state.InTurn[smallDrawn]{Spawn: d.Spawn, OnUI: d.OnUI}
	c.picture = part.NewPicture(c.draw)
	c.picture.Name = c.name
	return c
}

// manyExchanges are more than a chart is drawn of at once.
const manyExchanges = 5000

// draw draws the chart: at once, so that the page is complete in its first frame, or beside the window where the dataset is
// large.
func (c *smallChart) draw(size part.PictureSize) {
	d := c.desk
	options := chart.Options{Kind: c.kind, Swapped: d.Store.Now().Swapped, Locale: d.Locale}
	work := func() (made smallDrawn) {
		made.picture, made.drawing = drawn(d.Locale, chart.New(chart.RoundsName, d.Dataset, options), size)
		return made
	}
	if d.Spawn == nil || len(d.Dataset.Exchanges()) < manyExchanges {
		c.put(work())
		return
	}
	c.turn.Start(work, c.put)
}

// put shows what was drawn. All of the picture can be pressed; what can be pointed at in it says its number.
func (c *smallChart) put(made smallDrawn) {
	if made.drawing.Image != nil {
		whole := part.Spot{Rect: made.drawing.Image.Rect.Inset(4), Text: c.name, OnPress: c.open}
		made.drawing.Spots = append(made.drawing.Spots, whole)
		for _, m := range made.picture.Marks {
			if m.Role == chart.LegendRole || m.Text == "" {
				continue
			}
			made.drawing.Spots = append(made.drawing.Spots, part.Spot{Rect: m.Rect, Text: m.Text, OnPress: c.open})
		}
	}
	made.drawing.Axis = image.Rectangle{}
	c.picture.Put(made.drawing)
}
