package page

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
	"parley/ui/state"
)

// cards are what else a new reader should know: the newest round, where sources disagree, and what the program keeps.
func (p *Overview) cards() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	add := func(title string, fill func(*sheet)) {
		inner := p.desk.newSheet()
		inner.section(title, fill)
		if len(inner.objects) > 0 {
			cards = append(cards, part.Card(inner.column(0)))
		}
	}
	l := p.desk.Locale
	add(l.T("overview.newest"), p.newest)
	add(l.T("overview.disagree"), p.disagree)
	add(l.T("overview.inside"), p.inside)
	return cards
}

// newest tells of the latest round that took place, and names those after it that did not.
func (p *Overview) newest(s *sheet) {
	d, l := p.desk, p.desk.Locale
	rounds := d.Dataset.Rounds()
	at := -1
	for i, r := range rounds {
		if r.Status == model.Held {
			at = i
		}
	}
	if at < 0 {
		return
	}
	r := rounds[at]
	s.add(part.Column(lineGap,
		part.Link(l.Text(r.Name), func() { d.openRound(r.ID) }),
		part.Small(strings.Join(d.whenAndWhere(r), " · "))))
	const most = 3
	for _, o := range r.Outcomes[:min(most, len(r.Outcomes))] {
		s.sourced(l.Text(o.Text), o.Sources)
	}
	if more := len(r.Outcomes) - most; more > 0 {
		s.add(part.Link(l.N("overview.newest.more", more), func() { d.openRound(r.ID) }))
	}
	for _, later := range rounds[at+1:] {
		s.add(part.Small(l.T("overview.newest.later", "Name", l.Text(later.Name), "Status", l.T("round.status."+string(later.Status)))))
	}
}

// disagree names the figures whose published values lie farthest apart, and the points on which most accounts differ.
func (p *Overview) disagree(s *sheet) {
	d, l := p.desk, p.desk.Locale
	const most = 4
	if spreads := d.Dataset.Spreads(most); len(spreads) > 0 {
		s.add(part.Small(l.T("overview.disagree.ranges")))
		for _, spread := range spreads {
			s.add(p.spread(spread))
		}
	}
	list := d.mostDisputed()
	if len(list) == 0 {
		return
	}
	s.add(part.Small(l.T("overview.disagree.points")))
	for _, point := range list[:min(most-1, len(list))] {
		s.add(part.Column(0,
			part.Link(l.Text(point.Topic), func() { d.openDiscrepancy(point.ID) }),
			part.Small(l.N("overview.accounts", len(point.Claims)))))
	}
	s.add(part.Link(l.N("overview.disagree.all", len(list)), func() { d.openDiscrepancy("") }))
}

// spread is "Bodies returned, 16 June 2025, to Ukraine: 1,248", and the range of published figures below it.
func (p *Overview) spread(spread model.Spread) fyne.CanvasObject {
	d, l := p.desk, p.desk.Locale
	to := l.Text(d.Dataset.Side(spread.To).Name)
	value := l.Amount(spread.Amount)
	return part.Column(0,
		d.itemLink(spread.Item),
		part.Small(l.T("overview.spread", "Side", to, "Value", value, "Range", l.Range(spread.Amount.Low, spread.Amount.High))))
}

// mostDisputed lists the points on which sources differ, each told once: those with the most accounts first.
func (d *Desk) mostDisputed() []*model.Discrepancy {
	var list []*model.Discrepancy
	for i := range d.Dataset.Facts().Discrepancies {
		if x := &d.Dataset.Facts().Discrepancies[i]; x.See == "" {
			list = append(list, x)
		}
	}
	slices.SortStableFunc(list, func(a, b *model.Discrepancy) int { return cmp.Compare(len(b.Claims), len(a.Claims)) })
	return list
}

// openDiscrepancy shows where sources disagree, with one point in sight; all of them where none is named.
func (d *Desk) openDiscrepancy(id model.DiscrepancyID) {
	d.Store.Change(func(n *state.State) {
		n.Page = state.Sources
		n.Sources = state.SourcesView{Part: state.Discrepancies, Point: id}
	})
}

// inside counts what the dataset holds; each leads to its page. It ends with what becomes of the reader's own work.
func (p *Overview) inside(s *sheet) {
	d, l, f := p.desk, p.desk.Locale, p.desk.Dataset.Facts()
	to := func(page state.Page) func() {
		return func() { d.Store.Change(func(n *state.State) { n.Page = page }) }
	}
	for _, line := range []struct {
		key  string
		n    int
		page state.Page
	}{
		{"overview.count.rounds", len(f.Rounds), state.Rounds},
		{"overview.count.exchanges", len(f.Exchanges), state.Exchanges},
		{"overview.count.documents", len(f.Documents), state.Memoranda},
		{"overview.count.sources", len(f.Sources), state.Sources},
	} {
		s.add(part.Link(l.N(line.key, line.n), to(line.page)))
	}
	s.add(part.Text(l.T("overview.private")))
	s.add(part.Small(l.T("notes.where", "Folder", d.Notes.Folder())))
}
