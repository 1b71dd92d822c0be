//go:build unix

package command

import (
	"os/signal"
	"syscall"
)

// survivesFileLimit lets a write beyond the system's limit of file sizes fail as others do. By itself it ends a Go program.
func survivesFileLimit() { signal.Ignore(syscall.SIGXFSZ) }
