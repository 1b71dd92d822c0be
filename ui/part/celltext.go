package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CellText is a text in a table that is written anew for each row; without words it takes no room.
type CellText struct {
	*fyne.Container
	words *widget.Label
}

// NewCellText returns the main text of a cell; numbers stand at the right.
func NewCellText(bold, atRight bool) *CellText {
	return newCellText(label("", theme.SizeNameText, bold, false), atRight)
}

// NewCellNote returns the small text of a cell.
func NewCellNote(atRight bool) *CellText {
	return newCellText(label("", theme.SizeNameCaptionText, false, true), atRight)
}

func newCellText(words *widget.Label, atRight bool) *CellText {
	if atRight {
		words.Alignment = fyne.TextAlignTrailing
	}
	return &CellText{Container: Trim(words), words: words}
}

// Set writes the text.
func (c *CellText) Set(text string) {
	if c.words.Text != text {
		c.words.SetText(text)
	}
	SetShown(c.Container, text != "")
}

// SetBold makes the text stand out, or not.
func (c *CellText) SetBold(bold bool) {
	if c.words.TextStyle.Bold != bold {
		c.words.TextStyle.Bold = bold
		c.words.Refresh()
	}
}

// Order is how a table is sorted by a column.
type Order int

// The orders.
const (
	Unsorted Order = iota
	Ascending
	Descending
)

// ColumnHeadWidth is the width that the head of a column needs on one line, with the arrow that says how it is sorted.
func ColumnHeadWidth(name string) float32 {
	words := fyne.MeasureText(name, theme.Size(theme.SizeNameCaptionText), fyne.TextStyle{Bold: true})
	return words.Width + 4 + scaled(14) + 2
}

// NewColumnHead is the head of a column that sorts the table when it is pressed. Says tells in words what it does.
func NewColumnHead(name, says string, atRight bool, order Order, onPress func()) fyne.CanvasObject {
	words := label(name, theme.SizeNameCaptionText, true, order == Unsorted)
	words.Wrapping = fyne.TextWrapOff
	line := []fyne.CanvasObject{Trim(words)}
	if order != Unsorted {
		icon := theme.MoveUpIcon()
		if order == Descending {
			icon = theme.MoveDownIcon()
		}
		line = append(line, Fixed(14, 14, widget.NewIcon(theme.NewColoredResource(icon, theme.ColorNamePrimary))))
	}
	row := fyne.CanvasObject(Row(4, -1, line...))
	if atRight {
		row = container.NewBorder(nil, nil, nil, row)
	}
	return Inset(0, -8, 0, -8, NewPressable(says, Inset(6, 8, 6, 8, row), onPress))
}
