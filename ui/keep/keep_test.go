package keep

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

func opened(t *testing.T, path string) *Settings {
	t.Helper()
	s, err := OpenSettings(path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSettingsComeBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "settings.json")
	s := opened(t, path)
	s.SetString("theme", "dark")
	s.SetFloat("width", 1280.5)
	s.SetInt("scale", 2)
	s.SetBool("off", false)
	s.SetStringList("words", []string{"a", "b"})
	s.SetIntList("ints", []int{1, 2})
	s.SetBoolList("bools", []bool{true})
	s.SetView("talks", []byte(`{"Page":"notes"}`))
	s.SetView("lakes", []byte(`{}`))
	s.SetView("talks", []byte(`{"Page":"rounds"}`))
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	for _, s := range []*Settings{s, opened(t, path)} {
		if s.String("theme") != "dark" || s.Float("width") != 1280.5 || s.Int("scale") != 2 || s.BoolWithFallback("off", true) {
			t.Errorf("the values are %v", s.values)
		}
		if !slices.Equal(s.StringList("words"), []string{"a", "b"}) || !slices.Equal(s.IntList("ints"), []int{1, 2}) ||
			!slices.Equal(s.BoolList("bools"), []bool{true}) {
			t.Errorf("the lists are %v", s.values)
		}
		if s.Last() != "talks" || strings.Join(strings.Fields(string(s.View("talks"))), "") != `{"Page":"rounds"}` || s.View("lakes") == nil || s.View("other") != nil {
			t.Errorf("the views are %q, the last of %q", s.views, s.Last())
		}
		if s.String("width") != "" || s.Int("theme") != 0 || s.StringWithFallback("none", "x") != "x" || s.IntListWithFallback("words", []int{7})[0] != 7 {
			t.Error("a value of another type is not taken for missing")
		}
	}
}

func TestDamagedSettingsAreKeptAsideAndDoNotStopAnything(t *testing.T) {
	for _, damage := range []string{"{", `{"values": 7}`, "\x00\x00", "", `{"values": {"a": 1, "a": 2}}`, `{"views": [{"dataset": 1}]}`} {
		path := filepath.Join(t.TempDir(), "settings.json")
		if err := os.WriteFile(path, []byte(damage), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := OpenSettings(path)
		if err == nil {
			t.Errorf("%q is taken for settings", damage)
		}
		s.SetString("theme", "dark")
		if err := s.Save(); err != nil {
			t.Fatal(err)
		}
		if opened(t, path).String("theme") != "dark" {
			t.Errorf("after %q nothing is remembered", damage)
		}
		if kept, _ := os.ReadFile(path + ".damaged"); string(kept) != damage {
			t.Errorf("%q is kept as %q", damage, kept)
		}
	}
}

func TestWhatCannotBeSavedLeavesTheOldSettings(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "file", "settings.json")
	if err := os.WriteFile(filepath.Join(folder, "file"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := OpenSettings(path)
	if err == nil {
		t.Error("a file is taken for a folder")
	}
	s.SetString("theme", "dark")
	if err := s.Save(); err == nil {
		t.Error("nothing could be written, and nothing says so")
	}
	if s.String("theme") != "dark" {
		t.Error("what was set is forgotten")
	}
}

func TestNothingIsWrittenWhereNothingChanged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	s := opened(t, path)
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was made for no settings")
	}
	told := 0
	s.AddChangeListener(func() { told++ })
	s.SetString("theme", "dark")
	s.SetString("theme", "dark")
	s.SetBool("new", false)
	if told != 2 {
		t.Errorf("%d changes are told, want 2", told)
	}
	s.RemoveValue("theme")
	if s.String("theme") != "" {
		t.Error("a removed value is still there")
	}
}

func TestOnlySoManyViewsAreKept(t *testing.T) {
	s := new(Settings)
	for i := range 2 * mostViews {
		s.SetView(strconv.Itoa(i), []byte("{}"))
	}
	if len(s.views) != mostViews || s.View(strconv.Itoa(mostViews)) == nil || s.View("0") != nil {
		t.Errorf("%d views are kept", len(s.views))
	}
}

func TestSettingsMayBeSetFromSeveralGoroutines(t *testing.T) {
	s := opened(t, filepath.Join(t.TempDir(), "settings.json"))
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			s.SetInt(strconv.Itoa(i), i)
			s.SetView(strconv.Itoa(i), []byte("{}"))
			_ = s.Save()
			_ = s.String("theme")
		})
	}
	all.Wait()
}

func TestRecentFilesStandInTheOrderOfTheirOpening(t *testing.T) {
	folder := t.TempDir()
	r := RecentIn(filepath.Join(folder, "new", "recent.json"))
	if len(r.Files()) != 0 {
		t.Error("there are recent files before any was opened")
	}
	for i := range mostRecent + 2 {
		if err := r.Add(filepath.Join(folder, strconv.Itoa(i)), "Title "+strconv.Itoa(i)); err != nil {
			t.Fatal(err)
		}
	}
	other := RecentIn(filepath.Join(folder, "new", "recent.json")) // of a second window
	if err := other.Add(filepath.Join(folder, "5"), "Title anew"); err != nil {
		t.Fatal(err)
	}
	files := r.Files()
	if len(files) != mostRecent || files[0].Title != "Title anew" || files[1].Title != "Title 11" {
		t.Errorf("the recent files are %v", files)
	}
	if files[0].IsThere() {
		t.Error("a file that is not there is told to be there")
	}
	if err := r.Remove(files[0].Path); err != nil || r.Files()[0].Title != "Title 11" {
		t.Errorf("after a file was taken off: %v, %v", r.Files(), err)
	}
	if err := r.Clear(); err != nil || len(r.Files()) != 0 {
		t.Errorf("the cleared list holds %v, %v", r.Files(), err)
	}
}

func TestADamagedListOfRecentFilesIsBegunAnew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "recent.json")
	if err := os.WriteFile(path, []byte(`[{"path": "relative", "title": ""}, `), 0o600); err != nil {
		t.Fatal(err)
	}
	r := RecentIn(path)
	if len(r.Files()) != 0 {
		t.Errorf("a damaged list holds %v", r.Files())
	}
	if err := r.Add("talks.json", "Talks"); err != nil || len(r.Files()) != 1 || !filepath.IsAbs(r.Files()[0].Path) {
		t.Errorf("after a damaged list: %v, %v", r.Files(), err)
	}
	if err := new(Recent).Add("talks.json", "Talks"); err != nil {
		t.Errorf("a list that lies nowhere: %v", err)
	}
	if err := new(Recent).Clear(); err != nil {
		t.Errorf("a list that lies nowhere: %v", err)
	}
}

func TestPortablePlacesLieInOneFolderButForTheComputersName(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	folder := t.TempDir()
	p, err := Portable(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{p.Settings, p.Recent, p.Notes, p.Cache} {
		if filepath.Dir(path) != folder {
			t.Errorf("%s lies outside of %s", path, folder)
		}
	}
	usual, err := Usual()
	if err != nil || p.Device != usual.Device || strings.HasPrefix(p.Device, folder) {
		t.Errorf("the computer's name lies in %s and %s, %v", p.Device, usual.Device, err)
	}
}
