package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// TextScale is how much larger text is than the pages were designed for: 1 as designed, 2 twice as large.
func TextScale() float32 { return theme.TextSize() / 14 }

// scaled is a length beside text of the designed size, for text as large as it is.
func scaled(length float32) float32 { return length * TextScale() }

// DialogSize is the size of a dialog that was designed for a width and a height, for text as large as it is, as far as the
// window has room.
func DialogSize(on fyne.Canvas, width, height float32) fyne.Size {
	const edge = 24
	room := on.Size().SubtractWidthHeight(2*edge, 2*edge)
	return fyne.NewSize(fyne.Min(scaled(width), room.Width), fyne.Min(scaled(height), room.Height))
}

// Ends puts one object at the left edge and one at the right, on one line where both fit, else one below the other. The
// left one may wrap.
func Ends(gap float32, left, right fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &endsLayout{gap: gap}, Objects: []fyne.CanvasObject{left, right}}
}

// endsLayout remembers its width, because the height depends on it.
type endsLayout struct{ gap, width float32 }

// natural is the width of an object whose parts all stand in one line.
func natural(o fyne.CanvasObject) float32 {
	if c, ok := o.(*fyne.Container); ok {
		if f, ok := c.Layout.(*flowLayout); ok {
			return f.natural(c.Objects)
		}
	}
	return o.MinSize().Width
}

func (e *endsLayout) fits(left, right fyne.CanvasObject) bool {
	return e.width == 0 || natural(left)+e.gap+natural(right) <= e.width
}

// Layout implements fyne.Layout. On one line, both stand on one middle.
func (e *endsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	e.width = size.Width
	left, right := objects[0], objects[1]
	if !e.fits(left, right) {
		y := place(left, span{0, size.Width}, 0) + e.gap/2
		place(right, span{0, size.Width}, y)
		return
	}
	width := natural(right)
	a, b := heightFor(left, size.Width-width-e.gap), heightFor(right, width)
	place(left, span{0, size.Width - width - e.gap}, fyne.Max(0, b-a)/2)
	place(right, span{size.Width - width, width}, fyne.Max(0, a-b)/2)
}

// MinSize implements fyne.Layout.
func (e *endsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	left, right := objects[0].MinSize(), objects[1].MinSize()
	if e.fits(objects[0], objects[1]) {
		return fyne.NewSize(fyne.Max(left.Width, right.Width), fyne.Max(left.Height, right.Height))
	}
	return fyne.NewSize(fyne.Max(left.Width, right.Width), left.Height+e.gap/2+right.Height)
}
