package model

import "slices"

// deeds checks pledges, exchanges and the sums of them.
func (c *checker) deeds() {
	f := c.facts
	each(c, "pledges", f.Pledges, c.pledge)
	c.pledgeCircles()
	each(c, "exchanges", f.Exchanges, c.exchange)
	each(c, "handovers", f.Handovers, func(h *Handover) {
		c.text("what", h.What)
		c.number("value", h.Value)
		c.plain("subject", h.Subject)
		refer(c, "to", c.sides, h.To)
		c.mustCite("handover", h.Sources)
	})
	each(c, "totals", f.Totals, c.total)
	each(c, "checks", f.Checks, func(x *Check) {
		c.text("what", x.What)
		c.number("official", x.Official)
		c.number("computed", x.Computed)
		c.matches(x)
		referAll(c, "components", c.exchanges, x.Components)
		referAll(c, "totals", c.totals, x.Totals)
		c.text("comment", x.Comment)
	})
}

// matches checks what a check says of its two numbers. What it computes often begins with an earlier total, so its parts
// are not summed up here.
func (c *checker) matches(x *Check) {
	switch {
	case x.Matches && x.Official != x.Computed:
		c.fault("matches", "the check matches, and its numbers are %d and %d; mend one of the three", x.Official, x.Computed)
	case !x.Matches && x.Official == x.Computed:
		c.fault("computed", `both numbers are %d, and the check does not match; write "matches": true, or mend a number`,
			x.Computed)
	case x.Matches && x.Consistent:
		c.fault("consistent", `"consistent" is for a check that does not match; take it out, or mend "matches"`)
	}
}

func (c *checker) total(t *Total) {
	refer(c, "kind", c.kinds, t.Kind)
	if t.Kind == "" && t.Unit == "" {
		c.fault("", `the total does not say what it counts; add "kind" or "unit"`)
	}
	c.text("scope", t.Scope)
	c.number("value", t.Value)
	refer(c, "to", c.sides, t.To)
	c.reporter("by", t.By)
	c.order("as_of", t.Period, t.AsOf, `the total was published before the days that it counts in "period"`)
	c.maybeNumber("exchange_number", t.ExchangeNumber)
	c.mustCite("total", t.Sources)
	c.text("note", t.Note)
}

func (c *checker) pledge(p *Pledge) {
	switch {
	case p.Occasion.IsZero():
		c.fault("", `the pledge does not say where it was made; add "round" or "event"`)
	case p.Occasion.Round != "" && p.Occasion.Event != "":
		c.fault("event", `the pledge names a round and an event; keep the one where it was made`)
	}
	refer(c, "round", c.rounds, p.Occasion.Round)
	refer(c, "event", c.events, p.Occasion.Event)
	c.between(p)
	c.order("date", c.dateOf(p.Occasion), p.Date, "the pledge is dated before the round or event where it was made")
	c.kindAndCategories("pledge", p.Kind, p.Categories)
	c.text("summary", p.Summary)
	c.text("announced_by", p.AnnouncedBy)
	eachSide(c, "to", p.To, func(_ SideID, f Figure) {
		c.figure(f)
		for i, claim := range f.Claims {
			if !claim.Preferred.Empty() {
				c.at("claims", i, func() {
					c.warn("preferred", `what counts of a pledge is what both sides state, so no claim is preferred; take "preferred" out`)
				})
			}
		}
	})
	c.relation("part_of", p, p.PartOf)
	c.relation("restates", p, p.Restates)
	c.followUp(p.FollowUp)
	c.texts("notes", p.Notes)
	c.cite("sources", p.Sources)
}

func (c *checker) kindAndCategories(noun string, kind KindID, categories []CategoryID) {
	refer(c, "kind", c.kinds, kind)
	each(c, "categories", categories, func(id *CategoryID) {
		i, ok := referHere(c, c.categories, *id)
		if g := c.facts.Categories; ok && ofTwoKinds(kind, g[i].Kind) {
			c.fault("", "the category %s is of kind %s, and the %s of kind %s; name a category of that kind",
				Quoted(string(*id)), Quoted(string(g[i].Kind)), noun, Quoted(string(kind)))
		}
	})
}

// between checks which of the sides a pledge is between.
func (c *checker) between(p *Pledge) {
	if len(p.Between) == 0 {
		return
	}
	referAll(c, "between", c.sides, p.Between)
	if len(distinct(p.Between)) < 2 {
		c.fault("between", `a pledge is between two sides or more; name them, or leave "between" out for all of them`)
	}
	for _, to := range sortedKeys(p.To) {
		if _, isSide := c.sides.at[string(to)]; isSide && !slices.Contains(p.Between, to) {
			c.fault("between", `the pledge is to %s, which "between" does not name; add it there`, Quoted(string(to)))
		}
	}
}

// ofTwoKinds reports whether two kinds, both of which are given, are not the same.
func ofTwoKinds(a, b KindID) bool { return a != "" && b != "" && a != b }

func (c *checker) relation(member string, of *Pledge, r *Relation) {
	if r == nil {
		return
	}
	c.enter(member)
	defer c.leave()
	i, ok := refer(c, "pledge", c.pledges, r.Pledge)
	switch {
	case r.Pledge == of.ID:
		c.fault("pledge", "the pledge is tied to itself; name the other pledge")
	case ok && ofTwoKinds(c.facts.Pledges[i].Kind, of.Kind):
		c.fault("pledge", "a pledge of %s is tied to one of %s; name a pledge of its own kind",
			Quoted(string(of.Kind)), Quoted(string(c.facts.Pledges[i].Kind)))
	}
	if r.Reason.Empty() {
		c.fault("", `the relation has no reason; say in "reason" why the editors see it so`)
	}
	c.text("reason", r.Reason)
}

func (c *checker) pledgeCircles() {
	list := c.facts.Pledges
	next := func(i int) []int {
		var places []int
		for _, r := range []*Relation{list[i].PartOf, list[i].Restates} {
			if r != nil && r.Pledge != list[i].ID {
				places = append(places, c.follow(c.pledges, string(r.Pledge))...)
			}
		}
		return places
	}
	circles(len(list), next, func(i int) {
		c.at("pledges", i, func() {
			c.fault("", `"part_of" and "restates" lead from this pledge back to it; take one link out of the circle`)
		})
	})
}

func (c *checker) followUp(u *FollowUp) {
	if u == nil {
		return
	}
	c.enter("follow_up")
	defer c.leave()
	c.text("text", u.Text)
	referAll(c, "exchanges", c.exchanges, u.Exchanges)
	eachSide(c, "to", u.To, func(_ SideID, n *int) { c.maybeNumber("", n) })
	c.cite("sources", u.Sources)
}

// figure checks what is claimed of one quantity.
func (c *checker) figure(f Figure) {
	each(c, "claims", f.Claims, c.claim)
	c.bounds(f)
	preferred := 0
	for i := range f.Claims {
		if f.Claims[i].Preferred.Empty() {
			continue
		}
		if preferred++; preferred == 2 {
			c.at("claims", i, func() { c.fault("preferred", "two claims of one figure are preferred; keep one") })
		}
	}
	each(c, "additional", f.Additional, func(a *Additional) {
		c.number("value", a.Value)
		c.text("what", a.What)
		c.mustCite("number", a.Sources)
	})
	if d := f.Derived; d != nil {
		c.enter("derived")
		c.number("value", d.Value)
		c.text("basis", d.Basis)
		c.cite("sources", d.Sources)
		c.leave()
	}
}

// bounds checks that nobody says "at least" of more than "at most".
func (c *checker) bounds(f Figure) {
	for _, low := range f.Claims {
		if low.Qualifier != AtLeast || low.Value == nil {
			continue
		}
		for i, high := range f.Claims {
			if high.Qualifier == AtMost && high.Value != nil && high.By == low.By && *high.Value < *low.Value {
				c.at("claims", i, func() {
					c.fault("value", "%s says at least %d and at most %d; mend one of the numbers", Quoted(string(low.By)),
						*low.Value, *high.Value)
				})
			}
		}
	}
}

func (c *checker) claim(m *Claim) {
	c.valueAndQualifier(m)
	c.maybeNumber("value", m.Value)
	c.split(m)
	c.reporter("by", m.By)
	c.text("announced_by", m.AnnouncedBy)
	c.text("preferred", m.Preferred)
	if !m.Preferred.Empty() && !m.counts() {
		c.fault("preferred", "a claim that is weak or has no number cannot be preferred; take %q out", "preferred")
	}
	c.text("note", m.Note)
	c.mustCite("claim", m.Sources)
}

func (c *checker) valueAndQualifier(m *Claim) {
	isWord := m.Qualifier == AllForAll || m.Qualifier == NotQuantified
	switch {
	case m.Qualifier.rank() == len(Qualifiers()):
		c.fault("qualifier", "%s is no qualifier; write one of exact, at-least, at-most, about, all-for-all, "+
			"not-quantified, possible-addition", Quoted(string(m.Qualifier)))
	case m.Value == nil && !isWord:
		c.fault("", `a claim that is %q needs a number; add "value", or write "not-quantified"`, m.Qualifier)
	case m.Value != nil && isWord:
		c.fault("value", "a claim that is %q has no number; leave it out, or mend the qualifier", m.Qualifier)
	}
}

// split checks a claim's military and civilians against its whole.
func (c *checker) split(m *Claim) {
	c.maybeNumber("military", m.Military)
	c.maybeNumber("civilians", m.Civilians)
	sum := 0
	for _, part := range []*int{m.Military, m.Civilians} {
		if part != nil {
			sum += *part
		}
	}
	if m.Value != nil && sum > max(*m.Value, 0) && m.Qualifier != AtLeast && m.Qualifier != About {
		c.fault("", "the military and the civilians are %d, and the claim counts %d in all; mend one of the numbers",
			sum, *m.Value)
	}
	if m.Value != nil && m.Military != nil && m.Civilians != nil && m.Qualifier == Exact && sum < *m.Value && m.Note.Empty() {
		c.warn("", `the military and the civilians are %d, and the claim counts %d in all; say in "note" who the others are, `+
			"or mend one of the numbers", sum, *m.Value)
	}
}

func (c *checker) exchange(e *Exchange) {
	c.text("date_note", e.DateNote)
	c.kindAndCategories("exchange", e.Kind, e.Categories)
	eachSide(c, "to", e.To, func(to SideID, f Figure) {
		c.figure(f)
		c.ownWord(to, f)
	})
	each(c, "numbers", e.Numbers, func(n *Numbering) {
		c.maybeNumber("n", n.N)
		c.text("text", n.Text)
		c.mustCite("number", n.Sources)
	})
	each(c, "places", e.Places, c.sourced)
	each(c, "mediators", e.Mediators, c.sourced)
	each(c, "ties", e.Ties, func(t *Tie) { c.tie(e, t) })
	c.countedTwice(e)
	c.stage(e)
	c.texts("differing", e.Differing)
	c.texts("notes", e.Notes)
	c.cite("sources", e.Sources)
}

func (c *checker) sourced(s *Sourced) {
	c.text("text", s.Text)
	c.mustCite("statement", s.Sources)
}

// ownWord checks that the receiving side gives one exact number, or that the file says which of them counts.
func (c *checker) ownWord(to SideID, f Figure) {
	first := -1
	for i, m := range f.Claims {
		if !m.Preferred.Empty() {
			return
		}
		if !m.counts() || m.Qualifier != Exact || m.By.Side() != to {
			continue
		}
		if first < 0 {
			first = i
		} else if *m.Value != *f.Claims[first].Value {
			c.fault("claims", "the receiving side gives two exact numbers, %d and %d; say in %q of one of them why it counts",
				*f.Claims[first].Value, *m.Value, "preferred")
			return
		}
	}
}

func (c *checker) tie(e *Exchange, t *Tie) {
	switch {
	case t.Pledge == "" && t.Occasion.IsZero() && t.Agreement == "":
		c.fault("", `the tie names nothing; add "pledge", "round", "event" or "agreement"`)
	case t.Occasion.Round != "" && t.Occasion.Event != "":
		c.fault("event", "the tie names a round and an event; make two ties of it")
	}
	refer(c, "round", c.rounds, t.Occasion.Round)
	refer(c, "event", c.events, t.Occasion.Event)
	refer(c, "agreement", c.agreements, t.Agreement)
	if i, ok := refer(c, "pledge", c.pledges, t.Pledge); ok {
		c.tiePledge(e, &c.facts.Pledges[i], t)
	} else if made := c.dateOf(t.Occasion); isBefore(e.Date, made) {
		c.fault("", "the exchange was made on %s, and what it is tied to on %s; mend one of the dates or the tie",
			e.Date, made)
	}
	each(c, "by", t.By, func(r *Reporter) { c.reporter("", *r) })
	c.text("basis", t.Basis)
	eachSide(c, "to", t.To, func(to SideID, n int) { c.ownCount(e, to, n) })
	if len(t.To) > 0 && t.Pledge == "" {
		c.warn("to", `the count of a tie that names no pledge is not used; name the pledge, or take "to" out`)
	}
	c.cite("sources", t.Sources)
	if !t.Inferred && len(t.Sources) == 0 {
		c.fault("", `the tie has no source; add "sources", or "inferred": true with its "basis"`)
	}
}

// countedTwice checks that an exchange which counts in full for one pledge does not count in part for another one of the
// same occasion: the sum of the occasion would hold that part twice. What was handed over besides the count is no part.
func (c *checker) countedTwice(e *Exchange) {
	if len(e.Ties) < 2 {
		return
	}
	for i := range e.Ties {
		part := &e.Ties[i]
		p := c.countedFor(part)
		if p == nil || len(part.To) == 0 {
			continue
		}
		for j := range e.Ties {
			whole := &e.Ties[j]
			if q := c.countedFor(whole); q != nil && q != p && len(whole.To) == 0 && q.Occasion == p.Occasion &&
				!isBesides(e, part.To) {
				c.enter("ties")
				c.path = append(c.path, step{index: i})
				c.wide("to", "the exchange counts in full for %s, a pledge of the same occasion, so that this part would "+
					"be counted twice; give that tie a count of its own as well, or make this pledge a part of that one",
					Quoted(string(q.ID)))
				c.leave()
				c.leave()
				return
			}
		}
	}
}

// countedFor is the pledge for which a tie counts in the sum of its occasion, or nil.
func (c *checker) countedFor(t *Tie) *Pledge {
	i, ok := c.pledges.at[string(t.Pledge)]
	if !ok || t.Inferred || !c.facts.Pledges[i].Drawn() {
		return nil
	}
	return &c.facts.Pledges[i]
}

// isBesides reports whether these counts are of people who were handed over besides what an exchange counts.
func isBesides(e *Exchange, counts map[SideID]int) bool {
	for to, n := range counts {
		if !slices.ContainsFunc(e.To[to].Additional, func(a Additional) bool { return a.Value == n }) {
			return false
		}
	}
	return true
}

// tiePledge checks an exchange against the pledge that it is tied to.
func (c *checker) tiePledge(e *Exchange, p *Pledge, t *Tie) {
	if ofTwoKinds(e.Kind, p.Kind) {
		c.fault("pledge", "an exchange of %s is tied to a pledge of %s; tie it to a pledge of its own kind",
			Quoted(string(e.Kind)), Quoted(string(p.Kind)))
	}
	if !t.Occasion.IsZero() && !p.Occasion.IsZero() && t.Occasion != p.Occasion {
		c.fault("pledge", "the pledge was not made at the tie's round or event; name another pledge, or leave %q and %q out",
			"round", "event")
	}
	c.fulfilledAfter(e, p)
}

// fulfilledAfter checks that an exchange was not made before the pledge that it fulfils.
func (c *checker) fulfilledAfter(e *Exchange, p *Pledge) {
	made := p.Date
	if made.IsZero() {
		made = c.dateOf(p.Occasion)
	}
	if isBefore(e.Date, made) {
		c.fault("pledge", "the exchange was made on %s, before the pledge that it fulfils, of %s; mend a date or the tie",
			e.Date, made)
	}
}

func (c *checker) dateOf(o Occasion) Date {
	if i, ok := c.rounds.at[string(o.Round)]; ok {
		return c.facts.Rounds[i].Date
	}
	if i, ok := c.events.at[string(o.Event)]; ok {
		return c.facts.Events[i].Date
	}
	return Date{}
}

// ownCount checks a tie's own count against what the exchange counts towards the same side.
func (c *checker) ownCount(e *Exchange, to SideID, n int) {
	c.number("", n)
	f, ok := e.To[to]
	if !ok {
		c.wide("", "the tie counts %d towards a side that has nothing of the exchange; mend the side, or add it there", n)
		return
	}
	for _, m := range f.Claims {
		if m.Qualifier == AtLeast || m.Qualifier == About || m.Qualifier == PossibleAddition {
			return // the whole may be more than was published
		}
	}
	if _, high, ok := f.Range(); ok && n > high {
		c.wide("", "the tie counts %d, and the whole exchange %d; mend one of the numbers", n, high)
	}
}

func (c *checker) stage(e *Exchange) {
	s := e.Stage
	if s == nil {
		return
	}
	c.enter("stage")
	defer c.leave()
	if s.Pledge == "" {
		c.fault("", `the stage does not say of which pledge it is one; add "pledge"`)
	}
	if i, ok := refer(c, "pledge", c.pledges, s.Pledge); ok {
		p := &c.facts.Pledges[i]
		if ofTwoKinds(e.Kind, p.Kind) {
			c.fault("pledge", "an exchange of %s is a stage of a pledge of %s; name a pledge of its own kind",
				Quoted(string(e.Kind)), Quoted(string(p.Kind)))
		}
		if !slices.ContainsFunc(e.Ties, func(t Tie) bool { return t.Pledge == s.Pledge }) {
			c.fulfilledAfter(e, p)
		}
	}
	c.number("number", s.Number)
	c.maybeNumber("of", s.Of)
	if s.Of != nil && s.Number > *s.Of {
		c.fault("number", "stage %d of %d cannot be; mend one of the numbers", s.Number, *s.Of)
	}
}
