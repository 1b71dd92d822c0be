package ui

import (
	"cmp"

	"fyne.io/fyne/v2"

	"parley/ui/part"
)

// textSizes are those that are offered, in hundredths of the size that the pages are designed in.
var textSizes = []int{100, 110, 125, 150, 175, 200}

const keyTextSize = "text.size"

// textSize is the size of text, one of textSizes.
func (s settings) textSize() int { return nearestSize(s.prefs.Int(keyTextSize)) }

func (s settings) setTextSize(percent int) { s.prefs.SetInt(keyTextSize, percent) }

// nearestSize is the largest of textSizes that is not larger than a size; the smallest for what is smaller than all.
func nearestSize(percent int) int {
	best := textSizes[0]
	for _, size := range textSizes {
		if size <= percent {
			best = size
		}
	}
	return best
}

// look is the theme that the reader chose.
func (w *Window) look() part.Look {
	return part.Look{Choice: cmp.Or(w.config.Theme, w.settings.theme()), Scale: float32(w.settings.textSize()) / 100}
}

// chooseTextSize shows all text in another size, at the place where the reader is.
func (w *Window) chooseTextSize(percent int) {
	if percent == w.settings.textSize() {
		return
	}
	w.settings.setTextSize(percent)
	w.settings.save()
	w.app.Settings().SetTheme(w.look())
	w.rebuild()
}

// changeTextSize goes to the next larger size, or the next smaller one.
func (w *Window) changeTextSize(by int) {
	for i, size := range textSizes {
		if to := i + by; size == w.settings.textSize() && to >= 0 && to < len(textSizes) {
			w.chooseTextSize(textSizes[to])
			return
		}
	}
}

func (w *Window) textSizeMenu() *fyne.MenuItem {
	menu := fyne.NewMenuItem(w.locale.T("view.textsize"), nil)
	menu.ChildMenu = fyne.NewMenu("")
	for _, size := range textSizes {
		item := fyne.NewMenuItem(w.locale.T("view.percent", "N", size), func() { w.chooseTextSize(size) })
		item.Checked = w.settings.textSize() == size
		menu.ChildMenu.Items = append(menu.ChildMenu.Items, item)
	}
	return menu
}

// toggleFullScreen lets the window take all of the screen, or gives it its frame back.
func (w *Window) toggleFullScreen() { w.window.SetFullScreen(!w.window.FullScreen()) }
