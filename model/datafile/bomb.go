package datafile

import (
	"bytes"
	"sync"
)

// A few bytes, as {} in a list of rounds, can decode into a struct of some hundred: fourteen megabytes into more than a
// gigabyte. So a file may not hold many more objects than its size can mean.
const (
	memoryFactor  = 8        // of what the structs of a file may need, in bytes for each byte of the file
	memoryAtLeast = 64 << 20 // what a file of any size may need
)

// isBomb reports whether the structs that the file decodes into would be too many for its size.
func isBomb(data []byte) bool {
	most := memoryFactor*len(data) + memoryAtLeast
	atMost := (bytes.Count(data, []byte{'{'}) + bytes.Count(data, []byte("null"))) * elementSizes().largest
	return atMost > most && structsOf(data) > most // the first is much the quicker
}

// structsOf estimates how many bytes the structs take that the file decodes into: for the elements of the lists of the
// file's top object their size, for objects inside of them that of the largest. Null counts, for in a list it decodes
// into an empty struct. The file need not be JSON.
func structsOf(data []byte) int {
	sizes := elementSizes()
	sum, depth, element := 0, 0, 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			end := stringEnd(data, i)
			if depth == 1 {
				element = sizes.elements[string(data[i+1:end])]
			}
			i = end
		case '[':
			depth++
		case ']', '}':
			depth--
		case '{', 'n':
			if depth == 2 {
				sum += element
			} else {
				sum += sizes.inner
			}
			if data[i] == '{' {
				depth++
			}
		}
	}
	return sum
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

// sizes are the sizes of structs.
type sizes struct {
	elements map[string]int // of the elements of the lists of the top object, by its members
	inner    int            // the largest that stands further inside
	largest  int            // of all
}

var elementSizes = sync.OnceValue(func() sizes {
	s := sizes{elements: map[string]int{}}
	seen := map[*shape]bool{}
	var visit func(*shape)
	visit = func(inside *shape) {
		if inside == nil || seen[inside] {
			return
		}
		seen[inside] = true
		s.inner = max(s.inner, int(inside.size))
		visit(inside.of)
		for _, m := range inside.members {
			visit(m.shape)
		}
	}
	for _, m := range fileShape().members {
		top := m.shape
		if top.form == aList {
			top = top.of
			s.elements[m.name] = int(top.size)
			s.largest = max(s.largest, int(top.size))
		}
		for _, inside := range top.members {
			visit(inside.shape)
		}
	}
	s.largest = max(s.largest, s.inner)
	return s
})
