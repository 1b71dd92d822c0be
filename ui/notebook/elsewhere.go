package notebook

import (
	"errors"
	"time"

	"parley/model/notefile"
)

// CanMove reports whether the notes can be kept in another folder, and there is a reason to: nothing can be saved in this
// one, or they could not be opened at all.
func (nb *Notebook) CanMove() bool {
	if nb.Elsewhere == nil {
		return false
	}
	if nb.refusal != nil || nb.sealed {
		return true
	}
	for _, d := range nb.drafts {
		if errors.Is(d.fault, notefile.ErrReadOnly) {
			return true
		}
	}
	return false
}

// MovesForGood reports whether the next start finds the notes where Move brought them.
func (nb *Notebook) MovesForGood() bool { return nb.Chosen != nil }

// Move keeps the notes in another folder from now on. Those that could be read are taken along, deleted ones too, and what
// could not be saved is saved there; the old folder stays as it is.
func (nb *Notebook) Move(parent string, done func(error)) {
	var folder string
	nb.writer.run(func() error {
		store, in, err := nb.Elsewhere(parent)
		if err != nil {
			return err
		}
		if err := takeOver(store, nb.writer.at()); err != nil {
			return err
		}
		if nb.Chosen != nil {
			if err := nb.Chosen(parent); err != nil {
				return err
			}
		}
		nb.writer.moveTo(store)
		folder = in
		return nil
	}, func(err error) {
		if err == nil {
			nb.folder, nb.refusal, nb.sealed = folder, nil, isSealed(nb.writer.at())
			nb.writer.start() // what could not be saved
			nb.tell()
		}
		done(err)
	})
}

// takeOver takes along what an old store holds, where its notes could be opened.
func takeOver(store, old Store) error {
	holder, ok := old.(interface{ Holdings() notefile.Holdings })
	if !ok {
		return nil
	}
	taker, ok := store.(interface {
		TakeOver(notefile.Holdings) error
	})
	if !ok {
		return errors.ErrUnsupported
	}
	return taker.TakeOver(holder.Holdings())
}

func isSealed(store Store) bool {
	s, ok := store.(interface{ IsReadOnly() bool })
	return ok && s.IsReadOnly()
}

// lookEvery is how often it is looked whether others have saved something.
const lookEvery = time.Second

// Follow takes in what others save, from now on: another window, or another computer by a folder that is synchronised.
func (nb *Notebook) Follow() {
	nb.After(lookEvery, func() {
		if store, ok := nb.writer.at().(interface{ Changed() bool }); ok && store.Changed() {
			nb.OnUI(nb.Reread)
		}
		nb.Follow()
	})
}
