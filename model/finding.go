package model

import (
	"slices"
	"strconv"
)

// Severity says whether a finding keeps a dataset from being shown.
type Severity int

// The severities. The zero value is Error.
const (
	Error   Severity = iota // the dataset is not used until it is mended
	Warning                 // the dataset is used as it is
)

// String returns "error" or "warning".
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Finding is a rule between facts that a dataset breaks.
type Finding struct {
	// Path leads to the fact: names of members in the words of the file format (string) and places in lists (int),
	// as in "pledges", 3, "to", "north", "claims", 0. It is empty for the dataset as a whole.
	Path     []any
	Severity Severity
	Message  string // what is wrong; how to mend it
	// Scope is how many steps of Path lead to what the finding rests on. Where something else is amiss in there, the
	// finding may be only a consequence of it.
	Scope int
	// Missing is set where a reference leads nowhere: the member of the file that lists what it could lead to.
	Missing string
}

// Findings are in the order in which [Check] came upon them.
type Findings []Finding

// HasErrors reports whether one of them is more than a warning.
func (fs Findings) HasErrors() bool {
	return slices.ContainsFunc(fs, func(f Finding) bool { return f.Severity == Error })
}

// Quoted shows a string of a data file in a message: its first 200 characters, with those that cannot be seen made
// visible.
func Quoted(s string) string {
	const longest = 200
	if len(s) > longest {
		if runes := []rune(s[:min(len(s), 4*longest+4)]); len(runes) > longest {
			s = string(runes[:longest]) + "…"
		}
	}
	return strconv.Quote(s)
}
