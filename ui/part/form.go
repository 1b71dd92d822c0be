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

// Asked is a field with its name before it, or above it where the two are too narrow side by side.
func Asked(name string, field fyne.CanvasObject) *fyne.Container {
	Name(name, field)
	return &fyne.Container{Layout: &askedLayout{}, Objects: []fyne.CanvasObject{Inset(8, 0, 0, 0, Text(name)), field}}
}

const (
	askedGap  = 8
	askedWide = 320 // from this width on, beside text of the designed size, the two stand side by side
)

// askedLayout remembers its width, because the height depends on it.
type askedLayout struct{ width float32 }

func (a *askedLayout) isStacked() bool { return a.width > 0 && a.width < scaled(askedWide) }

// Layout implements fyne.Layout.
func (a *askedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	a.width = size.Width
	if a.isStacked() {
		y := place(objects[0], span{0, size.Width}, 0)
		place(objects[1], span{0, size.Width}, y)
		return
	}
	columnsLayout{askedGap, []float32{4, 6}}.Layout(objects, size)
}

// MinSize implements fyne.Layout.
func (a *askedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if a.isStacked() {
		return columnLayout{}.MinSize(objects)
	}
	return columnsLayout{askedGap, []float32{4, 6}}.MinSize(objects)
}
