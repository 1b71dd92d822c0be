package chart

import (
	"fmt"
	"strings"
	"testing"

	"parley/model"
	"parley/ui/chart/charttest"
	"parley/ui/format"
	"parley/ui/palette"
)

// pledgeCharts are the charts of this kind of test: those of pledges and of parts, with pages.
var pledgeCharts = []Name{RoundsName, CategoriesName, FulfilmentName}

// eachPicture runs a test on every page of the charts of all fixtures and of the real dataset, in every size and
// language.
func eachPicture(t *testing.T, sizes []Size, test func(t *testing.T, c Chart, size Size, s *scene)) {
	t.Helper()
	type shown struct {
		name string
		ds   *model.Dataset
		opts Options
	}
	var all []shown
	for _, f := range charttest.Fixtures() {
		if f.Name != "ten-thousand" { // as "many", of exchanges
			all = append(all, shown{f.Name, f.Dataset, Options{Kind: f.Kind, From: f.From}})
		}
	}
	for _, kind := range []model.KindID{"prisoners", "bodies"} {
		all = append(all, shown{"real-" + string(kind), realTalks(t), Options{Kind: kind}})
	}
	for _, lang := range format.Languages() {
		for _, name := range pledgeCharts {
			for _, f := range all {
				t.Run(fmt.Sprintf("%s/%s/%s", name, f.name, lang), func(t *testing.T) {
					f.opts.Locale = format.In(lang)
					for _, size := range sizes {
						eachPage(t, name, f.ds, f.opts, size, test)
					}
				})
			}
		}
	}
}

// eachPage runs a test on the first pages and the last; the others are as they are.
func eachPage(t *testing.T, name Name, ds *model.Dataset, opts Options, size Size,
	test func(*testing.T, Chart, Size, *scene),
) {
	t.Helper()
	for page, pages := 0, 1; page < pages; page++ {
		if page == 2 {
			page = pages - 1
		}
		opts.Page = page
		c := New(name, ds, opts)
		s, err := c.scene(size, palette.Light)
		if err != nil {
			t.Errorf("page %d: %v", page, err)
			return
		}
		pages = max(s.pages, 1)
		if s.page != page {
			t.Errorf("%dx%d: page %d is drawn as page %d of %d", size.Width, size.Height, page, s.page, s.pages)
		}
		test(t, c, size, s)
	}
}

func TestWordsOfEveryPageStandApartAndWholeInThePicture(t *testing.T) {
	sizes := []Size{{Width: 560, Height: 420}, {Width: 1024, Height: 700}, {Width: 1920, Height: 1080}}
	eachPicture(t, sizes, func(t *testing.T, _ Chart, size Size, s *scene) {
		page := rect{0, 0, float64(size.Width), float64(size.Height)}
		for i, a := range s.texts {
			if !a.area.inside(page) {
				t.Errorf("%dx%d: %q leaves the picture: %v", size.Width, size.Height, a.text, a.area)
			}
			// An ellipsis is for names that no dataset should have.
			if strings.HasSuffix(a.text, "…") && !strings.Contains(t.Name(), "long-names") {
				t.Errorf("%dx%d: %q is cut", size.Width, size.Height, a.text)
			}
			for _, b := range s.texts[:i] {
				if a.area.grown(-1).overlaps(b.area.grown(-1)) {
					t.Errorf("%dx%d: %q lies over %q", size.Width, size.Height, a.text, b.text)
				}
			}
		}
	})
}

func TestPagesSayWhichTheyAreAndHoldEverythingOnce(t *testing.T) {
	for _, name := range pledgeCharts {
		ds, want := charttest.Pledges(100), 0
		if name == CategoriesName {
			ds = charttest.ManyParts(40)
		}
		if name == RoundsName {
			ds = charttest.Many(100)
		}
		for _, size := range []Size{{Width: 560, Height: 420}, {Width: 1150, Height: 750}} {
			seen := map[string]int{}
			pages := 1
			for page := 0; page < pages; page++ {
				s, err := New(name, ds, Options{Kind: "prisoners", Page: page}).scene(size, palette.Light)
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				pages = s.pages
				for _, placed := range s.marks {
					m := placed.mark
					if m.Role == AgreedRole || m.Role == ClaimRole || m.Role == LegendRole && strings.HasPrefix(m.Key, "labels:") {
						seen[fmt.Sprint(m.Item, m.Text, m.Side, m.Key)]++
					}
				}
			}
			if pages < 2 {
				t.Errorf("%s, %dx%d: one page", name, size.Width, size.Height)
			}
			for text, n := range seen {
				if n != 1 {
					t.Errorf("%s, %dx%d: %q stands %d times", name, size.Width, size.Height, text, n)
				}
			}
			if want = max(want, len(seen)); len(seen) != want || want < 80 {
				t.Errorf("%s, %dx%d: %d numbers, want as many as in other sizes, %d", name, size.Width, size.Height, len(seen), want)
			}
		}
	}
}

func TestAPageBeyondTheLastIsTheLast(t *testing.T) {
	for _, name := range pledgeCharts {
		p, err := New(name, charttest.Pledges(200), Options{Kind: "prisoners", Page: 1000}).Render(Size{Width: 700, Height: 460}, palette.Light)
		if err != nil || p.Page != p.Pages-1 {
			t.Errorf("%s: page %d of %d, %v", name, p.Page, p.Pages, err)
		}
		p, err = New(name, charttest.One(), Options{Kind: "prisoners", Page: 7}).Render(Size{Width: 900, Height: 600}, palette.Light)
		if err != nil || p.Page != 0 || p.Pages != 1 {
			t.Errorf("%s: page %d of %d, %v, want the only one", name, p.Page, p.Pages, err)
		}
	}
}

func TestEveryMarkCanBeReadAndReached(t *testing.T) {
	eachPicture(t, []Size{{Width: 900, Height: 600}}, func(t *testing.T, c Chart, size Size, s *scene) {
		p, err := s.picture(size)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range p.Marks {
			if m.Rect.Empty() || !m.Rect.In(p.Image.Rect) || m.Text == "" || m.Role == "" {
				t.Errorf("mark %+v", m)
			}
			if (m.Role == LegendRole) != (m.Key != "") {
				t.Errorf("the mark %+v has a key and is no entry of the legend, or the other way round", m)
			}
			if m.Role != NameRole && m.Role != LegendRole && m.Side == "" {
				t.Errorf("the mark %q names no side", m.Text)
			}
		}
		if len(p.Marks) == 0 && c.Head().Empty == "" {
			t.Error("there is nothing to point at")
		}
	})
}
