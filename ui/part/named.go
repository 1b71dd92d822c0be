package part

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// What can be pressed or typed into has a name for screen readers and a role. The toolkit gives them to its buttons, links
// and labels; these are those of our own widgets. An entry is told by its name, else by its placeholder.

var (
	_ fyne.Accessible = (*Button)(nil)
	_ fyne.Accessible = (*Check)(nil)
	_ fyne.Accessible = (*Entry)(nil)
	_ fyne.Accessible = (*DialogEntry)(nil)
	_ fyne.Accessible = (*DialogSelect)(nil)
	_ fyne.Accessible = (*DateEntry)(nil)
	_ fyne.Accessible = (*OpenChoice)(nil)
	_ fyne.Accessible = (*SearchEntry)(nil)
	_ fyne.Accessible = (*noteEntry)(nil)
	_ fyne.Accessible = (*Rows)(nil)
	_ fyne.Accessible = (*Choice)(nil)
)

// AccessibilityLabel implements fyne.Accessible.
func (b *Button) AccessibilityLabel() string { return cmp.Or(b.Text, b.Name) }

// AccessibilityLabel implements fyne.Accessible.
func (c *Check) AccessibilityLabel() string { return c.Text }

// AccessibilityRole implements fyne.Accessible.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel implements fyne.Accessible.
func (e *Entry) AccessibilityLabel() string { return cmp.Or(e.Name, e.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible.
func (e *Entry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible.
func (e *DialogEntry) AccessibilityLabel() string { return cmp.Or(e.Name, e.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible.
func (e *DialogEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible: what is chosen, after the name.
func (s *DialogSelect) AccessibilityLabel() string { return chosenOf(s.Name, s.Selected) }

// AccessibilityRole implements fyne.Accessible.
func (s *DialogSelect) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func chosenOf(name, chosen string) string {
	if name == "" || chosen == "" {
		return name + chosen
	}
	return name + ": " + chosen
}

// AccessibilityLabel implements fyne.Accessible.
func (e *DateEntry) AccessibilityLabel() string { return cmp.Or(e.Name, e.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible.
func (e *DateEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible.
func (e *SearchEntry) AccessibilityLabel() string { return e.PlaceHolder }

// AccessibilityRole implements fyne.Accessible.
func (e *SearchEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible.
func (e *noteEntry) AccessibilityLabel() string { return e.PlaceHolder }

// AccessibilityRole implements fyne.Accessible.
func (e *noteEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel implements fyne.Accessible: the row where the keys are.
func (r *Rows) AccessibilityLabel() string {
	if v := r.shown[r.current]; v != nil && v.name != "" {
		return v.name
	}
	return r.Name
}

// AccessibilityRole implements fyne.Accessible.
func (r *Rows) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// OpenChoice is a line to type into that offers some words to choose from.
type OpenChoice struct {
	widget.SelectEntry
	Name string // for screen readers
}

// NewOpenChoice returns an empty line; its arrow opens the list.
func NewOpenChoice(words []string) *OpenChoice {
	e := &OpenChoice{}
	e.ExtendBaseWidget(e)
	e.SetOptions(words)
	return e
}

// AccessibilityLabel implements fyne.Accessible.
func (e *OpenChoice) AccessibilityLabel() string { return cmp.Or(e.Name, e.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible.
func (e *OpenChoice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Name gives a field of a form, or the one in a container, the name that stands beside it.
func Name(name string, o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			Name(name, child)
		}
	case *DialogEntry:
		o.Name = name
	case *DialogSelect:
		o.Name = name
	case *OpenChoice:
		o.Name = name
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (p *Prose) AccessibilityLabel() string { return cmp.Or(p.Name, p.Text) }

// AccessibilityRole implements fyne.Accessible.
func (p *Prose) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
