package model_test

import (
	"fmt"
	"slices"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func number(n int) *int { return &n }

// described is a change as one line for each value: "exchanges/x changed to:north.claims:north 390 -> 391 [a b]".
func described(changes []model.Change) []string {
	var lines []string
	for _, c := range changes {
		head := fmt.Sprintf("%s/%s %s", c.Noun, c.ID, c.Difference)
		if c.OldID != "" {
			head += " from " + c.OldID
		}
		if c.Difference == model.Added || c.Difference == model.Removed || len(c.Fields) == 0 {
			lines = append(lines, head)
			continue
		}
		for _, f := range c.Fields {
			line := head + " "
			for i, m := range f.Path {
				if i > 0 {
					line += "."
				}
				line += m.Name
				if m.Of != nil {
					line += fmt.Sprintf(":%v", m.Of)
				}
			}
			lines = append(lines, fmt.Sprintf("%s %s -> %s %v", line, value(f.Old), value(f.New), f.Sources))
		}
	}
	return lines
}

func value(v any) string {
	if c, ok := v.(model.Claim); ok {
		if c.Value == nil {
			return string(c.Qualifier)
		}
		return fmt.Sprint(c.Qualifier, " ", *c.Value)
	}
	if t, ok := v.(model.Text); ok {
		return t.In("en")
	}
	return fmt.Sprint(v)
}

// setFirst gives the first claim of what a side received another number.
func setFirst(f *model.Facts, id model.ExchangeID, side model.SideID, q model.Qualifier, n int) {
	e := exchange(f, id)
	figure := e.To[side]
	figure.Claims = slices.Clone(figure.Claims)
	figure.Claims[0].Value, figure.Claims[0].Qualifier = &n, q
	e.To[side] = figure
}

func exchange(f *model.Facts, id model.ExchangeID) *model.Exchange {
	return &f.Exchanges[slices.IndexFunc(f.Exchanges, func(e model.Exchange) bool { return e.ID == id })]
}

func TestDiffTellsWhatChanged(t *testing.T) {
	for _, test := range []struct {
		name   string
		change func(*model.Facts)
		want   []string
	}{
		{"nothing", func(*model.Facts) {}, nil},
		{"the order of the file is no difference", func(f *model.Facts) {
			slices.Reverse(f.Exchanges)
			slices.Reverse(f.Sources)
		}, nil},
		{"a count", func(f *model.Facts) {
			setFirst(f, "prisoners-05-23", modeltest.North, model.Exact, 391)
		}, []string{"exchanges/prisoners-05-23 changed to:north.claims:north exact 390 -> exact 391 [north-may]"}},
		{"a count that is known now", func(f *model.Facts) {
			setFirst(f, "prisoners-06-09", modeltest.North, model.Exact, 0)
		}, []string{"exchanges/prisoners-06-09 changed to:north.claims:north not-quantified -> exact 0 [north-june]"}},
		{"a date", func(f *model.Facts) { f.Rounds[0].Date = model.MustDate("2025-05-17") }, []string{
			"rounds/round-1 changed date 2025-05-16 -> 2025-05-17 []",
		}},
		{"a text in one language", func(f *model.Facts) { f.Rounds[0].Name = model.Plain("Another name") }, []string{
			"rounds/round-1 changed name First round -> Another name []",
		}},
		{"something added and something removed", func(f *model.Facts) {
			e := *exchange(f, "prisoners-05-23")
			e.ID = "another"
			f.Exchanges = append(slices.DeleteFunc(f.Exchanges, func(e model.Exchange) bool { return e.ID == "bodies-06-14" }), e)
		}, []string{"exchanges/another added", "exchanges/bodies-06-14 removed"}},
		{"an id that is kept in formerly", func(f *model.Facts) {
			e := exchange(f, "bodies-10-23")
			e.ID, e.Formerly = "bodies-october", []model.ExchangeID{"bodies-10-23"}
		}, []string{"exchanges/bodies-october renamed from bodies-10-23"}},
		{"a claim of another side", func(f *model.Facts) {
			figure := exchange(f, "prisoners-05-23").To[modeltest.North]
			figure.Claims = append(figure.Claims, model.Claim{
				Value: number(400), Qualifier: model.About, By: model.ThirdParty, Sources: []model.SourceID{"blog"},
			})
			exchange(f, "prisoners-05-23").To[modeltest.North] = figure
		}, []string{"exchanges/prisoners-05-23 changed to:north.claims:third-party <nil> -> about 400 [blog]"}},
		{"a side that received something after all", func(f *model.Facts) {
			exchange(f, "bodies-10-23").To["east"] = model.Figure{}
		}, []string{"exchanges/bodies-10-23 changed to:east <nil> -> true [south-june agency-june]"}},
		{"a place in a series that is not known any more", func(f *model.Facts) { f.Rounds[0].Index = 0 }, []string{
			"rounds/round-1 changed index 1 -> <nil> []",
		}},
		{"a stage that is known now", func(f *model.Facts) {
			exchange(f, "prisoners-05-23").Stage = &model.Stage{Pledge: "thousand", Number: 2}
		}, []string{
			"exchanges/prisoners-05-23 changed stage.pledge <nil> -> thousand [north-may south-may]",
			"exchanges/prisoners-05-23 changed stage.number <nil> -> 2 [north-may south-may]",
		}},
		{"the version of the dataset", func(f *model.Facts) { f.Metadata.Version = "9.9" }, []string{
			"dataset/" + modeltest.TalksFacts().Metadata.Name + " changed version " + modeltest.TalksFacts().Metadata.Version + " -> 9.9 []",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			old, now := modeltest.TalksFacts(), modeltest.TalksFacts()
			test.change(&now)
			if got := described(model.Diff(&old, &now)); !slices.Equal(got, test.want) {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
		})
	}
}

// TestDiffAndBackTurnsRound holds what a change is against the same change the other way.
func TestDiffAndBackTurnsRound(t *testing.T) {
	old, now := modeltest.TalksFacts(), modeltest.TalksFacts()
	now.Rounds = now.Rounds[1:]
	setFirst(&now, "prisoners-05-24", modeltest.South, model.Exact, 1)
	now.Sources[0].Title = "Another title"
	there, back := model.Diff(&old, &now), model.Diff(&now, &old)
	if len(there) == 0 || len(there) != len(back) {
		t.Fatalf("%d changes there, %d back", len(there), len(back))
	}
	opposite := map[model.Difference]model.Difference{model.Added: model.Removed, model.Removed: model.Added, model.Changed: model.Changed}
	for i, c := range there {
		b := back[i]
		if c.ID != b.ID || opposite[c.Difference] != b.Difference || len(c.Fields) != len(b.Fields) {
			t.Fatalf("there %v, back %v", c, b)
		}
		for j := range c.Fields {
			if value(c.Fields[j].Old) != value(b.Fields[j].New) || value(c.Fields[j].New) != value(b.Fields[j].Old) {
				t.Errorf("%s: there %v, back %v", c.ID, c.Fields[j], b.Fields[j])
			}
		}
	}
}

func TestDiffHandsOverTheNewCorrections(t *testing.T) {
	old, now := modeltest.TalksFacts(), modeltest.TalksFacts()
	item := model.Item{Kind: model.ExchangeItem, ID: "prisoners-05-23"}
	earlier := model.Correction{Date: model.MustDate("2025-01-01"), Item: item, Reason: model.Plain("a misprint")}
	fresh := model.Correction{Date: model.MustDate("2025-06-01"), Item: item, Reason: model.Plain("a recount")}
	old.Metadata.Corrections = []model.Correction{earlier}
	now.Metadata.Corrections = []model.Correction{earlier, fresh}
	setFirst(&now, "prisoners-05-23", modeltest.North, model.Exact, 391)
	for _, c := range model.Diff(&old, &now) {
		if c.Item() != item {
			continue
		}
		if len(c.Corrections) != 1 || c.Corrections[0].Reason.In("en") != "a recount" {
			t.Errorf("the corrections are %v", c.Corrections)
		}
		return
	}
	t.Error("the exchange did not change")
}
