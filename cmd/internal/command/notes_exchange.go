package command

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/model/annotation"
	"parley/model/notefile"
	"parley/ui/export"
	"parley/ui/notepaper"
)

// noteFilter says which notes are meant.
type noteFilter struct {
	tag     string
	orphans bool
	deleted bool
}

func (f *noteFilter) flags(p *program, c *cobra.Command) {
	c.Flags().StringVar(&f.tag, "tag", "", p.t("notes.flag.tag"))
	c.Flags().BoolVar(&f.orphans, "orphans", false, p.t("notes.flag.orphans"))
	c.Flags().SortFlags = false
}

// chosenNotes are those that the arguments and options ask for. An item that the dataset lost may still have notes.
func (p *program) chosenNotes(c *cobra.Command, ds *model.Dataset, store *notefile.Store, args []string, f noteFilter) ([]model.Note, error) {
	notes := store.Notes()
	if f.deleted {
		notes = store.Deleted()
	}
	if len(args) > 0 {
		item, err := p.parseItem(c, ds, args[0])
		if err != nil {
			return nil, err
		}
		notes = slices.DeleteFunc(notes, func(n model.Note) bool { return ds.Current(n.Item) != item })
		if len(notes) == 0 && !ds.Has(item) {
			return nil, p.notFound(ds, item)
		}
	}
	return slices.DeleteFunc(notes, func(n model.Note) bool {
		return f.tag != "" && !slices.Contains(n.Tags, f.tag) || f.orphans && ds.Has(n.Item)
	}), nil
}

func noteFormats() []string { return words(notepaper.Formats()) }

func (p *program) notesExport() *cobra.Command {
	var which noteFilter
	var output, format string
	c := p.command("notes.export", 0, 1, func(c *cobra.Command, args []string) error {
		return p.exportNotes(c, args, which, output, format)
	})
	c.Flags().StringVarP(&output, "output", "o", "-", p.t("notes.flag.output"))
	c.Flags().StringVar(&format, "format", "", p.t("notes.flag.format"))
	which.flags(p, c)
	complete(c, "format", noteFormats)
	c.ValidArgsFunction = p.completeItem
	return c
}

// exportNotes writes notes to a file or to standard output, the oldest first.
func (p *program) exportNotes(c *cobra.Command, args []string, which noteFilter, output, word string) error {
	as, err := p.noteFormat(c, word, output)
	if err != nil {
		return err
	}
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
	slices.SortStableFunc(notes, func(a, b model.Note) int { return a.Created.Compare(b.Created) })
	paper := notepaper.Paper{Dataset: ds, Locale: p.locale, Notes: notes}
	ids := []model.NoteID{}
	for _, n := range notes {
		ids = append(ids, n.ID)
	}
	paper.Annotations = store.Annotations(ids)
	write := func(w io.Writer) error { return paper.Write(w, as) }
	if output == "-" {
		return write(p.out)
	}
	if err := export.File(output, p.force, write); err != nil {
		return p.notWritten(job{file: output}, err)
	}
	p.report(p.locale.N("notepaper.exported", len(notes), "File", visible(output)))
	return nil
}

// noteFormat is the format asked for, else that of the file's name, else the one that holds everything.
func (p *program) noteFormat(c *cobra.Command, word, output string) (notepaper.Format, error) {
	option := "--format"
	if extension := filepath.Ext(output); word == "" && len(extension) > 1 {
		word, option = strings.ToLower(extension[1:]), "--output"
		if word == "json" {
			word = string(notepaper.JSONLD)
		}
	}
	if word == "" {
		return notepaper.JSONLD, nil
	}
	return notepaper.Format(word), p.choice(c, word, noteFormats(), "wrong.choice", "Option", option)
}

// taking says how notes are taken in.
type taking struct {
	conflicts string
	on        string
	dryRun    bool
	lost      int // what of another folder could not be read, besides damaged lines
}

var choices = map[string]notefile.Choice{
	"newer": notefile.Newer, "both": notefile.Both, "mine": notefile.Mine, "theirs": notefile.Theirs,
}

// stays says which of two notes that differ stays.
func (p *program) stays(choice notefile.Choice) string {
	switch choice {
	case notefile.Both:
		return p.t("notes.conflicts.both")
	case notefile.Mine:
		return p.t("notes.conflicts.mine")
	case notefile.Theirs:
		return p.t("notes.conflicts.theirs")
	}
	return p.t("notes.conflicts.newer")
}

func choiceWords() []string { return []string{"newer", "both", "mine", "theirs"} }

func (t *taking) flags(p *program, c *cobra.Command) {
	c.Flags().StringVar(&t.conflicts, "conflicts", "newer", p.t("notes.flag.conflicts"))
	c.Flags().BoolVar(&t.dryRun, "dry-run", false, p.t("notes.flag.dryrun"))
	c.Flags().SortFlags = false
	complete(c, "conflicts", choiceWords)
}

func (p *program) notesImport() *cobra.Command {
	var how taking
	c := p.command("notes.import", 1, 1, func(c *cobra.Command, args []string) error { return p.importNotes(c, args[0], how) })
	how.flags(p, c)
	c.Flags().StringVar(&how.on, "on", "", p.t("notes.flag.on"))
	return c
}

// importNotes takes in the notes of a file.
func (p *program) importNotes(c *cobra.Command, file string, how taking) error {
	if err := p.choice(c, how.conflicts, choiceWords(), "wrong.choice", "Option", "--conflicts"); err != nil {
		return err
	}
	ds, err := p.dataset()
	if err != nil {
		return err
	}
	var fallback model.Item
	if how.on != "" {
		if fallback, err = p.parseItem(c, ds, how.on); err != nil {
			return err
		}
		if !ds.Has(fallback) {
			return p.notFound(ds, fallback)
		}
	}
	data, err := p.readNotes(file)
	if err != nil {
		return err
	}
	found, bad, err := annotation.ReadFile(data)
	if err != nil {
		return p.fail(Faulty, "notes.notread", "File", visible(file), "Reason", notepaper.Reason(p.locale, err))
	}
	return p.takeIn(ds, annotation.Place(found, ds, fallback), bad, how)
}

func (p *program) readNotes(file string) ([]byte, error) {
	in := p.env.Stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, p.fail(Unreadable, "wrong", "Cause", p.unreadable(file, err))
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, annotation.Largest+1))
	switch {
	case err != nil:
		return nil, p.fail(Unreadable, "wrong", "Cause", p.unreadable(file, err))
	case len(data) > annotation.Largest:
		return nil, p.fail(Faulty, "notes.notread", "File", visible(file), "Reason", notepaper.Reason(p.locale, annotation.ErrTooMany))
	}
	return data, nil
}

// arrived is what import and merge tell with --json.
type arrived struct {
	Imported  int  `json:"imported"`
	Here      int  `json:"already_here"`
	Conflicts int  `json:"in_conflict"`
	Foreign   int  `json:"on_other_datasets"`
	Nowhere   int  `json:"on_nothing_known"`
	Bad       int  `json:"not_understood"`
	Lost      int  `json:"not_read"` // of another folder: lines cut off, notes by newer versions, unreadable files
	Written   bool `json:"written"`
}

func (p *program) takeIn(ds *model.Dataset, placed annotation.Placed, bad int, how taking) error {
	device := writer
	if how.dryRun {
		device = reader
	}
	store, err := p.openNotes(ds, device)
	if err != nil {
		return err
	}
	var a notefile.Arrivals
	if how.dryRun {
		a = store.Sort(placed.Notes)
	} else if a, err = store.Import(placed.Notes, choices[how.conflicts]); err != nil {
		return p.notSaved(ds, err)
	}
	if p.json {
		return p.printJSON(arrived{a.New, a.Here, a.Conflicts, placed.Foreign, placed.Nowhere, bad + a.Unfit, how.lost, !how.dryRun})
	}
	tell := notepaper.Arrived
	if how.dryRun {
		tell = notepaper.Arrives
	}
	p.print(tell(p.locale, a, placed, bad) + "\n")
	if a.Conflicts > 0 && !how.dryRun {
		p.report(p.stays(choices[how.conflicts]))
	}
	return nil
}

func (p *program) notesMerge() *cobra.Command {
	var how taking
	c := p.command("notes.merge", 1, 1, func(c *cobra.Command, args []string) error { return p.mergeNotes(c, args[0], how) })
	how.flags(p, c)
	return c
}

// mergeNotes takes in the notes of another folder: one of notes, or one that holds such a one for the dataset.
func (p *program) mergeNotes(c *cobra.Command, dir string, how taking) error {
	if err := p.choice(c, how.conflicts, choiceWords(), "wrong.choice", "Option", "--conflicts"); err != nil {
		return err
	}
	ds, err := p.dataset()
	if err != nil {
		return err
	}
	other, err := p.openFolder(ds, dir)
	if err != nil {
		return err
	}
	damage := other.Damage()
	how.lost = damage.Missing + damage.Newer + damage.Unreadable
	err = p.takeIn(ds, annotation.Placed{Notes: other.Found(), Foreign: damage.Foreign}, damage.Lines, how)
	if err != nil || how.lost+damage.Lines == 0 {
		return err
	}
	p.report(notepaper.Lost(p.locale, damage))
	return &failure{code: Faulty}
}

// openFolder opens the notes in a folder that must be there.
func (p *program) openFolder(ds *model.Dataset, dir string) (*notefile.Store, error) {
	name := ds.Metadata().Name
	if within := filepath.Join(dir, name); isFolder(within) {
		dir = within
	}
	if !isFolder(dir) {
		_, err := os.Stat(dir)
		if err == nil {
			err = &fs.PathError{Op: "open", Path: dir, Err: errors.ErrUnsupported}
		}
		return nil, p.fail(Unreadable, "wrong", "Cause", p.unreadable(dir, err))
	}
	store, err := notefile.Open(dir, notefile.Options{Device: "reader", Dataset: name})
	if err != nil {
		return nil, p.notKept(dir, err)
	}
	return store, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// verified is what verify tells with --json.
type verified struct {
	Folder     string   `json:"folder"`
	Notes      int      `json:"notes"`
	Deleted    int      `json:"deleted"`
	Damaged    int      `json:"damaged_lines"`
	Missing    int      `json:"missing_lines"`
	Newer      int      `json:"by_newer_versions"`
	Foreign    int      `json:"on_other_datasets"`
	Unreadable int      `json:"unreadable_files"`
	Files      []string `json:"files_concerned"`
}

// verifyNotes reads every line of the notes and tells what is wrong with them. It changes nothing.
func (p *program) verifyNotes(_ *cobra.Command, args []string) error {
	ds, err := p.dataset()
	if err != nil {
		return err
	}
	folder, err := notesFolder(p.notes, ds.Metadata().Name)
	if err != nil {
		return p.notKept(folder, err)
	}
	var store *notefile.Store
	if len(args) > 0 {
		folder = args[0]
		store, err = p.openFolder(ds, folder)
	} else {
		store, err = p.openNotes(ds, reader)
	}
	if err != nil {
		return err
	}
	d := store.Damage()
	v := verified{
		folder, len(store.Notes()), len(store.Deleted()), d.Lines, d.Missing, d.Newer, d.Foreign, d.Unreadable,
		append([]string{}, d.Files...),
	}
	if p.json {
		if err := p.printJSON(v); err != nil {
			return err
		}
	} else {
		p.print(p.t("notes.verified", "Folder", visible(folder), "Notes", p.locale.N("notes.count", v.Notes),
			"Deleted", p.locale.Number(v.Deleted)) + "\n")
	}
	if d.IsZero() {
		return nil
	}
	if !p.json {
		p.print(notepaper.Lost(p.locale, d) + "\n")
	}
	return &failure{code: Faulty}
}
