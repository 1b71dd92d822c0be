package chart

import (
	"parley/model"
	"parley/ui/palette"
)

// Time is the chart over time: for each receiving side the sum of the published counts, exchange by exchange, with the
// rounds as marks and, as ticks, the totals of the same scope that officials published. It is plain data; [TimeChart]
// makes it.
type Time struct {
	Frame
	Lines  []TimeLine
	Rounds []TimeRound

	whole    timeRange // all that there is to draw
	view     timeRange // the part that is drawn
	selected model.Item
	question question // for the texts of what is pointed at, and for the table: made when they are asked for
}

// TimeLine is the sum of what one side received.
type TimeLine struct {
	model.Course // the steps, the sum, and the totals of its scope
	Name         string
	Place        int // in the dataset's order: gives the colour
}

// TimeRound is a round on the axis.
type TimeRound struct {
	Item   model.Item
	Date   model.Date
	Name   string
	Text   string // for a tooltip
	Agreed bool   // something of this kind was agreed at it; such rounds are named first
}

// The keys of series that only charts over time have, see series.go for the others.
const (
	totalsSeries = "totals"
	roundsSeries = "rounds"
)

// TotalRole is the role of a total that officials published.
const TotalRole Role = "total"

// Render draws the chart. Equal charts, sizes and themes give equal pixels.
func (t Time) Render(size Size, theme palette.Theme) (Picture, error) { return render(t, size, theme) }

// cleaned is the chart with a frame that is fit for drawing. TimeChart has cleaned all other texts.
func (t Time) cleaned() Time {
	t.Frame = t.Frame.cleaned()
	return t
}

// isUnsure reports whether a date means one of several days.
func isUnsure(d model.Date) bool { return !d.First().Equal(d.Last()) }
