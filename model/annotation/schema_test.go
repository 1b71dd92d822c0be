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
	undated := plain // of a dataset that does not tell the day of its making
	undated.ID, undated.Edition = "urn:uuid:5", model.Edition{Version: "0.1", Figures: "5f"}
	orphan := plain
	orphan.ID, orphan.Item, orphan.About = "urn:uuid:6", model.Item{Kind: "speech", ID: "gone"}, "A speech"
	return []model.Note{plain, full, bare, words, undated, orphan}
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
		{`"sourceDate":`, `"sourceDay":`},
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

// suiteBase is where the files of the suite are for each other; nothing is fetched.
const suiteBase = "https://w3c.invalid/"

// suite is the files of the test suite of the W3C in a folder.
type suite struct {
	t      *testing.T
	folder string
	*jsonschema.Compiler
}

// TestAnnotationsPassTheSuiteOfTheW3C runs the assertions with MUST of the suite where its files are there.
func TestAnnotationsPassTheSuiteOfTheW3C(t *testing.T) {
	s := suite{t, os.Getenv(suiteKey), compiler()}
	if s.folder == "" {
		t.Skip("skipped: the files of the test suite are not part of the project; " + suiteKey + " may name a folder with them")
	}
	definitions := s.files("definitions/*.json")
	if len(definitions) == 0 {
		t.Fatalf("no definitions in %s", s.folder)
	}
	for _, path := range definitions {
		s.add(path)
	}
	annotations, whole := collected(t)
	s.assert(annotations, "annotations/3*.json", "bodiesTargets/*.json", "specificResource*/*.json")
	s.assert([]jsontext.Value{whole}, "collections/*.json")
}

func (s suite) files(pattern string) []string {
	s.t.Helper()
	files, err := filepath.Glob(filepath.Join(s.folder, filepath.FromSlash(pattern)))
	if err != nil {
		s.t.Fatal(err)
	}
	return files
}

// add makes a file known and returns the address under which the others refer to it.
func (s suite) add(path string) string {
	s.t.Helper()
	f, err := os.Open(path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		s.t.Fatalf("%s: %v", path, err)
	}
	address := suiteBase + filepath.Base(path)
	if err := s.AddResource(address, doc); err != nil {
		s.t.Fatalf("%s: %v", path, err)
	}
	return address
}

// assert holds values against every assertion with MUST of some files, and says which there were.
func (s suite) assert(values []jsontext.Value, patterns ...string) {
	s.t.Helper()
	ran := 0
	for _, pattern := range patterns {
		for _, path := range s.files(pattern) {
			if !s.isMust(path) {
				continue
			}
			ran++
			schema, err := s.Compile(s.add(path))
			if err != nil {
				s.t.Errorf("%s: %v", path, err)
				continue
			}
			if validate(s.t, schema, []byte("42")) == nil {
				s.t.Errorf("%s takes anything", path)
			}
			for _, v := range values {
				if err := validate(s.t, schema, v); err != nil {
					s.t.Errorf("%s: %s: %v", filepath.Base(path), v, err)
				}
			}
			s.t.Logf("%s: %d checked", filepath.Base(path), len(values))
		}
	}
	if ran == 0 {
		s.t.Errorf("no assertion with MUST in %s: %s", s.folder, strings.Join(patterns, ", "))
	}
}

func (s suite) isMust(path string) bool {
	s.t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	return strings.Contains(string(data), `"assertionType": "must"`)
}
