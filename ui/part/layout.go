package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Column stacks objects with a gap between them. It gives each its width before it asks for the height, so that wrapped
// texts take their final height in one pass.
func Column(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnLayout{gap}, objects...)
}

type columnLayout struct{ gap float32 }

func (c columnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range visible(objects) {
		h := heightFor(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + c.gap
	}
}

func (c columnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	shown := visible(objects)
	size := fyne.NewSize(0, gaps(shown, c.gap))
	for _, o := range shown {
		m := o.MinSize()
		size.Width = fyne.Max(size.Width, m.Width)
		size.Height += m.Height
	}
	return size
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

// gaps is the room between objects in a line.
func gaps(objects []fyne.CanvasObject, gap float32) float32 {
	return float32(max(len(objects)-1, 0)) * gap
}

// heightFor is the height that o needs at a width.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if o.Size().Width != width {
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o.MinSize().Height
}

// Row puts objects side by side at their own widths, with a gap; the one at index wide (if any; -1 for none) takes the rest.
// All stand at the top.
func Row(gap float32, wide int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(rowLayout{gap, wide}, objects...)
}

type rowLayout struct {
	gap  float32
	wide int
}

func (r rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := size.Width - r.MinSize(objects).Width
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		w := o.MinSize().Width
		if i == r.wide {
			w += fyne.Max(rest, 0)
		}
		h := heightFor(o, w)
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, h))
		x += w + r.gap
	}
}

func (r rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	shown := visible(objects)
	size := fyne.NewSize(gaps(shown, r.gap), 0)
	for _, o := range shown {
		m := o.MinSize()
		size.Width += m.Width
		size.Height = fyne.Max(size.Height, m.Height)
	}
	return size
}

// Columns gives its objects shares of the width, all at the top; the height is that of the highest.
func Columns(gap float32, shares []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columnsLayout{gap, shares}, objects...)
}

type columnsLayout struct {
	gap    float32
	shares []float32
}

func (c columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	total := float32(0)
	for _, s := range c.shares {
		total += s
	}
	room := size.Width - c.gap*float32(len(objects)-1)
	x := float32(0)
	for i, o := range objects {
		w := room * c.shares[i] / total
		h := heightFor(o, w)
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, h))
		x += w + c.gap
	}
}

func (c columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(c.gap*float32(len(objects)-1), 0)
	for _, o := range objects {
		m := o.MinSize()
		size.Width += m.Width
		size.Height = fyne.Max(size.Height, m.Height)
	}
	return size
}

// ColumnsAtLeast is Columns of which none is narrower than its least width; [LeastColumns] is the width of all.
func ColumnsAtLeast(gap float32, shares, least []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(leastColumns{gap, shares, least}, objects...)
}

// LeastColumns is the width that columns of these least widths need together.
func LeastColumns(gap float32, least []float32) float32 {
	width := gap * float32(len(least)-1)
	for _, w := range least {
		width += w
	}
	return width
}

type leastColumns struct {
	gap           float32
	shares, least []float32
}

// widths shares what is left among the columns that get more than their least width by it.
func (c leastColumns) widths(room float32) []float32 {
	widths, isFixed := make([]float32, len(c.shares)), make([]bool, len(c.shares))
	for range c.shares {
		rest, total := room, float32(0)
		for i, share := range c.shares {
			if isFixed[i] {
				rest -= c.least[i]
			} else {
				total += share
			}
		}
		again := false
		for i, share := range c.shares {
			if isFixed[i] {
				widths[i] = c.least[i]
			} else if widths[i] = rest * share / total; widths[i] < c.least[i] {
				isFixed[i], again = true, true
			}
		}
		if !again {
			break
		}
	}
	return widths
}

// Layout implements fyne.Layout.
func (c leastColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, w := range c.widths(size.Width - c.gap*float32(len(objects)-1)) {
		place(objects[i], span{x, w}, 0)
		x += w + c.gap
	}
}

// MinSize implements fyne.Layout.
func (c leastColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(LeastColumns(c.gap, c.least), 0)
	for _, o := range objects {
		size.Height = fyne.Max(size.Height, o.MinSize().Height)
	}
	return size
}

// Pairs is a list of names and values: objects come in twos, the names in a column of their own width, which grows with
// the text.
func Pairs(nameWidth float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(pairsLayout{nameWidth}, objects...)
}

type pairsLayout struct{ nameWidth float32 }

const pairsGap = 8

func (p pairsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	nameWidth, y := scaled(p.nameWidth), float32(0)
	for i := 0; i+1 < len(objects); i += 2 {
		name, value := objects[i], objects[i+1]
		x := nameWidth + pairsGap
		nameHeight, valueHeight := heightFor(name, nameWidth), heightFor(value, size.Width-x)
		name.Move(fyne.NewPos(0, y))
		name.Resize(fyne.NewSize(nameWidth, nameHeight))
		value.Move(fyne.NewPos(x, y))
		value.Resize(fyne.NewSize(size.Width-x, valueHeight))
		y += fyne.Max(nameHeight, valueHeight) + pairsGap
	}
}

func (p pairsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i := 0; i+1 < len(objects); i += 2 {
		name, value := objects[i].MinSize(), objects[i+1].MinSize()
		size.Width = fyne.Max(size.Width, scaled(p.nameWidth)+pairsGap+value.Width)
		size.Height += fyne.Max(name.Height, value.Height)
		if i > 0 {
			size.Height += pairsGap
		}
	}
	return size
}

// Inset puts space around an object.
func Inset(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(insetLayout{top, right, bottom, left}, o)
}

type insetLayout struct{ top, right, bottom, left float32 }

func (l insetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(l.left, l.top))
		o.Resize(fyne.NewSize(size.Width-l.left-l.right, size.Height-l.top-l.bottom))
	}
}

func (l insetLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(l.left+l.right, l.top+l.bottom)
}

// AtMost keeps an object at the left and at most so wide beside text of the designed size, for prose of at most 75
// characters a line.
func AtMost(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(atMostLayout{width}, o)
}

// ProseWidth is about 75 characters of text.
const ProseWidth = 560

type atMostLayout struct{ width float32 }

func (l atMostLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(fyne.NewSize(fyne.Min(size.Width, scaled(l.width)), size.Height))
	}
}

func (l atMostLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// Fixed gives an object a size that grows with the text, for what has none of its own.
func Fixed(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixedLayout{fyne.NewSize(width, height)}, o)
}

type fixedLayout struct{ size fyne.Size }

func (l fixedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

func (l fixedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(scaled(l.size.Width), scaled(l.size.Height))
}

// Tall gives an object a height, and the width of its place.
func Tall(height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(tallLayout{height}, o)
}

type tallLayout struct{ height float32 }

func (l tallLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

func (l tallLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, l.height) }

// AtLeastHigh gives an object a least height that grows with the text.
func AtLeastHigh(height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(atLeastHigh{height}, o)
}

type atLeastHigh struct{ height float32 }

// Layout implements fyne.Layout.
func (l atLeastHigh) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (l atLeastHigh) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return insetLayout{}.MinSize(objects).Max(fyne.NewSize(0, scaled(l.height)))
}

// Rule is a thin line.
func Rule() fyne.CanvasObject { return widget.NewSeparator() }

// SetEnabled lets the reader use a control, or not.
func SetEnabled(control fyne.Disableable, enabled bool) {
	if enabled {
		control.Enable()
	} else {
		control.Disable()
	}
}

// SetShown shows or hides an object.
func SetShown(o fyne.CanvasObject, shown bool) {
	if shown {
		o.Show()
	} else {
		o.Hide()
	}
}

// Between puts an object between a head and a foot, which take the height that they need at the width.
func Between(head, foot, middle fyne.CanvasObject) *fyne.Container {
	return container.New(betweenLayout{}, head, middle, foot) // in the order in which Tab goes
}

type betweenLayout struct{}

func (betweenLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, middle, foot := objects[0], objects[1], objects[2]
	top, bottom := heightFor(head, size.Width), heightFor(foot, size.Width)
	head.Resize(fyne.NewSize(size.Width, top))
	foot.Move(fyne.NewPos(0, size.Height-bottom))
	foot.Resize(fyne.NewSize(size.Width, bottom))
	middle.Move(fyne.NewPos(0, top))
	middle.Resize(fyne.NewSize(size.Width, fyne.Max(size.Height-top-bottom, 0)))
}

func (betweenLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		size = fyne.NewSize(fyne.Max(size.Width, m.Width), size.Height+m.Height)
	}
	return size
}

// Grid is a line of a table: the first object takes the room that its words need, the others share the rest evenly.
func Grid(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(gridLayout{}, objects...)
}

type gridLayout struct{}

// Layout implements fyne.Layout.
func (gridLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := fyne.Min(fyne.Max(size.Width*0.28, 130), 280)
	each := (size.Width - first) / fyne.Max(float32(len(objects)-1), 1)
	x := float32(0)
	for i, o := range objects {
		width := each
		if i == 0 {
			width = first
		}
		height := heightFor(o, width)
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(width, height))
		x += width
	}
}

// MinSize implements fyne.Layout.
func (gridLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(facingLeast, 0)
	for _, o := range objects {
		size.Height = fyne.Max(size.Height, o.MinSize().Height)
	}
	return size
}
