package model_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"parley/model"
	"parley/model/synthetic"
)

// goalOfAQuestion is how long a page may wait for its sums, also of a million exchanges.
const goalOfAQuestion = 10 * time.Millisecond

// BenchmarkPageQuestion asks for all sums that a page shows, of made-up datasets of several sizes: by round, kind and
// side, what stands apart, and what was carried out of each pledge of a round. It reports the time of one such question
// beside its goal. PARLEY_BENCH_MOST is the largest number of exchanges; a million needs 4 GB of memory.
func BenchmarkPageQuestion(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprintf("exchanges=%d", n), func(b *testing.B) {
			ds := model.New(*synthetic.Facts(n, 1))
			b.ResetTimer()
			for b.Loop() {
				askAll(ds)
			}
			ms := float64(b.Elapsed().Microseconds()) / 1000 / float64(b.N)
			b.ReportMetric(ms, fmt.Sprintf("ms(goal<=%v)", goalOfAQuestion.Milliseconds()))
		})
	}
}

// sizes are the numbers of exchanges to measure.
func sizes() []int {
	most, err := strconv.Atoi(os.Getenv("PARLEY_BENCH_MOST"))
	if err != nil {
		most = 100_000
	}
	list := []int{1000, 10_000, 100_000, 1_000_000}
	return slices.DeleteFunc(list, func(n int) bool { return n > most })
}

// askAll returns how many exchanges it came upon, so that nothing is left out as useless.
func askAll(ds *model.Dataset) int {
	n := 0
	for _, k := range ds.Kinds() {
		t := ds.Tally(k.ID)
		for _, g := range t.Groups {
			for _, s := range g.Slots {
				n += count(s.Carried)
			}
		}
		for _, a := range t.Apart {
			n += count(a.Carried)
		}
	}
	rounds := ds.Rounds()
	o := model.Occasion{Round: rounds[len(rounds)/2].ID}
	for _, p := range ds.PledgesOf(o) {
		n += count(ds.CarriedOut(p))
	}
	return n + len(ds.ExchangesTiedTo(o)) + len(ds.Exchanges())
}

func count(carried map[model.SideID]model.Carried) int {
	n := 0
	for _, c := range carried {
		n += c.Len()
	}
	return n
}

// BenchmarkNew indexes and counts made-up datasets of several sizes, and reports what an exchange takes: a growth worse
// than linear shows as a number that grows.
func BenchmarkNew(b *testing.B) {
	for _, n := range sizes() {
		b.Run(fmt.Sprintf("exchanges=%d", n), func(b *testing.B) {
			facts := synthetic.Facts(n, 1)
			b.ReportAllocs()
			b.ResetTimer()
			for b.Loop() {
				model.New(*facts)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/exchange")
		})
	}
}
