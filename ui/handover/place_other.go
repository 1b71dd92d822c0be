//go:build !unix

package handover

import (
	"fmt"
	"os"
	"path/filepath"
)

// meetingPlace is a folder within this user's own, which the system closes to all others.
func meetingPlace() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("find a place to meet a second start: %w", err)
	}
	folder := filepath.Join(cache, "parley", "run")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("make a place to meet a second start: %w", err)
	}
	return folder, nil
}
