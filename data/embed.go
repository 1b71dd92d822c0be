// Package data holds the datasets that are built into the program.
package data

import _ "embed"

// Talks is talks.json: the Russia-Ukraine talks in the format parley/1. The file is the source of truth; talks.md says
// where each field came from.
//
//go:embed talks.json
var Talks []byte

// Lakes is lakes.json: talks that never were, between three sides that do not exist. It is marked as made up, and shows
// what the format can say and the real talks have no need of.
//
//go:embed lakes.json
var Lakes []byte

// Schema is parley-1.schema.json: the rules of the format, for editors.
//
//go:embed parley-1.schema.json
var Schema []byte
