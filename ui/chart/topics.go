package chart

import (
	"slices"
	"strings"

	"parley/model"
	"parley/ui/comparison"
	"parley/ui/palette"
)

// Topics is the strip of all topics on which two documents are compared: a mark for each, by its judgement, and the names
// of the topics by judgement. It is plain data; [TopicsChart] makes it.
type Topics struct {
	Frame
	Marks  []TopicMark  // in the order of the dataset
	Groups []TopicGroup // those that have topics, in the order of the judgements
	// Selected is drawn so that it is seen; zero: nothing.
	Selected model.Item

	rows [][]string // of the table
}

// TopicMark is one topic.
type TopicMark struct {
	Item      model.Item
	Name      string
	Judgement model.Judgement
	Text      string // the topic, the judgement and its reason, in a sentence for a tooltip
}

// TopicGroup is the topics of one judgement; of those that one document addresses alone, a group for each document.
type TopicGroup struct {
	Judgement model.Judgement
	Name      string // "7 opposed"
	Place     int    // of the side whose document addresses them alone; NoSide for other groups
	Topics    []TopicMark
}

// TopicsChart asks the dataset how two documents compare. Equal questions to equal datasets give equal charts.
func TopicsChart(ds *model.Dataset, opts Options) Topics {
	b := topicsBuilder{question: newQuestion(ds, opts)}
	b.voice = comparison.Voice{Locale: b.l, Dataset: ds}
	return b.build()
}

// topicsBuilder gathers what the strip shows.
type topicsBuilder struct {
	question
	voice comparison.Voice
	pair  [2]model.DocumentID
	names [2]string
	cited citations
	chart Topics
}

func (b *topicsBuilder) build() Topics {
	b.cited = newCitations(b.ds)
	if !b.findPair() {
		b.chart.Frame = b.framed(Frame{Title: b.l.T("charttopics.title"), Empty: b.l.T("memoranda.few")}, nil)
		return b.chart
	}
	rows := slices.DeleteFunc(b.ds.Compare(b.pair[0], b.pair[1]), comparison.IsEmpty)
	for _, row := range rows {
		b.add(row)
	}
	f := Frame{
		Title:    b.l.T("charttopics.title.pair", "Left", b.names[0], "Right", b.names[1]),
		Subtitle: b.l.T("charttopics.subtitle", "Topics", b.l.N("charttopics.topics", len(rows)), "Where", b.where()),
		Must:     []string{b.l.T("charttopics.note")},
	}
	if len(rows) == 0 {
		f.Empty = b.l.T("memoranda.noclauses")
	} else if words := b.voice.NotJudged(rows); words != "" {
		f.Must = append(f.Must, clean(words))
	}
	b.chart.Frame, b.chart.Selected = b.framed(f, b.cited.list), b.opts.Selected
	b.chart.group()
	return b.chart
}

// findPair finds the documents that are asked about, else the first two that are judged.
func (b *topicsBuilder) findPair() bool {
	left, right, ok := b.voice.FirstPair()
	if !ok {
		return false
	}
	if b.ds.Document(b.opts.Left) != nil && b.ds.Document(b.opts.Right) != nil && b.opts.Left != b.opts.Right {
		left, right = b.opts.Left, b.opts.Right
	}
	b.pair = [2]model.DocumentID{left, right}
	b.names = [2]string{clean(b.voice.DocumentName(left)), clean(b.voice.DocumentName(right))}
	return true
}

func (b *topicsBuilder) add(row model.TopicRow) {
	word := b.l.T("judgement." + string(row.Judgement))
	name := b.text(row.Topic.Name)
	m := TopicMark{
		Item: model.Item{Kind: model.TopicItem, ID: string(row.Topic.ID)}, Name: name, Judgement: row.Judgement,
		Text: strings.TrimSpace(b.l.T("memoranda.mark", "Topic", name, "Judgement", word) + ". " + b.text(row.Reason)),
	}
	b.chart.Marks = append(b.chart.Marks, m)
	for _, ids := range [][]model.SourceID{row.ReasonSources, row.Left.Sources, row.Right.Sources} {
		b.cited.add(ids)
	}
	group := TopicGroup{Judgement: row.Judgement, Place: NoSide, Topics: []TopicMark{m}, Name: word}
	if row.Judgement == model.OneSideOnly {
		alone := 0
		if row.Left.Silence != model.Addressed {
			alone = 1
		}
		group.Name = b.l.T("compared.reach.only", "Document", b.names[alone])
		if place := b.voice.SidePlace(b.ds.Document(b.pair[alone])); place >= 0 {
			group.Place = place
		}
	}
	b.chart.Groups = append(b.chart.Groups, group)
	b.chart.rows = append(b.chart.rows, []string{
		string(row.Topic.ID), b.l.Text(row.Topic.Name), string(row.Judgement), b.l.Text(row.Reason), string(b.pair[0]),
		b.voice.StanceWords(row.Left), string(b.pair[1]), b.voice.StanceWords(row.Right),
	})
}

// group puts topics of one judgement together, and counts them.
func (t *Topics) group() {
	var groups []TopicGroup
	for _, j := range model.Judgements() {
		for _, g := range t.Groups {
			if g.Judgement != j {
				continue
			}
			i := slices.IndexFunc(groups, func(o TopicGroup) bool { return o.Name == g.Name })
			if i < 0 {
				groups = append(groups, g)
				continue
			}
			groups[i].Topics = append(groups[i].Topics, g.Topics...)
		}
	}
	t.Groups = groups
}

// Render draws the chart. Equal charts, sizes and themes give equal pixels.
func (t Topics) Render(size Size, theme palette.Theme) (Picture, error) {
	return render(t, size, theme)
}

// Table returns the topics as rows.
func (t Topics) Table() Table {
	return plainTable([]string{"topic_id", "topic", "judgement", "reason", "left_id", "left", "right_id", "right"}, t.rows,
		func(i int) model.Item { return t.Marks[i].Item })
}

// plainTable is a table of texts.
func plainTable(columns []string, rows [][]string, item func(int) model.Item) Table {
	var t Table
	for _, id := range columns {
		t.Columns = append(t.Columns, Column{ID: id, InCSV: true})
	}
	for i, row := range rows {
		r := Row{Item: item(i)}
		for _, text := range row {
			r.Cells = append(r.Cells, Cell{Text: text, Value: text})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// AltText tells what the picture shows: how many topics of which judgement, and their names.
func (t Topics) AltText() string {
	l := t.locale()
	head := l.T("charttopics.alt", "Title", t.Title, "Subtitle", strings.TrimSuffix(t.Subtitle, "."))
	return t.altText(l, head, len(t.Groups), func(i int) (name, told string) {
		var names []string
		for _, m := range t.Groups[i].Topics {
			names = append(names, m.Name)
		}
		return t.Groups[i].Name, strings.Join(names, "; ")
	})
}

// cleaned is the chart with every text fit for drawing.
func (t Topics) cleaned() Topics {
	t.Frame = t.Frame.cleaned()
	t.Marks, t.Groups = slices.Clone(t.Marks), slices.Clone(t.Groups)
	for i := range t.Marks {
		t.Marks[i].Name = clean(t.Marks[i].Name)
	}
	for i := range t.Groups {
		g := &t.Groups[i]
		g.Name, g.Topics = clean(g.Name), slices.Clone(g.Topics)
		for j := range g.Topics {
			g.Topics[j].Name = clean(g.Topics[j].Name)
		}
	}
	return t
}
