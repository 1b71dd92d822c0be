// Package palette holds the colours of Parley by what they mean. The window and the charts share it; it knows no widget.
//
// The contrasts were measured (WCAG 2.1): text on page 16.6 and 14.4, muted text 6.4 and 7.6, accent 7.7 and 9.2, first side
// 6.0 and 7.5, second side 4.3 and 7.7 in light and dark; no side has less than 4.0 and 5.2. The two first sides' colours
// stand in no flag of the first dataset's talks and differ by at least 30 (CIEDE2000) for normal, protan, deutan and tritan
// eyes; any two of the six by at least 12. The tests measure all of it.
package palette

import (
	"fmt"
	"image/color"
)

// Theme is the set of colours in use.
type Theme int

// The themes. Print is Light on white, with darker hatches.
const (
	Light Theme = iota
	Dark
	Print
)

// ParseTheme reads "light", "dark" or "print".
func ParseTheme(s string) (Theme, error) {
	for i, name := range ThemeNames() {
		if s == name {
			return Theme(i), nil
		}
	}
	return Light, fmt.Errorf("there is no theme %q; choose light, dark or print", s)
}

// ThemeNames lists the themes by name.
func ThemeNames() []string { return []string{"light", "dark", "print"} }

// String returns the theme's name.
func (t Theme) String() string { return ThemeNames()[t] }

// Colours are the colours of a theme by their meaning.
type Colours struct {
	Page       color.NRGBA // background of a page and of a chart
	Panel      color.NRGBA // navigation, inspector, heads of tables
	Text       color.NRGBA
	Muted      color.NRGBA // notes, captions
	Accent     color.NRGBA // links, focus, selection
	OnAccent   color.NRGBA // text on Accent
	Selected   color.NRGBA // background of the chosen row
	Line       color.NRGBA // lines and grid
	Frame      color.NRGBA // around what is typed into, ticked and chosen from: without it they could not be found
	Hit        color.NRGBA // behind words that a search found
	sides      []color.NRGBA
	HatchAlpha uint8 // how strong the hatch of agreed bars is
}

// Side returns the colour of the side at this place in the dataset's own order, so that a side keeps its colour when the
// reader swaps sides or changes the language.
func (c Colours) Side(place int) color.NRGBA { return c.sides[place%len(c.sides)] }

// Of returns the colours of a theme.
func Of(t Theme) Colours {
	if t == Dark {
		return dark
	}
	c := light
	if t == Print {
		c.HatchAlpha = 0xd0
	}
	return c
}

var light = Colours{
	Page: rgb(0xFFFFFF), Panel: rgb(0xF5F6F8), Text: rgb(0x1B1F24), Muted: rgb(0x57606A),
	Accent: rgb(0x0B5C64), OnAccent: rgb(0xFFFFFF), Selected: rgb(0xDDECEE), Line: rgb(0xD6DAE0), Frame: rgb(0x858D96), Hit: rgb(0xFFE7A0),
	sides:      []color.NRGBA{rgb(0x0B6E77), rgb(0xC8591A), rgb(0x6543A1), rgb(0x6D6447), rgb(0xB65EA7), rgb(0x3C4449)},
	HatchAlpha: 0x80,
}

var dark = Colours{
	Page: rgb(0x16191D), Panel: rgb(0x1E2228), Text: rgb(0xE6E8EB), Muted: rgb(0xA3ABB4),
	Accent: rgb(0x6CCAD1), OnAccent: rgb(0x16191D), Selected: rgb(0x24414A), Line: rgb(0x343A42), Frame: rgb(0x707A86), Hit: rgb(0x5C4A10),
	sides:      []color.NRGBA{rgb(0x4FB8C0), rgb(0xF2955B), rgb(0xB695FF), rgb(0xF5DF4D), rgb(0xB67D94), rgb(0xD4E3EC)},
	HatchAlpha: 0x80,
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}
