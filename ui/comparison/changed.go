package comparison

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/aymanbagabas/go-udiff/lcs"

	"parley/model"
	"parley/ui/format"
)

// Span is a piece of a text, in bytes.
type Span struct{ Start, End int }

// QuotationPair are two clauses, by their places in their lists, that are quotations of one text, and the words that
// were changed between them.
type QuotationPair struct {
	Left, Right               int
	LeftChanged, RightChanged []Span
}

// leastShared is the part of the words that two quotations must share to be taken for one text: with fewer, nearly
// everything would be marked, and the marks say nothing.
const leastShared = 0.5

// PairQuotations finds the quotations of one text among the clauses of two documents on a topic: those that share at
// least half of their words, the most alike first. A paraphrase is nobody's wording, so it is never compared.
func PairQuotations(l *format.Locale, left, right []*model.Clause) []QuotationPair {
	var pairs []QuotationPair
	taken := map[int]bool{}
	wordsOf := make([]map[string]int, len(right))
	for j, b := range right {
		wordsOf[j] = countWords(l.Text(b.Text))
	}
	for i, a := range left {
		if a.Wording != model.Quotation {
			continue
		}
		best, shared, own := QuotationPair{Left: i, Right: -1}, leastShared, countWords(l.Text(a.Text))
		for j, b := range right {
			if b.Wording != model.Quotation || taken[j] || mostShared(own, wordsOf[j]) < shared {
				continue
			}
			old, now, part := Changes(l.Text(a.Text), l.Text(b.Text))
			if part >= shared && (best.Right < 0 || part > shared) {
				best, shared = QuotationPair{i, j, old, now}, part
			}
		}
		if best.Right >= 0 {
			taken[best.Right] = true
			pairs = append(pairs, best)
		}
	}
	return pairs
}

// countWords counts the words of a text.
func countWords(text string) map[string]int {
	counts := map[string]int{}
	list, _ := words(text)
	for _, w := range list {
		counts[w]++
	}
	return counts
}

// mostShared is the part of the words that two texts share at most, in whatever order they stand: it is quick to tell, and
// spares the comparison of texts that have little in common.
func mostShared(a, b map[string]int) float64 {
	all, shared := 0, 0
	for w, n := range a {
		all += n
		shared += 2 * min(n, b[w])
	}
	for _, n := range b {
		all += n
	}
	if all == 0 {
		return 1
	}
	return float64(shared) / float64(all)
}

// Changes compares two texts word by word. It returns the words of each that the other has not in their place, and which
// part of all words the two share, from 0 to 1.
func Changes(a, b string) (inA, inB []Span, shared float64) {
	wordsA, spansA := words(a)
	wordsB, spansB := words(b)
	if len(wordsA)+len(wordsB) == 0 {
		return nil, nil, 1
	}
	changed := 0
	for _, d := range lcs.DiffLines(wordsA, wordsB) {
		changed += d.End - d.Start + d.ReplEnd - d.ReplStart
		inA = joinSpan(inA, spansA, d.Start, d.End)
		inB = joinSpan(inB, spansB, d.ReplStart, d.ReplEnd)
	}
	return inA, inB, 1 - float64(changed)/float64(len(wordsA)+len(wordsB))
}

// joinSpan adds a run of words as one span.
func joinSpan(list, of []Span, from, to int) []Span {
	if from == to {
		return list
	}
	return append(list, Span{of[from].Start, of[to-1].End})
}

// words are the words of a text, and where they stand. A mark of punctuation is a word of its own, so that a comma that
// was added marks the comma alone.
func words(text string) (list []string, spans []Span) {
	start := -1
	end := func(at int) {
		if start >= 0 {
			list, spans = append(list, text[start:at]), append(spans, Span{start, at})
			start = -1
		}
	}
	for i, r := range text {
		switch {
		case unicode.IsSpace(r):
			end(i)
		case isLetter(r) || start >= 0 && isInner(r, text[i:]):
			if start < 0 {
				start = i
			}
		default:
			end(i)
			_, width := utf8.DecodeRuneInString(text[i:])
			list, spans = append(list, text[i:i+width]), append(spans, Span{i, i + width})
		}
	}
	end(len(text))
	return list, spans
}

func isLetter(r rune) bool { return unicode.In(r, unicode.Letter, unicode.Mark, unicode.Number) }

// isInner reports whether a sign within a word belongs to it: "1,000", "all-for-all", "м’ята".
func isInner(r rune, rest string) bool {
	if !strings.ContainsRune("'’ʼ-‐‑.,/", r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[utf8.RuneLen(r):])
	return isLetter(next)
}
