//go:build e2e

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// again starts the program a second time and returns when it ends, which it does when the first window takes the request.
func (p *program) again(args ...string) {
	p.t.Helper()
	second := exec.Command(p.binary, args...)
	second.Env = p.run.Env
	second.Dir = p.home
	ended := make(chan struct{})
	var out []byte
	var err error
	go func() {
		defer close(ended)
		out, err = second.CombinedOutput()
	}()
	select {
	case <-ended:
		if err != nil || !strings.Contains(string(out), "Shown in the window that is open already") {
			p.t.Fatalf("the second start: %v\n%s", err, out)
		}
	case <-time.After(30 * time.Second):
		_ = second.Process.Kill()
		p.t.Fatalf("the second start opened a window of its own; the first wrote:\n%s", p.log)
	}
}

func (p *program) titled(words string) {
	p.t.Helper()
	p.until("the title has "+words, func() bool { return strings.Contains(p.title(), words) })
}

// TestASecondStartAndWhatIsRemembered opens a file and a link in the window that is open, closes that, and comes back.
func TestASecondStartAndWhatIsRemembered(t *testing.T) {
	p := build(t)
	stick := filepath.Join(p.home, "stick")
	file := filepath.Join(p.home, "lakes.json")
	text, err := os.ReadFile(filepath.Join("..", "..", "data", "lakes.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, text, 0o666); err != nil {
		t.Fatal(err)
	}

	p.start("--portable", stick)
	p.titled("Russia–Ukraine talks")
	p.again("--portable", stick, "lakes.json")
	p.titled("lake talks")
	p.again("--portable", stick, "parley:russia-ukraine-talks/round/2025-06-02-istanbul")
	p.titled("Rounds – Russia–Ukraine talks")
	p.settle()
	p.xdotool("key", "--clearmodifiers", "ctrl+q")
	p.ends()

	made, _ := filepath.Glob(filepath.Join(stick, "*"))
	for _, name := range []string{"settings.json", "recent.json"} {
		if data, err := os.ReadFile(filepath.Join(stick, name)); err != nil || !strings.Contains(string(data), "lake") {
			t.Errorf("%s does not tell of the lakes: %v; the portable folder holds %v", name, err, made)
		}
	}
	_ = filepath.WalkDir(filepath.Join(p.home, "config"), func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() && filepath.Base(path) != "device" {
			t.Errorf("outside of the portable folder there is %s", path)
		}
		return err
	})

	p.start("--portable", stick)
	p.titled("Rounds – Russia–Ukraine talks")
	p.kill()
	if err := os.WriteFile(filepath.Join(stick, "settings.json"), []byte(`{"values": {`), 0o666); err != nil {
		t.Fatal(err)
	}
	p.start("--portable", stick)
	p.titled("Overview – Russia–Ukraine talks")
	if !strings.Contains(p.log.String(), "are damaged, so the program starts without them") {
		t.Errorf("the log does not tell of the damaged settings:\n%s", p.log)
	}
	p.kill()
}

// ends waits until the program has ended by itself.
func (p *program) ends() {
	p.t.Helper()
	select {
	case <-p.ended:
	case <-time.After(30 * time.Second):
		p.t.Fatalf("the program does not end; it wrote:\n%s", p.log)
	}
}
