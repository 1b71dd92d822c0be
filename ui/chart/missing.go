package chart

import (
	"slices"
	"unicode"
)

// Missing lists the letters of a chart's texts that its fonts lack, each once, in the order of their numbers. In the
// picture they are empty boxes: who draws the chart for a reader says so. Right-to-left letters are among them.
func Missing(c Chart) []rune {
	seen := map[rune]bool{}
	for _, text := range textsOf(c) {
		for _, r := range text {
			if !seen[r] && !isUnfit(r) && !unicode.IsSpace(r) {
				seen[r] = true
			}
		}
	}
	var list []rune
	for r := range seen {
		if !hasLetter(r) {
			list = append(list, r)
		}
	}
	slices.Sort(list)
	return list
}

// hasLetter reports whether every font of the program has a letter.
func hasLetter(r rune) bool {
	for _, f := range fonts() {
		if f.face.Index(r) == 0 {
			return false
		}
	}
	return true
}

// textsOf are the texts that a picture of a chart may show: which of them it does depends on its size.
func textsOf(c Chart) []string {
	f := c.Head()
	texts := append([]string{c.AltText(), f.Title, f.Subtitle, f.Empty, f.Sources, f.Filters, f.Coverage}, f.Must...)
	for _, n := range f.Notes {
		texts = append(texts, n.Text)
	}
	for _, e := range f.Legend {
		texts = append(texts, e.Text)
	}
	return texts
}
