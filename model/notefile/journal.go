package notefile

import (
	"bytes"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"parley/model"
)

const (
	maxJournal  = 1 << 30        // larger files are not read: they would take the memory of the whole computer
	fullJournal = maxJournal / 4 // a new journal is begun after so much
	maxLine     = 4 << 20        // longer notes are refused, and longer lines are not ours

	journalPrefix = "notes"
	journalSuffix = ".jsonl"
	damagedSuffix = ".damaged"
	tempSuffix    = ".tmp"
	lockName      = "notes.lock"
)

// isJournal reports whether a file holds notes: a journal of any device, or a copy of one that a program made which
// synchronises folders.
func isJournal(name string) bool {
	return strings.HasPrefix(name, journalPrefix) && strings.HasSuffix(name, journalSuffix)
}

// journalName names the nth journal of a device, from 1. A further one is begun when the disk failed under the last.
func journalName(device string, n int) string {
	if n == 1 {
		return journalPrefix + "-" + device + journalSuffix
	}
	return journalPrefix + "-" + device + "-" + strconv.Itoa(n) + journalSuffix
}

// journalNumber is the inverse of journalName; it is 0 for every other file, such as a copy of a journal.
func journalNumber(device, name string) int {
	if name == journalName(device, 1) {
		return 1
	}
	rest, _ := strings.CutPrefix(name, journalPrefix+"-"+device+"-")
	n, err := strconv.Atoi(strings.TrimSuffix(rest, journalSuffix))
	if err != nil || n < 2 || journalName(device, n) != name {
		return 0
	}
	return n
}

var deviceInName = rule(`^` + journalPrefix + `-([0-9a-z]+)`)

// deviceOf returns the device that wrote a journal, of a copy of one too.
func deviceOf(name string) string {
	if m := deviceInName().FindStringSubmatch(name); m != nil {
		return m[1]
	}
	return ""
}

// journal is a file of notes and how far it was read. It is only ever appended to; whole lines do not change.
type journal struct {
	name    string
	dataset string
	isOurs  bool // written by this device, or a copy of such a one

	size int64 // of the file when it was read last
	time time.Time
	read int64  // where the first line begins that had no newline yet
	mark []byte // the beginning of the line before, to notice that a file was replaced
	at   int64  // where that line begins

	lines tally // the lines before read
	all   tally // with what follows
	top   int   // the highest number ever seen or written
	fault error // why it could not be read
	tried time.Time
	newer map[model.NoteID]int // the highest revisions that a newer version of Parley wrote
}

// tally is what was counted in the lines of a journal.
type tally struct {
	damage     Damage
	seq        int    // of the last line that has one
	unnumbered int    // lines since then that have none
	whole      int    // versions of notes
	aside      []byte // damaged lines of ours, to be copied
}

const markLen = 64

// catchUp reads what was added to the journal since the last time.
func (j *journal) catchUp(d disk, dir string, info fs.FileInfo) []*version {
	if j.fault == nil && j.read == info.Size() && j.size == info.Size() && j.time.Equal(info.ModTime()) {
		return nil
	}
	data, err := j.load(d, filepath.Join(dir, j.name))
	j.fault, j.size, j.time = err, info.Size(), info.ModTime()
	if err != nil {
		return nil
	}
	return j.take(data)
}

// load returns the bytes from j.read on, or the whole file when it is not the one that was read before.
func (j *journal) load(d disk, path string) ([]byte, error) {
	f, err := d.open(path, os.O_RDONLY)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := readFrom(f, j.at)
	if err != nil {
		return nil, err
	}
	if bytes.HasPrefix(data, j.mark) && int64(len(data)) >= j.read-j.at {
		return data[j.read-j.at:], nil
	}
	*j = journal{name: j.name, dataset: j.dataset, isOurs: j.isOurs, top: j.top, newer: map[model.NoteID]int{}}
	return readFrom(f, 0)
}

func readFrom(f file, at int64) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > maxJournal {
		return nil, fmt.Errorf("it is larger than %d bytes", maxJournal)
	}
	var data bytes.Buffer
	data.Grow(int(max(0, info.Size()-at)) + bytes.MinRead)
	_, err = data.ReadFrom(io.NewSectionReader(f, at, maxJournal))
	return data.Bytes(), err
}

// take reads lines, and what follows the last newline as well: that may be whole, torn, or still being written.
func (j *journal) take(data []byte) []*version {
	var found []*version
	for {
		end := bytes.IndexByte(data, '\n')
		if end < 0 {
			break
		}
		found = append(found, j.takeLine(&j.lines, data[:end])...)
		j.mark = bytes.Clone(data[:min(end+1, markLen)])
		j.at = j.read
		j.read += int64(end + 1)
		data = data[end+1:]
	}
	j.all = j.lines
	if len(data) > 0 {
		found = append(found, j.takeLine(&j.all, data)...)
	}
	return found
}

var bom = []byte("\xef\xbb\xbf")

// takeLine counts a line, and returns the versions in it: one of a good line, any number of a damaged one.
func (j *journal) takeLine(t *tally, raw []byte) []*version {
	line := bytes.TrimSuffix(bytes.TrimPrefix(raw, bom), []byte("\r"))
	if len(line) == 0 {
		return nil
	}
	v, seq, how := readLine(line, j.dataset)
	if how != damaged {
		return j.count(t, v, seq, how)
	}
	t.damage.Lines++
	if j.isOurs {
		t.aside = append(append(t.aside, raw...), '\n')
	}
	j.number(t, seq)
	var found []*version
	for _, piece := range pieces(line) {
		if v, seq, how := readLine(piece, j.dataset); how != damaged {
			found = append(found, j.count(t, v, seq, how)...)
		}
	}
	return found
}

func (j *journal) count(t *tally, v *version, seq int, how reading) []*version {
	j.number(t, seq)
	switch how {
	case newer:
		t.damage.Newer++
		if v != nil {
			j.newer[v.note.ID] = max(j.newer[v.note.ID], v.note.Revision)
		}
	case foreign:
		t.damage.Foreign++
	case whole:
		t.whole++
		v.device = deviceOf(j.name)
		return []*version{v}
	}
	return nil
}

// number looks for lines that are missing before one with this number. A number that is not higher than the last is
// where two files were joined.
func (j *journal) number(t *tally, seq int) {
	if seq == 0 {
		t.unnumbered++
		return
	}
	if gap := seq - t.seq - 1; gap > t.unnumbered {
		t.damage.Missing += gap - t.unnumbered
	}
	t.seq, t.unnumbered = seq, 0
	j.top = max(j.top, seq)
}

// setAside copies the damaged lines to a file beside the journal, each once. The caller holds the lock.
func (j *journal) setAside(d disk, dir string) error {
	if len(j.all.aside) == 0 {
		return nil
	}
	f, err := d.open(filepath.Join(dir, j.name+damagedSuffix), os.O_RDWR|os.O_CREATE|os.O_APPEND)
	if err != nil {
		return err
	}
	defer f.Close()
	there, err := readFrom(f, 0)
	if err != nil {
		return err
	}
	if fresh := newLines(there, j.all.aside); len(fresh) > 0 {
		if _, err := f.Write(fresh); err != nil {
			return err
		}
		if err := f.Sync(); err != nil {
			return err
		}
	}
	j.lines.aside, j.all.aside = nil, nil
	return nil
}

// newLines returns what to append to a file that holds there, so that it holds each of lines.
func newLines(there, lines []byte) []byte {
	known := map[uint64]bool{}
	seed := maphash.MakeSeed()
	for line := range bytes.SplitSeq(there, []byte("\n")) {
		known[maphash.Bytes(seed, line)] = true
	}
	var fresh []byte
	for line := range bytes.Lines(lines) {
		if h := maphash.Bytes(seed, line[:len(line)-1]); !known[h] {
			known[h] = true
			fresh = append(fresh, line...)
		}
	}
	if isTorn := len(there) > 0 && there[len(there)-1] != '\n'; isTorn && len(fresh) > 0 {
		fresh = append([]byte("\n"), fresh...)
	}
	return fresh
}

// errBroken says that a journal must not be written to again: what the system believes to be in it may not be on the
// disk, and a second sync would not tell.
var errBroken = errors.New("the disk failed under the journal")

// appendLines adds lines to the journal at path. When it returns nil they are on the disk.
func appendLines(d disk, path string, lines []byte) error {
	f, err := d.open(path, os.O_RDWR|os.O_CREATE|os.O_APPEND)
	if err != nil {
		return err
	}
	defer f.Close() // the sync has told all that Close could
	size, isTorn, err := tail(f)
	if err != nil {
		return fmt.Errorf("%w: %w", errBroken, err)
	}
	var text []byte
	if isTorn {
		text = append(text, '\n')
	}
	text = append(text, lines...)
	switch n, err := f.Write(text); {
	case errors.Is(err, syscall.EIO):
		return fmt.Errorf("%w: %w", errBroken, err)
	case err != nil:
		takeBack(f, size, n)
		return err
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("%w: %w", errBroken, err)
	}
	return nil
}

// tail returns the size of a file, and whether its last line has no newline.
func tail(f file) (size int64, isTorn bool, err error) {
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return 0, false, err
	}
	last := make([]byte, 1)
	if _, err := f.ReadAt(last, info.Size()-1); err != nil {
		return 0, false, err
	}
	return info.Size(), last[0] != '\n', nil
}

// takeBack cuts off the n bytes of a write that a full disk broke off. Where that cannot be they stay, and count as a
// damaged line.
func takeBack(f file, size int64, n int) {
	if info, err := f.Stat(); err == nil && n > 0 && info.Size() == size+int64(n) {
		_ = f.Truncate(size)
	}
}
