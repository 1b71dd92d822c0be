package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"parley/ui/format"
	"parley/ui/state"
)

// TestEveryMenuFitsTheSmallestWindow measures the menus, and those that open beside an entry.
func TestEveryMenuFitsTheSmallestWindow(t *testing.T) {
	const room = 700 - 32 // below the bar of the menus
	for _, lang := range format.Languages() {
		w, _ := open(t, func(c *Config) { c.Forced = lang })
		for _, menu := range w.menu().Items {
			var entries []*fyne.MenuItem
			for _, item := range menu.Items {
				top := height(entries)
				entries = append(entries, item)
				if item.ChildMenu == nil {
					continue
				}
				if need := top + height(item.ChildMenu.Items); need > room {
					t.Errorf("%s: %s > %s reaches down to %v of %v", lang, menu.Label, item.Label, need, room)
				}
			}
			if need := height(entries); need > room {
				t.Errorf("%s: the menu %s takes %v of %v", lang, menu.Label, need, room)
			}
		}
	}
}

func height(entries []*fyne.MenuItem) float32 {
	return widget.NewMenu(fyne.NewMenu("", entries...)).MinSize().Height
}

func TestExportOnAPageWithoutAChartStaysThere(t *testing.T) {
	w, r := open(t, nil)
	w.Go(func(s *state.State) { s.Page = state.Overview })
	w.exportChart()
	r.Sees("The page Overview has no chart")
	if now := w.store.Now().Page; now != state.Overview || w.isAsking() {
		t.Errorf("the page is %s, and a dialog is open: %v", now, w.isAsking())
	}
}
