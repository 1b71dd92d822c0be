package model_test

import (
	"slices"
	"testing"

	"parley/model"
)

const (
	north model.SideID = "north"
	south model.SideID = "south"
	third              = model.ThirdParty
)

// says is a claim of a number.
func says(by model.Reporter, n int, q model.Qualifier) model.Claim {
	return model.Claim{By: by, Value: &n, Qualifier: q, Sources: []model.SourceID{model.SourceID("by-" + by)}}
}

// speaks is a claim without a number.
func speaks(by model.Reporter, q model.Qualifier) model.Claim {
	return model.Claim{By: by, Qualifier: q}
}

func weak(c model.Claim) model.Claim {
	c.Weak = true
	return c
}

func preferred(c model.Claim) model.Claim {
	c.Preferred = model.Plain("corrected by its author")
	return c
}

type amountTest struct {
	name      string
	claims    []model.Claim
	state     model.State
	value     int
	qualifier model.Qualifier
	by        []model.Reporter
	low, high int // both 0 where there is no range
}

func (test amountTest) check(t *testing.T, got model.Amount) {
	t.Helper()
	if got.State != test.state || got.HasValue() != (test.state == model.Known || test.state == model.Bounded) {
		t.Fatalf("%s: state %d, has a value: %v; want state %d", test.name, got.State, got.HasValue(), test.state)
	}
	if got.HasValue() && (got.Value != test.value || got.Qualifier != test.qualifier || !slices.Equal(got.By, test.by)) {
		t.Errorf("%s: got %d, %q, by %v; want %d, %q, by %v",
			test.name, got.Value, got.Qualifier, got.By, test.value, test.qualifier, test.by)
	}
	if got.HasRange != (test.low != test.high) || got.HasRange && (got.Low != test.low || got.High != test.high) {
		t.Errorf("%s: range %v from %d to %d; want %d to %d", test.name, got.HasRange, got.Low, got.High, test.low, test.high)
	}
}

func TestReceived(t *testing.T) {
	by := func(list ...model.Reporter) []model.Reporter { return list }
	for _, test := range []amountTest{
		{name: "nothing was published", state: model.Unknown},
		{
			name: "zero is a number", claims: []model.Claim{says("north", 0, model.Exact)},
			state: model.Known, value: 0, qualifier: model.Exact, by: by("north"),
		},
		{
			name: "the receiving side comes first",
			claims: []model.Claim{says(third, 310, model.Exact), says("south", 300, model.Exact), says("north", 303,
				model.Exact)},
			state: model.Known, value: 303, qualifier: model.Exact, by: by("north"), low: 300, high: 310,
		},
		{
			name:   "the other side comes second",
			claims: []model.Claim{says(third, 310, model.Exact), says("south", 300, model.Exact)},
			state:  model.Known, value: 300, qualifier: model.Exact, by: by("south"), low: 300, high: 310,
		},
		{
			name:   "a third party comes third",
			claims: []model.Claim{says(model.NotNamed, 309, model.Exact), says(third, 310, model.Exact)},
			state:  model.Known, value: 310, qualifier: model.Exact, by: by(third), low: 309, high: 310,
		},
		{
			name: "somebody not named comes last", claims: []model.Claim{says(model.NotNamed, 309, model.Exact)},
			state: model.Known, value: 309, qualifier: model.Exact, by: by(model.NotNamed),
		},
		{
			name:   "an exact number of anybody comes before an inexact one of the receiving side",
			claims: []model.Claim{says("north", 300, model.About), says(third, 303, model.Exact)},
			state:  model.Known, value: 303, qualifier: model.Exact, by: by(third), low: 300, high: 303,
		},
		{
			name:   "without an exact number a bound is taken, in the same order",
			claims: []model.Claim{says(third, 310, model.AtMost), says("south", 250, model.AtLeast)},
			state:  model.Bounded, value: 250, qualifier: model.AtLeast, by: by("south"), low: 250, high: 310,
		},
		{
			name:   "two others of equal rank that agree",
			claims: []model.Claim{says(third, 51, model.Exact), says(third, 51, model.Exact)},
			state:  model.Known, value: 51, qualifier: model.Exact, by: by(third),
		},
		{
			name:   "of two bounds that agree the less precise",
			claims: []model.Claim{says("north", 250, model.AtLeast), says("north", 250, model.About)},
			state:  model.Bounded, value: 250, qualifier: model.About, by: by("north"),
		},
		{
			name:   "two of equal rank that differ are disputed",
			claims: []model.Claim{says(third, 51, model.Exact), says(third, 52, model.Exact)},
			state:  model.Disputed, low: 51, high: 52,
		},
		{
			name:   "the file prefers one",
			claims: []model.Claim{says("north", 26, model.Exact), preferred(says(third, 29, model.Exact))},
			state:  model.Known, value: 29, qualifier: model.Exact, by: by(third), low: 26, high: 29,
		},
		{
			name:   "a weak source never sets the number, and is out of the range",
			claims: []model.Claim{weak(says("north", 26, model.Exact)), says("south", 29, model.Exact)},
			state:  model.Known, value: 29, qualifier: model.Exact, by: by("south"),
		},
		{name: "only a weak source", claims: []model.Claim{weak(says("north", 26, model.Exact))}, state: model.Unknown},
		{
			name:   "a weak source is not preferred",
			claims: []model.Claim{weak(preferred(says("north", 26, model.Exact))), says("south", 29, model.Exact)},
			state:  model.Known, value: 29, qualifier: model.Exact, by: by("south"),
		},
		{
			name:   "words are no number",
			claims: []model.Claim{speaks("north", model.NotQuantified), speaks("south", model.AllForAll)}, state: model.Unknown,
		},
		{
			name:   "what may come on top is no number of the whole",
			claims: []model.Claim{says("north", 5, model.PossibleAddition)}, state: model.Unknown,
		},
	} {
		test.check(t, model.Figure{Claims: test.claims}.Received(north))
	}
}

func TestPledged(t *testing.T) {
	by := func(list ...model.Reporter) []model.Reporter { return list }
	for _, test := range []amountTest{
		{name: "nobody spoke", state: model.Unknown},
		{
			name:   "both sides state the same",
			claims: []model.Claim{says("north", 1000, model.Exact), says("south", 1000, model.Exact)},
			state:  model.Known, value: 1000, qualifier: model.Exact, by: by("north", "south"),
		},
		{
			name:   "of two qualifiers the less precise",
			claims: []model.Claim{says("north", 1200, model.Exact), says("south", 1200, model.AtLeast)},
			state:  model.Bounded, value: 1200, qualifier: model.AtLeast, by: by("north", "south"),
		},
		{
			name:   "the sides differ",
			claims: []model.Claim{says("north", 500, model.Exact), says("south", 700, model.Exact)},
			state:  model.Disputed, low: 500, high: 700,
		},
		{
			name:   "one side gives no number",
			claims: []model.Claim{says("north", 500, model.Exact), speaks("south", model.NotQuantified)}, state: model.Disputed,
		},
		{name: "one side did not speak", claims: []model.Claim{says("north", 500, model.Exact)}, state: model.Disputed},
		{
			name:   "a third party does not count where a side spoke",
			claims: []model.Claim{says("north", 500, model.Exact), says(third, 500, model.Exact)}, state: model.Disputed,
		},
		{
			name: "both sides spoke of no number",
			claims: []model.Claim{speaks("north", model.AllForAll), speaks("south", model.AllForAll), says(third, 9,
				model.Exact)},
			state: model.Unknown,
		},
		{
			name: "a third party where no side spoke", claims: []model.Claim{says(third, 300, model.About)},
			state: model.Bounded, value: 300, qualifier: model.About, by: by(third),
		},
		{
			name:   "third parties that differ",
			claims: []model.Claim{says(third, 300, model.Exact), says(model.NotNamed, 310, model.Exact)},
			state:  model.Disputed, low: 300, high: 310,
		},
		{
			name: "a side that states two numbers agrees on the one that the other states",
			claims: []model.Claim{
				says("north", 1000, model.Exact), says("north", 1200, model.Exact), says("south", 1200, model.Exact),
			},
			state: model.Known, value: 1200, qualifier: model.Exact, by: by("north", "south"), low: 1000, high: 1200,
		},
		{
			name: "sides that share two numbers agree on none",
			claims: []model.Claim{
				says("north", 1, model.Exact), says("north", 2, model.Exact), says("south", 2, model.Exact),
				says("south", 1, model.Exact),
			},
			state: model.Disputed, low: 1, high: 2,
		},
	} {
		test.check(t, model.Figure{Claims: test.claims}.Pledged([]model.SideID{north, south}))
	}
}

func TestPledgedOfThreeSidesNeedsAllThree(t *testing.T) {
	two := []model.Claim{says("north", 7, model.Exact), says("south", 7, model.Exact)}
	sides := []model.SideID{north, south, "west"}
	if got := (model.Figure{Claims: two}).Pledged(sides); got.State != model.Disputed {
		t.Errorf("two of three: state %d", got.State)
	}
	all := append(two, says("west", 7, model.AtLeast))
	got := (model.Figure{Claims: all}).Pledged(sides)
	if got.State != model.Bounded || got.Value != 7 || len(got.By) != 3 {
		t.Errorf("all three: %+v", got)
	}
	if got := (model.Figure{Claims: two}).Pledged(nil); got.State != model.Disputed {
		t.Errorf("no sides: state %d", got.State)
	}
}

func TestNothingIsReceivedOrPledgedByASideThatIsLeftOut(t *testing.T) {
	e := model.Exchange{To: map[model.SideID]model.Figure{north: {}}}
	if got := e.Received(south); got.State != model.NotApplicable {
		t.Errorf("received: state %d", got.State)
	}
	if got := e.Received(north); got.State != model.Unknown {
		t.Errorf("a figure without claims: state %d", got.State)
	}
	p := model.Pledge{To: map[model.SideID]model.Figure{north: {}}}
	if got := p.Pledged(south, []model.SideID{north, south}); got.State != model.NotApplicable {
		t.Errorf("pledged: state %d", got.State)
	}
}

func TestAnAmountNamesTheSourcesItRestsOn(t *testing.T) {
	f := model.Figure{
		Claims: []model.Claim{says("north", 7, model.Exact), says("south", 8, model.Exact), says("north", 7,
			model.Exact)},
		Additional: []model.Additional{{Value: 1, Sources: []model.SourceID{"more", "by-south"}}},
		Derived:    &model.Derived{Value: 2, Sources: []model.SourceID{"sums"}},
	}
	if got := f.Received(north).Sources(); !slices.Equal(got, []model.SourceID{"by-north"}) {
		t.Errorf("the amount rests on %v", got)
	}
	if got := f.Sources(); !slices.Equal(got, []model.SourceID{"by-north", "by-south", "more", "sums"}) {
		t.Errorf("the figure rests on %v", got)
	}
}
