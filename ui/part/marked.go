package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"parley/model/fold"
)

// Marked is a line of text in which pieces are marked: they are bold, and in the colour of links. What is too long for the
// line is cut at its end.
type Marked struct {
	*fyne.Container
	rich  *widget.RichText
	plain widget.RichTextStyle
}

// NewMarked returns a line without words, in the size and the colour of the theme.
func NewMarked(size fyne.ThemeSizeName, muted bool) *Marked {
	m := &Marked{rich: widget.NewRichText()}
	m.plain = widget.RichTextStyle{Inline: true, SizeName: size, ColorName: theme.ColorNameForeground}
	if muted {
		m.plain.ColorName = ColorMuted
	}
	m.rich.Truncation = fyne.TextTruncateEllipsis
	m.Container = Trim(m.rich)
	return m
}

// Set writes a text with marks at some of its pieces; without words the line takes no room.
func (m *Marked) Set(text string, marks []fold.Span) {
	m.rich.Segments = m.rich.Segments[:0]
	at := 0
	for _, mark := range marks {
		m.write(text[at:mark.From], m.plain)
		m.write(text[mark.From:mark.To], m.marked())
		at = mark.To
	}
	m.write(text[at:], m.plain)
	m.rich.Refresh()
	SetShown(m.Container, text != "")
}

func (m *Marked) write(piece string, style widget.RichTextStyle) {
	if piece != "" {
		m.rich.Segments = append(m.rich.Segments, &widget.TextSegment{Text: piece, Style: style})
	}
}

func (m *Marked) marked() widget.RichTextStyle {
	style := m.plain
	style.TextStyle.Bold = true
	style.ColorName = theme.ColorNameHyperlink
	return style
}
