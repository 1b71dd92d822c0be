package page

import (
	"strings"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
)

// markSize is the size of a judgement's mark beside text.
const markSize = 14

// topicRow is one topic of the comparison: a line to press and, below it, the clauses in full.
type topicRow struct {
	desk    *Desk
	pair    pair
	row     model.TopicRow
	box     *fyne.Container
	press   *attentive
	topic   *part.Pressable
	arrow   *part.Arrow
	body    fyne.CanvasObject // nil until it is first unfolded
	open    bool
	clauses map[model.ClauseID][]*attentive
	reveal  func(fyne.CanvasObject)
}

func (d *Desk) newTopicRow(shown pair, row model.TopicRow) *topicRow {
	l := d.Locale
	t := &topicRow{desk: d, pair: shown, row: row, arrow: part.NewArrow(), clauses: map[model.ClauseID][]*attentive{}}
	name := l.T("memoranda.row", "Topic", l.Text(row.Topic.Name), "Judgement", l.T("judgement."+string(row.Judgement)))
	line := part.FacingRow(t.arrow, t.topicCell(),
		t.stanceCell(shown.left, row.Left), d.judgementCell(row), t.stanceCell(shown.right, row.Right))
	t.press = newAttentive(name, part.Inset(12, 8, 12, 8, line), nil)
	t.box = part.Column(0, t.press, part.Inset(0, 8, 0, 8, part.Rule()))
	return t
}

// item is the topic, for the inspector.
func (t *topicRow) item() model.Item {
	return model.Item{Kind: model.TopicItem, ID: string(t.row.Topic.ID)}
}

func (t *topicRow) topicCell() fyne.CanvasObject {
	l := t.desk.Locale
	name := l.Text(t.row.Topic.Name)
	t.topic = part.NewPressable(name, part.Inset(0, 6, 0, 6, part.Strong(name)), func() { t.desk.Store.Select(t.item()) })
	cell := []fyne.CanvasObject{part.Inset(0, -6, 0, -6, t.topic)}
	if scope := l.Text(t.row.Topic.Scope); scope != "" {
		cell = append(cell, part.Small(scope))
	}
	return part.Column(2, cell...)
}

// judgementCell is the mark, the word, and the reason with its sources where it has some.
func (d *Desk) judgementCell(row model.TopicRow) fyne.CanvasObject {
	word := part.Strong(d.Locale.T("judgement." + string(row.Judgement)))
	if row.Judgement == model.NotJudged {
		word = part.Muted(d.Locale.T("judgement."))
	}
	cell := []fyne.CanvasObject{part.Row(8, 1, part.Inset(3, 0, 0, 0, part.NewJudgement(row.Judgement, markSize)), word)}
	if reason := d.Locale.Text(row.Reason); reason != "" {
		cell = append(cell, part.Small(reason))
		if len(row.ReasonSources) > 0 {
			cell = append(cell, d.sourcesLink(reason, row.ReasonSources))
		}
	}
	return part.Column(4, cell...)
}

// stanceCell is what one document says on the topic, in a few words, and on what that rests.
func (t *topicRow) stanceCell(document model.DocumentID, p model.Position) fyne.CanvasObject {
	cell := t.desk.stance(p)
	var rests []fyne.CanvasObject
	if counts := t.desk.clauseCounts(p); counts != "" {
		rests = append(rests, part.SmallLine(counts))
	}
	if len(p.Sources) > 0 {
		statement := t.desk.Locale.T("memoranda.statement",
			"Document", t.desk.documentName(document),
			"Topic", t.desk.Locale.Text(t.row.Topic.Name), "Text", t.desk.stanceWords(p))
		rests = append(rests, t.desk.sourcesLink(statement, p.Sources))
	}
	if len(rests) > 0 {
		cell = append(cell, part.Flow(10, 2, rests...))
	}
	return part.Column(4, cell...)
}

// stance is what a document holds: in the editors' words, else in those of its clauses. Silence is said as what it is.
func (d *Desk) stance(p model.Position) []fyne.CanvasObject {
	if silence := d.silence(p); silence != "" {
		return []fyne.CanvasObject{part.Muted(silence)}
	}
	var lines []fyne.CanvasObject
	for _, words := range d.stanceLines(p) {
		lines = append(lines, part.Text(words))
	}
	return lines
}

func (d *Desk) silence(p model.Position) string {
	switch {
	case p.Silence == model.NotMentioned:
		return d.Locale.T("memoranda.notmentioned")
	case p.Silence == model.NotRecorded:
		return d.Locale.T("memoranda.notrecorded")
	case p.Text.Empty() && len(p.Clauses) == 0:
		return d.Locale.T("memoranda.relatedonly")
	}
	return ""
}

func (d *Desk) stanceLines(p model.Position) []string {
	if !p.Text.Empty() {
		return []string{d.Locale.Text(p.Text)}
	}
	var lines []string
	for _, c := range p.Clauses {
		lines = append(lines, d.clauseInShort(c))
	}
	return lines
}

func (d *Desk) stanceWords(p model.Position) string {
	if silence := d.silence(p); silence != "" {
		return silence
	}
	return strings.Join(d.stanceLines(p), "; ")
}

// clauseInShort is a clause in a few words, or in full where the dataset has none shorter.
func (d *Desk) clauseInShort(c *model.Clause) string {
	if c.Stance.Empty() {
		return d.Locale.Text(c.Text)
	}
	return d.Locale.Text(c.Stance)
}

// clauseCounts is "3 clauses · 7 related"; what there is none of is left out.
func (d *Desk) clauseCounts(p model.Position) string {
	var counts []string
	if n := len(p.Clauses); n > 0 {
		counts = append(counts, d.Locale.N("memoranda.clauses", n))
	}
	if n := len(p.Related); n > 0 {
		counts = append(counts, d.Locale.N("memoranda.related", n))
	}
	return strings.Join(counts, " · ")
}

// unfold shows or hides the clauses.
func (t *topicRow) unfold(open bool) {
	if open == t.open {
		return
	}
	t.open = open
	t.arrow.Point(open)
	switch {
	case t.body == nil:
		t.body = part.Inset(2, 0, 16, 0, part.Shaded(part.Inset(8, 8, 12, 8, t.clauseBody())))
		t.box.Objects = []fyne.CanvasObject{t.press, t.body, t.box.Objects[1]}
	case open:
		t.body.Show()
	default:
		t.body.Hide()
	}
	layOut(t.box)
}

// choose marks what of the row is selected: its topic, a clause, or nothing.
func (t *topicRow) choose(selected model.Item) {
	t.press.SetChosen(selected == t.item())
	for id, entries := range t.clauses {
		for _, e := range entries {
			e.SetChosen(selected == clauseItem(id))
		}
	}
}

// holds reports whether the clause is one of the row's own, not only related to it or of another document.
func (t *topicRow) holds(id model.ClauseID) bool {
	for _, list := range [][]*model.Clause{t.row.Left.Clauses, t.row.Right.Clauses} {
		for _, c := range list {
			if c.ID == id {
				return true
			}
		}
	}
	return false
}

// mentions reports whether the clause is listed in the row as related, or as one of another document.
func (t *topicRow) mentions(id model.ClauseID) bool {
	for _, list := range [][]*model.Clause{t.row.Left.Related, t.row.Right.Related, t.row.Others} {
		for _, c := range list {
			if c.ID == id {
				return true
			}
		}
	}
	return false
}

// empty reports whether neither document has anything on the topic, as far as the dataset knows.
func (t *topicRow) empty() bool {
	return t.row.Judgement == model.NotJudged &&
		t.row.Left.Silence == model.NotRecorded && t.row.Right.Silence == model.NotRecorded
}

func clauseItem(id model.ClauseID) model.Item {
	return model.Item{Kind: model.ClauseItem, ID: string(id)}
}
