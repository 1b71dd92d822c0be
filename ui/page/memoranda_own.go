package page

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"parley/model"
	"parley/ui/comparison"
	"parley/ui/part"
)

// judgementNotes are the notes that hold a judgement of the reader's.
func (d *Desk) judgementNotes() []model.Note {
	if d.Notes == nil {
		return nil
	}
	var list []model.Note
	for _, n := range d.Notes.All() {
		if !n.Judgement.IsZero() {
			n.Item = d.Dataset.Current(n.Item)
			list = append(list, n)
		}
	}
	return list
}

// ownJudgement shows a judgement of the reader's, apart from that of the dataset.
func (p *Memoranda) ownJudgement(r *topicRow, own comparison.Own) fyne.CanvasObject {
	l := p.desk.Locale
	lines := []fyne.CanvasObject{
		part.SmallStrong(l.T("compared.own.title")),
		judgementLine(own.Judgement, part.Strong(own.Word)),
	}
	if own.Reason != "" {
		lines = append(lines, part.Caption(own.Reason))
	}
	lines = append(lines, part.Flow(12, 2,
		part.SmallLink(l.T("compared.own.change"), func() { p.askForJudgement(r, own.Note) }),
		part.SmallLink(l.T("compared.own.remove"), func() { p.removeOwn(own.Note) })))
	return part.Framed(part.Inset(6, 8, 6, 8, part.Column(4, lines...)))
}

// ownLink leads to judging a topic oneself; nothing where that was done, or where notes cannot be kept.
func (p *Memoranda) ownLink(r *topicRow) fyne.CanvasObject {
	if p.desk.Notes == nil || len(r.row.Own) > 0 {
		return part.Column(0)
	}
	return part.SmallLink(p.desk.Locale.T("compared.own.add"), func() { p.askForJudgement(r, "") })
}

func (p *Memoranda) removeOwn(id model.NoteID) {
	p.desk.Notes.Delete(id, func(err error) {
		if err != nil {
			p.desk.tellNotDeleted(err)
		}
	})
}

// noteOf is a note by its ID.
func (d *Desk) noteOf(id model.NoteID) (model.Note, bool) {
	all := d.Notes.All()
	if i := slices.IndexFunc(all, func(n model.Note) bool { return n.ID == id }); i >= 0 {
		return all[i], true
	}
	return model.Note{}, false
}

// askForJudgement asks for the reader's own judgement of a topic and its reason, or for another one.
func (p *Memoranda) askForJudgement(r *topicRow, id model.NoteID) {
	l, pair := p.desk.Locale, p.pair
	n, known := p.desk.noteOf(id)
	if !known {
		n = p.desk.newNote(topicItem(r.row.Topic))
	}
	judgements := slices.DeleteFunc(model.Judgements(), func(j model.Judgement) bool { return j == model.NotJudged })
	var names []string
	for _, j := range judgements {
		names = append(names, l.T("judgement."+string(j)))
	}
	asked := p.desk.newDialogNote(n, !known)
	var cancel func()
	escape := func() { cancel() }
	choice := part.NewDialogSelect(names, at(judgements, n.Judgement.Judgement), func(i int) {
		if !known {
			asked.note.Judgement.Left, asked.note.Judgement.Right = pair.left, pair.right
		}
		asked.note.Judgement.Judgement = judgements[i]
		asked.saving.Enable()
	}, escape)
	choice.PlaceHolder = l.T("compared.own.choose")
	reason := newReasonEntry(n.Text, l.T("compared.own.reason.hint"), escape)
	reason.OnChanged = asked.typed
	pairOf := l.T("compared.own.pair", "Left", p.told.Documents[0].Name, "Right", p.told.Documents[1].Name)
	dataset := l.T("compared.own.dataset", "Judgement", r.row.Word, "Reason", r.row.Reason.Text)
	content := part.Column(10, part.Strong(r.row.Name), part.Small(pairOf), part.Muted(dataset),
		part.Pairs(110, part.FormName(l.T("compared.own.title")), choice, part.FormName(l.T("compared.own.reason")), reason),
		part.Small(l.T("compared.own.kept")), asked.fault)
	cancel = p.ask(l.T("compared.own.dialog"), content, asked, func(hide func()) {
		asked.note.Text = reason.Text
		asked.save(hide)
	})
	if !known {
		asked.saving.Disable() // nothing is asserted that the reader did not choose
	}
	p.desk.Window.Canvas().Focus(choice)
}

// ask shows a dialog that a note is typed into, with what saves it. It returns what gives the note up.
func (p *Memoranda) ask(title string, content fyne.CanvasObject, asked *dialogNote, onSave func(hide func())) (cancel func()) {
	window := p.desk.Window.Canvas().Size()
	width := fyne.Min(560, window.Width-96)
	content.Resize(fyne.NewSize(width, content.MinSize().Height)) // texts wrap, and tell how high they are
	content.Resize(fyne.NewSize(width, content.MinSize().Height))
	height := content.MinSize().Height
	d := dialog.NewCustomWithoutButtons(title, container.NewVScroll(part.Inset(0, 8, 8, 8, content)), p.desk.Window)
	cancel = func() {
		d.Hide()
		asked.giveUp()
	}
	saving := part.NewButton(p.desk.Locale.T("save.save"), func() { onSave(d.Hide) })
	saving.Importance = widget.HighImportance
	asked.saving = saving
	d.SetButtons([]fyne.CanvasObject{part.NewButton(p.desk.Locale.T("dialog.cancel"), cancel), saving})
	d.Show()
	d.Resize(fyne.NewSize(width+64, fyne.Min(height+140, window.Height-48)))
	part.OnEscape(p.desk.Window.Canvas(), cancel)
	return cancel
}

// reasonEntry is a few lines of text in a dialog, which Escape closes.
type reasonEntry struct {
	widget.Entry
	onEscape func()
}

func newReasonEntry(text, holder string, onEscape func()) *reasonEntry {
	e := &reasonEntry{onEscape: onEscape}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.Text, e.PlaceHolder = text, holder
	e.ExtendBaseWidget(e)
	e.SetMinRowsVisible(4)
	return e
}

// AcceptsTab implements fyne.Tabbable: Tab leads out of the text, to what saves it.
func (e *reasonEntry) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (e *reasonEntry) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		e.onEscape()
		return
	}
	e.Entry.TypedKey(key)
}
