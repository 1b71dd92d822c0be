package notefile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"parley/model"
)

// The tests with several processes start this test program again, as a child that does one of these jobs.
var jobs = map[string]func(dir string) error{
	"put until killed": putUntilKilled,
	"put 50":           putFifty,
	"hold the lock":    holdTheLock,
}

const (
	jobKey = "PARLEY_NOTEFILE_JOB"
	dirKey = "PARLEY_NOTEFILE_DIR"
)

func TestMain(m *testing.M) {
	job, ok := jobs[os.Getenv(jobKey)]
	if !ok {
		os.Exit(m.Run())
	}
	if err := job(os.Getenv(dirKey)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func child(t *testing.T, job, dir string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), jobKey+"="+job, dirKey+"="+dir, "GORACE=atexit_sleep_ms=0")
	cmd.Stderr = os.Stderr
	return cmd
}

// started starts a child and waits until it says that it is ready. What it prints after that can be read from out.
func started(t *testing.T, cmd *exec.Cmd) (out *bufio.Reader) {
	t.Helper()
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	out = bufio.NewReader(pipe)
	if line, err := out.ReadString('\n'); line != "ready\n" {
		t.Fatalf("the child said %q, %v", line, err)
	}
	return out
}

var onA = Options{Device: "a", Dataset: talks}

// putUntilKilled puts new notes and changes old ones, and says which revision of which note is on the disk.
func putUntilKilled(dir string) error {
	opts := onA
	opts.compactOver = 4000 // also while it rewrites
	s, err := Open(dir, opts)
	if err != nil {
		return err
	}
	fmt.Println("ready")
	for i := 0; ; i++ {
		var n model.Note
		if notes := s.Notes(); i%3 == 2 {
			n = notes[i%len(notes)]
		}
		n.Item, n.Text = istanbul, strings.Repeat("x", 50*(i%20))
		if n, err = s.Put(n); err != nil {
			return err
		}
		fmt.Println("ack", n.ID, n.Revision)
	}
}

func TestKill(t *testing.T) {
	t.Parallel()
	rounds := times(100, 2000)
	const perFolder = 10 // a journal that grows and grows would only slow the test down
	acknowledged, torn := 0, 0
	for range rounds / perFolder {
		dir := t.TempDir()
		saved := map[model.NoteID]int{}
		for range perFolder {
			acknowledged += killOne(t, dir, saved)
			checkSaved(t, dir, saved)
		}
		damage := openIn(t, dir, onA).Damage()
		if damage.Missing+damage.Unreadable > 0 {
			t.Fatalf("damage %+v", damage)
		}
		torn += damage.Lines
	}
	if acknowledged < rounds/10 {
		t.Fatalf("only %d puts were acknowledged in %d rounds", acknowledged, rounds)
	}
	torment(t, "SIGKILL", "%d processes killed, %d puts acknowledged, none lost, %d lines torn", rounds, acknowledged, torn)
}

// killOne starts a child, kills it after 6 to 36 ms of work, and takes down what it said is saved.
func killOne(t *testing.T, dir string, saved map[model.NoteID]int) (acknowledged int) {
	t.Helper()
	cmd := child(t, "put until killed", dir)
	out := started(t, cmd)
	kill := time.AfterFunc(6*time.Millisecond+rand.N(30*time.Millisecond), func() { _ = cmd.Process.Kill() })
	defer kill.Stop()
	text, err := io.ReadAll(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); cmd.ProcessState.Exited() {
		t.Fatalf("the child ended by itself: %v", err)
	}
	for line := range strings.Lines(string(text)) {
		var id model.NoteID
		var revision int
		if n, _ := fmt.Sscanf(line, "ack %s %d\n", &id, &revision); n == 2 && strings.HasSuffix(line, "\n") {
			saved[id] = revision
			acknowledged++
		}
	}
	return acknowledged
}

func checkSaved(t *testing.T, dir string, saved map[model.NoteID]int) {
	t.Helper()
	revisions := map[model.NoteID]int{}
	for _, n := range openIn(t, dir, onA).Notes() {
		revisions[n.ID] = n.Revision
	}
	for id, revision := range saved {
		if revisions[id] < revision {
			t.Fatalf("note %s was acknowledged with revision %d and is there with %d", id, revision, revisions[id])
		}
	}
}

// putFifty puts 50 notes whose texts name this process.
func putFifty(dir string) error {
	s, err := Open(dir, onA)
	if err != nil {
		return err
	}
	for i := range 50 {
		if _, err := s.Put(note(fmt.Sprint(os.Getpid(), " ", i))); err != nil {
			return err
		}
	}
	return nil
}

func TestFourProcessesPutAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "notes")
	var children []*exec.Cmd
	for range 4 {
		cmd := child(t, "put 50", dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		children = append(children, cmd)
	}
	want := map[string]bool{}
	for _, cmd := range children {
		if err := cmd.Wait(); err != nil {
			t.Fatal(err)
		}
		for i := range 50 {
			want[fmt.Sprint(cmd.Process.Pid, " ", i)] = true
		}
	}
	s := openIn(t, dir, onA)
	for _, n := range s.Notes() {
		delete(want, n.Text)
	}
	if len(want) > 0 || len(s.Notes()) != 200 || !s.Damage().IsZero() {
		t.Fatalf("%d notes, %d are missing, damage %+v", len(s.Notes()), len(want), s.Damage())
	}
}

func holdTheLock(dir string) error {
	if _, err := new(osDisk).lock(filepath.Join(dir, lockName)); err != nil {
		return err
	}
	fmt.Println("ready")
	_, err := io.ReadAll(os.Stdin)
	return err
}

func TestAProcessKilledWithTheLockStallsNobody(t *testing.T) {
	dir := t.TempDir()
	cmd := child(t, "hold the lock", dir)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	started(t, cmd)
	s := openIn(t, dir, onA)
	result := make(chan error, 1)
	go func() {
		_, err := s.Put(note("waits for the lock"))
		result <- err
	}()
	select {
	case err := <-result:
		t.Fatalf("put did not wait for the lock: %v", err)
	case <-time.After(50 * time.Millisecond):
	}
	wantTexts(t, openIn(t, dir, onA).Notes()) // reading needs no lock
	if err := errors.Join(cmd.Process.Kill(), <-result); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	wantTexts(t, openIn(t, dir, onA).Notes(), "waits for the lock")
}
