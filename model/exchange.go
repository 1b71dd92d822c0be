package model

// ExchangeID names an exchange.
type ExchangeID string

// Exchange is what was carried out on a date: prisoners exchanged or bodies returned.
type Exchange struct {
	ID         ExchangeID
	Formerly   []ExchangeID // in earlier versions of the dataset
	Date       Date
	DateNote   Text
	Kind       KindID
	Categories []CategoryID
	To         map[SideID]Figure // by receiving side; a side that is not there received none by design
	Numbers    []Numbering
	Places     []Sourced
	Mediators  []Sourced
	Ties       []Tie
	Stage      *Stage
	Differing  []Text // where sources differ, in words
	Notes      []Text
	Sources    []SourceID
}

// Received is the headline value of what side to received, see [Figure.Received].
func (e *Exchange) Received(to SideID) Amount {
	f, ok := e.To[to]
	if !ok {
		return Amount{State: NotApplicable}
	}
	return f.Received(to)
}

// Parties are those of the sides that have to do with the exchange: those that it is to, and all where it is to one only,
// for who gave is not recorded.
func (e *Exchange) Parties(sides []SideID) []SideID {
	if len(e.To) < 2 {
		return sides
	}
	var parties []SideID
	for _, s := range sides {
		if _, ok := e.To[s]; ok {
			parties = append(parties, s)
		}
	}
	return parties
}

// Numbering is the number that a source gives an exchange ("65th exchange").
type Numbering struct {
	N       *int
	Text    Text
	Sources []SourceID
}

// Sourced is a short text with its sources, for instance a place or a mediator.
type Sourced struct {
	Text    Text
	Sources []SourceID
}

// AgreementID names a set of agreements that sources tie exchanges to without naming a round.
type AgreementID string

// Agreement is such a set, for instance "Istanbul agreements (round not stated)".
type Agreement struct {
	ID   AgreementID
	Name Text
}

// Tie says that an exchange was made under a pledge, a round, or a set of agreements, and according to whom.
type Tie struct {
	Pledge    PledgeID
	Occasion  Occasion
	Agreement AgreementID
	By        []Reporter
	Inferred  bool // by the editors or by a general statement, not stated of this exchange
	Basis     Text
	To        map[SideID]int // the tie's own count, where it has one
	Sources   []SourceID
}

// Stage says which stage of a pledge an exchange was.
type Stage struct {
	Pledge PledgeID
	Number int
	Of     *int // nil where the number of stages is not known
}

// Handover is a return of people that is no exchange. It is never added to exchanges.
type Handover struct {
	ID      string
	Date    Date
	What    Text
	Value   int
	Subject string // prisoners or civilians
	To      SideID
	Sources []SourceID
}

// TotalID names a published total.
type TotalID string

// Total is a sum that an official published, with its scope. It is never mixed into sums of ours.
type Total struct {
	ID             TotalID
	AsOf           Date
	Period         Date   // the days it counts, where it counts all of the kind in them; zero for a narrower scope
	Kind           KindID // empty where it counts something else, see Unit
	Unit           string // people or bodies of Kind when empty; else "exchanges" or "stages"
	Scope          Text
	Value          int
	Qualifier      Qualifier
	To             SideID // empty: both directions
	By             Reporter
	ExchangeNumber *int
	Sources        []SourceID
	Note           Text
}

// CheckID names a check.
type CheckID string

// Check holds a sum of listed exchanges against totals that officials published.
type Check struct {
	ID         CheckID
	What       Text
	Official   int
	Computed   int
	Matches    bool
	Consistent bool // does not match, but fits a rounded or lower-bound total
	Components []ExchangeID
	Totals     []TotalID
	Comment    Text
}
