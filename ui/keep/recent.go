package keep

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	json "github.com/goccy/go-json/v2"
)

// mostRecent is how many files the list holds.
const mostRecent = 10

// RecentFile is a file that was opened.
type RecentFile struct {
	Path  string `json:"path"`  // absolute
	Title string `json:"title"` // of its dataset, in the reader's language then
}

// IsThere reports whether the file can be found now.
func (f RecentFile) IsThere() bool {
	info, err := os.Stat(f.Path)
	return err == nil && !info.IsDir()
}

// Recent is the list of the files opened last, kept in a file that every window reads anew. The zero Recent keeps nothing.
type Recent struct{ path string }

// RecentIn is the list that is kept in a file.
func RecentIn(path string) Recent { return Recent{path} }

// Files are the files, the last one first. Where the list cannot be read it is empty.
func (r Recent) Files() []RecentFile {
	files, _ := r.read()
	return files
}

func (r Recent) read() ([]RecentFile, error) {
	if r.path == "" {
		return nil, nil
	}
	data, err := os.ReadFile(r.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("read the recent files: %w", err)
	}
	var files []RecentFile
	if err := json.Unmarshal(data, &files); err != nil {
		return nil, fmt.Errorf("read the recent files in %s: %w", r.path, err)
	}
	files = slices.DeleteFunc(files, func(f RecentFile) bool { return !filepath.IsAbs(f.Path) })
	return files[:min(len(files), mostRecent)], nil
}

// Add puts a file at the head of the list.
func (r Recent) Add(path, title string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("remember %s: %w", path, err)
	}
	return r.change(path, &RecentFile{path, title})
}

// Remove takes a file off the list.
func (r Recent) Remove(path string) error { return r.change(path, nil) }

// Clear empties the list.
func (r Recent) Clear() error {
	if err := os.Remove(r.path); r.path != "" && err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("forget the recent files: %w", err)
	}
	return nil
}

// change takes a path off the list and puts a file at its head, unless it is nil. A list that cannot be read is begun anew.
func (r Recent) change(path string, head *RecentFile) error {
	if r.path == "" {
		return nil
	}
	files := slices.DeleteFunc(r.Files(), func(f RecentFile) bool { return f.Path == path })
	if head != nil {
		files = slices.Insert(files, 0, *head)
	}
	if err := write(r.path, files[:min(len(files), mostRecent)]); err != nil {
		return fmt.Errorf("remember the recent files: %w", err)
	}
	return nil
}
