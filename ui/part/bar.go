package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Bar is one sentence at the top of the page that says what is wrong; "Details" unfolds the rest. It can tell news as
// well, with one thing to do about them. It hides itself when it has nothing to say.
type Bar struct {
	// OnHeight is called when the bar takes more room, or less; it may be nil.
	OnHeight func()

	box     *fyne.Container
	mark    *plate
	words   *widget.Label
	details *widget.Entry
	unfold  *Button
	act     *Button
}

// NewBar returns a hidden bar; the texts are those of its two buttons.
func NewBar(detailsText, closeText string) *Bar {
	b := &Bar{words: widget.NewLabel(""), details: widget.NewMultiLineEntry()}
	b.words.Wrapping = fyne.TextWrapWord
	b.details.Wrapping = fyne.TextWrapWord
	b.details.SetMinRowsVisible(6)
	b.unfold = NewButton(detailsText, b.toggle)
	b.unfold.Importance = widget.LowImportance
	closing := NewIconButton(closeText, theme.CancelIcon(), b.Hide)
	closing.Importance = widget.LowImportance
	b.act = NewButton("", nil)
	b.mark = newBacking(theme.ColorNameWarning)
	buttons := container.NewHBox(b.act, b.unfold, closing)
	line := container.NewBorder(nil, nil, Fixed(4, 4, b.mark), container.NewVBox(buttons), b.words)
	b.box = container.NewVBox(Panel(container.NewVBox(line, b.details)), Rule())
	b.Hide()
	return b
}

// Content returns what to put on the page.
func (b *Bar) Content() fyne.CanvasObject { return b.box }

// Say shows a sentence, and details where there are any.
func (b *Bar) Say(sentence, details string) {
	b.say(theme.ColorNameWarning, sentence, details, "", nil)
}

// Tell shows a sentence that tells of nothing wrong, with a button for what can be done about it.
func (b *Bar) Tell(sentence, button string, act func()) {
	b.say(theme.ColorNamePrimary, sentence, "", button, act)
}

func (b *Bar) say(mark fyne.ThemeColorName, sentence, details, button string, act func()) {
	b.mark.fill = mark
	b.words.SetText(sentence)
	b.details.SetText(details)
	b.details.Hide()
	b.unfold.Hidden = details == ""
	b.act.Text, b.act.OnTapped, b.act.Hidden = button, act, act == nil
	b.box.Show()
	b.box.Refresh()
	b.tellHeight()
}

// Hide takes the bar away.
func (b *Bar) Hide() {
	b.details.Hide()
	b.box.Hide()
	b.tellHeight()
}

func (b *Bar) tellHeight() {
	if b.OnHeight != nil {
		b.OnHeight()
	}
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
	b.tellHeight()
}
