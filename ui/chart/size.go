package chart

import (
	"errors"
	"math"
	"strconv"

	"parley/ui/format"
)

// Size is the size of a picture in pixels at scale 1, and the scale: 600x400 at scale 2 has 1200x800 pixels and looks
// the same. Texts keep their size when width and height grow. A Scale of 0 means 1.
type Size struct {
	Width, Height int
	Scale         float64
}

// The limits of a Size. At MinWidth and MinHeight every chart of the bundled dataset can be read; MaxPixels was
// measured for memory: larger pictures can exhaust a machine.
const (
	MinWidth  = 560
	MinHeight = 420
	MaxPixels = 40_000_000
	MinScale  = 1.0
	MaxScale  = 4.0
	MinDPI    = 72
	MaxDPI    = 600
)

// ErrSize is what every [SizeError] is.
var ErrSize = errors.New("this size cannot be drawn")

// SizeError says why a picture of some size cannot be drawn, and which could be.
type SizeError struct {
	Size  Size
	Fault SizeFault
	// Height is the least height at this width, for NoRoom; Scale the largest scale that fits, for TooLarge, or 0 where
	// none does.
	Height int
	Scale  float64
	DPI    int // that was asked for, for BadDPI
}

// SizeFault is what is wrong with a size.
type SizeFault string

// The faults of sizes.
const (
	NoSize   SizeFault = "none"  // a width or a height that is not above 0
	TooSmall SizeFault = "small" // smaller than the smallest chart
	BadScale SizeFault = "scale" // not between MinScale and MaxScale
	TooLarge SizeFault = "large" // more than MaxPixels
	BadDPI   SizeFault = "dpi"   // not between MinDPI and MaxDPI
	NoRoom   SizeFault = "room"  // the texts of this chart leave no room for its drawing
)

// Error says it in English.
func (e *SizeError) Error() string { return e.In(format.In("en")) }

// In says it in the reader's language.
func (e *SizeError) In(l *format.Locale) string {
	fault := string(e.Fault)
	if e.Fault == TooLarge && e.Scale == 0 {
		fault = "larger"
	}
	plain := func(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
	return l.T("chart.size."+fault,
		"Width", e.Size.Width, "Height", e.Size.Height, "Scale", plain(e.Size.scale()),
		"MinWidth", MinWidth, "MinHeight", MinHeight, "MinScale", plain(MinScale), "MaxScale", plain(MaxScale),
		"Megapixels", MaxPixels/1_000_000, "NeedHeight", e.Height, "Fits", plain(e.Scale),
		"DPI", e.DPI, "MinDPI", MinDPI, "MaxDPI", MaxDPI)
}

// Is makes every SizeError an ErrSize.
func (e *SizeError) Is(target error) bool { return target == ErrSize }

// Check reports, as a [SizeError], why no chart of this size can be drawn.
func (s Size) Check() error {
	scale := s.scale()
	switch {
	case s.Width <= 0 || s.Height <= 0:
		return &SizeError{Size: s, Fault: NoSize}
	case s.Width < MinWidth || s.Height < MinHeight:
		return &SizeError{Size: s, Fault: TooSmall}
	case math.IsNaN(scale) || scale < MinScale || scale > MaxScale:
		return &SizeError{Size: s, Fault: BadScale}
	case s.pixels(scale) > MaxPixels:
		return &SizeError{Size: s, Fault: TooLarge, Scale: s.largestScale()}
	}
	return nil
}

// largestScale is the largest scale, in steps of a tenth, that stays under MaxPixels; 0 where none does.
func (s Size) largestScale() float64 {
	for tenths := 10 * MaxScale; tenths >= 10*MinScale; tenths-- {
		if s.pixels(tenths/10) <= MaxPixels {
			return tenths / 10
		}
	}
	return 0
}

func (s Size) scale() float64 {
	if s.Scale == 0 {
		return 1
	}
	return s.Scale
}

func (s Size) pixels(scale float64) float64 {
	return math.Round(float64(s.Width)*scale) * math.Round(float64(s.Height)*scale)
}

// noRoom says how high a picture must be at its width. What stands around a drawing is set otherwise in a higher picture, so
// it is tried: missing tells how much a picture of a height lacks.
func noRoom(size Size, missing func(height int) float64) *SizeError {
	const tries = 8
	height := size.Height
	for range tries {
		lacks := missing(height)
		if lacks <= 0 {
			break
		}
		height += int(math.Ceil(lacks))
	}
	return &SizeError{Size: size, Fault: NoRoom, Height: height}
}
