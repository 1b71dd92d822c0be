package chart

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"slices"
	"time"

	"parley/ui/palette"
)

// Format is a format of files that charts can be written in.
type Format string

// The formats. PNG, SVG and PDF are the picture, CSV its numbers, ZIP all of it with the full list of sources.
const (
	PNG Format = "png"
	SVG Format = "svg"
	PDF Format = "pdf"
	CSV Format = "csv"
	ZIP Format = "zip"
)

// Formats lists the formats in the order in which they are offered.
func Formats() []Format { return []Format{PNG, SVG, PDF, CSV, ZIP} }

// IsFormat reports whether a word is one of the formats.
func IsFormat(word string) bool { return slices.Contains(Formats(), Format(word)) }

// Look is how the picture in a file looks. It holds nothing for CSV.
type Look struct {
	Size        Size
	Theme       palette.Theme
	DPI         int       // pixels of the picture per inch of paper; 0: 96 at scale 1, in proportion at others
	Transparent bool      // no page behind the drawing
	Created     time.Time // the date that the file tells of itself; zero: the dataset's own, never the clock
}

// Check reports, as a [SizeError], why no chart can look like this.
func (l Look) Check() error {
	if l.DPI != 0 && (l.DPI < MinDPI || l.DPI > MaxDPI) {
		return &SizeError{Size: l.Size, Fault: BadDPI, DPI: l.DPI}
	}
	return l.Size.Check()
}

// plainDPI are the pixels per inch at scale 1 of a Look that names none; it is what the web takes a pixel for.
const plainDPI = 96

func (l Look) dpi() float64 {
	if l.DPI != 0 {
		return float64(l.DPI)
	}
	return plainDPI * l.Size.scale()
}

// inches are the width and the height of the picture on paper.
func (l Look) inches() (width, height float64) {
	scale := l.Size.scale() / l.dpi()
	return float64(l.Size.Width) * scale, float64(l.Size.Height) * scale
}

// Write writes a chart as a file of this format, in one go and only when all of it is there. Equal charts and looks give
// equal bytes, on every day and for every user.
func Write(w io.Writer, c Chart, f Format, look Look) error {
	if f != CSV {
		if err := look.Check(); err != nil {
			return err
		}
	}
	var out bytes.Buffer
	if err := encode(&out, c, f, look); err != nil {
		return err
	}
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("write %s: %w", f, err)
	}
	return nil
}

func encode(w io.Writer, c Chart, f Format, look Look) error {
	if f == CSV {
		return WriteCSV(w, c)
	}
	s, err := c.scene(look.Size, look.Theme)
	if err != nil {
		return err
	}
	about := aboutOf(c, look)
	switch f {
	case PNG:
		return s.writePNG(w, look, about)
	case SVG:
		return s.writeSVG(w, look, about)
	case PDF:
		return s.writePDF(w, look, about)
	case ZIP:
		return writeZIP(w, c, s, look, about)
	}
	return fmt.Errorf("there is no format %q", f)
}

// writePNG draws the scene and encodes it with what the file says about itself.
func (s *scene) writePNG(w io.Writer, look Look, about about) error {
	pixels, err := drawPlaces(look.Size, s.pageOf(look), s.ops)
	if err != nil {
		return err
	}
	if pixels != nil {
		return pixels.writePNG(w, about.chunks(look.dpi()))
	}
	img, err := drawPicture(look.Size, s.pageOf(look), s.ops) // it has too many colours for a palette
	if err != nil {
		return err
	}
	p := Picture{Image: img}
	defer p.Release()
	return writePNG(w, img, about.chunks(look.dpi()))
}

// pageOf is the colour behind the drawing.
func (s *scene) pageOf(look Look) color.NRGBA {
	if look.Transparent {
		return color.NRGBA{}
	}
	return s.colours.Page
}
