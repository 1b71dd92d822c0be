package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// FormName is the name of a field in a form, on the middle of the field's first line.
func FormName(s string) fyne.CanvasObject { return Inset(8, 0, 8, 0, Muted(s)) }

// Labelled is a field with a short name before it.
func Labelled(name string, field fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, Inset(8, 8, 8, 4, Line(name, true)), nil, field)
}
