package ui

import (
	"fyne.io/fyne/v2"

	"parley/ui/keep"
	"parley/ui/page"
	"parley/ui/state"
)

// Keys of the settings. Only settings are kept there: nothing that would be missed when the file is lost.
const (
	keyTheme    = "theme"
	keyLanguage = "language"
	keyWidth    = "window.width"
	keyHeight   = "window.height"
	keyExport   = "export." // and the name of a choice
	keySplit    = "split."  // and the name of a border
)

// settings is typed access to what is kept from one start to the next.
type settings struct{ prefs *keep.Settings }

func (s settings) theme() string           { return s.prefs.String(keyTheme) }
func (s settings) setTheme(choice string)  { s.prefs.SetString(keyTheme, choice) }
func (s settings) language() string        { return s.prefs.String(keyLanguage) }
func (s settings) setLanguage(lang string) { s.prefs.SetString(keyLanguage, lang) }
func (s settings) setSize(size fyne.Size) {
	s.setFloat(keyWidth, size.Width)
	s.setFloat(keyHeight, size.Height)
}
func (s settings) setFloat(k string, v float32) { s.prefs.SetFloat(k, float64(v)) }

// save writes the settings. Where that fails the reader goes on without: it is no loss that they must hear of.
func (s settings) save() {
	if err := s.prefs.Save(); err != nil {
		fyne.LogError("settings", err)
	}
}

// The size of the window at the first start, and the least that it can be used at.
const (
	firstWidth, firstHeight = 1280, 800
	leastWidth, leastHeight = 1024, 700
)

// size is the last size of the window, never less than what it can be used at, nor more than any screen.
func (s settings) size() fyne.Size {
	const most = 16384
	w := s.prefs.FloatWithFallback(keyWidth, firstWidth)
	h := s.prefs.FloatWithFallback(keyHeight, firstHeight)
	return fyne.NewSize(float32(min(max(w, leastWidth), most)), float32(min(max(h, leastHeight), most)))
}

// lastState is where the reader was last, in whichever dataset; a new reader starts with the overview.
func (s settings) lastState() state.State {
	last, _ := s.stateOf(s.prefs.Last())
	return last
}

// stateOf is where the reader was in a dataset; ok is false where they never saw it.
func (s settings) stateOf(dataset string) (last state.State, ok bool) {
	view := s.prefs.View(dataset)
	last = state.Recall(view)
	last.Page = knownPage(last.Page)
	last.View.Part = max(last.View.Part, 0)
	return last, view != nil
}

func knownPage(p state.Page) state.Page {
	for _, known := range state.Pages() {
		if p == known {
			return p
		}
	}
	return state.Overview
}

// setLastState remembers where the reader is in a dataset.
func (s settings) setLastState(dataset string, now state.State) {
	view, err := state.Remember(now)
	if err != nil {
		fyne.LogError("settings", err)
		return
	}
	s.prefs.SetView(dataset, view)
}

// splits are what the reader moved the borders to.
func (s settings) splits() page.Splits {
	width := func(name string) float32 { return float32(s.prefs.Float(keySplit + name)) }
	return page.Splits{Inspector: width("inspector"), Rounds: width("rounds")}
}

func (s settings) setSplits(p page.Splits) {
	s.setFloat(keySplit+"inspector", p.Inspector)
	s.setFloat(keySplit+"rounds", p.Rounds)
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
