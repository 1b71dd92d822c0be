// Gallery draws every chart in every state, and every page, in each theme and language into PNG files, to be looked at
// before a commit. It needs no display.
package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/ui/chart"
	"parley/ui/chart/charttest"
	"parley/ui/format"
	"parley/ui/palette"
)

func main() {
	log.SetFlags(0)
	out := flag.String("o", "build/gallery", "the folder to draw into; empty for the screenshots only")
	screenshots := flag.String("screenshots", "assets/screenshots", "the folder of the pictures that are kept beside the code")
	flag.Parse()
	if err := run(*out, *screenshots); err != nil {
		log.Fatal(err)
	}
}

// run draws everything into its folder.
func run(out, screenshots string) error {
	if err := os.MkdirAll(screenshots, 0o755); err != nil {
		return err
	}
	ds, problems := datafile.Read("talks.json", data.Talks)
	if err := problems.Err(); err != nil {
		return err
	}
	if out == "" {
		return drawScreenshots(ds, screenshots)
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	return errors.Join(drawFixtures(out), drawBundled(ds, out), drawPages(ds, out), drawScreenshots(ds, screenshots))
}

// drawFixtures draws the made-up datasets, at one size.
func drawFixtures(out string) error {
	size := chart.Size{Width: 900, Height: 600}
	for _, f := range charttest.Fixtures() {
		for _, lang := range format.Languages() {
			for _, kind := range []model.KindID{f.Kind, ""} { // and the charts of the whole dataset
				opts := chart.Options{Kind: kind, From: f.From, Locale: format.In(lang)}
				if err := drawCharts(f.Dataset, opts, out, f.Name+"-"+lang, size); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// drawBundled draws the dataset of the program at every size that windows and reports commonly give a chart.
func drawBundled(ds *model.Dataset, out string) error {
	sizes := []chart.Size{
		{Width: 560, Height: 420},
		{Width: 700, Height: 460},
		{Width: 900, Height: 600},
		{Width: 1024, Height: 700},
		{Width: 1280, Height: 800},
		{Width: 1920, Height: 1080},
		{Width: 900, Height: 600, Scale: 2},
	}
	for _, lang := range format.Languages() {
		if err := drawCharts(ds, chart.Options{Locale: format.In(lang)}, out, "real-"+lang, sizes...); err != nil {
			return err
		}
	}
	for _, kind := range ds.Kinds() {
		for _, lang := range format.Languages() {
			opts := chart.Options{Kind: kind.ID, Locale: format.In(lang)}
			err := drawCharts(ds, opts, out, fmt.Sprintf("real-%s-%s", kind.ID, lang), sizes...)
			if err != nil {
				return err
			}
		}
		if err := drawOneSide(ds, kind.ID, out); err != nil {
			return err
		}
	}
	return nil
}

// drawCharts draws all charts that are offered of a kind, or, with none, of the whole dataset, at every size.
func drawCharts(ds *model.Dataset, opts chart.Options, out, name string, sizes ...chart.Size) error {
	for _, n := range chart.Names() {
		if !chart.IsOffered(n, ds, opts.Kind) {
			continue
		}
		c := chart.New(n, ds, opts)
		for _, size := range sizes {
			if err := drawThemes(c, out, fmt.Sprintf("%s-%s-%s", n, name, sizeName(size)), size); err != nil {
				return err
			}
		}
	}
	return nil
}

// drawOneSide draws the charts with filters on, and with something selected and a part of the time axis drawn.
func drawOneSide(ds *model.Dataset, kind model.KindID, out string) error {
	size := chart.Size{Width: 900, Height: 600}
	filtered := chart.Options{Kind: kind, Sides: ds.SideIDs()[:1], From: model.MustDate("2025-05"), Swapped: true}
	zoomed := chart.Options{
		Kind: kind, ViewFrom: model.MustDate("2025-05"), ViewTo: model.MustDate("2025-09"), Without: []string{"totals"},
	}
	for _, e := range ds.Exchanges() {
		if e.Kind == kind && e.Date.String() >= "2025-06" {
			zoomed.Selected = model.Item{Kind: model.ExchangeItem, ID: string(e.ID)}
			break
		}
	}
	return errors.Join(
		drawCharts(ds, filtered, out, fmt.Sprintf("real-%s-filtered", kind), size),
		drawCharts(ds, zoomed, out, fmt.Sprintf("real-%s-zoomed", kind), size),
	)
}

func sizeName(s chart.Size) string {
	name := fmt.Sprintf("%dx%d", s.Width, s.Height)
	if s.Scale != 0 {
		name += fmt.Sprintf("@%g", s.Scale)
	}
	return name
}

func drawThemes(c chart.Chart, out, name string, size chart.Size) error {
	for _, theme := range []palette.Theme{palette.Light, palette.Dark, palette.Print} {
		picture, err := c.Render(size, theme)
		if err != nil {
			return fmt.Errorf("draw %s: %w", name, err)
		}
		var file bytes.Buffer
		if err := chart.WritePNG(&file, picture); err != nil {
			return fmt.Errorf("draw %s: %w", name, err)
		}
		path := filepath.Join(out, name+"-"+theme.String()+".png")
		if err := os.WriteFile(path, file.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}
