package model_test

import (
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func TestRoundsAndExchangesAreByDate(t *testing.T) {
	facts := modeltest.TalksFacts()
	facts.Rounds[0], facts.Rounds[2] = facts.Rounds[2], facts.Rounds[0]
	facts.Exchanges[0], facts.Exchanges[9] = facts.Exchanges[9], facts.Exchanges[0]
	ds := model.New(facts)
	if got := ds.Rounds(); got[0].ID != "round-1" || got[2].ID != "round-3" {
		t.Errorf("rounds begin with %s and end with %s", got[0].ID, got[2].ID)
	}
	if got := ds.Exchanges(); got[0].ID != "prisoners-03-19" || got[9].ID != "prisoners-09" {
		t.Errorf("exchanges begin with %s; the tenth is %s", got[0].ID, got[9].ID)
	}
}

func TestAliasesOfAPublicationAreOnePublication(t *testing.T) {
	ids := []model.SourceID{"agency-june-copy", "north-may", "agency-june", "no-such-source"}
	list := modeltest.Talks().Publications(ids)
	if len(list) != 2 || list[0].ID != "agency-june" || list[1].ID != "north-may" {
		t.Errorf("got %v", list)
	}
}

func TestActorNameKnowsSidesAndOthers(t *testing.T) {
	ds := modeltest.Talks()
	for id, want := range map[model.ActorID]string{"north": "Norland", "host": "Hostland", "nobody": ""} {
		if got := ds.ActorName(id).In("en"); got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}

func TestReturnedListsAreCopies(t *testing.T) {
	ds := modeltest.Talks()
	ds.Rounds()[0], ds.Sides()[0] = nil, model.Side{}
	if ds.Rounds()[0] == nil || ds.Sides()[0].ID == "" {
		t.Error("changing a returned list changed the dataset")
	}
}

func TestWhatBelongsToARound(t *testing.T) {
	ds := modeltest.Talks()
	if got := ds.DocumentsOf("round-2"); len(got) != 2 {
		t.Errorf("documents: %d", len(got))
	}
	if got := ds.DiscrepanciesOf("round-1"); len(got) != 1 {
		t.Errorf("discrepancies: %d", len(got))
	}
	if got := ds.PledgesOf(model.Occasion{Round: "round-1"}); len(got) != 2 {
		t.Errorf("pledges: %d", len(got))
	}
	if got := ds.ExchangesTiedTo(model.Occasion{Round: "round-2"}); len(got) != 4 {
		t.Errorf("exchanges: %d", len(got))
	}
	if got := ds.ClausesOf("south-memorandum"); len(got) != 4 || got[0].ID != "s1" {
		t.Errorf("clauses: %d", len(got))
	}
}

func TestTextIsReadInTheNearestLanguage(t *testing.T) {
	both := model.Text{"en": "round", "uk": "раунд"}
	for _, test := range []struct {
		text       model.Text
		lang, want string
	}{
		{both, "uk", "раунд"},
		{both, "tr", "round"},
		{model.Plain("own"), "uk", "own"},
		{model.Text{"": "own", "en": "english"}, "uk", "own"},
		{model.Text{"uk": "раунд", "tr": "tur"}, "de", "tur"},
		{model.Text{"uk": "", "en": "round"}, "uk", "round"},
		{nil, "en", ""},
	} {
		if got := test.text.In(test.lang); got != test.want {
			t.Errorf("%v in %q: got %q, want %q", test.text, test.lang, got, test.want)
		}
	}
	if !model.Plain("").Empty() || both.Empty() {
		t.Error("Empty is wrong")
	}
}
