package chart

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"sync"
)

// WritePNG encodes a picture and, when that has succeeded, writes it in one go: never half a picture. Equal pictures
// give equal bytes.
func WritePNG(w io.Writer, p Picture) error {
	if p.Image == nil {
		return fmt.Errorf("write PNG: there is no picture")
	}
	encoder := png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: &buffers}
	var out bytes.Buffer
	if err := encoder.Encode(&out, smallest(p.Image)); err != nil {
		return fmt.Errorf("encode PNG: %w", err)
	}
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("write PNG: %w", err)
	}
	return nil
}

// buffers keeps the encoder's memory from one picture to the next.
var buffers bufferPool

type bufferPool struct{ pool sync.Pool }

// Get implements png.EncoderBufferPool.
func (b *bufferPool) Get() *png.EncoderBuffer {
	buffer, _ := b.pool.Get().(*png.EncoderBuffer)
	return buffer
}

// Put implements png.EncoderBufferPool.
func (b *bufferPool) Put(buffer *png.EncoderBuffer) { b.pool.Put(buffer) }

// smallest is the picture with a palette where 256 colours are enough; else as it is, which the encoder writes without
// an alpha channel, since charts are opaque.
func smallest(img *image.RGBA) image.Image {
	width, height := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewPaletted(image.Rect(0, 0, width, height), nil)
	places := map[[4]uint8]uint8{}
	var last [4]uint8
	var place uint8
	for y := range height {
		row := img.Pix[y*img.Stride : y*img.Stride+4*width]
		for x := range width {
			pixel := [4]uint8(row[4*x:])
			if pixel != last || len(places) == 0 {
				known := false
				if place, known = places[pixel]; !known {
					if len(places) == 256 {
						return img
					}
					place = uint8(len(places))
					places[pixel] = place
					out.Palette = append(out.Palette, color.RGBA{R: pixel[0], G: pixel[1], B: pixel[2], A: pixel[3]})
				}
				last = pixel
			}
			out.Pix[y*out.Stride+x] = place
		}
	}
	return out
}
