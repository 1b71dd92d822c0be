package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/model/fold"
	"parley/model/modeltest"
	"parley/model/synthetic"
)

// plainly says of an item what the model alone knows.
func plainly(ds *model.Dataset) Say {
	return func(i model.Item) (name, line string) {
		switch i.Kind {
		case model.RoundItem:
			if r := ds.Round(model.RoundID(i.ID)); r != nil {
				return r.Name.In("en"), r.Date.String()
			}
		case model.PledgeItem:
			return ds.Pledge(model.PledgeID(i.ID)).Summary.In("en"), ""
		case model.TopicItem:
			return ds.Topic(model.TopicID(i.ID)).Name.In("en"), ""
		}
		return "", ""
	}
}

func bundled(t testing.TB) *model.Dataset {
	t.Helper()
	ds, problems := datafile.Read("talks.json", data.Talks)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return ds
}

func found(groups []Group) string {
	var b strings.Builder
	for _, g := range groups {
		for _, h := range g.Hits {
			fmt.Fprintf(&b, "%s %s\n", h.Item, h.Note)
		}
	}
	return b.String()
}

func TestNamesAreFoundHoweverTheyAreWritten(t *testing.T) {
	x := New(bundled(t), "en", plainly(bundled(t)))
	for _, spellings := range [][]string{
		{"Ciragan", "Çırağan", "çirağan palace"},
		{"Zelensky", "Zelenskyy", "Зеленський", "Зеленский"},
		{"Medinsky", "Мединский"},
		{"6057", "6,057"},
	} {
		first := found(x.Find(fold.WordsOf(spellings[0])))
		if first == "" {
			t.Errorf("%q finds nothing", spellings[0])
		}
		for _, other := range spellings[1:] {
			if got := found(x.Find(fold.WordsOf(other))); got != first && !strings.Contains(other, "palace") {
				t.Errorf("%q finds\n%s, but %q\n%s", other, got, spellings[0], first)
			}
		}
	}
}

func TestEveryItemIsFoundByItsID(t *testing.T) {
	ds := bundled(t)
	x := New(ds, "en", plainly(ds))
	if n := len(ds.Exchanges()) + len(ds.Facts().Sources) + len(ds.Rounds()); x.Len() < n {
		t.Fatalf("%d entries, but %d exchanges, sources and rounds", x.Len(), n)
	}
	for _, kind := range model.ItemKinds() {
		for _, thing := range things(ds, kind) {
			item := model.Item{Kind: kind, ID: thing.id}
			if got := found(x.Find(fold.WordsOf(thing.id))); !strings.Contains(got, item.String()+" ") {
				t.Errorf("%s is not found by its ID", item)
			}
		}
	}
}

func TestHitsByNameComeFirst(t *testing.T) {
	ds := modeltest.Talks()
	x := New(ds, "en", plainly(ds))
	for _, g := range x.Find(fold.WordsOf("round")) {
		if g.Kind != model.RoundItem {
			continue
		}
		for _, h := range g.Hits {
			if h.Text != "" {
				t.Errorf("%s is found by its name, but %q is shown", h.Name, h.Text)
			}
		}
	}
	e := &entry{Entry: Entry{Name: "Around the table", Line: "2 June 2025"}}
	e.fold([]string{"they met in Istanbul", "for an hour"})
	for typed, want := range map[string][2]int{
		"around the table": {isName, -1}, "around": {isWholeInName, -1}, "the table": {isWholeInName, -1}, "table around": {beginsInName, -1}, "tab ar": {beginsInName, -1}, "round": {isInName, -1}, "around june": {isInLine, -1},
		"table istanbul": {isInText, 0}, "hour": {isInText, 1}, "hour istanbul": {isInText, 1}, "table nowhere": {ranks, -1},
	} {
		if rank, at := e.rank(fold.WordsOf(typed)); rank != want[0] || at != want[1] {
			t.Errorf("%q: rank %d by text %d, want %v", typed, rank, at, want)
		}
	}
}

func TestWhatIsCalledAsWasTypedComesFirst(t *testing.T) {
	ds := bundled(t)
	x := New(ds, "en", plainly(ds))
	for _, typed := range []string{"Istanbul I", "Istanbul II", "istanbul iii"} {
		groups := x.Find(fold.WordsOf(typed))
		if len(groups) == 0 || !strings.HasPrefix(strings.ToLower(groups[0].Hits[0].Name), strings.ToLower(typed)+",") {
			t.Errorf("%q: %s", typed, found(groups))
		}
	}
	if groups := x.Find(fold.WordsOf("Istanbul II")); len(found(groups)) > 0 && strings.Count(found(groups), "\n") > 60 {
		t.Errorf("%d found", strings.Count(found(groups), "\n"))
	}
}

func TestKindsOfWhatIsCalledAsWasTypedComeFirst(t *testing.T) {
	ds := model.New(model.Facts{
		Rounds: []model.Round{{ID: "r", Name: model.Text{"en": "Bodies first"}}},
		Topics: []model.Topic{{ID: "t", Name: model.Text{"en": "Bodies"}}},
	})
	for typed, want := range map[string]string{"bodies": "topic/t \nround/r \n", "bod": "round/r \ntopic/t \n"} {
		if got := found(New(ds, "en", plainly(ds)).Find(fold.WordsOf(typed))); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

func TestNotesAreFoundAndKeptUpToDate(t *testing.T) {
	ds := modeltest.Talks()
	say := plainly(ds)
	x := New(ds, "en", say)
	round := model.Item{Kind: model.RoundItem, ID: "round-1"}
	notes := []model.Note{
		{ID: "a", Item: round, Text: "# Who counted?\nAsk Çelik.", Tags: []string{"todo"}},
		{ID: "b", Item: model.Item{Kind: model.RoundItem, ID: "gone"}, About: "Old round", Text: "Lost"},
	}
	with := x.With(notes, say)
	for typed, want := range map[string]string{
		"celik": "round/round-1 a\n", "todo counted": "round/round-1 a\n", "old lost": "round/gone b\n", "nothing of it": "",
	} {
		if got := found(with.Find(fold.WordsOf(typed))); got != want {
			t.Errorf("%q finds %q, want %q", typed, got, want)
		}
	}
	hit := with.Find(fold.WordsOf("celik"))[0]
	if hit.Kind != Notes || hit.Hits[0].Name != "Who counted?" || hit.Hits[0].Line != "First round" {
		t.Errorf("the note is listed as %+v", hit)
	}
	notes[0].Text = "Changed"
	again := with.With(notes, say)
	if got := found(again.Find(fold.WordsOf("celik"))); got != "" {
		t.Errorf("the old text is still found: %q", got)
	}
	if again.byNote["b"] != with.byNote["b"] {
		t.Error("a note that did not change was folded again")
	}
	if got := found(x.Find(fold.WordsOf("lost"))); got != "" {
		t.Errorf("the index of before has changed: %q", got)
	}
}

func TestNothingTypedFindsNothing(t *testing.T) {
	ds := modeltest.Talks()
	if got := New(ds, "en", plainly(ds)).Find(fold.WordsOf("  '' ")); got != nil {
		t.Errorf("found %v", got)
	}
}

func TestExcerptsShowTheFirstHit(t *testing.T) {
	long := strings.Repeat("before it stands a lot ", 20) + "the Çırağan Palace" + strings.Repeat(" and a lot stands after it", 20)
	words := fold.WordsOf("ciragan")
	got, hits := Excerpt(long, words, 80)
	if len(hits) != 1 || got[hits[0].From:hits[0].To] != "Çırağan" || !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") {
		t.Errorf("%q, hits %v", got, hits)
	}
	for _, text := range []string{"", "short", "Çırağan", long, strings.Repeat("ї", 300), strings.Repeat("і ", 300) + "Çırağan"} {
		for most := 10; most < 100; most += 7 {
			got, hits := Excerpt(text, words, most)
			if !utf8.ValidString(got) || len(got) > most+2*len(ellipsis)+8 {
				t.Fatalf("%d of %q: %q", most, text, got)
			}
			if strings.Contains(text, "Çırağan") && len(hits) == 0 && most > 20 {
				t.Errorf("%d of %q: the hit is not in %q", most, text, got)
			}
		}
	}
}

// BenchmarkFind measures a key press: 10,000 items and 10,000 notes, and the words that are the most work.
func BenchmarkFind(b *testing.B) {
	ds := model.New(*synthetic.Facts(10_000, 1))
	say := func(i model.Item) (string, string) {
		if e := ds.Exchange(model.ExchangeID(i.ID)); i.Kind == model.ExchangeItem && e != nil {
			return "Prisoners exchanged, " + e.Date.String(), "of the round"
		}
		return "An item called " + i.ID, ""
	}
	notes := make([]model.Note, 10_000)
	for i := range notes {
		notes[i] = model.Note{
			ID: model.NoteID(fmt.Sprint(i)), Item: model.Item{Kind: model.RoundItem, ID: "r"}, Modified: time.Unix(int64(i), 0),
			Text: fmt.Sprintf("Note %d. Ask both press offices again before the piece runs; neither side published a count.", i),
		}
	}
	x := New(ds, "en", say).With(notes, say)
	for _, typed := range []string{"e", "ask", "count pub", "nowhere to be found", "hhhh gggg"} {
		b.Run(strings.ReplaceAll(typed, " ", "-"), func(b *testing.B) {
			words := fold.WordsOf(typed)
			for b.Loop() {
				x.Find(words)
			}
		})
	}
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			New(ds, "en", say)
		}
	})
	b.Run("notes", func(b *testing.B) {
		slices.Reverse(notes)
		for b.Loop() {
			x.With(notes, say)
		}
	})
}

func TestWhatIsFoundIsShownInTheReadersLanguage(t *testing.T) {
	ds := model.New(model.Facts{Topics: []model.Topic{{
		ID: "t", Name: model.Text{"en": "Name"},
		Scope: model.Text{"en": "with Zelenskyy", "uk": "із Зеленським", "ru": "с Зеленским"},
	}}})
	for lang, want := range map[string]string{"en": "with Zelenskyy", "uk": "із Зеленським", "ru": "с Зеленским"} {
		x := New(ds, lang, func(model.Item) (string, string) { return "Name", "" })
		found := x.Find(fold.WordsOf("zelens"))
		if len(found) != 1 || found[0].Hits[0].Text != want {
			t.Errorf("%s: %v, want %q", lang, found, want)
		}
	}
}
