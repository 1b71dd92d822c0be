package datafile

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	json "github.com/goccy/go-json/v2"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"parley/data"
	"parley/model"
)

const schemaFile = "../../data/parley-1.schema.json"

func compileSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// validate returns what the schema says of a file.
func validate(s *jsonschema.Schema, file []byte) error {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
	if err != nil {
		return err
	}
	return s.Validate(v)
}

func TestSchemaAcceptsGoodFiles(t *testing.T) {
	schema := compileSchema(t)
	if err := validate(schema, data.Talks); err != nil {
		t.Errorf("the shipped dataset: %v", err)
	}
	for _, name := range []string{"small.json", "talks.json", "memoranda.json", "minimal.json"} {
		if err := validate(schema, readFile(t, name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSchemaAndLoaderAgree runs the same files through both: what is not of the format is refused by both, what is
// good by neither, and only the loader knows the rules between facts.
func TestSchemaAndLoaderAgree(t *testing.T) {
	schema, good := compileSchema(t), readFile(t, "small.json")
	for _, e := range slices.Concat(syntaxEdits, shapeEdits) {
		file := e.apply(t, good)
		if ds, _ := Read("f", file); ds != nil {
			t.Errorf("%s: the loader accepts it", e.name)
		}
		switch err := validate(schema, file); {
		case err == nil && e.blind == "":
			t.Errorf("%s: the schema accepts it", e.name)
		case err != nil && e.blind != "":
			t.Errorf("%s: the schema refuses it, though %s: %v", e.name, e.blind, err)
		}
	}
	for _, e := range slices.Concat(meaningEdits, extensionEdits) {
		file := e.apply(t, good)
		ds, problems := Read("f", file)
		if err := validate(schema, file); err != nil && ds != nil {
			t.Errorf("%s: the schema refuses what the loader accepts with %v: %v", e.name, problems, err)
		}
	}
}

// TestSchemaSaysWhatTheTablesOfTheLoaderSay holds the schema against the shapes, object by object.
func TestSchemaSaysWhatTheTablesOfTheLoaderSay(t *testing.T) {
	file, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	root := object{}
	if err := json.Unmarshal(file, &root); err != nil {
		t.Fatal(err)
	}
	c := comparer{t: t, defs: root.at("$defs"), seen: map[*shape]bool{}, used: map[string]bool{}}
	c.compare("$", root, fileShape())
	for name := range c.defs {
		if !c.used[name] {
			t.Errorf("$defs/%s is not used", name)
		}
	}
}

func TestSchemaAndLoaderKnowTheSameLanguages(t *testing.T) {
	schema, good := compileSchema(t), readFile(t, "small.json")
	for tag, want := range map[string]bool{
		"en": true, "uk": true, "pt-BR": true, "zh-Hans-CN": true, "x-klingon": true, "i-navajo": true, "de-1996": true,
		"": false, "e": false, "x": false, "-en": false, "en-": false, "en--GB": false, "en_GB": false, "12": false,
		"abcdefghi": false, "en-abcdefghi": false, "X-a": false, "english ": false, "укр": false,
	} {
		file := bytes.Replace(good, []byte(`"language": "en"`), []byte(`"language": "`+tag+`"`), 1)
		ds, problems := Read("f", file)
		if err := validate(schema, file); (err == nil) != want || (ds != nil) != want {
			t.Errorf("%q: the schema says %v, the loader %v; want it taken: %v", tag, err, problems, want)
		}
	}
}

type object map[string]any

func (o object) at(name string) object {
	m, _ := o[name].(map[string]any)
	return m
}

func (o object) words(name string) []string {
	list, _ := o[name].([]any)
	var words []string
	for _, v := range list {
		word, _ := v.(string)
		words = append(words, word)
	}
	return words
}

type comparer struct {
	t    *testing.T
	defs object
	seen map[*shape]bool
	used map[string]bool
}

// follow returns the definition that a schema refers to, or the schema itself.
func (c *comparer) follow(s object) (def object, name string) {
	ref, ok := s["$ref"].(string)
	if !ok {
		return s, ""
	}
	name = strings.TrimPrefix(ref, "#/$defs/")
	c.used[name] = true
	return c.defs.at(name), name
}

func (c *comparer) compare(at string, ref object, s *shape) {
	def, name := c.follow(ref)
	switch s.form {
	case anObject:
		if !c.seen[s] {
			c.seen[s] = true
			c.object(at, def, s)
		}
	case aMap:
		c.mapByID(at, def, s)
	case aList:
		c.is(at, def, "array")
		c.compare(at+"[]", def.at("items"), s.of)
	case aWord:
		if got := def.words("enum"); !slices.Equal(got, s.words) {
			c.t.Errorf("%s: the schema has the words %v, the loader %v", at, got, s.words)
		}
	case aNumber:
		c.is(at, def, "integer")
		if def["minimum"] != 0.0 || def["maximum"] != float64(model.MostPeople) {
			c.t.Errorf("%s: the schema allows %v to %v", at, def["minimum"], def["maximum"])
		}
	case aFlag:
		c.is(at, def, "boolean")
	case aString:
		if name == "" && def["const"] == formatName {
			return
		}
		if name != "string" && name != "id" && name != "reporter" {
			c.t.Errorf("%s: the schema has %q, the loader a string", at, name)
		}
	default:
		want := map[form]string{aText: "text", aDate: "date", aLanguage: "language", anAddress: "address"}[s.form]
		if name != want {
			c.t.Errorf("%s: the schema has %q, the loader %q", at, name, want)
		}
	}
}

func (c *comparer) is(at string, def object, want string) {
	if def["type"] != want {
		c.t.Errorf("%s: the schema has type %v, the loader %s", at, def["type"], want)
	}
}

func (c *comparer) object(at string, def object, s *shape) {
	c.is(at, def, "object")
	if def["additionalProperties"] != false || def.at("patternProperties")[`^(\$schema|\$comment|x-.*)$`] != true {
		c.t.Errorf("%s: the schema does not allow \"$schema\", \"$comment\", \"x-...\" and nothing else", at)
	}
	properties := def.at("properties")
	if len(properties) != len(s.members) {
		c.t.Errorf("%s: the schema has %d members, the loader %d", at, len(properties), len(s.members))
	}
	required := def.words("required")
	for _, m := range s.members {
		p := properties.at(m.name)
		if p == nil {
			c.t.Errorf("%s: the schema does not have the member %q", at, m.name)
			continue
		}
		if p["description"] == nil {
			c.t.Errorf("%s.%s: has no description", at, m.name)
		}
		if slices.Contains(required, m.name) != m.required {
			c.t.Errorf("%s.%s: required by the loader: %v, and not so by the schema", at, m.name, m.required)
		}
		mayBeEmpty := m.shape.form == aList && p["minItems"] == nil || m.shape.form == aMap && p["not"] == nil
		if m.required && mayBeEmpty {
			c.t.Errorf("%s.%s: may be empty by the schema", at, m.name)
		}
		c.compare(at+"."+m.name, p, m.shape)
	}
}

func (c *comparer) mapByID(at string, def object, s *shape) {
	c.is(at, def, "object")
	of := def.at("additionalProperties")
	if s.of.nullable {
		choices, _ := of["oneOf"].([]any)
		of, _ = choices[0].(map[string]any)
	}
	c.compare(at+".*", of, s.of)
}

// TestCorpus runs the files of testdata/corpus through both. Their names say what is to come of it: "good" is taken by
// both, "shape" by neither; "blind" is a fault of shape that a JSON Schema cannot see; what has a fault of "meaning" is of
// the shape that the schema asks for, and the loader refuses it.
func TestCorpus(t *testing.T) {
	schema := compileSchema(t)
	files, err := filepath.Glob(filepath.Join("testdata", "corpus", "*.json"))
	if err != nil || len(files) < 70 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, path := range files {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sort, name, _ := strings.Cut(filepath.Base(path), "-")
		ds, problems := Read(name, file)
		fault := validate(schema, file)
		if want := sort == "good"; (ds != nil) != want {
			t.Errorf("%s-%s: taken by the loader: %v; %v", sort, name, ds != nil, problems)
		}
		if want := sort != "shape"; (fault == nil) != want && name != "latin-1.json" {
			t.Errorf("%s-%s: the schema says: %v", sort, name, fault)
		}
		for _, p := range problems {
			checkPlace(t, file, p)
		}
	}
}
