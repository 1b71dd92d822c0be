package notepaper

import "strings"

// raws are the beginnings of raw HTML that goes on over empty lines, and what ends it.
var raws = []struct{ start, end string }{
	{"<!--", "-->"},
	{"<?", "?>"},
	{"<![cdata[", "]]>"},
	{"<!", ">"},
	{"<script", "</script>"},
	{"<pre", "</pre>"},
	{"<style", "</style>"},
	{"<textarea", "</textarea>"},
}

// closed is the text of a note that does not take in what follows it: code is ended, and raw HTML without an end is text.
func closed(text string) string {
	lines := strings.Split(text, "\n")
	fence, end := "", ""
	for i, line := range lines {
		start := strings.TrimLeft(line, " ")
		indent := line[:len(line)-len(start)]
		switch {
		case fence != "":
			if rest := strings.TrimRight(start, " \t\r"); len(indent) < 4 && len(rest) >= len(fence) && strings.Trim(rest, fence[:1]) == "" {
				fence = ""
			}
		case end != "":
			if strings.Contains(strings.ToLower(line), end) {
				end = ""
			}
		case len(indent) > 3: // code, or a line of the paragraph before
		case opened(start) != "":
			fence = opened(start)
		default:
			var isOpen bool
			if end, isOpen = rawEnd(start, lines[i+1:]); isOpen {
				lines[i] = indent + "\\" + start
			}
		}
	}
	if fence != "" {
		lines = append(lines, fence)
	}
	return strings.Join(lines, "\n")
}

// opened returns the signs that open a piece of code in a line; "" where none does.
func opened(line string) string {
	for _, sign := range []string{"`", "~"} {
		rest := strings.TrimLeft(line, sign)
		if n := len(line) - len(rest); n >= 3 && !(sign == "`" && strings.Contains(rest, sign)) {
			return line[:n]
		}
	}
	return ""
}

// rawEnd returns what ends the raw HTML that a line begins, where that stands in a line further down; isOpen is set where
// it stands nowhere.
func rawEnd(line string, further []string) (end string, isOpen bool) {
	lower := strings.ToLower(line)
	for _, raw := range raws {
		rest, is := strings.CutPrefix(lower, raw.start)
		switch {
		case !is:
			continue
		case strings.Contains(rest, raw.end):
			return "", false
		case strings.Contains(strings.ToLower(strings.Join(further, "\n")), raw.end):
			return raw.end, false
		}
		return "", true
	}
	return "", false
}
