package uitest

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Unnamed lists what can be pressed or typed into in a window and in what lies over it, and has no name or no role for
// screen readers. What the toolkit draws within its own dialogs and menus is its own.
func Unnamed(w fyne.Window) []string {
	var faults []string
	for _, layer := range append([]fyne.CanvasObject{w.Canvas().Content()}, w.Canvas().Overlays().List()...) {
		faults = unnamed(faults, layer, "")
	}
	return faults
}

func unnamed(faults []string, o fyne.CanvasObject, path string) []string {
	if o == nil || !o.Visible() {
		return faults
	}
	kind := strings.TrimPrefix(fmt.Sprintf("%T", o), "*")
	if _, isContainer := o.(*fyne.Container); !isContainer {
		path += "/" + kind
	}
	if strings.HasPrefix(kind, "dialog.") || kind == "container.Split" { // of the toolkit's dialogs for files
		return faults
	}
	if isControl(o) {
		faults = append(faults, nameless(o, path)...)
		if _, isEntry := placeholderOf(o); isEntry {
			return faults
		}
	}
	for _, child := range children(o) {
		faults = unnamed(faults, child, path)
	}
	return faults
}

// isControl reports whether a reader uses an object: one of ours that can be pressed or have the focus, or a control of the
// toolkit's.
func isControl(o fyne.CanvasObject) bool {
	switch o.(type) {
	case *widget.Button, *widget.Check, *widget.Entry, *widget.Select, *widget.SelectEntry, *widget.Slider, *widget.RadioGroup:
		return true
	}
	kind := fmt.Sprintf("%T", o)
	if strings.HasPrefix(kind, "*widget.") || strings.HasPrefix(kind, "*container.") {
		return false
	}
	_, canBePressed := o.(fyne.Tappable)
	_, canHaveFocus := o.(fyne.Focusable)
	if a, ok := o.(fyne.Accessible); ok && a.AccessibilityRole() == fyne.AccessibleRoleContainer && !canHaveFocus {
		return false // what it holds tells itself; a press beside it is never the only way
	}
	return canBePressed || canHaveFocus
}

func nameless(o fyne.CanvasObject, path string) []string {
	a, ok := o.(fyne.Accessible)
	switch {
	case !ok:
		return []string{fmt.Sprintf("%s %q tells screen readers nothing", path, textsIn(o))}
	case strings.TrimSpace(a.AccessibilityLabel()) == "":
		return []string{fmt.Sprintf("%s %q has no name", path, textsIn(o))}
	case a.AccessibilityRole() == "" || a.AccessibilityRole() == fyne.AccessibleRoleContainer:
		return []string{fmt.Sprintf("%s %q has the role %q", path, a.AccessibilityLabel(), a.AccessibilityRole())}
	}
	return nil
}
