package page

import (
	"strconv"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// matrixView shows which document addresses which topic. A cell leads to the comparison.
type matrixView struct {
	page    *Memoranda
	content fyne.CanvasObject
	sticky  *part.Sticky
	lines   *part.Lines
	head    *fyne.Container
	how     *fyne.Container
	matrix  model.Matrix
	shown   pair
	stopRow int // the cell that Tab stops at
	stopAt  int
	cells   map[int][]*oneOf // of the rows in sight
	isBuilt bool
}

func (p *Memoranda) newMatrixView() *matrixView {
	m := &matrixView{page: p, head: part.Column(0), how: part.Column(8), cells: map[int][]*oneOf{}}
	m.lines = part.NewLines(m.line, func(int, float32) float32 { return 45 })
	m.sticky = part.NewStickyLines(part.Page(part.Inset(8, 16-part.StickyBar, 0, 16, m.head)), m.lines)
	m.sticky.SetContent(part.Column(0,
		part.Inset(24, 24, 8, 24, part.Column(16, p.intro(true), m.how)),
		m.sticky.Slot(),
		part.Inset(4, 16, 32, 16, m.lines.Content())))
	m.content = m.sticky.Content()
	return m
}

// show shows the matrix; the columns of the pair stand out.
func (m *matrixView) show(shown pair) {
	if m.isBuilt && shown == m.shown {
		return
	}
	d := m.page.desk
	m.isBuilt, m.shown, m.matrix = true, shown, d.Dataset.Matrix()
	clear(m.cells)
	l := d.Locale
	refill(m.how,
		part.AtMost(part.ProseWidth, part.Text(l.T("compared.matrix.how", "Document", d.documentName(shown.left)))),
		part.Small(l.T("compared.matrix.key")), m.keyOfColumns(),
		part.Row(0, -1, m.page.textButton(l.T("compared.export"), m.page.askToExport)))
	line := []fyne.CanvasObject{part.SmallStrong(l.T("memoranda.topic"))}
	for i, document := range m.matrix.Documents {
		line = append(line, m.columnHead(i, document))
	}
	refill(m.head, part.Shaded(part.Inset(8, 8, 8, 8, part.Grid(line...))))
	m.lines.Fill(len(m.matrix.Rows))
	m.sticky.Fit()
}

// columnHead is the number of a document, which pressed shows it in the inspector.
func (m *matrixView) columnHead(i int, document *model.Document) fyne.CanvasObject {
	number := part.CentredLine(strconv.Itoa(i+1), document.ID == m.shown.left || document.ID == m.shown.right, false)
	name := strconv.Itoa(i+1) + ": " + m.page.desk.documentName(document.ID)
	press := func() {
		m.page.desk.Store.Select(model.Item{Kind: model.DocumentItem, ID: string(document.ID)})
	}
	return part.NewPressable(name, part.Inset(4, 0, 4, 0, number), press)
}

// keyOfColumns says which document each number means.
func (m *matrixView) keyOfColumns() fyne.CanvasObject {
	var entries []fyne.CanvasObject
	voice := m.page.desk.voice()
	for i, document := range m.matrix.Documents {
		name := m.page.desk.documentName(document.ID)
		words := part.Line(name, false)
		if document.ID == m.shown.left || document.ID == m.shown.right {
			words = part.StrongLine(name)
		}
		line := []fyne.CanvasObject{part.SmallLine(strconv.Itoa(i + 1))}
		if place := voice.SidePlace(document); place >= 0 {
			line = append(line, part.SideSwatch(place))
		}
		entries = append(entries, part.Row(6, -1, append(line, words)...))
	}
	return part.Flow(20, 4, entries...)
}

// line is one topic.
func (m *matrixView) line(i int) fyne.CanvasObject {
	row := m.matrix.Rows[i]
	d := m.page.desk
	name := d.Locale.Text(row.Topic.Name)
	topic := part.NewPressable(name, part.Inset(6, 8, 6, 8, part.Text(name)), func() { d.Store.Select(topicItem(row.Topic.ID)) })
	objects := []fyne.CanvasObject{topic}
	cells := make([]*oneOf, len(row.Cells))
	for j := range row.Cells {
		cells[j] = m.cell(i, j)
		objects = append(objects, cells[j])
	}
	m.cells[i] = cells
	return part.Column(0, part.Inset(0, 8, 0, 0, part.Grid(objects...)), part.Inset(0, 8, 0, 8, part.Rule()))
}

// cell is what one document holds on one topic.
func (m *matrixView) cell(i, j int) *oneOf {
	l, cell := m.page.desk.Locale, m.matrix.Rows[i].Cells[j]
	document := m.matrix.Documents[j]
	sign, words := "", l.T("memoranda.notrecorded")
	isStrong := false
	switch {
	case cell.Silence == model.NotMentioned:
		sign, words = "–", l.T("memoranda.notmentioned")
	case cell.Silence == model.NotRecorded:
	case cell.Clauses > 0:
		sign, words, isStrong = l.Number(cell.Clauses), l.N("memoranda.clauses", cell.Clauses), true
	default:
		sign, words = "("+l.Number(cell.Related)+")", l.N("memoranda.related", cell.Related)
	}
	name := l.T("compared.matrix.cell", "Topic", l.Text(m.matrix.Rows[i].Topic.Name), "Document", m.page.desk.documentName(document.ID), "Words", words)
	text := part.CentredLine(sign, isStrong, !isStrong)
	content := fyne.CanvasObject(part.Inset(8, 2, 8, 2, text))
	if isStrong {
		content = part.Inset(3, 3, 3, 3, part.Tinted(part.Inset(5, 0, 5, 0, text)))
	}
	c := newOneOf(name, content, func() bool { return m.stopRow == i && m.stopAt == j }, func() { m.compare(i, j) })
	c.onKey = func(key fyne.KeyName) bool { return m.along(i, j, key) }
	c.onFocus = func() { m.stopRow, m.stopAt = i, j }
	return c
}

// along moves the focus from cell to cell.
func (m *matrixView) along(i, j int, key fyne.KeyName) bool {
	switch key {
	case fyne.KeyLeft:
		j--
	case fyne.KeyRight:
		j++
	case fyne.KeyUp:
		i--
	case fyne.KeyDown:
		i++
	default:
		return false
	}
	if i < 0 || j < 0 || i >= len(m.matrix.Rows) || j >= len(m.matrix.Documents) {
		return true
	}
	m.stopRow, m.stopAt = i, j
	m.sticky.RevealLine(i)
	if m.lines.Line(i) != nil {
		m.page.desk.Window.Canvas().Focus(m.cells[i][j])
	}
	return true
}

// compare sets a document beside the one on the left, at a topic. One that is compared already stays where it is.
func (m *matrixView) compare(i, j int) {
	topic, document := m.matrix.Rows[i].Topic.ID, m.matrix.Documents[j].ID
	next := m.shown
	if document != next.left {
		next.right = document
	}
	m.page.desk.Store.Change(func(n *state.State) {
		choosePair(n, next)
		n.Comparison = n.Comparison.Unfiltered()
		n.Comparison.Matrix = false
		n.Selected, n.Evidence = topicItem(topic), state.Evidence{}
	})
}
