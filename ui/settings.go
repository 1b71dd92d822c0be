package ui

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/page"
	"parley/ui/state"
)

// Keys of the preferences. Only settings are kept there: no lists, and nothing that would be missed when the file is lost.
const (
	keyTheme    = "theme"
	keyLanguage = "language"
	keyWidth    = "window.width"
	keyHeight   = "window.height"
	keyDataset  = "dataset" // that the view of the charts is of, by its name
	keyPage     = "page"
	keyRound    = "round"
	keyKind     = "kind"
	keyTable    = "exchanges.table"
	keyChart    = "exchanges.chart"
	keySides    = "exchanges.sides"
	keyFrom     = "exchanges.from"
	keyTo       = "exchanges.to"
	keyWithout  = "exchanges.without"
	keyZoomFrom = "exchanges.zoom.from"
	keyZoomTo   = "exchanges.zoom.to"
	keyPart     = "exchanges.part"
	keySort     = "exchanges.sort"
	keyFalling  = "exchanges.descending"
	keyExport   = "export." // and the name of a choice
	keySwapped  = "sides.swapped"
)

// settings is typed access to the preferences.
type settings struct{ prefs fyne.Preferences }

func (s settings) theme() string           { return s.prefs.String(keyTheme) }
func (s settings) setTheme(choice string)  { s.prefs.SetString(keyTheme, choice) }
func (s settings) language() string        { return s.prefs.String(keyLanguage) }
func (s settings) setLanguage(lang string) { s.prefs.SetString(keyLanguage, lang) }
func (s settings) setSize(size fyne.Size) {
	s.setFloat(keyWidth, size.Width)
	s.setFloat(keyHeight, size.Height)
}
func (s settings) setFloat(k string, v float32) { s.prefs.SetFloat(k, float64(v)) }

// The size of the window at the first start, and the least that it can be used at.
const (
	firstWidth, firstHeight = 1280, 800
	leastWidth, leastHeight = 1024, 700
)

// size is the last size of the window, never less than what it can be used at.
func (s settings) size() fyne.Size {
	w := s.prefs.FloatWithFallback(keyWidth, firstWidth)
	h := s.prefs.FloatWithFallback(keyHeight, firstHeight)
	return fyne.NewSize(float32(max(w, leastWidth)), float32(max(h, leastHeight)))
}

// lastState is where the reader was; a new reader starts with the overview.
func (s settings) lastState() state.State {
	return state.State{
		Page:    knownPage(state.Page(s.prefs.String(keyPage))),
		Round:   model.RoundID(s.prefs.String(keyRound)),
		Kind:    model.KindID(s.prefs.String(keyKind)),
		Chart:   s.prefs.String(keyChart),
		View:    s.view(),
		Table:   s.prefs.Bool(keyTable),
		Swapped: s.prefs.Bool(keySwapped),
	}
}

func knownPage(p state.Page) state.Page {
	for _, known := range state.Pages() {
		if p == known {
			return p
		}
	}
	return state.Overview
}

// lastDataset names the dataset that the reader was at.
func (s settings) lastDataset() string { return s.prefs.String(keyDataset) }

func (s settings) setLastState(dataset string, now state.State) {
	s.prefs.SetString(keyDataset, dataset)
	s.prefs.SetString(keyPage, string(now.Page))
	s.prefs.SetString(keyRound, string(now.Round))
	s.prefs.SetString(keyKind, string(now.Kind))
	s.prefs.SetString(keyChart, now.Chart)
	s.setView(now.View)
	s.prefs.SetBool(keyTable, now.Table)
	s.prefs.SetBool(keySwapped, now.Swapped)
}

// view is what was left out of the charts, and which part of them was shown.
func (s settings) view() state.View {
	return state.View{
		Sides: state.Keys(s.prefs.String(keySides)), Without: state.Keys(s.prefs.String(keyWithout)),
		From: s.date(keyFrom), To: s.date(keyTo),
		Zoom: state.Zoom{From: s.date(keyZoomFrom), To: s.date(keyZoomTo)},
		Part: max(s.prefs.Int(keyPart), 0),
		Sort: s.prefs.String(keySort), Descending: s.prefs.Bool(keyFalling),
	}
}

func (s settings) setView(v state.View) {
	for key, words := range map[string]string{
		keySides: string(v.Sides), keyWithout: string(v.Without), keyFrom: v.From.String(), keyTo: v.To.String(),
		keyZoomFrom: v.Zoom.From.String(), keyZoomTo: v.Zoom.To.String(), keySort: v.Sort,
	} {
		s.prefs.SetString(key, words)
	}
	s.prefs.SetInt(keyPart, v.Part)
	s.prefs.SetBool(keyFalling, v.Descending)
}

// date is a date that was kept; none where it cannot be read.
func (s settings) date(key string) model.Date {
	d, err := model.ParseDate(s.prefs.String(key))
	if err != nil {
		return model.Date{}
	}
	return d
}

// exports are the choices of the last export.
func (s settings) exports() page.ExportChoices {
	word := func(name string) string { return s.prefs.String(keyExport + name) }
	number := func(name string) int { return s.prefs.Int(keyExport + name) }
	return page.ExportChoices{
		Folder: word("folder"), Format: word("format"), Theme: word("theme"), Lang: word("language"),
		Width: number("width"), Height: number("height"), Scale: number("scale"), DPI: number("dpi"),
		Transparent: s.prefs.Bool(keyExport + "transparent"),
	}
}

func (s settings) setExports(c page.ExportChoices) {
	for name, word := range map[string]string{"folder": c.Folder, "format": c.Format, "theme": c.Theme, "language": c.Lang} {
		s.prefs.SetString(keyExport+name, word)
	}
	for name, n := range map[string]int{"width": c.Width, "height": c.Height, "scale": c.Scale, "dpi": c.DPI} {
		s.prefs.SetInt(keyExport+name, n)
	}
	s.prefs.SetBool(keyExport+"transparent", c.Transparent)
}
