package chart

import (
	"bytes"
	"fmt"
	"image"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/golang/freetype/raster"
	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
	xfont "golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// writeSVG writes the scene as SVG, on the same grid of pixels as a PNG of this size and scale.
//
// Letters are shapes, each kept once: programs that draw SVG disagree on fonts inside of it (a browser takes them,
// librsvg and Inkscape do not), and with another font words would no longer fit their places. What is written is also
// in the description, which those who cannot see the picture are read.
func (s *scene) writeSVG(w io.Writer, look Look, about about) error {
	out := &svgCanvas{letters: map[svgLetter]bool{}}
	page := s.pageOf(look)
	err := drawOps(look.Size, look.Size.scale(), s.ops, func(width, height int) (gochart.Renderer, error) {
		out.width, out.height = width, height
		if page.A > 0 {
			fmt.Fprintf(&out.body, `<path d="M0 0H%dV%dH0z"%s/>`+"\n", width, height, paint("fill", shade(page)))
		}
		return out, nil
	}, io.Discard)
	if err != nil {
		return err
	}
	width, height := look.inches()
	var head bytes.Buffer
	fmt.Fprintf(&head, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+
		`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"`+
		` width="%s" height="%s" viewBox="0 0 %d %d" role="img" lang="%s" xml:lang="%s">`+"\n",
		short(width*plainDPI), short(height*plainDPI), out.width, out.height, escaped(about.lang), escaped(about.lang))
	fmt.Fprintf(&head, "<title>%s</title>\n<desc>%s</desc>\n<metadata>%s</metadata>\n",
		escaped(about.title), escaped(about.description), about.rdf())
	out.definitions(&head)
	for _, part := range [][]byte{head.Bytes(), out.body.Bytes(), []byte("</svg>\n")} {
		if _, err := w.Write(part); err != nil {
			return fmt.Errorf("write SVG: %w", err)
		}
	}
	return nil
}

// svgCanvas is a chart.Renderer that writes SVG.
type svgCanvas struct {
	plainRenderer
	width, height int
	path          strings.Builder
	body          bytes.Buffer
	letters       map[svgLetter]bool
	clips         []image.Rectangle
}

// svgLetter is a letter of a font.
type svgLetter struct {
	weight weight
	r      rune
}

// id is the same for the same letter in every file, so that pictures may stand in one page.
func (l svgLetter) id() string { return fmt.Sprintf("%c%x", "rb"[l.weight], l.r) }

// paint is an attribute with a colour, and one with its opacity where it has one.
func paint(attribute string, c drawing.Color) string {
	text := fmt.Sprintf(` %s="#%02x%02x%02x"`, attribute, c.R, c.G, c.B)
	if c.A < 0xff {
		text += fmt.Sprintf(` %s-opacity="%s"`, attribute, short(float64(c.A)/0xff))
	}
	return text
}

// short is a number without needless digits.
func short(v float64) string { return strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64) }

func (c *svgCanvas) MoveTo(x, y int) { fmt.Fprintf(&c.path, "M%d %d", x, y) }
func (c *svgCanvas) LineTo(x, y int) { fmt.Fprintf(&c.path, "L%d %d", x, y) }
func (c *svgCanvas) Close()          { c.path.WriteByte('z') }
func (c *svgCanvas) QuadCurveTo(cx, cy, x, y int) {
	fmt.Fprintf(&c.path, "Q%d %d %d %d", cx, cy, x, y)
}

// ArcTo draws on to the start of an arc, and along it.
func (c *svgCanvas) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	for _, p := range arc(float64(cx), float64(cy), rx, ry, start, delta) {
		fmt.Fprintf(&c.path, "L%s %s", short(p.x), short(p.y))
	}
}

// Circle adds a circle to the path.
func (c *svgCanvas) Circle(radius float64, x, y int) {
	r := short(radius)
	fmt.Fprintf(&c.path, "M%s %da%s %s 0 1 1 -%s 0a%s %s 0 1 1 %s 0z", short(float64(x)+radius), y, r, r, short(2*radius), r, r, short(2*radius))
}

func (c *svgCanvas) Fill() {
	if c.fillColor.A > 0 && c.path.Len() > 0 {
		fmt.Fprintf(&c.body, `<path d="%s"%s/>`+"\n", c.path.String(), paint("fill", c.fillColor))
	}
	c.path.Reset()
}

func (c *svgCanvas) Stroke() {
	if c.strokeColor.A > 0 && c.strokeWidth > 0 && c.path.Len() > 0 {
		fmt.Fprintf(&c.body, `<path d="%s" fill="none"%s stroke-width="%s" stroke-linejoin="round"%s/>`+"\n",
			c.path.String(), paint("stroke", c.strokeColor), short(c.strokeWidth), c.dashes())
	}
	c.path.Reset()
}

func (c *svgCanvas) dashes() string {
	if len(c.dash) == 0 {
		return ""
	}
	var lengths []string
	for _, d := range c.dash {
		lengths = append(lengths, short(d))
	}
	return ` stroke-dasharray="` + strings.Join(lengths, " ") + `"`
}

func (c *svgCanvas) FillStroke() {
	path := c.path.String()
	c.Fill()
	c.path.WriteString(path)
	c.Stroke()
}

// Text writes a line as its letters, each where the fonts' widths put it.
func (c *svgCanvas) Text(body string, x, y int) {
	em := float64(c.face.FUnitsPerEm())
	turn := ""
	if c.turned {
		turn = " rotate(-90)"
	}
	fmt.Fprintf(&c.body, `<g transform="translate(%d %d)%s scale(%s)"%s>`,
		x, y, turn, strconv.FormatFloat(c.size/em, 'g', 6, 64), paint("fill", c.ink))
	f, at := fonts()[c.weight()], 0.0
	for _, r := range body {
		if l := (svgLetter{c.weight(), r}); c.define(l) {
			fmt.Fprintf(&c.body, `<use xlink:href="#%s" x="%d"/>`, l.id(), int(math.Round(at)))
		}
		at += f.advance(r) * em
	}
	c.body.WriteString("</g>\n")
}

// define remembers a letter that is used, and reports whether there is anything to see of it.
func (c *svgCanvas) define(l svgLetter) bool {
	visible, ok := c.letters[l]
	if !ok {
		visible = len(outlineInUnits(l)) > 0
		c.letters[l] = visible
	}
	return visible
}

// Clip begins a group that shows nothing outside of an area.
func (c *svgCanvas) Clip(area image.Rectangle) {
	fmt.Fprintf(&c.body, `<g clip-path="url(#%s)">`+"\n", clipID(area))
	if !slices.Contains(c.clips, area) {
		c.clips = append(c.clips, area)
	}
}

// Unclip ends the group.
func (c *svgCanvas) Unclip() { c.body.WriteString("</g>\n") }

func clipID(r image.Rectangle) string {
	return fmt.Sprintf("clip%d-%d-%d-%d", r.Min.X, r.Min.Y, r.Max.X, r.Max.Y)
}

// Save does nothing: writeSVG puts the parts together.
func (c *svgCanvas) Save(io.Writer) error { return nil }

// definitions writes the letters and the areas that the drawing refers to, in a fixed order.
func (c *svgCanvas) definitions(w io.Writer) {
	var list []svgLetter
	for l, visible := range c.letters {
		if visible {
			list = append(list, l)
		}
	}
	slices.SortFunc(list, func(a, b svgLetter) int {
		return int(a.weight-b.weight)<<24 + int(a.r-b.r)
	})
	fmt.Fprint(w, "<defs>\n")
	for _, l := range list {
		fmt.Fprintf(w, `<path id="%s" d="%s"/>`+"\n", l.id(), pathData(outlineInUnits(l)))
	}
	for _, r := range c.clips {
		fmt.Fprintf(w, `<clipPath id="%s"><path d="M%d %dH%dV%dH%dz"/></clipPath>`+"\n",
			clipID(r), r.Min.X, r.Min.Y, r.Max.X, r.Max.Y, r.Min.X)
	}
	fmt.Fprint(w, "</defs>\n")
}

// outlineInUnits is the outline of a letter in the units of its font, with y downwards.
func outlineInUnits(l svgLetter) raster.Path {
	f := fonts()[l.weight]
	var buf truetype.GlyphBuf
	if err := buf.Load(f.face, fixed.Int26_6(f.face.FUnitsPerEm()), f.face.Index(l.r), xfont.HintingNone); err != nil {
		return nil // a broken glyph in a font of ours
	}
	outline := outlineOf(&buf)
	points(outline, func(_, y *fixed.Int26_6) { *y = -*y })
	return outline
}

// pathData writes an outline as SVG does.
func pathData(p raster.Path) string {
	var b strings.Builder
	for i := 0; i < len(p); i += stepSize(p[i]) {
		switch p[i] {
		case 0:
			fmt.Fprintf(&b, "M%d %d", int(p[i+1]), int(p[i+2]))
		case 1:
			fmt.Fprintf(&b, "L%d %d", int(p[i+1]), int(p[i+2]))
		case 2:
			fmt.Fprintf(&b, "Q%d %d %d %d", int(p[i+1]), int(p[i+2]), int(p[i+3]), int(p[i+4]))
		}
	}
	return b.String()
}
