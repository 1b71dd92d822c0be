package datafile

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

func number(n int) *int { return &n }

// addedExchange has all that Insert writes of one.
func addedExchange() model.Exchange {
	return model.Exchange{
		ID: "new", Date: model.MustDate("2026-03-01/2026-03-02"), Kind: modeltest.Prisoners,
		To: map[model.SideID]model.Figure{
			modeltest.South: {Claims: []model.Claim{
				{Value: number(5), Qualifier: model.AtLeast, By: model.ThirdParty, Sources: []model.SourceID{"new-1"}},
				{
					Value: number(7), Qualifier: model.Exact, By: model.NotNamed, AnnouncedBy: model.Plain("An \"official\""),
					Military: number(6), Civilians: number(1), Note: model.Text{"en": "Seven", "uk": "Сім"},
					Sources: []model.SourceID{"new-1", "new-2"},
				},
			}},
			modeltest.North: {Claims: []model.Claim{{
				Qualifier: model.NotQuantified, By: model.Reporter(modeltest.North), Sources: []model.SourceID{"new-1"},
			}}},
		},
		Places: []model.Sourced{{Text: model.Plain("a\tplace\\"), Sources: []model.SourceID{"new-2"}}},
		Ties: []model.Tie{{
			Occasion: model.Occasion{Round: "round-2"}, By: []model.Reporter{model.ThirdParty},
			Sources: []model.SourceID{"new-1"},
		}},
		Sources: []model.SourceID{"new-1", "new-2"},
	}
}

func addedSources() []model.Source {
	return []model.Source{
		{ID: "new-1", Publisher: "One", Title: "First", TitleBasis: "address", URL: "https://one.example/1"},
		{ID: "new-2", Publisher: "Two", Title: "Second </script>", Published: model.MustDate("2026-03")},
	}
}

// written are the ways in which one and the same dataset can be written.
func written(t *testing.T) map[string][]byte {
	t.Helper()
	good := readFile(t, "talks.json")
	spaces := string(good)
	tabs := strings.ReplaceAll(spaces, "  ", "\t")
	var compact bytes.Buffer
	for _, line := range strings.Split(spaces, "\n") {
		compact.WriteString(strings.TrimSpace(line))
	}
	return map[string][]byte{
		"as it is":          good,
		"tabulators":        []byte(tabs),
		"one line":          compact.Bytes(),
		"a byte order mark": append([]byte("\xef\xbb\xbf"), good...),
		"carriage returns":  []byte(strings.ReplaceAll(spaces, "\n", "\r\n")),
	}
}

// TestInsertKeepsTheFile holds that taking the new text out again leaves the old file, and that what is read is the old
// dataset and the addition.
func TestInsertKeepsTheFile(t *testing.T) {
	for name, old := range written(t) {
		before, problems := Read(name, old)
		if before == nil {
			t.Fatalf("%s: %v", name, problems)
		}
		text, err := Insert(old, Addition{Exchanges: []model.Exchange{addedExchange()}, Sources: addedSources()})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !isWithin(old, text) {
			t.Errorf("%s: the old file is not whole in the new one", name)
		}
		after, problems := Read(name, text)
		if after == nil {
			t.Fatalf("%s: %v\n%s", name, problems, text)
		}
		want := *before.Facts()
		want.Exchanges = append(want.Exchanges[:len(want.Exchanges):len(want.Exchanges)], addedExchange())
		want.Sources = append(want.Sources[:len(want.Sources):len(want.Sources)], addedSources()...)
		if !reflect.DeepEqual(*after.Facts(), want) {
			t.Errorf("%s: read back as\n%+v", name, after.Facts().Exchanges[len(want.Exchanges)-1])
		}
		if name == "one line" && bytes.Contains(bytes.TrimSpace(text), []byte("\n")) {
			t.Errorf("%s: there are lines now", name)
		}
	}
}

// isWithin reports whether the bytes of a stand in b in their order.
func isWithin(a, b []byte) bool {
	for _, c := range b {
		if len(a) > 0 && a[0] == c {
			a = a[1:]
		}
	}
	return len(a) == 0
}

func TestInsertAddsToExchangesThatAreThere(t *testing.T) {
	for name, old := range written(t) {
		before, _ := Read(name, old)
		all := before.Facts().Exchanges
		x, last := all[0], all[len(all)-1]
		claim := model.Claim{Value: number(3), Qualifier: model.Exact, By: model.ThirdParty, Sources: []model.SourceID{"new-1"}}
		tie := model.Tie{
			Occasion: model.Occasion{Round: "round-2"}, By: []model.Reporter{model.NotNamed}, Sources: claim.Sources,
		}
		add := Addition{
			Claims:    []AddedClaim{{x.ID, modeltest.North, claim}, {x.ID, modeltest.South, claim}, {x.ID, modeltest.North, claim}},
			Citations: []AddedCitation{{x.ID, modeltest.North, 0, []model.SourceID{"new-1", "new-2"}}},
			Ties:      []AddedTie{{last.ID, tie}},
			Sources:   addedSources(),
		}
		text, err := Insert(old, add)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		after, problems := Read(name, text)
		if after == nil {
			t.Fatalf("%s: %v\n%s", name, problems, text)
		}
		now := after.Facts().Exchanges[0]
		for side, more := range map[model.SideID]int{modeltest.North: 2, modeltest.South: 1} {
			if got, want := len(now.To[side].Claims), len(x.To[side].Claims)+more; got != want {
				t.Errorf("%s: %d claims to %s, want %d", name, got, side, want)
			}
		}
		was, is := x.To[modeltest.North].Claims[0].Sources, now.To[modeltest.North].Claims[0].Sources
		if want := append(slices.Clone(was), "new-1", "new-2"); !slices.Equal(is, want) {
			t.Errorf("%s: the first claim rests on %v, want %v", name, is, want)
		}
		ties := after.Facts().Exchanges[len(all)-1].Ties
		if len(ties) != len(last.Ties)+1 || !reflect.DeepEqual(ties[len(ties)-1], tie) || !isWithin(old, text) {
			t.Errorf("%s: the ties are %+v", name, ties)
		}
	}
}

func TestInsertMakesWhatIsNotThere(t *testing.T) {
	for _, c := range []struct{ name, old string }{
		{"no list of exchanges", string(readFile(t, "minimal.json"))},
		{"an empty list", strings.Replace(string(readFile(t, "minimal.json")), `"kinds":`, `"exchanges": [], "kinds":`, 1)},
		{"a side that received nothing so far", strings.Replace(string(readFile(t, "minimal.json")), `"kinds":`,
			`"exchanges": [{"id": "old", "date": "2026-01-01", "kind": "prisoners", "to": {"south": {}}}], "kinds":`, 1)},
	} {
		ds, problems := Read(c.name, []byte(c.old))
		if ds == nil {
			t.Fatalf("%s: %v", c.name, problems)
		}
		f := ds.Facts()
		claim := model.Claim{
			Value: number(3), Qualifier: model.Exact, By: model.ThirdParty, Sources: []model.SourceID{f.Sources[0].ID},
		}
		x := model.Exchange{
			ID: "new", Date: model.MustDate("2026-03-01"), Kind: f.Kinds[0].ID,
			To: map[model.SideID]model.Figure{f.Sides[0].ID: {Claims: []model.Claim{claim}}},
		}
		add := Addition{Exchanges: []model.Exchange{x}}
		for _, old := range f.Exchanges {
			for _, side := range f.Sides {
				add.Claims = append(add.Claims, AddedClaim{old.ID, side.ID, claim})
			}
		}
		text, err := Insert([]byte(c.old), add)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		after, problems := Read(c.name, text)
		if after == nil {
			t.Fatalf("%s: %v\n%s", c.name, problems, text)
		}
		for i, e := range after.Facts().Exchanges {
			if i < len(f.Exchanges) && len(e.To) != len(f.Sides) || e.Received(f.Sides[0].ID).Value != 3 {
				t.Errorf("%s: %+v", c.name, e)
			}
		}
	}
}

func TestInsertRefusesAnExchangeThatIsNotThere(t *testing.T) {
	old := readFile(t, "talks.json")
	for _, add := range []Addition{{Claims: []AddedClaim{{Exchange: "none"}}}, {Ties: []AddedTie{{Exchange: "none"}}}} {
		if _, err := Insert(old, add); err == nil {
			t.Errorf("%+v was put in", add)
		}
	}
	for _, none := range []string{"", " \n", "[]", "\xef\xbb\xbf"} {
		if _, err := Insert([]byte(none), Addition{}); err == nil {
			t.Errorf("something was put into %q", none)
		}
	}
	same, err := Insert(old, Addition{})
	if err != nil || !bytes.Equal(same, old) || !(Addition{}).Empty() {
		t.Errorf("nothing was put in, and the file has changed: %v", err)
	}
}

func TestBeginIsADatasetOnceItHasSources(t *testing.T) {
	f := &model.Facts{
		Metadata: model.Metadata{
			Name: "new", Title: model.Plain("New"), Version: "0.1.0", Created: model.MustDate("2026-01-01"), Language: "en",
		},
		Sides: []model.Side{{ID: "north", Name: model.Plain("North")}, {ID: "south", Name: model.Plain("South")}},
		Kinds: []model.Kind{{ID: "prisoners", Name: model.Plain("Prisoners")}},
	}
	text, err := Insert(Begin(f), Addition{Sources: addedSources()})
	if err != nil {
		t.Fatal(err)
	}
	ds, problems := Read("new.json", text)
	if ds == nil || len(ds.Facts().Sources) != 2 || ds.Facts().Sides[1].Name.In("") != "South" {
		t.Errorf("%v\n%s", problems, text)
	}
	if !strings.Contains(string(text), "\n  \"name\": \"new\",\n") {
		t.Errorf("it is not for people:\n%s", text)
	}
}
