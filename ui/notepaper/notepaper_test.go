package notepaper

import (
	"strings"
	"testing"
	"time"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/format"
)

func paper(notes ...model.Note) Paper {
	return Paper{Dataset: modeltest.TwoMemoranda(), Locale: format.In("en"), Notes: notes}
}

func written(t *testing.T, p Paper, as Format) string {
	t.Helper()
	var b strings.Builder
	if err := p.Write(&b, as); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEveryFormTellsWhatThereIs(t *testing.T) {
	day := time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)
	n := model.Note{
		ID: "urn:uuid:1", Item: model.Item{Kind: model.TopicItem, ID: "gone"}, About: "A topic", Text: "Some *words*\n\n<script>alert(1)</script>",
		Tags: []string{"check"}, Pinned: true, Passage: model.Passage{Quote: "the words"}, Created: day, Modified: day,
		Judgement: model.ReaderJudgement{Left: "l", Right: "r", Judgement: model.Opposed}, Edition: model.Edition{Version: "1.2"},
	}
	for as, wants := range map[Format][]string{
		Markdown: {"## A topic", "> the words", "Some *words*", "- tags: check", "- pinned", "opposed", "no longer in this dataset", "version 1.2"},
		HTML:     {"<h2>A topic</h2>", "<blockquote>the words</blockquote>", "<em>words</em>", "tags: check", "4 March 2026"},
		CSV:      {"urn:uuid:1,topic/gone,topic,A topic,false,the words,opposed,l,r,", ",check,true,2026-03-04T12:00:00Z,"},
	} {
		got := written(t, paper(n), as)
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is not in\n%s", as, want, got)
			}
		}
	}
	if got := written(t, paper(n), HTML); strings.Contains(got, "<script>") {
		t.Errorf("a script is in\n%s", got)
	}
}

func TestASpreadsheetRunsNoNote(t *testing.T) {
	for text, want := range map[string]string{"=1": "'=1", "+1": "'+1", "-1": "'-1", "@a": "'@a", "a=1": "a=1", "": "", "\t=1": "'\t=1"} {
		if got := harmless(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestPagesHoldNothingThatRuns(t *testing.T) {
	for _, text := range []string{"[a](javascript:alert(1))", "<img src=x onerror=alert(1)>", "![x](data:text/html,x)", "<javascript:alert(1)>"} {
		got := written(t, paper(model.Note{Text: text}), HTML)
		if strings.Contains(got, "javascript:") && strings.Contains(got, `href="javascript`) || strings.Contains(got, "onerror=alert") && strings.Contains(got, "<img src=x") ||
			strings.Contains(got, `src="data:text`) {
			t.Errorf("%q became\n%s", text, got)
		}
	}
}

func TestALongNoteIsReadByParagraphs(t *testing.T) {
	text := "Some *words*\n\n" + strings.Repeat("> <b>", longest) + "\n\nand *more*"
	got := written(t, paper(model.Note{Text: text}), HTML)
	for _, want := range []string{"<em>words</em>", "<em>more</em>", "<p>&gt; &lt;b&gt;&gt; "} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in the page of %d bytes", want, len(got))
		}
	}
}
