package page

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
)

// manyClauses is a dataset with this many clauses of two documents, on 50 topics.
func manyClauses(n int) *model.Dataset {
	f := modeltest.TwoMemorandaFacts()
	f.Clauses, f.Comparisons, f.Topics = nil, nil, nil
	for i := range 50 {
		f.Topics = append(f.Topics, model.Topic{ID: model.TopicID(fmt.Sprint("t", i)), Name: model.Plain(fmt.Sprint("Topic ", i))})
	}
	for i := range n {
		document := model.DocumentID("north-memorandum")
		if i%2 == 1 {
			document = "south-memorandum"
		}
		f.Clauses = append(f.Clauses, model.Clause{
			ID: model.ClauseID(fmt.Sprint("c", i)), Document: document, Number: fmt.Sprint(i), Topic: f.Topics[i%50].ID,
			Text:    model.Plain(fmt.Sprintf("The sides keep to the line of the river at mark %d and tell each other of every boat that crosses it.", i)),
			Wording: model.Quotation, Sources: []model.SourceID{f.Sources[0].ID},
		})
	}
	return model.New(f)
}

func openMany(b *testing.B, n int) *Memoranda {
	b.Helper()
	test.NewTempApp(b).Settings().SetTheme(part.Look{Choice: "light"})
	d := &Desk{Dataset: manyClauses(n), Locale: format.In("en"), Store: state.NewStore(state.State{Page: state.Memoranda})}
	p := NewMemoranda(d)
	w := test.NewTempWindow(b, p.Content())
	w.Resize(fyne.NewSize(1280, 800))
	d.Window = w
	d.Store.Watch(p.Show)
	return p
}

func BenchmarkFirstSightOf5000Clauses(b *testing.B) {
	for b.Loop() {
		openMany(b, 5000)
	}
}

func BenchmarkScrollThrough5000Clauses(b *testing.B) {
	p := openMany(b, 5000)
	p.openAll(true)
	y := float32(0)
	for b.Loop() {
		if y += 120; y > 100_000 {
			y = 0
		}
		p.page.ScrollTo(y)
	}
}

func BenchmarkUnfold5000Clauses(b *testing.B) {
	p := openMany(b, 5000)
	for b.Loop() {
		p.openAll(true)
		p.openAll(false)
	}
}

func BenchmarkFindIn5000Clauses(b *testing.B) {
	p := openMany(b, 5000)
	p.openAll(true)
	for b.Loop() {
		p.finder.find("boat")
		p.finder.find("river")
	}
}
