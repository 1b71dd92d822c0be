package datafile

import (
	"bytes"
	"io"
	"iter"

	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// afterExchanges are the members that may follow the exchanges, in their order. The last is in every file.
var afterExchanges = []string{
	"handovers", "totals", "checks", "documents", "clauses", "topics", "comparisons", "document_statements",
	"discrepancies", "sources",
}

// WriteStream is [Write] for exchanges that are made one at a time, so that a million of them need no memory. Each is
// written on a line of its own, in a third of the room. Those of f itself are not written.
func WriteStream(w io.Writer, f *model.Facts, exchanges iter.Seq[model.Exchange]) error {
	frame := *f
	frame.Exchanges = nil
	var text bytes.Buffer
	if err := Write(&text, &frame); err != nil {
		return err
	}
	at := placeOfExchanges(text.Bytes())
	if _, err := w.Write(text.Next(at)); err != nil {
		return err
	}
	if err := writeLines(w, exchanges); err != nil {
		return err
	}
	_, err := text.WriteTo(w)
	return err
}

// placeOfExchanges is where the line of the first member begins that follows them. Only members of the file itself are
// indented by two spaces.
func placeOfExchanges(text []byte) int {
	for _, member := range afterExchanges {
		if at := bytes.Index(text, []byte("\n  \""+member+"\": [")); at >= 0 {
			return at
		}
	}
	return len(text)
}

func writeLines(w io.Writer, exchanges iter.Seq[model.Exchange]) error {
	opening := "\n  \"exchanges\": [\n    "
	closing := ""
	var line []byte
	for e := range exchanges {
		element := newExchange(&e)
		raw, err := json.Marshal(&element, json.OmitZeroStructFields(true), json.Deterministic(true))
		if err != nil {
			return err
		}
		line = append(append(line[:0], opening...), raw...)
		if _, err := w.Write(line); err != nil {
			return err
		}
		opening, closing = ",\n    ", "\n  ],"
	}
	_, err := io.WriteString(w, closing)
	return err
}
