package chart

import (
	"image/color"

	"parley/model"
)

// What is selected stands on a band in the colour of chosen rows, with a bar in the accent's colour at its foot.

// selectedBar is how high the bar at the foot of a selection is.
const selectedBar = 3.0

// isSelected reports whether a slot, or the whole group that it is in, is selected.
func (l *roundsLayout) isSelected(g *groupBox, c *cell) bool {
	selected := l.chart.Selected
	return selected != model.Item{} && g.group.Item == selected || c.slot.isSelected(selected)
}

// drawSelected draws the band under what is selected.
func (l *roundsLayout) drawSelected(plot rect) {
	s := l.scene
	for _, g := range l.groups {
		for _, c := range g.cells {
			if !l.isSelected(g, c) {
				continue
			}
			c.selected = true
			area := l.labelArea(g, c, plot).grown(labelPad)
			area.y1 = plot.y1
			s.fill(area, s.colours.Selected)
			s.fill(rect{area.x0, plot.y1 + 1, area.x1, plot.y1 + 1 + selectedBar}, s.colours.Accent)
		}
	}
}

// ground is the colour that the words of a slot stand on.
func (l *roundsLayout) ground(c *cell) color.NRGBA {
	if c.selected {
		return l.scene.colours.Selected
	}
	return l.scene.colours.Page
}
