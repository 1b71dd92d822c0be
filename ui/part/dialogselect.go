package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// DialogSelect is a choice in a dialog: Escape closes the dialog.
type DialogSelect struct {
	widget.Select
	Name     string // for screen readers
	OnEscape func()

	isFocused bool
}

// NewDialogSelect returns a choice of one of some names. OnChosen is told which one the reader chose.
func NewDialogSelect(names []string, chosen int, onChosen func(int), onEscape func()) *DialogSelect {
	s := &DialogSelect{OnEscape: onEscape}
	s.Options = names
	s.ExtendBaseWidget(s)
	s.Put(chosen)
	s.OnChanged = func(string) { onChosen(s.SelectedIndex()) }
	return s
}

// Put shows another choice and tells nobody.
func (s *DialogSelect) Put(chosen int) {
	told := s.OnChanged
	s.OnChanged = nil
	s.SetSelectedIndex(chosen)
	s.OnChanged = told
}

// FocusGained implements fyne.Focusable.
func (s *DialogSelect) FocusGained() {
	s.isFocused = true
	s.Select.FocusGained()
}

// FocusLost implements fyne.Focusable.
func (s *DialogSelect) FocusLost() {
	s.isFocused = false
	s.Select.FocusLost()
}

// CreateRenderer implements fyne.Widget.
func (s *DialogSelect) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(s.Select.CreateRenderer(), &s.isFocused)
}

// TypedKey implements fyne.Focusable.
func (s *DialogSelect) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		s.OnEscape()
		return
	}
	if !passOnUntyped(s, key) {
		s.Select.TypedKey(key)
	}
}
