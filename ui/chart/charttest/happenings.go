package charttest

import (
	"fmt"

	"parley/model"
	"parley/model/modeltest"
)

// Happenings has all that a timeline can show: rounds in two times of talks, one only reported and one that was not held,
// documents of either side and of others, exchanges of two kinds, a telephone call with three pledges on its day, and dates
// of every sort.
func Happenings() *model.Dataset {
	b := newBuilder()
	b.facts.Kinds = append(b.facts.Kinds, model.Kind{
		ID: modeltest.Bodies, Name: model.Plain("Bodies"), CarriedOut: model.Plain("returned"), Unit: model.Plain("bodies"),
	})
	b.rounds()
	b.documents()
	for i, date := range []string{
		"2025-02-01", "2025-03-16", "2025-03-17", "2025-03-18", "2025-04-20~", "2025-06-22", "2025-06-23", "2025-07/2025-08",
		"2025-09-30", "2025-12",
	} {
		b.loose(date, b.all(b.agreed(100+40*i, model.Exact)))
	}
	for i := range 14 {
		b.loose(day(170+2*i), map[model.SideID]model.Figure{modeltest.South: b.agreed(50*i, model.Exact)})
		b.facts.Exchanges[len(b.facts.Exchanges)-1].Kind = modeltest.Bodies
	}
	b.events()
	return b.dataset()
}

func (b *builder) rounds() {
	b.round("First round, 14 March 2025", "2025-03-14")
	b.round("Second round", "2025-04-02/2025-04-05")
	b.round("Third round on the ships in the harbour and on the island", "2025-05-27")
	b.round("Selected", "2025-03-10")
	b.round("Round that newspapers told of", "2025-08?")
	b.facts.Rounds[len(b.facts.Rounds)-1].Status = model.Reported
	b.round("Round of the autumn", "2025-10-20")
	b.round("Round that was not held", "2025-11-12/2025-11-14")
	b.facts.Rounds[len(b.facts.Rounds)-1].Status = model.Postponed
}

func (b *builder) documents() {
	for i, d := range []struct{ title, date, author string }{
		{"Proposals of the North on the settlement", "2025-05-26", string(modeltest.North)},
		{"Framework of the South", "2025-05-28", string(modeltest.South)},
		{"Plan of the mediators, first version", "2025-06~", ""},
		{"Plan of the mediators, second version", "2025-06~", ""},
		{"A paper without a date", "", ""},
		{"Joint statement", "2025-10-21", ""},
	} {
		doc := model.Document{ID: model.DocumentID(fmt.Sprintf("document-%d", i)), Title: model.Plain(d.title), Role: "joint"}
		if d.author != "" {
			doc.Authors = []model.ActorID{model.ActorID(d.author)}
		}
		if d.date != "" {
			doc.Date = model.MustDate(d.date)
		}
		doc.PublishedBy = []model.Sourced{{Text: model.Plain("an agency"), Sources: []model.SourceID{agency}}}
		b.facts.Documents = append(b.facts.Documents, doc)
	}
}

func (b *builder) events() {
	for i, e := range []struct{ name, date string }{
		{"Telephone call of the presidents", "2025-06-22"},
		{"Truce of the holidays announced", "2025-04-19"},
		{"Meeting in the capital", "2025-09-01/2025-09-03"},
		{"Truce on the river", "2026-01%"},
	} {
		b.facts.Events = append(b.facts.Events, model.Event{
			ID: model.EventID(fmt.Sprintf("event-%d", i)), Name: model.Plain(e.name), Date: model.MustDate(e.date),
			Text: model.Plain("What was told of it."), Sources: []model.SourceID{agency},
		})
	}
	for i, status := range []model.PledgeStatus{model.Agreed, model.Agreed, model.Offered} {
		b.facts.Pledges = append(b.facts.Pledges, model.Pledge{
			ID: model.PledgeID(fmt.Sprintf("call-%d", i)), Occasion: model.Occasion{Event: "event-0"}, Kind: modeltest.Prisoners,
			Date: model.MustDate("2025-06-22"), Status: status, Summary: model.Plain(fmt.Sprintf("Pledge %d of the call", i+1)),
			To: b.all(b.agreed(20+i, model.Exact)), Sources: []model.SourceID{agency},
		})
	}
}
