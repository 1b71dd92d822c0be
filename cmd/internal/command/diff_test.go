package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// twoVersions writes two versions of a dataset.
func twoVersions(t *testing.T) (old, now string) {
	t.Helper()
	dir := home(t)
	old, now = filepath.Join(dir, "old.json"), filepath.Join(dir, "new.json")
	text := strings.Replace(smallDataset, `{"value": 10, "qualifier": "exact", "by": "north", "sources": ["paper"]}]}},
    "ties"`, `{"value": 11, "qualifier": "exact", "by": "north", "sources": ["paper"]}]}},
    "ties"`, 1)
	text = strings.Replace(text, `"version": "1.0.0"`, `"version": "1.1.0"`, 1)
	for file, content := range map[string]string{old: smallDataset, now: text} {
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return old, now
}

func TestDiffTellsWhatChangedWithItsSource(t *testing.T) {
	old, now := twoVersions(t)
	got := cli("diff", old, now)
	if got.code != Done || got.err != "" {
		t.Fatalf("exit code %d, %q", got.code, got.err)
	}
	for _, want := range []string{"Version: 1.0.0 → 1.1.0", "Received: Norland › Claim: Norland: 10 → 11", "https://paper.example/ten"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q is not in\n%s", want, got.out)
		}
	}
}

func TestDiffForProgramsIsJSON(t *testing.T) {
	old, now := twoVersions(t)
	got := cli("diff", "--json", old, now)
	var report struct {
		New     struct{ Version string }
		Changes []map[string]any
	}
	err := json.Unmarshal([]byte(got.out), &report)
	if err != nil || got.code != Done || len(report.Changes) != 2 || report.New.Version != "1.1.0" {
		t.Errorf("exit code %d, %v, %+v", got.code, err, report)
	}
}

func TestDiffWritesAFileInTheFormatOfItsName(t *testing.T) {
	old, now := twoVersions(t)
	file := filepath.Join(t.TempDir(), "changes.html")
	if got := cli("diff", old, now, "-o", file); got.code != Done {
		t.Fatalf("exit code %d, %q", got.code, got.err)
	}
	text, err := os.ReadFile(file)
	if err != nil || !strings.HasPrefix(string(text), "<!DOCTYPE html>") {
		t.Errorf("the file holds %.40q (%v)", text, err)
	}
	if got := cli("diff", old, now, "-o", file); got.code != Unreadable {
		t.Errorf("an existing file was written over, exit code %d", got.code)
	}
}

func TestDiffOfAFaultyFileSaysSo(t *testing.T) {
	old, _ := twoVersions(t)
	faultyFile := filepath.Join(t.TempDir(), "faulty.json")
	text, _ := faulty(t)
	if err := os.WriteFile(faultyFile, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := cli("diff", old, faultyFile); got.code != Faulty || !strings.Contains(got.err, "$.version") {
		t.Errorf("exit code %d, %q", got.code, got.err)
	}
	if got := cli("diff", old, "nowhere.json"); got.code != Unreadable {
		t.Errorf("exit code %d for a file that is not there", got.code)
	}
	if got := cli("diff", old); got.code != Misused {
		t.Errorf("exit code %d for one file", got.code)
	}
	if got := cli("diff", old, old, "--format", "pdf"); got.code != Misused {
		t.Errorf("exit code %d for a format that is none", got.code)
	}
	file := filepath.Join(t.TempDir(), "changes.pdf")
	if got := cli("diff", old, old, "-o", file); got.code != Misused {
		t.Errorf("exit code %d for a file whose name ends in no format", got.code)
	}
}
