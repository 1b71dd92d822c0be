package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

// told writes what was carried out towards one side in a few words.
func told(c model.Carried) string {
	ids := func(list []*model.Exchange) string {
		var names []string
		for _, e := range list {
			names = append(names, string(e.ID))
		}
		return strings.Join(names, " ")
	}
	return fmt.Sprintf("%d (%d-%d) of %s; uncounted %s; inferred %s; by %v",
		c.Sum, c.Low, c.High, ids(c.Counted), ids(c.Uncounted), ids(c.Inferred), c.By)
}

// slots writes the groups of a tally, a line per slot and side.
func slots(ds *model.Dataset, t model.Tally) []string {
	var lines []string
	for _, g := range t.Groups {
		for _, s := range g.Slots {
			pledge := "no pledge"
			if s.Pledge != nil {
				pledge = string(s.Pledge.ID)
			}
			for _, side := range ds.SideIDs() {
				lines = append(lines, fmt.Sprintf("%s%s %s to %s: %s", g.Occasion.Round, g.Occasion.Event, pledge,
					side, told(s.Carried[side])))
			}
		}
	}
	return lines
}

func wantLines(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestTallyOfPrisoners(t *testing.T) {
	ds := modeltest.Talks()
	tally := ds.Tally(modeltest.Prisoners)
	wantLines(t, slots(ds, tally), []string{
		"round-1 r1-prisoners to south: 1000 (1000-1000) of prisoners-05-23 prisoners-05-24 prisoners-05-25; " +
			"uncounted ; inferred ; by [north south]",
		"round-1 r1-prisoners to north: 1000 (997-1000) of prisoners-05-23 prisoners-05-24 prisoners-05-25; " +
			"uncounted ; inferred ; by [north south]",
		"round-2 r2-prisoners to south: 70 (70-70) of prisoners-07-04; uncounted prisoners-06-09; inferred " +
			"prisoners-06-20; by [north south]",
		"round-2 r2-prisoners to north: 70 (70-70) of prisoners-07-04; uncounted prisoners-06-09; inferred " +
			"prisoners-06-20; by [north south]",
		"call call-prisoners to south: 175 (175-175) of prisoners-03-19; uncounted ; inferred ; by [north south]",
		"call call-prisoners to north: 175 (175-175) of prisoners-03-19; uncounted ; inferred ; by [north south]",
	})
	wantLines(t, pledgeIDs(tally.Undrawn), []string{"r1-phases", "r2-wounded"})
	wantLines(t, pledgeIDs(tally.Unquantified), []string{"r3-prisoners"})
	if len(tally.Quiet) != 0 {
		t.Errorf("%d quiet rounds", len(tally.Quiet))
	}
	var apart []string
	for _, a := range tally.Apart {
		name := "attributed to nothing"
		if a.Agreement != nil {
			name = string(a.Agreement.ID)
		}
		apart = append(apart, name+" to north: "+told(a.Carried[north]), name+" to south: "+told(a.Carried[south]))
	}
	wantLines(t, apart, []string{
		"city to north: 84 (84-84) of prisoners-08-14; uncounted ; inferred ; by [north third-party]",
		"city to south: 84 (84-84) of prisoners-08-14; uncounted ; inferred ; by [north third-party]",
		"attributed to nothing to north: 0 (0-0) of ; uncounted prisoners-09; inferred ; by []",
		"attributed to nothing to south: 0 (0-0) of ; uncounted prisoners-09; inferred ; by []",
	})
}

func pledgeIDs(list []*model.Pledge) []string {
	var names []string
	for _, p := range list {
		names = append(names, string(p.ID))
	}
	return names
}

func TestTallyOfBodies(t *testing.T) {
	ds := modeltest.Talks()
	tally := ds.Tally(modeltest.Bodies)
	wantLines(t, slots(ds, tally), []string{
		"round-2 r2-bodies to south: 1212 (1200-1212) of bodies-06-14; uncounted ; inferred ; by [north south]",
		"round-2 r2-bodies to north: 27 (27-27) of bodies-06-14; uncounted ; inferred ; by [north south]",
	})
	wantLines(t, pledgeIDs(tally.Undrawn), []string{"r3-bodies"})
	if len(tally.Quiet) != 1 || tally.Quiet[0].ID != "round-1" {
		t.Errorf("quiet: %v", tally.Quiet)
	}
}

func TestTallyOfAKindThatIsNone(t *testing.T) {
	tally := modeltest.Talks().Tally("hostages")
	if len(tally.Groups) != 0 || len(tally.Apart) != 0 || len(tally.Quiet) != 3 {
		t.Errorf("got %+v", tally)
	}
}

func TestCarriedOutCountsPartsAndOwnCounts(t *testing.T) {
	ds := modeltest.Talks()
	for id, want := range map[model.PledgeID]string{
		"r1-phases": "0 (0-0) of ; uncounted ; inferred ; by []",
		"r2-prisoners": "70 (70-70) of prisoners-07-04; uncounted prisoners-06-09; inferred prisoners-06-20; by " +
			"[north south]",
		"r2-wounded":   "0 (0-0) of ; uncounted ; inferred prisoners-06-20; by []",
		"r3-prisoners": "0 (0-0) of ; uncounted ; inferred ; by []",
	} {
		if got := told(ds.CarriedOut(ds.Pledge(id))[north]); got != want {
			t.Errorf("%s: got %s, want %s", id, got, want)
		}
	}
}

// TestOneExchangeUnderTwoPledgesCountsOnce ties an exchange to two drawn pledges of one round.
func TestOneExchangeUnderTwoPledgesCountsOnce(t *testing.T) {
	facts := modeltest.TalksFacts()
	second := facts.Pledges[1]
	second.ID = "r1-again"
	facts.Pledges = append(facts.Pledges, second)
	for i := range facts.Exchanges {
		if e := &facts.Exchanges[i]; e.ID == "prisoners-05-23" {
			e.Ties = append(e.Ties, model.Tie{Pledge: "r1-again", Sources: e.Sources})
		}
	}
	ds := model.New(facts)
	sum := 0
	for _, g := range ds.Tally(modeltest.Prisoners).Groups {
		if g.Occasion.Round == "round-1" {
			for _, s := range g.Slots {
				sum += s.Carried[north].Sum
			}
		}
	}
	if sum != 1000 {
		t.Errorf("the round carried out %d, want 1000", sum)
	}
}

// TestExchangesTiedToTheRoundAlone stand in a slot of their own.
func TestExchangesTiedToTheRoundAlone(t *testing.T) {
	facts := modeltest.TalksFacts()
	for i := range facts.Exchanges {
		if e := &facts.Exchanges[i]; e.ID == "prisoners-05-24" {
			e.Ties = e.Ties[1:] // the tie to the round
		}
	}
	ds := model.New(facts)
	got := slots(ds, ds.Tally(modeltest.Prisoners))
	if len(got) < 4 || !strings.HasPrefix(got[3], "round-1 no pledge to north: 307 (307-307) of prisoners-05-24;") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if !strings.HasPrefix(got[1], "round-1 r1-prisoners to north: 693 ") {
		t.Errorf("got\n%s", got[1])
	}
}

func TestStateOfWhatWasCarriedOut(t *testing.T) {
	e := []*model.Exchange{{}}
	for _, test := range []struct {
		carried model.Carried
		want    model.State
	}{
		{model.Carried{}, model.NotApplicable},
		{model.Carried{Inferred: e}, model.NotApplicable},
		{model.Carried{Uncounted: e}, model.Unknown},
		{model.Carried{Counted: e}, model.Known},
		{model.Carried{Counted: e, Inferred: e}, model.Known},
		{model.Carried{Counted: e, Uncounted: e}, model.Bounded},
	} {
		if got := test.carried.State(); got != test.want {
			t.Errorf("%+v: got %d, want %d", test.carried, got, test.want)
		}
	}
}

// retied is the small process with other ties of one exchange.
func retied(id model.ExchangeID, ties ...model.Tie) *model.Dataset {
	facts := modeltest.TalksFacts()
	for i := range facts.Exchanges {
		if e := &facts.Exchanges[i]; e.ID == id {
			e.Ties = ties
		}
	}
	return model.New(facts)
}

func TestOwnCountsOfTies(t *testing.T) {
	own := func(n int) map[model.SideID]int { return map[model.SideID]int{north: n} }
	for _, c := range []struct {
		name string
		ties []model.Tie
		want string
	}{
		{"of a part", []model.Tie{{Pledge: "r2-wounded", To: own(70)}}, "70 (70-70) of prisoners-07-04"},
		{"of one of two reporters", []model.Tie{{Pledge: "r2-prisoners"}, {Pledge: "r2-prisoners", To: own(70)}}, "70 (70-70) of prisoners-07-04"},
		{"of a part beside the whole in full", []model.Tie{{Pledge: "r2-wounded", To: own(70)}, {Pledge: "r2-prisoners"}}, "100 (100-100) of prisoners-07-04"},
		{"none", []model.Tie{{Pledge: "r2-prisoners"}}, "100 (100-100) of prisoners-07-04"},
	} {
		ds := retied("prisoners-07-04", c.ties...)
		if got := told(ds.CarriedOut(ds.Pledge("r2-prisoners"))[north]); !strings.HasPrefix(got, c.want+";") {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestAStatedTieToTheRoundCountsBesideAnInferredOneToAPledge: the inference must not take it out of the round's sum.
func TestAStatedTieToTheRoundCountsBesideAnInferredOneToAPledge(t *testing.T) {
	ds := retied("prisoners-05-24",
		model.Tie{Pledge: "r1-prisoners", Inferred: true},
		model.Tie{Occasion: model.Occasion{Round: "round-1"}, By: []model.Reporter{"south"}})
	got := strings.Join(slots(ds, ds.Tally(modeltest.Prisoners)), "\n")
	for _, want := range []string{
		"round-1 r1-prisoners to north: 693 (690-693) of prisoners-05-23 prisoners-05-25; uncounted ; inferred prisoners-05-24;",
		"round-1 no pledge to north: 307 (307-307) of prisoners-05-24;",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}

func TestAWeakClaimOfASideDoesNotSilenceAThirdParty(t *testing.T) {
	n, weak := 157, 999
	f := model.Figure{Claims: []model.Claim{
		{Value: &weak, Qualifier: model.Exact, By: "north", Weak: true},
		{Value: &n, Qualifier: model.Exact, By: model.ThirdParty},
	}}
	if a := f.Pledged([]model.SideID{"north", "south"}); a.State != model.Known || a.Value != 157 {
		t.Errorf("got %+v", a)
	}
}
