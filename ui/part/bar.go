package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Bar is one sentence at the top of the page that says what is wrong; "Details" unfolds the rest. It hides itself when it
// has nothing to say.
type Bar struct {
	box     *fyne.Container
	words   *widget.Label
	details *widget.Entry
	unfold  *widget.Button
}

// NewBar returns a hidden bar; the texts are those of its two buttons.
func NewBar(detailsText, closeText string) *Bar {
	b := &Bar{words: widget.NewLabel(""), details: widget.NewMultiLineEntry()}
	b.words.Wrapping = fyne.TextWrapWord
	b.details.Wrapping = fyne.TextWrapWord
	b.details.SetMinRowsVisible(6)
	b.unfold = widget.NewButton(detailsText, b.toggle)
	b.unfold.Importance = widget.LowImportance
	closing := widget.NewButtonWithIcon(closeText, theme.CancelIcon(), b.Hide)
	closing.Importance = widget.LowImportance
	mark := Fixed(4, 4, newBacking(theme.ColorNameWarning))
	buttons := container.NewHBox(b.unfold, closing)
	line := container.NewBorder(nil, nil, mark, container.NewVBox(buttons), b.words)
	b.box = container.NewVBox(Panel(container.NewVBox(line, b.details)), Rule())
	b.Hide()
	return b
}

// Content returns what to put on the page.
func (b *Bar) Content() fyne.CanvasObject { return b.box }

// Say shows a sentence, and details where there are any.
func (b *Bar) Say(sentence, details string) {
	b.words.SetText(sentence)
	b.details.SetText(details)
	b.details.Hide()
	b.unfold.Hidden = details == ""
	b.box.Show()
	b.box.Refresh()
}

// Hide takes the bar away.
func (b *Bar) Hide() {
	b.details.Hide()
	b.box.Hide()
}

// Visible reports whether the bar says something.
func (b *Bar) Visible() bool { return b.box.Visible() }

func (b *Bar) toggle() {
	if b.details.Visible() {
		b.details.Hide()
	} else {
		b.details.Show()
	}
	b.box.Refresh()
}
