package chart

// Preset is a look of pictures for a purpose.
type Preset struct {
	Name string
	Size Size
	DPI  int
}

// Presets lists the presets in the order in which they are offered: 20 cm wide on paper at 300 DPI, a slide of 1920x1080
// pixels, and a square for a post.
func Presets() []Preset {
	return []Preset{
		{"report", Size{Width: 960, Height: 640, Scale: 2.5}, 300},
		{"slide", Size{Width: 1280, Height: 720, Scale: 1.5}, 144},
		{"square", Size{Width: 1080, Height: 1080, Scale: 1}, 96},
	}
}
