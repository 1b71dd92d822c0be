package chart

import (
	"image"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/chart/charttest"
	"parley/ui/palette"
)

func TestTheLegendSwitchesWhatIsDrawn(t *testing.T) {
	ds := realTalks(t)
	for name, c := range map[string]struct {
		without []string
		want    []string // of the third round and of the truce
	}{
		"nothing": {nil, []string{
			"russia: agreed at least 1,200, carried out 185", "ukraine: agreed at least 1,200, carried out 205 [185-205]",
			"russia: agreed disputed 1,000, carried out not applicable, inferred 205",
			"ukraine: agreed disputed 1,000, carried out not applicable, inferred 205",
		}},
		"a side": {[]string{"side:russia"}, []string{
			"ukraine: agreed at least 1,200, carried out 205 [185-205]",
			"ukraine: agreed disputed 1,000, carried out not applicable, inferred 205",
		}},
		"agreed": {[]string{"agreed"}, []string{
			"russia: agreed not applicable, carried out 185", "ukraine: agreed not applicable, carried out 205 [185-205]",
			"russia: agreed not applicable, carried out not applicable, inferred 205",
			"ukraine: agreed not applicable, carried out not applicable, inferred 205",
		}},
		"ranges and disputes": {[]string{"ranges", "disputed"}, []string{
			"russia: agreed at least 1,200, carried out 185", "ukraine: agreed at least 1,200, carried out 205",
			"russia: agreed not applicable, carried out not applicable, inferred 205",
			"ukraine: agreed not applicable, carried out not applicable, inferred 205",
		}},
		"inferred and carried out": {[]string{"inferred", "carried"}, []string{
			"russia: agreed at least 1,200, carried out not applicable", "ukraine: agreed at least 1,200, carried out not applicable",
			"russia: agreed disputed 1,000, carried out not applicable",
			"ukraine: agreed disputed 1,000, carried out not applicable",
		}},
	} {
		var got []string
		for _, line := range saidBy(RoundsChart(ds, Options{Kind: "prisoners", Without: c.without})) {
			if occasion, said, _ := strings.Cut(line, " | "); strings.HasPrefix(occasion, "Istanbul III") ||
				strings.HasPrefix(occasion, "Truce") {
				got = append(got, said)
			}
		}
		t.Run(name, func(t *testing.T) { checkLines(t, got, c.want) })
	}
}

func TestWhatIsSwitchedOffStaysInTheLegendAndIsNamed(t *testing.T) {
	for _, name := range pledgeCharts {
		on := New(name, realTalks(t), Options{Kind: "prisoners"}).Head().Legend
		var keys []string
		for _, e := range on {
			if e.Key != "" {
				keys = append(keys, e.Key)
			}
		}
		if len(keys) < 3 {
			t.Fatalf("%s: only %q can be switched", name, keys)
		}
		head := New(name, realTalks(t), Options{Kind: "prisoners", Without: keys}).Head()
		for _, key := range keys {
			at := slices.IndexFunc(head.Legend, func(e LegendEntry) bool { return e.Key == key })
			if at < 0 || !head.Legend[at].Off {
				t.Errorf("%s: %s cannot be switched on again", name, key)
			} else if !strings.Contains(head.Filters, head.Legend[at].Text) {
				t.Errorf("%s: the filters do not name %q: %s", name, head.Legend[at].Text, head.Filters)
			}
		}
		if !strings.Contains(head.Empty, "Switch a series on") {
			t.Errorf("%s: with all switched off it says %q", name, head.Empty)
		}
	}
}

// An entry is pointed at where it stands, and a click on it tells the series.
func TestLegendEntriesAreMarks(t *testing.T) {
	p, err := RoundsChart(realTalks(t), Options{Kind: "prisoners", Without: []string{"ranges"}}).
		Render(Size{Width: 1150, Height: 750}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, m := range p.Marks {
		if m.Role == LegendRole {
			got[m.Key] = m.Text
		}
	}
	for key, want := range map[string]string{
		"side:ukraine": "Switch off: Ukraine", "agreed": "Switch off: agreed", "ranges": "Switch on: range of published figures",
	} {
		if got[key] != want {
			t.Errorf("%s: %q, want %q", key, got[key], want)
		}
	}
}

// What is selected is seen: its place in the picture changes, and nothing else does.
func TestTheSelectedIsDrawnSo(t *testing.T) {
	size := Size{Width: 1150, Height: 750}
	for _, c := range []struct {
		name Name
		item model.Item
		near Role // a mark of this role and item lies in what changes
	}{
		{RoundsName, pledgeItem("ist2-pow-number"), AgreedRole},
		{RoundsName, model.Item{Kind: model.RoundItem, ID: "2025-05-16-istanbul"}, NameRole},
		{RoundsName, model.Item{Kind: model.ExchangeItem, ID: "pow-2026-05-15"}, InferredRole},
		{RoundsName, model.Item{Kind: model.ExchangeItem, ID: "pow-2025-05-23"}, ""},
		{FulfilmentName, pledgeItem("ist2-pow-number"), AgreedRole},
		{FulfilmentName, model.Item{Kind: model.ExchangeItem, ID: "pow-2025-05-23"}, ""},
		{CategoriesName, model.Item{Kind: model.ExchangeItem, ID: "pow-2022-10-17"}, CarriedRole},
	} {
		plain, err := New(c.name, realTalks(t), Options{Kind: "prisoners"}).Render(size, palette.Light)
		if err != nil {
			t.Fatal(err)
		}
		chosen, err := New(c.name, realTalks(t), Options{Kind: "prisoners", Selected: c.item}).Render(size, palette.Light)
		if err != nil {
			t.Fatal(err)
		}
		if d := difference(plain.Image, chosen.Image); d == 0 || d > 0.2 {
			t.Errorf("%s, %v: %.4f of the pixels change", c.name, c.item, d)
		}
		if len(plain.Marks) != len(chosen.Marks) {
			t.Errorf("%s, %v: %d marks instead of %d", c.name, c.item, len(chosen.Marks), len(plain.Marks))
		}
		found := c.near == ""
		for _, m := range chosen.Marks {
			if m.Item == c.item && m.Role == c.near {
				area := m.Rect.Inset(-6)
				found = found || differs(plain.Image, chosen.Image, area)
			}
		}
		if !found {
			t.Errorf("%s, %v: nothing changes where it stands", c.name, c.item)
		}
	}
}

func differs(a, b *image.RGBA, area image.Rectangle) bool {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				return true
			}
		}
	}
	return false
}

func TestAllPagesHaveOneScale(t *testing.T) {
	heights := map[string]int{}
	for page := range 2 {
		p, err := RoundsChart(charttest.Many(60), Options{Kind: modeltest.Prisoners, Page: page}).
			Render(Size{Width: 700, Height: 460}, palette.Light)
		if err != nil || p.Pages < 2 {
			t.Fatalf("%d pages, %v", p.Pages, err)
		}
		for _, m := range p.Marks {
			if m.Role != AgreedRole || m.Value == "" {
				continue
			}
			if h, ok := heights[m.Value]; ok && max(h, m.Rect.Dy())-min(h, m.Rect.Dy()) > 1 {
				t.Errorf("page %d: %s is %d high, elsewhere %d", page, m.Value, m.Rect.Dy(), h)
			}
			heights[m.Value] = m.Rect.Dy()
		}
	}
}
