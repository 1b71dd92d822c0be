// Package modeltest holds small datasets for other packages' tests.
//
// They tell of talks that never were, between two sides that do not exist, Norland and Sudland. Each is built anew by
// every call, so a test may change its facts before it gives them to [model.New].
package modeltest

import "parley/model"

// The two sides of every dataset here.
const (
	North model.SideID = "north"
	South model.SideID = "south"
)

// The kinds of every dataset here.
const (
	Prisoners model.KindID = "prisoners"
	Bodies    model.KindID = "bodies"
)

// Minimal is the least that a dataset may hold: two sides, one kind, one source, and no facts.
func Minimal() *model.Dataset { return model.New(MinimalFacts()) }

// MinimalFacts are the facts of [Minimal].
func MinimalFacts() model.Facts {
	return model.Facts{
		Metadata: model.Metadata{
			Name:     "made-up-talks",
			Title:    words("Made-up talks", "Вигадані переговори"),
			Version:  "1.0.0",
			Created:  date("2026-01-31"),
			Language: "en",
			Coverage: model.Coverage{Sources: ids(agencyJune)},
		},
		Sides: sides(),
		Kinds: []model.Kind{{
			ID: Prisoners, Name: words("Prisoners", "Полонені"),
			CarriedOut: words("exchanged", "обміняно"), Unit: words("people", "осіб"),
		}},
		Sources: []model.Source{{ID: agencyJune, Publisher: "World Agency", Title: "Papers handed over"}},
	}
}

func sides() []model.Side {
	return []model.Side{
		{ID: South, Name: words("Sudland", "Судландія")},
		{ID: North, Name: words("Norland", "Норландія")},
	}
}

func words(en, uk string) model.Text { return model.Text{"en": en, "uk": uk} }

func plain(s string) model.Text { return model.Plain(s) }

func date(s string) model.Date { return model.MustDate(s) }

func ids[ID ~string](list ...ID) []ID { return list }
