package part

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

func TestTextGrowsWithTheScaleAndSpaceDoesNot(t *testing.T) {
	for _, c := range []struct{ scale, text float32 }{{0, 14}, {1, 14}, {1.5, 21}, {2, 28}, {3, 28}, {0.5, 14}} {
		if got := (Look{Scale: c.scale}).Size(theme.SizeNameText); got != c.text {
			t.Errorf("text at scale %g has size %g, want %g", c.scale, got, c.text)
		}
	}
	for _, name := range []fyne.ThemeSizeName{theme.SizeNamePadding, theme.SizeNameInnerPadding} {
		if small, large := (Look{}).Size(name), (Look{Scale: 2}).Size(name); small != large {
			t.Errorf("%s grows from %g to %g", name, small, large)
		}
	}
}
