package main

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"strings"
	"sync"
	"syscall"

	"parley/cmd/internal/command"
	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/ui"
	"parley/ui/format"
	"parley/ui/notebook"
	"parley/ui/page"
)

// openWindow opens the window as the command line asks for it.
func openWindow(args command.WindowArgs) error {
	l := format.In(append([]string{args.Forced}, args.Languages...)...)
	if !hasDisplay() {
		return errors.New(l.T("window.nodisplay"))
	}
	bundled, problems := datafile.Read("talks.json", data.Talks)
	if err := problems.Err(); err != nil {
		return err // a fault in the program: its own dataset was checked before it was built
	}
	link, err := linked(args, bundled)
	if err != nil {
		return err
	}
	books := &notebooks{args: args, open: map[string]*notebook.Notebook{}}
	books.flushWhenTold()
	return run(l, ui.Config{
		Version: command.Version, Bundled: bundled, File: args.File, Load: load,
		Notes: books.of, Flush: books.flush,
		Forced: args.Forced, Languages: args.Languages, Link: link,
	})
}

// linked returns the item to show first. A link that leads nowhere is an error, but where the file cannot be shown the
// window says so, and shows the bundled dataset, which the link does not mean.
func linked(args command.WindowArgs, bundled *model.Dataset) (model.Item, error) {
	shown := bundled
	if args.Link.IsZero() {
		return args.Link, nil
	}
	if args.File != "" {
		ds, err := load(args.File)
		if err != nil {
			return model.Item{}, nil
		}
		shown = ds
	}
	return args.Link, args.CheckLink(shown)
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
func load(file string) (*model.Dataset, error) {
	ds, problems, err := datafile.Load(file)
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
	book := notebook.Closed(err, folder, l)
	if err == nil {
		book = notebook.New(store, folder, l)
	}
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
func (b *notebooks) flushWhenTold() {
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGTERM, os.Interrupt)
	go func() {
		<-told
		_ = b.flush() // what failed was shown in the window
		os.Exit(0)
	}()
}
