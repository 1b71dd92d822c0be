package state

import (
	"context"
	"slices"
	"testing"
)

// held is work that waits until the test lets it go on.
type held struct{ spawned, results []func() }

func (h *held) latest() *Latest[string] {
	return &Latest[string]{
		Spawn: func(f func()) { h.spawned = append(h.spawned, f) },
		OnUI:  func(f func()) { h.results = append(h.results, f) },
	}
}

func (h *held) show() {
	for _, show := range h.results {
		show()
	}
}

// says is work with a fixed result; it notes whether it was told to give up before it began.
func says(word string, givenUp *[]string) func(context.Context) string {
	return func(ctx context.Context) string {
		if ctx.Err() != nil {
			*givenUp = append(*givenUp, word)
		}
		return word
	}
}

func TestOnlyTheNewestResultIsShownHoweverLateAnOldOneComes(t *testing.T) {
	var h held
	l := h.latest()
	var shown, givenUp []string
	show := func(word string) { shown = append(shown, word) }
	l.Start(says("old", &givenUp), show)
	l.Start(says("new", &givenUp), show)
	h.spawned[1]()
	h.spawned[0]()
	if !l.IsBusy() {
		t.Error("work is not under way before its result was shown")
	}
	h.show()
	if !slices.Equal(shown, []string{"new"}) || !slices.Equal(givenUp, []string{"old"}) || l.IsBusy() {
		t.Errorf("shown %v, given up %v, busy %v", shown, givenUp, l.IsBusy())
	}
}

func TestCancelledWorkShowsNothingAndLaterWorkDoes(t *testing.T) {
	var h held
	l := h.latest()
	var shown, givenUp []string
	show := func(word string) { shown = append(shown, word) }
	l.Start(says("cancelled", &givenUp), show)
	l.Cancel()
	if l.IsBusy() {
		t.Error("cancelled work is under way")
	}
	h.spawned[0]()
	h.show()
	if len(shown) != 0 || len(givenUp) != 1 {
		t.Fatalf("shown %v, given up %v", shown, givenUp)
	}
	l.Start(says("later", &givenUp), show)
	h.spawned[1]()
	h.show()
	if !slices.Equal(shown, []string{"later"}) {
		t.Errorf("shown %v", shown)
	}
}

func TestShowingAResultMayStartNewWork(t *testing.T) {
	var h held
	l := h.latest()
	var shown, givenUp []string
	l.Start(says("first", &givenUp), func(string) {
		l.Start(says("second", &givenUp), func(word string) { shown = append(shown, word) })
	})
	h.spawned[0]()
	h.results[0]()
	h.spawned[1]()
	h.results[1]()
	if !slices.Equal(shown, []string{"second"}) || len(givenUp) != 0 {
		t.Errorf("shown %v, given up %v", shown, givenUp)
	}
}
