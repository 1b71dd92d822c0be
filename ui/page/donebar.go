package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/ui/part"
)

// doneBar says what was done, until the next thing is or the reader closes it.
type doneBar struct {
	content  fyne.CanvasObject
	words    *widget.Label
	onHeight func() // it takes room or leaves it
}

// newDoneBar returns a hidden bar; closeText is what its cross says of itself.
func newDoneBar(closeText string, onHeight func()) *doneBar {
	b := &doneBar{words: smallLabel(), onHeight: onHeight}
	b.words.Wrapping = fyne.TextWrapWord
	b.words.Importance = widget.MediumImportance
	closing := part.NewIcon(closeText, theme.CancelIcon(), b.hush)
	words := part.Inset(8, 0, 8, 12, part.Trim(b.words))
	b.content = part.Shaded(container.NewBorder(nil, nil, nil, container.NewVBox(closing), words))
	b.content.Hide()
	return b
}

func (b *doneBar) say(words string) {
	b.words.SetText(words)
	b.content.Show()
	b.onHeight()
}

func (b *doneBar) hush() {
	if b.content.Visible() {
		b.content.Hide()
		b.onHeight()
	}
}
