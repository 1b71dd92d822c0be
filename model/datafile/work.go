package datafile

import "context"

// work is what is done of loading one file, in bytes of it: the bar moves on while it is read, decoded, checked and
// indexed, and stands at the end when all is done.
type work struct {
	ctx    context.Context
	report func(done, total int64)
	total  int64
	told   int64 // what was reported last
	begun  int64 // where the phase begins
	share  int64 // how much of the whole the phase is
}

// phase is a part of the work, in hundredths of the whole: about what it takes of the time.
type phase int64

// The phases of loading, in their order.
const (
	reading  phase = 5
	decoding phase = 65
	checking phase = 20
	indexing phase = 10
)

// reports is how often the work is reported at most.
const reports = 50

func newWork(ctx context.Context, report func(done, total int64)) *work {
	return &work{ctx: ctx, report: report}
}

// begin begins the next phase.
func (w *work) begin(p phase) error {
	w.begun += w.share
	w.share = w.total * int64(p) / 100
	return w.reached(0, 1)
}

// reached tells how far the phase is, and returns the error of the context when the reader has cancelled.
func (w *work) reached(done, of int64) error {
	if w.report != nil && of > 0 {
		at := w.begun + int64(float64(w.share)*float64(done)/float64(of))
		if at > w.told && at-w.told >= w.total/reports {
			w.told = at
			w.report(at, w.total)
		}
	}
	return w.ctx.Err()
}

// finish reports that all is done.
func (w *work) finish() {
	if w.report != nil && w.told < w.total {
		w.told = w.total
		w.report(w.total, w.total)
	}
}
