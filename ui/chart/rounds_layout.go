package chart

import (
	"math"
	"slices"

	"parley/model"
	"parley/ui/format"
	"parley/ui/palette"
)

// mode is how much room the words of the chart are given. The chart takes the first mode in which all finds its place.
type mode struct {
	short     bool    // "1,200+" instead of "at least 1,200"
	letters   bool    // a letter below the bars, explained under the chart, instead of remarks beside the bars
	brief     bool    // letters stand only for what was carried out and for names that the axis does not hold
	apart     bool    // what is no round has its date as its name, and its name is told with its letter
	turned    bool    // dates, turned upwards, instead of names, and neither remarks nor letters
	hide      bool    // a number without room is left to the table
	nameLines int     // lines that a name may take
	dotRooms  int     // rings that may stand side by side
	groupGap  float64 // between two occasions
	minBar    float64 // the narrowest bar
	minPlot   float64 // the least height from the axis to its highest tick
}

var modes = []mode{
	{nameLines: 3, dotRooms: 6, groupGap: 18, minBar: 10, minPlot: 130},
	{nameLines: 4, dotRooms: 4, groupGap: 18, minBar: 8, minPlot: 130},
	{short: true, nameLines: 4, dotRooms: 3, groupGap: 14, minBar: 8, minPlot: 110},
	{letters: true, nameLines: 3, dotRooms: 4, groupGap: 14, minBar: 8, minPlot: 110},
	{short: true, letters: true, nameLines: 4, dotRooms: 3, groupGap: 14, minBar: 6, minPlot: 84},
	{short: true, letters: true, nameLines: 6, dotRooms: 2, groupGap: 12, minBar: 5, minPlot: 72},
	{short: true, letters: true, apart: true, nameLines: 4, dotRooms: 2, groupGap: 12, minBar: 5, minPlot: 72},
	{
		short: true, letters: true, brief: true, apart: true,
		nameLines: 4, dotRooms: 1, groupGap: 12, minBar: 5, minPlot: 60,
	},
	{
		short: true, letters: true, brief: true, apart: true, hide: true,
		nameLines: 5, dotRooms: 1, groupGap: 10, minBar: 4, minPlot: leastPlot,
	},
	{short: true, turned: true, hide: true, dotRooms: 1, groupGap: 4, minBar: 4, minPlot: leastPlot},
}

// The measures of the drawing.
const (
	maxBar       = 44.0
	leastGroup   = 18.0 // no group takes less width, with the gap to the next
	barGap       = 2.0  // between agreed and carried out of a side
	slotGap      = 12.0 // between pledges of one occasion
	partGap      = 30.0 // between the rounds and what stands apart
	remarkGap    = 6.0
	headroom     = 32.0  // over the highest tick, for labels
	dotRoom      = 10.0  // for one ring
	axisGap      = 8.0   // between the numbers of the axis and the first bar
	namesGap     = 6.0   // between the axis and the names
	unknownBar   = 30.0  // the height of a bar whose number is not known
	unknownShare = 0.16  // of the drawing's height, at most
	maxTurned    = 130.0 // the longest turned name
	plotShare    = 0.34  // of the picture's height, from the axis to its highest tick, if notes can make room
	leastPlot    = 44.0  // the same in pixels, at the very least
	remarkLines  = 4     // lines that a remark should take at most
	highShare    = 0.5   // bars above this share of the highest leave no room over them
)

// Render draws the chart. Equal charts, sizes and themes give equal pixels.
func (r Rounds) Render(size Size, theme palette.Theme) (Picture, error) {
	return render(r, size, theme)
}

// scene places everything, in the first mode in which everything finds its place. Pages are all of the tightest mode.
func (r Rounds) scene(size Size, theme palette.Theme) (*scene, error) {
	chart := r.cleaned()
	highest, missing := chart.highest(), 0.0
	pages := chart.pages(float64(size.Width))
	page, choice := pageOf(r.Page, len(pages)), modes
	if len(pages) > 1 {
		choice = modes[len(modes)-1:]
		chart.Frame = chart.Frame.onPage(page, len(pages))
	}
	longest := 0.0
	if len(pages) > 1 {
		longest = chart.longestDate()
	}
	chart.Groups = pages[page]
	for _, m := range choice {
		l := &roundsLayout{chart: chart, highest: highest, longest: longest, mode: m, locale: r.locale()}
		l.scene = &scene{colours: palette.Of(theme), page: page, pages: len(pages)}
		if l.place(float64(size.Width), float64(size.Height)) {
			return l.scene, nil
		}
		missing = l.missing
	}
	return nil, &SizeError{Size: size, Fault: NoRoom, Height: size.Height + int(math.Ceil(missing))}
}

// roundsLayout is one attempt to place the chart.
type roundsLayout struct {
	chart   Rounds
	highest int     // number of the chart
	longest float64 // turned name of all pages; 0 where there is one page
	mode    mode
	scene   *scene
	locale  *format.Locale

	groups  []*groupBox
	bar     float64 // width of a bar
	gutter  float64 // width of the axis' numbers
	names   float64 // height of the names
	axis    axis
	apart   float64 // where the part begins that stands apart; 0: nowhere
	heading []string
	missing float64 // height that the drawing lacks
}

// groupBox is where a group stands.
type groupBox struct {
	group   *Group
	cells   []*cell
	x0, x1  float64
	right   float64 // where the next group begins
	name    []string
	nameTop float64 // from the axis
	nameMin float64 // the width that the name needs
}

// cell is where a slot stands: its columns at the left, room for words over and beside them.
type cell struct {
	slot    *Slot
	letter  string // stands for all that is explained under the chart; "" for none
	words   wordRoom
	x0, x1  float64
	columns []*column
	label   []string

	selected bool
}

// wordRoom is the width that the words of a slot need, whatever the width of its bars.
type wordRoom struct {
	label  float64 // below the axis, and numbers over the bars
	over   float64 // for remarks over the bars
	beside float64 // for remarks beside them
}

// column is where a bar or rings stand.
type column struct {
	side   *SideBars
	bar    *Bar // nil for rings
	role   Role
	x0, x1 float64
	top    float64 // the highest point that is drawn
}

// place lays the chart out; it reports whether everything found its place.
func (l *roundsLayout) place(width, height float64) bool {
	s := l.scene
	if l.chart.Empty != "" {
		plot := l.chart.Frame.layout(s, width, height, height*plotShare)
		l.missing = leastPlot - plot.height()
		l.chart.emptyPlot(s, plot)
		return l.missing <= 0
	}
	l.gutter = l.gutterWidth()
	if !l.prepare() || !l.placeGroups(margin+l.gutter+axisGap, width-margin) || !l.setNames() {
		return false
	}
	head := l.headroom()
	plot := l.frame().layout(s, width, height, l.names+head+height*plotShare)
	plot.y1 -= l.names
	if l.missing = head + l.mode.minPlot - plot.height(); l.missing > 0 {
		return false
	}
	l.axis = newAxis(l.highest, plot.y1, plot.y0+head)
	return l.draw(plot) || l.mode.hide
}

// draw draws into the plot; it reports whether all words found a place.
func (l *roundsLayout) draw(plot rect) bool {
	l.drawSelected(plot)
	l.drawGrid(plot)
	l.drawHeading(plot)
	for _, g := range l.groups {
		l.drawNames(g, plot.y1)
		for _, c := range g.cells {
			l.drawCell(c)
		}
	}
	l.drawAxis(plot)
	placed := true
	for _, g := range l.groups {
		for _, c := range g.cells {
			placed = l.labelCell(c, l.labelArea(g, c, plot)) && placed
		}
	}
	return placed
}

// frame is the chart's frame with what this mode has to explain.
func (l *roundsLayout) frame() Frame {
	f := l.chart.Frame
	if l.mode.hide {
		f.Must = nil // the smallest pictures send the reader to the table
	}
	switch more := l.locale.T("chart.legend.more"); {
	case l.mode.turned:
		f.Must = append(f.Must, more)
	case l.mode.hide:
		f.Notes = append([]Note{{Text: more, Short: more}}, f.Notes...)
	}
	if l.mode.letters {
		f.Must = append(f.Must, l.lettersExplained()...)
	}
	if l.mode.short {
		f.Legend = slices.Concat(f.Legend, l.shortLegend())
	}
	return f
}

// shortLegend explains the short forms of numbers that are used.
func (l *roundsLayout) shortLegend() []LegendEntry {
	used := map[model.Qualifier]bool{}
	for _, g := range l.groups {
		for _, c := range g.cells {
			for _, col := range c.columns {
				if col.bar != nil && col.bar.HasValue() {
					used[col.bar.Qualifier] = true
				}
			}
		}
	}
	var list []LegendEntry
	for _, q := range []model.Qualifier{model.AtLeast, model.About} {
		if used[q] {
			list = append(list, LegendEntry{Symbol: Caption, Place: NoSide, Text: l.locale.T("chart.legend.short." + string(q))})
		}
	}
	return list
}

// prepare makes the boxes of all groups, without places; it reports whether this mode can tell of all of them.
func (l *roundsLayout) prepare() bool {
	for i := range l.chart.Groups {
		g := &groupBox{group: &l.chart.Groups[i]}
		for j := range g.group.Slots {
			if c := newCell(&g.group.Slots[j]); len(c.columns) > 0 {
				g.cells = append(g.cells, c)
			}
		}
		if len(g.cells) > 0 {
			l.groups = append(l.groups, g)
		}
	}
	if l.mode.letters && !l.setLetters() {
		return false
	}
	for _, g := range l.groups {
		g.nameMin = labelType.line
		if !l.mode.turned {
			g.nameMin = labelType.narrowest(l.nameOf(g), l.mode.nameLines)
		}
		for _, c := range g.cells {
			c.words = l.wordRoom(c)
		}
	}
	return true
}

func newCell(s *Slot) *cell {
	c := &cell{slot: s}
	for i := range s.Sides {
		side := &s.Sides[i]
		if side.Agreed.State != model.NotApplicable {
			c.columns = append(c.columns, &column{side: side, bar: &side.Agreed, role: AgreedRole})
		}
		if side.Carried.State != model.NotApplicable {
			c.columns = append(c.columns, &column{side: side, bar: &side.Carried, role: CarriedRole})
		}
		if len(side.Inferred) > 0 {
			c.columns = append(c.columns, &column{side: side, role: InferredRole})
		}
	}
	return c
}

// headroom is the height over the highest tick: for labels, and for the heading of what stands apart.
func (l *roundsLayout) headroom() float64 {
	if l.apart == 0 || l.chart.Heading == "" {
		return headroom
	}
	width := l.groups[len(l.groups)-1].x1 - l.apart
	l.heading = headingType.clamp(l.chart.Heading, max(width, headingType.longestWord(l.chart.Heading)), 4)
	return max(headroom, float64(len(l.heading))*headingType.line+8)
}
