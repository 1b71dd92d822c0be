package page

import (
	"testing"

	"parley/model"
	"parley/model/search"
	"parley/ui/format"
)

func TestClausesOfOneNameAreListedWithTheirDocuments(t *testing.T) {
	ds := model.New(model.Facts{
		Documents: []model.Document{{ID: "a", Title: model.Text{"en": "Draft"}}, {ID: "b", Title: model.Text{"en": "Terms"}}},
		Clauses:   []model.Clause{{ID: "1", Document: "a"}, {ID: "2", Document: "b"}, {ID: "3", Document: "b"}},
	})
	hit := func(id, name string) search.Hit {
		return search.Hit{Entry: &search.Entry{Item: model.Item{Kind: model.ClauseItem, ID: id}, Name: name}}
	}
	s := &Search{desk: &Desk{Dataset: ds, Locale: format.In("en")}}
	group := search.Group{Kind: model.ClauseItem, Hits: []search.Hit{hit("1", "I.6"), hit("2", "I.6"), hit("3", "I.7")}}
	for i, want := range []string{"I.6 · Draft", "I.6 · Terms", "I.7"} {
		if got := s.nameOf(searchRow{group: group, hit: group.Hits[i]}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
