package page

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
)

// pledgeTable writes the pledges of a round or an event: those agreed beside what was carried out of them, then the others
// by status. No sum of pledges is shown: they overlap, repeat and restate each other.
func (s *sheet) pledgeTable(o model.Occasion) {
	pledges := s.desk.Dataset.PledgesOf(o)
	if len(pledges) == 0 {
		return
	}
	var drawn, others []*model.Pledge
	for _, p := range pledges {
		if p.Drawn() {
			drawn = append(drawn, p)
		} else {
			others = append(others, p)
		}
	}
	rows := s.desk.newSheet()
	if len(drawn) > 0 {
		rows.add(s.desk.tableHead("round.pledge"))
	}
	for _, p := range drawn {
		rows.add(part.Rule(), s.desk.pledgeRow(p))
	}
	s.add(rows.column(0))
	s.subsection(s.t("round.otherpledges"), func(s *sheet) {
		for _, p := range others {
			s.add(s.desk.otherPledge(p))
		}
	})
}

// tableShares are the widths of the columns: the pledge, and one column per side.
func (d *Desk) tableShares() []float32 {
	shares := []float32{5}
	for range d.Dataset.SideIDs() {
		shares = append(shares, 3)
	}
	if len(shares) > 3 { // more than two sides need the room
		shares[0] = 3
	}
	return shares
}

// tableHead is the name of what the rows are about, and one column per side.
func (d *Desk) tableHead(key string) fyne.CanvasObject {
	cells := []fyne.CanvasObject{part.SmallStrong(d.Locale.T(key))}
	for _, side := range d.sides() {
		cells = append(cells, part.SmallStrong(d.Locale.T("figure.to", "Side", d.Locale.Text(side.Name))))
	}
	return part.Inset(0, 8, 4, 8, part.Columns(paragraphGap, d.tableShares(), cells...))
}

// pledgeRow is a pledge, and per side what was agreed and what was carried out of it.
func (d *Desk) pledgeRow(p *model.Pledge) fyne.CanvasObject {
	l := d.Locale
	carried := d.Dataset.CarriedOut(p)
	about := part.Column(2, part.Text(l.Text(p.Summary)), part.Small(d.categories(p.Kind, p.Categories)))
	cells := []fyne.CanvasObject{about}
	for _, side := range d.sides() {
		agreed := p.Pledged(side.ID, d.Dataset.SideIDs())
		if agreed.State == model.NotApplicable && len(carried[side.ID].Exchanges()) == 0 {
			cells = append(cells, part.Muted(d.Locale.Pledged(agreed)))
			continue
		}
		lines := []fyne.CanvasObject{
			part.Small(l.T("round.agreed")), part.Strong(d.agreed(p, side.ID, agreed)),
			part.Small(l.T("round.carriedout")), part.Strong(l.Carried(carried[side.ID])),
		}
		if n := len(carried[side.ID].Uncounted); n > 0 {
			lines = append(lines, part.Small(l.N("figure.uncounted", n)))
		}
		if n := len(carried[side.ID].Inferred); n > 0 {
			lines = append(lines, part.Small(l.N("figure.inferred", n)))
		}
		cells = append(cells, part.Column(0, lines...))
	}
	item := model.Item{Kind: model.PledgeItem, ID: string(p.ID)}
	content := part.Inset(8, 8, 8, 8, part.Columns(paragraphGap, d.tableShares(), cells...))
	return part.NewPressable(l.Text(p.Summary), content, func() { d.Store.Select(item) })
}

// agreed is the headline value; where it is disputed, every claim is named with who makes it.
func (d *Desk) agreed(p *model.Pledge, side model.SideID, a model.Amount) string {
	if a.State != model.Disputed {
		return d.Locale.Pledged(a)
	}
	if p.Status != model.Agreed { // a side's own word is no dispute
		return strings.Join(d.claimsByWho(p.To[side].Claims), "; ")
	}
	return d.Locale.T("figure.disputedlist", "Claims", strings.Join(d.claimsByWho(p.To[side].Claims), "; "))
}

// claimsByWho names every claim with who makes it, each once, those of the sides first.
func (d *Desk) claimsByWho(claims []model.Claim) []string {
	var sides, others []string
	for _, c := range claims {
		words := d.Locale.T("figure.claimby", "Value", d.Locale.Claim(c), "Who", d.Locale.Reporter(d.Dataset, c.By))
		list := &others
		if c.By.Side() != "" {
			list = &sides
		}
		if !slices.Contains(*list, words) {
			*list = append(*list, words)
		}
	}
	return append(sides, others...)
}

// otherPledge is a pledge that is not drawn as agreed, with its status or its relation to another one.
func (d *Desk) otherPledge(p *model.Pledge) fyne.CanvasObject {
	l := d.Locale
	status := l.T("status." + string(p.Status))
	switch {
	case p.PartOf != nil:
		status = l.T("pledge.ispartof", "Status", status, "Other", l.Text(d.Dataset.Pledge(p.PartOf.Pledge).Summary))
	case p.Restates != nil:
		status = l.T("pledge.doesrestate", "Status", status, "Other", l.Text(d.Dataset.Pledge(p.Restates.Pledge).Summary))
	}
	content := part.Inset(4, 8, 4, 8, part.Column(0, part.Text(l.Text(p.Summary)), part.Small(status)))
	item := model.Item{Kind: model.PledgeItem, ID: string(p.ID)}
	return part.NewPressable(l.Text(p.Summary), content, func() { d.Store.Select(item) })
}

// tiedExchanges lists the exchanges that a source ties to a round or an event, with what each side received.
func (s *sheet) tiedExchanges(o model.Occasion) {
	exchanges := s.desk.Dataset.ExchangesTiedTo(o)
	if len(exchanges) == 0 {
		s.add(part.Muted(s.t("round.nothingtied")))
		return
	}
	rows := s.desk.newSheet()
	rows.add(s.desk.tableHead("round.exchange"))
	rows.long(len(exchanges), 0, func(i int) fyne.CanvasObject {
		return part.Column(0, part.Rule(), s.desk.exchangeRow(exchanges[i]))
	})
	s.add(rows.column(0))
}

func (d *Desk) exchangeRow(e *model.Exchange) fyne.CanvasObject {
	l := d.Locale
	name := l.ExchangeName(d.Dataset, e)
	cells := []fyne.CanvasObject{part.Text(name)}
	for _, side := range d.sides() {
		a := e.Received(side.ID)
		words := l.Amount(a)
		if a.HasValue() {
			cells = append(cells, part.Strong(words))
		} else {
			cells = append(cells, part.Muted(words))
		}
	}
	item := model.Item{Kind: model.ExchangeItem, ID: string(e.ID)}
	content := part.Inset(5, 8, 5, 8, part.Columns(paragraphGap, d.tableShares(), cells...))
	return part.NewPressable(name, content, func() { d.Store.Select(item) })
}
