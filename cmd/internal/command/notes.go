package command

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/model/notefile"
)

func (p *program) notesCommand() *cobra.Command {
	c := p.command("notes", 0, -1, func(c *cobra.Command, args []string) error {
		if len(args) > 0 {
			return p.unknown(c, args[0], "wrong.nosub")
		}
		return p.misused(c, "wrong.subcommand")
	})
	var which noteFilter
	list := p.command("notes.list", 0, 1, func(c *cobra.Command, args []string) error { return p.listNotes(c, args, which) })
	which.flags(p, list)
	list.Flags().BoolVar(&which.deleted, "deleted", false, p.t("notes.flag.deleted"))
	add := p.command("notes.add", 2, 2, p.addNote)
	list.ValidArgsFunction, add.ValidArgsFunction = p.completeItem, p.completeItem
	c.AddCommand(list, add, p.notesExport(), p.notesImport(), p.notesMerge(), p.command("notes.verify", 0, 1, p.verifyNotes))
	return c
}

// notesFolder returns the folder of the notes on a dataset: within the parent where one is given, else the one that was
// chosen in the window, else the usual one. It is named with an error too, where it is known.
func notesFolder(parent, dataset string) (string, error) {
	if parent == "" {
		return notefile.Dir(dataset)
	}
	return filepath.Join(parent, dataset), nil
}

// openNotes opens the notes on a dataset for the device, and tells what of them could not be read.
func (p *program) openNotes(ds *model.Dataset, device func() (string, error)) (*notefile.Store, error) {
	store, folder, err := openStore(p.notes, ds.Metadata().Name, device)
	if err != nil {
		return nil, p.notKept(folder, err)
	}
	if damage := store.Damage(); !damage.IsZero() {
		p.report(p.t("notes.damage", "Files", visible(strings.Join(damage.Files, ", "))))
	}
	return store, nil
}

// openStore opens the notes on a dataset for a device. The folder is named with an error too, where it is known.
func openStore(parent, dataset string, device func() (string, error)) (*notefile.Store, string, error) {
	folder, err := notesFolder(parent, dataset)
	if err != nil {
		return nil, folder, err
	}
	name, err := device()
	if err != nil {
		return nil, folder, err
	}
	store, err := notefile.Open(folder, notefile.Options{Device: name, Dataset: dataset})
	return store, folder, err
}

// reader is the device of those who save nothing, so that notes can be read where nothing can be written.
func reader() (string, error) { return "reader", nil }

// writer is this computer.
func writer() (string, error) {
	path, err := notefile.DefaultDevicePath()
	if err != nil {
		return "", err
	}
	return notefile.Device(path)
}

// listNotes lists all notes, or those on one item. An item that the dataset lost may still have notes.
func (p *program) listNotes(c *cobra.Command, args []string, which noteFilter) error {
	ds, err := p.dataset()
	if err != nil {
		return err
	}
	store, err := p.openNotes(ds, reader)
	if err != nil {
		return err
	}
	notes, err := p.chosenNotes(c, ds, store, args, which)
	if err != nil {
		return err
	}
	return p.printNotes(ds, notes)
}

func (p *program) addNote(c *cobra.Command, args []string) error {
	ds, err := p.dataset()
	if err != nil {
		return err
	}
	item, err := p.parseItem(c, ds, args[0])
	if err != nil {
		return err
	}
	if !ds.Has(item) {
		return p.notFound(ds, item)
	}
	text, err := p.textOf(c, args[1])
	if err != nil {
		return err
	}
	store, err := p.openNotes(ds, writer)
	if err != nil {
		return err
	}
	note, err := store.Put(model.Note{Item: item, About: p.locale.ItemName(ds, item), Text: text, Edition: ds.Edition(item)})
	if err != nil {
		return p.notSaved(ds, err)
	}
	p.report(p.t("notes.saved", "Item", note.Item.String()))
	if p.json {
		return p.printJSON(p.noteView(ds, note))
	}
	p.print(string(note.ID) + "\n")
	return nil
}

// textOf is the text on the command line, or standard input for "-".
func (p *program) textOf(c *cobra.Command, word string) (string, error) {
	text := word
	if word == "-" {
		const most = 16 << 20
		read, err := io.ReadAll(io.LimitReader(p.env.Stdin, most+1))
		if err != nil {
			return "", p.unreadable("-", err)
		}
		if len(read) > most {
			return "", p.misused(c, "wrong.longnote")
		}
		text = string(read)
	}
	if strings.TrimSpace(text) == "" {
		return "", p.misused(c, "wrong.emptynote")
	}
	return strings.TrimRight(text, "\r\n"), nil
}

func (p *program) notSaved(ds *model.Dataset, err error) error {
	if errors.Is(err, notefile.ErrReadOnly) {
		return p.fail(Unreadable, "wrong.notes.readonly")
	}
	folder, _ := notesFolder(p.notes, ds.Metadata().Name) // known, for the notes were opened
	return p.notKept(folder, err)
}

// notKept says why the notes in a folder could not be read or saved.
func (p *program) notKept(folder string, err error) error {
	return p.fail(Unreadable, "wrong.notes", "Reason", visible(p.locale.Reason(err, folder)))
}

// noteView is a note as --json prints it.
type noteView struct {
	ID       model.NoteID `json:"id"`
	Item     string       `json:"item"`
	Address  string       `json:"address"`
	About    string       `json:"about"`
	InData   bool         `json:"in_data"` // false: the item is gone from the dataset
	Text     string       `json:"text"`
	Tags     []string     `json:"tags"`
	Created  time.Time    `json:"created"`
	Modified time.Time    `json:"modified"`
	Revision int          `json:"revision"`

	Pinned    bool           `json:"pinned"`
	Quote     string         `json:"quote,omitempty"` // the words of the item's text that the note is on
	Judgement *noteJudgement `json:"judgement,omitempty"`
	Version   string         `json:"data_version,omitempty"` // of the dataset that the note was written on
	Changed   bool           `json:"figures_changed"`        // since then
}

// noteJudgement is the reader's judgement of two documents.
type noteJudgement struct {
	Left      model.DocumentID `json:"left"`
	Right     model.DocumentID `json:"right"`
	Judgement model.Judgement  `json:"judgement"`
}

func (p *program) noteView(ds *model.Dataset, n model.Note) noteView {
	v := noteView{
		Pinned: n.Pinned, Quote: n.Passage.Quote, Version: n.Edition.Version, Changed: ds.FiguresChanged(n),
		ID: n.ID, Item: n.Item.String(), Address: n.Item.Address(ds.Metadata().Name), About: p.about(ds, n), InData: ds.Has(n.Item),
		Text: n.Text, Tags: append([]string{}, n.Tags...), Created: n.Created, Modified: n.Modified, Revision: n.Revision,
	}
	if j := n.Judgement; !j.IsZero() {
		v.Judgement = &noteJudgement{j.Left, j.Right, j.Judgement}
	}
	return v
}

// about is what a note's item is called now, or was called when the item was still there.
func (p *program) about(ds *model.Dataset, n model.Note) string {
	if name := p.locale.ItemName(ds, n.Item); name != "" {
		return name
	}
	return n.About
}

func (p *program) printNotes(ds *model.Dataset, notes []model.Note) error {
	if p.json {
		views := make([]noteView, len(notes))
		for i, n := range notes {
			views[i] = p.noteView(ds, n)
		}
		return p.printJSON(views)
	}
	if len(notes) == 0 {
		p.report(p.t("notes.none"))
		return nil
	}
	parts := make([]string, len(notes))
	for i, n := range notes {
		parts[i] = p.written(ds, n)
	}
	p.print(strings.Join(parts, "\n"))
	return nil
}

func (p *program) written(ds *model.Dataset, n model.Note) string {
	modified := n.Modified.Local()
	head := fmt.Sprintf("%s  %s\n%s %s", n.Item, p.about(ds, n), p.locale.Day(modified), modified.Format("15:04"))
	if !ds.Has(n.Item) {
		head += "  " + p.t("notes.orphan")
	}
	for _, tag := range n.Tags {
		head += "  #" + tag
	}
	if n.Passage.Quote != "" {
		head += "\n" + indented("> "+n.Passage.Quote)
	}
	return printable(head + "\n" + indented(n.Text) + "\n")
}
