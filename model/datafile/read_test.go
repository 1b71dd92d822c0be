package datafile

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/modeltest"
)

func readFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "good", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReadGivesTheFactsOfTheFile(t *testing.T) {
	for name, want := range map[string]model.Facts{
		"talks.json":     modeltest.TalksFacts(),
		"memoranda.json": modeltest.TwoMemorandaFacts(),
		"minimal.json":   modeltest.MinimalFacts(),
	} {
		ds, problems := Read(name, readFile(t, name))
		if len(problems) > 0 {
			t.Fatalf("%s: problems in a good file:\n%v", name, problems)
		}
		got, want := reflect.ValueOf(*ds.Facts()), reflect.ValueOf(want)
		for i := range got.NumField() {
			if !reflect.DeepEqual(got.Field(i).Interface(), want.Field(i).Interface()) {
				t.Errorf("%s: %s: got\n%+v\nwant\n%+v", name, got.Type().Field(i).Name, got.Field(i), want.Field(i))
			}
		}
	}
}

// TestShippedDataset lists the publications that the collected facts have and do not cite: nothing else is out of
// order.
func TestShippedDataset(t *testing.T) {
	uncited := map[string]bool{
		"espreso-2025-10-21": true, "newsge-2025-06": true, "novynylive-2025-09-06": true, "unn-2025-03-19-omb": true,
	}
	ds, problems := Read("talks.json", data.Talks)
	for _, p := range problems {
		id, _, _ := strings.Cut(strings.TrimPrefix(p.Msg, `no fact cites the source "`), `"`)
		if p.Severity == model.Error || !uncited[id] {
			t.Error(p)
		}
	}
	if ds == nil || len(ds.Rounds()) != 15 || len(ds.Exchanges()) != 117 || len(ds.Documents()) != 11 {
		t.Error("the shipped dataset does not hold 15 rounds, 117 exchanges and 11 documents")
	}
}

// edit is a change of the good file small.json and the problems that come of it.
type edit struct {
	name     string
	old, new string
	want     string // a line per problem, without the name of the file
	blind    string // why a JSON Schema does not see it; empty where it does
}

func (e edit) apply(t testing.TB, good []byte) []byte {
	t.Helper()
	if bytes.Count(good, []byte(e.old)) == 0 {
		t.Fatalf("%s: %q is not in the file", e.name, e.old)
	}
	return bytes.Replace(good, []byte(e.old), []byte(e.new), 1)
}

func TestReadReportsFaultsAtTheirPlaces(t *testing.T) {
	good := readFile(t, "small.json")
	for _, edits := range [][]edit{syntaxEdits, shapeEdits, meaningEdits, extensionEdits} {
		for _, e := range edits {
			t.Run(e.name, func(t *testing.T) {
				ds, problems := Read("f", e.apply(t, good))
				var got strings.Builder
				for _, p := range problems {
					got.WriteString(strings.TrimPrefix(p.String(), "f:") + "\n")
				}
				if got, want := strings.TrimSpace(got.String()), strings.TrimSpace(e.want); got != want {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
				if (ds == nil) != (len(problems.Errors()) > 0) {
					t.Errorf("a dataset: %v, with errors: %v", ds != nil, problems.Errors())
				}
			})
		}
	}
}

func TestReadOfWhatIsNoDataset(t *testing.T) {
	for _, test := range []struct{ name, data, want string }{
		{"nothing", "", `f:1:1: error: $: the file is empty; a dataset is one JSON object: { ... }`},
		{"white space", " \n\t\r\n", `f:1:1: error: $: the file is empty; a dataset is one JSON object: { ... }`},
		{"a web page", "\n<html>", `f:2:1: error: $: this is no JSON: it begins with "<"; a dataset is one object: { ... }`},
		{"a picture", "\x89PNG\r\n", `f:1:1: error: $: this is no JSON: it begins with the byte 89; a dataset is ` +
			`one object: { ... }`},
		{"UTF-16", "\xff\xfe{\x00", `f:1:1: error: $: the file is in UTF-16; save it as UTF-8`},
		{"UTF-16, big end first", "\xfe\xff\x00{", `f:1:1: error: $: the file is in UTF-16; save it as UTF-8`},
		{"UTF-16 without a mark", "{\x00\"\x00", `f:1:1: error: $: the file is in UTF-16; save it as UTF-8`},
		{"a list", "[]", `f:1:1: error: $: this is a list; write an object`},
		{"null", "null", `f:1:1: error: $: the file holds only null; write a dataset: { ... }`},
		{"a string", `"parley/1"`, `f:1:1: error: $: this is a string; write an object`},
		{"another format", `{"format": "geo/7"}`, `f:1:12: error: $.format: "geo/7" is no format that this program ` +
			`knows; write "parley/1"`},
		{
			"a newer format", `{"what": 1, "format": "parley/2", "is": "this?"}`,
			`f:1:23: error: $.format: the file is in format "parley/2", and this program reads parley/1; open it with ` +
				`a newer Parley`,
		},
		{"a file cut off", `{"format": "parley/1", "name":`, `f:1:31: error: $.name: the file ends before the ` +
			`dataset does; add what was cut off, or the closing brackets`},
		{"a string cut off", `{"format": "par`, `f:1:12: error: $.format: the string that begins here does not end; ` +
			`add the closing quotation mark`},
		{"a word", "null and void", `f:1:6: error: $: something follows the end of the dataset; a file holds one ` +
			`dataset, so take out what follows its last }`},
		{"too deep", strings.Repeat("[", 5_000_000), `objects and lists are nested more than 10,000 deep; a dataset ` +
			`is nested about ten deep`},
	} {
		t.Run(test.name, func(t *testing.T) {
			ds, problems := Read("f", []byte(test.data))
			if ds != nil || len(problems) != 1 || !strings.HasSuffix(problems[0].String(), test.want) {
				t.Errorf("got %.500v\nwant %s", problems, test.want)
			}
		})
	}
}

func TestReadSkipsAByteOrderMark(t *testing.T) {
	ds, problems := Read("f", append([]byte("\xef\xbb\xbf"), readFile(t, "small.json")...))
	if ds == nil || len(problems) != 1 || problems[0].String() !=
		"f:1:1: warning: $: the file begins with a byte order mark, which is skipped; save it as UTF-8 without BOM" {
		t.Errorf("got %v", problems)
	}
}

func TestProblemsErr(t *testing.T) {
	warning := Problem{File: "f", Line: 1, Col: 2, Severity: model.Warning, Path: "$", Msg: "odd; mend it"}
	if err := (Problems{warning}).Err(); err != nil {
		t.Errorf("a warning is an error: %v", err)
	}
	fault := Problem{File: "f", Line: 3, Col: 4, Path: "$.name", Msg: "wrong; mend it"}
	all := Problems{warning, fault, fault}
	if got, want := all.Err().Error(), fault.String()+"\n"+fault.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(all.Errors()) != 2 || len(all.Warnings()) != 1 {
		t.Errorf("errors %v, warnings %v", all.Errors(), all.Warnings())
	}
}

func TestReadListsAThousandFaultsAndStops(t *testing.T) {
	var b strings.Builder
	b.WriteString(`{"format": "parley/1", "rounds": [`)
	for range 3000 {
		b.WriteString("\n{},")
	}
	b.WriteString("{}]}")
	_, problems := Read("f", []byte(b.String()))
	if len(problems) != model.MostFindings+1 || !strings.Contains(problems[len(problems)-1].Msg, "may be more faults") {
		t.Errorf("got %d problems, the last of them %v", len(problems), problems[len(problems)-1])
	}
}

// TestReadKeepsItsMemoryBounded reads files of a few megabytes that would decode into a hundred times their size.
func TestReadKeepsItsMemoryBounded(t *testing.T) {
	const most = 20 // times the size of the file
	for name, element := range map[string]string{
		"empty rounds": `{}`, "null for rounds": `null`, "rounds of another making": `{"x-a":1}`,
	} {
		file := []byte(`{"format": "parley/1", "rounds": [` + strings.Repeat(element+",", 1_000_000) + element + `]}`)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		ds, problems := Read("f", file)
		runtime.ReadMemStats(&after)
		if ds != nil || len(problems) == 0 {
			t.Errorf("%s: read without a problem", name)
		}
		if used := int(after.TotalAlloc - before.TotalAlloc); used > most*len(file) {
			t.Errorf("%s: %d bytes for a file of %d", name, used, len(file))
		}
	}
	if _, problems := Read("f", make([]byte, MaxSize+1)); len(problems) != 1 || !strings.Contains(problems[0].Msg,
		"256 MiB") {
		t.Errorf("a file of more than 256 MiB: %v", problems)
	}
}

func TestStructsOf(t *testing.T) {
	round, inner := elementSizes().elements["rounds"], elementSizes().inner
	if round <= inner || inner == 0 {
		t.Fatalf("a round takes %d bytes, what is inside of it up to %d", round, inner)
	}
	for _, test := range []struct {
		file string
		want int
	}{
		{`{"rounds": [{}, null, {"id": "{[{"}]}`, inner + 3*round},
		{`{"rounds": [{"agenda": [{}, null]}], "$comment": [{}]}`, inner + round + 2*inner},
		{`{"na\"me": "rounds\\", "rounds": [{}]`, inner + round},
		{`}]{"a`, inner},
		{`"`, 0},
		{``, 0},
	} {
		if got := structsOf([]byte(test.file)); got != test.want {
			t.Errorf("%s: got %d, want %d", test.file, got, test.want)
		}
	}
	if isBomb(data.Talks) {
		t.Error("the shipped dataset is taken for a bomb")
	}
}

func TestLoad(t *testing.T) {
	ds, problems, err := Load(filepath.Join("testdata", "good", "small.json"))
	if ds == nil || len(problems) != 0 || err != nil {
		t.Errorf("a good file: %v, %v", problems, err)
	}
	if _, _, err := Load(filepath.Join(t.TempDir(), "missing.json")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
	if _, _, err := Load(t.TempDir()); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("a folder: %v", err)
	}
	large := filepath.Join(t.TempDir(), "large.json")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, MaxSize+1); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Load(large); err == nil || !strings.Contains(err.Error(), "larger than 256 MiB") {
		t.Errorf("a file that is too large: %v", err)
	}
	bad := filepath.Join(t.TempDir(), "bad.json")
	if err := os.WriteFile(bad, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	ds, problems, err = Load(bad)
	if ds != nil || err != nil || len(problems) != 1 || problems[0].File != bad {
		t.Errorf("a bad file: %v, %v", problems, err)
	}
}

func TestReadDoesNotKeepItsInput(t *testing.T) {
	file := readFile(t, "talks.json")
	ds, _ := Read("f", file)
	for i := range file {
		file[i] = '#'
	}
	if !reflect.DeepEqual(*ds.Facts(), modeltest.TalksFacts()) {
		t.Error("the dataset changed with the bytes that it was read from")
	}
}
