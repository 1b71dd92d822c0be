package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SearchField looks like a line to type into and opens one when it is pressed. Narrow shows its icon alone.
type SearchField struct {
	*Pressable
	words, keys fyne.CanvasObject
}

// NewSearchField returns a field with a word in it and the keys that press it too.
func NewSearchField(word, keys string, onPress func()) *SearchField {
	f := &SearchField{words: oneLine(word, theme.SizeNameText), keys: oneLine(keys, theme.SizeNameCaptionText)}
	icon := Fixed(20, 20, widget.NewIcon(theme.NewColoredResource(theme.SearchIcon(), ColorMuted)))
	line := Row(8, 1, icon, Inset(1, 0, 0, 0, f.words), Inset(3, 0, 0, 0, f.keys))
	f.Pressable = NewPressable(word, Framed(Inset(7, 7, 7, 7, line)), onPress)
	return f
}

func oneLine(words string, size fyne.ThemeSizeName) fyne.CanvasObject {
	l := label(words, size, false, true)
	l.Wrapping = fyne.TextWrapOff
	return Trim(l)
}

// SetNarrow shows the icon alone, or all.
func (f *SearchField) SetNarrow(narrow bool) {
	f.Hinted = narrow
	SetShown(f.words, !narrow)
	SetShown(f.keys, !narrow)
}

// SearchEntry is the line that is typed into: the keys that mean nothing in a line of text go to OnKey.
type SearchEntry struct {
	widget.Entry
	OnKey func(fyne.KeyName)

	isFocused bool
}

// NewSearchEntry returns an empty line.
func NewSearchEntry(placeholder string, onChanged func(string), onKey func(fyne.KeyName)) *SearchEntry {
	e := &SearchEntry{OnKey: onKey}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = placeholder
	e.Icon = theme.SearchIcon()
	e.OnChanged = onChanged
	return e
}

// FocusGained implements fyne.Focusable.
func (e *SearchEntry) FocusGained() {
	e.isFocused = true
	e.Entry.FocusGained()
	bringIntoSight(e)
}

// FocusLost implements fyne.Focusable.
func (e *SearchEntry) FocusLost() {
	e.isFocused = false
	e.Entry.FocusLost()
}

// CreateRenderer implements fyne.Widget.
func (e *SearchEntry) CreateRenderer() fyne.WidgetRenderer {
	return newOutlined(e.Entry.CreateRenderer(), &e.isFocused)
}

// TypedKey implements fyne.Focusable.
func (e *SearchEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnter:
		e.OnKey(key.Name)
	default:
		if !passOnUntyped(e, key) {
			e.Entry.TypedKey(key)
		}
	}
}
