package ui

import (
	"os"
	"path/filepath"
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"parley/ui/keep"
)

// newApp starts the toolkit. It makes folders of its own at once, and complains where there is no cache yet; of a portable
// program they lie in the portable folder. (macOS names no other place for them: there two empty folders remain.)
func newApp(p keep.Places, s *keep.Settings) fyne.App {
	if cache, err := os.UserCacheDir(); err == nil && !p.Portable {
		_ = os.MkdirAll(cache, 0o700)
	}
	if p.Portable {
		defer movedFolders(filepath.Join(p.Cache, "toolkit"))()
	}
	a := app.NewWithID(ID)
	if s != nil {
		a.SetCloudProvider(toolkitKeeper{s})
	}
	return a
}

// movedFolders names another folder to the toolkit, until the returned function is called: what the program starts later, a
// browser for one, needs the user's own.
func movedFolders(folder string) (back func()) {
	_ = os.MkdirAll(folder, 0o700)
	names := []string{"XDG_CONFIG_HOME", "XDG_CACHE_HOME"}
	if runtime.GOOS == "windows" {
		names = []string{"AppData", "LocalAppData"}
	}
	var undo []func()
	for _, name := range names {
		if old, ok := os.LookupEnv(name); ok {
			undo = append(undo, func() { _ = os.Setenv(name, old) })
		} else {
			undo = append(undo, func() { _ = os.Unsetenv(name) })
		}
		_ = os.Setenv(name, folder)
	}
	return func() {
		for _, do := range undo {
			do()
		}
	}
}

// toolkitKeeper gives the toolkit our settings in the place of its own file, which a full disk or a kill would empty: its
// dialogs remember the last folder there. The toolkit calls whoever does so a cloud provider; nothing leaves the computer.
type toolkitKeeper struct{ settings *keep.Settings }

var (
	_ fyne.CloudProviderPreferences = toolkitKeeper{}
	_ fyne.Preferences              = (*keep.Settings)(nil)
)

func (k toolkitKeeper) CloudPreferences(fyne.App) fyne.Preferences { return k.settings }
func (toolkitKeeper) ProviderName() string                         { return "settings.json" }
func (toolkitKeeper) ProviderDescription() string                  { return "" }
func (toolkitKeeper) ProviderIcon() fyne.Resource                  { return nil }
func (toolkitKeeper) Setup(fyne.App) error                         { return nil }
func (toolkitKeeper) Cleanup(fyne.App)                             {}
