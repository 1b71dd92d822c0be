package keep

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/ui/export"
)

// mostViews is of how many datasets the program remembers how they were looked at.
const mostViews = 50

// Settings are values by key, and how each dataset was looked at. They are read once and written as a whole, so that a
// full disk or a kill leaves the old file. They are safe for use from several goroutines; zero Settings lie nowhere.
type Settings struct {
	path string

	mu        sync.Mutex
	values    map[string]any
	views     []view // the last one first
	isChanged bool
	listeners []func()
}

// view is how a dataset was looked at.
type view struct {
	Dataset string         `json:"dataset"`
	State   jsontext.Value `json:"state"`
}

// content is what the file holds.
type content struct {
	Values map[string]any `json:"values"`
	Views  []view         `json:"views"`
}

// OpenSettings reads the settings in a file. Where that cannot be read or is damaged they are empty, the error says why,
// and they can be used all the same; a damaged file is kept beside the new one, with the ending ".damaged".
func OpenSettings(path string) (*Settings, error) {
	s := &Settings{path: path, values: map[string]any{}}
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return s, nil
	case err != nil:
		return s, fmt.Errorf("read the settings: %w", err)
	}
	var c content
	if err := json.Unmarshal(data, &c); err != nil {
		return s, errors.Join(fmt.Errorf("the settings in %s are damaged, so the program starts without them: %w", path, err),
			os.Rename(path, path+".damaged"))
	}
	if c.Values != nil {
		s.values = c.Values
	}
	s.views = c.Views
	return s, nil
}

// Save writes what has changed since the last time.
func (s *Settings) Save() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.isChanged || s.path == "" {
		return nil
	}
	if err := write(s.path, content{s.values, s.views}); err != nil {
		return fmt.Errorf("keep the settings: %w", err)
	}
	s.isChanged = false
	return nil
}

// write puts a value into a file, whole or not at all, and makes the folder that it lies in.
func write(path string, v any) error {
	data, err := json.Marshal(v, jsontext.WithIndent("  "), json.Deterministic(true))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return export.File(path, true, func(w io.Writer) error {
		_, err := w.Write(append(data, '\n'))
		return err
	})
}

// View is how a dataset was looked at, as it was given to SetView; nil where it never was. Last is the dataset that was
// looked at last.
func (s *Settings) View(dataset string) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := s.viewOf(dataset); i >= 0 {
		return s.views[i].State
	}
	return nil
}

// Last names the dataset that was looked at last; empty for none.
func (s *Settings) Last() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.views) == 0 {
		return ""
	}
	return s.views[0].Dataset
}

// SetView remembers how a dataset is looked at, as a JSON value.
func (s *Settings) SetView(dataset string, state []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if i := s.viewOf(dataset); i >= 0 {
		s.views = slices.Delete(s.views, i, i+1)
	}
	s.views = slices.Insert(s.views, 0, view{dataset, state})
	s.views = s.views[:min(len(s.views), mostViews)]
	s.isChanged = true
}

func (s *Settings) viewOf(dataset string) int {
	return slices.IndexFunc(s.views, func(v view) bool { return v.Dataset == dataset })
}

// Forget removes the settings and the list of recent files; notes stay.
func (p Places) Forget() error {
	var faults []error
	for _, file := range []string{p.Settings, p.Recent} {
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			faults = append(faults, fmt.Errorf("forget the settings: %w", err))
		}
	}
	return errors.Join(faults...)
}
