package chart

import (
	"slices"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func TestAChartOfTheWholeDatasetHasNoKind(t *testing.T) {
	of := definitions
	defer func() { definitions = of }()
	definitions = append(slices.Clone(of), definition{
		name: "whole", ofWhole: true,
		make:    func(ds *model.Dataset, o Options) Chart { return RoundsChart(ds, o) },
		offered: func(ds *model.Dataset, _ model.KindID) bool { return len(ds.Rounds()) > 0 },
	})
	ds := modeltest.Talks()
	for name, want := range map[Name][]model.KindID{
		RoundsName: {modeltest.Prisoners, modeltest.Bodies}, "whole": {""}, "no chart": nil,
	} {
		if got := KindsOf(name, ds); !slices.Equal(got, want) {
			t.Errorf("%s is offered of %q, want %q", name, got, want)
		}
	}
	if IsOfKind("whole") || IsOfKind("no chart") || !IsOfKind(RoundsName) || !slices.Contains(Names(), "whole") {
		t.Error("which charts are of a kind is told wrongly")
	}
	if IsOffered("whole", model.New(model.Facts{}), "") {
		t.Error("it is offered where there is nothing to draw")
	}
}
