package notefile

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"strconv"
	"time"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
	"parley/model/annotation"
)

// format is the version of the journal's lines that this package writes. A record that names no format is of format 1.
const format = 1

const (
	opPut    = "put"
	opDelete = "delete"
)

// maxCount bounds what counts as a number of a line or a revision, so that one more always fits.
const maxCount = 1 << 53

// record is what a line of a journal holds beside its checksum.
type record struct {
	Format int            `json:"format,omitzero"`
	Seq    int            `json:"seq"` // the line's number in its file, from 1
	Op     string         `json:"op"`
	Rev    int            `json:"rev"`
	Was    string         `json:"was,omitzero"` // the mark of the version that this one followed
	Anno   jsontext.Value `json:"anno"`
	Rest   jsontext.Value `json:",embed"` // what a later version may add; kept when the journal is rewritten
}

// A line is {"crc":"xxxxxxxx","rec":{...}}, byte for byte: the checksum covers the bytes of the record as they stand.
const (
	lineHead  = `{"crc":"`
	lineMid   = `","rec":`
	lineEnd   = `}`
	crcDigits = 8
	recStart  = len(lineHead) + crcDigits + len(lineMid)
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// encodeLine writes a record as a line without its newline.
func encodeLine(r record) ([]byte, error) {
	rec, err := json.Marshal(&r)
	if err != nil {
		return nil, fmt.Errorf("write record: %w", err)
	}
	line := make([]byte, 0, recStart+len(rec)+len(lineEnd))
	line = fmt.Appendf(line, "%s%08x%s", lineHead, crc32.Checksum(rec, castagnoli), lineMid)
	line = append(line, rec...)
	return append(line, lineEnd...), nil
}

// checked returns the record of a line when its checksum holds.
func checked(line []byte) (rec []byte, crc uint32, ok bool) {
	if len(line) < recStart+len(lineEnd) || !bytes.HasPrefix(line, []byte(lineHead)) ||
		!bytes.HasPrefix(line[len(lineHead)+crcDigits:], []byte(lineMid)) || !bytes.HasSuffix(line, []byte(lineEnd)) {
		return nil, 0, false
	}
	digits := string(line[len(lineHead) : len(lineHead)+crcDigits])
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || fmt.Sprintf("%08x", n) != digits {
		return nil, 0, false // also where a flipped bit made an "a" an "A"
	}
	rec = line[recStart : len(line)-len(lineEnd)]
	return rec, uint32(n), crc32.Checksum(rec, castagnoli) == uint32(n)
}

// version is one state of a note, as one line of a journal tells it. It does not change once it is shown.
type version struct {
	note    model.Note
	anno    jsontext.Value // what the note was read from: it may hold more
	deleted bool
	device  string
	crc     uint32
	mark    mark
	was     mark
}

// shown is the note of a version, nil where there is none or it is deleted.
func (v *version) shown() *model.Note {
	if v == nil || v.deleted {
		return nil
	}
	return &cloned([]*model.Note{&v.note})[0]
}

func (v *version) op() string {
	if v.deleted {
		return opDelete
	}
	return opPut
}

// supersedes reports whether v is shown rather than old. Every computer that sees both must choose the same, whatever
// the order in which it reads them.
func (v *version) supersedes(old *version) bool {
	switch {
	case v.note.Revision != old.note.Revision:
		return v.note.Revision > old.note.Revision
	case !v.note.Modified.Equal(old.note.Modified):
		return v.note.Modified.After(old.note.Modified)
	case v.device != old.device:
		return v.device > old.device
	}
	return v.crc > old.crc
}

// reading is how a line was understood.
type reading int

const (
	damaged reading = iota
	whole
	newer   // written by a version of Parley that knows more
	foreign // whole, but about another dataset
)

// readLine reads one line. Of a newer record the version has an ID and a revision only, or is nil. The number is 0 where the line has none that can be read.
func readLine(line []byte, dataset string) (v *version, seq int, how reading) {
	rec, crc, ok := checked(line)
	if !ok || len(line) > maxLine {
		return nil, 0, damaged
	}
	var r record
	if err := json.Unmarshal(rec, &r); err != nil {
		how, v := readNewer(rec)
		return v, 0, how
	}
	if r.Seq < 1 || r.Seq > maxCount {
		r.Seq = 0
	}
	if r.Format > format || r.Op != opPut && r.Op != opDelete {
		_, v := readNewer(rec)
		return v, r.Seq, newer
	}
	n, about, err := annotation.Read(r.Anno)
	switch {
	case err != nil || r.Rev < 1 || r.Rev > maxCount:
		return nil, r.Seq, damaged
	case about != dataset:
		return nil, r.Seq, foreign
	}
	n.Revision = r.Rev
	return &version{
		note: n, anno: r.Anno, deleted: r.Op == opDelete, crc: crc, mark: markOf(r.Rev, r.Anno), was: parseMark(r.Was),
	}, r.Seq, whole
}

// readNewer tells a record whose shape this version does not know from one that is wrong. Of the version in it the ID of
// the note and the revision are known, where they stand in their places.
func readNewer(rec []byte) (reading, *version) {
	var r struct {
		Format int `json:"format"`
	}
	how := damaged
	if err := json.Unmarshal(rec, &r); err == nil && r.Format > format {
		how = newer
	}
	var known struct {
		Rev  int `json:"rev"`
		Anno struct {
			ID model.NoteID `json:"id"`
		} `json:"anno"`
	}
	if err := json.Unmarshal(rec, &known); err != nil || known.Anno.ID == "" {
		return how, nil
	}
	return how, &version{note: model.Note{ID: known.Anno.ID, Revision: known.Rev}}
}

// pieces cuts a damaged line where a record may begin, for a lost newline or a torn write spoils no record beside it.
// No text of a note can look like such a place: JSON writes its quotation marks with a backslash.
func pieces(line []byte) [][]byte {
	var list [][]byte
	for at := bytes.Index(line, []byte(lineHead)); at >= 0; {
		line = line[at:]
		piece := line
		if at = bytes.Index(line[1:], []byte(lineHead)); at >= 0 {
			at++
			piece = line[:at]
		}
		if end := bytes.LastIndexByte(piece, '}'); end >= 0 {
			list = append(list, piece[:end+1])
		}
	}
	return list
}

// moment returns a time as the journals keep it.
func moment(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }
