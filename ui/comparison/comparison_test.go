package comparison_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/comparison"
	"parley/ui/format"
)

const (
	north = model.DocumentID("north-memorandum")
	south = model.DocumentID("south-memorandum")
)

func tell(change func(*model.Facts), notes ...model.Note) comparison.Comparison {
	f := modeltest.TwoMemorandaFacts()
	if change != nil {
		change(&f)
	}
	return comparison.Tell(format.In("en"), model.New(f), north, south, notes)
}

func written(t *testing.T, c comparison.Comparison, as comparison.Format) string {
	t.Helper()
	var b bytes.Buffer
	if err := c.Write(&b, as); err != nil {
		t.Fatal(err)
	}
	if as == comparison.HTML {
		return strings.ReplaceAll(b.String(), "&#39;", "'")
	}
	return b.String()
}

func wants(t *testing.T, text string, words ...string) {
	t.Helper()
	for _, w := range words {
		if !strings.Contains(text, w) {
			t.Errorf("%q is missing in\n%s", w, text)
		}
	}
}

func TestEveryFormTellsBothSidesOfEveryTopic(t *testing.T) {
	c := tell(nil)
	for _, as := range comparison.Formats() {
		wants(t, written(t, c, as), "Ceasefire", "Prisoners", "Territory", "Guarantees",
			"All prisoners are exchanged, all for all.", "The fighting stops for thirty days.", "The hills are the border.",
			"opposed", "The river lies a day's march from the hills.")
	}
	for _, as := range []comparison.Format{comparison.Markdown, comparison.HTML} {
		wants(t, written(t, c, as), "does not mention it", "no clause of its own", "1 aligned", "not judged",
			"The border is drawn by a commission.", "Some reports say sixty.", "version", "paraphrase", "quotation")
	}
}

// TestSilenceIsSaidAsWhatItIs: "does not mention it" only where the dataset says that it was looked for.
func TestSilenceIsSaidAsWhatItIs(t *testing.T) {
	ds := modeltest.TwoMemoranda()
	c := comparison.Tell(format.In("en"), ds, north, "joint-draft", nil)
	var got []string
	for _, r := range c.Rows {
		got = append(got, string(r.Topic)+": "+r.Word+" | "+r.Sides[0].Silence+" | "+r.Sides[1].Silence)
	}
	want := []string{
		"ceasefire: not judged | does not mention it | no clause recorded in this dataset",
		"prisoners: not judged |  | no clause recorded in this dataset",
		"territory: not judged |  | ",
		"guarantees: not judged | no clause of its own | no clause recorded in this dataset",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if c.NotJudged == "" {
		t.Error("nothing says that the pair is not judged")
	}
}

func TestForeignTextIsNoMarkup(t *testing.T) {
	const evil = `<script>alert("1")</script> & **bold** [link](javascript:x) | cell`
	c := tell(func(f *model.Facts) {
		f.Topics[1].Name, f.Clauses[0].Text = model.Plain(evil), model.Plain(evil)
		f.Sources[0].Title, f.Sources[0].URL = evil, "javascript:alert(1)"
	}, own("prisoners", evil))
	html := written(t, c, comparison.HTML)
	if strings.Contains(html, "<script") || strings.Contains(html, `href="javascript`) {
		t.Error("the page holds markup of the dataset's or of a note's")
	}
	markdown := written(t, c, comparison.Markdown)
	for _, raw := range []string{"<script>", "**bold**", "[link]"} {
		if strings.Contains(markdown, raw) {
			t.Errorf("the Markdown holds %q unescaped", raw)
		}
	}
}

func TestThePageIsWellFormedAndSelfContained(t *testing.T) {
	html := written(t, tell(nil), comparison.HTML)
	in := xml.NewDecoder(strings.NewReader(html))
	in.Strict, in.AutoClose, in.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range start.Attr {
			if name := a.Name.Local; name == "src" || name == "href" && start.Name.Local == "link" {
				t.Errorf("%s loads %s", start.Name.Local, a.Value)
			}
		}
	}
	for _, elsewhere := range []string{"@import", "url("} {
		if strings.Contains(html, elsewhere) {
			t.Errorf("the style sheet loads something: %s", elsewhere)
		}
	}
	wants(t, html, `<html lang="en">`, `scope="row"`, `scope="col"`, "prefers-color-scheme: dark", "size: A4")
}

func TestCSVHasALineForEachClause(t *testing.T) {
	records, err := csv.NewReader(strings.NewReader(written(t, tell(nil), comparison.CSV))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := func(column string) int { return slices.Index(records[0], column) }
	var got []string
	for _, r := range records[1:] {
		got = append(got, strings.Join([]string{r[at("topic_id")], r[at("place")], r[at("clause_id")], r[at("addressed")]}, " "))
	}
	want := []string{
		"ceasefire left  false", "ceasefire right s2 true", "prisoners left n1 true", "prisoners right s1 true",
		"territory left n2 true", "territory right s3 true", "territory right s4 true",
		"guarantees left n2 true", "guarantees right s4 true",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestMadeUpTalksAreMarkedEverywhere(t *testing.T) {
	c := tell(func(f *model.Facts) { f.Metadata.MadeUp = true })
	wants(t, written(t, c, comparison.HTML), "Made up")
	wants(t, written(t, c, comparison.Markdown), "Made up")
	wants(t, written(t, c, comparison.CSV), "made_up", ",true\n")
	wants(t, written(t, c, comparison.JSON), `"made_up": true`)
}

func TestJSONIsForPrograms(t *testing.T) {
	var got struct {
		Topics []struct {
			ID        string
			Judgement string
			Sides     []struct{ Clauses []struct{ ID string } }
		}
		Counts map[string]int
	}
	if err := json.Unmarshal([]byte(written(t, tell(nil), comparison.JSON)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Topics) != 4 || got.Topics[2].Judgement != "opposed" || got.Topics[2].Sides[1].Clauses[0].ID != "s3" ||
		got.Counts["opposed"] != 1 || got.Counts["not-judged"] != 1 {
		t.Errorf("got %+v", got)
	}
}

// own is a judgement of the reader's, kept as a note.
func own(topic, reason string) model.Note {
	return model.Note{
		ID: "note-1", Item: model.Item{Kind: model.TopicItem, ID: topic}, Text: reason,
		Judgement: model.ReaderJudgement{Left: south, Right: north, Judgement: model.PartlyAligned},
	}
}

func TestTheReadersJudgementStandsApart(t *testing.T) {
	const reason = "Both speak of lists, I think."
	other := own("prisoners", "of another pair")
	other.Judgement.Left = "joint-draft"
	c := tell(nil, own("prisoners", reason), other, model.Note{Item: model.Item{Kind: model.TopicItem, ID: "prisoners"}, Text: "plain"})
	for _, as := range comparison.Formats() {
		text := written(t, c, as)
		wants(t, text, reason)
		for _, foreign := range []string{"of another pair", "plain"} {
			if as != comparison.HTML && strings.Contains(text, foreign) { // the style sheet may hold any word
				t.Errorf("%s holds %q", as, foreign)
			}
		}
		if strings.Contains(written(t, tell(nil), as), reason) {
			t.Errorf("%s holds the reader's judgement without being asked", as)
		}
	}
	wants(t, written(t, c, comparison.Markdown), "**Judgement: aligned.**", "own judgement: partly aligned")
}

func TestRemarksStandBesideWhatTheyConcern(t *testing.T) {
	c := tell(func(f *model.Facts) {
		f.Discrepancies = []model.Discrepancy{
			{
				ID: "a", Topic: model.Plain("How many days"), Documents: []model.DocumentID{south},
				Clauses: []model.ClauseID{"s2"}, Claims: []model.NumberClaim{{Text: model.Plain("sixty"), Sources: f.Clauses[0].Sources}},
			},
			{ID: "b", Topic: model.Plain("When it was handed over"), Documents: []model.DocumentID{south}},
		}
		f.DocumentStatements = []model.DocumentStatement{{
			ID: "c", Documents: []model.DocumentID{north}, Topics: []model.TopicID{"territory"},
			Statement: model.Statement{Text: model.Plain("Called it a bad map"), Unverified: true},
		}}
	})
	clause := c.Rows[0].Sides[1].Clauses[0]
	if len(clause.Remarks) != 1 || clause.Remarks[0].Heading != "How many days" || clause.Remarks[0].Lines[0].Text != "sixty" {
		t.Errorf("beside the clause stands %+v", clause.Remarks)
	}
	if r := c.Rows[2].Remarks; len(r) != 1 || !strings.Contains(r[0].Lines[0].Text, "No source was found") {
		t.Errorf("beside the topic stands %+v", r)
	}
	if len(c.Differ) != 1 || c.Differ[0].Heading != "When it was handed over" || len(c.Said) != 0 {
		t.Errorf("beside no topic stand %+v and %+v", c.Differ, c.Said)
	}
}
