package part

import (
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// numbered is a list in a window whose rows say their number.
func numbered(t *testing.T) *Rows {
	t.Helper()
	test.NewTempApp(t)
	r := NewRows(func() (fyne.CanvasObject, any) {
		cell := NewCellText(false, false)
		return cell.Container, cell
	}, func(i int, cell any) string {
		cell.(*CellText).Set("row " + strconv.Itoa(i))
		return "row " + strconv.Itoa(i)
	}, func(int) {})
	w := test.NewTempWindow(t, r)
	w.Resize(fyne.NewSize(400, 300))
	return r
}

// inSight is the names of the first and the last row that are made.
func inSight(r *Rows) (first, last string) {
	views := r.content.Objects
	if len(views) == 0 {
		return "", ""
	}
	return views[0].(*rowView).name, views[len(views)-1].(*rowView).name
}

func TestAListBeginsWhereItIsToldToBeforeOrAfterItIsFilled(t *testing.T) {
	r := numbered(t)
	r.BeginAt(40)
	r.Fill(100, -1, true)
	if first, _ := inSight(r); first != "row 40" || r.First() != 40 {
		t.Errorf("it begins with %q, row %d", first, r.First())
	}
	r.BeginAt(60)
	if first, _ := inSight(r); first != "row 60" || r.First() != 60 {
		t.Errorf("it begins with %q, row %d", first, r.First())
	}
	r.Fill(100, -1, true)
	if first, _ := inSight(r); first != "row 0" {
		t.Errorf("filled afresh it begins with %q", first)
	}
}

func TestAListThatHasBecomeShorterShowsItsEnd(t *testing.T) {
	r := numbered(t)
	r.Fill(100, -1, true)
	r.BeginAt(90)
	r.Fill(20, -1, false)
	if _, last := inSight(r); last != "row 19" {
		t.Errorf("the last row in sight is %q", last)
	}
	r.BeginAt(90)
	if _, last := inSight(r); last != "row 19" {
		t.Errorf("told to begin behind its end, the last row in sight is %q", last)
	}
	r.Fill(0, -1, false)
	r.BeginAt(5)
	r.Fill(3, -1, true)
	if first, last := inSight(r); first != "row 0" || last != "row 2" {
		t.Errorf("of three rows %q to %q are in sight", first, last)
	}
}
