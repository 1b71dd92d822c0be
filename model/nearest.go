package model

import "strings"

// Nearest returns the word of the list that somebody who wrote word most likely meant, or "" where none is near.
func Nearest(word string, list []string) string {
	best, least := "", 1+min(len(word)/4, 2)+1
	lower := []rune(strings.ToLower(word))
	if len(lower) > longestMisspelling {
		return ""
	}
	for _, candidate := range list {
		if candidate == word || abs(len(candidate)-len(word)) > 4*least {
			continue
		}
		if d := edits(lower, []rune(strings.ToLower(candidate)), least); d < least {
			best, least = candidate, d
		}
	}
	return best
}

// longestMisspelling bounds the work: nobody mistypes a name of this length by accident.
const longestMisspelling = 100

// edits counts the letters that must be put in, left out, changed or swapped with the next to make b of a. It gives
// up at limit and returns it.
func edits(a, b []rune, limit int) int {
	if abs(len(a)-len(b)) >= limit {
		return limit
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i, r := range a {
		row[0] = i + 1
		least := row[0]
		for j, s := range b {
			change := last[j]
			if r != s {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && r == b[j-1] && a[i-1] == s {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least >= limit {
			return limit
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], limit)
}

func abs(n int) int { return max(n, -n) }
