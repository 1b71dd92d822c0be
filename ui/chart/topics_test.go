package chart

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"parley/model/modeltest"
	"parley/ui/format"
	"parley/ui/palette"
)

// topicLines writes the groups of a strip.
func topicLines(t Topics) []string {
	var lines []string
	for _, g := range t.Groups {
		var names []string
		for _, m := range g.Topics {
			names = append(names, m.Name)
		}
		lines = append(lines, g.Name+": "+strings.Join(names, ", "))
	}
	return lines
}

func TestTheStripShowsEveryTopicByItsJudgement(t *testing.T) {
	c := TopicsChart(modeltest.TwoMemoranda(), Options{})
	checkLines(t, topicLines(c), []string{
		"aligned: Prisoners", "opposed: Territory",
		"Addressed only by Sudland, 1 June 2025: Ceasefire", "not judged: Guarantees",
	})
	if c.Title != "Norland, 2 June 2025 and Sudland, 1 June 2025, by topic" || len(c.Marks) != 4 || len(c.Publications) == 0 {
		t.Errorf("title %q, %d marks, %d publications", c.Title, len(c.Marks), len(c.Publications))
	}
	if !strings.Contains(c.AltText(), "opposed: Territory") {
		t.Errorf("the alternative text is %q", c.AltText())
	}
	if got := c.Table().Rows[2].Cells[2].Value; got != "opposed" {
		t.Errorf("the table says %q of the third topic", got)
	}
}

func TestTheStripOfAPairThatNobodyJudgedSaysSo(t *testing.T) {
	c := TopicsChart(modeltest.TwoMemoranda(), Options{Left: "north-memorandum", Right: "joint-draft"})
	if got := topicLines(c); len(got) != 1 || !strings.HasPrefix(got[0], "not judged: ") {
		t.Errorf("got %q", got)
	}
	if !slices.ContainsFunc(c.Must, func(s string) bool { return strings.Contains(s, "does not judge") }) {
		t.Errorf("the notes are %q", c.Must)
	}
}

func TestTheStripOfADatasetWithoutDocumentsSaysSo(t *testing.T) {
	if c := TopicsChart(modeltest.Minimal(), Options{}); c.Empty == "" {
		t.Error("nothing is said")
	}
	if c := MatrixChart(modeltest.Minimal(), Options{}); c.Empty == "" {
		t.Error("nothing is said of the matrix")
	}
}

func TestTheMatrixCountsClauses(t *testing.T) {
	c := MatrixChart(modeltest.TwoMemoranda(), Options{})
	var lines []string
	for _, r := range c.Rows {
		line := r.Name
		for _, cell := range r.Cells {
			line += " | " + cell.Sign
		}
		lines = append(lines, line)
	}
	checkLines(t, lines, []string{"Ceasefire | – | 1 | ", "Prisoners | 1 | 1 | ", "Territory | 1 | 1 | 1", "Guarantees | (1) | 1 | "})
	if table := c.Table(); len(table.Rows) != 12 || table.Rows[0].Cells[4].Value != "not-mentioned" ||
		table.Rows[2].Cells[4].Value != "not-recorded" {
		t.Errorf("the table is %+v", table.Rows)
	}
}

func TestTooLittleRoomForTopicsNamesTheHeight(t *testing.T) {
	for _, c := range []Chart{TopicsChart(realTalks(t), Options{}), MatrixChart(realTalks(t), Options{})} {
		var size *SizeError
		if _, err := c.Render(Size{Width: 560, Height: 420}, palette.Light); !errors.As(err, &size) || size.Height <= 420 {
			t.Errorf("%T: %v", c, err)
			continue
		}
		if _, err := c.Render(Size{Width: 560, Height: size.Height}, palette.Light); err != nil {
			t.Errorf("%T: at the height that was named: %v", c, err)
		}
	}
}

func TestPicturesOfTopicsLookAsTheyDid(t *testing.T) {
	for _, c := range []struct {
		name  string
		chart Name
		lang  string
		size  Size
		theme palette.Theme
	}{
		{"topics-en-light", TopicsName, "en", Size{Width: 1000, Height: 600}, palette.Light},
		{"topics-uk-dark", TopicsName, "uk", Size{Width: 640, Height: 720}, palette.Dark},
		{"matrix-en-light", MatrixName, "en", Size{Width: 1200, Height: 800}, palette.Light},
		{"matrix-uk-print", MatrixName, "uk", Size{Width: 640, Height: 720}, palette.Print},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := New(c.chart, realTalks(t), Options{Locale: format.In(c.lang)}).Render(c.size, c.theme)
			if err != nil {
				t.Fatal(err)
			}
			checkGolden(t, c.name+".png", p)
		})
	}
}
