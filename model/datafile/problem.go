package datafile

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"parley/model"
)

// Problem is one fault of a data file, printed as
//
//	talks.json:41:16: error: $.rounds[2].status: "hold" is none of held, reported, postponed; did you mean "held"?
type Problem struct {
	File      string
	Line, Col int // from 1; Col counts characters
	Severity  model.Severity
	Path      string // $.rounds[2].status; "$" is the file as a whole
	Msg       string // what is wrong; how to mend it
}

// String is the problem on one line.
func (p Problem) String() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s: %s", p.File, p.Line, p.Col, p.Severity, p.Path, p.Msg)
}

// Problems are the faults of a file, in the order of the file.
type Problems []Problem

// Errors returns the problems that keep the file from being used.
func (ps Problems) Errors() Problems { return ps.of(model.Error) }

// Warnings returns the problems with which the file can be used.
func (ps Problems) Warnings() Problems { return ps.of(model.Warning) }

func (ps Problems) of(s model.Severity) Problems {
	var list Problems
	for _, p := range ps {
		if p.Severity == s {
			list = append(list, p)
		}
	}
	return list
}

// Err returns all errors as one, a line each, or nil where there is none. Warnings are no errors.
func (ps Problems) Err() error {
	faults := ps.Errors()
	if len(faults) == 0 {
		return nil
	}
	lines := make([]string, len(faults))
	for i, p := range faults {
		lines[i] = p.String()
	}
	return errors.New(strings.Join(lines, "\n"))
}

// fault is a problem whose place in the file is an offset.
type fault struct {
	offset   int
	severity model.Severity
	path     string
	msg      string
}

// problems sorts the faults of a file and finds their lines and columns.
func problems(name string, data []byte, faults []fault) Problems {
	slices.SortStableFunc(faults, func(a, b fault) int { return a.offset - b.offset })
	list := make(Problems, 0, len(faults))
	line, col, read := 1, 1, 0
	for _, f := range faults {
		between := data[read:max(read, min(f.offset, len(data)))]
		read += len(between)
		if lines := bytes.Count(between, []byte{'\n'}); lines > 0 {
			line, col = line+lines, 1
			between = between[bytes.LastIndexByte(between, '\n')+1:]
		}
		col += utf8.RuneCount(between)
		list = append(list, Problem{
			File: name, Line: line, Col: col, Severity: f.severity, Path: f.path, Msg: f.msg,
		})
	}
	return list
}
