package model

import "sync"

// IsExact reports whether exact counts, or nothing, are all that is published of an exchange of the dataset: no side has a
// number that is none, as "about 200", and nobody was handed over besides. The first question takes time in proportion to
// the dataset; the answers are kept.
func (ds *Dataset) IsExact(e *Exchange) bool {
	ds.exact.once.Do(func() { ds.exact.of = ds.findExact() })
	at, ok := placeIn(ds.facts.Exchanges, e)
	return ok && ds.exact.of[at]
}

type exactIndex struct {
	once sync.Once
	of   []bool // by place in the file
}

func (ds *Dataset) findExact() []bool {
	exact := make([]bool, len(ds.facts.Exchanges))
	for i := range exact {
		exact[i] = true
		for side, f := range ds.facts.Exchanges[i].To {
			if len(f.Additional) > 0 || f.Received(side).State == Bounded {
				exact[i] = false
			}
		}
	}
	return exact
}
