package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Flow puts objects side by side at their own widths and begins a new line where the width ends, as words do.
func Flow(gap, lineGap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: gap, lineGap: lineGap}, objects...)
}

// flowLayout remembers its width, because the height depends on it. Before it has one, all stands in one line.
type flowLayout struct {
	gap, lineGap float32
	width        float32
}

// line is a run of objects of one line of a flow.
type line struct {
	objects []fyne.CanvasObject
	height  float32
}

func (f *flowLayout) lines(objects []fyne.CanvasObject) []line {
	var list []line
	used := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if len(list) == 0 || f.width > 0 && used+f.gap+m.Width > f.width {
			list = append(list, line{})
			used = -f.gap
		}
		last := &list[len(list)-1]
		last.objects = append(last.objects, o)
		last.height = fyne.Max(last.height, m.Height)
		used += f.gap + m.Width
	}
	return list
}

// Layout implements fyne.Layout. In a line, all stand on one middle.
func (f *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	y := float32(0)
	for _, l := range f.lines(objects) {
		x := float32(0)
		for _, o := range l.objects {
			m := o.MinSize()
			o.Move(fyne.NewPos(x, y+(l.height-m.Height)/2))
			o.Resize(m)
			x += m.Width + f.gap
		}
		y += l.height + f.lineGap
	}
}

// MinSize implements fyne.Layout.
func (f *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, l := range f.lines(objects) {
		if i > 0 {
			size.Height += f.lineGap
		}
		size.Height += l.height
		for _, o := range l.objects {
			size.Width = fyne.Max(size.Width, o.MinSize().Width)
		}
	}
	return size
}

// natural is the width of a flow in one line.
func (f *flowLayout) natural(objects []fyne.CanvasObject) float32 {
	width := -f.gap
	for _, o := range objects {
		if o.Visible() {
			width += f.gap + o.MinSize().Width
		}
	}
	return width
}

// FlowWithKey puts a flow and the key to it into one line where both fit, with a remark below; else one below another,
// the remark between them.
func FlowWithKey(gap float32, flow, remark, key *fyne.Container) *fyne.Container {
	return container.New(&keyLayout{gap: gap, flow: flow, key: key}, flow, remark, key)
}

type keyLayout struct {
	gap       float32
	flow, key *fyne.Container
	width     float32
}

func (k *keyLayout) fits() bool {
	natural := func(c *fyne.Container) float32 { return c.Layout.(*flowLayout).natural(c.Objects) }
	return natural(k.flow)+3*k.gap+natural(k.key) <= k.width
}

// Layout implements fyne.Layout.
func (k *keyLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	k.width = size.Width
	flow, remark, key := objects[0], objects[1], objects[2]
	if !k.fits() {
		y := place(flow, span{0, size.Width}, 0)
		y += place(remark, span{0, size.Width}, y) + k.gap
		place(key, span{0, size.Width}, y)
		return
	}
	width := flow.(*fyne.Container).Layout.(*flowLayout).natural(k.flow.Objects)
	x := width + 3*k.gap
	height := fyne.Max(place(flow, span{0, width}, 0), heightFor(key, size.Width-x))
	place(key, span{x, size.Width - x}, (height-key.MinSize().Height)/2)
	place(remark, span{0, size.Width}, height)
}

// MinSize implements fyne.Layout.
func (k *keyLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	flow, remark, key := objects[0].MinSize(), objects[1].MinSize(), objects[2].MinSize()
	size := flow.Max(remark).Max(key)
	if k.fits() {
		return fyne.NewSize(size.Width, fyne.Max(flow.Height, key.Height)+remark.Height)
	}
	return fyne.NewSize(size.Width, flow.Height+remark.Height+k.gap+key.Height)
}

// StrongLine is one line of text that stands out; it does not wrap, so it can stand in a flow or a row.
func StrongLine(s string) fyne.CanvasObject {
	l := label(s, theme.SizeNameText, true, false)
	l.Wrapping = fyne.TextWrapOff
	return Trim(l)
}

// Caption is a caption that wraps, in the colour of text.
func Caption(s string) fyne.CanvasObject { return styled(s, theme.SizeNameCaptionText, false, false) }

// LineLink is a link on one line as wide as it is, so it can stand in a flow or a row.
func LineLink(s string, tapped func()) fyne.CanvasObject {
	return link(s, theme.SizeNameText, fyne.TextWrapOff, tapped)
}
