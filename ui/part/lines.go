package part

import (
	"math"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Lines is a column of lines on a page that scrolls, of which only those in sight are made, however many there are. A line
// that was never in sight has a height that is guessed; when it comes into sight above what the reader looks at, what they
// look at stays where it is.
type Lines struct {
	box   *fyne.Container
	build func(int) fyne.CanvasObject
	guess func(i int, width float32) float32

	tops  []float32 // of each line, and the end of the last
	known []bool    // lines whose height is measured at the width
	shown map[int]fyne.CanvasObject
	width float32
}

// NewLines returns a column without lines. Build makes a line, guess says about how high it is at a width.
func NewLines(build func(int) fyne.CanvasObject, guess func(i int, width float32) float32) *Lines {
	l := &Lines{build: build, guess: guess, shown: map[int]fyne.CanvasObject{}, tops: []float32{0}}
	l.box = container.New(&linesLayout{l})
	return l
}

// Content returns what to put on the page.
func (l *Lines) Content() *fyne.Container { return l.box }

// Len is how many lines there are.
func (l *Lines) Len() int { return len(l.known) }

// Fill shows n lines anew; all that were made are dropped.
func (l *Lines) Fill(n int) {
	clear(l.shown)
	l.box.Objects = nil
	l.known = make([]bool, n)
	l.tops = make([]float32, n+1)
	l.guessAll()
}

// Replace puts new lines in the place of others; the rest keep their heights.
func (l *Lines) Replace(at, old, n int) {
	heights := make([]float32, 0, l.Len()-old+n)
	known := make([]bool, 0, cap(heights))
	for i := range at {
		heights, known = append(heights, l.tops[i+1]-l.tops[i]), append(known, l.known[i])
	}
	for i := range n {
		heights, known = append(heights, l.guess(at+i, l.width)), append(known, false)
	}
	for i := at + old; i < l.Len(); i++ {
		heights, known = append(heights, l.tops[i+1]-l.tops[i]), append(known, l.known[i])
	}
	shown := map[int]fyne.CanvasObject{}
	for i, o := range l.shown {
		switch {
		case i < at:
			shown[i] = o
		case i >= at+old:
			shown[i-old+n] = o
		}
	}
	l.shown, l.known, l.tops = shown, known, make([]float32, len(heights)+1)
	for i, h := range heights {
		l.tops[i+1] = l.tops[i] + h
	}
}

// Remeasure asks every line for its height again, after the columns have got other widths.
func (l *Lines) Remeasure() {
	clear(l.known)
	l.guessAll()
}

// Regrown asks the lines in sight for their heights again, after something within one has become higher or lower.
func (l *Lines) Regrown() {
	for i := range l.shown {
		l.known[i] = false
	}
}

// RebuildAll makes every line in sight anew when it is next shown; heights that are known are kept as guesses.
func (l *Lines) RebuildAll() {
	clear(l.shown)
	clear(l.known)
}

func (l *Lines) guessAll() {
	for i := range l.known {
		l.tops[i+1] = l.tops[i] + l.guess(i, l.width)
	}
}

// Line returns the object of a line that is in sight; nil for any other.
func (l *Lines) Line(i int) fyne.CanvasObject { return l.shown[i] }

// Shown calls visit with every line in sight.
func (l *Lines) Shown(visit func(i int, o fyne.CanvasObject)) {
	for i, o := range l.shown {
		visit(i, o)
	}
}

// Top is where a line begins.
func (l *Lines) Top(i int) float32 { return l.tops[min(max(i, 0), l.Len())] }

// Bottom is where a line ends.
func (l *Lines) Bottom(i int) float32 { return l.tops[min(max(i+1, 0), l.Len())] }

// First is the first line that reaches below a place.
func (l *Lines) First(y float32) int {
	return sort.Search(l.Len(), func(i int) bool { return l.tops[i+1] > y })
}

// linesMargin is how far out of sight lines are made already.
const linesMargin = 120

// Show makes the lines between two places. It returns by how much all that lies below from has moved, because lines
// above it turned out higher or lower than was guessed.
func (l *Lines) Show(from, to float32) (moved float32) {
	if l.width <= 0 {
		return 0
	}
	begin := l.First(from - linesMargin)
	last := begin - 1
	for i := begin; i < l.Len() && l.tops[i] < to+linesMargin; i++ {
		isAbove := l.tops[i+1] <= from
		if by := l.measure(i); isAbove {
			moved, from, to = moved+by, from+by, to+by
		}
		last = i
	}
	for i := range l.shown {
		if i < begin || i > last {
			delete(l.shown, i)
		}
	}
	l.place(begin, last)
	return moved
}

// place puts the lines that are made into their places.
func (l *Lines) place(begin, last int) {
	objects := make([]fyne.CanvasObject, 0, max(last-begin+1, 0))
	for i := begin; i <= last; i++ {
		o := l.object(i)
		o.Move(fyne.NewPos(0, l.tops[i]))
		o.Resize(fyne.NewSize(l.width, l.tops[i+1]-l.tops[i]))
		objects = append(objects, o)
	}
	l.box.Objects = objects
	canvas.Refresh(l.box)
}

func (l *Lines) object(i int) fyne.CanvasObject {
	o := l.shown[i]
	if o == nil {
		o = l.build(i)
		l.shown[i] = o
	}
	return o
}

// measure learns the height of a line, and returns by how much it differs from what was thought.
func (l *Lines) measure(i int) float32 {
	if l.known[i] && l.shown[i] != nil {
		return 0
	}
	o := l.object(i)
	o.Resize(fyne.NewSize(l.width, o.MinSize().Height))
	height := float32(math.Ceil(float64(o.MinSize().Height))) // so that no seam shows between two lines
	l.known[i] = true
	by := height - (l.tops[i+1] - l.tops[i])
	if by != 0 {
		for j := i + 1; j < len(l.tops); j++ {
			l.tops[j] += by
		}
	}
	return by
}

// linesLayout is as high as all lines; they are placed when they are shown.
type linesLayout struct{ owner *Lines }

// Layout implements fyne.Layout.
func (g *linesLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if l := g.owner; size.Width != l.width {
		l.width = size.Width
		l.Remeasure()
	}
}

// MinSize implements fyne.Layout.
func (g *linesLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(facingLeast, g.owner.tops[g.owner.Len()])
}
