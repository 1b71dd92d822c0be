package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"parley/model"
	"parley/ui/state"
)

// Place is where the reader is on a page besides its state: how far it is scrolled, and where in
// which note they type. It outlives the page, which is built anew for a new version of the dataset.
type Place struct {
	offsets []fyne.Position
	note    model.NoteID // empty while none is typed
	isNew   bool         // nothing was typed of it yet
	on      model.Item   // that it is about
	cursor  int
	row     int                    // the first in sight, of a table
	open    map[model.TopicID]bool // rows that are unfolded
}

// Placed is a page that can tell the place and go back to it.
type Placed interface {
	Place() Place
	Return(Place)
}

var (
	_ Placed = (*Overview)(nil)
	_ Placed = (*SourcesPage)(nil)
	_ Placed = (*Rounds)(nil)
	_ Placed = (*Exchanges)(nil)
	_ Placed = (*Memoranda)(nil)
	_ Placed = (*NotesPage)(nil)
	_ Placed = (*Inspector)(nil)
)

// placeOf is how far scrolls are scrolled, and where in which of the notes the reader types.
func placeOf(notes []*noteEditor, scrolls ...*container.Scroll) Place {
	var p Place
	for _, s := range scrolls {
		p.offsets = append(p.offsets, s.Offset)
	}
	for _, e := range notes {
		if at, isHere := e.box.Cursor(); isHere {
			p.note, p.isNew, p.on, p.cursor = e.note.ID, !e.isKept, e.note.Item, at
		}
	}
	return p
}

// scroll scrolls as far as before, or as far as there is something to see.
func (p Place) scroll(scrolls ...*container.Scroll) {
	for i, s := range scrolls {
		if i < len(p.offsets) {
			s.ScrollToOffset(p.offsets[i])
		}
	}
}

// resume lets the reader go on typing in the note of a place.
func (s *noteSection) resume(p Place) {
	if s == nil || p.note == "" {
		return
	}
	if p.isNew {
		if p.on == s.item { // else what the reader types next would be about something else
			s.write()
		}
		return
	}
	if e := s.editorOf(p.note); e != nil {
		e.box.FocusAt(s.desk.Window.Canvas(), p.cursor)
	}
}

func (s *noteSection) all() []*noteEditor {
	if s == nil {
		return nil
	}
	return s.editors
}

// Place implements Placed.
func (p *Rounds) Place() Place { return placeOf(p.notes.all(), p.list, p.detail) }

// Return implements Placed.
func (p *Rounds) Return(to Place) {
	p.notes.resume(to)
	to.scroll(p.list, p.detail)
}

// Place implements Placed.
func (p *Overview) Place() Place { return placeOf(nil, p.scroll) }

// Return implements Placed.
func (p *Overview) Return(to Place) { to.scroll(p.scroll) }

// Place implements Placed.
func (p *SourcesPage) Place() Place {
	switch {
	case p.shown.view.Part == state.Discrepancies && p.points != nil:
		return placeOf(nil, p.points.scroll)
	case p.shown.view.Part == state.SingleSource && p.singles != nil:
		return Place{row: p.singles.list.First()}
	case p.sources != nil:
		return Place{row: p.sources.list.First()}
	}
	return Place{}
}

// Return implements Placed.
func (p *SourcesPage) Return(to Place) {
	switch {
	case p.shown.view.Part == state.Discrepancies && p.points != nil:
		to.scroll(p.points.scroll)
	case p.shown.view.Part == state.SingleSource && p.singles != nil:
		p.singles.list.BeginAt(to.row)
	case p.sources != nil:
		p.sources.list.BeginAt(to.row)
	}
}

// Place implements Placed.
func (p *Exchanges) Place() Place { return Place{row: p.table.list.First()} }

// Return implements Placed.
func (p *Exchanges) Return(to Place) { p.table.list.BeginAt(to.row) }

// Place implements Placed.
func (i *Inspector) Place() Place { return placeOf(i.notes.all(), i.scroll) }

// Return implements Placed.
func (i *Inspector) Return(to Place) {
	i.notes.resume(to)
	to.scroll(i.scroll)
}

// Place implements Placed.
func (p *Memoranda) Place() Place {
	return Place{offsets: []fyne.Position{{Y: p.page.Offset()}}, open: p.unfolded()}
}

// Return implements Placed.
func (p *Memoranda) Return(to Place) {
	for _, r := range p.rows {
		r.open = to.open[r.row.Topic] && !r.row.Empty
	}
	p.fill()
	p.page.ScrollTo(to.offsets[0].Y)
}

// Place implements Placed.
func (p *NotesPage) Place() Place {
	var typed []*noteEditor
	for _, row := range p.rows {
		if row.editor != nil {
			typed = append(typed, row.editor)
		}
	}
	return placeOf(typed, p.scroll)
}

// Return implements Placed.
func (p *NotesPage) Return(to Place) {
	if row := p.rows[to.note]; row != nil {
		row.edit()
		row.editor.box.FocusAt(p.desk.Window.Canvas(), to.cursor)
	}
	to.scroll(p.scroll)
}
