package datafile

import "parley/model"

func (c *converter) round(w *round) model.Round {
	c.need(w.ID != "" && w.Date != "" && w.Status != "")
	c.extra(w.extra)
	kind := oneOf(c, w.Kind, roundKinds)
	if kind == "" {
		kind = model.Negotiation // as the schema says
	}
	return model.Round{
		ID: w.ID, Formerly: w.Formerly,
		Series: w.Series, Index: w.Index, Name: c.text(w.Name), Date: c.date(w.Date), Place: w.Place,
		Venue: w.Venue,
		Kind:  kind, Status: oneOf(c, w.Status, roundStatuses),
		Heads:         list(w.Heads, c.head),
		Members:       list(w.Members, c.statement),
		DateSaid:      c.account(w.DateSaid),
		PlaceSaid:     c.account(w.PlaceSaid),
		VenueSaid:     c.account(w.VenueSaid),
		Format:        c.account(w.Format),
		Hosts:         c.account(w.Hosts),
		Mediators:     c.account(w.Mediators),
		Duration:      c.account(w.Duration),
		Language:      c.account(w.Language),
		AnnouncedNext: c.account(w.AnnouncedNext),
		Agenda:        list(w.Agenda, c.statement),
		Outcomes:      list(w.Outcomes, c.outcome),
		Statements:    list(w.Statements, c.statement),
		Aftermath:     list(w.Aftermath, c.outcome),
		Numbers: list(w.Numbers, func(n *reportedNumber) model.ReportedNumber {
			c.extra(n.extra)
			return model.ReportedNumber{What: c.text(n.What), Disputed: n.Disputed, Claims: list(n.Claims, c.numberClaim)}
		}),
		Retold: list(w.Retold, c.retold),
	}
}

func (c *converter) head(w *head) model.Head {
	c.need(w.Side != "")
	c.extra(w.extra)
	return model.Head{
		Side: w.Side, Disputed: w.Disputed, Note: c.text(w.Note), NoteSources: w.NoteSources,
		Claims: list(w.Claims, func(l *leader) model.Leader {
			c.extra(l.extra)
			return model.Leader{
				Person: l.Person, Name: c.text(l.Name), Office: c.text(l.Office), Sources: l.Sources, Unverified: l.Unverified,
			}
		}),
	}
}

func (c *converter) account(w *account) model.Account {
	if w == nil {
		return model.Account{}
	}
	c.extra(w.extra)
	return model.Account{
		Claims: list(w.Claims, c.statement), Disputed: w.Disputed, Note: c.text(w.Note), NoteSources: w.NoteSources,
	}
}

func (c *converter) statement(w *statement) model.Statement {
	c.extra(w.extra)
	return model.Statement{
		Person: w.Person, PersonName: c.text(w.PersonName), By: w.By, Date: c.date(w.Date), Text: c.needText(w.Text),
		Minutes: w.Minutes, Basis: c.text(w.Basis), Sources: w.Sources, Unverified: w.Unverified,
	}
}

func (c *converter) outcome(w *outcome) model.Outcome {
	c.need(len(w.Sources) > 0)
	c.extra(w.extra)
	return model.Outcome{
		Text: c.needText(w.Text), About: w.About, WordingBy: w.WordingBy, Documents: w.Documents,
		Numbers: list(w.Numbers, c.namedNumber), Sources: w.Sources,
	}
}

func (c *converter) numberClaim(w *numberClaim) model.NumberClaim {
	c.need(len(w.Sources) > 0)
	c.extra(w.extra)
	return model.NumberClaim{Text: c.text(w.Text), Value: w.Value, By: w.By, Sources: w.Sources}
}

func (c *converter) retold(w *retold) model.RetoldStatement {
	c.need(w.ID != "" && len(w.Sources) > 0)
	c.extra(w.extra)
	return model.RetoldStatement{
		ID: w.ID, Text: c.needText(w.Text), Comparison: string(oneOf(c, w.Comparison, retellings)),
		ComparedWith: w.ComparedWith, Note: c.text(w.Note), Sources: w.Sources,
	}
}

func (c *converter) agreement(w *agreement) model.Agreement {
	c.need(w.ID != "")
	c.extra(w.extra)
	return model.Agreement{ID: w.ID, Name: c.text(w.Name)}
}

func (c *converter) pledge(w *pledge) model.Pledge {
	c.need(w.ID != "" && w.Kind != "" && w.Status != "" && len(w.To) > 0)
	c.extra(w.extra)
	return model.Pledge{
		ID: w.ID, Formerly: w.Formerly,
		Occasion: model.Occasion{Round: w.Round, Event: w.Event}, Date: c.date(w.Date), Between: w.Between, Kind: w.Kind,
		Categories: w.Categories, Status: oneOf(c, w.Status, pledgeStatuses), Summary: c.needText(w.Summary),
		AnnouncedBy: c.text(w.AnnouncedBy), To: byKey(w.To, c.figure), PartOf: c.relation(w.PartOf),
		Restates: c.relation(w.Restates), FollowUp: c.followUp(w.FollowUp), Notes: c.texts(w.Notes), Sources: w.Sources,
	}
}

func (c *converter) relation(w *relation) *model.Relation {
	if w == nil {
		return nil
	}
	c.need(w.Pledge != "")
	c.extra(w.extra)
	return &model.Relation{Pledge: w.Pledge, Reason: c.needText(w.Reason)}
}

func (c *converter) followUp(w *followUp) *model.FollowUp {
	if w == nil {
		return nil
	}
	c.extra(w.extra)
	to := byKey(w.To, func(n *int) *int {
		if n == nil {
			c.nulls--
		}
		return n
	})
	return &model.FollowUp{Text: c.text(w.Text), Exchanges: w.Exchanges, To: to, Sources: w.Sources}
}

func (c *converter) figure(w *figure) model.Figure {
	if w == nil {
		c.faulty = true
		return model.Figure{}
	}
	c.extra(w.extra)
	c.memory += figureSize
	f := model.Figure{
		Claims: list(w.Claims, c.claim),
		Additional: list(w.Additional, func(a *additional) model.Additional {
			c.need(len(a.Sources) > 0)
			c.extra(a.extra)
			return model.Additional{Value: c.number(a.Value), What: c.text(a.What), Sources: a.Sources}
		}),
	}
	if d := w.Derived; d != nil {
		c.extra(d.extra)
		f.Derived = &model.Derived{Value: c.number(d.Value), Basis: c.text(d.Basis), Sources: d.Sources}
	}
	return f
}

func (c *converter) claim(w *claim) model.Claim {
	c.need(w.Qualifier != "" && w.By != "" && len(w.Sources) > 0)
	c.extra(w.extra)
	return model.Claim{
		Value: w.Value, Qualifier: oneOf(c, w.Qualifier, qualifiers), By: w.By, AnnouncedBy: c.text(w.AnnouncedBy),
		Sources: w.Sources, Weak: w.Weak, Preferred: c.text(w.Preferred), Military: w.Military, Civilians: w.Civilians,
		Note: c.text(w.Note),
	}
}

func (c *converter) exchange(w *exchange) model.Exchange {
	c.need(w.ID != "" && w.Date != "" && w.Kind != "" && len(w.To) > 0)
	c.extra(w.extra)
	return model.Exchange{
		ID: w.ID, Formerly: w.Formerly,
		Date: c.date(w.Date), DateNote: c.text(w.DateNote), Kind: w.Kind, Categories: w.Categories,
		To: byKey(w.To, c.figure),
		Numbers: list(w.Numbers, func(n *numbering) model.Numbering {
			c.need(len(n.Sources) > 0)
			c.extra(n.extra)
			return model.Numbering{N: n.N, Text: c.text(n.Text), Sources: n.Sources}
		}),
		Places: list(w.Places, c.sourced), Mediators: list(w.Mediators, c.sourced), Ties: list(w.Ties, c.tie),
		Stage: c.stage(w.Stage), Differing: c.texts(w.Differing), Notes: c.texts(w.Notes), Sources: w.Sources,
	}
}

func (c *converter) sourced(w *sourced) model.Sourced {
	c.need(len(w.Sources) > 0)
	c.extra(w.extra)
	return model.Sourced{Text: c.needText(w.Text), Sources: w.Sources}
}

func (c *converter) tie(w *tie) model.Tie {
	c.extra(w.extra)
	return model.Tie{
		Pledge: w.Pledge, Occasion: model.Occasion{Round: w.Round, Event: w.Event}, Agreement: w.Agreement, By: w.By,
		Inferred: w.Inferred, Basis: c.text(w.Basis), To: w.To, Sources: w.Sources,
	}
}

func (c *converter) stage(w *stage) *model.Stage {
	if w == nil {
		return nil
	}
	c.need(w.Pledge != "")
	c.extra(w.extra)
	return &model.Stage{Pledge: w.Pledge, Number: c.number(w.Number), Of: w.Of}
}

func (c *converter) handover(w *handover) model.Handover {
	c.need(w.ID != "" && len(w.Sources) > 0)
	c.extra(w.extra)
	return model.Handover{
		ID: w.ID, Date: c.date(w.Date), What: c.text(w.What), Value: c.number(w.Value), Subject: w.Subject, To: w.To,
		Sources: w.Sources,
	}
}

func (c *converter) total(w *total) model.Total {
	c.need(w.ID != "" && len(w.Sources) > 0)
	c.extra(w.extra)
	return model.Total{
		ID: w.ID, AsOf: c.date(w.AsOf), Period: c.date(w.Period), Kind: w.Kind, Unit: string(oneOf(c, w.Unit, units)),
		Scope: c.text(w.Scope), Value: c.number(w.Value), Qualifier: oneOf(c, w.Qualifier, qualifiers), To: w.To, By: w.By,
		ExchangeNumber: w.ExchangeNumber, Sources: w.Sources, Note: c.text(w.Note),
	}
}

func (c *converter) check(w *check) model.Check {
	c.need(w.ID != "")
	c.extra(w.extra)
	return model.Check{
		ID: w.ID, What: c.text(w.What), Official: c.number(w.Official), Computed: c.number(w.Computed), Matches: w.Matches,
		Consistent: w.Consistent, Components: w.Components, Totals: w.Totals, Comment: c.text(w.Comment),
	}
}

func (c *converter) document(w *document) model.Document {
	c.need(w.ID != "")
	c.extra(w.extra)
	return model.Document{
		ID: w.ID, Formerly: w.Formerly,
		Authors: w.Authors, Role: string(oneOf(c, w.Role, roles)), Title: c.needText(w.Title), Date: c.date(w.Date),
		DateSaid: list(w.DateSaid, c.sourced), Languages: list(w.Languages, c.sourced),
		Structure:   list(w.Structure, c.sourced),
		PublishedBy: list(w.PublishedBy, c.sourced), Numbering: c.text(w.Numbering), Rounds: w.Rounds, Complete: w.Complete,
	}
}

func (c *converter) clause(w *clause) model.Clause {
	c.need(w.ID != "" && w.Document != "" && w.Topic != "" && w.Wording != "" && len(w.Sources) > 0)
	c.extra(w.extra)
	return model.Clause{
		ID: w.ID, Formerly: w.Formerly, Document: w.Document, Section: c.text(w.Section), Number: w.Number,
		NumberBasis: string(oneOf(c, w.NumberBasis, numberBases)), Topic: w.Topic, AlsoTopics: w.AlsoTopics,
		Text: c.needText(w.Text), Stance: c.text(w.Stance), Wording: oneOf(c, w.Wording, wordings), Note: c.text(w.Note),
		Sources: w.Sources,
	}
}

func (c *converter) topic(w *topic) model.Topic {
	c.need(w.ID != "")
	c.extra(w.extra)
	return model.Topic{ID: w.ID, Formerly: w.Formerly, Name: c.text(w.Name), Scope: c.text(w.Scope)}
}

func (c *converter) comparison(w *comparison) model.Comparison {
	c.need(w.Topic != "" && len(w.Stances) > 0)
	c.extra(w.extra)
	return model.Comparison{
		Topic: w.Topic, Judgement: oneOf(c, w.Judgement, judgements), Reason: c.text(w.Reason),
		ReasonSources: w.ReasonSources,
		Stances:       byKey(w.Stances, c.stance), Others: w.Others,
	}
}

func (c *converter) stance(w stance) model.Stance {
	c.need(w.Addressed != nil)
	c.extra(w.extra)
	return model.Stance{
		Addressed: w.Addressed != nil && *w.Addressed, Text: c.text(w.Text), Clauses: w.Clauses, Related: w.Related,
		Sources: w.Sources,
	}
}

func (c *converter) documentStatement(w *documentStatement) model.DocumentStatement {
	c.need(w.ID != "")
	return model.DocumentStatement{
		ID: w.ID, Documents: w.Documents, Topics: w.Topics, Clauses: w.Clauses, Statement: c.statement(&w.statement),
	}
}

func (c *converter) discrepancy(w *discrepancy) model.Discrepancy {
	c.need(w.ID != "")
	c.extra(w.extra)
	return model.Discrepancy{
		ID: w.ID, Topic: c.text(w.Topic), See: w.See, Rounds: w.Rounds, Documents: w.Documents, Topics: w.Topics, Clauses: w.Clauses,
		Exchanges: w.Exchanges, Claims: list(w.Claims, c.numberClaim), Assessment: c.text(w.Assessment),
	}
}
