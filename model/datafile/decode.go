package datafile

import (
	"bytes"
	"cmp"
	"errors"
	"runtime"
	"sync"
	"unsafe"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// decode makes facts of a file. They are nil where the file cannot be decoded or something in it is out of order. Even
// where they are not, the file is not in order when it may have null and empty strings where they say nothing, or
// members that the format does not know: only the walk can tell. The error is that of the context.
func decode(data []byte, w *work) (facts *model.Facts, inOrder bool, err error) {
	c := &converter{work: w, most: mostMemory(len(data))}
	facts, err = c.decode(data)
	switch {
	case c.stopped != nil:
		return nil, false, c.stopped
	case errors.Is(err, errTooMany):
		return nil, false, errTooMany
	case err != nil || c.faulty:
		return nil, false, nil
	}
	return facts, !c.extended && c.nulls == 0 && !c.empty, nil
}

// decodeMended makes facts of the copy of a file without its faults of shape, as far as what is left allows. They are
// nil where nothing can be made of it.
func decodeMended(data []byte, w *work) (*model.Facts, error) {
	c := &converter{work: w, most: mostMemory(len(data)), lenient: true}
	facts, err := c.decode(data)
	switch {
	case c.stopped != nil:
		return nil, c.stopped
	case errors.Is(err, errTooMany):
		return nil, errTooMany
	case err != nil:
		return nil, nil
	}
	return facts, nil
}

// errNotInOrder ends a decode early: what is wrong, the walk finds out. errTooMany says that the facts would take too
// much memory.
var (
	errNotInOrder = errors.New("not in order")
	errTooMany    = errors.New("too many objects")
)

// decode decodes a file. Its lists are decoded and converted element by element: so what the decoder fills is let go at
// once, a bar can show how far it is, and the reader can cancel.
func (c *converter) decode(data []byte) (*model.Facts, error) {
	defer func() {
		if c.endFrugal != nil {
			c.endFrugal()
		}
	}()
	f, lists := newFile(c)
	others, err := c.readMembers(newDecoder(data), lists)
	if err != nil {
		return nil, err
	}
	c.look(others)
	c.memory += filled(others)
	if isBomb(others) {
		return nil, errTooMany
	}
	if err := json.Unmarshal(others, f, json.RejectUnknownMembers(true)); err != nil {
		return nil, err
	}
	facts := c.facts(f)
	if c.memory > c.most {
		return nil, errTooMany
	}
	return &facts, nil
}

// readMembers reads the top object: the lists by what reads them, and the other members as an object of their own. What
// the decoder takes that is not in order, the decode of each part refuses.
func (c *converter) readMembers(dec *jsontext.Decoder, lists map[string]func(*jsontext.Decoder) error) ([]byte, error) {
	c.team = newTeam()
	others, err := c.splitMembers(dec, lists)
	c.team.end()
	return others, cmp.Or(err, c.goOn(dec.InputOffset()))
}

func (c *converter) splitMembers(dec *jsontext.Decoder, lists map[string]func(*jsontext.Decoder) error) ([]byte, error) {
	if dec.PeekKind() != jsontext.KindBeginObject {
		return nil, errNotInOrder
	}
	if _, err := dec.ReadToken(); err != nil {
		return nil, err
	}
	others := []byte{'{'}
	for n := 0; dec.PeekKind() != jsontext.KindEndObject; n++ {
		if n > mostMembers {
			return nil, errTooMany
		}
		name, err := dec.ReadValue()
		if err != nil {
			return nil, err
		}
		if read, ok := lists[string(name)]; ok && dec.PeekKind() == jsontext.KindBeginArray {
			if err := read(dec); err != nil {
				return nil, err
			}
			delete(lists, string(name)) // a second one is not in order
			continue
		}
		if len(others) > 1 {
			others = append(others, ',')
		}
		others = append(append(others, name...), ':')
		value, err := dec.ReadValue()
		if err != nil {
			return nil, err
		}
		others = append(others, value...)
	}
	return append(others, '}'), readEnd(dec)
}

// readEnd reads the end of the top object, after which nothing may come.
func readEnd(dec *jsontext.Decoder) error {
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	if dec.PeekKind() != jsontext.KindInvalid || len(bytes.TrimLeft(dec.UnreadBuffer(), " \t\r\n")) > 0 {
		return errNotInOrder
	}
	return nil
}

// elements is a list of the file's top object, as the facts that its elements were converted to. They are decoded in
// batches, which several goroutines work on.
type elements[W, M any] struct {
	batches []*batch[W, M]
}

// batch is a part of a list.
type batch[W, M any] struct {
	raw   []jsontext.Value
	facts []M
}

// A batch has at most so many bytes and elements: enough to be worth a goroutine, and few enough that the reader can
// cancel soon and that a fault ends the work early.
const (
	batchSize     = 128 << 10
	batchElements = 256
)

// reader returns what reads the list.
func (e *elements[W, M]) reader(c *converter, convert func(*converter, *W) M) func(*jsontext.Decoder) error {
	return func(dec *jsontext.Decoder) error {
		return e.read(dec, func(b *batch[W, M]) error {
			e.batches = append(e.batches, b)
			c.team.do(func() { c.finished(b.decode(convert, c)) })
			return c.goOn(dec.InputOffset())
		})
	}
}

// team are goroutines that decode the batches of a file. They are few and last until the end, since the stack of each must
// grow first.
type team struct {
	members sync.WaitGroup
	work    chan func()
}

func newTeam() *team {
	t := &team{work: make(chan func())}
	for range runtime.GOMAXPROCS(0) {
		t.members.Go(func() {
			for work := range t.work {
				work()
			}
		})
	}
	return t
}

// do has some work done. It waits while all are at work.
func (t *team) do(work func()) { t.work <- work }

// end waits until all is done.
func (t *team) end() {
	close(t.work)
	t.members.Wait()
}

// read reads the list and hands it over in batches.
func (e *elements[W, M]) read(dec *jsontext.Decoder, hand func(*batch[W, M]) error) error {
	if _, err := dec.ReadToken(); err != nil {
		return err
	}
	b, size := &batch[W, M]{}, 0
	for dec.PeekKind() != jsontext.KindEndArray {
		raw, err := dec.ReadValue() // stays as it is: the decoder reads from memory
		if err != nil {
			return err
		}
		b.raw = append(b.raw, raw)
		if size += len(raw); size < batchSize && len(b.raw) < batchElements {
			continue
		}
		if err := hand(b); err != nil {
			return err
		}
		b, size = &batch[W, M]{}, 0
	}
	if _, err := dec.ReadToken(); err != nil || len(b.raw) == 0 {
		return err
	}
	return hand(b)
}

// decode makes facts of the batch, by a converter of its own, which it returns. All elements are decoded into one W.
func (b *batch[W, M]) decode(convert func(*converter, *W) M, of *converter) *converter {
	c := &converter{lenient: of.lenient, most: of.most}
	b.facts = make([]M, 0, len(b.raw))
	element := new(W)
	for _, raw := range b.raw {
		c.look(raw)
		if err := c.element(raw, element); err != nil {
			c.failed = err
			break
		}
		b.facts = append(b.facts, convert(c, element))
		*element = *new(W)
		c.memory += int(unsafe.Sizeof(*new(M))) + indexSize - objectSize // which is summed up already
		if c.faulty && !c.lenient || c.memory > c.most {
			break
		}
	}
	b.raw = nil
	return c
}

// element decodes an element of a list.
func (c *converter) element(raw jsontext.Value, into any) error {
	switch {
	case raw.Kind() != jsontext.KindBeginObject:
		return errNotInOrder
	case isBomb(raw):
		return errTooMany
	}
	c.memory += filled(raw)
	return json.Unmarshal(raw, into, json.RejectUnknownMembers(true))
}

// none reports whether the list is empty.
func (e *elements[W, M]) none() bool { return len(e.batches) == 0 }

// take returns the facts as one list, and lets go of the batches.
func (e *elements[W, M]) take() []M {
	if e.none() {
		return nil
	}
	size := 0
	for _, b := range e.batches {
		size += len(b.facts)
	}
	list := make([]M, 0, size)
	for _, b := range e.batches {
		list = append(list, b.facts...)
		b.facts = nil
	}
	e.batches = nil
	return list
}
