package ui

import "parley/ui/page"

// help shows a text of the menu Help.
func (w *Window) help(what page.Help) {
	switch what {
	case page.AboutDataset:
		w.tellOfDataset()
	default:
		w.explainCounting()
	}
}
