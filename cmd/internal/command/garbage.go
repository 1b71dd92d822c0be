package command

import (
	"os"
	"runtime"
	"runtime/debug"
)

// putOffGarbage lets a command that is over soon end before garbage is collected for the first time: that took a quarter
// of the time of drawing a chart. From the first time on it is collected as usual.
func putOffGarbage() {
	if os.Getenv("GOGC") != "" {
		return // the reader knows better
	}
	const (
		first = 500 // of the 4 MB that garbage is collected at by itself, in hundredths
		usual = 100
	)
	debug.SetGCPercent(first)
	sentinel := new([16]byte)
	runtime.AddCleanup(sentinel, func(int) { debug.SetGCPercent(usual) }, 0)
}
