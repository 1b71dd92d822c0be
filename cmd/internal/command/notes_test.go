package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/model/notefile"
)

const (
	istanbul = "round/2025-06-02-istanbul"
	address  = "parley:russia-ukraine-talks/" + istanbul
)

func TestANoteIsThereAgain(t *testing.T) {
	home(t)
	cli("notes", "list").wants(t, Done, "|There are no notes.")
	o := cli("notes", "add", istanbul, "Ask about the dates\nand the list")
	o.wants(t, Done, "urn:uuid:", "|The note on "+istanbul+" is saved.")
	cliWith("From a **file**\r\n", "notes", "add", address, "-").wants(t, Done)
	cli("notes", "add", "topic/ceasefire", "Third").wants(t, Done)

	list := cli("notes", "list")
	list.wants(t, Done, istanbul+"  ", "  Ask about the dates\n  and the list\n", "  From a **file**\n", "topic/ceasefire  ", "  Third\n")
	if strings.Index(list.out, "Third") > strings.Index(list.out, "Ask about") {
		t.Errorf("the note written last is not first: %q", list.out)
	}
	if list.err != "" {
		t.Errorf("it complained %q", list.err)
	}
	of := cli("notes", "list", address)
	of.wants(t, Done, "Ask about the dates", "From a **file**")
	if strings.Contains(of.out, "Third") {
		t.Errorf("a note on something else is listed: %q", of.out)
	}
	cli("notes", "list", "round/2025-05-16-istanbul").wants(t, Done, "|There are no notes.")
}

func TestAnItemThatIsNotThereIsNotFound(t *testing.T) {
	home(t)
	for _, c := range []struct {
		item string
		want []string
	}{
		{"round/2025-06-03-istanbul", []string{"|does not hold round/2025-06-03-istanbul. It holds:\n  round/2025-06-02-istanbul"}},
		{"round/ISTANBUL", []string{"|  round/2025-05-16-istanbul\n  round/2025-06-02-istanbul"}},
		{"topic/ceasfire", []string{"|  topic/ceasefire"}},
		{"round/xyzzy", []string{"|does not hold round/xyzzy.\n"}},
		{"parley:other-talks/" + istanbul, []string{"|belongs to another dataset; this one is russia-ukraine-talks."}},
	} {
		cli("notes", "add", c.item, "text").wants(t, Faulty, c.want...)
		cli("notes", "list", c.item).wants(t, Faulty, c.want...)
	}
	cli("notes", "list").wants(t, Done, "|There are no notes.")
}

func TestANoteNeedsAText(t *testing.T) {
	home(t)
	cli("notes", "add", istanbul, " \n").wants(t, Misused, "|A note needs a text.")
	cliWith("", "notes", "add", istanbul, "-").wants(t, Misused, "|A note needs a text.")
	cliWith(strings.Repeat("x", 17<<20), "notes", "add", istanbul, "-").wants(t, Misused, "|A note may have 16 MB at most.")
}

func TestNotesAreKeptPerDatasetInTheFolderAskedFor(t *testing.T) {
	dir := home(t)
	put(t, "small.json", smallDataset)
	cli("notes", "add", "--notes", "mine", istanbul, "On the bundled talks").wants(t, Done)
	cli("notes", "add", "--notes", "mine", "--data", "small.json", "round/first", "On the small talks").wants(t, Done)
	for _, name := range []string{"russia-ukraine-talks", "made-up-talks"} {
		if journals, err := filepath.Glob(filepath.Join(dir, "mine", name, "notes-*.jsonl")); len(journals) != 1 {
			t.Errorf("%s has the journals %v (%v)", name, journals, err)
		}
	}
	o := cli("notes", "list", "--notes", "mine", "--data", "small.json")
	o.wants(t, Done, "On the small talks")
	if strings.Contains(o.out, "bundled") {
		t.Errorf("notes of two datasets are mixed: %q", o.out)
	}
	cli("notes", "list").wants(t, Done, "|There are no notes.")
}

func TestANoteWhoseItemIsGoneIsKept(t *testing.T) {
	home(t)
	put(t, "small.json", smallDataset)
	cli("notes", "add", "--data", "small.json", "round/first", "Remember this").wants(t, Done)
	put(t, "small.json", strings.ReplaceAll(smallDataset, `"first"`, `"premier"`))
	cli("notes", "list", "--data", "small.json").wants(t, Done, "round/first  First round", "(no longer in the dataset)", "Remember this")
	cli("notes", "list", "--data", "small.json", "round/first").wants(t, Done, "Remember this")
	cli("notes", "add", "--data", "small.json", "round/first", "Another").wants(t, Faulty, "|does not hold round/first")
}

func TestNotesForPrograms(t *testing.T) {
	home(t)
	added := cli("notes", "add", "--json", istanbul, "For a program")
	added.wants(t, Done)
	var one noteView
	if err := json.Unmarshal([]byte(added.out), &one); err != nil {
		t.Fatal(err)
	}
	if one.Address != address || one.Item != istanbul || one.Text != "For a program" || !one.InData || one.Created.IsZero() {
		t.Errorf("got %+v", one)
	}
	listed := cli("notes", "list", "--json")
	var list []noteView
	if err := json.Unmarshal([]byte(listed.out), &list); err != nil || len(list) != 1 || list[0].ID != one.ID {
		t.Errorf("got %+v, %v", list, err)
	}
	cli("notes", "list", "--json", "topic/ceasefire").wants(t, Done, "[]")
	quiet := cli("notes", "add", "--quiet", istanbul, "Quiet")
	if quiet.wants(t, Done, "urn:uuid:"); quiet.err != "" {
		t.Errorf("with --quiet it said %q", quiet.err)
	}
}

func TestANoteThatCannotBeSavedSaysWhy(t *testing.T) {
	home(t)
	put(t, "occupied", "a file where the folder should be")
	cli("notes", "add", "--notes", "occupied", istanbul, "text").wants(t, Unreadable,
		"|The notes could not be read or saved: "+filepath.Join("occupied", "russia-ukraine-talks")+" is not a folder.")
	if content(t, "occupied") != "a file where the folder should be" {
		t.Error("the file in the way was touched")
	}
}

func TestDamagedNotesAreTold(t *testing.T) {
	home(t)
	cli("notes", "add", "--notes", "mine", istanbul, "Whole").wants(t, Done)
	cli("notes", "add", "--notes", "mine", istanbul, "To be torn").wants(t, Done)
	journals, err := filepath.Glob(filepath.Join("mine", "*", "notes-*.jsonl"))
	if err != nil || len(journals) != 1 {
		t.Fatalf("journals %v, %v", journals, err)
	}
	torn := strings.Replace(content(t, journals[0]), "To be torn", "To be TORN", 1)
	put(t, journals[0], torn)
	o := cli("notes", "list", "--notes", "mine")
	o.wants(t, Done, "Whole", "|Some notes could not be read. They are kept as they are in: "+filepath.Base(journals[0]))
	if strings.Contains(o.out, "TORN") {
		t.Errorf("a damaged note is shown: %q", o.out)
	}
}

func TestListingNotesWritesNothing(t *testing.T) {
	dir := home(t)
	cli("notes", "list").wants(t, Done)
	if _, err := os.Stat(filepath.Join(dir, ".home")); err == nil {
		t.Error("listing made a folder")
	}
}

func TestControlCharactersOfNotesDoNotReachTheTerminal(t *testing.T) {
	home(t)
	cli("notes", "add", istanbul, "red \x1b[31m \u202egnitirw").wants(t, Done)
	if o := cli("notes", "list"); strings.ContainsAny(o.out, "\x1b\u202e") || !strings.Contains(o.out, "red \uFFFD[31m \uFFFDgnitirw") {
		t.Errorf("it printed %q", o.out)
	}
}

func TestNotesInAFolderThatIsNotThereAreNotStartedAnew(t *testing.T) {
	dir := home(t)
	stick := filepath.Join(dir, "stick")
	if err := notefile.ChooseDir("russia-ukraine-talks", stick); err != nil {
		t.Fatal(err)
	}
	cli("notes", "add", istanbul, "On the stick").wants(t, Done)
	away := filepath.Join(dir, "in a pocket")
	if err := os.Rename(stick, away); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"list"}, {"add", istanbul, "Another"}, {"verify"}, {"export"}} {
		cli(append([]string{"notes"}, args...)...).wants(t, Unreadable, "|"+filepath.Join(stick, "russia-ukraine-talks")+", which was chosen for these notes, is not there")
	}
	if _, err := os.Stat(stick); err == nil {
		t.Error("the folder was made again")
	}
	if err := os.Rename(away, stick); err != nil {
		t.Fatal(err)
	}
	cli("notes", "list").wants(t, Done, "On the stick")
}

func TestOnlyTheUsualStartKeepsAnotherFolderForGood(t *testing.T) {
	dir := home(t)
	for _, args := range [][]string{{}, {"--notes", filepath.Join(dir, "own")}, {"--portable", filepath.Join(dir, "stick")}} {
		o, asked := window(args...)
		if o.wants(t, Done); asked == nil || asked.OwnNotes() != (len(args) > 0) {
			t.Errorf("with %q the window was asked for %+v", args, asked)
		}
	}
}
