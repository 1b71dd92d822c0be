package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/chart/charttest"
	"parley/ui/palette"
)

// pledgeLines writes the lines of a chart.
func pledgeLines(f Fulfilment) []string {
	var lines []string
	for _, g := range f.Groups {
		for _, p := range g.Pledges {
			for _, s := range p.Sides {
				line := fmt.Sprintf("%s | %s | %s: %s", g.Name, p.Label, s.Side, s.Words)
				if s.IsComparable {
					line += ", comparable"
				}
				lines = append(lines, line)
			}
		}
	}
	return lines
}

func TestFulfilmentOfPrisoners(t *testing.T) {
	f := FulfilmentChart(realTalks(t), Options{Kind: "prisoners"})
	call := "Telephone call Trump – Putin, 18 March 2025 | "
	both := "agreed number disputed: 175 (Ukraine and a third party), no claim recorded (Russia), carried out 175"
	truce := "Truce of 9-11 May announced by the US president, 8 May 2026 | "
	offer := "agreed number disputed: 1,000 (Russia and a third party), no claim recorded (Ukraine), " +
		"1 exchange tied by inference only"
	second := "Istanbul II, 2 June 2025 | Severely wounded and severely ill"
	checkLines(t, pledgeLines(f), []string{
		"Istanbul I, 16 May 2025 |  | russia: agreed 1,000, carried out 1,000, comparable",
		"Istanbul I, 16 May 2025 |  | ukraine: agreed 1,000, carried out 1,000, comparable",
		second + " and Under 25 | russia: agreed at least 1,000, 9 stages listed, no counts published",
		second + " and Under 25 | ukraine: agreed at least 1,000, 9 stages listed, no counts published",
		second + " | russia: agreed: no number stated, no exchange tied to it",
		second + " | ukraine: agreed: no number stated, no exchange tied to it",
		"Istanbul III, 23 July 2025 |  | russia: agreed at least 1,200, carried out 185",
		"Istanbul III, 23 July 2025 |  | ukraine: agreed at least 1,200, carried out 205",
		"Abu Dhabi II, 4-5 February 2026 |  | russia: agreed 157, carried out 157, comparable",
		"Abu Dhabi II, 4-5 February 2026 |  | ukraine: agreed 157, carried out 157, comparable",
		"Geneva, 17-18 February 2026 |  | russia: agreed 500, carried out 500, comparable",
		"Geneva, 17-18 February 2026 |  | ukraine: agreed 500, carried out 502, comparable",
		call + "All categories | russia: " + both,
		call + "All categories | ukraine: " + both,
		call + "Severely wounded and severely ill | ukraine: agreed number disputed: 23 (Russia), " +
			"no claim recorded (Ukraine), carried out 22",
		truce + " | russia: " + offer,
		truce + " | ukraine: " + offer,
	})
	want := "In no line: 1 exchange under “Istanbul agreements, round not stated”, 66 exchanges tied to no round."
	if !slices.Equal(f.Must, []string{want}) {
		t.Errorf("beside the lines: %q, want %q", f.Must, want)
	}
}

func TestFulfilmentOfBodies(t *testing.T) {
	checkLines(t, pledgeLines(FulfilmentChart(realTalks(t), Options{Kind: "bodies"})), []string{
		"Istanbul II, 2 June 2025 |  | russia: agreed number disputed: 6,000 (Ukraine and a third party), " +
			"up to 6,000 (a third party), no number (Russia), carried out 78",
		"Istanbul II, 2 June 2025 |  | ukraine: agreed about 6,000, carried out 6,057",
	})
}

// What is unknown is not taken for nothing, and no shortfall is told of what is no exact number.
func TestEveryStateOfAPledgeIsSaidInItsOwnWords(t *testing.T) {
	var got []string
	for _, line := range pledgeLines(FulfilmentChart(charttest.Pledges(14), Options{Kind: modeltest.Prisoners})) {
		if _, said, ok := strings.Cut(line, " | north: "); ok {
			got = append(got, said)
		}
	}
	stages := "3 stages listed, 9 and 10 by other counts, no counts published"
	partly := "carried out at least 60, 1 more exchange without an exact count"
	inferred := "1 exchange tied by inference only"
	disputed := "agreed number disputed: 500 (Norland), 700 (Sudland), "
	checkLines(t, got, []string{
		"agreed 100, carried out 90, comparable", "agreed at least 153, " + partly, "agreed up to 206, " + stages,
		"agreed about 259, " + inferred, "agreed 312, no exchange tied to it", disputed + "carried out 235",
		"agreed: no number stated, " + partly, "agreed about 471, " + stages, "agreed 524, " + inferred,
		"agreed at least 577, no exchange tied to it", "agreed up to 630, carried out 380", "agreed about 683, " + partly,
		disputed + stages, "agreed: no number stated, " + inferred,
	})
}

// A pledge of which all stages have a count, as many as were said to be, needs no word of stages.
func TestStagesAreToldWhereTheySayMoreThanTheCount(t *testing.T) {
	b := &fulfilmentBuilder{deeds: deeds{question: newQuestion(modeltest.Talks(), Options{Kind: modeltest.Prisoners})}}
	e := []*model.Exchange{{}}
	counted, uncounted := model.Carried{Counted: e, Sum: 5}, model.Carried{Uncounted: e}
	for _, c := range []struct {
		carried model.Carried
		stages  model.Stages
		want    string
	}{
		{counted, model.Stages{}, "carried out 5"},
		{counted, model.Stages{Listed: 2, Of: []int{2}}, "carried out 5"},
		{counted, model.Stages{Listed: 2, Of: []int{3}}, "carried out 5, 2 stages listed, 3 by one count"},
		{uncounted, model.Stages{Listed: 9, Of: []int{10}}, "9 stages listed, 10 by one count, no counts published"},
		{uncounted, model.Stages{Listed: 1}, "1 stage listed, no counts published"},
		{uncounted, model.Stages{}, "1\u00a0exchange, no count published"},
	} {
		if got := b.carriedOut(c.carried, c.stages); got != c.want {
			t.Errorf("%v: %q, want %q", c.stages, got, c.want)
		}
	}
}

func TestDotsStandAtTheirNumbers(t *testing.T) {
	p, err := FulfilmentChart(charttest.Pledges(5), Options{Kind: modeltest.Prisoners}).Render(Size{Width: 1150, Height: 750}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for _, m := range p.Marks {
		if m.Side == modeltest.North && m.Value != "" {
			at[m.Value] = m.Rect.Min.X + m.Rect.Dx()/2
		}
	}
	// 100, 206 and 312 are as far from each other.
	if d := (at["312"] - at["up to 206"]) - (at["up to 206"] - at["100"]); d < -3 || d > 3 {
		t.Errorf("100, 206 and 312 stand at %d, %d and %d", at["100"], at["up to 206"], at["312"])
	}
}

func TestTheTableOfFulfilmentIsThatOfRounds(t *testing.T) {
	var got []string
	for _, r := range records(t, FulfilmentChart(realTalks(t), Options{Kind: "prisoners"}).Table()) {
		got = append(got, pick(r, "occasion", "side", "agreed", "agreed_state", "carried_out", "carried_out_state"))
	}
	for _, want := range []string{
		"Istanbul II, 2 June 2025|Ukraine|1000|at least||unknown",
		"Istanbul II, 2 June 2025|Ukraine||unknown||nothing tied",
		"Istanbul III, 23 July 2025|Ukraine|1200|at least|205|known",
		"Telephone call Trump – Putin, 18 March 2025|Ukraine||disputed|175|known",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("no row %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
	if len(got) != 17 {
		t.Errorf("%d rows, want one for each of 17 lines", len(got))
	}
}

func TestAltTextOfFulfilmentTellsBothNumbers(t *testing.T) {
	alt := FulfilmentChart(realTalks(t), Options{Kind: "prisoners"}).AltText()
	for _, want := range []string{
		"a line for each pledge and receiving side. Prisoners agreed and exchanged, by pledge.",
		"Istanbul III, 23 July 2025: Russia agreed at least 1,200, carried out 185; Ukraine agreed at least 1,200, carried out 205.",
	} {
		if !strings.Contains(alt, want) {
			t.Errorf("the alt text lacks %q:\n%s", want, alt)
		}
	}
}
