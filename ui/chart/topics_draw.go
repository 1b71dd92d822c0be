package chart

import (
	"image/color"
	"math"
	"strconv"

	"parley/model"
	"parley/ui/palette"
)

// topicsMeasures are those of the strip and of the names below it.
type topicsMeasures struct {
	mark, gap   float64 // of the strip
	group       float64 // a mark beside the name of a group
	fall        float64 // below the strip
	below       float64 // below a row of groups
	pad         float64 // between two names
	least       float64 // width of a group
	name, title style
}

// The measures where there is room, and where there is less.
var topicsMeasured = []topicsMeasures{
	{mark: 26, gap: 14, group: 16, fall: 34, below: 28, pad: 5, least: 240, name: textType, title: style{semiBold, 14, 20}},
	{mark: 18, gap: 8, group: 14, fall: 20, below: 18, pad: 3, least: 190, name: labelType, title: headingType},
}

const (
	groupGap    = 28.0 // between two groups
	mostInGroup = 400  // names that a group shows
)

// scene implements Chart.
func (t Topics) scene(size Size, theme palette.Theme) (*scene, error) {
	chart := t.cleaned()
	for _, m := range topicsMeasured {
		if s, missing := chart.placed(size, theme, m); missing <= 0 {
			return s, nil
		}
	}
	return nil, noRoom(size, func(height int) float64 {
		size.Height = height
		_, missing := chart.placed(size, theme, topicsMeasured[len(topicsMeasured)-1])
		return missing
	})
}

// placed is the chart by some measures, and the height that it lacks.
func (t Topics) placed(size Size, theme palette.Theme, m topicsMeasures) (*scene, float64) {
	l := topicsLayout{chart: t, scene: &scene{colours: palette.Of(theme)}, m: m}
	plot := t.Frame.layout(l.scene, float64(size.Width), float64(size.Height), leastPlot)
	if t.Empty != "" {
		t.emptyPlot(l.scene, plot)
		return l.scene, 0
	}
	need := l.strip(plot)
	need += l.groups(rect{plot.x0, plot.y0 + need, plot.x1, plot.y1})
	return l.scene, need - plot.height()
}

// topicsLayout places the strip and the names.
type topicsLayout struct {
	chart Topics
	scene *scene
	m     topicsMeasures
}

// strip draws a mark for each topic in their order, and returns the height that they take.
func (l *topicsLayout) strip(plot rect) float64 {
	each := l.m.mark + l.m.gap
	perLine := max(int((plot.width()+l.m.gap)/each), 1)
	for i, m := range l.chart.Marks {
		x := plot.x0 + float64(i%perLine)*each
		y := plot.y0 + float64(i/perLine)*(each+labelType.line-4)
		area := rect{x, y, x + l.m.mark, y + l.m.mark}
		if m.Item == l.chart.Selected && m.Item != (model.Item{}) {
			l.scene.fill(area.grown(4), l.scene.colours.Selected)
		}
		l.scene.judgement(area, m.Judgement)
		number := strconv.Itoa(i + 1)
		l.scene.text(number, x+(l.m.mark-labelType.width(number))/2, y+l.m.mark+2, labelType, l.scene.colours.Muted)
		l.scene.mark(area.grown(3), Mark{Role: NameRole, Item: m.Item, Text: m.Text})
	}
	lines := (len(l.chart.Marks) + perLine - 1) / perLine
	return float64(lines)*(each+labelType.line-4) + l.m.fall
}

// groups draws the names of the topics by judgement, side by side, and returns the height that they take.
func (l *topicsLayout) groups(plot rect) float64 {
	n := len(l.chart.Groups)
	perRow := max(min(n, int((plot.width()+groupGap)/(l.m.least+groupGap))), 1)
	for (n+perRow-1)/perRow == (n+perRow-2)/max(perRow-1, 1) && perRow > 1 {
		perRow-- // as many rows with wider groups
	}
	width := (plot.width() - float64(perRow-1)*groupGap) / float64(perRow)
	y, highest := plot.y0, 0.0
	for i, g := range l.chart.Groups {
		if i > 0 && i%perRow == 0 {
			y, highest = y+highest+l.m.below, 0
		}
		x := plot.x0 + float64(i%perRow)*(width+groupGap)
		highest = max(highest, l.group(g, x, y, width))
	}
	return y + highest - plot.y0
}

// group draws one group, and returns the height that it takes.
func (l *topicsLayout) group(g TopicGroup, x, top, width float64) float64 {
	s := l.scene
	rule := s.colours.Text
	if g.Place != NoSide {
		rule = s.colours.Side(g.Place)
	}
	s.fill(rect{x, top, x + width, top + 2}, rule)
	y := top + 10
	s.judgement(rect{x, y + 1, x + l.m.group, y + 1 + l.m.group}, g.Judgement)
	name := g.Name + " · " + l.chart.locale().Number(len(g.Topics))
	y += s.lines(l.m.title.clamp(name, width-l.m.group-8, 3), x+l.m.group+8, y, l.m.title, s.colours.Text) + 6
	for i, m := range g.Topics {
		if i == mostInGroup {
			break
		}
		number := strconv.Itoa(l.numberOf(m))
		s.text(number, x+l.m.group-l.m.name.width(number), y, l.m.name, s.colours.Muted)
		lines := l.m.name.clamp(m.Name, width-l.m.group-8, 3)
		h := s.lines(lines, x+l.m.group+8, y, l.m.name, s.colours.Text)
		s.mark(rect{x, y, x + width, y + h}, Mark{Role: NameRole, Item: m.Item, Text: m.Text})
		y += h + l.m.pad
	}
	return y - top
}

// numberOf is the place of a topic in the strip, from 1.
func (l *topicsLayout) numberOf(m TopicMark) int {
	for i, o := range l.chart.Marks {
		if o.Item == m.Item {
			return i + 1
		}
	}
	return 0
}

// judgement draws the mark of a judgement, told apart by its shape alone.
func (s *scene) judgement(a rect, j model.Judgement) {
	ink, size := s.colours.Text, a.width()
	x, y := (a.x0+a.x1)/2, (a.y0+a.y1)/2
	radius := size / 2
	switch j {
	case model.Aligned:
		s.circle(x, y, radius, ink)
	case model.PartlyAligned:
		s.hoop(x, y, radius, size/9, ink)
		s.polygon(ink, halfDisc(x, y, radius)...)
	case model.Opposed:
		s.fill(rect{a.x0 + 0.14*size, a.y0, a.x0 + 0.38*size, a.y1}, ink)
		s.fill(rect{a.x0 + 0.62*size, a.y0, a.x0 + 0.86*size, a.y1}, ink)
	case model.OneSideOnly:
		s.hoop(x, y, radius, size/7, ink)
	default:
		s.fill(rect{a.x0 + 0.1*size, y - 1.2, a.x1 - 0.1*size, y + 1.2}, s.colours.Muted)
	}
}

// hoop draws a circle without what is in it.
func (s *scene) hoop(x, y, radius, width float64, c color.NRGBA) {
	s.circle(x, y, radius, c)
	s.circle(x, y, radius-width, s.colours.Page)
}

// halfDisc are the points of the left half of a disc.
func halfDisc(x, y, radius float64) []point {
	var list []point
	for i := range 25 {
		angle := math.Pi/2 + math.Pi*float64(i)/24
		list = append(list, point{x + radius*math.Cos(angle), y - radius*math.Sin(angle)})
	}
	return list
}
