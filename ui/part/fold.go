package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Arrow says whether something is folded (it points to the right) or unfolded (it points down).
type Arrow struct {
	widget.Icon
}

// NewArrow returns the arrow of something folded.
func NewArrow() *Arrow {
	a := &Arrow{}
	a.ExtendBaseWidget(a)
	a.Point(false)
	return a
}

// Point shows whether the thing is unfolded.
func (a *Arrow) Point(unfolded bool) {
	icon := theme.MenuExpandIcon()
	if unfolded {
		icon = theme.MenuDropDownIcon()
	}
	a.SetResource(theme.NewColoredResource(icon, ColorMuted))
}

// MinSize implements fyne.CanvasObject.
func (a *Arrow) MinSize() fyne.Size { return fyne.NewSquareSize(scaled(20)) }

// Fold is a heading that unfolds what stands below it. That is built when it is first asked for.
type Fold struct {
	*Pressable
	box       *fyne.Container
	arrow     *Arrow
	build     func() fyne.CanvasObject
	body      fyne.CanvasObject
	unfolded  bool
	onChanged func()
}

// NewFold returns a folded heading, with a remark in small type beside it. onChanged is called when it was folded or
// unfolded, so that what stands around it makes room.
func NewFold(heading, remark string, build func() fyne.CanvasObject, onChanged func()) *Fold {
	f := &Fold{arrow: NewArrow(), build: build, onChanged: onChanged}
	line := Row(0, 1, Inset(1, 0, 0, 0, f.arrow), Remarked(12, Heading(heading), Small(remark)))
	f.Pressable = NewPressable(heading, Inset(10, 8, 10, 8, line), f.Toggle)
	f.box = container.New(columnLayout{4}, f.Pressable)
	return f
}

// NewTextFold is NewFold in the type of text, for one of many in a list: the heading wraps, and the remark stands below it.
func NewTextFold(heading, remark string, build func() fyne.CanvasObject, onChanged func()) *Fold {
	f := &Fold{arrow: NewArrow(), build: build, onChanged: onChanged}
	line := Row(4, 1, Inset(1, 0, 0, 0, f.arrow), Column(0, Strong(heading), Small(remark)))
	f.Pressable = NewPressable(heading, Inset(8, 8, 8, 4, line), f.Toggle)
	f.box = container.New(columnLayout{4}, f.Pressable)
	return f
}

// Reveal scrolls what the fold stands in so that its heading is to be seen.
func (f *Fold) Reveal() { bringIntoSight(f.Pressable) }

// Content returns what to put on the page.
func (f *Fold) Content() fyne.CanvasObject { return f.box }

// Unfolded reports whether what stands below is shown.
func (f *Fold) Unfolded() bool { return f.unfolded }

// Toggle folds or unfolds.
func (f *Fold) Toggle() {
	f.unfolded = !f.unfolded
	f.arrow.Point(f.unfolded)
	switch {
	case f.body == nil:
		f.body = f.build()
		f.box.Add(f.body)
	case f.unfolded:
		f.body.Show()
	default:
		f.body.Hide()
	}
	if f.onChanged != nil {
		f.onChanged()
	}
}

// SideSwatch is a small square in the colour of the side at this place in the dataset's own order.
func SideSwatch(place int) fyne.CanvasObject {
	return Inset(3, 0, 3, 0, Fixed(10, 10, newBacking(ColorSide(place))))
}

// Remarked puts a remark after the words that it is about, on one line where both fit, else below them. Both wrap.
func Remarked(gap float32, words, remark fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &remarkedLayout{gap: gap}, Objects: []fyne.CanvasObject{words, remark}}
}

// remarkedLayout remembers its width, because the height depends on it.
type remarkedLayout struct{ gap, width float32 }

// lineWidth is how wide a trimmed label is on one line.
func lineWidth(o fyne.CanvasObject) float32 {
	c, ok := o.(*fyne.Container)
	if !ok || len(c.Objects) == 0 {
		return o.MinSize().Width
	}
	l, ok := c.Objects[0].(*widget.Label)
	if !ok {
		return o.MinSize().Width
	}
	return fyne.MeasureText(l.Text, theme.Size(l.SizeName), l.TextStyle).Width + 1
}

func (r *remarkedLayout) fits(objects []fyne.CanvasObject) bool {
	return r.width == 0 || lineWidth(objects[0])+r.gap+lineWidth(objects[1]) <= r.width
}

// Layout implements fyne.Layout. On one line, both stand on one middle.
func (r *remarkedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r.width = size.Width
	if !r.fits(objects) {
		y := place(objects[0], span{0, size.Width}, 0)
		place(objects[1], span{0, size.Width}, y)
		return
	}
	first := lineWidth(objects[0])
	a, b := heightFor(objects[0], first), heightFor(objects[1], size.Width-first-r.gap)
	place(objects[0], span{0, first}, fyne.Max(0, b-a)/2)
	place(objects[1], span{first + r.gap, size.Width - first - r.gap}, fyne.Max(0, a-b)/2)
}

// MinSize implements fyne.Layout.
func (r *remarkedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	if r.fits(objects) {
		return fyne.NewSize(fyne.Max(a.Width, b.Width), fyne.Max(a.Height, b.Height))
	}
	return fyne.NewSize(fyne.Max(a.Width, b.Width), a.Height+b.Height)
}

// Glyph is a small sign in the colour of text.
func Glyph(icon fyne.Resource) fyne.CanvasObject {
	return Fixed(20, 20, widget.NewIcon(icon))
}
