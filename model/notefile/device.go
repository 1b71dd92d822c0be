package notefile

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"

	"parley/model"
)

var (
	deviceRule  = rule(`^[0-9a-z]{1,64}$`)
	datasetRule = rule(`^[0-9A-Za-z]([0-9A-Za-z._-]{0,98}[0-9A-Za-z_-])?$`)
)

// DefaultDir returns the folder of the notes on a dataset. On Linux it lies under XDG_DATA_HOME: notes are what the
// reader made, and must not travel with settings that people put on the web.
func DefaultDir(dataset string) (string, error) {
	if err := checkDataset(dataset); err != nil {
		return "", err
	}
	folder, err := Folder()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, dataset), nil
}

// Folder returns the folder with the notes on every dataset.
func Folder() (string, error) {
	base, err := dataDir()
	if err != nil {
		return "", fmt.Errorf("find the folder of notes: %w", err)
	}
	return filepath.Join(base, "parley", "notes"), nil
}

func dataDir() (string, error) {
	switch runtime.GOOS {
	case "windows", "darwin", "ios", "plan9":
		return os.UserConfigDir() // there it is the folder of data as well
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir, nil
	}
	home, err := os.UserHomeDir()
	return filepath.Join(home, ".local", "share"), err
}

// rule is a regular expression that is compiled when it is asked for first: most commands touch no notes.
func rule(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// checkDataset refuses names that are no plain folder name: they come out of files that anybody may have written.
func checkDataset(name string) error {
	if !datasetRule().MatchString(name) {
		return fmt.Errorf("keep notes on dataset %.100q: its name may have letters, digits, '.', '_' and '-' only", name)
	}
	return nil
}

// DefaultDevicePath returns where this computer's name is kept.
func DefaultDevicePath() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find the folder of settings: %w", err)
	}
	return filepath.Join(dir, "parley", "device"), nil
}

// Device returns the random name of this computer that is kept in the file path, and makes one where there is none or
// it is damaged. Keep path out of folders that are synchronised: no two computers may have one name.
func Device(path string) (string, error) {
	id, err := readDevice(path)
	if err != nil {
		return "", err
	}
	if id != "" {
		return id, nil
	}
	if err := makeDevice(path); err != nil {
		return "", fmt.Errorf("name this computer in %s: %w", path, err)
	}
	if id, err = readDevice(path); err == nil && id == "" {
		err = fmt.Errorf("name this computer in %s: it was overwritten", path)
	}
	return id, err
}

// readDevice returns "" where there is no name to be read.
func readDevice(path string) (string, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read the name of this computer: %w", err)
	}
	id := strings.TrimSpace(string(data))
	if !deviceRule().MatchString(id) {
		return "", nil
	}
	return id, nil
}

func makeDevice(path string) error {
	dir := filepath.Dir(path)
	if err := new(osDisk).makeDir(dir); err != nil {
		return err
	}
	temp, err := os.CreateTemp(dir, ".device-*")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	_, err = temp.WriteString(strings.ToLower(rand.Text()[:16]) + "\n")
	if err := errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return err
	}
	if err := publish(temp.Name(), path); err != nil {
		return err
	}
	return new(osDisk).syncDir(dir)
}

// publish gives a finished file its name. Where another process was first, its file stays, unless it holds no name.
func publish(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil {
		return nil
	}
	if errors.Is(err, fs.ErrExist) {
		if id, err := readDevice(path); err != nil || id != "" {
			return err
		}
	}
	return os.Rename(temp, path) // over a damaged name, or where there are no hard links
}

// chosenName is the folder beside the name of this computer that has a file for each dataset whose notes the reader keeps
// elsewhere, which names the folder.
const chosenName = "notes-folders"

func chosenPath(dataset string) (string, error) {
	if err := checkDataset(dataset); err != nil {
		return "", err
	}
	device, err := DefaultDevicePath()
	if err != nil {
		return "", err
	}
	return filepath.Join(filepath.Dir(device), chosenName, dataset), nil
}

// Dir returns the folder of the notes on a dataset: the one within the folder that the reader chose, or the usual one. The
// error is [model.ErrNoFolder] where that which was chosen is not there; it is named all the same.
func Dir(dataset string) (string, error) {
	path, err := chosenPath(dataset)
	if err != nil {
		return "", err
	}
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return DefaultDir(dataset)
	}
	if err != nil {
		return "", fmt.Errorf("find the folder of notes: %w", err) // the usual one may not be it
	}
	chosen := strings.TrimRight(string(data), "\r\n")
	if !filepath.IsAbs(chosen) {
		return "", fmt.Errorf("find the folder of notes: %s names no folder", path)
	}
	dir := filepath.Join(chosen, dataset)
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return dir, fmt.Errorf("%w: %s", model.ErrNoFolder, dir)
	}
	return dir, nil
}

// ChooseDir keeps the notes on a dataset within another folder from the next start on, and makes their own folder there.
func ChooseDir(dataset, parent string) error {
	path, err := chosenPath(dataset)
	if err == nil {
		err = writeChoice(path, filepath.Join(parent, dataset), parent)
	}
	if err != nil {
		return fmt.Errorf("choose the folder of notes: %w", err)
	}
	return nil
}

func writeChoice(path, dir, parent string) error {
	if !filepath.IsAbs(parent) {
		return fmt.Errorf("%q is no full path", parent)
	}
	s := &Store{disk: &osDisk{}, dir: filepath.Dir(path)}
	for _, folder := range []string{dir, s.dir} {
		if err := s.disk.makeDir(folder); err != nil {
			return err
		}
	}
	temp := filepath.Join(s.dir, "."+filepath.Base(path)+tempSuffix) // no dataset has such a name
	if err := s.writeSynced(temp, []byte(parent+"\n")); err != nil {
		return err
	}
	if err := os.Rename(temp, path); err != nil {
		return err
	}
	return s.disk.syncDir(s.dir)
}
