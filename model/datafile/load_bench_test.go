package datafile

import (
	"bytes"
	stdjson "encoding/json"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"

	json "github.com/goccy/go-json/v2"

	"parley/model"
	"parley/model/synthetic"
)

// The goals of loading: times of a bare decode of the same bytes into the same shape, by this decoder and by the
// standard library's.
const (
	goalOfBare     = 1.3
	goalOfStandard = 0.4
)

// BenchmarkLoad reads made-up datasets of several sizes, in turn with the two it is to be held against, and reports the
// ratios of the medians. PARLEY_BENCH_MOST is the largest number of exchanges; a million needs 6 GB of memory.
func BenchmarkLoad(b *testing.B) {
	most, err := strconv.Atoi(os.Getenv("PARLEY_BENCH_MOST"))
	if err != nil {
		most = 10_000
	}
	for n := 1000; n <= most; n *= 10 {
		b.Run(fmt.Sprintf("exchanges=%d", n), func(b *testing.B) { benchmarkLoad(b, n) })
	}
}

func benchmarkLoad(b *testing.B, n int) {
	file, shape := syntheticFile(b, n), bareFile()
	work := []func() error{
		func() error { _, problems := Read("made-up.json", file); return problems.Err() },
		func() error {
			return json.Unmarshal(file, reflect.New(shape).Interface(), json.RejectUnknownMembers(true))
		},
		func() error { return stdjson.Unmarshal(file, reflect.New(shape).Interface()) },
	}
	times := make([][]time.Duration, len(work))
	for b.Loop() {
		for i, do := range work {
			runtime.GC() // what the one before left behind is not for this one to clear
			start := time.Now()
			if err := do(); err != nil {
				b.Fatal(err)
			}
			times[i] = append(times[i], time.Since(start))
		}
	}
	load := median(times[0])
	b.ReportMetric(0, "ns/op") // of all three, which says nothing
	b.ReportMetric(float64(load.Microseconds())/1000, "ms")
	b.ReportMetric(float64(load)/float64(median(times[1])), fmt.Sprintf("x-bare(goal<=%v)", goalOfBare))
	b.ReportMetric(float64(load)/float64(median(times[2])), fmt.Sprintf("x-standard(goal<=%v)", goalOfStandard))
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

// syntheticFile is a file of made-up talks with n exchanges.
func syntheticFile(b *testing.B, n int) []byte {
	b.Helper()
	talks, err := synthetic.New(n, 1)
	if err != nil {
		b.Fatal(err)
	}
	var file bytes.Buffer
	if err := WriteStream(&file, talks.Frame(), talks.Exchanges()); err != nil {
		b.Fatal(err)
	}
	return file.Bytes()
}

// BenchmarkLoadParts reports what checking and indexing take of the time of a bare decode.
func BenchmarkLoadParts(b *testing.B) {
	const n = 20_000
	file, shape := syntheticFile(b, n), bareFile()
	facts := synthetic.Facts(n, 1)
	var times [3][]time.Duration
	for b.Loop() {
		for i, do := range []func(){
			func() { facts.Check() },
			func() { model.New(*facts) },
			func() { _ = json.Unmarshal(file, reflect.New(shape).Interface()) },
		} {
			runtime.GC()
			start := time.Now()
			do()
			times[i] = append(times[i], time.Since(start))
		}
	}
	bare := float64(median(times[2]))
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(median(times[0]))/bare, "check-x-bare")
	b.ReportMetric(float64(median(times[1]))/bare, "new-x-bare")
}
