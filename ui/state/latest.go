package state

// Latest runs slow work off the UI goroutine and shows only the newest result. The zero value is not ready: set Spawn and
// OnUI.
type Latest[T any] struct {
	Spawn, OnUI func(func()) // in the program: go f(), fyne.Do(f); in tests: f() for both
	generation  int          // touched on the UI goroutine only
}

// Start runs work and then show with its result, unless Start was called again meanwhile. Work touches no widget.
func (l *Latest[T]) Start(work func() T, show func(T)) {
	l.generation++
	generation := l.generation
	l.Spawn(func() {
		result := work()
		l.OnUI(func() {
			if generation == l.generation {
				show(result)
			}
		})
	})
}
