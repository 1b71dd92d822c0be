package chart

import (
	"slices"

	"parley/model"
)

// deeds gathers what charts of pledges and of what was carried out of them say of exchanges: the rows of their tables,
// the sources of their numbers, and what their notes tell.
type deeds struct {
	question
	dates []model.Date // of all that is shown: rounds, events and exchanges
	cited citations    // behind every number of the picture

	tiedBy      []string        // occasions that not every side ties its exchanges to, and who does
	approximate []string        // exchanges without an exact count that have another number
	additional  []string        // people handed over besides a count
	told        map[string]bool // those of additional
	hidden      bool            // something is not drawn because its series is switched off
	used        struct{ agreed, carried, unknown, disputed, ranges, inferred bool }
}

func newDeeds(ds *model.Dataset, opts Options) deeds {
	return deeds{question: newQuestion(ds, opts), cited: newCitations(ds), told: map[string]bool{}}
}

// noteDates keeps the dates of the exchanges of slots, for the period.
func (b *deeds) noteDates(slots []model.TallySlot) {
	for _, slot := range slots {
		for _, s := range b.sides {
			exchanges := slot.Carried[s.ID].Exchanges()
			b.dates = slices.Grow(b.dates, len(exchanges))
			for _, e := range exchanges {
				if !e.Date.IsZero() {
					b.dates = append(b.dates, e.Date)
				}
			}
		}
	}
}

// period is what the dates span, from the first to the last, each as exactly as it is known: an exchange of a month is not
// written as one of the month's last day.
func (b *deeds) period() string {
	first, last := b.dates[0], b.dates[0]
	for _, d := range b.dates[1:] {
		if c := d.First().Compare(first.First()); c < 0 || c == 0 && d.Last().Before(first.Last()) {
			first = d
		}
		if c := d.Last().Compare(last.Last()); c > 0 || c == 0 && d.First().After(last.First()) {
			last = d
		}
	}
	first, _ = first.Ends()
	_, last = last.Ends()
	if first == last {
		return b.l.Date(first)
	}
	return b.span(first, last)
}
