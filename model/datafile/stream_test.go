package datafile_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/datafile"
	"parley/model/modeltest"
	"parley/model/synthetic"
)

// TestAStreamHoldsWhatAFileHolds writes the same facts in both ways.
func TestAStreamHoldsWhatAFileHolds(t *testing.T) {
	for _, n := range []int{1, 40, 700} {
		facts := synthetic.Facts(n, 1)
		var whole, stream bytes.Buffer
		if err := datafile.Write(&whole, facts); err != nil {
			t.Fatal(err)
		}
		if err := datafile.WriteStream(&stream, facts, slices.Values(facts.Exchanges)); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(decoded(t, whole.Bytes()), decoded(t, stream.Bytes())) {
			t.Errorf("%d exchanges: the two files differ", n)
		}
		ds, problems := datafile.Read("stream", stream.Bytes())
		if len(problems) > 0 {
			t.Fatalf("%d exchanges: %d faults, the first: %v", n, len(problems), problems[0])
		}
		if !reflect.DeepEqual(ds.Facts(), facts) {
			t.Errorf("%d exchanges: what is read is not what was written", n)
		}
	}
}

func TestAStreamWithoutExchangesIsAFileWithoutThem(t *testing.T) {
	facts := modeltest.MinimalFacts()
	var whole, stream bytes.Buffer
	if err := datafile.Write(&whole, &facts); err != nil {
		t.Fatal(err)
	}
	if err := datafile.WriteStream(&stream, &facts, slices.Values([]model.Exchange{})); err != nil {
		t.Fatal(err)
	}
	if whole.String() != stream.String() {
		t.Errorf("the stream is %s", stream.String())
	}
}

func TestAnExchangeOfAStreamStandsOnALine(t *testing.T) {
	facts := synthetic.Facts(2000, 1)
	var stream bytes.Buffer
	if err := datafile.WriteStream(&stream, facts, slices.Values(facts.Exchanges)); err != nil {
		t.Fatal(err)
	}
	lines, size := 0, 0
	for line := range strings.Lines(stream.String()) {
		if strings.HasPrefix(line, `    {"id":"x`) {
			lines++
			size += len(line)
		}
	}
	if lines != 2000 || size/lines > 350 {
		t.Errorf("%d lines of %d bytes", lines, size/max(lines, 1))
	}
}

func TestAStreamEndsWithTheFirstError(t *testing.T) {
	facts := synthetic.Facts(500, 1)
	for _, room := range []int{0, 100, 50_000} {
		made := 0
		counted := func(yield func(model.Exchange) bool) {
			for _, e := range facts.Exchanges {
				made++
				if !yield(e) {
					return
				}
			}
		}
		err := datafile.WriteStream(&full{room}, facts, counted)
		if !errors.Is(err, errFull) || made == len(facts.Exchanges) && room < 50_000 {
			t.Errorf("room for %d bytes: %v after %d exchanges", room, err, made)
		}
	}
}

var errFull = errors.New("the disk is full")

// full is a disk with so much room left.
type full struct{ room int }

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.room {
		return 0, errFull
	}
	f.room -= len(b)
	return len(b), nil
}

var _ io.Writer = (*full)(nil)

func decoded(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
