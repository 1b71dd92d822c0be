package data

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/datafile"
)

// lakes is the made-up example. It must not have a fault, not even one to be warned of.
func lakes(t *testing.T) *model.Dataset {
	t.Helper()
	ds, problems := datafile.Read("lakes.json", Lakes)
	if len(problems) > 0 || ds == nil {
		t.Fatalf("the made-up example has %d faults, the first: %v", len(problems), problems[0])
	}
	return ds
}

func TestTheExampleSaysThatItIsMadeUp(t *testing.T) {
	m := lakes(t).Metadata()
	if !m.MadeUp {
		t.Error("it is not marked")
	}
	for lang, word := range map[string]string{"en": "Made-up", "uk": "Вигаданий"} {
		if title := m.Title.In(lang); !strings.Contains(title, word) {
			t.Errorf("the title %q lacks %q", title, word)
		}
	}
	for _, s := range lakes(t).Facts().Sources {
		if !strings.Contains(s.Publisher, "made up") {
			t.Errorf("the publisher %q is not marked", s.Publisher)
		}
		if s.URL != "" && !strings.HasPrefix(s.URL, "https://example.org/made-up/") {
			t.Errorf("the address %q may be somebody's", s.URL)
		}
	}
}

func TestTheRealTalksAreNotMarkedAsMadeUp(t *testing.T) {
	if _, marked := talks(t)["made_up"]; marked {
		t.Error("they are")
	}
}

// TestTheExampleUsesEveryMemberAndWord walks it along the schema: the manual sends readers there to see how something is
// said.
func TestTheExampleUsesEveryMemberAndWord(t *testing.T) {
	var file object
	if err := json.Unmarshal(Lakes, &file); err != nil {
		t.Fatal(err)
	}
	known := objects(t)
	used := map[string]bool{}
	useObject(used, known, "file", file)
	for name, s := range known {
		for member, of := range s.Properties {
			if !used[name+"."+member] && !strings.HasPrefix(member, "$") {
				t.Errorf("%s.%s is not used", name, member)
			}
			for _, word := range of.Enum {
				if name != "total" && !used[name+"."+member+"="+word] { // a total is hardly "all for all"
					t.Errorf("%s.%s is never %q", name, member, word)
				}
			}
		}
	}
}

func useObject(used map[string]bool, known map[string]schema, name string, o object) {
	for member, v := range o {
		used[name+"."+member] = true
		if word, ok := v.(string); ok {
			used[name+"."+member+"="+word] = true
		}
		useValue(used, known, known[name].Properties[member], v)
	}
}

func useValue(used map[string]bool, known map[string]schema, s schema, v any) {
	if list, ok := v.([]any); ok && s.Items != nil {
		for _, x := range list {
			useValue(used, known, *s.Items, x)
		}
	}
	o, isObject := v.(object)
	if !isObject {
		return
	}
	if name := strings.TrimPrefix(s.Ref, "#/$defs/"); known[name].Properties != nil {
		useObject(used, known, name, o)
		return
	}
	var of schema
	if json.Unmarshal(s.Of, &of) == nil {
		for _, x := range o {
			useValue(used, known, of, x)
		}
	}
}

func TestTheExampleExercisesWhatTheRealTalksDoNot(t *testing.T) {
	ds := lakes(t)
	if n := len(ds.Sides()); n != 3 {
		t.Errorf("%d sides", n)
	}
	seen := map[string]bool{}
	for _, e := range ds.Exchanges() {
		seeDate(seen, e.Date)
		for side := range e.To {
			seeAmount(seen, "received", e.Received(side))
		}
	}
	for _, r := range ds.Rounds() {
		seeDate(seen, r.Date)
	}
	for _, p := range ds.Facts().Pledges {
		for side := range p.To {
			seeAmount(seen, "pledged", p.Pledged(side, ds.SideIDs()))
		}
	}
	for _, what := range []string{
		"day", "month", "year", "span", "approximate", "uncertain", "both",
		"received unknown", "received known", "received zero", "received bounded", "received disputed", "received range",
		"pledged unknown", "pledged known", "pledged bounded", "pledged disputed",
	} {
		if !seen[what] {
			t.Errorf("nothing is %s", what)
		}
	}
	if docs := ds.Documents(); !slices.Equal(docs[0].Authors, docs[1].Authors) {
		t.Error("the first two documents are not two versions of one side's")
	}
}

func seeDate(seen map[string]bool, d model.Date) {
	seen[map[model.Precision]string{model.Day: "day", model.Month: "month", model.Year: "year", model.Span: "span"}[d.Precision()]] = true
	seen["approximate"] = seen["approximate"] || d.Approximate() && !d.Uncertain()
	seen["uncertain"] = seen["uncertain"] || d.Uncertain() && !d.Approximate()
	seen["both"] = seen["both"] || d.Approximate() && d.Uncertain()
}

func seeAmount(seen map[string]bool, what string, a model.Amount) {
	word := map[model.State]string{
		model.Unknown: "unknown", model.Known: "known", model.Bounded: "bounded", model.Disputed: "disputed",
	}[a.State]
	seen[what+" "+word] = true
	seen[what+" zero"] = seen[what+" zero"] || a.State == model.Known && a.Value == 0
	seen[what+" range"] = seen[what+" range"] || a.HasRange
}
