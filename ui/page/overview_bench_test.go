package page

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
)

// BenchmarkFirstPage builds the page that a new reader sees first, and lays it out.
func BenchmarkFirstPage(b *testing.B) {
	benchmarkPage(b, state.State{Page: state.Overview}, func(d *Desk) Page { return NewOverview(d) })
}

// BenchmarkSources does so with the list of all sources, what rests on each included.
func BenchmarkSources(b *testing.B) {
	benchmarkPage(b, state.State{Page: state.Sources}, func(d *Desk) Page { return NewSources(d) })
}

func benchmarkPage(b *testing.B, now state.State, make func(*Desk) Page) {
	test.NewTempApp(b).Settings().SetTheme(part.Look{Choice: "light"})
	ds, problems := datafile.Read("talks.json", data.Talks)
	if err := problems.Err(); err != nil {
		b.Fatal(err)
	}
	window := test.NewTempWindow(b, container.NewStack())
	window.Resize(fyne.NewSize(756, 800))
	for b.Loop() {
		b.StopTimer()
		fresh := model.New(*ds.Facts()) // nothing of it is worked out yet
		d := &Desk{Dataset: fresh, Locale: format.In("en"), Store: state.NewStore(now), Window: window, Notes: noNotes{}}
		b.StartTimer()
		p := make(d)
		p.Show(now)
		window.SetContent(p.Content())
	}
}

// noNotes are the notes of a reader who has none.
type noNotes struct{ Notes }

func (noNotes) Folder() string { return "/notes" }
