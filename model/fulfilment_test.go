package model_test

import (
	"fmt"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func TestFulfilmentsAreTheAgreedPledgesWithWhatWasCarriedOut(t *testing.T) {
	ds := modeltest.Talks()
	var lines []string
	for _, f := range ds.Fulfilments(modeltest.Prisoners) {
		lines = append(lines, fmt.Sprintf("%s: %s; stages %d of %v",
			f.Pledge.ID, told(f.Carried[modeltest.South]), f.Stages.Listed, f.Stages.Of))
	}
	wantLines(t, lines, []string{
		"r1-prisoners: 1000 (1000-1000) of prisoners-05-23 prisoners-05-24 prisoners-05-25; uncounted ; inferred ; " +
			"by [north south]; stages 0 of []",
		"r2-prisoners: 70 (70-70) of prisoners-07-04; uncounted prisoners-06-09; inferred prisoners-06-20; " +
			"by [north south]; stages 1 of [9]",
		"r3-prisoners: 0 (0-0) of ; uncounted ; inferred ; by []; stages 0 of []",
		"call-prisoners: 175 (175-175) of prisoners-03-19; uncounted ; inferred ; by [north south]; stages 0 of []",
	})
}

func TestStagesAreListedAndEveryPublishedNumberOfThemIsKept(t *testing.T) {
	f := modeltest.TalksFacts()
	for i, of := range []*int{new(10), nil, new(9), new(10)} {
		f.Exchanges[i].Stage = &model.Stage{Pledge: "r2-prisoners", Number: i + 2, Of: of}
	}
	for _, p := range model.New(f).Fulfilments(modeltest.Prisoners) {
		if got := fmt.Sprint(p.Stages); p.Pledge.ID == "r2-prisoners" && got != "{5 [9 10]}" {
			t.Errorf("the stages are %s, want 5 listed, of 9 or of 10", got)
		}
	}
}

// A shortfall is told only where both numbers are exact: an unknown, a minimum and a dispute leave none to tell.
func TestOnlyExactNumbersAreComparable(t *testing.T) {
	e := []*model.Exchange{{}}
	counted, none := model.Carried{Counted: e, Sum: 5}, model.Carried{}
	for _, c := range []struct {
		agreed  model.State
		carried model.Carried
		want    bool
	}{
		{model.Known, counted, true},
		{model.Bounded, counted, false},
		{model.Unknown, counted, false},
		{model.Disputed, counted, false},
		{model.NotApplicable, counted, false},
		{model.Known, none, false},
		{model.Known, model.Carried{Uncounted: e}, false},
		{model.Known, model.Carried{Counted: e, Uncounted: e}, false},
		{model.Known, model.Carried{Inferred: e}, false},
		{model.Known, model.Carried{Counted: e, Inferred: e}, true},
	} {
		if got := model.IsComparable(model.Amount{State: c.agreed}, c.carried); got != c.want {
			t.Errorf("%v and %v: %v, want %v", c.agreed, c.carried.State(), got, c.want)
		}
	}
}
