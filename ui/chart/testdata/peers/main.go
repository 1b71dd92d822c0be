// Peers draws the same charts with Parley and with other programs, in turn, and prints time, memory and the size of
// the picture beside the goals. make bench-peers runs it.
//
//	peers DRAWER PARLEY-CLI GONUM [PARLEY]
//
// DRAWER is the test program of ui/chart, which draws the very same picture as the others; PARLEY-CLI and PARLEY draw
// the chart across rounds of the bundled data, with all its texts.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"syscall"
	"time"
)

// peer is a program that draws one picture, as a process of its own.
type peer struct {
	name    string
	command []string // the picture's path takes the place of FILE
	env     string

	times  []time.Duration
	memory int64 // the most, in KB
	size   int64 // of the picture, in bytes
}

const rounds = 11

func main() {
	log.SetFlags(0)
	if len(os.Args) < 4 {
		log.Fatal("peers DRAWER PARLEY-CLI GONUM [PARLEY]")
	}
	dir, err := os.MkdirTemp("", "peers")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)

	export := []string{"export", "rounds", "--kind", "prisoners", "--size", "1600x900", "--force", "--quiet", "-o", "FILE"}
	same := &peer{name: "Parley, the same picture", command: []string{os.Args[1], "FILE"}, env: "PARLEY_PEER_PICTURE=bars"}
	cli := &peer{name: "parley-cli export rounds", command: append([]string{os.Args[2]}, export...)}
	gonum := &peer{name: "gonum/plot", command: []string{os.Args[3], "FILE"}}
	gnuplot := &peer{name: "gnuplot", command: []string{"gnuplot", "-c", "bars.gp", "FILE"}}
	matplotlib := &peer{name: "matplotlib", command: []string{"/usr/bin/python3", "bars.py", "FILE"}}
	peers := []*peer{same, cli, gonum, gnuplot, matplotlib}
	var window *peer
	if len(os.Args) > 4 {
		window = &peer{name: "parley export rounds", command: append([]string{os.Args[4]}, export...)}
		peers = append(peers, window)
	}
	run(dir, rounds, peers)
	report("One picture of 1600x900, each in a process of its own", peers)
	quickest := gonum
	if gnuplot.median() < gonum.median() {
		quickest = gnuplot
	}
	goal("time of parley-cli beside "+quickest.name, ratio(cli.median(), quickest.median()), 0.35)
	goal("time of the same picture beside "+quickest.name, ratio(same.median(), quickest.median()), 0.35)
	if window != nil {
		goal("time of parley beside "+quickest.name, ratio(window.median(), quickest.median()), 0.45)
	}
	goal("memory of parley-cli beside gnuplot", ratio(cli.memory, gnuplot.memory), 0.6)
	smallest := slices.MinFunc([]*peer{gonum, gnuplot, matplotlib}, func(a, b *peer) int { return int(a.size - b.size) })
	goal("size of the same picture beside "+smallest.name, ratio(same.size, smallest.size), 0.8)

	many := &peer{name: "Parley", command: []string{os.Args[1], "FILE"}, env: "PARLEY_PEER_PICTURE=points"}
	theirs := &peer{name: "matplotlib", command: []string{"/usr/bin/python3", "bars.py", "FILE", "points"}}
	run(dir, 5, []*peer{many, theirs})
	report("A line of 1,000,000 points", []*peer{many, theirs})
	goal("time of 1,000,000 points beside matplotlib", ratio(many.median(), theirs.median()), 0.2)
}

// run lets the peers draw in turn. The first turn warms up what the system keeps of them.
func run(dir string, turns int, peers []*peer) {
	for turn := range turns + 1 {
		for _, p := range peers {
			if err := p.draw(dir, turn > 0); err != nil {
				log.Fatalf("%s: %v", p.name, err)
			}
		}
	}
}

func (p *peer) draw(dir string, counts bool) error {
	file := filepath.Join(dir, "picture.png")
	args := slices.Clone(p.command)
	for i := range args {
		if args[i] == "FILE" {
			args[i] = file
		}
	}
	c := exec.Command(args[0], args[1:]...)
	c.Env, c.Stderr = append(os.Environ(), p.env), os.Stderr
	if p.env != "" {
		c.Env = append(c.Env, "PARLEY_PEER_FILE="+file)
	}
	start := time.Now()
	err := c.Run()
	took := time.Since(start)
	if err != nil {
		return err
	}
	info, err := os.Stat(file)
	if err != nil {
		return err
	}
	if info.Size() == 0 {
		return errors.New("the picture is empty")
	}
	p.size = info.Size()
	if counts {
		p.times = append(p.times, took)
		p.memory = max(p.memory, c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	}
	return os.Remove(file)
}

func (p *peer) median() time.Duration {
	times := slices.Sorted(slices.Values(p.times))
	return times[len(times)/2]
}

func report(title string, peers []*peer) {
	fmt.Printf("\n%s, median of %d in turn\n\n", title, len(peers[0].times))
	for _, p := range peers {
		fmt.Printf("  %-26s %8.1f ms %8.1f MB %8.1f KB\n",
			p.name, float64(p.median().Microseconds())/1000, float64(p.memory)/1024, float64(p.size)/1000)
	}
	fmt.Println()
}

func ratio[T ~int64](ours, other T) float64 { return float64(ours) / float64(other) }

func goal(what string, got, want float64) {
	verdict := "reached"
	if got > want {
		verdict = "missed"
	}
	fmt.Printf("  %-58s %5.2f x, goal %.2f: %s\n", what, got, want, verdict)
}
