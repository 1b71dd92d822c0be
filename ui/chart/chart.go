// Package chart turns facts into charts in two steps, both pure: a question to the dataset gives a plain value with
// every number, text and note that will be seen ([RoundsChart]), and the value's Render draws it at a size in a theme.
// The window, the commands and the gallery call the same two, so what is on the screen is what is exported.
//
// A further chart is a value of its own that embeds [Frame] (title, subtitle, legend, notes, sources), lays itself out
// into a scene, and so implements [Chart]. Go-chart draws scenes with renderers of ours, for pixels (raster.go), SVG (svg.go)
// and PDF (pdf.go), and [Write] makes files of them; only these, gochart.go and pen.go know go-chart.
package chart

import (
	"image"
	"time"

	"parley/model"
	"parley/ui/palette"
)

// Chart is what every chart can do. The methods are pure: equal charts give equal pixels, tables and texts.
type Chart interface {
	// Render draws the chart, or says why it cannot: a size that is too small or too large.
	Render(Size, palette.Theme) (Picture, error)
	// Table returns the numbers of the chart as rows.
	Table() Table
	// AltText tells in one paragraph what the picture shows, for readers who cannot see it.
	AltText() string
	// Head returns the words that stand around the drawing, the sources, and what the dataset says of itself. A chart
	// has it from its Frame.
	Head() Frame
	// scene lays the chart out for a size that was checked; render, Write and Missing do the rest for all charts alike.
	scene(Size, palette.Theme) (*scene, error)
}

// render is the Render of every chart.
func render(c Chart, size Size, theme palette.Theme) (Picture, error) {
	if err := size.Check(); err != nil {
		return Picture{}, err
	}
	s, err := c.scene(size, theme)
	if err != nil {
		return Picture{}, err
	}
	return s.picture(size)
}

// Picture is a drawn chart and what can be pointed at in it.
type Picture struct {
	Image *image.RGBA
	Marks []Mark // in drawing order: of two that overlap, the later is on top
	// Page is which of Pages this is, from 0: the page asked for, or the last where there are fewer at this size. A chart
	// that fits into one picture has one page.
	Page, Pages int
	// Time is the time axis, by which the reader zooms and moves along; nil where there is none.
	Time *TimeAxis
}

// TimeAxis is the part of a time axis that a picture shows.
type TimeAxis struct {
	Plot        image.Rectangle // the area over the axis, in pixels of the image
	First, Last time.Time       // the days at its left and right edge
	From, To    time.Time       // the days at the edges where nothing is zoomed
}

// Mark is one thing in a picture that the reader can point at.
type Mark struct {
	Rect  image.Rectangle // in pixels of the image
	Role  Role
	Side  model.SideID // who received; empty for a name on the axis
	Item  model.Item   // what a click selects; zero where the thing is no item
	Key   string       // of the legend's entry that it is, for LegendRole
	Value string       // the number as it is written, "at least 1,200"
	Text  string       // what it is, whose, and according to whom, in a sentence for a tooltip
	// IsName says that this is the name of another mark, which says the same.
	IsName bool
	// From and To are the days that a mark of several things stands for, or a time of talks: zooming in on them shows more.
	// They are zero for all other marks.
	From, To time.Time
}

// Role is what a mark stands for.
type Role string

// The roles of marks.
const (
	AgreedRole   Role = "agreed"
	CarriedRole  Role = "carried-out"
	ClaimRole    Role = "claim"    // one of several numbers in dispute
	InferredRole Role = "inferred" // an exchange that is tied by inference only
	NameRole     Role = "name"     // the name of a round or an event on the axis
	LegendRole   Role = "legend"   // an entry of the legend that switches its series off and on
)
