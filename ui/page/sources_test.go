package page

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

func TestThePageSourcesIsThereBeforeItsListsAre(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(part.Look{Choice: "light"})
	now := state.State{Page: state.Sources}
	var work []func() // beside the window
	d := &Desk{
		Dataset: madeUpTalks(t, quickIndex), Locale: format.In("en"), Store: state.NewStore(now),
		Spawn: func(f func()) { work = append(work, f) }, OnUI: func(f func()) { f() },
	}
	p := NewSources(d)
	d.Window = test.NewTempWindow(t, p.Content())
	d.Window.Resize(fyne.NewSize(900, 700))
	r := uitest.At(t, d.Window)
	d.Store.Watch(p.Show)
	r.Sees("Sources", "Going through everything that rests on the sources").SeesNot("All uses")
	r.Press("Choose a publisher…") // there is nothing to choose from yet
	r.Press("Figures with one source").SeesNot("Value")
	if len(work) != 1 {
		t.Fatalf("the index is made %d times", len(work))
	}
	work[0]()
	r.Sees("Value").SeesNot("Going through everything")
	r.Press("All sources").Sees("All uses")
}
