// Package datafile reads datasets from files of the format parley/1: one JSON object, described by
// data/parley-1.schema.json. Nothing else in the program knows the format.
//
// A good file is decoded once into the structs of wire.go, turned into facts, and checked. Where anything is out of
// order, a second walk over the tokens, by tables made from the same structs, finds every fault with its place. After
// a fault of syntax only that one is reported. After faults of shape, a copy of the file without them is decoded and
// checked, and what is wrong between the facts is told as well, but for what may only follow from a fault of shape.
//
// # What JSON leaves open
//
// A file is JSON by RFC 8259. Where that leaves the choice to the reader:
//   - A file holds one object. White space may stand around it, and nothing else; a byte order mark gives a warning.
//   - A member that is there twice in an object is an error.
//   - Bytes that are no UTF-8, and \u escapes of half a surrogate pair, are errors; UTF-16 and UTF-32 are not read.
//   - Texts may hold line breaks and tabulators (written \n and \t). Other control characters, and those that turn or
//     isolate the direction of writing (U+202A to U+202E, U+2066 to U+2069), are errors, since a text with them can read
//     as something that it does not say. In remarks ("$comment") they are let be, for nobody is shown those.
//   - Numbers of the format are whole and at most [model.MostPeople]; 1000.0 and 1e3 are errors. In remarks any number of
//     JSON may stand.
//   - Objects and lists may be nested 10,000 deep, an object may have 10,000 members, a file may have [MaxSize] bytes, and
//     what it holds may not need more than about ten times its size in memory (16 MiB are always granted).
package datafile

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

	"parley/model"
)

// Format is the name and the version of the file format.
const Format = "parley/1"

// The format that this program reads and, in every object of it, what names it.
const (
	formatName = Format
	formatKey  = "format"
)

// MaxSize is the size in bytes of the largest file that is read.
const MaxSize = 1 << 30

// Load reads the dataset in a file. The error says that the file could not be read at all; what is wrong with its
// contents is in the problems. The dataset is nil where there is an error of either sort.
func Load(path string) (*model.Dataset, Problems, error) {
	return LoadContext(context.Background(), path, nil)
}

// LoadContext is [Load] for a file that may be large. It calls progress, unless that is nil, at most some fifty times,
// with the work that is done and all of the work, in bytes: reading, decoding, checking and indexing count. When ctx is
// cancelled, it returns the error of ctx soon after.
func LoadContext(ctx context.Context, path string, progress func(done, total int64)) (*model.Dataset, Problems, error) {
	w := newWork(ctx, progress)
	data, err := readAll(path, w)
	if err != nil {
		return nil, nil, err
	}
	return w.dataset(path, data)
}

// readAll reads a file of at most MaxSize bytes.
func readAll(path string, w *work) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read dataset: %w", err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("read dataset: %w", err)
	}
	switch {
	case info.IsDir():
		return nil, fmt.Errorf("read dataset %s: this is a folder; name a file", path)
	case info.Size() > MaxSize:
		return nil, tooLarge(path)
	}
	w.total = info.Size()
	if err := w.begin(reading); err != nil {
		return nil, err
	}
	var data bytes.Buffer
	data.Grow(int(info.Size()) + bytes.MinRead)
	if _, err := data.ReadFrom(io.LimitReader(&watched{r: f, work: w}, MaxSize+1)); err != nil {
		return nil, fmt.Errorf("read dataset: %w", err)
	}
	if data.Len() > MaxSize {
		return nil, tooLarge(path) // it grew, or it is no plain file
	}
	return data.Bytes(), nil
}

// watched is a reader whose progress is told.
type watched struct {
	r    io.Reader
	work *work
	read int64
}

// Read reads at most a megabyte, so that it is never long until the next call.
func (r *watched) Read(p []byte) (int, error) {
	const most = 1 << 20
	n, err := r.r.Read(p[:min(len(p), most)])
	r.read += int64(n)
	if cancelled := r.work.reached(r.read, r.work.total); cancelled != nil {
		return n, cancelled
	}
	return n, err
}

func tooLarge(path string) error {
	return fmt.Errorf("read dataset %s: the file is larger than %d MiB; split it", path, MaxSize>>20)
}

// Read reads the dataset in data, which it does not keep. The name stands in the problems. The dataset is nil where
// one of them is an error.
func Read(name string, data []byte) (*model.Dataset, Problems) {
	ds, found, _ := newWork(context.Background(), nil).dataset(name, data)
	return ds, found
}

// dataset is Read with the work watched. The error is that of the context.
func (w *work) dataset(name string, data []byte) (*model.Dataset, Problems, error) {
	body, bom := bytes.CutPrefix(data, []byte("\xef\xbb\xbf"))
	w.total = int64(len(body))
	r := reader{data: body, work: w}
	if bom {
		r.faults = append(r.faults, fault{
			severity: model.Warning, path: "$",
			msg: "the file begins with a byte order mark, which is skipped; save it as UTF-8 without BOM",
		})
	}
	facts, err := r.read()
	if err != nil {
		return nil, nil, err
	}
	found := problems(name, body, r.faults)
	if facts == nil || len(found.Errors()) > 0 {
		w.finish()
		return nil, found, nil
	}
	if err := w.begin(indexing); err != nil {
		return nil, nil, err
	}
	ds, err := w.index(facts)
	if err != nil {
		return nil, nil, err
	}
	w.finish()
	return ds, found, nil
}

// index makes a dataset of facts that are in order. When the reader cancels, it does not wait for it.
func (w *work) index(facts *model.Facts) (*model.Dataset, error) {
	if w.ctx.Done() == nil {
		return model.New(*facts), nil
	}
	indexed := make(chan *model.Dataset, 1)
	go func() { indexed <- model.New(*facts) }()
	select {
	case ds := <-indexed:
		return ds, nil
	case <-w.ctx.Done():
		return nil, w.ctx.Err()
	}
}

type reader struct {
	data   []byte
	work   *work
	faults []fault
}

func (r *reader) fault(offset int, msg string) {
	r.faults = append(r.faults, fault{offset: offset, path: "$", msg: msg})
}

// read returns the facts of the file, or nil where faults of its shape keep it from being one. The error is that of
// the context.
func (r *reader) read() (*model.Facts, error) {
	if msg := notText(r.data); msg != "" {
		r.fault(0, msg)
		return nil, nil
	}
	if err := r.work.begin(decoding); err != nil {
		return nil, err
	}
	facts, inOrder, err := decode(r.data, r.work)
	tooMany := errors.Is(err, errTooMany)
	if err != nil && !tooMany {
		return nil, err
	}
	w := &walker{}
	if !inOrder {
		if w, err = r.inspect(); w == nil {
			return nil, err
		}
	}
	if w.ended {
		return nil, nil
	}
	if !tooMany && (facts == nil || w.errors > 0) {
		facts = nil
		letGo(len(r.data))
		facts, err = decodeMended(w.mended(r.data), r.work)
		if tooMany = errors.Is(err, errTooMany); err != nil && !tooMany {
			return nil, err
		}
	}
	if tooMany {
		r.fault(0, "the file holds too many objects, texts or members for its size; split it, or leave empty ones out")
		return nil, nil
	}
	if facts == nil {
		if w.errors == 0 {
			r.fault(0, "the file cannot be read, and no fault of it was found; please report this to the makers of Parley")
		}
		return nil, nil
	}
	if err := r.check(facts, &w.mending); err != nil {
		return nil, err
	}
	return facts, nil
}

// letGo frees what the first decode of a large file left, before the second one needs as much.
func letGo(size int) {
	const large = 4 << 20
	if size > large {
		runtime.GC()
	}
}

// notText says why data cannot be JSON at all.
func notText(data []byte) string {
	switch {
	case len(data) > MaxSize:
		return fmt.Sprintf("the file is larger than %d MiB; split it", MaxSize>>20)
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")),
		bytes.HasPrefix(data, []byte("{\x00")), bytes.HasPrefix(data, []byte("\x00{")):
		return "the file is in UTF-16; save it as UTF-8"
	case skipWhite(data, 0) == len(data):
		return "the file is empty; a dataset is one JSON object: { ... }"
	}
	return ""
}

// mayHoldEmptyString reports whether "" stands in data, but for the end of a string whose last character is an escaped
// quotation mark.
func mayHoldEmptyString(data []byte) bool {
	for {
		i := bytes.Index(data, []byte(`""`))
		if i < 0 {
			return false
		}
		if i == 0 || data[i-1] != '\\' {
			return true
		}
		data = data[i+1:]
	}
}

// inspect finds what is wrong with the file's syntax or shape. It returns nil where it is no file of this format, so
// that nothing else can be said of it. The error is that of the context.
func (r *reader) inspect() (*walker, error) {
	f, ok, err := checkSyntaxOf(r.data, r.work)
	if err != nil {
		return nil, err
	}
	if ok {
		f, ok = checkFormat(r.data)
	}
	if !ok {
		r.faults = append(r.faults, f)
		return nil, nil
	}
	w := walk(r.data, r.work)
	if w.halted != nil {
		return nil, w.halted
	}
	r.faults = append(r.faults, w.faults...)
	return w, nil
}

// checkFormat finds out whether the file says that it is of another format. Whether it says anything at all is for the
// walk.
func checkFormat(data []byte) (f fault, ok bool) {
	offset := locate(data, []path{{formatKey}})[0]
	if offset == 0 || offset >= len(data) || data[offset] != '"' {
		return fault{}, true
	}
	name, err := stringAt(data, offset)
	if err != nil || name == formatName {
		return fault{}, true
	}
	msg := fmt.Sprintf("%s is no format that this program knows; write %q", model.Quoted(name), formatName)
	if strings.HasPrefix(name, "parley/") {
		msg = fmt.Sprintf("the file is in format %s, and this program reads %s; open it with a newer Parley",
			model.Quoted(name), formatName)
	}
	return fault{offset: offset, path: path{formatKey}.String(), msg: msg}, false
}

func stringAt(data []byte, offset int) (string, error) {
	dec := newDecoder(data[offset:])
	token, err := dec.ReadToken()
	if err != nil {
		return "", err
	}
	return token.String(), nil
}

// check holds the facts against the rules between them and finds the places of what it finds. The error is that of the
// context.
func (r *reader) check(facts *model.Facts, m *mending) error {
	if err := r.work.begin(checking); err != nil {
		return err
	}
	findings, err := facts.CheckContext(r.work.ctx, func(done, total int) { _ = r.work.reached(int64(done), int64(total)) })
	if err != nil {
		return err
	}
	var paths []path
	var told model.Findings
	for _, f := range findings {
		at := m.original(f.Path)
		if !m.mayOnlyFollow(f, at) {
			paths, told = append(paths, at), append(told, f)
		}
	}
	if len(told) == 0 {
		return nil
	}
	for i, offset := range locate(r.data, paths) {
		r.faults = append(r.faults, fault{
			offset: offset, severity: told[i].Severity, path: paths[i].String(), msg: told[i].Message,
		})
	}
	return nil
}
