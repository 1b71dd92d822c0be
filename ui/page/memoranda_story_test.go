package page

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
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

// memory holds notes in memory, and tells of changes at once.
type memory struct {
	Notes // what the page does not ask for
	notes []model.Note
	watch []func()
}

func (m *memory) All() []model.Note { return slices.Clone(m.notes) }

func (m *memory) Of(item model.Item) []model.Note {
	return slices.DeleteFunc(m.All(), func(n model.Note) bool { return n.Item != item })
}

func (m *memory) Save(n model.Note, done func(model.Note, error)) {
	m.notes = append(slices.DeleteFunc(m.notes, func(o model.Note) bool { return o.ID == n.ID }), n)
	done(n, nil)
	m.changed()
}

func (m *memory) SaveOver(n, _ model.Note, done func(model.Note, error)) { m.Save(n, done) }

func (m *memory) Delete(id model.NoteID, done func(error)) {
	m.notes = slices.DeleteFunc(m.notes, func(o model.Note) bool { return o.ID == id })
	done(nil)
	m.changed()
}

func (m *memory) Watch(changed func()) { m.watch = append(m.watch, changed) }

func (m *memory) Folder() string { return "notes" }

func (m *memory) changed() {
	for _, f := range m.watch {
		f()
	}
}

// openWithNotes opens the page for a reader who keeps notes.
func openWithNotes(t *testing.T, ds *model.Dataset, notes ...model.Note) (*Memoranda, *uitest.Reader, *memory) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(part.Look{Choice: "light"})
	kept := &memory{notes: notes}
	run := func(f func()) { f() }
	d := &Desk{
		Dataset: ds, Locale: format.In("en"), Store: state.NewStore(state.State{Page: state.Memoranda}), Notes: kept,
		Spawn: run, OnUI: run,
	}
	p := NewMemoranda(d)
	w := test.NewTempWindow(t, p.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1200, 2600))
	d.Window = w
	d.Store.Watch(p.Show)
	return p, uitest.At(t, w), kept
}

func typeInto(r *uitest.Reader, e fyne.Focusable, text string) {
	r.Window.Canvas().Focus(e)
	test.Type(e, text)
}

func TestAReaderFindsWordsInBothColumns(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 1200)
	typeInto(r, p.finder.entry, "border")
	r.Sees("3 hits", "left 1 · right 1")
	r.SeesNot("The river is the border.")
	pressKeys(r, fyne.KeyReturn)
	r.Sees("No. 1 of 3 hits", "The river is the border.") // unfolded, because the hit is in a clause
	var marked []part.Marking
	for _, s := range p.finder.spans(place{row: 2, side: 0, what: clauseText}) {
		marked = append(marked, s.As)
	}
	if !slices.Equal(marked, []part.Marking{part.CurrentHit}) {
		t.Errorf("marked is %v", marked)
	}
	pressKeys(r, fyne.KeyReturn)
	r.Sees("No. 2 of 3 hits")
	pressKeys(r, fyne.KeyReturn, fyne.KeyReturn)
	r.Sees("No. 1 of 3 hits") // round
	r.Press("Previous hit (Shift+Enter)").Sees("No. 3 of 3 hits", "The border is drawn by a commission.")
	pressKeys(r, fyne.KeyEscape)
	r.SeesNot("hits")
	if p.desk.Store.Now().Comparison.Find != "" {
		t.Error("the state still holds the words")
	}
}

func TestWordsAreFoundInAnyCaseAndScript(t *testing.T) {
	p, r := openMemoranda(t, talksDataset(t), "uk", 1200)
	typeInto(r, p.finder.entry, "вогню")
	if len(p.finder.hits) == 0 {
		t.Error("a word of the topics is not found")
	}
	p.finder.entry.SetText("CRIMEA")
	if len(p.finder.hits) == 0 {
		t.Error("a word in capitals is not found")
	}
	p.finder.entry.SetText("xyzzy")
	r.Sees("0 збігів")
}

func TestFiltersAreSentencesAndCanBeReset(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 1200)
	for _, c := range []struct {
		choose string
		sees   []string
		hides  []string
	}{
		{"Addressed by one only", []string{"Shown: 1 of 4 topics (Addressed by one only)."}, []string{"Both want all prisoners home."}},
		{"Addressed by both", []string{"Shown: 3 of 4 topics"}, []string{"thirty days"}},
		{"Addressed only by Sudland, 1 June 2025", []string{"Shown: 1 of 4 topics"}, []string{"the river"}},
		{"Addressed only by Norland, 2 June 2025", []string{"Shown: 0 of 4 topics"}, []string{"the river"}},
		{"Territory", []string{"Shown: 0 of 4 topics (Territory; Addressed only by Norland"}, nil},
		{"Addressed by either", []string{"Shown: 1 of 4 topics (Territory)."}, []string{"Both want all prisoners home."}},
		{"opposed", []string{"(opposed; Territory)"}, nil},
	} {
		r.Choose(c.choose).Sees(c.sees...).SeesNot(c.hides...)
	}
	r.Press("Show all topics").SeesNot("Shown:").Sees("Both want all prisoners home.")
	p.desk.Store.Back()
	r.Sees("(opposed; Territory)")
}

func TestAReaderUnfoldsAndFoldsEverything(t *testing.T) {
	_, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 1200)
	r.Press("Expand all").Sees("The river is the border.", "The fighting stops for thirty days.", "Third states guarantee the peace.")
	r.Press("Topics only").SeesNot("The river is the border.", "All prisoners are exchanged")
}

func TestColumnsAreMovedByDraggingAndByKeys(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 1200)
	var lines []fyne.CanvasObject
	walk(p.head, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if d, ok := o.(fyne.Draggable); ok {
			lines = append(lines, d.(fyne.CanvasObject))
		}
	})
	if len(lines) != 3 {
		t.Fatalf("%d lines can be moved, want 3", len(lines))
	}
	stance := func() float32 { // how wide the left side's words are in the row of the ceasefire
		width := float32(0)
		walk(p.lines.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
			if text, ok := o.(*part.Prose); ok && text.Text == "all for all" {
				width = text.Size().Width
			}
		})
		return width
	}
	narrow := stance()
	lines[1].(fyne.Draggable).Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(60, 0)})
	wide := p.facing.Shares.Left
	if stance() <= narrow+50 {
		t.Errorf("after dragging by 60 the words are %v wide, before it %v; the shares are %+v", stance(), narrow, p.facing.Shares)
	}
	if got := p.desk.Store.Now().Comparison.Columns.Left; got != wide {
		t.Errorf("the state holds %v, want %v", got, wide)
	}
	walk(p.head, fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if d, ok := o.(fyne.Draggable); ok {
			lines = append(lines, d.(fyne.CanvasObject))
		}
	})
	r.Window.Canvas().Focus(lines[len(lines)-2].(fyne.Focusable))
	pressKeys(r, fyne.KeyLeft)
	if p.facing.Shares.Left >= wide {
		t.Error("the left arrow key does not narrow the column")
	}
	pressKeys(r, fyne.KeyHome)
	if p.facing.Shares != (part.Shares{}) {
		t.Errorf("Home leaves %+v", p.facing.Shares)
	}
}

func TestTheMatrixLeadsToTheComparison(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 1200)
	r.Press("Topics by documents").Sees("Which document addresses which topic", "Joint draft, June 2025", "(1)", "–")
	r.Press("Territory, Joint draft, June 2025: 1 clause")
	if want := (pair{"north-memorandum", "joint-draft"}); p.pair != want {
		t.Errorf("the page compares %v, want %v", p.pair, want)
	}
	if got := p.desk.Store.Now().Selected; got != topicItem("territory") {
		t.Errorf("selected is %v", got)
	}
	r.Sees("This dataset does not judge")
	p.desk.Store.Back()
	r.Sees("Which document addresses which topic")
}

func TestTheKeyboardMovesWithinTheMatrix(t *testing.T) {
	p, r := openMemoranda(t, modeltest.TwoMemoranda(), "en", 1200)
	r.Press("Topics by documents")
	c := r.Window.Canvas()
	stops := 0
	for range 20 {
		c.FocusNext()
		if _, ok := c.Focused().(*oneOf); ok {
			stops++
		}
	}
	if stops == 0 || stops > 3 { // once a round
		t.Errorf("Tab stops %d times at the cells", stops)
	}
	c.Focus(p.matrix.cells[0][0])
	pressKeys(r, fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	if got := p.desk.Store.Now(); got.Selected != topicItem("territory") || p.pair.right != "joint-draft" {
		t.Errorf("the keys lead to %v of %v", got.Selected, p.pair)
	}
}

func TestTheReadersJudgementStandsBesideTheDatasets(t *testing.T) {
	p, r, kept := openWithNotes(t, modeltest.TwoMemoranda())
	r.Press("Territory: opposed. Press").Press("Add your own judgement")
	r.Sees("In the dataset: opposed. The river lies a day's march from the hills.")
	uitest.Find[*part.DialogSelect](r).SetSelected("aligned")
	typeInto(r, uitest.Find[*reasonEntry](r), "They mean the same valley.")
	r.Press("Save")
	r.Sees("Your own judgement", "They mean the same valley.", "The river lies a day's march from the hills.")
	if len(kept.notes) != 1 {
		t.Fatalf("%d notes are kept", len(kept.notes))
	}
	n := kept.notes[0]
	if n.Judgement.Judgement != model.Aligned || n.Item != topicItem("territory") || !n.Judgement.Of("south-memorandum", "north-memorandum") {
		t.Errorf("kept is %+v", n)
	}
	if got := p.overview.marks[2].Name; !strings.Contains(got, "opposed") {
		t.Errorf("the strip shows %q: the dataset's judgement must stay", got)
	}

	r.Press("Change")
	uitest.Find[*part.DialogSelect](r).SetSelected("partly aligned")
	r.Press("Save")
	if len(kept.notes) != 1 || kept.notes[0].Judgement.Judgement != model.PartlyAligned {
		t.Errorf("after the change kept is %+v", kept.notes)
	}

	r.Press("Swap the two documents").Sees("They mean the same valley.")
	r.Press("Swap the two documents").Press("Remove").SeesNot("They mean the same valley.", "Your own judgement").
		Sees("The river lies a day's march from the hills.")
	if len(kept.notes) != 0 {
		t.Errorf("removed, it leaves %+v", kept.notes)
	}
}

func TestWhatIsTypedInADialogIsKeptBeforeItIsSaved(t *testing.T) {
	_, r, kept := openWithNotes(t, modeltest.TwoMemoranda())
	says := func(want ...string) {
		t.Helper()
		var got []string
		for _, n := range kept.notes {
			got = append(got, string(n.Judgement.Judgement)+": "+n.Text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("kept are %q, want %q", got, want)
		}
	}
	r.Press("Territory: opposed. Press").Press("Add your own judgement")
	says()
	uitest.Find[*part.DialogSelect](r).SetSelected("partly aligned")
	typeInto(r, uitest.Find[*reasonEntry](r), "The valley")
	says("partly-aligned: The valley")
	r.Press("Cancel").SeesNot("The valley")
	says()

	r.Press("Add your own judgement")
	if choice := uitest.Find[*part.DialogSelect](r); choice.Selected != "" {
		t.Errorf("%q is chosen before the reader chose", choice.Selected)
	}
	uitest.Find[*part.DialogSelect](r).SetSelected("partly aligned")
	typeInto(r, uitest.Find[*reasonEntry](r), "The hills")
	r.Press("Save").Press("Change")
	uitest.Find[*reasonEntry](r).SetText("The hills, and more")
	says("partly-aligned: The hills, and more")
	part.Escape(r.Window.Canvas())
	says("partly-aligned: The hills")
}

func TestAJudgementIsOfOnePairAlone(t *testing.T) {
	n := model.Note{
		ID: "n", Item: topicItem("territory"), Text: "They mean the same valley.",
		Judgement: model.ReaderJudgement{Left: "north-memorandum", Right: "south-memorandum", Judgement: model.Aligned},
	}
	p, r, _ := openWithNotes(t, modeltest.TwoMemoranda(), n)
	r.Sees("They mean the same valley.")
	p.desk.Store.Change(func(s *state.State) { s.Right = "joint-draft" })
	r.SeesNot("They mean the same valley.")
}

func TestWordsOfAClauseAreNoted(t *testing.T) {
	_, r, kept := openWithNotes(t, modeltest.TwoMemoranda())
	r.Press("Territory: opposed. Press")
	var text *part.SelectableText
	walk(r.Window.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if s, ok := o.(*part.SelectableText); ok && strings.Contains(s.Text, "The river is the border.") {
			text = s
		}
	})
	if text == nil {
		t.Fatal("no text can be selected in")
	}
	at := strings.Index(text.Text, "the border")
	text.Select(at, at+len("the border."))
	legible(t, r, 1200)
	r.Press("Note these words").Sees("“the border.”")
	reason := uitest.Find[*reasonEntry](r)
	typeInto(r, reason, "Which one?")
	if len(kept.notes) != 1 || kept.notes[0].Text != "Which one?" || kept.notes[0].Passage.Quote != "the border." {
		t.Errorf("before it is saved, kept is %+v", kept.notes)
	}
	if reason.AcceptsTab() {
		t.Error("Tab does not lead out of the text")
	}
	r.Press("Save").Sees("Your note on “the border.”", "Which one?")
	n := kept.notes[0]
	if n.Passage.Quote != "the border." || n.Passage.Prefix != "The river is " || n.Item != clauseItem("n2") {
		t.Errorf("kept is %+v", n.Passage)
	}
}

func TestANoteOnWordsThatAreGoneIsShownAsAnOrphan(t *testing.T) {
	f := modeltest.TwoMemorandaFacts()
	text := "Everybody knows: the river is the border."
	note := model.Note{ID: "n", Item: clauseItem("n2"), Text: "Which one?", Passage: model.NewPassage("", "The river is the border.", 17, 23)}
	f.Clauses[1].Text = model.Plain(text)
	_, r, _ := openWithNotes(t, model.New(f), note)
	r.Press("Territory: opposed. Press").Sees("Your note on “border”", "Which one?") // found again after an edit
	f.Clauses[1].Text = model.Plain("The river is the line.")
	_, r, _ = openWithNotes(t, model.New(f), note)
	r.Press("Territory: opposed. Press").Sees("stand here no more: “border”", "Which one?")
}

func TestChangedWordsOfTwoVersionsAreMarked(t *testing.T) {
	ds, problems := datafile.Read("lakes.json", data.Lakes)
	if ds == nil {
		t.Fatal(problems)
	}
	p, r := openMemoranda(t, ds, "en", 1200)
	p.desk.Store.Change(func(n *state.State) { n.Left, n.Right = "orvane-1", "orvane-2" })
	r.Press("Expand all").Sees("changes marked against")
	altered := 0
	walk(r.Window.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if s, ok := o.(*part.SelectableText); ok {
			for _, span := range s.Spans {
				if span.As == part.Altered {
					altered++
				}
			}
		}
	})
	if altered < 4 {
		t.Errorf("%d pieces are marked as changed", altered)
	}
}

func TestTheComparisonIsExported(t *testing.T) {
	_, r, _ := openWithNotes(t, modeltest.TwoMemoranda())
	folder := t.TempDir()
	r.Press("Export…").PressMenu("The comparison: HTML, Markdown, CSV…")
	r.Entry(startFolder()).SetText(folder)
	r.Press("Save")
	file, err := os.ReadFile(filepath.Join(folder, "comparison-north-memorandum-south-memorandum.html"))
	if text := string(file); err != nil || !strings.Contains(text, "<!DOCTYPE html>") || !strings.Contains(text, "The hills are the border.") {
		t.Errorf("%v; the file begins with %.200s", err, text)
	}
}
