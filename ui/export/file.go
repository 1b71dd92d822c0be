// Package export puts results into files, whole or not at all: a file that was there before is unchanged until the new one
// is complete on the disk. The window and the commands write through it.
package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrExists says that a file is there already and may not be replaced.
var ErrExists = errors.New("the file exists already")

// ErrFolder says that the target is a folder.
var ErrFolder = errors.New("is a folder")

// ErrNoFolder says that the folder of the target is not there.
var ErrNoFolder = errors.New("the folder does not exist")

// File writes what write produces to path. The bytes go to a temporary file in the same folder, which takes the place of
// path only when it is complete and synced. An existing file is replaced only with force, and keeps its permissions; a
// link keeps pointing to its file; a device or a pipe is written to as it is. After an error path is as it was.
//
// Check tells most faults before anything is drawn.
func File(path string, force bool, write func(io.Writer) error) error {
	if err := Check(path, force); err != nil {
		return err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	old, err := os.Stat(path)
	if err == nil && !old.Mode().IsRegular() {
		return writeStream(path, write)
	}
	temp, err := create(path)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer os.Remove(temp.Name()) // after a success there is nothing left to remove
	if old != nil {
		if err := temp.Chmod(old.Mode().Perm()); err != nil {
			temp.Close()
			return fmt.Errorf("write %s: %w", path, err)
		}
	}
	if err := fill(temp, write); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := publish(temp.Name(), path, force); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	syncFolder(filepath.Dir(path))
	return nil
}

// Check reports whether File would refuse path: because it is a folder, its folder is not there, or it exists and force
// is not set.
func Check(path string, force bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return fmt.Errorf("write %s: %w", path, ErrFolder)
	case err == nil && info.Mode().IsRegular() && !force:
		return fmt.Errorf("write %s: %w", path, ErrExists)
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("write %s: %w", path, ErrNoFolder)
		}
	}
	return nil
}

// create makes a new, empty file beside path, with the permissions that a new file gets.
func create(path string) (*os.File, error) {
	folder, base := filepath.Split(path)
	for n := os.Getpid(); ; n++ {
		name := filepath.Join(folder, fmt.Sprintf(".%s.%d.tmp", base, n))
		file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) {
			return file, err
		}
	}
}

// fill writes, syncs and closes the file.
func fill(file *os.File, write func(io.Writer) error) error {
	err := stream(file, write)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

func stream(w io.Writer, write func(io.Writer) error) error {
	buffer := bufio.NewWriter(w)
	if err := write(buffer); err != nil {
		return err
	}
	return buffer.Flush()
}

func writeStream(path string, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := errors.Join(stream(file, write), file.Close()); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// publish gives the finished file its name. Without force it does so by a link, which fails where another program made a
// file of that name in the meantime; file systems without links leave only the look before the rename.
func publish(temp, path string, force bool) error {
	if force {
		return os.Rename(temp, path)
	}
	err := os.Link(temp, path)
	if err == nil {
		return nil
	}
	if _, missing := os.Lstat(path); !errors.Is(missing, fs.ErrNotExist) {
		return ErrExists
	}
	return os.Rename(temp, path)
}

// syncFolder makes the new name durable. Not every system can do this to a folder; the file itself is complete anyway.
func syncFolder(folder string) {
	if dir, err := os.Open(folder); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
}
