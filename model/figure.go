package model

import "slices"

// Qualifier says how exactly a claim's number is meant.
type Qualifier string

// The qualifiers of claims. Only the first four can set a headline value; AllForAll and NotQuantified carry no number,
// and PossibleAddition is a number that may come on top of another.
const (
	Exact            Qualifier = "exact"
	AtLeast          Qualifier = "at-least"
	AtMost           Qualifier = "at-most"
	About            Qualifier = "about"
	AllForAll        Qualifier = "all-for-all"
	NotQuantified    Qualifier = "not-quantified"
	PossibleAddition Qualifier = "possible-addition"
)

// Qualifiers lists every qualifier, the most precise first.
func Qualifiers() []Qualifier {
	return []Qualifier{Exact, AtLeast, AtMost, About, AllForAll, NotQuantified, PossibleAddition}
}

func (q Qualifier) rank() int {
	for i, other := range Qualifiers() {
		if q == other {
			return i
		}
	}
	return len(Qualifiers())
}

// Counts reports whether a claim with this qualifier states a number of the quantity itself.
func (q Qualifier) Counts() bool { return q == Exact || q == AtLeast || q == AtMost || q == About }

// Claim is one published value with who says it. A nil Value is unknown, which is not zero.
type Claim struct {
	Value       *int
	Qualifier   Qualifier
	By          Reporter // whose count it is
	AnnouncedBy Text     // who announced it, where the source says so
	Sources     []SourceID
	Weak        bool // a weak source: never sets a headline value and is left out of the range
	Preferred   Text // why this claim sets the headline value; empty for all others
	Military    *int // of Value, where the source splits it
	Civilians   *int
	Note        Text
}

func (c *Claim) counts() bool { return c.Value != nil && c.Qualifier.Counts() && !c.Weak }

// Additional is a number of people handed over besides the count. It is shown beside the count and never added.
type Additional struct {
	Value   int
	What    Text
	Sources []SourceID
}

// Derived is a number that an editor computed from totals. It is told as text and never drawn.
type Derived struct {
	Value   int
	Basis   Text
	Sources []SourceID
}

// Figure is all claims about one quantity, and what belongs beside it.
type Figure struct {
	Claims     []Claim
	Additional []Additional
	Derived    *Derived
}

// State says what is known of a quantity. Unknown, zero, not applicable and disputed are four things.
type State int

// The states of an Amount. The zero value is Unknown.
const (
	Unknown       State = iota // nobody published a number
	Known                      // an exact number, zero included
	Bounded                    // no exact number, but a minimum, a maximum or an "about"
	Disputed                   // the sides state different numbers, or one of them gives none
	NotApplicable              // there is no such quantity
)

// Amount is what a Figure comes to by the rules of "How we count".
type Amount struct {
	State     State
	Value     int // meaningful for Known and Bounded only
	Qualifier Qualifier
	// By is who reports the headline value; several sides may.
	By []Reporter
	// Claims are those that the headline value rests on; for a disputed amount all that were weighed.
	Claims []Claim
	// Low and High are the range of published figures; HasRange is false where it is a single value or none.
	Low, High int
	HasRange  bool
	// Preferred is the file's reason for choosing this claim, where it chose one.
	Preferred Text
}

// HasValue reports whether there is a number to draw.
func (a Amount) HasValue() bool { return a.State == Known || a.State == Bounded }

// Sources lists the distinct sources of the claims that the amount rests on, in the order of the file.
func (a Amount) Sources() []SourceID {
	var ids []SourceID
	for _, c := range a.Claims {
		ids = append(ids, c.Sources...)
	}
	return distinct(ids)
}

// Sources lists the distinct sources of all claims of f, in the order of the file.
func (f Figure) Sources() []SourceID {
	var ids []SourceID
	for _, c := range f.Claims {
		ids = append(ids, c.Sources...)
	}
	for _, a := range f.Additional {
		ids = append(ids, a.Sources...)
	}
	if f.Derived != nil {
		ids = append(ids, f.Derived.Sources...)
	}
	return distinct(ids)
}

// Range returns the lowest and the highest of the claims that state a number and are not weak.
func (f Figure) Range() (low, high int, ok bool) {
	for i := range f.Claims {
		c := &f.Claims[i]
		if !c.counts() {
			continue
		}
		v := *c.Value
		if !ok || v < low {
			low = v
		}
		if !ok || v > high {
			high = v
		}
		ok = true
	}
	return low, high, ok
}

func (f Figure) withRange(a Amount) Amount {
	low, high, ok := f.Range()
	a.Low, a.High, a.HasRange = low, high, ok && low != high
	return a
}

// Received is the headline value of an exchange's Figure, by one rule for all: the claim that the file prefers; else the
// receiving side's; else the other sides'; else a third party's. Only where nobody reported an exact number, a minimum,
// maximum or "about" is taken, in the same order. Different numbers of equal rank, with none preferred, are disputed.
func (f Figure) Received(by SideID) Amount {
	claims, preferred := f.deciding(by)
	if len(claims) == 0 {
		return Amount{State: Unknown}
	}
	return f.withRange(amountOf(claims, preferred))
}

// deciding are the claims of equal rank that set what a side received, and why they do where the file prefers one.
func (f Figure) deciding(by SideID) (claims []Claim, preferred Text) {
	best := notRanked
	for i := range f.Claims {
		c := &f.Claims[i]
		if !c.counts() {
			continue
		}
		if !c.Preferred.Empty() {
			return f.Claims[i : i+1 : i+1], c.Preferred
		}
		best = min(best, c.rankFor(by))
	}
	if best == notRanked {
		return nil, nil
	}
	return subset(f.Claims, func(c *Claim) bool { return c.counts() && c.rankFor(by) == best }), nil
}

const notRanked = 8

// rankFor is how much a claim that counts weighs for what a side received: the lower, the more. All exact claims come
// before all others.
func (c *Claim) rankFor(receiver SideID) int {
	rank := 0
	switch side := c.By.Side(); {
	case side == receiver:
	case side != "":
		rank = 1
	case c.By == ThirdParty:
		rank = 2
	case c.By == NotNamed:
		rank = 3
	default:
		return notRanked
	}
	if c.Qualifier != Exact {
		rank += 4
	}
	return rank
}

// amountOf is the amount that claims of equal rank state; claims is not empty.
func amountOf(claims []Claim, preferred Text) Amount {
	value, state := agreed(claims)
	if state == Disputed {
		return Amount{State: Disputed, Claims: claims}
	}
	a := Amount{State: state, Value: value, Claims: claims, Preferred: preferred}
	for _, c := range claims {
		a.Qualifier = lessPrecise(a.Qualifier, c.Qualifier)
		a.By = appendReporter(a.By, c.By)
	}
	return a
}

// agreed is the number that claims of equal rank state, and whether it is exact, a bound, or disputed among them.
func agreed(claims []Claim) (value int, state State) {
	for i := range claims {
		c := &claims[i]
		switch {
		case i == 0:
			value, state = *c.Value, Known
		case *c.Value != value:
			return 0, Disputed
		}
		if c.Qualifier != Exact {
			state = Bounded
		}
	}
	return value, state
}

// Pledged is the headline value of a pledge: the number that both (all) sides state, with the less precise of their
// qualifiers. Where they differ, or one of them gives none, it is disputed. A third party's number counts only where no
// side spoke.
func (f Figure) Pledged(sides []SideID) Amount {
	bySide := map[SideID]map[int]bool{}
	var spoken, others []Claim
	for _, c := range f.Claims {
		switch {
		case c.Weak:
		case c.By.Side() != "":
			spoken = append(spoken, c)
		case c.counts():
			others = append(others, c)
		}
		if s := c.By.Side(); s != "" && c.counts() {
			if bySide[s] == nil {
				bySide[s] = map[int]bool{}
			}
			bySide[s][*c.Value] = true
		}
	}
	if len(spoken) == 0 {
		if len(others) == 0 {
			return Amount{State: Unknown}
		}
		return f.withRange(amountOf(others, nil))
	}
	if len(bySide) == 0 { // the sides spoke, and none of them of a number
		return Amount{State: Unknown, Claims: spoken}
	}
	shared, found := sharedValue(bySide, sides)
	if !found {
		return f.withRange(Amount{State: Disputed, Claims: f.Claims})
	}
	var agreeing []Claim
	for _, c := range spoken {
		if c.counts() && *c.Value == shared {
			agreeing = append(agreeing, c)
		}
	}
	return f.withRange(amountOf(agreeing, nil))
}

// sharedValue is the one number that every side states; not found where there is none, or more than one.
func sharedValue(bySide map[SideID]map[int]bool, sides []SideID) (value int, found bool) {
	if len(sides) == 0 {
		return 0, false
	}
	for v := range bySide[sides[0]] {
		stated := true
		for _, s := range sides[1:] {
			stated = stated && bySide[s][v]
		}
		if stated && found {
			return 0, false
		}
		if stated {
			value, found = v, true
		}
	}
	return value, found
}

func lessPrecise(a, b Qualifier) Qualifier {
	if a == "" || b.rank() > a.rank() {
		return b
	}
	return a
}

func appendReporter(rs []Reporter, r Reporter) []Reporter {
	for _, other := range rs {
		if other == r {
			return rs
		}
	}
	return append(rs, r)
}

// distinct returns list without repetitions, in its order.
func distinct[T comparable](list []T) []T {
	if len(list) < 2 {
		return slices.Clip(list)
	}
	seen := make(map[T]bool, len(list))
	var out []T
	for _, v := range list {
		if !seen[v] {
			seen[v] = true
			out = append(out, v)
		}
	}
	return out
}
