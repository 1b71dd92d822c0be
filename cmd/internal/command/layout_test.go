package command

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// arrows say which of our packages each package may import. What is not here may not be there.
var arrows = map[string][]string{
	"assets": {}, "data": {},

	"model":            {},
	"model/modeltest":  {"model"},
	"model/datafile":   {"model"},
	"model/annotation": {"model"},
	"model/notefile":   {"model", "model/annotation"},
	"model/synthetic":  {"model"},
	"model/sheet":      {"model", "model/datafile"},
	"model/fold":       {},
	"model/search":     {"model", "model/fold"},

	"ui/palette":         {},
	"ui/format":          {"assets", "model"},
	"ui/chart":           {"assets", "model", "ui/comparison", "ui/format", "ui/palette"},
	"ui/chart/charttest": {"model", "model/modeltest"},
	"ui/export":          {"ui/format"},
	"ui/report":          {},
	"ui/changes":         {"model", "ui/format", "ui/report"},
	"ui/comparison":      {"model", "ui/format"},
	"ui/sheetwords":      {"model", "model/sheet", "ui/format"},
	"ui/handover":        {},
	"ui/keep":            {"model/notefile", "ui/export"},
	"ui/state":           {"model"},
	"ui/watch":           {},
	"ui/notebook":        {"model", "model/annotation", "model/notefile", "ui/format"},
	"ui/notepaper":       {"model", "model/annotation", "model/notefile", "ui/format", "ui/report"},
	"ui/part":            {"assets", "model", "model/fold", "ui/chart", "ui/format", "ui/palette"},
	"ui/page":            {"model", "model/annotation", "model/fold", "model/notefile", "model/search", "model/sheet", "ui/changes", "ui/chart", "ui/comparison", "ui/export", "ui/format", "ui/notebook", "ui/notepaper", "ui/palette", "ui/part", "ui/sheetwords", "ui/state"},
	"ui/uitest":          {"model", "ui", "ui/page", "ui/part", "ui/state", "ui/format"},
	"ui": {
		"assets", "data", "model", "model/datafile", "model/notefile",
		"ui/changes", "ui/chart", "ui/export", "ui/format", "ui/handover", "ui/keep", "ui/notebook", "ui/page", "ui/palette", "ui/part", "ui/state", "ui/watch",
	},

	"cmd/internal/command": {
		"data", "model", "model/annotation", "model/datafile", "model/notefile", "model/sheet", "model/synthetic", "ui/changes", "ui/chart", "ui/comparison", "ui/export", "ui/format", "ui/keep", "ui/notepaper", "ui/palette", "ui/sheetwords",
	},
	"cmd/parley-cli": {"cmd/internal/command"},
	"cmd/parley": {
		"assets", "cmd/internal/command", "data", "model", "model/datafile", "model/notefile", "ui", "ui/format", "ui/handover", "ui/keep",
		"ui/notebook", "ui/page",
	},
	"cmd/gallery": {
		"data", "model", "model/datafile", "model/notefile",
		"ui", "ui/chart", "ui/chart/charttest", "ui/format", "ui/notebook", "ui/page", "ui/palette", "ui/state",
		"ui/uitest",
	},
}

// withoutWindow are the packages that must work where there is no display and no C compiler.
var withoutWindow = []string{
	"model", "model/modeltest", "model/datafile", "model/annotation", "model/notefile", "model/sheet", "model/synthetic",
	"model/fold", "model/search",
	"ui/changes", "ui/chart", "ui/comparison", "ui/export", "ui/format", "ui/keep", "ui/notepaper", "ui/palette", "ui/report", "ui/sheetwords", "ui/watch",
	"cmd/internal/command",
	"cmd/parley-cli",
}

// pack is what go list tells of a package.
type pack struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
}

func (p pack) name() string { return strings.TrimPrefix(p.ImportPath, "parley/") }

func goList(t *testing.T, args ...string) []pack {
	t.Helper()
	list := exec.Command("go", append([]string{"list", "-e", "-json=ImportPath,Standard,Imports,Deps"}, args...)...)
	out, err := list.Output()
	if err != nil {
		t.Fatalf("%s: %v", list, err)
	}
	var packs []pack
	for in := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pack
		if err := in.Decode(&p); errors.Is(err, io.EOF) {
			return packs
		} else if err != nil {
			t.Fatal(err)
		}
		packs = append(packs, p)
	}
}

func TestArrowsPointOneWay(t *testing.T) {
	packs := goList(t, "parley/...")
	if len(packs) < 10 {
		t.Fatalf("only %d packages found", len(packs))
	}
	for _, p := range packs {
		may, known := arrows[p.name()]
		if !known {
			t.Errorf("%s: say in the list of arrows what this package may import", p.name())
		}
		for _, path := range p.Imports {
			if name, ours := strings.CutPrefix(path, "parley/"); ours && !slices.Contains(may, name) {
				t.Errorf("%s may not import %s", p.name(), name)
			}
		}
	}
}

func TestArrowsOfTheModelLeadToTheStandardLibraryOnly(t *testing.T) {
	for _, p := range goList(t, "-deps", "parley/model") {
		if !p.Standard && p.name() != "model" {
			t.Errorf("model depends on %s", p.ImportPath)
		}
	}
}

func TestArrowsOfWhatNeedsNoWindowAvoidTheToolkit(t *testing.T) {
	for _, name := range withoutWindow {
		for _, p := range goList(t, "parley/"+name) {
			for _, path := range p.Deps {
				if strings.HasPrefix(path, "fyne.io/") || strings.HasPrefix(path, "github.com/go-gl/") {
					t.Errorf("%s depends on %s", name, path)
				}
			}
		}
	}
}

// TestTheProgramWithoutAWindowNeedsNoC builds it as a server would, and asks it for its version.
func TestTheProgramWithoutAWindowNeedsNoC(t *testing.T) {
	program := filepath.Join(t.TempDir(), "parley-cli")
	build := exec.Command("go", "build", "-o", program, "parley/cmd/parley-cli")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", build, err, out)
	}
	out, err := exec.Command(program, "--version").CombinedOutput()
	if want := "parley-cli " + Version + "\n"; err != nil || string(out) != want {
		t.Errorf("said %q (%v), want %q", out, err, want)
	}
}

func TestTheVersionIsTheSameEverywhere(t *testing.T) {
	for file, want := range map[string]string{
		"FyneApp.toml": `Version = "` + Version + `"`,
		"CHANGELOG.md": "## [" + Version + "]",
	} {
		text, err := os.ReadFile(filepath.Join("..", "..", "..", file))
		if err != nil {
			t.Error(err)
		}
		if !strings.Contains(string(text), want) {
			t.Errorf("%s does not say %s", file, want)
		}
	}
}
