package main

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"parley/model"
	"parley/model/notefile"
	"parley/ui"
	"parley/ui/chart"
	"parley/ui/format"
	"parley/ui/notebook"
	"parley/ui/page"
	"parley/ui/state"
	"parley/ui/uitest"
)

// scene is a page in a state that is worth looking at.
type scene struct {
	name   string
	change func(*state.State)
}

// scenes are drawn of the bundled dataset.
var scenes = []scene{
	{"overview", func(s *state.State) {
		s.Page = state.Overview
		s.Selected = model.Item{Kind: model.PledgeItem, ID: "ist2-bodies-6000"}
	}},
	{"rounds", func(s *state.State) {
		s.Page = state.Rounds
		s.Selected = model.Item{Kind: model.ExchangeItem, ID: "bod-2025-06-16"}
	}},
	{"exchanges", func(s *state.State) {
		s.Page, s.Kind = state.Exchanges, "prisoners"
		s.Selected = model.Item{Kind: model.PledgeItem, ID: "ist2-pow-number"}
	}},
	{"exchanges-bodies", func(s *state.State) {
		s.Page, s.Kind = state.Exchanges, "bodies"
		s.Selected = model.Item{Kind: model.PledgeItem, ID: "ist2-bodies-6000"}
	}},
	{"exchanges-table", func(s *state.State) { s.Page, s.Kind, s.Table = state.Exchanges, "prisoners", true }},
	{"exchanges-time", func(s *state.State) {
		s.Chart, s.Table = string(chart.TimeName), false
		s.Selected = model.Item{Kind: model.ExchangeItem, ID: "pow-2025-07-23"}
	}},
	{"exchanges-every", func(s *state.State) { s.Chart = string(chart.ExchangesName) }},
	{"exchanges-categories", func(s *state.State) { s.Chart = string(chart.CategoriesName) }},
	{"exchanges-fulfilment", func(s *state.State) { s.Chart = string(chart.FulfilmentName) }},
	{"memoranda", func(s *state.State) {
		s.Page = state.Memoranda
		s.Selected = model.Item{Kind: model.ClauseItem, ID: "ru-2-1-1"}
	}},
	{"memoranda-matrix", func(s *state.State) {
		s.Comparison.Matrix = true
		s.Selected = model.Item{Kind: model.TopicItem, ID: "security-guarantees"}
	}},
	{"timeline", func(s *state.State) {
		s.Page = state.Timeline
		s.Selected = model.Item{Kind: model.RoundItem, ID: "2025-06-02-istanbul"}
	}},
	{"timeline-istanbul", func(s *state.State) {
		s.Timeline.Zoom = state.Zoom{From: model.MustDate("2025-05-01"), To: model.MustDate("2025-08-15")}
	}},
	{"timeline-table", func(s *state.State) { s.Timeline.Table = true }},
	{"sources", func(s *state.State) {
		s.Page = state.Sources
		s.Selected = model.Item{Kind: model.SourceItem, ID: "aispruce-2025-06-02"}
	}},
	{"sources-differ", func(s *state.State) {
		s.Sources = state.SourcesView{Part: state.Discrepancies, Point: "d04"}
	}},
	{"sources-single", func(s *state.State) { s.Sources = state.SourcesView{Part: state.SingleSource} }},
	{"notes", func(s *state.State) {
		s.Page = state.Notes
		s.Selected = model.Item{Kind: model.ExchangeItem, ID: "pow-2025-07-23"}
	}},
}

// notes are what the pictures show as the reader's own.
var notes = []model.Note{
	{
		Item:  model.Item{Kind: model.RoundItem, ID: "2025-06-02-istanbul"},
		About: "Istanbul II, 2 June 2025",
		Text:  "Nine stages, and neither side published a count. Ask both press offices again before the piece runs.",
	},
	{
		Item:  model.Item{Kind: model.ExchangeItem, ID: "pow-2025-07-23"},
		About: "Prisoners exchanged, 23 July 2025",
		Text:  "“About 250 each” is one side's word only.",
	},
}

// drawPages draws every page of the bundled dataset in the languages, themes and sizes that readers have.
func drawPages(ds *model.Dataset, out string) error {
	for _, lang := range format.Languages() {
		for _, theme := range []string{"light", "dark"} {
			for _, size := range []fyne.Size{{Width: 1024, Height: 700}, {Width: 1280, Height: 800}, {Width: 1920, Height: 1080}} {
				name := func(s scene) string {
					return fmt.Sprintf("page-%s-%s-%s-%gx%g.png", s.name, lang, theme, size.Width, size.Height)
				}
				if err := drawScenes(ds, out, lang, theme, size, name); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// drawScreenshots draws the pictures that are kept beside the code: each page, light and dark.
func drawScreenshots(ds *model.Dataset, out string) error {
	for _, theme := range []string{"light", "dark"} {
		name := func(s scene) string { return s.name + "-" + theme + ".png" }
		if err := drawScenes(ds, out, "en", theme, fyne.NewSize(1280, 800), name); err != nil {
			return err
		}
	}
	return nil
}

func drawScenes(ds *model.Dataset, out, lang, theme string, size fyne.Size, name func(scene) string) error {
	folder, err := os.MkdirTemp("", "parley-gallery")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	store, err := writeNotes(ds, folder)
	if err != nil {
		return err
	}
	a := uitest.NewApp()
	defer a.Quit()
	w := ui.New(a, ui.Config{
		Bundled: ds, Forced: lang, Theme: theme,
		Notes: func(_ string, l *format.Locale) page.Notes {
			return notebook.New(store, "~/.local/share/parley/notes", l)
		},
		Flush: func() error { return nil },
		Spawn: atOnce, OnUI: atOnce,
	})
	defer w.Shown().Close()
	w.Shown().Resize(size)
	for _, s := range scenes {
		w.Go(s.change)
		w.Shown().Canvas().Capture() // lays out texts that wrap
		var file bytes.Buffer
		if err := png.Encode(&file, w.Shown().Canvas().Capture()); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, name(s)), file.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// atOnce does slow work at once: a picture is taken when all is done.
func atOnce(f func()) { f() }

func writeNotes(ds *model.Dataset, folder string) (*notefile.Store, error) {
	now := noteTime
	store, err := notefile.Open(folder, notefile.Options{
		Device: "gallery", Dataset: ds.Metadata().Name, Now: func() time.Time { return now },
	})
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		if _, err := store.Put(n); err != nil {
			return nil, err
		}
		now = now.Add(time.Minute) // notes of one minute would stand in an order by chance
	}
	return store, nil
}

// noteTime is when the notes of the pictures were written: the same pictures at every run.
var noteTime = time.Date(2026, 11, 22, 10, 30, 0, 0, time.Local)
