package data

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"parley/model"
	"parley/model/datafile"
	"parley/model/synthetic"
)

// schema is parley-1.schema.json, as far as the tests read it.
type schema struct {
	Description string            `json:"description"`
	Ref         string            `json:"$ref"`
	Type        string            `json:"type"`
	Const       string            `json:"const"`
	Enum        []string          `json:"enum"`
	Required    []string          `json:"required"`
	Items       *schema           `json:"items"`
	OneOf       []schema          `json:"oneOf"`
	Of          json.RawMessage   `json:"additionalProperties"` // what an object by id holds, or false
	Properties  map[string]schema `json:"-"`
	Members     json.RawMessage   `json:"properties"`
	Defs        map[string]schema `json:"$defs"`
}

// objects are the objects of the format by their name; the file itself is "file".
func objects(t *testing.T) map[string]schema {
	t.Helper()
	text, err := os.ReadFile("parley-1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var file schema
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	list := map[string]schema{"file": file}
	for name, def := range file.Defs {
		if def.Type == "object" {
			list[name] = def
		}
	}
	for name, object := range list {
		if err := json.Unmarshal(object.Members, &object.Properties); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		list[name] = object
	}
	if len(list) < 40 {
		t.Fatalf("only %d objects are in the schema", len(list))
	}
	return list
}

// typed is the type of a member in the words of the manual.
func (s schema) typed(known map[string]schema) string {
	switch {
	case s.Const != "":
		return "`" + s.Const + "`"
	case len(s.Enum) > 0:
		return "one of `" + strings.Join(s.Enum, "`, `") + "`"
	case s.Ref != "":
		name := strings.TrimPrefix(s.Ref, "#/$defs/")
		if _, isObject := known[name]; isObject {
			return fmt.Sprintf("[%s](#%s)", name, name)
		}
		return name
	case len(s.OneOf) > 0:
		var words []string
		for _, one := range s.OneOf {
			words = append(words, one.typed(known))
		}
		return strings.Join(words, " or ")
	case s.Type == "array":
		return "list of " + s.Items.typed(known)
	case s.Type == "boolean":
		return "true or false"
	case s.Type == "object":
		var of schema
		_ = json.Unmarshal(s.Of, &of)
		return "by id: " + of.typed(known)
	}
	return s.Type
}

// row is a member in a table of the manual.
type row struct {
	member, kind, meaning, example string
	required                       bool
}

func manual(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// tables are the rows of the manual by the object that they are about, which is the heading before them.
func tables(t *testing.T) map[string][]row {
	t.Helper()
	_, part, found := strings.Cut(manual(t), "## Every object and member\n")
	part, _, ends := strings.Cut(part, "\n## ")
	if !found || !ends {
		t.Fatal("the manual has no chapter of objects")
	}
	list := map[string][]row{}
	object := ""
	for line := range strings.Lines(part) {
		if name, isHeading := strings.CutPrefix(strings.TrimSpace(line), "### "); isHeading {
			object = name
			list[object] = nil
		}
		cells := strings.Split(strings.ReplaceAll(line, `\|`, "¦"), "|")
		if len(cells) != 8 || !strings.HasPrefix(cells[1], " `") {
			continue
		}
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		list[object] = append(list[object], row{
			member: strings.Trim(cells[1], "`"), required: cells[2] == "yes", kind: cells[3], meaning: cells[4],
			example: strings.Trim(cells[5], "`"),
		})
	}
	return list
}

func TestTheManualSaysWhatTheSchemaSays(t *testing.T) {
	want, got := objects(t), tables(t)
	for _, name := range slices.Sorted(maps.Keys(want)) {
		rows, ok := got[name]
		if !ok {
			t.Errorf("the manual has no table %q", name)
			continue
		}
		sameMembers(t, name, want[name], rows, want)
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("the manual has a table %q, and the schema no such object", name)
		}
	}
}

func sameMembers(t *testing.T, name string, object schema, rows []row, known map[string]schema) {
	t.Helper()
	told := map[string]bool{}
	for _, r := range rows {
		told[r.member] = true
		member, ok := object.Properties[r.member]
		if !ok {
			t.Errorf("%s.%s is in the manual and not in the schema", name, r.member)
			continue
		}
		if want := member.typed(known); r.kind != want {
			t.Errorf("%s.%s: the manual says %q, the schema %q", name, r.member, r.kind, want)
		}
		if want := slices.Contains(object.Required, r.member); r.required != want {
			t.Errorf("%s.%s: required is %v in the manual and %v in the schema", name, r.member, r.required, want)
		}
		if r.meaning == "" {
			t.Errorf("%s.%s has no meaning in the manual", name, r.member)
		}
		if r.example != "" && !json.Valid([]byte(r.example)) {
			t.Errorf("%s.%s: the example %s is no JSON", name, r.member, r.example)
		}
	}
	for member := range object.Properties {
		if !told[member] && !strings.HasPrefix(member, "$") {
			t.Errorf("%s.%s is in the schema and not in the manual", name, member)
		}
	}
}

func TestTheManualExplainsEveryQualifier(t *testing.T) {
	text := manual(t)
	for _, q := range model.Qualifiers() {
		has := "no"
		if q != model.AllForAll && q != model.NotQuantified {
			has = "yes"
		}
		if want := fmt.Sprintf("\n| `%s` | %s | ", q, has); !strings.Contains(text, want) {
			t.Errorf("the manual has no row %q", want)
		}
	}
}

func TestTheManualKnowsTheLimits(t *testing.T) {
	text := manual(t)
	for _, want := range []string{
		fmt.Sprintf("| size of a file | %d MiB |", datafile.MaxSize>>20),
		"| a number | " + grouped(model.MostPeople) + " |",
		"| faults that are told apart | " + grouped(model.MostFindings) + ";",
		"from 1 to " + grouped(synthetic.Most),
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the manual does not say %q", want)
		}
	}
}

// grouped is a number with commas: 1,000,000.
func grouped(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

var link = regexp.MustCompile(`\]\(([^)#]*)(#[^)]*)?\)`)

func TestTheLinksOfTheManualLeadSomewhere(t *testing.T) {
	anchors := map[string]bool{"": true}
	for line := range strings.Lines(manual(t)) {
		if title := strings.TrimLeft(line, "#"); title != line {
			anchors["#"+strings.ReplaceAll(strings.ToLower(strings.TrimSpace(title)), " ", "-")] = true
		}
	}
	for _, m := range link.FindAllStringSubmatch(manual(t), -1) {
		switch file, anchor := m[1], m[2]; {
		case strings.HasPrefix(file, "https://"):
		case file != "":
			if _, err := os.Stat(file); err != nil {
				t.Errorf("there is no file %s", file)
			}
		case !anchors[anchor]:
			t.Errorf("there is no chapter %s", anchor)
		}
	}
}
