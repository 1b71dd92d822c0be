package page

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/model/fold"
	"parley/ui/part"
	"parley/ui/state"
)

// pointList lists the points on which sources differ; each unfolds to its accounts.
type pointList struct {
	desk   *Desk
	scroll *container.Scroll
	box    *fyne.Container
	folds  map[model.DiscrepancyID]*part.Fold
	found  int // that are shown, or can be
}

// count is how many points were found; none before they were asked for.
func (p *pointList) count() int {
	if p == nil {
		return 0
	}
	return p.found
}

// showPoints lists the points that are searched for, and unfolds the one in sight.
func (p *SourcesPage) showPoints(now sourcesShown) {
	d := p.desk
	p.body(state.Discrepancies, func() fyne.CanvasObject {
		p.points = &pointList{desk: d, box: part.Column(0), folds: map[model.DiscrepancyID]*part.Fold{}}
		p.points.scroll = container.NewVScroll(part.Inset(4, 24, 24, 24, p.points.box))
		return p.points.scroll
	})
	facts := d.Dataset.Facts()
	words := fold.WordsOf(now.view.Search)
	var found []*model.Discrepancy
	for i := range facts.Discrepancies {
		if x := &facts.Discrepancies[i]; words.Empty() || words.In(fold.String(d.pointWords(x))) {
			found = append(found, x)
		}
	}
	p.points.show(found, now.view.Point)
	p.sayFound("sources.points", len(facts.Discrepancies), len(found), now.view)
}

// pointWords are those that a point is found by.
func (d *Desk) pointWords(x *model.Discrepancy) string {
	l := d.Locale
	words := []string{l.Text(x.Topic), l.Text(x.Assessment)}
	for _, c := range x.Claims {
		words = append(words, l.Text(c.Text))
	}
	for _, i := range itemsOf(x) {
		words = append(words, l.ItemName(d.Dataset, i))
	}
	return strings.Join(words, "\n")
}

// itemsOf are the items that a point is about.
func itemsOf(x *model.Discrepancy) []model.Item {
	var items []model.Item
	for _, id := range x.Rounds {
		items = append(items, model.Item{Kind: model.RoundItem, ID: string(id)})
	}
	for _, id := range x.Exchanges {
		items = append(items, model.Item{Kind: model.ExchangeItem, ID: string(id)})
	}
	for _, id := range x.Documents {
		items = append(items, model.Item{Kind: model.DocumentItem, ID: string(id)})
	}
	return items
}

// show lists points. Of many only the first are made, but in any case the one that is to be in sight.
func (p *pointList) show(found []*model.Discrepancy, inSight model.DiscrepancyID) {
	p.found = len(found)
	s := p.desk.newSheet()
	at := -1
	for i, x := range found {
		if x.ID == inSight {
			at = i
		}
	}
	row := func(i int) fyne.CanvasObject { return part.Column(0, p.fold(found[i]).Content(), part.Rule()) }
	first := at / readAtOnce * readAtOnce // all before it
	for i := range max(first, 0) {
		s.add(row(i))
	}
	box := part.Column(0)
	s.add(box)
	s.more(box, max(first, 0), len(found), row)
	p.box.Objects = s.objects
	p.box.Refresh()
	if at >= 0 {
		f := p.folds[inSight]
		if !f.Unfolded() {
			f.Toggle()
		}
		p.scroll.Refresh()
		f.Reveal()
	} else {
		p.scroll.ScrollToTop()
	}
}

// fold is the look of a point; it stays as it is, so that what was unfolded stays so.
func (p *pointList) fold(x *model.Discrepancy) *part.Fold {
	f := p.folds[x.ID]
	if f == nil {
		l := p.desk.Locale
		f = part.NewTextFold(l.Text(x.Topic), l.N("overview.accounts", len(x.Claims)), func() fyne.CanvasObject {
			return part.Inset(0, 8, 12, 28, p.accounts(x))
		}, p.box.Refresh)
		p.folds[x.ID] = f
	}
	return f
}

// accounts are what sources say on a point, what the editors make of it, and what it is about.
func (p *pointList) accounts(x *model.Discrepancy) fyne.CanvasObject {
	d, l := p.desk, p.desk.Locale
	s := d.newSheet()
	for _, c := range x.Claims {
		s.numberClaim(c)
	}
	if words := l.Text(x.Assessment); words != "" {
		s.add(part.Small(l.T("sources.assessment", "Text", words)))
	}
	for _, i := range itemsOf(x) {
		s.add(d.itemLink(i))
	}
	for i := range d.Dataset.Facts().Discrepancies {
		if other := &d.Dataset.Facts().Discrepancies[i]; x.See != "" && other.ID == x.See {
			s.add(part.Link(l.T("sources.see", "Topic", l.Text(other.Topic)), func() { d.openDiscrepancy(other.ID) }))
		}
	}
	return part.AtMost(part.ProseWidth, s.column(paragraphGap))
}

// sayFound says how many of a list are shown, and what leaves others out.
func (p *SourcesPage) sayFound(key string, all, found int, v state.SourcesView) {
	l := p.desk.Locale
	words := l.N(key, all)
	if found < all {
		words = l.N("sources.foundof", all, "Found", l.Number(found))
	}
	p.filters.Objects = []fyne.CanvasObject{part.SmallLine(words)}
	if v.Search != "" {
		filter := l.T("sources.filter.search", "Words", v.Search)
		off := func() { p.change(func(v *state.SourcesView) { v.Search = "" }) }
		p.filters.Add(part.NewChip(filter, l.T("exchanges.filter.off", "Filter", filter), off))
	}
}
