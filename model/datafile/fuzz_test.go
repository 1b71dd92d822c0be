package datafile

import (
	"bytes"
	stdjson "encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	oracle "github.com/go-json-experiment/json/jsontext"
	"github.com/goccy/go-json/jsontext"

	"parley/model"
)

// FuzzRead holds Read to its laws, whatever the input: it does not panic; it gives a dataset or says why not; every
// problem lies inside the file, in order, on the token that its path names, and is told in words of ours; what it accepts
// is JSON to another decoder as well; and what it accepts is the same after it was written and read again.
func FuzzRead(f *testing.F) {
	good, err := os.ReadFile(filepath.Join("testdata", "good", "small.json"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte("\xef\xbb\xbf{}"))
	f.Add([]byte("\xff\xfe{\x00"))
	f.Add([]byte(`{"format": "parley/2"}`))
	for _, edits := range [][]edit{syntaxEdits, shapeEdits, meaningEdits, extensionEdits} {
		for _, e := range edits {
			f.Add(e.apply(f, good))
		}
	}
	for _, c := range jsonCases(f) {
		if len(c.text) < 1000 {
			f.Add(c.text)
			f.Add(bytes.Replace(good, []byte(`"format"`), append(append([]byte(`"$comment": `), c.text...), `, "format"`...), 1))
		}
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		ds, problems := Read("f", file)
		if (ds == nil) != (len(problems.Errors()) > 0) {
			t.Fatalf("a dataset: %v; errors: %v", ds != nil, problems.Errors())
		}
		body := bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))
		if ds != nil {
			checkAccepted(t, ds, body)
		}
		isJSON := jsontext.Value(body).IsValid(jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
		for i, p := range problems {
			checkPlace(t, body, p)
			if isJSON {
				checkToken(t, body, p)
			}
			if i > 0 && (p.Line < problems[i-1].Line || p.Line == problems[i-1].Line && p.Col < problems[i-1].Col) {
				t.Fatalf("%v stands after %v", p, problems[i-1])
			}
		}
	})
}

// checkAccepted checks a file that was read: it is JSON, and what is written of its facts gives the same facts.
func checkAccepted(t *testing.T, ds *model.Dataset, body []byte) {
	t.Helper()
	if !stdjson.Valid(body) || !oracle.Value(body).IsValid() {
		t.Fatal("accepted what is no JSON")
	}
	saved := write(t, ds.Facts())
	again, problems := Read("saved", saved)
	if again == nil {
		t.Fatalf("what was written is refused: %v\n%s", problems.Err(), saved)
	}
	if !reflect.DeepEqual(ds.Facts(), again.Facts()) {
		t.Fatalf("saved and read again, the facts are others:\n%s", saved)
	}
}

// checkToken checks that a problem of a file that is JSON points at a token: the one that its path names, the name of it,
// or what is around it where it is not there.
func checkToken(t *testing.T, body []byte, p Problem) {
	t.Helper()
	lines := bytes.Split(body, []byte("\n"))
	rest := []rune(string(lines[p.Line-1]))[p.Col-1:]
	begins := len(rest) > 0 && strings.ContainsRune("{[\"-0123456789tfn", rest[0])
	if !begins && p.Path != "$" && !strings.Contains(p.Msg, "no UTF-8") {
		t.Fatalf("%v points at %.20q", p, string(rest))
	}
	last := p.Path[strings.LastIndexAny(p.Path, ".]")+1:]
	isName := strings.Contains(p.Msg, "member \""+last+"\"")
	if isName && last != "" && strings.HasPrefix(string(rest), `"`) && !strings.HasPrefix(string(rest), `"`+last+`"`) &&
		!strings.Contains(string(rest[:min(len(rest), 6*len(last)+2)]), `\`) {
		t.Fatalf("%v points at %.20q", p, string(rest))
	}
}

// FuzzDecoder compares what the decoder accepts with what another one accepts, of which it is to behave the same.
func FuzzDecoder(f *testing.F) {
	for _, c := range jsonCases(f) {
		if len(c.text) < 1000 {
			f.Add(c.text)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, strict := range []bool{true, false} {
			ours := jsontext.Value(text).IsValid(jsontext.AllowDuplicateNames(!strict), jsontext.AllowInvalidUTF8(!strict))
			theirs := oracle.Value(text).IsValid(oracle.AllowDuplicateNames(!strict), oracle.AllowInvalidUTF8(!strict))
			if ours != theirs {
				t.Fatalf("strict %v: accepted %v, by the other decoder %v", strict, ours, theirs)
			}
		}
	})
}

// checkPlace checks that a problem lies inside the file or right at its end, on a token where it is one of shape or
// meaning, and that its words are whole and none of the decoder's.
func checkPlace(t *testing.T, file []byte, p Problem) {
	t.Helper()
	lines := bytes.Split(file, []byte("\n"))
	if p.Line < 1 || p.Line > len(lines) || p.Col < 1 || p.Col > utf8.RuneCount(lines[p.Line-1])+1 {
		t.Fatalf("%v lies outside of the file", p)
	}
	if !strings.Contains(p.Msg, "; ") && !strings.HasSuffix(p.Msg, "?") {
		t.Fatalf("%v does not say how to mend it", p)
	}
	for _, foreign := range []string{"json", "jsontext", "datafile.", "model.", "report this", "%!"} {
		if strings.Contains(p.Msg, foreign) && !bytes.Contains(file, []byte(foreign)) {
			t.Fatalf("%v is not in words of ours", p)
		}
	}
	if !utf8.ValidString(p.Msg) || len(p.Msg) > 2000 {
		t.Fatalf("%.300v: not to be printed", p)
	}
}
