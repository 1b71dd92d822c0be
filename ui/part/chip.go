package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NewChip is a few words on a plate with a cross: pressing it takes away what they say. Name says so in words.
func NewChip(words, name string, onPress func()) *Pressable {
	cross := Fixed(14, 14, widget.NewIcon(theme.NewColoredResource(theme.CancelIcon(), ColorMuted)))
	caption := label(words, theme.SizeNameCaptionText, false, false)
	caption.Wrapping = fyne.TextWrapOff
	return NewPressable(name, Framed(Inset(4, 6, 4, 8, Row(4, -1, Trim(caption), Inset(1, 0, 0, 0, cross)))), onPress)
}

// TitleLine is the title of a page on one line as wide as it is, so it can stand in a flow or a row.
func TitleLine(s string) fyne.CanvasObject {
	l := label(s, theme.SizeNameHeadingText, true, false)
	l.Wrapping = fyne.TextWrapOff
	return Trim(l)
}

// ChangingLine is muted text that wraps, and the label to change it by.
func ChangingLine() (fyne.CanvasObject, *widget.Label) {
	l := label("", theme.SizeNameText, false, true)
	return Trim(l), l
}

// MutedLine is muted text that wraps and can be changed.
type MutedLine struct {
	Content fyne.CanvasObject
	words   *widget.Label
}

// ChangingMuted returns a line with a text.
func ChangingMuted(text string) *MutedLine {
	line, words := ChangingLine()
	words.SetText(text)
	return &MutedLine{line, words}
}

// Set shows another text.
func (m *MutedLine) Set(text string) {
	if m.words.Text != text {
		m.words.SetText(text)
	}
}

// FaultLine is a hidden line that says what is wrong with what was typed, and the label to say it by.
func FaultLine() (fyne.CanvasObject, *widget.Label) {
	l := label("", theme.SizeNameText, false, false)
	l.Importance = widget.DangerImportance
	line := Trim(l)
	line.Hide()
	return line, l
}
