package model

import "slices"

// RoundID names a round.
type RoundID string

// Round is one meeting of the talks.
type Round struct {
	ID       RoundID
	Formerly []RoundID // in earlier versions of the dataset
	Series   string    // rounds of one format in one place, for instance istanbul-2025
	Index    int       // number within the series, from 1
	Name     Text
	Date     Date
	Place    PlaceID
	Venue    PlaceID
	Kind     RoundKind
	Status   RoundStatus
	Heads    []Head
	Members  []Statement // By is the delegation; Text names its members

	// What sources say about the round. An empty Account means that nothing was found.
	DateSaid, PlaceSaid, VenueSaid, Format, Hosts, Mediators, Duration, Language, AnnouncedNext Account

	Agenda     []Statement
	Outcomes   []Outcome
	Statements []Statement
	Aftermath  []Outcome         // what sources report of carrying the outcomes out
	Numbers    []ReportedNumber  // numbers told at the round that are neither pledge nor exchange
	Retold     []RetoldStatement // what one later article says of the round, held against the other sources
}

// RoundKind is what sort of meeting it was.
type RoundKind string

// The kinds of rounds.
const (
	Negotiation  RoundKind = "round"
	Consultation RoundKind = "consultation"
	Contact      RoundKind = "contact"
)

// RoundStatus says whether the meeting took place.
type RoundStatus string

// The states of a round.
const (
	Held      RoundStatus = "held"
	Reported  RoundStatus = "reported" // reported by some, not confirmed
	Postponed RoundStatus = "postponed"
)

// Account is what sources say about one question that has words for an answer.
type Account struct {
	Claims      []Statement
	Disputed    bool // the claims differ on the fact
	Note        Text
	NoteSources []SourceID
}

// Empty reports whether nothing is recorded.
func (a Account) Empty() bool { return len(a.Claims) == 0 && a.Note.Empty() }

// Statement is what somebody said or what a source reports, in words. It is a paraphrase.
type Statement struct {
	Person     PersonID // who said it; may be empty
	PersonName Text     // as above, where the person is not listed
	By         ActorID  // the side or other actor spoken for; may be empty
	Date       Date     // when it was said; may be zero
	Text       Text
	Minutes    *int // the editors' reading of a worded duration, not a quotation
	Basis      Text // on what the source relies
	Sources    []SourceID
	Unverified bool // no source was found for it
}

// Head is what sources say about who led a side's delegation.
type Head struct {
	Side        SideID
	Claims      []Leader
	Disputed    bool
	Note        Text
	NoteSources []SourceID
}

// Leader is one claim about the head of a delegation.
type Leader struct {
	Person     PersonID
	Name       Text // where the person is not listed
	Office     Text
	Sources    []SourceID
	Unverified bool
}

// Outcome is something a round ended with, or something reported about carrying it out.
type Outcome struct {
	Text      Text
	About     string  // prisoners, bodies, document, process, ...
	WordingBy ActorID // the side whose wording it is; may be empty
	Documents []DocumentID
	Numbers   []NamedNumber
	Sources   []SourceID
}

// NamedNumber is a number that stands in the words of an outcome, with what it counts.
type NamedNumber struct {
	What  string
	Value int
}

// ReportedNumber is a number told at a round that is neither a pledge nor an exchange.
type ReportedNumber struct {
	What     Text
	Disputed bool
	Claims   []NumberClaim
}

// NumberClaim is one wording of a reported number.
type NumberClaim struct {
	Text    Text
	Value   *int
	By      Reporter
	Sources []SourceID
}

// RetoldStatement is a sentence of one article, held against the other sources.
type RetoldStatement struct {
	ID           string
	Text         Text
	Comparison   string // consistent, less-precise, differs, only-here
	ComparedWith []SourceID
	Note         Text
	Sources      []SourceID
}

// EventID names an event.
type EventID string

// Event is an occasion that is no round: a telephone call, an announced truce, a step on the way.
type Event struct {
	ID       EventID
	Formerly []EventID // in earlier versions of the dataset
	Date     Date
	Name     Text
	Place    Text
	Text     Text
	Numbers  []NamedNumber
	Sources  []SourceID
}

// Occasion is where a pledge was made: a round or an event. Exactly one of the two is set.
type Occasion struct {
	Round RoundID
	Event EventID
}

// IsZero reports whether it is no occasion.
func (o Occasion) IsZero() bool { return o == Occasion{} }

// Sources are all that is cited for the round, each once.
func (r *Round) Sources() []SourceID {
	var ids []SourceID
	for _, a := range []Account{
		r.DateSaid, r.PlaceSaid, r.VenueSaid, r.Format, r.Hosts, r.Mediators, r.Duration, r.Language, r.AnnouncedNext,
	} {
		ids = append(statementSources(ids, a.Claims), a.NoteSources...)
	}
	for _, h := range r.Heads {
		for _, c := range h.Claims {
			ids = append(ids, c.Sources...)
		}
		ids = append(ids, h.NoteSources...)
	}
	for _, list := range [][]Statement{r.Members, r.Agenda, r.Statements} {
		ids = statementSources(ids, list)
	}
	for _, o := range slices.Concat(r.Outcomes, r.Aftermath) {
		ids = append(ids, o.Sources...)
	}
	for _, n := range r.Numbers {
		for _, c := range n.Claims {
			ids = append(ids, c.Sources...)
		}
	}
	for _, s := range r.Retold {
		ids = append(ids, s.Sources...)
	}
	return distinct(ids)
}

func statementSources(ids []SourceID, list []Statement) []SourceID {
	for _, s := range list {
		ids = append(ids, s.Sources...)
	}
	return ids
}
