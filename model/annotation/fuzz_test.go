package annotation

import (
	"reflect"
	"testing"

	"parley/model"
)

func FuzzAnnotation(f *testing.F) {
	f.Add([]byte(rich))
	f.Add([]byte(`{"id":"a","motivation":["bookmarking"],"body":{"type":"TextualBody","value":"opposed","purpose":"classifying"},` +
		`"target":{"source":"parley:a/topic/b","scope":["parley:a/document/l","parley:a/document/r"],"language":"en",` +
		`"selector":[{"type":"TextQuoteSelector","exact":"q"},{"type":"TextPositionSelector","start":2,"end":3}],` +
		`"state":{"type":"TimeState","sourceDate":"2026-11-22T00:00:00Z","schema:version":"1"}}}`))
	f.Add([]byte(`{"id":"a","body":null,"target":"parley:a/round/b"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		n, dataset, err := Read(raw)
		if err != nil {
			return
		}
		written, err := Write(raw, n, dataset)
		if err != nil {
			t.Fatalf("%s reads as %+v and cannot be written: %v", raw, n, err)
		}
		if !reflect.DeepEqual(changed(t, raw, n, dataset), changed(t, written, n, dataset)) {
			t.Fatalf("%s and %s change in two ways", raw, written)
		}
		if again, about, err := Read(written); err != nil || about != dataset || !reflect.DeepEqual(again, n) {
			t.Fatalf("%s reads as %+v, and written again as %+v, %v", raw, n, again, err)
		}
	})
}

// changed gives every part of a note another value, and returns the note that reads back.
func changed(t *testing.T, raw []byte, n model.Note, dataset string) model.Note {
	t.Helper()
	n.Text, n.Tags, n.Pinned = n.Text+"!", append([]string{"new"}, n.Tags...), !n.Pinned
	n.Passage = model.Passage{Quote: n.Passage.Quote + "q", Prefix: n.Passage.Suffix, Start: 3, End: 4}
	n.Edition.Version += "1"
	for _, j := range []model.Judgement{model.Aligned, model.Opposed} {
		n.Judgement = model.ReaderJudgement{Left: "a", Right: "b", Judgement: j}
		written, err := Write(raw, n, dataset)
		if err != nil {
			return model.Note{} // such as one with more bodies than may be
		}
		if again, _, err := Read(written); err != nil || !reflect.DeepEqual(again, n) {
			t.Fatalf("%s was changed to %+v, and reads as %+v, %v", raw, n, again, err)
		}
		raw = written
	}
	return n
}
