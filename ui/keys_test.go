package ui

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"parley/model/modeltest"
	"parley/ui/page"
	"parley/ui/part"
	"parley/ui/state"
	"parley/ui/uitest"
)

// TestKeysWorkWhereverTheFocusIs walks each page by Tab. A widget that swallows F1 has to be one of ui/part's that passes
// it on: part.Button, part.Hyperlink, part.Entry, part.Check ... instead of the toolkit's.
func TestKeysWorkWhereverTheFocusIs(t *testing.T) {
	w, r := open(t, nil)
	for _, name := range state.Pages() {
		w.Go(func(s *state.State) {
			s.Page, s.Kind, s.Chart = name, modeltest.Prisoners, "time"
		})
		r.Paint()
		canvas := w.window.Canvas()
		canvas.Unfocus()
		seen := map[fyne.Focusable]bool{}
		for canvas.FocusNext(); canvas.Focused() != nil && !seen[canvas.Focused()]; canvas.FocusNext() {
			focused := canvas.Focused()
			seen[focused] = true
			key(focused, fyne.KeyF1)
			if w.told == nil {
				t.Errorf("%s: %T with the focus swallows F1", name, focused)
				continue
			}
			w.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
			if w.told != nil {
				t.Fatalf("%s: Escape does not close the shortcuts", name)
			}
			canvas.Focus(focused)
		}
		if len(seen) < 5 {
			t.Errorf("%s: Tab stops at %d places only", name, len(seen))
		}
	}
}

func TestEscapeAnswersNoAndClosesTheDialogWhereverTheFocusIs(t *testing.T) {
	w, r, _ := openCharts(t, "rounds")
	folder := t.TempDir()
	w.exports = page.ExportChoices{Folder: folder, Format: "csv"}
	w.exportChart()
	r.Press("Save")
	w.exportChart()
	r.Press("Save").Sees("Replace the file?")
	focused, isButton := w.window.Canvas().Focused().(*part.Button)
	if !isButton || focused.Text != "Cancel" {
		t.Errorf("the focus is on %T, not on Cancel", w.window.Canvas().Focused())
	}
	key(focused, fyne.KeyEscape)
	r.SeesNot("Replace the file?").Sees("Export the chart")
	key(uitest.Find[*part.Button](r), fyne.KeyEscape) // the dialog's own are above the window's
	w.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	r.SeesNot("Export the chart")
	if files, _ := filepath.Glob(filepath.Join(folder, "*")); len(files) != 1 {
		t.Errorf("there are %q", files)
	}
}
