package page

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// filterBar chooses which topics are shown, says in a sentence which these are, and leads back to all.
type filterBar struct {
	page      *Memoranda
	box       *fyne.Container
	judgement *part.Choice
	topic     *part.Choice
	reach     *part.Choice
	sentence  *fyne.Container

	topics  []model.TopicID // that can be chosen, behind "all"
	reaches []state.Reach
	names   struct{ judgements, topics, reaches []string }
}

func (p *Memoranda) newFilterBar() *filterBar {
	l := p.desk.Locale
	f := &filterBar{page: p, sentence: part.Column(0)}
	f.judgement = part.NewChoice(l.T("compared.filter.judgement"), func(i int) {
		p.change(func(v *state.Comparison) {
			v.Judgement = ""
			if i > 0 {
				v.Judgement = state.JudgementKey(model.Judgements()[i-1])
			}
		})
	})
	f.topic = part.NewChoice(l.T("compared.filter.topic"), func(i int) {
		p.change(func(v *state.Comparison) { v.Topic = f.topics[i] })
	})
	f.reach = part.NewChoice(l.T("compared.filter.side"), func(i int) {
		p.change(func(v *state.Comparison) { v.Reach = f.reaches[i] })
	})
	f.box = part.Column(8, part.Columns(12, []float32{1, 1, 1}, f.judgement, f.topic, f.reach), f.sentence)
	return f
}

// change changes what is shown of the comparison, as a step of the history.
func (p *Memoranda) change(change func(*state.Comparison)) {
	p.desk.Store.Change(func(n *state.State) { change(&n.Comparison) })
}

// filterBy leaves the topics of one judgement; asked for again, all.
func (p *Memoranda) filterBy(j model.Judgement) {
	p.change(func(v *state.Comparison) {
		if key := state.JudgementKey(j); v.Judgement != key {
			v.Judgement = key
		} else {
			v.Judgement = ""
		}
	})
}

// offer names what can be chosen for the comparison that is shown.
func (f *filterBar) offer() {
	l, told := f.page.desk.Locale, f.page.told
	f.names.judgements = []string{l.T("compared.filter.judgement.all")}
	for _, j := range model.Judgements() {
		f.names.judgements = append(f.names.judgements, l.T("judgement."+string(j)))
	}
	f.topics, f.names.topics = []model.TopicID{""}, []string{l.T("compared.filter.topic.all")}
	for _, r := range told.Told() {
		f.topics, f.names.topics = append(f.topics, r.Topic), append(f.names.topics, r.Name)
	}
	left, right := told.Documents[0], told.Documents[1]
	f.reaches = []state.Reach{
		{}, {Both: true}, {Alone: true}, {By: left.ID}, {By: right.ID}, {By: left.ID, Alone: true}, {By: right.ID, Alone: true},
	}
	f.names.reaches = []string{
		l.T("compared.reach.any"), l.T("compared.reach.both"), l.T("compared.reach.one"),
		l.T("compared.reach.by", "Document", left.Name), l.T("compared.reach.by", "Document", right.Name),
		l.T("compared.reach.only", "Document", left.Name), l.T("compared.reach.only", "Document", right.Name),
	}
}

// show shows the filters of a view, and how many topics they leave.
func (f *filterBar) show(view state.Comparison, shown int) {
	l := f.page.desk.Locale
	part.SetShown(f.box, !f.page.noClauses())
	judgement := 0
	for i, j := range model.Judgements() {
		if view.Judgement == state.JudgementKey(j) {
			judgement = i + 1
		}
	}
	f.judgement.Offer(f.names.judgements, judgement)
	topic, reach := max(at(f.topics, view.Topic), 0), max(at(f.reaches, view.Reach), 0)
	f.topic.Offer(f.names.topics, topic)
	f.reach.Offer(f.names.reaches, reach)
	part.SetShown(f.sentence, view.IsFiltered())
	if !view.IsFiltered() {
		return
	}
	var on []string
	if judgement > 0 {
		on = append(on, f.names.judgements[judgement])
	}
	if topic > 0 {
		on = append(on, f.names.topics[topic])
	}
	if reach > 0 {
		on = append(on, f.names.reaches[reach])
	}
	words := l.T("memoranda.filter", "Shown", l.Number(shown), "All", l.Number(len(f.page.rows)), "Judgement", joinNonEmpty("; ", on...))
	refill(f.sentence, part.Flow(12, 2, part.Line(words, true), part.LineLink(l.T("memoranda.filter.reset"), f.page.showAll)))
	layOut(f.box)
}
