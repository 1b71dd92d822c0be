package notefile

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"parley/model"
)

func init() {
	jobs["put until stopped"] = func(dir string) error { return putUntilStopped(dir, &osDisk{}) }
	jobs["put until stopped, without sync"] = func(dir string) error { return putUntilStopped(dir, &deafDisk{}) }
	jobs["put 100"] = putHundred
	jobs["rewrite and try again"] = rewriteAndTryAgain
}

// deafDisk is the file system of the computer for a program that forgot to sync.
type deafDisk struct{ osDisk }

func (*deafDisk) syncDir(string) error { return nil }

func (d *deafDisk) open(path string, flag int) (file, error) {
	f, err := d.osDisk.open(path, flag)
	return deafFile{f}, err
}

type deafFile struct{ file }

func (deafFile) Sync() error { return nil }

// putUntilStopped puts and changes notes, rewrites its journals, and says what is on the disk.
func putUntilStopped(dir string, d disk) error {
	opts := onA
	opts.disk, opts.compactOver = d, 20_000
	s, err := Open(dir, opts)
	if err != nil {
		return err
	}
	fmt.Println("ready")
	for i := 0; ; i++ {
		n := note(strings.Repeat("x", 50*(i%20)))
		if notes := s.Notes(); i%3 > 0 && len(notes) > 0 {
			n = notes[i%len(notes)]
			n.Text = fmt.Sprint("changed ", i)
		}
		if n, err = s.Put(n); err != nil {
			return err
		}
		fmt.Println("ack", n.ID, n.Revision)
	}
}

// loopDisk makes a file system in a file.
func loopDisk(t *testing.T) (image string) {
	t.Helper()
	mkfs, err := exec.LookPath("mkfs.ext4")
	if err != nil {
		if mkfs = "/usr/sbin/mkfs.ext4"; !exists(mkfs) {
			t.Skip("skipped: mkfs.ext4 is not installed")
		}
	}
	image = filepath.Join(t.TempDir(), "disk")
	f, err := os.Create(image)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(16<<20), f.Close()); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(mkfs, "-q", "-F", image).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return image
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// mountLoop mounts a file system that is in a file, or skips the test where that is not allowed.
func mountLoop(t *testing.T, image string) (dir string, unmount func()) {
	t.Helper()
	dir = t.TempDir()
	if out, err := exec.Command("mount", "-o", "loop", image, dir).CombinedOutput(); err != nil {
		t.Skipf("skipped: a file system in a file cannot be mounted here: %s", bytes.TrimSpace(out))
	}
	isMounted := true
	unmount = func() {
		if isMounted {
			isMounted = false
			if out, err := exec.Command("umount", dir).CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		}
	}
	t.Cleanup(unmount)
	return dir, unmount
}

// cutPower stops a writer, takes what has reached the disk, and returns how many notes it acknowledged and which of them are
// not there.
func cutPower(t *testing.T, job string, after time.Duration) (acknowledged int, lost []model.NoteID) {
	t.Helper()
	image := loopDisk(t)
	dir, unmount := mountLoop(t, image)
	notes := filepath.Join(dir, "notes")
	cmd := child(t, job, notes)
	out := started(t, cmd)
	var first strings.Builder // a slow computer has something to lose, too
	for range 3 {
		line, err := out.ReadString('\n')
		if err != nil {
			t.Fatalf("the child said %q, %v", line, err)
		}
		first.WriteString(line)
	}
	time.Sleep(after)
	if err := cmd.Process.Signal(syscall.SIGSTOP); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copy")
	if err := copyFile(copied, image); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Process.Kill()
	saved := acknowledgedBy(t, io.MultiReader(strings.NewReader(first.String()), out))
	_ = cmd.Wait()
	unmount()
	found, leave := mountLoop(t, copied)
	defer leave()
	s := openIn(t, filepath.Join(found, "notes"), onA)
	there := map[model.NoteID]int{}
	for _, n := range s.Notes() {
		there[n.ID] = n.Revision
	}
	for id, revision := range saved {
		if there[id] < revision {
			lost = append(lost, id)
		}
	}
	return len(saved), lost
}

func copyFile(to, from string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o600)
}

// acknowledgedBy reads what a child said is on the disk.
func acknowledgedBy(t *testing.T, out io.Reader) map[model.NoteID]int {
	t.Helper()
	text, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	saved := map[model.NoteID]int{}
	for line := range strings.Lines(string(text)) {
		var id model.NoteID
		var revision int
		if n, _ := fmt.Sscanf(line, "ack %s %d\n", &id, &revision); n == 2 && strings.HasSuffix(line, "\n") {
			saved[id] = revision
		}
	}
	return saved
}

func TestPowerCutsOfARealFileSystemLoseNothing(t *testing.T) {
	t.Parallel()
	rounds, all := times(2, 40), 0
	for i := range rounds {
		n, lost := cutPower(t, "put until stopped", time.Duration(40+37*(i%12))*time.Millisecond)
		if len(lost) > 0 {
			t.Fatalf("of %d notes acknowledged %d are lost", n, len(lost))
		}
		all += n
	}
	if all == 0 {
		t.Fatal("no note was acknowledged")
	}
	torment(t, "power cut on ext4", "%d cuts, %d notes acknowledged, none lost", rounds, all)
}

// TestPowerCutsOfARealFileSystemFindAMissingSync shows that the test before would notice.
func TestPowerCutsOfARealFileSystemFindAMissingSync(t *testing.T) {
	t.Parallel()
	for range 5 {
		if n, lost := cutPower(t, "put until stopped, without sync", 150*time.Millisecond); len(lost) > 0 {
			torment(t, "power cut on ext4, sync switched off", "%d of %d notes lost, as must be", len(lost), n)
			return
		}
	}
	t.Error("without sync nothing was lost: the test of power cuts would not notice")
}

// putHundred puts 100 notes that name this process, changes each, and rewrites its journals again and again.
func putHundred(dir string) error {
	opts := onA
	opts.compactOver = 5000
	s, err := Open(dir, opts)
	if err != nil {
		return err
	}
	for i := range 100 {
		n, err := s.Put(note(fmt.Sprint(os.Getpid(), " ", i)))
		if err != nil {
			return err
		}
		for range 3 {
			if n, err = s.Put(n); err != nil {
				return err
			}
		}
	}
	return nil
}

// TestManyProcessesRewriteAndPutAtOnce lets several processes write, all of them rewriting what the others wrote, and kills
// those that hold the lock now and then.
func TestManyProcessesRewriteAndPutAtOnce(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "notes")
	writers := times(2, 8)
	var children []*exec.Cmd
	for range writers {
		cmd := child(t, "put 100", dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		children = append(children, cmd)
	}
	killed := 0
	for range times(2, 20) {
		cmd := child(t, "put until stopped", dir)
		started(t, cmd)
		time.Sleep(20 * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		killed++
	}
	reads := 0
	stop := time.After(time.Duration(times(1, 10)) * 500 * time.Millisecond)
	for done := false; !done; reads++ {
		select {
		case <-stop:
			done = true
		default:
			openIn(t, dir, Options{Device: "reader", Dataset: talks})
		}
	}
	want := map[string]bool{}
	for _, cmd := range children {
		if err := cmd.Wait(); err != nil {
			t.Fatal(err)
		}
		for i := range 100 {
			want[fmt.Sprint(cmd.Process.Pid, " ", i)] = true
		}
	}
	s := openIn(t, dir, onA)
	for _, n := range s.Notes() {
		delete(want, n.Text)
	}
	if len(want) > 0 || s.Damage().Missing+s.Damage().Unreadable > 0 {
		t.Fatalf("%d notes are missing, damage %+v", len(want), s.Damage())
	}
	kept, _ := filepath.Glob(filepath.Join(dir, "*.jsonl.1"))
	if len(kept) == 0 {
		t.Fatal("nothing was rewritten")
	}
	torment(t, "many processes, rewriting", "%d writers of 100 notes, %d killed beside them, %d readers, none lost", writers, killed, reads)
}

// rewriteAndTryAgain changes a note until its journal is rewritten. What fails is tried again.
func rewriteAndTryAgain(dir string) error {
	opts := onA
	opts.compactOver = 1
	var s *Store
	if err := try(func() (err error) {
		s, err = Open(dir, opts)
		return err
	}); err != nil {
		return err
	}
	n := note("")
	for i := range 5 {
		if err := try(func() error {
			n.Text = strconv.Itoa(i)
			saved, err := s.Put(n)
			if err == nil {
				n = saved
			}
			return err
		}); err != nil {
			return err
		}
		fmt.Println("ack", n.ID, n.Revision)
	}
	return nil
}

// TestEachSystemCallOfRewritingFailsOrKills is TestEachSystemCallFailsOrKills for a journal that is being rewritten.
func TestEachSystemCallOfRewritingFailsOrKills(t *testing.T) {
	t.Parallel()
	strace := tracer(t)
	calls := []string{"renameat", "unlinkat", "openat", "write", "fsync"}
	if os.Getenv(tortureKey) == "" {
		calls = calls[:2]
	}
	runs := 0
	for _, inject := range []string{"signal=SIGKILL", "error=EIO", "error=ENOSPC"} {
		for _, call := range calls {
			n := 1
			for injectInto(t, strace, "rewrite and try again", call, inject, n) {
				n++
			}
			runs += n - 1
		}
	}
	if runs < len(calls) {
		t.Fatalf("only %d calls were hit", runs)
	}
	torment(t, "system calls of rewriting", "%d calls of %s killed or failed, none lost", runs, strings.Join(calls, ", "))
}

// TestLiveCopiesAreRead copies a folder while a process writes and rewrites, as programs do that synchronise or back up.
func TestLiveCopiesAreRead(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "notes")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	cmd := child(t, "put until stopped", dir)
	started(t, cmd)
	defer func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }()
	copies, notes := times(20, 500), 0
	for range copies {
		copied := t.TempDir()
		files, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			_ = copyFile(filepath.Join(copied, f.Name()), filepath.Join(dir, f.Name())) // it may be gone by now
		}
		s := openIn(t, copied, Options{Device: "b", Dataset: talks})
		if d := s.Damage(); d.Lines > 1 || d.Missing > 0 {
			t.Fatalf("damage %+v", d)
		}
		for _, n := range s.Notes() {
			if !strings.HasPrefix(n.Text, "changed ") && strings.Trim(n.Text, "x") != "" {
				t.Fatalf("shows %q, which nobody wrote", n.Text)
			}
		}
		notes = max(notes, len(s.Notes()))
	}
	torment(t, "live copy", "%d copies of a folder that was being written, up to %d notes, no wrong value", copies, notes)
}
