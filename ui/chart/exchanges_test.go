package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/chart/charttest"
	"parley/ui/format"
	"parley/ui/palette"
)

func TestExchangesOfTheTalks(t *testing.T) {
	for kind, want := range map[model.KindID][]string{
		"prisoners": {"To Russia: 85 exchanges, 390 at most", "To Ukraine: 85 exchanges, 390 at most"},
		"bodies":    {"To Russia: 32 exchanges, 160 at most", "To Ukraine: 32 exchanges, 1245 at most"},
	} {
		e := ExchangesChart(realTalks(t), Options{Kind: kind})
		var got []string
		for _, p := range e.Panels {
			largest, _ := largest(p.Steps)
			got = append(got, fmt.Sprintf("%s, %d at most", p.Title, largest.Value))
		}
		checkLines(t, got, want)
	}
	e := ExchangesChart(realTalks(t), Options{Kind: "prisoners"})
	if want := "Exchanges without a published count (hollow marks): 26 to Russia, 10 to Ukraine."; !strings.HasSuffix(e.Subtitle, want) {
		t.Errorf("the subtitle is %q, want it to end with %q", e.Subtitle, want)
	}
	if !strings.Contains(e.AltText(), "To Ukraine: 85 exchanges; the largest 390") {
		t.Errorf("the alt text is %q", e.AltText())
	}
}

// Equal numbers have equal heights in all panels, and an unknown number stands apart from zero.
func TestPanelsShareOneScale(t *testing.T) {
	for _, f := range charttest.Fixtures() {
		e := ExchangesChart(f.Dataset, Options{Kind: f.Kind, From: f.From})
		l := panelsLayout{chart: e, mode: panelModes[0], scene: &scene{colours: palette.Of(palette.Light)}, locale: format.In("en")}
		if e.Empty != "" || l.place(1150, 750) > 0 {
			continue
		}
		for _, p := range l.panels {
			perUnit := (p.axis.zeroY - p.axis.topY) / p.axis.top
			if d := perUnit/l.unit - 1; d > 1e-6 || d < -1e-6 {
				t.Errorf("%s: one person is %g high in the panel %q, %g elsewhere", f.Name, perUnit, p.panel.Title, l.unit)
			}
			if p.axis.y(p.highest) < p.axis.topY {
				t.Errorf("%s: the highest number leaves its panel", f.Name)
			}
		}
	}
}

func TestExchangesWithoutACountStandBelowTheAxis(t *testing.T) {
	e := ExchangesChart(charttest.Unknown(), Options{Kind: modeltest.Prisoners})
	l := panelsLayout{chart: e, mode: panelModes[0], scene: &scene{colours: palette.Of(palette.Light)}, locale: format.In("en")}
	if lacks := l.place(1150, 750); lacks > 0 {
		t.Fatalf("%v too low", lacks)
	}
	unknown := 0
	for _, m := range l.scene.marks {
		side := slices.IndexFunc(l.panels, func(p *panelBox) bool { return p.panel.To == m.mark.Side })
		if side < 0 {
			continue
		}
		zero, below := l.panels[side].axis.zeroY, m.mark.Value == "no count published"
		if middle := (m.area.y0 + m.area.y1) / 2; below != (middle > zero) {
			t.Errorf("%q stands at %v, the axis at %v", m.mark.Text, middle, zero)
		}
		if below {
			unknown++
		}
	}
	if unknown != 20 {
		t.Errorf("%d marks without a count, want 10 for each side", unknown)
	}
}

func TestTableOfExchangesHasNoSums(t *testing.T) {
	table := ExchangesChart(charttest.UnsureDates(), Options{Kind: modeltest.Prisoners}).Table()
	var got []string
	for _, r := range table.Rows {
		if r.Cells[1].Text != "Norland" {
			continue
		}
		got = append(got, fmt.Sprintf("%s %s %s %s-%s", r.Cells[0].Value, r.Cells[2].Value, r.Cells[3].Value,
			r.Cells[4].Value, r.Cells[5].Value))
	}
	checkLines(t, got, []string{
		"2025-02 120 known -",
		"2025-03-10~ 200 known -",
		"2025-03-15/2025-04-20 90 known 90-140",
		"2025-05  unknown -",
		"2025-06-11 250 about -",
		"2025-06-30 75 at least -",
		"2025-08-02  disputed 180-260",
		"2025-09-01 0 known -",
		"2025? 60 known -",
	})
	for _, c := range table.Columns {
		if c.ID == "sum" || c.ID == "entry" {
			t.Errorf("there is a column %q", c.ID)
		}
	}
}

// timeCharts are the charts over time of all fixtures and of the real dataset, in every language.
func timeCharts(t *testing.T, test func(*testing.T, Chart)) {
	t.Helper()
	for _, name := range []Name{TimeName, ExchangesName} {
		for _, lang := range format.Languages() {
			for _, f := range charttest.Fixtures() {
				t.Run(string(name)+"/"+f.Name+"/"+lang, func(t *testing.T) {
					test(t, New(name, f.Dataset, Options{Kind: f.Kind, From: f.From, Locale: format.In(lang)}))
				})
			}
			for _, kind := range []model.KindID{"prisoners", "bodies"} {
				for _, view := range []string{"", "2025", "2025-06-10"} {
					opts := Options{Kind: kind, Locale: format.In(lang)}
					if view != "" {
						opts.ViewFrom, opts.ViewTo = model.MustDate(view), model.MustDate(view)
					}
					t.Run(fmt.Sprintf("%s/real-%s%s/%s", name, kind, view, lang), func(t *testing.T) {
						test(t, New(name, realTalks(t), opts))
					})
				}
			}
		}
	}
}

func TestWordsOfChartsOverTimeNeitherOverlapNorLeaveThePicture(t *testing.T) {
	sizes := []Size{
		{Width: 560, Height: 420},
		{Width: 700, Height: 460},
		{Width: 1024, Height: 700},
		{Width: 1600, Height: 900},
		{Width: 3840, Height: 2160},
	}
	timeCharts(t, func(t *testing.T, c Chart) {
		for _, size := range sizes {
			s, err := c.scene(size, palette.Light)
			if err != nil {
				t.Errorf("%v", err)
				continue
			}
			page := rect{0, 0, float64(size.Width), float64(size.Height)}
			for i, a := range s.texts {
				if !a.area.inside(page) {
					t.Errorf("%dx%d: %q leaves the picture: %v", size.Width, size.Height, a.text, a.area)
				}
				for _, b := range s.texts[:i] {
					if a.area.grown(-1).overlaps(b.area.grown(-1)) {
						t.Errorf("%dx%d: %q lies over %q", size.Width, size.Height, a.text, b.text)
					}
				}
			}
		}
	})
}

func TestMarksOfChartsOverTimeSayWhatTheyAre(t *testing.T) {
	timeCharts(t, func(t *testing.T, c Chart) {
		s, err := c.scene(Size{Width: 900, Height: 600}, palette.Dark)
		if err != nil {
			t.Fatal(err)
		}
		for _, placed := range s.marks {
			m := placed.mark
			if a := placed.area; !a.inside(rect{0, 0, 900, 600}) || a.width() <= 0 || a.height() <= 0 || m.Text == "" || m.Role == "" {
				t.Errorf("mark %+v at %v", m, a)
			}
			if m.Role == CarriedRole && (m.Side == "" || m.Item.IsZero() || m.Value == "") {
				t.Errorf("the mark %+v names no side, no item or no value", m)
			}
		}
	})
}

func TestPicturesOverTimeLookAsTheyDid(t *testing.T) {
	for _, c := range []struct {
		name, fixture, lang string
		chart               Name
		size                Size
		theme               palette.Theme
	}{
		{"time-totals-en-light", "totals", "en", TimeName, Size{Width: 900, Height: 600}, palette.Light},
		{"time-unsure-dates-uk-dark", "unsure-dates", "uk", TimeName, Size{Width: 700, Height: 460}, palette.Dark},
		{"time-six-sides-en-print", "six-sides", "en", TimeName, Size{Width: 900, Height: 600}, palette.Print},
		{"exchanges-unsure-dates-en-light", "unsure-dates", "en", ExchangesName, Size{Width: 900, Height: 600}, palette.Light},
		{"exchanges-six-sides-uk-dark", "six-sides", "uk", ExchangesName, Size{Width: 560, Height: 420}, palette.Dark},
		{"exchanges-ten-thousand-en-print", "ten-thousand", "en", ExchangesName, Size{Width: 700, Height: 460}, palette.Print},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := fixture(t, c.fixture)
			p, err := New(c.chart, f.Dataset, Options{Kind: f.Kind, From: f.From, Locale: format.In(c.lang)}).Render(c.size, c.theme)
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, c.name+".png", p)
		})
	}
}
