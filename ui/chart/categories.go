package chart

import (
	"slices"

	"parley/model"
	"parley/ui/palette"
)

// Categories is the chart by category: for each receiving side one bar of what was carried out, with a segment for each
// exact set of labels that exchanges have, and one parted into military and civilians where claims name both. It is plain
// data; [CategoriesChart] makes it.
type Categories struct {
	Frame
	Panels []Panel
	// Selected is drawn so that it is seen; zero: nothing.
	Selected model.Item
	// Page is which of the pictures is drawn where one cannot hold all panels, from 0.
	Page int

	question question // for the table, which is made when it is asked for
	rows     []categoryRow
}

// Way is a way to part what was carried out.
type Way string

// The ways: by the labels of the exchanges, and into military and civilians.
const (
	LabelWay   Way = "labels"
	ServiceWay Way = "service"
)

// Panel is one bar with its segments: what one side received, parted in one way.
type Panel struct {
	Way      Way
	Side     model.SideID
	Name     string // of the side
	Place    int    // in the dataset's order: gives the colour
	Heading  string // what the bar is parted by
	Sum      int    // of the segments that are switched on
	Label    string // the sum as it is written, "at least 5,008"; empty where no segment has a number
	Text     string // how many exchanges it rests on, and how many have no count
	Segments []Segment

	Low, High int // the range of published figures, where HasRange
	HasRange  bool
}

// Segment is one part of a bar.
type Segment struct {
	Key       string       // names the series, which its line switches off and on
	Off       bool         // it is switched off: neither drawn nor in the sum
	Pattern   int          // its place among all parts, which gives its form; see NotSplit
	Label     string       // what it is
	State     model.State  // Unknown where no exchange has a count
	Value     int          // the sum of the published counts
	Number    string       // the value as it is written; empty without one
	Exchanges string       // "in 43 exchanges, 9 more without a published count"
	Uncounted string       // only the last part of that; empty where all have a count
	Text      string       // the whole sentence for a tooltip
	Items     []model.Item // the exchanges in it
}

// NotSplit is the Pattern of what is in no part.
const NotSplit = -1

// Render draws the chart. Equal charts, sizes and themes give equal pixels.
func (c Categories) Render(size Size, theme palette.Theme) (Picture, error) {
	return render(c, size, theme)
}

// Table returns the numbers of the chart as rows.
func (c Categories) Table() Table {
	t := Table{Columns: categoryColumns()}
	for _, r := range c.rows {
		t.Rows = append(t.Rows, c.question.categoryRow(r))
	}
	return t
}

// highest is the highest number that is drawn of a way: the bars of one way have one scale.
func (c Categories) highest(w Way) int {
	n := 0
	for _, p := range c.Panels {
		if p.Way != w {
			continue
		}
		n = max(n, p.Sum)
		if p.HasRange {
			n = max(n, p.High)
		}
	}
	return n
}

// cleaned is the chart with every text fit for drawing.
func (c Categories) cleaned() Categories {
	c.Frame = c.Frame.cleaned()
	c.Panels = slices.Clone(c.Panels)
	for i := range c.Panels {
		p := &c.Panels[i]
		p.Name, p.Heading, p.Label, p.Text = clean(p.Name), clean(p.Heading), clean(p.Label), clean(p.Text)
		p.Segments = slices.Clone(p.Segments)
		for j := range p.Segments {
			s := &p.Segments[j]
			s.Label, s.Number, s.Exchanges, s.Uncounted = clean(s.Label), clean(s.Number), clean(s.Exchanges), clean(s.Uncounted)
		}
	}
	return c
}

// drawn are the segments that are in the bar.
func (p Panel) drawn() []Segment {
	var list []Segment
	for _, s := range p.Segments {
		if !s.Off && s.State != model.Unknown {
			list = append(list, s)
		}
	}
	return list
}
