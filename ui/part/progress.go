package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Progress says above a page what the program is at work on and how far it is, and lets the reader cancel it. What was
// shown before stays.
type Progress struct {
	// OnHeight is called when the bar takes more room, or less; it may be nil.
	OnHeight func()

	box    *fyne.Container
	words  *widget.Label
	track  *track
	cancel func()
}

// NewProgress returns a hidden bar; the text is that of its button.
func NewProgress(cancelText string) *Progress {
	p := &Progress{words: widget.NewLabel(""), track: newTrack()}
	p.words.Truncation = fyne.TextTruncateEllipsis
	stop := NewButton(cancelText, func() { p.cancel() })
	stop.Importance = widget.LowImportance
	line := Inset(2, 4, 2, 8, container.NewBorder(nil, nil, nil, stop, p.words))
	p.box = Column(0, Panel(line), p.track)
	p.Hide()
	return p
}

// Content returns what to put above the page.
func (p *Progress) Content() fyne.CanvasObject { return p.box }

// Show says what is being done, and how much of it is done, from 0 to 1.
func (p *Progress) Show(sentence string, done float32, onCancel func()) {
	p.cancel = onCancel
	p.track.set(done)
	if p.words.Text != sentence {
		p.words.SetText(sentence)
	}
	if !p.box.Visible() {
		p.box.Show()
		p.tellHeight()
	}
}

// Hide takes the bar away.
func (p *Progress) Hide() {
	if p.box.Visible() {
		p.box.Hide()
		p.tellHeight()
	}
}

func (p *Progress) tellHeight() {
	if p.OnHeight != nil {
		p.OnHeight()
	}
}

// Visible reports whether the bar is shown.
func (p *Progress) Visible() bool { return p.box.Visible() }

// track is a thin line that fills from the left.
type track struct {
	widget.BaseWidget
	done float32
}

func newTrack() *track {
	t := &track{}
	t.ExtendBaseWidget(t)
	return t
}

func (t *track) set(done float32) {
	done = fyne.Max(0, fyne.Min(done, 1))
	if done != t.done {
		t.done = done
		t.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (t *track) CreateRenderer() fyne.WidgetRenderer {
	r := &trackRenderer{owner: t, whole: canvas.NewRectangle(nil), done: canvas.NewRectangle(nil)}
	r.WidgetRenderer = widget.NewSimpleRenderer(container.NewWithoutLayout(r.whole, r.done))
	r.recolour()
	return r
}

const trackHeight = 3

type trackRenderer struct {
	fyne.WidgetRenderer
	owner       *track
	whole, done *canvas.Rectangle
}

// MinSize implements fyne.WidgetRenderer.
func (r *trackRenderer) MinSize() fyne.Size { return fyne.NewSize(0, trackHeight) }

// Layout implements fyne.WidgetRenderer.
func (r *trackRenderer) Layout(size fyne.Size) {
	r.whole.Resize(fyne.NewSize(size.Width, trackHeight))
	r.done.Resize(fyne.NewSize(size.Width*r.owner.done, trackHeight))
}

// Refresh implements fyne.WidgetRenderer.
func (r *trackRenderer) Refresh() {
	r.recolour()
	r.Layout(r.owner.Size())
	r.whole.Refresh()
	r.done.Refresh()
}

func (r *trackRenderer) recolour() {
	r.whole.FillColor = r.owner.Theme().Color(theme.ColorNameSeparator, fyne.CurrentApp().Settings().ThemeVariant())
	r.done.FillColor = r.owner.Theme().Color(theme.ColorNamePrimary, fyne.CurrentApp().Settings().ThemeVariant())
}
