package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Strip is one line across the page that stays: unlike a [Bar] it cannot be closed.
func Strip(sentence string) fyne.CanvasObject {
	line := container.NewBorder(nil, nil, Fixed(4, 4, newBacking(theme.ColorNameWarning)), nil, Inset(6, 12, 6, 12, Strong(sentence)))
	return Column(0, Panel(line), Rule())
}
