package datafile

import (
	"bytes"
	"cmp"
	"io"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// Write writes facts as a file of the format parley/1: its members in the order of the format, indented by two spaces,
// objects by ID in the order of the IDs; the same facts always give the same bytes. What is empty is left out. The file
// can be read again, and gives the same facts, where [model.Facts.Check] finds no error in them.
//
// Remarks ("$comment") and members of one's own ("x-...") are no facts, so they are not written. To change a file that
// somebody keeps by hand, change its text.
func Write(w io.Writer, f *model.Facts) error {
	e := &encoder{enc: jsontext.NewEncoder(w, jsontext.WithIndent("  "), jsontext.EscapeForHTML(false))}
	e.token(jsontext.BeginObject)
	e.head(newHead(&f.Metadata))
	writeList(e, "sides", f.Sides, newSide)
	writeList(e, "actors", f.Actors, newActor)
	writeList(e, "kinds", f.Kinds, newKind)
	writeList(e, "categories", f.Categories, newCategory)
	writeList(e, "people", f.People, newPerson)
	writeList(e, "places", f.Places, newPlace)
	writeList(e, "events", f.Events, newEvent)
	writeList(e, "rounds", f.Rounds, newRound)
	writeList(e, "agreements", f.Agreements, newAgreement)
	writeList(e, "pledges", f.Pledges, newPledge)
	writeList(e, "exchanges", f.Exchanges, newExchange)
	writeList(e, "handovers", f.Handovers, newHandover)
	writeList(e, "totals", f.Totals, newTotal)
	writeList(e, "checks", f.Checks, newCheck)
	writeList(e, "documents", f.Documents, newDocument)
	writeList(e, "clauses", f.Clauses, newClause)
	writeList(e, "topics", f.Topics, newTopic)
	writeList(e, "comparisons", f.Comparisons, newComparison)
	writeList(e, "document_statements", f.DocumentStatements, newDocumentStatement)
	writeList(e, "discrepancies", f.Discrepancies, newDiscrepancy)
	writeList(e, "sources", f.Sources, newSource)
	e.token(jsontext.EndObject)
	return e.err
}

// encoder writes a file until the first error, which it keeps.
type encoder struct {
	enc *jsontext.Encoder
	err error
}

func (e *encoder) token(t jsontext.Token) {
	if e.err == nil {
		e.err = e.enc.WriteToken(t)
	}
}

func (e *encoder) value(v any) {
	if e.err == nil {
		e.err = json.MarshalEncode(e.enc, v, json.OmitZeroStructFields(true), json.Deterministic(true))
	}
}

// head writes what comes before the lists.
func (e *encoder) head(f *file) {
	if e.err != nil {
		return
	}
	raw, err := json.Marshal(f, json.OmitZeroStructFields(true), json.Deterministic(true))
	if err != nil {
		e.err = err
		return
	}
	dec := jsontext.NewDecoder(bytes.NewBuffer(raw))
	_, _ = dec.ReadToken()
	for e.err == nil && dec.PeekKind() != jsontext.KindEndObject {
		var member jsontext.Value
		if member, e.err = dec.ReadValue(); e.err == nil {
			e.err = e.enc.WriteValue(member)
		}
	}
}

// writeList writes a member that is a list, unless the list is empty.
func writeList[M, W any](e *encoder, name string, from []M, convert func(*M) W) {
	if len(from) == 0 {
		return
	}
	e.token(jsontext.String(name))
	e.token(jsontext.BeginArray)
	for i := range from {
		element := convert(&from[i])
		e.value(&element)
	}
	e.token(jsontext.EndArray)
}

// newText is a text as the file has it: an object by language, unless it has one wording in the dataset's own.
func newText(t model.Text) jsontext.Value {
	if t.Empty() {
		return nil
	}
	if s, ok := t[""]; ok && len(t) == 1 {
		return quoted(s)
	}
	raw := jsontext.Value{'{'}
	for _, lang := range t.Languages() {
		if t[lang] == "" {
			continue
		}
		if len(raw) > 1 {
			raw = append(raw, ',')
		}
		raw = append(append(append(raw, quoted(cmp.Or(lang, noLanguage))...), ':'), quoted(t[lang])...)
	}
	return append(raw, '}')
}

// noLanguage is the tag of a language that is not known (BCP 47).
const noLanguage = "und"

func newTexts(from []model.Text) []jsontext.Value {
	return list(from, func(t *model.Text) jsontext.Value { return newText(*t) })
}

func quoted(s string) jsontext.Value {
	raw, err := jsontext.AppendQuote(nil, s)
	if err != nil { // no UTF-8: the encoder says so, too
		return jsontext.Value(s)
	}
	return raw
}

func newDate(d model.Date) date { return date(d.String()) }

func newLanguages(from []string) []language {
	return list(from, func(s *string) language { return language(*s) })
}
