package uitest

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Illegible lists the texts of a window and of what lies over it that cannot be read in full: cut by an edge that does not
// scroll, wider or higher than their place, shortened without a way to see the whole, or lying over another text.
func Illegible(w fyne.Window) []string {
	c := w.Canvas()
	window := area{0, 0, c.Size().Width, c.Size().Height}
	layers := append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...)
	var faults []string
	for i, layer := range layers {
		if layer == nil {
			continue
		}
		settle(layer)
		settle(layer)
		l := &legible{}
		l.walk(layer, glance{seen: window, kept: window})
		if m := layer.MinSize(); i == 0 && (m.Width > window.width()+1 || m.Height > window.height()+1) {
			l.faults = append(l.faults, fmt.Sprintf("the window is %v and needs %v%s", c.Size(), m, widest(layer, c.Size())))
		}
		faults = append(append(faults, l.faults...), l.overlaps()...)
	}
	return faults
}

// settle lays out what can be seen anew, from the innermost to the outermost: a text that wraps knows its height only once
// it has its width. On a screen the toolkit does so before it draws.
func settle(o fyne.CanvasObject) {
	for _, child := range children(o) {
		if child != nil && child.Visible() {
			settle(child)
		}
	}
	switch o := o.(type) {
	case *fyne.Container:
		if o.Layout != nil {
			o.Layout.Layout(o.Objects, o.Size())
		}
	case fyne.Widget:
		test.WidgetRenderer(o).Layout(o.Size())
	}
}

// widest names the objects, from the outermost to the innermost, that ask for more room than there is.
func widest(o fyne.CanvasObject, room fyne.Size) string {
	for _, child := range children(o) {
		if !child.Visible() {
			continue
		}
		if m := child.MinSize(); m.Width > room.Width || m.Height > room.Height {
			return fmt.Sprintf(" > %T", child) + widest(child, room)
		}
	}
	return fmt.Sprintf(" %q", textsIn(o))
}

// area is a rectangle from its upper left to its lower right corner, in the window.
type area struct{ left, top, right, bottom float32 }

func (a area) width() float32  { return a.right - a.left }
func (a area) height() float32 { return a.bottom - a.top }

// within is the common part of two areas, which may be empty.
func (a area) within(b area) area {
	return area{fyne.Max(a.left, b.left), fyne.Max(a.top, b.top), fyne.Min(a.right, b.right), fyne.Min(a.bottom, b.bottom)}
}

func (a area) isEmpty() bool { return a.width() <= 0 || a.height() <= 0 }

// glance is where the walk is.
type glance struct {
	at   fyne.Position
	seen area     // what can be seen without scrolling
	kept area     // what can be seen, by scrolling too
	said []string // the names of what the object is part of, which are read out and, mostly, shown in full
	path string
}

type shownText struct {
	words string
	ink   area // where it is drawn
	seen  area // the part of it that is seen
	path  string
}

type legible struct {
	texts  []shownText
	faults []string
}

func (l *legible) walk(o fyne.CanvasObject, g glance) {
	if o == nil || !o.Visible() {
		return
	}
	g.at = g.at.Add(o.Position())
	here := area{g.at.X, g.at.Y, g.at.X + o.Size().Width, g.at.Y + o.Size().Height}
	if _, isContainer := o.(*fyne.Container); !isContainer {
		g.path += "/" + strings.TrimPrefix(fmt.Sprintf("%T", o), "*")
	}
	switch o := o.(type) {
	case *canvas.Text:
		l.text(o, here, g)
	case *canvas.Rectangle:
		l.cover(o, here.within(g.seen))
	case *widget.RichText:
		l.shortened(o, g)
	case fyne.Accessible:
		g.said = append(slices.Clone(g.said), o.AccessibilityLabel())
	}
	l.squeezed(o, g)
	if c, ok := o.(*fyne.Container); ok && fmt.Sprintf("%T", c.Layout) == "*part.stickyLayout" {
		g.kept.top, g.kept.bottom = -endless, endless // the head of the table moves with the page
	}
	if scroll, ok := o.(*container.Scroll); ok {
		g.kept = g.keptIn(scroll, here)
		if l.tooWide(scroll, g) {
			g.kept.left, g.kept.right = -endless, endless // each of its texts would be one more fault
		}
	} else if hint, isEntry := placeholderOf(o); isEntry {
		l.hint(o, hint, g)
		return // what the reader types scrolls with the cursor
	}
	if clips(o) {
		g.seen = g.seen.within(here)
	}
	for _, child := range children(o) {
		l.walk(child, g)
	}
}

func children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}

func clips(o fyne.CanvasObject) bool {
	_, scrolls := o.(fyne.Scrollable)
	return scrolls
}

// keptIn is what of the content of a scroll can be seen by scrolling.
func (g glance) keptIn(s *container.Scroll, here area) area {
	kept := g.kept.within(here)
	switch s.Direction {
	case container.ScrollBoth:
		return area{-endless, -endless, endless, endless}
	case container.ScrollVerticalOnly:
		kept.top, kept.bottom = -endless, endless
	case container.ScrollHorizontalOnly:
		kept.left, kept.right = -endless, endless
	}
	return kept
}

const endless = 1e9

// tooWide finds a page that scrolls up and down and is wider than its place.
func (l *legible) tooWide(s *container.Scroll, g glance) bool {
	if s.Direction != container.ScrollVerticalOnly || s.Content == nil {
		return false
	}
	needs := s.Content.MinSize().Width
	if needs <= s.Size().Width+slack {
		return false
	}
	words := widest(s.Content, fyne.NewSize(s.Size().Width+slack, endless))
	l.faults = append(l.faults, fmt.Sprintf("what scrolls needs a width of %.0f and has %.0f:%s, in %s", needs, s.Size().Width, words, g.path))
	return true
}

// slack is how much a text may miss its place by, in pixels: letters have some room around them.
const slack = 1.5

func (l *legible) text(t *canvas.Text, here area, g glance) {
	if strings.TrimSpace(t.Text) == "" {
		return
	}
	need := t.MinSize() // it is drawn in full, however small its own size is
	ink := here
	switch t.Alignment {
	case fyne.TextAlignTrailing:
		ink.left = ink.right - need.Width
	case fyne.TextAlignCenter:
		ink.left = ink.left + (here.width()-need.Width)/2
		ink.right = ink.left + need.Width
	default:
		ink.right = ink.left + need.Width
	}
	ink.bottom = ink.top + need.Height
	if k := g.kept; ink.left < k.left-slack || ink.right > k.right+slack || ink.top < k.top-slack || ink.bottom > k.bottom+slack {
		l.fault(t.Text, g, "at %v leaves %v", ink, k)
	}
	if seen := ink.within(g.seen); !seen.isEmpty() {
		l.texts = append(l.texts, shownText{t.Text, ink, seen, g.path})
	}
}

// cover forgets the texts that a rectangle lies over: it is drawn after them.
func (l *legible) cover(r *canvas.Rectangle, on area) {
	if r.FillColor == nil {
		return
	}
	if _, _, _, alpha := r.FillColor.RGBA(); alpha < 0xffff || on.isEmpty() {
		return
	}
	l.texts = slices.DeleteFunc(l.texts, func(t shownText) bool { return !t.seen.within(on).isEmpty() })
}

// squeezed finds texts in widgets that are smaller than they have to be.
func (l *legible) squeezed(o fyne.CanvasObject, g glance) {
	var words string
	switch o := o.(type) {
	case *widget.Label, *widget.Button, *widget.Hyperlink:
		words = textOf(o)
	default:
		if _, isContainer := o.(*fyne.Container); isContainer || !isOurs(o) || scrollsItself(o) {
			return
		}
		words = strings.Join(strings.Fields(strings.Join(textsIn(o), " ")), " ")
	}
	has, needs := o.Size(), o.MinSize()
	if has.IsZero() { // a title of the toolkit's own, which it draws in full
		return
	}
	if strings.TrimSpace(words) != "" && (needs.Width > has.Width+slack || needs.Height > has.Height+slack) {
		l.fault(words, g, "has %v, needs %v", has, needs)
	}
}

// scrollsItself reports whether a widget is nothing but what scrolls in it, so that it can be smaller than it asks for.
func scrollsItself(o fyne.CanvasObject) bool {
	within := children(o)
	if len(within) != 1 {
		return false
	}
	_, ok := within[0].(*container.Scroll)
	return ok
}

func isOurs(o fyne.CanvasObject) bool { return strings.HasPrefix(fmt.Sprintf("%T", o), "*part.") }

// shortened finds a text that ends in an ellipsis and whose whole is told nowhere around it.
func (l *legible) shortened(r *widget.RichText, g glance) {
	if r.Truncation == fyne.TextTruncateOff || strings.Contains(g.path, "dialog.fileDialogItem") { // of the toolkit, as wide as it is
		return
	}
	whole := r.String()
	var shown []string
	for _, o := range visible(nil, r) {
		if t, ok := o.(*canvas.Text); ok {
			shown = append(shown, t.Text)
		}
	}
	if strings.Join(strings.Fields(strings.Join(shown, "")), "") == strings.Join(strings.Fields(whole), "") {
		return
	}
	for _, said := range g.said[:max(len(g.said)-1, 0)] { // the last one is the label itself
		if strings.Contains(said, whole) {
			return
		}
	}
	l.fault(whole, g, "is shortened to %q", strings.Join(shown, " "))
}

// hint finds a placeholder that its entry cuts.
func (l *legible) hint(o fyne.CanvasObject, hint string, g glance) {
	size := theme.SizeForWidget(theme.SizeNameText, o.(fyne.Widget))
	need := fyne.MeasureText(hint, size, fyne.TextStyle{}).Width + 2*theme.InnerPadding()
	if e, ok := o.(interface{ IsMultiLine() bool }); ok && e.IsMultiLine() {
		return
	}
	if textOf(o) == "" && need > o.Size().Width+slack {
		l.fault(hint, g, "needs a width of %.0f, has %.0f", need, o.Size().Width)
	}
}

func (l *legible) fault(words string, g glance, why string, args ...any) {
	l.faults = append(l.faults, fmt.Sprintf("%q %s, in %s", words, fmt.Sprintf(why, args...), g.path))
}

// overlaps finds texts that lie over each other.
func (l *legible) overlaps() []string {
	var faults []string
	for i, a := range l.texts {
		for _, b := range l.texts[:i] {
			both := a.seen.within(b.seen)
			if both.width() > 2 && both.height() > 0.25*fyne.Min(a.ink.height(), b.ink.height()) {
				faults = append(faults, fmt.Sprintf("%q at %v lies over %q at %v, in %s", a.words, a.ink, b.words, b.ink, a.path))
			}
		}
	}
	return faults
}
