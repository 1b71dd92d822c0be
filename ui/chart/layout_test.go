package chart

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/chart/charttest"
	"parley/ui/format"
	"parley/ui/palette"
)

var commonSizes = []Size{
	{Width: 560, Height: 420},
	{Width: 700, Height: 460},
	{Width: 900, Height: 600},
	{Width: 1150, Height: 750},
	{Width: 1600, Height: 900},
}

// eachChart runs a test on the charts of all fixtures and of the real dataset, in every language.
func eachChart(t *testing.T, test func(*testing.T, Rounds)) {
	t.Helper()
	for _, lang := range format.Languages() {
		for _, f := range charttest.Fixtures() {
			t.Run(f.Name+"/"+lang, func(t *testing.T) {
				test(t, RoundsChart(f.Dataset, Options{Kind: f.Kind, From: f.From, Locale: format.In(lang)}))
			})
		}
		for _, kind := range []model.KindID{"prisoners", "bodies"} {
			t.Run("real-"+string(kind)+"/"+lang, func(t *testing.T) {
				test(t, RoundsChart(realTalks(t), Options{Kind: kind, Locale: format.In(lang)}))
			})
		}
	}
}

func TestWordsNeitherOverlapNorLeaveThePicture(t *testing.T) {
	eachChart(t, func(t *testing.T, r Rounds) {
		for _, size := range commonSizes {
			s, err := r.scene(size, palette.Light)
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

func TestTheLastLinesAreAlwaysThere(t *testing.T) {
	r := RoundsChart(realTalks(t), Options{Kind: "prisoners"})
	for _, size := range commonSizes {
		s, err := r.scene(size, palette.Light)
		if err != nil {
			t.Fatal(err)
		}
		var all string
		for _, text := range s.texts {
			all += text.text + " "
		}
		for _, want := range []string{
			" publications (full list", "7 June 2026", "22 November 2026", "Filters: none", "version 1.0.0", r.Title,
		} {
			if !strings.Contains(all, want) {
				t.Errorf("%dx%d: the picture does not say %q", size.Width, size.Height, want)
			}
		}
	}
}

func TestMarksSayWhatTheyAre(t *testing.T) {
	eachChart(t, func(t *testing.T, r Rounds) {
		p, err := r.Render(Size{Width: 1150, Height: 750}, palette.Light)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range p.Marks {
			if m.Rect.Empty() || !m.Rect.In(p.Image.Rect) || m.Text == "" || m.Role == "" {
				t.Errorf("mark %+v", m)
			}
			if m.Role != NameRole && m.Role != LegendRole && m.Side == "" {
				t.Errorf("the mark %q names no side", m.Text)
			}
		}
	})
}

func TestAClickFindsTheNumberUnderIt(t *testing.T) {
	r := RoundsChart(realTalks(t), Options{Kind: "prisoners"})
	p, err := r.Render(Size{Width: 1150, Height: 750, Scale: 2}, palette.Dark)
	if err != nil {
		t.Fatal(err)
	}
	truce := model.Item{Kind: model.ExchangeItem, ID: "pow-2026-05-15"}
	first := model.Item{Kind: model.RoundItem, ID: "2025-05-16-istanbul"}
	want := map[Mark]string{}
	for _, m := range []Mark{
		{
			Role: AgreedRole, Side: "ukraine", Item: pledgeItem("ist2-pow-number"), Value: "at least 1,000",
			Text: "Istanbul II, 2 June 2025. Ukraine, agreed: at least 1,000; range of published figures: 1,000 to 1,200",
		},
		{
			Role: CarriedRole, Side: "russia", Item: pledgeItem("ist2-pow-number"),
			Text: "Istanbul II, 2 June 2025. Russia, carried out: 9\u00a0exchanges, no count published",
		},
		{
			Role: CarriedRole, Side: "ukraine", Item: pledgeItem("geneva-pow-500"), Value: "502",
			Text: "Geneva, 17-18 February 2026. Ukraine, carried out: 502 in 2 exchanges",
		},
		{
			Role: ClaimRole, Side: "russia", Item: pledgeItem("us-may26-pow-1000"), Value: "1,000",
			Text: "agreed: 1,000, stated by: Russia and a third party; disputed",
		},
		{
			Role: InferredRole, Side: "ukraine", Item: truce, Value: "205",
			Text: "exchange of 15 May 2026, tied by inference only",
		},
		{Role: NameRole, Item: first, Text: "Istanbul I, 16 May 2025"},
	} {
		text := m.Text
		m.Text = ""
		want[m] = text
	}
	for _, m := range p.Marks {
		centre := m.Rect.Min.Add(m.Rect.Size().Div(2))
		at, ok := markAt(p, centre)
		if !ok {
			t.Errorf("nothing at the middle of %+v", m)
		}
		key := Mark{Role: at.Role, Side: at.Side, Item: at.Item, Value: at.Value}
		if text, ok := want[key]; ok {
			if !strings.Contains(at.Text, text) {
				t.Errorf("%v says %q, want %q", key, at.Text, text)
			}
			delete(want, key)
		}
	}
	for key := range want {
		t.Errorf("there is no mark %+v", key)
	}
	if m, ok := markAt(p, image.Pt(1, 1)); ok {
		t.Errorf("in the corner there is %+v, want nothing", m)
	}
}

// markAt is the topmost mark at a pixel.
func markAt(p Picture, at image.Point) (mark Mark, ok bool) {
	for _, m := range slices.Backward(p.Marks) {
		if at.In(m.Rect) {
			return m, true
		}
	}
	return Mark{}, false
}

func pledgeItem(id string) model.Item { return model.Item{Kind: model.PledgeItem, ID: id} }

func TestScaleChangesThePixelsAndNothingElse(t *testing.T) {
	r := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners})
	one, err := r.Render(Size{Width: 900, Height: 600}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	two, err := r.Render(Size{Width: 900, Height: 600, Scale: 2}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := two.Image.Rect, image.Rect(0, 0, 1800, 1200); got != want {
		t.Errorf("the picture at scale 2 is %v, want %v", got, want)
	}
	if len(one.Marks) != len(two.Marks) {
		t.Fatalf("%d marks at scale 1, %d at scale 2", len(one.Marks), len(two.Marks))
	}
	for i, a := range one.Marks {
		b := two.Marks[i].Rect
		if d := b.Min.Sub(a.Rect.Min.Mul(2)); d.X < -2 || d.X > 2 || d.Y < -2 || d.Y > 2 {
			t.Errorf("%q is at %v at scale 1 and at %v at scale 2", a.Text, a.Rect.Min, b.Min)
		}
	}
}

func TestEqualChartsGiveEqualPixels(t *testing.T) {
	size := Size{Width: 700, Height: 460, Scale: 1.5}
	draw := func() string {
		p, err := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners}).Render(size, palette.Print)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(p.Image.Rect, p.Marks) + string(p.Image.Pix)
	}
	if once, again := draw(), draw(); once != again {
		t.Error("two pictures of the same chart differ")
	}
}

func TestEveryBarStartsAtZeroAndHasItsHeight(t *testing.T) {
	r := RoundsChart(charttest.Zero(), Options{Kind: modeltest.Prisoners})
	p, err := r.Render(Size{Width: 900, Height: 600}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	base, heights := 0, map[string]int{}
	for _, m := range p.Marks {
		if m.Role != AgreedRole && m.Role != CarriedRole {
			continue
		}
		if base == 0 {
			base = m.Rect.Max.Y
		}
		if m.Rect.Max.Y != base {
			t.Errorf("%q ends at %d, want the axis at %d", m.Text, m.Rect.Max.Y, base)
		}
		heights[m.Value] = m.Rect.Dy()
	}
	if d := heights["40"]*25 - heights["25"]*40; d < -40 || d > 40 {
		t.Errorf("40 is %d high and 25 is %d: not in proportion", heights["40"], heights["25"])
	}
}

// Two things under one letter could not be told apart.
func TestNoLetterStandsForTwoThings(t *testing.T) {
	for _, lang := range format.Languages() {
		for _, size := range commonSizes {
			r := RoundsChart(charttest.Many(40), Options{Kind: modeltest.Prisoners, Locale: format.In(lang)})
			for i := range r.Groups {
				r.Groups[i].Slots[0].Remarks = []Remark{{Role: CarriedRole, Text: "a remark"}}
			}
			s, err := r.scene(size, palette.Light)
			if err != nil {
				t.Fatal(err)
			}
			seen := map[string]bool{}
			for _, text := range s.texts {
				if strings.HasSuffix(text.text, ")") && len([]rune(text.text)) == 2 && seen[text.text] {
					t.Errorf("%s, %dx%d: %q stands twice", lang, size.Width, size.Height, text.text)
				}
				seen[text.text] = true
			}
		}
	}
}
