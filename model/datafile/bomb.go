package datafile

import (
	"bytes"
	"runtime/debug"
	"sync"
)

// A few bytes, as {} in a list, can decode into a struct of some hundred: fourteen megabytes into more than a gigabyte.
// So a file may not hold many more objects, texts and other values than its size can mean. There are two bounds: what
// the decoder fills is bounded before it begins, and what becomes of it is summed up while the facts are made.
const (
	memoryFactor  = 10       // of what a file may need, in bytes for each byte of it
	frugalFactor  = 7        // from where on garbage is collected sooner
	memoryAtLeast = 16 << 20 // what a file of any size may need
)

// What facts take in memory, about: see TestReadKeepsItsMemoryBounded.
const (
	objectSize = 200 // of an object
	figureSize = 200 // of a figure besides: it stands in a map
	textSize   = 330 // of a text, which is a map
	valueSize  = 64  // of any other value while the decoder fills a list of them, which grows
	indexSize  = 150 // of an element of a list of the file in the indexes
)

// mostMembers is how many members an object may have. The format has objects of some forty, and lists for all else.
const mostMembers = 10_000

// mostMemory is how many bytes the facts of a file may take.
func mostMemory(size int) int { return memoryFactor*size + memoryAtLeast }

// beFrugal has garbage collected sooner while facts are made that take much memory for the size of their file. It
// returns what ends that.
func beFrugal() (end func()) {
	const percent, usualPercent = 25, 100
	before := debug.SetGCPercent(percent)
	return func() { debug.SetGCPercent(min(before, usualPercent)) } // a program that has just begun puts garbage off
}

// isBomb reports whether what a part of a file decodes into could be too much for its size.
func isBomb(data []byte) bool {
	if len(data) < largePart {
		return false
	}
	most := mostMemory(len(data))
	atMost := (bytes.Count(data, []byte{'{'})+bytes.Count(data, []byte("null")))*innerSize() + countValues(data)*valueSize
	return atMost > most && objectsOf(data)*innerSize()+countValues(data)*valueSize > most || // the first is much the quicker
		bytes.Count(data, []byte{':'}) > mostMembers && isWide(data)
}

// largePart is the size of a part of a file that is bounded before it is decoded. For what is smaller, the sum of what
// has become of it is enough.
const largePart = 32 << 10

// filled is about how many bytes of values the decoder fills with a large part of a file.
func filled(data []byte) int {
	if len(data) < largePart {
		return 0
	}
	return valueSize * countValues(data)
}

// countValues counts the values of a part of a file, and the commas in its texts.
func countValues(data []byte) int { return bytes.Count(data, []byte{','}) }

// isWide reports whether an object in a part of a file has too many members. It need not be JSON.
func isWide(data []byte) bool {
	var members []int // of each object that is open
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			i = stringEnd(data, i)
		case '{', '[':
			members = append(members, 0)
		case '}', ']':
			members = members[:max(0, len(members)-1)]
		case ':':
			if last := len(members) - 1; last >= 0 {
				if members[last]++; members[last] > mostMembers {
					return true
				}
			}
		}
	}
	return false
}

// objectsOf counts the objects of a file. Null counts, for in a list it decodes into an empty struct. The file need not
// be JSON.
func objectsOf(data []byte) int {
	n := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			i = stringEnd(data, i)
		case '{', 'n':
			n++
		}
	}
	return n
}

// stringEnd is the offset of the quotation mark that ends the string which begins at i, or of the last byte.
func stringEnd(data []byte, i int) int {
	for i++; ; i++ {
		n := bytes.IndexByte(data[i:], '"')
		if n < 0 {
			return len(data) - 1
		}
		i += n
		escapes := 0
		for data[i-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return i
		}
	}
}

// innerSize is the size of the largest struct that stands inside an element of a list of the file. The elements
// themselves do not count: they are decoded one after the other into the same.
var innerSize = sync.OnceValue(func() int {
	largest := 1
	seen := map[*shape]bool{}
	var visit func(*shape)
	visit = func(s *shape) {
		if s == nil || seen[s] {
			return
		}
		seen[s] = true
		largest = max(largest, int(s.size))
		visit(s.of)
		for _, m := range s.members {
			visit(m.shape)
		}
	}
	for _, m := range fileShape().members {
		top := m.shape
		if top.form == aList {
			top = top.of
		}
		for _, inside := range top.members {
			visit(inside.shape)
		}
	}
	return largest
})
