//go:build race

package datafile

// underRace says that the race detector is at work, which needs memory and time of its own.
const underRace = true
