package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Panel puts an object on the colour of navigation and inspector.
func Panel(o fyne.CanvasObject) *fyne.Container { return container.NewStack(newBacking(ColorPanel), o) }

// Page puts an object on the colour of a page, so that nothing shows through from below.
func Page(o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newBacking(theme.ColorNameBackground), o)
}

// Framed draws a thin rounded line around an object.
func Framed(o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newPlate("", theme.ColorNameInputBorder), o)
}

// Shaded puts an object on a rounded plate in the colour of panels.
func Shaded(o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newPlate(ColorPanel, ""), o)
}

// plate is a rectangle in colours of the theme, which it takes anew when the theme changes. An empty name is no colour.
type plate struct {
	widget.BaseWidget
	fill, line fyne.ThemeColorName
	radius     float32
}

func newPlate(fill, line fyne.ThemeColorName) *plate {
	p := &plate{fill: fill, line: line, radius: 6}
	p.ExtendBaseWidget(p)
	return p
}

// newBacking is a plate with square corners and no line.
func newBacking(fill fyne.ThemeColorName) *plate {
	p := newPlate(fill, "")
	p.radius = 0
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *plate) CreateRenderer() fyne.WidgetRenderer {
	r := &plateRenderer{owner: p, rect: canvas.NewRectangle(nil)}
	r.rect.CornerRadius = p.radius
	r.recolour()
	r.WidgetRenderer = widget.NewSimpleRenderer(r.rect)
	return r
}

type plateRenderer struct {
	fyne.WidgetRenderer
	owner *plate
	rect  *canvas.Rectangle
}

func (r *plateRenderer) recolour() {
	th, variant := r.owner.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	if r.owner.fill != "" {
		r.rect.FillColor = th.Color(r.owner.fill, variant)
	}
	if r.owner.line != "" {
		r.rect.StrokeColor, r.rect.StrokeWidth = th.Color(r.owner.line, variant), 1
	}
}

// Refresh implements fyne.WidgetRenderer.
func (r *plateRenderer) Refresh() {
	r.recolour()
	r.rect.Refresh()
}

// Aside sets an object off by a line at its left, which stands out where it matters more.
func Aside(o fyne.CanvasObject, strong bool) fyne.CanvasObject {
	name := theme.ColorNameSeparator
	if strong {
		name = theme.ColorNamePrimary
	}
	return container.New(asideLayout{}, newBacking(name), o)
}

type asideLayout struct{}

// The width of the line of an aside, and the gap behind it.
const (
	asideLine = 3
	asideGap  = 10
)

// Layout implements fyne.Layout.
func (asideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := heightFor(objects[1], size.Width-asideLine-asideGap)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(asideLine, height))
	objects[1].Move(fyne.NewPos(asideLine+asideGap, 0))
	objects[1].Resize(fyne.NewSize(size.Width-asideLine-asideGap, height))
}

// MinSize implements fyne.Layout.
func (asideLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().AddWidthHeight(asideLine+asideGap, 0)
}

// Tinted puts an object on a rounded plate in the colour of what is selected.
func Tinted(o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newPlate(ColorSelected, ""), o)
}
