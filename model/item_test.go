package model_test

import (
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func TestItemAddressesAreReadAsTheyAreWritten(t *testing.T) {
	for _, kind := range model.ItemKinds() {
		item := model.Item{Kind: kind, ID: "2025-06-02-istanbul"}
		dataset, got, err := model.ParseItem(item.Address("talks"))
		if dataset != "talks" || got != item || err != nil {
			t.Errorf("%s: got %q, %v, %v", item.Address("talks"), dataset, got, err)
		}
		dataset, got, err = model.ParseItem(item.String())
		if dataset != "" || got != item || err != nil {
			t.Errorf("%s: got %q, %v, %v", item, dataset, got, err)
		}
	}
}

func TestParseItemRefusesWhatIsNoAddress(t *testing.T) {
	for address, want := range map[string]string{
		"":                     "no address",
		"round":                "no address",
		"round/":               "no address",
		"round/a/b":            "no address",
		"talks/round/a":        "no address",
		"parley:talks/round/":  "no address",
		"parley:a/b/round/c":   "no address",
		"chapter/a":            "the kinds are round, event, pledge, exchange, document, clause, topic, source",
		"parley:talks/Round/a": `no items of kind "Round"`,
	} {
		if _, item, err := model.ParseItem(address); err == nil || !strings.Contains(err.Error(), want) || !item.IsZero() {
			t.Errorf("%q: got %v, %v; want an error that says %q", address, item, err, want)
		}
	}
}

func TestHasKnowsTheItemsOfADataset(t *testing.T) {
	ds := modeltest.Talks()
	for _, address := range []string{
		"round/round-1", "event/call", "pledge/r1-prisoners", "exchange/prisoners-05-23", "document/joint-draft", "clause/n1",
		"topic/ceasefire", "source/agency-june", "source/agency-june-copy",
	} {
		_, item, err := model.ParseItem(address)
		if err != nil {
			t.Fatal(err)
		}
		if !ds.Has(item) {
			t.Errorf("does not have %s", address)
		}
		item.ID += "-not"
		if ds.Has(item) {
			t.Errorf("has %s", item)
		}
	}
	if ds.Has(model.Item{}) || ds.Has(model.Item{Kind: "side", ID: "north"}) {
		t.Error("has what is no item")
	}
}
