package sheet

// Reason says why a row, or the whole spreadsheet, was not understood. The program has a sentence for each, which says
// how to mend it.
type Reason string

// Reasons why nothing of a file can be read.
const (
	Empty    Reason = "empty"
	TooLarge Reason = "toolarge"
	TooMany  Reason = "toomany"
	Workbook Reason = "workbook" // an Excel file, not CSV
	NotText  Reason = "nottext"
	NotUTF8  Reason = "notutf8"
	NotUTF16 Reason = "notutf16"
	Quote    Reason = "quote"
)

// Reasons that lie in the columns.
const (
	NoRows     Reason = "norows"
	NoColumn   Reason = "nocolumn"   // a column is missing that is needed
	NoSources  Reason = "nosources"  // neither a column nor a default says where the numbers are from
	TwoColumns Reason = "twocolumns" // two columns mean the same
	NoHeader   Reason = "noheader"   // the column that was asked for is not there
	FewSides   Reason = "fewsides"   // a new dataset would have less than two
)

// Reasons that lie in one cell.
const (
	NoValue       Reason = "novalue" // a cell that is needed is empty
	BeyondHeader  Reason = "beyond"
	BadDate       Reason = "date"
	NoSuchDay     Reason = "date.nosuch"
	Ambiguous     Reason = "date.ambiguous"
	OtherOrder    Reason = "date.order" // not in the order that was asked for
	ShortYear     Reason = "date.year"
	Serial        Reason = "date.serial" // Excel's number for a day
	TimeOfDay     Reason = "date.time"
	BadCount      Reason = "count"
	Decimal       Reason = "count.decimal"
	CountRange    Reason = "count.range"
	Negative      Reason = "count.negative"
	TooManyPeople Reason = "count.toomany"
	BadQualifier  Reason = "qualifier"
	TwoQualifiers Reason = "qualifier.two"
	NoNumber      Reason = "qualifier.nonumber" // "about" what?
	NoKind        Reason = "kind"
	NoSide        Reason = "side"
	NoReporter    Reason = "by"
	NoSource      Reason = "source"       // there is none
	BadSource     Reason = "source.bad"   // neither an address nor the ID of a source
	SourceTitle   Reason = "source.title" // a publisher and nothing that it published
	ManySources   Reason = "source.many"  // several addresses and one title
	BadURL        Reason = "source.url"   // an address that no browser opens
	BadID         Reason = "id"
	BadTie        Reason = "tie"
)

// Reasons that lie between rows, or between a row and the dataset.
const (
	OtherNumber   Reason = "other"         // the same reporter gives another number in another row
	Conflict      Reason = "conflict"      // the dataset has another number by the same reporter
	WhoCounts     Reason = "who"           // the dataset has another number, and the row does not say who counted
	ManyExchanges Reason = "many"          // the dataset has several exchanges that may be meant
	OneExchange   Reason = "one"           // rows of several exchanges would go into one of the dataset
	OtherPlace    Reason = "place"         // the dataset has one of that day elsewhere
	ManyPlaces    Reason = "places"        // the sheet has several places of that day, and this row none
	OtherExchange Reason = "id.other"      // the ID is that of an exchange of another day or kind
	MayBeThere    Reason = "id.maybethere" // the dataset has the same numbers under another ID
	Held          Reason = "held"          // another row of the same exchange was not understood
	Checked       Reason = "check"         // the dataset would have an error
)

// Reasons lists every reason, for the test that each has its sentence.
func Reasons() []Reason {
	return []Reason{
		Empty, TooLarge, TooMany, Workbook, NotText, NotUTF8, NotUTF16, Quote,
		NoRows, NoColumn, NoSources, TwoColumns, NoHeader, FewSides,
		NoValue, BeyondHeader, BadDate, NoSuchDay, Ambiguous, OtherOrder, ShortYear, Serial, TimeOfDay,
		BadCount, Decimal, CountRange, Negative, TooManyPeople, BadQualifier, TwoQualifiers, NoNumber,
		NoKind, NoSide, NoReporter, NoSource, BadSource, SourceTitle, ManySources, BadURL, BadID, BadTie,
		OtherNumber, Conflict, WhoCounts, ManyExchanges, OneExchange, OtherPlace, ManyPlaces, OtherExchange, MayBeThere, Held,
		Checked,
	}
}

// Fault is a row, or a cell of it, that was not understood.
type Fault struct {
	Line, Col int   // of the file, from 1; Col counts characters
	Field     Field // what the cell is about; empty for the row or the file as a whole
	Value     string
	Reason    Reason
	Args      []any // pairs of a name and a value for the sentence

	row int // the line on which the row begins; 0 where no row is at fault
}

// OfFile reports whether the fault keeps the whole spreadsheet from being understood, not a row.
func (f Fault) OfFile() bool { return f.row == 0 }
