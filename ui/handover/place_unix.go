//go:build unix

package handover

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
)

// mostPath is how long the path of a socket may be: macOS has room for 104 bytes, Linux for 108.
const mostPath = 100

// meetingPlace is a folder that nobody but this user can enter.
func meetingPlace() (string, error) {
	own := "parley-" + strconv.Itoa(os.Getuid())
	folder := filepath.Join(os.TempDir(), own)
	if runtime := os.Getenv("XDG_RUNTIME_DIR"); filepath.IsAbs(runtime) && isOurs(runtime) {
		folder = filepath.Join(runtime, "parley")
	}
	const longestName = "/0123456789abcdef-4194304.sock"
	if len(folder)+len(longestName) > mostPath {
		folder = filepath.Join("/tmp", own)
	}
	if err := os.Mkdir(folder, 0o700); err != nil && !os.IsExist(err) {
		return "", fmt.Errorf("make a place to meet a second start: %w", err)
	}
	if !isOurs(folder) {
		return "", fmt.Errorf("meet a second start: %s is not this user's own folder", folder)
	}
	return folder, nil
}

// isOurs reports whether a folder, not a link to one, belongs to this user and is closed to all others.
func isOurs(folder string) bool {
	info, err := os.Lstat(folder)
	if err != nil || !info.IsDir() || info.Mode().Perm()&0o077 != 0 {
		return false
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(owner.Uid) == os.Getuid()
}
