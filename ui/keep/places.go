// Package keep keeps what the program remembers from one start to the next, besides notes: settings, how each dataset was
// looked at, and recent files. It knows where all of that lies and imports no toolkit, so that the commands can tell.
package keep

import (
	"fmt"
	"os"
	"path/filepath"

	"parley/model/notefile"
)

// Places are where everything lies that the program writes by itself. All paths are absolute.
type Places struct {
	Settings string // the file of settings, and of how each dataset was looked at
	Recent   string // the file with the list of recent files
	Notes    string // the folder of notes, with a folder for each dataset
	Cache    string // a folder of what can be thrown away
	Device   string // the file with this computer's name; never in a portable folder, see notefile.Device
	Portable bool   // everything but Device lies in one folder
}

// Usual are the places for programs of this user, as the system has them.
func Usual() (Places, error) {
	notes, err := notefile.Folder()
	if err != nil {
		return Places{}, err
	}
	device, err := notefile.DefaultDevicePath()
	if err != nil {
		return Places{}, err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir() // all of it can be thrown away
	}
	settings := filepath.Dir(device)
	return Places{
		Settings: filepath.Join(settings, "settings.json"), Recent: filepath.Join(settings, "recent.json"),
		Notes: notes, Cache: filepath.Join(cache, "parley"), Device: device,
	}, nil
}

// Portable are the places in one folder, which can be carried from computer to computer. Only the computer's name stays
// outside: no two computers may write one file of notes.
func Portable(folder string) (Places, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return Places{}, fmt.Errorf("find the portable folder: %w", err)
	}
	device, err := notefile.DefaultDevicePath()
	if err != nil {
		return Places{}, err
	}
	return Places{
		Settings: filepath.Join(folder, "settings.json"), Recent: filepath.Join(folder, "recent.json"),
		Notes: filepath.Join(folder, "notes"), Cache: filepath.Join(folder, "cache"), Device: device, Portable: true,
	}, nil
}
