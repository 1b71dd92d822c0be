package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// The layouts of a table that sets two texts side by side: a topic, what the left says, the judgement, what the right
// says. Where the room is small, topic and judgement share a first line and left and right a second one, so that no
// column gets too narrow to read. Head, row and body of one width stand in the same columns.

// Distances in the table, for text of 14 pixels.
const (
	facingGutter = 20 // for the sign that a row unfolds
	facingGap    = 24
	facingLine   = 10  // between the two lines of a row in the small form
	facingWide   = 840 // from this width on all stand in one line
)

// span is a place on the horizontal axis.
type span struct{ x, width float32 }

// facingColumns are the columns at a width.
type facingColumns struct {
	inOneLine                     bool
	topic, left, judgement, right span
}

func facingAt(width float32) facingColumns {
	scale := TextScale()
	gutter, gap := facingGutter*scale, facingGap*scale
	if width < facingWide*scale {
		half := (width - gutter - gap) / 2
		first, second := span{gutter, half}, span{gutter + half + gap, half}
		return facingColumns{topic: first, left: first, judgement: second, right: second}
	}
	topic := fyne.Min(width*0.16, 210*scale)
	judgement := fyne.Min(width*0.19, 250*scale)
	side := fyne.Min((width-gutter-topic-judgement-3*gap)/2, ProseWidth*scale)
	c := facingColumns{inOneLine: true, topic: span{gutter, topic}}
	c.left = span{gutter + topic + gap, side}
	c.judgement = span{c.left.x + side + gap, judgement}
	c.right = span{c.judgement.x + judgement + gap, side}
	return c
}

// place puts an object into a column and returns the height that it takes there.
func place(o fyne.CanvasObject, at span, y float32) (height float32) {
	h := heightFor(o, at.width)
	o.Move(fyne.NewPos(at.x, y))
	o.Resize(fyne.NewSize(at.width, h))
	return h
}

// FacingRow is one row of the table; sign stands before the topic.
func FacingRow(sign, topic, left, judgement, right fyne.CanvasObject) *fyne.Container {
	return container.New(&facingRow{}, sign, topic, left, judgement, right)
}

// facingRow remembers its width, because the height depends on it.
type facingRow struct{ width float32 }

// Layout implements fyne.Layout.
func (f *facingRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	c := facingAt(size.Width)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(objects[0].MinSize())
	y := fyne.Max(place(objects[1], c.topic, 0), place(objects[3], c.judgement, 0)) + facingLine
	if c.inOneLine {
		y = 0
	}
	place(objects[2], c.left, y)
	place(objects[4], c.right, y)
}

// MinSize implements fyne.Layout.
func (f *facingRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := func(a, b int) float32 { return fyne.Max(objects[a].MinSize().Height, objects[b].MinSize().Height) }
	if facingAt(f.width).inOneLine {
		return fyne.NewSize(facingLeast, fyne.Max(height(1, 3), height(2, 4)))
	}
	return fyne.NewSize(facingLeast, height(1, 3)+facingLine+height(2, 4))
}

// facingLeast is the least width of the table.
const facingLeast = 280

// FacingHead is the head of the table. In the small form only left and right have a place there.
func FacingHead(topic, left, judgement, right fyne.CanvasObject) *fyne.Container {
	return container.New(facingHead{}, topic, left, judgement, right)
}

type facingHead struct{}

// Layout implements fyne.Layout.
func (facingHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c := facingAt(size.Width)
	for i, at := range []span{c.topic, c.left, c.judgement, c.right} {
		o := objects[i]
		if i%2 == 0 && !c.inOneLine {
			o.Hide()
			continue
		}
		o.Show()
		h := heightFor(o, at.width)
		o.Move(fyne.NewPos(at.x, size.Height-h))
		o.Resize(fyne.NewSize(at.width, h))
	}
}

// MinSize implements fyne.Layout.
func (facingHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(facingLeast, 0)
	for _, o := range objects {
		if o.Visible() {
			size.Height = fyne.Max(size.Height, o.MinSize().Height)
		}
	}
	return size
}

// FacingBody is what unfolds below a row: under the left column, under the right one, and below both what belongs to
// neither. The last may be nil.
func FacingBody(left, right, rest fyne.CanvasObject) *fyne.Container {
	objects := []fyne.CanvasObject{left, right}
	if rest != nil {
		objects = append(objects, rest)
	}
	return container.New(facingBody{}, objects...)
}

type facingBody struct{}

// Layout implements fyne.Layout.
func (facingBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c := facingAt(size.Width)
	y := fyne.Max(place(objects[0], c.left, 0), place(objects[1], c.right, 0))
	if len(objects) > 2 {
		place(objects[2], span{c.left.x, c.right.x + c.right.width - c.left.x}, y+facingGap)
	}
}

// MinSize implements fyne.Layout.
func (facingBody) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := fyne.Max(objects[0].MinSize().Height, objects[1].MinSize().Height)
	if len(objects) > 2 {
		height += facingGap + objects[2].MinSize().Height
	}
	return fyne.NewSize(facingLeast, height)
}

// Around puts an object at its own width between two that share the rest of the width.
func Around(gap float32, left, middle, right fyne.CanvasObject) *fyne.Container {
	return container.New(aroundLayout{gap}, left, middle, right)
}

type aroundLayout struct{ gap float32 }

// Layout implements fyne.Layout.
func (a aroundLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	middle := objects[1].MinSize().Width
	side := (size.Width - middle - 2*a.gap) / 2
	place(objects[0], span{0, side}, 0)
	place(objects[1], span{side + a.gap, middle}, 0)
	place(objects[2], span{size.Width - side, side}, 0)
}

// MinSize implements fyne.Layout.
func (a aroundLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(2*a.gap, 0)
	for _, o := range objects {
		m := o.MinSize()
		size.Width += m.Width
		size.Height = fyne.Max(size.Height, m.Height)
	}
	return size
}
