package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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
	row := container.NewBorder(nil, nil, Inset(8, 4, 8, 10, image), Inset(2, 2, 0, 0, n.count), Inset(0, 0, 0, 0, n.name))
	n.Pressable = NewPressable(name, row, onPress)
	return n
}

// SetCount shows a number beside the name; an empty text hides it.
func (n *NavItem) SetCount(count string) {
	if n.count.Text != count {
		n.count.SetText(count)
	}
}

// SetNarrow shows the icon alone, or all.
func (n *NavItem) SetNarrow(narrow bool) {
	if narrow {
		n.name.Hide()
		n.count.Hide()
		return
	}
	n.name.Show()
	n.count.Show()
}

// Panel puts an object on the colour of navigation and inspector.
func Panel(o fyne.CanvasObject) *fyne.Container { return container.NewStack(newBacking(ColorPanel), o) }

// Page puts an object on the colour of a page, so that nothing shows through from below.
func Page(o fyne.CanvasObject) *fyne.Container {
	return container.NewStack(newBacking(theme.ColorNameBackground), o)
}

// backing is a rectangle in a colour of the theme, which it takes anew when the theme changes.
type backing struct {
	widget.BaseWidget
	name fyne.ThemeColorName
}

func newBacking(name fyne.ThemeColorName) *backing {
	b := &backing{name: name}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *backing) CreateRenderer() fyne.WidgetRenderer {
	r := &backingRenderer{owner: b, rect: canvas.NewRectangle(theme.Color(b.name))}
	r.WidgetRenderer = widget.NewSimpleRenderer(r.rect)
	return r
}

type backingRenderer struct {
	fyne.WidgetRenderer
	owner *backing
	rect  *canvas.Rectangle
}

// Refresh implements fyne.WidgetRenderer.
func (r *backingRenderer) Refresh() {
	r.rect.FillColor = r.owner.Theme().Color(r.owner.name, fyne.CurrentApp().Settings().ThemeVariant())
	r.rect.Refresh()
}
