package notefile

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// mount mounts something for a test, or skips the test where that is not allowed.
func mount(t *testing.T, source, dir, kind string, flags uintptr, data string) {
	t.Helper()
	err := syscall.Mount(source, dir, kind, flags, data)
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.EACCES) {
		t.Skip("skipped: only root can mount what this test needs")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
}

func TestAReadOnlyFolderIsRead(t *testing.T) {
	dir := t.TempDir()
	old := put(t, openIn(t, dir, onA), note("written before"))
	f, err := os.OpenFile(filepath.Join(dir, "notes-a.jsonl"), os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("damaged\n"); err != nil {
		t.Fatal(err)
	}
	f.Close()
	mount(t, dir, dir, "", syscall.MS_BIND, "")
	if err := syscall.Mount("", dir, "", syscall.MS_BIND|syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	s := openIn(t, dir, onA)
	wantTexts(t, s.Notes(), "written before")
	if !s.IsReadOnly() || !openIn(t, filepath.Join(dir, "none", "new"), onA).IsReadOnly() {
		t.Error("it does not know that nothing can be saved")
	}
	if s.Damage().Lines != 1 {
		t.Fatalf("damage %+v", s.Damage())
	}
	_, err = s.Put(note("x"))
	for _, err := range []error{err, s.Delete(old.ID)} {
		if !errors.Is(err, ErrReadOnly) || !strings.Contains(err.Error(), dir) {
			t.Fatalf("error is %v", err)
		}
	}
	wantTexts(t, s.Notes(), "written before")
	if _, err := openIn(t, filepath.Join(dir, "new"), onA).Put(note("x")); !errors.Is(err, ErrReadOnly) {
		t.Fatalf("in a folder that cannot be made: %v", err)
	}
	torment(t, "read-only folder", "read, saving refused with the reason")
}

func TestAFullDiskKeepsTheOldNotes(t *testing.T) {
	dir := t.TempDir()
	mount(t, "tmpfs", dir, "tmpfs", 0, "size=400k")
	s := openIn(t, dir, onA)
	var saved []string
	var err error
	for i := 0; err == nil; i++ {
		n := note(fmt.Sprint(i, strings.Repeat(" long", 3000)))
		if _, err = s.Put(n); err == nil {
			saved = append([]string{n.Text}, saved...)
		}
	}
	if !errors.Is(err, syscall.ENOSPC) || len(saved) < 5 {
		t.Fatalf("after %d notes: %v", len(saved), err)
	}
	for range 3 {
		if _, err := s.Put(note(strings.Repeat(" more", 3000))); !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("error is %v", err)
		}
	}
	full := openIn(t, dir, onA)
	wantTexts(t, full.Notes(), saved...)
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT, "size=800k"); err != nil {
		t.Fatal(err)
	}
	put(t, s, note("goes on"))
	again := openIn(t, dir, onA)
	wantTexts(t, again.Notes(), append([]string{"goes on"}, saved...)...)
	if damage := again.Damage(); !damage.IsZero() {
		t.Fatalf("damage %+v", damage)
	}
	torment(t, "full disk (tmpfs of 400 kB)", "%d notes whole, the next saved after there was room", len(saved))
}

func TestAFileSizeLimitIsReported(t *testing.T) {
	dir := t.TempDir()
	if out, err := child(t, "reach the limit", dir).Output(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	s := openIn(t, dir, onA)
	if len(s.Notes()) < 2 || !s.Damage().IsZero() {
		t.Fatalf("notes %q, damage %+v", texts(s.Notes()), s.Damage())
	}
	put(t, s, note("goes on"))
	if n := len(s.Notes()); len(openIn(t, dir, onA).Notes()) != n {
		t.Fatalf("want %d notes", n)
	}
	torment(t, "file size limit (ulimit -f)", "reported, and goes on")
}

func init() { jobs["reach the limit"] = reachTheLimit }

// reachTheLimit puts notes until files may not grow any more. A program must ignore the signal that comes with it.
func reachTheLimit(dir string) error {
	signal.Ignore(syscall.SIGXFSZ)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 4096, Max: 4096}); err != nil {
		return err
	}
	s, err := Open(dir, onA)
	for i := 0; err == nil; i++ {
		_, err = s.Put(note(fmt.Sprint(i)))
	}
	if !errors.Is(err, syscall.EFBIG) {
		return fmt.Errorf("at the limit: %w", err)
	}
	if s, err = Open(dir, onA); err != nil || len(s.Notes()) < 2 {
		return fmt.Errorf("%d notes, %w", len(s.Notes()), err)
	}
	return nil
}
