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

// panelLines writes the panels of a chart, a line for each and one for each part.
func panelLines(c Categories) []string {
	var lines []string
	for _, p := range c.Panels {
		line := fmt.Sprintf("%s by %s: %s, %s", p.Side, p.Way, p.Label, p.Text)
		if p.HasRange {
			line += fmt.Sprintf(" [%d-%d]", p.Low, p.High)
		}
		lines = append(lines, line)
		for _, s := range p.Segments {
			line := fmt.Sprintf("- %s: %s, %s", s.Label, s.Number, s.Exchanges)
			if s.Off {
				line += ", off"
			}
			lines = append(lines, line)
		}
	}
	return lines
}

func TestPrisonersByCategory(t *testing.T) {
	c := CategoriesChart(realTalks(t), Options{Kind: "prisoners"})
	checkLines(t, panelLines(c), []string{
		"russia by labels: at least 6,281, in 58 exchanges, 27 more without an exact count [6280-6283]",
		"- Not split into categories: 5,731, in 53 exchanges, 17 more without an exact count",
		"- All categories + Civilians: 415, in 3 exchanges",
		"- Severely wounded and severely ill: 25, in 1 exchange, 5 more without an exact count",
		"- Severely wounded and severely ill + Under 25: , 4 exchanges, no exact count",
		"- Women: 110, in 1 exchange",
		"- Civilians: , 1 exchange, no exact count",
		"ukraine by labels: at least 7,398, in 74 exchanges, 11 more without an exact count [7322-7398]",
		"- Not split into categories: 6,820, in 68 exchanges, 2 more without an exact count",
		"- All categories + Civilians: 435, in 3 exchanges",
		"- Severely wounded and severely ill: 25, in 1 exchange, 5 more without an exact count",
		"- Severely wounded and severely ill + Under 25: , 4 exchanges, no exact count",
		"- Women: 108, in 1 exchange",
		"- Civilians: 10, in 1 exchange",
		"russia by service: at least 6,281, in 58 exchanges",
		"- Military: 3,281, in 30 exchanges",
		"- Civilians: 145, in 30 exchanges",
		"- Not split: 2,855, in 28 exchanges",
		"ukraine by service: at least 7,398, in 74 exchanges",
		"- Military: 4,610, in 56 exchanges",
		"- Civilians: 360, in 56 exchanges",
		"- Not split: 2,428, in 18 exchanges",
	})
	for _, want := range []string{
		"not how many of each",
		"names both",
		"17 October 2022, Russia; 15 January 2025, Ukraine; 14 August 2025, Ukraine.",
		"Without an exact count, so in no sum: 23 July 2025: Russia about 250, Ukraine about 250 (Russia).",
	} {
		if !slices.ContainsFunc(c.Notes, func(n Note) bool { return strings.Contains(n.Text, want) }) {
			t.Errorf("no note says %q; they say %q", want, c.Notes)
		}
	}
}

func TestPartsAreSummedWithoutTheUnknown(t *testing.T) {
	checkLines(t, panelLines(CategoriesChart(charttest.Parts(), Options{Kind: modeltest.Prisoners})), []string{
		"north by labels: at least 1,517, in 6 exchanges, 2 more without an exact count",
		"- Not split into categories: 1,350, in 3 exchanges",
		"- Severely wounded and severely ill: , 2 exchanges, no exact count",
		"- Severely wounded and severely ill + Under 25: 120, in 1 exchange",
		"- Women: 2, in 1 exchange",
		"- Not split: no category stated: 45, in 1 exchange",
		"south by labels: at least 1,515, in 6 exchanges, 2 more without an exact count",
		"- Not split into categories: 1,350, in 3 exchanges",
		"- Severely wounded and severely ill: , 2 exchanges, no exact count",
		"- Severely wounded and severely ill + Under 25: 120, in 1 exchange",
		"- Women: 0, in 1 exchange",
		"- Not split: no category stated: 45, in 1 exchange",
		"north by service: at least 1,517, in 6 exchanges",
		"- Military: 970, in 2 exchanges",
		"- Civilians: 80, in 2 exchanges",
		"- Not split: 467, in 4 exchanges",
		"south by service: at least 1,515, in 6 exchanges",
		"- Military: 965, in 2 exchanges",
		"- Civilians: 85, in 2 exchanges",
		"- Not split: 465, in 4 exchanges",
	})
}

func TestAPartThatIsSwitchedOffIsOutOfTheSumAndNamed(t *testing.T) {
	c := CategoriesChart(charttest.Parts(), Options{
		Kind: modeltest.Prisoners, Sides: []model.SideID{modeltest.North}, Without: []string{"labels:all", "service:civilians"},
	})
	checkLines(t, panelLines(c), []string{
		"north by labels: at least 167, in 3 exchanges, 2 more without an exact count",
		"- Not split into categories: 1,350, in 3 exchanges, off",
		"- Severely wounded and severely ill: , 2 exchanges, no exact count",
		"- Severely wounded and severely ill + Under 25: 120, in 1 exchange",
		"- Women: 2, in 1 exchange",
		"- Not split: no category stated: 45, in 1 exchange",
		"north by service: at least 1,437, in 6 exchanges",
		"- Military: 970, in 2 exchanges",
		"- Civilians: 80, in 2 exchanges, off",
		"- Not split: 467, in 4 exchanges",
	})
	if want := "Filters: received by Norland; switched off: Not split into categories and Civilians."; c.Filters != want {
		t.Errorf("filters: %q, want %q", c.Filters, want)
	}
}

func TestPartsOfAPeriod(t *testing.T) {
	c := CategoriesChart(charttest.Parts(), Options{Kind: modeltest.Prisoners, From: model.MustDate("2025-04"), To: model.MustDate("2025-05")})
	checkLines(t, panelLines(c), []string{
		"north by labels: at least 47, in 2 exchanges",
		"- Women: 2, in 1 exchange",
		"- Not split: no category stated: 45, in 1 exchange",
		"south by labels: at least 45, in 2 exchanges",
		"- Women: 0, in 1 exchange",
		"- Not split: no category stated: 45, in 1 exchange",
	})
}

// A part keeps its form when others are filtered out.
func TestAPartKeepsItsPattern(t *testing.T) {
	patternOfWomen := func(o Options) int {
		o.Kind = modeltest.Prisoners
		for _, s := range CategoriesChart(charttest.Parts(), o).Panels[0].Segments {
			if s.Label == "Women" {
				return s.Pattern
			}
		}
		return -2
	}
	if a, b := patternOfWomen(Options{}), patternOfWomen(Options{From: model.MustDate("2025-04")}); a != b || a < 0 {
		t.Errorf("the pattern is %d, with a filter %d", a, b)
	}
}

func TestSegmentsFillTheBarInProportion(t *testing.T) {
	p, err := CategoriesChart(charttest.Parts(), Options{Kind: modeltest.Prisoners}).Render(Size{Width: 1150, Height: 750}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	widths := map[string]int{}
	for _, m := range p.Marks {
		if m.Role == CarriedRole && m.Side == modeltest.North && widths[m.Value] == 0 {
			widths[m.Value] = m.Rect.Dx() - 2
		}
	}
	if d := widths["1,350"]*120 - widths["120"]*1350; d < -2*1350 || d > 2*1350 {
		t.Errorf("1,350 is %d wide and 120 is %d: not in proportion", widths["1,350"], widths["120"])
	}
}

func TestCategoriesAreOfferedWhereThereAreSome(t *testing.T) {
	for kind, want := range map[model.KindID]bool{"prisoners": true, "bodies": false} {
		if got := IsOffered(CategoriesName, realTalks(t), kind); got != want {
			t.Errorf("%s: %v, want %v", kind, got, want)
		}
	}
}

func TestTheTableOfCategoriesHoldsTheSameNumbers(t *testing.T) {
	c := CategoriesChart(charttest.Parts(), Options{Kind: modeltest.Prisoners, Sides: []model.SideID{modeltest.North}})
	var got []string
	for _, r := range records(t, c.Table()) {
		got = append(got, pick(r, "parted_by", "category", "side", "count", "count_state", "exchanges_counted",
			"exchanges_without_count", "publications"))
	}
	checkLines(t, got, []string{
		"By category|Not split into categories|Norland|1350|known|3|0|1",
		"By category|Severely wounded and severely ill|Norland||unknown|0|2|1",
		"By category|Severely wounded and severely ill + Under 25|Norland|120|known|1|0|1",
		"By category|Women|Norland|2|known|1|0|1",
		"By category|Not split: no category stated|Norland|45|known|1|0|1",
		"Military and civilians|Military|Norland|970|known|2|0|1",
		"Military and civilians|Civilians|Norland|80|known|2|0|1",
		"Military and civilians|Not split|Norland|467|known|4|0|1",
	})
}

func TestAltTextOfCategoriesTellsTheParts(t *testing.T) {
	alt := CategoriesChart(charttest.Parts(), Options{Kind: modeltest.Prisoners}).AltText()
	for _, want := range []string{
		"Stacked bars. Prisoners exchanged, by category. Number of people",
		"Norland, By category, at least 1,517: Not split into categories 1,350; Severely wounded and severely ill no count published;",
		"Sudland, Military and civilians, at least 1,515: Military 965; Civilians 85; Not split 465.",
	} {
		if !strings.Contains(alt, want) {
			t.Errorf("the alt text lacks %q:\n%s", want, alt)
		}
	}
	uk := CategoriesChart(charttest.Parts(), Options{Kind: modeltest.Prisoners, Locale: format.In("uk")}).AltText()
	if !strings.Contains(uk, "щонайменше 1517") {
		t.Errorf("the Ukrainian alt text: %s", uk)
	}
}
