package ui

import (
	"runtime"

	"fyne.io/fyne/v2"
)

// keyStill is the key of the setting for readers whom movement disturbs.
const keyStill = "still"

func (s settings) isStill() bool     { return s.prefs.Bool(keyStill) }
func (s settings) setStill(yes bool) { s.prefs.SetBool(keyStill, yes) }

// stillApp is the toolkit as it is, but for its animations: the reader can switch them off. The toolkit reads that from a
// file that all its programs share, and has no way to set it; every widget asks the current app's settings, so these answer.
type stillApp struct {
	fyne.App
	settings *stillSettings
}

// Settings implements fyne.App.
func (a stillApp) Settings() fyne.Settings { return a.settings }

type stillSettings struct {
	fyne.Settings
	own settings
}

// ShowAnimations implements fyne.Settings: neither the reader nor the system may have said no.
func (s *stillSettings) ShowAnimations() bool { return !s.own.isStill() && s.Settings.ShowAnimations() }

// stillable lets the reader switch animations off. On macOS the toolkit takes the app's settings for its own type when the
// system's theme changes, so there it stays as it is, and nothing is offered.
func stillable(a fyne.App, s settings) fyne.App {
	if s.prefs == nil || runtime.GOOS == "darwin" {
		return a
	}
	still := stillApp{a, &stillSettings{a.Settings(), s}}
	fyne.SetCurrentApp(still)
	return still
}

// animationItems are the entry that switches animations, where that is possible.
func (w *Window) animationItems() []*fyne.MenuItem {
	if _, ok := w.app.(stillApp); !ok {
		return nil
	}
	item := fyne.NewMenuItem(w.locale.T("view.animations"), w.unlessAsked(w.toggleAnimations))
	item.Checked = !w.settings.isStill()
	return []*fyne.MenuItem{item}
}

func (w *Window) toggleAnimations() {
	w.settings.setStill(!w.settings.isStill())
	w.settings.save()
	w.window.SetMainMenu(w.menu())
	w.rebuild() // a cursor that blinks goes on until it is made anew
}
