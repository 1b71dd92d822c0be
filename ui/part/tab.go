package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// NewTab is one of several names of which one is chosen.
func NewTab(name string, onPress func()) *Pressable {
	words := widget.NewLabel(name)
	words.TextStyle = fyne.TextStyle{}
	return NewPressable(name, Inset(-2, 4, -2, 4, words), onPress)
}
