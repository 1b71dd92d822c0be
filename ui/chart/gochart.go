package chart

import (
	"fmt"
	"io"

	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// What knows go-chart stands in a few files: here a chart.Chart runs the drawing, and our layer is its series; pen.go
// draws on any of its renderers; raster.go, svg.go and pdf.go are renderers of our own.

// drawOps has go-chart draw on a renderer, in pictures of scale times the size. Go-chart's own background is left to
// the renderer, which knows better how to fill a whole picture.
func drawOps(s Size, scale float64, ops []func(*pen), to gochart.RendererProvider, w io.Writer) error {
	none := gochart.Style{FillColor: drawing.ColorTransparent, StrokeColor: drawing.ColorTransparent}
	background := none
	background.Padding = gochart.Box{IsSet: true}
	c := gochart.Chart{
		Width: toPixels(float64(s.Width), scale), Height: toPixels(float64(s.Height), scale), DPI: pixelDPI,
		Font:       fonts()[regular].face, // or go-chart would load its own, in a race
		Background: background,
		Canvas:     none,
		// Axes and their ranges are ours: a range must still be there, and not be empty.
		XAxis:          gochart.XAxis{Style: gochart.Hidden(), Range: &gochart.ContinuousRange{Max: 1}},
		YAxis:          gochart.YAxis{Style: gochart.Hidden(), Range: &gochart.ContinuousRange{Max: 1}},
		YAxisSecondary: gochart.YAxis{Style: gochart.Hidden()},
		Series:         []gochart.Series{layer{ops, scale}},
	}
	if err := c.Render(to, w); err != nil {
		return fmt.Errorf("draw the chart: %w", err)
	}
	return nil
}

// pixelDPI makes go-chart's font sizes pixels: it takes a size of 1 at 64 DPI as 64 units of 1/64 pixel.
const pixelDPI = 64

// layer is a drawing of ours among the series of a go-chart chart. It implements chart.Series.
type layer struct {
	ops   []func(*pen)
	scale float64
}

// GetName returns no name: go-chart's legend is not used.
func (l layer) GetName() string { return "" }

// GetYAxis says that a layer belongs to the primary axis.
func (l layer) GetYAxis() gochart.YAxisType { return gochart.YAxisPrimary }

// GetStyle returns no style: a layer has its own.
func (l layer) GetStyle() gochart.Style { return gochart.Style{} }

// Validate finds no fault: what is drawn was checked when it was laid out.
func (l layer) Validate() error { return nil }

// Render draws the layer.
func (l layer) Render(r gochart.Renderer, _ gochart.Box, _, _ gochart.Range, _ gochart.Style) {
	p := &pen{r: r, scale: l.scale}
	for _, op := range l.ops {
		op(p)
	}
}
