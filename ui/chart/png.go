package chart

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"io"
	"sync"
)

// WritePNG encodes a picture and, when that has succeeded, writes it in one go: never half a picture. Equal pictures
// give equal bytes. [Write] adds what the file says about itself.
func WritePNG(w io.Writer, p Picture) error {
	if p.Image == nil {
		return fmt.Errorf("write PNG: there is no picture")
	}
	return writePNG(w, p.Image, nil)
}

// writePNG writes an image with further chunks before its pixels. The standard library's encoder has no such chunks,
// and filters no rows of pictures with a palette: files were twice as large. Compression is the standard library's.
func writePNG(w io.Writer, img *image.RGBA, about []chunk) error {
	p := pixels{width: img.Rect.Dx(), height: img.Rect.Dy(), depth: 1}
	p.data, p.palette = indexed(img)
	switch {
	case p.palette != nil:
	case img.Opaque():
		p.data, p.depth = unpacked(img, 3), 3
	default:
		p.data, p.depth = unpacked(img, 4), 4
	}
	return p.writePNG(w, about)
}

// pixels are those of a picture as a PNG file stores them, before they are compressed.
type pixels struct {
	width, height, depth int // depth is bytes of a pixel: 1 for a place in the palette, 3 for a colour, 4 with its opacity
	data                 []byte
	palette              []color.NRGBA
}

// writePNG writes the file. It takes the pixels' memory.
func (p pixels) writePNG(w io.Writer, about []chunk) error {
	header := binary.BigEndian.AppendUint32(nil, uint32(p.width))
	header = binary.BigEndian.AppendUint32(header, uint32(p.height))
	colours := map[int]byte{1: 3, 3: 2, 4: 6}[p.depth]
	header = append(header, 8, colours, 0, 0, 0)
	out := bytes.NewBuffer(make([]byte, 0, 64<<10))
	out.WriteString("\x89PNG\r\n\x1a\n")
	chunk{"IHDR", header}.appendTo(out)
	for _, c := range about {
		c.appendTo(out)
	}
	for _, c := range paletteChunks(p.palette) {
		c.appendTo(out)
	}
	data, err := compressed(p.data, p.width*p.depth)
	releaseBytes(p.data)
	if err != nil {
		return fmt.Errorf("encode PNG: %w", err)
	}
	chunk{"IDAT", data}.appendTo(out)
	chunk{"IEND", nil}.appendTo(out)
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("write PNG: %w", err)
	}
	return nil
}

// chunk is a part of a PNG file.
type chunk struct {
	kind string
	data []byte
}

func (c chunk) appendTo(out *bytes.Buffer) {
	var number [4]byte
	binary.BigEndian.PutUint32(number[:], uint32(len(c.data)))
	out.Write(number[:])
	start := out.Len()
	out.WriteString(c.kind)
	out.Write(c.data)
	binary.BigEndian.PutUint32(number[:], crc32.ChecksumIEEE(out.Bytes()[start:]))
	out.Write(number[:])
}

// paletteChunks are the colours of a palette, and their opacity where one is not opaque.
func paletteChunks(palette []color.NRGBA) []chunk {
	if palette == nil {
		return nil
	}
	var colours, opacity []byte
	isOpaque := true
	for _, c := range palette {
		colours = append(colours, c.R, c.G, c.B)
		opacity = append(opacity, c.A)
		isOpaque = isOpaque && c.A == 0xff
	}
	list := []chunk{{"PLTE", colours}}
	if !isOpaque {
		list = append(list, chunk{"tRNS", opacity})
	}
	return list
}

// indexed are the pixels as places in a palette; the palette is nil where 256 colours are not enough.
func indexed(img *image.RGBA) ([]byte, []color.NRGBA) {
	width, height := img.Rect.Dx(), img.Rect.Dy()
	out := takeBytes(width * height)
	ink := newInkwell()
	var above []byte
	for y := range height {
		row := img.Pix[y*img.Stride : y*img.Stride+4*width]
		to := out[y*width : (y+1)*width]
		if y > 0 && bytes.Equal(row, above) {
			copy(to, out[(y-1)*width:])
		} else if !ink.places(row, to) {
			releaseBytes(out)
			return nil, nil
		}
		above = row
	}
	return out, ink.palette
}

// inkwell gives every colour its place in a palette.
type inkwell struct {
	palette []color.NRGBA
	known   map[uint32]uint8
	recent  [512]struct { // a quick look at what known holds
		pixel uint32
		place uint8
		used  bool
	}
}

func newInkwell() *inkwell { return &inkwell{known: map[uint32]uint8{}} }

// places writes the places of a row of pixels; false says that the palette is full.
func (k *inkwell) places(row []uint8, to []byte) bool {
	last, place := uint32(0), uint8(0)
	for x := range to {
		pixel := binary.LittleEndian.Uint32(row[4*x:])
		if x == 0 || pixel != last {
			var ok bool
			if place, ok = k.place(pixel); !ok {
				return false
			}
			last = pixel
		}
		to[x] = place
	}
	return true
}

func (k *inkwell) place(pixel uint32) (place uint8, ok bool) {
	recent := &k.recent[pixel*0x9e3779b1>>23]
	if recent.used && recent.pixel == pixel {
		return recent.place, true
	}
	place, ok = k.known[pixel]
	if !ok {
		if len(k.palette) == 256 {
			return 0, false
		}
		place = uint8(len(k.palette))
		k.known[pixel] = place
		k.palette = append(k.palette, straight(pixel))
	}
	recent.pixel, recent.place, recent.used = pixel, place, true
	return place, true
}

// straight is a pixel's colour, not multiplied by its opacity.
func straight(pixel uint32) color.NRGBA {
	c := color.RGBA{R: uint8(pixel), G: uint8(pixel >> 8), B: uint8(pixel >> 16), A: uint8(pixel >> 24)}
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}

// unpacked are the pixels as 3 or 4 bytes each.
func unpacked(img *image.RGBA, depth int) []byte {
	width, height := img.Rect.Dx(), img.Rect.Dy()
	out := takeBytes(width * height * depth)[:0]
	for y := range height {
		for x := range width {
			c := straight(binary.LittleEndian.Uint32(img.Pix[y*img.Stride+4*x:]))
			out = append(out, c.R, c.G, c.B)
			if depth == 4 {
				out = append(out, c.A)
			}
		}
	}
	return out
}

// compressed are rows of so many bytes as PNG stores them: each as the difference to the one above it, because the rows
// of a chart differ little.
func compressed(pixels []byte, stride int) ([]byte, error) {
	const up = 2
	p := packers.Get().(*packer)
	defer packers.Put(p)
	p.out.Reset()
	p.zip.Reset(&p.out)
	row := append(p.row[:0], make([]byte, stride+1)...)
	row[0] = up
	above := make([]byte, stride)
	for ; len(pixels) > 0; pixels = pixels[stride:] {
		subtract(row[1:], pixels[:stride], above)
		if _, err := p.zip.Write(row); err != nil {
			return nil, err
		}
		above = pixels[:stride]
	}
	p.row = row
	if err := p.zip.Close(); err != nil {
		return nil, err
	}
	return bytes.Clone(p.out.Bytes()), nil
}

// packer is a compressor with its memory, kept from one picture to the next.
type packer struct {
	zip *zlib.Writer
	out bytes.Buffer
	row []byte
}

var packers = sync.Pool{New: func() any {
	zip, err := zlib.NewWriterLevel(io.Discard, zlib.BestSpeed)
	if err != nil {
		panic(err) // there is no such level
	}
	return &packer{zip: zip}
}}

// subtract sets out to a-b, byte by byte, eight at a time.
func subtract(out, a, b []byte) {
	const high = 0x8080808080808080
	i := 0
	for ; i+8 <= len(a); i += 8 {
		x, y := binary.LittleEndian.Uint64(a[i:]), binary.LittleEndian.Uint64(b[i:])
		binary.LittleEndian.PutUint64(out[i:], ((x|high)-(y&^high))^((x^^y)&high))
	}
	for ; i < len(a); i++ {
		out[i] = a[i] - b[i]
	}
}

// spareBytes is the memory of the pixels that were encoded last.
var spareBytes struct {
	sync.Mutex
	free []byte
}

func takeBytes(n int) []byte {
	spareBytes.Lock()
	defer spareBytes.Unlock()
	if free := spareBytes.free; cap(free) >= n {
		spareBytes.free = nil
		return free[:n]
	}
	return make([]byte, n)
}

func releaseBytes(b []byte) {
	if cap(b) > maxKept {
		return
	}
	spareBytes.Lock()
	spareBytes.free = b
	spareBytes.Unlock()
}
