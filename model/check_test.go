package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func pathOf(f model.Finding) string {
	var steps []string
	for _, s := range f.Path {
		steps = append(steps, fmt.Sprint(s))
	}
	return strings.Join(steps, ".")
}

func text(s string) model.Text { return model.Plain(s) }

// TestCheckFindsEachBreachOfARule breaks one rule at a time and wants that one finding, at its path.
func TestCheckFindsEachBreachOfARule(t *testing.T) {
	for _, test := range []struct {
		name     string
		spoil    func(f *model.Facts)
		path     string
		message  string
		severity model.Severity
	}{
		// The dataset as a whole.
		{"a name with a slash", func(f *model.Facts) {
			f.Metadata.Name = "a/b"
		}, "name", "is no name for a dataset", model.Error},
		{"no title", func(f *model.Facts) { f.Metadata.Title = nil }, "title", "has no title", model.Error},
		{"one side", func(f *model.Facts) {
			*f = modeltest.MinimalFacts()
			f.Sides = f.Sides[:1]
		}, "sides", "fewer than two sides", model.Error},
		{"no kind", func(f *model.Facts) {
			*f = modeltest.MinimalFacts()
			f.Kinds = nil
		}, "kinds", "there is no kind", model.Error},
		{"coverage from its end", func(f *model.Facts) {
			f.Metadata.Coverage.From = model.MustDate("2026")
		}, "coverage.found_until", "end before", model.Error},
		{"compiled too early", func(f *model.Facts) {
			f.Metadata.Coverage.Compiled = model.MustDate("2025-10")
		}, "coverage.compiled", "compiled before", model.Error},
		{"a correction of nothing", func(f *model.Facts) {
			f.Metadata.Corrections[0].Item.ID = "prisoners-05-42"
		}, "corrections.0.item", `did you mean "prisoners-05-24"?`, model.Warning},

		// IDs.
		{"an id twice", func(f *model.Facts) { f.Places[1].ID = "city" }, "places.1.id", "is there already", model.Error},
		{"an id without letters", func(f *model.Facts) {
			f.Totals[1].ID = ""
		}, "totals.1.id", `"" is no id`, model.Error},
		{"an id with a slash", func(f *model.Facts) { f.Totals[1].ID = "a/b" }, "totals.1.id", "is no id", model.Error},
		{"an id that cannot be seen", func(f *model.Facts) {
			f.Totals[1].ID = "a\u200bb"
		}, "totals.1.id", "is no id", model.Error},
		{"an alias that is an id", func(f *model.Facts) {
			f.Sources[5].Aliases = append(f.Sources[5].Aliases, "blog")
		}, "sources.6.id", `"blog" is there already`, model.Error},
		{"an actor who is a side", func(f *model.Facts) {
			f.Actors = append(f.Actors, model.Actor{ID: "north", Name: text("Norland")})
		}, "actors.1.id", "is a side already", model.Error},
		{"a side called as those who are none", func(f *model.Facts) {
			f.Sides = append(f.Sides, model.Side{ID: "third-party", Name: text("Third")})
		}, "sides.2.id", "no side", model.Error},
		{"a check twice", func(f *model.Facts) {
			f.Checks[1].ID = "check-r1"
		}, "checks.1.id", "is there already", model.Error},
		{"a handover twice", func(f *model.Facts) {
			f.Handovers = append(f.Handovers, f.Handovers[0])
		}, "handovers.1.id", "is there already", model.Error},

		// References.
		{"a kind that is not there", func(f *model.Facts) {
			f.Categories[2].Kind = "body"
		}, "categories.2.kind", "there is no kind", model.Error},
		{"an actor that is not there", func(f *model.Facts) {
			f.People[0].Actor = "hots"
		}, "people.0.actor", `did you mean "host"?`, model.Error},
		{"a parent that is not there", func(f *model.Facts) {
			f.Places[1].Parent = "town"
		}, "places.1.parent", "there is no place", model.Error},
		{"a place within itself", func(f *model.Facts) {
			f.Places[0].Parent = "palace"
		}, "places.1.parent", "within itself", model.Error},
		{"a head of no side", func(f *model.Facts) {
			f.Rounds[0].Heads[0].Side = "west"
		}, "rounds.0.heads.0.side", "there is no side", model.Error},
		{"a person that is not there", func(f *model.Facts) {
			f.Rounds[0].Statements[0].Person = "head-nort"
		}, "rounds.0.statements.0.person", `did you mean "head-north"?`, model.Error},
		{"a document that is not there", func(f *model.Facts) {
			f.Rounds[1].Outcomes[0].Documents[1] = "memo"
		}, "rounds.1.outcomes.0.documents.1", "there is no document", model.Error},
		{"an account's source that is not there", func(f *model.Facts) {
			f.Rounds[0].Duration.NoteSources = []model.SourceID{"noth-may"}
		}, "rounds.0.duration.note_sources.0", `did you mean "north-may"?`, model.Error},
		{"an empty source", func(f *model.Facts) {
			f.Exchanges[0].Sources = append(f.Exchanges[0].Sources, "")
		}, "exchanges.0.sources.2", "the id is empty", model.Error},
		{"an empty category", func(f *model.Facts) {
			f.Exchanges[0].Categories = []model.CategoryID{""}
		}, "exchanges.0.categories.0", "the id is empty; name a category", model.Error},
		{"an empty component", func(f *model.Facts) {
			f.Checks[0].Components[1] = ""
		}, "checks.0.components.1", "the id is empty", model.Error},
		{"a side of a figure that is not there", func(f *model.Facts) {
			f.Exchanges[0].To["nort"] = model.Figure{}
		}, "exchanges.0.to.nort", `did you mean "north"?`, model.Error},
		{"a reporter who is nobody", func(f *model.Facts) {
			f.Totals[0].By = "norht"
		}, "totals.0.by", `did you mean "north"?`, model.Error},
		{"a clause of nothing", func(f *model.Facts) {
			f.Clauses[6].Document = "draft"
		}, "clauses.6.document", "there is no document", model.Error},
		{"a clause on nothing", func(f *model.Facts) {
			f.Clauses[5].Topic = "ceasfire"
		}, "clauses.5.topic", `did you mean "ceasefire"?`, model.Error},
		{"a check of nothing", func(f *model.Facts) {
			f.Checks[0].Totals[0] = "total"
		}, "checks.0.totals.0", "there is no total", model.Error},
		{"a discrepancy that refers to itself", func(f *model.Facts) {
			f.Discrepancies[1].See = "border-draft"
		}, "discrepancies.1.see", "refers to itself", model.Error},
		{"an author who is nobody", func(f *model.Facts) {
			f.Documents[0].Authors[0] = "east"
		}, "documents.0.authors.0", "there is no actor", model.Error},
		{"a source of no side", func(f *model.Facts) {
			f.Sources[0].Side = "east"
		}, "sources.0.side", "there is no side", model.Error},

		// Sources.
		{"an event without a source", func(f *model.Facts) {
			f.Events[0].Sources = nil
		}, "events.0", "the event has no source", model.Error},
		{"a claim without a source", func(f *model.Facts) {
			f.Exchanges[0].To[north].Claims[1].Sources = nil
		}, "exchanges.0.to.north.claims.1", "the claim has no source", model.Error},
		{"a statement without a source", func(f *model.Facts) {
			f.Rounds[0].Agenda[0].Sources = nil
		}, "rounds.0.agenda.0", "the statement has no source", model.Error},
		{"an unverified statement with a source", func(f *model.Facts) {
			f.Rounds[0].Statements[0].Unverified = true
		}, "rounds.0.statements.0.unverified", "is not unverified", model.Error},
		{"a stated tie without a source", func(f *model.Facts) {
			f.Exchanges[1].Ties[0].Sources = nil
		}, "exchanges.1.ties.0", "the tie has no source", model.Error},
		{"a source that nobody cites", func(f *model.Facts) {
			f.Sources = append(f.Sources, model.Source{ID: "extra", Publisher: "A", Title: "B"})
		}, "sources.7", "no fact cites", model.Warning},
		{"a script for an address", func(f *model.Facts) {
			f.Sources[2].URL = "javascript:alert(1)"
		}, "sources.2.url", "is no address", model.Error},
		{"an address without a host", func(f *model.Facts) {
			f.Sources[2].URL = "https:///page"
		}, "sources.2.url", "is no address", model.Error},
		{"a file for an address", func(f *model.Facts) {
			f.Sources[2].URL = "file:///etc/passwd"
		}, "sources.2.url", "is no address", model.Error},

		// Texts.
		{"a control character", func(f *model.Facts) {
			f.Pledges[0].Summary = text("175\a prisoners")
		}, "pledges.0.summary", "U+0007", model.Error},
		{"a direction turned in one language", func(f *model.Facts) {
			f.Topics[1].Name = model.Text{"en": "Prisoners", "uk": "\u202eПолонені"}
		}, "topics.1.name.uk", "U+202E", model.Error},
		{"a direction isolated in a list", func(f *model.Facts) {
			f.Metadata.Gaps = []model.Text{text("a"), text("b\u2066")}
		}, "gaps.1", "U+2066", model.Error},
		{"a control character in a plain string", func(f *model.Facts) {
			f.Sources[0].Title = "On\u0085the round"
		}, "sources.0.title", "U+0085", model.Error},
		{"a side without a name", func(f *model.Facts) {
			f.Sides[0].Name = nil
		}, "sides.0", "has no name", model.Warning},
		{"a statement without words", func(f *model.Facts) {
			f.Rounds[0].Agenda[0].Text = nil
		}, "rounds.0.agenda.0", "says nothing", model.Error},
		{"a head who is nobody", func(f *model.Facts) {
			f.Rounds[0].Heads[0].Claims[0].Person = ""
		}, "rounds.0.heads.0.claims.0", "names nobody", model.Error},

		// Numbers.
		{"less than nothing", func(f *model.Facts) {
			f.Totals[0].Value = -1
		}, "totals.0.value", "is less than nothing", model.Error},
		{"more than there are people", func(f *model.Facts) {
			f.Handovers[0].Value = model.MostPeople + 1
		}, "handovers.0.value", "is more than", model.Error},
		{"fewer than no minutes", func(f *model.Facts) {
			f.Rounds[0].Duration.Claims[0].Minutes = new(-5)
		}, "rounds.0.duration.claims.0.minutes", "is less than nothing", model.Error},
		{"an exact claim without its number", func(f *model.Facts) {
			f.Exchanges[0].To[north].Claims[0].Value = nil
		}, "exchanges.0.to.north.claims.0", `a claim that is "exact" needs a number`, model.Error},
		{"a possible addition without its number", func(f *model.Facts) {
			f.Pledges[7].To[south].Claims[0] = model.Claim{
				Qualifier: model.PossibleAddition, By: "north", Sources: f.Pledges[7].To[south].Claims[0].Sources,
			}
		}, "pledges.7.to.south.claims.0", "needs a number", model.Error},
		{"all for all with a number", func(f *model.Facts) {
			f.Pledges[4].To[north].Claims[0].Value = new(5)
		}, "pledges.4.to.north.claims.0.value", "has no number", model.Error},
		{"a qualifier that is none", func(f *model.Facts) {
			f.Exchanges[0].To[north].Claims[0].Qualifier = "exactly"
		}, "exchanges.0.to.north.claims.0.qualifier", "is no qualifier", model.Error},
		{"parts larger than the whole", func(f *model.Facts) {
			f.Exchanges[3].To[south].Claims[1].Civilians = new(30)
		}, "exchanges.3.to.south.claims.1", "the military and the civilians are 313", model.Error},
		{"two exact numbers of the receiving side", func(f *model.Facts) {
			f.Exchanges[10].To[south].Claims[1].Preferred = nil
		}, "exchanges.10.to.south.claims", "two exact numbers, 1000 and 1003", model.Error},
		{"two preferred claims", func(f *model.Facts) {
			f.Exchanges[10].To[south].Claims[0].Preferred = text("because")
		}, "exchanges.10.to.south.claims.1.preferred", "two claims of one figure are preferred", model.Error},
		{"a weak claim preferred", func(f *model.Facts) {
			f.Exchanges[9].To[north].Claims[1].Preferred = text("because")
		}, "exchanges.9.to.north.claims.1.preferred", "cannot be preferred", model.Error},
		{"a pledge's claim preferred", func(f *model.Facts) {
			f.Pledges[7].To[south].Claims[0].Preferred = text("because")
		}, "pledges.7.to.south.claims.0.preferred", "no claim is preferred", model.Warning},
		{"a follow-up of less than nothing", func(f *model.Facts) {
			f.Pledges[1].FollowUp.To[north] = new(-1)
		}, "pledges.1.follow_up.to.north", "is less than nothing", model.Error},
		{"a total of nothing", func(f *model.Facts) { f.Totals[0].Kind = "" }, "totals.0", "what it counts", model.Error},

		{"a check that matches and does not", func(f *model.Facts) {
			f.Checks[0].Computed++
		}, "checks.0.matches", "the check matches, and its numbers are", model.Error},
		{"a check that does not match and does", func(f *model.Facts) {
			f.Checks[0].Matches = false
		}, "checks.0.computed", "and the check does not match", model.Error},
		{"a check that matches and nearly does", func(f *model.Facts) {
			f.Checks[0].Consistent = true
		}, "checks.0.consistent", "does not match; take it out", model.Error},
		{"a total of days to come", func(f *model.Facts) {
			f.Totals[0].Period, f.Totals[0].AsOf = model.MustDate("2025-07"), model.MustDate("2025-06-20")
		}, "totals.0.as_of", "before the days that it counts", model.Error},
		{"a low above the high", func(f *model.Facts) {
			f.Exchanges[0].To[north] = model.Figure{Claims: []model.Claim{
				{Value: new(9), Qualifier: model.AtLeast, By: "north", Sources: f.Exchanges[0].Sources},
				{Value: new(8), Qualifier: model.AtMost, By: "north", Sources: f.Exchanges[0].Sources},
			}}
		}, "exchanges.0.to.north.claims.1.value", "at least 9 and at most 8", model.Error},
		{"parts smaller than the whole", func(f *model.Facts) {
			f.Exchanges[3].To[south].Claims[1].Civilians = new(10)
		}, "exchanges.3.to.south.claims.1", "say in \"note\" who the others are", model.Warning},

		// IDs that items had before.
		{"an earlier id that lives", func(f *model.Facts) {
			f.Rounds[0].Formerly = []model.RoundID{"round-2"}
		}, "rounds.0.formerly.0", "is the id of a round that is there", model.Error},
		{"an earlier id that is the item's own", func(f *model.Facts) {
			f.Topics[0].Formerly = []model.TopicID{"ceasefire"}
		}, "topics.0.formerly.0", "is the id of a topic that is there", model.Error},
		{"an earlier id that is an alias", func(f *model.Facts) {
			f.Sources[0].Formerly = []model.SourceID{f.Sources[5].Aliases[0]}
		}, "sources.0.formerly.0", "is the id of a source that is there", model.Error},
		{"an earlier id of two", func(f *model.Facts) {
			f.Pledges[0].Formerly = []model.PledgeID{"old"}
			f.Pledges[1].Formerly = []model.PledgeID{"older", "old"}
		}, "pledges.1.formerly.1", "was the id of a pledge already", model.Error},
		{"an earlier id that is none", func(f *model.Facts) {
			f.Exchanges[0].Formerly = []model.ExchangeID{"a/b"}
		}, "exchanges.0.formerly.0", "is no id", model.Error},
		{"a retold statement twice", func(f *model.Facts) {
			f.Rounds[1].Retold = append(f.Rounds[1].Retold, f.Rounds[0].Retold[0])
		}, "rounds.1.retold.0.id", "is there already", model.Error},
		{"a control character in a series", func(f *model.Facts) {
			f.Rounds[0].Series = "city\r"
		}, "rounds.0.series", "U+000D", model.Error},

		// Pledges.
		{"a pledge before its round", func(f *model.Facts) {
			f.Pledges[1].Date = model.MustDate("2025-05-15")
		}, "pledges.1.date", "dated before the round or event", model.Error},
		{"a pledge made nowhere", func(f *model.Facts) {
			f.Pledges[0].Occasion = model.Occasion{}
		}, "pledges.0", "where it was made", model.Error},
		{"a pledge made twice", func(f *model.Facts) {
			f.Pledges[3].Occasion.Event = "call"
		}, "pledges.3.event", "a round and an event", model.Error},
		{"a category of another kind", func(f *model.Facts) {
			f.Pledges[4].Categories[0] = "soldiers"
		}, "pledges.4.categories.0", `is of kind "bodies"`, model.Error},
		{"a pledge tied to itself", func(f *model.Facts) {
			f.Pledges[2].Restates.Pledge = "r1-phases"
		}, "pledges.2.restates.pledge", "tied to itself", model.Error},
		{"a relation without a reason", func(f *model.Facts) {
			f.Pledges[2].Restates.Reason = nil
		}, "pledges.2.restates", "has no reason", model.Error},
		{"a part of a pledge of another kind", func(f *model.Facts) {
			f.Pledges[4].PartOf.Pledge = "r2-bodies"
		}, "pledges.4.part_of.pledge", `is tied to one of "bodies"`, model.Error},
		{"a circle of two relations", func(f *model.Facts) {
			f.Pledges[1].PartOf = &model.Relation{Pledge: "r1-phases", Reason: text("because")}
		}, "pledges.2", "lead from this pledge back to it", model.Error},

		// Ties.
		{"a tie to nothing", func(f *model.Facts) {
			f.Exchanges[1].Ties[0].Pledge = ""
		}, "exchanges.1.ties.0", "names nothing", model.Error},
		{"a tie to a round and an event", func(f *model.Facts) {
			f.Exchanges[2].Ties[1].Occasion.Event = "call"
		}, "exchanges.2.ties.1.event", "a round and an event", model.Error},
		{"a tie to a pledge of another kind", func(f *model.Facts) {
			f.Exchanges[5].Ties[0].Pledge = "r2-prisoners"
		}, "exchanges.5.ties.0.pledge", `an exchange of "bodies"`, model.Error},
		{"a tie to a pledge of another round", func(f *model.Facts) {
			f.Exchanges[1].Ties[0].Occasion.Round = "round-2"
		}, "exchanges.1.ties.0.pledge", "was not made at the tie's round", model.Error},
		{"an exchange before its pledge", func(f *model.Facts) {
			f.Exchanges[1].Date = model.MustDate("2025-05-15")
		}, "exchanges.1.ties.0.pledge", "before the pledge that it fulfils", model.Error},
		{"an exchange before the round of its pledge", func(f *model.Facts) {
			f.Pledges[5].Date = model.Date{}
			f.Exchanges[5].Date = model.MustDate("2025-05")
		}, "exchanges.5.ties.0.pledge", "before the pledge that it fulfils, of 2025-06-02", model.Error},
		{"an exchange before the event it is tied to", func(f *model.Facts) {
			f.Exchanges[0].Ties = f.Exchanges[0].Ties[1:]
			f.Exchanges[0].Date = model.MustDate("2025-02")
		}, "exchanges.0.ties.0", "what it is tied to on 2025-03-18", model.Error},
		{"an own count larger than the exchange", func(f *model.Facts) {
			f.Exchanges[7].Ties[0].To[north] = 101
		}, "exchanges.7.ties.0.to.north", "the whole exchange 100", model.Error},
		{"an own count towards a side that has nothing", func(f *model.Facts) {
			delete(f.Exchanges[7].To, north)
		}, "exchanges.7.ties.0.to.north", "has nothing of the exchange", model.Error},
		{"an own count that is not used", func(f *model.Facts) {
			f.Exchanges[8].Ties[0].To = map[model.SideID]int{north: 10}
		}, "exchanges.8.ties.0.to", "is not used", model.Warning},
		{"a part that is counted twice", func(f *model.Facts) {
			more := f.Pledges[1]
			more.ID, more.FollowUp = "r1-more", nil
			f.Pledges = append(f.Pledges, more)
			f.Exchanges[1].Ties = append(f.Exchanges[1].Ties, model.Tie{
				Pledge: "r1-more", To: map[model.SideID]int{north: 9}, Sources: f.Exchanges[1].Sources,
			})
		}, "exchanges.1.ties.1.to", "would be counted twice", model.Error},
		{"a stage of nothing", func(f *model.Facts) {
			f.Exchanges[4].Stage.Pledge = ""
		}, "exchanges.4.stage", "of which pledge", model.Error},
		{"a stage of another kind", func(f *model.Facts) {
			f.Exchanges[4].Stage.Pledge = "r2-bodies"
		}, "exchanges.4.stage.pledge", "is a stage of a pledge", model.Error},
		{"stage ten of nine", func(f *model.Facts) {
			f.Exchanges[4].Stage.Number = 10
		}, "exchanges.4.stage.number", "stage 10 of 9", model.Error},

		// Comparisons.
		{"aligned, and one is silent", func(f *model.Facts) {
			f.Comparisons[1].Stances["north-memorandum"] = model.Stance{}
		}, "comparisons.1.judgement", `cannot be "aligned"`, model.Error},
		{"one side only, and both speak", func(f *model.Facts) {
			f.Comparisons[0].Stances["north-memorandum"] = model.Stance{Addressed: true}
		}, "comparisons.0.judgement", "both documents address", model.Error},
		{"one side only, and none speaks", func(f *model.Facts) {
			f.Comparisons[0].Stances["south-memorandum"] = model.Stance{}
		}, "comparisons.0.judgement", "neither document addresses", model.Error},
		{"silent, with clauses", func(f *model.Facts) {
			f.Comparisons[0].Stances["north-memorandum"] = model.Stance{Clauses: []model.ClauseID{"n1"}}
		}, "comparisons.0.stances.north-memorandum.addressed", "and yet has clauses", model.Error},
		{"one document", func(f *model.Facts) {
			delete(f.Comparisons[0].Stances, "north-memorandum")
		}, "comparisons.0.stances", "here are 1", model.Error},
		{"three documents", func(f *model.Facts) {
			f.Comparisons[0].Stances["joint-draft"] = model.Stance{}
		}, "comparisons.0.stances", "here are 3", model.Error},
		{"a clause of the other document", func(f *model.Facts) {
			f.Comparisons[1].Stances["north-memorandum"].Clauses[0] = "s1"
		}, "comparisons.1.stances.north-memorandum.clauses.0", `is of the document "south-memorandum"`, model.Error},
		{"a pair judged twice", func(f *model.Facts) {
			f.Comparisons = append(f.Comparisons, f.Comparisons[1])
		}, "comparisons.3", "were compared", model.Error},
	} {
		facts := modeltest.TalksFacts()
		test.spoil(&facts)
		findings := facts.Check()
		found := slices.ContainsFunc(findings, func(f model.Finding) bool {
			return pathOf(f) == test.path && strings.Contains(f.Message, test.message) && f.Severity == test.severity
		})
		if !found {
			t.Errorf("%s: want %s: ... %s ...; got", test.name, test.path, test.message)
			for _, f := range findings {
				t.Errorf("\t%s: %s: %s", pathOf(f), f.Severity, f.Message)
			}
		}
		for _, f := range findings {
			if what, how, ok := strings.Cut(f.Message, "; "); !ok || what == "" || how == "" {
				t.Errorf("%s: %q does not say what is wrong and how to mend it", test.name, f.Message)
			}
		}
		if findings.HasErrors() != slices.ContainsFunc(findings,
			func(f model.Finding) bool { return f.Severity == model.Error }) {
			t.Errorf("%s: HasErrors is wrong", test.name)
		}
	}
}

func TestCheckTakesWhatIsInOrder(t *testing.T) {
	for name, spoil := range map[string]func(f *model.Facts){
		"a sum that does not match": func(f *model.Facts) {
			f.Checks[0].Computed, f.Checks[0].Matches = 3, false
		},
		"a part that was handed over besides the count": func(f *model.Facts) {
			f.Pledges[3].PartOf = nil
			f.Exchanges[1].Ties = append(f.Exchanges[1].Ties, model.Tie{
				Pledge: "r1-more", To: map[model.SideID]int{north: 9}, Sources: f.Exchanges[1].Sources,
			})
			more := f.Pledges[1]
			more.ID, more.FollowUp = "r1-more", nil
			f.Pledges = append(f.Pledges, more)
			figure := f.Exchanges[1].To[north]
			figure.Additional = []model.Additional{{Value: 9, Sources: f.Exchanges[1].Sources}}
			f.Exchanges[1].To[north] = figure
		},
		"a low and a high of two reporters": func(f *model.Facts) {
			f.Exchanges[0].To[north] = model.Figure{Claims: []model.Claim{
				{Value: new(9), Qualifier: model.AtLeast, By: "north", Sources: f.Exchanges[0].Sources},
				{Value: new(8), Qualifier: model.AtMost, By: "south", Sources: f.Exchanges[0].Sources},
			}}
		},
		"a split with a note on the rest": func(f *model.Facts) {
			f.Exchanges[3].To[south].Claims[1].Civilians = new(10)
			f.Exchanges[3].To[south].Claims[1].Note = text("ten were not told apart")
		},
		"an id that another kind of item had": func(f *model.Facts) {
			f.Rounds[0].Formerly = []model.RoundID{"call"}
		},
		"an exchange in an unsure month": func(f *model.Facts) { f.Exchanges[1].Date = model.MustDate("2025-05~") },
		"a line break in a text":         func(f *model.Facts) { f.Pledges[0].Summary = text("one\n\ttwo") },
		"Arabic and Hebrew":              func(f *model.Facts) { f.Pledges[0].Summary = text("محادثات שיחות") },
		"no comparisons":                 func(f *model.Facts) { f.Comparisons = nil },
		"a topic not judged":             func(f *model.Facts) { f.Comparisons[0].Judgement = model.NotJudged },
		"a source without an address":    func(f *model.Facts) { f.Sources[0].URL = "" },
		"a place with a parent's parent": func(f *model.Facts) {
			f.Places = append(f.Places, model.Place{ID: "hall", Name: text("Hall"), Parent: "palace"})
		},
		"an own count of an inexact whole": func(f *model.Facts) {
			f.Exchanges[7].To[north].Claims[0].Qualifier = model.AtLeast
			f.Exchanges[7].Ties[0].To[north] = 101
		},
		"an account that is only disputed": func(f *model.Facts) { f.Rounds[0].Language = model.Account{Disputed: true} },
	} {
		facts := modeltest.TalksFacts()
		spoil(&facts)
		for _, f := range facts.Check() {
			t.Errorf("%s: %s: %s", name, pathOf(f), f.Message)
		}
	}
}

func TestCheckListsAThousandFindingsAndCountsTheRest(t *testing.T) {
	facts := modeltest.MinimalFacts()
	for i := range 1500 {
		id := model.PlaceID(fmt.Sprint("p", i))
		facts.Places = append(facts.Places, model.Place{ID: id, Name: text("P"), Parent: "nowhere"})
	}
	findings := facts.Check()
	last := findings[len(findings)-1]
	if len(findings) != model.MostFindings+1 || !strings.Contains(last.Message,
		"500 more faults") || last.Severity != model.Error {
		t.Errorf("%d findings, the last of them %v", len(findings), last)
	}
}

// TestFindingsAreTheSameEveryTime checks facts that are held in maps.
func TestFindingsAreTheSameEveryTime(t *testing.T) {
	facts := modeltest.TalksFacts()
	for _, side := range []model.SideID{"a", "b", "c", "d", "e"} {
		facts.Exchanges[0].To[side] = model.Figure{}
	}
	facts.Topics[0].Name = model.Text{"en": "\a", "uk": "\b", "tr": "\v"}
	want := fmt.Sprint(facts.Check())
	for range 20 {
		if got := fmt.Sprint(facts.Check()); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"part_of", "restates", "exact", "at-least", "at-most", "about", "north", "2025-06-02-istanbul"}
	for word, want := range map[string]string{
		"partOf":                   "part_of",
		"part-of":                  "part_of",
		"restate":                  "restates",
		"Exact":                    "exact",
		"exat":                     "exact",
		"exatc":                    "exact",
		"at-lest":                  "at-least",
		"noth":                     "north",
		"2025-06-20-istanbul":      "2025-06-02-istanbul",
		"exchanges":                "",
		"x":                        "",
		"":                         "",
		"exact":                    "",
		"прибл":                    "",
		strings.Repeat("a", 1<<20): "",
	} {
		if got := model.Nearest(word, words); got != want {
			t.Errorf("%.30q: got %q, want %q", word, got, want)
		}
	}
}

func TestQuotedCutsAndShowsWhatIsHidden(t *testing.T) {
	if got := model.Quoted("a\u202eb\n"); got != `"a\u202eb\n"` {
		t.Errorf("got %s", got)
	}
	if got := model.Quoted(strings.Repeat("ї", 1<<20)); got != `"`+strings.Repeat("ї", 200)+`…"` {
		t.Errorf("got %d bytes", len(got))
	}
	if got := model.Quoted(strings.Repeat("ї", 200)); strings.Contains(got, "…") {
		t.Error("cut what is not too long")
	}
}
