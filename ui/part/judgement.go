package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/model"
)

// Judgement is the mark of a judgement, told apart by its shape alone: aligned is a filled disc, partly aligned a half
// disc, opposed two bars, one side only a ring, and not judged a dash.
type Judgement struct {
	widget.BaseWidget
	of   model.Judgement
	size float32
}

var _ fyne.Widget = (*Judgement)(nil)

// NewJudgement returns the mark of a judgement in a square of this size; 12 to 16 beside text.
func NewJudgement(of model.Judgement, size float32) *Judgement {
	j := &Judgement{of: of, size: size}
	j.ExtendBaseWidget(j)
	return j
}

// Of returns the judgement that the mark stands for.
func (j *Judgement) Of() model.Judgement { return j.of }

// CreateRenderer implements fyne.Widget.
func (j *Judgement) CreateRenderer() fyne.WidgetRenderer {
	r := &judgementRenderer{owner: j}
	switch j.of {
	case model.Aligned, model.OneSideOnly:
		r.ring = canvas.NewCircle(nil)
	case model.PartlyAligned:
		r.ring, r.filled = canvas.NewCircle(nil), bars(1)
	case model.Opposed:
		r.filled = bars(2)
	case model.NotJudged:
		r.filled = bars(1)
	}
	r.recolour()
	return r
}

func bars(n int) []*canvas.Rectangle {
	list := make([]*canvas.Rectangle, n)
	for i := range list {
		list[i] = canvas.NewRectangle(nil)
	}
	return list
}

// judgementRenderer draws a mark from a circle, from rectangles, or from both.
type judgementRenderer struct {
	owner  *Judgement
	ring   *canvas.Circle
	filled []*canvas.Rectangle
}

func (r *judgementRenderer) recolour() {
	name := theme.ColorNameForeground
	if r.owner.of == model.NotJudged {
		name = ColorMuted
	}
	ink := r.owner.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
	for _, f := range r.filled {
		f.FillColor = ink
	}
	if r.ring == nil {
		return
	}
	if r.owner.of == model.Aligned {
		r.ring.FillColor = ink
		return
	}
	r.ring.StrokeColor, r.ring.StrokeWidth = ink, scaled(r.owner.size)/8
}

// Layout implements fyne.WidgetRenderer. The mark keeps its size and stands in the middle of what it is given.
func (r *judgementRenderer) Layout(given fyne.Size) {
	s := scaled(r.owner.size)
	at := fyne.NewPos((given.Width-s)/2, (given.Height-s)/2)
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(at.AddXY(x*s, y*s))
		o.Resize(fyne.NewSize(w*s, h*s))
	}
	edge := float32(0)
	if r.ring != nil {
		edge = r.ring.StrokeWidth / s // half of the stroke lies outside of the circle
		place(r.ring, edge/2, edge/2, 1-edge, 1-edge)
	}
	switch r.owner.of {
	case model.PartlyAligned:
		half := r.filled[0]
		half.TopLeftCornerRadius, half.BottomLeftCornerRadius = s/2, s/2
		place(half, edge/2, edge/2, 0.5-edge/2, 1-edge)
	case model.Opposed:
		place(r.filled[0], 0.14, 0.04, 0.24, 0.92)
		place(r.filled[1], 0.62, 0.04, 0.24, 0.92)
	case model.NotJudged:
		place(r.filled[0], 0.12, 0.43, 0.76, 0.14)
	}
}

// MinSize implements fyne.WidgetRenderer.
func (r *judgementRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(scaled(r.owner.size)) }

// Refresh implements fyne.WidgetRenderer.
func (r *judgementRenderer) Refresh() {
	r.recolour()
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// Objects implements fyne.WidgetRenderer.
func (r *judgementRenderer) Objects() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if r.ring != nil {
		objects = append(objects, r.ring)
	}
	for _, f := range r.filled {
		objects = append(objects, f)
	}
	return objects
}

// Destroy implements fyne.WidgetRenderer.
func (r *judgementRenderer) Destroy() {}
