package modeltest

import "parley/model"

// TwoMemoranda is a dataset with one round and the memoranda that were handed over at it, "north-memorandum" and
// "south-memorandum". On four topics they are compared so:
//   - "ceasefire": one side only; the south's clause 2, and the north does not mention it.
//   - "prisoners": aligned.
//   - "territory": opposed; a clause of the third paper is listed beside it.
//   - "guarantees": not judged; only the south has a clause.
//
// A third paper, "joint-draft", by nobody named, is judged against none of them.
func TwoMemoranda() *model.Dataset { return model.New(TwoMemorandaFacts()) }

// TwoMemorandaFacts are the facts of [TwoMemoranda].
func TwoMemorandaFacts() model.Facts {
	f := MinimalFacts()
	f.Rounds = []model.Round{{
		ID: "round-2", Series: "city-2025", Index: 2, Name: words("Second round", "Другий раунд"),
		Date: date("2025-06-02"), Kind: model.Negotiation, Status: model.Held,
	}}
	f.Sources = nil
	for _, s := range sources() {
		if s.ID == northJune || s.ID == southJune || s.ID == agencyJune {
			f.Sources = append(f.Sources, s)
		}
	}
	addMemoranda(&f)
	return f
}

func addMemoranda(f *model.Facts) {
	f.Documents = documents()
	f.Clauses = clauses()
	f.Topics = []model.Topic{
		{ID: "ceasefire", Name: words("Ceasefire", "Припинення вогню"), Scope: plain("Whether and when the fighting stops")},
		{ID: "prisoners", Name: words("Prisoners", "Полонені")},
		{ID: "territory", Name: words("Territory", "Територія")},
		{ID: "guarantees", Name: words("Guarantees", "Гарантії")},
	}
	f.Comparisons = comparisons()
}

func documents() []model.Document {
	return []model.Document{
		{
			ID: "north-memorandum", Authors: ids[model.ActorID]("north"),
			Title: words("Memorandum of Norland", "Меморандум Норландії"),
			Date:  date("2025-06-02"), Rounds: ids[model.RoundID]("round-2"), Complete: true,
			Languages:   []model.Sourced{{Text: plain("in both languages"), Sources: ids(northJune)}},
			Structure:   []model.Sourced{{Text: plain("in two parts"), Sources: ids(northJune)}},
			PublishedBy: []model.Sourced{{Text: plain("Norland Ministry"), Sources: ids(northJune)}},
		},
		{
			ID: "south-memorandum", Authors: ids[model.ActorID]("south"),
			Title: words("Memorandum of Sudland", "Меморандум Судландії"),
			Date:  date("2025-06-01"), Rounds: ids[model.RoundID]("round-2"), Complete: true,
			DateSaid: []model.Sourced{{Text: plain("handed over the day before"), Sources: ids(southJune)}},
		},
		{
			ID: "joint-draft", Role: "joint-draft", Title: plain("A draft of a treaty"), Date: date("2025-06"),
			Numbering: plain("The draft numbers nothing."),
		},
	}
}

func clauses() []model.Clause {
	north, south := model.DocumentID("north-memorandum"), model.DocumentID("south-memorandum")
	return []model.Clause{
		{
			ID: "n1", Document: north, Section: plain("Terms"), Number: "1", NumberBasis: "published", Topic: "prisoners",
			Text: plain("All prisoners are exchanged, all for all."), Stance: plain("all for all"), Wording: model.Quotation,
			Sources: ids(northJune),
		},
		{
			ID: "n2", Document: north, Section: plain("Terms"), Number: "2", NumberBasis: "published", Topic: "territory",
			AlsoTopics: ids[model.TopicID]("guarantees"), Text: plain("The river is the border."), Stance: plain("the river"),
			Wording: model.Quotation, Sources: ids(northJune),
		},
		{
			ID: "s1", Document: south, Number: "1", NumberBasis: "inferred", Topic: "prisoners",
			Text: plain("The sides return all prisoners."), Stance: plain("all prisoners"), Wording: model.Paraphrase,
			Sources: ids(southJune),
		},
		{
			ID: "s2", Document: south, Number: "2", NumberBasis: "inferred", Topic: "ceasefire",
			Text: plain("The fighting stops for thirty days."), Stance: plain("thirty days"), Wording: model.Paraphrase,
			Note: plain("Some reports say sixty."), Sources: ids(southJune, agencyJune),
		},
		{
			ID: "s3", Document: south, Number: "3", NumberBasis: "inferred", Topic: "territory",
			Text: plain("The hills are the border."), Wording: model.Paraphrase, Sources: ids(southJune),
		},
		{
			ID: "s4", Document: south, Number: "4", NumberBasis: "inferred", Topic: "guarantees",
			Text: plain("Third states guarantee the peace."), Wording: model.Paraphrase, Sources: ids(agencyJune),
		},
		{
			ID: "d1", Document: "joint-draft", NumberBasis: "none", Topic: "territory",
			Text: plain("The border is drawn by a commission."), Wording: model.Paraphrase, Sources: ids(agencyJune),
		},
	}
}

func comparisons() []model.Comparison {
	return []model.Comparison{
		{
			Topic: "ceasefire", Judgement: model.OneSideOnly, Reason: plain("Only Sudland's paper speaks of it."),
			Stances: map[model.DocumentID]model.Stance{
				"north-memorandum": {Sources: ids(northJune)},
				"south-memorandum": {
					Addressed: true, Text: plain("thirty days"), Clauses: ids[model.ClauseID]("s2"), Sources: ids(southJune),
				},
			},
		},
		{
			Topic: "prisoners", Judgement: model.Aligned, Reason: plain("Both want all prisoners home."),
			ReasonSources: ids(agencyJune),
			Stances: map[model.DocumentID]model.Stance{
				"north-memorandum": {
					Addressed: true, Text: plain("all for all"), Clauses: ids[model.ClauseID]("n1"), Sources: ids(northJune),
				},
				"south-memorandum": {
					Addressed: true, Text: plain("all prisoners"), Clauses: ids[model.ClauseID]("s1"), Sources: ids(southJune),
				},
			},
		},
		{
			Topic: "territory", Judgement: model.Opposed, Reason: plain("The river lies a day's march from the hills."),
			Stances: map[model.DocumentID]model.Stance{
				"north-memorandum": {
					Addressed: true, Text: plain("the river"), Clauses: ids[model.ClauseID]("n2"), Sources: ids(northJune),
				},
				"south-memorandum": {
					Addressed: true, Text: plain("the hills"), Clauses: ids[model.ClauseID]("s3"),
					Related: ids[model.ClauseID]("s4"), Sources: ids(southJune),
				},
			},
			Others: ids[model.ClauseID]("d1"),
		},
	}
}
