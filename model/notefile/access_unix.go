//go:build unix

package notefile

import "syscall"

// mayWrite asks the system whether files can be made in a folder.
func mayWrite(dir string) bool {
	const write = 2
	return syscall.Access(dir, write) == nil
}
