package notefile

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parley/model"
)

func init() { jobs["put and try again"] = putAndTryAgain }

// putAndTryAgain puts a note and changes it. It tries again what fails, but not for ever. A few times may be needed:
// strace counts the calls of each thread.
func putAndTryAgain(dir string) error {
	var s *Store
	if err := try(func() (err error) {
		s, err = Open(dir, onA)
		return err
	}); err != nil {
		return err
	}
	n := note("")
	for _, text := range []string{"first", "second"} {
		if err := try(func() error {
			n.Text = text
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

func try(what func() error) (err error) {
	for range 8 {
		if err = what(); err == nil {
			return nil
		}
	}
	return err
}

// TestEachSystemCallFailsOrKills kills a process at each system call on the folder of notes, and makes each fail.
func TestEachSystemCallFailsOrKills(t *testing.T) {
	t.Parallel()
	strace := tracer(t)
	all := 0
	defer func() { torment(t, "system calls of Put", "%d calls killed or failed, none lost", all) }()
	writing := []string{"mkdirat", "openat", "write", "fsync"}
	every := append([]string{"flock", "newfstatat", "fstat", "getdents64", "pread64", "close"}, writing...)
	for inject, calls := range map[string][]string{
		"signal=SIGKILL": every, "error=EIO": every, "error=ENOSPC": writing, "error=EPERM": {"openat", "flock"},
	} {
		t.Run(inject, func(t *testing.T) {
			runs := 0
			for _, call := range calls {
				n := 1
				for injectAt(t, strace, call, inject, n) {
					n++
				}
				runs += n - 1
			}
			if runs < len(calls) {
				t.Fatalf("only %d calls were hit", runs)
			}
			all += runs
		})
	}
}

// tracer finds strace, or skips the test where it is not to be had.
func tracer(t *testing.T) string {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("skipped: strace is not installed")
	}
	if out, err := exec.Command(strace, "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("skipped: strace may not trace here: %s", out)
	}
	return strace
}

func injectAt(t *testing.T, strace, call, inject string, n int) bool {
	t.Helper()
	return injectInto(t, strace, "put and try again", call, inject, n)
}

// injectInto runs a child that is hit at the nth call, and checks that all it acknowledged is there. It tells whether
// there was such a call.
func injectInto(t *testing.T, strace, what, call, inject string, n int) bool {
	t.Helper()
	base := t.TempDir()
	dir, log := filepath.Join(base, "notes"), filepath.Join(base, "log")
	job := child(t, what, dir)
	paths := []string{"-P", dir, "-P", filepath.Join(dir, lockName)}
	for number := 1; number <= 6; number++ {
		name := filepath.Join(dir, journalName("a", number))
		paths = append(paths, "-P", name, "-P", name+tempSuffix, "-P", name+".1")
	}
	hit := fmt.Sprintf("inject=%s:%s:when=%d", call, inject, n)
	args := append([]string{"-f", "-o", log, "-e", "trace=" + call, "-e", hit}, paths...)
	cmd := exec.Command(strace, append(args, job.Path)...)
	cmd.Env = job.Env
	out, runErr := cmd.Output()
	kills := strings.HasPrefix(inject, "signal")
	if runErr != nil && !kills {
		t.Fatalf("%s at %s %d: trying again did not help: %v", inject, call, n, runErr)
	}
	saved := map[model.NoteID]int{}
	for line := range strings.Lines(string(out)) {
		var id model.NoteID
		var revision int
		if _, err := fmt.Sscanf(line, "ack %s %d\n", &id, &revision); err != nil {
			t.Fatalf("the child said %q", line)
		}
		saved[id] = revision
	}
	checkSaved(t, dir, saved)
	put(t, openIn(t, dir, onA), note("goes on"))
	if kills {
		return runErr != nil
	}
	trace, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(trace), "INJECTED")
}
