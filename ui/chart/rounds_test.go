package chart

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/model/modeltest"
	"parley/ui/chart/charttest"
	"parley/ui/format"
)

// realTalks is the dataset of the program, read once: it never changes.
func realTalks(t testing.TB) *model.Dataset {
	t.Helper()
	ds, err := readTalks()
	if err != nil {
		t.Fatal(err)
	}
	return ds
}

var readTalks = sync.OnceValues(func() (*model.Dataset, error) {
	ds, problems := datafile.Read("talks.json", data.Talks)
	return ds, problems.Err()
})

// said writes a group's numbers as one line per slot and side, for comparison.
func said(g Group) []string {
	var lines []string
	for _, s := range g.Slots {
		for _, b := range s.Sides {
			line := fmt.Sprintf("%s | %s: agreed %s, carried out %s", g.Name, b.Side, state(b.Agreed), state(b.Carried))
			for _, d := range b.Inferred {
				line += ", inferred " + d.Label
			}
			lines = append(lines, line)
		}
	}
	return lines
}

func state(b Bar) string {
	text := stateWord(b.State, b.Qualifier)
	if b.HasValue() {
		text = b.Label
	}
	for _, c := range b.Claims {
		text += " " + c.Label
	}
	if b.HasRange {
		text += fmt.Sprintf(" [%d-%d]", b.Low, b.High)
	}
	return text
}

func saidBy(r Rounds) []string {
	var lines []string
	for _, g := range r.Groups {
		lines = append(lines, said(g)...)
	}
	return lines
}

func checkLines(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

func TestPrisonersOfTheTalks(t *testing.T) {
	r := RoundsChart(realTalks(t), Options{Kind: "prisoners"})
	checkLines(t, saidBy(r), []string{
		"Istanbul I, 16 May 2025 | russia: agreed 1,000, carried out 1,000",
		"Istanbul I, 16 May 2025 | ukraine: agreed 1,000, carried out 1,000",
		"Istanbul II, 2 June 2025 | russia: agreed at least 1,000 [1000-1200], carried out unknown",
		"Istanbul II, 2 June 2025 | ukraine: agreed at least 1,000 [1000-1200], carried out unknown",
		"Istanbul III, 23 July 2025 | russia: agreed at least 1,200, carried out 185",
		"Istanbul III, 23 July 2025 | ukraine: agreed at least 1,200, carried out 205 [185-205]",
		"Abu Dhabi II, 4-5 February 2026 | russia: agreed 157, carried out 157",
		"Abu Dhabi II, 4-5 February 2026 | ukraine: agreed 157, carried out 157",
		"Geneva, 17-18 February 2026 | russia: agreed 500, carried out 500",
		"Geneva, 17-18 February 2026 | ukraine: agreed 500, carried out 502 [500-502]",
		"Telephone call Trump – Putin, 18 March 2025 | russia: agreed disputed 175, carried out 175",
		"Telephone call Trump – Putin, 18 March 2025 | ukraine: agreed disputed 175, carried out 175",
		"Telephone call Trump – Putin, 18 March 2025 | ukraine: agreed disputed 23, carried out 22",
		"Truce of 9-11 May announced by the US president, 8 May 2026 | russia: agreed disputed 1,000, " +
			"carried out not applicable, inferred 205",
		"Truce of 9-11 May announced by the US president, 8 May 2026 | ukraine: agreed disputed 1,000, " +
			"carried out not applicable, inferred 205",
		"Istanbul agreements, round not stated | russia: agreed not applicable, carried out 146",
		"Istanbul agreements, round not stated | ukraine: agreed not applicable, carried out 146",
	})
	for _, want := range []string{
		"Exchanges tied to no round brought at least (sum of the published counts): Russia 3,913, Ukraine 5,008.",
		"23 July 2025: Russia about 250, Ukraine about 250 (Russia)",
		"Istanbul III, 23 July 2025 (Russia); Abu Dhabi II, 4-5 February 2026 (a third party); ",
		"Telephone call Trump – Putin, 18 March 2025: All categories (a third party), Severely wounded and severely " +
			"ill (Ukraine).",
		"Agreed without a number: Regular exchange of severely wounded through medical commissions.",
		"9 other rounds: nothing of this kind recorded.",
	} {
		if !slices.ContainsFunc(r.Notes, func(n Note) bool { return strings.Contains(n.Text, want) }) {
			t.Errorf("no note says %q; they say %q", want, r.Notes)
		}
	}
	if want := []string{"Not drawn: 66 exchanges tied to no round."}; !slices.Equal(r.Must, want) {
		t.Errorf("never left out is %q, want %q", r.Must, want)
	}
	checkRemarks(t, r, []string{
		"9\u00a0exchanges, no count published",
		"175 (Ukraine and a third party), no claim recorded (Russia)",
		"23 (Russia), no claim recorded (Ukraine)",
		"1,000 (Russia and a third party), no claim recorded (Ukraine)",
		"205, tied by inference",
	})
}

func TestBodiesOfTheTalks(t *testing.T) {
	r := RoundsChart(realTalks(t), Options{Kind: "bodies"})
	checkLines(t, saidBy(r), []string{
		"Istanbul II, 2 June 2025 | russia: agreed disputed 6,000 up to 6,000, carried out 78",
		"Istanbul II, 2 June 2025 | ukraine: agreed about 6,000, carried out 6,057 [6057-6060]",
		"Istanbul agreements, round not stated | russia: agreed not applicable, carried out 19, " +
			"inferred 19, inferred 24, inferred 31, inferred 30, inferred 26",
		"Istanbul agreements, round not stated | ukraine: agreed not applicable, carried out 1,000, " +
			"inferred 1,000, inferred 1,000, inferred 1,000, inferred 1,000, inferred 1,003",
		"Abu Dhabi, 2026, round not stated | russia: agreed not applicable, carried out 35",
		"Abu Dhabi, 2026, round not stated | ukraine: agreed not applicable, carried out 1,000",
	})
	checkRemarks(t, r, []string{
		"To Russia: 6,000 (Ukraine and a third party), up to 6,000 (a third party), no number (Russia)",
		"To Russia: 5\u00a0exchanges of 19 to 31, tied by inference",
		"To Ukraine: 5\u00a0exchanges of 1,000 to 1,003, tied by inference",
	})
}

func checkRemarks(t *testing.T, r Rounds, want []string) {
	t.Helper()
	var got []string
	for _, g := range r.Groups {
		for _, s := range g.Slots {
			for _, remark := range s.Remarks {
				got = append(got, remark.Text)
			}
		}
	}
	checkLines(t, got, want)
}

func TestTheFrameSaysWhatAChartNeedsToBeChecked(t *testing.T) {
	r := RoundsChart(realTalks(t), Options{Kind: "prisoners"})
	for what, pair := range map[string][2]string{
		"title": {r.Title, "Prisoners agreed and exchanged, by round"},
		"subtitle": {r.Subtitle, "Number of people, by receiving side. Russia–Ukraine talks, 2022–2026: " +
			"18 March 2025 – 15 May 2026"},
		"filters":  {r.Filters, "Filters: none."},
		"coverage": {r.Coverage, "Data: version 1.0.0; sources found up to 7 June 2026; compiled 22 November 2026."},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %q, want %q", what, pair[0], pair[1])
		}
	}
	if !strings.HasSuffix(r.Sources, "publications (full list in the CSV and ZIP).") || strings.Count(r.Sources, ",") != 5 {
		t.Errorf("the sources are told as %q, want five publishers and the number of publications", r.Sources)
	}
}

func TestUnknownZeroDisputedAndNotApplicableAreFourThings(t *testing.T) {
	bar := func(ds *model.Dataset, group, side int) SideBars {
		return RoundsChart(ds, Options{Kind: modeltest.Prisoners}).Groups[group].Slots[0].Sides[side]
	}
	for name, c := range map[string]struct {
		got  Bar
		want model.State
	}{
		"no count published":            {bar(charttest.Unknown(), 0, 0).Carried, model.Unknown},
		"a count of some exchanges":     {bar(charttest.Unknown(), 1, 0).Carried, model.Bounded},
		"no exchange at all":            {bar(charttest.Unknown(), 2, 0).Carried, model.NotApplicable},
		"a published zero":              {bar(charttest.Zero(), 0, 0).Carried, model.Known},
		"sides that state two numbers":  {bar(charttest.Disputed(), 0, 0).Agreed, model.Disputed},
		"a side that states no number":  {bar(charttest.Disputed(), 1, 0).Agreed, model.Disputed},
		"exchanges tied by inference":   {bar(modeltest.Talks(), 1, 0).Carried, model.Bounded},
		"a pledge that both sides know": {bar(charttest.One(), 0, 0).Agreed, model.Known},
	} {
		if c.got.State != c.want {
			t.Errorf("%s: state %v, want %v", name, c.got.State, c.want)
		}
		if !c.got.HasValue() && (c.got.Value != 0 || c.got.Label != "") {
			t.Errorf("%s: has the number %d (%q)", name, c.got.Value, c.got.Label)
		}
	}
}

func TestEqualQuestionsGiveEqualCharts(t *testing.T) {
	for _, lang := range format.Languages() {
		a := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners, Locale: format.In(lang)})
		b := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners, Locale: format.In(lang)})
		if !reflect.DeepEqual(a, b) {
			t.Errorf("%s: two charts of the same dataset differ", lang)
		}
	}
}

func TestSidesAreAlphabeticalAndCanBeSwapped(t *testing.T) {
	first := func(o Options) SideBars {
		o.Kind = modeltest.Prisoners
		return RoundsChart(charttest.One(), o).Groups[0].Slots[0].Sides[0]
	}
	if got := first(Options{}); got.Side != modeltest.North || got.Place != 1 {
		t.Errorf("the first side is %s with colour %d, want north with its own, 1", got.Side, got.Place)
	}
	if got := first(Options{Swapped: true}); got.Side != modeltest.South || got.Place != 0 {
		t.Errorf("swapped, the first side is %s with colour %d, want south with its own, 0", got.Side, got.Place)
	}
}

func TestFiltersAreAppliedAndTold(t *testing.T) {
	ds := modeltest.Talks()
	only := RoundsChart(ds, Options{Kind: modeltest.Prisoners, Sides: []model.SideID{modeltest.South}})
	for _, g := range only.Groups {
		for _, s := range g.Slots {
			if len(s.Sides) != 1 || s.Sides[0].Side != modeltest.South {
				t.Errorf("%s shows %v, want the south alone", g.Name, s.Sides)
			}
		}
	}
	if want := "Filters: received by Sudland."; only.Filters != want {
		t.Errorf("filters: %q, want %q", only.Filters, want)
	}
	late := RoundsChart(ds, Options{
		Kind: modeltest.Prisoners, From: model.MustDate("2025-06"), To: model.MustDate("2025-08-31"),
	})
	var names []string
	for _, g := range late.Groups {
		names = append(names, g.Name)
	}
	checkLines(t, names, []string{"Second round, 2 June 2025", "City agreements (round not stated)"})
	if want := "Filters: June 2025 to 31 August 2025."; late.Filters != want {
		t.Errorf("filters: %q, want %q", late.Filters, want)
	}
	if slices.ContainsFunc(late.Notes, func(n Note) bool { return strings.Contains(n.Text, "no source ties") }) {
		t.Errorf("an exchange of September is told of, though the filter ends in August: %q", late.Notes)
	}
}

func TestNothingToShowSaysHowToWidenTheFilter(t *testing.T) {
	for name, c := range map[string]struct {
		opts Options
		want string
	}{
		"dates": {Options{Kind: modeltest.Prisoners, From: model.MustDate("2050")}, "all dates"},
		"sides": {Options{Kind: modeltest.Bodies, Sides: []model.SideID{"nobody"}}, "Show all receiving sides"},
		"kind":  {Options{Kind: "tractors"}, "another kind"},
	} {
		r := RoundsChart(modeltest.Talks(), c.opts)
		if !strings.Contains(r.Empty, c.want) || len(r.Groups) > 0 {
			t.Errorf("%s: %d groups, and %q, want none and %q", name, len(r.Groups), r.Empty, c.want)
		}
	}
}

// An exchange of which only a part was made under a pledge is counted with that part, and nowhere else on the
// occasion.
func TestAnExchangeIsCountedOncePerRound(t *testing.T) {
	r := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners})
	for _, g := range r.Groups {
		if strings.HasPrefix(g.Name, "Second round") && len(g.Slots) != 1 {
			t.Errorf("the second round has %d slots, want the one pledge: %v", len(g.Slots), said(g))
		}
	}
}

func TestASumWithoutAnyCountIsNotZero(t *testing.T) {
	r := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners})
	if want := []string{"Not drawn: 1 exchange tied to no round."}; !slices.Equal(r.Must, want) {
		t.Errorf("never left out is %q, want %q", r.Must, want)
	}
	for _, n := range r.Notes {
		if strings.Contains(n.Text, "brought at least") {
			t.Errorf("a sum is told where no count was published: %q", n.Text)
		}
	}
}

func TestAltTextTellsTheMainNumbers(t *testing.T) {
	alt := RoundsChart(realTalks(t), Options{Kind: "prisoners"}).AltText()
	for _, want := range []string{
		"Bar chart. Prisoners agreed and exchanged, by round. Number of people",
		"Istanbul I, 16 May 2025: Russia agreed 1,000, carried out 1,000; Ukraine agreed 1,000, carried out 1,000.",
		"Istanbul II, 2 June 2025: Russia agreed at least 1,000, carried out no count published",
		"Ukraine agreed number disputed, carried out 22 (Severely wounded and severely ill)",
		"agreed number disputed, 1 exchange tied by inference only",
		"sources found up to 7 June 2026",
	} {
		if !strings.Contains(alt, want) {
			t.Errorf("the alt text lacks %q:\n%s", want, alt)
		}
	}
	uk := RoundsChart(realTalks(t), Options{Kind: "prisoners", Locale: format.In("uk")}).AltText()
	if !strings.Contains(uk, "Росія: погоджено 1000, виконано 1000") {
		t.Errorf("the Ukrainian alt text: %s", uk)
	}
	empty := RoundsChart(modeltest.Minimal(), Options{Kind: modeltest.Prisoners}).AltText()
	if !strings.Contains(empty, "nothing to show") {
		t.Errorf("the alt text of an empty chart: %s", empty)
	}
}

func TestAPeriodIsSaidToChooseRoundsAndNotExchanges(t *testing.T) {
	const want = "The period chooses the rounds; what was carried out of their pledges counts whenever it took place."
	for _, c := range []struct {
		opts Options
		want bool
	}{
		{Options{Kind: modeltest.Prisoners}, false},
		{Options{Kind: modeltest.Prisoners, To: model.MustDate("2025-06")}, true},
		{Options{Kind: modeltest.Prisoners, From: model.MustDate("2050")}, false}, // there is nothing to be misread
	} {
		if got := slices.Contains(RoundsChart(modeltest.Talks(), c.opts).Must, want); got != c.want {
			t.Errorf("%v: it says so: %v, want %v", c.opts, got, c.want)
		}
	}
}
