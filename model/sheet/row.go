package sheet

import (
	"slices"
	"strings"
	"unicode"

	"parley/model"
)

// Options say what the spreadsheet itself does not.
type Options struct {
	Columns map[Field]string // the headings of columns by what they are about; an empty heading: do not use one
	Fields  []Field          // what each column is about, in their order, whatever their headings say; nil for none
	Order   Order            // of day and month; empty: as the dates show
	// For rows that say nothing of it. By may be "receiver": the receiving side's own count.
	Kind, Side, By string
	Source         model.Source // its publisher, title and address, likewise
	// Partial takes what was understood where something was not. An exchange is taken as a whole or not at all.
	Partial bool
	New     Dataset
}

// entry is a row that was understood: one claim.
type entry struct {
	row    Row
	id     model.ExchangeID
	date   model.Date
	kind   model.KindID
	side   model.SideID
	place  string
	claim  model.Claim // but for its sources
	stated bool        // somebody is named who counted, or it is said that nobody is
	cites  []publication
	round  model.RoundID
	pledge model.PledgeID
	broken bool // something in the row was not understood
}

// reader understands rows.
type reader struct {
	options   Options
	at        columns
	dates     Dates
	published Dates
	cast      *cast
	shelf     *shelf
	width     int // of the header
	faults    []Fault
}

// cell is the cell of a row in the column of a field; not ok where there is no such column or nothing in it.
func (r *reader) cell(row Row, f Field) (Cell, bool) {
	places := r.at[f]
	if len(places) == 0 {
		return Cell{Line: row.Line, Col: 1}, false
	}
	c := row.cell(places[0])
	return c, c.Text != ""
}

func (r *reader) text(row Row, f Field) string {
	c, _ := r.cell(row, f)
	return spaced(c.Text)
}

// fault puts down that a cell was not understood.
func (r *reader) fault(e *entry, c Cell, f Field, why Reason, args ...any) {
	e.broken = true
	r.faults = append(r.faults, Fault{
		Line: c.Line, Col: c.Col, Field: f, Value: c.Text, Reason: why, Args: args, row: e.row.Line,
	})
}

// read understands a row; every cell that it does not understand is put down.
func (r *reader) read(row Row) *entry {
	e := &entry{row: row, place: r.text(row, Place)}
	for i := r.width; i < len(row.Cells); i++ {
		if row.Cells[i].Text != "" {
			r.fault(e, row.Cells[i], "", BeyondHeader)
			break
		}
	}
	r.readDate(e)
	r.readKind(e)
	r.readSide(e)
	r.readCount(e)
	r.readReporter(e)
	r.readSplit(e)
	r.readTie(e)
	r.readID(e)
	e.claim.Note = model.Plain(r.text(row, Note))
	e.claim.AnnouncedBy = model.Plain(r.text(row, AnnouncedBy))
	cites, fault := r.sources(row)
	if fault != nil {
		e.broken, fault.row = true, row.Line
		r.faults = append(r.faults, *fault)
	}
	e.cites = cites
	return e
}

func (r *reader) readDate(e *entry) {
	c, ok := r.cell(e.row, Date)
	if !ok {
		r.fault(e, c, Date, NoValue)
		return
	}
	date, why, args := r.dates.read(c.Text)
	if why != "" {
		r.fault(e, c, Date, why, args...)
		return
	}
	e.date = date
}

// named is what a cell names, else what was asked for.
func (r *reader) named(e *entry, f Field, list *register, otherwise string, unknown Reason) string {
	c, ok := r.cell(e.row, f)
	words := c.Text
	if !ok {
		words = otherwise
	}
	if words == "" {
		r.fault(e, c, f, NoValue)
		return ""
	}
	id, ok := list.find(words)
	if !ok {
		c.Text = words
		r.fault(e, c, f, unknown, "Near", list.near(words), "All", strings.Join(list.ids, ", "))
	}
	return id
}

func (r *reader) readKind(e *entry) {
	e.kind = model.KindID(r.named(e, Kind, &r.cast.kinds, r.options.Kind, NoKind))
}

func (r *reader) readSide(e *entry) {
	e.side = model.SideID(r.named(e, Side, &r.cast.sides, r.options.Side, NoSide))
}

func (r *reader) readCount(e *entry) {
	c, _ := r.cell(e.row, Count)
	count, why := countOf(c.Text)
	if why != "" {
		r.fault(e, c, Count, why)
		return
	}
	e.claim.Value, e.claim.Qualifier = count.value, count.qualifier
	q, ok := r.cell(e.row, Qualifier)
	if !ok {
		return
	}
	column := qualifierOf(q.Text)
	switch {
	case column == "":
		r.fault(e, q, Qualifier, BadQualifier)
	case column == count.qualifier:
	case count.value == nil && c.Text == "" && column == model.AllForAll:
		e.claim.Qualifier = column
	case count.value == nil:
		r.fault(e, q, Qualifier, NoNumber)
	case count.qualifier != model.Exact || column == model.AllForAll || column == model.NotQuantified:
		r.fault(e, q, Qualifier, TwoQualifiers, "Count", c.Text)
	default:
		e.claim.Qualifier = column
	}
}

func (r *reader) readReporter(e *entry) {
	c, ok := r.cell(e.row, By)
	words := c.Text
	if !ok {
		words = r.options.By
	}
	if words == "" {
		e.claim.By = model.NotNamed
		return
	}
	by, ok := r.cast.reporter(words, e.side)
	if !ok {
		c.Text = words
		r.fault(e, c, By, NoReporter, "Near", r.cast.sides.near(words), "All", strings.Join(r.cast.sides.ids, ", "))
		return
	}
	e.claim.By, e.stated = by, true
}

// readSplit reads how many of the count were military and how many civilians.
func (r *reader) readSplit(e *entry) {
	for _, part := range []struct {
		field Field
		to    **int
	}{{Military, &e.claim.Military}, {Civilians, &e.claim.Civilians}} {
		f := part.field
		c, ok := r.cell(e.row, f)
		if !ok {
			continue
		}
		count, why := countOf(c.Text)
		switch {
		case why != "":
			r.fault(e, c, f, why)
		case count.value != nil && count.qualifier != model.Exact:
			r.fault(e, c, f, BadCount)
		default:
			*part.to = count.value
		}
	}
}

func (r *reader) readTie(e *entry) {
	for _, t := range []struct {
		field Field
		list  *register
		to    func(string)
	}{
		{Round, &r.cast.rounds, func(id string) { e.round = model.RoundID(id) }},
		{Pledge, &r.cast.pledges, func(id string) { e.pledge = model.PledgeID(id) }},
	} {
		c, ok := r.cell(e.row, t.field)
		if !ok {
			continue
		}
		id, ok := t.list.find(c.Text)
		if !ok {
			r.fault(e, c, t.field, BadTie, "Near", t.list.near(c.Text))
			continue
		}
		t.to(id)
	}
}

func (r *reader) readID(e *entry) {
	c, ok := r.cell(e.row, ID)
	if !ok {
		return
	}
	if strings.ContainsFunc(c.Text, func(r rune) bool { return r == '/' || unicode.IsSpace(r) || !unicode.IsPrint(r) }) {
		r.fault(e, c, ID, BadID)
		return
	}
	e.id = model.ExchangeID(c.Text)
}

// missing finds columns that are needed and neither there nor made up for, and what was asked for instead and cannot be;
// header is the line of the headings.
func (r *reader) missing(header int) []Fault {
	var faults []Fault
	needs := func(f Field, why Reason, otherwise string) {
		if len(r.at[f]) == 0 && otherwise == "" {
			faults = append(faults, Fault{Line: header, Col: 1, Field: f, Reason: why})
		}
	}
	needs(Date, NoColumn, "")
	needs(Kind, NoColumn, r.options.Kind)
	needs(Side, NoColumn, r.options.Side)
	needs(Count, NoColumn, "")
	isSourced := slices.ContainsFunc([]Field{Source, Publisher, Title}, func(f Field) bool { return len(r.at[f]) > 0 })
	if u := r.options.Source.URL; u != "" && !isWebAddress(u) {
		faults = append(faults, Fault{Line: header, Col: 1, Field: Source, Value: u, Reason: BadURL})
	}
	if !isSourced {
		needs(Source, NoSources, r.options.Source.URL+r.options.Source.Title)
	}
	return faults
}
