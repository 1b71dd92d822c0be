package synthetic_test

import (
	"crypto/sha256"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"

	"parley/model"
	"parley/model/synthetic"
)

func TestMadeUpTalksHoldNoFault(t *testing.T) {
	for _, n := range []int{1, 2, 7, 60, 117, 1000, 20_000} {
		for _, seed := range []uint64{1, 2, 3, 99} {
			facts := synthetic.Facts(n, seed)
			if got := len(facts.Exchanges); got != n {
				t.Errorf("%d exchanges, want %d", got, n)
			}
			if found := facts.Check(); len(found) > 0 {
				t.Errorf("%d exchanges, seed %d: %d findings, the first: %v %s", n, seed, len(found), found[0].Path,
					found[0].Message)
			}
			if !facts.Metadata.MadeUp {
				t.Error("they are not marked as made up")
			}
		}
	}
}

func TestTheNumberIsFromOneToAMillion(t *testing.T) {
	for _, n := range []int{-1, 0, synthetic.Most + 1} {
		if _, err := synthetic.New(n, 1); err == nil {
			t.Errorf("%d exchanges were made up", n)
		}
	}
}

func TestTheSameSeedMakesTheSameTalks(t *testing.T) {
	first, second, other := synthetic.Facts(500, 1), synthetic.Facts(500, 1), synthetic.Facts(500, 2)
	if !reflect.DeepEqual(first, second) {
		t.Error("the same seed made other talks")
	}
	if reflect.DeepEqual(first.Exchanges, other.Exchanges) {
		t.Error("another seed made the same talks")
	}
}

// TestMadeUpTalksStayTheSame tells when a change makes other talks of a seed: benchmarks of before and after would then
// compare two things.
func TestMadeUpTalksStayTheSame(t *testing.T) {
	h := sha256.New()
	facts := synthetic.Facts(1000, 1)
	for _, e := range facts.Exchanges {
		fmt.Fprint(h, e.ID, e.Date, e.Kind, e.Categories, len(e.Ties))
		for _, side := range facts.Sides {
			a := e.Received(side.ID)
			fmt.Fprint(h, a.State, a.Value, a.Low, a.High)
		}
	}
	const want = "2755af67"
	if got := fmt.Sprintf("%.4x", h.Sum(nil)); got != want {
		t.Errorf("the sum is %s, and was %s", got, want)
	}
}

func TestMadeUpTalksHoldAllThatRealOnesDo(t *testing.T) {
	ds := model.New(*synthetic.Facts(5000, 1))
	seen := map[string]int{}
	see := func(what string, isSeen bool) {
		if isSeen {
			seen[what]++
		}
	}
	var counts []float64
	for _, e := range ds.Exchanges() {
		see("tied", len(e.Ties) > 0)
		see("a day", e.Date.Precision() == model.Day)
		see("a month", e.Date.Precision() == model.Month)
		see("doubted date", e.Date.Uncertain())
		see("stage", e.Stage != nil)
		for _, tie := range e.Ties {
			see("inferred", tie.Inferred)
			see("own count", len(tie.To) > 0)
			see("agreement", tie.Agreement != "")
		}
		for side, f := range e.To {
			a := e.Received(side)
			see("unknown", a.State == model.Unknown)
			see("disputed", a.State == model.Disputed)
			see("bounded", a.State == model.Bounded)
			see("zero", a.State == model.Known && a.Value == 0)
			see("range", a.HasRange)
			see("additional", len(f.Additional) > 0)
			if a.State == model.Known && a.Value > 0 && e.Kind == "detainees" {
				counts = append(counts, float64(a.Value))
			}
		}
	}
	for _, p := range ds.Facts().Pledges {
		see("pledge drawn", p.Drawn())
		see("pledge not drawn", !p.Drawn())
		for side := range p.To {
			see("pledge disputed", p.Pledged(side, ds.SideIDs()).State == model.Disputed)
			see("pledge known", p.Pledged(side, ds.SideIDs()).State == model.Known)
		}
	}
	for _, c := range ds.Facts().Checks {
		see("matching check", c.Matches)
		see("failing check", !c.Matches)
	}
	for what, least := range map[string]int{
		"tied": 2000, "a day": 4000, "a month": 100, "doubted date": 20, "stage": 10, "inferred": 200, "own count": 30,
		"agreement": 200, "unknown": 500, "disputed": 50, "bounded": 300, "zero": 100, "range": 300, "additional": 20,
		"pledge drawn": 50, "pledge not drawn": 30, "pledge disputed": 10, "pledge known": 100,
		"matching check": 3, "failing check": 1,
	} {
		if seen[what] < least {
			t.Errorf("%s: %d times, want at least %d", what, seen[what], least)
		}
	}
	isLogNormal(t, counts)
}

// isLogNormal checks the median and the spread of the logarithms.
func isLogNormal(t *testing.T, counts []float64) {
	t.Helper()
	slices.Sort(counts)
	if median := counts[len(counts)/2]; median < 50 || median > 72 {
		t.Errorf("the median is %v, want about 60", median)
	}
	high := counts[len(counts)*84/100] // one standard deviation above
	if spread := math.Log(high / counts[len(counts)/2]); spread < 0.95 || spread > 1.25 {
		t.Errorf("the spread of the logarithms is %.2f, want about 1.1", spread)
	}
}
