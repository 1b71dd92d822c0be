package chart

import (
	"slices"
	"testing"

	"parley/model"
	"parley/model/synthetic"
)

// What is counted in one walk is what the dataset says of the same sources, list for list.
func TestCitationsAreThePublicationsOfTheDataset(t *testing.T) {
	for name, ds := range map[string]*model.Dataset{"real": realTalks(t), "made up": model.New(*synthetic.Facts(3000, 1))} {
		cited := newCitations(ds)
		var all []model.SourceID
		for _, kind := range ds.Kinds() {
			for _, g := range ds.Tally(kind.ID).Groups {
				for _, slot := range g.Slots {
					for side, c := range slot.Carried {
						ids := exchangeSources(side, c)
						all = append(all, ids...)
						if got, want := cited.addCarried(side, c), len(ds.Publications(ids)); got != want {
							t.Errorf("%s: %d publications, want %d", name, got, want)
						}
					}
				}
			}
		}
		if len(cited.list) == 0 || !slices.Equal(cited.list, ds.Publications(all)) {
			t.Errorf("%s: %d publications, or in another order", name, len(cited.list))
		}
	}
	cited := newCitations(realTalks(t))
	if cited.add([]model.SourceID{"", "no such source"}); cited.count != 0 || len(cited.list) != 0 {
		t.Errorf("%d publications of sources that are none", cited.count)
	}
}
