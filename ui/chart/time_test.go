package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/chart/charttest"
	"parley/ui/format"
	"parley/ui/palette"
)

// ends writes where the lines end, one line each.
func ends(c Time) []string {
	var list []string
	for _, l := range c.Lines {
		line := fmt.Sprintf("%s: %d in %d, %d uncounted, %d totals", l.To, l.Sum, len(l.Steps), l.Uncounted, len(l.Totals))
		list = append(list, line)
	}
	return list
}

func TestTimeOfTheTalks(t *testing.T) {
	for _, c := range []struct {
		name string
		opts Options
		want []string
	}{
		{"prisoners", Options{Kind: "prisoners"}, []string{
			"russia: 6281 in 85, 27 uncounted, 0 totals", "ukraine: 7398 in 85, 11 uncounted, 30 totals",
		}},
		{"bodies", Options{Kind: "bodies"}, []string{
			"russia: 1033 in 32, 6 uncounted, 0 totals", "ukraine: 21550 in 32, 0 uncounted, 5 totals",
		}},
		{"bodies since 2025: other totals are of this scope", Options{Kind: "bodies", From: model.MustDate("2025-01-01")}, []string{
			"russia: 512 in 18, 0 uncounted, 2 totals", "ukraine: 18301 in 18, 0 uncounted, 2 totals",
		}},
		{"one side", Options{Kind: "prisoners", Sides: []model.SideID{"ukraine"}}, []string{
			"ukraine: 7398 in 85, 11 uncounted, 30 totals",
		}},
		{"swapped", Options{Kind: "bodies", Swapped: true}, []string{
			"ukraine: 21550 in 32, 0 uncounted, 5 totals", "russia: 1033 in 32, 6 uncounted, 0 totals",
		}},
		{"without a side and totals", Options{Kind: "bodies", Without: []string{"side:russia", "totals"}}, []string{
			"ukraine: 21550 in 32, 0 uncounted, 0 totals",
		}},
		{"zoomed: sums stay those of the whole", Options{Kind: "bodies", ViewFrom: model.MustDate("2025")}, []string{
			"russia: 1033 in 32, 6 uncounted, 0 totals", "ukraine: 21550 in 32, 0 uncounted, 5 totals",
		}},
	} {
		t.Run(c.name, func(t *testing.T) { checkLines(t, ends(TimeChart(realTalks(t), c.opts)), c.want) })
	}
}

func TestTimeSaysWhatItIs(t *testing.T) {
	c := TimeChart(realTalks(t), Options{Kind: "prisoners", Without: []string{"rounds"}, ViewFrom: model.MustDate("2025-05")})
	for what, want := range map[string]string{
		c.Title: "Prisoners exchanged, added up over time",
		c.Subtitle: "At least: sum of the published counts. Number of people, by receiving side. Russia–Ukraine talks, 2022–2026: " +
			"1 May 2025 – 13 July 2026. Exchanges without an exact count (hollow marks) add nothing: 10 to Russia, 10 to Ukraine.",
		c.Filters: "Filters: switched off: round of talks; part drawn: from May 2025, which changes no sum.",
	} {
		if what != want {
			t.Errorf("got  %q\nwant %q", what, want)
		}
	}
	for _, want := range []string{
		"Russia: at least 6,281 in 85 exchanges, 1 March 2022 – June 2026, 27 of them without an exact count.",
		"Ukraine: at least 7,398 in 85 exchanges, 1 March 2022 – June 2026, 11 of them without an exact count; last total of " +
			"the same scope published by officials: 6,422, 5 March 2026.",
	} {
		if !strings.Contains(c.AltText(), want) {
			t.Errorf("the alt text does not say %q:\n%s", want, c.AltText())
		}
	}
}

func TestTimeTableHoldsEveryNumber(t *testing.T) {
	c := TimeChart(realTalks(t), Options{Kind: "bodies"})
	table := c.Table()
	find := func(date, side string) map[string]string {
		for _, r := range table.Rows {
			cells := map[string]string{}
			for i, col := range table.Columns {
				cells[col.ID] = r.Cells[i].Value
			}
			if cells["date"] == date && cells["side"] == side {
				return cells
			}
		}
		t.Fatalf("there is no row of %s to %s", date, side)
		return nil
	}
	for _, want := range []struct{ date, side, column, value string }{
		{"2025-06-16", "Ukraine", "received", "1245"},
		{"2025-06-16", "Ukraine", "received_state", "known"},
		{"2026-02-26", "Ukraine", "sum", "21550"},
		{"2023-03-02", "Ukraine", "entry", "published total"},
		{"2023-03-02", "Ukraine", "received", "1409"},
		{"2023-03-02", "Ukraine", "sum", ""},
		{"2023-03-02", "Ukraine", "scope", "since 24 February 2022"},
		{"2025-07-23", "Ukraine", "entry", "published total of another scope"},
	} {
		if got := find(want.date, want.side)[want.column]; got != want.value {
			t.Errorf("%s, %s: %s is %q, want %q", want.date, want.side, want.column, got, want.value)
		}
	}
	for _, r := range table.Rows {
		if r.Cells[4].Value == "unknown" && (r.Cells[3].Value != "" || r.Cells[3].Number != nil) {
			t.Errorf("an unknown number is written as %q", r.Cells[3].Value)
		}
		if len(r.Cells) != len(table.Columns) {
			t.Fatalf("%d cells in %d columns", len(r.Cells), len(table.Columns))
		}
	}
}

func TestEveryNumberOfALineIsPointedAtInOrder(t *testing.T) {
	c := TimeChart(realTalks(t), Options{Kind: "prisoners"})
	p, err := c.Render(Size{Width: 1150, Height: 750}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	items, last := map[model.Item]int{}, 0
	for _, m := range p.Marks {
		if m.Role != CarriedRole {
			continue
		}
		items[m.Item]++
		if m.Rect.Min.X < last-8 {
			t.Errorf("%q stands left of the mark before it", m.Text)
		}
		last = m.Rect.Min.X
	}
	for _, e := range realTalks(t).Exchanges() {
		if e.Kind == "prisoners" && items[exchangeItem(e)] != 2 {
			t.Errorf("%s is pointed at %d times, want once for each side", e.ID, items[exchangeItem(e)])
		}
	}
	if p.Time == nil || !p.Time.Plot.In(p.Image.Rect) || !p.Time.From.Before(p.Time.To) {
		t.Errorf("the time axis is %+v", p.Time)
	}
}

func TestLinesAreDashedWhereAStepMayHaveBeenEarlier(t *testing.T) {
	c := TimeChart(charttest.UnsureDates(), Options{Kind: modeltest.Prisoners})
	l := timeLayout{chart: c, time: c.whole.axis(0, 1000)}
	p := l.stepPath(&c.Lines[0])
	solid, dashed := p.runs(func(n int) float64 { return float64(n) }, 1000)
	if len(dashed) == 0 {
		t.Fatal("no dashes")
	}
	for _, d := range dashed {
		if d[0].y != d[1].y || d[0].x >= d[1].x {
			t.Errorf("dashes from %v to %v", d[0], d[1])
		}
	}
	// The line goes on without a gap, and never down.
	at := solid[0][0]
	for i, run := range solid {
		if i > 0 && run[0].x < at.x {
			t.Errorf("a part begins at %v, before %v", run[0], at)
		}
		for _, to := range run {
			if to.y < at.y || to.x < at.x {
				t.Errorf("from %v to %v", at, to)
			}
			at = to
		}
	}
	if at.y != float64(c.Lines[0].Sum) {
		t.Errorf("the line ends at %v, want %d", at.y, c.Lines[0].Sum)
	}
}

func TestManyStepsAreThinnedToColumns(t *testing.T) {
	c := TimeChart(charttest.ManyExchanges(10_000), Options{Kind: modeltest.Prisoners})
	l := timeLayout{chart: c, time: c.whole.axis(0, 800)}
	p := l.stepPath(&c.Lines[0])
	if n := len(p.columns); n > 801 || n < 600 {
		t.Errorf("%d columns in 800 pixels", n)
	}
	if got := lastOf(p.columns).level; got != c.Lines[0].Sum {
		t.Errorf("the line ends at %d, want %d", got, c.Lines[0].Sum)
	}
	pic, err := c.Render(Size{Width: 900, Height: 600}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(pic.Marks); n > 3000 {
		t.Errorf("%d marks in a picture of 900 pixels", n)
	}
}

func TestASideSwitchedOffCanBeSwitchedOnAgain(t *testing.T) {
	for _, name := range []Name{TimeName, ExchangesName} {
		c := New(name, modeltest.Talks(), Options{Kind: modeltest.Prisoners, Without: []string{"side:north", "side:south"}})
		head := c.Head()
		if !strings.Contains(head.Empty, "legend") {
			t.Errorf("%s: with all sides off it says %q", name, head.Empty)
		}
		for _, key := range []string{"side:north", "side:south"} {
			if !slices.ContainsFunc(head.Legend, func(e LegendEntry) bool { return e.Key == key && e.Off }) {
				t.Errorf("%s: no entry of the legend switches %s on", name, key)
			}
		}
	}
}

func TestWhatIsSelectedIsSeenAndNotByColourAlone(t *testing.T) {
	for _, name := range []Name{TimeName, ExchangesName} {
		for _, selected := range []model.Item{
			{Kind: model.ExchangeItem, ID: "pow-2024-01-03"}, {Kind: model.ExchangeItem, ID: "pow-2025-06-09"},
		} {
			draw := func(item model.Item) *scene {
				s, err := New(name, realTalks(t), Options{Kind: "prisoners", Selected: item}).
					scene(Size{Width: 900, Height: 600}, palette.Light)
				if err != nil {
					t.Fatal(err)
				}
				return s
			}
			if with, without := draw(selected), draw(model.Item{}); len(with.ops) <= len(without.ops) {
				t.Errorf("%s: nothing is added for %v", name, selected)
			}
		}
	}
}

func TestTicksOfATimeAxis(t *testing.T) {
	for _, c := range []struct {
		first, last string
		width       float64
		want        string
	}{
		{"2022-02-20", "2026-06-30", 400, "Jul/2022 Jan/2023 Jul Jan/2024 Jul Jan/2025 Jul Jan/2026"},
		{"2022-02-20", "2026-06-30", 200, "2023 2024 2025"},
		{"2022-02-20", "2026-06-30", 220, "2022 2023 2024 2025"},
		{"1900-01-01", "2026-06-30", 300, "1900 1925 1950 1975 2000"},
		{"2025-01-01", "2025-06-30", 400, "Jan/2025 Feb Mar Apr May Jun"},
		{"2025-05-28", "2025-06-08", 500, "28/May 2025 29 30 31 1/Jun 2025 2 3 4 5 6 7 8"},
		{"2025-05-20", "2025-06-20", 400, "21/May 2025 26 1/Jun 2025 6 11 16"},
	} {
		axis := timeRange{model.MustDate(c.first).First(), model.MustDate(c.last).Last()}.axis(0, c.width)
		var got []string
		for _, tick := range axis.ticks(format.In("en")) {
			text := tick.label
			if text == "" {
				continue // it would leave the axis
			}
			if tick.below != "" {
				text += "/" + tick.below
			}
			got = append(got, text)
		}
		if joined := strings.Join(got, " "); joined != c.want {
			t.Errorf("%s to %s in %v pixels: %s, want %s", c.first, c.last, c.width, joined, c.want)
		}
	}
}

func TestLabelsOfATimeAxisNeverTouch(t *testing.T) {
	first := time.Date(2022, 2, 20, 0, 0, 0, 0, time.UTC)
	for _, lang := range format.Languages() {
		for days := 1; days < 40_000; days += 1 + days/7 {
			for _, width := range []float64{120, 400, 1111, 3600} {
				a := timeRange{first, first.AddDate(0, 0, days)}.axis(0, width)
				right, below := -1.0, -1.0
				for _, tick := range a.ticks(format.In(lang)) {
					if tick.label != "" {
						if tick.x < right {
							t.Errorf("%s, %d days in %v: %q touches the label before it", lang, days, width, tick.label)
						}
						right = tick.x + labelType.width(tick.label)
					}
					if tick.below != "" {
						if tick.x < below {
							t.Errorf("%s, %d days in %v: %q touches the name before it", lang, days, width, tick.below)
						}
						below = tick.x + labelType.width(tick.below)
					}
					if max(right, below) > width {
						t.Errorf("%s, %d days in %v: %q leaves the axis", lang, days, width, tick.label)
					}
				}
			}
		}
	}
}

func BenchmarkChartsOverTimeOf100000Exchanges(b *testing.B) {
	ds := charttest.ManyExchanges(100_000)
	for _, name := range []Name{TimeName, ExchangesName} {
		c := New(name, ds, Options{Kind: modeltest.Prisoners})
		b.Run(string(name)+"/ask", func(b *testing.B) {
			for b.Loop() {
				New(name, ds, Options{Kind: modeltest.Prisoners, From: model.MustDate("2026")})
			}
		})
		b.Run(string(name)+"/draw", func(b *testing.B) {
			for b.Loop() {
				if _, err := c.Render(benchSize, palette.Light); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
