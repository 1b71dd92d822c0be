package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// divider is the line between two columns of a table, which the reader moves: by dragging, or with the focus by the left
// and right arrow keys; Home, and pressing twice, put all columns back.
type divider struct {
	widget.BaseWidget
	name    string
	onMoved func(by float32)
	onReset func()
	line    *canvas.Rectangle
	hovered bool
	focused bool
}

var (
	_ fyne.Draggable      = (*divider)(nil)
	_ fyne.Focusable      = (*divider)(nil)
	_ fyne.DoubleTappable = (*divider)(nil)
	_ fyne.Accessible     = (*divider)(nil)
	_ desktop.Hoverable   = (*divider)(nil)
	_ desktop.Cursorable  = (*divider)(nil)
	_ fyne.WidgetRenderer = (*dividerRenderer)(nil)
)

// dividerStep is by how many pixels a key moves a line.
const dividerStep = 16

func newDivider(name string, onMoved func(by float32), onReset func()) *divider {
	d := &divider{name: name, onMoved: onMoved, onReset: onReset, line: canvas.NewRectangle(nil)}
	d.ExtendBaseWidget(d)
	return d
}

func (d *divider) recolour() { d.Refresh() }

// Dragged implements fyne.Draggable.
func (d *divider) Dragged(e *fyne.DragEvent) { d.onMoved(e.Dragged.DX) }

// DragEnd implements fyne.Draggable.
func (d *divider) DragEnd() {}

// DoubleTapped implements fyne.DoubleTappable.
func (d *divider) DoubleTapped(*fyne.PointEvent) { d.onReset() }

// FocusGained implements fyne.Focusable.
func (d *divider) FocusGained() { d.focused = true; d.recolour() }

// FocusLost implements fyne.Focusable.
func (d *divider) FocusLost() { d.focused = false; d.recolour() }

// TypedRune implements fyne.Focusable.
func (d *divider) TypedRune(r rune) { passOnRune(d, r) }

// TypedKey implements fyne.Focusable.
func (d *divider) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		d.onMoved(-dividerStep)
	case fyne.KeyRight:
		d.onMoved(dividerStep)
	case fyne.KeyHome:
		d.onReset()
	default:
		passOn(d, e)
	}
}

// MouseIn implements desktop.Hoverable.
func (d *divider) MouseIn(*desktop.MouseEvent) { d.hovered = true; d.recolour() }

// MouseMoved implements desktop.Hoverable.
func (d *divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (d *divider) MouseOut() { d.hovered = false; d.recolour() }

// Cursor implements desktop.Cursorable.
func (d *divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// AccessibilityLabel implements fyne.Accessible.
func (d *divider) AccessibilityLabel() string { return d.name }

// AccessibilityRole implements fyne.Accessible.
func (d *divider) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (d *divider) CreateRenderer() fyne.WidgetRenderer {
	r := &dividerRenderer{owner: d}
	r.Refresh()
	return r
}

type dividerRenderer struct{ owner *divider }

// Layout implements fyne.WidgetRenderer.
func (r *dividerRenderer) Layout(size fyne.Size) {
	width := float32(1)
	if r.owner.hovered || r.owner.focused {
		width = 3
	}
	r.owner.line.Move(fyne.NewPos((size.Width-width)/2, 0))
	r.owner.line.Resize(fyne.NewSize(width, size.Height))
}

// MinSize implements fyne.WidgetRenderer.
func (r *dividerRenderer) MinSize() fyne.Size { return fyne.NewSize(9, 12) }

// Refresh implements fyne.WidgetRenderer.
func (r *dividerRenderer) Refresh() {
	d := r.owner
	name := theme.ColorNameSeparator
	if d.hovered || d.focused {
		name = theme.ColorNamePrimary
	}
	d.line.FillColor = d.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
	r.Layout(d.Size())
	canvas.Refresh(d.line)
}

// Objects implements fyne.WidgetRenderer.
func (r *dividerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.owner.line} }

// Destroy implements fyne.WidgetRenderer.
func (r *dividerRenderer) Destroy() {}
