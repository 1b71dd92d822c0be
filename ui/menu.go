package ui

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/ui/format"
	"parley/ui/page"
	"parley/ui/part"
	"parley/ui/state"
)

// action is something the reader can do from the menu or by its shortcut.
type action struct {
	key      string // of its name in the texts
	shortcut *desktop.CustomShortcut
	also     *desktop.CustomShortcut // another one that does the same
	shown    string                  // the key of the name of the shortcut's key, where it is no letter
	plain    fyne.KeyName            // a key without a modifier, instead of a shortcut
	do       func()
	isFirst  bool // of a group in its menu
}

const modifier = fyne.KeyModifierShortcutDefault

func ctrl(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: modifier}
}

func ctrlShift(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: modifier | fyne.KeyModifierShift}
}

func alt(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

// openActions are those that need no dataset to be shown.
func (w *Window) openActions() []action {
	list := []action{
		{key: "menu.open", shortcut: ctrl(fyne.KeyO), do: w.chooseFile},
		{key: "menu.bundled", do: w.openBundled},
	}
	if w.config.Example != nil {
		list = append(list, action{key: "menu.example", do: w.openExample})
	}
	return list
}

func (w *Window) fileActions() []action {
	return append(w.openActions(), []action{
		{key: "recent.close", shortcut: ctrl(fyne.KeyW), do: w.closeFile},
		{key: "changes.window.menu", do: w.chooseEarlierVersion, isFirst: true},
		{key: "import.menu", do: w.importSheet},
		{key: "menu.newnote", shortcut: ctrl(fyne.KeyN), do: w.writeNote, isFirst: true},
		{key: "notework.import.menu", do: func() { w.desk.ImportNotes() }},
		{key: "notework.export.menu", do: func() { w.desk.ExportAllNotes() }},
		{key: "menu.export", shortcut: ctrl(fyne.KeyE), do: w.exportChart, isFirst: true},
		{key: "exchanges.copy.numbers", shortcut: ctrl(fyne.KeyM), do: w.onChart(page.Charting.CopyNumbers)},
		{key: "exchanges.copy.picture", shortcut: ctrl(fyne.KeyP), do: w.onChart(page.Charting.CopyPicture)},
	}...)
}

func (w *Window) editActions() []action {
	return []action{
		{key: "search.menu", shortcut: ctrl(fyne.KeyF), also: ctrl(fyne.KeyK), do: w.openSearch},
		{key: "refer.link", isFirst: true, shortcut: ctrlShift(fyne.KeyL), do: w.onSelected((*page.Desk).CopyLink)},
		{key: "refer.cite", shortcut: ctrlShift(fyne.KeyC), do: w.onSelected(func(d *page.Desk, i model.Item) { d.CopyCitation(i, false) })},
		{key: "refer.cite.full", do: w.onSelected(func(d *page.Desk, i model.Item) { d.CopyCitation(i, true) })},
	}
}

// onSelected does something with the item that is selected, and says where there is none.
func (w *Window) onSelected(do func(*page.Desk, model.Item)) func() {
	return func() {
		if i := w.store.Now().Selected; w.dataset.Has(i) {
			do(w.desk, i)
			return
		}
		w.say(w.locale.T("refer.none"))
	}
}

func (w *Window) viewActions() []action {
	return []action{
		{key: "view.larger", shortcut: ctrl(fyne.KeyEqual), also: ctrl(fyne.KeyPlus), shown: "keys.Plus", do: func() { w.changeTextSize(1) }},
		{key: "view.smaller", shortcut: ctrl(fyne.KeyMinus), shown: "keys.Minus", do: func() { w.changeTextSize(-1) }},
		{key: "view.usual", shortcut: ctrl(fyne.Key0), do: func() { w.chooseTextSize(textSizes[0]) }},
		{key: "view.fullscreen", plain: fyne.KeyF11, do: w.toggleFullScreen},
		{key: "menu.inspector", isFirst: true, plain: fyne.KeyF4, do: func() { w.setDrawer(!w.shell.open) }},
		{key: "menu.table", shortcut: ctrl(fyne.KeyT), do: w.toggleTable},
		{key: "menu.swap", do: func() { w.store.Change(func(s *state.State) { s.Swapped = !s.Swapped }) }},
	}
}

// goActions lead somewhere: to a page, back, through the comparison, through the window.
func (w *Window) goActions() []action {
	var list []action
	for i, name := range state.Pages() {
		list = append(list, action{key: "page." + string(name), shortcut: ctrl(fyne.KeyName(strconv.Itoa(i + 1))), do: func() { w.turnTo(name) }})
	}
	return append(list, []action{
		{key: "menu.back", isFirst: true, shortcut: alt(fyne.KeyLeft), do: w.goBack},
		{key: "menu.forward", shortcut: alt(fyne.KeyRight), do: w.goForward},
		{key: "menu.nextdifference", isFirst: true, shortcut: alt(fyne.KeyDown), do: func() { w.differences((*page.Memoranda).NextDifference) }},
		{key: "menu.previousdifference", shortcut: alt(fyne.KeyUp), do: func() { w.differences((*page.Memoranda).PreviousDifference) }},
		{key: "compared.find.menu", shortcut: ctrlShift(fyne.KeyF), do: func() { w.differences((*page.Memoranda).Find) }},
		{key: "view.zone", isFirst: true, plain: fyne.KeyF6, do: func() { w.nextZone(1) }},
		{key: "view.zone.back", shortcut: ctrlShift(fyne.KeyTab), do: func() { w.nextZone(-1) }},
	}...)
}

func (w *Window) helpActions() []action {
	return append(append([]action{{key: "manual.menu", do: w.showManual}}, w.helpTexts()...), []action{
		{key: "notework.backup.menu", isFirst: true, do: func() { w.desk.BackUpNotes() }},
		{key: "notework.backup.in", do: func() { w.desk.ImportNotes() }},
		{key: "menu.shortcuts", isFirst: true, plain: fyne.KeyF1, do: w.listShortcuts},
		{key: "where.title", do: w.tellFiles},
		{key: "about.diagnostics", do: w.copyDiagnostics},
		{key: "menu.about", isFirst: true, do: w.tell},
	}...)
}

func (w *Window) actions() []action {
	var all []action
	for _, list := range [][]action{w.fileActions(), w.undoActions(), w.editActions(), w.viewActions(), w.goActions(), w.helpActions()} {
		all = append(all, list...)
	}
	return all
}

func (w *Window) menu() *fyne.MainMenu {
	l := w.locale
	quit := fyne.NewMenuItem(l.T("menu.quit"), w.close)
	quit.IsQuit = true
	quit.Shortcut = ctrl(fyne.KeyQ)
	file := fyne.NewMenu(l.T("menu.file"), append(w.withRecent(w.fileActions()), fyne.NewMenuItemSeparator(), quit)...)
	view := fyne.NewMenu(l.T("menu.view"), append(append(w.items(w.viewActions()), fyne.NewMenuItemSeparator(), w.themeMenu(), w.textSizeMenu(), w.languageMenu()), w.animationItems()...)...)
	edit := fyne.NewMenu(l.T("menu.edit"), append(append(w.undoItems(), fyne.NewMenuItemSeparator()), w.items(w.editActions())...)...)
	w.undo.menu = edit
	return fyne.NewMainMenu(file, edit, view,
		fyne.NewMenu(l.T("menu.go"), w.items(w.goActions())...),
		fyne.NewMenu(l.T("menu.help"), w.items(w.helpActions())...))
}

// shortMenu is the menu for as long as there is no dataset.
func (w *Window) shortMenu() *fyne.MainMenu {
	quit := fyne.NewMenuItem(w.locale.T("menu.quit"), w.close)
	quit.IsQuit = true
	return fyne.NewMainMenu(fyne.NewMenu(w.locale.T("menu.file"),
		append(w.withRecent(w.openActions()), fyne.NewMenuItemSeparator(), quit)...))
}

func (w *Window) items(actions []action) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, a := range actions {
		if a.isFirst {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		item := fyne.NewMenuItem(w.locale.T(a.key), w.unlessAsked(a.do))
		switch {
		case a.shortcut != nil:
			item.Shortcut = a.shortcut
		case a.plain != "":
			item.Shortcut = &desktop.CustomShortcut{KeyName: a.plain}
		}
		items = append(items, item)
	}
	return items
}

func (w *Window) themeMenu() *fyne.MenuItem {
	menu := fyne.NewMenuItem(w.locale.T("menu.theme"), nil)
	menu.ChildMenu = fyne.NewMenu("")
	for _, choice := range []string{"system", "light", "dark"} {
		item := fyne.NewMenuItem(w.locale.T("theme."+choice), func() { w.chooseTheme(choice) })
		item.Checked = w.settings.theme() == choice || (choice == "system" && w.settings.theme() == "")
		menu.ChildMenu.Items = append(menu.ChildMenu.Items, item)
	}
	return menu
}

func (w *Window) chooseTheme(choice string) {
	w.settings.setTheme(choice)
	w.settings.save()
	w.app.Settings().SetTheme(w.look())
	w.window.SetMainMenu(w.menu())
}

func (w *Window) languageMenu() *fyne.MenuItem {
	menu := fyne.NewMenuItem(w.locale.T("menu.language"), nil)
	menu.ChildMenu = fyne.NewMenu("")
	for _, lang := range format.Languages() {
		item := fyne.NewMenuItem(format.In(lang).T("language.own"), func() { w.chooseLanguage(lang) })
		item.Checked = w.locale.Lang() == lang
		menu.ChildMenu.Items = append(menu.ChildMenu.Items, item)
	}
	return menu
}

// chooseLanguage builds the window anew in another language, at the place where the reader is.
func (w *Window) chooseLanguage(lang string) {
	if lang == w.locale.Lang() {
		return
	}
	w.settings.setLanguage(lang)
	w.settings.save()
	w.locale = format.In(lang)
	w.store.Change(func(s *state.State) { s.Evidence = state.Evidence{} }) // its words are in the other language
	w.build()
}

// addShortcuts makes every action of the menus work from the keyboard.
func (w *Window) addShortcuts() {
	canvas := w.window.Canvas()
	plain := map[fyne.KeyName]func(){}
	for _, a := range w.actions() {
		switch {
		case a.shortcut != nil:
			canvas.AddShortcut(a.shortcut, func(fyne.Shortcut) { w.unlessAsked(a.do)() })
			if a.also != nil {
				canvas.AddShortcut(a.also, func(fyne.Shortcut) { w.unlessAsked(a.do)() })
			}
		case a.plain != "":
			plain[a.plain] = w.unlessAsked(a.do)
		}
	}
	// The toolkit has names of its own for these keys.
	canvas.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { w.unlessAsked(w.onNotes((*page.Desk).Undo))() })
	canvas.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { w.unlessAsked(w.onNotes((*page.Desk).Redo))() })
	plain[fyne.KeyEscape] = w.escape
	for key, pages := range map[fyne.KeyName]float32{
		fyne.KeyPageDown: 0.9, fyne.KeyPageUp: -0.9, fyne.KeyDown: 0.1, fyne.KeyUp: -0.1, fyne.KeyHome: -1e6, fyne.KeyEnd: 1e6,
	} {
		plain[key] = func() { w.scroll(pages) }
	}
	canvas.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if do := plain[e.Name]; do != nil {
			do()
		}
	})
	canvas.SetOnTypedRune(func(r rune) {
		if r == '?' {
			w.unlessAsked(w.listShortcuts)()
		}
	})
}

// unlessAsked does something only while no dialog waits for an answer: nothing changes behind one.
func (w *Window) unlessAsked(do func()) func() {
	return func() {
		if w.window.Canvas().Overlays().Top() == nil {
			do()
		}
	}
}

// scroll scrolls the text that is shown, else the column that has the focus, else the page; by parts of what is in sight.
func (w *Window) scroll(pages float32) {
	switch focused, ok := w.window.Canvas().Focused().(fyne.CanvasObject); {
	case w.reading != nil:
		part.ScrollBy(w.reading, pages)
	case ok:
		part.ScrollBy(part.ScrollAround(w.window.Canvas(), focused), pages)
	default:
		part.ScrollBy(part.ScrollIn(w.pages[w.store.Now().Page].Content()), pages)
	}
}

// openSearch opens the panel that finds everything.
func (w *Window) openSearch() { w.search.Open() }

// escape closes the dialog or the text that is shown, else the drawer.
func (w *Window) escape() {
	if w.window.Canvas().Overlays().Top() == nil {
		w.notice.Hide()
		w.setDrawer(false)
		return
	}
	if !part.Escape(w.window.Canvas()) && w.told != nil && !w.isAsking() {
		w.told.Hide()
	}
}

// chooseFile asks for a dataset to open.
func (w *Window) chooseFile() { w.askForFile("files.open", w.open) }

// askForFile asks for the file of a dataset and does something with it.
func (w *Window) askForFile(titleKey string, do func(path string)) {
	ask := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		switch {
		case err != nil:
			part.Tell(w.window, w.locale.T(titleKey), part.Text(err.Error()), w.locale.T("dialog.close"))
		case f != nil: // nil: nothing was chosen
			path := f.URI().Path()
			_ = f.Close()
			do(path)
		}
	}, w.window)
	ask.SetFilter(storage.NewExtensionFileFilter([]string{".json"}))
	part.ShowFiles(ask, w.locale.T(titleKey), w.window)
}

// differences moves within the comparison of two documents.
func (w *Window) differences(move func(*page.Memoranda)) {
	w.turnTo(state.Memoranda)
	move(w.pages[state.Memoranda].(*page.Memoranda))
}

// writeNote opens an empty note on what is selected, and puts the cursor into it.
func (w *Window) writeNote() {
	now := w.store.Now()
	if !w.dataset.Has(now.Selected) {
		return
	}
	if page.IsOpenInFull(now) {
		w.pages[state.Rounds].(*page.Rounds).WriteNote()
		return
	}
	w.setDrawer(true)
	w.inspector.WriteNote()
}

// exportChart asks where to put the chart that is shown; on the page Notes, the notes.
func (w *Window) exportChart() {
	if w.store.Now().Page == state.Notes {
		w.desk.ExportAllNotes()
		return
	}
	w.onChart(page.Charting.Export)()
}

// onChart does something with the chart that is shown; on a page without one it says where charts are.
func (w *Window) onChart(do func(page.Charting)) func() {
	return func() {
		if p, ok := w.pages[w.store.Now().Page].(page.Charting); ok {
			do(p)
			return
		}
		l, now := w.locale, w.store.Now().Page
		w.say(l.T("link.nochart", "Page", l.T("page."+string(now)), "Exchanges", l.T("page.exchanges"),
			"Memoranda", l.T("page.memoranda"), "Timeline", l.T("page.timeline")))
	}
}

func (w *Window) toggleTable() {
	w.store.Change(func(s *state.State) {
		if s.Page == state.Timeline {
			s.Timeline.Table = !s.Timeline.Table
			return
		}
		s.Page, s.Table = state.Exchanges, !s.Table
	})
}

// showManual tells in a page how the program is used.
func (w *Window) showManual() {
	rich := widget.NewRichTextFromMarkdown(w.locale.T("manual.text"))
	rich.Wrapping = fyne.TextWrapWord
	w.inform("manual.menu", rich, fyne.NewSize(680, 600))
}

// listShortcuts shows every action that has a key.
func (w *Window) listShortcuts() {
	var rows []fyne.CanvasObject
	for _, a := range append(w.actions(), action{key: "menu.quit", shortcut: ctrl(fyne.KeyQ)}) {
		if keys := a.keys(w.locale); keys != "" {
			rows = append(rows, part.Strong(keys), part.Text(w.locale.T(a.key)))
		}
	}
	w.inform("menu.shortcuts", part.Pairs(140, rows...), fyne.NewSize(520, 560))
}

// keys names the keys of an action: "Ctrl+O".
func (a action) keys(l *format.Locale) string {
	switch {
	case a.shortcut == nil:
		return string(a.plain)
	case a.shortcut.Modifier == fyne.KeyModifierAlt:
		return l.T("keys.alt", "Key", l.T("keys."+string(a.shortcut.KeyName)))
	case a.shortcut.Modifier&fyne.KeyModifierShift != 0:
		return l.T("keys.ctrl", "Key", l.T("keys.shift", "Key", string(a.shortcut.KeyName)))
	}
	if a.shown != "" {
		return l.T("keys.ctrl", "Key", l.T(a.shown))
	}
	return l.T("keys.ctrl", "Key", string(a.shortcut.KeyName))
}

// inform shows a text with one button. The text scrolls, also by the arrow keys.
func (w *Window) inform(titleKey string, content fyne.CanvasObject, size fyne.Size) *container.Scroll {
	scroll := container.NewVScroll(part.Inset(8, 16, 8, 8, content))
	d := dialog.NewCustomWithoutButtons(w.locale.T(titleKey), scroll, w.window)
	closing := part.NewButton(w.locale.T("dialog.close"), d.Hide)
	closing.Importance = widget.HighImportance
	d.SetButtons([]fyne.CanvasObject{closing})
	d.Resize(part.DialogSize(w.window.Canvas(), size.Width, size.Height))
	d.SetOnClosed(func() { w.told, w.reading = nil, nil })
	w.told, w.reading = d, scroll
	d.Show()
	w.window.Canvas().Focus(closing)
	return scroll
}
