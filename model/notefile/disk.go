package notefile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/gofrs/flock"
)

// disk is what a Store asks of the file system. Tests put one in its place that fails or loses power.
type disk interface {
	// list returns the regular files of a folder whose names match, by name.
	list(dir string, matches func(name string) bool) ([]fs.FileInfo, error)
	open(path string, flag int) (file, error)
	// makeDir makes a folder and its missing parents, and makes them last.
	makeDir(dir string) error
	// syncDir makes the names in a folder last.
	syncDir(dir string) error
	// rename gives a file another name, which no file has, and remove takes a file away. Both last when the folder is synced.
	rename(old, now string) error
	remove(path string) error
	// lock waits until no other process has the lock.
	lock(path string) (unlock func(), err error)
}

// file is an open file of a disk.
type file interface {
	io.ReaderAt
	io.WriteCloser
	Stat() (fs.FileInfo, error)
	Sync() error
	Truncate(size int64) error
}

const (
	lockPatience = 10 * time.Second // a program that died holds no lock, so only one that hangs takes so long
	lockPause    = 2 * time.Millisecond
)

// osDisk is the file system of the computer, for one Store.
type osDisk struct {
	// held is kept from one lock to the next: a lock that could not be given back is still ours.
	held *flock.Flock
}

func (*osDisk) list(dir string, matches func(name string) bool) ([]fs.FileInfo, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []fs.FileInfo
	for _, e := range entries {
		if !matches(e.Name()) {
			continue
		}
		// Follows links; anything but a regular file could block when it is opened.
		if info, err := os.Stat(filepath.Join(dir, e.Name())); err == nil && info.Mode().IsRegular() {
			files = append(files, named{info, e.Name()})
		}
	}
	return files, nil
}

// named is a FileInfo with the name that was asked for: that of the link, not of the file behind it.
type named struct {
	fs.FileInfo
	name string
}

func (n named) Name() string { return n.name }

func (*osDisk) open(path string, flag int) (file, error) {
	f, err := os.OpenFile(path, flag, 0o600)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (*osDisk) rename(old, now string) error {
	if _, err := os.Lstat(now); err == nil {
		return fmt.Errorf("rename %s: %s is there: %w", old, now, fs.ErrExist)
	}
	return os.Rename(old, now)
}

func (*osDisk) remove(path string) error { return os.Remove(path) }

func (d *osDisk) makeDir(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return fmt.Errorf("make folder %s: %w", dir, syscall.ENOTDIR)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	parent := filepath.Dir(dir)
	if err := d.makeDir(parent); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return d.syncDir(parent)
}

func (*osDisk) syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil // has no such call; NTFS journals names itself
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil // some network file systems cannot, and order names by themselves
	}
	return err
}

func (d *osDisk) lock(path string) (func(), error) {
	if d.held == nil {
		d.held = flock.New(path)
	}
	ctx, cancel := context.WithTimeout(context.Background(), lockPatience)
	defer cancel()
	switch ok, err := d.held.TryLockContext(ctx, lockPause); {
	case errors.Is(err, context.DeadlineExceeded):
		return nil, fmt.Errorf("lock %s: another program has held it for %s", path, lockPatience)
	case err != nil:
		return nil, fmt.Errorf("lock %s: %w", path, err)
	case !ok:
		return nil, fmt.Errorf("lock %s: it is held", path)
	}
	return func() { _ = d.held.Unlock() }, nil
}

// isReadOnly reports whether an error says that nothing can be written in a place.
func isReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS)
}
