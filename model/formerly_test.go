package model_test

import (
	"slices"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func TestAnItemIsFoundUnderTheIDsThatItHadBefore(t *testing.T) {
	f := modeltest.TalksFacts()
	f.Rounds[0].Formerly = []model.RoundID{"old-round", f.Rounds[1].ID}
	f.Exchanges[0].Formerly = []model.ExchangeID{"old-exchange"}
	f.Sources[0].Aliases = []model.SourceID{"old-source"}
	round, other, exchange, source := f.Rounds[0].ID, f.Rounds[1].ID, f.Exchanges[0].ID, f.Sources[0].ID
	ds := model.New(f)
	for old, want := range map[model.Item]model.Item{
		{Kind: model.RoundItem, ID: "old-round"}:       {Kind: model.RoundItem, ID: string(round)},
		{Kind: model.RoundItem, ID: string(round)}:     {Kind: model.RoundItem, ID: string(round)},
		{Kind: model.RoundItem, ID: string(other)}:     {Kind: model.RoundItem, ID: string(other)}, // a living ID wins
		{Kind: model.ExchangeItem, ID: "old-exchange"}: {Kind: model.ExchangeItem, ID: string(exchange)},
		{Kind: model.SourceItem, ID: "old-source"}:     {Kind: model.SourceItem, ID: string(source)},
		{Kind: model.TopicItem, ID: "nowhere"}:         {Kind: model.TopicItem, ID: "nowhere"},
	} {
		if got := ds.Current(old); got != want {
			t.Errorf("%v is now %v, want %v", old, got, want)
		}
	}
	want := []model.Item{{Kind: model.RoundItem, ID: string(round)}, {Kind: model.RoundItem, ID: "old-round"}}
	if got := ds.Names(model.Item{Kind: model.RoundItem, ID: "old-round"}); !slices.Equal(got, want) {
		t.Errorf("the names are %v, want %v", got, want)
	}
}
