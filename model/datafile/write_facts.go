package datafile

import "parley/model"

// The functions of this file turn facts into what the file holds of them: the other way than convert.go.

func newHead(m *model.Metadata) *file {
	return &file{
		Format: formatName, Name: m.Name, Title: newText(m.Title), Description: newText(m.Description), Version: m.Version,
		Created: newDate(m.Created), MadeUp: m.MadeUp, Language: language(m.Language),
		Licenses: list(m.Licenses, func(l *model.License) license {
			return license{Name: l.Name, Title: l.Title, Path: l.Path}
		}),
		Contributors: list(m.Contributors, func(c *model.Contributor) contributor {
			return contributor{Title: c.Title, Roles: c.Roles, Email: c.Email, Path: c.Path}
		}),
		Coverage: newCoverage(&m.Coverage), Gaps: newTexts(m.Gaps), Conventions: newTexts(m.Conventions),
		Corrections: list(m.Corrections, newCorrection),
	}
}

func newCoverage(v *model.Coverage) *coverage {
	w := coverage{
		From: newDate(v.From), FoundUntil: newDate(v.FoundUntil), Compiled: newDate(v.Compiled), Text: newText(v.Text),
		Sources: v.Sources,
		Parts: list(v.Parts, func(p *model.CoveragePart) coveragePart {
			return coveragePart{
				About: newText(p.About), FoundUntil: newDate(p.FoundUntil), Text: newText(p.Text), Sources: p.Sources,
			}
		}),
	}
	if w.From == "" && w.FoundUntil == "" && w.Compiled == "" && w.Text == nil && w.Sources == nil && w.Parts == nil {
		return nil
	}
	return &w
}

func newCorrection(x *model.Correction) correction {
	w := correction{Date: newDate(x.Date), Old: newText(x.Old), New: newText(x.New), Reason: newText(x.Reason)}
	if !x.Item.IsZero() {
		w.Item = address(x.Item.String())
	}
	return w
}

func newSide(s *model.Side) side { return side{ID: s.ID, Name: newText(s.Name)} }

func newActor(a *model.Actor) actor { return actor{ID: a.ID, Name: newText(a.Name)} }

func newKind(k *model.Kind) kind {
	return kind{ID: k.ID, Name: newText(k.Name), CarriedOut: newText(k.CarriedOut), Unit: newText(k.Unit)}
}

func newCategory(g *model.Category) category {
	return category{ID: g.ID, Kind: g.Kind, Name: newText(g.Name)}
}

func newPerson(p *model.Person) person {
	return person{
		ID: p.ID, Name: newText(p.Name), Actor: p.Actor, Offices: newTexts(p.Offices), Variants: p.Variants,
		Attested: newLanguages(p.Attested), Sources: p.Sources,
	}
}

func newPlace(p *model.Place) place {
	return place{
		ID: p.ID, Name: newText(p.Name), Kind: placeKind(p.Kind), Parent: p.Parent, Variants: p.Variants,
		Attested: newLanguages(p.Attested), Sources: p.Sources,
	}
}

func newEvent(e *model.Event) event {
	return event{
		ID: e.ID, Formerly: e.Formerly, Date: newDate(e.Date), Name: newText(e.Name), Place: newText(e.Place),
		Text: newText(e.Text), Numbers: list(e.Numbers, newNamedNumber), Sources: e.Sources,
	}
}

func newNamedNumber(n *model.NamedNumber) namedNumber {
	return namedNumber{What: n.What, Value: &n.Value}
}

func newRound(r *model.Round) round {
	return round{
		ID: r.ID, Formerly: r.Formerly, Series: r.Series, Index: r.Index, Name: newText(r.Name), Date: newDate(r.Date),
		Place: r.Place, Venue: r.Venue, Kind: r.Kind, Status: r.Status,
		Heads:         list(r.Heads, newHeadOf),
		Members:       list(r.Members, newStatement),
		DateSaid:      newAccount(&r.DateSaid),
		PlaceSaid:     newAccount(&r.PlaceSaid),
		VenueSaid:     newAccount(&r.VenueSaid),
		Format:        newAccount(&r.Format),
		Hosts:         newAccount(&r.Hosts),
		Mediators:     newAccount(&r.Mediators),
		Duration:      newAccount(&r.Duration),
		Language:      newAccount(&r.Language),
		AnnouncedNext: newAccount(&r.AnnouncedNext),
		Agenda:        list(r.Agenda, newStatement),
		Outcomes:      list(r.Outcomes, newOutcome),
		Statements:    list(r.Statements, newStatement),
		Aftermath:     list(r.Aftermath, newOutcome),
		Numbers: list(r.Numbers, func(n *model.ReportedNumber) reportedNumber {
			return reportedNumber{What: newText(n.What), Disputed: n.Disputed, Claims: list(n.Claims, newNumberClaim)}
		}),
		Retold: list(r.Retold, newRetold),
	}
}

func newHeadOf(h *model.Head) head {
	return head{
		Side: h.Side, Disputed: h.Disputed, Note: newText(h.Note), NoteSources: h.NoteSources,
		Claims: list(h.Claims, func(l *model.Leader) leader {
			return leader{
				Person: l.Person, Name: newText(l.Name), Office: newText(l.Office), Sources: l.Sources,
				Unverified: l.Unverified,
			}
		}),
	}
}

func newAccount(a *model.Account) *account {
	if a.Empty() && !a.Disputed && len(a.NoteSources) == 0 {
		return nil
	}
	return &account{
		Claims: list(a.Claims, newStatement), Disputed: a.Disputed, Note: newText(a.Note), NoteSources: a.NoteSources,
	}
}

func newStatement(s *model.Statement) statement {
	return statement{
		Person: s.Person, PersonName: newText(s.PersonName), By: s.By, Date: newDate(s.Date), Text: newText(s.Text),
		Minutes: s.Minutes, Basis: newText(s.Basis), Sources: s.Sources, Unverified: s.Unverified,
	}
}

func newOutcome(o *model.Outcome) outcome {
	return outcome{
		Text: newText(o.Text), About: o.About, WordingBy: o.WordingBy, Documents: o.Documents,
		Numbers: list(o.Numbers, newNamedNumber), Sources: o.Sources,
	}
}

func newNumberClaim(n *model.NumberClaim) numberClaim {
	return numberClaim{Text: newText(n.Text), Value: n.Value, By: n.By, Sources: n.Sources}
}

func newRetold(r *model.RetoldStatement) retold {
	return retold{
		ID: r.ID, Text: newText(r.Text), Comparison: retelling(r.Comparison), ComparedWith: r.ComparedWith,
		Note: newText(r.Note), Sources: r.Sources,
	}
}

func newAgreement(a *model.Agreement) agreement { return agreement{ID: a.ID, Name: newText(a.Name)} }

func newPledge(p *model.Pledge) pledge {
	return pledge{
		ID: p.ID, Formerly: p.Formerly, Round: p.Occasion.Round, Event: p.Occasion.Event, Date: newDate(p.Date),
		Between: p.Between, Kind: p.Kind, Categories: p.Categories, Status: p.Status, Summary: newText(p.Summary),
		AnnouncedBy: newText(p.AnnouncedBy), To: byKey(p.To, newFigure), PartOf: newRelation(p.PartOf),
		Restates: newRelation(p.Restates), FollowUp: newFollowUp(p.FollowUp), Notes: newTexts(p.Notes), Sources: p.Sources,
	}
}

func newRelation(r *model.Relation) *relation {
	if r == nil {
		return nil
	}
	return &relation{Pledge: r.Pledge, Reason: newText(r.Reason)}
}

func newFollowUp(u *model.FollowUp) *followUp {
	if u == nil {
		return nil
	}
	return &followUp{Text: newText(u.Text), Exchanges: u.Exchanges, To: u.To, Sources: u.Sources}
}

func newFigure(f model.Figure) *figure {
	w := &figure{
		Claims: list(f.Claims, newClaim),
		Additional: list(f.Additional, func(a *model.Additional) additional {
			return additional{Value: &a.Value, What: newText(a.What), Sources: a.Sources}
		}),
	}
	if d := f.Derived; d != nil {
		w.Derived = &derived{Value: &d.Value, Basis: newText(d.Basis), Sources: d.Sources}
	}
	return w
}

func newClaim(m *model.Claim) claim {
	return claim{
		Value: m.Value, Qualifier: m.Qualifier, By: m.By, AnnouncedBy: newText(m.AnnouncedBy), Military: m.Military,
		Civilians: m.Civilians, Weak: m.Weak, Preferred: newText(m.Preferred), Note: newText(m.Note), Sources: m.Sources,
	}
}

func newExchange(e *model.Exchange) exchange {
	w := exchange{
		ID: e.ID, Formerly: e.Formerly, Date: newDate(e.Date), DateNote: newText(e.DateNote), Kind: e.Kind,
		Categories: e.Categories, To: byKey(e.To, newFigure),
		Numbers: list(e.Numbers, func(n *model.Numbering) numbering {
			return numbering{N: n.N, Text: newText(n.Text), Sources: n.Sources}
		}),
		Places: list(e.Places, newSourced), Mediators: list(e.Mediators, newSourced), Ties: list(e.Ties, newTie),
		Differing: newTexts(e.Differing), Notes: newTexts(e.Notes), Sources: e.Sources,
	}
	if s := e.Stage; s != nil {
		w.Stage = &stage{Pledge: s.Pledge, Number: &s.Number, Of: s.Of}
	}
	return w
}

func newSourced(s *model.Sourced) sourced { return sourced{Text: newText(s.Text), Sources: s.Sources} }

func newTie(t *model.Tie) tie {
	return tie{
		Pledge: t.Pledge, Round: t.Occasion.Round, Event: t.Occasion.Event, Agreement: t.Agreement, By: t.By,
		Inferred: t.Inferred, Basis: newText(t.Basis), To: t.To, Sources: t.Sources,
	}
}

func newHandover(h *model.Handover) handover {
	return handover{
		ID: h.ID, Date: newDate(h.Date), What: newText(h.What), Value: &h.Value, Subject: h.Subject, To: h.To,
		Sources: h.Sources,
	}
}

func newTotal(t *model.Total) total {
	return total{
		ID: t.ID, AsOf: newDate(t.AsOf), Period: newDate(t.Period), Kind: t.Kind, Unit: unit(t.Unit),
		Scope: newText(t.Scope), Value: &t.Value, Qualifier: t.Qualifier, To: t.To, By: t.By,
		ExchangeNumber: t.ExchangeNumber, Sources: t.Sources, Note: newText(t.Note),
	}
}

func newCheck(x *model.Check) check {
	return check{
		ID: x.ID, What: newText(x.What), Official: &x.Official, Computed: &x.Computed, Matches: x.Matches,
		Consistent: x.Consistent, Components: x.Components, Totals: x.Totals, Comment: newText(x.Comment),
	}
}

func newDocument(d *model.Document) document {
	return document{
		ID: d.ID, Formerly: d.Formerly, Authors: d.Authors, Role: role(d.Role), Title: newText(d.Title),
		Date: newDate(d.Date), DateSaid: list(d.DateSaid, newSourced), Languages: list(d.Languages, newSourced),
		Structure: list(d.Structure, newSourced), PublishedBy: list(d.PublishedBy, newSourced),
		Numbering: newText(d.Numbering), Rounds: d.Rounds, Complete: d.Complete,
	}
}

func newClause(x *model.Clause) clause {
	return clause{
		ID: x.ID, Formerly: x.Formerly, Document: x.Document, Section: newText(x.Section), Number: x.Number,
		NumberBasis: numberBasis(x.NumberBasis), Topic: x.Topic, AlsoTopics: x.AlsoTopics, Text: newText(x.Text),
		Stance: newText(x.Stance), Wording: x.Wording, Note: newText(x.Note), Sources: x.Sources,
	}
}

func newTopic(t *model.Topic) topic {
	return topic{ID: t.ID, Formerly: t.Formerly, Name: newText(t.Name), Scope: newText(t.Scope)}
}

func newComparison(x *model.Comparison) comparison {
	return comparison{
		Topic: x.Topic, Judgement: x.Judgement, Reason: newText(x.Reason), ReasonSources: x.ReasonSources,
		Stances: byKey(x.Stances, newStance), Others: x.Others,
	}
}

func newStance(s model.Stance) stance {
	return stance{
		Addressed: &s.Addressed, Text: newText(s.Text), Clauses: s.Clauses, Related: s.Related, Sources: s.Sources,
	}
}

func newDocumentStatement(s *model.DocumentStatement) documentStatement {
	return documentStatement{
		ID: s.ID, Documents: s.Documents, Topics: s.Topics, Clauses: s.Clauses, statement: newStatement(&s.Statement),
	}
}

func newDiscrepancy(d *model.Discrepancy) discrepancy {
	return discrepancy{
		ID: d.ID, Topic: newText(d.Topic), See: d.See, Rounds: d.Rounds, Documents: d.Documents, Topics: d.Topics,
		Clauses: d.Clauses, Exchanges: d.Exchanges, Claims: list(d.Claims, newNumberClaim), Assessment: newText(d.Assessment),
	}
}

func newSource(s *model.Source) source {
	return source{
		ID: s.ID, Formerly: s.Formerly, Publisher: s.Publisher, Title: s.Title, TitleBasis: titleBasis(s.TitleBasis),
		URL: s.URL, Published: newDate(s.Published), Side: s.Side, Weak: s.Weak, Aliases: s.Aliases, Note: newText(s.Note),
	}
}
