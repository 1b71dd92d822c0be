package synthetic

import (
	"fmt"

	"parley/model"
)

// addRounds makes up a round for every forty exchanges, up to five hundred, and what was pledged there.
func (t *Talks) addRounds() {
	c := newChance(t.seed, 1)
	n := between(t.count/40, 2, 500)
	for i := range n {
		r := t.round(c, i, n)
		t.frame.Rounds = append(t.frame.Rounds, r)
		if r.Status != model.Held {
			continue
		}
		for range 1 + c.upTo(2) {
			t.pledge(c, &r, t.dayOf(i, n))
		}
	}
}

func (t *Talks) round(c chance, i, n int) model.Round {
	day := t.dayOf(i, n)
	r := model.Round{
		ID: model.RoundID(fmt.Sprintf("round-%d", i+1)), Series: "made-up", Index: i + 1, Date: date(day),
		Name: text(fmt.Sprintf("Made-up round %d", i+1), fmt.Sprintf("Вигаданий раунд %d", i+1)),
		Kind: model.Negotiation, Status: model.Held,
	}
	switch {
	case i == 0:
	case c.of(6):
		r.Status = model.Postponed
	case c.of(4):
		r.Kind, r.Status = model.Contact, model.Reported
	case c.of(5):
		r.Kind = model.Consultation
	case c.of(20):
		r.Date = model.MustDate(written(day) + "/" + written(day+1+c.upTo(2)))
	}
	return r
}

// pledge adds what two sides pledge to each other at a round, or what one of them offers.
func (t *Talks) pledge(c chance, r *model.Round, day int) {
	k := pickKind(c)
	a, b := pickPair(c)
	id := model.PledgeID(fmt.Sprintf("pledge-%d", len(t.frame.Pledges)+1))
	source := sourceID(between(t.sourceAt(day), 0, len(t.frame.Sources)-1))
	p := model.Pledge{
		ID: id, Occasion: model.Occasion{Round: r.ID}, Kind: kinds[k].ID, Between: []model.SideID{a, b},
		Status: pickStatus(c), Summary: text("Made-up pledge: "+string(kinds[k].ID), "Вигадана обіцянка: "+kinds[k].Name["uk"]),
		To: map[model.SideID]model.Figure{}, Sources: []model.SourceID{source},
	}
	if k == detainees && c.of(20) {
		p.Categories = []model.CategoryID{categories[c.IntN(len(categories))].ID}
	}
	for _, side := range []model.SideID{a, b} {
		p.To[side] = pledgedFigure(c, roundNumber(logNormal(c, 300, 1)), p.Between, source)
	}
	t.relate(c, &p)
	t.frame.Pledges = append(t.frame.Pledges, p)
	if p.Status == model.Agreed {
		t.drawn = append(t.drawn, pledged{id, day, k, a, b, c.of(15)})
	}
}

// relate makes some pledges part of the one before them, or a restatement of it.
func (t *Talks) relate(c chance, p *model.Pledge) {
	n := len(t.frame.Pledges)
	if n == 0 || t.frame.Pledges[n-1].Kind != p.Kind || !c.of(25) {
		return
	}
	relation := &model.Relation{
		Pledge: t.frame.Pledges[n-1].ID,
		Reason: text("Made up: the two are of one kind.", "Вигадано: обидві одного виду."),
	}
	if c.of(50) {
		p.PartOf = relation
	} else {
		p.Restates = relation
	}
}

// pledgedFigure is what two sides say they pledged: mostly the same, sometimes another number or none.
func pledgedFigure(c chance, n int, by []model.SideID, source model.SourceID) model.Figure {
	q := model.Exact
	switch {
	case c.of(10):
		q = model.AtLeast
	case c.of(8):
		q = model.About
	case c.of(5):
		return model.Figure{Claims: []model.Claim{{
			Qualifier: model.AllForAll, By: model.Reporter(by[0]), Sources: []model.SourceID{source},
		}}}
	}
	var f model.Figure
	for i, side := range by {
		value := n
		if i > 0 && c.of(8) {
			continue // it says nothing: disputed
		}
		if i > 0 && c.of(8) {
			value = roundNumber(n + n/5 + 10)
		}
		f.Claims = append(f.Claims, model.Claim{
			Value: &value, Qualifier: q, By: model.Reporter(side), Sources: []model.SourceID{source},
		})
	}
	return f
}

func pickKind(c chance) int {
	switch n := c.IntN(100); {
	case n < 60:
		return detainees
	case n < 75:
		return 1
	}
	return 2
}

// pickPair is two different sides; the first two have most to do with each other.
func pickPair(c chance) (a, b model.SideID) {
	if c.of(50) {
		return sides[0].ID, sides[1].ID
	}
	i := c.IntN(len(sides))
	j := (i + 1 + c.IntN(len(sides)-1)) % len(sides)
	return sides[min(i, j)].ID, sides[max(i, j)].ID
}

func pickStatus(c chance) model.PledgeStatus {
	if c.of(75) {
		return model.Agreed
	}
	list := model.PledgeStatuses()
	return list[c.IntN(len(list))]
}
