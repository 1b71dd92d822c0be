// Package ui is the window: it puts pages, navigation and inspector together, and knows menus, shortcuts and settings.
package ui

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/assets"
	"parley/model"
	"parley/ui/format"
	"parley/ui/page"
	"parley/ui/part"
	"parley/ui/state"
)

// ID is the application's ID, as in FyneApp.toml.
const ID = "org.parley.Parley"

// Config is what the window opens with.
type Config struct {
	// Version is that of the program.
	Version string
	// Bundled is the dataset that comes with the program.
	Bundled *model.Dataset
	// File is the dataset to open instead; empty for the bundled one.
	File string
	// Load reads a dataset from a file. Its error lists all faults, one a line.
	Load func(file string) (*model.Dataset, error)
	// Notes opens the notes of a dataset by its name. Where says in which folder they are.
	Notes func(dataset string, l *format.Locale) page.Notes
	// Languages are those that the command line or the system asks for; a choice made in the window comes before the
	// system's.
	Languages []string
	// Forced is the language that the command line names; it comes before a choice made in the window.
	Forced string
	// Theme is "light" or "dark", where it is not for the reader's settings to say.
	Theme string
	// Link is the item to show first; zero for none.
	Link model.Item
	// Flush waits until every note is on the disk, and says which could not be saved.
	Flush func() error
}

// Window is the program's window.
type Window struct {
	config   Config
	app      fyne.App
	window   fyne.Window
	settings settings
	locale   *format.Locale
	file     string // of the dataset shown; empty for the bundled one
	dataset  *model.Dataset

	store     *state.Store
	desk      *page.Desk
	pages     map[state.Page]page.Page // those made so far
	stack     *fyne.Container
	nav       map[state.Page]*part.NavItem
	inspector *page.Inspector
	shell     *shell
	root      *fyne.Container
	bar       *part.Bar
	back      *widget.Button
	forward   *widget.Button
	closer    *widget.Button // of the drawer
	brand     fyne.CanvasObject
	about     fyne.CanvasObject // what stands below the navigation
	shown     state.State
	told      dialog.Dialog // the text that is shown over the window; nil for none
}

// Run opens the window and returns when it is closed.
func Run(c Config) error {
	// Fyne makes its folder within the user's cache, and complains where there is no cache yet.
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(cache, 0o700)
	}
	a := app.NewWithID(ID)
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	w := New(a, c)
	w.window.ShowAndRun()
	return nil
}

// New builds the window without showing it.
func New(a fyne.App, c Config) *Window {
	w := &Window{config: c, app: a, settings: settings{a.Preferences()}, dataset: c.Bundled}
	w.locale = format.In(append([]string{c.Forced, w.settings.language()}, c.Languages...)...)
	a.Settings().SetTheme(part.Look{Choice: cmp.Or(c.Theme, w.settings.theme())})
	w.window = a.NewWindow("Parley")
	w.window.Resize(w.settings.size())
	w.window.SetPadded(false)
	fault := w.openFirst()
	first := w.fitting(w.settings.lastState())
	if w.dataset.Has(c.Link) {
		first = page.StateFor(w.dataset, first, c.Link)
	}
	w.start(first)
	if fault != nil {
		w.sayFault(c.File, fault)
	}
	w.window.SetOnDropped(w.dropped)
	w.window.SetCloseIntercept(w.close)
	return w
}

// Shown returns the window as the toolkit has it, for pictures and tests.
func (w *Window) Shown() fyne.Window { return w.window }

// Go shows another state.
func (w *Window) Go(change func(*state.State)) { w.store.Change(change) }

// openFirst opens the dataset that the command line names. With a fault the bundled one stays.
func (w *Window) openFirst() error {
	if w.config.File == "" {
		return nil
	}
	ds, err := w.config.Load(w.config.File)
	if err != nil {
		return err
	}
	w.dataset, w.file = ds, w.config.File
	return nil
}

// fitting is a state as far as the dataset has what it shows; what it lacks is chosen anew.
func (w *Window) fitting(s state.State) state.State {
	ds := w.dataset
	s = state.State{Page: s.Page, Round: s.Round, Kind: s.Kind, Table: s.Table, Swapped: s.Swapped}
	if kinds := ds.Kinds(); ds.Kind(s.Kind) == nil && len(kinds) > 0 {
		s.Kind = kinds[0].ID
	}
	if rounds := ds.Rounds(); ds.Round(s.Round) == nil && len(rounds) > 0 {
		s.Round = rounds[len(rounds)-1].ID
		if r := mostPledges(ds); r != nil {
			s.Round = r.ID
		}
	}
	if ds.Round(s.Round) != nil {
		s.Selected = model.Item{Kind: model.RoundItem, ID: string(s.Round)}
	}
	return s
}

// mostPledges is the round that there is most to read about, shown when the window opens for the first time.
func mostPledges(ds *model.Dataset) *model.Round {
	var best *model.Round
	most := 0
	for _, r := range ds.Rounds() {
		if n := len(ds.PledgesOf(model.Occasion{Round: r.ID})); n > most {
			best, most = r, n
		}
	}
	return best
}

// start builds everything anew for the dataset and the language, and shows a state.
func (w *Window) start(first state.State) {
	w.store = state.NewStore(first)
	w.shown = state.State{}
	w.build()
}

// page is a page of the window. It is made when it is shown for the first time, so that the window opens the sooner.
func (w *Window) page(name state.Page) page.Page {
	if p := w.pages[name]; p != nil {
		return p
	}
	var p page.Page
	switch name {
	case state.Rounds:
		p = page.NewRounds(w.desk)
	case state.Memoranda:
		p = page.NewMemoranda(w.desk)
	case state.Notes:
		p = page.NewNotes(w.desk)
	default:
		p = page.NewExchanges(w.desk)
	}
	w.pages[name] = p
	w.stack.Add(p.Content())
	return p
}

// build makes the window's content for the current store; it is called again when the language changes.
func (w *Window) build() {
	ds, l := w.dataset, w.locale
	teachToolkit(l)
	w.store.Forget()
	w.desk = &page.Desk{Dataset: ds, Locale: l, Store: w.store, Window: w.window, Notes: w.config.Notes(ds.Metadata().Name, l)}
	w.pages = map[state.Page]page.Page{}
	w.stack = container.NewStack()
	w.inspector = page.NewInspector(w.desk)
	w.bar = part.NewBar(l.T("bar.details"), l.T("bar.close"))
	w.shell = &shell{onNarrow: w.narrow}
	w.closer = widget.NewButtonWithIcon("", theme.CancelIcon(), func() { w.setDrawer(false) })
	w.closer.Importance = widget.LowImportance
	w.closer.Hide()
	top := container.NewBorder(nil, nil, nil, w.closer)
	side := container.NewBorder(top, nil, part.Rule(), nil, w.inspector.Content())
	w.root = container.New(w.shell,
		part.Panel(container.NewBorder(nil, nil, nil, part.Rule(), w.navigation())),
		part.Page(container.NewBorder(w.bar.Content(), nil, nil, nil, w.stack)),
		part.Panel(side))
	w.window.SetMainMenu(w.menu())
	w.window.SetContent(w.root)
	w.addShortcuts()
	w.store.Watch(w.show)
	w.desk.Notes.Watch(w.countNotes)
	w.countNotes()
	if trouble := w.desk.Notes.Trouble(); trouble != "" {
		w.bar.Say(trouble, "")
	}
}

// navigation is the column at the left.
func (w *Window) navigation() fyne.CanvasObject {
	l := w.locale
	w.back = widget.NewButtonWithIcon("", theme.NavigateBackIcon(), w.store.Back)
	w.forward = widget.NewButtonWithIcon("", theme.NavigateNextIcon(), w.store.Forward)
	w.back.Importance, w.forward.Importance = widget.LowImportance, widget.LowImportance
	w.nav = map[state.Page]*part.NavItem{}
	var entries []fyne.CanvasObject
	for _, name := range state.Pages() {
		icon, err := assets.Icons.ReadFile("icons/" + string(name) + ".svg")
		if err != nil {
			panic(err) // a programmer's mistake: every page has an icon
		}
		item := part.NewNavItem(l.T("page."+string(name)), fyne.NewStaticResource(string(name)+".svg", icon), func() { w.turnTo(name) })
		w.nav[name] = item
		entries = append(entries, item.Pressable)
	}
	w.brand = part.Inset(8, 0, 0, 14, part.Brand())
	top := part.Inset(8, 4, 8, 4, container.NewBorder(nil, nil, w.brand, container.NewHBox(w.back, w.forward)))
	about := part.Inset(8, 12, 16, 16, part.Column(4,
		part.Small(w.locale.Text(w.dataset.Metadata().Title)),
		part.Small(w.coverage()),
		part.Small(l.T("window.private")),
	))
	w.about = about
	return container.NewBorder(top, about, nil, nil, part.Inset(4, 8, 8, 8, part.Column(2, entries...)))
}

// coverage says how far the dataset reaches: "sources found up to 7 June 2026".
func (w *Window) coverage() string {
	c := w.dataset.Metadata().Coverage
	if c.FoundUntil.IsZero() {
		return ""
	}
	return w.locale.T("window.coverage", "Date", w.locale.Date(c.FoundUntil))
}

func (w *Window) narrow(narrow bool) {
	for _, item := range w.nav {
		item.SetNarrow(narrow)
	}
	part.SetShown(w.about, !narrow)
	part.SetShown(w.brand, !narrow)
	part.SetShown(w.forward, !narrow)
	part.SetShown(w.closer, narrow)
}

// turnTo shows a page as it was left, with nothing over it. The page Rounds selects the round that it shows in full.
func (w *Window) turnTo(name state.Page) {
	w.store.Change(func(s *state.State) {
		s.Page = name
		if name == state.Rounds && w.dataset.Round(s.Round) != nil {
			s.Selected, s.Evidence = model.Item{Kind: model.RoundItem, ID: string(s.Round)}, state.Evidence{}
		}
	})
	w.setDrawer(false)
}

// show brings the window in line with a state.
func (w *Window) show(now state.State) {
	shown := w.page(now.Page)
	shown.Show(now)
	for _, name := range state.Pages() {
		if p := w.pages[name]; p != nil {
			part.SetShown(p.Content(), name == now.Page)
		}
		w.nav[name].SetChosen(name == now.Page)
	}
	w.inspector.Show(now)
	setEnabled(w.back, w.store.CanBack())
	setEnabled(w.forward, w.store.CanForward())
	if now.Selected != w.shown.Selected || now.Evidence != w.shown.Evidence {
		w.openDrawer(now)
	}
	w.shown = now
	w.window.SetTitle(w.title(now))
}

func (w *Window) title(now state.State) string {
	return strings.Join([]string{w.locale.T("page." + string(now.Page)), w.locale.Text(w.dataset.Metadata().Title), "Parley"}, " – ")
}

// openDrawer shows what was just selected where the inspector has no place of its own. Opening a round in full does not:
// the page shows it already.
func (w *Window) openDrawer(now state.State) {
	isRoundInFull := page.IsOpenInFull(now) && now.Evidence == (state.Evidence{})
	w.setDrawer(!isRoundInFull && w.shown != (state.State{}))
}

func (w *Window) setDrawer(open bool) {
	if w.shell.open != open {
		w.shell.open = open
		w.root.Refresh()
	}
}

func setEnabled(b *widget.Button, enabled bool) {
	if enabled {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (w *Window) countNotes() {
	count := ""
	if n := len(w.desk.Notes.All()); n > 0 {
		count = w.locale.Number(n)
	}
	w.nav[state.Notes].SetCount(count)
}

// sayFault says that a file could not be opened, why, and that what was shown stays.
func (w *Window) sayFault(file string, err error) {
	key := "window.notopened"
	var unreadable *fs.PathError
	if errors.As(err, &unreadable) {
		key = "window.notread"
	}
	w.bar.Say(w.locale.T(key, "File", file), err.Error())
}

// dropped opens a dataset that was dragged onto the window.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) > 0 && files[0].Scheme() == "file" {
		w.open(files[0].Path())
	}
}

// open shows another dataset; with a fault the present one stays, and the bar says why.
func (w *Window) open(file string) {
	ds, err := w.config.Load(file)
	if err != nil {
		w.sayFault(file, err)
		return
	}
	w.dataset, w.file = ds, file
	w.start(w.fitting(w.store.Now()))
}

// openBundled goes back to the dataset that comes with the program.
func (w *Window) openBundled() {
	w.dataset, w.file = w.config.Bundled, ""
	w.start(w.fitting(w.store.Now()))
}

// close keeps where the reader is, waits until the notes are on the disk, and ends the program. Where a note could not be
// saved it asks first.
func (w *Window) close() {
	w.settings.setLastState(w.store.Now())
	w.settings.setSize(w.window.Canvas().Size())
	err := w.config.Flush()
	if err == nil {
		w.app.Quit()
		return
	}
	l := w.locale
	ask := dialog.NewConfirm(l.T("close.title"), l.T("close.unsaved", "Why", err.Error()), func(yes bool) {
		if yes {
			w.app.Quit()
		}
	}, w.window)
	ask.SetConfirmText(l.T("close.anyway"))
	ask.SetDismissText(l.T("dialog.cancel"))
	ask.Show()
}
