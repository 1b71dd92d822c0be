package ui

import (
	"fyne.io/fyne/v2"

	"parley/ui/notebook"
	"parley/ui/page"
)

// undoActions undo and redo the steps of the notes. In a text that is being typed the same keys undo the typing.
func (w *Window) undoActions() []action {
	return []action{
		{key: "notework.undo", shortcut: ctrl(fyne.KeyZ), do: w.onNotes((*page.Desk).Undo)},
		{key: "notework.redo", shortcut: ctrlShift(fyne.KeyZ), do: w.onNotes((*page.Desk).Redo)},
	}
}

// onNotes does something with the notes, when none of them is being typed in any more.
func (w *Window) onNotes(do func(*page.Desk)) func() {
	return func() {
		w.window.Canvas().Unfocus()
		do(w.desk)
	}
}

// undoItems are the actions of the menu, with the names of the steps that they are about.
func (w *Window) undoItems() []*fyne.MenuItem {
	items := w.items(w.undoActions())
	w.undo = undoMenu{undo: items[0], redo: items[1]}
	w.nameSteps()
	return items
}

// undoMenu is what the menu Edit shows of the steps of the notes.
type undoMenu struct {
	undo, redo *fyne.MenuItem
	menu       *fyne.Menu
}

// nameSteps says in the menu which step would be undone, and which done again.
func (w *Window) nameSteps() {
	if w.undo.undo == nil {
		return
	}
	name := func(item *fyne.MenuItem, s notebook.Step, can bool, plain, named string) bool {
		label := w.locale.T(plain)
		if can {
			label = w.locale.T(named, "Step", w.desk.StepName(s))
		}
		isNews := item.Label != label || item.Disabled == can
		item.Label, item.Disabled = label, !can
		return isNews
	}
	step, can := w.desk.Notes.CanUndo()
	isNews := name(w.undo.undo, step, can, "notework.undo", "notework.undo.what")
	step, can = w.desk.Notes.CanRedo()
	if name(w.undo.redo, step, can, "notework.redo", "notework.redo.what") || isNews {
		if w.undo.menu != nil {
			w.undo.menu.Refresh()
		}
	}
}
