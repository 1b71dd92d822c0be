package part

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Hints is the layer over a window on which a few words say what an icon does, while it is pointed at or has the focus.
// It lets everything through to what lies below.
type Hints struct {
	widget.BaseWidget
	tip *tip
	of  fyne.CanvasObject // what the words are about; nil for nothing
}

// NewHints returns an empty layer; it is the last object of the container that the window shows.
func NewHints() *Hints {
	h := &Hints{tip: newTip()}
	h.ExtendBaseWidget(h)
	return h
}

// HintDelay is how long something is pointed at before it says what it does.
const HintDelay = 400 * time.Millisecond

// hintsOver is the layer over an object; nil where there is none, as in dialogs.
func hintsOver(o fyne.CanvasObject) *Hints {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return nil
	}
	all, ok := c.Content().(*fyne.Container)
	if !ok || len(all.Objects) == 0 {
		return nil
	}
	h, _ := all.Objects[len(all.Objects)-1].(*Hints)
	return h
}

// show says words beside an object; no words say nothing.
func (h *Hints) show(o fyne.CanvasObject, words string) {
	h.of = o
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(h))
	h.tip.show(words, at, o.Size(), h.Size())
}

// hide takes the words about an object away.
func (h *Hints) hide(o fyne.CanvasObject) {
	if h.of == o {
		h.of = nil
		h.tip.Hide()
	}
}

// CreateRenderer implements fyne.Widget.
func (h *Hints) CreateRenderer() fyne.WidgetRenderer { return &hintsRenderer{h} }

type hintsRenderer struct{ owner *Hints }

func (r *hintsRenderer) Layout(fyne.Size)             {}
func (r *hintsRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *hintsRenderer) Refresh()                     { r.owner.tip.Refresh() }
func (r *hintsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.owner.tip} }
func (r *hintsRenderer) Destroy()                     {}

// hinted says what an icon does. The time that passes before belongs to the pointer; the focus says it at once.
type hinted struct{ waiting *time.Timer }

func (h *hinted) pointed(o fyne.CanvasObject, words string) {
	h.left(o)
	if words != "" && hintsOver(o) != nil {
		h.waiting = time.AfterFunc(HintDelay, func() { fyne.Do(func() { h.say(o, words) }) })
	}
}

func (h *hinted) say(o fyne.CanvasObject, words string) {
	if layer := hintsOver(o); layer != nil && words != "" && o.Visible() {
		layer.show(o, words)
	}
}

func (h *hinted) left(o fyne.CanvasObject) {
	if h.waiting != nil {
		h.waiting.Stop()
		h.waiting = nil
	}
	if layer := hintsOver(o); layer != nil {
		layer.hide(o)
	}
}

// hint is what the button says of itself: nothing where its text does.
func (b *Button) hint() string {
	if b.Text != "" {
		return ""
	}
	return b.Name
}

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	b.hinted.pointed(b, b.hint())
}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() {
	b.Button.MouseOut()
	b.hinted.left(b)
}

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(e *fyne.PointEvent) {
	b.hinted.left(b)
	b.Button.Tapped(e)
}
