package state

import "context"

// Latest does slow work beside the window; only the result of the newest work is shown. Its methods belong to the UI
// goroutine.
type Latest[T any] struct {
	// Spawn runs work off the UI goroutine, and OnUI brings a result back to it.
	Spawn, OnUI func(func())

	newest int                // counts what was started and cancelled
	cancel context.CancelFunc // of the work that is under way; nil for none
}

// Start begins work, which touches nothing that the window may change, and gives its result to show. Work that was under
// way is told by its context to give up, and what becomes of it is shown no more.
func (l *Latest[T]) Start(work func(context.Context) T, show func(T)) {
	l.Cancel()
	mine := l.newest
	ctx, cancel := context.WithCancel(context.Background())
	l.cancel = cancel
	l.Spawn(func() {
		result := work(ctx)
		l.OnUI(func() {
			if mine == l.newest {
				l.Cancel()
				show(result)
			}
		})
	})
}

// Cancel gives up the work that is under way; nothing of it is shown.
func (l *Latest[T]) Cancel() {
	l.newest++
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
}

// IsBusy reports whether work is under way.
func (l *Latest[T]) IsBusy() bool { return l.cancel != nil }
