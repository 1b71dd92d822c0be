package notefile

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
)

func plainNote() model.Note {
	return model.Note{
		ID: "urn:uuid:1", Item: istanbul, About: "Istanbul, 2 June 2025", Text: "*Who* said 1,000?",
		Tags:     []string{"b", "a"},
		Created:  time.Date(2025, 6, 2, 10, 0, 0, 0, time.UTC),
		Modified: time.Date(2025, 6, 3, 11, 0, 0, 120e6, time.UTC),
	}
}

func TestANoteIsWrittenAsAWebAnnotation(t *testing.T) {
	raw, err := writeAnnotation(nil, plainNote(), talks)
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
	} {
		t.Run(name, func(t *testing.T) {
			raw, err := writeAnnotation(nil, n, talks)
			if err != nil {
				t.Fatal(err)
			}
			got, dataset, err := readAnnotation(raw)
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
	n, _, err := readAnnotation(jsontext.Value(rich))
	if err != nil {
		t.Fatal(err)
	}
	if n.Text != "old text" || !reflect.DeepEqual(n.Tags, []string{"a", "gone"}) || n.Item.ID != "c1" ||
		!n.Created.Equal(time.Date(2025, 6, 2, 10, 0, 0, 0, time.UTC)) {
		t.Fatalf("read %+v", n)
	}
	n.Text, n.Tags, n.About = "new text", []string{"new", "a"}, "Clause 1"
	raw, err := writeAnnotation(jsontext.Value(rich), n, talks)
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
	if again, _, err := readAnnotation(raw); err != nil || !reflect.DeepEqual(again, n) {
		t.Errorf("read again %+v, %v; want %+v", again, err, n)
	}
}

func TestUnknownMembersSurviveTheStore(t *testing.T) {
	line, err := encodeLine(record{Seq: 1, Op: opPut, Rev: 4, Anno: jsontext.Value(rich)})
	if err != nil {
		t.Fatal(err)
	}
	d := holding(map[string][]byte{at("notes-b.jsonl"): append(line, '\n')})
	s := open(t, d, "a")
	n := s.Notes()[0]
	n.Text = "changed here"
	n = put(t, s, n)
	if err := s.Delete(n.ID); err != nil {
		t.Fatal(err)
	}
	put(t, open(t, d, "a"), n)
	lines := strings.Split(strings.TrimSpace(string(d.files[at("notes-a.jsonl")].data())), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines", len(lines))
	}
	for _, line := range lines {
		if !strings.Contains(line, `"x-mood":{"n":1.50}`) || !strings.Contains(line, "TextQuoteSelector") {
			t.Errorf("unknown members are gone from %s", line)
		}
	}
}

func TestAPassageIsDroppedWhenANoteMoves(t *testing.T) {
	n, _, err := readAnnotation(jsontext.Value(rich))
	if err != nil {
		t.Fatal(err)
	}
	n.Item.ID = "c2"
	raw, err := writeAnnotation(jsontext.Value(rich), n, talks)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(raw), "selector") || !strings.Contains(string(raw), "/clause/c2") {
		t.Fatalf("moved note is %s", raw)
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
		if n, _, err := readAnnotation(jsontext.Value(raw)); err == nil {
			t.Errorf("%s: read %+v", name, n)
		}
	}
}

func TestReadAnnotationTakesShortForms(t *testing.T) {
	raw := `{"id":"a","body":{"type":"TextualBody","value":"v"},"target":"parley:a/round/b"}`
	n, dataset, err := readAnnotation(jsontext.Value(raw))
	if err != nil || dataset != "a" || n.Text != "v" || n.Item != (model.Item{Kind: model.RoundItem, ID: "b"}) {
		t.Fatalf("read %+v of %q, %v", n, dataset, err)
	}
}
