package model_test

import (
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func TestANoteKnowsWhenFiguresChange(t *testing.T) {
	facts := modeltest.Talks().Facts()
	build := func(change func(*model.Facts)) *model.Dataset {
		f := *facts
		f.Exchanges = append([]model.Exchange(nil), f.Exchanges...)
		change(&f)
		return model.New(f)
	}
	ds := build(func(*model.Facts) {})
	if len(facts.Exchanges) == 0 {
		t.Fatal("there is no exchange to change")
	}
	item := model.Item{Kind: model.ExchangeItem, ID: string(facts.Exchanges[0].ID)}
	n := model.Note{Item: item, Edition: ds.Edition(item)}
	if n.Edition.Figures == "" || ds.FiguresChanged(n) {
		t.Fatalf("as it was: %+v, changed %v", n.Edition, ds.FiguresChanged(n))
	}
	value := 123456
	changed := build(func(f *model.Facts) {
		to := map[model.SideID]model.Figure{}
		for side := range f.Exchanges[0].To {
			to[side] = model.Figure{Claims: []model.Claim{{Value: &value, Qualifier: model.Exact}}}
		}
		f.Exchanges[0].To = to
	})
	if !changed.FiguresChanged(n) {
		t.Error("a changed figure is not noticed")
	}
	worded := build(func(f *model.Facts) {
		f.Metadata.Version = "9"
		f.Exchanges[0].Notes = []model.Text{model.Plain("a remark")}
	})
	if worded.FiguresChanged(n) {
		t.Error("a remark counts as a figure")
	}
	gone := build(func(f *model.Facts) { f.Exchanges = f.Exchanges[1:] })
	if gone.FiguresChanged(n) || worded.FiguresChanged(model.Note{Item: item}) {
		t.Error("what is not known counts as changed")
	}
	for _, s := range facts.Sources[:1] {
		if e := ds.Edition(model.Item{Kind: model.SourceItem, ID: string(s.ID)}); e.Figures != "" {
			t.Errorf("a source has figures: %+v", e)
		}
	}
}
