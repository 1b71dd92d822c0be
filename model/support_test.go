package model_test

import (
	"slices"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func TestWhatRestsOnAPublicationIsListedOnceUnderAllOfItsIDs(t *testing.T) {
	facts := modeltest.TalksFacts()
	before := model.New(facts)
	source := before.Source("agency-may")
	support := before.SupportOf(source)
	if support.Len() == 0 {
		t.Fatal("nothing rests on the agency's publication of May")
	}
	facts = modeltest.TalksFacts()
	for i := range facts.Sources {
		if facts.Sources[i].ID == "agency-may" {
			facts.Sources[i].Aliases = append(facts.Sources[i].Aliases, "agency-may-again")
		}
	}
	for i := range facts.Exchanges {
		e := &facts.Exchanges[i]
		e.Sources = append(slices.Clone(e.Sources), "agency-may", "agency-may-again")
	}
	ds := model.New(facts)
	after := ds.SupportOf(ds.Source("agency-may-again"))
	n := map[model.Item]int{}
	for _, i := range after.Statements {
		n[i]++
	}
	for i, times := range n {
		if times != 1 {
			t.Errorf("%v is listed %d times", i, times)
		}
	}
	for _, e := range ds.Exchanges() {
		if item := (model.Item{Kind: model.ExchangeItem, ID: string(e.ID)}); n[item] != 1 {
			t.Errorf("%v is not listed", item)
		}
	}
	if !slices.Equal(after.Figures, support.Figures) {
		t.Errorf("figures %v, want %v", after.Figures, support.Figures)
	}
}

// Every citation of the facts is found by what rests on the source, and nothing else is.
func TestTheFiguresOfEverySourceCiteIt(t *testing.T) {
	ds := modeltest.Talks()
	found := 0
	for i := range ds.Facts().Sources {
		s := &ds.Facts().Sources[i]
		for _, at := range ds.SupportOf(s).Figures {
			f, _, ok := ds.FigureAt(at)
			if !ok || !slices.Contains(ds.Publications(f.Sources()), s) {
				t.Errorf("%v does not cite %s", at, s.ID)
			}
			found++
		}
	}
	want := 0
	for _, e := range ds.Exchanges() {
		for _, f := range e.To {
			want += len(ds.Publications(f.Sources()))
		}
	}
	for _, p := range ds.Facts().Pledges {
		for _, f := range p.To {
			want += len(ds.Publications(f.Sources()))
		}
	}
	if found != want {
		t.Errorf("%d citations by figures are found, want %d", found, want)
	}
}

func TestTwoIDsOfOnePublicationAreOneSource(t *testing.T) {
	n := 7
	facts := modeltest.MinimalFacts()
	facts.Sources[0].Aliases = []model.SourceID{"again"}
	first := facts.Sources[0].ID
	facts.Sources = append(facts.Sources, model.Source{ID: "other", Publisher: "Other", Title: "Other"})
	claim := func(ids ...model.SourceID) model.Claim {
		return model.Claim{Value: &n, Qualifier: model.Exact, By: model.ThirdParty, Sources: ids}
	}
	side := facts.Sides[0].ID
	exchange := func(id model.ExchangeID, claims ...model.Claim) model.Exchange {
		return model.Exchange{
			ID: id, Date: model.MustDate("2025-05-01"), Kind: facts.Kinds[0].ID,
			To: map[model.SideID]model.Figure{side: {Claims: claims}}, Sources: []model.SourceID{first},
		}
	}
	facts.Exchanges = []model.Exchange{
		exchange("aliases", claim(first, "again")),
		exchange("two-claims", claim(first), claim("again")),
		exchange("two", claim(first), claim("other")),
		exchange("no-claim"),
	}
	want := []model.FigureOf{
		{Item: model.Item{Kind: model.ExchangeItem, ID: "aliases"}, To: side},
		{Item: model.Item{Kind: model.ExchangeItem, ID: "two-claims"}, To: side},
	}
	if got := model.New(facts).SingleSourced(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestTheWidestRangesComeFirst(t *testing.T) {
	ds := modeltest.Talks()
	all := ds.Spreads(1000)
	if len(all) == 0 {
		t.Fatal("no figure has a range")
	}
	for i, s := range all {
		f, _, ok := ds.FigureAt(model.FigureOf{Item: s.Item, To: s.To})
		low, high, _ := f.Range()
		if !ok || low != s.Amount.Low || high != s.Amount.High || s.Width() <= 0 {
			t.Errorf("%v: from %d to %d, want %d to %d", s.Item, s.Amount.Low, s.Amount.High, low, high)
		}
		if i > 0 && s.Width() > all[i-1].Width() {
			t.Errorf("%v is wider than the one before it", s.Item)
		}
	}
	if got := ds.Spreads(1); len(got) != 1 || got[0].Item != all[0].Item {
		t.Errorf("the widest is %v, want %v", got, all[0])
	}
}

func TestCountsAreByThoseWhoReportThem(t *testing.T) {
	ds := modeltest.Talks()
	for id, want := range map[model.PledgeID][]model.Reporter{
		"r1-prisoners": {"north"},
		"r2-prisoners": {"south"}, // of the exchange of 4 July the tie has its own count
	} {
		got := ds.CarriedOut(ds.Pledge(id))["north"].CountedBy("north")
		if !slices.Equal(got, want) {
			t.Errorf("%s: counted by %v, want %v", id, got, want)
		}
	}
}
