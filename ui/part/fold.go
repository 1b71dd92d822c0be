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
func (a *Arrow) MinSize() fyne.Size { return fyne.NewSquareSize(20) }

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
	words := label(heading, theme.SizeNameSubHeadingText, true, false)
	words.Wrapping = fyne.TextWrapOff
	line := Row(0, 1, Inset(1, 0, 0, 0, f.arrow), Flow(12, 2, Trim(words), SmallLine(remark)))
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
