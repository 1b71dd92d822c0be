package format

import (
	"slices"
	"testing"
)

func TestTextsStandInTheAlphabetOfTheLanguage(t *testing.T) {
	words := []string{"Яна", "Іван", "Ірина", "іван", "Євген", "Дмитро"}
	var sorted []string
	for _, i := range In("uk").SortedBy(len(words), func(i int) string { return words[i] }) {
		sorted = append(sorted, words[i])
	}
	if want := []string{"Дмитро", "Євген", "іван", "Іван", "Ірина", "Яна"}; !slices.Equal(sorted, want) {
		t.Errorf("got %q, want %q", sorted, want)
	}
}
