// Package handover gives what a second start of the program asks for to a window that is open already: a file, or a link.
// The two meet at a socket in a folder that only this user can enter; the network is never used. (Windows has such sockets
// since 2018; where there are none a second start opens a window of its own.)
package handover

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	json "github.com/goccy/go-json/v2"
)

// Request is what a second start asks for.
type Request struct {
	Format string `json:"format"` // by which both know that they mean the same
	File   string `json:"file"`   // the dataset to open, an absolute path; empty for the one that is open
	Link   string `json:"link"`   // the address of the item to show; may be empty
}

const format = "parley-open/1"

// How long each may wait for the other. A window that is busy for longer does not take the request.
const (
	callTime   = 500 * time.Millisecond
	answerTime = 6 * time.Second
	staleAge   = 10 * time.Second // a younger socket that does not answer may just be in the making
)

// mostBytes is how long a request may be.
const mostBytes = 64 << 10

// Key names the windows that may take a request: those that were started alike, with the same settings and notes, on the
// same screen.
func Key(marks ...string) string {
	marks = append(marks, os.Getenv("DISPLAY"), os.Getenv("WAYLAND_DISPLAY"))
	sum := sha256.Sum256([]byte(strings.Join(marks, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// Listen takes requests for a key until stop is called. Take reports whether it will do what is asked for; it is called from
// a goroutine of Listen's, one call at a time.
func Listen(key string, take func(Request) bool) (stop func(), err error) {
	folder, err := meetingPlace()
	if err != nil {
		return nil, err
	}
	path := filepath.Join(folder, key+"-"+strconv.Itoa(os.Getpid())+".sock")
	_ = os.Remove(path) // left behind by a program that had our number
	go sweep(folder)
	door, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
	if err != nil {
		return nil, fmt.Errorf("listen for a second start: %w", err)
	}
	_ = os.Chmod(path, 0o600)
	go func() {
		for {
			caller, err := door.Accept()
			if err != nil {
				return // closed
			}
			answer(caller, take)
		}
	}()
	return func() { _ = door.Close() }, nil // which removes the socket, too
}

func answer(caller net.Conn, take func(Request) bool) {
	defer caller.Close()
	_ = caller.SetDeadline(time.Now().Add(answerTime))
	line, err := bufio.NewReader(io.LimitReader(caller, mostBytes)).ReadBytes('\n')
	if err != nil {
		return
	}
	var r Request
	reply := "no\n"
	if json.Unmarshal(line, &r) == nil && r.Format == format && take(r) {
		reply = "ok\n"
	}
	_, _ = io.WriteString(caller, reply)
}

// Send asks the windows of a key, the one opened last first, and reports whether one of them takes the request.
func Send(key string, r Request) bool {
	r.Format = format
	line, err := json.Marshal(r)
	if err != nil || len(line) >= mostBytes {
		return false
	}
	folder, err := meetingPlace()
	if err != nil {
		return false
	}
	for _, path := range sockets(folder, key) {
		if ask(path, append(line, '\n')) {
			return true
		}
	}
	return false
}

// sockets are those of a key, the youngest first; without a key, all.
func sockets(folder, key string) []string {
	entries, _ := os.ReadDir(folder)
	ages := map[string]time.Time{}
	var paths []string
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || key != "" && !strings.HasPrefix(e.Name(), key+"-") || !strings.HasSuffix(e.Name(), ".sock") {
			continue
		}
		path := filepath.Join(folder, e.Name())
		ages[path] = info.ModTime()
		paths = append(paths, path)
	}
	slices.SortFunc(paths, func(a, b string) int { return cmp.Or(ages[b].Compare(ages[a]), cmp.Compare(a, b)) })
	return paths
}

func ask(path string, line []byte) bool {
	door, err := net.DialTimeout("unix", path, callTime)
	if err != nil {
		removeStale(path, err)
		return false
	}
	defer door.Close()
	_ = door.SetDeadline(time.Now().Add(answerTime))
	if _, err := door.Write(line); err != nil {
		return false
	}
	reply, _ := bufio.NewReader(io.LimitReader(door, 16)).ReadString('\n')
	return reply == "ok\n"
}

// sweep removes the sockets that others left behind.
func sweep(folder string) {
	for _, path := range sockets(folder, "") {
		if info, err := os.Lstat(path); err != nil || time.Since(info.ModTime()) < staleAge {
			continue
		}
		door, err := net.DialTimeout("unix", path, callTime)
		if err != nil {
			removeStale(path, err)
			continue
		}
		_ = door.Close()
	}
}

// removeStale removes the socket of a program that ended without doing so.
func removeStale(path string, err error) {
	info, statErr := os.Lstat(path)
	if errors.Is(err, syscall.ECONNREFUSED) && statErr == nil && time.Since(info.ModTime()) > staleAge {
		_ = os.Remove(path)
	}
}
