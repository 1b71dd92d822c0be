package part

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Pressable makes its content one thing to press: by the mouse, or by Enter and Space when it has the focus. It shows
// hover, focus and whether it is chosen.
type Pressable struct {
	widget.BaseWidget
	Content  fyne.CanvasObject
	OnPress  func()
	OnKey    func(fyne.KeyName) bool // what further keys do; it reports false for those that do nothing here. It may be nil
	Name     string                  // for tests and screen readers
	Hinted   bool                    // the name is said while it is pointed at: what is seen does not say it
	hinted   hinted
	chosen   bool
	hovered  bool
	focused  bool
	renderer *pressableRenderer
}

var (
	_ fyne.Widget        = (*Pressable)(nil)
	_ fyne.Tappable      = (*Pressable)(nil)
	_ fyne.Focusable     = (*Pressable)(nil)
	_ fyne.Accessible    = (*Pressable)(nil)
	_ desktop.Hoverable  = (*Pressable)(nil)
	_ desktop.Cursorable = (*Pressable)(nil)
)

// NewPressable returns content that calls onPress. Name says in words what pressing it does or shows.
func NewPressable(name string, content fyne.CanvasObject, onPress func()) *Pressable {
	p := &Pressable{Content: content, OnPress: onPress, Name: name}
	p.ExtendBaseWidget(p)
	return p
}

// SetChosen shows whether this is the chosen one of several.
func (p *Pressable) SetChosen(chosen bool) {
	if p.chosen != chosen {
		p.chosen = chosen
		p.recolour()
	}
}

// Chosen reports whether this is the chosen one of several.
func (p *Pressable) Chosen() bool { return p.chosen }

// Tapped implements fyne.Tappable.
func (p *Pressable) Tapped(*fyne.PointEvent) {
	p.hinted.left(p)
	if p.OnPress != nil {
		p.OnPress()
	}
}

// FocusGained implements fyne.Focusable.
func (p *Pressable) FocusGained() {
	p.focused = true
	p.recolour()
	if !p.hovered { // nothing moves under the pointer that presses it
		bringIntoSight(p)
	}
	p.hinted.say(p, p.hint())
}

// FocusLost implements fyne.Focusable.
func (p *Pressable) FocusLost() {
	p.focused = false
	p.recolour()
	p.hinted.left(p)
}

func (p *Pressable) hint() string {
	if p.Hinted {
		return p.Name
	}
	return ""
}

// TypedRune implements fyne.Focusable.
func (p *Pressable) TypedRune(r rune) { passOnRune(p, r) }

// TypedKey implements fyne.Focusable.
func (p *Pressable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.Tapped(nil)
	default:
		if p.OnKey == nil || !p.OnKey(e.Name) {
			passOn(p, e)
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (p *Pressable) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.recolour()
	p.hinted.pointed(p, p.hint())
}

// MouseMoved implements desktop.Hoverable.
func (p *Pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *Pressable) MouseOut() {
	p.hovered = false
	p.recolour()
	p.hinted.left(p)
}

// Cursor implements desktop.Cursorable.
func (p *Pressable) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (p *Pressable) AccessibilityLabel() string { return p.Name }

// AccessibilityRole implements fyne.Accessible.
func (p *Pressable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (p *Pressable) recolour() {
	if p.renderer != nil {
		p.renderer.recolour()
		canvas.Refresh(p.renderer.back)
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Pressable) CreateRenderer() fyne.WidgetRenderer {
	r := &pressableRenderer{owner: p, back: canvas.NewRectangle(color.Transparent)}
	r.back.CornerRadius = 6
	p.renderer = r
	r.recolour()
	return r
}

type pressableRenderer struct {
	owner *Pressable
	back  *canvas.Rectangle
}

func (r *pressableRenderer) recolour() {
	th, v := r.owner.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	switch {
	case r.owner.chosen:
		r.back.FillColor = th.Color(ColorSelected, v)
	case r.owner.hovered:
		r.back.FillColor = th.Color(theme.ColorNameHover, v)
	default:
		r.back.FillColor = color.Transparent
	}
	r.back.StrokeWidth = 0
	if r.owner.focused {
		r.back.StrokeWidth = 2
		r.back.StrokeColor = th.Color(theme.ColorNamePrimary, v)
	}
}

func (r *pressableRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	r.owner.Content.Resize(size)
}

func (r *pressableRenderer) MinSize() fyne.Size { return r.owner.Content.MinSize() }

func (r *pressableRenderer) Refresh() {
	r.recolour()
	r.back.Refresh()
	r.owner.Content.Refresh()
}

func (r *pressableRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.owner.Content}
}

func (r *pressableRenderer) Destroy() {}
