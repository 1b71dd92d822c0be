package part

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Veil dims the window and shows a panel over it. A press beside the panel closes it.
type Veil struct {
	widget.BaseWidget
	OnClosed func()

	panel  fyne.CanvasObject
	width  float32
	height float32     // that the panel needs; 0 for all that there is
	on     fyne.Canvas // nil while it is closed
}

var _ fyne.Tappable = (*Veil)(nil)

// NewVeil returns a closed veil; its panel is at most so wide.
func NewVeil(panel fyne.CanvasObject, width float32) *Veil {
	back := newPlate(theme.ColorNameOverlayBackground, theme.ColorNameInputBorder)
	v := &Veil{panel: &fyne.Container{Layout: fullLayout{}, Objects: []fyne.CanvasObject{newShield(), back, panel}}, width: width}
	v.ExtendBaseWidget(v)
	return v
}

// Open shows the panel over a window.
func (v *Veil) Open(on fyne.Canvas) {
	if v.on == nil {
		v.on = on
		on.Overlays().Add(v)
		v.Resize(on.Size())
		OnEscape(on, v.Close)
	}
}

// Fit makes the panel as high as it needs to be, or as there is room.
func (v *Veil) Fit(height float32) {
	if v.height != height {
		v.height = height
		v.Resize(v.Size().AddWidthHeight(0, 1)) // the toolkit lays nothing out for the size that it has
		v.Resize(v.Size().SubtractWidthHeight(0, 1))
	}
}

// Close takes the panel away; the focus is where it was before.
func (v *Veil) Close() {
	if v.on == nil {
		return
	}
	v.on.Overlays().Remove(v)
	v.on = nil
	if v.OnClosed != nil {
		v.OnClosed()
	}
}

// IsOpen reports whether the panel is shown.
func (v *Veil) IsOpen() bool { return v.on != nil }

// Tapped implements fyne.Tappable.
func (v *Veil) Tapped(*fyne.PointEvent) { v.Close() }

// AccessibilityLabel implements fyne.Accessible: what the panel holds tells itself.
func (*Veil) AccessibilityLabel() string { return "" }

// AccessibilityRole implements fyne.Accessible.
func (*Veil) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (v *Veil) CreateRenderer() fyne.WidgetRenderer {
	return &veilRenderer{owner: v, dim: canvas.NewRectangle(theme.Color(theme.ColorNameShadow))}
}

const (
	veilTop = 56
	veilGap = 24

	leastPanel = 200
)

type veilRenderer struct {
	owner *Veil
	dim   *canvas.Rectangle
}

func (r *veilRenderer) Layout(size fyne.Size) {
	r.dim.Resize(size)
	width := fyne.Min(r.owner.width*TextScale(), size.Width-2*veilGap)
	r.owner.panel.Move(fyne.NewPos((size.Width-width)/2, veilTop))
	height := fyne.Max(size.Height-veilTop-veilGap, leastPanel)
	if r.owner.height > 0 {
		height = fyne.Min(height, r.owner.height)
	}
	r.owner.panel.Resize(fyne.NewSize(width, height))
}

func (r *veilRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *veilRenderer) Refresh() {
	r.dim.FillColor = theme.Color(theme.ColorNameShadow)
	r.dim.Refresh()
	r.owner.panel.Refresh()
}

func (r *veilRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.dim, r.owner.panel}
}

func (r *veilRenderer) Destroy() {}

// shield takes the presses on the empty places of a panel.
type shield struct{ widget.BaseWidget }

func newShield() *shield {
	s := &shield{}
	s.ExtendBaseWidget(s)
	return s
}

// Tapped implements fyne.Tappable.
func (*shield) Tapped(*fyne.PointEvent) {}

// AccessibilityLabel implements fyne.Accessible: there is nothing to tell.
func (*shield) AccessibilityLabel() string { return "" }

// AccessibilityRole implements fyne.Accessible.
func (*shield) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (*shield) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// fullLayout gives every object all the room.
type fullLayout struct{}

func (fullLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (fullLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
