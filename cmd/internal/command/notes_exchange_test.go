package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// folder is where the notes are, for tests that look at it.
func noteFolder(t *testing.T) string {
	t.Helper()
	dir, err := notesFolder("", "russia-ukraine-talks")
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestNotesTravelFromOneComputerToAnother(t *testing.T) {
	home(t)
	cli("notes", "add", istanbul, "First *note*").wants(t, Done)
	cli("notes", "add", "topic/ceasefire", "=SUM(1)").wants(t, Done)
	file := filepath.Join(t.TempDir(), "notes.jsonld")
	cli("notes", "export", "-o", file).wants(t, Done, "|2 notes written to")
	cli("notes", "export", "-o", file).wants(t, Unreadable, "|--force")
	cli("notes", "export").wants(t, Done, `"type": "AnnotationCollection"`, `"total": 2`, "First *note*")
	cli("notes", "export", istanbul, "--format", "md").wants(t, Done, "## Istanbul", "First *note*", "<"+address+">")
	cli("notes", "export", "--format", "csv").wants(t, Done, "id,item,kind,about", "'=SUM(1)")
	cli("notes", "export", "--format", "html").wants(t, Done, "<!DOCTYPE html>", "<em>note</em>")
	cli("notes", "export", "--format", "docx").wants(t, Misused)
	cli("notes", "import", file).wants(t, Done, "0 imported, 2 already here, 0 in conflict\n")

	home(t)
	cli("notes", "import", file, "--dry-run", "--json").wants(t, Done, `"imported": 2`, `"written": false`)
	cli("notes", "list").wants(t, Done, "|There are no notes.")
	cli("notes", "import", file).wants(t, Done, "2 imported, 0 already here, 0 in conflict\n")
	cli("notes", "list").wants(t, Done, "First *note*", "=SUM(1)")
	changed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	newer := strings.Replace(string(changed), "First *note*", "First note, changed", 1)
	cliWith(newer, "notes", "import", "-", "--conflicts", "both").wants(t, Done, "0 imported, 1 already here, 1 in conflict", "|both stay")
	cli("notes", "list").wants(t, Done, "First *note*", "First note, changed")
	cliWith(newer, "notes", "import", "-", "--conflicts", "some").wants(t, Misused, "|--conflicts")
	cli("notes", "verify").wants(t, Done, "3 notes, 0 deleted.")
}

func TestNotesOfOtherProgramsAreTakenIn(t *testing.T) {
	home(t)
	const rows = `{"rows":[{"id":"x","uri":"https://example.org/nowhere","text":"On a page","tags":["web"],"target":[]}],"total":1}`
	cliWith(rows, "notes", "import", "-").wants(t, Done, "0 imported", "1 annotation is on nothing that this dataset holds")
	cliWith(rows, "notes", "import", "-", "--on", istanbul).wants(t, Done, "1 imported")
	cli("notes", "list", "--tag", "web").wants(t, Done, istanbul, "#web", "On a page")
	cliWith(rows, "notes", "import", "-", "--on", "round/none").wants(t, Faulty)
	cliWith("{", "notes", "import", "-").wants(t, Faulty, "|it is not JSON")
	cli("notes", "import", "none.json").wants(t, Unreadable, "|none.json")
	const late = `[{"id":"urn:x:late","type":"Annotation","modified":"9999-12-31T23:59:59-10:00","body":{"type":"TextualBody","value":"late"},` +
		`"target":"parley:russia-ukraine-talks/` + istanbul + `"}]`
	cliWith(late, "notes", "import", "-").wants(t, Done, "0 imported", "1 annotation could not be understood")
	cliWith(late, "notes", "import", "-", "--json").wants(t, Done, `"not_understood": 1`)
	cli("notes", "list", "--orphans").wants(t, Done, "|There are no notes.")
}

func TestFoldersOfNotesAreMergedAndVerified(t *testing.T) {
	home(t)
	cli("notes", "add", istanbul, "On the other computer").wants(t, Done)
	other := noteFolder(t)
	home(t)
	cli("notes", "merge", filepath.Dir(other)).wants(t, Done, "1 imported, 0 already here, 0 in conflict")
	cli("notes", "merge", other).wants(t, Done, "0 imported, 1 already here")
	cli("notes", "merge", filepath.Join(other, "none")).wants(t, Unreadable)
	cli("notes", "verify", other, "--json").wants(t, Done, `"notes": 1`, `"damaged_lines": 0`)

	files, err := filepath.Glob(filepath.Join(other, "notes-*.jsonl"))
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 1
	if err := os.WriteFile(files[0], data, 0o600); err != nil {
		t.Fatal(err)
	}
	cli("notes", "merge", other, "--dry-run").wants(t, Faulty, "0 to import", "1 annotation could not be understood", "|Not read:", "|"+filepath.Base(files[0]))
	cli("notes", "merge", other, "--json").wants(t, Faulty, `"not_understood": 1`, `"not_read": 0`)
	unreadable := filepath.Join(other, "notes-away.jsonl")
	if err := os.WriteFile(unreadable, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(unreadable, 2<<30); err != nil { // too large to be read; it takes no room on the disk
		t.Fatal(err)
	}
	cli("notes", "merge", other, "--json").wants(t, Faulty, `"not_read": 1`, "|notes-away.jsonl")
	if err := os.Remove(unreadable); err != nil {
		t.Fatal(err)
	}
	cli("notes", "verify", other).wants(t, Faulty, "0 notes", "Not read:", filepath.Base(files[0]))
	if after, err := os.ReadFile(files[0]); err != nil || string(after) != string(data) {
		t.Error("verify changed the file", err)
	}
}
