package model

import "time"

// EraGap is the longest time between two rounds of one [Era].
const EraGap = 92 * 24 * time.Hour // three months, of which two may have 31 days

// Era is a time of talks: rounds that were held, each no more than [EraGap] after the one before it. Consultations and
// contacts, and rounds that were postponed or are only reported, neither begin an era nor prolong it. It is derived from the
// dates of the rounds and is no statement of any source.
type Era struct {
	First, Last time.Time // the first day of its first round and the last day of its last
	Rounds      []*Round  // by date
}

// Eras are the times of talks, the earliest first.
func (ds *Dataset) Eras() []Era {
	var eras []Era
	for _, r := range ds.rounds {
		if r.Date.IsZero() || r.Kind != Negotiation || r.Status != Held {
			continue
		}
		if n := len(eras); n > 0 && r.Date.First().Sub(eras[n-1].Last) <= EraGap {
			eras[n-1].Rounds = append(eras[n-1].Rounds, r)
			eras[n-1].Last = latest(eras[n-1].Last, r.Date.Last())
			continue
		}
		eras = append(eras, Era{First: r.Date.First(), Last: r.Date.Last(), Rounds: []*Round{r}})
	}
	return eras
}

// Place is the place of all rounds of the era; "" where they had several, or one has none.
func (e Era) Place() PlaceID {
	place := e.Rounds[0].Place
	for _, r := range e.Rounds {
		if r.Place != place {
			return ""
		}
	}
	return place
}
