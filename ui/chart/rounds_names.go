package chart

import (
	"math"
	"strings"
)

// nameOf is what stands below a group.
func (l *roundsLayout) nameOf(g *groupBox) string {
	if l.mode.turned && g.group.Short != "" || l.mode.apart && g.group.Part != RoundPart {
		return g.group.Short
	}
	return g.group.Name
}

// setNames breaks the names into lines; it reports whether they fit.
func (l *roundsLayout) setNames() bool {
	if l.mode.turned {
		l.setTurnedNames()
		return true
	}
	fit := true
	for _, g := range l.groups {
		g.name = labelType.wrap(l.nameOf(g), g.right-g.x0-l.mode.groupGap/2)
		lines, labels := len(g.name), 0
		if l.mode.letters {
			labels = 1 // for all alike, so that the names stand level
		}
		for _, c := range g.cells {
			c.label = l.labelBelow(c)
			labels = max(labels, len(c.label))
		}
		fit = fit && lines <= l.mode.nameLines && labels <= l.mode.nameLines
		g.nameTop = namesGap + float64(labels)*labelType.line
		if labels > 0 && !l.mode.letters {
			g.nameTop += namesGap / 2
		}
		l.names = max(l.names, g.nameTop+float64(lines)*labelType.line)
	}
	return fit
}

// labelBelow is what stands right below a cell: its letter, or what tells it from others of its group.
func (l *roundsLayout) labelBelow(c *cell) []string {
	switch {
	case c.letter != "":
		return []string{l.locale.T("chart.letter", "Letter", c.letter)}
	case c.slot.Label != "" && !l.mode.letters:
		return labelType.wrap(c.slot.Label, c.x1-c.x0+1)
	}
	return nil
}

func (l *roundsLayout) setTurnedNames() {
	longest := l.longest // of any page, so that all have one scale
	for _, g := range l.groups {
		g.name = labelType.clamp(l.nameOf(g), maxTurned, 1)
		longest = max(longest, labelType.widest(g.name))
	}
	l.names = namesGap + math.Ceil(longest)
}

// setLetters gives a letter to every cell about which more is to be said than its name; it reports whether there are
// enough letters.
func (l *roundsLayout) setLetters() bool {
	letters := []rune(l.locale.T("chart.letters"))
	for _, g := range l.groups {
		for i, c := range g.cells {
			if l.explained(g, i) == "" {
				continue
			}
			if len(letters) == 0 {
				return false
			}
			c.letter, letters = string(letters[0]), letters[1:]
		}
	}
	return true
}

// explained is what the letter of a group's cell stands for: its name where the axis does not hold it, what tells it
// from others of the group, and its remarks.
func (l *roundsLayout) explained(g *groupBox, i int) string {
	var parts []string
	isNamed := l.nameOf(g) != "" && (l.mode.brief || l.nameOf(g) == g.group.Name)
	if i == 0 && !isNamed {
		parts = append(parts, g.group.Name)
	}
	slot := g.cells[i].slot
	if slot.Label != "" && !l.mode.brief {
		parts = append(parts, slot.Label)
	}
	for _, r := range slot.Remarks {
		if r.Role == CarriedRole || !l.mode.brief {
			parts = append(parts, r.Text)
		}
	}
	return strings.Join(parts, "; ")
}

// lettersExplained says what the letters stand for, one after the other.
func (l *roundsLayout) lettersExplained() []string {
	var parts []string
	for _, g := range l.groups {
		for i, c := range g.cells {
			if c.letter != "" {
				parts = append(parts, l.locale.T("chart.note.letter", "Letter", c.letter, "Text", l.explained(g, i)))
			}
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return []string{strings.Join(parts, " ")}
}
