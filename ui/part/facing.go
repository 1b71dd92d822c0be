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

// Shares are how the columns share the width: the topic, the left side, the judgement and the right side, as parts of a
// sum of 1. The zero value shares as is best for reading.
type Shares struct{ Topic, Left, Judgement, Right float32 }

// Facing is the columns of one table, which all its rows share.
type Facing struct{ Shares Shares }

// leastColumn is the least width of a column that the reader narrows, for text of 14 pixels.
const leastColumn = 96

// span is a place on the horizontal axis.
type span struct{ x, width float32 }

// facingColumns are the columns at a width.
type facingColumns struct {
	inOneLine                     bool
	topic, left, judgement, right span
}

func (f *Facing) at(width float32) facingColumns {
	scale := TextScale()
	gutter, gap := facingGutter*scale, facingGap*scale
	if width < facingWide*scale {
		half := (width - gutter - gap) / 2
		left := half
		if both := f.Shares.Left + f.Shares.Right; both > 0 {
			left = fyne.Min(fyne.Max(2*half*f.Shares.Left/both, leastColumn*scale), 2*half-leastColumn*scale)
		}
		first, second := span{gutter, left}, span{gutter + left + gap, 2*half - left}
		return facingColumns{topic: first, left: first, judgement: second, right: second}
	}
	if f.Shares != (Shares{}) {
		return f.shared(width, gutter, gap)
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

// shared are the columns as the reader has drawn them.
func (f *Facing) shared(width, gutter, gap float32) facingColumns {
	room, sum := width-gutter-3*gap, f.Shares.Topic+f.Shares.Left+f.Shares.Judgement+f.Shares.Right
	var at [4]span
	x := gutter
	for i, part := range []float32{f.Shares.Topic, f.Shares.Left, f.Shares.Judgement, f.Shares.Right} {
		at[i] = span{x, room * part / sum}
		x += at[i].width + gap
	}
	return facingColumns{inOneLine: true, topic: at[0], left: at[1], judgement: at[2], right: at[3]}
}

// Moved are the shares after a line between two columns was moved at a width: line 0 is behind the topic, 1 behind the
// left side, 2 behind the judgement. Where topic and judgement stand above the sides, there is line 1 alone.
func (f *Facing) Moved(line int, by, width float32) Shares {
	c := f.at(width)
	widths := []float32{c.topic.width, c.left.width, c.judgement.width, c.right.width}
	least := leastColumn * TextScale()
	a, b := line, line+1
	if !c.inOneLine {
		a, b = 1, 3
	}
	by = fyne.Max(fyne.Min(by, widths[b]-least), least-widths[a])
	widths[a] += by
	widths[b] -= by
	sum := widths[0] + widths[1] + widths[2] + widths[3]
	return Shares{widths[0] / sum, widths[1] / sum, widths[2] / sum, widths[3] / sum}
}

// place puts an object into a column and returns the height that it takes there.
func place(o fyne.CanvasObject, at span, y float32) (height float32) {
	h := heightFor(o, at.width)
	o.Move(fyne.NewPos(at.x, y))
	o.Resize(fyne.NewSize(at.width, h))
	return h
}

// Row is one row of the table; sign stands before the topic.
func (f *Facing) Row(sign, topic, left, judgement, right fyne.CanvasObject) *fyne.Container {
	return container.New(&facingRow{columns: f}, sign, topic, left, judgement, right)
}

// facingRow remembers its width, because the height depends on it.
type facingRow struct {
	columns *Facing
	width   float32
}

// Layout implements fyne.Layout.
func (f *facingRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	c := f.columns.at(size.Width)
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
	if f.columns.at(f.width).inOneLine {
		return fyne.NewSize(facingLeast, fyne.Max(height(1, 3), height(2, 4)))
	}
	return fyne.NewSize(facingLeast, height(1, 3)+facingLine+height(2, 4))
}

// facingLeast is the least width of the table.
const facingLeast = 280

// Head is the head of the table. In the small form only left and right have a place there. Between the columns are lines
// to move, which onMoved is told of; name says in words what moving a line does.
func (f *Facing) Head(topic, left, judgement, right fyne.CanvasObject, name string, onMoved func(Shares)) *fyne.Container {
	h := &facingHead{columns: f}
	objects := []fyne.CanvasObject{topic, left, judgement, right}
	for line := range 3 {
		move := func(by float32) float32 {
			onMoved(f.Moved(line, by, h.width))
			return by
		}
		objects = append(objects, NewDivider(name, move, func() { onMoved(Shares{}) }))
	}
	return container.New(h, objects...)
}

type facingHead struct {
	columns *Facing
	width   float32
}

// Layout implements fyne.Layout.
func (h *facingHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h.width = size.Width
	c := h.columns.at(size.Width)
	at := []span{c.topic, c.left, c.judgement, c.right}
	for i, s := range at {
		o := objects[i]
		if i%2 == 0 && !c.inOneLine {
			o.Hide()
			continue
		}
		o.Show()
		height := heightFor(o, s.width)
		o.Move(fyne.NewPos(s.x, size.Height-height))
		o.Resize(fyne.NewSize(s.width, height))
	}
	gap := facingGap * TextScale()
	for line := range 3 {
		o, behind := objects[4+line], at[line]
		SetShown(o, c.inOneLine || line == 1)
		o.Move(fyne.NewPos(behind.x+behind.width, -4))
		o.Resize(fyne.NewSize(gap, size.Height+8))
	}
}

// MinSize implements fyne.Layout.
func (h *facingHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(facingLeast, 0)
	for _, o := range objects[:4] {
		if o.Visible() {
			size.Height = fyne.Max(size.Height, o.MinSize().Height)
		}
	}
	return size
}

// Body is what unfolds below a row: under the left column, under the right one, and below both what belongs to
// neither. The last may be nil.
func (f *Facing) Body(left, right, rest fyne.CanvasObject) *fyne.Container {
	objects := []fyne.CanvasObject{left, right}
	if rest != nil {
		objects = append(objects, rest)
	}
	return container.New(facingBody{f}, objects...)
}

type facingBody struct{ columns *Facing }

// Layout implements fyne.Layout.
func (b facingBody) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c := b.columns.at(size.Width)
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
