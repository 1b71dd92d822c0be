package model

import (
	"slices"
	"testing"
)

func TestAPledgeBetweenTwoOfThreeSidesIsWhatTheTwoState(t *testing.T) {
	ten, all := 10, []SideID{"a", "b", "c"}
	claim := func(by Reporter) Claim { return Claim{Value: &ten, Qualifier: Exact, By: by} }
	p := Pledge{To: map[SideID]Figure{"a": {Claims: []Claim{claim("a"), claim("b")}}}}
	if got := p.Pledged("a", all); got.State != Disputed {
		t.Errorf("of all three it is %v: the third is silent", got.State)
	}
	p.Between = []SideID{"a", "b"}
	if got := p.Pledged("a", all); got.State != Known || got.Value != 10 {
		t.Errorf("between two it is %v, %d", got.State, got.Value)
	}
	if got := p.Pledged("b", all); got.State != NotApplicable {
		t.Errorf("what nobody pledged is %v", got.State)
	}
}

func TestThePartiesOfAnExchangeAreThoseWhoReceived(t *testing.T) {
	all := []SideID{"a", "b", "c"}
	for _, c := range []struct {
		to, want []SideID
	}{
		{[]SideID{"c", "a"}, []SideID{"a", "c"}},
		{[]SideID{"a", "b", "c"}, all},
		{[]SideID{"b"}, all}, // who gave is not recorded
	} {
		e := Exchange{To: map[SideID]Figure{}}
		for _, s := range c.to {
			e.To[s] = Figure{}
		}
		if got := e.Parties(all); !slices.Equal(got, c.want) {
			t.Errorf("to %v: %v, want %v", c.to, got, c.want)
		}
	}
}

func TestCheckFindsAPledgeBetweenTheWrongSides(t *testing.T) {
	for _, c := range []struct {
		between []SideID
		want    int
	}{
		{nil, 0},
		{[]SideID{"north", "south"}, 0},
		{[]SideID{"north"}, 2},         // one side makes no pledge; "south" receives
		{[]SideID{"north", "nord"}, 2}, // no such side; "south" receives
	} {
		f := &Facts{
			Sides:   []Side{{ID: "north", Name: Plain("N")}, {ID: "south", Name: Plain("S")}},
			Kinds:   []Kind{{ID: "k", Name: Plain("K")}},
			Rounds:  []Round{{ID: "r"}},
			Pledges: []Pledge{{ID: "p", Kind: "k", Occasion: Occasion{Round: "r"}, Between: c.between, To: map[SideID]Figure{"south": {}}}},
		}
		found := 0
		for _, finding := range f.Check() {
			if slices.Contains(finding.Path, any("between")) {
				found++
			}
		}
		if found != c.want {
			t.Errorf("between %v: %d findings, want %d", c.between, found, c.want)
		}
	}
}
