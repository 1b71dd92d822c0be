// Package notefile keeps the reader's notes on disk, so that a note is still there after a crash, a power cut or a
// full disk as soon as [Store.Put] returned.
//
// A folder holds the notes on one dataset. Each device appends to a journal of its own, notes-<device>.jsonl, so a
// folder that is synchronised between computers never has two writers of one file. What is shown is the union of all
// notes*.jsonl, conflicted copies included: of each note the version with the highest revision, then the latest time,
// then the highest name of the device. A line holds one version as a W3C Web Annotation, with a checksum:
//
//	{"crc":"<CRC-32C of rec>","rec":{"seq":1,"op":"put","rev":1,"anno":{...}}}
//
// Lines that cannot be read are skipped, left where they are, counted ([Store.Damage]), and copied once to a file
// *.damaged. A journal in which every line was understood is rewritten when it has become much longer than the notes that
// it holds; what it was before is kept for a while.
package notefile

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"

	"parley/model"
	"parley/model/annotation"
)

// ErrReadOnly says that nothing can be saved in the folder of notes; they can be read there.
var ErrReadOnly = errors.New("notes cannot be saved in this folder")

// Options say whose notes a Store keeps. Device and Dataset are required.
type Options struct {
	Device  string           // the name of this computer, see [Device]
	Dataset string           // the name of the dataset that the notes are about
	Now     func() time.Time // time.Now where nil

	disk        disk
	compactOver int64 // bytes of our journals; smaller ones are not rewritten
}

// Store keeps the notes on one dataset. It may be used from several goroutines, and several processes may have the same
// folder open.
type Store struct {
	dir     string
	device  string
	dataset string
	now     func() time.Time
	disk    disk

	saving   sync.Mutex // held while files are read or written, which may take long
	journals map[string]*journal
	broken   int // our journals up to this number are not written to again
	lasting  int // our journal whose name is known to be on the disk

	told func(before, after *version) // of what is written; nil where nobody asks

	compactOver  int64
	compactLater int // lines of our journals before which it is not tried again

	mu     sync.RWMutex              // held for moments only
	latest map[model.NoteID]*version // a version is never changed
	past   map[model.NoteID]*ancestry
	forks  []*version // to be kept as notes of their own
	damage Damage
}

// Open reads the notes in a folder. The folder need not exist, and need not be writable.
func Open(dir string, opts Options) (*Store, error) {
	if !deviceRule().MatchString(opts.Device) {
		return nil, fmt.Errorf("open notes in %s: %q is no name of a device", dir, opts.Device)
	}
	if err := checkDataset(opts.Dataset); err != nil {
		return nil, err
	}
	s := &Store{
		dir: dir, device: opts.Device, dataset: opts.Dataset, now: opts.Now, disk: opts.disk,
		journals: map[string]*journal{}, latest: map[model.NoteID]*version{}, past: map[model.NoteID]*ancestry{},
	}
	if s.compactOver = opts.compactOver; s.compactOver == 0 {
		s.compactOver = usualCompactOver
	}
	if s.now == nil {
		s.now = time.Now
	}
	if s.disk == nil {
		s.disk = &osDisk{}
	}
	if err := s.Refresh(); err != nil {
		return nil, err
	}
	return s, nil
}

// Refresh reads what other programs and other devices have saved. Put and Delete do so too.
func (s *Store) Refresh() error {
	s.saving.Lock()
	defer s.saving.Unlock()
	if err := s.read(); err != nil {
		return fmt.Errorf("read notes in %s: %w", s.dir, err)
	}
	if s.isUnsettled() || len(s.forks) > 0 {
		// Another process may be in the middle of a line: look again when it is not. Where nothing can be locked
		// nothing can be set aside, and the first look has to do.
		if unlock, err := s.begin(); err == nil {
			unlock()
		}
	}
	return nil
}

// IsReadOnly reports whether it is known already that nothing can be saved in the folder, or that it cannot be made.
func (s *Store) IsReadOnly() bool {
	dir := s.dir
	for {
		info, err := os.Stat(dir)
		if err == nil {
			return !info.IsDir() || !mayWrite(dir)
		}
		parent := filepath.Dir(dir)
		if !errors.Is(err, fs.ErrNotExist) || parent == dir {
			return true
		}
		dir = parent
	}
}

// faultPause is how long a file that could not be read is left alone.
const faultPause = time.Minute

// Changed reports whether the files are not those that were read last. It only looks at their names, sizes and times.
func (s *Store) Changed() bool {
	if !s.saving.TryLock() {
		return false // they are being read or written: ask again
	}
	defer s.saving.Unlock()
	files, err := s.disk.list(s.dir, isJournal)
	if err != nil {
		return false
	}
	for _, info := range files {
		j := s.journals[info.Name()]
		if j == nil || j.size != info.Size() || !j.time.Equal(info.ModTime()) ||
			j.fault != nil && s.now().Sub(j.tried) >= faultPause {
			return true
		}
	}
	return len(files) != len(s.journals)
}

func (s *Store) isUnsettled() bool {
	for _, j := range s.journals {
		if len(j.all.aside) > 0 {
			return true
		}
	}
	return false
}

// Notes returns the notes, the one modified last first.
func (s *Store) Notes() []model.Note {
	return s.where(func(v *version) bool { return !v.deleted })
}

// Of returns the notes on an item, the one modified last first.
func (s *Store) Of(item model.Item) []model.Note {
	return s.where(func(v *version) bool { return !v.deleted && v.note.Item == item })
}

func (s *Store) where(matches func(*version) bool) []model.Note {
	s.mu.RLock()
	var notes []*model.Note
	for _, v := range s.latest {
		if matches(v) {
			notes = append(notes, &v.note)
		}
	}
	s.mu.RUnlock()
	slices.SortFunc(notes, func(a, b *model.Note) int {
		return cmp.Or(b.Modified.Compare(a.Modified), cmp.Compare(a.ID, b.ID))
	})
	return cloned(notes)
}

func cloned(notes []*model.Note) []model.Note {
	list := make([]model.Note, len(notes))
	for i, n := range notes {
		list[i] = *n
		list[i].Tags = slices.Clone(n.Tags)
	}
	return list
}

// Damage returns what could not be read.
func (s *Store) Damage() Damage {
	s.mu.RLock()
	defer s.mu.RUnlock()
	d := s.damage
	d.Files = slices.Clone(d.Files)
	return d
}

// Put saves a note and returns it as saved: with an ID where it had none, its revision and its times. A zero Created
// is that of the note before, or now. The note is on the disk when Put returns nil; otherwise it is not acknowledged,
// and to be put again. Put waits for the disk: call it off the UI goroutine. Bytes that are no UTF-8 are replaced. The
// error is [ErrReadOnly] where the folder cannot be written. Put writes over whatever is there: what a reader changed is
// for [Store.PutOver].
func (s *Store) Put(n model.Note) (model.Note, error) {
	return s.putOne(n, func(*version) (model.Note, bool) { return n, false })
}

// PutOver is Put of a note that was changed from a version which the reader saw. Their changes are made to the latest
// version; where the same was changed in both, what was written there is kept as a note of its own.
func (s *Store) PutOver(n, seen model.Note) (model.Note, error) {
	return s.putOne(n, Edit{Note: n, Seen: seen}.over)
}

func (s *Store) putOne(n model.Note, over func(*version) (model.Note, bool)) (model.Note, error) {
	s.saving.Lock()
	defer s.saving.Unlock()
	saved, err := s.put([]write{{n, over}}, false)
	if err != nil {
		return model.Note{}, s.failure("save a note", err)
	}
	return saved[0], nil
}

// PutAll is PutOver for several notes, which takes hardly longer than one; the time at which a note says it was changed
// stays. When it fails some may be on the disk; none is acknowledged.
func (s *Store) PutAll(edits []Edit) ([]model.Note, error) {
	s.saving.Lock()
	defer s.saving.Unlock()
	writes := make([]write, len(edits))
	for i, e := range edits {
		writes[i] = write{e.Note, e.over}
	}
	saved, err := s.put(writes, true)
	if err != nil {
		return nil, s.failure(fmt.Sprintf("save %d notes", len(edits)), err)
	}
	return saved, nil
}

// write is a note to be written, and how it goes over the version that is there.
type write struct {
	note model.Note
	over func(before *version) (n model.Note, clash bool)
}

func (e Edit) over(before *version) (model.Note, bool) { return e.Onto(before.note) }

func (s *Store) put(writes []write, keepTimes bool) ([]model.Note, error) {
	for _, w := range writes {
		if _, item, ok := annotation.ParseAddress(w.note.Item.Address(s.dataset)); !ok || item != w.note.Item {
			return nil, fmt.Errorf("a note must be on an item, and %q is none", w.note.Item)
		}
	}
	unlock, err := s.begin()
	if err != nil {
		return nil, err
	}
	defer unlock()
	var changes []change
	places := make([]int, len(writes)) // in changes
	for i, w := range writes {
		list, err := s.replacing(w, keepTimes)
		if err != nil {
			return nil, err
		}
		changes = append(changes, list...)
		places[i] = len(changes) - 1
	}
	written, err := s.commit(changes)
	if err != nil {
		return nil, err
	}
	saved := make([]model.Note, len(writes))
	for i, at := range places {
		saved[i] = written[at]
	}
	return saved, nil
}

// replacing is what is to be written of a note; itself last.
func (s *Store) replacing(w write, keepTimes bool) ([]change, error) {
	n := w.note
	if n.ID == "" {
		id, err := uuid.NewRandom()
		if err != nil {
			return nil, fmt.Errorf("name the note: %w", err)
		}
		n.ID = model.NoteID(id.URN())
	}
	before := s.latest[n.ID]
	if before == nil {
		return []change{s.putChange(n, &version{}, keepTimes)}, nil
	}
	n, clash := w.over(before)
	var changes []change
	if clash && !saysSame(before.note, n) {
		changes = s.beside(before.note, before.anno, before.op())
	}
	return append(changes, s.putChange(n, before, keepTimes)), nil
}

func (s *Store) putChange(n model.Note, before *version, keepTimes bool) change {
	completed := s.completed(n, before)
	if keepTimes && !n.Modified.IsZero() {
		completed.Modified = moment(n.Modified)
	}
	return change{op: opPut, note: completed, before: before}
}

// completed returns n as it can be written, with its times.
func (s *Store) completed(n model.Note, before *version) model.Note {
	n = annotation.Clean(n)
	n.Modified = moment(s.now())
	switch {
	case !n.Created.IsZero():
		n.Created = moment(n.Created)
	case !before.note.Created.IsZero():
		n.Created = before.note.Created
	default:
		n.Created = n.Modified
	}
	return n
}

// Delete deletes a note; a deleted one may be deleted again, and comes back when it is put again. That it is gone
// is on the disk when Delete returns nil. The error is [model.ErrNotFound] where there never was such a note.
func (s *Store) Delete(id model.NoteID) error {
	s.saving.Lock()
	defer s.saving.Unlock()
	if err := s.delete([]model.NoteID{id}); err != nil {
		return s.failure(fmt.Sprintf("delete note %.100s", id), err)
	}
	return nil
}

// DeleteAll is Delete for several notes, which takes hardly longer than one. Where one of them never was, none is deleted.
func (s *Store) DeleteAll(ids []model.NoteID) error {
	s.saving.Lock()
	defer s.saving.Unlock()
	if err := s.delete(ids); err != nil {
		return s.failure(fmt.Sprintf("delete %d notes", len(ids)), err)
	}
	return nil
}

func (s *Store) delete(ids []model.NoteID) error {
	unlock, err := s.begin()
	if err != nil {
		return err
	}
	defer unlock()
	var changes []change
	for _, id := range ids {
		before := s.latest[id]
		if before == nil {
			return model.ErrNotFound
		}
		if before.deleted {
			continue
		}
		n := before.note
		n.Modified = moment(s.now())
		changes = append(changes, change{op: opDelete, note: n, before: before})
	}
	_, err = s.commit(changes)
	return err
}

// Deleted returns the notes that were deleted, as they were before, the one deleted last first; Modified is when. To put
// one brings it back.
func (s *Store) Deleted() []model.Note {
	return s.where(func(v *version) bool { return v.deleted })
}

func (s *Store) failure(tried string, err error) error {
	if isReadOnly(err) {
		err = fmt.Errorf("%w: %w", ErrReadOnly, err)
	}
	return fmt.Errorf("%s in %s: %w", tried, s.dir, err)
}

// begin makes the folder ready to be written to: it is locked, and all that others have saved is read.
func (s *Store) begin() (unlock func(), err error) {
	if err := s.disk.makeDir(s.dir); err != nil {
		return nil, err
	}
	unlock, err = s.disk.lock(filepath.Join(s.dir, lockName))
	if err != nil {
		return nil, err
	}
	if err := s.read(); err != nil {
		unlock()
		return nil, err
	}
	for _, j := range s.journals {
		_ = j.setAside(s.disk, s.dir) // a second copy of bytes that stay where they are: tried again next time
	}
	if err := s.keepForks(); err != nil {
		unlock()
		return nil, err
	}
	return unlock, nil
}

// read brings the view up to date with the files.
//
// A file that was there a moment ago and is not any more may have been rewritten: its notes are in another one by now.
func (s *Store) read() error {
	for range 20 {
		complete, err := s.readOnce()
		if complete || err != nil {
			return err
		}
	}
	return errors.New("its files change all the time")
}

// readOnce reads the files that are there. It is not complete where one of them was not there any more.
func (s *Store) readOnce() (complete bool, err error) {
	files, err := s.disk.list(s.dir, isJournal)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	var found []*version
	journals := map[string]*journal{}
	complete = true
	for _, info := range files {
		j := s.journals[info.Name()]
		if j == nil {
			j = &journal{name: info.Name(), dataset: s.dataset, isOurs: deviceOf(info.Name()) == s.device, newer: map[model.NoteID]int{}}
		}
		found = append(found, j.catchUp(s.disk, s.dir, info)...)
		if errors.Is(j.fault, fs.ErrNotExist) {
			complete = false
		} else {
			if j.fault != nil {
				j.tried = s.now()
			}
			journals[j.name] = j
		}
	}
	s.journals = journals
	s.show(found, s.assess())
	again, err := s.disk.list(s.dir, isJournal)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	// A list that was made while names were changed may have missed a file under both of them.
	return complete && slices.EqualFunc(files, again, func(a, b fs.FileInfo) bool { return a.Name() == b.Name() }), nil
}

func (s *Store) assess() Damage {
	var d Damage
	for _, j := range s.journals {
		damage := j.all.damage
		if j.fault != nil {
			damage.Unreadable = 1
		}
		d.add(j.name, damage)
	}
	slices.Sort(d.Files)
	return d
}

func (s *Store) show(found []*version, d Damage) {
	s.mu.Lock()
	defer s.mu.Unlock()
	doubtful := map[model.NoteID]bool{}
	for _, v := range found {
		if s.follow(v) {
			doubtful[v.note.ID] = true
		}
	}
	for id := range doubtful {
		s.findForks(id)
	}
	s.damage = d
}

// change is a version of a note that follows the one before. Its annotation is written over that of before.
type change struct {
	op     string
	note   model.Note
	before *version
	was    mark // of the version that it follows, set when it is written
}

// commit appends versions of notes in one go, and shows them when they are on the disk.
func (s *Store) commit(changes []change) ([]model.Note, error) {
	if len(changes) == 0 {
		return nil, nil
	}
	number, seq := s.writable()
	var text []byte
	versions := make([]*version, len(changes))
	twice := map[model.NoteID]*version{} // of notes that are changed twice, the first
	for i, c := range changes {
		was := s.latest[c.note.ID]
		if twice[c.note.ID] != nil {
			was = twice[c.note.ID]
		}
		c.note.Revision = c.before.note.Revision + 1
		if was != nil {
			c.was, c.note.Revision = was.mark, max(c.note.Revision, was.note.Revision+1)
		}
		line, v, err := s.encode(c, seq+i)
		if err != nil {
			return nil, err
		}
		versions[i], twice[c.note.ID] = v, v
		text = append(append(text, line...), '\n')
	}
	if err := s.append(number, text); err != nil {
		return nil, err
	}
	if j := s.journals[journalName(s.device, number)]; j != nil {
		j.top = max(j.top, seq+len(changes)-1)
	}
	if s.told != nil {
		for _, v := range versions {
			s.told(s.latest[v.note.ID], v)
		}
	}
	s.show(versions, s.damage)
	saved := make([]*model.Note, len(versions))
	for i, v := range versions {
		saved[i] = &v.note
	}
	s.compactIfDue()
	return cloned(saved), nil
}

// isNewer reports whether a newer version of Parley wrote the latest version of a note, which cannot be read here.
func (s *Store) isNewer(id model.NoteID) bool {
	rev := 0
	for _, j := range s.journals {
		rev = max(rev, j.newer[id])
	}
	v := s.latest[id]
	return rev > 0 && (v == nil || v.note.Revision <= rev)
}

// encode writes a version as a line, and returns it as a reader of the file will see it.
func (s *Store) encode(c change, seq int) (line []byte, v *version, err error) {
	if s.isNewer(c.note.ID) {
		return nil, nil, model.ErrNewer
	}
	anno, err := annotation.Write(c.before.anno, c.note, s.dataset)
	if err != nil {
		return nil, nil, err
	}
	line, err = encodeLine(record{Seq: seq, Op: c.op, Rev: c.note.Revision, Was: c.was.String(), Anno: anno})
	if err != nil {
		return nil, nil, err
	}
	if len(line) > maxLine {
		return nil, nil, fmt.Errorf("it is too long: %d bytes, at most %d", len(line), maxLine)
	}
	v, _, how := readLine(line, s.dataset)
	if how != whole || !v.note.SaysSame(c.note) || v.note.Revision != c.note.Revision {
		return nil, nil, errors.New("it would not read back as it was written")
	}
	v.device = s.device
	return line, v, nil
}

// writable returns the number of the journal to append to, and that of its next line. It is the last of this device,
// unless the disk failed under it, it cannot be read, or it is full.
func (s *Store) writable() (number, seq int) {
	number = s.broken + 1
	for name, j := range s.journals {
		n := journalNumber(s.device, name)
		if n > 0 && (j.fault != nil || j.size > fullJournal) {
			n++
		}
		number = max(number, n)
	}
	j := s.journals[journalName(s.device, number)]
	if j == nil {
		s.lasting = 0
		return number, 1
	}
	return number, j.top + 1
}

func (s *Store) append(number int, lines []byte) error {
	err := appendLines(s.disk, filepath.Join(s.dir, journalName(s.device, number)), lines)
	if err == nil && s.lasting != number {
		// Also when the file was there before: who made it may have died before its name was on the disk.
		if err = s.disk.syncDir(s.dir); err != nil {
			err = fmt.Errorf("%w: %w", errBroken, err)
		}
	}
	switch {
	case err == nil:
		s.lasting = number
	case errors.Is(err, errBroken):
		s.broken = number
	}
	return err
}
