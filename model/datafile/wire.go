package datafile

import (
	"github.com/goccy/go-json/jsontext"

	"parley/model"
)

// The structs of this file are the format, member by member: the typed decode fills them, and the tables that find the
// faults of a file are made from them, see shape.go. A jsontext.Value is a text that people read: a string, or an
// object by language. The tag `parley:"required"` is on what may not be left out. Numbers whose absence must not
// become zero, and the one truth value of which that holds, are pointers.

// extra holds what every object may have besides its own members: "$schema", "$comment", and keys that begin with "x-".
type extra struct {
	Extra jsontext.Value `json:",embed"`
}

// byID is an object whose members are named by IDs. In it "x-" begins an ID like any other. A "$comment" in it is not
// decoded, see walk.go.
type byID[K ~string, V any] map[K]V

// date is a date in EDTF, see [model.ParseDate].
type date string

// language is a language tag (BCP 47).
type language string

// address is a short address of an item, see [model.ParseItem].
type address string

// Enumerations that the model keeps as plain strings.
type (
	placeKind   string
	retelling   string
	unit        string
	role        string
	numberBasis string
	titleBasis  string
)

type file struct {
	Format             string                                               `json:"format" parley:"required"`
	Name               string                                               `json:"name" parley:"required"`
	Title              jsontext.Value                                       `json:"title" parley:"required"`
	Description        jsontext.Value                                       `json:"description"`
	Version            string                                               `json:"version" parley:"required"`
	Created            date                                                 `json:"created" parley:"required"`
	MadeUp             bool                                                 `json:"made_up"`
	Language           language                                             `json:"language" parley:"required"`
	Licenses           []license                                            `json:"licenses"`
	Contributors       []contributor                                        `json:"contributors"`
	Coverage           *coverage                                            `json:"coverage"`
	Gaps               []jsontext.Value                                     `json:"gaps"`
	Conventions        []jsontext.Value                                     `json:"conventions"`
	Corrections        []correction                                         `json:"corrections"`
	Sides              elements[side, model.Side]                           `json:"sides" parley:"required"`
	Actors             elements[actor, model.Actor]                         `json:"actors"`
	Kinds              elements[kind, model.Kind]                           `json:"kinds" parley:"required"`
	Categories         elements[category, model.Category]                   `json:"categories"`
	People             elements[person, model.Person]                       `json:"people"`
	Places             elements[place, model.Place]                         `json:"places"`
	Events             elements[event, model.Event]                         `json:"events"`
	Rounds             elements[round, model.Round]                         `json:"rounds"`
	Agreements         elements[agreement, model.Agreement]                 `json:"agreements"`
	Pledges            elements[pledge, model.Pledge]                       `json:"pledges"`
	Exchanges          elements[exchange, model.Exchange]                   `json:"exchanges"`
	Handovers          elements[handover, model.Handover]                   `json:"handovers"`
	Totals             elements[total, model.Total]                         `json:"totals"`
	Checks             elements[check, model.Check]                         `json:"checks"`
	Documents          elements[document, model.Document]                   `json:"documents"`
	Clauses            elements[clause, model.Clause]                       `json:"clauses"`
	Topics             elements[topic, model.Topic]                         `json:"topics"`
	Comparisons        elements[comparison, model.Comparison]               `json:"comparisons"`
	DocumentStatements elements[documentStatement, model.DocumentStatement] `json:"document_statements"`
	Discrepancies      elements[discrepancy, model.Discrepancy]             `json:"discrepancies"`
	Sources            elements[source, model.Source]                       `json:"sources" parley:"required"`
	extra
}

type license struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Path  string `json:"path"`
	extra
}

type contributor struct {
	Title string   `json:"title"`
	Roles []string `json:"roles"`
	Email string   `json:"email"`
	Path  string   `json:"path"`
	extra
}

type coverage struct {
	From       date             `json:"from"`
	FoundUntil date             `json:"found_until"`
	Compiled   date             `json:"compiled"`
	Text       jsontext.Value   `json:"text"`
	Sources    []model.SourceID `json:"sources"`
	Parts      []coveragePart   `json:"parts"`
	extra
}

type coveragePart struct {
	About      jsontext.Value   `json:"about"`
	FoundUntil date             `json:"found_until"`
	Text       jsontext.Value   `json:"text"`
	Sources    []model.SourceID `json:"sources"`
	extra
}

type correction struct {
	Date   date           `json:"date"`
	Item   address        `json:"item"`
	Old    jsontext.Value `json:"old"`
	New    jsontext.Value `json:"new"`
	Reason jsontext.Value `json:"reason"`
	extra
}

type side struct {
	ID   model.SideID   `json:"id" parley:"required"`
	Name jsontext.Value `json:"name"`
	extra
}

type actor struct {
	ID   model.ActorID  `json:"id" parley:"required"`
	Name jsontext.Value `json:"name"`
	extra
}

type kind struct {
	ID         model.KindID   `json:"id" parley:"required"`
	Name       jsontext.Value `json:"name"`
	CarriedOut jsontext.Value `json:"carried_out"`
	Unit       jsontext.Value `json:"unit"`
	extra
}

type category struct {
	ID   model.CategoryID `json:"id" parley:"required"`
	Kind model.KindID     `json:"kind" parley:"required"`
	Name jsontext.Value   `json:"name"`
	extra
}

type person struct {
	ID       model.PersonID   `json:"id" parley:"required"`
	Name     jsontext.Value   `json:"name"`
	Actor    model.ActorID    `json:"actor"`
	Offices  []jsontext.Value `json:"offices"`
	Variants []string         `json:"variants"`
	Attested []language       `json:"attested"`
	Sources  []model.SourceID `json:"sources"`
	extra
}

type place struct {
	ID       model.PlaceID    `json:"id" parley:"required"`
	Name     jsontext.Value   `json:"name"`
	Kind     placeKind        `json:"kind"`
	Parent   model.PlaceID    `json:"parent"`
	Variants []string         `json:"variants"`
	Attested []language       `json:"attested"`
	Sources  []model.SourceID `json:"sources"`
	extra
}

type event struct {
	ID       model.EventID    `json:"id" parley:"required"`
	Formerly []model.EventID  `json:"formerly"`
	Date     date             `json:"date" parley:"required"`
	Name     jsontext.Value   `json:"name"`
	Place    jsontext.Value   `json:"place"`
	Text     jsontext.Value   `json:"text"`
	Numbers  []namedNumber    `json:"numbers"`
	Sources  []model.SourceID `json:"sources"`
	extra
}

type namedNumber struct {
	What  string `json:"what" parley:"required"`
	Value *int   `json:"value" parley:"required"`
	extra
}

type round struct {
	ID            model.RoundID     `json:"id" parley:"required"`
	Formerly      []model.RoundID   `json:"formerly"`
	Series        string            `json:"series"`
	Index         int               `json:"index"`
	Name          jsontext.Value    `json:"name"`
	Date          date              `json:"date" parley:"required"`
	Place         model.PlaceID     `json:"place"`
	Venue         model.PlaceID     `json:"venue"`
	Kind          model.RoundKind   `json:"kind"`
	Status        model.RoundStatus `json:"status" parley:"required"`
	Heads         []head            `json:"heads"`
	Members       []statement       `json:"members"`
	DateSaid      *account          `json:"date_said"`
	PlaceSaid     *account          `json:"place_said"`
	VenueSaid     *account          `json:"venue_said"`
	Format        *account          `json:"format"`
	Hosts         *account          `json:"hosts"`
	Mediators     *account          `json:"mediators"`
	Duration      *account          `json:"duration"`
	Language      *account          `json:"language"`
	AnnouncedNext *account          `json:"announced_next"`
	Agenda        []statement       `json:"agenda"`
	Outcomes      []outcome         `json:"outcomes"`
	Statements    []statement       `json:"statements"`
	Aftermath     []outcome         `json:"aftermath"`
	Numbers       []reportedNumber  `json:"numbers"`
	Retold        []retold          `json:"retold"`
	extra
}

type head struct {
	Side        model.SideID     `json:"side" parley:"required"`
	Claims      []leader         `json:"claims"`
	Disputed    bool             `json:"disputed"`
	Note        jsontext.Value   `json:"note"`
	NoteSources []model.SourceID `json:"note_sources"`
	extra
}

type leader struct {
	Person     model.PersonID   `json:"person"`
	Name       jsontext.Value   `json:"name"`
	Office     jsontext.Value   `json:"office"`
	Sources    []model.SourceID `json:"sources"`
	Unverified bool             `json:"unverified"`
	extra
}

type statement struct {
	Person     model.PersonID   `json:"person"`
	PersonName jsontext.Value   `json:"person_name"`
	By         model.ActorID    `json:"by"`
	Date       date             `json:"date"`
	Text       jsontext.Value   `json:"text" parley:"required"`
	Minutes    *int             `json:"minutes"`
	Basis      jsontext.Value   `json:"basis"`
	Sources    []model.SourceID `json:"sources"`
	Unverified bool             `json:"unverified"`
	extra
}

type account struct {
	Claims      []statement      `json:"claims"`
	Disputed    bool             `json:"disputed"`
	Note        jsontext.Value   `json:"note"`
	NoteSources []model.SourceID `json:"note_sources"`
	extra
}

type outcome struct {
	Text      jsontext.Value     `json:"text" parley:"required"`
	About     string             `json:"about"`
	WordingBy model.ActorID      `json:"wording_by"`
	Documents []model.DocumentID `json:"documents"`
	Numbers   []namedNumber      `json:"numbers"`
	Sources   []model.SourceID   `json:"sources" parley:"required"`
	extra
}

type reportedNumber struct {
	What     jsontext.Value `json:"what"`
	Disputed bool           `json:"disputed"`
	Claims   []numberClaim  `json:"claims"`
	extra
}

type numberClaim struct {
	Text    jsontext.Value   `json:"text"`
	Value   *int             `json:"value"`
	By      model.Reporter   `json:"by"`
	Sources []model.SourceID `json:"sources" parley:"required"`
	extra
}

type retold struct {
	ID           string           `json:"id" parley:"required"`
	Text         jsontext.Value   `json:"text" parley:"required"`
	Comparison   retelling        `json:"comparison"`
	ComparedWith []model.SourceID `json:"compared_with"`
	Note         jsontext.Value   `json:"note"`
	Sources      []model.SourceID `json:"sources" parley:"required"`
	extra
}

type agreement struct {
	ID   model.AgreementID `json:"id" parley:"required"`
	Name jsontext.Value    `json:"name"`
	extra
}

type pledge struct {
	ID          model.PledgeID              `json:"id" parley:"required"`
	Formerly    []model.PledgeID            `json:"formerly"`
	Round       model.RoundID               `json:"round"`
	Event       model.EventID               `json:"event"`
	Date        date                        `json:"date"`
	Between     []model.SideID              `json:"between"`
	Kind        model.KindID                `json:"kind" parley:"required"`
	Categories  []model.CategoryID          `json:"categories"`
	Status      model.PledgeStatus          `json:"status" parley:"required"`
	Summary     jsontext.Value              `json:"summary" parley:"required"`
	AnnouncedBy jsontext.Value              `json:"announced_by"`
	To          byID[model.SideID, *figure] `json:"to" parley:"required"`
	PartOf      *relation                   `json:"part_of"`
	Restates    *relation                   `json:"restates"`
	FollowUp    *followUp                   `json:"follow_up"`
	Notes       []jsontext.Value            `json:"notes"`
	Sources     []model.SourceID            `json:"sources"`
	extra
}

type relation struct {
	Pledge model.PledgeID `json:"pledge" parley:"required"`
	Reason jsontext.Value `json:"reason" parley:"required"`
	extra
}

type followUp struct {
	Text      jsontext.Value           `json:"text"`
	Exchanges []model.ExchangeID       `json:"exchanges"`
	To        byID[model.SideID, *int] `json:"to"` // null: unknown
	Sources   []model.SourceID         `json:"sources"`
	extra
}

type figure struct {
	Claims     []claim      `json:"claims"`
	Additional []additional `json:"additional"`
	Derived    *derived     `json:"derived"`
	extra
}

type claim struct {
	Value       *int             `json:"value"`
	Qualifier   model.Qualifier  `json:"qualifier" parley:"required"`
	By          model.Reporter   `json:"by" parley:"required"`
	AnnouncedBy jsontext.Value   `json:"announced_by"`
	Military    *int             `json:"military"`
	Civilians   *int             `json:"civilians"`
	Weak        bool             `json:"weak"`
	Preferred   jsontext.Value   `json:"preferred"`
	Note        jsontext.Value   `json:"note"`
	Sources     []model.SourceID `json:"sources" parley:"required"`
	extra
}

type additional struct {
	Value   *int             `json:"value" parley:"required"`
	What    jsontext.Value   `json:"what"`
	Sources []model.SourceID `json:"sources" parley:"required"`
	extra
}

type derived struct {
	Value   *int             `json:"value" parley:"required"`
	Basis   jsontext.Value   `json:"basis"`
	Sources []model.SourceID `json:"sources"`
	extra
}

type exchange struct {
	ID         model.ExchangeID            `json:"id" parley:"required"`
	Formerly   []model.ExchangeID          `json:"formerly"`
	Date       date                        `json:"date" parley:"required"`
	DateNote   jsontext.Value              `json:"date_note"`
	Kind       model.KindID                `json:"kind" parley:"required"`
	Categories []model.CategoryID          `json:"categories"`
	To         byID[model.SideID, *figure] `json:"to" parley:"required"`
	Numbers    []numbering                 `json:"numbers"`
	Places     []sourced                   `json:"places"`
	Mediators  []sourced                   `json:"mediators"`
	Ties       []tie                       `json:"ties"`
	Stage      *stage                      `json:"stage"`
	Differing  []jsontext.Value            `json:"differing"`
	Notes      []jsontext.Value            `json:"notes"`
	Sources    []model.SourceID            `json:"sources"`
	extra
}

type numbering struct {
	N       *int             `json:"n"`
	Text    jsontext.Value   `json:"text"`
	Sources []model.SourceID `json:"sources" parley:"required"`
	extra
}

type sourced struct {
	Text    jsontext.Value   `json:"text" parley:"required"`
	Sources []model.SourceID `json:"sources" parley:"required"`
	extra
}

type tie struct {
	Pledge    model.PledgeID          `json:"pledge"`
	Round     model.RoundID           `json:"round"`
	Event     model.EventID           `json:"event"`
	Agreement model.AgreementID       `json:"agreement"`
	By        []model.Reporter        `json:"by"`
	Inferred  bool                    `json:"inferred"`
	Basis     jsontext.Value          `json:"basis"`
	To        byID[model.SideID, int] `json:"to"`
	Sources   []model.SourceID        `json:"sources"`
	extra
}

type stage struct {
	Pledge model.PledgeID `json:"pledge" parley:"required"`
	Number *int           `json:"number" parley:"required"`
	Of     *int           `json:"of"`
	extra
}

type handover struct {
	ID      string           `json:"id" parley:"required"`
	Date    date             `json:"date"`
	What    jsontext.Value   `json:"what"`
	Value   *int             `json:"value" parley:"required"`
	Subject string           `json:"subject"`
	To      model.SideID     `json:"to"`
	Sources []model.SourceID `json:"sources" parley:"required"`
	extra
}

type total struct {
	ID             model.TotalID    `json:"id" parley:"required"`
	AsOf           date             `json:"as_of"`
	Period         date             `json:"period"`
	Kind           model.KindID     `json:"kind"`
	Unit           unit             `json:"unit"`
	Scope          jsontext.Value   `json:"scope"`
	Value          *int             `json:"value" parley:"required"`
	Qualifier      model.Qualifier  `json:"qualifier"`
	To             model.SideID     `json:"to"`
	By             model.Reporter   `json:"by"`
	ExchangeNumber *int             `json:"exchange_number"`
	Sources        []model.SourceID `json:"sources" parley:"required"`
	Note           jsontext.Value   `json:"note"`
	extra
}

type check struct {
	ID         model.CheckID      `json:"id" parley:"required"`
	What       jsontext.Value     `json:"what"`
	Official   *int               `json:"official" parley:"required"`
	Computed   *int               `json:"computed" parley:"required"`
	Matches    bool               `json:"matches"`
	Consistent bool               `json:"consistent"`
	Components []model.ExchangeID `json:"components"`
	Totals     []model.TotalID    `json:"totals"`
	Comment    jsontext.Value     `json:"comment"`
	extra
}

type document struct {
	ID          model.DocumentID   `json:"id" parley:"required"`
	Formerly    []model.DocumentID `json:"formerly"`
	Authors     []model.ActorID    `json:"authors"`
	Role        role               `json:"role"`
	Title       jsontext.Value     `json:"title" parley:"required"`
	Date        date               `json:"date"`
	DateSaid    []sourced          `json:"date_said"`
	Languages   []sourced          `json:"languages"`
	Structure   []sourced          `json:"structure"`
	PublishedBy []sourced          `json:"published_by"`
	Numbering   jsontext.Value     `json:"numbering"`
	Rounds      []model.RoundID    `json:"rounds"`
	Complete    bool               `json:"complete"`
	extra
}

type clause struct {
	ID          model.ClauseID   `json:"id" parley:"required"`
	Formerly    []model.ClauseID `json:"formerly"`
	Document    model.DocumentID `json:"document" parley:"required"`
	Section     jsontext.Value   `json:"section"`
	Number      string           `json:"number"`
	NumberBasis numberBasis      `json:"number_basis"`
	Topic       model.TopicID    `json:"topic" parley:"required"`
	AlsoTopics  []model.TopicID  `json:"also_topics"`
	Text        jsontext.Value   `json:"text" parley:"required"`
	Stance      jsontext.Value   `json:"stance"`
	Wording     model.Wording    `json:"wording" parley:"required"`
	Note        jsontext.Value   `json:"note"`
	Sources     []model.SourceID `json:"sources" parley:"required"`
	extra
}

type topic struct {
	ID       model.TopicID   `json:"id" parley:"required"`
	Formerly []model.TopicID `json:"formerly"`
	Name     jsontext.Value  `json:"name"`
	Scope    jsontext.Value  `json:"scope"`
	extra
}

type comparison struct {
	Topic         model.TopicID                  `json:"topic" parley:"required"`
	Judgement     model.Judgement                `json:"judgement"`
	Reason        jsontext.Value                 `json:"reason"`
	ReasonSources []model.SourceID               `json:"reason_sources"`
	Stances       byID[model.DocumentID, stance] `json:"stances" parley:"required"`
	Others        []model.ClauseID               `json:"others"`
	extra
}

type stance struct {
	Addressed *bool            `json:"addressed" parley:"required"`
	Text      jsontext.Value   `json:"text"`
	Clauses   []model.ClauseID `json:"clauses"`
	Related   []model.ClauseID `json:"related"`
	Sources   []model.SourceID `json:"sources"`
	extra
}

type documentStatement struct {
	ID        string             `json:"id" parley:"required"`
	Documents []model.DocumentID `json:"documents"`
	Topics    []model.TopicID    `json:"topics"`
	Clauses   []model.ClauseID   `json:"clauses"`
	statement
}

type discrepancy struct {
	ID         model.DiscrepancyID `json:"id" parley:"required"`
	Topic      jsontext.Value      `json:"topic"`
	See        model.DiscrepancyID `json:"see"`
	Rounds     []model.RoundID     `json:"rounds"`
	Documents  []model.DocumentID  `json:"documents"`
	Topics     []model.TopicID     `json:"topics"`
	Clauses    []model.ClauseID    `json:"clauses"`
	Exchanges  []model.ExchangeID  `json:"exchanges"`
	Claims     []numberClaim       `json:"claims"`
	Assessment jsontext.Value      `json:"assessment"`
	extra
}

type source struct {
	ID         model.SourceID   `json:"id" parley:"required"`
	Formerly   []model.SourceID `json:"formerly"`
	Publisher  string           `json:"publisher" parley:"required"`
	Title      string           `json:"title" parley:"required"`
	TitleBasis titleBasis       `json:"title_basis"`
	URL        string           `json:"url"`
	Published  date             `json:"published"`
	Side       model.SideID     `json:"side"`
	Weak       bool             `json:"weak"`
	Aliases    []model.SourceID `json:"aliases"`
	Note       jsontext.Value   `json:"note"`
	extra
}
