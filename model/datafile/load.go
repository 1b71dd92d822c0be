// Package datafile reads datasets from files of the format parley/1: one JSON object, described by
// data/parley-1.schema.json. Nothing else in the program knows the format.
//
// A good file is decoded once into the structs of wire.go, turned into facts, and checked. Where anything is out of
// order, a second walk over the tokens, by tables made from the same structs, finds every fault with its place. After
// a fault of syntax only that one is reported; after faults of shape, the rules between facts are not checked.
package datafile

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// The format that this program reads and, in every object of it, what names it.
const (
	formatName = "parley/1"
	formatKey  = "format"
)

// MaxSize is the size in bytes of the largest file that is read.
const MaxSize = 256 << 20

// Load reads the dataset in a file. The error says that the file could not be read at all; what is wrong with its
// contents is in the problems. The dataset is nil where there is an error of either sort.
func Load(path string) (*model.Dataset, Problems, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("read dataset: %w", err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	info, err := f.Stat()
	if err != nil {
		return nil, nil, fmt.Errorf("read dataset: %w", err)
	}
	switch {
	case info.IsDir():
		return nil, nil, fmt.Errorf("read dataset %s: this is a folder; name a file", path)
	case info.Size() > MaxSize:
		return nil, nil, tooLarge(path)
	}
	var data bytes.Buffer
	data.Grow(int(min(info.Size(), MaxSize)) + bytes.MinRead)
	if _, err := data.ReadFrom(io.LimitReader(f, MaxSize+1)); err != nil {
		return nil, nil, fmt.Errorf("read dataset: %w", err)
	}
	if data.Len() > MaxSize {
		return nil, nil, tooLarge(path) // it grew, or it is no plain file
	}
	ds, problems := Read(path, data.Bytes())
	return ds, problems, nil
}

func tooLarge(path string) error {
	return fmt.Errorf("read dataset %s: the file is larger than %d MiB; split it", path, MaxSize>>20)
}

// Read reads the dataset in data, which it does not keep. The name stands in the problems. The dataset is nil where
// one of them is an error.
func Read(name string, data []byte) (*model.Dataset, Problems) {
	body, bom := bytes.CutPrefix(data, []byte("\xef\xbb\xbf"))
	r := reader{data: body}
	if bom {
		r.faults = append(r.faults, fault{
			severity: model.Warning, path: "$",
			msg: "the file begins with a byte order mark, which is skipped; save it as UTF-8 without BOM",
		})
	}
	facts := r.read()
	found := problems(name, body, r.faults)
	if facts == nil || len(found.Errors()) > 0 {
		return nil, found
	}
	return model.New(*facts), found
}

type reader struct {
	data   []byte
	faults []fault
}

func (r *reader) fault(offset int, msg string) {
	r.faults = append(r.faults, fault{offset: offset, path: "$", msg: msg})
}

// read returns the facts of the file, or nil where faults of its shape keep it from being one.
func (r *reader) read() *model.Facts {
	if msg := notText(r.data); msg != "" {
		r.fault(0, msg)
		return nil
	}
	bomb := isBomb(r.data)
	var facts *model.Facts
	inOrder := false
	if !bomb {
		facts, inOrder = decode(r.data)
	}
	if !inOrder && !r.inspect() {
		return nil
	}
	if bomb {
		r.fault(0, "the file holds too many objects for its size; split it")
		return nil
	}
	if facts == nil {
		r.fault(0, "the file cannot be read, and no fault of it was found; please report this to the makers of Parley")
		return nil
	}
	r.check(facts)
	return facts
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

// decode makes facts of a file. They are nil where the file cannot be decoded or something in it is out of order. Even
// where they are not, the file is not in order when it may have null and empty strings where they say nothing, or
// members that the format does not know: only the walk can tell.
func decode(data []byte) (facts *model.Facts, inOrder bool) {
	var f file
	if err := json.Unmarshal(data, &f, json.RejectUnknownMembers(true)); err != nil {
		return nil, false
	}
	var c converter
	converted := c.facts(&f)
	if c.faulty {
		return nil, false
	}
	return &converted, !c.extended && c.nulls == bytes.Count(data, []byte("null")) && !mayHoldEmptyString(data)
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

// inspect finds what is wrong with the file's syntax or shape, and reports whether it can be decoded.
func (r *reader) inspect() bool {
	if f, ok := checkSyntax(r.data); !ok {
		r.faults = append(r.faults, f)
		return false
	}
	if f, ok := checkFormat(r.data); !ok {
		r.faults = append(r.faults, f)
		return false
	}
	w := walk(r.data)
	r.faults = append(r.faults, w.faults...)
	for _, f := range w.faults {
		if f.severity == model.Error {
			return false
		}
	}
	return true
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

// check holds the facts against the rules between them and finds the places of what it finds.
func (r *reader) check(facts *model.Facts) {
	findings := facts.Check()
	if len(findings) == 0 {
		return
	}
	paths := make([]path, len(findings))
	for i, f := range findings {
		paths[i] = f.Path
	}
	for i, offset := range locate(r.data, paths) {
		r.faults = append(r.faults, fault{
			offset: offset, severity: findings[i].Severity, path: paths[i].String(), msg: findings[i].Message,
		})
	}
}
