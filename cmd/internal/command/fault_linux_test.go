package command

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func TestAPictureThatDoesNotFitOnTheDiskLeavesTheOldOne(t *testing.T) {
	dir := home(t)
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=8k"); err != nil {
		t.Skipf("needs root and the right to mount: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	for _, format := range formats() {
		old := put(t, filepath.Join(dir, "old."+format), "an older picture")
		cli("export", "rounds", "--kind", "bodies", "-o", old, "--force").wants(t, Unreadable,
			"|old."+format+" was not written: the disk is full. What was there before is unchanged.")
		if got := files(t, dir); content(t, old) != "an older picture" || !slices.Equal(got, []string{"old." + format}) {
			t.Errorf("the old file is touched, or something is left behind: %v", got)
		}
		if err := os.Remove(old); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOfAllPicturesThoseThatAreThereAreNamed(t *testing.T) {
	dir := home(t)
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=600k"); err != nil {
		t.Skipf("needs root and the right to mount: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	got := cli("export", "--all", dir, "--size", "1200x800", "--scale", "3")
	got.wants(t, Unreadable, "|was not written: the disk is full")
	there := files(t, dir)
	if len(there) == 0 {
		t.Fatal("nothing found room; make the disk of this test larger")
	}
	for _, name := range there {
		if !strings.Contains(got.err, filepath.Join(dir, name)) {
			t.Errorf("%s is there, and is not named:\n%s", name, got.err)
		}
	}
	if lines := strings.Count(got.err, ".png\n"); lines != len(there) {
		t.Errorf("%d files are named, and %d are there:\n%s", lines, len(there), got.err)
	}
}

func TestANoteInAFolderThatCanOnlyBeReadSaysWhy(t *testing.T) {
	dir := home(t)
	cli("notes", "add", "--notes", "mine", istanbul, "Written before").wants(t, Done)
	mine := filepath.Join(dir, "mine")
	if err := syscall.Mount(mine, mine, "", syscall.MS_BIND, ""); err != nil {
		t.Skipf("needs root and the right to mount: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(mine, syscall.MNT_DETACH) })
	if err := syscall.Mount(mine, mine, "", syscall.MS_BIND|syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skipf("needs the right to mount read-only: %v", err)
	}
	cli("notes", "add", "--notes", "mine", istanbul, "Too late").wants(t, Unreadable,
		"|The note is not saved, because nothing can be written in the folder of notes. Name another one with --notes.")
	cli("notes", "list", "--notes", "mine").wants(t, Done, "Written before")
}
