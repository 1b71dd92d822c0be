package format

import (
	"fmt"
	"strconv"
	"strings"
)

// fill puts values into the places of a text, {{.Name}}; args are pairs of a name and a value. Nearly all texts have no
// more than that, and a table of a hundred thousand exchanges has a million of them: a template takes ten times as long.
// It reports false where the text asks for more, or for a value that is not there.
func fill(text string, args []any) (filled string, ok bool) {
	if !strings.Contains(text, "{{") {
		return text, true
	}
	var b strings.Builder
	for {
		before, rest, isPlace := strings.Cut(text, "{{")
		if endsInStop(b.String()) && strings.HasPrefix(before, ".") && !strings.HasPrefix(before, "..") {
			before = before[1:] // the stop of "2025 г." ends the sentence, too
		}
		b.WriteString(before)
		if !isPlace {
			return b.String(), true
		}
		place, after, isClosed := strings.Cut(rest, "}}")
		value, isGiven := valueOf(place, args)
		if !isClosed || !isGiven {
			return "", false
		}
		switch v := value.(type) {
		case string:
			b.WriteString(v)
		case int:
			b.WriteString(strconv.Itoa(v))
		default:
			fmt.Fprint(&b, v)
		}
		text = after
	}
}

// valueOf is the value of a place, ".Name".
func valueOf(place string, args []any) (value any, ok bool) {
	name, ok := strings.CutPrefix(place, ".")
	if !ok {
		return nil, false
	}
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return nil, false
}

// endsInStop reports whether what was filled in ends a sentence by itself: by an abbreviation.
func endsInStop(text string) bool {
	return strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "..")
}
