package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/chart/charttest"
	"parley/ui/format"
	"parley/ui/palette"
)

// The golden pictures are few: one per look.
func TestPicturesOfTimelinesLookAsTheyDid(t *testing.T) {
	for _, c := range []struct {
		name    string
		fixture string
		lang    string
		size    Size
		theme   palette.Theme
		opts    Options
	}{
		{
			"timeline-talks-en-light", "happenings", "en",
			Size{Width: 1280, Height: 800},
			palette.Light,
			Options{Selected: model.Item{Kind: model.RoundItem, ID: "round-2025-03-10"}},
		},
		{"timeline-small-uk-dark", "happenings", "uk", Size{Width: 560, Height: 420}, palette.Dark, Options{}},
		{
			"timeline-month-tr-print", "happenings", "tr",
			Size{Width: 900, Height: 600},
			palette.Print,
			Options{
				ViewFrom: model.MustDate("2025-05-20"), ViewTo: model.MustDate("2025-07-10"),
				Without: []string{"lane:documents"},
			},
		},
		{"timeline-many-rounds-en-light", "many-rounds", "en", Size{Width: 1024, Height: 700}, palette.Light, Options{}},
		{"timeline-six-sides-ru-dark", "six-sides", "ru", Size{Width: 900, Height: 600}, palette.Dark, Options{}},
		{"timeline-letters-en-light", "letters", "en", Size{Width: 900, Height: 600}, palette.Light, Options{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.opts.Locale = format.In(c.lang)
			p, err := TimelineChart(fixture(t, c.fixture).Dataset, c.opts).Render(c.size, c.theme)
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, c.name+".png", p)
		})
	}
}

// TestATimelineIsDrawnOfEveryState draws all of it, a part, and what is left when lanes are switched off.
func TestATimelineIsDrawnOfEveryState(t *testing.T) {
	for _, f := range charttest.Fixtures() {
		t.Run(f.Name, func(t *testing.T) {
			for _, opts := range []Options{
				{From: f.From},
				{ViewFrom: model.MustDate("2025-02"), ViewTo: model.MustDate("2025-02-10")},
				{Without: []string{"lane:rounds", "lane:events"}},
				{From: model.MustDate("2025-01-05"), To: model.MustDate("2025-01-05")},
				{From: model.MustDate("0001"), To: model.MustDate("9999")},
				{ViewTo: model.MustDate("1066")},
			} {
				for _, size := range []Size{{Width: MinWidth, Height: MinHeight}, {Width: 1920, Height: 1080}} {
					s, err := TimelineChart(f.Dataset, opts).scene(size, palette.Light)
					if err != nil {
						t.Fatal(err)
					}
					checkTexts(t, s, size)
				}
			}
		})
	}
}

// checkTexts reports texts that touch each other or leave the picture.
func checkTexts(t *testing.T, s *scene, size Size) {
	t.Helper()
	picture := rect{0, 0, float64(size.Width), float64(size.Height)}
	for i, a := range s.texts {
		if !a.area.inside(picture) {
			t.Errorf("%v: %q leaves the picture: %v", size, a.text, a.area)
		}
		for _, b := range s.texts[:i] {
			shrunk := rect{b.area.x0 + 0.5, b.area.y0 + 2, b.area.x1 - 0.5, b.area.y1 - 2}
			if a.area.overlaps(shrunk) {
				t.Errorf("%v: %q lies over %q", size, a.text, b.text)
			}
		}
	}
}

// TestNoMarkOfATimelineLiesOverAnotherAndNoneIsLost zooms from years to days.
func TestNoMarkOfATimelineLiesOverAnotherAndNoneIsLost(t *testing.T) {
	for i, ds := range []*model.Dataset{charttest.ManyExchanges(10_000), realTalks(t), charttest.Happenings()} {
		chart := TimelineChart(ds, Options{})
		first := chart.facts.whole.first
		for days := 6; days < 4*7300; days += 1 + days/20 {
			checkMarks(t, chart, timeRange{first.AddDate(0, 0, 3*i), first.AddDate(0, 0, 3*i+days)})
		}
	}
}

// checkMarks reports marks of a part of the axis that lie over each other, and what no mark stands for.
func checkMarks(t *testing.T, chart Timeline, view timeRange) {
	t.Helper()
	for _, width := range []float64{400, 1000} {
		for _, l := range chart.facts.lanes {
			want := 0
			l.seenIn(view, func(*happening) { want++ })
			got, right := 0, math.Inf(-1)
			for _, m := range newMerger(l, view.axis(100, 100+width), chart.question, model.Item{}).merge() {
				got += m.n
				if m.left < right-markLap-0.001 {
					t.Errorf("%v: a mark of %d begins at %.1f, before %.1f", view, m.n, m.left, right)
				}
				right = m.right
			}
			if got != want {
				t.Errorf("%v: the marks of %s stand for %d, want %d", view, l.key, got, want)
			}
		}
	}
}

// TestMovingAlongChangesNoMark compares the marks of two parts of an axis that overlap.
func TestMovingAlongChangesNoMark(t *testing.T) {
	chart := TimelineChart(charttest.ManyExchanges(10_000), Options{})
	l := chart.facts.lanes[0]
	counts := func(from string) map[int32]int {
		first := model.MustDate(from).First()
		view := timeRange{first, first.AddDate(2, 0, 0)}
		found := map[int32]int{}
		for _, m := range newMerger(l, view.axis(0, 1000), chart.question, model.Item{}).merge() {
			found[m.first] = m.n
		}
		return found
	}
	a, b, same := counts("2026-01-01"), counts("2026-02-10"), 0
	for first, n := range a {
		if b[first] == n {
			same++
		}
	}
	if len(a) < 10 || same < len(a)-4 {
		t.Errorf("of %d marks only %d are the same", len(a), same)
	}
}

func TestWhatTakesPlaceOnOneDayIsResolvedByZooming(t *testing.T) {
	chart := TimelineChart(charttest.Happenings(), Options{})
	marks := func(view timeRange) (n int) {
		for _, l := range chart.facts.lanes {
			if l.key == eventsLane {
				n = len(newMerger(l, view.axis(0, 1000), chart.question, model.Item{}).merge())
			}
		}
		return n
	}
	first := model.MustDate("2025-06-19").First()
	if n := marks(timeRange{first, first.AddDate(0, 0, 6)}); n != 4 {
		t.Errorf("a week shows %d marks, want the call and its three pledges", n)
	}
	if n := marks(timeRange{first.AddDate(-3, 0, 0), first.AddDate(3, 0, 0)}); n != 4 {
		t.Errorf("six years show %d marks, want the call with its pledges, and three events", n)
	}
}

func TestLabelsTouchNeitherEachOtherNorTheLinesOfOthers(t *testing.T) {
	var marks []laneMark
	for i := range 60 {
		x := 20 + 17*float64(i) + float64(i*i%13)
		marks = append(marks, laneMark{x: x, n: 1 + i%3, rank: i % 2})
	}
	for rows := range 8 {
		p := &labeller{left: 0, right: 1100, rows: rows}
		hidden := p.place(marks, func(m *laneMark) string { return strings.Repeat("Round ", 1+int(m.x)%7) })
		if rows == 0 && len(p.placed) > 0 || rows > 0 && len(p.placed) < 5 {
			t.Errorf("%d rows have %d labels", rows, len(p.placed))
		}
		shown := 0
		for i, l := range p.placed {
			shown += l.mark.n
			for _, o := range p.placed[:i] {
				if l.area.overlaps(o.area) || l.area.overlaps(o.leader) || o.area.overlaps(l.leader) || l.leader.overlaps(o.leader) {
					t.Errorf("%d rows: the label at %v touches the one at %v", rows, l.area, o.area)
				}
			}
			if l.area.y0 < -float64(rows)*labelType.line || l.area.y1 > 0 {
				t.Errorf("%d rows: the label at %v leaves its lane", rows, l.area)
			}
		}
		total := 0
		for _, m := range marks {
			total += m.n
		}
		if shown+hidden != total {
			t.Errorf("%d rows: %d are shown and %d hidden, of %d", rows, shown, hidden, total)
		}
	}
}

func TestATimelineSaysHowManyHaveNoName(t *testing.T) {
	s, err := TimelineChart(charttest.Many(40), Options{}).scene(Size{Width: 700, Height: 460}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(s.texts, func(p placedText) bool {
		return strings.HasPrefix(p.text, "and ") && strings.HasSuffix(p.text, " more")
	}) {
		t.Error("it does not")
	}
}

func TestTheTableOfATimelineHasWhatIsSeen(t *testing.T) {
	ds := charttest.Happenings()
	whole := TimelineChart(ds, Options{}).Table()
	want := len(ds.Rounds()) + len(ds.Documents()) + len(ds.Exchanges()) + len(ds.Events()) + 3 - 1 // pledges; one has no date
	if len(whole.Rows) != want {
		t.Errorf("there are %d rows, want %d", len(whole.Rows), want)
	}
	part := TimelineChart(ds, Options{ViewFrom: model.MustDate("2025-06"), ViewTo: model.MustDate("2025-06")})
	for _, r := range part.Table().Rows {
		if first, last := r.Cells[2].Value, r.Cells[3].Value; last < "2025-06-01" || first > "2025-06-30" {
			t.Errorf("%s is in the table of June 2025: %s to %s", r.Item, first, last)
		}
	}
	if n := len(part.Table().Rows); n == 0 || n >= want {
		t.Errorf("June 2025 has %d rows", n)
	}
	if got := len(part.Head().Publications); got == 0 {
		t.Error("the part has no source")
	}
	off := TimelineChart(ds, Options{Without: []string{"lane:pledges", "lane:documents", "lane:exchanges:prisoners"}})
	for _, r := range off.Table().Rows {
		if r.Item.Kind == model.PledgeItem || r.Item.Kind == model.DocumentItem {
			t.Errorf("%s is switched off and in the table", r.Item)
		}
	}
	if got := off.Head().Filters; !strings.Contains(got, "Documents") || !strings.Contains(got, "Prisoners exchanged") {
		t.Errorf("the filters say %q", got)
	}
}

func TestATimelineFiltersBySideAndPeriod(t *testing.T) {
	ds := charttest.SixSides()
	count := func(o Options) int { return len(TimelineChart(ds, o).Table().Rows) }
	all := count(Options{})
	if n := count(Options{Sides: []model.SideID{modeltest.North}}); n != all {
		t.Errorf("all exchanges have some to north; %d of %d rows", n, all)
	}
	if n := count(Options{Sides: []model.SideID{"nobody"}}); n != 2 {
		t.Errorf("with a side that received none there are %d rows, want the rounds", n)
	}
	o := Options{From: model.MustDate("2025-01"), To: model.MustDate("2025-02")}
	c := TimelineChart(ds, o)
	if n := len(c.Table().Rows); n == 0 || n >= all {
		t.Errorf("two months have %d of %d rows", n, all)
	}
	if got := c.whole(); got != "2025-01-01 2025-02-28" {
		t.Errorf("the axis is %s", got)
	}
	if c := TimelineChart(ds, Options{From: model.MustDate("2050")}); !strings.Contains(c.Empty, "longer period") {
		t.Errorf("of a time to come it says %q", c.Empty)
	}
}

func (t Timeline) whole() string {
	const day = "2006-01-02"
	return t.facts.whole.first.Format(day) + " " + t.facts.whole.last.Format(day)
}

func TestSeeingAnotherPartIsTheSameAsAskingForIt(t *testing.T) {
	ds := charttest.Happenings()
	o := Options{ViewFrom: model.MustDate("2025-03"), ViewTo: model.MustDate("2025-06"), Locale: format.In("uk")}
	size := Size{Width: 900, Height: 600}
	a, errA := TimelineChart(ds, o).Render(size, palette.Light)
	b, errB := TimelineChart(ds, Options{Locale: format.In("uk")}).Seen(o).Render(size, palette.Light)
	if errA != nil || errB != nil || difference(a.Image, b.Image) > 0 {
		t.Error("they differ", errA, errB)
	}
}

func TestATimelineTellsWhatIsPointedAt(t *testing.T) {
	p, err := TimelineChart(charttest.Happenings(), Options{}).Render(Size{Width: 1600, Height: 900}, palette.Light)
	if err != nil {
		t.Fatal(err)
	}
	said := ""
	last := 0
	for _, m := range p.Marks {
		said += m.Text + "\n"
		if m.Text == "" {
			t.Errorf("a mark says nothing: %+v", m)
		}
		if m.Role == SeveralRole && (m.From.IsZero() || m.To.Before(m.From)) {
			t.Errorf("%q cannot be zoomed in on", m.Text)
		}
		if m.Role != LegendRole && m.Role != EraRole {
			if m.Rect.Min.X < last-300 {
				t.Errorf("%q is not in the order of time", m.Text)
			}
			last = m.Rect.Min.X
		}
	}
	for _, words := range []string{
		"First round, 14 March 2025; round of talks; held",
		"about June 2025", "Switch off: Documents", "rounds held, from", "press to look closer",
	} {
		if !strings.Contains(said, words) {
			t.Errorf("no mark says %q:\n%s", words, said)
		}
	}
}

func TestTheAlternativeTextOfATimelineNamesRoundsAndTimesOfTalks(t *testing.T) {
	text := TimelineChart(charttest.Happenings(), Options{}).AltText()
	for _, words := range []string{"Timeline of the talks", "Rounds: 7; the first: Selected, 10 March 2025", "rounds held, from", "version"} {
		if !strings.Contains(text, words) {
			t.Errorf("it does not say %q: %s", words, text)
		}
	}
}

func BenchmarkTimeline(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		ds := charttest.ManyExchanges(n)
		b.Run(fmt.Sprintf("ask-%d", n), func(b *testing.B) {
			for b.Loop() {
				TimelineChart(ds, Options{})
			}
		})
		chart := TimelineChart(ds, Options{})
		for _, days := range []int{20, 700, 7300} {
			b.Run(fmt.Sprintf("zoom-%d-to-%d-days", n, days), func(b *testing.B) {
				from := model.MustDate("2025-01-10")
				to := model.MustDate(from.First().AddDate(0, 0, days).Format("2006-01-02"))
				for b.Loop() {
					p, err := chart.Seen(Options{ViewFrom: from, ViewTo: to}).Render(Size{Width: 1280, Height: 800}, palette.Light)
					if err != nil {
						b.Fatal(err)
					}
					p.Release()
				}
			})
		}
	}
}
