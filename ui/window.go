// Package ui is the window: it puts pages, navigation and inspector together, and knows menus, shortcuts and settings.
package ui

import (
	"context"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"parley/assets"
	"parley/model"
	"parley/ui/format"
	"parley/ui/keep"
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
	// Example makes the made-up dataset that comes with the program; nil for none.
	Example func() *model.Dataset
	// File is the dataset to open instead; empty for the bundled one.
	File string
	// First is the dataset of File where it was loaded already; nil where the window has to.
	First *model.Dataset
	// Load reads a dataset from a file, off the UI goroutine. It says from time to time how far it is, and gives up when
	// the context is done. Its error lists all faults, one a line.
	Load func(ctx context.Context, file string, progress func(done, total int64)) (*model.Dataset, error)
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
	// Stale is a link to something that the dataset to show first lacks, which the window says; empty for none.
	Stale string
	// Places are where settings and recent files lie; nothing is remembered where they are zero.
	Places keep.Places
	// Settings are those that are remembered; nil for none.
	Settings *keep.Settings
	// Meeting is the key by which a second start finds this window, see handover.Key; empty for a window that takes nothing.
	Meeting string
	// Flush waits until every note is on the disk, and says which could not be saved.
	Flush func() error
	// Spawn runs slow work off the UI goroutine, and OnUI brings a result back to it. Where they are nil the window makes
	// goroutines of its own; pictures and tests do the work at once.
	Spawn, OnUI func(func())
	// After does something later on the UI goroutine; nil for the clock's time.
	After func(time.Duration, func())
}

// Window is the program's window.
type Window struct {
	config   Config
	app      fyne.App
	window   fyne.Window
	settings settings
	recent   keep.Recent
	patience time.Duration // see answerTime
	locale   *format.Locale
	dataset  *model.Dataset // nil until the first one is loaded
	sheet    string         // the spreadsheet that was just imported into the file that is shown; empty for none
	opened   *openFile      // that the dataset is of; nil for the bundled one
	loading  state.Latest[loaded]
	job      *job    // what is being loaded; nil for nothing
	fault    *loaded // what is wrong with the file that is shown, as it is now on the disk; nil for nothing

	store     *state.Store
	desk      *page.Desk
	pages     map[state.Page]page.Page  // those made so far
	left      map[state.Page]page.Place // where the reader was on pages that are made anew
	stack     *fyne.Container
	nav       map[state.Page]*part.NavItem
	inspector *page.Inspector
	search    *page.Search
	field     *part.SearchField // that opens the search
	shell     *shell
	root      *fyne.Container
	body      *fyne.Container // the pages, with bars over them
	bar       *part.Bar
	notice    *part.Notice // what was just done
	said      int          // counts notices
	progress  *part.Progress
	back      *part.Button
	forward   *part.Button
	closer    *part.Button // of the drawer
	brand     fyne.CanvasObject
	about     fyne.CanvasObject // what stands below the navigation
	shown     state.State
	exports   page.ExportChoices
	splits    page.Splits
	undo      undoMenu
	told      dialog.Dialog // the text that is shown over the window; nil for none
	reading   *container.Scroll
	zones     []*zone
	visits    map[state.State]visit // where the reader was, by what was shown
	returning bool                  // the state that is shown next was shown before
}

// Run opens the window and returns when it is closed.
func Run(c Config) error {
	a := stillable(newApp(c.Places, c.Settings), settings{c.Settings})
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon))
	w := New(a, c)
	leave := func() {}
	a.Lifecycle().SetOnStarted(func() {
		leave = w.meet()
		w.config.After(restAfter, func() { w.config.Spawn(debug.FreeOSMemory) })
	})
	w.window.ShowAndRun()
	leave()
	return nil
}

// restAfter is how long after its start the window gives back the memory that only starting took: reading the dataset, the
// fonts and the texts.
const restAfter = 2 * time.Second

// New builds the window without showing it.
func New(a fyne.App, c Config) *Window {
	if c.Spawn == nil {
		c.Spawn = func(f func()) { go f() }
	}
	if c.OnUI == nil {
		c.OnUI = fyne.Do
	}
	if c.After == nil {
		c.After = func(d time.Duration, f func()) { time.AfterFunc(d, func() { c.OnUI(f) }) }
	}
	if c.Settings == nil {
		c.Settings = &keep.Settings{}
	}
	w := &Window{config: c, app: a, settings: settings{c.Settings}, recent: keep.RecentIn(c.Places.Recent), patience: answerTime}
	w.exports, w.splits = w.settings.exports(), w.settings.splits()
	w.loading = state.Latest[loaded]{Spawn: c.Spawn, OnUI: c.OnUI}
	w.locale = format.In(append([]string{c.Forced, w.settings.language()}, c.Languages...)...)
	a.Settings().SetTheme(w.look())
	w.window = a.NewWindow("Parley")
	w.window.Resize(w.settings.size())
	w.window.SetPadded(false)
	w.openFirst()
	w.window.SetOnDropped(w.dropped)
	w.window.SetCloseIntercept(w.close)
	return w
}

// Shown returns the window as the toolkit has it, for pictures and tests.
func (w *Window) Shown() fyne.Window { return w.window }

// Go shows another state.
func (w *Window) Go(change func(*state.State)) { w.store.Change(change) }

// fitting is a state as far as another dataset has what it shows; what it lacks is chosen anew.
func (w *Window) fitting(s state.State) state.State {
	s = state.State{Page: s.Page, Round: s.Round, Kind: s.Kind, Chart: s.Chart, Table: s.Table, Swapped: s.Swapped}
	s = w.chosenAnew(s)
	if w.dataset.Round(s.Round) != nil {
		s.Selected = model.Item{Kind: model.RoundItem, ID: string(s.Round)}
	}
	return s
}

// chosenAnew shows the first kind, and the round that there is most to read about, where a state has none that is there.
func (w *Window) chosenAnew(s state.State) state.State {
	ds := w.dataset
	if kinds := ds.Kinds(); ds.Kind(s.Kind) == nil && len(kinds) > 0 {
		s.Kind = kinds[0].ID
	}
	if rounds := ds.Rounds(); ds.Round(s.Round) == nil && len(rounds) > 0 {
		s.Round = rounds[len(rounds)-1].ID
		if r := mostPledges(ds); r != nil {
			s.Round = r.ID
		}
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
	w.rememberFile()
	w.build()
}

// page is a page of the window. It is made when it is shown for the first time, so that the window opens the sooner.
func (w *Window) page(name state.Page) page.Page {
	if p := w.pages[name]; p != nil {
		return p
	}
	var p page.Page
	switch name {
	case state.Overview:
		p = page.NewOverview(w.desk)
	case state.Sources:
		p = page.NewSources(w.desk)
	case state.Rounds:
		p = page.NewRounds(w.desk)
	case state.Memoranda:
		p = page.NewMemoranda(w.desk)
	case state.Timeline:
		p = page.NewTimeline(w.desk)
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
	w.desk = &page.Desk{
		Dataset: ds, Locale: l, Store: w.store, Window: w.window, Notes: w.config.Notes(ds.Metadata().Name, l),
		Spawn: w.config.Spawn, OnUI: w.config.OnUI, Exports: &w.exports, Splits: &w.splits, Cache: w.config.Places.Cache, Tell: w.say, Beside: w.beside, Explain: w.help,
	}
	w.pages = map[state.Page]page.Page{}
	w.stack = container.NewStack()
	w.inspector = page.NewInspector(w.desk)
	w.search = page.NewSearch(w.desk)
	w.config.After(afterFirstFrame, w.search.Prepare)
	w.bar = part.NewBar(l.T("bar.details"), l.T("bar.close"))
	w.bar.OnHeight = w.layOutHeads
	w.notice = part.NewNotice(l.T("bar.close"))
	w.shell = &shell{onNarrow: w.narrow, splits: &w.splits}
	w.closer = part.NewIcon(l.T("bar.close"), theme.CancelIcon(), func() { w.setDrawer(false) })
	w.closer.Hide()
	top := container.NewBorder(nil, nil, nil, w.closer)
	side := part.Border(top, nil, nil, nil, w.inspector.Content())
	w.root = container.New(w.shell,
		part.Panel(container.NewBorder(nil, nil, nil, part.Rule(), w.navigation())),
		part.Page(w.headed(w.stack, w.madeUpStrip(), w.newProgress(), w.bar.Content())),
		part.Panel(part.Border(nil, nil, w.inspectorBorder(), nil, side)))
	w.zones = []*zone{{content: w.root.Objects[0]}, {content: w.root.Objects[1]}, {content: side}}
	w.visits = nil
	w.window.SetMainMenu(w.menu())
	w.window.SetContent(container.NewStack(w.root, w.notice.Content(), part.NewHints()))
	w.addShortcuts()
	w.store.Watch(w.show)
	w.desk.Notes.Watch(w.countNotes)
	w.desk.Notes.Watch(w.nameSteps)
	w.countNotes()
	if trouble := w.desk.Notes.Trouble(); trouble != "" {
		w.bar.Say(trouble, "")
		w.desk.Told = trouble
	}
	if w.fault != nil {
		w.sayFaulty()
	}
}

// afterFirstFrame is when the window is shown and work may be done that it does not wait for.
const afterFirstFrame = time.Second

// inspectorBorder is the border between page and inspector, which the reader moves.
func (w *Window) inspectorBorder() fyne.CanvasObject {
	border := part.NewDivider(w.locale.T("split.inspector"), func(by float32) float32 {
		moved := w.shell.moveInspector(by)
		part.LayOut(w.root)
		return moved
	}, func() {
		w.splits.Inspector = 0
		part.LayOut(w.root)
	})
	border.AtEdge = true
	return border
}

// headed puts bars over the pages.
func (w *Window) headed(pages fyne.CanvasObject, bars ...fyne.CanvasObject) fyne.CanvasObject {
	w.body = part.Headed(pages, bars...)
	return w.body
}

// layOutHeads gives the bars over the pages the room that they take now.
func (w *Window) layOutHeads() {
	if w.body != nil {
		part.LayOut(w.body)
	}
}

// navigation is the column at the left.
func (w *Window) navigation() fyne.CanvasObject {
	l := w.locale
	w.back = part.NewIcon(l.T("menu.back"), theme.NavigateBackIcon(), w.goBack)
	w.forward = part.NewIcon(l.T("menu.forward"), theme.NavigateNextIcon(), w.goForward)
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
		w.madeUpNote(),
		part.Small(w.coverage()),
		part.Small(l.T("window.private")),
	))
	w.about = about
	w.field = part.NewSearchField(l.T("search.title"), l.T("keys.ctrl", "Key", "F"), w.openSearch)
	head := part.Column(4, top, part.Inset(0, 8, 8, 8, w.field))
	return part.Border(head, about, nil, nil, part.Inset(4, 8, 8, 8, part.Column(2, entries...)))
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
	w.field.SetNarrow(narrow)
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

// noticeTime is how long what was just done is told, unless something else is done before. Nothing is lost with it.
const noticeTime = 10 * time.Second

// say says in a few words what was just done.
func (w *Window) say(words string) {
	w.notice.Say(words)
	w.said++
	said, notice := w.said, w.notice
	w.config.After(noticeTime, func() {
		if said == w.said {
			notice.Hide()
		}
	})
}

// show brings the window in line with a state.
func (w *Window) show(now state.State) {
	w.notice.Hide()
	w.leaveState()
	shown := w.page(now.Page)
	shown.Show(now)
	w.returnTo(now.Page, shown)
	for _, name := range state.Pages() {
		if p := w.pages[name]; p != nil {
			part.SetShown(p.Content(), name == now.Page)
		}
		w.nav[name].SetChosen(name == now.Page)
	}
	w.inspector.Show(now)
	part.SetEnabled(w.back, w.store.CanBack())
	part.SetEnabled(w.forward, w.store.CanForward())
	hasSelected := now.Selected != w.shown.Selected || now.Evidence != w.shown.Evidence
	if hasSelected && !w.store.IsReturning() { // a drawer that was closed stays closed on the way back
		w.openDrawer(now)
	}
	w.shown = now
	w.revisit(now)
	w.window.SetTitle(w.title(now))
	w.settings.setLastState(w.dataset.Metadata().Name, now)
}

func (w *Window) title(now state.State) string {
	return strings.Join([]string{w.locale.T("page." + string(now.Page)), w.datasetTitle(), "Parley"}, " – ")
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

func (w *Window) countNotes() {
	count := ""
	if n := len(w.desk.Notes.All()); n > 0 {
		count = w.locale.Number(n)
	}
	w.nav[state.Notes].SetCount(count)
}

// rememberFile puts the file that is shown at the head of the recent ones.
func (w *Window) rememberFile() {
	if w.opened == nil {
		return
	}
	if err := w.recent.Add(w.opened.path, w.datasetTitle()); err != nil {
		fyne.LogError("recent files", err)
	}
}

// remember takes down what is not taken down at each change of the state.
func (w *Window) remember() {
	if w.store != nil {
		w.settings.setExports(w.exports)
	}
	w.settings.setSplits(w.splits)
	w.settings.setSize(w.window.Canvas().Size())
}

// close keeps where the reader is, waits until the notes are on the disk, and ends the program. Where a note could not be
// saved it asks first.
func (w *Window) close() {
	w.remember()
	w.settings.save()
	err := w.config.Flush()
	if err == nil {
		w.app.Quit()
		return
	}
	l := w.locale
	part.Question{
		Title: l.T("close.title"), Content: part.Text(l.T("close.unsaved", "Why", err.Error())),
		Yes: l.T("close.anyway"), No: l.T("dialog.cancel"), OnYes: w.app.Quit, Harms: true,
	}.Ask(w.window)
}
