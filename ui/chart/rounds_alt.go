package chart

import (
	"strings"

	"parley/model"
	"parley/ui/format"
)

// maxTold is how many groups an alt text tells of.
const maxTold = 12

// AltText tells what the picture shows: the kind of chart, what it is about, and the main numbers.
func (r Rounds) AltText() string {
	l := format.In(r.Lang)
	head := l.T("chart.rounds.alt", "Title", r.Title, "Subtitle", r.Subtitle)
	return r.altText(l, head, len(r.Groups), func(i int) (name, told string) {
		return r.Groups[i].Name, r.Groups[i].told(l)
	})
}

// altText is what the head says, then each of n groups with its numbers, up to maxTold of them.
func (f Frame) altText(l *format.Locale, head string, n int, group func(i int) (name, told string)) string {
	parts := []string{ended(head)}
	if f.Empty != "" {
		return parts[0] + " " + f.Empty
	}
	for i := range min(n, maxTold) {
		name, told := group(i)
		parts = append(parts, l.T("chart.rounds.alt.group", "Name", name, "Slots", told))
	}
	if n > maxTold {
		parts = append(parts, l.N("chart.rounds.alt.more", n-maxTold))
	}
	return strings.Join(append(parts, f.Coverage), " ")
}

// told lists the numbers of a group: "Russia: agreed 1,000, exchanged 1,000".
func (g Group) told(l *format.Locale) string {
	var parts []string
	for _, s := range g.Slots {
		for _, b := range s.Sides {
			said := b.told(l)
			if s.Label != "" {
				said += " (" + s.Label + ")"
			}
			parts = append(parts, said)
		}
	}
	return strings.Join(parts, "; ")
}

func (b SideBars) told(l *format.Locale) string {
	var parts []string
	switch b.Agreed.State {
	case model.NotApplicable:
	case model.Disputed:
		parts = append(parts, l.T("chartfulfil.disputed.brief"))
	default:
		parts = append(parts, l.T("chart.rounds.alt.agreed", "Value", b.Agreed.told(l)))
	}
	if b.Carried.State != model.NotApplicable {
		parts = append(parts, l.T("chart.rounds.alt.carried", "Value", b.Carried.told(l)))
	}
	if n := len(b.Inferred); n > 0 {
		parts = append(parts, l.N("chart.rounds.alt.inferred", n))
	}
	return l.T("chart.rounds.alt.side", "Side", b.Name, "Numbers", strings.Join(parts, l.T("core.list.separator")))
}

func (b Bar) told(l *format.Locale) string {
	if b.HasValue() {
		return b.Label
	}
	return l.T("amount.unknown")
}
