package datafile

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// manyExchanges is a file with n exchanges, each with a source of its own, and one with a fault where it is faulty.
func manyExchanges(n int, faulty bool) []byte {
	var b strings.Builder
	b.WriteString(`{"format": "parley/1", "name": "many", "title": "Many", "version": "1", "created": "2026-01-31",
"language": "en", "sides": [{"id": "north", "name": "Norland"}, {"id": "south", "name": "Sudland"}],
"kinds": [{"id": "prisoners", "name": "Prisoners"}], "exchanges": [`)
	for i := range n {
		fmt.Fprintf(&b, `{"id":"e%d","date":"2025-05-%02d","kind":"prisoners","to":{"north":{"claims":[{"value":%d,`+
			`"qualifier":"exact","by":"north","sources":["s%d"]}]}}},`+"\n", i, 1+i%31, i%500, i)
	}
	if faulty {
		b.WriteString(`{"id": 7},`)
	}
	b.WriteString(`{"id":"last","date":"2025-06","kind":"prisoners","to":{"north":{}}}], "sources": [`)
	for i := range n {
		fmt.Fprintf(&b, `{"id":"s%d","publisher":"Agency %d","title":"Report %d"},`+"\n", i, i%40, i)
	}
	b.WriteString(`{"id":"s-last","publisher":"Agency","title":"Report","aliases":[]}]}`)
	return []byte(b.String())
}

func save(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "f.json")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoadTellsItsProgress(t *testing.T) {
	for name, data := range map[string][]byte{
		"a good file":                 manyExchanges(3000, false),
		"a file with a fault":         manyExchanges(3000, true),
		"a file that is cut off":      manyExchanges(3000, false)[:200_000],
		"a file with members of ours": []byte(strings.Replace(string(manyExchanges(3000, false)), `"name"`, `"x-a": 1, "name"`, 1)),
		"a small file":                readFile(t, "small.json"),
	} {
		type report struct{ done, total int64 }
		var told []report
		_, _, err := LoadContext(context.Background(), save(t, data), func(done, total int64) {
			told = append(told, report{done, total})
		})
		if err != nil {
			t.Fatal(err)
		}
		last := told[len(told)-1]
		if len(told) > reports+1 || last.done != last.total || last.total < int64(len(data)) {
			t.Errorf("%s: %d reports, the last of them %v", name, len(told), last)
		}
		if !slices.IsSortedFunc(told, func(a, b report) int { return int(a.done - b.done) }) {
			t.Errorf("%s: it goes back: %v", name, told)
		}
		if strings.HasPrefix(name, "a good") && len(told) < reports/2 {
			t.Errorf("%s: only %d reports: %v", name, len(told), told)
		}
	}
}

// TestLoadIsCancelled cancels at every report of a load, and wants the error of the context, soon.
func TestLoadIsCancelled(t *testing.T) {
	for name, data := range map[string][]byte{"good": manyExchanges(20_000, false), "faulty": manyExchanges(20_000, true)} {
		path := save(t, data)
		for at := range reports {
			ctx, cancel := context.WithCancel(context.Background())
			n := 0
			var since time.Time
			_, problems, err := LoadContext(ctx, path, func(done, total int64) {
				if n++; n == at && done < total {
					since = time.Now()
					cancel()
				}
			})
			cancel()
			if since.IsZero() {
				break
			}
			if !errors.Is(err, context.Canceled) || problems != nil {
				t.Fatalf("%s: cancelled at report %d: %v", name, at, err)
			}
			if took := time.Since(since); took > 5*time.Second {
				t.Errorf("%s: cancelled at report %d, and went on for %v", name, at, took)
			}
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 0)
	defer cancel()
	if _, _, err := LoadContext(ctx, save(t, readFile(t, "small.json")), nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("cancelled before it began: %v", err)
	}
}
