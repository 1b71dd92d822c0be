package export_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"parley/ui/export"
)

// TestMain can also play a program that exports, for the tests that need one to limit or to kill.
func TestMain(m *testing.M) {
	if path := os.Getenv("PARLEY_EXPORT_FOR_TEST"); path != "" {
		signal.Ignore(syscall.SIGXFSZ)
		err := export.File(path, true, slowly)
		fmt.Println(err)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// slowly writes 4 MB, and says so when it has begun.
func slowly(w io.Writer) error {
	block := strings.Repeat("x", 1<<16)
	for n := range 64 {
		if _, err := io.WriteString(w, block); err != nil {
			return err
		}
		if n == 8 {
			fmt.Println("begun")
			time.Sleep(100 * time.Millisecond)
		}
	}
	return nil
}

func exporter(path, shell string) *exec.Cmd {
	c := exec.Command("sh", "-c", shell+` exec "$0"`, os.Args[0])
	c.Env = append(os.Environ(), "PARLEY_EXPORT_FOR_TEST="+path)
	return c
}

// mount mounts something for one test, or skips it where that is not allowed.
func mount(t *testing.T, source, target, kind string, flags uintptr, options string) {
	t.Helper()
	if err := syscall.Mount(source, target, kind, flags, options); err != nil {
		t.Skipf("needs root and the right to mount: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(target, syscall.MNT_DETACH); err != nil {
			t.Errorf("unmount %s: %v", target, err)
		}
	})
}

func TestAFullDiskLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	mount(t, "tmpfs", dir, "tmpfs", 0, "size=400k")
	path := put(t, filepath.Join(dir, "a.png"), "old")
	if err := export.File(path, true, slowly); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v, want that no space is left", err)
	}
	sees(t, dir, map[string]string{"a.png": "old"})
	if err := export.File(path, true, text("small enough")); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}

func TestAReadOnlyFolderLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := put(t, filepath.Join(dir, "a.png"), "old")
	mount(t, dir, dir, "", syscall.MS_BIND, "")
	if err := syscall.Mount(dir, dir, "", syscall.MS_BIND|syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("needs the right to mount read-only: %v", err)
	}
	if err := export.File(path, true, text("new")); !errors.Is(err, syscall.EROFS) {
		t.Errorf("got %v, want that the file system is read-only", err)
	}
	sees(t, dir, map[string]string{"a.png": "old"})
}

func TestALimitOfFileSizeLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := put(t, filepath.Join(dir, "a.png"), "old")
	out, err := exporter(path, "ulimit -f 800;").Output()
	if err != nil || !strings.Contains(string(out), "file too large") {
		t.Errorf("said %q (%v), want that the file is too large", out, err)
	}
	sees(t, dir, map[string]string{"a.png": "old"})
}

func TestAKillInTheMiddleLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := put(t, filepath.Join(dir, "a.png"), "old")
	c := exporter(path, "")
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "begun\n" {
		t.Errorf("said %q (%v), want that it has begun", line, err)
	}
	if err := c.Process.Kill(); err != nil {
		t.Error(err)
	}
	_ = c.Wait()
	if data, err := os.ReadFile(path); err != nil || string(data) != "old" {
		t.Errorf("the old file holds %.20q (%v)", data, err)
	}
	if err := export.File(path, true, text("new")); err != nil {
		t.Errorf("afterwards: %v", err)
	}
}
