package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

const (
	tipWidth = 260
	tipPad   = 8
	tipGap   = 8
)

// tip is a few words beside what is pointed at.
type tip struct {
	widget.BaseWidget
	back  *canvas.Rectangle
	words *widget.Label
	text  fyne.CanvasObject
}

func newTip() *tip {
	t := &tip{back: canvas.NewRectangle(theme.Color(ColorPanel)), words: label("", theme.SizeNameCaptionText, false, false)}
	t.back.CornerRadius = 6
	t.back.StrokeWidth = 1
	t.text = Trim(t.words)
	t.ExtendBaseWidget(t)
	t.Hide()
	return t
}

// show puts the words beside a place of an area: at its right, else at its left, else below or above it, and always
// within the area.
func (t *tip) show(words string, at fyne.Position, size, area fyne.Size) {
	if words == "" {
		t.Hide()
		return
	}
	t.words.SetText(words)
	width := fyne.Min(tipWidth*TextScale(), area.Width-2*tipGap)
	height := heightFor(t.text, width-2*tipPad) + 2*tipPad
	x, y := at.X+size.Width+tipGap, at.Y
	if x+width > area.Width {
		x = at.X - width - tipGap
	}
	if x < tipGap { // no room at either side
		x, y = at.X, at.Y+size.Height+tipGap
		if y+height > area.Height {
			y = at.Y - height - tipGap
		}
	}
	x = fyne.Max(tipGap, fyne.Min(x, area.Width-width-tipGap))
	y = fyne.Max(tipGap, fyne.Min(y, area.Height-height-tipGap))
	t.Resize(fyne.NewSize(width, height))
	t.Move(fyne.NewPos(x, y))
	t.Show()
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *tip) CreateRenderer() fyne.WidgetRenderer { return &tipRenderer{t} }

type tipRenderer struct{ owner *tip }

func (r *tipRenderer) Layout(size fyne.Size) {
	r.owner.back.Resize(size)
	r.owner.text.Move(fyne.NewPos(tipPad, tipPad))
	r.owner.text.Resize(size.SubtractWidthHeight(2*tipPad, 2*tipPad))
}

func (r *tipRenderer) MinSize() fyne.Size { return fyne.NewSize(0, 0) }

func (r *tipRenderer) Refresh() {
	r.owner.back.FillColor = theme.Color(ColorPanel)
	r.owner.back.StrokeColor = theme.Color(theme.ColorNameSeparator)
	r.owner.back.Refresh()
	r.owner.words.Refresh()
	r.Layout(r.owner.Size())
}

func (r *tipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.owner.back, r.owner.text}
}

func (r *tipRenderer) Destroy() {}
