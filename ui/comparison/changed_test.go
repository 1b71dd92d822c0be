package comparison_test

import (
	"slices"
	"strings"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/ui/comparison"
	"parley/ui/format"
)

func cut(text string, spans []comparison.Span) []string {
	var list []string
	for _, s := range spans {
		list = append(list, text[s.Start:s.End])
	}
	return list
}

func TestChangesAreWholeWords(t *testing.T) {
	for _, test := range []struct {
		a, b     string
		inA, inB []string
	}{
		{"Two ferries a day.", "Four ferries a day.", []string{"Two"}, []string{"Four"}},
		{"within thirty days", "within ten days, and again", []string{"thirty"}, []string{"ten", ", and again"}},
		{"між позначками 11 і 14", "між позначками 11 і 13", []string{"14"}, []string{"13"}},
		{"at least 1,000 people", "at least 1,200 people", []string{"1,000"}, []string{"1,200"}},
		{"all-for-all", "all for all", []string{"all-for-all"}, []string{"all for all"}},
		{"the same", "the same", nil, nil},
		{"the  same", "the same", nil, nil}, // spaces say nothing
		{"", "all new", nil, []string{"all new"}},
		{"", "", nil, nil},
	} {
		inA, inB, _ := comparison.Changes(test.a, test.b)
		if got := cut(test.a, inA); !slices.Equal(got, test.inA) {
			t.Errorf("%q to %q: %q was changed, want %q", test.a, test.b, got, test.inA)
		}
		if got := cut(test.b, inB); !slices.Equal(got, test.inB) {
			t.Errorf("%q to %q: changed to %q, want %q", test.a, test.b, got, test.inB)
		}
	}
}

func FuzzChanges(f *testing.F) {
	f.Add("Two ferries a day", "Four ferries, a day")
	f.Add("м’ята \xff", "")
	f.Fuzz(func(t *testing.T, a, b string) {
		inA, inB, shared := comparison.Changes(a, b)
		if shared < 0 || shared > 1 {
			t.Errorf("they share %v", shared)
		}
		left := func(text string, spans []comparison.Span) string {
			var kept strings.Builder
			at := 0
			for _, s := range spans {
				if s.Start < at || s.End <= s.Start || s.End > len(text) {
					t.Fatalf("%q has no span %+v after %d", text, s, at)
				}
				kept.WriteString(text[at:s.Start])
				at = s.End
			}
			return strings.Join(strings.Fields(kept.String()+text[at:]), "")
		}
		if x, y := left(a, inA), left(b, inB); x != y {
			t.Errorf("what is not marked differs: %q and %q", x, y)
		}
	})
}

func TestOnlyQuotationsOfOneTextAreCompared(t *testing.T) {
	l := format.In("en")
	clause := func(w model.Wording, text string) *model.Clause {
		return &model.Clause{Wording: w, Text: model.Plain(text)}
	}
	left := []*model.Clause{
		clause(model.Quotation, "Two ferries a day shall cross the lake."),
		clause(model.Paraphrase, "Lists are handed over within ten days."),
		clause(model.Quotation, "The lake guard keeps to its own waters."),
	}
	right := []*model.Clause{
		clause(model.Quotation, "Nobody shall be asked for a name."),
		clause(model.Quotation, "Lists are handed over within thirty days."),
		clause(model.Quotation, "Four ferries a day shall cross the lake."),
	}
	pairs := comparison.PairQuotations(l, left, right)
	if len(pairs) != 1 || pairs[0].Left != 0 || pairs[0].Right != 2 {
		t.Fatalf("compared are %+v, want the ferries alone", pairs)
	}
	if got := cut(l.Text(right[2].Text), pairs[0].RightChanged); !slices.Equal(got, []string{"Four"}) {
		t.Errorf("marked are %q", got)
	}
}

func TestTwoVersionsOfOnePaperMarkWhatChanged(t *testing.T) {
	ds, problems := datafile.Read("lakes.json", data.Lakes)
	if ds == nil {
		t.Fatal(problems)
	}
	c := comparison.Tell(format.In("en"), ds, "orvane-1", "orvane-2", nil)
	wants(t, written(t, c, comparison.HTML), "<mark>thirty</mark>", "<mark>ten</mark>")
	wants(t, written(t, c, comparison.Markdown), "**thirty**", "**ten**")
	for _, r := range c.Rows {
		for _, s := range r.Sides {
			for _, x := range s.Clauses {
				if len(x.Changed) > 0 && x.Wording != model.Quotation {
					t.Errorf("%s is a paraphrase, and has changed words", x.ID)
				}
			}
		}
	}
}

func TestNoClauseOfTheTalksIsMarkedAsChanged(t *testing.T) {
	ds, problems := datafile.Read("talks.json", data.Talks)
	if ds == nil {
		t.Fatal(problems)
	}
	for _, right := range ds.Documents() {
		if right.ID == "doc-2025-06-02-russia" {
			continue
		}
		html := written(t, comparison.Tell(format.In("en"), ds, "doc-2025-06-02-russia", right.ID, nil), comparison.HTML)
		if strings.Contains(html, "<mark>") {
			t.Errorf("%s: all clauses are paraphrases, and words are marked", right.ID)
		}
	}
}
