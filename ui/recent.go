package ui

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
)

// recentMenu lists the files that were opened last. One that cannot be found any more stays in the list and says so.
func (w *Window) recentMenu() *fyne.MenuItem {
	l := w.locale
	menu := fyne.NewMenuItem(l.T("recent.menu"), nil)
	menu.ChildMenu = fyne.NewMenu("")
	files := w.recent.Files()
	if len(files) == 0 {
		none := fyne.NewMenuItem(l.T("recent.none"), nil)
		none.Disabled = true
		menu.ChildMenu.Items = []*fyne.MenuItem{none}
		return menu
	}
	for _, f := range files {
		name := l.T("recent.file", "Title", f.Title, "File", filepath.Base(f.Path))
		if !f.IsThere() {
			name = l.T("recent.gone", "File", filepath.Base(f.Path))
		}
		menu.ChildMenu.Items = append(menu.ChildMenu.Items, fyne.NewMenuItem(name, w.unlessAsked(func() { w.openRecent(f.Path) })))
	}
	menu.ChildMenu.Items = append(menu.ChildMenu.Items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(l.T("recent.clear"), w.unlessAsked(w.clearRecent)))
	return menu
}

// withRecent are the entries of actions, of which the first opens a file, and the list of recent files after that one.
func (w *Window) withRecent(actions []action) []*fyne.MenuItem {
	return slices.Insert(w.items(actions), 1, w.recentMenu())
}

// openRecent opens a file of the list. Where it is not there any more the reader may take it off the list.
func (w *Window) openRecent(path string) {
	for _, f := range w.recent.Files() {
		if f.Path == path && f.IsThere() {
			w.open(path)
			return
		}
	}
	w.bar.Tell(w.locale.T("recent.notfound", "File", path), w.locale.T("recent.remove"), func() {
		w.bar.Hide()
		w.forget(w.recent.Remove(path))
	})
}

func (w *Window) clearRecent() { w.forget(w.recent.Clear()) }

// forget shows the list of recent files as it is after a change of it, or says why it did not change.
func (w *Window) forget(err error) {
	if err != nil {
		w.bar.Say(w.locale.T("recent.notchanged"), err.Error())
	}
	if w.dataset == nil {
		w.window.SetMainMenu(w.shortMenu())
		return
	}
	w.window.SetMainMenu(w.menu())
}

// closeFile closes the file of the dataset that is shown; the bundled one takes its place.
func (w *Window) closeFile() {
	if w.opened == nil {
		w.say(w.locale.T("recent.noclose"))
		return
	}
	w.openBundled()
}
