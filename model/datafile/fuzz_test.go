package datafile

import (
	"bytes"
	stdjson "encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzRead holds Read to its laws, whatever the input: it does not panic; it gives a dataset or says why not; every
// problem lies inside the file, in order, and is told in words of ours; and what it accepts is JSON.
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
	f.Fuzz(func(t *testing.T, file []byte) {
		ds, problems := Read("f", file)
		if (ds == nil) != (len(problems.Errors()) > 0) {
			t.Fatalf("a dataset: %v; errors: %v", ds != nil, problems.Errors())
		}
		if ds != nil && !stdjson.Valid(bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))) {
			t.Fatal("accepted what is no JSON")
		}
		body := bytes.TrimPrefix(file, []byte("\xef\xbb\xbf"))
		for i, p := range problems {
			checkPlace(t, body, p)
			if i > 0 && (p.Line < problems[i-1].Line || p.Line == problems[i-1].Line && p.Col < problems[i-1].Col) {
				t.Fatalf("%v stands after %v", p, problems[i-1])
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
