package format

import (
	"bytes"
	"slices"

	"golang.org/x/text/collate"
)

// SortedBy returns the places 0 to n-1 in the alphabetical order of the reader's language of what text says of each;
// places with equal texts keep their order.
func (l *Locale) SortedBy(n int, text func(int) string) []int {
	c := collate.New(l.tag)
	var buffer collate.Buffer
	keys, places := make([][]byte, n), make([]int, n)
	for i := range n {
		keys[i], places[i] = c.KeyFromString(&buffer, text(i)), i
	}
	slices.SortStableFunc(places, func(a, b int) int { return bytes.Compare(keys[a], keys[b]) })
	return places
}
