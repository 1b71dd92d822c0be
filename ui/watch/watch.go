// Package watch tells when a file was changed on the disk, however the program that changed it went about it: it wrote
// into the file, put another in its place, deleted it and made it anew, or turned a link to another file.
//
// What is watched is the folder of the file, because a file that was replaced is not heard of any more, and, where the
// file is a link, the folder that it leads to. The system tells of changes at once but not everywhere, for instance not
// of those that another computer makes in a shared folder. So the file is looked at every two seconds as well.
package watch

import (
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Version tells one state of a file from another. The zero Version is that of a file that is not there.
type Version struct{ info fs.FileInfo }

// VersionOf looks at a file now.
func VersionOf(file string) Version {
	info, err := os.Stat(file)
	if err != nil {
		return Version{}
	}
	return Version{info}
}

// Exists reports whether there was a file.
func (v Version) Exists() bool { return v.info != nil }

// Equal reports whether the file is the same one, and was not written in between as far as its size and its time tell.
func (v Version) Equal(other Version) bool {
	if !v.Exists() || !other.Exists() {
		return v.Exists() == other.Exists()
	}
	return os.SameFile(v.info, other.info) && v.info.Size() == other.info.Size() &&
		v.info.ModTime().Equal(other.info.ModTime())
}

// Pace is how a file is watched.
type Pace struct {
	// Quiet is how long nothing may happen to the file before a change is told: many programs write in steps.
	Quiet time.Duration
	// Poll is how often the file is looked at in any case.
	Poll time.Duration
}

// Usual is the pace for a file that somebody reads while it is written.
var Usual = Pace{Quiet: 250 * time.Millisecond, Poll: 2 * time.Second}

// Watch watches one file until it is closed.
type Watch struct {
	file    string
	pace    Pace
	changed func(Version)

	seen    Version // the last one that was told
	events  *fsnotify.Watcher
	folders map[string]bool
	own     map[string]bool // names under which the file itself is told of
	quiet   *time.Timer     // runs while a change waits to be told
	written bool            // the file was told of since the last change
	waiting bool            // a change waits to be told
	done    chan struct{}
	closing sync.Once
}

// File watches a file, of which the caller has seen a version. It calls changed from a goroutine of its own, with the
// new version, whenever the file has changed and nothing happened to it for a while. What was changed before File was
// called, and after the version was taken, is told as well.
func File(file string, seen Version, pace Pace, changed func(Version)) *Watch {
	if whole, err := filepath.Abs(file); err == nil {
		file = whole
	}
	w := &Watch{
		file: file, pace: pace, changed: changed, seen: seen,
		folders: map[string]bool{}, done: make(chan struct{}), quiet: time.NewTimer(pace.Quiet),
	}
	if events, err := fsnotify.NewWatcher(); err == nil { // without it there is still the look from time to time
		w.events = events
		w.listen()
	}
	go w.run()
	return w
}

// Close ends the watch. A call of changed that has begun goes on.
func (w *Watch) Close() { w.closing.Do(func() { close(w.done) }) }

func (w *Watch) run() {
	poll := time.NewTicker(w.pace.Poll)
	defer poll.Stop()
	defer w.quiet.Stop()
	var events chan fsnotify.Event
	var faults chan error
	if w.events != nil {
		defer func() { _ = w.events.Close() }()
		events, faults = w.events.Events, w.events.Errors
	}
	for {
		select {
		case <-w.done:
			return
		case e, open := <-events:
			if !open {
				events = nil
				continue
			}
			w.heard(e)
		case _, open := <-faults: // for instance too many changes to tell of: the next look finds out
			if !open {
				faults = nil
			}
		case <-poll.C:
			w.listen()
			w.look()
		case <-w.quiet.C:
			w.tell()
		}
	}
}

// heard takes in what the system tells of a folder. What happens to the file itself begins the quiet time anew; of
// anything else, a link on the way to the file may have been turned. A busy file beside it must not hold up the news.
func (w *Watch) heard(e fsnotify.Event) {
	switch {
	case e.Op == fsnotify.Chmod:
	case w.own[e.Name]:
		w.written = true
		w.wait()
	default:
		w.look()
	}
}

// look begins the quiet time where the file has changed, and the change does not wait to be told already.
func (w *Watch) look() {
	if !w.waiting && !VersionOf(w.file).Equal(w.seen) {
		w.wait()
	}
}

func (w *Watch) wait() {
	w.waiting = true
	w.quiet.Reset(w.pace.Quiet)
}

// tell tells of a change, if there is one. A file that was written counts as changed even when its size and time are as
// they were.
func (w *Watch) tell() {
	w.waiting = false
	w.listen()
	now := VersionOf(w.file)
	if now.Equal(w.seen) && !w.written {
		return
	}
	w.seen, w.written = now, false
	w.changed(now)
}

// listen watches the folders of the file as they are now: each may have been made anew, and a link may lead elsewhere.
func (w *Watch) listen() {
	if w.events == nil {
		return
	}
	w.own = map[string]bool{w.file: true}
	if target, err := filepath.EvalSymlinks(w.file); err == nil {
		w.own[target] = true
	}
	folders := map[string]bool{}
	for name := range w.own {
		folder := filepath.Dir(name)
		folders[folder] = w.events.Add(folder) == nil
	}
	for old, isWatched := range w.folders {
		if _, stays := folders[old]; !stays && isWatched {
			_ = w.events.Remove(old) // it may be gone
		}
	}
	w.folders = folders
}
