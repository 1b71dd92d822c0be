package model_test

import (
	"slices"
	"testing"

	"parley/model"
	"parley/model/synthetic"
)

// What is kept of the exchanges is what they say themselves.
func TestWhatIsKeptOfExchangesIsWhatTheySay(t *testing.T) {
	ds := model.New(*synthetic.Facts(2000, 7))
	evidence := ds.Evidence()
	exact := 0
	for _, e := range ds.Exchanges() {
		isExact := true
		for i, side := range ds.Sides() {
			f := e.To[side.ID]
			isExact = isExact && len(f.Additional) == 0 && e.Received(side.ID).State != model.Bounded
			behind := evidence.Behind(e, i)
			var got []*model.Source
			for _, p := range slices.Concat(behind.Exchange, behind.Figure, behind.Derived, behind.Ties) {
				if s := &evidence.Sources()[p]; !slices.Contains(got, s) {
					got = append(got, s)
				}
			}
			ids := slices.Concat(e.Sources, f.Sources())
			for _, tie := range e.Ties {
				ids = append(ids, tie.Sources...)
			}
			if want := ds.Publications(ids); !sameSources(got, want) {
				t.Errorf("behind %s to %s are %d publications, want %d", e.ID, side.ID, len(got), len(want))
			}
		}
		if ds.IsExact(e) != isExact {
			t.Errorf("%s is exact: %t", e.ID, !isExact)
		}
		if isExact {
			exact++
		}
	}
	if exact == 0 || exact == len(ds.Exchanges()) {
		t.Errorf("%d of %d are exact", exact, len(ds.Exchanges()))
	}
	stranger := *ds.Exchanges()[0]
	if ds.IsExact(&stranger) || len(evidence.Behind(&stranger, 0).Exchange) > 0 {
		t.Error("an exchange of another dataset is taken for one of this")
	}
}

func sameSources(a, b []*model.Source) bool {
	less := func(x, y *model.Source) int { return slices.Compare([]byte(x.ID), []byte(y.ID)) }
	return slices.Equal(slices.SortedFunc(slices.Values(a), less), slices.SortedFunc(slices.Values(b), less))
}
