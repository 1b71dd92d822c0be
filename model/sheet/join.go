package sheet

import (
	"slices"

	"parley/model"
)

// group is the rows of one exchange.
type group struct {
	id      model.ExchangeID // empty where the rows name none
	date    model.Date
	kind    model.KindID
	place   string
	entries []*entry
	broken  *entry          // a row of it that was not understood; nil where all were
	into    *model.Exchange // the dataset's own; nil for a new one
}

// dayAndKind is what rows must have in common to be of one exchange.
type dayAndKind struct {
	date string
	kind model.KindID
}

func (e *entry) dayAndKind() dayAndKind { return dayAndKind{e.date.String(), e.kind} }

// places are what the rows of a day and kind say of where it was.
type places struct {
	folded []string // distinct, without the empty one
	hasIDs bool
}

// join makes exchanges of rows: those with one ID, else those of one day, kind and place. A row without a place belongs
// to the only one that there is.
func (r *reader) join(entries []*entry) []*group {
	said := map[dayAndKind]*places{}
	for _, e := range entries {
		p := said[e.dayAndKind()]
		if p == nil {
			p = &places{}
			said[e.dayAndKind()] = p
		}
		if key := fold(e.place); key != "" && e.id == "" && !slices.Contains(p.folded, key) {
			p.folded = append(p.folded, key)
		}
		p.hasIDs = p.hasIDs || e.id != ""
	}
	type key struct {
		id    model.ExchangeID
		of    dayAndKind
		place string
	}
	found := map[key]*group{}
	var groups []*group
	for _, e := range entries {
		if e.date.IsZero() || e.kind == "" {
			continue // it was put down already
		}
		k := key{id: e.id}
		if e.id == "" {
			place, ok := r.placeOf(e, said[e.dayAndKind()])
			if !ok {
				continue
			}
			k.of, k.place = e.dayAndKind(), place
		}
		g := found[k]
		if g == nil {
			g = &group{id: e.id, date: e.date, kind: e.kind, place: e.place}
			found[k] = g
			groups = append(groups, g)
		}
		r.add(g, e)
	}
	return groups
}

// placeOf is where a row without an ID belongs among the rows of its day and kind.
func (r *reader) placeOf(e *entry, said *places) (folded string, ok bool) {
	switch {
	case said.hasIDs:
		c, _ := r.cell(e.row, ID)
		r.fault(e, c, ID, NoValue)
		return "", false
	case e.place != "":
		return fold(e.place), true
	case len(said.folded) > 1:
		c, _ := r.cell(e.row, Place)
		r.fault(e, c, Place, ManyPlaces)
		return "", false
	case len(said.folded) == 1:
		return said.folded[0], true
	}
	return "", true
}

// add puts a row into its exchange: as a claim of its own, or to the same claim by another source.
func (r *reader) add(g *group, e *entry) {
	if e.date.String() != g.date.String() || e.kind != g.kind {
		c, _ := r.cell(e.row, ID)
		r.fault(e, c, ID, OtherExchange, "Date", g.date.String(), "Kind", string(g.kind))
	}
	if g.place == "" {
		g.place = e.place
	}
	if e.broken {
		g.broken = e
		return
	}
	for _, other := range g.entries {
		if other.side != e.side || other.claim.By != e.claim.By {
			continue
		}
		if !sameNumber(other.claim, e.claim) || !other.takeSplit(e) {
			c, _ := r.cell(e.row, Count)
			r.fault(e, c, Count, OtherNumber, "Line", other.row.Line, "Number", r.text(other.row, Count))
			g.broken = e
			return
		}
		other.also(e)
		return
	}
	g.entries = append(g.entries, e)
}

// sameNumber reports whether two claims state the same.
func sameNumber(a, b model.Claim) bool { return same(a.Value, b.Value) && a.Qualifier == b.Qualifier }

func same(a, b *int) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }

// takeSplit takes over how the other row splits the number, unless they differ.
func (e *entry) takeSplit(other *entry) bool {
	for _, part := range [][2]**int{
		{&e.claim.Military, &other.claim.Military},
		{&e.claim.Civilians, &other.claim.Civilians},
	} {
		switch mine, theirs := *part[0], *part[1]; {
		case theirs == nil:
		case mine == nil:
			*part[0] = theirs
		case *mine != *theirs:
			return false
		}
	}
	return true
}

// also takes over what another row of the same claim adds to it.
func (e *entry) also(other *entry) {
	e.cites = append(e.cites, other.cites...)
	e.claim.Note = both(e.claim.Note, other.claim.Note)
	e.claim.AnnouncedBy = both(e.claim.AnnouncedBy, other.claim.AnnouncedBy)
	if e.round == "" {
		e.round = other.round
	}
	if e.pledge == "" {
		e.pledge = other.pledge
	}
}

func both(a, b model.Text) model.Text {
	switch {
	case b.Empty() || a.In("") == b.In(""):
		return a
	case a.Empty():
		return b
	}
	return model.Plain(a.In("") + "; " + b.In(""))
}

// match finds the dataset's own exchange that a group is about. Where it is not certain which, or whether one is, no row of
// the group is taken.
func (r *reader) match(g *group, known map[dayAndKind][]*model.Exchange, byID func(model.ExchangeID) *model.Exchange) bool {
	candidates := known[dayAndKind{g.date.String(), g.kind}]
	if g.id != "" {
		return r.matchID(g, byID(g.id), candidates)
	}
	if len(candidates) == 0 {
		return true
	}
	var there, alike, possible []*model.Exchange
	for _, x := range candidates {
		isThere, isElsewhere := isAt(x, g.place)
		if isThere {
			there = append(there, x)
		}
		if g.hasNumbersOf(x) {
			alike = append(alike, x)
		}
		if !isElsewhere {
			possible = append(possible, x)
		}
	}
	switch {
	case len(there) == 1:
		g.into = there[0]
	case len(there) == 0 && len(alike) == 1:
		g.into = alike[0]
	case len(there) > 1 || len(alike) > 1 || len(possible) > 1:
		return r.refuse(g, Place, ManyExchanges, "IDs", joinIDs(candidates))
	case len(possible) == 1:
		g.into = possible[0]
	default:
		return r.refuse(g, Place, OtherPlace, "ID", string(candidates[0].ID))
	}
	return true
}

// matchID finds the exchange that the rows name. A new ID must not hide that the exchange is there under another one.
func (r *reader) matchID(g *group, x *model.Exchange, candidates []*model.Exchange) bool {
	if x != nil {
		if x.Date.String() != g.date.String() || x.Kind != g.kind {
			return r.refuse(g, ID, OtherExchange, "Date", x.Date.String(), "Kind", string(x.Kind))
		}
		g.into = x
		return true
	}
	for _, x := range candidates {
		if g.hasNumbersOf(x) {
			return r.refuse(g, ID, MayBeThere, "ID", string(x.ID))
		}
	}
	return true
}

// isAt reports whether an exchange was where a row says, and whether it was elsewhere. Where one of them says nothing,
// neither is known.
func isAt(x *model.Exchange, place string) (there, elsewhere bool) {
	if place == "" || len(x.Places) == 0 {
		return false, false
	}
	for _, p := range x.Places {
		for _, lang := range p.Text.Languages() {
			if fold(p.Text[lang]) == fold(place) {
				return true, false
			}
		}
	}
	return false, true
}

// hasNumbersOf reports whether every number of the rows stands in an exchange already.
func (g *group) hasNumbersOf(x *model.Exchange) bool {
	numbers := 0
	for _, e := range g.entries {
		if e.claim.Value == nil {
			continue
		}
		numbers++
		if !slices.ContainsFunc(x.To[e.side].Claims, func(c model.Claim) bool { return sameNumber(c, e.claim) }) {
			return false
		}
	}
	return numbers > 0
}

func joinIDs(list []*model.Exchange) string {
	words := ""
	for i, x := range list {
		if i > 0 {
			words += ", "
		}
		words += string(x.ID)
	}
	return words
}

// refuse puts down that no row of a group is taken, and why.
func (r *reader) refuse(g *group, f Field, why Reason, args ...any) bool {
	for _, e := range g.entries {
		c, _ := r.cell(e.row, f)
		r.fault(e, c, f, why, args...)
	}
	return false
}
