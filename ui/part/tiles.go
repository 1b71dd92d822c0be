package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
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
	least := t.least * theme.TextSize() / 14
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
	size := fyne.NewSize(l.width*theme.TextSize()/14, 0)
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// Card puts an object on a plate with a thin line around it, as wide as its place.
func Card(o fyne.CanvasObject) *fyne.Container { return Framed(Inset(16, 16, 16, 16, o)) }

// TightPairs is [Pairs] with its lines close together, for several values in one cell of a table; the names, in small
// type, stand on the line of their value. The width of the names grows with the text.
func TightPairs(nameWidth float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(tightPairs{nameWidth}, objects...)
}

type tightPairs struct{ nameWidth float32 }

// nameDrop brings the base line of small type down to that of text.
const nameDrop = 2

func (p tightPairs) name() float32 { return p.nameWidth * theme.TextSize() / 14 }

// Layout implements fyne.Layout.
func (p tightPairs) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y, x := float32(0), p.name()+pairsGap
	for i := 0; i+1 < len(objects); i += 2 {
		name, value := objects[i], objects[i+1]
		nameHeight, valueHeight := heightFor(name, p.name()), heightFor(value, size.Width-x)
		name.Move(fyne.NewPos(0, y+nameDrop))
		name.Resize(fyne.NewSize(p.name(), nameHeight))
		value.Move(fyne.NewPos(x, y))
		value.Resize(fyne.NewSize(size.Width-x, valueHeight))
		y += fyne.Max(nameHeight+nameDrop, valueHeight) + tightGap
	}
}

// tightGap is between the lines.
const tightGap = 2

// MinSize implements fyne.Layout.
func (p tightPairs) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i := 0; i+1 < len(objects); i += 2 {
		name, value := objects[i].MinSize(), objects[i+1].MinSize()
		size.Width = fyne.Max(size.Width, p.name()+pairsGap+value.Width)
		size.Height += fyne.Max(name.Height+nameDrop, value.Height)
		if i > 0 {
			size.Height += tightGap
		}
	}
	return size
}
