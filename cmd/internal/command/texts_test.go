package command

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"parley/assets"
)

// TestEveryTextIsUsedAndEveryUsedTextIsThere reads the keys out of the source, for a fault that no test runs into has a
// text as well.
func TestEveryTextIsUsedAndEveryUsedTextIsThere(t *testing.T) {
	file, err := assets.Texts.ReadFile("texts/command.en.json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]any
	if err := json.Unmarshal(file, &texts); err != nil {
		t.Fatal(err)
	}
	used := usedKeys(t)
	for key := range used {
		if _, ok := texts["command."+key]; !ok {
			t.Errorf("there is no text %q", "command."+key)
		}
	}
	for key := range texts {
		if !used[strings.TrimPrefix(key, "command.")] {
			t.Errorf("the text %q is used nowhere", key)
		}
	}
}

var key = regexp.MustCompile(`^(command\.)?[a-z]+(\.[a-z]+)*$`)

// usedKeys are the keys in calls of the methods that take one.
func usedKeys(t *testing.T) map[string]bool {
	t.Helper()
	names, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{}
	for _, name := range names {
		if !strings.HasSuffix(name.Name(), ".go") || strings.HasSuffix(name.Name(), "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				addKeys(keys, n)
			case *ast.CompositeLit: // tables of causes and keys
				for _, e := range n.Elts {
					if word, ok := literal(e); ok && strings.HasPrefix(word, "why.") {
						keys[word] = true
					}
				}
			}
			return true
		})
	}
	return keys
}

func addKeys(keys map[string]bool, call *ast.CallExpr) {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return
	}
	for _, arg := range call.Args {
		word, ok := literal(arg)
		if !ok || !key.MatchString(word) {
			continue
		}
		if method.Sel.Name == "N" && !strings.HasPrefix(word, "command.") {
			continue // a text of another area; the test below reads them
		}
		switch method.Sel.Name {
		case "t", "fail", "misused", "unknown", "choice", "section", "N":
			keys[strings.TrimPrefix(word, "command.")] = true
			if method.Sel.Name != "N" && method.Sel.Name != "t" {
				return // what follows are values
			}
		case "command":
			for _, part := range []string{".use", ".short", ".long", ".example"} {
				keys[word+part] = true
			}
		}
	}
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	word, err := strconv.Unquote(lit.Value)
	return word, err == nil
}

// TestEveryTextOfEveryAreaIsUsedAndThere does so for the whole program. Where a key is put together, what it begins with
// counts for all keys that begin so.
func TestEveryTextOfEveryAreaIsUsedAndThere(t *testing.T) {
	texts := allTexts(t)
	if len(texts) < 300 {
		t.Fatalf("only %d texts are found", len(texts))
	}
	source := readSource(t)
	for key := range texts {
		if strings.HasPrefix(key, "command.") {
			continue // the test above is stricter
		}
		if !source.uses(key) {
			t.Errorf("the text %q is used nowhere", key)
		}
	}
	for key, where := range source.asked {
		if !texts[key] {
			t.Errorf("%s: there is no text %q", where, key)
		}
	}
}

// allTexts are the keys of all English texts.
func allTexts(t *testing.T) map[string]bool {
	t.Helper()
	files, err := fs.Glob(assets.Texts, "texts/*.en.json")
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{}
	for _, name := range files {
		file, err := assets.Texts.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]any
		if err := json.Unmarshal(file, &texts); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for key := range maps.Keys(texts) {
			keys[key] = true
		}
	}
	return keys
}

// source is what the program's source says of texts.
type source struct {
	words    map[string]bool   // all literals
	prefixes []string          // literals that something is put behind: "status."
	suffixes []string          // literals that are put behind something: ".short"
	asked    map[string]string // whole keys that a text is asked for by, and where
}

// uses reports whether a key stands in the source, as a whole or put together.
func (s *source) uses(key string) bool {
	if s.words[key] {
		return true
	}
	for _, prefix := range s.prefixes {
		if strings.HasPrefix(key, prefix) {
			return true
		}
	}
	for _, suffix := range s.suffixes {
		if stem, ok := strings.CutSuffix(key, suffix); ok && s.words[stem] {
			return true
		}
	}
	return false
}

var (
	prefixWord = regexp.MustCompile(`^[a-z]+(\.[a-z]+)*\.$`)
	suffixWord = regexp.MustCompile(`^(\.[a-z]+)+$`)
)

// readSource reads all of the program's own source but tests.
func readSource(t *testing.T) *source {
	t.Helper()
	s := &source{words: map[string]bool{}, asked: map[string]string{}}
	for _, folder := range []string{"cmd", "model", "ui"} {
		err := filepath.WalkDir(filepath.Join("..", "..", "..", folder), func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err == nil {
				s.read(path, file)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func (s *source) read(path string, file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.BasicLit:
			s.readWord(n)
		case *ast.CallExpr:
			s.readCall(path, n)
		}
		return true
	})
}

func (s *source) readWord(lit *ast.BasicLit) {
	word, ok := literal(lit)
	switch {
	case !ok || word == "command.": // a text of this package; its own test reads them
	case prefixWord.MatchString(word):
		s.prefixes = append(s.prefixes, word)
	case suffixWord.MatchString(word):
		s.suffixes = append(s.suffixes, word)
	default:
		s.words[word] = true
	}
}

// readCall takes in l.T("key"), l.N("key", n) and, as the window's pages have it for short, s.t("key").
func (s *source) readCall(path string, call *ast.CallExpr) {
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || len(call.Args) == 0 {
		return
	}
	isPage := filepath.Base(filepath.Dir(path)) == "page"
	if name := method.Sel.Name; name != "T" && name != "N" && !(isPage && name == "t") {
		return
	}
	if word, ok := literal(call.Args[0]); ok && !prefixWord.MatchString(word) {
		s.asked[word] = path
	}
}
