package part

import (
	"math"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// NoteWords is what a NoteBox says.
type NoteWords struct {
	Hint     string // stands in the box as long as it is empty
	Saving   string
	Saved    string
	NotSaved func(why error) string
}

// NoteBox is the editor of one note. It grows with its text, and says below it whether the text is saved.
type NoteBox struct {
	widget.BaseWidget
	// OnText is called at every change of the text, and once more when the focus leaves a text that is not saved. It calls
	// done on the UI goroutine when the text is saved, or with the reason why it is not; perhaps several times.
	OnText func(text string, done func(error))

	words    NoteWords
	entry    *noteEntry
	warning  fyne.CanvasObject
	status   *widget.Label
	content  *fyne.Container
	asked    int // how often OnText was called
	isSaved  bool
	isSilent bool
}

var _ fyne.Widget = (*NoteBox)(nil)

// NewNoteBox returns an editor of a text that is saved as it stands. What is to be pressed, such as links, stands
// at the right of the line below the text.
func NewNoteBox(text string, words NoteWords, links ...fyne.CanvasObject) *NoteBox {
	b := &NoteBox{words: words, isSaved: true}
	b.entry = newNoteEntry(text, words.Hint)
	b.entry.OnChanged = b.changed
	b.entry.onLeave = b.left
	b.status = label("", theme.SizeNameCaptionText, false, true)
	b.warning = Fixed(16, 16, widget.NewIcon(theme.WarningIcon()))
	b.warning.Hide()
	line := append([]fyne.CanvasObject{b.warning, Trim(b.status)}, links...)
	b.content = Column(4, b.entry, Inset(0, 2, 0, 2, Row(12, 1, line...)))
	b.ExtendBaseWidget(b)
	return b
}

// Text returns what stands in the box.
func (b *NoteBox) Text() string { return b.entry.Text }

// Entry returns what is typed into.
func (b *NoteBox) Entry() fyne.Focusable { return b.entry }

// Focus lets the reader type at the end of the text. A box that was just put on a canvas does not know it yet.
func (b *NoteBox) Focus(on fyne.Canvas) {
	on.Focus(b.entry)
	b.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
}

// Busy reports whether the reader is at work in the box, or its text is not saved.
func (b *NoteBox) Busy() bool { return b.entry.isFocused || !b.isSaved }

// Replace shows another text, which is saved, and says nothing of it.
func (b *NoteBox) Replace(text string) {
	b.asked++
	b.isSaved = true
	if text != b.entry.Text {
		b.isSilent = true
		b.entry.SetText(text)
		b.isSilent = false
		b.say("", false)
	}
}

// Say shows a line below the text until the text changes.
func (b *NoteBox) Say(line string) { b.say(line, false) }

// Complain shows why the text is not saved.
func (b *NoteBox) Complain(why error) { b.say(b.words.NotSaved(why), true) }

func (b *NoteBox) say(line string, isFault bool) {
	if b.status.Text == line && b.warning.Visible() == isFault {
		return
	}
	b.status.TextStyle.Bold = isFault
	b.status.Importance = widget.LowImportance
	if isFault {
		b.status.Importance = widget.MediumImportance
		b.warning.Show()
	} else {
		b.warning.Hide()
	}
	b.status.SetText(line)
	b.Refresh()
}

func (b *NoteBox) changed(text string) {
	b.entry.fit()
	if b.isSilent || b.OnText == nil {
		return
	}
	b.isSaved = false
	b.say(b.words.Saving, false)
	b.ask(text)
}

func (b *NoteBox) left() {
	if !b.isSaved && b.OnText != nil {
		b.ask(b.entry.Text)
	}
}

// ask has a text saved. What became of an older text is not told any more.
func (b *NoteBox) ask(text string) {
	b.asked++
	asked := b.asked
	b.OnText(text, func(err error) {
		switch {
		case asked != b.asked:
		case err != nil:
			b.Complain(err)
		default:
			b.isSaved = true
			b.say(b.words.Saved, false)
		}
	})
}

// CreateRenderer implements fyne.Widget.
func (b *NoteBox) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.content) }

const (
	fewestLines = 2
	mostLines   = 12
	longestFit  = 4000 // characters; what is longer fills the box in any case, and is slow to measure
)

// noteEntry is an entry that is as high as its text, up to a limit. Tab and Escape leave it.
type noteEntry struct {
	widget.Entry
	onLeave   func()
	measure   *widget.Label
	lines     int
	isFocused bool
}

func newNoteEntry(text, hint string) *noteEntry {
	e := &noteEntry{measure: widget.NewLabel("")}
	e.measure.Wrapping = fyne.TextWrapWord
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.Text, e.PlaceHolder = text, hint
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(fewestLines)
	return e
}

// AcceptsTab implements fyne.Tabbable: Tab goes on to what follows the box.
func (e *noteEntry) AcceptsTab() bool { return false }

// FocusGained implements fyne.Focusable.
func (e *noteEntry) FocusGained() {
	e.isFocused = true
	e.Entry.FocusGained()
	bringIntoSight(e)
}

// CreateRenderer implements fyne.Widget.
func (e *noteEntry) CreateRenderer() fyne.WidgetRenderer {
	return newOutlined(e.Entry.CreateRenderer(), &e.isFocused)
}

// FocusLost implements fyne.Focusable.
func (e *noteEntry) FocusLost() {
	e.isFocused = false
	e.Entry.FocusLost()
	e.onLeave()
}

// TypedKey implements fyne.Focusable.
func (e *noteEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyEscape:
		if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
			c.Unfocus()
		}
	case fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyReturn, fyne.KeyEnter:
		e.edit(key.Name != fyne.KeyDelete, func() { e.Entry.TypedKey(key) })
	default:
		if !passOnUntyped(e, key) {
			e.Entry.TypedKey(key)
		}
	}
}

// TypedRune implements fyne.Focusable.
func (e *noteEntry) TypedRune(r rune) { e.edit(true, func() { e.Entry.TypedRune(r) }) }

// TypedShortcut implements fyne.Shortcutable.
func (e *noteEntry) TypedShortcut(shortcut fyne.Shortcut) {
	if _, isPaste := shortcut.(*fyne.ShortcutPaste); isPaste {
		e.edit(true, func() { e.Entry.TypedShortcut(shortcut) })
		return
	}
	e.Entry.TypedShortcut(shortcut)
}

// edit makes a change at the cursor, which moves along with what stands after it or stays. Entry loses its place
// where a space at the end of a paragraph does not fit on the line any more: wrapping hides that space, and what is
// typed next would stand before it, or in the next paragraph.
func (e *noteEntry) edit(movesAlong bool, change func()) {
	e.passHiddenSpace()
	if e.SelectedText() != "" {
		change()
		return
	}
	at, length := e.CursorTextOffset(), utf8.RuneCountInString(e.Text)
	change()
	if movesAlong {
		at += utf8.RuneCountInString(e.Text) - length
	}
	if e.CursorTextOffset() != at {
		e.moveTo(at)
	}
}

// passHiddenSpace moves the cursor behind a space that wrapping hides at the end of a paragraph.
func (e *noteEntry) passHiddenSpace() {
	text, at := []rune(e.Text), e.CursorTextOffset()
	if at >= len(text) || text[at] == '\n' || !unicode.IsSpace(text[at]) || at+1 < len(text) && text[at+1] != '\n' {
		return
	}
	e.CursorColumn++
	e.Entry.Refresh() // puts the cursor back on the line where the space is hidden
	if e.CursorTextOffset() == at {
		e.CursorColumn++
	} else {
		e.CursorColumn--
	}
}

// moveTo puts the cursor before a character of the text.
func (e *noteEntry) moveTo(at int) {
	row, begin := 0, 0
	for r := 1; ; r++ {
		e.CursorRow, e.CursorColumn = r, 0
		next := e.CursorTextOffset()
		if next <= begin || next > at { // there is no such row, or it begins later
			break
		}
		row, begin = r, next
	}
	e.CursorRow, e.CursorColumn = row, at-begin
	e.Entry.Refresh()
}

// Resize implements fyne.CanvasObject.
func (e *noteEntry) Resize(size fyne.Size) {
	isWider := size.Width != e.Size().Width
	e.Entry.Resize(size)
	if isWider {
		e.fit()
	}
}

// Refresh implements fyne.Widget.
func (e *noteEntry) Refresh() {
	e.Entry.Refresh()
	e.fit()
}

// fit makes the entry as high as its text at its width.
func (e *noteEntry) fit() {
	lines := e.countLines()
	if lines != e.lines {
		e.lines = lines
		e.SetMinRowsVisible(lines)
	}
}

func (e *noteEntry) countLines() int {
	if e.Size().Width <= 0 {
		return fewestLines
	}
	if len(e.Text) > longestFit {
		return mostLines
	}
	one, two := e.heightOf("M"), e.heightOf("M\nM")
	lines := 1 + math.Round(float64((e.heightOf(e.Text)-one)/(two-one)))
	return min(max(int(lines), fewestLines), mostLines)
}

func (e *noteEntry) heightOf(text string) float32 {
	e.measure.SetText(text)
	return heightFor(e.measure, e.Size().Width)
}
