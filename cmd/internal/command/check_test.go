package command

import (
	"encoding/json"
	"strings"
	"testing"

	"parley/data"
)

// smallDataset is about talks that never were, between two sides that do not exist.
const smallDataset = `{
  "format": "parley/1",
  "name": "made-up-talks",
  "title": "Made-up talks",
  "version": "1.0.0",
  "created": "2026-01-31",
  "language": "en",
  "sides": [{"id": "north", "name": "Norland"}, {"id": "south", "name": "Sudland"}],
  "kinds": [{"id": "prisoners", "name": "Prisoners", "carried_out": "exchanged", "unit": "people"}],
  "rounds": [{"id": "first", "name": "First round", "date": "2026-01-10", "kind": "round", "status": "held"}],
  "pledges": [{
    "id": "ten", "round": "first", "date": "2026-01-10", "kind": "prisoners", "status": "agreed", "summary": "Ten each",
    "to": {"north": {"claims": [
      {"value": 10, "qualifier": "exact", "by": "north", "sources": ["paper"]},
      {"value": 10, "qualifier": "exact", "by": "south", "sources": ["paper"]}
    ]}},
    "sources": ["paper"]
  }],
  "exchanges": [{
    "id": "jan", "date": "2026-01-20", "kind": "prisoners",
    "to": {"north": {"claims": [{"value": 10, "qualifier": "exact", "by": "north", "sources": ["paper"]}]}},
    "ties": [{"pledge": "ten", "by": ["north"], "sources": ["paper"]}],
    "sources": ["paper"]
  }],
  "sources": [{"id": "paper", "publisher": "The Paper", "title": "Ten each", "url": "https://paper.example/ten"}]
}
`

// faulty is smallDataset with faults put in, each with the words that must tell of it.
func faulty(t *testing.T) (text string, told []string) {
	t.Helper()
	text = smallDataset
	for _, f := range []struct{ old, now, told string }{
		{`"status": "held"`, `"status": "hold"`, "$.rounds[0].status"},
		{`"summary": "Ten each"`, `"sumary": "Ten each"`, "sumary"},
		{`"date": "2026-01-20"`, `"date": "2026-01-40"`, "$.exchanges[0].date"},
		{`"version": "1.0.0"`, `"version": 1`, "$.version"},
		{`"round": "first"`, `"round": "frist"`, `did you mean "first"?`},
	} {
		if strings.Count(text, f.old) != 1 {
			t.Fatalf("%q is not once in the dataset", f.old)
		}
		text = strings.Replace(text, f.old, f.now, 1)
		told = append(told, f.told)
	}
	return text, told
}

func TestCheckFindsNoFaultInAGoodFile(t *testing.T) {
	home(t)
	put(t, "small.json", smallDataset)
	cli("check", "small.json").wants(t, Done, "small.json: no faults\n")
	cli("check", "small.json", "--lang", "uk").wants(t, Done, "small.json: помилок немає\n")
	cliWith(smallDataset, "check", "-").wants(t, Done, "-: no faults\n")
	if o := cli("check", "--quiet", "small.json"); o.code != Done || o.out+o.err != "" {
		t.Errorf("with --quiet it said %q %q", o.out, o.err)
	}
}

func TestTheBundledDatasetHasNoErrors(t *testing.T) {
	home(t)
	put(t, "talks.json", string(data.Talks))
	cli("check", "talks.json").wants(t, Done)
}

func TestCheckPrintsEveryFault(t *testing.T) {
	home(t)
	text, told := faulty(t)
	put(t, "bad.json", text)
	o := cli("check", "bad.json")
	o.wants(t, Faulty, told...)
	o.wants(t, Faulty, "bad.json:10:", "bad.json:5:14: error", "errors\n")
	o.wants(t, Faulty, `did you mean "held"?`, `$.pledges[0].round: there is no round "frist"`)
	if o.err != "" {
		t.Errorf("faults are results, and %q stands on standard error", o.err)
	}
	if quiet := cli("check", "--quiet", "bad.json"); strings.Count(quiet.out, "\n") != strings.Count(o.out, "\n")-1 {
		t.Errorf("--quiet leaves out more than the last line: %q", quiet.out)
	}
	cli("check", "bad.json", "--lang", "uk").wants(t, Faulty, "bad.json: ", "помил")
}

func TestCheckFindsFaultsBetweenFacts(t *testing.T) {
	home(t)
	put(t, "bad.json", strings.ReplaceAll(
		strings.Replace(smallDataset, `"round": "first"`, `"round": "frist"`, 1), `"sources": ["paper"]`, `"sources": ["papr"]`))
	cli("check", "bad.json").wants(t, Faulty, "$.pledges[0].round", `"first"`, "$.exchanges[0].sources[0]", `"paper"`)
}

func TestBadFilesEndWithTheirExitCodes(t *testing.T) {
	home(t)
	for _, c := range []struct {
		name, content string
		want          string
	}{
		{"empty.json", "", "empty.json:1:1: error: $: "},
		{"blank.json", " \n ", "error: $: "},
		{"text.json", "These are no talks.", "text.json:1:1: error: $: "},
		{"list.json", "[]", "error: $: "},
		{"half.json", smallDataset[:len(smallDataset)/2], "error: "},
		{"newer.json", strings.Replace(smallDataset, "parley/1", "parley/2", 1), "$.format"},
		{"utf16.json", "\xff\xfe{\x00}\x00", "UTF-8"},
		{"binary.json", "\x89PNG\r\n\x1a\n\x00\x00\x00", "error: "},
		{"bell.json", `{"` + "\x1b[2J" + `": 1}`, "error: "},
	} {
		put(t, c.name, c.content)
		o := cli("check", c.name)
		t.Log(c.name)
		o.wants(t, Faulty, c.want, c.name+": ")
		if strings.ContainsAny(o.out, "\x1b\x00") {
			t.Errorf("%s: control characters of the file reach the terminal: %q", c.name, o.out)
		}
		cli("notes", "list", "--data", c.name).wants(t, Faulty, "|was not opened", "|"+c.want)
	}
}

func TestAFileThatCannotBeReadKeepsNoOtherFromBeingChecked(t *testing.T) {
	dir := home(t)
	put(t, "small.json", smallDataset)
	put(t, "bad.json", "{}")
	cli("check", "missing.json").wants(t, Unreadable, "|parley-cli: missing.json could not be read: there is no such file.")
	cli("check", dir).wants(t, Unreadable, "|could not be read: it is a folder.")
	cli("check", "small.json/inside").wants(t, Unreadable, "|there is no such file.")
	cli("check", "missing.json", "bad.json", "small.json").wants(t, Unreadable,
		"|there is no such file.", "bad.json:1:", "small.json: no faults")
	cli("check", "bad.json", "small.json").wants(t, Faulty)
}

func TestCheckTellsProgramsWhereFaultsAre(t *testing.T) {
	home(t)
	text, _ := faulty(t)
	put(t, "bad.json", text)
	put(t, "small.json", smallDataset)
	o := cli("check", "--json", "bad.json", "small.json")
	o.wants(t, Faulty)
	var list []checked
	if err := json.Unmarshal([]byte(o.out), &list); err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 || list[0].OK || !list[1].OK || len(list[0].Problems) < 4 || list[1].Problems == nil {
		t.Fatalf("got %+v", list)
	}
	for _, p := range list[0].Problems {
		if p.File != "bad.json" || p.Message == "" {
			t.Errorf("%+v does not say where, or what is wrong", p)
		}
		if p.Path == "$.rounds[0].status" {
			line := strings.Split(text, "\n")[p.Line-1]
			if !strings.HasPrefix(line[p.Column-1:], `"hold"`) || p.Severity != "error" {
				t.Errorf("%+v leads to %q", p, line[p.Column-1:])
			}
			return
		}
	}
	t.Errorf("the status is not among %+v", list[0].Problems)
}

// TestCheckTellsProgramsWhatItCouldNotRead holds the names of the members that --json prints, and what it says of a file
// that cannot be read among others.
func TestCheckTellsProgramsWhatItCouldNotRead(t *testing.T) {
	home(t)
	put(t, "bad.json", "[]")
	o := cli("check", "--json", "missing.json", "bad.json")
	o.wants(t, Unreadable, "|there is no such file.")
	var list []map[string]any
	if err := json.Unmarshal([]byte(o.out), &list); err != nil || len(list) != 2 {
		t.Fatalf("%v: %s", err, o.out)
	}
	if why, _ := list[0]["unreadable"].(string); list[0]["file"] != "missing.json" || list[0]["ok"] != false || why == "" {
		t.Errorf("of the missing file: %v", list[0])
	}
	if _, told := list[1]["unreadable"]; told || list[1]["ok"] != false {
		t.Errorf("of the other: %v", list[1])
	}
	problems, _ := list[1]["problems"].([]any)
	first, _ := problems[0].(map[string]any)
	for member, want := range map[string]any{
		"file": "bad.json", "line": 1.0, "column": 1.0, "severity": "error", "path": "$",
		"message": "this is a list; write an object",
	} {
		if first[member] != want {
			t.Errorf("%s is %v, want %v", member, first[member], want)
		}
	}
	if len(first) != 6 {
		t.Errorf("a problem has other members: %v", first)
	}
}

func TestWarningsDoNotKeepADatasetFromBeingUsed(t *testing.T) {
	home(t)
	put(t, "x.json", strings.Replace(smallDataset, `"format"`, `"x-editor": "me", "format"`, 1))
	cli("check", "x.json").wants(t, Done, "warning: ", "x.json: 1 warning\n")
	cli("notes", "list", "--data", "x.json").wants(t, Done, "|x.json has 1 warning; parley-cli check x.json lists them.")
	if o := cli("notes", "list", "--quiet", "--data", "x.json"); o.err != "" {
		t.Errorf("with --quiet it said %q", o.err)
	}
}
