package model_test

import (
	"fmt"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

// parts writes a split, a line per set of labels and side, then a line per side.
func parts(ds *model.Dataset, s model.Split) []string {
	var lines []string
	for _, l := range s.Labels {
		for _, side := range ds.SideIDs() {
			lines = append(lines, fmt.Sprintf("%v to %s: %s", l.Categories, side, told(l.Carried[side])))
		}
	}
	for _, side := range ds.SideIDs() {
		t := s.Troops[side]
		lines = append(lines, fmt.Sprintf("%s: military %d, civilians %d, not split %d; %d split, %d unsplit, %d contested",
			side, t.Military, t.Civilians, t.NotSplit, len(t.Split), len(t.Unsplit), len(t.Contested)))
	}
	return lines
}

func TestSplitCountsEveryExchangeOnceUnderItsExactSetOfLabels(t *testing.T) {
	ds := modeltest.Talks()
	wantLines(t, parts(ds, ds.Split(modeltest.Prisoners, nil)), []string{
		"[wounded] to south: 60 (60-60) of prisoners-06-20; uncounted ; inferred ; by []",
		"[wounded] to north: 60 (60-60) of prisoners-06-20; uncounted ; inferred ; by []",
		"[young] to south: 0 (0-0) of ; uncounted prisoners-06-09; inferred ; by []",
		"[young] to north: 0 (0-0) of ; uncounted prisoners-06-09; inferred ; by []",
		"[] to south: 1359 (1359-1359) of prisoners-03-19 prisoners-05-23 prisoners-05-24 prisoners-05-25 " +
			"prisoners-07-04 prisoners-08-14; uncounted prisoners-09; inferred ; by []",
		"[] to north: 1359 (1356-1359) of prisoners-03-19 prisoners-05-23 prisoners-05-24 prisoners-05-25 " +
			"prisoners-07-04 prisoners-08-14; uncounted prisoners-09; inferred ; by []",
		"south: military 283, civilians 20, not split 1116; 1 split, 6 unsplit, 0 contested",
		"north: military 0, civilians 0, not split 1419; 0 split, 7 unsplit, 0 contested",
	})
}

func TestSplitOfAPeriod(t *testing.T) {
	ds := modeltest.Talks()
	until := model.MustDate("2025-05-24")
	s := ds.Split(modeltest.Prisoners, func(e *model.Exchange) bool { return e.Date.Compare(until) <= 0 })
	wantLines(t, parts(ds, s), []string{
		"[] to south: 872 (872-872) of prisoners-03-19 prisoners-05-23 prisoners-05-24; uncounted ; inferred ; by []",
		"[] to north: 872 (872-872) of prisoners-03-19 prisoners-05-23 prisoners-05-24; uncounted ; inferred ; by []",
		"south: military 0, civilians 0, not split 872; 0 split, 3 unsplit, 0 contested",
		"north: military 0, civilians 0, not split 872; 0 split, 3 unsplit, 0 contested",
	})
}

// splitClaim is a side's count with its military and its civilians; a negative part is one that it does not name.
func splitClaim(by model.Reporter, n, military, civilians int) model.Claim {
	c := model.Claim{Value: &n, Qualifier: model.Exact, By: by}
	if military >= 0 {
		c.Military = &military
	}
	if civilians >= 0 {
		c.Civilians = &civilians
	}
	return c
}

func TestMilitaryAndCiviliansAreCountedOnlyWhereBothAreClaimed(t *testing.T) {
	for name, c := range map[string]struct {
		claims []model.Claim
		want   model.Service
	}{
		"both":                {[]model.Claim{splitClaim("north", 10, 8, 2)}, model.Service{Military: 8, Civilians: 2}},
		"no civilians":        {[]model.Claim{splitClaim("north", 10, 10, 0)}, model.Service{Military: 10}},
		"military alone":      {[]model.Claim{splitClaim("north", 10, 8, -1)}, model.Service{NotSplit: 10}},
		"civilians alone":     {[]model.Claim{splitClaim("north", 10, -1, 2)}, model.Service{NotSplit: 10}},
		"less than the whole": {[]model.Claim{splitClaim("north", 10, 5, 2)}, model.Service{NotSplit: 10}},
		"neither":             {[]model.Claim{splitClaim("north", 10, -1, -1)}, model.Service{NotSplit: 10}},
		"nothing at all":      {[]model.Claim{splitClaim("north", 0, 0, 0)}, model.Service{}},
		"the other side's, beside the headline": {
			[]model.Claim{splitClaim("north", 10, -1, -1), splitClaim("south", 10, 8, 2)}, model.Service{NotSplit: 10},
		},
	} {
		if got := serviceOf(c.claims); got.Military != c.want.Military || got.Civilians != c.want.Civilians ||
			got.NotSplit != c.want.NotSplit || len(got.Contested) > 0 {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

// serviceOf parts a single exchange with these claims of what the north received.
func serviceOf(claims []model.Claim) model.Service {
	f := modeltest.MinimalFacts()
	f.Exchanges = []model.Exchange{{
		ID: "e", Date: model.MustDate("2025-01-01"), Kind: modeltest.Prisoners,
		To: map[model.SideID]model.Figure{modeltest.North: {Claims: claims}},
	}}
	return model.New(f).Split(modeltest.Prisoners, nil).Troops[modeltest.North]
}

func TestASplitThatClaimsDisputeIsTold(t *testing.T) {
	one := splitClaim("north", 110, 38, 72)
	if s := serviceOf([]model.Claim{one, splitClaim("north", 110, 30, 80)}); s.NotSplit != 110 || len(s.Contested) != 1 {
		t.Errorf("two ways by the same side: %+v, want 110 not split and contested", s)
	}
	if s := serviceOf([]model.Claim{one, splitClaim("south", 110, 30, 80)}); s.Military != 38 || len(s.Contested) != 1 {
		t.Errorf("another way by the other side: %+v, want the receiving side's 38, and contested", s)
	}
	if s := serviceOf([]model.Claim{one, splitClaim("south", 112, 30, 82)}); len(s.Contested) != 0 {
		t.Errorf("the parts of another count: %+v, want nothing contested", s)
	}
}

func TestSetsOfLabelsStandInTheOrderOfTheFile(t *testing.T) {
	f := modeltest.MinimalFacts()
	f.Categories = []model.Category{{ID: "all"}, {ID: "wounded"}, {ID: "young"}}
	for i, labels := range [][]model.CategoryID{
		nil, {"young", "wounded"}, {"wounded"}, {"young"}, {"wounded", "young"}, {"all"}, {"wounded", "all"},
	} {
		f.Exchanges = append(f.Exchanges, model.Exchange{
			ID: model.ExchangeID(fmt.Sprint(i)), Date: model.MustDate("2025-01-01"), Kind: modeltest.Prisoners, Categories: labels,
			To: map[model.SideID]model.Figure{modeltest.North: {Claims: []model.Claim{splitClaim("north", 1, -1, -1)}}},
		})
	}
	var got []string
	for _, l := range model.New(f).Split(modeltest.Prisoners, nil).Labels {
		got = append(got, fmt.Sprint(l.Categories, l.Carried[modeltest.North].Sum))
	}
	wantLines(t, got, []string{"[all] 1", "[all wounded] 1", "[wounded] 1", "[wounded young] 2", "[young] 1", "[] 1"})
}

func TestKindsWithoutCategories(t *testing.T) {
	ds := modeltest.Talks()
	for kind, want := range map[model.KindID]bool{modeltest.Prisoners: true, modeltest.Bodies: true, "tractors": false} {
		if got := ds.HasCategories(kind); got != want {
			t.Errorf("%s: %v, want %v", kind, got, want)
		}
	}
	if modeltest.Minimal().HasCategories(modeltest.Prisoners) {
		t.Error("a kind without exchanges has categories")
	}
}
