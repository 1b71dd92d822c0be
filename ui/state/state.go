// Package state holds what the window shows, and who is told when it changes.
package state

import (
	"slices"
	"strings"

	"parley/model"
)

// Page names a page of the window.
type Page string

// The pages of the window.
const (
	Overview  Page = "overview"
	Rounds    Page = "rounds"
	Exchanges Page = "exchanges"
	Memoranda Page = "memoranda"
	Timeline  Page = "timeline"
	Sources   Page = "sources"
	Notes     Page = "notes"
)

// Pages lists the pages in the order of the navigation.
func Pages() []Page { return []Page{Overview, Rounds, Exchanges, Memoranda, Timeline, Sources, Notes} }

// State is all that the window shows. It is comparable: copy it, change the copy, and give it to [Store.Go].
type State struct {
	Page        Page
	Round       model.RoundID
	Kind        model.KindID
	Chart       string // by its name; empty for the first
	View        View   // of the chart and its table
	Table       bool   // the exchanges as a table, not as a chart
	Left, Right model.DocumentID
	Timeline    TimelineView
	Sources     SourcesView
	Notes       NotesView
	Swapped     bool // the sides in the other order; order means nothing
	Comparison  Comparison

	Selected model.Item // what the inspector shows
	Evidence Evidence   // sources of one statement, shown above the selected item
}

// View is what of a chart is shown: which numbers, in which order, and which part of the time axis. The zero View shows
// all.
type View struct {
	Sides      Keys       // only these receiving sides; none: all
	From, To   model.Date // only what lies in this period; zero: without an end
	Without    Keys       // the series that the legend switched off
	Zoom       Zoom
	Part       int    // of a chart that one picture cannot hold, from 0
	Sort       string // the column that the table is sorted by; empty: as the chart has it
	Descending bool   // the largest first
}

// Zoom is the part of a time axis that is drawn; zero: all of it. It filters nothing.
type Zoom struct{ From, To model.Date }

// Keys is a set of keys, in order and joined by spaces, so that it is comparable. A key has no space.
type Keys string

// List returns the keys; nil where there are none.
func (k Keys) List() []string { return strings.Fields(string(k)) }

// Has reports whether a key is in the set.
func (k Keys) Has(key string) bool { return slices.Contains(k.List(), key) }

// Toggled is the set with a key that it lacked, or without one that it had.
func (k Keys) Toggled(key string) Keys {
	list := k.List()
	if i := slices.Index(list, key); i >= 0 {
		list = slices.Delete(list, i, i+1)
	} else {
		list = append(list, key)
		slices.Sort(list)
	}
	return Keys(strings.Join(list, " "))
}

// Evidence is one statement and its sources, for the inspector. Sources are joined by spaces, so that it is comparable.
type Evidence struct {
	Statement string
	Sources   string
}

// Store holds the state and its history and tells the views. It belongs to the UI goroutine and needs no lock.
type Store struct {
	now           State
	back, forward []State
	views         []func(State)
	isReturning   bool
}

// NewStore starts with a state that has no history.
func NewStore(first State) *Store { return &Store{now: first} }

// Now returns the current state.
func (s *Store) Now() State { return s.now }

// Watch calls view at every change of the state, and once at once.
func (s *Store) Watch(view func(State)) {
	s.views = append(s.views, view)
	view(s.now)
}

// Forget drops all views, before the window builds new ones.
func (s *Store) Forget() { s.views = nil }

// Mend changes the current state and those of the history, without telling the views: what they show has changed.
func (s *Store) Mend(mend func(State) State) {
	s.now = mend(s.now)
	for _, history := range [][]State{s.back, s.forward} {
		for i := range history {
			history[i] = mend(history[i])
		}
	}
}

// Go shows another state and remembers the current one for Back. Going where we are does nothing.
func (s *Store) Go(next State) {
	if next == s.now {
		return
	}
	s.back = append(s.back, s.now)
	s.forward = nil
	s.set(next)
}

// Change is Go for a change made to a copy of the current state.
func (s *Store) Change(change func(*State)) {
	next := s.now
	change(&next)
	s.Go(next)
}

// Adjust is Change without a step of the history: Back leads to where it would have led before.
func (s *Store) Adjust(change func(*State)) {
	next := s.now
	change(&next)
	if next != s.now {
		s.set(next)
	}
}

// Select shows an item in the inspector; the page stays.
func (s *Store) Select(item model.Item) {
	s.Change(func(n *State) { n.Selected, n.Evidence = item, Evidence{} })
}

// Back shows the state before this one.
func (s *Store) Back() { s.move(&s.back, &s.forward) }

// Forward undoes Back.
func (s *Store) Forward() { s.move(&s.forward, &s.back) }

// IsReturning reports, while the views are told, whether the state is one of the history that Back or Forward shows again.
func (s *Store) IsReturning() bool { return s.isReturning }

// CanBack reports whether there is a state to go back to.
func (s *Store) CanBack() bool { return len(s.back) > 0 }

// CanForward reports whether Back can be undone.
func (s *Store) CanForward() bool { return len(s.forward) > 0 }

func (s *Store) move(from, to *[]State) {
	if len(*from) == 0 {
		return
	}
	last := len(*from) - 1
	next := (*from)[last]
	*from = (*from)[:last]
	*to = append(*to, s.now)
	s.isReturning = true
	s.set(next)
	s.isReturning = false
}

func (s *Store) set(next State) {
	s.now = next
	for _, view := range s.views {
		view(next)
	}
}
