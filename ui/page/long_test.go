package page

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"parley/model/modeltest"
	"parley/ui/format"
	"parley/ui/part"
	"parley/ui/uitest"
)

func TestOfALongListTheRestIsALinkAway(t *testing.T) {
	test.NewTempApp(t)
	desk := &Desk{Dataset: modeltest.Talks(), Locale: format.In("en")}
	s := desk.newSheet()
	made := 0
	s.long(120, 0, func(i int) fyne.CanvasObject {
		made++
		return part.Text("row " + strconv.Itoa(i+1) + ".")
	})
	w := test.NewTempWindow(t, s.column(0))
	r := uitest.At(t, w)
	r.Sees("row 50.", "Show 50 more of 70").SeesNot("row 51.")
	if made != 50 {
		t.Errorf("%d rows are made", made)
	}
	r.Press("Show 50 more").Sees("row 100.", "Show 20 more of 20").SeesNot("row 101.")
	r.Press("Show 20 more").Sees("row 1.", "row 120.").SeesNot("Show")
}
