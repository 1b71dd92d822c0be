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
	for text, want := range map[string]string{
		"=1": "'=1", "+1": "'+1", "-1": "'-1", "@a": "'@a", "a=1": "a=1", "": "", "\t=1": "'\t=1",
		"\n=1": "'\n=1", " =1": "' =1", "＝1": "'＝1", "＠a": "'＠a", "- a list\n- of things": "- a list\n- of things", "\t- 1": "'\t- 1",
	} {
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

func TestAPageShowsAllThatWasTyped(t *testing.T) {
	for text, wants := range map[string][]string{
		"<div>a block\nof lines\n\nafter":                {"<p>&lt;div&gt;a block", "<br>\nof lines", "<p>after</p>"},
		"<!-- all\n\nof it\n\n-->\n\nafter":              {"&lt;!-- all", "of it", "--&gt;", "<p>after</p>"},
		"by <Smith 2025>, 1000":                          {"by &lt;Smith 2025&gt;, 1000"},
		"see\n\n[1]: https://example.org/one \"A list\"": {`<p>[1]: <a href="https://example.org/one">https://example.org/one</a> A list</p>`},
		"![the chart](https://example.org/x.png)":        {`<a href="https://example.org/x.png">the chart</a>`},
		"![](https://example.org/x.png)":                 {`<a href="https://example.org/x.png">https://example.org/x.png</a>`},
		"![a](javascript:alert(1))":                      {"<a>a</a>"},
		strings.Repeat("see [the list][1] and more\n\n", 400) + "[1]: https://example.org/one": {
			`<a href="https://example.org/one">the list</a>`, "<p>[1]: ",
		},
	} {
		got := written(t, paper(model.Note{Text: text}), HTML)
		for _, want := range wants {
			if !strings.Contains(got, want) || strings.Contains(got, "<img") || strings.Contains(got, "omitted") {
				t.Errorf("%.80q became\n%.2000s\nwithout %q", text, got[strings.Index(got, "</ul>"):], want)
			}
		}
	}
}

func TestNoNoteSwallowsTheNext(t *testing.T) {
	for text, want := range map[string]string{
		"```\ncode":          "```\ncode\n```",
		"~~~~ go\ncode\n~~~": "~~~~ go\ncode\n~~~\n~~~~",
		"```\ncode\n```":     "```\ncode\n```",
		"```\n<!-- x\n```":   "```\n<!-- x\n```",
		"<!-- oops\n\n more": "\\<!-- oops\n\n more",
		"<!-- a\n\nb -->\nc": "<!-- a\n\nb -->\nc",
		"<SCRIPT> a":         "\\<SCRIPT> a",
		"<?php a":            "\\<?php a",
		"a <!-- b":           "a <!-- b",
		"```a``` b":          "```a``` b",
		"":                   "",
	} {
		if got := closed(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
		all := written(t, paper(model.Note{Text: text}, model.Note{Text: "second", About: "Another"}), Markdown)
		page, err := rendered(all)
		if err != nil || strings.Count(string(page), "<h2") != 2 {
			t.Errorf("after %q the second note is none:\n%s", text, page)
		}
	}
}
