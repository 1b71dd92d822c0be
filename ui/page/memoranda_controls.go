package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/comparison"
	"parley/ui/part"
	"parley/ui/state"
)

// documentChoice is a document to choose, with its title and how much of it the dataset holds.
type documentChoice struct {
	desk    *Desk
	choice  *part.Choice
	about   *fyne.Container
	content *fyne.Container
	names   []string
}

// newDocumentChoice returns a choice among all documents of the dataset; what says in words which place it fills.
func (d *Desk) newDocumentChoice(what string, onChosen func(model.DocumentID)) *documentChoice {
	c := &documentChoice{desk: d, about: part.Column(0)}
	documents := d.Dataset.Documents()
	for _, m := range documents {
		c.names = append(c.names, d.documentName(m.ID))
	}
	c.choice = part.NewChoice(what, func(i int) { onChosen(documents[i].ID) })
	c.content = part.Column(6, c.choice, c.about)
	return c
}

func (c *documentChoice) show(id model.DocumentID) {
	for i, m := range c.desk.Dataset.Documents() {
		if m.ID == id {
			c.choice.Offer(c.names, i)
			refill(c.about, part.Muted(c.desk.Locale.Text(m.Title)), part.Small(c.desk.voice().Listed(m)))
			layOut(c.content)
		}
	}
}

// refill puts other objects into a container.
func refill(c *fyne.Container, objects ...fyne.CanvasObject) {
	c.Objects = objects
	layOut(c)
}

// layOut places the objects of a container whose size stays, after some of them have changed.
func layOut(c *fyne.Container) { c.Layout.Layout(c.Objects, c.Size()) }

// overview shows all topics at a glance: a strip of marks, and how often each judgement was given.
type overview struct {
	desk     *Desk
	box      *fyne.Container
	marks    []*oneOf
	stop     int // the mark that Tab stops at
	counts   map[model.Judgement]*part.Pressable
	caption  *fyne.Container
	onTopic  func(int)
	onFilter func(model.Judgement)
}

// stripPad is the space around a mark of the strip.
const stripPad = 5

func (d *Desk) newOverview(onTopic func(int), onFilter func(model.Judgement)) *overview {
	return &overview{desk: d, box: part.Column(8), caption: part.Column(0), onTopic: onTopic, onFilter: onFilter}
}

// show shows a comparison. One without any judgement has nothing to show at a glance, and says so.
func (o *overview) show(told comparison.Comparison) {
	o.marks, o.stop, o.counts = nil, 0, map[model.Judgement]*part.Pressable{}
	if told.NotJudged != "" {
		refill(o.box, part.AtMost(part.ProseWidth, part.Muted(told.NotJudged)))
		return
	}
	var marks, counts []fyne.CanvasObject
	for i, row := range told.Rows {
		marks = append(marks, o.mark(i, row))
	}
	for _, c := range told.Counts {
		counts = append(counts, o.count(c))
	}
	remark := part.Inset(2, 0, 0, stripPad, o.caption)
	refill(o.box,
		part.Inset(0, 0, 0, -stripPad, part.FlowWithKey(8, part.Flow(0, 0, marks...), remark, part.Flow(4, 2, counts...))))
	o.say("")
}

// mark is one topic in the strip; what it stands for is said below while it is pointed at.
func (o *overview) mark(i int, row comparison.Row) fyne.CanvasObject {
	l := o.desk.Locale
	words := l.T("memoranda.mark", "Topic", row.Name, "Judgement", row.Word)
	picture := part.Inset(stripPad, stripPad, stripPad, stripPad, part.NewJudgement(row.Judgement, markSize))
	m := newOneOf(words, picture, func() bool { return o.stop == i }, func() { o.onTopic(i) })
	m.onKey = o.along
	m.onPoint = func(at bool) {
		if at {
			o.say(words)
		} else {
			o.say("")
		}
	}
	o.marks = append(o.marks, m)
	return m
}

// along moves the focus along the strip.
func (o *overview) along(key fyne.KeyName) bool {
	by := map[fyne.KeyName]int{fyne.KeyRight: 1, fyne.KeyLeft: -1}[key]
	if by == 0 || o.stop+by < 0 || o.stop+by >= len(o.marks) {
		return by != 0
	}
	o.stop += by
	focus(o.marks[o.stop])
	return true
}

// say shows words below the strip, or how to use it where there are none.
func (o *overview) say(words string) {
	line := part.Small(o.desk.Locale.T("memoranda.strip"))
	if words != "" {
		line = part.Caption(words)
	}
	refill(o.caption, line)
	o.caption.Refresh()
}

// count is "7 opposed" with its mark; pressing it leaves only these topics.
func (o *overview) count(c comparison.Count) fyne.CanvasObject {
	mark := part.Inset(2, 0, 0, 0, part.NewJudgement(c.Judgement, markSize))
	if c.N == 0 {
		return part.Inset(4, 8, 4, stripPad, part.Row(8, -1, mark, part.Line(c.Words, true)))
	}
	p := part.NewPressable(c.Words, part.Inset(4, 8, 4, stripPad, part.Row(8, -1, mark, part.Line(c.Words, false))), nil)
	p.OnPress = func() { o.onFilter(c.Judgement) }
	o.counts[c.Judgement] = p
	return p
}

// showFilter marks the judgement that is left.
func (o *overview) showFilter(view state.Comparison) {
	for j, p := range o.counts {
		p.SetChosen(view.Judgement == state.JudgementKey(j))
	}
}
