package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"parley/model"
	"parley/ui/comparison"
	"parley/ui/palette"
)

// Matrix is which document of the talks addresses which topic. It is plain data; [MatrixChart] makes it.
type Matrix struct {
	Frame
	Columns []MatrixColumn
	Rows    []MatrixRow
	// Selected is drawn so that it is seen; zero: nothing.
	Selected model.Item

	table [][]string
}

// MatrixColumn is one document.
type MatrixColumn struct {
	Item  model.Item
	Name  string
	Place int // of the side that wrote it alone; NoSide for others
}

// MatrixRow is one topic; its cells stand in the order of the columns.
type MatrixRow struct {
	Item  model.Item
	Name  string
	Cells []MatrixCell
}

// MatrixCell is what one document holds on one topic.
type MatrixCell struct {
	Sign   string // "3", "(2)", "–", or "" where nothing is recorded
	Strong bool   // it has clauses on the topic
	Text   string // in a sentence for a tooltip
}

// MatrixChart asks every document of the dataset about every topic.
func MatrixChart(ds *model.Dataset, opts Options) Matrix {
	q := newQuestion(ds, opts)
	v := comparison.Voice{Locale: q.l, Dataset: ds}
	m, cited := ds.Matrix(), newCitations(ds)
	c := Matrix{Selected: opts.Selected}
	for _, d := range m.Documents {
		place := v.SidePlace(d)
		if place < 0 {
			place = NoSide
		}
		c.Columns = append(c.Columns, MatrixColumn{
			Item: model.Item{Kind: model.DocumentItem, ID: string(d.ID)}, Name: clean(v.DocumentName(d.ID)), Place: place,
		})
		for _, clause := range ds.ClausesOf(d.ID) {
			cited.add(clause.Sources)
		}
	}
	for _, r := range m.Rows {
		c.add(q, m, r)
	}
	f := Frame{
		Title: q.l.T("chartmatrix.title"), Must: []string{q.l.T("compared.matrix.key")},
		Subtitle: q.l.T("chartmatrix.subtitle", "Topics", q.l.N("charttopics.topics", len(m.Rows)),
			"Documents", q.l.N("chartmatrix.documents", len(m.Documents)), "Where", q.where()),
	}
	if len(c.Columns) == 0 || len(c.Rows) == 0 {
		f.Empty = q.l.T("chartmatrix.empty")
	}
	c.Frame = q.framed(f, cited.list)
	return c
}

func (c *Matrix) add(q question, m model.Matrix, r model.MatrixRow) {
	row := MatrixRow{Item: model.Item{Kind: model.TopicItem, ID: string(r.Topic.ID)}, Name: q.text(r.Topic.Name)}
	for i, cell := range r.Cells {
		made := MatrixCell{}
		words, state := q.l.T("memoranda.notrecorded"), "not-recorded"
		switch {
		case cell.Silence == model.NotMentioned:
			made.Sign, words, state = "–", q.l.T("memoranda.notmentioned"), "not-mentioned"
		case cell.Silence == model.NotRecorded:
		case cell.Clauses > 0:
			made.Sign, made.Strong, state = q.l.Number(cell.Clauses), true, "addressed"
			words = q.l.N("memoranda.clauses", cell.Clauses)
		default:
			made.Sign, state = "("+q.l.Number(cell.Related)+")", "addressed"
			words = q.l.N("memoranda.related", cell.Related)
		}
		made.Text = q.l.T("compared.matrix.cell", "Topic", row.Name, "Document", c.Columns[i].Name, "Words", words)
		row.Cells = append(row.Cells, made)
		c.table = append(c.table, []string{
			string(r.Topic.ID), q.l.Text(r.Topic.Name), string(m.Documents[i].ID), c.Columns[i].Name, state,
			strconv.Itoa(cell.Clauses), strconv.Itoa(cell.Related),
		})
	}
	c.Rows = append(c.Rows, row)
}

// Render draws the chart. Equal charts, sizes and themes give equal pixels.
func (c Matrix) Render(size Size, theme palette.Theme) (Picture, error) {
	return render(c, size, theme)
}

// Table returns a row for each topic and document.
func (c Matrix) Table() Table {
	columns := []string{"topic_id", "topic", "document_id", "document", "state", "clauses", "related"}
	return plainTable(columns, c.table, func(i int) model.Item { return c.Rows[i/len(c.Columns)].Item })
}

// AltText tells of each topic how many documents address it, and which.
func (c Matrix) AltText() string {
	l := c.locale()
	head := l.T("charttopics.alt", "Title", c.Title, "Subtitle", strings.TrimSuffix(c.Subtitle, "."))
	return c.altText(l, head, len(c.Rows), func(i int) (name, told string) {
		var names []string
		for j, cell := range c.Rows[i].Cells {
			if cell.Strong || strings.HasPrefix(cell.Sign, "(") {
				names = append(names, c.Columns[j].Name)
			}
		}
		if len(names) == 0 {
			names = []string{l.T("memoranda.notrecorded")}
		}
		return c.Rows[i].Name, strings.Join(names, "; ")
	})
}

// cleaned is the chart with every text fit for drawing.
func (c Matrix) cleaned() Matrix {
	c.Frame = c.Frame.cleaned()
	c.Columns, c.Rows = slices.Clone(c.Columns), slices.Clone(c.Rows)
	for i := range c.Columns {
		c.Columns[i].Name = clean(c.Columns[i].Name)
	}
	for i := range c.Rows {
		c.Rows[i].Name = clean(c.Rows[i].Name)
	}
	return c
}

// The measures of the matrix.
const (
	leastMatrixRow  = 15.0
	mostMatrixRow   = 30.0
	matrixTopics    = 0.26 // of the width
	leastMatrixCell = 16.0
	matrixHeadLines = 6
	matrixPad       = 4.0
)

// scene implements Chart. Where the columns are too narrow for the names of the documents, they have numbers, and a line
// over the table says what these mean.
func (c Matrix) scene(size Size, theme palette.Theme) (*scene, error) {
	c = c.cleaned()
	s := &scene{colours: palette.Of(theme)}
	topics := max(110, min(matrixTopics*float64(size.Width), 300))
	each := (float64(size.Width) - 2*margin - topics) / float64(max(len(c.Columns), 1))
	if each < leastMatrixCell {
		return nil, &SizeError{Size: size, Fault: NoRoom, Height: size.Height + 1}
	}
	heads, isNumbered := c.heads(each)
	if isNumbered {
		c.Frame.Must = append([]string{c.key()}, c.Frame.Must...)
	}
	need := float64(len(c.Rows))*leastMatrixRow + headHeight(heads)
	plot := func(s *scene, height int) rect {
		return c.layout(s, float64(size.Width), float64(height), max(leastPlot, need))
	}
	area := plot(s, size.Height)
	switch {
	case c.Empty != "":
		c.emptyPlot(s, area)
	case area.height() < need:
		return nil, noRoom(size, func(height int) float64 {
			return need - plot(&scene{colours: s.colours}, height).height()
		})
	default:
		c.draw(s, area, topics, each, heads)
	}
	return s, nil
}

// heads are the names of the columns in lines, or their numbers.
func (c Matrix) heads(each float64) (heads [][]string, isNumbered bool) {
	for _, column := range c.Columns {
		lines := labelType.wrap(column.Name, each-2*matrixPad)
		isNumbered = isNumbered || len(lines) > matrixHeadLines || labelType.longestWord(column.Name) > each-2*matrixPad
		heads = append(heads, lines)
	}
	if isNumbered {
		for i := range heads {
			heads[i] = []string{strconv.Itoa(i + 1)}
		}
	}
	return heads, isNumbered
}

func headHeight(heads [][]string) float64 {
	most := 0
	for _, lines := range heads {
		most = max(most, len(lines))
	}
	return float64(most)*labelType.line + 12
}

// key says which document each number means.
func (c Matrix) key() string {
	var parts []string
	for i, column := range c.Columns {
		parts = append(parts, strconv.Itoa(i+1)+" "+column.Name)
	}
	return ended(strings.Join(parts, "; "))
}

func (c Matrix) draw(s *scene, plot rect, topics, each float64, heads [][]string) {
	top := plot.y0 + headHeight(heads)
	height := min(mostMatrixRow, math.Floor((plot.y1-top)/float64(len(c.Rows))))
	for i, lines := range heads {
		x := plot.x0 + topics + float64(i)*each
		y := top - 8 - float64(len(lines))*labelType.line
		for j, line := range lines {
			s.text(line, x+(each-labelType.width(line))/2, y+float64(j)*labelType.line, labelType, s.colours.Text)
		}
		bar := s.colours.Line
		if place := c.Columns[i].Place; place != NoSide {
			bar = s.colours.Side(place)
		}
		s.fill(rect{x + 2, top - 5, x + each - 2, top - 2}, bar)
		s.mark(rect{x, plot.y0, x + each, top}, Mark{Role: NameRole, Item: c.Columns[i].Item, Text: c.Columns[i].Name})
	}
	for i, row := range c.Rows {
		c.drawRow(s, row, plot, top+float64(i)*height, height, topics, each)
	}
}

func (c Matrix) drawRow(s *scene, row MatrixRow, plot rect, y, height, topics, each float64) {
	if c.Selected != (model.Item{}) && row.Item == c.Selected {
		s.fill(rect{plot.x0 - 6, y, plot.x1 + 6, y + height}, s.colours.Selected)
	}
	text := y + (height-labelType.line)/2
	name := labelType.clamp(row.Name, topics-10, 1)
	s.lines(name, plot.x0, text, labelType, s.colours.Text)
	s.mark(rect{plot.x0, y, plot.x0 + topics, y + height}, Mark{Role: NameRole, Item: row.Item, Text: row.Name})
	for i, cell := range row.Cells {
		x := plot.x0 + topics + float64(i)*each
		area := rect{x + 2, y + 1, x + each - 2, y + height - 1}
		ink, kind := s.colours.Muted, labelType
		if cell.Strong {
			s.fill(area, s.colours.Selected)
			ink, kind = s.colours.Text, headingType
		}
		s.text(cell.Sign, x+(each-kind.width(cell.Sign))/2, y+(height-kind.line)/2, kind, ink)
		s.mark(area, Mark{Role: NameRole, Item: row.Item, Value: cell.Sign, Text: cell.Text})
	}
	s.fill(rect{plot.x0, y + height - 0.5, plot.x1, y + height + 0.5}, s.colours.Line)
}
