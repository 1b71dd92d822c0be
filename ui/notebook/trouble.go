package notebook

import (
	"slices"
	"strings"

	"github.com/goccy/go-json/jsontext"

	"parley/model"
	"parley/model/annotation"
	"parley/model/notefile"
	"parley/ui/format"
)

// Closed returns a notebook for notes on a dataset that could not be opened. What is written in it stays in memory, and every try to
// save it fails with the cause: the reader is told, and can copy the text.
func Closed(cause error, dataset, folder string, l *format.Locale) *Notebook {
	nb := New(closed{cause, dataset}, folder, l)
	nb.refusal = cause
	return nb
}

type closed struct {
	cause   error
	dataset string
}

func (c closed) Notes() []model.Note     { return nil }
func (c closed) Deleted() []model.Note   { return nil }
func (c closed) Damage() notefile.Damage { return notefile.Damage{} }

func (c closed) PutOver(_, _ model.Note) (model.Note, error)         { return model.Note{}, c.cause }
func (c closed) PutAll([]notefile.Edit) ([]model.Note, error)        { return nil, c.cause }
func (c closed) Delete(model.NoteID) error                           { return c.cause }
func (c closed) DeleteAll([]model.NoteID) error                      { return c.cause }
func (c closed) Refresh() error                                      { return c.cause }
func (c closed) Sort(found []annotation.Found) (a notefile.Arrivals) { a.New = len(found); return a }

func (c closed) TakeIn([]annotation.Found, notefile.Choice) (notefile.Arrivals, []notefile.Became, error) {
	return notefile.Arrivals{}, nil, c.cause
}

// AnnotationsWith returns those of the notes that could not be saved, which are all there are.
func (c closed) AnnotationsWith(unsaved []model.Note, ids []model.NoteID) ([]jsontext.Value, error) {
	var list []jsontext.Value
	for _, n := range unsaved {
		if ids != nil && !slices.Contains(ids, n.ID) {
			continue
		}
		raw, err := annotation.Write(nil, annotation.Clean(n), c.dataset)
		if err != nil {
			return nil, err
		}
		list = append(list, raw)
	}
	return list, nil
}

// fault is an error in words for the reader.
type fault struct {
	words string
	cause error
}

func (f fault) Error() string { return f.words }
func (f fault) Unwrap() error { return f.cause }

func (nb *Notebook) explain(err error) error { return fault{nb.reason(err), err} }

// reason says in a part of a sentence why something was not saved.
func (nb *Notebook) reason(err error) string { return nb.locale.Load().Reason(err, nb.folder) }

// Trouble says in words why notes cannot be saved, or what of them could not be read. It is empty when all is well.
func (nb *Notebook) Trouble() string {
	l := nb.locale.Load()
	var sentences []string
	if nb.refusal != nil {
		sentences = append(sentences, l.T("notes.trouble.closed", "Reason", nb.reason(nb.refusal)))
	} else if nb.sealed {
		sentences = append(sentences, l.T("notework.readonly", "Folder", nb.folder))
	} else if n, why := nb.faults(); n > 0 {
		sentences = append(sentences, l.N("notes.trouble.unsaved", n, "Reason", why))
	}
	if !nb.damage.IsZero() {
		sentences = append(sentences, nb.lost())
	}
	return strings.Join(sentences, " ")
}

// faults counts the notes that could not be saved, and says why the one that was changed last could not.
func (nb *Notebook) faults() (n int, why string) {
	newest := 0
	for _, d := range nb.drafts {
		if d.fault == nil {
			continue
		}
		n++
		if d.change > newest {
			newest, why = d.change, d.fault.Error()
		}
	}
	return n, why
}

// lost says what could not be read.
func (nb *Notebook) lost() string {
	l := nb.locale.Load()
	var parts []string
	for _, p := range []struct {
		key string
		n   int
	}{
		{"notes.damage.lines", nb.damage.Lines},
		{"notes.damage.missing", nb.damage.Missing},
		{"notes.damage.newer", nb.damage.Newer},
		{"notes.damage.foreign", nb.damage.Foreign},
		{"notes.damage.files", nb.damage.Unreadable},
	} {
		if p.n > 0 {
			parts = append(parts, l.N(p.key, p.n))
		}
	}
	return l.T("notes.trouble.damage",
		"What", l.List(parts), "Files", strings.Join(nb.damage.Files, ", "), "Folder", nb.folder)
}
