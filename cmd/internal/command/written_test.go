package command

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"parley/assets"
)

// inCode are the words in code that are no texts for readers, by the file that they stand in, with the reason. A file's
// own reason counts for all words in it.
var inCode = []struct {
	file, reason string
	words        []string // none: all of the file
}{
	{"ui/toolkit.go", "the toolkit's names of its texts; our words for them are in assets/texts/toolkit", nil},
	{"ui/chart/meta.go", "names of fields of PNG and XMP, which their standards fix", nil},
	{"ui/about.go", "the diagnostics are read by those who mend the program, and are in English as its log is", []string{
		"comes with the program", "from a file", "the file has become faulty", "System", "Toolkit", "Format", "Holds",
		"(in trouble)", "Faults", "Language", "Theme", "Window", "at scale",
	}},
	{"ui/about.go", "names of works of others", []string{"Fyne ", "Fyne", "Noto Sans", "Go"}},
	{"ui/page/help_cite.go", "the name of a format", []string{"BibTeX"}},
	{"ui/app.go", "names of the environment of Windows", []string{"AppData", "LocalAppData"}},
	{"ui/chart/pdf.go", "names within PDF", []string{"NotoSans", "Normal"}},
	{"ui/chart/rounds_table.go", "states in CSV are the same in every language, for programs read them", []string{
		"tied by inference", "nothing tied", "not applicable",
	}},
	{"ui/page/exportchoices.go", "names that systems give to the folder of pictures", []string{"Pictures", "Зображення", "Изображения", "Resimler"}},
	{"ui/part/theme.go", "names of files", []string{"NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf"}},
	{"ui/state/remember.go", "the name of a field of the state", []string{"Evidence"}},
	{"ui/state/sources.go", "an identifier that no side can have", []string{"third parties"}},
	{"cmd/internal/command/import.go", "an option as it is typed", []string{"--into FILE"}},
	{"ui/chart/zip.go", "names of files", []string{"chart.png, chart.svg: "}},
	{"", "the name of the program", []string{"Parley"}},
}

// TestNoTextThatPeopleReadStandsInCode holds every literal of the window, the charts and the commands against what a text
// looks like. What is meant for programmers (errors, the log) and the names of places in texts is left out.
func TestNoTextThatPeopleReadStandsInCode(t *testing.T) {
	w := &codeTexts{places: placesInTexts(t), met: map[string]bool{}}
	for _, folder := range []string{"ui", "cmd/internal", "cmd/parley", "cmd/parley-cli"} {
		w.walk(t, folder)
	}
	for _, file := range slices.Sorted(maps.Keys(w.found)) {
		for _, word := range w.found[file] {
			if !w.isAllowed(file, word) {
				t.Errorf("%s: %q is a text in code; it belongs to assets/texts", file, word)
			}
		}
	}
	for _, e := range inCode {
		for _, word := range e.words {
			if !w.met[e.file+":"+word] {
				t.Errorf("%s: %q need not be allowed any more", e.file, word)
			}
		}
	}
}

// A test that reports nothing proves nothing, so it is shown what it is to find and what it is not.
func TestATextInCodeIsFound(t *testing.T) {
	const code = `package p

import "the path of a library"

type kept struct { A int ` + "`json:\"two words\"`" + ` }

const page = ` + "`<style>p { margin: 0 auto }</style><p class=\"is muted\">{{.Title}}</p>`" + `
const told = ` + "`<p>{{.Title}} told by somebody</p>`" + `

func f() {
	part.Text("ok")
	part.NewButton("save", nil)
	x := "Nothing was found"
	y := []string{"Save"}
	l.T("a.key", "Side", name)
	l.Say("Side", "Side")
	errors.New("read the file")
	slog.Error("no such file")
	panic(fmt.Sprintf("no text of %v", name))
	log.Println("%d-%d", "a.key")
	all := []any{"Side", name}
}
`
	w := &codeTexts{places: map[string]bool{"Side": true}, met: map[string]bool{}}
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", code, 0)
	if err != nil {
		t.Fatal(err)
	}
	w.read("p.go", file)
	want := []string{"told by somebody", "ok", "save", "Nothing was found", "Save", "Side"}
	if got := w.found["p.go"]; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// codeTexts finds the texts that stand in code.
type codeTexts struct {
	places map[string]bool     // names of places in the texts, "Side" for one
	found  map[string][]string // by file
	met    map[string]bool     // "file:word" of inCode
}

func (w *codeTexts) isAllowed(file, word string) bool {
	allowed := false
	for _, e := range inCode {
		if e.file != "" && e.file != file {
			continue
		}
		if e.words == nil || slices.Contains(e.words, word) {
			w.met[e.file+":"+word] = true
			allowed = true
		}
	}
	return allowed
}

func (w *codeTexts) walk(t *testing.T, folder string) {
	t.Helper()
	root := filepath.Join("..", "..", "..")
	err := filepath.WalkDir(filepath.Join(root, folder), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && (name == "testdata" || name == "charttest" || name == "uitest") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		w.read(filepath.ToSlash(name), file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// forProgrammers are the functions whose words no reader sees: the causes of errors, which a sentence of ours goes before,
// the log, and patterns.
var forProgrammers = map[string]bool{
	"New": true, "Errorf": true, "LogError": true, "Error": true, "Warn": true, "Info": true, "Debug": true,
	"MustCompile": true,
}

// isForReaders reports whether a function shows words as they are, one small word as well: those of the packages of widgets,
// menus, and what sets the words of one.
func isForReaders(call *ast.CallExpr) bool {
	f, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	switch f.Sel.Name {
	case "SetText", "SetTitle", "SetPlaceHolder", "NewMenu", "NewMenuItem", "Title", "Caption":
		return true
	}
	of, ok := f.X.(*ast.Ident)
	return ok && slices.Contains([]string{"part", "widget", "dialog", "canvas"}, of.Name)
}

var (
	letter     = regexp.MustCompile(`\p{L}`)
	markup     = regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>|\{\{.*?\}\}|&[a-z]+;`)
	cutMarkup  = regexp.MustCompile(`(?s)^[^<]*>|<[^>]*$`) // of an element that goes on in the next literal
	manyWords  = regexp.MustCompile(`\p{L}{2,}[,:;]? \p{L}`)
	beginsText = regexp.MustCompile(`^\p{Lu}\p{Ll}`)
)

// read takes in what looks like a text in a file.
func (w *codeTexts) read(name string, file *ast.File) {
	if w.found == nil {
		w.found = map[string][]string{}
	}
	add := func(word string) { w.found[name] = append(w.found[name], word) }
	isLeftOut := map[ast.Node]bool{} // literals that were judged, or are not to be
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			isLeftOut[n.Tag] = true
		case *ast.CallExpr:
			if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "panic" {
				return false
			}
			w.readCall(n, isLeftOut, add)
		case *ast.CompositeLit:
			w.leavePlaces(n.Elts, isLeftOut)
		case *ast.BasicLit:
			word, ok := literal(n)
			word = withoutMarkup(word)
			if ok && !isLeftOut[n] && (manyWords.MatchString(word) || beginsText.MatchString(word)) {
				add(word)
			}
		}
		return true
	})
}

func (w *codeTexts) readCall(call *ast.CallExpr, isLeftOut map[ast.Node]bool, add func(string)) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		name = f.Sel.Name
	case *ast.Ident:
		name = f.Name
	}
	w.leavePlaces(call.Args, isLeftOut)
	for _, arg := range call.Args {
		word, ok := literal(arg)
		switch {
		case !ok || isLeftOut[arg]:
		case forProgrammers[name]:
			isLeftOut[arg] = true
		case isForReaders(call) && letter.MatchString(word) && !strings.Contains(word, "://"):
			isLeftOut[arg] = true
			add(word)
		}
	}
}

// leavePlaces leaves out the names of places that their values follow.
func (w *codeTexts) leavePlaces(args []ast.Expr, isLeftOut map[ast.Node]bool) {
	for i, arg := range args {
		if word, ok := literal(arg); ok && w.places[word] && i < len(args)-1 {
			isLeftOut[arg] = true
		}
	}
}

// withoutMarkup is what is left of a page or a drawing in HTML or SVG for people to read.
func withoutMarkup(s string) string {
	if strings.ContainsAny(s, "<>") {
		s = strings.TrimSpace(cutMarkup.ReplaceAllString(markup.ReplaceAllString(s, ""), ""))
	}
	return s
}

var place = regexp.MustCompile(`\.([A-Z][A-Za-z]*)`)

// placesInTexts are the names of the places that the texts leave for values.
func placesInTexts(t *testing.T) map[string]bool {
	t.Helper()
	files, err := fs.Glob(assets.Texts, "texts/*.en.json")
	if err != nil {
		t.Fatal(err)
	}
	places := map[string]bool{}
	for _, name := range files {
		file, err := assets.Texts.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range place.FindAllStringSubmatch(string(file), -1) {
			places[found[1]] = true
		}
	}
	return places
}
