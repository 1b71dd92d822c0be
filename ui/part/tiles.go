package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Tiles puts objects into columns of equal width, as many as fit when none is narrower than least at text of the usual
// size; those of one row stand at the same height. Where one does not fit, it gets the whole width.
func Tiles(least, gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tilesLayout{least: least, gap: gap}, objects...)
}

// tilesLayout remembers its width, because the height depends on it.
type tilesLayout struct {
	least, gap float32
	width      float32
}

// columns is how many columns fit.
func (t *tilesLayout) columns(n int) int {
	least := scaled(t.least)
	fit := int((t.width + t.gap) / (least + t.gap))
	return max(1, min(fit, n))
}

// rows calls do for each row with its objects, the width of each and the height of the highest; it returns the height of
// all.
func (t *tilesLayout) rows(objects []fyne.CanvasObject, do func(row []fyne.CanvasObject, y, width, height float32)) float32 {
	shown := visible(objects)
	columns := t.columns(len(shown))
	width := (t.width - t.gap*float32(columns-1)) / float32(columns)
	y := float32(0)
	for first := 0; first < len(shown); first += columns {
		row := shown[first:min(first+columns, len(shown))]
		height := float32(0)
		for _, o := range row {
			height = fyne.Max(height, heightFor(o, width))
		}
		if do != nil {
			do(row, y, width, height)
		}
		y += height + t.gap
	}
	return fyne.Max(0, y-t.gap)
}

// Layout implements fyne.Layout.
func (t *tilesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	t.width = size.Width
	t.rows(objects, func(row []fyne.CanvasObject, y, width, height float32) {
		for i, o := range row {
			o.Move(fyne.NewPos(float32(i)*(width+t.gap), y))
			o.Resize(fyne.NewSize(width, height))
		}
	})
}

// MinSize implements fyne.Layout.
func (t *tilesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for _, o := range visible(objects) {
		width = fyne.Max(width, o.MinSize().Width)
	}
	if t.width == 0 {
		return fyne.NewSize(width, columnLayout{t.gap}.MinSize(objects).Height)
	}
	return fyne.NewSize(width, t.rows(objects, nil))
}

// Wide gives an object at least a width at text of the usual size, for what would shrink to its longest word in a flow.
func Wide(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(wideLayout{width}, o)
}

type wideLayout struct{ width float32 }

// Layout implements fyne.Layout.
func (wideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (l wideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(scaled(l.width), 0)
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// Card puts an object on a plate with a thin line around it, as wide as its place.
func Card(o fyne.CanvasObject) *fyne.Container { return Framed(Inset(16, 16, 16, 16, o)) }

// TightPairs is [Pairs] with its lines close together, for several values in one cell of a table; the names, in small
// type, stand on the line of their value, or above it where the cell is narrow. The width of the names grows with the text.
func TightPairs(nameWidth float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&tightPairs{nameWidth: nameWidth}, objects...)
}

// tightPairs remembers its width, because the height depends on it.
type tightPairs struct {
	nameWidth float32
	width     float32
}

const (
	nameDrop = 2 // brings the base line of small type down to that of text
	tightGap = 2 // between the lines
	// leastValue is how much of the width a value needs beside its name.
	leastValue = 112
)

// column is where the values stand; 0 where they stand below their names.
func (p *tightPairs) column() float32 {
	if p.width > 0 && p.width < scaled(p.nameWidth+leastValue)+pairsGap {
		return 0
	}
	return scaled(p.nameWidth) + pairsGap
}

// place puts the pairs in their places, and returns the height of all.
func (p *tightPairs) place(objects []fyne.CanvasObject, do func(o fyne.CanvasObject, x, y, width, height float32)) float32 {
	y, x := float32(0), p.column()
	nameWidth := x - pairsGap
	if x == 0 {
		nameWidth = p.width
	}
	for i := 0; i+1 < len(objects); i += 2 {
		name, value := objects[i], objects[i+1]
		nameHeight, valueHeight := heightFor(name, nameWidth), heightFor(value, p.width-x)
		drop, below := float32(nameDrop), float32(0)
		if x == 0 {
			drop, below = 0, nameHeight
		}
		do(name, 0, y+drop, nameWidth, nameHeight)
		do(value, x, y+below, p.width-x, valueHeight)
		y += fyne.Max(nameHeight+drop, below+valueHeight) + tightGap
	}
	return fyne.Max(0, y-tightGap)
}

// Layout implements fyne.Layout.
func (p *tightPairs) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.width = size.Width
	p.place(objects, func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	})
}

// MinSize implements fyne.Layout.
func (p *tightPairs) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		size.Width = fyne.Max(size.Width, m.Width)
		if i%2 == 1 {
			size.Height += m.Height + tightGap
		}
	}
	if p.width > 0 {
		size.Height = p.place(objects, func(fyne.CanvasObject, float32, float32, float32, float32) {})
	}
	return size
}
