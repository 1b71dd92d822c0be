package annotation

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
)

// hypothesis is what the API of Hypothesis answers, shortened to what tells.
const hypothesis = `{"total":2,"rows":[
{"id":"jQvRwFaQEe6XHi9KRnYpzQ","created":"2019-03-07T15:33:36.155461+00:00","updated":"2019-03-08T10:00:00.5+00:00",
 "user":"acct:reader@hypothes.is","uri":"https://www.example.org/one/?a=b#part","text":"Is this *so*?","tags":["check","ours"],
 "group":"__world__","permissions":{"read":["group:__world__"]},
 "target":[{"source":"https://www.example.org/one","selector":[
  {"type":"RangeSelector","startContainer":"/p[1]","startOffset":0,"endContainer":"/p[1]","endOffset":3},
  {"type":"TextPositionSelector","start":10,"end":22},
  {"type":"TextQuoteSelector","exact":"the exchange","prefix":"of ","suffix":" was"}]}],
 "document":{"title":["One"]},"links":{"html":"https://hypothes.is/a/jQvRwFaQEe6XHi9KRnYpzQ"}},
{"id":"page","created":"2019-03-07T15:33:36+00:00","updated":"2019-03-07T15:33:36+00:00","uri":"https://example.org/two",
 "text":"","tags":[],"target":[{"source":"https://example.org/two"}]}]}`

// recogito is what RecogitoJS hands over.
const recogito = `[{"@context":"http://www.w3.org/ns/anno.jsonld","id":"#a88b22d0-6106-4872-9435-c78b5e89fede","type":"Annotation",
"body":[{"type":"TextualBody","value":"It's Hallstadt in Upper Austria","purpose":"commenting"},
{"type":"TextualBody","value":"Place","purpose":"tagging"},{"type":"TextualBody","value":"No","purpose":"replying"}],
"target":{"selector":[{"type":"TextQuoteSelector","exact":"Hallstadt"},{"type":"TextPositionSelector","start":38,"end":47}]}}]`

func TestFilesOfOtherProgramsAreRead(t *testing.T) {
	found, bad, err := ReadFile([]byte(hypothesis))
	if err != nil || bad > 0 || len(found) != 2 {
		t.Fatalf("read %+v, %d bad, %v", found, bad, err)
	}
	n := found[0].Note
	if n.ID != "https://hypothes.is/a/jQvRwFaQEe6XHi9KRnYpzQ" || n.Text != "Is this *so*?" ||
		!reflect.DeepEqual(n.Tags, []string{"check", "ours"}) || n.Modified.Day() != 8 ||
		n.Passage != (model.Passage{Quote: "the exchange", Prefix: "of ", Suffix: " was", Start: 10, End: 22}) ||
		found[0].Page != "https://www.example.org/one/?a=b#part" {
		t.Errorf("read %+v on %s", n, found[0].Page)
	}
	for _, want := range []string{"RangeSelector", "acct:reader@hypothes.is", "group:__world__"} {
		if !strings.Contains(string(found[0].Raw), want) {
			t.Errorf("%s is gone from %s", want, found[0].Raw)
		}
	}
	found, bad, err = ReadFile([]byte(recogito))
	if err != nil || bad > 0 || len(found) != 1 {
		t.Fatalf("read %+v, %d bad, %v", found, bad, err)
	}
	if n = found[0].Note; n.ID != "urn:uuid:a88b22d0-6106-4872-9435-c78b5e89fede" || n.Text != "It's Hallstadt in Upper Austria" ||
		!reflect.DeepEqual(n.Tags, []string{"Place"}) || n.Passage.Quote != "Hallstadt" || n.Passage.Start != 38 {
		t.Errorf("read %+v", n)
	}
}

func TestFilesInEveryWrappingAreRead(t *testing.T) {
	const one = `{"id":"urn:uuid:1","type":"Annotation","bodyValue":"text","target":"parley:a/round/r"}`
	for name, file := range map[string]string{
		"collection":        `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection","total":1,"first":{"items":[` + one + `]}}`,
		"next page":         `{"type":["AnnotationCollection"],"first":{"items":[],"next":{"items":[` + one + `]}}}`,
		"page":              `{"type":"AnnotationPage","items":[` + one + `]}`,
		"list":              `[` + one + `]`,
		"single":            one,
		"byte order mark":   "\xef\xbb\xbf" + one,
		"client":            `{"export_date":"2024","annotations":[` + one + `]}`,
		"target by id":      strings.Replace(one, `"parley:a/round/r"`, `{"id":"parley:a/round/r"}`, 1),
		"target as a thing": strings.Replace(one, `"parley:a/round/r"`, `{"type":"SpecificResource","source":{"id":"parley:a/round/r"}}`, 1),
		"body without type": strings.Replace(one, `"bodyValue":"text"`, `"body":{"value":"text"}`, 1),
	} {
		found, bad, err := ReadFile([]byte(file))
		if err != nil || bad > 0 || len(found) != 1 || found[0].Note.Text != "text" || found[0].Dataset != "a" {
			t.Errorf("%s: read %+v, %d bad, %v", name, found, bad, err)
			continue
		}
		if n, dataset, err := Read(found[0].Raw); err != nil || dataset != "a" || !reflect.DeepEqual(n, found[0].Note) {
			t.Errorf("%s: %s reads as %+v, %v; want %+v", name, found[0].Raw, n, err, found[0].Note)
		}
	}
}

func TestFilesThatHoldNoAnnotations(t *testing.T) {
	for file, want := range map[string]error{
		``: ErrNotJSON, `{`: ErrNotJSON, `[1`: ErrNotJSON, "\xff\xfe[\x00": ErrNotUTF8, `{"a":1}`: ErrNoCollection, `7`: ErrNoCollection,
		`{"type":"AnnotationCollection","first":"https://example.org/page1"}`: ErrElsewhere,
	} {
		if found, _, err := ReadFile([]byte(file)); !errors.Is(err, want) {
			t.Errorf("%q: read %+v, %v; want %v", file, found, err, want)
		}
	}
	if found, bad, err := ReadFile([]byte(`{"type":"AnnotationCollection","total":0}`)); len(found)+bad > 0 || err != nil {
		t.Errorf("an empty collection: %+v, %d, %v", found, bad, err)
	}
	if found, bad, err := ReadFile([]byte(`[1,{"id":"a"},{"id":"b","target":"c"},null]`)); len(found) != 1 || bad != 3 || err != nil {
		t.Errorf("of four, one whole: %+v, %d, %v", found, bad, err)
	}
}

func TestAnnotationsFindTheirItems(t *testing.T) {
	ds := modeltest.TwoMemoranda()
	f := ds.Facts()
	name := ds.Metadata().Name
	clause := f.Clauses[0]
	words := clause.Text.In("")
	page := ""
	for _, s := range f.Sources {
		if s.URL != "" {
			page = s.URL
		}
	}
	found := []Found{
		{Note: model.Note{ID: "named", Item: model.Item{Kind: model.RoundItem, ID: "gone"}}, Dataset: name},
		{Note: model.Note{ID: "foreign", Item: model.Item{Kind: model.RoundItem, ID: "r"}}, Dataset: "other"},
		{Note: model.Note{ID: "clause", Passage: model.NewPassage("", words, 0, len([]rune(words)))}},
		{Note: model.Note{ID: "nowhere"}, Page: "https://example.org/unknown"},
	}
	if page != "" {
		found = append(found, Found{Note: model.Note{ID: "source"}, Page: page + "#part"})
	}
	for i := range found {
		target := found[i].Page
		if found[i].Dataset != "" {
			target = found[i].Note.Item.Address(found[i].Dataset)
		}
		found[i].Raw = []byte(`{"id":"` + string(found[i].Note.ID) + `","target":{"source":"` + target + `"}}`)
	}
	p := Place(found, ds, model.Item{})
	items := map[model.NoteID]model.Item{}
	for _, f := range p.Notes {
		items[f.Note.ID] = f.Note.Item
		if n, dataset, err := Read(f.Raw); err != nil || dataset != name || n.Item != f.Note.Item {
			t.Errorf("%s reads as %+v, %v", f.Raw, n, err)
		}
	}
	if p.Foreign != 1 || p.Nowhere != 1 || items["named"].ID != "gone" || items["clause"] != (model.Item{Kind: model.ClauseItem, ID: string(clause.ID)}) {
		t.Errorf("placed %+v", p)
	}
	if page != "" && items["source"].Kind != model.SourceItem {
		t.Errorf("page of a source is on %v", items["source"])
	}
	fallback := model.Item{Kind: model.TopicItem, ID: "t"}
	if p := Place(found, ds, fallback); p.Nowhere != 0 || p.Foreign != 1 {
		t.Errorf("with a fallback placed %+v", p)
	}
}

func FuzzReadFile(f *testing.F) {
	for _, seed := range []string{hypothesis, recogito, rich, "[" + rich + "]", `{"first":{"items":[{"target":{"id":"parley:a/b/c"}}]}}`} {
		f.Add([]byte(seed))
	}
	ds := modeltest.TwoMemoranda()
	f.Fuzz(func(t *testing.T, data []byte) {
		found, _, err := ReadFile(data)
		if err != nil {
			return
		}
		for _, f := range Place(found, ds, model.Item{Kind: model.TopicItem, ID: "t"}).Notes {
			n, dataset, err := Read(f.Raw)
			if err != nil || dataset != f.Dataset || !n.SaysSame(f.Note) {
				t.Fatalf("%s\nreads as %+v, %v\nwant %+v", f.Raw, n, err, f.Note)
			}
		}
	})
}
