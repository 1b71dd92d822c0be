package model

// DocumentID names a document.
type DocumentID string

// Document is a memorandum of one side, or another paper of the talks.
type Document struct {
	ID          DocumentID
	Formerly    []DocumentID // in earlier versions of the dataset
	Authors     []ActorID    // sides or others; none for a joint paper of unnamed authors
	Role        string       // empty, "joint" or "joint-draft"
	Title       Text
	Date        Date
	DateSaid    []Sourced
	Languages   []Sourced
	Structure   []Sourced
	PublishedBy []Sourced
	Numbering   Text
	Rounds      []RoundID
	Complete    bool // all clauses are listed, not only those on chosen topics
}

// ClauseID names a clause.
type ClauseID string

// Clause is one term of a document.
type Clause struct {
	ID          ClauseID
	Formerly    []ClauseID // in earlier versions of the dataset
	Document    DocumentID
	Section     Text
	Number      string // as printed beside it, may be empty
	NumberBasis string // published, inferred or none
	Topic       TopicID
	AlsoTopics  []TopicID
	Text        Text
	Stance      Text // the term in a few words
	Wording     Wording
	Note        Text
	Sources     []SourceID
}

// Wording says whether a clause's text is the document's own.
type Wording string

// The wordings of clauses.
const (
	Paraphrase Wording = "paraphrase"
	Quotation  Wording = "quotation"
)

// TopicID names a topic.
type TopicID string

// Topic is a subject that documents can be asked about; clauses are aligned by it.
type Topic struct {
	ID       TopicID
	Formerly []TopicID // in earlier versions of the dataset
	Name     Text
	Scope    Text
}

// Judgement is how two documents compare on a topic.
type Judgement string

// The judgements. NotJudged is the zero value.
const (
	NotJudged     Judgement = ""
	Aligned       Judgement = "aligned"
	PartlyAligned Judgement = "partly-aligned"
	Opposed       Judgement = "opposed"
	OneSideOnly   Judgement = "one-side-only"
)

// Judgements lists the judgements in the order in which they are shown.
func Judgements() []Judgement {
	return []Judgement{Aligned, PartlyAligned, Opposed, OneSideOnly, NotJudged}
}

// Comparison is the editors' judgement of a pair of documents on a topic, with the reason.
type Comparison struct {
	Topic         TopicID
	Judgement     Judgement
	Reason        Text
	ReasonSources []SourceID
	Stances       map[DocumentID]Stance // one for each of the two documents
	Others        []ClauseID            // clauses of further documents on the topic
}

// Stance is what a document holds on a topic.
type Stance struct {
	Addressed bool // false: it was looked for and is not there
	Text      Text
	Clauses   []ClauseID
	Related   []ClauseID // clauses listed under other topics that bear on this one
	Sources   []SourceID
}

// DocumentStatement is what somebody said about documents of the talks.
type DocumentStatement struct {
	ID        string
	Documents []DocumentID
	Topics    []TopicID  // that it bears on
	Clauses   []ClauseID // that it is about
	Statement
}

// DiscrepancyID names a discrepancy.
type DiscrepancyID string

// Discrepancy is a point on which sources differ.
type Discrepancy struct {
	ID         DiscrepancyID
	Topic      Text
	See        DiscrepancyID // the same point, told elsewhere
	Rounds     []RoundID
	Documents  []DocumentID
	Topics     []TopicID  // that it bears on
	Clauses    []ClauseID // that it concerns
	Exchanges  []ExchangeID
	Claims     []NumberClaim // Value is nil for words
	Assessment Text
}

// Sources are all that is cited for the document itself, each once; those of its clauses are not among them.
func (d *Document) Sources() []SourceID {
	var ids []SourceID
	for _, list := range [][]Sourced{d.DateSaid, d.Languages, d.Structure, d.PublishedBy} {
		for _, s := range list {
			ids = append(ids, s.Sources...)
		}
	}
	return distinct(ids)
}
