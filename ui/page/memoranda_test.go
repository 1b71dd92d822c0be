package page

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/model/modeltest"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

// openMemoranda opens the page in a window of this width, as the first thing that a reader sees.
func openMemoranda(t *testing.T, ds *model.Dataset, lang string, width float32) (*Memoranda, *uitest.Reader) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(part.Look{Choice: "light"})
	d := &Desk{Dataset: ds, Locale: format.In(lang), Store: state.NewStore(state.State{Page: state.Memoranda})}
	p := NewMemoranda(d)
	w := test.NewTempWindow(t, p.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 2600)) // most is in sight
	d.Window = w
	d.Store.Watch(p.Show)
	return p, uitest.At(t, w)
}

func talksDataset(t *testing.T) *model.Dataset {
	t.Helper()
	ds, problems := datafile.Read("talks.json", data.Talks)
	if ds == nil {
		t.Fatal(problems)
	}
	return ds
}

// pressKeys types keys into whatever has the focus.
func pressKeys(r *uitest.Reader, keys ...fyne.KeyName) {
	for _, key := range keys {
		r.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestAReaderComparesTwoMemoranda(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	if want := (pair{"north-memorandum", "south-memorandum"}); p.pair != want {
		t.Fatalf("the page begins with %v, want the sides in alphabetical order: %v", p.pair, want)
	}
	r.Sees("Norland, 2 June 2025", "Sudland, 1 June 2025", "Memorandum of Norland",
		"1 aligned", "0 partly aligned", "1 opposed", "1 one side only", "1 not judged",
		"does not mention it", "no clause of its own", "The river lies a day's march from the hills.")

	r.SeesNot("The fighting stops for thirty days.")
	r.Press("Ceasefire: one side only. Press")
	r.Sees("The fighting stops for thirty days.", "numbered by the order of publication", "paraphrase",
		"Some reports say sixty.", "2 sources")
	r.Press("Ceasefire: one side only. Press").SeesNot("The fighting stops for thirty days.")

	r.Press("Prisoners: aligned. Press").Sees("“All prisoners are exchanged, all for all.”", "quotation")
	r.Press("Territory: opposed. Press").Sees("Related clauses, listed under other topics", "4 · under Guarantees",
		"On the same topic in other documents", "Joint draft, June 2025")
}

func TestAReaderComparesInUkrainian(t *testing.T) {
	_, r := openMemoranda(t, modeltest.TwoMemoranda(), "uk", 620)
	r.Sees("Норландія, 2 червня 2025 р.", "Судландія, 1 червня 2025 р.", "Меморандум Судландії",
		"1 збігається", "0 частково збігаються", "1 протилежна", "1 лише в однієї сторони", "не згадує про це")
	r.Press("Припинення вогню: лише одна сторона. Натисніть")
	r.Sees("The fighting stops for thirty days.", "номер за порядком публікації", "переказ", "2 джерела")
}

func TestSwappingKeepsWhatIsUnfoldedAndFiltered(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 1000)
	r.Press("1 opposed").Press("Territory: opposed. Press").Press("Swap the two documents")
	if want := (pair{"south-memorandum", "north-memorandum"}); p.pair != want || !p.desk.Store.Now().Swapped {
		t.Errorf("after the swap the page shows %v", p.pair)
	}
	r.Sees("The hills are the border.", "Shown: 1 of 4 topics (opposed).")
	left, right := p.rows[2].row.Sides[0], p.rows[2].row.Sides[1]
	if left.Clauses[0].ID != "s3" || right.Clauses[0].ID != "n2" {
		t.Errorf("the clauses stand at %v and %v", left.Clauses[0].ID, right.Clauses[0].ID)
	}
	p.desk.Store.Back()
	if p.pair.left != "north-memorandum" {
		t.Error("Back does not undo the swap")
	}
}

func TestAReaderChoosesAnyTwoDocuments(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	r.Window.Canvas().Focus(p.right.choice)
	pressKeys(r, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn) // the one after Sudland's
	if want := (pair{"north-memorandum", "joint-draft"}); p.pair != want {
		t.Fatalf("the page shows %v, want %v", p.pair, want)
	}
	r.Sees("Joint draft, June 2025", "This dataset does not judge", "not judged", "1 clause listed, on chosen topics only",
		"no clause recorded in this dataset")
	r.SeesNot("1 aligned").Sees("does not mention it") // it was looked for in Norland's, for another comparison

	p.choose("joint-draft", p.pair.left) // which stands at the right
	if want := (pair{"joint-draft", "north-memorandum"}); p.pair != want {
		t.Errorf("choosing the document opposite shows %v, want %v", p.pair, want)
	}
}

func TestEveryWayToAPairShowsTwoDocuments(t *testing.T) {
	p, _ := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	const north, south, draft = model.DocumentID("north-memorandum"), "south-memorandum", "joint-draft"
	for _, c := range []struct {
		left, right model.DocumentID
		swapped     bool
		want        pair
	}{
		{want: pair{north, south}},
		{swapped: true, want: pair{south, north}},
		{left: draft, want: pair{draft, south}},
		{right: draft, want: pair{north, draft}},
		{left: south, want: pair{south, north}},
		{right: north, want: pair{south, north}},
		{left: draft, right: draft, want: pair{draft, north}},
		{left: "gone", right: "gone", want: pair{north, south}},
		{left: draft, right: south, swapped: true, want: pair{south, draft}},
	} {
		got, ok := p.desk.memorandaPair(state.State{Left: c.left, Right: c.right, Swapped: c.swapped})
		if !ok || got != c.want {
			t.Errorf("%q and %q, swapped %t: got %v, want %v", c.left, c.right, c.swapped, got, c.want)
		}
	}
}

func TestTheFilterLeavesOneJudgementAndSaysSo(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	r.Press("1 aligned").Sees("Shown: 1 of 4 topics (aligned).", "Both want all prisoners home.").SeesNot("The river lies")
	r.Press("Show all topics").Sees("The river lies").SeesNot("Shown:")
	r.Press("1 aligned").Press("1 aligned").SeesNot("Shown:") // pressed again it is off
	if p.view.IsFiltered() {
		t.Error("the filter is still on")
	}
	r.Press("1 aligned").Press("Territory: opposed") // a mark of the strip leads to its row whatever is filtered
	r.Sees("The river lies").SeesNot("Shown:")
}

func TestTheStripLeadsToTheRows(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	p.overview.marks[1].MouseIn(nil)
	r.Sees("Prisoners: aligned").SeesNot("One mark per topic")
	p.overview.marks[1].MouseOut()
	r.Sees("One mark per topic")
	r.Press("Territory: opposed")
	if got := p.desk.Store.Now().Selected; got != (model.Item{Kind: model.TopicItem, ID: "territory"}) {
		t.Errorf("selected is %v", got)
	}
	if r.Window.Canvas().Focused() != fyne.Focusable(p.rows[2].press) || !p.rows[2].press.Chosen() {
		t.Error("the row has not the focus, or is not marked")
	}
}

func TestTabStopsAtTheStripOnce(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	c := r.Window.Canvas()
	stops := 0
	for range 10 {
		c.FocusNext()
		if m, ok := c.Focused().(*oneOf); ok {
			stops++
			pressKeys(r, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
			r.Sees("Territory: opposed")
			if c.Focused() == fyne.Focusable(m) {
				t.Fatal("the arrow keys do not move along the strip")
			}
		}
	}
	if stops != 1 {
		t.Errorf("Tab stops %d times at the strip, want once", stops)
	}
	c.Focus(p.overview.marks[2])
	pressKeys(r, fyne.KeyReturn)
	if got := p.desk.Store.Now().Selected.ID; got != "territory" {
		t.Errorf("Enter on the third mark leads to %q", got)
	}
}

func TestTheKeyboardReachesAndUnfoldsRows(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	c := r.Window.Canvas()
	for range 40 {
		c.FocusNext()
		if c.Focused() == fyne.Focusable(p.rows[0].press) {
			break
		}
	}
	pressKeys(r, fyne.KeyReturn)
	if !p.rows[0].open {
		t.Fatal("Tab and Enter do not unfold the first row")
	}
	pressKeys(r, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeySpace)
	if !p.rows[1].open || p.rows[2].open {
		t.Error("the arrow keys do not move from row to row")
	}
}

func TestNextAndPreviousDifferenceGoRound(t *testing.T) {
	p, _ := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	var visited []string
	next, previous := p.NextDifference, p.PreviousDifference
	for _, move := range []func(){next, next, next, previous, previous} {
		move()
		visited = append(visited, p.desk.Store.Now().Selected.ID)
	}
	want := []string{"ceasefire", "territory", "ceasefire", "territory", "ceasefire"}
	if !slices.Equal(visited, want) {
		t.Errorf("visited %v, want %v: aligned and unjudged topics are no differences", visited, want)
	}
}

func TestPreviousDifferenceBeginsAtTheEnd(t *testing.T) {
	p, _ := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	p.PreviousDifference()
	if got := p.desk.Store.Now().Selected.ID; got != "territory" {
		t.Errorf("the first step back leads to %q, want the last difference", got)
	}
}

func TestPressingSelectsForTheInspector(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	r.Press("Prisoners") // the name of the topic, not its row
	if got := p.desk.Store.Now().Selected; got != (model.Item{Kind: model.TopicItem, ID: "prisoners"}) || p.rows[1].open {
		t.Errorf("the topic's name selects %v", got)
	}
	r.Press("Ceasefire: one side only. Press").Press("Clause 2 (Sudland)")
	if got := p.desk.Store.Now().Selected; got != clauseItem("s2") || !isChosen(p, "s2") {
		t.Errorf("the clause selects %v", got)
	}
	r.Press("2 sources")
	if got := p.desk.Store.Now().Evidence; !strings.Contains(got.Statement, "thirty days") || got.Sources == "" {
		t.Errorf("the sources of the clause show %+v", got)
	}
}

// isChosen reports whether a clause in sight is marked as selected.
func isChosen(p *Memoranda, id model.ClauseID) bool {
	chosen := false
	p.lines.Shown(func(_ int, o fyne.CanvasObject) {
		eachEntry(o, func(e *clauseEntry) { chosen = chosen || e.clause == id && e.Chosen() })
	})
	return chosen
}

func TestAClauseSelectedElsewhereIsUnfoldedHere(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	p.desk.Store.Select(clauseItem("s2"))
	r.Sees("The fighting stops for thirty days.")
	p.desk.Store.Select(clauseItem("d1")) // of another document, listed beside the territory
	r.Sees("The border is drawn by a commission.")
	if !p.rows[2].open {
		t.Error("the row that lists the clause of another document is not unfolded")
	}
}

func TestOtherPagesAndUnchangedStatesCostNothing(t *testing.T) {
	p, _ := openMemoranda(t, modeltest.TwoMemoranda(), "en", 620)
	first := p.rows[0]
	p.desk.Store.Change(func(n *state.State) { n.Kind = modeltest.Bodies })
	p.desk.Store.Change(func(n *state.State) { n.Page, n.Swapped = state.Rounds, true })
	if p.rows[0] != first {
		t.Error("the page was built anew for a change that it does not show")
	}
}

func TestADatasetWithoutDocumentsSaysSo(t *testing.T) {
	p, r := openMemoranda(t, modeltest.Minimal(), "en", 620)
	r.Sees("Memoranda", "This dataset holds no two documents to set side by side.")
	p.NextDifference()
	p.PreviousDifference()
}

func TestAllTopicsOfTheTalksAreShown(t *testing.T) {
	p, r := openMemoranda(t, talksDataset(t), "en", 1380)
	if len(p.rows) != 23 || len(p.overview.marks) != 23 {
		t.Fatalf("%d rows and %d marks, want 23", len(p.rows), len(p.overview.marks))
	}
	r.Sees("Russia, 2 June 2025", "Ukraine, 28 May 2025", "0 aligned", "5 partly aligned", "7 opposed", "11 one side only",
		"31 clauses", "21 clauses").SeesNot("not judged")
	r.Window.Resize(fyne.NewSize(1380, 60000)) // everything is in sight
	p.openAll(true)
	text := r.Text()
	for _, id := range []model.DocumentID{p.pair.left, p.pair.right} {
		for _, c := range p.desk.Dataset.ClausesOf(id) {
			if words := p.desk.Locale.Text(c.Text); !strings.Contains(text, words) {
				t.Errorf("clause %s is not to be seen: %s", c.ID, words)
			}
		}
	}
	for _, row := range p.rows {
		silent := 0
		for _, side := range row.row.Sides {
			if !side.Addressed && side.Silence == "does not mention it" {
				silent++
			}
		}
		if (row.row.Judgement == model.OneSideOnly) != (silent == 1) {
			t.Errorf("%s is judged %q, and %d do not mention it", row.row.Topic, row.row.Judgement, silent)
		}
	}
}

func TestDocumentsWithoutClausesShowWhatIsKnown(t *testing.T) {
	ds := talksDataset(t)
	var listed []model.DocumentID
	for _, m := range ds.Documents() {
		if len(ds.ClausesOf(m.ID)) == 0 {
			listed = append(listed, m.ID)
		}
	}
	if len(listed) != 2 {
		t.Fatalf("%d documents are listed only, want 2", len(listed))
	}
	p, r := openMemoranda(t, ds, "en", 620)
	p.desk.Store.Change(func(n *state.State) { n.Left, n.Right = listed[0], listed[1] })
	r.Sees("listed only: this dataset holds none of its clauses", "This dataset holds no clauses of these two documents",
		"Published by").SeesNot("not judged", "no clause recorded")
	p.desk.Store.Change(func(n *state.State) { n.Right = "" })
	r.Sees("no clause recorded in this dataset", "not judged", "does not mention it")
}

func TestNothingIsCutOrCoveredAtAnyWidth(t *testing.T) {
	ds := talksDataset(t)
	for _, c := range []struct {
		lang  string
		width float32
	}{{"uk", 420}, {"en", 620}, {"uk", 1380}} {
		p, r := openMemoranda(t, ds, c.lang, c.width)
		p.openAll(true)
		for _, f := range p.folds {
			f.Toggle()
		}
		legible(t, r, c.width)
		p.desk.Store.Change(func(n *state.State) { n.Right = "doc-2025-12-24-20" })
		legible(t, r, c.width)
		p.desk.Store.Change(func(n *state.State) { n.Swapped, n.Left, n.Right = true, "", "" })
		p.filterBy(model.PartlyAligned)
		legible(t, r, c.width)
	}
}

// legible fails for lines of text that reach beyond the page or lie on one another.
func legible(t *testing.T, r *uitest.Reader, width float32) {
	t.Helper()
	type line struct {
		words string
		from  fyne.Position
		to    fyne.Position
	}
	var lines []line
	walk(r.Window.Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
		if words, ok := o.(*canvas.Text); ok && strings.TrimSpace(words.Text) != "" {
			lines = append(lines, line{words.Text, at, at.Add(words.MinSize())})
		}
	})
	if len(lines) < 30 {
		t.Fatalf("only %d lines of text found", len(lines))
	}
	const touch = 1.5 // the letters themselves are smaller than their line
	for i, a := range lines {
		if a.from.X < 0 || a.to.X > width {
			t.Errorf("%v wide: %q reaches from %v to %v", width, a.words, a.from.X, a.to.X)
		}
		for _, b := range lines[:i] {
			if a.from.X+touch < b.to.X && b.from.X+touch < a.to.X && a.from.Y+touch < b.to.Y && b.from.Y+touch < a.to.Y {
				t.Errorf("%v wide: %q lies on %q", width, a.words, b.words)
			}
		}
	}
}

func TestRowsDoNotOverlap(t *testing.T) {
	for _, width := range []float32{620, 1380} {
		p, r := openMemoranda(t, talksDataset(t), "en", width)
		r.Window.Resize(fyne.NewSize(width, 60000))
		p.open(0, true)
		p.open(8, true)
		p.open(0, false)
		bottom := float32(0)
		for i := range p.table {
			line := p.lines.Line(i)
			if line == nil {
				t.Fatalf("%v wide: line %d is not made", width, i)
			}
			if line.Position().Y < bottom || line.Size().Height < line.MinSize().Height {
				t.Errorf("%v wide: line %d begins at %v, the one above ends at %v", width, i, line.Position().Y, bottom)
			}
			bottom = line.Position().Y + line.Size().Height
		}
	}
}

// walk visits an object and all that can be seen within it.
func walk(o fyne.CanvasObject, at fyne.Position, visit func(fyne.CanvasObject, fyne.Position)) {
	if !o.Visible() {
		return
	}
	visit(o, at)
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		walk(child, at.Add(child.Position()), visit)
	}
}
