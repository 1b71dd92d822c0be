package ui

import (
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/ui/chart"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

// surrounding is what a reader may have around the pages.
type surrounding struct {
	lang string
	size fyne.Size
	text float32 // the scale of text
	dark bool
}

func (s surrounding) String() string {
	return fmt.Sprintf("%s/%gx%g/%g%%/%s", s.lang, s.size.Width, s.size.Height, s.text*100, s.theme())
}

func (s surrounding) theme() string {
	if s.dark {
		return "dark"
	}
	return "light"
}

// hasPictures reports whether pictures are kept of a surrounding: of the least and the
// largest window and text; of dialogs of the least alone.
func (s surrounding) hasPictures() bool {
	return os.Getenv("PARLEY_PICTURES") != "" && s.size.Width != 1280 && s.text != 1.5
}

// surroundings are those that are walked through. The colours of a theme change no measure, so that both are met in turn.
// PARLEY_WALK=all walks through all, which takes minutes; with PARLEY_PICTURES=folder pictures are left there.
func surroundings() []surrounding {
	small, usual, large := fyne.NewSize(1024, 700), fyne.NewSize(1280, 800), fyne.NewSize(1920, 1080)
	var list []surrounding
	for i, lang := range format.Languages() {
		dark := i%2 == 1
		if os.Getenv("PARLEY_WALK") == "all" {
			for j, size := range []fyne.Size{small, large, usual} {
				dark := dark != (j == 1)
				list = append(list, surrounding{lang, size, 1, dark}, surrounding{lang, size, 1.5, dark}, surrounding{lang, size, 2, !dark})
			}
			continue
		}
		list = append(list, surrounding{lang, small, 1, dark})
	}
	if os.Getenv("PARLEY_WALK") == "" {
		list = append(list, surrounding{"tr", small, 2, false}, surrounding{"ru", small, 2, true})
	}
	return list
}

// walked is the window on the dataset that has the most and the longest texts: the one that comes with the program.
func walked(t *testing.T, s surrounding) (*Window, *uitest.Reader) {
	t.Helper()
	w, r := open(t, func(c *Config) { c.Bundled, c.Forced = talks(t), s.lang })
	w.app.Settings().SetTheme(part.Look{Choice: s.theme(), Scale: s.text})
	w.window.Resize(s.size)
	return w, r
}

var bundled *model.Dataset

func talks(t *testing.T) *model.Dataset {
	t.Helper()
	if bundled == nil {
		ds, problems := datafile.Read("talks.json", data.Talks)
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		bundled = ds
	}
	return bundled
}

// items are one of each kind that can be selected, with much to tell of.
func items() []model.Item {
	return []model.Item{
		{Kind: model.RoundItem, ID: "2025-06-02-istanbul"},
		{Kind: model.EventItem, ID: "us-truce-2026-05"},
		{Kind: model.PledgeItem, ID: "ist2-pow-number"},
		{Kind: model.ExchangeItem, ID: "bod-2025-06-16"},
		{Kind: model.DocumentItem, ID: "doc-2025-06-02-russia"},
		{Kind: model.ClauseItem, ID: "ru-2-1-1"},
		{Kind: model.TopicItem, ID: "prisoners-humanitarian"},
		{Kind: model.SourceItem, ID: "kyivind-2026-03-05"},
	}
}

// Every text can be read, and everything that a reader uses has a name and a role for screen readers.
func TestEveryTextCanBeReadOnEveryPage(t *testing.T) {
	for _, s := range surroundings() {
		t.Run(s.String(), func(t *testing.T) {
			window, reader := walked(t, s)
			w := &walk{t, s, window, reader, map[string]bool{}}
			w.pages()
			w.dialogs()
		})
	}
}

// pages looks at every page, at every chart and its table, and at an item of each kind in the inspector.
func (w *walk) pages() {
	for _, p := range state.Pages() {
		w.window.Go(func(s *state.State) { s.Page = p })
		w.look("page " + string(p))
		w.keep("page " + string(p))
	}
	for _, which := range state.SourcesParts() {
		view := state.SourcesView{Part: which, Search: "prisoners", Point: "d04", Weak: which == state.EverySource}
		w.window.Go(func(s *state.State) { s.Page, s.Sources = state.Sources, view })
		w.look("sources, " + string(which))
		w.keep("sources " + string(which))
	}
	for _, name := range chart.Names() {
		for _, table := range []bool{false, true} {
			w.window.Go(func(s *state.State) { s.Page, s.Chart, s.Table = state.Exchanges, string(name), table })
			w.look(fmt.Sprintf("chart %s, as a table: %v", name, table))
			if !table && chart.IsOffered(name, w.window.dataset, w.window.store.Now().Kind) {
				w.keep("chart " + string(name))
			}
		}
	}
	for _, i := range items() {
		if !w.window.dataset.Has(i) {
			w.Errorf("the dataset has no %s", i)
		}
		w.window.Go(func(s *state.State) { s.Page, s.Table, s.Selected = state.Exchanges, false, i })
		w.look("selected " + i.String())
	}
}

// dialogs does what every entry of the menus does, and looks at what lies over the window then.
func (w *walk) dialogs() {
	overlays := w.window.window.Canvas().Overlays()
	for _, a := range w.window.actions() {
		a.do()
		w.look("menu entry " + a.key)
		if overlays.Top() != nil && w.around.size.Width < 1280 {
			w.keep("menu " + a.key)
		}
		for _, o := range overlays.List() {
			overlays.Remove(o)
		}
	}
}

// walk is one way through the window; each fault is told once, with the place where it was met first.
type walk struct {
	*testing.T
	around surrounding
	window *Window
	reader *uitest.Reader
	told   map[string]bool
}

func (w *walk) look(where string) {
	w.Helper()
	var faults []string
	for _, fault := range append(uitest.Illegible(w.reader.Window), uitest.Unnamed(w.reader.Window)...) {
		if !w.told[fault] {
			w.told[fault] = true
			faults = append(faults, fault)
		}
	}
	if len(faults) > 0 {
		w.Errorf("%s:\n\t%s", where, strings.Join(faults, "\n\t"))
	}
}

// keep leaves a picture of what is shown, where pictures are asked for.
func (w *walk) keep(what string) {
	w.Helper()
	if !w.around.hasPictures() {
		return
	}
	name := strings.NewReplacer(" ", "-", "/", "-", "%", "").Replace(fmt.Sprintf("%s-%s.png", what, w.around))
	file, err := os.Create(filepath.Join(os.Getenv("PARLEY_PICTURES"), name))
	if err != nil {
		w.Fatal(err)
	}
	fast := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := errors.Join(fast.Encode(file, w.window.window.Canvas().Capture()), file.Close()); err != nil {
		w.Fatal(err)
	}
}
