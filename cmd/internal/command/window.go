package command

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"parley/model"
	"parley/model/notefile"
	"parley/ui/keep"
)

// WindowArgs is what the command line asks of the window.
type WindowArgs struct {
	File      string     // the dataset to open; empty for the bundled one
	Dataset   string     // the dataset that Link's address names; may be empty
	Link      model.Item // the item to show first; zero for none
	Forced    string     // the language that --lang names; it comes before the reader's settings
	Languages []string   // the system's languages

	// Places are where settings, recent files and the like lie; zero where the system names no place.
	Places keep.Places

	notes   string
	program *program
}

// OpenNotes opens the notes on a dataset where the commands have them, and tells in which folder that is.
func (w WindowArgs) OpenNotes(dataset string) (store *notefile.Store, folder string, err error) {
	return openStore(w.notes, dataset, writer)
}

// HandedOver tells that a window that is open already shows what was asked for.
func (w WindowArgs) HandedOver() { w.program.report(w.program.t("window.handedover")) }

// OwnNotes reports whether the program was started with a folder of notes of its own, which the next start may not have.
func (w WindowArgs) OwnNotes() bool { return w.notes != "" }

// OpenNotesIn opens the notes on a dataset in another folder.
func (w WindowArgs) OpenNotesIn(parent, dataset string) (store *notefile.Store, folder string, err error) {
	return openStore(parent, dataset, writer)
}

// CheckLink checks that a dataset holds what Link names.
func (w WindowArgs) CheckLink(ds *model.Dataset) error {
	if w.Link.IsZero() {
		return nil
	}
	if err := w.program.checkDataset(ds, w.Dataset, w.Link); err != nil {
		return err
	}
	if !ds.Has(w.Link) {
		return w.program.notFound(ds, w.Link)
	}
	return nil
}

// TellLost says at once what CheckLink found wrong; the window opens all the same. Of the error that OpenWindow returns then,
// the exit code is left.
func (w WindowArgs) TellLost(err error) error {
	fmt.Fprintf(w.program.env.Stderr, "%s: %s\n", w.program.name(), err)
	code := Faulty
	var f *failure
	if errors.As(err, &f) {
		code = f.code
	}
	return &failure{code: code}
}

// window is the program without a command: parley [FILE | LINK].
func (p *program) window() *cobra.Command {
	c := p.command("window", 0, 1, p.openWindow)
	c.Flags().BoolVar(&p.reset, "reset-ui", false, p.t("flag.reset"))
	if p.env.OpenWindow == nil {
		c = p.command("cli", 0, -1, func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return p.unknown(c, args[0], "wrong.nowindow")
		})
	}
	c.Version = Version
	p.filesOption(c)
	return c
}

func (p *program) openWindow(c *cobra.Command, args []string) error {
	asked := WindowArgs{File: p.data, Forced: p.lang, Languages: []string{systemLanguage()}, Places: p.places, notes: p.notes, program: p}
	if len(args) == 1 {
		if err := p.point(c, args[0], &asked); err != nil {
			return err
		}
	}
	if p.reset {
		if err := p.places.Forget(); err != nil {
			return p.fail(Unreadable, "wrong.reset", "Reason", visible(err.Error()))
		}
	}
	code := p.tellIfUnreadable(asked.File)
	if err := p.env.OpenWindow(asked); err != nil {
		var f *failure
		if errors.As(err, &f) {
			return err
		}
		return &failure{Unreadable, err.Error()}
	}
	if code != Done {
		return &failure{code: code}
	}
	return nil
}

// tellIfUnreadable says why a file cannot be read. The window opens all the same, on the bundled dataset, and says so too.
func (p *program) tellIfUnreadable(file string) (code int) {
	if file == "" {
		return Done
	}
	if _, err := os.Stat(file); err != nil {
		fmt.Fprintf(p.env.Stderr, "%s: %s\n", p.name(), p.unreadable(file, err))
		return Unreadable
	}
	return Done
}

// point tells a link from a file, and a misspelt command from both.
func (p *program) point(c *cobra.Command, word string, asked *WindowArgs) (err error) {
	if strings.HasPrefix(word, "parley:") {
		if asked.Dataset, asked.Link, err = model.ParseItem(word); err != nil {
			return p.misused(c, "wrong.item", "Word", visible(word))
		}
		return nil
	}
	if _, err := os.Stat(word); errors.Is(err, fs.ErrNotExist) && !strings.ContainsAny(word, `./\`) {
		return p.unknown(c, word, "wrong.noword")
	}
	asked.File = word
	return nil
}

// unknown says that a word is no command, and which one may be meant.
func (p *program) unknown(c *cobra.Command, word, key string) error {
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	if near := model.Nearest(word, names); near != "" {
		return p.misused(c, "wrong.command", "Word", visible(word), "Near", near)
	}
	return p.misused(c, key, "Word", visible(word))
}
