package datafile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

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

// sampleFacts are what testdata/good/talks.json holds, a file with every member of the format: the talks of
// [modeltest.Talks], with the members that those do without.
func sampleFacts() model.Facts {
	f := modeltest.TalksFacts()
	f.Metadata.MadeUp = true
	f.Rounds[0].Formerly = []model.RoundID{"first-round"}
	f.Events[0].Formerly = []model.EventID{"telephone-call"}
	f.Pledges[0].Formerly = []model.PledgeID{"call-175", "call-all"}
	f.Pledges[0].Between = []model.SideID{"north", "south"}
	f.Exchanges[0].Formerly = []model.ExchangeID{"prisoners-march"}
	f.Totals[0].Period = model.MustDate("2025-05-16/2025-06-20")
	f.Documents[0].Formerly = []model.DocumentID{"north-paper"}
	f.Clauses[0].Formerly = []model.ClauseID{"north-1"}
	f.Topics[0].Formerly = []model.TopicID{"truce"}
	f.Sources[0].Formerly = []model.SourceID{"north-2025-05"}
	return f
}

func TestReadGivesTheFactsOfTheFile(t *testing.T) {
	for name, want := range map[string]model.Facts{
		"talks.json":     sampleFacts(),
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

// TestWhatIsBuiltInNeedsNoSecondCheck is why ReadChecked may leave the check out.
func TestWhatIsBuiltInNeedsNoSecondCheck(t *testing.T) {
	for name, file := range map[string][]byte{"talks.json": data.Talks, "lakes.json": data.Lakes} {
		want, problems := Read(name, file)
		if errs := problems.Errors(); len(errs) > 0 {
			t.Fatalf("%s: %v", name, errs)
		}
		got, err := ReadChecked(name, file)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Facts(), want.Facts()) {
			t.Errorf("%s: the facts are others without the check", name)
		}
	}
	if ds, err := ReadChecked("faulty.json", []byte(`{"format": "parley/1", "nmae": "x"}`)); ds != nil || err == nil {
		t.Errorf("a faulty dataset gives %v and the error %v", ds, err)
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
		{"random bytes", "7\x91\xfe\x00", `f:1:1: error: $: this is no JSON, and no text in UTF-8; a dataset is a text file with ` +
			`one object: { ... }`},
		{"a table", "7,8\n9,1\n", `f:1:1: error: $: this is no JSON: it begins with "7"; a dataset is one object: { ... }`},
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
		{"a word", "null and void", `f:1:1: error: $: this is no JSON: it begins with "n"; a dataset is one object: { ... }`},
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

// TestReadTakesManyExchanges reads a file with as many facts as its size can hold: it must not be taken for a bomb.
func TestReadTakesManyExchanges(t *testing.T) {
	if ds, problems := Read("f", manyExchanges(150_000, false)); ds == nil || len(ds.Exchanges()) != 150_001 {
		t.Error(problems.Err())
	}
}

// TestReadKeepsItsPeakBounded reads files of the smallest objects and texts that there can be, while the memory in use is
// looked at.
func TestReadKeepsItsPeakBounded(t *testing.T) {
	if testing.Short() || underRace {
		t.Skip("it reads a hundred megabytes, and measures the memory of the program as it is shipped")
	}
	const size, most = 16_000_000, 20 // times the size of the file
	head := `{"format":"parley/1","name":"n","title":"t","version":"1","created":"2026","language":"en",` +
		`"sides":[{"id":"a"},{"id":"b"}],"kinds":[{"id":"k"}],"sources":[{"id":"s","publisher":"p","title":"t"}],`
	for name, part := range map[string]struct{ begin, element, end string }{
		"exchanges":  {`"exchanges":[`, `{"id":"e%d","date":"2025","kind":"k","to":{"a":{}}}`, `]`},
		"rounds":     {`"rounds":[`, `{"id":"%d","date":"2025","status":"held"}`, `]`},
		"gaps":       {`"gaps":[`, `"%d"`, `]`},
		"statements": {`"rounds":[{"id":"r","date":"2025","status":"held","agenda":[`, `{"text":"%d"}`, `]}]`},
		"references": {`"checks":[{"id":"c","official":1,"computed":1,"components":[`, `"%d"`, `]}]`},
		"members":    {`"$comment":{`, `"%d":0`, `}`},
	} {
		var b strings.Builder
		b.WriteString(head + part.begin)
		for i := 0; b.Len() < size; i++ {
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, part.element, i)
		}
		b.WriteString(part.end + "}")
		file := []byte(b.String())
		b.Reset()
		if used := peak(func() { Read("f", file) }); used > most*len(file) {
			t.Errorf("%s: %d MB for a file of %d", name, used>>20, len(file)>>20)
		}
	}
}

// peak is how much more memory than before is in use while f runs, at most.
func peak(f func()) int {
	debug.FreeOSMemory()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	most := before.HeapAlloc
	for {
		select {
		case <-done:
			return int(most - before.HeapAlloc)
		case <-time.After(10 * time.Millisecond):
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc)
		}
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
}

func TestReadOfTooLargeAFile(t *testing.T) {
	_, problems := Read("f", make([]byte, MaxSize+1))
	if len(problems) != 1 || !strings.Contains(problems[0].Msg, "larger than 1024 MiB") {
		t.Errorf("got %v", problems)
	}
}

func TestObjectsOf(t *testing.T) {
	for _, test := range []struct {
		file string
		want int
	}{
		{`{"rounds": [{}, null, {"id": "{[{"}]}`, 4},
		{`{"na\"me": "rounds\\", "rounds": [{}]`, 2},
		{`}]{"a`, 1},
		{`"`, 0},
		{``, 0},
	} {
		if got := objectsOf([]byte(test.file)); got != test.want {
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
	if _, _, err := Load(large); err == nil || !strings.Contains(err.Error(), "larger than 1024 MiB") {
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
	if !reflect.DeepEqual(*ds.Facts(), sampleFacts()) {
		t.Error("the dataset changed with the bytes that it was read from")
	}
}
