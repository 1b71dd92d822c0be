package chart

import "parley/model"

// deeds gathers what charts of pledges and of what was carried out of them say of exchanges: the rows of their tables,
// the sources of their numbers, and what their notes tell.
type deeds struct {
	question
	dates []model.Date // of the rounds and events shown
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
