package annotation

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/goccy/go-json/jsontext"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"parley/model"
)

// suiteKey names a folder with the JSON Schemas of the test suite of the W3C (w3c/web-annotation-tests), against which the
// annotations are checked as well where there is one.
const suiteKey = "PARLEY_W3C_TESTS"

// everyNote is notes that hold all that a note may hold.
func everyNote() []model.Note {
	plain := plainNote()
	full := plain
	full.ID, full.Item, full.Pinned = "urn:uuid:5b1f6a0e-9d4b-4d0e-8a4c-0b7a3d2f1c55", model.Item{Kind: model.TopicItem, ID: "ceasefire"}, true
	full.Passage, full.Judgement = model.NewPassage("uk", "один два три", 5, 8), judged(model.OneSideOnly)
	full.Edition = model.Edition{Version: "1.0.0", Created: "2026-11-22", Figures: "5f"}
	bare := model.Note{ID: "urn:uuid:3", Item: istanbul, Created: time.Unix(0, 0).UTC(), Modified: time.Unix(0, 0).UTC()}
	words := plain
	words.ID, words.Passage, words.Tags = "urn:uuid:4", model.Passage{Quote: "words"}, nil
	return []model.Note{plain, full, bare, words}
}

func collected(t *testing.T) (annotations []jsontext.Value, file []byte) {
	t.Helper()
	for _, n := range everyNote() {
		raw, err := Write(nil, n, talks)
		if err != nil {
			t.Fatal(err)
		}
		annotations = append(annotations, raw)
	}
	file, err := Collection("Notes", annotations)
	if err != nil {
		t.Fatal(err)
	}
	return annotations, file
}

func compiler() *jsonschema.Compiler {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	return c
}

func validate(t *testing.T, schema *jsonschema.Schema, data []byte) error {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(v)
}

func TestAnnotationsKeepTheRulesOfTheRecommendation(t *testing.T) {
	const file = "testdata/annotation-musts.schema.json"
	one, err := compiler().Compile(file)
	if err != nil {
		t.Fatal(err)
	}
	all, err := compiler().Compile(file + "#/$defs/collection")
	if err != nil {
		t.Fatal(err)
	}
	annotations, whole := collected(t)
	for _, raw := range annotations {
		if err := validate(t, one, raw); err != nil {
			t.Errorf("%s: %v", raw, err)
		}
	}
	if err := validate(t, all, whole); err != nil {
		t.Error(err)
	}
	good := string(annotations[1])
	for _, change := range [][2]string{
		{`"http://www.w3.org/ns/anno.jsonld"`, `"http://example.org"`},
		{`"type":"Annotation"`, `"type":"Note"`},
		{`"id":"urn:uuid:5b`, `"id":"not an address 5b`},
		{`"exact":`, `"exactly":`},
		{`"start":5`, `"start":-5`},
		{`"source":`, `"from":`},
		{`00:00:00Z`, `yesterday`},
		{`"bookmarking"`, `"pinning"`},
		{`"created":"2025`, `"created":"25`},
	} {
		bad := strings.Replace(good, change[0], change[1], 1)
		if bad == good {
			t.Errorf("%s is not in %s", change[0], good)
		}
		if err := validate(t, one, []byte(bad)); err == nil {
			t.Errorf("with %s instead of %s nothing is wrong", change[1], change[0])
		}
	}
}

// TestAnnotationsPassTheSuiteOfTheW3C runs the assertions with MUST of the suite where its files are there.
func TestAnnotationsPassTheSuiteOfTheW3C(t *testing.T) {
	suite := os.Getenv(suiteKey)
	if suite == "" {
		t.Skip("skipped: the files of the test suite are not part of the project; " + suiteKey + " may name a folder with them")
	}
	c := compiler()
	definitions, err := filepath.Glob(filepath.Join(suite, "definitions", "*.json"))
	if err != nil || len(definitions) == 0 {
		t.Fatalf("no definitions in %s, %v", suite, err)
	}
	add := func(path, as string) {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		doc, err := jsonschema.UnmarshalJSON(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource(as, doc); err != nil {
			t.Fatal(err)
		}
	}
	const base = "https://w3c.invalid/"
	for _, path := range definitions {
		add(path, base+filepath.Base(path))
	}
	assertions, err := filepath.Glob(filepath.Join(suite, "annotations", "3*.json"))
	if err != nil || len(assertions) == 0 {
		t.Fatalf("no assertions in %s, %v", suite, err)
	}
	annotations, _ := collected(t)
	for _, path := range assertions {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), `"assertionType": "must"`) {
			continue
		}
		add(path, base+filepath.Base(path))
		schema, err := c.Compile(base + filepath.Base(path))
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		for _, raw := range annotations {
			if err := validate(t, schema, raw); err != nil {
				t.Errorf("%s: %s: %v", filepath.Base(path), raw, err)
			}
		}
	}
}
