package ui

import (
	"path/filepath"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"

	"parley/ui/keep"
)

func TestAReaderSwitchesAnimationsOff(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("the toolkit cannot do without its own settings there")
	}
	path := filepath.Join(t.TempDir(), "settings.json")
	start := func() *Window {
		kept, err := keep.OpenSettings(path)
		if err != nil {
			t.Fatal(err)
		}
		w, _ := open(t, func(c *Config) { c.Settings = kept })
		w.app = stillable(w.app, w.settings)
		w.window.SetMainMenu(w.menu())
		return w
	}
	animates := func() bool { return fyne.CurrentApp().Settings().ShowAnimations() }
	entry := func(w *Window) *fyne.MenuItem {
		for _, menu := range w.window.MainMenu().Items {
			for _, item := range menu.Items {
				if item.Label == "Animations" {
					return item
				}
			}
		}
		t.Fatal("no menu offers them")
		return nil
	}
	w := start()
	if !animates() || !entry(w).Checked {
		t.Fatal("nothing is animated at first")
	}
	entry(w).Action()
	if animates() || entry(w).Checked {
		t.Error("they are switched off, and shown all the same")
	}
	w = start()
	if animates() || entry(w).Checked {
		t.Error("the next start has forgotten that they are off")
	}
	entry(w).Action()
	if !animates() {
		t.Error("they cannot be switched on again")
	}
}
