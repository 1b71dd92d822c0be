package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
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
			refill(c.about, part.Muted(c.desk.Locale.Text(m.Title)), part.Small(c.desk.listed(m)))
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

// listed says how many of a document's clauses the dataset holds, and whether these are all.
func (d *Desk) listed(m *model.Document) string {
	n := len(d.Dataset.ClausesOf(m.ID))
	switch {
	case n == 0:
		return d.Locale.T("memoranda.listed.none")
	case m.Complete:
		return d.Locale.N("memoranda.listed.all", n)
	}
	return d.Locale.N("memoranda.listed.some", n)
}

// overview shows all topics at a glance: a strip of marks, how often each judgement was given, and the filter by it.
type overview struct {
	desk     *Desk
	box      *fyne.Container
	marks    []*oneOf
	stop     int // the mark that Tab stops at
	counts   map[model.Judgement]*part.Pressable
	caption  *fyne.Container
	filter   *fyne.Container
	onTopic  func(int)
	onFilter func(filter)
}

// filter leaves only the topics of one judgement; the zero filter leaves all.
type filter struct {
	on bool
	by model.Judgement
}

func (f filter) shows(j model.Judgement) bool { return !f.on || f.by == j }

// stripPad is the space around a mark of the strip.
const stripPad = 5

func (d *Desk) newOverview(onTopic func(int), onFilter func(filter)) *overview {
	return &overview{
		desk: d, box: part.Column(8), caption: part.Column(0), filter: part.Column(0), onTopic: onTopic, onFilter: onFilter,
	}
}

// show shows a comparison. One without any judgement has nothing to show at a glance, and says so; noClauses says that
// there is nothing to compare either.
func (o *overview) show(rows []model.TopicRow, noClauses bool) {
	l := o.desk.Locale
	o.marks, o.stop, o.counts = nil, 0, map[model.Judgement]*part.Pressable{}
	times := map[model.Judgement]int{}
	for _, row := range rows {
		times[row.Judgement]++
	}
	if times[model.NotJudged] == len(rows) {
		words := l.T("memoranda.notjudged")
		if noClauses {
			words = l.T("memoranda.noclauses")
		}
		refill(o.box, part.AtMost(part.ProseWidth, part.Muted(words)))
		return
	}
	var marks, counts []fyne.CanvasObject
	for i, row := range rows {
		marks = append(marks, o.mark(i, row))
	}
	for _, j := range model.Judgements() {
		if j != model.NotJudged || times[j] > 0 {
			counts = append(counts, o.count(j, times[j]))
		}
	}
	remark := part.Inset(2, 0, 0, stripPad, o.caption)
	refill(o.box,
		part.Inset(0, 0, 0, -stripPad, part.FlowWithKey(8, part.Flow(0, 0, marks...), remark, part.Flow(4, 2, counts...))),
		o.filter)
	o.say("")
}

// mark is one topic in the strip; what it stands for is said below while it is pointed at.
func (o *overview) mark(i int, row model.TopicRow) fyne.CanvasObject {
	l := o.desk.Locale
	words := l.T("memoranda.mark", "Topic", l.Text(row.Topic.Name), "Judgement", l.T("judgement."+string(row.Judgement)))
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
func (o *overview) count(j model.Judgement, n int) fyne.CanvasObject {
	words := o.desk.Locale.N("memoranda.count."+string(j), n)
	mark := part.Inset(2, 0, 0, 0, part.NewJudgement(j, markSize))
	if n == 0 {
		return part.Inset(4, 8, 4, stripPad, part.Row(8, -1, mark, part.Line(words, true)))
	}
	p := part.NewPressable(words, part.Inset(4, 8, 4, stripPad, part.Row(8, -1, mark, part.Line(words, false))), nil)
	p.OnPress = func() { o.onFilter(filter{on: !p.Chosen(), by: j}) }
	o.counts[j] = p
	return p
}

// showFilter says in words which topics are left, with the way back to all.
func (o *overview) showFilter(f filter, shown, all int) {
	for j, p := range o.counts {
		p.SetChosen(f.on && f.by == j)
	}
	l := o.desk.Locale
	part.SetShown(o.filter, f.on)
	if f.on {
		words := l.T("memoranda.filter",
			"Shown", l.Number(shown), "All", l.Number(all), "Judgement", l.T("judgement."+string(f.by)))
		refill(o.filter, part.Flow(12, 2,
			part.Line(words, true), part.LineLink(l.T("memoranda.filter.reset"), func() { o.onFilter(filter{}) })))
	}
}
