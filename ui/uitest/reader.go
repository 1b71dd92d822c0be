// Package uitest drives the window in tests as a reader would: open, press, type, and look at what is there.
package uitest

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"parley/ui/part"
)

// Reader is somebody at a window. A method that cannot do what it says ends the test.
type Reader struct {
	t      testing.TB
	Window fyne.Window
}

// At returns a reader at a window.
func At(t testing.TB, w fyne.Window) *Reader { return &Reader{t: t, Window: w} }

// Press presses the button, link or row of this name; a name that nothing has exactly may be part of one.
func (r *Reader) Press(name string) *Reader {
	r.t.Helper()
	for _, matches := range []func(string) bool{
		func(s string) bool { return s == name },
		func(s string) bool { return strings.Contains(s, name) },
	} {
		for _, o := range r.objects() {
			if press := pressOf(o, matches); press != nil {
				press()
				return r
			}
		}
	}
	r.t.Fatalf("there is nothing called %q to press; there are: %s", name, strings.Join(r.pressable(), " | "))
	return r
}

func pressOf(o fyne.CanvasObject, matches func(string) bool) func() {
	switch o := o.(type) {
	case *part.Pressable:
		if matches(o.Name) {
			return func() { o.Tapped(&fyne.PointEvent{}) }
		}
	case *widget.Button:
		if matches(o.Text) && !o.Disabled() {
			return func() { test.Tap(o) }
		}
	case *part.Button:
		if matches(o.Text) && !o.Disabled() {
			return func() { test.Tap(o) }
		}
	case *part.Hyperlink:
		if matches(o.Text) && o.OnTapped != nil {
			return o.OnTapped
		}
	case *widget.Hyperlink:
		if matches(o.Text) && o.OnTapped != nil {
			return o.OnTapped
		}
	case interface {
		fyne.Tappable
		fyne.Accessible
	}: // other widgets of ours
		if matches(o.AccessibilityLabel()) {
			return func() { o.Tapped(&fyne.PointEvent{}) }
		}
	}
	return nil
}

func (r *Reader) pressable() []string {
	var names []string
	for _, o := range r.objects() {
		pressOf(o, func(name string) bool {
			names = append(names, name)
			return false
		})
	}
	return names
}

// Choose chooses an option of the select that has it.
func (r *Reader) Choose(option string) *Reader {
	r.t.Helper()
	for _, o := range r.objects() {
		if choose := choiceOf(o, option); choose != nil {
			choose()
			return r
		}
	}
	r.t.Fatalf("no select offers %q", option)
	return r
}

// choiceOf is what chooses an option of an object; nil where that offers no such thing.
func choiceOf(o fyne.CanvasObject, option string) func() {
	switch o := o.(type) {
	case *widget.Select:
		if slices.Contains(o.Options, option) {
			return func() { o.SetSelected(option) }
		}
	case *part.DialogSelect:
		if slices.Contains(o.Options, option) {
			return func() { o.SetSelected(option) }
		}
	case *part.Choice:
		if i := slices.Index(o.Names(), option); i >= 0 && o.OnChosen != nil {
			return func() { o.OnChosen(i) }
		}
	}
	return nil
}

// Type types into the entry with this placeholder, or, where placeholder is empty, into the first entry.
func (r *Reader) Type(placeholder, text string) *Reader {
	r.t.Helper()
	for _, o := range r.objects() {
		e, ok := o.(fyne.Focusable)
		if !ok {
			continue
		}
		if holder, isEntry := placeholderOf(o); isEntry && (placeholder == "" || holder == placeholder) {
			r.Window.Canvas().Focus(e)
			test.Type(e, text)
			return r
		}
	}
	r.t.Fatalf("there is no entry %q to type into", placeholder)
	return r
}

// placeholderOf finds the placeholder of an entry, also of a widget that embeds one.
func placeholderOf(o fyne.CanvasObject) (string, bool) {
	v := reflect.ValueOf(o)
	if v.Kind() != reflect.Pointer || v.Elem().Kind() != reflect.Struct {
		return "", false
	}
	field := v.Elem().FieldByName("PlaceHolder")
	if _, isEntry := o.(interface{ SelectedText() string }); !isEntry || !field.IsValid() {
		return "", false
	}
	return field.String(), true
}

// Paint draws the window, so that pictures know what can be pointed at in them.
func (r *Reader) Paint() *Reader {
	r.Window.Canvas().Capture() // lays out texts that wrap
	r.Window.Canvas().Capture()
	return r
}

// PressMenu presses the entry of this name in the open menu.
func (r *Reader) PressMenu(name string) *Reader {
	r.t.Helper()
	for _, o := range r.objects() {
		if entry, ok := o.(fyne.Tappable); ok && slices.Contains(textsIn(o), name) && isMenuEntry(o) {
			entry.Tapped(&fyne.PointEvent{})
			return r
		}
	}
	r.t.Fatalf("the menu has no entry %q", name)
	return r
}

// isMenuEntry reports whether an object is one of the toolkit's own, unnamed entries of menus.
func isMenuEntry(o fyne.CanvasObject) bool { return reflect.TypeOf(o).String() == "*widget.menuItem" }

func textsIn(o fyne.CanvasObject) []string {
	var texts []string
	for _, part := range visible(nil, o) {
		texts = append(texts, textOf(part))
	}
	return texts
}

// Entry returns the entry with this text.
func (r *Reader) Entry(text string) *part.DialogEntry {
	r.t.Helper()
	for _, o := range r.objects() {
		if e, ok := o.(*part.DialogEntry); ok && e.Text == text {
			return e
		}
	}
	r.t.Fatalf("no entry says %q", text)
	return nil
}

// Find returns the first object of a type that can be seen.
func Find[T fyne.CanvasObject](r *Reader) T {
	r.t.Helper()
	for _, o := range r.objects() {
		if found, ok := o.(T); ok {
			return found
		}
	}
	var none T
	r.t.Fatalf("there is no %T to be seen", none)
	return none
}

// Pressable returns the first thing to press that can be seen and whose name begins so; nil where there is none.
func Pressable(r *Reader, name string) *part.Pressable {
	for _, o := range r.objects() {
		if p, ok := o.(*part.Pressable); ok && strings.HasPrefix(p.Name, name) {
			return p
		}
	}
	return nil
}

// TextsIn are the texts within an object, in drawing order.
func TextsIn(o fyne.CanvasObject) []string {
	return slices.DeleteFunc(textsIn(o), func(s string) bool { return s == "" })
}

// Sees fails unless all of the words are to be seen.
func (r *Reader) Sees(words ...string) *Reader {
	r.t.Helper()
	text := r.Text()
	for _, w := range words {
		if !strings.Contains(text, w) {
			r.t.Errorf("%q is not to be seen; what is:\n%s", w, text)
		}
	}
	return r
}

// SeesNot fails if any of the words is to be seen.
func (r *Reader) SeesNot(words ...string) *Reader {
	r.t.Helper()
	text := r.Text()
	for _, w := range words {
		if strings.Contains(text, w) {
			r.t.Errorf("%q is to be seen", w)
		}
	}
	return r
}

// Text is all the text in the window and its dialogs, one piece a line.
func (r *Reader) Text() string {
	var lines []string
	for _, o := range r.objects() {
		if s := textOf(o); s != "" {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

func textOf(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *widget.Label:
		return o.Text
	case *widget.Hyperlink:
		return o.Text
	case *widget.Button:
		return o.Text
	case *part.Hyperlink:
		return o.Text
	case *part.Button:
		return o.Text
	case *part.Entry:
		return o.Text
	case *widget.Entry:
		return o.Text
	case *widget.Select:
		return o.Selected
	case *part.DialogSelect:
		return o.Selected
	case *part.DialogEntry:
		return o.Text
	case *widget.RichText:
		return o.String()
	case interface{ Words() string }: // a text of ours, whose lines are objects
		return o.Words()
	case *canvas.Text:
		return o.Text
	}
	return ""
}

// objects are those of the window and of its dialogs that can be seen, in drawing order.
func (r *Reader) objects() []fyne.CanvasObject {
	all := visible(nil, r.Window.Content())
	for _, o := range r.Window.Canvas().Overlays().List() {
		all = visible(all, o)
	}
	return all
}

// visible appends an object and all within it, unless it is hidden. ([test.LaidOutObjects] goes into hidden objects too,
// and makes every widget a second renderer.)
func visible(all []fyne.CanvasObject, o fyne.CanvasObject) []fyne.CanvasObject {
	if o == nil || !o.Visible() {
		return all
	}
	all = append(all, o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			all = visible(all, child)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = visible(all, child)
		}
	}
	return all
}
