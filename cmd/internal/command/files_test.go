package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/ui/format"
)

func TestFilesTellWhereEverythingLies(t *testing.T) {
	dir := home(t)
	config := filepath.Join(dir, ".home", "config", "parley")
	want := []string{
		"Settings", filepath.Join(config, "settings.json"), filepath.Join(config, "recent.json"),
		filepath.Join(dir, ".home", "data", "parley", "notes"), filepath.Join(config, "device"),
	}
	cli("--files").wants(t, Done, want...)
	out, asked := window("--files")
	out.wants(t, Done, want...)
	if asked != nil {
		t.Error("the window was opened")
	}
	if _, err := os.Stat(config); err == nil {
		t.Error("to tell where things lie a folder was made")
	}
	var told map[string]any
	if err := json.Unmarshal([]byte(cli("--files", "--json", "--notes", "mine").out), &told); err != nil {
		t.Fatal(err)
	}
	if told["settings"] != want[1] || told["notes"] != filepath.Join(dir, "mine") || told["portable"] != false {
		t.Errorf("for programs it tells %v", told)
	}
	for _, lang := range format.Languages() {
		cli("--files", "--lang", lang).wants(t, Done, want[1])
	}
	out, _ = window("--files", "talks.json")
	out.wants(t, Misused, "|--files only prints")
}

func TestAPortableProgramKeepsAllButItsNameInOneFolder(t *testing.T) {
	dir := home(t)
	folder := filepath.Join(dir, "stick")
	item := "round/2025-06-02-istanbul"
	cli("--portable", "stick", "notes", "add", item, "carried along").wants(t, Done)
	cli("--portable", "stick", "notes", "list").wants(t, Done, "carried along")
	cli("notes", "list").wants(t, Done, "|There are no notes")
	if found, _ := filepath.Glob(filepath.Join(folder, "notes", "russia-ukraine-talks", "notes*.jsonl")); len(found) != 1 {
		t.Errorf("the notes are not in the portable folder, which holds %v", files(t, folder))
	}
	_, err := os.Stat(filepath.Join(dir, ".home", "config", "parley", "device"))
	if found, _ := filepath.Glob(filepath.Join(folder, "*device*")); len(found) > 0 || err != nil {
		t.Errorf("the name of the computer lies in %v, %v", found, err)
	}
	told := cli("--files", "--portable", "stick").out
	if n := strings.Count(told, folder+string(filepath.Separator)); n != 4 {
		t.Errorf("%d of 4 things are told to lie in the portable folder: %s", n, told)
	}
	_, asked := window("--portable", "stick", "--notes", "elsewhere")
	if asked == nil || asked.Places.Settings != filepath.Join(folder, "settings.json") || asked.Places.Notes != filepath.Join(dir, "elsewhere") {
		t.Errorf("the window is asked for %+v", asked)
	}
	put(t, "file", "")
	cli("--portable", "file", "notes", "list").wants(t, Unreadable, "|The portable folder file cannot be used: file is not a folder.")
}

func TestResettingForgetsSettingsAndNeverNotes(t *testing.T) {
	dir := home(t)
	cli("notes", "add", "round/2025-06-02-istanbul", "kept").wants(t, Done)
	config := filepath.Join(dir, ".home", "config", "parley")
	put(t, filepath.Join(config, "settings.json"), "{}")
	put(t, filepath.Join(config, "recent.json"), "[]")
	out, asked := window("--reset-ui")
	out.wants(t, Done)
	if asked == nil {
		t.Error("the window was not opened")
	}
	if left := files(t, config); len(left) != 1 || left[0] != "device" {
		t.Errorf("what is left: %v", left)
	}
	cli("notes", "list").wants(t, Done, "kept")
	out, _ = window("--reset-ui")
	out.wants(t, Done)
	cli("--reset-ui").wants(t, Misused, "|There is no option --reset-ui")
}
