package chart

import (
	"slices"
	"strings"

	"parley/ui/format"
)

// The spaces of the frame, in steps of 4.
const (
	margin       = 20.0
	gapTitle     = 4.0  // under the title
	gapLegend    = 8.0  // over the legend
	gapPlot      = 10.0 // over and under the drawing
	legendSymbol = 14.0
	gapSymbol    = 6.0  // between a symbol and its words
	gapEntry     = 16.0 // between two entries
	gapParagraph = 4.0  // between two notes
	columnGap    = 28.0 // between two columns of notes
	columnWidth  = 400.0
	shortPicture = 520.0 // below this height the last lines run on in one paragraph
)

// layout writes the frame into the scene and returns the area that is left for the drawing, at least minPlot high
// unless the picture is too small even for the lines that are always there. Notes are shortened, then left out, see
// notesAt.
func (f Frame) layout(s *scene, width, height, minPlot float64) rect {
	inner := width - 2*margin
	y := margin - 4
	y += s.lines(titleType.clamp(f.Title, inner, 3), margin, y, titleType, s.colours.Text) + gapTitle
	y += s.lines(subtitleType.clamp(f.Subtitle, inner, 4), margin, y, subtitleType, s.colours.Muted)
	if len(f.Legend) > 0 {
		y += gapLegend
		y += f.legend(s, margin, y, inner)
	}
	y += gapPlot
	foot := f.foot(inner, height, height-y-minPlot-gapPlot-margin+6)
	footTop := height - margin + 6 - foot.height()
	foot.write(s, margin, footTop)
	return rect{margin, y, width - margin, footTop - gapPlot}
}

// legend writes the entries in lines and returns the height that they take. An entry with a key can be pointed at.
func (f Frame) legend(s *scene, left, top, width float64) float64 {
	x, y := left, top
	for _, e := range f.Legend {
		symbol := legendSymbol + gapSymbol
		if e.Symbol == Caption {
			symbol = 0
		}
		words := noteType.clamp(e.Text, width-symbol, 1)
		if w := symbol + noteType.widest(words); x > left && x+w > left+width {
			x, y = left, y+noteType.line+2
		}
		area := rect{x, y, x + symbol + noteType.widest(words), y + noteType.line}
		s.legendEntry(e, words, area, symbol)
		if e.Key != "" {
			s.mark(area, Mark{Role: LegendRole, Key: e.Key, Text: f.switchText(e)})
		}
		x = area.x1 + gapEntry
		if e.Symbol == Caption {
			x -= gapEntry / 2
		}
	}
	return y + noteType.line - top
}

// legendEntry draws the symbol and the words of an entry. One that is switched off has neither form nor colour, and its
// words are struck out.
func (s *scene) legendEntry(e LegendEntry, words []string, area rect, symbol float64) {
	ink := s.colours.Text
	middle := (area.y0 + area.y1) / 2
	if e.Off {
		ink = s.colours.Muted
		s.outline(rect{area.x0, middle - 6, area.x0 + legendSymbol, middle + 6}, 1, ink)
	} else {
		s.symbol(e, area.x0, middle)
	}
	s.lines(words, area.x0+symbol, area.y0, noteType, ink)
	if e.Off {
		s.fill(rect{area.x0 + symbol, middle, area.x1, middle + 1}, ink)
	}
}

// switchText says what a click on an entry does.
func (f Frame) switchText(e LegendEntry) string {
	key := "chart.legend.switchoff"
	if e.Off {
		key = "chart.legend.switchon"
	}
	return format.In(f.Lang).T(key, "Series", e.Text)
}

// symbol draws the form of a legend's entry around the middle of its line.
func (s *scene) symbol(e LegendEntry, x, middle float64) {
	colour := s.colours.Muted
	if e.Place != NoSide {
		colour = s.colours.Side(e.Place)
	}
	box := rect{x, middle - 6, x + legendSymbol, middle + 6}
	centre := x + legendSymbol/2
	switch e.Symbol {
	case Swatch, Solid:
		s.fill(box, colour)
	case Hatched:
		s.hatched(box, colour)
	case Dashed:
		s.unknown(rect{x, middle - 6, x + legendSymbol, middle + 6}, colour)
	case Diamond:
		s.diamond(centre, middle, colour)
	case Whisker:
		s.whisker(centre, middle-6, middle+6, 3, middle+6, s.colours.Text)
	case Ring:
		s.ring(centre, middle, colour)
	case HatchedDisc, Disc, HollowDiamond, OpenAbove, OpenBelow, OpenBoth:
		s.discSymbol(e, centre, middle, colour)
	default:
		if e.Symbol >= Counted {
			s.timelineSymbol(e, x, middle)
			return
		}
		s.timeSymbol(e, x, middle, colour)
	}
}

// foot is the text under the drawing, set in columns so that lines stay short enough to read.
type foot struct {
	columns [][]paragraph
	width   float64 // of a column
}

// paragraph is a text in lines.
type paragraph []string

func (p paragraph) height() float64 { return float64(len(p))*noteType.line + gapParagraph }

func height(column []paragraph) float64 {
	sum := -gapParagraph
	for _, p := range column {
		sum += p.height()
	}
	return sum
}

func (f foot) height() float64 {
	most := 0.0
	for _, c := range f.columns {
		most = max(most, height(c))
	}
	return most
}

func (f foot) write(s *scene, left, top float64) {
	for i, column := range f.columns {
		x, y := left+float64(i)*(f.width+columnGap), top
		for _, p := range column {
			s.lines(p, x, y, noteType, s.colours.Muted)
			y += p.height()
		}
	}
}

// foot sets notes, sources, filters and coverage into the room there is. The last three are never left out.
func (f Frame) foot(width, height, room float64) foot {
	isShort := height < shortPicture
	must := slices.Concat(f.Must, []string{f.Sources, f.Filters, f.Coverage})
	if isShort && f.SourcesShort != "" {
		must[len(f.Must)] = f.SourcesShort
	}
	setter := newSetter(width)
	for level := 0; ; level++ {
		notes, cut, more := f.notesAt(level)
		last := must
		if cut {
			last = append([]string{format.In(f.Lang).T("chart.note.moreinfile")}, must...)
		}
		if isShort {
			last = []string{strings.Join(last, " ")}
		}
		set := setter.set(slices.Concat(notes, last))
		if set.height() <= room || !more {
			return set
		}
	}
}

// notesAt is the choice of notes at a level of shortness: all but the first become short, the last before the others;
// then they are left out in the same order; then the first becomes short, and goes. Cut says that notes were left out;
// more that there are shorter choices.
func (f Frame) notesAt(level int) (notes []string, cut, more bool) {
	n := len(f.Notes)
	later := max(n-1, 0)
	short, gone := min(level, later), min(max(level-later, 0), later)
	firstShort, firstGone := level > 2*later, level > 2*later+1
	for i, note := range f.Notes {
		switch {
		case i >= n-gone && i > 0, i == 0 && firstGone:
		case note.Short != "" && (i > 0 && i >= n-short || i == 0 && firstShort):
			notes = append(notes, note.Short)
		default:
			notes = append(notes, note.Text)
		}
	}
	return notes, gone > 0 || firstGone && n > 0, level < 2*later+2
}

// setter sets texts in columns, each text once however often it is tried.
type setter struct {
	columns int
	width   float64 // of a column
	done    map[string]paragraph
}

// newSetter makes as many columns as the width holds.
func newSetter(width float64) *setter {
	n := max(1, int((width+columnGap)/(columnWidth+columnGap)))
	return &setter{columns: n, width: (width - float64(n-1)*columnGap) / float64(n), done: map[string]paragraph{}}
}

// set sets paragraphs into the columns, none broken over two, as level as can be.
func (s *setter) set(texts []string) foot {
	var all []paragraph
	most := 0.0
	for _, t := range texts {
		p, ok := s.done[t]
		if !ok {
			p = noteType.wrap(t, s.width)
			s.done[t] = p
		}
		all = append(all, p)
		most = max(most, p.height())
	}
	for most = max(most, height(all)/float64(s.columns)); ; most += noteType.line / 2 {
		if columns := fillColumns(all, most); len(columns) <= s.columns {
			return foot{columns: columns, width: s.width}
		}
	}
}

// fillColumns puts paragraphs into columns of at most this height.
func fillColumns(all []paragraph, most float64) [][]paragraph {
	var columns [][]paragraph
	for _, p := range all {
		last := len(columns) - 1
		if last >= 0 && height(columns[last])+p.height() <= most {
			columns[last] = append(columns[last], p)
			continue
		}
		columns = append(columns, []paragraph{p})
	}
	return columns
}

// emptyPlot says in the drawing's place that there is nothing to draw, and how to widen the filter.
func (f Frame) emptyPlot(s *scene, plot rect) {
	s.fill(rect{plot.x0, plot.y0, plot.x1, plot.y0 + 1}, s.colours.Line)
	width := min(plot.width(), 560)
	s.lines(textType.clamp(f.Empty, width, 6), plot.x0, plot.y0+gapPlot, textType, s.colours.Text)
}
