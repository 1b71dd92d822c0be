package annotation

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
)

const talks = "russia-ukraine-talks"

var istanbul = model.Item{Kind: model.RoundItem, ID: "2025-06-02-istanbul"}

func plainNote() model.Note {
	return model.Note{
		ID: "urn:uuid:1", Item: istanbul, About: "Istanbul, 2 June 2025", Text: "*Who* said 1,000?",
		Tags:     []string{"b", "a"},
		Created:  time.Date(2025, 6, 2, 10, 0, 0, 0, time.UTC),
		Modified: time.Date(2025, 6, 3, 11, 0, 0, 120e6, time.UTC),
	}
}

func TestANoteIsWrittenAsAWebAnnotation(t *testing.T) {
	raw, err := Write(nil, plainNote(), talks)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:uuid:1","type":"Annotation",` +
		`"motivation":"commenting","created":"2025-06-02T10:00:00Z","modified":"2025-06-03T11:00:00.12Z","body":[` +
		`{"type":"TextualBody","value":"*Who* said 1,000?","format":"text/markdown"},` +
		`{"type":"TextualBody","value":"b","purpose":"tagging"},{"type":"TextualBody","value":"a","purpose":"tagging"}],` +
		`"target":{"source":"parley:russia-ukraine-talks/round/2025-06-02-istanbul","label":"Istanbul, 2 June 2025"}}`
	if string(raw) != want {
		t.Fatalf("written\n%s\nwant\n%s", raw, want)
	}
}

func judged(j model.Judgement) model.ReaderJudgement {
	return model.ReaderJudgement{Left: "memorandum-a", Right: "memorandum-b", Judgement: j}
}

// TestTheFurtherPartsOfANoteAreWebAnnotationToo shows the form in full: other programs read it.
func TestTheFurtherPartsOfANoteAreWebAnnotationToo(t *testing.T) {
	n := plainNote()
	n.Item, n.Tags, n.Pinned = model.Item{Kind: model.TopicItem, ID: "ceasefire"}, nil, true
	n.Passage, n.Judgement = model.NewPassage("en", "one two three", 4, 7), judged(model.PartlyAligned)
	n.Edition = model.Edition{Version: "1.0.0", Created: "2026-11-22", Figures: "5f"}
	raw, err := Write(nil, n, talks)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"motivation":["assessing","bookmarking"]`,
		`{"type":"TextualBody","value":"partly-aligned","purpose":"classifying"}`,
		`"language":"en"`,
		`"selector":[{"type":"TextQuoteSelector","exact":"two","prefix":"one ","suffix":" three"},` +
			`{"type":"TextPositionSelector","start":4,"end":7}]`,
		`"state":{"type":"TimeState","sourceDate":"2026-11-22T00:00:00Z","schema:version":"1.0.0","parley:figures":"5f"}`,
		`"scope":["parley:russia-ukraine-talks/document/memorandum-a","parley:russia-ukraine-talks/document/memorandum-b"]`,
	} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("%s\nis not in\n%s", want, raw)
		}
	}
	held := n
	n.Pinned, n.Passage, n.Judgement, n.Edition = false, model.Passage{}, model.ReaderJudgement{}, model.Edition{}
	if raw, err = Write(raw, n, talks); err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{"bookmarking", "aligned", "language", "selector", "state", "scope"} {
		if strings.Contains(string(raw), gone) {
			t.Errorf("%s is still in %s", gone, raw)
		}
	}
	if raw, err = Write(raw, held, talks); err != nil {
		t.Fatal(err)
	}
	if again, _, err := Read(raw); err != nil || !reflect.DeepEqual(again, held) {
		t.Errorf("put back %+v, %v; want %+v", again, err, held)
	}
}

// TestWhatOthersSelectedIsKept reads selectors, states and scopes that are none of a note.
func TestWhatOthersSelectedIsKept(t *testing.T) {
	for _, member := range []string{
		`"selector":{"type":"FragmentSelector","value":"xywh=1,2,3,4"}`,
		`"selector":[{"type":"TextQuoteSelector","exact":"q","x":1},{"type":"XPathSelector","value":"/p"}]`,
		`"selector":[{"type":"TextQuoteSelector","exact":"q"},{"type":"TextPositionSelector","start":9,"end":3}]`,
		`"selector":{"type":"TextPositionSelector","start":1,"end":3}`,
		`"selector":7`,
		`"state":[{"type":"HttpRequestState","value":"Accept: text/plain"},{"type":"TimeState","cached":"https://a.org/"}]`,
		`"state":{"type":"TimeState","sourceDate":"2020-01-01T12:30:00Z"}`,
		`"scope":"https://example.org/page"`,
		`"scope":["parley:other/document/a","parley:other/document/b"]`,
		`"language":["en","fr"]`,
	} {
		raw := `{"id":"a","body":[{"type":"TextualBody","value":"opposed","purpose":"classifying"},` +
			`{"type":"TextualBody","value":"text"}],"target":{"source":"parley:` + talks + `/topic/t",` + member + `}}`
		n, _, err := Read(jsontext.Value(raw))
		if err != nil || !n.Judgement.IsZero() {
			t.Errorf("%s: read %+v, %v", member, n, err)
			continue
		}
		n.Text, n.Pinned = "changed", true
		for _, j := range []model.ReaderJudgement{{}, judged(model.Aligned)} {
			n.Judgement = j
			now, err := Write(jsontext.Value(raw), n, talks)
			if err != nil || !strings.Contains(string(now), `"opposed"`) {
				t.Errorf("%s: written %s, %v", member, now, err)
			}
			if j.IsZero() && !strings.Contains(string(now), member) {
				t.Errorf("%s: is gone from %s", member, now)
			}
			if again, _, err := Read(now); err != nil || !reflect.DeepEqual(again, n) {
				t.Errorf("%s: reads back as %+v, %v, want %+v", member, again, err, n)
			}
		}
	}
}

func TestANoteReadsBackAsItWasWritten(t *testing.T) {
	change := func(f func(*model.Note)) model.Note {
		n := plainNote()
		f(&n)
		return n
	}
	for name, n := range map[string]model.Note{
		"plain":           plainNote(),
		"no text":         change(func(n *model.Note) { n.Text = "" }),
		"no tags":         change(func(n *model.Note) { n.Tags = nil }),
		"nothing":         change(func(n *model.Note) { n.Text, n.Tags, n.About = "", nil, "" }),
		"empty tag":       change(func(n *model.Note) { n.Tags = []string{"", "x", "x"} }),
		"looks like JSON": change(func(n *model.Note) { n.Text = `{"crc":"00000000","rec":{}}` + "\r\n\x00\u2028" }),
		"unknown kind":    change(func(n *model.Note) { n.Item.Kind = "person" }),
		"pinned":          change(func(n *model.Note) { n.Pinned = true }),
		"passage":         change(func(n *model.Note) { n.Passage = model.NewPassage("uk", "тисяча на тисячу", 0, 6) }),
		"passage by words": change(func(n *model.Note) {
			n.Passage = model.Passage{Quote: "words", Prefix: "\n", Suffix: "\u2028"}
		}),
		"judgement": change(func(n *model.Note) {
			n.Item, n.Judgement = model.Item{Kind: model.TopicItem, ID: "ceasefire"}, judged(model.Opposed)
		}),
		"edition": change(func(n *model.Note) {
			n.Edition = model.Edition{Version: "1.0.0", Created: "2026-11-22", Figures: "5f"}
		}),
		"edition without a day": change(func(n *model.Note) { n.Edition = model.Edition{Version: "2"} }),
		"all of it": change(func(n *model.Note) {
			n.Pinned, n.Passage, n.Judgement = true, model.NewPassage("", "one two three", 4, 7), judged(model.Aligned)
			n.Edition = model.Edition{Version: "1.0.0", Created: "2026-11-22"}
		}),
	} {
		t.Run(name, func(t *testing.T) {
			raw, err := Write(nil, n, talks)
			if err != nil {
				t.Fatal(err)
			}
			got, dataset, err := Read(raw)
			if err != nil || dataset != talks || !reflect.DeepEqual(got, n) {
				t.Fatalf("read %+v of %q, %v; want %+v", got, dataset, err, n)
			}
		})
	}
}

// rich is an annotation as another program may have made it.
const rich = `{"x-mood":{"n":1.50},"@context":["http://www.w3.org/ns/anno.jsonld",{"x":"y"}],"id":"urn:uuid:1",` +
	`"type":["Annotation","Other"],"motivation":"questioning","creator":"https://example.org/me",` +
	`"created":"2025-06-02T12:00:00+02:00","body":["https://example.org/body",` +
	`{"type":"TextualBody","value":"old text","language":"en"},` +
	`{"type":"TextualBody","value":"second text"},{"type":"TextualBody","value":"a","purpose":"tagging","creator":"me"},` +
	`{"type":"Image","id":"https://example.org/i.png"},{"type":"TextualBody","value":"gone","purpose":"tagging"}],` +
	`"target":[{"source":"parley:russia-ukraine-talks/clause/c1","selector":{"type":"TextQuoteSelector","exact":"q"}},` +
	`"https://example.org/t"]}`

func TestUnknownMembersAreKept(t *testing.T) {
	n, _, err := Read(jsontext.Value(rich))
	if err != nil {
		t.Fatal(err)
	}
	if n.Text != "old text" || !reflect.DeepEqual(n.Tags, []string{"a", "gone"}) || n.Item.ID != "c1" ||
		!n.Created.Equal(time.Date(2025, 6, 2, 10, 0, 0, 0, time.UTC)) {
		t.Fatalf("read %+v", n)
	}
	n.Text, n.Tags, n.About = "new text", []string{"new", "a"}, "Clause 1"
	raw, err := Write(jsontext.Value(rich), n, talks)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"x-mood":{"n":1.50}`,
		`"@context":["http://www.w3.org/ns/anno.jsonld",{"x":"y"}]`,
		`"type":["Annotation","Other"]`,
		`"motivation":"questioning"`,
		`"creator":"https://example.org/me"`,
		`"body":["https://example.org/body",{"type":"TextualBody","value":"new text",` +
			`"format":"text/markdown","language":"en"},{"type":"TextualBody","value":"second text"},` +
			`{"type":"Image","id":"https://example.org/i.png"},` +
			`{"type":"TextualBody","value":"new","purpose":"tagging"},` +
			`{"type":"TextualBody","value":"a","purpose":"tagging","creator":"me"}]`,
		`"target":[{"source":"parley:russia-ukraine-talks/clause/c1","label":"Clause 1",` +
			`"selector":{"type":"TextQuoteSelector","exact":"q"}},"https://example.org/t"]`,
	} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("%s\nis not in\n%s", want, raw)
		}
	}
	if again, _, err := Read(raw); err != nil || !reflect.DeepEqual(again, n) {
		t.Errorf("read again %+v, %v; want %+v", again, err, n)
	}
}

func TestAPassageMovesWithANoteUntilItIsTakenAway(t *testing.T) {
	n, _, err := Read(jsontext.Value(rich))
	if err != nil {
		t.Fatal(err)
	}
	n.Item.ID = "c2"
	raw, err := Write(jsontext.Value(rich), n, talks)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(raw), `"exact":"q"`) || !strings.Contains(string(raw), "/clause/c2") {
		t.Fatalf("moved note is %s", raw)
	}
	n.Passage = model.Passage{}
	if raw, err = Write(raw, n, talks); err != nil || strings.Contains(string(raw), "selector") {
		t.Fatalf("note on the whole clause is %s, %v", raw, err)
	}
}

func TestReadAnnotationRefuses(t *testing.T) {
	for name, raw := range map[string]string{
		"no id":          `{"target":"parley:a/round/b"}`,
		"null id":        `{"id":null,"target":"parley:a/round/b"}`,
		"number as id":   `{"id":1,"target":"parley:a/round/b"}`,
		"ids twice":      `{"id":"a","id":"b","target":"parley:a/round/b"}`,
		"no target":      `{"id":"a"}`,
		"empty target":   `{"id":"a","target":[]}`,
		"web target":     `{"id":"a","target":"https://example.org"}`,
		"short address":  `{"id":"a","target":"round/b"}`,
		"empty parts":    `{"id":"a","target":"parley:a//b"}`,
		"number target":  `{"id":"a","target":1}`,
		"not a time":     `{"id":"a","modified":"yesterday","target":"parley:a/round/b"}`,
		"not an object":  `["a"]`,
		"not JSON":       `{"id":`,
		"nothing at all": ``,
	} {
		if n, _, err := Read(jsontext.Value(raw)); err == nil {
			t.Errorf("%s: read %+v", name, n)
		}
	}
}

func TestReadAnnotationTakesShortForms(t *testing.T) {
	raw := `{"id":"a","body":{"type":"TextualBody","value":"v"},"target":"parley:a/round/b"}`
	n, dataset, err := Read(jsontext.Value(raw))
	if err != nil || dataset != "a" || n.Text != "v" || n.Item != (model.Item{Kind: model.RoundItem, ID: "b"}) {
		t.Fatalf("read %+v of %q, %v", n, dataset, err)
	}
}

func TestAVersionThatGetsOrLosesItsDayBecomesAnotherState(t *testing.T) {
	n := plainNote()
	n.Edition = model.Edition{Version: "0.1", Figures: "5f"}
	undated, err := Write(nil, n, talks)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ day, want, not string }{
		{"2026-11-22", `"state":{"type":"TimeState","sourceDate":"2026-11-22T00:00:00Z"`, `"type":"State"`},
		{"", `"type":"State"`, `TimeState`},
	} {
		n.Edition.Created = c.day
		raw, err := Write(undated, n, talks)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(raw), c.want) || strings.Contains(string(raw), c.not) {
			t.Errorf("created %q: %s", c.day, raw)
		}
		if got, _, err := Read(raw); err != nil || got.Edition != n.Edition {
			t.Errorf("created %q: read %+v, %v", c.day, got.Edition, err)
		}
		undated = raw
	}
}
