// Command window measures what the window of Parley costs beside an empty window of the same toolkit: CPU time until it is
// quiet, CPU time while nothing happens, and memory. The two run in turns, so that what else the machine does weighs on
// both; what counts is the ratio of the medians. It reads /proc, so it needs Linux.
//
//	window PARLEY EMPTY [ROUNDS]
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// measure is what one run took.
type measure struct {
	start, idle time.Duration // of CPU
	memory      int           // in KB, what it shares with others by parts
}

const (
	look      = 100 * time.Millisecond
	quietTime = 2 * time.Second // without work, after which a window counts as shown
	idleTime  = 8 * time.Second
	tick      = 10 * time.Millisecond // of the CPU time in /proc
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "window PARLEY EMPTY [ROUNDS]")
		os.Exit(2)
	}
	rounds := 5
	if len(os.Args) > 3 {
		rounds, _ = strconv.Atoi(os.Args[3])
	}
	if err := run(os.Args[1], os.Args[2], max(rounds, 1)); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(parley, empty string, rounds int) error {
	home, err := os.MkdirTemp("", "bench-window")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	var ours, theirs []measure
	for i := range rounds + 1 {
		for _, p := range []struct {
			binary string
			to     *[]measure
		}{{empty, &theirs}, {parley, &ours}} {
			m, err := once(p.binary, home)
			if err != nil {
				return fmt.Errorf("%s: %w", p.binary, err)
			}
			if i > 0 { // the first run of each fills the caches of the system
				*p.to = append(*p.to, m)
			}
		}
	}
	fmt.Printf("%-34s %10s %10s %7s  %s\n", "", "Parley", "empty", "ratio", "goal")
	tell := func(what, goal string, unit float64, of func(measure) float64) {
		a, b := median(ours, of), median(theirs, of)
		fmt.Printf("%-34s %10.1f %10.1f %7.2f  <= %s\n", what, a/unit, b/unit, a/b, goal)
	}
	tell("CPU until the window is quiet, ms", "1.15", float64(time.Millisecond), func(m measure) float64 { return float64(m.start) })
	tell("CPU in 8 s without input, ms", "1.1", float64(time.Millisecond), func(m measure) float64 { return float64(m.idle) })
	tell("memory (PSS), MB", "1.15", 1024, func(m measure) float64 { return float64(m.memory) })
	return nil
}

func median(of []measure, value func(measure) float64) float64 {
	var all []float64
	for _, m := range of {
		all = append(all, value(m))
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// once runs a program until it has been quiet for a while, and then for as long as idling is measured.
func once(binary, home string) (m measure, err error) {
	c := exec.Command(binary)
	c.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, "config"), "XDG_DATA_HOME="+filepath.Join(home, "data"),
		"XDG_CACHE_HOME="+filepath.Join(home, "cache"), "LC_ALL=en_US.UTF-8")
	if err := c.Start(); err != nil {
		return m, err
	}
	defer func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	}()
	pid := c.Process.Pid
	last, since, began := time.Duration(-1), time.Now(), time.Now()
	for time.Since(since) < quietTime || time.Since(began) < 2*quietTime {
		time.Sleep(look)
		now, err := cpu(pid)
		if err != nil {
			return m, errors.Join(errors.New("it ended before it was measured"), err)
		}
		if now > last+tick {
			last, since = now, time.Now()
		}
	}
	m.start = last
	time.Sleep(quietTime) // what is tidied up after the start
	before, err := cpu(pid)
	if err != nil {
		return m, err
	}
	time.Sleep(idleTime)
	after, err := cpu(pid)
	if err != nil {
		return m, err
	}
	m.idle = after - before
	m.memory, err = memory(pid)
	return m, err
}

// cpu is the CPU time of a process so far.
func cpu(pid int) (time.Duration, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(rest)
	if len(fields) < 13 || fields[0] == "Z" {
		return 0, errors.New("the process is not running")
	}
	user, err1 := strconv.Atoi(fields[11])
	system, err2 := strconv.Atoi(fields[12])
	return time.Duration(user+system) * tick, errors.Join(err1, err2)
}

// memory is the memory of a process in KB; of pages that several share it counts its part.
func memory(pid int) (int, error) {
	f, err := os.Open(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if words := strings.Fields(lines.Text()); len(words) > 1 && words[0] == "Pss:" {
			return strconv.Atoi(words[1])
		}
	}
	return 0, errors.New("the system does not tell the memory of the process")
}
