package part

import (
	"errors"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var noteWords = NoteWords{
	Hint: "What?", Saving: "Saving…", Saved: "Saved",
	NotSaved: func(why error) string { return "Not saved: " + why.Error() },
}

// asked is a text that a box wants saved.
type asked struct {
	text string
	done func(error)
}

// openBox shows a box in a window, and collects what it wants saved.
func openBox(t *testing.T, text string) (*NoteBox, fyne.Canvas, *[]asked) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(Look{Choice: "light"})
	b := NewNoteBox(text, noteWords)
	var list []asked
	b.OnText = func(text string, done func(error)) { list = append(list, asked{text, done}) }
	w := test.NewTempWindow(t, Column(0, b))
	w.Resize(fyne.NewSize(300, 400))
	return b, w.Canvas(), &list
}

func TestANoteBoxSaysSavedOnlyWhenItIs(t *testing.T) {
	b, _, list := openBox(t, "")
	test.Type(b.Entry(), "ab")
	if got := *list; len(got) != 2 || got[1].text != "ab" || b.status.Text != "Saving…" {
		t.Fatalf("asked %v, says %q", got, b.status.Text)
	}
	(*list)[0].done(nil) // "a" is saved, "ab" is not
	if b.status.Text != "Saving…" || !b.Busy() {
		t.Errorf("says %q before the newest text is saved", b.status.Text)
	}
	(*list)[1].done(nil)
	if b.status.Text != "Saved" {
		t.Errorf("says %q when all is saved", b.status.Text)
	}
}

func TestANoteBoxKeepsATextThatIsNotSavedAndSaysWhy(t *testing.T) {
	b, _, list := openBox(t, "")
	test.Type(b.Entry(), "a")
	(*list)[0].done(errors.New("the disk is full"))
	if b.Text() != "a" || b.status.Text != "Not saved: the disk is full" || !b.warning.Visible() {
		t.Errorf("holds %q, says %q", b.Text(), b.status.Text)
	}
	(*list)[0].done(nil) // the second try
	if b.status.Text != "Saved" || b.warning.Visible() {
		t.Errorf("says %q after the second try", b.status.Text)
	}
}

func TestANoteBoxHandsOverAnUnsavedTextWhenTheFocusLeaves(t *testing.T) {
	b, canvas, list := openBox(t, "")
	b.Focus(canvas)
	test.Type(b.Entry(), "a")
	b.Entry().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := *list; len(got) != 2 || got[1].text != "a" {
		t.Fatalf("asked %v, want the text once more", got)
	}
	(*list)[1].done(nil)
	b.Focus(canvas)
	b.Entry().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(*list) != 2 {
		t.Error("a saved text is handed over again")
	}
}

func TestANoteBoxTakesAnotherTextWithoutSavingIt(t *testing.T) {
	b, canvas, list := openBox(t, "a long text")
	b.Focus(canvas)
	test.Type(b.Entry(), "er")
	b.Replace("short")
	(*list)[1].done(errors.New("too late to matter"))
	b.entry.Undo() // must not undo in a text that is gone
	if b.Text() != "short" || len(*list) != 2 || b.status.Text != "" {
		t.Errorf("holds %q, asked %d times, says %q", b.Text(), len(*list), b.status.Text)
	}
}

func TestANoteBoxGrowsWithItsTextUpToALimit(t *testing.T) {
	b, _, _ := openBox(t, "")
	line := fyne.MeasureText("M", 14, fyne.TextStyle{}).Height
	heights := map[int]float32{}
	for _, lines := range []int{1, 2, 5, 12, 40} {
		b.Replace(strings.Repeat("x\n", lines-1) + "x")
		heights[lines] = b.MinSize().Height
	}
	if heights[1] != heights[2] || heights[12] != heights[40] {
		t.Errorf("heights by lines %v: want at least 2 lines and at most 12", heights)
	}
	if grown := heights[5] - heights[2]; grown < 2.5*line || grown > 3.5*line {
		t.Errorf("three more lines make it %v higher, want about %v", grown, 3*line)
	}
	b.Replace(strings.Repeat("wrapped ", 30))
	if b.MinSize().Height < heights[5] {
		t.Errorf("a text that wraps gets the height %v", b.MinSize().Height)
	}
}

func TestTabLeavesANoteBox(t *testing.T) {
	b, _, _ := openBox(t, "")
	if e, ok := b.Entry().(fyne.Tabbable); !ok || e.AcceptsTab() {
		t.Error("the box keeps the Tab key, so the keyboard cannot get out of it")
	}
}

// The toolkit's own entry loses its place where wrapping hides a space.
func TestWhatIsTypedStandsWhereItWasTypedAtEveryWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Look{Choice: "light"})
	for seed := range int64(25) {
		random := rand.New(rand.NewSource(seed))
		before := []string{"", "\n", "\n\nx", "\na paragraph that is long enough to be wrapped"}[random.Intn(4)]
		b := NewNoteBox(before, noteWords)
		w := test.NewWindow(Column(0, b))
		w.Resize(fyne.NewSize(float32(150+random.Intn(250)), 400))
		w.Canvas().Focus(b.Entry())
		want, at := []rune(before), 0
		for range 120 {
			switch step := random.Intn(30); {
			case step == 0 && at > 0:
				b.Entry().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
				want, at = slices.Delete(want, at-1, at), at-1
			case step == 1 && at < len(want):
				b.Entry().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
				want = slices.Delete(want, at, at+1)
			case step == 2:
				b.Entry().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
				want, at = slices.Insert(want, at, '\n'), at+1
			default:
				r := []rune("abcdefgмнї    ")[random.Intn(14)]
				b.Entry().TypedRune(r)
				want, at = slices.Insert(want, at, r), at+1
			}
		}
		if b.Text() != string(want) {
			t.Errorf("seed %d: the box holds\n%q, typed was\n%q", seed, b.Text(), string(want))
		}
		w.Close()
	}
}
