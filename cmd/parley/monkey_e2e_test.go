//go:build e2e

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// monkey clicks and types at random, by a seed.
type monkey struct {
	*program
	args   []string
	random *rand.Rand
	done   int
	memory []int // in KB, from time to time
}

var (
	monkeyKeys = []string{
		"Tab", "Tab", "Tab", "shift+Tab", "Return", "space", "Escape", "Escape", "Up", "Down", "Left", "Right", "Home", "End",
		"Prior", "Next", "F1", "F4", "question", "ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+7", "ctrl+e", "ctrl+f",
		"ctrl+k", "ctrl+m", "ctrl+n", "ctrl+o", "ctrl+p", "ctrl+t", "ctrl+z", "ctrl+y", "ctrl+a", "ctrl+c", "ctrl+v", "BackSpace", "Delete",
		"alt+Left", "alt+Right", "alt+Up", "alt+Down", "ctrl+shift+c", "ctrl+shift+l",
	}
	monkeyWords = []string{"6,057", "istanbul", "Çırağan", "Зеленський", "2025-06", "***", "\\\"", "ж"}
)

// step is what xdotool is told for one event.
func (m *monkey) step() []string {
	x, y := strconv.Itoa(m.random.IntN(1280)), strconv.Itoa(m.random.IntN(800))
	at := []string{"mousemove", "--window", m.window, x, y}
	switch n := m.random.IntN(20); {
	case n < 9:
		return append(at, "click", "1")
	case n < 10:
		return append(at, "click", "--repeat", "2", "--delay", "40", "1")
	case n < 11:
		return append(at, "click", "3")
	case n < 13:
		return append(at, "click", "--repeat", "5", "--delay", "5", []string{"4", "5"}[m.random.IntN(2)])
	case n < 14:
		to := []string{strconv.Itoa(m.random.IntN(1280)), strconv.Itoa(m.random.IntN(800))}
		return append(append(at, "mousedown", "1", "mousemove", "--window", m.window), append(to, "mouseup", "1")...)
	case n < 15:
		return []string{"type", "--delay", "2", monkeyWords[m.random.IntN(len(monkeyWords))]}
	}
	return []string{"key", monkeyKeys[m.random.IntN(len(monkeyKeys))]}
}

// play does so many events. Where one of them quits the program, as the menu can, it is started anew.
func (m *monkey) play(events int) {
	for range events {
		select {
		case <-m.ended:
			m.checkEnd()
			m.start(m.args...)
		default:
		}
		words := m.step()
		if os.Getenv("MONKEY_TELL") != "" {
			m.t.Log(m.done, words)
		}
		m.xdotool(words...)
		m.done++
		time.Sleep(20 * time.Millisecond)
		if m.done%100 == 0 {
			m.memory = append(m.memory, m.takes())
		}
	}
}

// checkEnd fails unless the program ended because it was told to.
func (m *monkey) checkEnd() {
	if code := m.run.ProcessState.ExitCode(); code != 0 {
		m.t.Fatalf("after %d events the program ended with code %d; it wrote:\n%s", m.done, code, m.log)
	}
	m.checkLog()
}

// takes is the memory of the program in KB.
func (m *monkey) takes() int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", m.run.Process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.Atoi(strings.Fields(rest)[0])
			return kb
		}
	}
	return 0
}

// TestNothingBreaksUnderRandomClicksAndKeys is short here; make monkey gives MONKEY=10000 events. MONKEY_SEED chooses others,
// MONKEY_TELL=1 tells them.
func TestNothingBreaksUnderRandomClicksAndKeys(t *testing.T) {
	events, seed := 120, uint64(1)
	if n, err := strconv.Atoi(os.Getenv("MONKEY")); err == nil {
		events = n
	}
	if n, err := strconv.ParseUint(os.Getenv("MONKEY_SEED"), 10, 64); err == nil {
		seed = n
	}
	p := build(t)
	tools := filepath.Join(p.home, "tools")
	bad := filepath.Join(p.home, "bad.json")
	for file, content := range map[string]string{
		filepath.Join(tools, "xdg-open"): "#!/bin/sh\nexit 0\n", // no browser
		bad:                              `{"format": "parley/1", "titel": 1}`,
	} {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", tools+string(filepath.ListSeparator)+os.Getenv("PATH"))
	for i, args := range [][]string{{}, {bad}} {
		m := &monkey{program: p, args: args, random: rand.New(rand.NewPCG(seed, uint64(i)))}
		m.start(args...)
		m.play(events / 2)
		select {
		case <-m.ended:
			m.checkEnd()
		default:
			m.kill()
		}
		t.Logf("%d events with %v; memory in MB: %v", m.done, args, inMB(m.memory))
		checkFlat(t, m.memory)
	}
}

func inMB(kb []int) []int {
	var mb []int
	for _, n := range kb {
		mb = append(mb, n>>10)
	}
	return mb
}

// checkFlat fails where the memory grew by more than a tenth over the second half.
func checkFlat(t *testing.T, memory []int) {
	t.Helper()
	if len(memory) < 40 {
		return // too short to tell
	}
	half := memory[len(memory)/2:]
	first, last := slices.Clone(half[:len(half)/2]), slices.Clone(half[len(half)/2:])
	slices.Sort(first)
	slices.Sort(last)
	if a, b := first[len(first)/2], last[len(last)/2]; b > a+a/10 {
		t.Errorf("over the second half the memory grew from %d to %d KB", a, b)
	}
}
