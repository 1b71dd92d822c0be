package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"

	"fyne.io/fyne/v2"

	"parley/cmd/internal/command"
	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/model/notefile"
	"parley/ui"
	"parley/ui/format"
	"parley/ui/handover"
	"parley/ui/keep"
	"parley/ui/notebook"
	"parley/ui/page"
)

// openWindow opens the window as the command line asks for it.
func openWindow(args command.WindowArgs) error {
	l := format.In(append([]string{args.Forced}, args.Languages...)...)
	if !hasDisplay() {
		return errors.New(l.T("window.nodisplay"))
	}
	bundled, err := datafile.ReadChecked("talks.json", data.Talks)
	if err != nil {
		return err // a fault in the program: its own dataset was checked before it was built
	}
	meeting := handover.Key(args.Places.Settings, args.Places.Notes, args.Forced)
	if args.File == "" && handedOver(meeting, args) {
		return nil
	}
	first, lost := linked(args, bundled)
	stale := ""
	switch {
	case lost != nil:
		lost, stale = args.TellLost(lost), linkOf(args)
	case args.File != "" && handedOver(meeting, args):
		return nil
	}
	settings, err := keep.OpenSettings(args.Places.Settings)
	if err != nil {
		fyne.LogError("settings", err) // the window opens without them
	}
	books := &notebooks{args: args, open: map[string]*notebook.Notebook{}}
	books.flushWhenTold(settings)
	err = run(l, ui.Config{
		Version: command.Version, Bundled: bundled, Example: example, File: args.File, First: first.dataset, Load: load,
		Notes: books.of, Flush: books.flush, Places: args.Places, Settings: settings, Meeting: meeting,
		Forced: args.Forced, Languages: args.Languages, Link: first.link, Stale: stale,
	})
	return cmp.Or(err, lost)
}

// handedOver reports whether a window that is open already shows the file or the item that is asked for. A file that cannot
// be read is for a window of its own to tell of, and without either the reader wants a second window.
func handedOver(meeting string, args command.WindowArgs) bool {
	var r handover.Request
	if args.File != "" {
		if _, err := os.Stat(args.File); err != nil {
			return false
		}
		path, err := filepath.Abs(args.File)
		if err != nil {
			return false
		}
		r.File = path
	}
	if !args.Link.IsZero() {
		r.Link = linkOf(args)
	}
	if r == (handover.Request{}) || !handover.Send(meeting, r) {
		return false
	}
	args.HandedOver()
	return true
}

// linkOf is the link that the command line gives.
func linkOf(args command.WindowArgs) string {
	if args.Dataset != "" {
		return args.Link.Address(args.Dataset)
	}
	return "parley:" + args.Link.String()
}

// example is the made-up dataset that comes with the program; a test of the data checks that it has no fault.
func example() *model.Dataset {
	ds, _ := datafile.ReadChecked("lakes.json", data.Lakes)
	return ds
}

// first is the item that the window shows first, and the dataset of the file where that had to be loaded to find it.
type first struct {
	link    model.Item
	dataset *model.Dataset
}

// linked finds the item to show first. A link that leads nowhere is an error, which the window tells of too. Where the file
// cannot be shown the window says so, and shows the bundled dataset, which the link does not mean. Without a link the window
// loads the file.
func linked(args command.WindowArgs, bundled *model.Dataset) (first, error) {
	switch {
	case args.Link.IsZero():
		return first{}, nil
	case args.File == "":
		return found(args, bundled, nil)
	}
	ds, err := load(context.Background(), args.File, nil)
	if err != nil {
		return first{}, nil
	}
	return found(args, ds, ds)
}

// found is the item to show first where a dataset has it; loaded is the dataset where it comes from a file.
func found(args command.WindowArgs, ds, loaded *model.Dataset) (first, error) {
	if err := args.CheckLink(ds); err != nil {
		return first{dataset: loaded}, err
	}
	return first{link: args.Link, dataset: loaded}, nil
}

// run opens the window. The toolkit panics where a display is named and does not answer.
func run(l *format.Locale, c ui.Config) (err error) {
	defer func() {
		if r := recover(); r != nil {
			if !strings.Contains(fmt.Sprint(r), "GLFW") {
				panic(r)
			}
			err = errors.New(l.T("window.nodisplay"))
		}
	}()
	return ui.Run(c)
}

// hasDisplay reports whether a window can be shown at all: without a display the toolkit would panic.
func hasDisplay() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// load reads a dataset; its error lists every fault.
func load(ctx context.Context, file string, progress func(done, total int64)) (*model.Dataset, error) {
	ds, problems, err := datafile.LoadContext(ctx, file, progress)
	if err != nil {
		return nil, err
	}
	return ds, problems.Err()
}

// notebooks are the notes of every dataset that was opened. They stay open, so that a text that could not be saved yet is
// not lost when the reader looks at another dataset.
type notebooks struct {
	args command.WindowArgs
	mu   sync.Mutex // flush may come from a signal
	open map[string]*notebook.Notebook
}

// of returns the notes on a dataset, for a window that starts anew and speaks a language.
func (b *notebooks) of(dataset string, l *format.Locale) page.Notes {
	b.mu.Lock()
	defer b.mu.Unlock()
	if book := b.open[dataset]; book != nil {
		book.Forget()
		book.Speak(l)
		return book
	}
	store, folder, err := b.args.OpenNotes(dataset)
	book := notebook.Closed(err, dataset, folder, l)
	if err == nil {
		book = notebook.New(store, folder, l)
	}
	book.Elsewhere = func(parent string) (notebook.Store, string, error) {
		store, folder, err := b.args.OpenNotesIn(parent, dataset)
		if err != nil {
			return nil, folder, err
		}
		return store, folder, nil
	}
	if !b.args.OwnNotes() {
		book.Chosen = func(parent string) error { return notefile.ChooseDir(dataset, parent) }
	}
	book.Follow()
	b.open[dataset] = book
	return book
}

// flush waits until all notes are on the disk.
func (b *notebooks) flush() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	var faults []error
	for _, book := range b.open {
		faults = append(faults, book.Flush())
	}
	return errors.Join(faults...)
}

// flushWhenTold saves what was typed when the system ends the program; the toolkit does not ask the window then.
func (b *notebooks) flushWhenTold(settings *keep.Settings) {
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGTERM, os.Interrupt)
	go func() {
		<-told
		_ = b.flush() // what failed was shown in the window
		_ = settings.Save()
		os.Exit(0)
	}()
}
