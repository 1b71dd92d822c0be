package state

import (
	"testing"

	"parley/model"
)

func TestBackAndForwardWorkAsInABrowser(t *testing.T) {
	s := NewStore(State{Page: Rounds})
	s.Go(State{Page: Exchanges})
	s.Go(State{Page: Memoranda})
	s.Back()
	if s.Now().Page != Exchanges || !s.CanBack() || !s.CanForward() {
		t.Fatalf("after Back: %v", s.Now().Page)
	}
	s.Back()
	s.Back() // nothing left
	if s.Now().Page != Rounds || s.CanBack() {
		t.Fatalf("at the start: %v", s.Now().Page)
	}
	s.Forward()
	s.Go(State{Page: Notes})
	if s.CanForward() {
		t.Error("going somewhere new keeps the way forward")
	}
}

func TestViewsHearOfEveryChangeOnce(t *testing.T) {
	s := NewStore(State{Page: Rounds})
	var heard []Page
	s.Watch(func(n State) { heard = append(heard, n.Page) })
	s.Go(State{Page: Rounds}) // no change
	s.Go(State{Page: Notes})
	s.Back()
	if want := []Page{Rounds, Notes, Rounds}; len(heard) != len(want) || heard[1] != want[1] {
		t.Errorf("heard %v, want %v", heard, want)
	}
}

func TestSelectingKeepsThePageAndDropsTheEvidence(t *testing.T) {
	s := NewStore(State{Page: Rounds, Evidence: Evidence{Statement: "x"}})
	s.Select(model.Item{Kind: model.RoundItem, ID: "a"})
	if n := s.Now(); n.Page != Rounds || n.Selected.ID != "a" || n.Evidence != (Evidence{}) {
		t.Errorf("got %+v", n)
	}
}

func TestAnAdjustmentIsNoStepOfTheHistory(t *testing.T) {
	s := NewStore(State{Page: Rounds})
	s.Go(State{Page: Exchanges})
	s.Adjust(func(n *State) { n.View.Part = 2 })
	if s.Now().View.Part != 2 {
		t.Error("the adjustment is not shown")
	}
	s.Back()
	if s.Now().Page != Rounds {
		t.Errorf("Back leads to %+v", s.Now())
	}
}

func TestKeysAreASetInOneOrder(t *testing.T) {
	a, b := Keys("").Toggled("b").Toggled("a"), Keys("").Toggled("a").Toggled("b")
	if a != b || !a.Has("a") || a.Has("") || a.Toggled("a") != "b" || b.Toggled("a").Toggled("b") != "" {
		t.Errorf("the sets are %q and %q", a, b)
	}
}
