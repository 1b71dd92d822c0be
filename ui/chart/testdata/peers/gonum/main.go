// Gonum draws the picture of performance.md with gonum/plot: 48 grouped bars with labels, and four step lines.
//
//	gonum FILE.png
package main

import (
	"fmt"
	"image/color"
	"log"
	"os"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
)

var colours = []color.NRGBA{{0x0b, 0x6e, 0x75, 0xff}, {0xc8, 0x5a, 0x19, 0xff}, {0x6b, 0x4f, 0xa0, 0xff}, {0x50, 0x74, 0x2b, 0xff}}

func value(i int) float64 { return 60 + float64((i*7919+104729)%600) }

func main() {
	p := plot.New()
	p.Title.Text = "Prisoners and bodies, by round"
	p.Add(plotter.NewGrid())
	var ticks []plot.Tick
	for group := range 12 {
		ticks = append(ticks, plot.Tick{Value: float64(group), Label: fmt.Sprintf("Round %d", group+1)})
	}
	p.X.Tick.Marker = plot.ConstantTicks(ticks)
	for place, colour := range colours {
		add(p, place, colour)
	}
	canvas := vgimg.NewWith(vgimg.UseWH(16*vg.Inch, 9*vg.Inch), vgimg.UseDPI(100))
	p.Draw(draw.New(canvas))
	file, err := os.Create(os.Args[1])
	if err == nil {
		_, err = vgimg.PngCanvas{Canvas: canvas}.WriteTo(file)
	}
	if err == nil {
		err = file.Close()
	}
	if err != nil {
		log.Fatal(err)
	}
}

func add(p *plot.Plot, place int, colour color.Color) {
	var values plotter.Values
	var labels plotter.XYLabels
	for group := range 12 {
		v := value(group*4 + place)
		values = append(values, v)
		labels.XYs = append(labels.XYs, plotter.XY{X: float64(group) + (float64(place)-1.5)*0.21 - 0.1, Y: v})
		labels.Labels = append(labels.Labels, fmt.Sprint(int(v)))
	}
	bars, err := plotter.NewBarChart(values, vg.Points(17))
	check(err)
	bars.Color, bars.LineStyle.Width = colour, 0
	bars.Offset = vg.Points((float64(place) - 1.5) * 19)
	texts, err := plotter.NewLabels(labels)
	check(err)
	var steps plotter.XYs
	for i := range 25 {
		steps = append(steps, plotter.XY{X: float64(i) / 2, Y: value(i + place*31)})
	}
	line, err := plotter.NewLine(steps)
	check(err)
	line.StepStyle, line.Color, line.Width = plotter.PostStep, colour, vg.Points(1.5)
	p.Add(bars, texts, line)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
