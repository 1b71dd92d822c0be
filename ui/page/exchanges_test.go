package page

import (
	"slices"
	"strings"
	"testing"

	"parley/model/modeltest"
	"parley/ui/chart"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
)

func TestADateIsReadAsPeopleTypeIt(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", "2025": "2025", " 2025-5 ": "2025-05", "2025-05-3": "2025-05-03", "3.5.2025": "2025-05-03", "05.2025": "2025-05",
		"2025.5.23": "2025-05-23",
	} {
		if d, err := typedDate(typed); err != nil || d.String() != want {
			t.Errorf("%q is read as %q, %v; want %q", typed, d, err, want)
		}
	}
	for _, typed := range []string{"5/6/2025", "2025-13", "2025-02-30", "May 2025", "25", "2025-", "-2025", "3.5.25"} {
		if d, err := typedDate(typed); err == nil {
			t.Errorf("%q is read as %q", typed, d)
		}
	}
}

func TestATableIsSortedWithWhatIsNotKnownLast(t *testing.T) {
	number := func(n int, text string) chart.Cell { return chart.Cell{Text: text, Value: text, Number: &n} }
	table := chart.Table{Columns: []chart.Column{{ID: "n"}, {ID: "day"}, {ID: "word"}}}
	add := func(n chart.Cell, day, word string) {
		date := chart.Cell{Text: "on " + day, Value: day}
		if day == "" {
			date = chart.Cell{}
		}
		table.Rows = append(table.Rows, chart.Row{Cells: []chart.Cell{n, date, {Text: word, Value: word}}})
	}
	add(chart.Cell{Text: "no count"}, "2025-05", "Яна")
	add(number(1000, "1,000"), "2024", "Іван")
	add(number(20, "20"), "", "Євген")
	words := func(v state.View) string {
		var list []string
		for _, r := range sorted(format.In("uk"), table, v.Sort, v.Descending).Rows {
			list = append(list, r.Cells[2].Text)
		}
		return strings.Join(list, " ")
	}
	for want, v := range map[string]state.View{
		"Яна Іван Євген":   {},
		"Євген Іван Яна":   {Sort: "n"},
		"Іван Євген Яна":   {Sort: "n", Descending: true},
		"Іван Яна Євген":   {Sort: "day"},
		"Яна Іван Євген ":  {Sort: "day", Descending: true},
		"Євген Іван Яна ":  {Sort: "word"},
		"Яна Іван Євген  ": {Sort: "word", Descending: true},
	} {
		if got := words(v); got != strings.TrimSpace(want) {
			t.Errorf("by %q, descending %v: %s, want %s", v.Sort, v.Descending, got, want)
		}
	}
	if first := table.Rows[0].Cells[2].Text; first != "Яна" {
		t.Error("sorting changed the table that was sorted")
	}
}

func TestEveryColumnOfTheTablesHasANameInEveryLanguage(t *testing.T) {
	ds := modeltest.Talks()
	for _, lang := range format.Languages() {
		l := format.In(lang)
		for _, name := range shownCharts {
			if said := l.T("exchanges.chart." + string(name)); strings.HasPrefix(said, "exchanges.") {
				t.Errorf("%s: the chart %s has no name", lang, name)
			}
			table := chart.New(name, ds, chart.Options{Kind: modeltest.Prisoners, Locale: l}).Table()
			for _, c := range columnsFor(name, table) {
				if key := "exchanges.column." + c.id; c.id != "" && l.T(key) == key {
					t.Errorf("%s, %s: the column %s has no name", lang, name, c.id)
				}
				for _, id := range append(slices.Clone(c.remarks), c.under...) {
					if !slices.ContainsFunc(table.Columns, func(has chart.Column) bool { return has.ID == id }) {
						t.Errorf("%s: the chart has no column %q", name, id)
					}
				}
			}
		}
	}
}

func TestAChartThatHasTooLittleRoomIsDrawnLargerAndShownSmaller(t *testing.T) {
	got := chartSize(part.PictureSize{Width: 280, Height: 400, Scale: 2})
	if got.Width != chart.MinWidth || got.Height != 800 || got.Scale != 1 {
		t.Errorf("it is drawn at %+v", got)
	}
	if err := got.Check(); err != nil {
		t.Error(err)
	}
	if got := chartSize(part.PictureSize{Width: 800, Height: 600, Scale: 1.5}); got != (chart.Size{Width: 800, Height: 600, Scale: 1.5}) {
		t.Errorf("with enough room it is drawn at %+v", got)
	}
}

func TestExportChoicesThatCannotBeAreReplaced(t *testing.T) {
	c := ExportChoices{Folder: "/there", Format: "gif", Scale: 9, DPI: 5, Theme: "pink"}.completed()
	if c.Folder != "/there" || c.Format != "png" || c.Width != 1200 || c.Scale != 2 || c.DPI != firstDPI || c.Theme != "light" {
		t.Errorf("they become %+v", c)
	}
	if name := c.withExtension("a.b.CSV"); name != "a.b.png" {
		t.Errorf("the name becomes %q", name)
	}
}
