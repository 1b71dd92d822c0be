//go:build unix

package handover

import (
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// meet gives the test a meeting place of its own.
func meet(t *testing.T) (folder string) {
	t.Helper()
	runtime, err := os.MkdirTemp("", "meet") // short: the path of a socket is
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(runtime) })
	t.Setenv("XDG_RUNTIME_DIR", runtime)
	folder, err = meetingPlace()
	if err != nil {
		t.Fatal(err)
	}
	if folder != filepath.Join(runtime, "parley") {
		t.Fatalf("the meeting place is %s", folder)
	}
	return folder
}

func listen(t *testing.T, key string, take func(Request) bool) (stop func()) {
	t.Helper()
	stop, err := Listen(key, take)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	return stop
}

func TestAWindowThatIsOpenTakesWhatASecondStartAsksFor(t *testing.T) {
	folder := meet(t)
	var mu sync.Mutex
	var asked []Request
	key := Key("settings", "notes")
	stop := listen(t, key, func(r Request) bool {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, r)
		return r.File != "/refused.json"
	})
	if !Send(key, Request{File: "/талкс \n \"a\".json", Link: "parley:a/round/b"}) {
		t.Error("the window does not answer")
	}
	if Send(key, Request{File: "/refused.json"}) {
		t.Error("a request that was refused counts as taken")
	}
	if Send(Key("settings", "other notes"), Request{File: "/talks.json"}) {
		t.Error("a window with other notes took the request")
	}
	if Send(key, Request{File: strings.Repeat("x", mostBytes)}) {
		t.Error("a request without bounds was taken")
	}
	mu.Lock()
	if len(asked) != 2 || asked[0].File != "/талкс \n \"a\".json" || asked[0].Link != "parley:a/round/b" {
		t.Errorf("the window was asked for %+v", asked)
	}
	mu.Unlock()
	stop()
	if Send(key, Request{File: "/talks.json"}) {
		t.Error("a closed window took the request")
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("a closed window leaves %v", left)
	}
}

func TestWhatIsNoRequestIsRefused(t *testing.T) {
	folder := meet(t)
	listen(t, "key", func(Request) bool { t.Error("it was taken"); return true })
	paths := sockets(folder, "key")
	if len(paths) != 1 {
		t.Fatalf("the sockets are %v", paths)
	}
	for _, line := range []string{"\n", "{}\n", "null\n", `{"format":"parley-open/2","file":"/a"}` + "\n", strings.Repeat("x", 2*mostBytes)} {
		if ask(paths[0], []byte(line)) {
			t.Errorf("%.40q was taken", line)
		}
	}
}

func TestASocketLeftBehindDoesNoHarm(t *testing.T) {
	folder := meet(t)
	stale := filepath.Join(folder, "key-1.sock")
	door, err := net.ListenUnix("unix", &net.UnixAddr{Name: stale, Net: "unix"})
	if err != nil {
		t.Fatal(err)
	}
	door.SetUnlinkOnClose(false)
	_ = door.Close()
	start := time.Now()
	if Send("key", Request{File: "/a"}) || time.Since(start) > callTime {
		t.Errorf("nobody was asked for %v", time.Since(start))
	}
	if _, err := os.Lstat(stale); err != nil {
		t.Error("a young socket is removed: it may be in the making")
	}
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(stale, old, old); err != nil {
		t.Fatal(err)
	}
	listen(t, "key", func(Request) bool { return true })
	if !Send("key", Request{File: "/a"}) {
		t.Error("behind a socket left behind nobody is found")
	}
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if _, err := os.Lstat(stale); err != nil {
			return
		}
	}
	t.Error("the socket left behind is still there")
}

func TestAFolderOfOthersIsNoMeetingPlace(t *testing.T) {
	folder := meet(t)
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := meetingPlace(); err == nil {
		t.Error("a folder that is open to others is taken")
	}
	if _, err := Listen("key", nil); err == nil {
		t.Error("a window listens where others can call")
	}
	if Send("key", Request{}) {
		t.Error("a request is sent where others can listen")
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(t.TempDir(), folder); err != nil {
		t.Fatal(err)
	}
	if _, err := meetingPlace(); err == nil {
		t.Error("a link is taken for a folder")
	}
}

func TestALongPathIsCutShort(t *testing.T) {
	long := filepath.Join(t.TempDir(), strings.Repeat("long", 30))
	if err := os.MkdirAll(long, 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_RUNTIME_DIR", long)
	folder, err := meetingPlace()
	if err != nil || len(folder) > mostPath {
		t.Errorf("the meeting place is %s, %v", folder, err)
	}
}
