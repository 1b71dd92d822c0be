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
	out := flag.String("o", "build/gallery", "the folder to draw into")
	screenshots := flag.String("screenshots", "assets/screenshots", "the folder of the pictures that are kept beside the code")
	flag.Parse()
	if err := run(*out, *screenshots); err != nil {
		log.Fatal(err)
	}
}

// run draws everything into its folder.
func run(out, screenshots string) error {
	for _, folder := range []string{out, screenshots} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			return err
		}
	}
	ds, problems := datafile.Read("talks.json", data.Talks)
	if err := problems.Err(); err != nil {
		return err
	}
	return errors.Join(drawFixtures(out), drawBundled(ds, out), drawPages(ds, out), drawScreenshots(ds, screenshots))
}

// drawFixtures draws the made-up datasets, at one size.
func drawFixtures(out string) error {
	size := chart.Size{Width: 900, Height: 600}
	for _, f := range charttest.Fixtures() {
		for _, lang := range format.Languages() {
			c := chart.RoundsChart(f.Dataset, chart.Options{Kind: f.Kind, From: f.From, Locale: format.In(lang)})
			if err := drawThemes(c, out, "rounds-"+f.Name+"-"+lang, size); err != nil {
				return err
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
		{Width: 1150, Height: 750},
		{Width: 1600, Height: 900},
		{Width: 900, Height: 600, Scale: 2},
	}
	for _, kind := range ds.Kinds() {
		for _, lang := range format.Languages() {
			c := chart.RoundsChart(ds, chart.Options{Kind: kind.ID, Locale: format.In(lang)})
			for _, size := range sizes {
				name := fmt.Sprintf("rounds-real-%s-%s-%s", kind.ID, lang, sizeName(size))
				if err := drawThemes(c, out, name, size); err != nil {
					return err
				}
			}
		}
		if err := drawOneSide(ds, kind.ID, out); err != nil {
			return err
		}
	}
	return nil
}

// drawOneSide draws the chart with filters on.
func drawOneSide(ds *model.Dataset, kind model.KindID, out string) error {
	c := chart.RoundsChart(ds, chart.Options{
		Kind: kind, Sides: ds.SideIDs()[:1], From: model.MustDate("2025-05"), Swapped: true,
	})
	return drawThemes(c, out, fmt.Sprintf("rounds-real-%s-filtered", kind), chart.Size{Width: 900, Height: 600})
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
