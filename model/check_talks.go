package model

import "net/url"

// metadata checks what the dataset says of itself.
func (c *checker) metadata(m *Metadata) {
	if !isName(m.Name) {
		c.wrong("name", "%s is no name for a dataset; write letters, digits and hyphens, without spaces and slashes",
			Quoted(m.Name))
	}
	if m.Title.Empty() {
		c.wrong("title", "the dataset has no title; write one")
	}
	c.text("title", m.Title)
	c.text("description", m.Description)
	c.plain("version", m.Version)
	c.coverage(&m.Coverage)
	c.texts("gaps", m.Gaps)
	c.texts("conventions", m.Conventions)
	each(c, "licenses", m.Licenses, func(l *License) {
		c.plain("name", l.Name)
		c.plain("title", l.Title)
		c.plain("path", l.Path)
	})
	each(c, "contributors", m.Contributors, func(who *Contributor) {
		c.plain("title", who.Title)
		c.plains("roles", who.Roles)
	})
	each(c, "corrections", m.Corrections, func(x *Correction) {
		c.text("old", x.Old)
		c.text("new", x.New)
		c.text("reason", x.Reason)
		c.corrected(x.Item)
	})
}

func (c *checker) coverage(v *Coverage) {
	c.enter("coverage")
	defer c.leave()
	c.order("found_until", v.From, v.FoundUntil, `the sources end before "from", where they begin`)
	c.order("compiled", v.FoundUntil, v.Compiled,
		`the dataset was compiled before "found_until", the date of its latest source`)
	c.text("text", v.Text)
	c.cite("sources", v.Sources)
	each(c, "parts", v.Parts, func(p *CoveragePart) {
		c.text("about", p.About)
		c.text("text", p.Text)
		c.cite("sources", p.Sources)
	})
}

// order checks that later is not before earlier; either may be unknown.
func (c *checker) order(member string, earlier, later Date, what string) {
	if isBefore(later, earlier) {
		c.fault(member, "%s (%s and %s); mend one of the two dates", what, earlier, later)
	}
}

// isBefore reports whether a was over before b began, whatever the two dates may mean.
func isBefore(a, b Date) bool {
	return !a.IsZero() && !b.IsZero() && a.Last().Before(b.First())
}

// corrected only warns: what a correction is about may have been taken out since.
func (c *checker) corrected(i Item) {
	n := map[ItemKind]*names{
		RoundItem: c.rounds, EventItem: c.events, PledgeItem: c.pledges, ExchangeItem: c.exchanges,
		DocumentItem: c.documents, ClauseItem: c.clauses, TopicItem: c.topics, SourceItem: c.sources,
	}[i.Kind]
	if n == nil {
		return
	}
	if _, ok := n.at[i.ID]; !ok {
		c.dangling(Warning, "item", n, i.ID)
	}
}

// cast checks who and what the facts are about.
func (c *checker) cast() {
	f := c.facts
	if len(f.Sides) < 2 {
		c.wrong("sides", "there are fewer than two sides; list those who negotiate")
	}
	if len(f.Kinds) == 0 {
		c.wrong("kinds", "there is no kind; list what is pledged and exchanged, for instance prisoners")
	}
	each(c, "sides", f.Sides, func(s *Side) { c.named("side", s.Name) })
	each(c, "actors", f.Actors, func(a *Actor) { c.named("actor", a.Name) })
	each(c, "kinds", f.Kinds, func(k *Kind) {
		c.named("kind", k.Name)
		c.text("carried_out", k.CarriedOut)
		c.text("unit", k.Unit)
	})
	each(c, "categories", f.Categories, func(g *Category) {
		c.named("category", g.Name)
		refer(c, "kind", c.kinds, g.Kind)
	})
	each(c, "people", f.People, c.person)
	each(c, "places", f.Places, c.place)
	c.placeCircles()
	each(c, "agreements", f.Agreements, func(a *Agreement) { c.named("agreement", a.Name) })
}

// named only warns: a reader can do with an ID, but should not have to.
func (c *checker) named(noun string, name Text) {
	if name.Empty() {
		c.warn("", `the %s has no name to show to readers; add "name"`, noun)
	}
	c.text("name", name)
}

func (c *checker) person(p *Person) {
	c.named("person", p.Name)
	refer(c, "actor", c.actors, p.Actor)
	c.texts("offices", p.Offices)
	c.plains("variants", p.Variants)
	c.cite("sources", p.Sources)
}

func (c *checker) place(p *Place) {
	c.named("place", p.Name)
	refer(c, "parent", c.places, p.Parent)
	c.plains("variants", p.Variants)
	c.cite("sources", p.Sources)
}

func (c *checker) placeCircles() {
	list := c.facts.Places
	next := func(i int) []int { return c.follow(c.places, string(list[i].Parent)) }
	circles(len(list), next, func(i int) {
		c.at("places", i, func() {
			c.fault("parent", "the place lies within itself, by way of %s; take one link out of the circle",
				Quoted(string(list[i].Parent)))
		})
	})
}

// follow lists the place of id among n, or nothing.
func (c *checker) follow(n *names, id string) []int {
	if i, ok := n.at[id]; ok && id != "" {
		return []int{i}
	}
	return nil
}

// talks checks the rounds and events and what was said there.
func (c *checker) talks() {
	each(c, "events", c.facts.Events, func(e *Event) {
		c.text("name", e.Name)
		c.text("place", e.Place)
		c.text("text", e.Text)
		c.namedNumbers(e.Numbers)
		c.mustCite("event", e.Sources)
	})
	each(c, "rounds", c.facts.Rounds, c.round)
	each(c, "discrepancies", c.facts.Discrepancies, c.discrepancy)
}

func (c *checker) round(r *Round) {
	c.plain("series", r.Series)
	c.text("name", r.Name)
	refer(c, "place", c.places, r.Place)
	refer(c, "venue", c.places, r.Venue)
	c.number("index", r.Index)
	each(c, "heads", r.Heads, c.head)
	each(c, "members", r.Members, c.statement)
	for _, a := range []struct {
		member  string
		account *Account
	}{
		{"date_said", &r.DateSaid},
		{"place_said", &r.PlaceSaid},
		{"venue_said", &r.VenueSaid},
		{"format", &r.Format},
		{"hosts", &r.Hosts},
		{"mediators", &r.Mediators},
		{"duration", &r.Duration},
		{"language", &r.Language},
		{"announced_next", &r.AnnouncedNext},
	} {
		c.account(a.member, a.account)
	}
	each(c, "agenda", r.Agenda, c.statement)
	each(c, "outcomes", r.Outcomes, c.outcome)
	each(c, "statements", r.Statements, c.statement)
	each(c, "aftermath", r.Aftermath, c.outcome)
	each(c, "numbers", r.Numbers, func(n *ReportedNumber) {
		c.text("what", n.What)
		each(c, "claims", n.Claims, c.numberClaim)
	})
	each(c, "retold", r.Retold, func(s *RetoldStatement) {
		c.text("text", s.Text)
		c.text("note", s.Note)
		c.cite("compared_with", s.ComparedWith)
		c.mustCite("retold statement", s.Sources)
	})
}

func (c *checker) head(h *Head) {
	refer(c, "side", c.sides, h.Side)
	each(c, "claims", h.Claims, func(l *Leader) {
		refer(c, "person", c.people, l.Person)
		if l.Person == "" && l.Name.Empty() {
			c.fault("", `the claim names nobody; add "person" or "name"`)
		}
		c.text("name", l.Name)
		c.text("office", l.Office)
		c.citeUnlessUnverified(l.Unverified, l.Sources)
	})
	c.text("note", h.Note)
	c.cite("note_sources", h.NoteSources)
}

func (c *checker) account(member string, a *Account) {
	if a.Empty() && len(a.NoteSources) == 0 {
		return
	}
	c.enter(member)
	each(c, "claims", a.Claims, c.statement)
	c.text("note", a.Note)
	c.cite("note_sources", a.NoteSources)
	c.leave()
}

func (c *checker) statement(s *Statement) {
	refer(c, "person", c.people, s.Person)
	c.text("person_name", s.PersonName)
	refer(c, "by", c.actors, s.By)
	c.text("text", s.Text)
	if s.Text.Empty() {
		c.fault("", `the statement says nothing; add "text"`)
	}
	c.maybeNumber("minutes", s.Minutes)
	c.text("basis", s.Basis)
	c.citeUnlessUnverified(s.Unverified, s.Sources)
}

func (c *checker) citeUnlessUnverified(unverified bool, list []SourceID) {
	switch {
	case unverified && len(list) > 0:
		c.fault("unverified", `a statement with sources is not unverified; take "unverified" out`)
	case !unverified && len(list) == 0:
		c.fault("", `the statement has no source; add "sources", or "unverified": true where none was found`)
	}
	c.cite("sources", list)
}

func (c *checker) outcome(o *Outcome) {
	c.text("text", o.Text)
	c.plain("about", o.About)
	refer(c, "wording_by", c.actors, o.WordingBy)
	referAll(c, "documents", c.documents, o.Documents)
	c.namedNumbers(o.Numbers)
	c.mustCite("outcome", o.Sources)
}

func (c *checker) namedNumbers(list []NamedNumber) {
	each(c, "numbers", list, func(n *NamedNumber) {
		c.plain("what", n.What)
		c.number("value", n.Value)
	})
}

func (c *checker) numberClaim(n *NumberClaim) {
	c.text("text", n.Text)
	c.maybeNumber("value", n.Value)
	c.reporter("by", n.By)
	c.mustCite("claim", n.Sources)
}

func (c *checker) discrepancy(d *Discrepancy) {
	c.text("topic", d.Topic)
	refer(c, "see", c.discrepancies, d.See)
	if d.See != "" && d.See == d.ID {
		c.fault("see", "the discrepancy refers to itself; name the other one, or leave %q out", "see")
	}
	referAll(c, "rounds", c.rounds, d.Rounds)
	referAll(c, "documents", c.documents, d.Documents)
	referAll(c, "topics", c.topics, d.Topics)
	referAll(c, "clauses", c.clauses, d.Clauses)
	referAll(c, "exchanges", c.exchanges, d.Exchanges)
	each(c, "claims", d.Claims, c.numberClaim)
	c.text("assessment", d.Assessment)
}

// publications checks the sources, last, when it is known which of them are cited.
func (c *checker) publications() {
	each(c, "sources", c.facts.Sources, func(s *Source) {
		c.plain("publisher", s.Publisher)
		c.plain("title", s.Title)
		c.text("note", s.Note)
		refer(c, "side", c.sides, s.Side)
		if s.URL != "" && !isWebAddress(s.URL) {
			c.wrong("url", "%s is no address of a web page; write it as https://example.org/page", Quoted(s.URL))
		}
	})
	for i, cited := range c.cited {
		if !cited {
			c.at("sources", i, func() {
				c.found(Finding{Severity: Warning}, "", "no fact cites the source %s; cite it or take it out",
					[]any{Quoted(string(c.facts.Sources[i].ID))}) // rests on all that could cite it
			})
		}
	}
}

// isWebAddress reports whether a browser can open s: http or https, with a host.
func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && hiddenRune(s) == 0
}
