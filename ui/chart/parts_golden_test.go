package chart

import (
	"bytes"
	"math"
	"strings"
	"testing"
	"time"

	"parley/model"
	"parley/ui/chart/charttest"
	"parley/ui/format"
	"parley/ui/palette"
)

// The golden pictures are few: one per look.
func TestPicturesOfPledgesAndPartsLookAsTheyDid(t *testing.T) {
	for _, c := range []struct {
		name    string
		chart   Name
		fixture string
		lang    string
		size    Size
		theme   palette.Theme
		opts    Options
	}{
		{
			"categories-en-light", CategoriesName, "parts", "en",
			Size{Width: 1024, Height: 700},
			palette.Light,
			Options{Selected: model.Item{Kind: model.ExchangeItem, ID: "exchange-2"}},
		},
		{
			"categories-small-uk-dark", CategoriesName, "many-parts", "uk",
			Size{Width: 560, Height: 420},
			palette.Dark,
			Options{Page: 1},
		},
		{
			"fulfilment-en-light", FulfilmentName, "pledges", "en",
			Size{Width: 1280, Height: 1000},
			palette.Light,
			Options{Selected: model.Item{Kind: model.PledgeItem, ID: "pledge-3"}},
		},
		{"fulfilment-small-uk-print", FulfilmentName, "letters", "uk", Size{Width: 560, Height: 420}, palette.Print, Options{}},
		{
			"rounds-six-en-light", RoundsName, "six-receivers", "en",
			Size{Width: 1024, Height: 700},
			palette.Light,
			Options{Selected: model.Item{Kind: model.RoundItem, ID: "round-2025-01-31"}, Without: []string{"side:north"}},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := fixture(t, c.fixture)
			c.opts.Kind, c.opts.From, c.opts.Locale = f.Kind, f.From, format.In(c.lang)
			p, err := New(c.chart, f.Dataset, c.opts).Render(c.size, c.theme)
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, c.name+".png", p)
		})
	}
}

// endless draws a chart and fails when that takes long.
func endless(t *testing.T, c Chart, size Size) {
	t.Helper()
	done := make(chan error, 1)
	go func() {
		p, err := c.Render(size, palette.Light)
		if err == nil {
			err = WritePNG(&bytes.Buffer{}, p)
		}
		done <- err
	}()
	select {
	case err := <-done:
		if err != nil {
			t.Logf("no picture, but a reason: %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("still drawing after 20 seconds")
	}
}

func TestExtremePledgesAndPartsEndQuickly(t *testing.T) {
	megabyte, words := strings.Repeat("Ж", 1<<19), strings.Repeat("слово ", 1<<17)
	parts := func(text string, n int) Categories {
		s := Segment{Label: text, State: model.Known, Value: n, Number: text, Exchanges: text, Uncounted: text, Text: text}
		return Categories{Panels: []Panel{{
			Way: LabelWay, Name: text, Heading: text, Label: text, Text: text, Sum: n, Low: math.MinInt, High: n, HasRange: true,
			Segments: []Segment{s, s, s},
		}}}
	}
	pledges := func(text string, n int) Fulfilment {
		bar := Bar{State: model.Known, Value: n, Label: text, Short: text, Text: text, Low: math.MinInt, High: n, HasRange: true}
		line := PledgeLine{SideBars: SideBars{Name: text, Agreed: bar, Carried: bar}, Words: text, Brief: text, Short: text}
		return Fulfilment{Groups: []PledgeGroup{{Name: text, Pledges: []PledgeLines{{Label: text, Sides: []PledgeLine{line}}}}}}
	}
	for name, c := range map[string]Chart{
		"no parts": Categories{}, "no segment": Categories{Panels: []Panel{{}}}, "no lines": Fulfilment{},
		"no pledge": Fulfilment{Groups: []PledgeGroup{{Pledges: []PledgeLines{{}}}}},
		"huge part": parts("5", math.MaxInt), "huge pledge": pledges("5", math.MaxInt),
		"negative part": parts("5", math.MinInt), "negative pledge": pledges("5", math.MinInt),
		"long part": parts(megabyte, 5), "long pledge": pledges(megabyte, 5),
		"wordy part": parts(words, 5), "wordy pledge": pledges(words, 5),
		"many parts": CategoriesChart(charttest.ManyParts(1000), Options{Kind: "prisoners", Page: 5}),
		"pledges":    FulfilmentChart(charttest.Pledges(2000), Options{Kind: "prisoners", Page: 50}),
	} {
		t.Run(name, func(t *testing.T) {
			for _, size := range []Size{{Width: 900, Height: 600}, {Width: 560, Height: 420}, {Width: 10_000, Height: 420}} {
				endless(t, c, size)
			}
		})
	}
}
