package command

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"parley/model/datafile"
	"parley/model/sheet"
)

const (
	goodSheet = "Date;Kind;Received by;Count;According to;Source URL;Weather\r\n" +
		"25/01/2026;Prisoners;Norland;1 000;Norland;https://paper.example/25;rain\r\n" +
		"26/01/2026;prisoners;south;about 900;;https://paper.example/26;sun\r\n" +
		"20/01/2026;prisoners;north;10;north;https://paper.example/ten;\r\n"
	badSheet = "date,kind,side,count,by,source\n" +
		"05/06/2026,prisoners,north,5,north,paper\n" +
		"2026-01-25,prisoners,nroth,\"1,5\",north,paper\n" +
		"2026-01-26,prisoners,north,7,north,paper\n"
)

func TestImportAddsASheetToADataset(t *testing.T) {
	home(t)
	put(t, "small.json", smallDataset)
	put(t, "new.csv", "\xef\xbb\xbf"+goodSheet)
	o := cli("import", "new.csv", "--into", "small.json")
	o.wants(t, Done,
		"What the columns are read as:", "Received by", "receiving side", "Weather", "not used",
		`Dates are read as day, month, year: "25/01/2026" in line 2 can be nothing else.`,
		"1 row does not say whose count it is",
		"new.csv: 3 rows, 2 new exchanges, 2 new sources and 1 row with nothing new", "small.json is written.")
	ds, problems, err := datafile.Load("small.json")
	if err != nil || ds == nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	if x := ds.Exchange("2026-01-25-prisoners"); x == nil || x.Received("north").Value != 1000 {
		t.Errorf("%+v", x)
	}
	if now := content(t, "small.json"); !strings.HasPrefix(now, smallDataset[:strings.Index(smallDataset, `"exchanges"`)]) {
		t.Errorf("what stood in the file is written anew: %s", now)
	}
	before := content(t, "small.json")
	cli("import", "new.csv", "--into", "small.json").wants(t, Done,
		"new.csv: 3 rows and 3 rows with nothing new", "small.json holds all of it already; nothing is written.")
	if content(t, "small.json") != before {
		t.Error("the second import wrote something")
	}
}

func TestImportPrintsEveryRowThatItDoesNotUnderstand(t *testing.T) {
	home(t)
	put(t, "small.json", smallDataset)
	put(t, "bad.csv", badSheet)
	o := cli("import", "bad.csv", "--into", "small.json")
	o.wants(t, Faulty,
		`bad.csv:2:1: date: "05/06/2026" can be 2026-06-05 or 2026-05-06; write it as`,
		`bad.csv:3:22: receiving side: "nroth" is none of the sides north, south. Did you mean "north"?`,
		`bad.csv:3:28: count: "1,5" has a fraction, and people are whole`,
		"2 rows not understood", "small.json is not written. Mend the rows, or leave them out with --partial.")
	if content(t, "small.json") != smallDataset {
		t.Error("something was written")
	}
	cli("import", "bad.csv", "--into", "small.json", "--quiet").wants(t, Faulty, "bad.csv:2:1: ")
	cli("import", "bad.csv", "--into", "small.json", "--lang", "uk").wants(t, Faulty, "bad.csv:2:1: дата: ", "2 рядки не зрозуміло")
	cli("import", "bad.csv", "--into", "small.json", "--dates", "dmy").wants(t, Faulty, "as asked for", "1 row not understood")
	if content(t, "small.json") != smallDataset {
		t.Error("something was written")
	}
	cli("import", "bad.csv", "--into", "small.json", "--partial").wants(t, Faulty, "1 new exchange", "small.json is written.")
	if ds, _, _ := datafile.Load("small.json"); ds == nil || ds.Exchange("2026-01-26-prisoners") == nil {
		t.Error("what was understood is not in the file")
	}
}

func TestImportMakesANewDataset(t *testing.T) {
	dir := home(t)
	t.Setenv("SOURCE_DATE_EPOCH", "1767225600")
	put(t, "new.csv", goodSheet)
	cli("import", "new.csv", "--into", "made.json", "--dry-run").wants(t, Done, "Nothing is written, as asked for; made.json would be.")
	if len(files(t, dir)) != 1 {
		t.Errorf("a dry run wrote: %v", files(t, dir))
	}
	cli("import", "new.csv", "--into", "made.json", "--dry-run").wants(t, Done, "has the sides Norland, south and north, and the kinds Prisoners.")
	put(t, "new.csv", strings.ReplaceAll(goodSheet, "north;", "Norland;"))
	cli("import", "new.csv", "--into", "made.json", "--title", "Made of a sheet", "--name", "made").wants(t, Done, "made.json is written.")
	cli("check", "made.json").wants(t, Done, "made.json: no faults")
	ds, _, err := datafile.Load("made.json")
	if err != nil || ds == nil {
		t.Fatal(err)
	}
	if m := ds.Metadata(); m.Name != "made" || m.Title.In("en") != "Made of a sheet" || m.Created.String() != "2026-01-01" {
		t.Errorf("%+v", m)
	}
	one := "date,count,source\n2026-01-25,5,https://paper.example/25\n"
	cliWith(one, "import", "-", "--into", "one.json", "--kind", "bodies", "--side", "North").wants(t, Faulty, "sides")
	cliWith(one, "import", "-", "--into", "one.json", "--kind", "bodies", "--side", "North", "--sides", "South", "--by", "receiver").wants(t, Done)
	if ds, _, _ := datafile.Load("one.json"); ds == nil || ds.Exchanges()[0].To["north"].Claims[0].By != "north" {
		t.Error("the defaults are not in the file")
	}
}

func TestImportTellsProgramsWhatItUnderstood(t *testing.T) {
	home(t)
	put(t, "small.json", smallDataset)
	put(t, "bad.csv", badSheet)
	o := cli("import", "--json", "bad.csv", "--into", "small.json")
	o.wants(t, Faulty)
	var got imported
	if err := json.Unmarshal([]byte(o.out), &got); err != nil {
		t.Fatal(err)
	}
	if got.Written || got.Rows != 3 || got.Faulty != 2 || len(got.Faults) != 3 || len(got.Columns) != 6 ||
		got.Faults[0] != (importedFault{2, 1, sheet.Date, "05/06/2026", sheet.Ambiguous, got.Faults[0].Message}) {
		t.Errorf("%+v", got)
	}
}

func TestAWrongImportIsExplained(t *testing.T) {
	dir := home(t)
	put(t, "small.json", smallDataset)
	put(t, "faulty.json", strings.Replace(smallDataset, "2026-01-20", "2026-01-40", 1))
	put(t, "new.csv", goodSheet)
	put(t, "book.csv", "PK\x03\x04")
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"new.csv", Misused, "|The option --into FILE is missing."},
		{"new.csv --into small.json --dates american", Misused, `|--dates: "american" is none of "dmy", "mdy" and "ymd".`},
		{"new.csv --into small.json --map when=Date", Misused, `|--map: "when" is none of`},
		{"new.csv --into small.json --map date=Datum", Faulty, `new.csv:1:1: date: There is no column with the heading "Datum".`},
		{"gone.csv --into small.json", Unreadable, "|gone.csv could not be read: there is no such file."},
		{"new.csv --into " + dir, Unreadable, "|could not be read: it is a folder."},
		{"new.csv --into faulty.json", Faulty, "|faulty.json was not opened, because it has 1 error"},
		{"book.csv --into small.json", Faulty, "book.csv:1:1: This is a workbook"},
		{"new.csv --into gone/new.json", Unreadable, "|there is no folder gone"},
	} {
		t.Log(c.args)
		cli(append([]string{"import"}, strings.Fields(c.args)...)...).wants(t, c.code, c.want)
	}
	if now := content(t, "small.json"); now != smallDataset {
		t.Error("something was written")
	}
}

func TestAnImportThatCannotBeWrittenLeavesTheFile(t *testing.T) {
	dir := home(t)
	put(t, "small.json", smallDataset)
	put(t, "new.csv", goodSheet)
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(dir, 0o700) }()
	cli("import", "new.csv", "--into", "small.json").wants(t, Unreadable, "|small.json was not written")
	if content(t, "small.json") != smallDataset {
		t.Error("the file has changed")
	}
}
