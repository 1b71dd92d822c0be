package modeltest

import "parley/model"

// Talks is a whole small process: three rounds and one event, with prisoners and bodies.
//
// Pledges, by occasion:
//   - event "call": "call-prisoners", 175 to each side.
//   - "round-1": "r1-prisoners", 1,000 to each side; "r1-phases" restates it.
//   - "round-2": "r2-prisoners", at least 1,200 to each side; "r2-wounded", all for all, is part of it; "r2-bodies",
//     6,000
//     to the south, and to the north disputed: 500 by its own word, 700 by the other side's.
//   - "round-3": "r3-prisoners", unknown, and without an exchange; "r3-bodies", offered by the north, 3,000 to the
//     south.
//
// Exchanges, by date:
//   - "prisoners-03-19": 175 to each side, tied to "call-prisoners".
//   - "prisoners-05-23" and "prisoners-05-24": 390 and 307 to each side, tied to "r1-prisoners".
//   - "prisoners-05-25": 303 to each side, to the north with a range of 300 to 303, tied to "r1-prisoners".
//   - "prisoners-06-09": no count, first stage of "r2-prisoners".
//   - "bodies-06-14": 1,212 to the south and 27 to the north, tied to "r2-bodies".
//   - "prisoners-06-20": 60 to each side, tied to "r2-wounded" by inference only.
//   - "prisoners-07-04": 100 to each side, of which the tie to "r2-prisoners" counts 70.
//   - "prisoners-08-14": 84 to each side, tied to the agreements "city", round not stated.
//   - "prisoners-09": in September 2025, at least 50 to the north, and a disputed number to the south; attributed to
//     nothing.
//   - "bodies-10-23": 1,000 to the south by a preferred claim, about 31 to the north; attributed to nothing.
func Talks() *model.Dataset { return model.New(TalksFacts()) }

// TalksFacts are the facts of [Talks].
func TalksFacts() model.Facts {
	f := model.Facts{
		Metadata:   metadata(),
		Sides:      sides(),
		Actors:     []model.Actor{{ID: "host", Name: words("Hostland", "Гостинія")}},
		Kinds:      kinds(),
		Categories: categories(),
		People: []model.Person{
			{ID: "head-north", Name: words("Ada North",
				"Ада Північна"), Actor: "north", Offices: []model.Text{plain("Minister")}},
			{
				ID: "head-south", Name: words("Bo South", "Бо Південний"), Actor: "south", Variants: []string{"Boe South"},
				Attested: []string{"en", "uk"}, Sources: ids(southMay),
			},
		},
		Places: []model.Place{
			{
				ID: "city", Name: words("Neutral City", "Нейтральне Місто"), Kind: "city", Variants: []string{"Neutrapolis"},
				Attested: []string{"en"},
			},
			{ID: "palace", Name: plain("Lake Palace"), Kind: "venue", Parent: "city", Sources: ids(agencyMay)},
		},
		Events:     events(),
		Rounds:     rounds(),
		Agreements: []model.Agreement{{ID: "city", Name: plain("City agreements (round not stated)")}},
		Pledges:    pledges(),
		Exchanges:  exchanges(),
		Handovers: []model.Handover{{
			ID: "handover-08-01", Date: date("2025-08-01"), What: plain("Civilians brought home by the host"),
			Value: 12, Subject: "civilians", To: South, Sources: ids(agencyJune),
		}},
		Totals:             totals(),
		Checks:             checks(),
		DocumentStatements: documentStatements(),
		Discrepancies:      discrepancies(),
		Sources:            sources(),
	}
	addMemoranda(&f)
	return f
}

const (
	northMay   model.SourceID = "north-may"
	northJune  model.SourceID = "north-june"
	southMay   model.SourceID = "south-may"
	southJune  model.SourceID = "south-june"
	agencyMay  model.SourceID = "agency-may"
	agencyJune model.SourceID = "agency-june"
	blog       model.SourceID = "blog"
)

func metadata() model.Metadata {
	return model.Metadata{
		Name:        "made-up-talks",
		Title:       words("Made-up talks", "Вигадані переговори"),
		Description: plain("Talks that never were, for tests."),
		Version:     "1.2.0",
		Created:     date("2026-01-31"),
		Language:    "en",
		Licenses:    []model.License{{Name: "CC0-1.0", Title: "Public domain", Path: "https://example.org/cc0"}},
		Contributors: []model.Contributor{{
			Title: "The authors", Roles: []string{"author"}, Email: "authors@talks.example", Path: "https://talks.example",
		}},
		Coverage: model.Coverage{
			From: date("2025-03-01"), FoundUntil: date("2025-11-30"), Compiled: date("2026-01-31"),
			Text: plain("Sources grow few after October 2025."), Sources: ids(agencyJune),
			Parts: []model.CoveragePart{{
				About: plain("Bodies"), FoundUntil: date("2025-10"), Text: plain("Nothing was found after October."),
				Sources: ids(southJune),
			}},
		},
		Gaps:        []model.Text{plain("Nothing is known of the sixth stage.")},
		Conventions: []model.Text{plain("A count to a side is what that side received.")},
		Corrections: []model.Correction{{
			Date: date("2026-01-15"), Item: model.Item{Kind: model.ExchangeItem, ID: "prisoners-05-24"},
			Old: plain("306"), New: plain("307"), Reason: plain("A misprint in the source was corrected by its publisher."),
		}},
	}
}

func kinds() []model.Kind {
	return []model.Kind{
		{
			ID: Prisoners, Name: words("Prisoners", "Полонені"),
			CarriedOut: words("exchanged", "обміняно"), Unit: words("people", "осіб"),
		},
		{
			ID: Bodies, Name: words("Bodies", "Тіла"),
			CarriedOut: words("returned", "повернуто"), Unit: words("bodies", "тіл"),
		},
	}
}

func categories() []model.Category {
	return []model.Category{
		{ID: "wounded", Kind: Prisoners, Name: words("Severely wounded", "Тяжкопоранені")},
		{ID: "young", Kind: Prisoners, Name: words("Under 25", "До 25 років")},
		{ID: "soldiers", Kind: Bodies, Name: words("Soldiers", "Військові")},
	}
}

func events() []model.Event {
	return []model.Event{{
		ID: "call", Date: date("2025-03-18"), Name: words("Telephone call", "Телефонна розмова"),
		Place: plain("by telephone"), Text: plain("The two presidents spoke and agreed on an exchange."),
		Numbers: []model.NamedNumber{{What: "prisoners", Value: 175}}, Sources: ids(agencyMay),
	}}
}

func rounds() []model.Round {
	return []model.Round{
		{
			ID: "round-1", Series: "city-2025", Index: 1, Name: words("First round", "Перший раунд"), Date: date("2025-05-16"),
			Place: "city", Venue: "palace", Kind: model.Negotiation, Status: model.Held,
			Heads: []model.Head{
				{Side: North, Claims: []model.Leader{{Person: "head-north", Office: plain("Minister"), Sources: ids(northMay)}}},
				{
					Side: South, Disputed: true, Note: plain("One report names another head."), NoteSources: ids(agencyMay),
					Claims: []model.Leader{
						{Person: "head-south", Sources: ids(southMay)},
						{Name: plain("Cy South"), Office: plain("Deputy"), Unverified: true},
					},
				},
			},
			Members:   []model.Statement{{By: "south", Text: plain("Di South and El South"), Sources: ids(southMay)}},
			DateSaid:  account("on Friday"),
			PlaceSaid: account("in Neutral City"),
			VenueSaid: account("at the palace on the lake"),
			Format:    account("face to face"),
			Hosts:     account("hosted by Hostland"),
			Mediators: account("with Hostland at the table"),
			Language:  account("through interpreters"),
			Duration: model.Account{
				Claims: []model.Statement{
					{Text: plain("less than two hours"), Minutes: new(120), Sources: ids(agencyMay)},
					{By: "south", Text: plain("an hour and a half"), Minutes: new(90), Sources: ids(southMay)},
				},
				Disputed: true, Note: plain("The reports differ."), NoteSources: ids(agencyMay),
			},
			Agenda: []model.Statement{{Text: plain("An exchange of prisoners"), Sources: ids(agencyMay)}},
			Outcomes: []model.Outcome{{
				Text: plain("The sides agreed to exchange 1,000 prisoners each."), About: "prisoners",
				Numbers: []model.NamedNumber{{What: "prisoners each", Value: 1000}}, Sources: ids(northMay),
			}},
			Statements: []model.Statement{
				{
					Person: "head-north", By: "north", Date: date("2025-05-16"), Text: plain("said that the talks went well"),
					Sources: ids(northMay),
				},
				{PersonName: plain("a guest"), Text: plain("said that it would rain"), Basis: plain("hearsay"), Unverified: true},
			},
			Aftermath: []model.Outcome{{
				Text: plain("The exchange was made in three days."), About: "prisoners", Sources: ids(agencyMay),
			}},
			Retold: []model.RetoldStatement{{
				ID: "retold-1", Text: plain("Both sides were content."), Comparison: "only-here", ComparedWith: ids(agencyMay),
				Note: plain("Nobody else says so."), Sources: ids(blog),
			}},
		},
		{
			ID: "round-2", Series: "city-2025", Index: 2, Name: words("Second round", "Другий раунд"), Date: date("2025-06-02"),
			Place: "city", Kind: model.Negotiation, Status: model.Held,
			Outcomes: []model.Outcome{{
				Text: plain("The sides handed each other memoranda."), About: "document", WordingBy: "host",
				Documents: ids[model.DocumentID]("north-memorandum", "south-memorandum"), Sources: ids(agencyJune),
			}},
			Numbers: []model.ReportedNumber{{
				What: plain("Children on a list"),
				Claims: []model.NumberClaim{
					{Text: plain("several hundred"), By: "south", Sources: ids(southJune)},
					{Text: plain("339"), Value: new(339), By: "north", Sources: ids(northJune)},
				},
				Disputed: true,
			}},
			AnnouncedNext: model.Account{Claims: []model.Statement{{
				By: "host", Text: plain("by the end of June"), Sources: ids(agencyJune),
			}}},
		},
		{
			ID: "round-3", Series: "city-2025", Index: 3, Name: words("Third round", "Третій раунд"),
			Date: date("2025-07-23/2025-07-24"), Place: "city", Kind: model.Consultation, Status: model.Reported,
		},
	}
}

func account(words string) model.Account {
	return model.Account{Claims: []model.Statement{{Text: plain(words), Sources: ids(agencyMay)}}}
}

func totals() []model.Total {
	return []model.Total{
		{
			ID: "total-people", AsOf: date("2025-06-20"), Period: date("2025-05-16/2025-06-20"), Kind: Prisoners, Scope: plain("since the first round"), Value: 1000,
			Qualifier: model.AtLeast, To: North, By: "north", Sources: ids(northJune), Note: plain("Prisoners of war only."),
		},
		{
			ID: "total-exchanges", AsOf: date("2025-08-14"), Unit: "exchanges", Scope: plain("since 2024"), Value: 67,
			Qualifier: model.Exact, By: "south", ExchangeNumber: new(67), Sources: ids(southJune),
		},
	}
}

func checks() []model.Check {
	return []model.Check{
		{
			ID: "check-r1", What: plain("The three days after the first round, to Norland"), Official: 1000,
			Computed: 1000, Matches: true,
			Components: ids[model.ExchangeID]("prisoners-05-23", "prisoners-05-24", "prisoners-05-25"),
			Totals:     ids[model.TotalID]("total-people"),
		},
		{
			ID: "check-bodies", What: plain("Bodies to Sudland by June"), Official: 1200, Computed: 1212,
			Components: ids[model.ExchangeID]("bodies-06-14"), Comment: plain("The official number is rounded."),
			Consistent: true,
		},
	}
}

func documentStatements() []model.DocumentStatement {
	return []model.DocumentStatement{{
		ID: "on-memoranda", Documents: ids[model.DocumentID]("north-memorandum", "south-memorandum"),
		Topics: ids[model.TopicID]("territory"), Clauses: ids[model.ClauseID]("n2"),
		Statement: model.Statement{
			Person: "head-south", By: "south", Date: date("2025-06-03"),
			Text: plain("called the two papers far apart"), Sources: ids(southJune),
		},
	}}
}

func discrepancies() []model.Discrepancy {
	return []model.Discrepancy{{
		ID: "length-r1", Topic: plain("How long the first round lasted"), Rounds: ids[model.RoundID]("round-1"),
		Claims: []model.NumberClaim{
			{Text: plain("less than two hours"), By: model.ThirdParty, Sources: ids(agencyMay)},
			{Text: plain("an hour and a half"), By: "south", Sources: ids(southMay)},
		},
		Assessment: plain("Both may be true."),
	}, {
		ID: "border-draft", Topic: plain("Where the draft draws the border"), See: "length-r1",
		Documents: ids[model.DocumentID]("joint-draft"), Topics: ids[model.TopicID]("territory"),
		Clauses: ids[model.ClauseID]("d1"), Exchanges: ids[model.ExchangeID]("bodies-10-23"),
	}}
}

func sources() []model.Source {
	return []model.Source{
		{
			ID: northMay, Publisher: "Norland Ministry", Title: "On the first round", TitleBasis: "printed",
			URL: "https://north.example/may", Published: date("2025-05-25"), Side: North,
		},
		{
			ID: northJune, Publisher: "Norland Ministry", Title: "On the second round", TitleBasis: "printed",
			URL: "https://north.example/june", Published: date("2025-06-20"), Side: North,
		},
		{
			ID: southMay, Publisher: "Sudland Staff", Title: "Exchange in three days", TitleBasis: "printed",
			URL: "https://south.example/may", Published: date("2025-05-25"), Side: South,
		},
		{
			ID: southJune, Publisher: "Sudland Staff", Title: "After the second round", TitleBasis: "address",
			URL: "https://south.example/june", Published: date("2025-06-21"), Side: South,
		},
		{
			ID: agencyMay, Publisher: "World Agency", Title: "Talks open", TitleBasis: "printed",
			URL: "https://agency.example/may", Published: date("2025-05-25"),
		},
		{
			ID: agencyJune, Publisher: "World Agency", Title: "Papers handed over", TitleBasis: "described",
			URL: "https://agency.example/june", Published: date("2025-06"), Aliases: ids[model.SourceID]("agency-june-copy"),
		},
		{
			ID: blog, Publisher: "A blog", Title: "What I heard", URL: "https://blog.example/heard", Weak: true,
			Note: plain("hearsay"),
		},
	}
}
