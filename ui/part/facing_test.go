package part

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// block is an object of a fixed least size.
func block(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

func at(o fyne.CanvasObject) fyne.Position { return o.Position() }

func TestAFlowBeginsANewLineWhereTheWidthEnds(t *testing.T) {
	test.NewTempApp(t)
	a, b, c := block(40, 10), block(40, 20), block(40, 10)
	flow := Flow(10, 5, a, b, c)
	flow.Resize(fyne.NewSize(95, 100))
	if at(a) != fyne.NewPos(0, 5) || at(b) != fyne.NewPos(50, 0) || at(c) != fyne.NewPos(0, 25) {
		t.Errorf("placed at %v, %v and %v", at(a), at(b), at(c))
	}
	if got := flow.MinSize(); got != fyne.NewSize(40, 35) {
		t.Errorf("needs %v, want two lines", got)
	}
	b.Hide()
	flow.Resize(fyne.NewSize(94, 100))
	if at(c) != fyne.NewPos(50, 0) || flow.MinSize().Height != 10 {
		t.Error("what is hidden takes room")
	}
}

func TestAFlowAndItsKeyShareALineWhereBothFit(t *testing.T) {
	test.NewTempApp(t)
	key := Flow(0, 0, block(50, 10), block(50, 10))
	remark := Column(0, block(10, 10))
	box := FlowWithKey(10, Flow(0, 0, block(100, 20)), remark, key)
	box.Resize(fyne.NewSize(230, 100))
	if at(key) != fyne.NewPos(130, 5) || at(remark).Y != 20 || box.MinSize().Height != 30 {
		t.Errorf("wide: key at %v, remark at %v, height %v", at(key), at(remark), box.MinSize().Height)
	}
	box.Resize(fyne.NewSize(229, 100))
	if at(remark).Y != 20 || at(key) != fyne.NewPos(0, 40) || box.MinSize().Height != 50 {
		t.Errorf("narrow: key at %v, remark at %v, height %v", at(key), at(remark), box.MinSize().Height)
	}
}

func TestHeadRowAndBodyOfTheTableStandInTheSameColumns(t *testing.T) {
	test.NewTempApp(t)
	for _, width := range []float32{320, 572, 839, 840, 1332, 2400} {
		headLeft, rowLeft, bodyLeft := block(1, 10), block(1, 10), block(1, 10)
		headRight, rowRight, bodyRight := block(1, 10), block(1, 10), block(1, 10)
		f := &Facing{}
		f.Head(block(1, 10), headLeft, block(1, 10), headRight, "", nil).Resize(fyne.NewSize(width, 50))
		f.Row(block(20, 20), block(1, 10), rowLeft, block(1, 10), rowRight).Resize(fyne.NewSize(width, 50))
		f.Body(bodyLeft, bodyRight, nil).Resize(fyne.NewSize(width, 50))
		for _, column := range [][]fyne.CanvasObject{{headLeft, rowLeft, bodyLeft}, {headRight, rowRight, bodyRight}} {
			for _, o := range column[1:] {
				if at(o).X != at(column[0]).X || o.Size().Width != column[0].Size().Width {
					t.Errorf("%v wide: %v %v and %v %v", width, at(o), o.Size(), at(column[0]), column[0].Size())
				}
			}
		}
		end := at(rowRight).X + rowRight.Size().Width
		if end > width+0.5 || at(rowRight).X < at(rowLeft).X+rowLeft.Size().Width {
			t.Errorf("%v wide: the columns overlap or reach to %v", width, end)
		}
	}
}

func TestWhereRoomIsSmallLeftAndRightStandBelowTheTopic(t *testing.T) {
	test.NewTempApp(t)
	topic, left, judgement, right := block(1, 30), block(1, 40), block(1, 50), block(1, 20)
	row := new(Facing).Row(block(20, 20), topic, left, judgement, right)
	row.Resize(fyne.NewSize(1000, 100))
	if at(left).Y != 0 || row.MinSize().Height != 50 {
		t.Errorf("wide: left at %v, height %v", at(left), row.MinSize().Height)
	}
	row.Resize(fyne.NewSize(600, 100))
	if at(left).Y != 60 || at(right).Y != 60 || at(right).X != at(judgement).X || row.MinSize().Height != 100 {
		t.Errorf("narrow: left at %v, right at %v, height %v", at(left), at(right), row.MinSize().Height)
	}
}
