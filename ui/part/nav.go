package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NavItem is one entry of the navigation: an icon, a name and perhaps a number at the right. Narrow hides all but the icon.
type NavItem struct {
	*Pressable
	name  *widget.Label
	count *widget.Label
}

// NewNavItem returns an entry that calls onPress.
func NewNavItem(name string, icon fyne.Resource, onPress func()) *NavItem {
	n := &NavItem{name: widget.NewLabel(name), count: widget.NewLabel("")}
	n.count.Importance = widget.LowImportance
	n.count.SizeName = theme.SizeNameCaptionText
	image := Fixed(20, 20, widget.NewIcon(theme.NewThemedResource(icon)))
	n.count.Hide()
	row := container.NewBorder(nil, nil, Inset(8, 4, 8, 10, image), n.count, n.name)
	n.Pressable = NewPressable(name, row, onPress)
	return n
}

// SetCount shows a number beside the name; an empty text hides it.
func (n *NavItem) SetCount(count string) {
	if n.count.Text != count {
		n.count.SetText(count)
	}
	SetShown(n.count, count != "" && n.name.Visible())
}

// SetNarrow shows the icon alone, or all.
func (n *NavItem) SetNarrow(narrow bool) {
	n.Hinted = narrow
	if narrow {
		n.name.Hide()
		n.count.Hide()
		return
	}
	n.name.Show()
	SetShown(n.count, n.count.Text != "")
}
