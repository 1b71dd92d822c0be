// Package sheet reads spreadsheets of exchanges, as Excel, LibreOffice and Google Sheets save them in CSV, and makes of
// them what is to be put into a dataset.
//
// A row is one claim: on a date, of a kind, so many to one side, according to somebody, by a source. [Load] reads the
// cells, [New] understands them. Nothing is guessed: a row that can be read in two ways is refused, with its place, the
// reason, and how to mend it.
package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// Limits of what is read: a spreadsheet of exchanges is small, and a file that is none must not exhaust the memory.
const (
	MaxSize   = 32 << 20 // bytes
	MostCells = 2_000_000
)

// Table is a spreadsheet as plain values.
type Table struct {
	Name   string // of the file, without its folder
	Header []Cell
	Rows   []Row
	Fault  *Fault // why it could not be read as a table; nil where it could
}

// Row is a row below the header. Rows without any text are left out.
type Row struct {
	Line  int // of the file, from 1
	Cells []Cell
}

// Cell is one value with its place in the file.
type Cell struct {
	Text      string
	Line, Col int // from 1; Col counts characters
}

// cell is the cell in a column, or an empty one at the end of the row.
func (r Row) cell(column int) Cell {
	if column >= 0 && column < len(r.Cells) {
		return r.Cells[column]
	}
	return Cell{Line: r.Line, Col: 1}
}

// Load reads a spreadsheet from a file. The error says that the file could not be read at all.
func Load(path string) (*Table, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read spreadsheet: %w", err)
	}
	defer func() { _ = f.Close() }() // nothing was written
	return From(filepath.Base(path), f)
}

// From reads a spreadsheet from r.
func From(name string, r io.Reader) (*Table, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("read spreadsheet %s: %w", name, err)
	}
	return Parse(name, data), nil
}

// Parse reads the spreadsheet in data. Commas, semicolons and tabulators between values are told apart by the header.
func Parse(name string, data []byte) *Table {
	t := &Table{Name: name}
	text, fault := decode(data)
	if fault != nil {
		t.Fault = fault
		return t
	}
	s := newScan(text)
	separator := s.separator()
	rows, fault := s.rows(separator, MostCells)
	switch {
	case fault != nil:
		t.Fault = fault
	case len(rows) == 0:
		t.Fault = &Fault{Line: 1, Col: 1, Reason: Empty}
	default:
		t.Header, t.Rows = rows[0].Cells, rows[1:]
	}
	return t
}

// The marks by which programs say how a text is written.
var (
	utf8Mark  = []byte("\xef\xbb\xbf")
	utf16Low  = []byte("\xff\xfe")
	utf16High = []byte("\xfe\xff")
	zipMark   = []byte("PK\x03\x04")               // a workbook of Excel or LibreOffice
	oleMark   = []byte("\xd0\xcf\x11\xe0\xa1\xb1") // an old workbook of Excel
)

// decode makes UTF-8 of a file: UTF-8 with or without a byte order mark, or UTF-16 with one, which Excel calls "Unicode
// text".
func decode(data []byte) (string, *Fault) {
	switch {
	case len(data) > MaxSize:
		return "", &Fault{Line: 1, Col: 1, Reason: TooLarge, Args: []any{"Most", MaxSize >> 20}}
	case bytes.HasPrefix(data, zipMark), bytes.HasPrefix(data, oleMark):
		return "", &Fault{Line: 1, Col: 1, Reason: Workbook}
	case bytes.HasPrefix(data, utf16Low), bytes.HasPrefix(data, utf16High):
		text, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
		if err != nil || len(data)%2 != 0 {
			return "", &Fault{Line: 1, Col: 1, Reason: NotUTF16}
		}
		data = text
	}
	data = bytes.TrimPrefix(data, utf8Mark)
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return "", faultAt(data, i, NotText)
	}
	if !utf8.Valid(data) {
		return "", faultAt(data, firstInvalid(data), NotUTF8)
	}
	text := string(data)
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n") // as Excel for Mac once wrote
	}
	return text, nil
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// faultAt is a fault of the file at an offset.
func faultAt(data []byte, offset int, why Reason) *Fault {
	before := data[:offset]
	line := bytes.Count(before, []byte{'\n'}) + 1
	col := utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1
	return &Fault{Line: line, Col: col, Reason: why}
}

// scan reads rows out of a text.
type scan struct {
	text    string
	skipped int   // lines before the header that say how the file is written
	said    rune  // the separator that the file names in such a line; 0 for none
	starts  []int // offsets of the lines
}

// newScan takes in Excel's own first line "sep=;".
func newScan(text string) scan {
	s := scan{text: text}
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.TrimRight(line, "\r")
	if sep, ok := strings.CutPrefix(line, "sep="); ok && utf8.RuneCountInString(sep) == 1 {
		s.text, s.skipped = rest, 1
		s.said, _ = utf8.DecodeRuneInString(sep)
	}
	s.starts = append(s.starts, 0)
	for i := range len(s.text) {
		if s.text[i] == '\n' {
			s.starts = append(s.starts, i+1)
		}
	}
	return s
}

// separators are those that the programs write.
var separators = []rune{',', ';', '\t'}

// separator is what stands between values: what the file says, else that by which most of the header is understood,
// else that which makes most columns.
func (s scan) separator() rune {
	for _, r := range separators {
		if s.said == r {
			return r
		}
	}
	best, most := separators[0], -1
	for _, r := range separators {
		rows, _ := s.rows(r, 0)
		if len(rows) == 0 {
			continue
		}
		const understood = 1000 // one that is understood outweighs any number of columns
		if n := understood*countKnown(rows[0].Cells) + min(len(rows[0].Cells), understood-1); n > most {
			best, most = r, n
		}
	}
	return best
}

// rows reads all rows of at most so many cells; with a most of 0 it reads the header alone.
func (s scan) rows(separator rune, most int) ([]Row, *Fault) {
	r := csv.NewReader(strings.NewReader(s.text))
	r.Comma = separator
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = separator != '\t' // it would take tabulators for space
	r.ReuseRecord = true
	var rows []Row
	cells := 0
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, s.fault(err)
		}
		row := s.row(r, record)
		if row.isEmpty() {
			continue
		}
		rows = append(rows, row)
		if most == 0 {
			return rows, nil
		}
		if cells += len(record); cells > most {
			return nil, &Fault{Line: row.Line, Col: 1, Reason: TooMany, Args: []any{"Most", most}}
		}
	}
}

func (s scan) row(r *csv.Reader, record []string) Row {
	row := Row{Cells: make([]Cell, len(record))}
	for i, text := range record {
		line, col := r.FieldPos(i)
		row.Cells[i] = Cell{Text: strings.TrimSpace(text), Line: line + s.skipped, Col: s.column(line, col)}
	}
	row.Line = row.Cells[0].Line
	return row
}

func (r Row) isEmpty() bool {
	for _, c := range r.Cells {
		if c.Text != "" {
			return false
		}
	}
	return true
}

// column counts in characters what the reader counts in bytes, both from 1.
func (s scan) column(line, col int) int {
	if line < 1 || line > len(s.starts) {
		return 1
	}
	begin := s.starts[line-1]
	end := min(max(begin+col-1, begin), len(s.text))
	return utf8.RuneCountInString(s.text[begin:end]) + 1
}

// fault says where a quotation mark is out of place.
func (s scan) fault(err error) *Fault {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return &Fault{Line: 1, Col: 1, Reason: NotText}
	}
	return &Fault{Line: parse.Line + s.skipped, Col: s.column(parse.Line, parse.Column), Reason: Quote}
}
