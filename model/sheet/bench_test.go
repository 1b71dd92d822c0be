package sheet

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkImport puts ten thousand rows into a dataset, and then the other side's numbers to the same exchanges.
func BenchmarkImport(b *testing.B) {
	rows := func(by string) *Table {
		var text strings.Builder
		text.WriteString(heading)
		for i := range 10_000 {
			fmt.Fprintf(&text, "%d-%02d-%02d,prisoners,%s,%d,%s,https://paper.example/%d\n",
				1990+i/372, i/31%12+1, i%28+1, []string{"north", "south"}[i%2], i, by, i)
		}
		return Parse("a.csv", []byte(text.String()))
	}
	target := Target{Path: "a.json", Data: []byte(small)}
	o := Options{Partial: true}
	first := New(rows("north"), target, o)
	other := rows("south")
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			if im := New(rows("north"), target, o); len(im.Exchanges) < 5000 {
				b.Fatalf("%d exchanges", len(im.Exchanges))
			}
		}
	})
	b.Run("further", func(b *testing.B) {
		for b.Loop() {
			if im := New(other, Target{Path: "a.json", Data: first.Text}, o); im.Claims < 5000 {
				b.Fatalf("%d claims", im.Claims)
			}
		}
	})
}
