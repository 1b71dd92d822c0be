package export_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"parley/ui/export"
	"parley/ui/format"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// sees fails unless the folder holds exactly these files with these contents; temporary files count.
func sees(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Error(err)
		}
		if content, ok := want[e.Name()]; !ok || content != string(data) {
			t.Errorf("%s holds %d bytes %.20q, want %.20q", e.Name(), len(data), data, content)
		}
	}
	if len(entries) != len(want) {
		t.Errorf("%d files in the folder, want %d", len(entries), len(want))
	}
}

func put(t *testing.T, path, content string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o640); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestANewFileIsWritten(t *testing.T) {
	dir := t.TempDir()
	if err := export.File(filepath.Join(dir, "a.csv"), false, text("one")); err != nil {
		t.Fatal(err)
	}
	sees(t, dir, map[string]string{"a.csv": "one"})
}

func TestAnExistingFileIsReplacedOnlyWhenAskedFor(t *testing.T) {
	dir := t.TempDir()
	path := put(t, filepath.Join(dir, "a.csv"), "old")

	if err := export.File(path, false, text("new")); !errors.Is(err, export.ErrExists) {
		t.Errorf("without force: %v, want ErrExists", err)
	}
	sees(t, dir, map[string]string{"a.csv": "old"})

	if err := export.File(path, true, text("new")); err != nil {
		t.Errorf("with force: %v", err)
	}
	sees(t, dir, map[string]string{"a.csv": "new"})
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 && runtime.GOOS != "windows" {
		t.Errorf("permissions are %v (%v), want those of the old file", info.Mode(), err)
	}
}

func TestAFileMadeInTheMeantimeIsNotReplaced(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.csv")
	err := export.File(path, false, func(w io.Writer) error {
		put(t, path, "theirs")
		return text("ours")(w)
	})
	if !errors.Is(err, export.ErrExists) {
		t.Errorf("got %v, want ErrExists", err)
	}
	sees(t, dir, map[string]string{"a.csv": "theirs"})
}

func TestAWriteThatFailsLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := put(t, filepath.Join(dir, "a.png"), "old")
	broken := errors.New("cannot draw")
	err := export.File(path, true, func(w io.Writer) error {
		return errors.Join(text(strings.Repeat("half", 10_000))(w), broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want the cause", err)
	}
	sees(t, dir, map[string]string{"a.png": "old"})
}

func TestAFolderAndAMissingFolderAreRefusedBeforeAnythingIsDrawn(t *testing.T) {
	dir := t.TempDir()
	for path, want := range map[string]error{
		dir:                                 export.ErrFolder,
		filepath.Join(dir, "no", "a.png"):   export.ErrNoFolder,
		filepath.Join(dir, "no", "no", "a"): export.ErrNoFolder,
	} {
		err := export.File(path, true, func(io.Writer) error {
			t.Errorf("%s: something was drawn", path)
			return nil
		})
		if !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
	sees(t, dir, nil)
}

func TestALinkKeepsPointingToItsFile(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	path := put(t, filepath.Join(elsewhere, "real.csv"), "old")
	link := filepath.Join(dir, "link.csv")
	if err := os.Symlink(path, link); err != nil {
		t.Skipf("this system makes no links: %v", err)
	}
	if err := export.File(link, true, text("new")); err != nil {
		t.Fatal(err)
	}
	sees(t, elsewhere, map[string]string{"real.csv": "new"})
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is no link any more: %v, %v", info, err)
	}
}

func TestADeviceIsWrittenToAsItIs(t *testing.T) {
	const device = "/dev/full"
	if _, err := os.Stat(device); err != nil {
		t.Skipf("this system has no %s", device)
	}
	err := export.File(device, false, text("anything"))
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v, want that no space is left", err)
	}
	if info, err := os.Stat(device); err != nil || info.Mode().IsRegular() {
		t.Errorf("%s is a file now: %v", device, err)
	}
}

func TestNamesAreGoodOnEverySystem(t *testing.T) {
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{[]string{"rounds", "prisoners"}, "rounds-prisoners.png"},
		{[]string{"Rounds", "../a b:c", ""}, "rounds-a-b-c.png"},
		{[]string{"тіла"}, "тіла.png"},
	} {
		if got := export.Name("png", c.parts...); got != c.want {
			t.Errorf("%q: %q, want %q", c.parts, got, c.want)
		}
	}
}

func TestTheReaderIsToldWhatHappenedAndWhatToDo(t *testing.T) {
	long := errors.New(strings.Repeat("x", 5000))
	for _, c := range []struct {
		err  error
		want string
	}{
		{export.ErrExists, "a file of that name is there already"},
		{export.ErrFolder, "that is a folder"},
		{export.ErrNoFolder, "there is no folder /tmp/plots"},
		{syscall.ENOSPC, "the disk is full. What was there before is unchanged."},
		{syscall.EROFS, "nothing can be written in the folder /tmp/plots."},
		{syscall.EFBIG, "does not allow a file of that size"},
		{fs.ErrPermission, "nothing can be written in the folder /tmp/plots."},
		{errors.New("strange"), "strange. What was there before is unchanged."},
		{long, "xxx…. What was there"},
	} {
		got := export.Explain(format.In("en"), "/tmp/plots/a.png", fmt.Errorf("write it: %w", c.err))
		if !strings.HasPrefix(got, "/tmp/plots/a.png was not written: ") || !strings.Contains(got, c.want) {
			t.Errorf("%.40v: %q lacks %q", c.err, got, c.want)
		}
		if len(got) > 500 {
			t.Errorf("%.40v: %d bytes are too many to read", c.err, len(got))
		}
	}
	if got := export.Explain(format.In("uk"), "a.png", syscall.ENOSPC); !strings.Contains(got, "немає місця") {
		t.Errorf("in Ukrainian: %q", got)
	}
}

func FuzzNameIsOnePlainPart(f *testing.F) {
	f.Add("rounds", "../..\\x:y\x00")
	f.Fuzz(func(t *testing.T, a, b string) {
		name := export.Name("png", a, b)
		if strings.ContainsAny(name, "/\\:\x00*?\"<>| ") || filepath.Base(name) != name {
			t.Errorf("%q and %q give %q", a, b, name)
		}
	})
}

func TestWhatIsWrittenIsWhatWasProduced(t *testing.T) {
	dir := t.TempDir()
	data := bytes.Repeat([]byte("0123456789abcdef"), 100_000)
	err := export.File(filepath.Join(dir, "big"), false, func(w io.Writer) error {
		for rest := data; len(rest) > 0; {
			n := min(len(rest), 4099)
			if _, err := w.Write(rest[:n]); err != nil {
				return err
			}
			rest = rest[n:]
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	sees(t, dir, map[string]string{"big": string(data)})
}
