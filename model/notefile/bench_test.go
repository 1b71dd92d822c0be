package notefile

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"parley/model"
)

// BenchmarkPut measures a Put on a real disk with so many notes before it: all of it, and without the waiting for syncs
// ("own-ns/op"), which is our own work.
func BenchmarkPut(b *testing.B) {
	for _, count := range []int{1000, 100_000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			dir := folderOf(b, count)
			d := &timedDisk{}
			s := openIn(b, dir, Options{Device: "a", Dataset: talks, disk: d})
			n := s.Notes()[count/2]
			d.waited = 0
			for b.Loop() {
				n.Text = "A sentence that is typed."
				n = put(b, s, n)
			}
			b.ReportMetric(float64(b.Elapsed()-d.waited)/float64(b.N), "own-ns/op")
		})
	}
}

func BenchmarkOpen(b *testing.B) {
	for _, count := range []int{1000, 100_000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			dir := folderOf(b, count)
			b.ReportAllocs()
			for b.Loop() {
				openIn(b, dir, onA)
			}
		})
	}
}

func BenchmarkNotes(b *testing.B) {
	for _, count := range []int{1000, 100_000} {
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			s := openIn(b, folderOf(b, count), onA)
			for b.Loop() {
				s.Notes()
			}
		})
	}
}

// folderOf returns a folder with a journal of so many notes.
func folderOf(b *testing.B, count int) string {
	b.Helper()
	var data []byte
	for i := range count {
		n := note(fmt.Sprintf("Note %d. %0200d", i, i))
		n.ID = model.NoteID(fmt.Sprintf("urn:uuid:%d", i))
		n.Created, n.Modified = hour(i), hour(i)
		data = append(data, line(b, i+1, 1, opPut, n)...)
	}
	dir := b.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "notes-a.jsonl"), data, 0o600); err != nil {
		b.Fatal(err)
	}
	return dir
}

// timedDisk is the real disk; it adds up how long syncs took.
type timedDisk struct {
	osDisk
	waited time.Duration
}

func (d *timedDisk) open(path string, flag int) (file, error) {
	f, err := d.osDisk.open(path, flag)
	return timedFile{f, d}, err
}

type timedFile struct {
	file
	d *timedDisk
}

func (f timedFile) Sync() error {
	start := time.Now()
	err := f.file.Sync()
	f.d.waited += time.Since(start)
	return err
}
