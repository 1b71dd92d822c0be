package ui

import (
	"parley/ui/page"
	"parley/ui/state"
)

// visit is where the reader was while a state was shown: how far page and inspector were scrolled, and what was unfolded.
type visit struct{ page, inspector page.Place }

// mostVisits bounds what is kept of the way through the program.
const mostVisits = 500

// goBack shows what was shown before, at the place where the reader was.
func (w *Window) goBack() { w.goThrough(w.store.Back) }

// goForward undoes goBack.
func (w *Window) goForward() { w.goThrough(w.store.Forward) }

func (w *Window) goThrough(history func()) {
	w.returning = true
	history()
	w.returning = false
}

// leaveState puts down where the reader is, before something else is shown.
func (w *Window) leaveState() {
	p, ok := w.pages[w.shown.Page].(page.Placed)
	if !ok {
		return
	}
	if w.visits == nil || len(w.visits) >= mostVisits {
		w.visits = map[state.State]visit{}
	}
	w.visits[w.shown] = visit{p.Place(), w.inspector.Place()}
}

// revisit goes back to where the reader was in a state, where Back or Forward leads to it.
func (w *Window) revisit(now state.State) {
	was, known := w.visits[now]
	if !w.returning || !known {
		return
	}
	if p, ok := w.pages[now.Page].(page.Placed); ok {
		p.Return(was.page)
	}
	w.inspector.Return(was.inspector)
}

// rebuild makes the window anew at the place where the reader is.
func (w *Window) rebuild() {
	inspected, drawer := w.inspector.Place(), w.shell.open
	w.leave()
	w.shown = w.store.Now() // nothing was selected just now that the drawer would open for
	w.build()
	w.setDrawer(drawer)
	w.inspector.Return(inspected)
	w.root.Refresh() // texts that wrap know their height only once they have been laid out
}
