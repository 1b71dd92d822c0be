package command

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
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
