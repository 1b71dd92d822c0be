package part

import "fyne.io/fyne/v2"

// Headed stacks heads, as high as they are at the width that they get, over a content that takes the rest.
func Headed(content fyne.CanvasObject, heads ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: headedLayout{}, Objects: append(heads, content)}
}

// LayOut places the objects of a container whose size stays, after one of them has become higher or lower.
func LayOut(c *fyne.Container) { c.Layout.Layout(c.Objects, c.Size()) }

type headedLayout struct{}

// Layout implements fyne.Layout.
func (headedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	last := len(objects) - 1
	y := float32(0)
	for _, o := range visible(objects[:last]) {
		h := heightFor(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h
	}
	objects[last].Move(fyne.NewPos(0, y))
	objects[last].Resize(fyne.NewSize(size.Width, fyne.Max(0, size.Height-y)))
}

// MinSize implements fyne.Layout.
func (headedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return columnLayout{}.MinSize(objects)
}
