package part

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// What has the focus is ringed by a line of two pixels in the accent, whatever it is. The toolkit's own widgets show a shade
// of grey, or a thinner line; the widgets of ui/part that are made from them are ringed here.

// ringWidth is the width of the line around what has the focus.
const ringWidth = 2

// ringed is the look of a widget with a ring around it while it has the focus.
type ringed struct {
	fyne.WidgetRenderer
	ring    *canvas.Rectangle
	focused *bool
	objects []fyne.CanvasObject
}

// newRinged puts a ring around the look of a widget; focused says whether it is shown.
func newRinged(look fyne.WidgetRenderer, focused *bool) *ringed {
	r := &ringed{WidgetRenderer: look, ring: canvas.NewRectangle(color.Transparent), focused: focused}
	r.ring.StrokeWidth = ringWidth
	r.ring.CornerRadius = theme.Size(theme.SizeNameInputRadius)
	r.show()
	return r
}

func (r *ringed) show() {
	r.ring.StrokeColor = theme.Color(theme.ColorNamePrimary)
	r.ring.Hidden = !*r.focused
}

// Layout implements fyne.WidgetRenderer.
func (r *ringed) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.ring.Resize(size)
}

// Refresh implements fyne.WidgetRenderer.
func (r *ringed) Refresh() {
	r.WidgetRenderer.Refresh()
	r.show()
	r.ring.Refresh()
}

// Objects implements fyne.WidgetRenderer.
func (r *ringed) Objects() []fyne.CanvasObject {
	r.objects = append(append(r.objects[:0], r.WidgetRenderer.Objects()...), r.ring)
	return r.objects
}

// outlined is the look of a widget of the toolkit's that draws a line of its own while it has the focus: the line takes the
// colour and the width of the ring.
type outlined struct {
	fyne.WidgetRenderer
	focused *bool
	line    *canvas.Rectangle
	width   float32 // of the line without the focus
}

func newOutlined(look fyne.WidgetRenderer, focused *bool) *outlined {
	r := &outlined{WidgetRenderer: look, focused: focused}
	for _, o := range look.Objects() {
		if line, ok := o.(*canvas.Rectangle); ok && line.StrokeWidth > 0 {
			r.line, r.width = line, line.StrokeWidth
		}
	}
	r.show()
	return r
}

// Layout implements fyne.WidgetRenderer.
func (r *outlined) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.show()
}

// Refresh implements fyne.WidgetRenderer.
func (r *outlined) Refresh() {
	r.WidgetRenderer.Refresh()
	r.show()
}

func (r *outlined) show() {
	if r.line == nil {
		return
	}
	r.line.StrokeWidth = r.width
	if *r.focused {
		r.line.StrokeColor, r.line.StrokeWidth = theme.Color(theme.ColorNamePrimary), ringWidth
	}
	r.line.Refresh()
}
