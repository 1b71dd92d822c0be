package state

// InTurn does slow work beside the window, one piece after another: of what is asked for while one piece is under way,
// only the newest is done. A reader who drags sees every result that can be had in time, and the last one in any case;
// with [Latest] they would see none before they stop. Its methods belong to the UI goroutine.
type InTurn[T any] struct {
	// Spawn runs work off the UI goroutine, and OnUI brings a result back to it.
	Spawn, OnUI func(func())

	isBusy bool
	next   func() // nil for none
}

// Start does work, which touches nothing that the window may change, and gives its result to show.
func (q *InTurn[T]) Start(work func() T, show func(T)) {
	if q.isBusy {
		q.next = func() { q.Start(work, show) }
		return
	}
	q.isBusy = true
	q.Spawn(func() {
		result := work()
		q.OnUI(func() {
			q.isBusy = false
			show(result)
			if next := q.next; next != nil && !q.isBusy {
				q.next = nil
				next()
			}
		})
	})
}

// IsBusy reports whether work is under way.
func (q *InTurn[T]) IsBusy() bool { return q.isBusy }
