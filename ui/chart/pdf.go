package chart

import (
	"fmt"
	"image"
	"io"
	"math"
	"strings"
	"unicode"

	"codeberg.org/go-pdf/fpdf"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"parley/assets"
)

// pdfScale is how much finer the grid of a PDF is than the pixels of scale 1: paper has finer ones.
const pdfScale = 4

// writePDF writes the scene as one page with its text as text, in the fonts of the program, of which it holds the letters
// that it uses.
func (s *scene) writePDF(w io.Writer, look Look, about about) error {
	width, height := look.inches()
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: width * 72, Ht: height * 72}})
	doc.SetCatalogSort(true) // or the order of its parts is another each time
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	doc.SetTitle(about.title, true)
	doc.SetSubject(about.description, true)
	doc.SetAuthor(about.author, true)
	doc.SetCreator(software, true)
	doc.SetProducer(software, true)
	doc.SetLang(about.lang)
	doc.SetCreationDate(about.date())
	doc.SetModificationDate(about.date())
	doc.SetXmpMetadata([]byte(about.xmp()))
	doc.AddUTF8FontFromBytes(pdfFont, pdfStyle(regular), assets.Regular)
	doc.AddUTF8FontFromBytes(pdfFont, pdfStyle(semiBold), assets.SemiBold)
	doc.AddPage()

	out := &pdfCanvas{doc: doc, unit: width * 72 / float64(look.Size.Width*pdfScale), alpha: 0xff}
	err := drawOps(look.Size, pdfScale, s.ops, func(width, height int) (gochart.Renderer, error) {
		if page := s.pageOf(look); page.A > 0 {
			out.fillWith(shade(page))
			doc.Rect(0, 0, float64(width)*out.unit, float64(height)*out.unit, "F")
		}
		return out, nil
	}, io.Discard)
	if err != nil {
		return err
	}
	if err := doc.Output(w); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	return nil
}

// pdfFont names the fonts inside the file.
const pdfFont = "NotoSans"

func pdfStyle(w weight) string {
	if w == semiBold {
		return "B"
	}
	return ""
}

// pdfCanvas is a chart.Renderer that draws on a page of a PDF.
type pdfCanvas struct {
	plainRenderer
	doc   *fpdf.Fpdf
	unit  float64 // points in a pixel of the drawing
	alpha uint8   // that the page has now
	path  []func()

	outside uint8 // alpha before a Clip
}

// A path is kept until it is known how it is drawn: colours cannot change within one.
func (c *pdfCanvas) add(step func()) { c.path = append(c.path, step) }

func (c *pdfCanvas) at(x, y int) (float64, float64) { return float64(x) * c.unit, float64(y) * c.unit }

func (c *pdfCanvas) MoveTo(x, y int) { c.add(func() { c.doc.MoveTo(c.at(x, y)) }) }
func (c *pdfCanvas) LineTo(x, y int) { c.add(func() { c.doc.LineTo(c.at(x, y)) }) }
func (c *pdfCanvas) Close()          { c.add(c.doc.ClosePath) }
func (c *pdfCanvas) QuadCurveTo(cx, cy, x, y int) {
	c.add(func() {
		ax, ay := c.at(cx, cy)
		bx, by := c.at(x, y)
		c.doc.CurveTo(ax, ay, bx, by)
	})
}

// ArcTo draws on to the start of an arc, and along it.
func (c *pdfCanvas) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	for _, p := range arc(float64(cx), float64(cy), rx, ry, start, delta) {
		c.add(func() { c.doc.LineTo(p.x*c.unit, p.y*c.unit) })
	}
}

// Circle adds a circle to the path, from four curves.
func (c *pdfCanvas) Circle(radius float64, x, y int) {
	const bend = 0.5522847498 // of the radius: how far a curve's control points stand from a quarter's ends
	cx, cy := c.at(x, y)
	r := radius * c.unit
	c.add(func() { c.doc.MoveTo(cx+r, cy) })
	for quarter := range 4 {
		sin, cos := math.Sincos(float64(quarter) * math.Pi / 2)
		turned := func(x, y float64) (float64, float64) { return cx + r*(x*cos-y*sin), cy + r*(x*sin+y*cos) }
		c.add(func() {
			ax, ay := turned(1, bend)
			bx, by := turned(bend, 1)
			tx, ty := turned(0, 1)
			c.doc.CurveBezierCubicTo(ax, ay, bx, by, tx, ty)
		})
	}
	c.Close()
}

func (c *pdfCanvas) Fill() {
	if c.fillColor.A > 0 {
		c.fillWith(c.fillColor)
		c.draw("F")
	}
	c.path = nil
}

func (c *pdfCanvas) Stroke() {
	if c.strokeColor.A > 0 && c.strokeWidth > 0 {
		c.opacity(c.strokeColor.A)
		c.doc.SetDrawColor(int(c.strokeColor.R), int(c.strokeColor.G), int(c.strokeColor.B))
		c.doc.SetLineWidth(c.strokeWidth * c.unit)
		c.doc.SetLineJoinStyle("round")
		var lengths []float64
		for _, d := range c.dash {
			lengths = append(lengths, d*c.unit)
		}
		c.doc.SetDashPattern(lengths, 0)
		c.draw("D")
	}
	c.path = nil
}

func (c *pdfCanvas) FillStroke() {
	path := c.path
	c.Fill()
	c.path = path
	c.Stroke()
}

func (c *pdfCanvas) draw(how string) {
	if len(c.path) == 0 {
		return
	}
	for _, step := range c.path {
		step()
	}
	c.doc.DrawPath(how)
}

func (c *pdfCanvas) fillWith(color drawing.Color) {
	c.opacity(color.A)
	c.doc.SetFillColor(int(color.R), int(color.G), int(color.B))
}

func (c *pdfCanvas) opacity(alpha uint8) {
	if alpha != c.alpha {
		c.doc.SetAlpha(float64(alpha)/0xff, "Normal")
		c.alpha = alpha
	}
}

// Text writes a line as text.
func (c *pdfCanvas) Text(body string, x, y int) {
	c.fillWith(c.ink) // the library takes text of the colour of the last fill to need no colour of its own
	c.doc.SetTextColor(int(c.ink.R), int(c.ink.G), int(c.ink.B))
	c.doc.SetFont(pdfFont, pdfStyle(c.weight()), c.size*c.unit)
	atX, atY := c.at(x, y)
	if c.turned {
		c.doc.TransformBegin()
		c.doc.TransformRotate(90, atX, atY)
		defer c.doc.TransformEnd()
	}
	c.doc.Text(atX, atY, strings.Map(inBasicPlane, body))
}

// inBasicPlane replaces the letters that the library cannot put into a file, of which the fonts hold none.
func inBasicPlane(r rune) rune {
	if r > 0xffff {
		return unicode.ReplacementChar
	}
	return r
}

// Clip leaves out what is drawn outside of an area from now on.
func (c *pdfCanvas) Clip(area image.Rectangle) {
	x, y := c.at(area.Min.X, area.Min.Y)
	c.doc.ClipRect(x, y, float64(area.Dx())*c.unit, float64(area.Dy())*c.unit, false)
	c.outside = c.alpha
}

// Unclip ends Clip. The page then has the opacity and the font of before, of which the library knows nothing.
func (c *pdfCanvas) Unclip() {
	c.doc.ClipEnd()
	c.alpha = c.outside
	c.doc.SetFont(pdfFont, pdfStyle(regular), 1)
}

// Save does nothing: writePDF puts the parts together.
func (c *pdfCanvas) Save(io.Writer) error { return nil }
