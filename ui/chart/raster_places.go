package chart

import (
	"image"
	"image/color"
)

// A file needs no picture in memory whose pixels are colours: one of 1600x900 takes 6 MB, and fresh memory takes longer
// than drawing. Here every pixel is a place in a palette from the start.

// drawPlaces draws into places of a palette. It returns nil where 256 colours are not enough. The pixels are those of
// [drawPicture].
func drawPlaces(s Size, page color.NRGBA, ops []func(*pen)) (*pixels, error) {
	p := &pixels{depth: 1}
	colours := newShades()
	err := drawOn(s, page, ops, func(width, height int) sheet {
		p.width, p.height, p.data = width, height, takeBytes(width*height)
		return sheet{pix: p.data, stride: width, depth: 1, bounds: image.Rect(0, 0, width, height), shades: colours}
	})
	if err != nil {
		return nil, err
	}
	if colours.full {
		releaseBytes(p.data)
		return nil, nil
	}
	p.palette = colours.inOrder(p.data)
	return p, nil
}

// shades are the colours of a picture, and what becomes of each when something is painted over it.
type shades struct {
	pixels []uint32 // of each place, as an image.RGBA has it
	places map[uint32]uint8
	mixes  map[wash]*mix
	full   bool // there are more colours than places; what is drawn is of no use
}

// wash is a colour that covers what is below it to a part of 255.
type wash struct {
	color color.NRGBA
	alpha uint32
}

// mix is what becomes of each place under a wash, as far as it is known.
type mix struct {
	wash
	place [256]uint8
	known [256]bool
}

func newShades() *shades {
	return &shades{places: map[uint32]uint8{}, mixes: map[wash]*mix{}}
}

// place is the place of a pixel's colour.
func (s *shades) place(pixel uint32) uint8 {
	at, ok := s.places[pixel]
	if !ok {
		if len(s.pixels) > 0xff {
			s.full = true
			return 0
		}
		at = uint8(len(s.pixels))
		s.places[pixel] = at
		s.pixels = append(s.pixels, pixel)
	}
	return at
}

// mix is what becomes of the places under a wash.
func (s *shades) mix(w wash) *mix {
	m := s.mixes[w]
	if m == nil {
		m = &mix{wash: w}
		s.mixes[w] = m
	}
	return m
}

// store sets a row to a colour, doubling what is there already.
func (s *shades) store(row []uint8, c color.NRGBA, alpha uint32) {
	if len(row) == 0 {
		return
	}
	row[0] = s.place(over(c, alpha, 0))
	for done := 1; done < len(row); done *= 2 {
		copy(row[done:], row[:done])
	}
}

// blend paints over what is there.
func (s *shades) blend(row []uint8, m *mix) {
	for i, below := range row {
		if !m.known[below] {
			m.place[below], m.known[below] = s.place(over(m.color, m.alpha, s.pixels[below])), true
		}
		row[i] = m.place[below]
	}
}

// inOrder is the palette of the colours that a picture has in the end, in the order in which they come up in it. It moves
// the pixels to their new places.
func (s *shades) inOrder(data []byte) []color.NRGBA {
	var palette []color.NRGBA
	var moved mix
	for i, old := range data {
		if !moved.known[old] {
			moved.place[old], moved.known[old] = uint8(len(palette)), true
			palette = append(palette, straight(s.pixels[old]))
		}
		data[i] = moved.place[old]
	}
	return palette
}
