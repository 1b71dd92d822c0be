// Package part holds the widgets and layouts of our own. They know no page and no dataset.
package part

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"parley/assets"
	"parley/ui/palette"
)

// Names of colours beyond Fyne's own, for widgets of ours.
const (
	ColorPanel    fyne.ThemeColorName = "parleyPanel"
	ColorSelected fyne.ThemeColorName = "parleySelected"
	ColorMuted    fyne.ThemeColorName = theme.ColorNamePlaceHolder
	ColorHit      fyne.ThemeColorName = "parleyHit"
	ColorPicked   fyne.ThemeColorName = "parleyPicked" // words that are selected
)

// SizeBig is the size of one big number.
const SizeBig fyne.ThemeSizeName = "parleyBig"

const colorSide = "parleySide"

// ColorSide is the colour of the side at this place in the dataset's own order.
func ColorSide(place int) fyne.ThemeColorName {
	return fyne.ThemeColorName(colorSide + strconv.Itoa(place))
}

// Look is the theme of the window: the palette, Noto Sans, and the sizes that the pages are laid out by.
type Look struct {
	// Choice is "light" or "dark"; anything else follows the system.
	Choice string
	// Scale is how large text is: 1 and 0 are the sizes as designed, 2 is twice as large. Below 1 and above MostScale
	// counts as that.
	Scale float32
}

// MostScale is the largest scale of text that pages are laid out for.
const MostScale = 2

var _ fyne.Theme = Look{}

var (
	regular  = fyne.NewStaticResource("NotoSans-Regular.ttf", assets.Regular)
	semiBold = fyne.NewStaticResource("NotoSans-SemiBold.ttf", assets.SemiBold)
)

// Palette returns the theme of the palette that is in use for a variant of the system's.
func (l Look) Palette(variant fyne.ThemeVariant) palette.Theme {
	switch {
	case l.Choice == "dark", l.Choice != "light" && variant == theme.VariantDark:
		return palette.Dark
	}
	return palette.Light
}

// CurrentPalette returns the theme of the palette that the program's window uses now.
func CurrentPalette() palette.Theme {
	settings := fyne.CurrentApp().Settings()
	if look, ok := settings.Theme().(Look); ok {
		return look.Palette(settings.ThemeVariant())
	}
	return Look{}.Palette(settings.ThemeVariant())
}

// Color implements fyne.Theme.
func (l Look) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	c := palette.Of(l.Palette(variant))
	switch name {
	case theme.ColorNameBackground, theme.ColorNameInputBackground:
		return c.Page
	case ColorPanel, theme.ColorNameHeaderBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground,
		theme.ColorNameButton:
		return c.Panel
	case theme.ColorNameForeground:
		return c.Text
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled, theme.ColorNameScrollBar:
		return c.Muted
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return c.Accent
	case theme.ColorNameFocus: // Fyne lays it over buttons, menu items and selects, under their text
		return withAlpha(c.Text, 0x50)
	case theme.ColorNameForegroundOnPrimary:
		return c.OnAccent
	case ColorSelected, theme.ColorNameSelection:
		return c.Selected
	case ColorPicked:
		return withAlpha(c.Accent, 0x60)
	case ColorHit:
		return c.Hit
	case theme.ColorNameSeparator:
		return c.Line
	case theme.ColorNameInputBorder:
		return c.Frame
	case theme.ColorNameHover, theme.ColorNamePressed:
		return withAlpha(c.Accent, 0x1c)
	}
	if place, ok := sidePlace(name); ok {
		return c.Side(place)
	}
	return theme.DefaultTheme().Color(name, l.variant(variant))
}

func (l Look) variant(system fyne.ThemeVariant) fyne.ThemeVariant {
	if l.Palette(system) == palette.Dark {
		return theme.VariantDark
	}
	return theme.VariantLight
}

func sidePlace(name fyne.ThemeColorName) (int, bool) {
	if len(name) <= len(colorSide) || name[:len(colorSide)] != colorSide {
		return 0, false
	}
	place, err := strconv.Atoi(string(name[len(colorSide):]))
	return place, err == nil && place >= 0
}

func withAlpha(c color.NRGBA, alpha uint8) color.NRGBA {
	c.A = alpha
	return c
}

// Font implements fyne.Theme: two weights of one family.
func (l Look) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return theme.DefaultTheme().Font(style)
	case style.Bold:
		return semiBold
	case style.Italic:
		return theme.DefaultTheme().Font(style)
	}
	return regular
}

// Icon implements fyne.Theme: the toolkit's icons, but for one that is larger and rounder than the rest of the family.
func (l Look) Icon(name fyne.ThemeIconName) fyne.Resource {
	if name == theme.IconNameContentCopy {
		return copyIcon
	}
	return theme.DefaultTheme().Icon(name)
}

var copyIcon = theme.NewThemedResource(fyne.NewStaticResource("copy.svg", assets.CopyIcon))

// Size implements fyne.Theme: 12, 14, 16, 20 and 28 for text, steps of 4 for space. What stands in a line of text grows
// with the text; the space around it does not, so that large text keeps room.
func (l Look) Size(name fyne.ThemeSizeName) float32 {
	switch name {
	case theme.SizeNameCaptionText:
		return 12 * l.scale()
	case theme.SizeNameText:
		return 14 * l.scale()
	case theme.SizeNameSubHeadingText:
		return 16 * l.scale()
	case theme.SizeNameHeadingText:
		return 20 * l.scale()
	case SizeBig:
		return 28 * l.scale()
	case theme.SizeNameInlineIcon:
		return 20 * l.scale()
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius:
		return 6
	}
	return theme.DefaultTheme().Size(name)
}

func (l Look) scale() float32 { return min(max(l.Scale, 1), MostScale) }
