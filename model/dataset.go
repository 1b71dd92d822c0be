package model

import (
	"slices"
)

// Metadata is what a dataset says of itself.
type Metadata struct {
	Name         string // short, stable, part of every item's address
	Title        Text
	Description  Text
	Version      string
	Created      Date
	MadeUp       bool   // it tells of talks that never were, for trying things out; said wherever it is shown
	Language     string // of texts that name none
	Licenses     []License
	Contributors []Contributor
	Coverage     Coverage
	Gaps         []Text // what is known to be missing
	Conventions  []Text // how to read the data
	Corrections  []Correction
}

// License is a licence of the data.
type License struct{ Name, Title, Path string }

// Contributor is somebody who made the dataset.
type Contributor struct {
	Title string
	Roles []string
	Email string // where errors can be reported to; may be empty
	Path  string // an address to that end, or about who it is; may be empty
}

// Coverage says how far the dataset reaches. That nothing is recorded later does not mean that nothing took place.
type Coverage struct {
	From       Date
	FoundUntil Date // the date of the latest source found
	Compiled   Date
	Text       Text
	Sources    []SourceID
	Parts      []CoveragePart
}

// CoveragePart says how far one part of the dataset reaches.
type CoveragePart struct {
	About      Text
	FoundUntil Date
	Text       Text
	Sources    []SourceID
}

// Correction is a change of a value in an earlier version of the dataset.
type Correction struct {
	Date             Date
	Item             Item
	Old, New, Reason Text
}

// Facts are the contents of a dataset in the order of its file.
type Facts struct {
	Metadata           Metadata
	Sides              []Side
	Actors             []Actor
	Kinds              []Kind
	Categories         []Category
	People             []Person
	Places             []Place
	Events             []Event
	Rounds             []Round
	Agreements         []Agreement
	Pledges            []Pledge
	Exchanges          []Exchange
	Handovers          []Handover
	Totals             []Total
	Checks             []Check
	Documents          []Document
	Clauses            []Clause
	Topics             []Topic
	Comparisons        []Comparison
	DocumentStatements []DocumentStatement
	Discrepancies      []Discrepancy
	Sources            []Source
}

// Dataset is all facts about one peace process, checked and indexed. It never changes.
type Dataset struct {
	facts Facts

	side      map[SideID]*Side
	actor     map[ActorID]*Actor
	kind      map[KindID]*Kind
	category  map[CategoryID]*Category
	person    map[PersonID]*Person
	place     map[PlaceID]*Place
	event     map[EventID]*Event
	round     map[RoundID]*Round
	agreement map[AgreementID]*Agreement
	pledge    map[PledgeID]*Pledge
	exchange  map[ExchangeID]*Exchange
	document  map[DocumentID]*Document
	clause    map[ClauseID]*Clause
	topic     map[TopicID]*Topic
	source    map[SourceID]*Source

	rounds    []*Round    // by date
	exchanges []*Exchange // by date
	pledgesOf map[Occasion][]*Pledge
	tiedTo    map[Occasion][]int32 // places in exchanges
	stagesOf  map[PledgeID][]*Exchange
	clausesOf map[DocumentID][]*Clause
	courses   courseIndex
	shares    shareIndex
	supports  supportIndex
	evidence  evidenceIndex
	exact     exactIndex

	tallies map[KindID]Tally
	carried map[PledgeID]map[SideID]Carried
	parted  map[KindID]bool // whether an exchange has a label or a claim that names military and civilians
}

// New indexes facts that [Check] found no error in. The caller gives them away and must not change them after.
func New(f Facts) *Dataset {
	ds := &Dataset{
		facts:     f,
		side:      index(f.Sides, func(x *Side) SideID { return x.ID }),
		actor:     index(f.Actors, func(x *Actor) ActorID { return x.ID }),
		kind:      index(f.Kinds, func(x *Kind) KindID { return x.ID }),
		category:  index(f.Categories, func(x *Category) CategoryID { return x.ID }),
		person:    index(f.People, func(x *Person) PersonID { return x.ID }),
		place:     index(f.Places, func(x *Place) PlaceID { return x.ID }),
		event:     index(f.Events, func(x *Event) EventID { return x.ID }),
		round:     index(f.Rounds, func(x *Round) RoundID { return x.ID }),
		agreement: index(f.Agreements, func(x *Agreement) AgreementID { return x.ID }),
		pledge:    index(f.Pledges, func(x *Pledge) PledgeID { return x.ID }),
		exchange:  index(f.Exchanges, func(x *Exchange) ExchangeID { return x.ID }),
		document:  index(f.Documents, func(x *Document) DocumentID { return x.ID }),
		clause:    index(f.Clauses, func(x *Clause) ClauseID { return x.ID }),
		topic:     index(f.Topics, func(x *Topic) TopicID { return x.ID }),
		source:    index(f.Sources, func(x *Source) SourceID { return x.ID }),
		rounds:    pointers(f.Rounds),
		exchanges: pointers(f.Exchanges),
		pledgesOf: map[Occasion][]*Pledge{},
		tiedTo:    map[Occasion][]int32{},
		stagesOf:  map[PledgeID][]*Exchange{},
		clausesOf: map[DocumentID][]*Clause{},
		tallies:   map[KindID]Tally{},
		carried:   map[PledgeID]map[SideID]Carried{},
		parted:    map[KindID]bool{},
	}
	sortByDate(ds.rounds, func(r *Round) Date { return r.Date })
	sortByDate(ds.exchanges, func(e *Exchange) Date { return e.Date })
	for _, s := range pointers(f.Sources) {
		for _, alias := range s.Aliases {
			ds.source[alias] = s
		}
	}
	ds.indexFormerly()
	for _, p := range pointers(f.Pledges) {
		ds.pledgesOf[p.Occasion] = append(ds.pledgesOf[p.Occasion], p)
	}
	for _, c := range pointers(f.Clauses) {
		ds.clausesOf[c.Document] = append(ds.clausesOf[c.Document], c)
	}
	ds.indexDeeds()
	return ds
}

// occasionsOf adds to list the rounds and events that e is tied to, stated or inferred, each once.
func (ds *Dataset) occasionsOf(list []Occasion, e *Exchange) []Occasion {
	add := func(o Occasion) {
		if !o.IsZero() && !slices.Contains(list, o) {
			list = append(list, o)
		}
	}
	for _, t := range e.Ties {
		add(ds.OccasionOf(t))
	}
	if e.Stage != nil {
		if p := ds.pledge[e.Stage.Pledge]; p != nil {
			add(p.Occasion)
		}
	}
	return list
}

// OccasionOf is the round or event that a tie puts an exchange under, by its pledge or by itself; zero for neither.
func (ds *Dataset) OccasionOf(t Tie) Occasion {
	if p := ds.pledge[t.Pledge]; p != nil {
		return p.Occasion
	}
	return t.Occasion
}

// Metadata returns what the dataset says of itself.
func (ds *Dataset) Metadata() Metadata { return ds.facts.Metadata }

// Facts returns all facts in the order of the file. The caller must not change them.
func (ds *Dataset) Facts() *Facts { return &ds.facts }

// Sides returns the sides in the order of the file; views order them by name.
func (ds *Dataset) Sides() []Side { return slices.Clone(ds.facts.Sides) }

// SideIDs returns the sides' IDs in the order of the file.
func (ds *Dataset) SideIDs() []SideID {
	ids := make([]SideID, len(ds.facts.Sides))
	for i, s := range ds.facts.Sides {
		ids[i] = s.ID
	}
	return ids
}

// Kinds returns what is pledged and exchanged, in the order of the file.
func (ds *Dataset) Kinds() []Kind { return slices.Clone(ds.facts.Kinds) }

// Topics returns the topics in the order of the file.
func (ds *Dataset) Topics() []Topic { return slices.Clone(ds.facts.Topics) }

// Rounds returns the rounds by date.
func (ds *Dataset) Rounds() []*Round { return slices.Clone(ds.rounds) }

// Exchanges returns the exchanges by date. There may be a million of them, so the list is not copied; the caller must not
// change it.
func (ds *Dataset) Exchanges() []*Exchange { return slices.Clip(ds.exchanges) }

// Events returns the events in the order of the file.
func (ds *Dataset) Events() []*Event { return pointers(ds.facts.Events) }

// Documents returns the documents in the order of the file.
func (ds *Dataset) Documents() []*Document { return pointers(ds.facts.Documents) }

// Side returns the side with this ID, or nil.
func (ds *Dataset) Side(id SideID) *Side { return ds.side[id] }

// Kind returns the kind with this ID, or nil.
func (ds *Dataset) Kind(id KindID) *Kind { return ds.kind[id] }

// Category returns the category with this ID, or nil.
func (ds *Dataset) Category(id CategoryID) *Category { return ds.category[id] }

// Person returns the person with this ID, or nil.
func (ds *Dataset) Person(id PersonID) *Person { return ds.person[id] }

// Place returns the place with this ID, or nil.
func (ds *Dataset) Place(id PlaceID) *Place { return ds.place[id] }

// Event returns the event with this ID, or nil.
func (ds *Dataset) Event(id EventID) *Event { return ds.event[id] }

// Round returns the round with this ID, or nil.
func (ds *Dataset) Round(id RoundID) *Round { return ds.round[id] }

// Agreement returns the set of agreements with this ID, or nil.
func (ds *Dataset) Agreement(id AgreementID) *Agreement { return ds.agreement[id] }

// Pledge returns the pledge with this ID, or nil.
func (ds *Dataset) Pledge(id PledgeID) *Pledge { return ds.pledge[id] }

// Exchange returns the exchange with this ID, or nil.
func (ds *Dataset) Exchange(id ExchangeID) *Exchange { return ds.exchange[id] }

// Document returns the document with this ID, or nil.
func (ds *Dataset) Document(id DocumentID) *Document { return ds.document[id] }

// Clause returns the clause with this ID, or nil.
func (ds *Dataset) Clause(id ClauseID) *Clause { return ds.clause[id] }

// Topic returns the topic with this ID, or nil.
func (ds *Dataset) Topic(id TopicID) *Topic { return ds.topic[id] }

// Source returns the publication with this ID or alias, or nil.
func (ds *Dataset) Source(id SourceID) *Source { return ds.source[id] }

// ActorName returns the name of a side or another actor; it is empty for an ID that is neither.
func (ds *Dataset) ActorName(id ActorID) Text {
	if s := ds.side[SideID(id)]; s != nil {
		return s.Name
	}
	if a := ds.actor[id]; a != nil {
		return a.Name
	}
	return nil
}

// PledgesOf returns the pledges made at a round or an event, in the order of the file.
func (ds *Dataset) PledgesOf(o Occasion) []*Pledge { return slices.Clone(ds.pledgesOf[o]) }

// ExchangesTiedTo returns the exchanges that are tied to a round or an event, stated or inferred, by date.
func (ds *Dataset) ExchangesTiedTo(o Occasion) []*Exchange {
	places := ds.tiedTo[o]
	list := make([]*Exchange, len(places))
	for i, at := range places {
		list[i] = ds.exchanges[at]
	}
	return list
}

// ClausesOf returns the clauses of a document in their order.
func (ds *Dataset) ClausesOf(id DocumentID) []*Clause { return slices.Clone(ds.clausesOf[id]) }

// DocumentsOf returns the documents that belong to a round, in the order of the file.
func (ds *Dataset) DocumentsOf(id RoundID) []*Document {
	var list []*Document
	for _, d := range ds.Documents() {
		if slices.Contains(d.Rounds, id) {
			list = append(list, d)
		}
	}
	return list
}

// DiscrepanciesOf returns the points about a round on which sources differ.
func (ds *Dataset) DiscrepanciesOf(id RoundID) []*Discrepancy {
	var list []*Discrepancy
	for _, d := range pointers(ds.facts.Discrepancies) {
		if slices.Contains(d.Rounds, id) {
			list = append(list, d)
		}
	}
	return list
}

// CorrectionsOf returns the corrections of an item, in the order of the file.
func (ds *Dataset) CorrectionsOf(i Item) []Correction {
	var list []Correction
	for _, c := range ds.facts.Metadata.Corrections {
		if ds.Current(c.Item) == i {
			list = append(list, c)
		}
	}
	return list
}

// Has reports whether the dataset holds the item.
func (ds *Dataset) Has(i Item) bool {
	switch i.Kind {
	case RoundItem:
		return ds.round[RoundID(i.ID)] != nil
	case EventItem:
		return ds.event[EventID(i.ID)] != nil
	case PledgeItem:
		return ds.pledge[PledgeID(i.ID)] != nil
	case ExchangeItem:
		return ds.exchange[ExchangeID(i.ID)] != nil
	case DocumentItem:
		return ds.document[DocumentID(i.ID)] != nil
	case ClauseItem:
		return ds.clause[ClauseID(i.ID)] != nil
	case TopicItem:
		return ds.topic[TopicID(i.ID)] != nil
	case SourceItem:
		return ds.source[SourceID(i.ID)] != nil
	}
	return false
}

// Publications returns the distinct publications behind a list of source IDs, in its order. Aliases of one publication
// are one publication.
func (ds *Dataset) Publications(ids []SourceID) []*Source {
	var list []*Source
	for _, id := range ids {
		if s := ds.source[id]; s != nil {
			list = append(list, s)
		}
	}
	return distinct(list)
}

func index[T any, ID comparable](list []T, id func(*T) ID) map[ID]*T {
	m := make(map[ID]*T, len(list))
	for i := range list {
		m[id(&list[i])] = &list[i]
	}
	return m
}

func pointers[T any](list []T) []*T {
	out := make([]*T, len(list))
	for i := range list {
		out[i] = &list[i]
	}
	return out
}
