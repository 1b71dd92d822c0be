package datafile

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"parley/model"
)

// TestNoFaultOfShapeHasFollowUps spoils the good file in every way at every place of the format, one at a time: there
// must be that one fault, and no other that only follows from it. (What has an unknown name is missing under its own.)
func TestNoFaultOfShapeHasFollowUps(t *testing.T) {
	good := readFile(t, "talks.json")
	for _, f := range faultsOf(good) {
		_, problems := Read("f", apply(good, []made{f}))
		for _, p := range problems {
			if !strings.Contains(p.Msg, f.says) && !(f.how == "unknown" && strings.Contains(p.Msg, "is missing")) {
				t.Errorf("%s: %s: not to be told: %v", f.path, f.how, p)
			}
		}
	}
}

// TestFaultsOfShapeAndOfMeaningAreToldTogether puts each fault of shape together with each fault of meaning that lies
// in another part of the file, and wants both.
func TestFaultsOfShapeAndOfMeaningAreToldTogether(t *testing.T) {
	good := readFile(t, "small.json")
	for _, shape := range shapeEdits {
		for _, meaning := range meaningEdits {
			if overlap(t, good, shape, meaning) {
				continue
			}
			both := meaning.apply(t, shape.apply(t, good))
			_, problems := Read("f", both)
			told := map[string]int{}
			for _, p := range problems {
				told[message(p.String())]++
			}
			for _, line := range strings.Split(strings.TrimSpace(shape.want), "\n") {
				if m := message(line); told[m] == 0 && isOfShape(shape) {
					t.Errorf("%s with %s: not told: %s; got\n%v", shape.name, meaning.name, m, problems)
				}
			}
			for _, p := range problems {
				if m := message(p.String()); !strings.Contains(shape.want, m) && !strings.Contains(meaning.want, m) {
					t.Errorf("%s with %s: a fault that is in neither: %v", shape.name, meaning.name, p)
				}
			}
		}
	}
}

// message is what stands behind the place and the path.
func message(line string) string {
	_, rest, _ := strings.Cut(line, ": $")
	_, rest, _ = strings.Cut(rest, ": ")
	return rest
}

// isOfShape reports whether the fault is one that only the walk finds; some of shapeEdits are told by the checks.
func isOfShape(e edit) bool { return !strings.Contains(e.want, "the statement has no source") }

func overlap(t *testing.T, good []byte, a, b edit) bool {
	t.Helper()
	i, j := bytes.Index(good, []byte(a.old)), bytes.Index(good, []byte(b.old))
	return i < j+len(b.old) && j < i+len(a.old) || !bytes.Contains(a.apply(t, good), []byte(b.old)) ||
		bytes.Index(a.apply(t, good), []byte(b.old)) != j && i > j
}

// TestFaultsOfMeaningAreToldBesideFaultsOfShape lists what is told, and what is left out, of one file.
func TestFaultsOfMeaningAreToldBesideFaultsOfShape(t *testing.T) {
	for _, test := range []struct {
		name  string
		edits []edit
		want  []string
	}{
		{
			"in different parts of the file",
			[]edit{{old: `"status": "held"`, new: `"status": "hold"`}, {old: `"pledge": "thousand", "by"`, new: `"pledge": "thousnd", "by"`}},
			[]string{`"hold" is none of`, `there is no pledge "thousnd"`},
		},
		{
			"in one object",
			[]edit{{old: `"status": "held", "place": "city"`, new: `"statis": "held", "place": "town"`}},
			[]string{`there is no member "statis"`, `there is no place "town"`},
		},
		{
			"a reference to what has a faulty id",
			[]edit{{old: `"id": "thousand"`, new: `"id": 1000`}},
			[]string{`this is a number; write a string`},
		},
		{
			"a reference to what stands in a list of another name",
			[]edit{{old: "\"sources\": [\n", new: "\"sorces\": [\n"}},
			[]string{`there is no member "sorces"`},
		},
		{
			"an element that is none, and the places behind it",
			[]edit{
				{old: `"rounds": [`, new: `"rounds": [7,`},
				{old: `"text": "An exchange", "sources": ["agency"]`, new: `"text": "An exchange", "sources": [null, "agensy"]`},
			},
			[]string{`$.rounds[0]: this is a number`, `$.rounds[1].agenda[0].sources[0]: null says nothing`, `$.rounds[1].agenda[0].sources[1]: there is no source "agensy"`},
		},
		{
			"a number that cannot be read is not a missing one",
			[]edit{{old: `"value": 1000, "qualifier": "exact", "by": "north"`, new: `"value": 1e3, "qualifier": "exact", "by": "nroth"`}},
			[]string{`1e3 is not written as a whole number`, `"nroth" is no side`},
		},
		{
			"a judgement that rests on what is faulty",
			[]edit{{old: `{"addressed": true, "clauses": ["s1"]}`, new: `{"addressed": "yes", "clauses": ["s1"]}`}},
			[]string{`this is a string; write true or false`},
		},
		{
			"a count that rests on what is faulty",
			[]edit{{old: `"id": "may", "date": "2025-05-23", "kind": "prisoners", "categories": ["wounded"],` + "\n" + `      "to": {`, new: `"id": "may", "date": "2025-05-23", "kind": "prisoners", "categories": ["wounded"],` + "\n" + `      "to": {"south": 7, "$comment": "see below"}, "x-to": {`}},
			[]string{`this is a number; write an object`, `the member "x-to" is not part`},
		},
	} {
		file := readFile(t, "small.json")
		for _, e := range test.edits {
			file = e.apply(t, file)
		}
		_, problems := Read("f", file)
		if len(problems) != len(test.want) {
			t.Errorf("%s: got\n%v\nwant %q", test.name, problems, test.want)
			continue
		}
		for i, p := range problems {
			if !strings.Contains(p.String(), test.want[i]) {
				t.Errorf("%s: got %v, want %q", test.name, p, test.want[i])
			}
		}
	}
}

func TestMendedKeepsOffsets(t *testing.T) {
	data := []byte(`{"a": [1, x, 3, y], "b": z, "c": z}`)
	var m mending
	at := func(s string, from int) span {
		i := from + bytes.Index(data[from:], []byte(s))
		return span{i, i + len(s)}
	}
	m.leftOut = []span{at("x", 0), at("y", 0), at(`"b": z`, 0), at(`"c": z`, 0)}
	want := `{"a": [1,    3   ]                }`
	if got := string(m.mended(data)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	m.gaps = map[string][]int{"$.a": {1, 3}, "$.b[1].c": {0}}
	for _, test := range []struct{ in, want path }{
		{path{"a", 0}, path{"a", 0}},
		{path{"a", 1}, path{"a", 2}},
		{path{"a", 2}, path{"a", 4}},
		{path{"b", 1, "c", 0}, path{"b", 1, "c", 1}},
		{path{"b", 2, "c", 0}, path{"b", 2, "c", 0}},
	} {
		if got := m.original(test.in); !slices.Equal(got, test.want) {
			t.Errorf("%v: got %v", test.in, got)
		}
	}
	if m.mayOnlyFollow(model.Finding{}, nil) {
		t.Error("what is said of the whole file follows from something")
	}
}
