package part

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Rows is a list of rows as high as their texts, of which only those in sight are made. The arrow keys move from row to
// row, Enter chooses.
type Rows struct {
	widget.BaseWidget
	Name     string // for screen readers, while there are no rows
	newRow   func() (fyne.CanvasObject, any)
	fill     func(int, any) string
	onChosen func(int)

	tops    []float32 // of each row, and the end of the last; guessed for rows that were never in sight
	known   []bool    // rows whose height is measured
	begin   int       // the row to begin at when the list is filled afresh
	width   float32   // that they were measured at
	shown   map[int]*rowView
	spare   []*rowView
	chosen  int // -1 for none
	current int // where the keys are
	focused bool
	scroll  *container.Scroll
	content *fyne.Container
}

// guessedHeight is that of a row that was never in sight.
const guessedHeight = 46

var (
	_ fyne.Widget    = (*Rows)(nil)
	_ fyne.Focusable = (*Rows)(nil)
)

// NewRows returns a list without rows. It makes the look of a row with newRow, which also returns what fill fills; fill
// returns the name of the row.
func NewRows(newRow func() (fyne.CanvasObject, any), fill func(int, any) string, onChosen func(int)) *Rows {
	r := &Rows{newRow: newRow, fill: fill, onChosen: onChosen, chosen: -1, shown: map[int]*rowView{}, tops: []float32{0}}
	r.content = container.New(&rowsLayout{r})
	r.scroll = container.NewVScroll(r.content)
	r.scroll.OnScrolled = func(fyne.Position) { r.place() }
	r.ExtendBaseWidget(r)
	return r
}

// Fill shows n rows anew, of which one may be chosen; -1 for none. Afresh drops the looks of the rows and begins at
// the top, or where BeginAt says.
func (r *Rows) Fill(n, chosen int, afresh bool) {
	if afresh {
		r.spare = nil
		r.shown = map[int]*rowView{}
		r.current = r.begin
	} else {
		r.release(func(int) bool { return false })
	}
	r.chosen, r.current = chosen, max(min(r.current, n-1), 0)
	r.known, r.tops = make([]bool, n), make([]float32, n+1)
	for i := range n {
		r.tops[i+1] = r.tops[i] + guessedHeight
	}
	if afresh {
		most := fyne.Max(0, r.tops[n]-r.scroll.Size().Height)
		r.scroll.Offset = fyne.NewPos(0, fyne.Min(r.tops[min(r.begin, n)], most))
		r.begin = 0
	}
	r.place()
	r.scroll.Refresh()
}

// First is the first row in sight.
func (r *Rows) First() int {
	return max(sort.Search(r.Len(), func(i int) bool { return r.tops[i+1] > r.scroll.Offset.Y }), 0)
}

// BeginAt puts a row at the top; where there are no rows yet, as soon as there are.
func (r *Rows) BeginAt(row int) {
	if r.Len() == 0 {
		r.begin = row
		return
	}
	r.scroll.ScrollToOffset(fyne.NewPos(0, r.tops[min(row, r.Len()-1)]))
	r.place()
}

// Len returns how many rows there are.
func (r *Rows) Len() int { return len(r.known) }

// place makes the rows in sight and puts them in their places.
func (r *Rows) place() {
	size := r.scroll.Size()
	if size.Width < 1 || size.Height < 1 {
		return
	}
	if size.Width != r.width {
		r.width = size.Width
		clear(r.known)
	}
	first := r.First()
	last := first
	for i := first; i < r.Len() && (i == first || r.tops[i] < r.scroll.Offset.Y+size.Height); i++ {
		r.measure(i)
		last = i
	}
	r.release(func(i int) bool { return i >= first && i <= last })
	r.content.Objects = r.content.Objects[:0]
	for i := first; i <= last && i < r.Len(); i++ {
		v := r.view(i)
		v.Move(fyne.NewPos(0, r.tops[i]))
		v.Resize(fyne.NewSize(r.width, r.tops[i+1]-r.tops[i]))
		r.content.Objects = append(r.content.Objects, v)
	}
	if total := fyne.NewSize(r.width, fyne.Max(r.tops[r.Len()], size.Height)); r.content.Size() != total {
		r.content.Resize(total)
	}
	canvas.Refresh(r.content)
}

// view is the look of a row.
func (r *Rows) view(i int) *rowView {
	if v := r.shown[i]; v != nil {
		return v
	}
	var v *rowView
	if n := len(r.spare); n > 0 {
		v, r.spare = r.spare[n-1], r.spare[:n-1]
	} else {
		v = newRowView(r)
	}
	v.at = i
	v.name = r.fill(i, v.cells)
	v.content.Refresh() // cells without words take no room
	v.recolour()
	r.shown[i] = v
	return v
}

// measure learns the height of a row; those below move.
func (r *Rows) measure(i int) {
	if r.known[i] {
		return
	}
	r.known[i] = true
	height := heightFor(r.view(i).content, r.width) + 1 // for the rule
	by := height - (r.tops[i+1] - r.tops[i])
	if by == 0 {
		return
	}
	for j := i + 1; j < len(r.tops); j++ {
		r.tops[j] += by
	}
}

// release keeps the looks of rows that are not shown any more for others.
func (r *Rows) release(keep func(int) bool) {
	for i, v := range r.shown {
		if !keep(i) {
			delete(r.shown, i)
			r.spare = append(r.spare, v)
		}
	}
}

// reveal scrolls as little as is needed to see a row.
func (r *Rows) reveal(i int) {
	if i < 0 || i >= r.Len() {
		return
	}
	size := r.scroll.Size()
	switch {
	case r.tops[i] < r.scroll.Offset.Y:
		r.scroll.ScrollToOffset(fyne.NewPos(0, r.tops[i]))
	case r.tops[i+1] > r.scroll.Offset.Y+size.Height:
		r.measure(i)
		r.scroll.ScrollToOffset(fyne.NewPos(0, r.tops[i+1]-size.Height))
	}
	r.place()
}

func (r *Rows) recolour() {
	for _, v := range r.shown {
		v.recolour()
		canvas.Refresh(v.back)
	}
}

// move goes to another row by the keys.
func (r *Rows) move(to int) {
	r.current = min(max(to, 0), r.Len()-1)
	r.reveal(r.current)
	r.recolour()
}

// choose chooses a row.
func (r *Rows) choose(i int) {
	if i >= 0 && i < r.Len() {
		r.current = i
		r.onChosen(i)
		r.recolour()
	}
}

// FocusGained implements fyne.Focusable.
func (r *Rows) FocusGained() {
	r.focused = true
	r.recolour()
}

// FocusLost implements fyne.Focusable.
func (r *Rows) FocusLost() {
	r.focused = false
	r.recolour()
}

// TypedRune implements fyne.Focusable.
func (r *Rows) TypedRune(typed rune) { passOnRune(r, typed) }

// TypedKey implements fyne.Focusable.
func (r *Rows) TypedKey(e *fyne.KeyEvent) {
	page := max(int(r.scroll.Size().Height/guessedHeight)-1, 1)
	switch e.Name {
	case fyne.KeyDown:
		r.move(r.current + 1)
	case fyne.KeyUp:
		r.move(r.current - 1)
	case fyne.KeyPageDown:
		r.move(r.current + page)
	case fyne.KeyPageUp:
		r.move(r.current - page)
	case fyne.KeyHome:
		r.move(0)
	case fyne.KeyEnd:
		r.move(r.Len() - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.choose(r.current)
	default:
		passOn(r, e)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer { return &rowsRenderer{r} }

type rowsRenderer struct{ owner *Rows }

func (r *rowsRenderer) Layout(size fyne.Size) {
	r.owner.scroll.Resize(size)
	r.owner.place()
}

func (r *rowsRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 120) }

func (r *rowsRenderer) Refresh() {
	r.owner.recolour()
	r.owner.scroll.Refresh()
}

func (r *rowsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.owner.scroll} }

func (r *rowsRenderer) Destroy() {}

// rowsLayout is as high as all rows; the rows place themselves.
type rowsLayout struct{ owner *Rows }

// Layout implements fyne.Layout.
func (*rowsLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

// MinSize implements fyne.Layout.
func (l *rowsLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.owner.tops[l.owner.Len()])
}

// rowView is one row in sight.
type rowView struct {
	widget.BaseWidget
	owner   *Rows
	at      int
	name    string
	content fyne.CanvasObject
	cells   any
	back    *canvas.Rectangle
	rule    fyne.CanvasObject
	hovered bool
}

var (
	_ fyne.Tappable     = (*rowView)(nil)
	_ fyne.Accessible   = (*rowView)(nil)
	_ desktop.Hoverable = (*rowView)(nil)
)

func newRowView(r *Rows) *rowView {
	v := &rowView{owner: r, back: canvas.NewRectangle(color.Transparent), rule: Rule()}
	v.content, v.cells = r.newRow()
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) recolour() {
	v.back.FillColor = color.Transparent
	switch {
	case v.at == v.owner.chosen:
		v.back.FillColor = theme.Color(ColorSelected)
	case v.hovered:
		v.back.FillColor = theme.Color(theme.ColorNameHover)
	}
	v.back.StrokeWidth = 0
	if v.owner.focused && v.at == v.owner.current {
		v.back.StrokeWidth = 2
		v.back.StrokeColor = theme.Color(theme.ColorNamePrimary)
	}
}

// Tapped implements fyne.Tappable.
func (v *rowView) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v.owner); c != nil {
		c.Focus(v.owner)
	}
	v.owner.choose(v.at)
}

// MouseIn implements desktop.Hoverable.
func (v *rowView) MouseIn(*desktop.MouseEvent) { v.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (v *rowView) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (v *rowView) MouseOut() { v.hover(false) }

func (v *rowView) hover(hovered bool) {
	v.hovered = hovered
	v.recolour()
	canvas.Refresh(v.back)
}

// AccessibilityLabel implements fyne.Accessible.
func (v *rowView) AccessibilityLabel() string { return v.name }

// AccessibilityRole implements fyne.Accessible.
func (v *rowView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return &rowViewRenderer{v} }

type rowViewRenderer struct{ owner *rowView }

func (r *rowViewRenderer) Layout(size fyne.Size) {
	r.owner.back.Resize(size.SubtractWidthHeight(0, 1))
	r.owner.content.Resize(size.SubtractWidthHeight(0, 1))
	r.owner.rule.Move(fyne.NewPos(0, size.Height-1))
	r.owner.rule.Resize(fyne.NewSize(size.Width, 1))
}

func (r *rowViewRenderer) MinSize() fyne.Size { return r.owner.content.MinSize() }

func (r *rowViewRenderer) Refresh() {
	r.owner.recolour()
	r.owner.back.Refresh()
	r.owner.content.Refresh()
}

func (r *rowViewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.owner.back, r.owner.rule, r.owner.content}
}

func (r *rowViewRenderer) Destroy() {}

// Height is that of all rows; those that were never in sight are guessed.
func (r *Rows) Height() float32 { return r.tops[r.Len()] }

// Point shows a row as the chosen one and scrolls to it; nothing is told of it.
func (r *Rows) Point(row int) {
	r.chosen, r.current = row, row
	r.reveal(row)
	r.recolour()
}
