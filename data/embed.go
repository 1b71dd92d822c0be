// Package data holds the dataset that is built into the program.
package data

import _ "embed"

// Talks is talks.json: the Russia-Ukraine talks in the format parley/1. The file is the source of truth; README.md says
// where each field came from.
//
//go:embed talks.json
var Talks []byte
