package page

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/model/synthetic"
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

// BenchmarkFirstPageOf100000Exchanges and BenchmarkSourcesOf100000Exchanges do so with made-up talks.
func BenchmarkFirstPageOf100000Exchanges(b *testing.B) {
	benchmarkPageOf(b, madeUpTalks(b, 100_000), state.State{Page: state.Overview}, func(d *Desk) Page { return NewOverview(d) })
}

func BenchmarkSourcesOf100000Exchanges(b *testing.B) {
	benchmarkPageOf(b, madeUpTalks(b, 100_000), state.State{Page: state.Sources}, func(d *Desk) Page { return NewSources(d) })
}

// madeUpTalks are talks of many exchanges.
func madeUpTalks(t testing.TB, exchanges int) *model.Dataset {
	t.Helper()
	talks, err := synthetic.New(exchanges, 1)
	if err != nil {
		t.Fatal(err)
	}
	facts := *talks.Frame()
	facts.Exchanges = slices.Collect(talks.Exchanges())
	return model.New(facts)
}

func benchmarkPage(b *testing.B, now state.State, make func(*Desk) Page) {
	ds, problems := datafile.Read("talks.json", data.Talks)
	if err := problems.Err(); err != nil {
		b.Fatal(err)
	}
	benchmarkPageOf(b, ds, now, make)
}

// benchmarkPageOf measures how long the window is held up.
func benchmarkPageOf(b *testing.B, ds *model.Dataset, now state.State, make func(*Desk) Page) {
	test.NewTempApp(b).Settings().SetTheme(part.Look{Choice: "light"})
	window := test.NewTempWindow(b, container.NewStack())
	window.Resize(fyne.NewSize(756, 800))
	for b.Loop() {
		b.StopTimer()
		fresh := model.New(*ds.Facts()) // nothing of it is worked out yet
		d := &Desk{Dataset: fresh, Locale: format.In("en"), Store: state.NewStore(now), Window: window, Notes: noNotes{}}
		d.Spawn, d.OnUI = func(func()) {}, func(f func()) { f() }
		b.StartTimer()
		p := make(d)
		p.Show(now)
		window.SetContent(p.Content())
	}
}

// noNotes are the notes of a reader who has none.
type noNotes struct{ Notes }

func (noNotes) Folder() string { return "/notes" }
