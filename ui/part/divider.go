package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Divider is the line between two columns, which the reader moves: by dragging, or with the focus by the left and right
// arrow keys; Home, and pressing twice, put it back.
type Divider struct {
	widget.BaseWidget
	// AtEdge draws the line at the left edge of the room for pointing at it, instead of in its middle.
	AtEdge bool

	name    string
	onMoved func(by float32) (moved float32)
	owed    float32 // how far the pointer is from the line that it drags
	onReset func()
	line    *canvas.Rectangle
	hovered bool
	focused bool
}

var (
	_ fyne.Draggable      = (*Divider)(nil)
	_ fyne.Focusable      = (*Divider)(nil)
	_ fyne.DoubleTappable = (*Divider)(nil)
	_ fyne.Accessible     = (*Divider)(nil)
	_ desktop.Hoverable   = (*Divider)(nil)
	_ desktop.Cursorable  = (*Divider)(nil)
	_ fyne.WidgetRenderer = (*dividerRenderer)(nil)
)

// dividerStep is by how many pixels a key moves a line.
const dividerStep = 16

// NewDivider returns a line; the name says what can be done with it. onMoved is told how far the line is to move, to the
// right where that is above 0, and says how far it did.
func NewDivider(name string, onMoved func(by float32) (moved float32), onReset func()) *Divider {
	d := &Divider{name: name, onMoved: onMoved, onReset: onReset, line: canvas.NewRectangle(nil)}
	d.ExtendBaseWidget(d)
	return d
}

func (d *Divider) recolour() { d.Refresh() }

// Dragged implements fyne.Draggable. A line that can move no further waits until the pointer comes back to it.
func (d *Divider) Dragged(e *fyne.DragEvent) {
	d.owed += e.Dragged.DX
	d.owed -= d.onMoved(d.owed)
}

// DragEnd implements fyne.Draggable.
func (d *Divider) DragEnd() { d.owed = 0 }

// DoubleTapped implements fyne.DoubleTappable.
func (d *Divider) DoubleTapped(*fyne.PointEvent) { d.onReset() }

// FocusGained implements fyne.Focusable.
func (d *Divider) FocusGained() { d.focused = true; d.recolour() }

// FocusLost implements fyne.Focusable.
func (d *Divider) FocusLost() { d.focused = false; d.recolour() }

// TypedRune implements fyne.Focusable.
func (d *Divider) TypedRune(r rune) { passOnRune(d, r) }

// TypedKey implements fyne.Focusable.
func (d *Divider) TypedKey(e *fyne.KeyEvent) {
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
func (d *Divider) MouseIn(*desktop.MouseEvent) { d.hovered = true; d.recolour() }

// MouseMoved implements desktop.Hoverable.
func (d *Divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (d *Divider) MouseOut() { d.hovered = false; d.recolour() }

// Cursor implements desktop.Cursorable.
func (d *Divider) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// AccessibilityLabel implements fyne.Accessible.
func (d *Divider) AccessibilityLabel() string { return d.name }

// AccessibilityRole implements fyne.Accessible.
func (d *Divider) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (d *Divider) CreateRenderer() fyne.WidgetRenderer {
	r := &dividerRenderer{owner: d}
	r.Refresh()
	return r
}

type dividerRenderer struct{ owner *Divider }

// Layout implements fyne.WidgetRenderer.
func (r *dividerRenderer) Layout(size fyne.Size) {
	width := float32(1)
	if r.owner.hovered || r.owner.focused {
		width = 3
	}
	x := (size.Width - width) / 2
	if r.owner.AtEdge {
		x = 0
	}
	r.owner.line.Move(fyne.NewPos(x, 0))
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
