package palette

import (
	"image/color"
	"math"
	"testing"
)

// luminance is the relative luminance of WCAG 2.1, https://www.w3.org/TR/WCAG21/#dfn-relative-luminance.
func luminance(c color.NRGBA) float64 {
	channel := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.03928 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(c.R) + 0.7152*channel(c.G) + 0.0722*channel(c.B)
}

func contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func TestTextCanBeRead(t *testing.T) {
	for _, theme := range []Theme{Light, Dark, Print} {
		c := Of(theme)
		for name, pair := range map[string][2]color.NRGBA{
			"text on page":       {c.Text, c.Page},
			"text on panel":      {c.Text, c.Panel},
			"text on selected":   {c.Text, c.Selected},
			"muted on page":      {c.Muted, c.Page},
			"muted on panel":     {c.Muted, c.Panel},
			"muted on selected":  {c.Muted, c.Selected},
			"accent on page":     {c.Accent, c.Page},
			"accent on panel":    {c.Accent, c.Panel},
			"text on the accent": {c.OnAccent, c.Accent},
		} {
			if got := contrast(pair[0], pair[1]); got < 4.5 {
				t.Errorf("%v: %s has a contrast of %.2f, want at least 4.5", theme, name, got)
			}
		}
	}
}

// Graphics need a contrast of 3 to what they stand on (WCAG 2.1, 1.4.11): a page, a panel, a chosen row.
func TestSidesStandOut(t *testing.T) {
	for _, theme := range []Theme{Light, Dark, Print} {
		c := Of(theme)
		for i := range c.sides {
			for name, ground := range map[string]color.NRGBA{"page": c.Page, "panel": c.Panel, "chosen row": c.Selected} {
				if got := contrast(c.Side(i), ground); got < 3 {
					t.Errorf("%v: side %d has a contrast of %.2f to the %s, want at least 3", theme, i, got, name)
				}
			}
		}
	}
}

func TestFramesStandOut(t *testing.T) {
	for _, theme := range []Theme{Light, Dark, Print} {
		c := Of(theme)
		for name, ground := range map[string]color.NRGBA{"page": c.Page, "panel": c.Panel} {
			if got := contrast(c.Frame, ground); got < 3 {
				t.Errorf("%v: a frame has a contrast of %.2f to the %s, want at least 3", theme, got, name)
			}
		}
	}
}

func TestThemesAreReadByName(t *testing.T) {
	for _, name := range ThemeNames() {
		theme, err := ParseTheme(name)
		if err != nil || theme.String() != name {
			t.Errorf("ParseTheme(%q) = %v, %v", name, theme, err)
		}
	}
	if _, err := ParseTheme("sepia"); err == nil {
		t.Error("the theme sepia was accepted")
	}
}
