package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Choice shows which one of several is chosen, in full however long its name is, and offers the others in a menu.
type Choice struct {
	Pressable
	OnChosen func(int) // told what the reader chose; Offer tells nobody

	what   string
	names  []string
	chosen int
	words  *widget.Label
	menu   *widget.PopUpMenu
}

var _ fyne.Widget = (*Choice)(nil)

// NewChoice returns a choice between nothing; what says in words what is chosen.
func NewChoice(what string, onChosen func(int)) *Choice {
	c := &Choice{OnChosen: onChosen, what: what, words: label("", theme.SizeNameText, true, false)}
	arrow := Fixed(20, 20, widget.NewIcon(theme.NewColoredResource(theme.MenuDropDownIcon(), ColorMuted)))
	c.Content = Framed(Inset(8, 8, 8, 12, Row(4, 0, Trim(c.words), arrow)))
	c.OnPress = c.open
	c.ExtendBaseWidget(c)
	return c
}

// Offer shows the names to choose from and which of them is chosen.
func (c *Choice) Offer(names []string, chosen int) {
	c.names, c.chosen = names, chosen
	c.Name = c.what + ": " + names[chosen]
	c.words.SetText(names[chosen])
}

// Names returns what is offered.
func (c *Choice) Names() []string { return c.names }

// Chosen returns the place of what is chosen.
func (c *Choice) Chosen() int { return c.chosen }

// Menu returns the open menu, or nil.
func (c *Choice) Menu() *widget.PopUpMenu {
	if c.menu == nil || !c.menu.Visible() {
		return nil
	}
	return c.menu
}

func (c *Choice) open() {
	on := fyne.CurrentApp().Driver().CanvasForObject(c)
	if on == nil || len(c.names) == 0 {
		return
	}
	items := make([]*fyne.MenuItem, len(c.names))
	for i, name := range c.names {
		items[i] = fyne.NewMenuItem(name, func() { c.choose(i) })
		items[i].Checked = i == c.chosen
	}
	c.menu = widget.NewPopUpMenu(fyne.NewMenu("", items...), on)
	c.menu.Resize(c.menu.MinSize().Max(fyne.NewSize(c.Size().Width, 0)))
	c.menu.ShowAtRelativePosition(fyne.NewPos(0, c.Size().Height+2), c)
}

// TypedKey implements fyne.Focusable. In a menu that the keyboard opened, the arrow keys begin at what is chosen.
func (c *Choice) TypedKey(e *fyne.KeyEvent) {
	c.Pressable.TypedKey(e)
	if menu := c.Menu(); menu != nil {
		for range c.chosen + 1 {
			menu.ActivateNext()
		}
	}
}

func (c *Choice) choose(i int) {
	if i != c.chosen && c.OnChosen != nil {
		c.OnChosen(i)
	}
}

// AccessibilityRole implements fyne.Accessible.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
