package datafile

import (
	"strconv"
	"strings"

	"parley/model"
)

// path leads to a value of the file: names of members (string) and places in lists (int).
type path []any

// longestPath is how many steps of a path are shown: the format itself needs less than half of them.
const longestPath = 20

// String writes the path as in $.rounds[2].status.
func (p path) String() string {
	var b strings.Builder
	b.WriteByte('$')
	for i, step := range p {
		if i == longestPath {
			b.WriteString("…")
			break
		}
		switch step := step.(type) {
		case int:
			b.WriteString("[" + strconv.Itoa(step) + "]")
		case string:
			if isPlainName(step) {
				b.WriteString("." + step)
			} else {
				b.WriteString("[" + model.Quoted(step) + "]")
			}
		}
	}
	return b.String()
}

// isPlainName reports whether s can stand in a path without quotes. Hyphens may: our IDs are full of them.
func isPlainName(s string) bool {
	for _, r := range s {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-' || r == '$') {
			return false
		}
	}
	const longest = 100
	return s != "" && len(s) <= longest
}

// step is a token of a JSON Pointer as a step of a path.
func step(token string, ofList bool) any {
	if i, err := strconv.Atoi(token); err == nil && ofList {
		return i
	}
	return token
}
