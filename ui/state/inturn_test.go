package state

import (
	"slices"
	"testing"
)

func TestOfWhatIsAskedForMeanwhileOnlyTheNewestIsDone(t *testing.T) {
	var spawned []func()
	q := InTurn[int]{
		Spawn: func(f func()) { spawned = append(spawned, f) },
		OnUI:  func(f func()) { f() },
	}
	var done, shown []int
	start := func(n int) {
		q.Start(func() int { done = append(done, n); return n }, func(n int) { shown = append(shown, n) })
	}
	start(1)
	start(2)
	start(3)
	for len(spawned) > 0 {
		work := spawned[0]
		spawned = spawned[1:]
		work()
	}
	if want := []int{1, 3}; !slices.Equal(done, want) || !slices.Equal(shown, want) {
		t.Errorf("done %v, shown %v, want %v", done, shown, want)
	}
	start(4)
	if len(spawned) != 1 {
		t.Error("when all is done, new work does not start")
	}
}

func TestAResultMayAskForMoreWork(t *testing.T) {
	q := InTurn[int]{Spawn: func(f func()) { f() }, OnUI: func(f func()) { f() }}
	var shown []int
	q.Start(func() int { return 1 }, func(n int) {
		shown = append(shown, n)
		q.Start(func() int { return 2 }, func(n int) { shown = append(shown, n) })
	})
	if want := []int{1, 2}; !slices.Equal(shown, want) {
		t.Errorf("shown %v, want %v", shown, want)
	}
}
