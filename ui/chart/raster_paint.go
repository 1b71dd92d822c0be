package chart

import (
	"encoding/binary"
	"image"
	"image/color"

	"github.com/golang/freetype/raster"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// painter fills pixels with one colour. Coverage is taken in 16 steps, so that a picture has few enough colours for a
// palette; the eye does not see it.
type painter struct {
	img   *image.RGBA
	clip  image.Rectangle
	color color.NRGBA
}

// fullCoverage is the highest of the 16 steps.
const fullCoverage = 15

// SetColor sets the colour of what is painted next.
func (p *painter) SetColor(c color.Color) {
	switch c := c.(type) {
	case drawing.Color:
		p.color = color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A}
	default:
		p.color = color.NRGBAModel.Convert(c).(color.NRGBA)
	}
}

// Paint implements raster.Painter.
func (p *painter) Paint(spans []raster.Span, _ bool) {
	for _, s := range spans {
		x0, x1 := max(s.X0, p.clip.Min.X), min(s.X1, p.clip.Max.X)
		if s.Y < p.clip.Min.Y || s.Y >= p.clip.Max.Y || x0 >= x1 {
			continue
		}
		p.cover(p.img.Pix[p.img.PixOffset(x0, s.Y):p.img.PixOffset(x1-1, s.Y)+4], coverage(s.Alpha))
	}
}

// coverage is the step next to freetype's coverage, which goes to 0xffff.
func coverage(alpha uint32) uint32 { return (alpha*fullCoverage + 0x7fff) / 0xffff }

// fill paints a rectangle.
func (p *painter) fill(r image.Rectangle) {
	r = r.Canon().Intersect(p.clip)
	if r.Empty() {
		return
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		p.cover(p.img.Pix[p.img.PixOffset(r.Min.X, y):p.img.PixOffset(r.Max.X-1, y)+4], fullCoverage)
	}
}

// stamp paints a letter with its origin at a pixel.
func (p *painter) stamp(l *letter, x, y int) {
	area := l.area.Add(image.Pt(x, y))
	seen := area.Intersect(p.clip)
	if seen.Empty() {
		return
	}
	for row := seen.Min.Y; row < seen.Max.Y; row++ {
		start := (row-area.Min.Y)*area.Dx() - area.Min.X
		steps := l.steps[start+seen.Min.X : start+seen.Max.X]
		pixels := p.img.Pix[p.img.PixOffset(seen.Min.X, row):]
		for i, step := range steps {
			if step > 0 {
				p.cover(pixels[4*i:4*i+4], uint32(step))
			}
		}
	}
}

// through paints what a mask covers.
func (p *painter) through(m *mask) {
	seen := m.area.Intersect(p.clip)
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		steps := m.row(y)
		for x := seen.Min.X; x < seen.Max.X; {
			step, start := steps[x-m.area.Min.X], x
			for x < seen.Max.X && steps[x-m.area.Min.X] == step {
				x++
			}
			if step > 0 {
				p.cover(p.img.Pix[p.img.PixOffset(start, y):p.img.PixOffset(x-1, y)+4], uint32(step))
			}
		}
	}
}

// mask is how much of each pixel of an area is covered by one of several forms, in steps of 15.
type mask struct {
	area  image.Rectangle
	steps []uint8
}

func (m *mask) reset(area image.Rectangle) {
	m.area = area
	need := area.Dx() * area.Dy()
	if cap(m.steps) < need {
		m.steps = make([]uint8, need)
		return
	}
	m.steps = m.steps[:need]
	clear(m.steps)
}

func (m *mask) row(y int) []uint8 {
	start := (y - m.area.Min.Y) * m.area.Dx()
	return m.steps[start : start+m.area.Dx()]
}

// Paint implements raster.Painter.
func (m *mask) Paint(spans []raster.Span, _ bool) {
	for _, s := range spans {
		if s.Y < m.area.Min.Y || s.Y >= m.area.Max.Y {
			continue
		}
		row, step := m.row(s.Y), uint8(coverage(s.Alpha))
		for x := max(s.X0, m.area.Min.X); x < min(s.X1, m.area.Max.X); x++ {
			row[x-m.area.Min.X] = max(row[x-m.area.Min.X], step)
		}
	}
}

// cover paints a row of pixels that are covered to a step of 15.
func (p *painter) cover(row []uint8, step uint32) {
	alpha := step * 17 * uint32(p.color.A) / 0xff
	if alpha == 0xff {
		p.store(row)
	} else if alpha > 0 {
		p.blend(row, alpha)
	}
}

// store sets the pixels of a row, doubling what is there already.
func (p *painter) store(row []uint8) {
	binary.LittleEndian.PutUint32(row,
		uint32(p.color.R)|uint32(p.color.G)<<8|uint32(p.color.B)<<16|0xff<<24)
	for done := 4; done < len(row); done *= 2 {
		copy(row[done:], row[:done])
	}
}

// blend paints over what is there; the picture holds colours multiplied by their opacity.
func (p *painter) blend(row []uint8, alpha uint32) {
	r, g, b, rest := uint32(p.color.R)*alpha, uint32(p.color.G)*alpha, uint32(p.color.B)*alpha, 0xff-alpha
	for i := 0; i+3 < len(row); i += 4 {
		row[i] = uint8((r + uint32(row[i])*rest + 127) / 255)
		row[i+1] = uint8((g + uint32(row[i+1])*rest + 127) / 255)
		row[i+2] = uint8((b + uint32(row[i+2])*rest + 127) / 255)
		row[i+3] = uint8(alpha + (uint32(row[i+3])*rest+127)/255)
	}
}
