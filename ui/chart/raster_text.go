package chart

import (
	"image"
	"math"

	"github.com/golang/freetype/raster"
	"github.com/golang/freetype/truetype"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// typeface is a font at a size, running to the right or turned upwards.
type typeface struct {
	face   *truetype.Font
	size   float64
	turned bool
}

// letters are those of one typeface that were drawn before.
type letters struct {
	typeface
	scale fixed.Int26_6 // of an em
	known map[letterKey]*letter
	wide  map[rune]fixed.Int26_6
	buf   truetype.GlyphBuf
}

// letterKey is a letter at one of the four places within a pixel at which letters stand.
type letterKey struct {
	r     rune
	place fixed.Int26_6
}

const places = 4

// letter is the picture of a letter: how much of each pixel it covers, in steps of 15, around its origin.
type letter struct {
	area  image.Rectangle
	steps []uint8
}

// A brush forgets its letters when it knows too many typefaces or too many letters of one: sizes come and go while a
// window is resized, and a dataset may use every letter there is.
const (
	maxTypefaces = 64
	maxLetters   = 4096
)

func (b *brush) letters(t typeface) *letters {
	set := b.types[t]
	if set == nil || len(set.known) > maxLetters {
		if len(b.types) >= maxTypefaces {
			clear(b.types)
		}
		set = &letters{
			typeface: t, scale: fixed.Int26_6(math.Round(t.size * 64)),
			known: map[letterKey]*letter{}, wide: map[rune]fixed.Int26_6{},
		}
		b.types[t] = set
	}
	return set
}

// advance is how far the next letter stands from r.
func (s *letters) advance(r rune) fixed.Int26_6 {
	w, ok := s.wide[r]
	if !ok {
		em := fixed.Int26_6(s.face.FUnitsPerEm())
		units := s.face.HMetric(em, s.face.Index(r)).AdvanceWidth
		w = fixed.Int26_6(math.Round(float64(units) / float64(em) * s.size * 64))
		s.wide[r] = w
	}
	return w
}

// letter is the picture of r whose origin lies a part of a pixel further on. A letter that the font lacks is the
// font's own sign for that.
func (s *letters) letter(r rune, part fixed.Int26_6, rasterizer *raster.Rasterizer) *letter {
	key := letterKey{r, part * places / 64}
	l := s.known[key]
	if l == nil {
		l = s.draw(r, key.place*64/places, rasterizer)
		s.known[key] = l
	}
	return l
}

func (s *letters) draw(r rune, part fixed.Int26_6, rasterizer *raster.Rasterizer) *letter {
	if err := s.buf.Load(s.face, s.scale, s.face.Index(r), xfont.HintingNone); err != nil {
		return &letter{} // a broken glyph in a font of ours
	}
	outline := outlineOf(&s.buf)
	points(outline, func(x, y *fixed.Int26_6) {
		*x, *y = *x+part, -*y
		if s.turned {
			*x, *y = *y, -*x
		}
	})
	area := bounds(outline)
	l := &letter{area: area, steps: make([]uint8, area.Dx()*area.Dy())}
	rasterizer.SetBounds(area.Dx(), area.Dy())
	rasterizer.UseNonZeroWinding, rasterizer.Dx, rasterizer.Dy = true, 0, 0
	shift(outline, -area.Min.X, -area.Min.Y)
	rasterizer.AddPath(outline)
	rasterizer.Rasterize(raster.PainterFunc(func(spans []raster.Span, _ bool) {
		for _, span := range spans {
			for x := span.X0; x < span.X1; x++ {
				l.steps[span.Y*area.Dx()+x] = uint8(coverage(span.Alpha))
			}
		}
	}))
	return l
}

// outlineOf is the outline of a loaded glyph, with y upwards. TrueType leaves out the points of an outline that lie
// half way between two control points.
func outlineOf(g *truetype.GlyphBuf) raster.Path {
	var path raster.Path
	start := 0
	for _, end := range g.Ends {
		addContour(&path, g.Points[start:end])
		start = end
	}
	return path
}

func addContour(path *raster.Path, ps []truetype.Point) {
	if len(ps) == 0 {
		return
	}
	first := at(ps[0]) // on the curve, in the fonts that we have
	path.Start(first)
	control, curved := fixed.Point26_6{}, false
	for _, p := range ps[1:] {
		switch isOn := p.Flags&1 != 0; {
		case isOn && curved:
			path.Add2(control, at(p))
			curved = false
		case isOn:
			path.Add1(at(p))
		default:
			if curved {
				path.Add2(control, between(control, at(p), 0.5))
			}
			control, curved = at(p), true
		}
	}
	if curved {
		path.Add2(control, first)
	} else {
		path.Add1(first)
	}
}

func at(p truetype.Point) fixed.Point26_6 { return fixed.Point26_6{X: p.X, Y: p.Y} }
