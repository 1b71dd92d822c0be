package chart_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/ui/chart"
	"parley/ui/format"
	"parley/ui/palette"
)

func lakes(t *testing.T) *model.Dataset {
	t.Helper()
	ds, problems := datafile.Read("lakes.json", data.Lakes)
	if ds == nil {
		t.Fatal(problems.Err())
	}
	return ds
}

// TestEveryChartOfMadeUpTalksSaysSo looks at the words of the picture, the text for those who cannot see it, and the CSV.
func TestEveryChartOfMadeUpTalksSaysSo(t *testing.T) {
	ds := lakes(t)
	drawn := 0
	for lang, mark := range map[string]string{"en": "Made up: no real talks.", "uk": "Вигадано: це не справжні переговори."} {
		for _, name := range chart.Names() {
			for _, kind := range chart.KindsOf(name, ds) {
				drawn++
				c := chart.New(name, ds, chart.Options{Kind: kind, Locale: format.In(lang)})
				if got := c.Head().Coverage; !strings.HasPrefix(got, mark) {
					t.Errorf("%s of %s: the line of the coverage is %q", name, kind, got)
				}
				if !strings.Contains(c.AltText(), mark) {
					t.Errorf("%s of %s: the alternative text does not say it", name, kind)
				}
				saysInEveryRow(t, c)
			}
		}
	}
	if drawn < 4 {
		t.Errorf("only %d charts were looked at", drawn)
	}
}

func saysInEveryRow(t *testing.T, c chart.Chart) {
	t.Helper()
	var text bytes.Buffer
	if err := chart.WriteCSV(&text, c); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&text).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		want := "true"
		if i == 0 {
			want = "made_up"
		}
		if got := row[len(row)-1]; got != want {
			t.Errorf("row %d ends with %q, want %q", i, got, want)
		}
	}
}

func TestAChartOfRealTalksDoesNotSayThatTheyAreMadeUp(t *testing.T) {
	ds, problems := datafile.Read("talks.json", data.Talks)
	if ds == nil {
		t.Fatal(problems.Err())
	}
	c := chart.New(chart.RoundsName, ds, chart.Options{Kind: "prisoners", Locale: format.In("en")})
	var text bytes.Buffer
	if err := chart.WriteCSV(&text, c); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(c.Head().Coverage+c.AltText(), "Made up") || strings.Contains(text.String(), "made_up") {
		t.Error("it does")
	}
}

// TestEveryChartOfTheExampleIsDrawn draws it in each theme, at small and large sizes: three sides, kinds without categories,
// and dates that are a month, a year or a span.
func TestEveryChartOfTheExampleIsDrawn(t *testing.T) {
	ds := lakes(t)
	for _, name := range chart.Names() {
		for _, kind := range chart.KindsOf(name, ds) {
			for _, opts := range []chart.Options{
				{},
				{Sides: []model.SideID{"ilduna"}},
				{From: model.MustDate("2022"), To: model.MustDate("2022-06~")},
				{Swapped: true, From: model.MustDate("2030")},
			} {
				opts.Kind, opts.Locale = kind, format.In("uk")
				c := chart.New(name, ds, opts)
				for _, size := range []chart.Size{{Width: 640, Height: 480}, {Width: 1920, Height: 1080}} {
					for _, theme := range []palette.Theme{palette.Light, palette.Dark, palette.Print} {
						if _, err := c.Render(size, theme); err != nil {
							t.Errorf("%s of %s at %v, %v: %v", name, kind, size, theme, err)
						}
					}
				}
			}
		}
	}
}

// TestASideThatDidNotMakeAPledgeIsNotMissed looks at a pledge between two of three sides about which the two differ.
func TestASideThatDidNotMakeAPledgeIsNotMissed(t *testing.T) {
	ds := lakes(t)
	c := chart.New(chart.RoundsName, ds, chart.Options{Kind: "patients", Locale: format.In("en")})
	var text bytes.Buffer
	if err := chart.WriteCSV(&text, c); err != nil {
		t.Fatal(err)
	}
	if want := "40 (Tesmara), 55 (Ilduna)"; !strings.Contains(text.String(), want) {
		t.Errorf("the CSV does not say %q", want)
	}
	if said := text.String() + c.AltText(); strings.Contains(said, "no claim recorded (Orvane)") {
		t.Error("the third side is said to be silent")
	}
}
