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
	sheet
	clip  image.Rectangle
	color color.NRGBA
	mixes [fullCoverage + 1]*mix // of the colour, where pixels are places in a palette
}

// sheet is the memory of a picture.
type sheet struct {
	pix           []uint8
	stride, depth int // bytes of a row and of a pixel: 4 for red, green, blue and opacity, 1 for a place in a palette
	bounds        image.Rectangle
	shades        *shades // the palette; nil where pixels are colours
}

// row are the pixels from x0 to before x1.
func (s *sheet) row(x0, x1, y int) []uint8 {
	return s.pix[y*s.stride+x0*s.depth : y*s.stride+x1*s.depth]
}

// fullCoverage is the highest of the 16 steps.
const fullCoverage = 15

// SetColor sets the colour of what is painted next.
func (p *painter) SetColor(c color.Color) {
	was := p.color
	switch c := c.(type) {
	case drawing.Color:
		p.color = color.NRGBA{R: c.R, G: c.G, B: c.B, A: c.A}
	default:
		p.color = color.NRGBAModel.Convert(c).(color.NRGBA)
	}
	if p.color != was {
		clear(p.mixes[:])
	}
}

// Paint implements raster.Painter.
func (p *painter) Paint(spans []raster.Span, _ bool) {
	for _, s := range spans {
		x0, x1 := max(s.X0, p.clip.Min.X), min(s.X1, p.clip.Max.X)
		if s.Y < p.clip.Min.Y || s.Y >= p.clip.Max.Y || x0 >= x1 {
			continue
		}
		p.cover(p.row(x0, x1, s.Y), coverage(s.Alpha))
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
		p.cover(p.row(r.Min.X, r.Max.X, y), fullCoverage)
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
		pixels := p.row(seen.Min.X, seen.Max.X, row)
		for i, step := range steps {
			if step > 0 {
				p.cover(pixels[p.depth*i:p.depth*(i+1)], uint32(step))
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
				p.cover(p.row(start, x, y), uint32(step))
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

// clear makes the page.
func (p *painter) clear(page color.NRGBA) {
	p.color = page
	clear(p.mixes[:])
	if p.shades != nil {
		p.shades.store(p.pix, page, uint32(page.A))
		return
	}
	if page.A == 0 {
		clear(p.pix)
		return
	}
	p.store(p.pix)
}

// cover paints a row of pixels that are covered to a step of 15.
func (p *painter) cover(row []uint8, step uint32) {
	alpha := step * 17 * uint32(p.color.A) / 0xff
	switch {
	case alpha == 0:
	case p.shades != nil && alpha == 0xff:
		p.shades.store(row, p.color, alpha)
	case p.shades != nil:
		if p.mixes[step] == nil {
			p.mixes[step] = p.shades.mix(wash{p.color, alpha})
		}
		p.shades.blend(row, p.mixes[step])
	case alpha == 0xff:
		p.store(row)
	default:
		p.blend(row, alpha)
	}
}

// store sets the pixels of a row, doubling what is there already.
func (p *painter) store(row []uint8) {
	binary.LittleEndian.PutUint32(row, over(p.color, 0xff, 0))
	for done := 4; done < len(row); done *= 2 {
		copy(row[done:], row[:done])
	}
}

// blend paints over what is there.
func (p *painter) blend(row []uint8, alpha uint32) {
	for i := 0; i+3 < len(row); i += 4 {
		binary.LittleEndian.PutUint32(row[i:], over(p.color, alpha, binary.LittleEndian.Uint32(row[i:])))
	}
}

// over is a pixel with a colour painted over it. The four bytes of a pixel are red, green, blue and its opacity, by which
// the others are multiplied.
func over(c color.NRGBA, alpha, pixel uint32) uint32 {
	rest := 0xff - alpha
	mixed := func(ink uint8, at int) uint32 {
		return (uint32(ink)*alpha + pixel>>at&0xff*rest + 127) / 255 & 0xff << at
	}
	opacity := alpha + (pixel>>24*rest+127)/255
	return mixed(c.R, 0) | mixed(c.G, 8) | mixed(c.B, 16) | opacity<<24
}
