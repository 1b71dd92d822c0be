package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Notice says in a few words what was just done, at the foot of the window and over what stands there. It goes when
// something else is done, or when it is pressed; nothing is lost with it.
type Notice struct {
	box   *fyne.Container
	words *widget.Label
	press *Pressable
}

// NewNotice returns a hidden notice; closeText says what pressing it does.
func NewNotice(closeText string) *Notice {
	n := &Notice{words: label("", theme.SizeNameText, false, false)}
	plate := newPlate(ColorPanel, theme.ColorNamePrimary)
	n.press = NewPressable(closeText, Inset(10, 14, 10, 14, Trim(n.words)), n.Hide)
	n.box = &fyne.Container{Layout: noticeLayout{}, Objects: []fyne.CanvasObject{plate, n.press}}
	n.box.Hide()
	return n
}

// Content returns what to put over the window.
func (n *Notice) Content() fyne.CanvasObject { return n.box }

// Say shows words; they are cut where they are long.
func (n *Notice) Say(words string) {
	if all := []rune(words); len(all) > longestNotice {
		words = string(all[:longestNotice]) + "…"
	}
	n.words.SetText(words)
	n.box.Show()
	LayOut(n.box)
}

// Hide takes the notice away.
func (n *Notice) Hide() { n.box.Hide() }

const (
	longestNotice = 240
	noticeWidth   = 520
	noticeGap     = 24
)

type noticeLayout struct{}

func (noticeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := fyne.Min(noticeWidth*TextScale(), size.Width-2*noticeGap)
	height := heightFor(objects[1], width)
	for _, o := range objects {
		o.Move(fyne.NewPos((size.Width-width)/2, size.Height-height-noticeGap))
		o.Resize(fyne.NewSize(width, height))
	}
}

func (noticeLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
