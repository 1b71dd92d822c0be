package assets_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parley/assets"
)

var update = flag.Bool("update", false, "write the licences anew")

// systems are those that the program is built for: each links other libraries.
var systems = []string{"linux", "windows", "darwin"}

// TestEveryLibraryHasItsLicence holds the licences that the program shows against what it is built from. With -update it
// copies them anew.
func TestEveryLibraryHasItsLicence(t *testing.T) {
	folders := libraries(t)
	if len(folders) < 20 {
		t.Fatalf("only %d libraries found", len(folders))
	}
	for path, folder := range folders {
		want := licenceIn(t, folder)
		file := filepath.Join("licences", filepath.FromSlash(path), "LICENSE.txt")
		if *update {
			write(t, file, want)
			continue
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: the licence is missing or another one (go test ./assets -update): %v", path, err)
		}
	}
	if *update {
		return
	}
	for _, path := range kept(t) {
		if folders[path] == "" {
			t.Errorf("%s: a licence of what the program is not built from", path)
		}
	}
}

// libraries are the folders of the modules that the programs are built from, and of the language, by path.
func libraries(t *testing.T) map[string]string {
	t.Helper()
	folders := map[string]string{"go": run(t, "linux", "env", "GOROOT")}
	for _, system := range systems {
		list := run(t, system, "list", "-e", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Dir}}{{end}}", "parley/cmd/parley", "parley/cmd/parley-cli")
		for line := range strings.Lines(list) {
			if path, folder, ok := strings.Cut(strings.TrimSpace(line), " "); ok && path != "parley" {
				folders[path] = folder
			}
		}
	}
	return folders
}

func run(t *testing.T, system string, args ...string) string {
	t.Helper()
	command := exec.Command("go", args...)
	command.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v", command, err)
	}
	return strings.TrimSpace(string(out))
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[sc]e|copying|notice|patents)(-[a-z0-9]+)?(\.(txt|md))?$|^licenses$`)

// licenceIn joins the licences that lie in the folder of a library.
func licenceIn(t *testing.T, folder string) []byte {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var texts [][]byte
	for _, e := range entries {
		if !licenceFile.MatchString(e.Name()) {
			continue
		}
		if e.IsDir() { // a choice of licences: the first is the one that permits most
			texts = append(texts, licenceOfChoice(t, filepath.Join(folder, e.Name())))
			continue
		}
		texts = append(texts, read(t, filepath.Join(folder, e.Name())))
	}
	if len(texts) == 0 {
		t.Errorf("%s has no licence", folder)
	}
	return bytes.Join(texts, []byte("\n\n"))
}

func licenceOfChoice(t *testing.T, folder string) []byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %v", folder, err)
	}
	return read(t, slices.Min(files))
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.TrimSpace(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
}

func write(t *testing.T, file string, text []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
}

// kept are the libraries that there is a licence of.
func kept(t *testing.T) []string {
	t.Helper()
	var paths []string
	err := fs.WalkDir(assets.Licences, "licences", func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			paths = append(paths, strings.TrimSuffix(strings.TrimPrefix(path, "licences/"), "/LICENSE.txt"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// TestTheFontsHaveTheirLicence checks that the licence of the fonts is shown as it lies beside them.
func TestTheFontsHaveTheirLicence(t *testing.T) {
	if text := read(t, "fonts/OFL.txt"); !bytes.Contains(text, []byte("SIL OPEN FONT LICENSE")) || strings.TrimSpace(assets.FontLicence) != string(text) {
		t.Error("the licence of the fonts is another one than that beside them")
	}
}
