package notefile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	json "github.com/goccy/go-json/v2"

	"parley/model"
)

const (
	usualCompactOver = 1 << 20
	keptCopies       = 3 // the newest of what the journals were before; of older ones one a day, for a week
	keptFor          = 7 * 24 * time.Hour
	compactPause     = 1000 // lines after which it is tried again when it failed
)

// compactIfDue puts the newest versions of our notes into a new journal, when versions that nobody sees any more outnumber
// the others. The caller holds the lock. When it fails nothing is lost, and all goes on with the journals as they are.
func (s *Store) compactIfDue() {
	var ours []*journal
	lines, size := 0, int64(0)
	for name, j := range s.journals {
		// Only files of which every line was understood: of others nobody can say what may be left out.
		if journalNumber(s.device, name) > 0 && j.fault == nil && j.all.damage.isNone() {
			ours = append(ours, j)
			lines += j.all.whole
			size += j.size
		}
	}
	if size <= s.compactOver || lines <= 2*len(s.latest) || lines < s.compactLater {
		return
	}
	s.compactLater = 0
	if err := s.compact(ours); err != nil {
		s.compactLater = lines + compactPause
	}
}

// errChanged says that a file is not what it was when it was read.
var errChanged = errors.New("a journal was changed by something that does not ask for the lock")

// compact writes a new journal, and gives the old ones other names when it is on the disk. Until then, and whenever it
// is broken off, the notes are in the old ones.
func (s *Store) compact(olds []*journal) error {
	slices.SortFunc(olds, func(a, b *journal) int {
		return cmp.Compare(journalNumber(s.device, a.name), journalNumber(s.device, b.name))
	})
	data, err := s.newest(olds)
	if err != nil {
		return err
	}
	last, _ := s.writable()
	number := last + 1
	now := filepath.Join(s.dir, journalName(s.device, number))
	if err := s.writeWhole(now, data); err != nil {
		return err
	}
	s.lasting = number
	for _, j := range olds {
		if err := s.setBy(j.name); err != nil {
			return err // its lines are in two files, which does no harm
		}
	}
	if err := s.disk.syncDir(s.dir); err != nil {
		return err
	}
	if err := s.read(); err != nil {
		return err
	}
	return s.prune()
}

// newest returns the lines of a journal that holds the newest version of each note of several journals, as the disk has
// them now.
func (s *Store) newest(olds []*journal) ([]byte, error) {
	type kept struct {
		v    *version
		line []byte
	}
	latest := map[model.NoteID]kept{}
	var order []model.NoteID // in which the notes appeared first
	for _, j := range olds {
		data, err := s.readAll(j.name)
		if err != nil {
			return nil, err
		}
		for raw := range bytes.SplitSeq(data, []byte("\n")) {
			line := bytes.TrimSuffix(bytes.TrimPrefix(raw, bom), []byte("\r"))
			if len(line) == 0 {
				continue
			}
			v, _, how := readLine(line, s.dataset)
			if how != whole {
				return nil, errChanged
			}
			v.device = s.device
			old, known := latest[v.note.ID]
			if !known {
				order = append(order, v.note.ID)
			}
			if !known || v.supersedes(old.v) {
				latest[v.note.ID] = kept{v, line}
			}
		}
	}
	var text []byte
	for i, id := range order {
		k := latest[id]
		line, err := renumbered(k.line, i+1)
		if err != nil {
			return nil, err
		}
		v, _, how := readLine(line, s.dataset)
		if how != whole || v.deleted != k.v.deleted || v.note.Revision != k.v.note.Revision || !v.note.SaysSame(k.v.note) ||
			!v.note.Modified.Equal(k.v.note.Modified) || !v.note.Created.Equal(k.v.note.Created) {
			return nil, fmt.Errorf("note %.100s would not read back as it was", id)
		}
		text = append(append(text, line...), '\n')
	}
	return text, nil
}

// renumbered is a line with another number.
func renumbered(line []byte, seq int) ([]byte, error) {
	rec, _, ok := checked(line)
	var r record
	if !ok {
		return nil, errChanged
	}
	if err := json.Unmarshal(rec, &r); err != nil {
		return nil, err
	}
	r.Seq = seq
	return encodeLine(r)
}

func (s *Store) readAll(name string) ([]byte, error) {
	f, err := s.disk.open(filepath.Join(s.dir, name), os.O_RDONLY)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readFrom(f, 0)
}

// writeWhole makes a file that is whole or not there.
func (s *Store) writeWhole(path string, data []byte) error {
	temp := path + tempSuffix
	err := s.writeSynced(temp, data)
	if err == nil {
		err = s.disk.rename(temp, path)
	}
	if err != nil {
		return errors.Join(err, s.disk.remove(temp))
	}
	return s.disk.syncDir(s.dir)
}

func (s *Store) writeSynced(path string, data []byte) error {
	f, err := s.disk.open(path, os.O_RDWR|os.O_CREATE|os.O_TRUNC)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// setBy gives a journal a name under which it is not read any more.
func (s *Store) setBy(name string) error {
	path := filepath.Join(s.dir, name)
	var err error
	for n := 1; n < 100; n++ {
		if err = s.disk.rename(path, path+"."+strconv.Itoa(n)); !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
	return err
}

var keptRule = rule(`^` + journalPrefix + `-([0-9a-z]+)(-[0-9]+)?\` + journalSuffix + `\.[0-9]+$`)

// isKept reports whether a file is what a journal of ours was before.
func (s *Store) isKept(name string) bool {
	m := keptRule().FindStringSubmatch(name)
	return m != nil && m[1] == s.device
}

// isUnfinished reports whether a file is a journal of ours whose writing was broken off.
func (s *Store) isUnfinished(name string) bool {
	journal, ok := strings.CutSuffix(name, tempSuffix)
	return ok && journalNumber(s.device, journal) > 0
}

// prune takes away what the journals were long ago, and what was never finished.
func (s *Store) prune() error {
	var faults []error
	unfinished, err := s.disk.list(s.dir, s.isUnfinished)
	if err != nil {
		return err
	}
	for _, info := range unfinished {
		faults = append(faults, s.disk.remove(filepath.Join(s.dir, info.Name())))
	}
	files, err := s.disk.list(s.dir, s.isKept)
	if err != nil {
		return err
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int {
		return cmp.Or(b.ModTime().Compare(a.ModTime()), cmp.Compare(b.Name(), a.Name()))
	})
	days := map[string]bool{}
	for i, info := range files {
		day := info.ModTime().UTC().Format(time.DateOnly)
		isFirst := !days[day]
		days[day] = true
		if i >= keptCopies && (!isFirst || s.now().Sub(info.ModTime()) > keptFor) {
			faults = append(faults, s.disk.remove(filepath.Join(s.dir, info.Name())))
		}
	}
	return errors.Join(faults...)
}
