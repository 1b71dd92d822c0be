package ui

import (
	"fyne.io/fyne/v2"

	"parley/ui/page"
	"parley/ui/part"
	"parley/ui/state"
)

// visit is where the reader was while a state was shown: how far page and inspector were scrolled, and what was unfolded.
type visit struct {
	page, inspector page.Place
	offset          fyne.Position // of a page that tells no place
}

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
	left := w.pages[w.shown.Page]
	if left == nil {
		return
	}
	if w.visits == nil || len(w.visits) >= mostVisits {
		w.visits = map[state.State]visit{}
	}
	v := visit{inspector: w.inspector.Place()}
	if p, ok := left.(page.Placed); ok {
		v.page = p.Place()
	} else if scroll := part.ScrollIn(left.Content()); scroll != nil {
		v.offset = scroll.Offset
	}
	w.visits[w.shown] = v
}

// revisit goes back to where the reader was in a state, where Back or Forward leads to it.
func (w *Window) revisit(now state.State) {
	was, known := w.visits[now]
	if !w.returning || !known {
		return
	}
	shown := w.pages[now.Page]
	if p, ok := shown.(page.Placed); ok {
		p.Return(was.page)
	} else if scroll := part.ScrollIn(shown.Content()); scroll != nil {
		scroll.ScrollToOffset(was.offset)
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
