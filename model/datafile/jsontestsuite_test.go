package datafile

import (
	"bytes"
	_ "embed"
	"strconv"
	"strings"
	"testing"
)

//go:embed testdata/jsontestsuite.txt
var jsonTestSuite string

// jsonCase is a case of JSONTestSuite.
type jsonCase struct {
	name string
	text []byte
}

func jsonCases(t testing.TB) []jsonCase {
	t.Helper()
	var cases []jsonCase
	for line := range strings.Lines(jsonTestSuite) {
		name, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if name == "#" {
			continue
		}
		cases = append(cases, jsonCase{name, textOfCase(t, rest)})
	}
	return cases
}

func textOfCase(t testing.TB, s string) []byte {
	t.Helper()
	var text []byte
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		quoted, err := strconv.QuotedPrefix(s)
		if err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		part, _ := strconv.Unquote(quoted)
		times := 1
		if s = s[len(quoted):]; strings.HasPrefix(s, "*") {
			var number string
			number, s, _ = strings.Cut(s[1:], " ")
			times, _ = strconv.Atoi(number)
		}
		text = append(text, strings.Repeat(part, times)...)
	}
	return text
}

// TestJSONTestSuite runs every case as a file, and as a remark in a good file: there the syntax is all that counts.
func TestJSONTestSuite(t *testing.T) {
	good := readFile(t, "small.json")
	cases := jsonCases(t)
	if len(cases) != 318 {
		t.Errorf("there are %d cases; JSONTestSuite has 318", len(cases))
	}
	for _, c := range cases {
		ds, alone := Read("f", c.text)
		if ds != nil || len(alone.Errors()) == 0 {
			t.Errorf("%s: taken for a dataset", c.name)
			continue
		}
		for _, p := range alone {
			checkPlace(t, bytes.TrimPrefix(c.text, []byte("\xef\xbb\xbf")), p)
		}
		if f, ok := checkSyntax(c.text); c.name[0] != 'i' && ok != (c.name[0] == 'y') {
			t.Errorf("%s: taken for JSON: %v (%v)", c.name, ok, f)
		}
		remark := bytes.Replace(good, []byte(`"format"`), append(append([]byte(`"$comment": `), c.text...), `, "format"`...), 1)
		ds, within := Read("f", remark)
		switch {
		case c.name == "y_object_duplicated_key", c.name == "y_object_duplicated_key_and_value":
			if ds != nil || !strings.Contains(within.Err().Error(), `"a" is there twice`) {
				t.Errorf("%s: %v", c.name, within)
			}
		case c.name[0] == 'y' && (ds == nil || len(within) > 0):
			t.Errorf("%s: refused within a dataset: %v", c.name, within)
		case c.name[0] == 'n' && ds != nil:
			t.Errorf("%s: taken within a dataset", c.name)
		}
	}
}

// TestWhatJSONLeavesOpen says what the format does where JSON leaves it to the implementation, see the package comment:
// numbers of any size are JSON, though none that Parley keeps, and what stands for no character is refused.
func TestWhatJSONLeavesOpen(t *testing.T) {
	good := readFile(t, "small.json")
	for _, c := range jsonCases(t) {
		if c.name[0] != 'i' {
			continue
		}
		remark := bytes.Replace(good, []byte(`"format"`), append(append([]byte(`"$comment": `), c.text...), `, "format"`...), 1)
		ds, problems := Read("f", remark)
		want := strings.HasPrefix(c.name, "i_number_") || c.name == "i_structure_500_nested_arrays"
		if (ds != nil) != want {
			t.Errorf("%s: taken: %v, want %v; %v", c.name, ds != nil, want, problems)
		}
	}
}
