package ui

import (
	"fyne.io/fyne/v2"

	"parley/model"
	"parley/ui/state"
)

// Keys of the preferences. Only settings are kept there: no lists, and nothing that would be missed when the file is lost.
const (
	keyTheme    = "theme"
	keyLanguage = "language"
	keyWidth    = "window.width"
	keyHeight   = "window.height"
	keyPage     = "page"
	keyRound    = "round"
	keyKind     = "kind"
	keyTable    = "exchanges.table"
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

// lastState is where the reader was; a new reader starts with the exchanges.
func (s settings) lastState() state.State {
	return state.State{
		Page:    knownPage(state.Page(s.prefs.String(keyPage))),
		Round:   model.RoundID(s.prefs.String(keyRound)),
		Kind:    model.KindID(s.prefs.String(keyKind)),
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
	return state.Exchanges
}

func (s settings) setLastState(now state.State) {
	s.prefs.SetString(keyPage, string(now.Page))
	s.prefs.SetString(keyRound, string(now.Round))
	s.prefs.SetString(keyKind, string(now.Kind))
	s.prefs.SetBool(keyTable, now.Table)
	s.prefs.SetBool(keySwapped, now.Swapped)
}
