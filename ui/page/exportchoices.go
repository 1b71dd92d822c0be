package page

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"parley/ui/chart"
	"parley/ui/palette"
)

// ExportChoices are those of the last export, offered again. The zero value is offered to a new reader with sensible
// choices in the place of what is missing.
type ExportChoices struct {
	Folder        string
	Format        string // "png"
	Width, Height int    // in pixels at scale 1
	Scale, DPI    int
	Theme         string // "light"
	Lang          string // of the chart; empty for that of the window
	Transparent   bool
}

// preset is a size of pictures with a name.
type preset struct {
	key           string // of its name in the texts
	width, height int
}

var presets = []preset{
	{"save.size.report", 1200, 800},
	{"save.size.slide", 1600, 900},
	{"save.size.square", 1080, 1080},
}

var scaleChoices = []int{1, 2, 3, 4}

// firstDPI is what a new reader is offered to print at.
const firstDPI = 150

// completed are the choices with a sensible one wherever there is none that holds.
func (c ExportChoices) completed() ExportChoices {
	c.Folder = cmp.Or(c.Folder, startFolder())
	if !chart.IsFormat(c.Format) {
		c.Format = string(chart.PNG)
	}
	if c.Width <= 0 || c.Height <= 0 {
		c.Width, c.Height = presets[0].width, presets[0].height
	}
	if !slices.Contains(scaleChoices, c.Scale) {
		c.Scale = 2
	}
	if c.DPI < chart.MinDPI || c.DPI > chart.MaxDPI {
		c.DPI = firstDPI
	}
	if _, err := palette.ParseTheme(c.Theme); err != nil {
		c.Theme = palette.ThemeNames()[0]
	}
	return c
}

// presetOf is the place of the preset with this size; that of a size of its own comes after them.
func presetOf(width, height int) int {
	i := slices.IndexFunc(presets, func(p preset) bool { return p.width == width && p.height == height })
	if i < 0 {
		return len(presets)
	}
	return i
}

// look is how the picture is to look. What is not made of pixels has a scale of 1.
func (c ExportChoices) look() chart.Look {
	theme, _ := palette.ParseTheme(c.Theme)
	look := chart.Look{Size: chart.Size{Width: c.Width, Height: c.Height, Scale: 1}, Theme: theme, Transparent: c.Transparent}
	if c.isPixels() {
		look.Size.Scale, look.DPI = float64(c.Scale), c.DPI
	}
	return look
}

// formats are the formats that a chart can be written in, by the endings of their files.
func formats() []string {
	var list []string
	for _, f := range chart.Formats() {
		list = append(list, string(f))
	}
	return list
}

// isPicture reports whether the format has a picture in it; isPixels whether that is made of pixels.
func (c ExportChoices) isPicture() bool { return c.Format != "csv" }
func (c ExportChoices) isPixels() bool  { return c.Format == "png" || c.Format == "zip" }

// withExtension is a file name with the ending of the format.
func (c ExportChoices) withExtension(name string) string {
	extension := filepath.Ext(name)
	if chart.IsFormat(strings.TrimPrefix(strings.ToLower(extension), ".")) {
		name = strings.TrimSuffix(name, extension)
	}
	return name + "." + c.Format
}

// startFolder is the folder of pictures where there is one, else the home folder.
func startFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	for _, name := range []string{"Pictures", "Зображення", "Изображения", "Resimler"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}

// typedNumber reads a whole number above 0; 0 for anything else.
func typedNumber(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 0 {
		return 0
	}
	return n
}
