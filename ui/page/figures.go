package page

import (
	"strings"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/part"
)

// amount writes one big number, or in words why there is none, with the side's name above it.
func (s *sheet) amount(title, value string, isNumber bool) {
	number := part.Heading(value)
	if isNumber {
		number = part.Big(value)
	}
	s.add(part.Column(0, part.SmallStrong(title), number))
}

// headline writes an amount, in words, with its range and the reason why the file chose it.
func (s *sheet) headline(title, words string, a model.Amount) {
	l := s.desk.Locale
	s.amount(title, words, a.HasValue())
	if a.HasRange {
		s.add(part.Small(s.t("figure.range", "Range", l.Range(a.Low, a.High))))
	}
	if !a.Preferred.Empty() {
		s.add(part.Small(s.t("figure.preferred", "Reason", l.Text(a.Preferred))))
	}
}

// claims lists every published value with who says so.
func (s *sheet) claims(of string, f model.Figure) {
	for _, c := range f.Claims {
		s.add(s.desk.claimRow(of, c))
	}
	for _, a := range f.Additional {
		words := s.t("figure.additional", "N", s.desk.Locale.Number(a.Value), "What", s.desk.Locale.Text(a.What))
		s.sourced(words, a.Sources)
	}
	if f.Derived != nil {
		words := s.t("figure.derived", "N", s.desk.Locale.Number(f.Derived.Value), "Basis", s.desk.Locale.Text(f.Derived.Basis))
		s.sourced(words, f.Derived.Sources)
	}
}

// claimRow is "6,057   Ukraine (Coordination Headquarters)   5 sources", with the claim's note below.
func (d *Desk) claimRow(of string, c model.Claim) fyne.CanvasObject {
	l := d.Locale
	value, who := l.Claim(c), l.Reporter(d.Dataset, c.By)
	if by := l.Text(c.AnnouncedBy); by != "" {
		who = l.T("figure.announced", "Who", who, "By", by)
	}
	lines := []fyne.CanvasObject{part.Text(who)}
	if split := d.split(c); split != "" {
		lines = append(lines, part.Small(split))
	}
	if note := l.Text(c.Note); note != "" {
		lines = append(lines, part.Small(note))
	}
	if c.Weak {
		lines = append(lines, part.Small(l.T("figure.weak")))
	}
	statement := l.T("figure.statement", "Of", of, "Value", value, "Who", who)
	lines = append(lines, d.sourcesLink(statement, c.Sources))
	return part.Columns(paragraphGap, []float32{2, 3}, part.Strong(value), part.Column(2, lines...))
}

// split is "270 military, 120 civilians", where the source says so.
func (d *Desk) split(c model.Claim) string {
	var words []string
	if c.Military != nil {
		words = append(words, d.Locale.N("figure.military", *c.Military))
	}
	if c.Civilians != nil {
		words = append(words, d.Locale.N("figure.civilians", *c.Civilians))
	}
	return strings.Join(words, d.Locale.T("core.list.separator"))
}

// received writes what each side received in an exchange.
func (s *sheet) received(e *model.Exchange) {
	for _, side := range s.desk.sides() {
		f, ok := e.To[side.ID]
		if !ok {
			continue
		}
		title := s.t("figure.to", "Side", s.desk.Locale.Text(side.Name))
		a := e.Received(side.ID)
		s.headline(title, s.desk.Locale.Amount(a), a)
		s.claims(title, f)
	}
}

// pledged writes what was pledged to each side.
func (s *sheet) pledged(p *model.Pledge) {
	for _, side := range s.desk.sides() {
		f, ok := p.To[side.ID]
		if !ok {
			continue
		}
		title := s.t("figure.pledged", "Side", s.desk.Locale.Text(side.Name))
		a := p.Pledged(side.ID, s.desk.Dataset.SideIDs())
		switch {
		case a.State != model.Disputed:
			s.headline(title, s.desk.Locale.Pledged(a), a)
		case p.Status != model.Agreed:
			s.amount(title, s.desk.agreed(p, side.ID, a), false)
		default:
			s.headline(title, s.desk.Locale.Pledged(a), a)
			s.add(part.Small(s.t("figure.disputed")))
		}
		s.claims(title, f)
	}
}

// carried writes what was carried out of a pledge towards each side, with the exchanges that were counted.
func (s *sheet) carried(p *model.Pledge) {
	sums := s.desk.Dataset.CarriedOut(p)
	for _, side := range s.desk.sides() {
		c, ok := sums[side.ID]
		if !ok {
			continue
		}
		l := s.desk.Locale
		s.amount(s.t("figure.carried", "Side", l.Text(side.Name)), l.Carried(c), len(c.Counted) > 0)
		s.carriedBasis(c)
	}
	s.subsection(s.t("figure.exchanges"), func(s *sheet) {
		list := exchangesIn(sums, s.desk.Dataset.SideIDs())
		s.long(len(list), paragraphGap, func(i int) fyne.CanvasObject { return s.desk.exchangeBehind(list[i]) })
	})
}

// exchangeBehind is an exchange that a sum rests on: what each side received in it, who says so, and the sources.
func (d *Desk) exchangeBehind(e *model.Exchange) fyne.CanvasObject {
	l := d.Locale
	name := l.ExchangeName(d.Dataset, e)
	lines := []fyne.CanvasObject{d.itemLink(model.Item{Kind: model.ExchangeItem, ID: string(e.ID)})}
	for _, side := range d.sides() {
		f, ok := e.To[side.ID]
		if !ok {
			continue
		}
		a := e.Received(side.ID)
		value := l.Amount(a)
		if len(a.By) > 0 {
			value = l.T("figure.claimby", "Value", value, "Who", d.reporters(a.By))
		}
		words := l.T("sources.figure", "Side", l.Text(side.Name), "Value", value)
		ids := a.Sources()
		if len(ids) == 0 { // nothing that counts was published
			ids = append(f.Sources(), e.Sources...)
		}
		lines = append(lines, part.Small(words), d.sourcesLink(name+middot+words, ids))
	}
	return part.Column(1, lines...)
}

// carriedBasis says in words what a sum rests on and what it leaves out.
func (s *sheet) carriedBasis(c model.Carried) {
	l := s.desk.Locale
	if n := len(c.Counted); n > 0 {
		s.add(part.Small(l.N("figure.counted", n)))
	}
	if n := len(c.Uncounted); n > 0 {
		s.add(part.Small(l.N("figure.uncounted", n)))
	}
	if n := len(c.Inferred); n > 0 {
		s.add(part.Small(l.N("figure.inferred", n)))
	}
	if c.HasRange() {
		s.add(part.Small(l.T("figure.range", "Range", l.Range(c.Low, c.High))))
	}
	if len(c.By) > 0 {
		s.add(part.Small(l.T("figure.tiedby", "Who", l.Reporters(s.desk.Dataset, c.By))))
	}
}

// exchangesIn lists the exchanges behind sums of several sides, each once.
func exchangesIn(sums map[model.SideID]model.Carried, sides []model.SideID) []*model.Exchange {
	var list []*model.Exchange
	seen := map[model.ExchangeID]bool{}
	for _, side := range sides {
		for _, e := range sums[side].Exchanges() {
			if !seen[e.ID] {
				seen[e.ID] = true
				list = append(list, e)
			}
		}
	}
	return list
}

// sides are the sides in the order that the reader sees.
func (d *Desk) sides() []model.Side { return d.Locale.Sides(d.Dataset, d.Store.Now().Swapped) }
