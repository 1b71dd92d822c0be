package notefile

import (
	"bytes"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// memDisk is a disk in memory that knows what of it a power cut may spare. A file's bytes last once it was synced, its
// name once its folder was. It can fail at any call.
type memDisk struct {
	mu     sync.Mutex
	files  map[string]*memFile
	clock  time.Time
	lazy   bool                  // syncs do nothing
	deaf   string                // the one call that does nothing
	before func(op string) error // called at each call; an error is what the call returns
	after  func()                // called when something was changed
	locked chan struct{}
}

// memFile holds the states that a file went through since it was synced last, the present one last.
type memFile struct {
	states [][]byte
	named  bool   // its name lasts
	from   string // the path that it may have after a power cut instead; empty for none
	lost   int    // bytes from here to lostEnd never reach the disk: a sync failed over them
	until  int
	mod    time.Time
}

func (f *memFile) data() []byte { return f.states[len(f.states)-1] }

func newMemDisk() *memDisk {
	return &memDisk{files: map[string]*memFile{}, clock: time.Unix(1e9, 0), locked: make(chan struct{}, 1)}
}

// holding returns a disk that holds files, all of them lasting.
func holding(files map[string][]byte) *memDisk {
	d := newMemDisk()
	for path, data := range files {
		d.files[path] = &memFile{states: [][]byte{bytes.Clone(data)}, named: true, mod: d.clock}
	}
	return d
}

// clone returns the disk as a process finds it that starts when another was killed: all is there, not all of it lasts.
func (d *memDisk) clone() *memDisk {
	c := newMemDisk()
	c.lazy = d.lazy
	for path, f := range d.files {
		file := *f
		file.states = slices.Clone(f.states)
		c.files[path] = &file
	}
	return c
}

func (d *memDisk) call(op string) error {
	if d.before != nil {
		return d.before(op)
	}
	return nil
}

func (d *memDisk) changed() {
	if d.after != nil {
		d.after()
	}
}

func (d *memDisk) list(dir string, matches func(string) bool) ([]fs.FileInfo, error) {
	if err := d.call("list"); err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	var infos []fs.FileInfo
	for _, path := range slices.Sorted(maps.Keys(d.files)) {
		if filepath.Dir(path) == dir && matches(filepath.Base(path)) {
			infos = append(infos, d.info(path))
		}
	}
	return infos, nil
}

func (d *memDisk) info(path string) memInfo {
	f := d.files[path]
	return memInfo{name: filepath.Base(path), size: int64(len(f.data())), mod: f.mod}
}

func (d *memDisk) open(path string, flag int) (file, error) {
	if err := d.call("open"); err != nil {
		return nil, err
	}
	d.mu.Lock()
	f, ok := d.files[path]
	if !ok && flag&os.O_CREATE != 0 {
		d.files[path] = &memFile{states: [][]byte{nil}, mod: d.clock}
	}
	if ok && flag&os.O_TRUNC != 0 {
		f.states = append(f.states, nil)
	}
	d.mu.Unlock()
	if !ok && flag&os.O_CREATE == 0 {
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	d.changed()
	return &memHandle{d, path}, nil
}

func (d *memDisk) rename(old, now string) error {
	if err := d.call("rename"); err != nil {
		return err
	}
	d.mu.Lock()
	f := d.files[old]
	if f == nil || d.files[now] != nil {
		d.mu.Unlock()
		return &fs.PathError{Op: "rename", Path: old, Err: fs.ErrExist}
	}
	delete(d.files, old)
	f.from = old
	d.files[now] = f
	d.mu.Unlock()
	d.changed()
	return nil
}

func (d *memDisk) remove(path string) error {
	if err := d.call("remove"); err != nil {
		return err
	}
	d.mu.Lock()
	delete(d.files, path)
	d.mu.Unlock()
	d.changed()
	return nil
}

func (d *memDisk) makeDir(string) error { return d.call("makeDir") }

func (d *memDisk) syncDir(dir string) error {
	if err := d.call("syncDir"); err != nil {
		return err
	}
	d.mu.Lock()
	for path, f := range d.files {
		if filepath.Dir(path) == dir && !d.lazy && d.deaf != "syncDir" {
			f.named, f.from = true, ""
		}
	}
	d.mu.Unlock()
	d.changed()
	return nil
}

func (d *memDisk) lock(string) (func(), error) {
	if err := d.call("lock"); err != nil {
		return nil, err
	}
	d.locked <- struct{}{}
	return func() { <-d.locked }, nil
}

func (d *memDisk) content() map[string][]byte {
	files := map[string][]byte{}
	for path, f := range d.files {
		files[path] = f.data()
	}
	return files
}

// afterPowerCut returns what may be found on the disk if the power failed now.
func (d *memDisk) afterPowerCut() []map[string][]byte {
	states := []map[string][]byte{{}}
	for _, path := range slices.Sorted(maps.Keys(d.files)) {
		f := d.files[path]
		var next []map[string][]byte
		for _, state := range states {
			if !f.named {
				next = append(next, state)
			}
			for _, data := range f.mayHold() {
				for _, name := range []string{path, f.from} {
					if name != "" {
						with := maps.Clone(state)
						with[name] = data
						next = append(next, with)
					}
				}
			}
		}
		states = next
	}
	return states
}

// mayHold lists the contents that a file may have after a power cut: each state since the last sync, and of what was
// appended any part, or zeros in its place.
func (f *memFile) mayHold() [][]byte {
	var list [][]byte
	for i, data := range f.states {
		if i > 0 && bytes.HasPrefix(data, f.states[i-1]) {
			list = append(list, partly(data, len(f.states[i-1]))...)
		}
		list = append(list, data)
	}
	for i, data := range list {
		if len(data) > f.lost && f.until > f.lost {
			data = bytes.Clone(data)
			clear(data[f.lost:min(f.until, len(data))])
			list[i] = data
		}
	}
	return list
}

func partly(data []byte, old int) [][]byte {
	var list [][]byte
	half := (old + len(data)) / 2
	for _, cut := range []int{old + 1, half, len(data) - 1} {
		if cut > old && cut < len(data) {
			list = append(list, data[:cut])
			zeros := bytes.Clone(data)
			clear(zeros[cut:])
			list = append(list, zeros)
		}
	}
	zeros := bytes.Clone(data)
	clear(zeros[old:])
	return append(list, zeros)
}

type memHandle struct {
	d    *memDisk
	path string
}

func (h *memHandle) file() *memFile { return h.d.files[h.path] }

func (h *memHandle) ReadAt(p []byte, at int64) (int, error) {
	if err := h.d.call("read"); err != nil {
		return 0, err
	}
	h.d.mu.Lock()
	defer h.d.mu.Unlock()
	return bytes.NewReader(h.file().data()).ReadAt(p, at)
}

// Write writes half when the call is to fail and its name says so.
func (h *memHandle) Write(p []byte) (int, error) {
	err := h.d.call("write")
	if err == nil {
		h.set(append(bytes.Clone(h.file().data()), p...))
		return len(p), nil
	}
	if half, ok := err.(halfWritten); ok {
		h.set(append(bytes.Clone(h.file().data()), p[:len(p)/2]...))
		return len(p) / 2, half.error
	}
	return 0, err
}

type halfWritten struct{ error }

func (h *memHandle) Truncate(size int64) error {
	if err := h.d.call("truncate"); err != nil {
		return err
	}
	h.set(bytes.Clone(h.file().data()[:size]))
	return nil
}

func (h *memHandle) set(data []byte) {
	h.d.mu.Lock()
	h.d.clock = h.d.clock.Add(time.Second)
	f := h.file()
	f.states, f.mod = append(f.states, data), h.d.clock
	h.d.mu.Unlock()
	h.d.changed()
}

// Sync makes the bytes last. When it fails they stay readable and count as clean, but never reach the disk: that is
// what Linux does.
func (h *memHandle) Sync() error {
	err := h.d.call("sync")
	h.d.mu.Lock()
	f := h.file()
	switch {
	case err != nil:
		f.lost, f.until = len(f.states[0]), len(f.data())
	case !h.d.lazy && h.d.deaf != "sync":
		f.states = f.states[len(f.states)-1:]
	}
	h.d.mu.Unlock()
	h.d.changed()
	return err
}

func (h *memHandle) Stat() (fs.FileInfo, error) {
	if err := h.d.call("stat"); err != nil {
		return nil, err
	}
	h.d.mu.Lock()
	defer h.d.mu.Unlock()
	return h.d.info(h.path), nil
}

func (h *memHandle) Close() error { return nil }

type memInfo struct {
	name string
	size int64
	mod  time.Time
}

func (i memInfo) Name() string       { return i.name }
func (i memInfo) Size() int64        { return i.size }
func (i memInfo) Mode() fs.FileMode  { return 0o600 }
func (i memInfo) ModTime() time.Time { return i.mod }
func (i memInfo) IsDir() bool        { return false }
func (i memInfo) Sys() any           { return nil }

var (
	_ disk        = (*memDisk)(nil)
	_ disk        = (*osDisk)(nil)
	_ io.ReaderAt = (*memHandle)(nil)
)

// at returns the path of a file in the folder that tests on a memDisk use.
func at(name string) string { return strings.Join([]string{memDir, name}, string(filepath.Separator)) }

const memDir = "notes"
