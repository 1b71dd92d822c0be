package part

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Marking says why a piece of a text stands out.
type Marking int

// The markings. Each has a look of its own, told apart without colour: a plate, a plate with a frame, a line below, dots
// below.
const (
	Hit        Marking = iota // found by a search
	CurrentHit                // the hit that the reader is at
	Altered                   // the other text has other words here
	Noted                     // the reader wrote a note on it
)

// ProseSpan is a piece of a text that stands out, in bytes.
type ProseSpan struct {
	Start, End int
	As         Marking
}

// Prose is a text that wraps, in which pieces stand out. Where OnSelect is set, words can be selected in it: by dragging,
// by pressing twice, or, with the focus, by Shift and the arrow keys.
type Prose struct {
	widget.BaseWidget
	Text  string
	Spans []ProseSpan
	// OnTapped is called when it is pressed and no word was selected by that.
	OnTapped func()
	// OnSelect is called with the selected piece, in bytes, when it has changed; both are 0 when nothing is selected any
	// more.
	OnSelect func(start, end int)
	// Name says in words what text this is, for those who come to it by the keyboard.
	Name string

	size    fyne.ThemeSizeName
	bold    bool
	muted   bool
	lines   []proseLine
	width   float32 // that the lines were broken for
	from    int     // where the selection began
	to      int     // where it ends; equal to from where nothing is selected
	focused bool
	dragged bool
}

// proseLine is a line of the text, in bytes.
type proseLine struct{ start, end int }

var (
	_ fyne.Widget                 = (*Prose)(nil)
	_ fyne.Tappable               = (*Prose)(nil)
	_ fyne.DoubleTappable         = (*SelectableText)(nil)
	_ fyne.Draggable              = (*SelectableText)(nil)
	_ fyne.Focusable              = (*SelectableText)(nil)
	_ desktop.Mouseable           = (*SelectableText)(nil)
	_ desktop.Cursorable          = (*SelectableText)(nil)
	_ fyne.Shortcutable           = (*SelectableText)(nil)
	_ fyne.Accessible             = (*SelectableText)(nil)
	_ fyne.WidgetRenderer         = (*proseRenderer)(nil)
	_ interface{ Words() string } = (*Prose)(nil)
)

// NewProse returns text in the size of text.
func NewProse(text string, spans []ProseSpan) *Prose {
	m := &Prose{Text: text, Spans: spans, size: theme.SizeNameText}
	m.ExtendBaseWidget(m)
	return m
}

// NewProseNote returns text in small muted type.
func NewProseNote(text string, spans []ProseSpan) *Prose {
	m := &Prose{Text: text, Spans: spans, size: theme.SizeNameCaptionText, muted: true}
	m.ExtendBaseWidget(m)
	return m
}

// NewProseStrong returns text that stands out.
func NewProseStrong(text string, spans []ProseSpan) *Prose {
	m := &Prose{Text: text, Spans: spans, size: theme.SizeNameText, bold: true}
	m.ExtendBaseWidget(m)
	return m
}

// Words returns the whole text: its lines are several objects.
func (m *Prose) Words() string { return m.Text }

// Tapped implements fyne.Tappable.
func (m *Prose) Tapped(*fyne.PointEvent) {
	if m.OnTapped != nil {
		m.OnTapped()
	}
}

func (m *Prose) style() fyne.TextStyle { return fyne.TextStyle{Bold: m.bold} }

func (m *Prose) textSize() float32 { return m.Theme().Size(m.size) }

func (m *Prose) measure(text string) float32 {
	return fyne.MeasureText(text, m.textSize(), m.style()).Width
}

func (m *Prose) lineHeight() float32 { return fyne.MeasureText("M", m.textSize(), m.style()).Height }

// breakLines breaks the text at spaces for a width; a word that is wider is broken where the width ends.
func (m *Prose) breakLines(width float32) {
	m.width, m.lines = width, nil
	space := m.measure(" ")
	start, x := 0, float32(0)
	end := func(at, next int) {
		m.lines = append(m.lines, proseLine{start, at})
		start, x = next, 0
	}
	for _, w := range wordsIn(m.Text) {
		if w.breaks {
			end(w.start, w.end)
			continue
		}
		wide := m.measure(m.Text[w.start:w.end])
		gap := float32(0)
		if w.start > start {
			gap = space * float32(w.start-w.before)
		}
		if x > 0 && x+gap+wide > width {
			end(w.before, w.start)
			gap = 0
		}
		for wide > width && width > 0 { // a word wider than the line
			cut := m.fitting(w.start, w.end, width)
			if cut >= w.end {
				break
			}
			m.lines = append(m.lines, proseLine{start, cut})
			start, w.start = cut, cut
			wide = m.measure(m.Text[w.start:w.end])
		}
		x += gap + wide
	}
	m.lines = append(m.lines, proseLine{start, len(strings.TrimRight(m.Text, " \n"))})
	if last := &m.lines[len(m.lines)-1]; last.end < last.start {
		last.end = last.start
	}
}

// fitting is where the letters from start no longer fit into a width; at least one does.
func (m *Prose) fitting(start, end int, width float32) int {
	at := start
	for i, r := range m.Text[start:end] {
		next := start + i + utf8.RuneLen(r)
		if at > start && m.measure(m.Text[start:next]) > width {
			return at
		}
		at = next
	}
	return end
}

// proseWord is a word, and where the one before it ends; breaks is a line break.
type proseWord struct {
	before, start, end int
	breaks             bool
}

func wordsIn(text string) []proseWord {
	var list []proseWord
	before, start := 0, -1
	end := func(at int) {
		if start >= 0 {
			list = append(list, proseWord{before: before, start: start, end: at})
			before, start = at, -1
		}
	}
	for i, r := range text {
		switch r {
		case '\n':
			end(i)
			list = append(list, proseWord{before: before, start: i, end: i + 1, breaks: true})
			before = i + 1
		case ' ':
			end(i)
		default:
			if start < 0 {
				start = i
			}
		}
	}
	end(len(text))
	return list
}

// Resize implements fyne.CanvasObject.
func (m *Prose) Resize(size fyne.Size) {
	if size.Width != m.width && size.Width > 0 {
		m.breakLines(size.Width)
	}
	m.BaseWidget.Resize(size)
}

// CreateRenderer implements fyne.Widget.
func (m *Prose) CreateRenderer() fyne.WidgetRenderer { return &proseRenderer{owner: m} }

// proseRenderer draws plates and lines below the lines of text.
type proseRenderer struct {
	owner   *Prose
	objects []fyne.CanvasObject
}

// Layout implements fyne.WidgetRenderer.
func (r *proseRenderer) Layout(size fyne.Size) {
	if size.Width != r.owner.width {
		r.owner.breakLines(size.Width)
	}
	r.build()
}

// MinSize implements fyne.WidgetRenderer.
func (r *proseRenderer) MinSize() fyne.Size {
	m := r.owner
	if m.lines == nil {
		m.breakLines(fyne.Max(m.Size().Width, 40))
	}
	return fyne.NewSize(40, float32(len(m.lines))*m.lineHeight())
}

// Refresh implements fyne.WidgetRenderer.
func (r *proseRenderer) Refresh() {
	r.owner.breakLines(r.owner.width) // the size of text may have changed
	r.build()
	canvas.Refresh(r.owner)
}

// Objects implements fyne.WidgetRenderer.
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy implements fyne.WidgetRenderer.
func (r *proseRenderer) Destroy() {}

func (r *proseRenderer) colour(name fyne.ThemeColorName) color.Color {
	return r.owner.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// build makes the objects anew.
func (r *proseRenderer) build() {
	m, height := r.owner, r.owner.lineHeight()
	r.objects = r.objects[:0:0]
	for _, s := range m.Spans {
		r.span(s, height)
	}
	if start, end := m.selection(); start < end {
		r.each(start, end, height, func(x, y, width float32) {
			r.add(canvas.NewRectangle(r.colour(ColorPicked)), x, y, width, height)
		})
	}
	if m.focused {
		ring := canvas.NewRectangle(color.Transparent)
		ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = r.colour(theme.ColorNamePrimary), 1, 3
		r.add(ring, -3, -1, m.Size().Width+6, float32(len(m.lines))*height+2)
		r.cursor(height)
	}
	ink := r.colour(theme.ColorNameForeground)
	if m.muted {
		ink = r.colour(ColorMuted)
	}
	for i, line := range m.lines {
		text := canvas.NewText(strings.TrimRight(m.Text[line.start:line.end], "\n"), ink)
		text.TextSize, text.TextStyle = m.textSize(), m.style()
		r.add(text, 0, float32(i)*height, m.Size().Width, height)
	}
}

// cursor shows where the keys are.
func (r *proseRenderer) cursor(height float32) {
	m := r.owner
	for i, line := range m.lines {
		if m.to >= line.start && (m.to <= line.end || i == len(m.lines)-1) {
			x := m.measure(m.Text[line.start:min(m.to, line.end)])
			r.add(canvas.NewRectangle(r.colour(theme.ColorNamePrimary)), x-1, float32(i)*height+2, 2, height-4)
			return
		}
	}
}

func (r *proseRenderer) add(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
	r.objects = append(r.objects, o)
}

// each calls what draws with each piece of a span that lies on one line.
func (r *proseRenderer) each(start, end int, height float32, draws func(x, y, width float32)) {
	m := r.owner
	for i, line := range m.lines {
		a, b := max(start, line.start), min(end, line.end)
		if a >= b {
			continue
		}
		x := m.measure(m.Text[line.start:a])
		draws(x, float32(i)*height, m.measure(m.Text[line.start:b])-x)
	}
}

func (r *proseRenderer) span(s ProseSpan, height float32) {
	r.each(s.Start, s.End, height, func(x, y, width float32) {
		switch s.As {
		case Hit, CurrentHit:
			plate := canvas.NewRectangle(r.colour(ColorHit))
			plate.CornerRadius = 3
			if s.As == CurrentHit {
				plate.StrokeColor, plate.StrokeWidth = r.colour(theme.ColorNameForeground), 1.5
			}
			r.add(plate, x-1, y, width+2, height)
		case Altered:
			r.add(canvas.NewRectangle(r.colour(ColorSelected)), x-1, y, width+2, height)
			r.add(canvas.NewRectangle(r.colour(theme.ColorNameForeground)), x, y+height-2, width, 1.5)
		case Noted:
			for dot := x; dot < x+width; dot += 5 {
				r.add(canvas.NewRectangle(r.colour(theme.ColorNamePrimary)), dot, y+height-2, fyne.Min(3, x+width-dot), 2)
			}
		}
	})
}

// selection is the selected piece; start equals end where nothing is selected.
func (m *Prose) selection() (start, end int) { return min(m.from, m.to), max(m.from, m.to) }

// at is the place in the text that is nearest to a point.
func (m *Prose) at(p fyne.Position) int {
	if len(m.lines) == 0 {
		return 0
	}
	i := min(max(int(p.Y/m.lineHeight()), 0), len(m.lines)-1)
	line := m.lines[i]
	at, before := line.start, float32(0)
	for j, r := range m.Text[line.start:line.end] {
		next := line.start + j + utf8.RuneLen(r)
		x := m.measure(m.Text[line.start:next])
		if p.X < (before+x)/2 {
			return at
		}
		at, before = next, x
	}
	return at
}

// SelectableText is a Prose in which words can be selected.
type SelectableText struct {
	Prose
	begun int
}

// NewSelectableText returns a text in which words can be selected; name says in words what text it is.
func NewSelectableText(name, text string, spans []ProseSpan, onSelect func(start, end int)) *SelectableText {
	s := &SelectableText{}
	s.Text, s.Spans, s.size, s.Name, s.OnSelect = text, spans, theme.SizeNameText, name, onSelect
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *SelectableText) CreateRenderer() fyne.WidgetRenderer {
	return &proseRenderer{owner: &s.Prose}
}

// Refresh implements fyne.CanvasObject.
func (s *SelectableText) Refresh() { s.BaseWidget.Refresh() }

// choose selects a piece of the text, from whole word to whole word.
func (s *SelectableText) choose(from, to int) {
	if from == s.from && to == s.to {
		return
	}
	s.from, s.to = from, to
	s.Refresh()
	if s.OnSelect != nil {
		s.OnSelect(s.selection())
	}
}

// Select selects the words that a piece of the text touches.
func (s *SelectableText) Select(start, end int) { s.choose(s.wordStart(start), s.wordEnd(end)) }

// Deselect selects nothing.
func (s *SelectableText) Deselect() { s.choose(s.to, s.to) }

func (s *SelectableText) wordStart(at int) int {
	for _, w := range wordsIn(s.Text) {
		if !w.breaks && at < w.end {
			return min(max(at, w.before), w.start)
		}
	}
	return at
}

func (s *SelectableText) wordEnd(at int) int {
	for _, w := range wordsIn(s.Text) {
		if !w.breaks && at > w.start && at <= w.end {
			return w.end
		}
	}
	return at
}

// MouseDown implements desktop.Mouseable.
func (s *SelectableText) MouseDown(e *desktop.MouseEvent) {
	s.begun = s.at(e.Position)
	s.dragged = false
}

// MouseUp implements desktop.Mouseable.
func (s *SelectableText) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable.
func (s *SelectableText) Dragged(e *fyne.DragEvent) {
	s.dragged = true
	at := s.at(e.Position)
	if at < s.begun {
		s.choose(s.wordEnd(s.begun), s.wordStartBack(at))
		return
	}
	s.choose(s.wordStartBack(s.begun), s.wordEnd(at))
}

// wordStartBack is the beginning of the word that a place lies in.
func (s *SelectableText) wordStartBack(at int) int {
	for _, w := range wordsIn(s.Text) {
		if !w.breaks && at >= w.start && at < w.end {
			return w.start
		}
	}
	return at
}

// DragEnd implements fyne.Draggable.
func (s *SelectableText) DragEnd() {}

// Tapped implements fyne.Tappable. Pressing takes away what is selected, before it does what pressing is for.
func (s *SelectableText) Tapped(*fyne.PointEvent) {
	if start, end := s.selection(); start < end {
		s.Deselect()
		return
	}
	if s.OnTapped != nil {
		s.OnTapped()
	}
}

// DoubleTapped implements fyne.DoubleTappable: it selects a word.
func (s *SelectableText) DoubleTapped(e *fyne.PointEvent) {
	at := s.at(e.Position)
	s.choose(s.wordStartBack(at), s.wordEnd(at+1))
}

// FocusGained implements fyne.Focusable.
func (s *SelectableText) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost implements fyne.Focusable.
func (s *SelectableText) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *SelectableText) TypedRune(r rune) { passOnRune(s, r) }

// TypedKey implements fyne.Focusable: the arrow keys go from word to word, and with Shift they select.
func (s *SelectableText) TypedKey(e *fyne.KeyEvent) {
	extend := IsShiftDown()
	step := func(to int) {
		if extend {
			s.choose(s.from, to)
		} else {
			s.choose(to, to)
		}
	}
	switch e.Name {
	case fyne.KeyRight:
		step(s.nextWord())
	case fyne.KeyLeft:
		step(s.previousWord())
	case fyne.KeyHome:
		step(0)
	case fyne.KeyEnd:
		step(len(s.Text))
	case fyne.KeyEscape:
		if start, end := s.selection(); start < end {
			s.Deselect()
			return
		}
		passOn(s, e)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if start, end := s.selection(); start == end && s.OnTapped != nil {
			s.OnTapped()
		}
	default:
		passOn(s, e)
	}
}

// TypedShortcut implements fyne.Shortcutable: everything is selected, or what is selected is copied.
func (s *SelectableText) TypedShortcut(shortcut fyne.Shortcut) {
	switch shortcut.(type) {
	case *fyne.ShortcutSelectAll:
		s.choose(0, len(s.Text))
	case *fyne.ShortcutCopy:
		if start, end := s.selection(); start < end {
			fyne.CurrentApp().Clipboard().SetContent(s.Text[start:end])
		}
	}
}

// nextWord is the end of the word behind the cursor.
func (s *SelectableText) nextWord() int {
	for _, w := range wordsIn(s.Text) {
		if !w.breaks && w.end > s.to {
			return w.end
		}
	}
	return len(s.Text)
}

// previousWord is the beginning of the word in front of the cursor.
func (s *SelectableText) previousWord() int {
	at := 0
	for _, w := range wordsIn(s.Text) {
		if !w.breaks && w.start < s.to {
			at = w.start
		}
	}
	return at
}

// IsShiftDown reports whether Shift is held, where there is a keyboard that tells.
func IsShiftDown() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// Cursor implements desktop.Cursorable.
func (s *SelectableText) Cursor() desktop.Cursor { return desktop.TextCursor }

// AccessibilityLabel implements fyne.Accessible.
func (s *SelectableText) AccessibilityLabel() string { return s.Name }

// AccessibilityRole implements fyne.Accessible.
func (s *SelectableText) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
